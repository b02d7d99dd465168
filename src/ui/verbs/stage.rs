//! The moves of a lead along its stages, and putting a target on hold. A move asks only what is
//! missing. May use `app`, `layers`, `board::{intent, rules}`.

use super::Purpose;
use super::deed::{Deed, carry_out};
use crate::board::{Board, Verb, rules};
use crate::domain::record::Record;
use crate::domain::stage::{Demand, Move, Suggest, is_blank};
use crate::domain::target::Target;
use crate::domain::{FieldKey, Id, Kind, Lang, Lead, Stage, Value, date};
use crate::say;
use crate::ui::app::App;
use crate::ui::effect::Effect;
use crate::ui::event::Cx;
use crate::ui::layers::form::{Ask, Form, Need};
use crate::ui::layers::picker::{Item, Picker};
use crate::ui::layers::{Answer, Layer};

/// The next stage of the lead's track.
pub(super) fn forward(app: &mut App, id: Id, cx: &Cx<'_>) -> Vec<Effect> {
    step(app, id, true, cx)
}

/// The stage before.
pub(super) fn backward(app: &mut App, id: Id, cx: &Cx<'_>) -> Vec<Effect> {
    step(app, id, false, cx)
}

/// Of several, each goes on from where it is: a form can ask what they lack only where all go to
/// the same stage.
fn step(app: &mut App, id: Id, forward: bool, cx: &Cx<'_>) -> Vec<Effect> {
    let goals: Vec<_> = app.doing.meant(id).iter().map(|id| goal(cx.board, *id, forward)).collect();
    match goals.as_slice() {
        [Some(to), rest @ ..] if rest.iter().all(|goal| *goal == Some(*to)) => go(app, id, *to, cx),
        [_] => {
            app.say(no_goal(forward, app.look.lang));
            Vec::new()
        }
        _ if forward => carry_out(app, Deed::Step { forward, why: String::new() }, id, cx),
        _ => {
            let title = say!(app.look.lang, "app-back-title", what = app.subject(id, cx));
            let form = Form::ask(title, Some(id), Vec::new(), Some(true), cx, &app.look);
            app.open(Layer::Form(Box::new(form)), Purpose::BackWhy(id));
            Vec::new()
        }
    }
}

/// Why several leads go back: they do.
pub(super) fn back_why(app: &mut App, id: Id, answer: Answer, cx: &Cx<'_>) -> Vec<Effect> {
    let Answer::Form(filled) = answer else { return Vec::new() };
    carry_out(app, Deed::Step { forward: false, why: filled.why }, id, cx)
}

/// Where a step leads a lead: to the next stage of its track, or the one before; none at the end.
pub(super) fn goal(board: &Board, id: Id, forward: bool) -> Option<Stage> {
    let lead = board.lead(id)?;
    let track = rules::track(board, lead);
    match lead.stage {
        Stage::Park | Stage::End if !forward => Some(lead.left_stage.unwrap_or(Stage::Lead)),
        stage if forward => stage.next(track).or((!lead.is_active()).then_some(Stage::Lead)),
        stage => stage.before(track),
    }
}

/// That a step leads nowhere.
pub(super) fn no_goal(forward: bool, lang: Lang) -> String {
    if forward { say!(lang, "app-last-stage") } else { say!(lang, "app-first-stage") }
}

/// Which of the allowed moves.
pub(super) fn pick(app: &mut App, id: Id, cx: &Cx<'_>) -> Vec<Effect> {
    let Some(lead) = cx.board.lead(id) else { return Vec::new() };
    let lang = app.look.lang;
    let items = rules::moves(cx.board, lead)
        .iter()
        .map(|m| Item {
            label: rules::stage_word(cx.board, lead, m.to, lang).to_owned(),
            more: asked(app, lead, m),
        })
        .collect();
    let title = say!(lang, "app-move-title", what = app.subject(id, cx));
    app.open(Layer::Picker(Picker::new(title, items, 0)), Purpose::PickMove(id));
    Vec::new()
}

/// The labels of what a move will ask.
fn asked(app: &App, lead: &Lead, chosen: &Move) -> String {
    let labels = missing(lead, chosen).filter_map(|demand| {
        FieldKey::find(Kind::Lead, demand.field).map(|key| key.spec().label(app.look.lang))
    });
    labels.collect::<Vec<_>>().join(" ")
}

/// The move that was picked.
pub(super) fn picked(app: &mut App, id: Id, answer: &Answer, cx: &Cx<'_>) -> Vec<Effect> {
    app.layers.pop();
    let Answer::Picked(place) = answer else { return Vec::new() };
    let moves = cx.board.lead(id).map(|lead| rules::moves(cx.board, lead)).unwrap_or_default();
    moves.get(*place).map_or_else(Vec::new, |m| go(app, id, m.to, cx))
}

/// Parks a lead, or puts a target on hold, or takes it off.
pub(super) fn park_or_hold(app: &mut App, id: Id, cx: &Cx<'_>) -> Vec<Effect> {
    match cx.board.target(id) {
        None => go(app, id, Stage::Park, cx),
        Some(target) if !target.is_held(cx.board.today()) => hold(app, id, target, cx),
        Some(_) => carry_out(app, Deed::Resume, id, cx),
    }
}

