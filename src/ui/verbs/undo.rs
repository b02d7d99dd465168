//! Undo and redo. May use `app`.

use crate::ui::app::{App, Waiting};
use crate::ui::effect::Effect;
use crate::ui::event::Cx;

/// Takes this login's last Transaction back.
pub(super) fn undo(app: &mut App, cx: &Cx<'_>) -> Effect {
    app.waiting.insert(cx.request, Waiting::Undo);
    Effect::Undo(cx.request)
}

/// Does again what was taken back last.
pub(super) fn redo(app: &mut App, cx: &Cx<'_>) -> Effect {
    app.waiting.insert(cx.request, Waiting::Redo);
    Effect::Redo(cx.request)
}
