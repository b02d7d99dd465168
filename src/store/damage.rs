//! What can be wrong with what is stored. May use `domain`.

use std::path::PathBuf;

use super::opened::Place;
use crate::domain::Id;

/// What is wrong with what is stored.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Damage {
    /// The database contradicts itself, or fails.
    #[error("the database {} is damaged", .0.display())]
    Database(PathBuf),
    /// A record does not read.
    #[error("{0} does not read")]
    Record(Id),
    /// A Transaction is not in the history, or does not read.
    #[error("transaction {0} is missing or does not read")]
    Transaction(u64),
    /// A line of the log says no Transaction.
    #[error("{0}: no transaction")]
    Line(Place),
    /// A Transaction does not follow from what is stored of a record.
    #[error("transaction {seq} does not follow from what is stored of {id}")]
    Contradiction {
        /// The Transaction.
        seq: u64,
        /// The record.
        id: Id,
    },
    /// A Transaction does not follow the one that stands last.
    #[error("transaction {next} does not follow {at}")]
    Gap {
        /// The last one.
        at: u64,
        /// The one that came.
        next: u64,
    },
    /// There are not as many records as there should be.
    #[error("{there} records where {said} are counted at transaction {seq}")]
    Count {
        /// Where the history stands.
        seq: u64,
        /// So many are there.
        there: u64,
        /// So many should be.
        said: u64,
    },
}

/// What is wrong with a backup or a snapshot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Flaw {
    /// It ends too early.
    #[error("it is cut off")]
    Short,
    /// Its checksum is another.
    #[error("the checksum differs")]
    Checksum,
    /// It is something else.
    #[error("it is no backup of guatu")]
    Foreign,
    /// Written by a later version of the program.
    #[error("version {0} is not known")]
    Version(u64),
    /// A line does not read.
    #[error("it does not read")]
    Unreadable,
}
