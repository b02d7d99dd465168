//! What an open layer asks for: its answer comes back with this. Uses nothing but ids.

use crate::domain::{Id, Kind, Stage};

/// What is asked for an import.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::ui) enum Asked {
    /// Where the column under the cursor goes.
    Target,
    /// What the records are.
    Kind,
    /// Which rows are brought in.
    Mode,
    /// How rows are matched with records.
    Matching,
    /// What one stands for in bare amounts.
    Unit,
    /// In which order day, month and year stand.
    Order,
    /// The division of records that name none.
    Division,
    /// Which of the kept choices.
    Saved,
    /// What is done with the row under the cursor.
    Row,
    /// Whether it is done.
    Go,
    /// Whether it is left, and what was changed by hand lost.
    Leave,
}

/// What a layer's answer is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::ui) enum Purpose {
    /// Only shown.
    Read,
    /// A new record of a kind.
    Create(Kind),
    /// Fields of a record.
    Edit(Id),
    /// A lead's move, once the stage is known.
    MoveTo(Id, Stage),
    /// Which stage.
    PickMove(Id),
    /// An owner.
    Assign(Id),
    /// A due date.
    Redate(Id),
    /// A note and a next step.
    Note(Id),
    /// A hold.
    Hold(Id),
    /// A support request for a lead, or of a division.
    Raise(Id),
    /// For how long a lead is parked.
    ParkFor(Id),
    /// Why a lead is ended.
    EndFor(Id),
    /// Which of the likely leads it repeats.
    PickDouble(Id),
    /// Which lead it repeats.
    DuplicateOf(Id),
    /// Who answers for a lead that is accepted in a division.
    AcceptBy(Id, Id),
    /// Who takes over from a person who leaves.
    Depart(Id),
    /// Which division a lead goes to.
    TransferTo(Id),
    /// Why it goes there.
    TransferWhy(Id, Id),
    /// What cannot be done for all that are marked: is the rest done?
    Pending,
    /// A command line.
    Command,
    /// A kept filter.
    Saved,
    /// Whether the kept filter at a place of the list is forgotten.
    Forget(usize),
    /// Whether an undo of this Transaction takes many records off.
    Undo(u64),
    /// Why several leads go back.
    BackWhy(Id),
    /// What is said of a support request that goes forward, or back.
    Answer(Id, bool),
    /// A theme.
    Theme,
    /// A slide.
    Slide,
    /// A commitment.
    Commit,
    /// Whose slides are followed.
    Follow,
    /// Whether the kept draft is taken up.
    Draft,
    /// Something of an import.
    Import(Asked),
    /// Whether a file that is there is written over.
    Replace,
    /// What to do, of the keys valid here.
    Menu,
    /// What to do with a record.
    Act(Id),
}

impl Purpose {
    /// The record that a verb was begun on.
    pub(super) const fn record(self) -> Option<Id> {
        match self {
            Self::Edit(id)
            | Self::MoveTo(id, _)
            | Self::PickMove(id)
            | Self::Assign(id)
            | Self::Redate(id)
            | Self::Note(id)
            | Self::Hold(id)
            | Self::ParkFor(id)
            | Self::EndFor(id)
            | Self::PickDouble(id)
            | Self::DuplicateOf(id)
            | Self::TransferTo(id)
            | Self::Depart(id)
            | Self::Answer(id, _)
            | Self::AcceptBy(id, _)
            | Self::TransferWhy(id, _) => Some(id),
            _ => None,
        }
    }
}
