//! Somebody leaves the office: who takes over is asked, and everything goes over at once.
//! May use `app`, `layers`, `board::{intent, organisation}`.

use super::{Purpose, author};
use crate::board::organisation;
use crate::domain::{FieldKey, Id, Kind, Value};
use crate::say;
use crate::ui::app::App;
use crate::ui::effect::Effect;
use crate::ui::event::Cx;
use crate::ui::layers::form::{Ask, Form, Need};
use crate::ui::layers::{Answer, Layer};

/// Asks who takes over: insisted on where there is anything to take over.
pub(super) fn ask(app: &mut App, id: Id, cx: &Cx<'_>) -> Vec<Effect> {
    let lang = app.look.lang;
    if cx.board.has_left(id) {
        app.say(say!(lang, "app-has-left", name = cx.board.title(id)));
        return Vec::new();
    }
    let Some(field) = FieldKey::find(Kind::Lead, "owner") else { return Vec::new() };
    let all = organisation::in_hand(cx.board, id);
    let of = |kind: Kind| all.iter().filter(|id| id.kind == kind).count();
    let title = say!(
        lang,
        "app-leave-title",
        name = cx.board.title(id),
        leads = of(Kind::Lead),
        targets = of(Kind::Target),
        six_ones = of(Kind::SixOne),
        divisions = of(Kind::Division)
    );
    let ask = Ask { field, need: Need::must(!all.is_empty()), preset: Value::Empty };
    let form = Form::ask(title, Some(id), vec![ask], Some(false), cx, &app.look);
    app.open(Layer::Form(Box::new(form)), Purpose::Depart(id));
    Vec::new()
}

/// Who takes over: everything goes to them. Nobody takes over from themselves.
pub(super) fn answered(app: &mut App, id: Id, answer: Answer, cx: &Cx<'_>) -> Vec<Effect> {
    let Answer::Form(filled) = answer else { return Vec::new() };
    let heir = match filled.values.first() {
        Some((_, _, Value::Ref(heir))) => Some(*heir),
        _ => None,
    };
    // Somebody may have given them something since they were asked about.
    let has_none = heir.is_none() && !organisation::in_hand(cx.board, id).is_empty();
    if has_none || heir.is_some_and(|heir| heir == id || cx.board.has_left(heir)) {
        app.fail(say!(app.look.lang, "app-no-heir"));
        return Vec::new();
    }
    let proposal = author(cx).depart(id, heir, &filled.why);
    app.submit_form(proposal)
}
