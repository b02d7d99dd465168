//! Creating, editing, assigning, re-dating, noting and asking for support: verbs that fill fields
//! by a form. May use `app`, `layers`, `board::intent`.

use chrono::NaiveDate;

use super::deed::{Deed, carry_out};
use super::{Purpose, author};
use crate::board::{Verb, agenda, matrix};
use crate::domain::{Choice, FieldKey, Fields, Id, Kind, Value, date as days};
use crate::say;
use crate::ui::app::App;
use crate::ui::effect::Effect;
use crate::ui::event::Cx;
use crate::ui::layers::form::{Ask, Filled, Form, Need};
use crate::ui::layers::{Answer, Layer};
use crate::ui::views::given;
use crate::ui::views::support::DAYS;

/// A new record of the kind that the view lists.
pub(super) fn create(app: &mut App, cx: &Cx<'_>) -> Vec<Effect> {
    let kind = app.view().lists();
    if matches!(kind, Kind::Division | Kind::SixOne) {
        app.say(say!(app.look.lang, "app-given-set"));
        return Vec::new();
    }
    let form = Form::create(kind, app.view().newcomer(cx), cx, &app.look);
    app.open(Layer::Form(Box::new(form)), Purpose::Create(kind));
    Vec::new()
}

/// All fields of a record.
pub(super) fn edit(app: &mut App, id: Id, cx: &Cx<'_>) -> Vec<Effect> {
    let form = Form::edit(id, cx, &app.look);
    app.open(Layer::Form(Box::new(form)), Purpose::Edit(id));
    Vec::new()
}

/// The owner.
pub(super) fn assign(app: &mut App, id: Id, cx: &Cx<'_>) -> Vec<Effect> {
    ask_one(app, id, "owner", None, Purpose::Assign(id), cx)
}

/// The due date, or the day on which a parked lead wakes. Where a date stands already it is asked why
/// it changes; a target insists.
pub(super) fn redate(app: &mut App, id: Id, cx: &Cx<'_>) -> Vec<Effect> {
    let key = date_key(id, cx);
    let is_set = FieldKey::find(id.kind, key).is_some_and(|field| !cx.board.value(id, field).is_empty());
    let reason = match id.kind {
        Kind::Target => Some(is_set),
        Kind::Lead | Kind::SixOne | Kind::Request if is_set => Some(false),
        _ => None,
    };
    ask_one(app, id, key, reason, Purpose::Redate(id), cx)
}

/// When something falls due, or wakes.
pub(super) fn date(id: Id, cx: &Cx<'_>) -> Option<NaiveDate> {
    match cx.board.value(id, FieldKey::find(id.kind, date_key(id, cx))?) {
        Value::Date(date) => Some(date),
        _ => None,
    }
}

