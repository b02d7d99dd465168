//! What a file would change, whatever its form: Changes for one Transaction, with a report of all
//! that was found. Pure: nothing is changed here. May use `domain`, `board`, `report`.

use super::bad_file::BadFile;
use super::report::Report;
use crate::board::Change;
use crate::board::intent::Author;

/// So many rows are planned in a stretch: a few milliseconds' work.
pub(super) const STRETCH: usize = 200;

/// What a file would change.
#[derive(Debug)]
pub struct Plan {
    /// The Changes, people and units first.
    pub changes: Vec<Change>,
    /// What was found, a report a sheet.
    pub reports: Vec<Report>,
}

impl Plan {
    /// How many records are created or changed.
    #[must_use]
    pub fn touched(&self) -> u32 {
        self.reports.iter().map(|report| report.created + report.changed).sum()
    }

    /// Whether something must be said before anything is brought in: a unit of money, or in which
    /// order days are written.
    #[must_use]
    pub fn asks(&self) -> bool {
        self.reports.iter().any(Report::asks)
    }

    /// How many problems there are with cells and rows.
    #[must_use]
    pub fn problems(&self) -> usize {
        self.reports.iter().map(|report| report.issues.len()).sum()
    }
}

/// A file that is being planned, a stretch of rows at a time: the Board that it is held against
/// can be let go of in between.
pub trait Planning {
    /// Plans a stretch of rows; false where none was left.
    ///
    /// # Errors
    /// What makes the whole file unfit; what is wrong with single rows and cells is in the report.
    fn step(&mut self, author: &Author<'_>) -> Result<bool, BadFile>;

    /// How many rows are planned, and of how many.
    fn progress(&self) -> (u64, u64);

    /// What the file would change, as far as it is planned.
    fn finish(self: Box<Self>) -> Plan;
}

pub(super) fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
