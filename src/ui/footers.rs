//! What the footer shows in each place, most needed first; where a place has no order of its own,
//! the key table's rank counts. May use `action`, `place`.

use super::action::Action as A;
use super::place::Place;

/// The order of a place; none where the key table's ranks count.
pub(super) const fn of(place: Place) -> Option<&'static [A]> {
    match place {
        Place::Inbox => Some(TRIAGE),
        Place::Agenda => Some(AGENDA),
        Place::Cluster => Some(CLUSTER),
        Place::History => Some(HISTORY),
        Place::Board | Place::Ledger(_) => None,
    }
}

const TRIAGE: &[A] = &[
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

const CLUSTER: &[A] =
    &[A::Open, A::New, A::Division, A::Help, A::AllDivisions, A::Zoom, A::Note, A::Edit, A::Undo, A::Leave];
