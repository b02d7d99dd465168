//! The verdicts of the inbox: accept and route, park, end, duplicate, transfer; each in one key and
//! at most one choice. May use `app`, `layers`, `board::{inbox, intent}`.

use super::deed::{Deed, carry_out};
use super::{Purpose, digit, stage};
use crate::board::doubles::{self, Double};
use crate::board::{inbox, rules};
use crate::domain::lead::EndReason;
use crate::domain::{Choice, FieldKey, Id, Kind, Lang, Stage, Value, date};
use crate::locales::label;
use crate::say;
use crate::ui::action::Action;
use crate::ui::app::App;
use crate::ui::effect::Effect;
use crate::ui::event::Cx;
use crate::ui::key::Key;
use crate::ui::layers::form::{Ask, Form, Need};
use crate::ui::layers::picker::{Item, Picker};
use crate::ui::layers::{Answer, Layer};
use crate::ui::show;

/// A digit in the inbox: the lead goes to that division and is followed up there.
pub(super) fn accept(app: &mut App, key: Key, cx: &Cx<'_>) -> Vec<Effect> {
    let lang = app.look.lang;
    let Some(division) = digit(key).map(Id::division).filter(|id| cx.board.has(*id)) else {
        app.say(say!(lang, "app-no-division"));
        return Vec::new();
    };
    // Of several that are marked the first that waits is asked about, if anything is.
    let ids = &app.doing.ids;
    let first = ids.iter().copied().find(|id| inbox::waits(cx.board, *id)).or(ids.first().copied());
    let Some((id, lead)) = first.and_then(|id| Some((id, cx.board.lead(id)?))) else { return Vec::new() };
    if !inbox::waits(cx.board, id) {
        let stage = rules::stage_name(cx.board, lead, lang);
        app.say(say!(lang, "app-has-verdict", id = id.to_string(), stage = stage));
        return Vec::new();
    }
    let has_head = cx.board.division(division).is_some_and(|division| division.head.is_some());
    let is_owned = |id: &Id| cx.board.lead(*id).is_none_or(|lead| lead.owner.is_some());
    if !has_head && !app.doing.meant(id).iter().all(is_owned) {
        return accept_by(app, id, division, cx);
    }
    carry_out(app, accepting(division, None, lang), id, cx)
}

fn accepting(division: Id, owner: Option<Id>, lang: Lang) -> Deed {
    Deed::Accept { division, step: say!(lang, "app-first-step"), owner }
}

/// Asks who is to answer for leads that have no owner, in a division without a head.
fn accept_by(app: &mut App, id: Id, division: Id, cx: &Cx<'_>) -> Vec<Effect> {
    let Some(field) = FieldKey::find(Kind::Lead, "owner") else { return Vec::new() };
    let lang = app.look.lang;
    let name = show::name(cx.board, division, lang);
    let title = say!(lang, "app-accept-title", what = app.subject(id, cx), division = name);
    let ask = Ask { field, need: Need::Must, preset: Value::Empty };
    let form = Form::ask(title, Some(id), vec![ask], None, cx, &app.look);
    app.open(Layer::Form(Box::new(form)), Purpose::AcceptBy(id, division));
    Vec::new()
}

/// The owner: they are accepted.
pub(super) fn accepted_by(app: &mut App, id: Id, division: Id, answer: Answer, cx: &Cx<'_>) -> Vec<Effect> {
    let Answer::Form(filled) = answer else { return Vec::new() };
    match filled.values.first() {
        Some((_, _, Value::Ref(owner))) => {
            carry_out(app, accepting(division, Some(*owner), app.look.lang), id, cx)
        }
        _ => Vec::new(),
    }
}

/// For how long a lead is parked, in days; none: a date of one's own.
const PARKING: [(&str, Option<u64>); 4] = [
    ("app-park-week", Some(7)),
    ("app-park-month", Some(30)),
    ("app-park-quarter", Some(90)),
    ("app-park-date", None),
];

/// Parks a lead: first for how long.
pub(super) fn park(app: &mut App, id: Id, cx: &Cx<'_>) -> Vec<Effect> {
    let lang = app.look.lang;
    let until = |days: u64| date::plus_days(cx.board.today(), days).to_string();
    let item = |(key, days): (&str, Option<u64>)| Item {
        label: say!(lang, key),
        more: days.map(until).unwrap_or_default(),
    };
    let title = say!(lang, "app-park-title", what = app.subject(id, cx));
    app.open(Layer::Picker(Picker::new(title, PARKING.map(item).into(), 0)), Purpose::ParkFor(id));
    Vec::new()
}

