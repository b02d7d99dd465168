//! What the footer shows in each place, most needed first; where a place has no order of its own,
//! the key table's rank counts. May use `action`, `place`, `domain`.

use super::action::Action as A;
use super::place::Place;
use crate::domain::Kind;

/// The order of a place; none where the key table's ranks count.
pub(super) const fn of(place: Place) -> Option<&'static [A]> {
    match place {
        Place::Inbox => Some(TRIAGE),
        Place::Agenda => Some(AGENDA),
        Place::Figures => Some(FIGURES),
        Place::Cluster => Some(CLUSTER),
        Place::History => Some(HISTORY),
        Place::SixOnes => Some(SIX_ONES),
        Place::Organisation => Some(ORGANISATION),
        Place::Support => Some(SUPPORT),
        Place::Targets => Some(TARGETS),
        Place::Progress => Some(PROGRESS),
        Place::Ledger(Kind::Target) => Some(TARGET_TABLE),
        Place::Deck => Some(DECK),
        Place::Board | Place::Ledger(_) => None,
    }
}

const TRIAGE: &[A] = &[
    A::Forward,
    A::Backward,
    A::Division,
    A::Park,
    A::End,
    A::Duplicate,
    A::Transfer,
    A::Undo,
    A::Help,
    A::Note,
    A::Block,
    A::Edit,
    A::Open,
    A::New,
    A::Assign,
    A::Redate,
    A::Leave,
];

const HISTORY: &[A] = &[
    A::Open,
    A::Filter,
    A::RecordHistory,
    A::Help,
    A::Since,
    A::LookBack,
    A::SetMark,
    A::Undo,
    A::ShowLeads,
    A::Leave,
];

const AGENDA: &[A] = &[
    A::Open,
    A::Note,
    A::Redate,
    A::Help,
    A::Division,
    A::NextPane,
    A::Undo,
    A::Assign,
    A::Edit,
    A::Forward,
    A::Park,
    A::Leave,
];

const SIX_ONES: &[A] = &[
    A::Cycle,
    A::Open,
    A::Help,
    A::Redate,
    A::Assign,
    A::NextPane,
    A::Undo,
    A::Division,
    A::AllDivisions,
    A::Zoom,
    A::RecordHistory,
    A::Leave,
];

const ORGANISATION: &[A] = &[
    A::Open,
    A::NextPane,
    A::New,
    A::Help,
    A::Edit,
    A::Depart,
    A::Undo,
    A::Division,
    A::Zoom,
    A::RecordHistory,
    A::Leave,
];

const SUPPORT: &[A] = &[
    A::Open,
    A::Forward,
    A::Backward,
    A::New,
    A::Help,
    A::Note,
    A::Division,
    A::NextPane,
    A::Undo,
    A::Edit,
    A::Redate,
    A::RecordHistory,
    A::Leave,
];

const FIGURES: &[A] =
    &[A::Open, A::NextPane, A::Division, A::Help, A::AllDivisions, A::ShowLeads, A::Command, A::Leave];

const TARGETS: &[A] = &[
    A::Open,
    A::New,
    A::NextPane,
    A::Help,
    A::Division,
    A::Zoom,
    A::Undo,
    A::Redate,
    A::Note,
    A::Assign,
    A::Park,
    A::Leave,
];

const PROGRESS: &[A] = &[
    A::Open,
    A::NextPane,
    A::Zoom,
    A::Help,
    A::Division,
    A::Redate,
    A::New,
    A::Undo,
    A::Note,
    A::Assign,
    A::Park,
    A::Leave,
];

const TARGET_TABLE: &[A] = &[
    A::Open,
    A::New,
    A::NextPane,
    A::Help,
    A::Filter,
    A::Note,
    A::Edit,
    A::Division,
    A::Redate,
    A::Undo,
    A::Assign,
    A::Park,
    A::RecordHistory,
    A::Leave,
];

const CLUSTER: &[A] =
    &[A::Open, A::New, A::Division, A::Help, A::AllDivisions, A::Zoom, A::Note, A::Edit, A::Undo, A::Leave];

/// Help alone shows them: a slide has no footer.
const DECK: &[A] = &[];
