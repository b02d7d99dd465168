//! Files of a window: they are read and written by the client, with the person's own rights. What the
//! client answers when it is asked for one. Uses nothing of the crate.

use serde::{Deserialize, Serialize};

/// What the client says of a file that it was asked to read or to write. A file that is read ends with
/// `ToServer::FileEnd` or with `Failed`, and never with both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum FileAnswer {
    /// It is about to be sent: so many bytes, 0 where nobody can say.
    Size(u64),
    /// It can be written: its bytes may come.
    Open,
    /// It stands in its place, which is this.
    Written(String),
    /// It cannot be read or written, or no longer.
    Failed(FileFault),
    /// How what was typed of a name can go on.
    Names(Vec<String>),
}

/// Why a file cannot be read or written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum FileFault {
    /// There is none; or no folder to write one into.
    NotFound,
    /// This person may not.
    Denied,
    /// It is a folder.
    Folder,
    /// Something is there that would be written over.
    Exists,
    /// The server has asked to stop.
    Stopped,
    /// What the system says.
    Other(String),
}
