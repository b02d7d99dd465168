//! Proposals on their way to a batch. May use `board`.

use super::Act;
use crate::board::{AnyRecord, Change, Origin, Proposal};

/// What was wanted, of a Proposal that has to wait.
pub(super) fn as_act(proposal: Proposal) -> Act {
    match proposal.origin {
        Origin::Do => Act::Propose(proposal),
        Origin::Undo(_) => Act::Undo(proposal.request),
        Origin::Redo(_) => Act::Redo(proposal.request),
    }
}

/// A Proposal whose new records hold what the board will read off them: in the order of the table,
/// defaults left out. So they can be taken back as they stand.
pub(super) fn in_table_order(mut proposal: Proposal) -> Proposal {
    for change in &mut proposal.changes {
        if let Change::Create { id, fields } | Change::Restore { id, fields } = change
            && let Ok(record) = AnyRecord::from_fields(id.kind, fields)
        {
            *fields = record.fields();
        }
    }
    proposal
}
