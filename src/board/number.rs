//! Gives the records of a Proposal their numbers. May use `domain`, `board`, `transaction`.

use std::collections::HashMap;

use super::records::Board;
use super::transaction::{Change, Proposal};
use crate::domain::{Fields, Id, Kind, Value};

/// Replaces every placeholder id of a Proposal by the next free number of its kind, in order of
/// creation. Ids that are numbered already stay.
#[must_use]
pub fn number(board: &Board, proposal: Proposal) -> Proposal {
    number_after(board, proposal, &HashMap::new())
}

/// The same where numbers up to those in `taken` are spoken for, though not on the Board yet.
#[must_use]
pub fn number_after<S: std::hash::BuildHasher>(
    board: &Board,
    mut proposal: Proposal,
    taken: &HashMap<Kind, u32, S>,
) -> Proposal {
    let mut given: HashMap<Id, Id> = HashMap::new();
    let mut next: HashMap<Kind, u32> = HashMap::new();
    for change in &proposal.changes {
        if let Change::Create { id, .. } = change
            && id.is_provisional()
        {
            let issued = next
                .entry(id.kind)
                .or_insert_with(|| board.issued(id.kind).max(taken.get(&id.kind).copied().unwrap_or(0)));
            *issued += 1;
            given.insert(*id, Id::new(id.kind, *issued));
        }
    }
    if given.is_empty() {
        return proposal;
    }
    let real = |id: Id| given.get(&id).copied().unwrap_or(id);
    proposal.label.subject = proposal.label.subject.map(real);
    proposal.changes = proposal.changes.into_iter().map(|change| renumber(change, &real)).collect();
    proposal
}

fn renumber(change: Change, real: &impl Fn(Id) -> Id) -> Change {
    let value = |value: Value| value.map_refs(real);
    let all = |fields: Fields| fields.into_iter().map(|(key, v)| (key, value(v))).collect();
    match change {
        Change::Create { id, fields } => Change::Create { id: real(id), fields: all(fields) },
        Change::Restore { id, fields } => Change::Restore { id: real(id), fields: all(fields) },
        Change::End { id, fields } => Change::End { id: real(id), fields: all(fields) },
        Change::Set { id, field, from, to } => {
            Change::Set { id: real(id), field, from: value(from), to: value(to) }
        }
    }
}
