//! What opening a store found and did: said to the person who started it. Uses nothing.

use std::fmt;
use std::path::PathBuf;

/// A step of long work, for a progress bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// What is being done.
    pub task: Task,
    /// So many are done.
    pub done: u64,
    /// Of so many; 0 where that is not known.
    pub total: u64,
}

/// The long works of a store.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Task {
    /// Reading the records.
    Reading,
    /// Reading the audit log.
    Verifying,
    /// Applying Transactions that the working form lacked.
    Applying,
    /// Building the working form anew.
    Rebuilding,
}

/// What opening a store found and did. The default is: all was well.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Opened {
    /// The sequence number of the last Transaction.
    pub seq: u64,
    /// How many records there are.
    pub records: u64,
    /// Transactions of the log that the working form had not applied yet, after a crash.
    pub caught_up: u64,
    /// Where the last line of the log was torn and cut off: it was never acknowledged.
    pub torn: Option<Place>,
    /// Transactions at the log's end that were damaged and written again from the working form.
    pub mended: u64,
    /// Lines of the log that do not say what was written there. The records are sound.
    pub bad_lines: Vec<Place>,
    /// The working form was set aside and built again.
    pub rebuilt: Option<Rebuilt>,
}

impl Opened {
    /// Whether there is anything to tell a person.
    #[must_use]
    pub const fn is_quiet(&self) -> bool {
        self.mended == 0 && self.bad_lines.is_empty() && self.rebuilt.is_none()
    }
}

/// How the working form was built again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rebuilt {
    /// What was wrong with the old one.
    pub why: Suspicion,
    /// The sequence number of the snapshot it was built from; 0 for the log alone.
    pub from: u64,
    /// How many Transactions of the log were applied to it.
    pub replayed: u64,
    /// Where the old one lies now; none where there was none.
    pub aside: Option<PathBuf>,
}

/// What is wrong with a working form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Suspicion {
    /// There is none.
    Missing,
    /// It cannot be opened or read.
    Unreadable,
    /// Records or history are missing or changed.
    Incomplete,
    /// It does not agree with the log.
    Disagrees,
}

/// A line of a file of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The file.
    pub file: PathBuf,
    /// The line, from 1.
    pub line: u64,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, line {}", self.file.display(), self.line)
    }
}
