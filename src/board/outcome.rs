//! What became of a request to change something. May use `domain`, `transaction`, `refusal`.

use super::refusal::Refusal;
use super::transaction::{Label, Origin};
use crate::domain::Id;

/// A Transaction that is on the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// Its sequence number.
    pub seq: u64,
    /// What it is called.
    pub label: Label,
    /// Whether it undid or redid.
    pub origin: Origin,
    /// The records that it created, in order.
    pub created: Vec<Id>,
}

/// What is wrong with the store or its writer, as far as a user can mend it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Trouble {
    /// No room on the disk.
    #[error("disk full")]
    Full,
    /// The folder cannot be written.
    #[error("read-only")]
    ReadOnly,
    /// Another process has taken hold of the folder.
    #[error("in use by another process")]
    Owned,
    /// What is stored is not what was written there.
    #[error("damaged")]
    Damaged,
    /// Anything else that the system says, in its words.
    #[error("{0}")]
    System(String),
    /// A part of the program failed; the rest goes on.
    #[error("internal error")]
    Internal,
    /// The one writer is gone: nothing can be changed until the server is started again.
    #[error("the writer is gone")]
    Halted,
    /// Changes are kept, but no snapshot of them can be made.
    #[error("no snapshot: {0}")]
    Snapshot(Box<Self>),
}

/// Why a request changed nothing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Rejected {
    /// The board's rules refuse it.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// This login has nothing to undo.
    #[error("nothing to undo")]
    NothingToUndo,
    /// This login has nothing to redo.
    #[error("nothing to redo")]
    NothingToRedo,
    /// It could not be written down.
    #[error("store: {0}")]
    Store(Trouble),
    /// The server is going down.
    #[error("stopping")]
    Stopping,
}