/// The field that says when something falls due.
fn date_key(id: Id, cx: &Cx<'_>) -> &'static str {
    if agenda::sleeps(cx.board, id) { "wake_date" } else { "due" }
}

fn ask_one(
    app: &mut App,
    id: Id,
    key: &str,
    reason: Option<bool>,
    purpose: Purpose,
    cx: &Cx<'_>,
) -> Vec<Effect> {
    let Some(field) = FieldKey::find(id.kind, key) else { return Vec::new() };
    // A parked lead that never wakes would be forgotten.
    let need = Need::must(key == "wake_date");
    let asks = vec![Ask { field, need, preset: cx.board.value(id, field) }];
    let title = title(app, id, field, cx);
    let form = Form::ask(title, Some(id), asks, reason, cx, &app.look).at_the_first_row();
    app.open(Layer::Form(Box::new(form)), purpose);
    Vec::new()
}

fn title(app: &App, id: Id, field: FieldKey, cx: &Cx<'_>) -> String {
    let label = field.spec().label(app.look.lang);
    say!(app.look.lang, "app-ask-title", field = label, what = app.subject(id, cx))
}

/// The next state of a Six One.
pub(super) fn cycle(app: &mut App, id: Id, cx: &Cx<'_>) -> Vec<Effect> {
    let (Some(six_one), Some(field)) = (cx.board.six_one(id), FieldKey::find(Kind::SixOne, "state")) else {
        return Vec::new();
    };
    let to = Value::Choice(matrix::next(six_one.state).code());
    let asked = vec![(field, Value::Choice(six_one.state.code()), to)];
    carry_out(app, Deed::Fill { verb: Verb::Edit, asked, why: String::new() }, id, cx)
}

/// A note, and with it another date; for a lead also its next step. A Six One has no notes: what is
/// to be said of its date is the reason.
pub(super) fn note(app: &mut App, id: Id, cx: &Cx<'_>) -> Vec<Effect> {
    if id.kind == Kind::SixOne {
        return redate(app, id, cx);
    }
    let ask = |kind: Kind, key: &str, need: Need, preset: Value| {
        FieldKey::find(kind, key).map(|field| Ask { field, need, preset })
    };
    let mut asks = vec![
        ask(Kind::Note, "text", Need::Must, Value::Empty),
        ask(Kind::Note, "progress", Need::Free, Value::Flag(true)),
    ];
    let date = date_key(id, cx);
    let step = (id.kind == Kind::Lead && date == "due").then_some("next_step");
    for field in step.into_iter().chain([date]).filter_map(|key| FieldKey::find(id.kind, key)) {
        let need = Need::must(field.key() == "wake_date");
        asks.push(Some(Ask { field, need, preset: cx.board.value(id, field) }));
    }
    let title = say!(app.look.lang, "app-note-title", what = app.subject(id, cx));
    let form = Form::ask(title, Some(id), asks.into_iter().flatten().collect(), None, cx, &app.look);
    app.open(Layer::Form(Box::new(form)), Purpose::Note(id));
    Vec::new()
}

/// A support request for a lead, of a division, to a unit, or beside another request.
pub(super) fn raise(app: &mut App, id: Id, cx: &Cx<'_>) -> Vec<Effect> {
    let (board, other) = (cx.board, cx.board.request(id));
    // A unit stands in a view that may be narrowed to a division.
    let seen = || app.view().division(cx);
    let (division, unit, lead) = match id.kind {
        Kind::Lead => (board.lead(id).and_then(|lead| lead.division), None, Some(id)),
        Kind::Division => (Some(id), None, None),
        Kind::Unit => (seen(), Some(id), None),
        _ => (other.and_then(|r| r.division), other.and_then(|r| r.unit), other.and_then(|r| r.lead)),
    };
    let due = Some(Value::Date(days::plus_days(board.today(), DAYS)));
    let [division, unit, lead] = [division, unit, lead].map(|id| id.map(Value::Ref));
    let preset = [("division", division), ("unit", unit), ("lead", lead), ("due", due)];
    let form = Form::create(Kind::Request, given(Kind::Request, preset), cx, &app.look);
    app.open(Layer::Form(Box::new(form)), Purpose::Raise(id));
    Vec::new()
}

/// What a form of this file gave.
pub(super) fn answered(app: &mut App, purpose: Purpose, answer: Answer, cx: &Cx<'_>) -> Vec<Effect> {
    let Answer::Form(filled) = answer else {
        app.close_layer();
        return Vec::new();
    };
    let author = author(cx);
    let proposal = match purpose {
        Purpose::Create(kind) => author.create(kind, fields(filled)),
        Purpose::Raise(_) => author.create(Kind::Request, fields(filled)),
        Purpose::Assign(id) => return carry_out(app, filling(Verb::Assign, filled), id, cx),
        Purpose::Redate(id) => return carry_out(app, filling(Verb::Redate, filled), id, cx),
        Purpose::Note(id) => return carry_out(app, noting(filled), id, cx),
        Purpose::Edit(id) => author.edit_from(id, filled.values, &filled.why),
        _ => {
            app.close_layer();
            return Vec::new();
        }
    };
    app.submit_form(proposal)
}

fn fields(filled: Filled) -> Fields {
    let values = filled.values.into_iter().map(|(field, _, to)| (field, to));
    values.filter(|(_, value)| !value.is_empty()).collect()
}

fn filling(verb: Verb, filled: Filled) -> Deed {
    Deed::Fill { verb, asked: filled.values, why: filled.why }
}

/// The note's own fields are of the new record, the others of its subject.
fn noting(filled: Filled) -> Deed {
    let (mut text, mut progress, mut next) = (String::new(), false, Vec::new());
    for asked in filled.values {
        match (asked.0.kind(), asked.2) {
            (Kind::Note, Value::Text(typed)) => text = typed,
            (Kind::Note, Value::Flag(flag)) => progress = flag,
            (_, to) => next.push((asked.0, asked.1, to)),
        }
    }
    Deed::Note { text, progress, next }
}
