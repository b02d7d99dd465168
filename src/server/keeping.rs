//! What one window knows of its half-filled forms: what is kept of the one that is open, and which it
//! was offered. May use `drafts`, `house`, `ui::effect`.

use super::drafts::Origin;
use super::house::Seat;
use crate::ui::Draft;

/// How a form stands to what is kept of it.
pub(super) enum DraftState {
    /// There is nothing to do.
    Kept,
    /// More is typed: it is kept before long.
    Typed,
    /// It is saved or given up: nobody is to be offered it again.
    Closed,
}

/// What one window knows of its forms.
#[derive(Debug, Default)]
pub(super) struct Keeping {
    /// The form that is open, as it is kept.
    kept: Option<Draft>,
    /// The form that the window was offered when it opened.
    offered: Option<Origin>,
}

impl Keeping {
    /// A form of a window that is gone, for this one to offer.
    pub(super) fn offered(&mut self, seat: &Seat) -> Option<Draft> {
        let (origin, draft) = seat.offered_draft()?;
        self.offered = Some(origin);
        Some(draft)
    }

    /// How the form that is open stands to what is kept of it.
    pub(super) fn state(&self, draft: Option<&Draft>) -> DraftState {
        match draft {
            draft if draft == self.kept.as_ref() => DraftState::Kept,
            Some(_) => DraftState::Typed,
            None => DraftState::Closed,
        }
    }

    /// Keeps the form that is open as it is now, for the next attach. Where that fails it is tried again.
    pub(super) fn keep(&mut self, seat: &Seat, draft: Option<Draft>) {
        if draft != self.kept && seat.keep_draft(draft.clone()) {
            self.kept = draft;
        }
    }

    /// A form that was offered is taken up, and kept as this window's own from here on; or given up.
    pub(super) fn forget(&mut self, seat: &Seat, draft: Option<Draft>) {
        self.keep(seat, draft);
        if let Some(origin) = self.offered.take() {
            seat.forget_draft(origin);
        }
    }
}
