//! Undo and redo. What takes many records off the board asks first. May use `app`, `layers`.

use super::Purpose;
use crate::say;
use crate::ui::app::{App, Waiting};
use crate::ui::effect::Effect;
use crate::ui::event::Cx;
use crate::ui::layers::confirm::Confirm;
use crate::ui::layers::{Answer, Layer};

/// An undo that takes so many records off the board asks first: it is an import more often than not.
const MANY: usize = 10;

/// Takes this login's last Transaction back.
pub(super) fn undo(app: &mut App, cx: &Cx<'_>) -> Vec<Effect> {
    let count = cx.board.undo().takes_off(cx.login);
    if count < MANY {
        return vec![take_back(app, cx)];
    }
    let question = say!(app.look.lang, "app-undo-many", count = count);
    let asked = cx.board.undo().last_done(cx.login).unwrap_or_default();
    app.open(Layer::Confirm(Confirm::new(question)), Purpose::Undo(asked));
    Vec::new()
}

/// Whether many records are taken off. Where another window of this login has done something since,
/// that is asked about.
pub(super) fn decided(app: &mut App, asked: u64, answer: &Answer, cx: &Cx<'_>) -> Vec<Effect> {
    app.layers.pop();
    match answer {
        Answer::Yes if cx.board.undo().last_done(cx.login) == Some(asked) => vec![take_back(app, cx)],
        Answer::Yes => undo(app, cx),
        _ => Vec::new(),
    }
}

fn take_back(app: &mut App, cx: &Cx<'_>) -> Effect {
    app.waiting.insert(cx.request, Waiting::Undo);
    Effect::Undo(cx.request)
}

/// Does again what was taken back last.
pub(super) fn redo(app: &mut App, cx: &Cx<'_>) -> Effect {
    app.waiting.insert(cx.request, Waiting::Redo);
    Effect::Redo(cx.request)
}
