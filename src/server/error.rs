//! Why a server does not start. The sentences are made above, in the reader's language.
//! May use `store`.

use std::io;
use std::path::PathBuf;

use crate::board::Rejected;
use crate::store::StoreError;

/// Why a server does not start.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ServeError {
    /// Another server owns the folder.
    #[error("{} is owned by process {pid}", data.display())]
    Owned {
        /// The folder.
        data: PathBuf,
        /// The owner, as far as it has said so.
        pid: String,
    },
    /// There is no such Unix group.
    #[error("no group {0}")]
    NoSuchGroup(String),
    /// Others may write to the folder.
    #[error("others may write to {}", .0.display())]
    Shared(PathBuf),
    /// The group cannot pass through the folder to the socket.
    #[error("{group} cannot pass through {}", data.display())]
    Closed {
        /// The folder.
        data: PathBuf,
        /// The group.
        group: String,
    },
    /// The store does not open.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The board could not be founded.
    #[error("founding: {0}")]
    Founding(Rejected),
    /// The system refuses something.
    #[error("{}: {source}", path.display())]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
}
