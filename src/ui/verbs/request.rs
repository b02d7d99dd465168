//! The way of a support request: taken up, finished with a closing note, returned or reopened for a
//! reason. May use `app`, `deed`, `layers`, `board::intent`.

use super::Purpose;
use super::deed::{Deed, carry_out};
use crate::board::Board;
use crate::board::intent::requests;
use crate::domain::request::RequestState;
use crate::domain::{Choice, FieldKey, Id, Kind, Lang, Value};
use crate::say;
use crate::ui::app::App;
use crate::ui::effect::Effect;
use crate::ui::event::Cx;
use crate::ui::layers::form::{Ask, Form, Need};
use crate::ui::layers::{Answer, Layer};

/// Where a step leads a request from where it is; none where there is no such step.
pub(in crate::ui) fn goal(board: &Board, id: Id, forward: bool) -> Option<RequestState> {
    let state = board.request(id)?.state;
    if forward { state.onward() } else { Some(state.back()) }
}

/// What a step does to a request, in a word; empty where there is no such step.
pub(in crate::ui) fn word(board: &Board, id: Id, forward: bool, lang: Lang) -> String {
    let goal = board.request(id).map(|request| request.state).zip(goal(board, id, forward));
    goal.map_or_else(String::new, |(from, to)| {
        say!(lang, "app-request-step", verb = requests::verb(from, to).code())
    })
}

/// Takes a request up at once; finishes it with a closing note for whoever wants to write one;
/// returns or reopens it for a reason. Of several that are marked each goes on from where it is.
pub(super) fn step(app: &mut App, id: Id, forward: bool, cx: &Cx<'_>) -> Vec<Effect> {
    let lang = app.look.lang;
    let ids = app.doing.meant(id);
    let goals: Vec<_> = ids.iter().filter_map(|id| goal(cx.board, *id, forward)).collect();
    if goals.is_empty() {
        app.say(say!(lang, "app-request-closed"));
        return Vec::new();
    }
    if forward && !goals.contains(&RequestState::Done) {
        return carry_out(app, Deed::Step { forward, why: String::new() }, id, cx);
    }
    ask(app, id, forward, cx);
    Vec::new()
}

/// Opens the form of a step again, for a draft; a step that asks nothing any more has none.
pub(super) fn resume(app: &mut App, id: Id, forward: bool, cx: &Cx<'_>) {
    if !forward || goal(cx.board, id, true) == Some(RequestState::Done) {
        ask(app, id, forward, cx);
    }
}

/// Asks for the closing note, or the reason.
fn ask(app: &mut App, id: Id, forward: bool, cx: &Cx<'_>) {
    let (lang, ids) = (app.look.lang, app.doing.meant(id));
    // The word of one that goes there, where several are marked.
    let asked = |id: &&Id| !forward || goal(cx.board, **id, true) == Some(RequestState::Done);
    let verb = word(cx.board, ids.iter().find(asked).copied().unwrap_or(id), forward, lang);
    let title = say!(lang, "app-request-title", verb = verb, what = app.subject(id, cx));
    let note = FieldKey::find(Kind::Note, "text").filter(|_| forward);
    let asks = note.map(|field| Ask { field, need: Need::Free, preset: Value::Empty }).into_iter().collect();
    let form = Form::ask(title, Some(id), asks, (!forward).then_some(true), cx, &app.look);
    app.open(Layer::Form(Box::new(form)), Purpose::Answer(id, forward));
}

/// The closing note, or the reason.
pub(super) fn answered(app: &mut App, id: Id, forward: bool, answer: Answer, cx: &Cx<'_>) -> Vec<Effect> {
    let Answer::Form(filled) = answer else { return Vec::new() };
    let note = filled.values.into_iter().find_map(|(.., to)| match to {
        Value::Text(text) => Some(text),
        _ => None,
    });
    let why = if forward { note.unwrap_or_default() } else { filled.why };
    carry_out(app, Deed::Step { forward, why }, id, cx)
}
