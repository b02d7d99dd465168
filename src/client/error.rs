//! What can go wrong on the client's side. The sentences are made above, in the reader's language.
//! May use `wire`.

use std::io;
use std::path::PathBuf;

use crate::wire::{ExitReason, WireError};

/// Why the client could not do what it was asked.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ClientError {
    /// No server answers for this folder.
    #[error("no server for {}", .0.display())]
    NoServer(PathBuf),
    /// A server answers that this person may not talk to.
    #[error("not permitted: {}", .0.display())]
    Denied(PathBuf),
    /// This person may not stop or restart the server.
    #[error("not theirs to stop")]
    MayNotStop,
    /// The server speaks another protocol.
    #[error("protocol {server}, here {}", crate::wire::PROTOCOL)]
    OtherProtocol {
        /// Its protocol number.
        server: u16,
    },
    /// No server answers for this folder, and none can be started in it.
    #[error("no server for {}, and none can be started: {source}", data.display())]
    CannotStart {
        /// The folder.
        data: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// No server answers for this folder, and others may write to it.
    #[error("others may write to {}", .0.display())]
    Shared(PathBuf),
    /// A server was started and said why it could not.
    #[error("{0}")]
    NotStarted(String),
    /// The server went away without a word.
    #[error("the server went away")]
    Lost,
    /// The server ended the conversation.
    #[error("{0:?}")]
    Ended(ExitReason),
    /// Standard input or output is no terminal.
    #[error("not a terminal")]
    NoTerminal,
    /// Nothing can be drawn on the terminal that `TERM` names; empty where it is not set.
    #[error("TERM={0}")]
    Undrawable(String),
    /// Something is there already where a file is to be written.
    #[error("{} is there already", .0.display())]
    Exists(PathBuf),
    /// What was written to a file is not what is read back from it.
    #[error("{} reads back otherwise than it was written", .0.display())]
    Unsound(PathBuf),
    /// A file of the person's cannot be read or written.
    #[error("{}: {source}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// What the server says cannot be understood.
    #[error(transparent)]
    Wire(WireError),
    /// The system refuses something else.
    #[error(transparent)]
    Io(#[from] io::Error),
}

impl From<WireError> for ClientError {
    fn from(error: WireError) -> Self {
        use io::ErrorKind::{BrokenPipe, ConnectionReset, UnexpectedEof};
        match error {
            WireError::Closed => Self::Lost,
            WireError::Io(error) if matches!(error.kind(), BrokenPipe | ConnectionReset | UnexpectedEof) => {
                Self::Lost
            }
            WireError::Io(error) => Self::Io(error),
            other => Self::Wire(other),
        }
    }
}

impl ClientError {
    /// An error of the system about a file.
    pub(super) fn file(path: &std::path::Path, source: io::Error) -> Self {
        Self::File { path: path.to_owned(), source }
    }
}
