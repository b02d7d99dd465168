//! Why a Transaction is refused, in terms that every language can say. May use `domain`.

use crate::domain::{FieldKey, Id, Misfit, Role, Stage, Value};

/// Why nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Refusal {
    /// Somebody changed the same field since: both values, for the second person to choose.
    #[error("{id}: {} was changed meanwhile; {by} changed the record last", field.key())]
    Conflict {
        /// The record.
        id: Id,
        /// The field.
        field: FieldKey,
        /// What was to be put there.
        mine: Value,
        /// What stands there now.
        theirs: Value,
        /// Who changed the record last.
        by: String,
    },
    /// Nobody would be left who may give rights.
    #[error("the last admin")]
    LastAdmin,
    /// There is no such record, or no longer.
    #[error("{0} is not on the board")]
    Gone(Id),
    /// A record with this id is there already.
    #[error("{0} is on the board already")]
    Taken(Id),
    /// A value does not fit its field.
    #[error("{id}: {}: {why}", field.key())]
    Misfit {
        /// The record.
        id: Id,
        /// The field.
        field: FieldKey,
        /// Why.
        why: Misfit,
    },
    /// Other records refer to the one that was to be taken off.
    #[error("{id} is referred to by {count} others")]
    InUse {
        /// The record.
        id: Id,
        /// How many others refer to it.
        count: u32,
    },
    /// The record was changed since it was made, so it is not taken off.
    #[error("{id} was changed by {by}")]
    Changed {
        /// The record.
        id: Id,
        /// Who changed it last.
        by: String,
    },
    /// A move that the stages do not allow.
    #[error("{id} cannot move from {from:?} to {to:?}")]
    NoSuchMove {
        /// The lead.
        id: Id,
        /// Where it stands.
        from: Stage,
        /// Where it was to go.
        to: Stage,
    },
    /// What a move demands and nobody said: keys of the lead's fields, or `why` for the reason.
    #[error("{id} lacks {}", fields.join(", "))]
    Lacks {
        /// The lead.
        id: Id,
        /// The keys, in the order of asking.
        fields: Vec<&'static str>,
    },
    /// Another record of the kind holds this value, which must be its own.
    #[error("{id}: {} is taken by {other}", field.key())]
    Double {
        /// The record.
        id: Id,
        /// The field.
        field: FieldKey,
        /// Who holds it.
        other: Id,
    },
    /// The role does not allow it.
    #[error("needs the role {0:?}")]
    Role(Role),
}
