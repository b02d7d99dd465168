//! What a script asks for: one value a command. Uses nothing of the crate.

use serde::{Deserialize, Serialize};

/// A command as the client has parsed it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Command {
    /// Print the totals and each division.
    Status {
        /// As JSON.
        json: bool,
    },
}
