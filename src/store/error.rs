//! What can go wrong with a store. May use `board::Trouble`.

use std::io;
use std::path::{Path, PathBuf};

use super::damage::{Damage, Flaw};
use super::opened::Place;
use crate::board::Trouble;

/// What went wrong with a store.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// The disk has no room, or the system lets the file grow no further.
    #[error("no room on the disk for {}", .0.display())]
    Full(PathBuf),
    /// The folder or a file in it cannot be written.
    #[error("cannot write to {}", .0.display())]
    ReadOnly(PathBuf),
    /// Another process owns the folder.
    #[error("{} is in use by another process", .0.display())]
    Owned(PathBuf),
    /// A line of the audit log does not say what was written there.
    #[error("the audit log is damaged at {0}")]
    BadLine(Place),
    /// What is stored contradicts itself.
    #[error(transparent)]
    Damaged(#[from] Damage),
    /// Written by a later version of the program.
    #[error("{} was written in format {found}; this program reads up to {known}", .path.display())]
    TooNew {
        /// What was to be read.
        path: PathBuf,
        /// Its format.
        found: u64,
        /// The last format known.
        known: u64,
    },
    /// A backup is not what it should be.
    #[error("not a sound backup: line {line}: {why}")]
    BadBackup {
        /// The line, from 1.
        line: u64,
        /// What is wrong with it.
        why: Flaw,
    },
    /// The folder holds a board already.
    #[error("{} holds a board already", .0.display())]
    Occupied(PathBuf),
    /// The folder holds no board.
    #[error("{} holds no board", .0.display())]
    NoBoard(PathBuf),
    /// No rolling snapshot can be made; what is written is kept all the same.
    #[error("no snapshot: {0}")]
    Snapshot(Box<Self>),
    /// The store is being opened or mended.
    #[error("the store is not open")]
    NotOpen,
    /// A part of the program failed.
    #[error("internal error")]
    Internal,
    /// Anything else that the system says.
    #[error("{}: {source}", .path.display())]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
}

impl StoreError {
    /// An error of the system about a path, by what it means.
    pub(super) fn io(path: &Path, source: io::Error) -> Self {
        use io::ErrorKind as Kind;
        let path = path.to_owned();
        match source.kind() {
            Kind::StorageFull | Kind::QuotaExceeded | Kind::FileTooLarge => Self::Full(path),
            Kind::ReadOnlyFilesystem | Kind::PermissionDenied => Self::ReadOnly(path),
            _ => Self::Io { path, source },
        }
    }

    /// The same as a user meets it in a refused write.
    #[must_use]
    pub fn trouble(&self) -> Trouble {
        match self {
            Self::Full(_) => Trouble::Full,
            Self::ReadOnly(_) => Trouble::ReadOnly,
            Self::Owned(_) => Trouble::Owned,
            Self::BadLine(_)
            | Self::Damaged(_)
            | Self::TooNew { .. }
            | Self::BadBackup { .. }
            | Self::Occupied(_)
            | Self::NoBoard(_) => Trouble::Damaged,
            Self::Snapshot(why) => Trouble::Snapshot(Box::new(why.trouble())),
            Self::NotOpen | Self::Internal => Trouble::Internal,
            Self::Io { source, .. } => Trouble::System(source.to_string()),
        }
    }
}
