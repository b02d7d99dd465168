//! Why a conversation ends, as a value: the sentence is made where it is read, in the reader's
//! language. Uses nothing of the crate.

use serde::{Deserialize, Serialize};

/// Why the server ends a conversation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub enum ExitReason {
    /// The person closed the window.
    Quit,
    /// The window was opened for an import, and the person left it without one.
    Left,
    /// A command has run; its exit code.
    Done(i32),
    /// The server stops.
    Stopped,
    /// The server starts anew in a moment: attach again.
    Restart,
    /// This window has failed; the server and all other windows go on.
    Fault,
    /// What the client said could not be understood.
    Malformed,
}
