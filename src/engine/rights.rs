//! Who may change what: the one place where roles are enforced. May use `domain`, `board`.

use crate::board::{Board, Change, Origin, Proposal, Refusal, Verb};
use crate::domain::{FieldKey, Fields, Id, Kind, Role, Value};

/// Whether a login may have a Proposal carried out.
///
/// # Errors
/// The role it needs.
pub(super) fn check(board: &Board, login: &str, proposal: &Proposal) -> Result<(), Refusal> {
    if !board.is_founded() && proposal.label.verb == Verb::Found {
        return Ok(());
    }
    // A sheet names people and units; what took that back may bring it again.
    let names = proposal.label.verb == Verb::Import || proposal.origin != Origin::Do;
    let needs = proposal.changes.iter().map(|change| needed(names, change));
    let needed = needs.max().unwrap_or_default().max(Role::Editor);
    if board.role(login) >= needed { Ok(()) } else { Err(Refusal::Role(needed)) }
}

/// The least role that a change needs.
fn needed(names: bool, change: &Change) -> Role {
    match change {
        Change::Set { field, .. } => field.spec().role,
        Change::Create { id, fields } | Change::Restore { id, fields } | Change::End { id, fields } => {
            whole(*id, fields, names)
        }
    }
}

/// The role for making a whole record or taking it off. An import adds the people and units that
/// a sheet names: an editor may do that, and take it back, as long as nobody gets in by it.
fn whole(id: Id, fields: &Fields, may_name: bool) -> Role {
    match id.kind {
        Kind::Person | Kind::Unit if may_name && !lets_in(fields) => Role::Editor,
        Kind::Charter | Kind::Division | Kind::Unit | Kind::Person => Role::Admin,
        _ => fields.iter().map(|(field, _)| field.spec().role).max().unwrap_or_default(),
    }
}

/// Whether a person of these fields has a login or a role above viewer.
fn lets_in(fields: &Fields) -> bool {
    fields.iter().any(|(field, value): &(FieldKey, Value)| match field.key() {
        "login" => !value.is_empty(),
        "role" => *value != Value::Empty && *value != Value::Choice("viewer"),
        _ => false,
    })
}