/// Then why.
pub(super) fn park_until(app: &mut App, id: Id, answer: &Answer, cx: &Cx<'_>) -> Vec<Effect> {
    app.layers.pop();
    let Answer::Picked(place) = answer else { return Vec::new() };
    let Some((_, days)) = PARKING.get(*place) else { return Vec::new() };
    let days = days.or_else(|| u64::try_from(cx.board.charter().park_days).ok()).unwrap_or(0);
    let wake = Value::Date(date::plus_days(cx.board.today(), days));
    stage::go_with(app, id, Stage::Park, &[("wake_date", wake)], cx)
}

/// Ends a lead: for which reason of the list.
pub(super) fn end(app: &mut App, id: Id, cx: &Cx<'_>) -> Vec<Effect> {
    let ends = |lead| rules::moves(cx.board, lead).iter().any(|m| m.to == Stage::End);
    // Of several that are marked each is judged when the reason is known.
    if app.doing.ids.len() < 2 && !cx.board.lead(id).is_some_and(ends) {
        app.say(say!(app.look.lang, "app-no-such-move"));
        return Vec::new();
    }
    let lang = app.look.lang;
    let items =
        EndReason::OPTIONS.iter().map(|o| Item { label: o.label(lang).to_owned(), more: String::new() });
    let to = label::stage_of(cx.board, id, Stage::End, lang);
    let title = say!(lang, "app-move-form", what = app.subject(id, cx), to = to);
    app.open(Layer::Picker(Picker::new(title, items.collect(), 0)), Purpose::EndFor(id));
    Vec::new()
}

/// The reason that was picked; a duplicate is asked of what, and 其他 in words.
pub(super) fn end_for(app: &mut App, id: Id, answer: &Answer, cx: &Cx<'_>) -> Vec<Effect> {
    app.layers.pop();
    let Answer::Picked(place) = answer else { return Vec::new() };
    match EndReason::ALL.get(*place) {
        Some(EndReason::Duplicate) => duplicate(app, id, cx),
        Some(EndReason::Other) => {
            let reason = Value::Choice(EndReason::Other.code());
            stage::go_for(app, id, Stage::End, &[("end_reason", reason)], true, cx)
        }
        Some(reason) => carry_out(app, Deed::End(*reason), id, cx),
        None => Vec::new(),
    }
}

/// Which lead it repeats: the likely ones first, the last item asks for another.
pub(super) fn duplicate(app: &mut App, id: Id, cx: &Cx<'_>) -> Vec<Effect> {
    let lang = app.look.lang;
    let likely = cx.board.lead(id).map(|lead| doubles::likely(cx.board, lead, Some(id))).unwrap_or_default();
    // None of several is to be the one that is kept.
    let ids = app.doing.meant(id);
    let likely: Vec<Double> = likely.into_iter().filter(|double| !ids.contains(&double.id)).collect();
    if likely.is_empty() {
        return duplicate_asked(app, id, cx);
    }
    let item = |double: &Double| Item { label: show::double(cx.board, *double, lang), more: String::new() };
    let other = Item { label: say!(lang, "app-duplicate-other"), more: String::new() };
    let items = likely.iter().map(item).chain([other]).collect();
    app.doing.offered = likely.iter().map(|double| double.id).collect();
    let title = say!(lang, "app-duplicate-title", what = app.subject(id, cx));
    app.open(Layer::Picker(Picker::new(title, items, 0)), Purpose::PickDouble(id));
    Vec::new()
}

/// The one that was picked.
pub(super) fn double_picked(app: &mut App, id: Id, answer: &Answer, cx: &Cx<'_>) -> Vec<Effect> {
    app.layers.pop();
    let Answer::Picked(place) = answer else { return Vec::new() };
    match app.doing.offered.get(*place).copied() {
        Some(of) => carry_out(app, Deed::Duplicate(of), id, cx),
        None => duplicate_asked(app, id, cx),
    }
}

/// Any lead, by its number or name.
fn duplicate_asked(app: &mut App, id: Id, cx: &Cx<'_>) -> Vec<Effect> {
    let Some(field) = FieldKey::find(Kind::Lead, "duplicate_of") else { return Vec::new() };
    let title = say!(app.look.lang, "app-duplicate-title", what = app.subject(id, cx));
    let ask = Ask { field, need: Need::Must, preset: Value::Empty };
    let form = Form::ask(title, Some(id), vec![ask], None, cx, &app.look);
    app.open(Layer::Form(Box::new(form)), Purpose::DuplicateOf(id));
    Vec::new()
}