fn hold(app: &mut App, id: Id, target: &Target, cx: &Cx<'_>) -> Vec<Effect> {
    let ask = |key, need| {
        FieldKey::find(Kind::Target, key).map(|field| Ask { field, need, preset: target.get(field) })
    };
    let asks =
        [ask("hold_reason", Need::Must), ask("hold_until", Need::Free)].into_iter().flatten().collect();
    let title = say!(app.look.lang, "app-hold-title", what = app.subject(id, cx));
    let form = Form::ask(title, Some(id), asks, None, cx, &app.look);
    app.open(Layer::Form(Box::new(form)), Purpose::Hold(id));
    Vec::new()
}

/// The hold's reason and date.
pub(super) fn held(app: &mut App, id: Id, answer: Answer, cx: &Cx<'_>) -> Vec<Effect> {
    let Answer::Form(filled) = answer else { return Vec::new() };
    let why = match filled.values.first() {
        Some((_, _, Value::Text(why))) => why.clone(),
        _ => String::new(),
    };
    carry_out(app, Deed::Fill { verb: Verb::Hold, asked: filled.values, why }, id, cx)
}

/// Moves a lead: at once where nothing is missing, else by a form that asks just that.
fn go(app: &mut App, id: Id, to: Stage, cx: &Cx<'_>) -> Vec<Effect> {
    go_with(app, id, to, &[], cx)
}

/// The same, with values for fields of the move that the form shows as given.
pub(super) fn go_with(app: &mut App, id: Id, to: Stage, given: &[(&str, Value)], cx: &Cx<'_>) -> Vec<Effect> {
    go_for(app, id, to, given, false, cx)
}

/// The same; `reason` insists on one in words where the move itself does not.
pub(super) fn go_for(
    app: &mut App,
    id: Id,
    to: Stage,
    given: &[(&str, Value)],
    reason: bool,
    cx: &Cx<'_>,
) -> Vec<Effect> {
    let goes = |lead: &Lead| rules::moves(cx.board, lead).iter().any(|m| m.to == to);
    // Of several that are marked the first that can go there is asked about.
    let ids = app.doing.meant(id);
    let id = ids.into_iter().find(|id| cx.board.lead(*id).is_some_and(goes)).unwrap_or(id);
    let Some(lead) = cx.board.lead(id) else { return Vec::new() };
    let Some(chosen) = rules::moves(cx.board, lead).into_iter().find(|m| m.to == to) else {
        app.say(say!(app.look.lang, "app-no-such-move"));
        return Vec::new();
    };
    let must_ask = chosen.reason || !given.is_empty() || missing(lead, &chosen).next().is_some();
    if !must_ask {
        return carry_out(app, Deed::Move { to, asked: Vec::new(), why: String::new() }, id, cx);
    }
    let title = say!(
        app.look.lang,
        "app-move-form",
        what = app.subject(id, cx),
        to = rules::stage_word(cx.board, lead, to, app.look.lang)
    );
    let value = |key: &str| given.iter().find(|(field, _)| *field == key).map(|(_, value)| value.clone());
    let ask = |demand: &Demand| {
        let field = FieldKey::find(Kind::Lead, demand.field)?;
        let need = if demand.must { Need::Must } else { Need::Warn };
        let preset = value(demand.field).unwrap_or_else(|| suggested(lead, demand.suggest, cx));
        Some(Ask { field, need, preset })
    };
    let is_asked = |demand: &&Demand| is_blank(lead, demand.field) || value(demand.field).is_some();
    let asks = chosen.demands.iter().filter(is_asked).filter_map(ask).collect();
    let form = Form::ask(title, Some(id), asks, (reason || chosen.reason).then_some(true), cx, &app.look);
    app.open(Layer::Form(Box::new(form)), Purpose::MoveTo(id, to));
    Vec::new()
}

/// What a move insists on and the lead does not say yet.
fn missing<'a>(lead: &'a Lead, chosen: &'a Move) -> impl Iterator<Item = &'a Demand> {
    chosen.demands.iter().filter(|d| d.must && is_blank(lead, d.field))
}

fn suggested(lead: &Lead, suggest: Suggest, cx: &Cx<'_>) -> Value {
    let today = cx.board.today();
    let later = |days: i64| Value::Date(date::plus_days(today, u64::try_from(days).unwrap_or(0)));
    match suggest {
        Suggest::Nothing => Value::Empty,
        Suggest::Today => Value::Date(today),
        Suggest::NextStep => later(cx.board.charter().next_step_days),
        Suggest::Wake => later(cx.board.charter().park_days),
        Suggest::Head => {
            let division = lead.division.and_then(|id| cx.board.division(id));
            division.and_then(|d| d.head).map_or(Value::Empty, Value::Ref)
        }
    }
}

/// The move with what its form gave.
pub(super) fn moved(app: &mut App, id: Id, to: Stage, answer: Answer, cx: &Cx<'_>) -> Vec<Effect> {
    let Answer::Form(filled) = answer else { return Vec::new() };
    carry_out(app, Deed::Move { to, asked: filled.values, why: filled.why }, id, cx)
}

/// Opens the form of a move again, for a draft.
pub(super) fn resume(app: &mut App, id: Id, to: &str, reason: bool, cx: &Cx<'_>) {
    if let Some(to) = <Stage as crate::domain::Choice>::from_code(to) {
        go_for(app, id, to, &[], reason, cx);
    }
}
