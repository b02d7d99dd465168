//! What each command does and prints. May use `engine`, `store`, `exchange`, `ui::text`, `wire`.

use chrono::{DateTime, Utc};

use crate::board::RequestId;
use crate::domain::Lang;
use crate::engine::Engine;
use crate::wire::Command;

/// Who asks, and what may be looked at for an answer.
pub struct Ask<'a> {
    /// The engine.
    pub engine: &'a Engine,
    /// Who asks.
    pub login: &'a str,
    /// The language of the answer.
    pub lang: Lang,
    /// The moment.
    pub now: DateTime<Utc>,
    /// Whether standard output is a terminal.
    pub is_tty: bool,
    /// A number for a request that this command leads to.
    pub request: RequestId,
    /// Whether the board is a demonstration.
    pub demo: bool,
}

/// The client is gone: nobody reads what is said, and the work can stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("nobody listens any more")]
pub struct Gone;

/// What a command reads and where it prints. Every call may wait for the client.
pub trait Out {
    /// Writes to standard output, or to the file that the command writes.
    ///
    /// # Errors
    /// `Gone`.
    fn out(&mut self, bytes: &[u8]) -> Result<(), Gone>;

    /// Writes a sentence to standard error; its line is ended by the client.
    ///
    /// # Errors
    /// `Gone`.
    fn err(&mut self, text: &str) -> Result<(), Gone>;

    /// Says how far the work has come, of how much.
    ///
    /// # Errors
    /// `Gone`.
    fn progress(&mut self, done: u64, total: u64) -> Result<(), Gone>;

    /// The next piece of the file that the command reads; none at its end.
    ///
    /// # Errors
    /// `Gone`, also when the file ended short.
    fn file(&mut self) -> Result<Option<Vec<u8>>, Gone>;
}

/// Runs a command: its exit code.
///
/// # Errors
/// `Gone`.
pub fn run(command: Command, ask: &Ask<'_>, out: &mut dyn Out) -> Result<i32, Gone> {
    let _ = command;
    let seq = ask.engine.board().head().seq;
    out.out(format!("{seq}\n").as_bytes())?;
    Ok(0)
}