/// The lead that it repeats: it ends there, and its notes go over.
pub(super) fn duplicate_of(app: &mut App, id: Id, answer: Answer, cx: &Cx<'_>) -> Vec<Effect> {
    let Answer::Form(filled) = answer else { return Vec::new() };
    match filled.values.first() {
        Some((_, _, Value::Ref(of))) => carry_out(app, Deed::Duplicate(*of), id, cx),
        _ => Vec::new(),
    }
}

/// Which division a lead goes to.
pub(super) fn transfer(app: &mut App, id: Id, cx: &Cx<'_>) -> Vec<Effect> {
    let lang = app.look.lang;
    // A digit is that division's, so the one it is in keeps its row.
    let here = cx.board.lead(id).and_then(|lead| lead.division).filter(|_| app.doing.ids.len() < 2);
    let item = |id: Id| {
        let division = cx.board.division(id);
        let head = division.and_then(|d| d.head).map_or("", |head| cx.board.title(head)).to_owned();
        let more = if here == Some(id) { say!(lang, "app-transfer-here") } else { head };
        Item { label: division.map_or("", |d| d.name(lang)).to_owned(), more }
    };
    let items = cx.board.divisions().iter().map(|(id, _)| item(id)).collect();
    let title = say!(lang, "app-transfer-title", what = app.subject(id, cx));
    app.open(Layer::Picker(Picker::new(title, items, 0)), Purpose::TransferTo(id));
    Vec::new()
}

/// Then why.
pub(super) fn transfer_to(app: &mut App, id: Id, answer: &Answer, cx: &Cx<'_>) -> Vec<Effect> {
    app.layers.pop();
    let Answer::Picked(place) = answer else { return Vec::new() };
    let Some((division, record)) = cx.board.divisions().iter().nth(*place) else { return Vec::new() };
    let is_there = |id: &Id| cx.board.lead(*id).is_some_and(|lead| lead.division == Some(division));
    if app.doing.meant(id).iter().all(is_there) {
        let (what, name) = (app.subject(id, cx), record.name(app.look.lang));
        app.say(say!(app.look.lang, "app-already-there", what = what, division = name));
        return Vec::new();
    }
    transfer_why(app, id, division, cx)
}

/// Opens the form of a verdict again that goes to a division, for a draft.
pub(super) fn resume(app: &mut App, action: Action, id: Id, to: &str, cx: &Cx<'_>) {
    let division = to.parse().ok().filter(|to| cx.board.division(*to).is_some());
    match (action, division) {
        (Action::Transfer, Some(division)) => drop(transfer_why(app, id, division, cx)),
        (Action::Division, Some(division)) => drop(accept_by(app, id, division, cx)),
        _ => {}
    }
}

fn transfer_why(app: &mut App, id: Id, division: Id, cx: &Cx<'_>) -> Vec<Effect> {
    let to = cx.board.division(division).map_or("", |record| record.name(app.look.lang));
    let title = say!(app.look.lang, "app-move-form", what = app.subject(id, cx), to = to);
    let form = Form::ask(title, Some(id), Vec::new(), Some(true), cx, &app.look);
    app.open(Layer::Form(Box::new(form)), Purpose::TransferWhy(id, division));
    Vec::new()
}

/// The reason: it goes.
pub(super) fn transferred(app: &mut App, id: Id, to: Id, answer: Answer, cx: &Cx<'_>) -> Vec<Effect> {
    let Answer::Form(filled) = answer else { return Vec::new() };
    carry_out(app, Deed::Transfer { division: to, why: filled.why }, id, cx)
}

/// What the message line says of an accepted lead: where it went, who owns it, what is due when.
pub(in crate::ui) fn confirmation(id: Id, cx: &Cx<'_>, lang: Lang) -> Option<String> {
    let lead = cx.board.lead(id).filter(|lead| lead.stage == Stage::Talk)?;
    let division = cx.board.division(lead.division?)?.name(lang);
    let owner = lead.owner.map_or("", |owner| cx.board.title(owner));
    let due = lead.due.map_or_else(String::new, |due| due.to_string());
    let (id, name, step) = (id.to_string(), lead.name.as_str(), lead.next_step.as_str());
    Some(say!(
        lang,
        "app-accepted",
        id = id,
        name = name,
        division = division,
        owner = owner,
        step = step,
        due = due
    ))
}
