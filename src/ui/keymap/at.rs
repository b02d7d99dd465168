//! Which rows of the key table are of use where. May use `action`, `place`.

use super::Binding;
use crate::domain::Kind;
use crate::ui::action::Action;
use crate::ui::place::Place;

impl Binding {
    /// Whether it is of any use in a place. There the rows have no key in common.
    #[must_use]
    pub fn is_at(&self, place: Place) -> bool {
        if place == Place::Deck {
            return is_of_slides(self.action) || is_of_deck(self.action);
        }
        if place == Place::Import {
            return is_of_preview(self.action) || is_of_import(self.action);
        }
        match self.action {
            action if is_of_slides(action) || is_of_preview(action) => false,
            Action::Cycle => place == Place::SixOnes,
            Action::Mark => place != Place::SixOnes,
            Action::Depart => is_of_people(place),
            Action::End => !is_of_people(place),
            _ => true,
        }
    }
}

/// Whether a place lists people.
const fn is_of_people(place: Place) -> bool {
    matches!(place, Place::Organisation | Place::Ledger(Kind::Person))
}

/// Whether an action is about slides, and of no use where there are none.
const fn is_of_slides(action: Action) -> bool {
    matches!(
        action,
        Action::NextSlide
            | Action::PreviousSlide
            | Action::FirstSlide
            | Action::LastSlide
            | Action::SlideIndex
            | Action::Black
            | Action::Commit
            | Action::SlideTime
    )
}

/// Whether an action that is there in other places too is of use in a deck.
const fn is_of_deck(action: Action) -> bool {
    matches!(
        action,
        Action::Division
            | Action::AllDivisions
            | Action::Back
            | Action::Leave
            | Action::Undo
            | Action::Redo
            | Action::Command
            | Action::Help
            | Action::Theme
            | Action::Language
            | Action::Glyphs
            | Action::Mouse
            | Action::Who
            | Action::Follow
            | Action::Highlight
            | Action::Redraw
            | Action::Suspend
            | Action::Quit
    )
}

/// Whether an action is about the preview of an import, and of no use elsewhere.
const fn is_of_preview(action: Action) -> bool {
    matches!(
        action,
        Action::ImportPage
            | Action::DoImport
            | Action::Answer
            | Action::LeaveOut
            | Action::RowFate
            | Action::NextDouble
            | Action::SavedMappings
            | Action::SaveMapping
            | Action::ImportMode
            | Action::ImportKind
            | Action::NextSheet
            | Action::PreviousSheet
    )
}

/// Whether an action that is there in other places too is of use in the preview of an import.
const fn is_of_import(action: Action) -> bool {
    action.is_step()
        || matches!(
            action,
            Action::Open
                | Action::Back
                | Action::Leave
                | Action::Command
                | Action::Help
                | Action::Theme
                | Action::Language
                | Action::Glyphs
                | Action::Mouse
                | Action::Who
                | Action::Redraw
                | Action::Suspend
                | Action::Quit
        )
}
