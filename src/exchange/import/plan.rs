//! What a file would change, whatever its form: Changes for one Transaction, with a report of all
//! that was found. Pure: nothing is changed here. May use `domain`, `board`, `report`, `sheet`.

use std::collections::{BTreeMap, HashSet};

use super::bad_file::BadFile;
use super::report::Report;
use crate::board::Change;
use crate::board::intent::Author;
use crate::domain::money_words::Scale;
use crate::domain::{Edit, Id, Kind};

/// So many rows are planned in a stretch: a few milliseconds' work.
pub(super) const STRETCH: usize = 200;

/// How a file is read beside what it says itself.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Header → name of a field, by hand.
    pub map: Vec<(String, String)>,
    /// What one stands for in a bare amount where the sheet does not say.
    pub unit: Option<Scale>,
    /// The division of leads that name none.
    pub division: Option<Id>,
}

/// What a file would change.
#[derive(Debug)]
pub struct Plan {
    /// The Changes, people and units first.
    pub changes: Vec<Change>,
    /// What was found.
    pub report: Report,
    /// Columns of bare amounts whose unit nobody gives, with the first such row and its cell: it
    /// must be said before anything is brought in.
    pub unitless: BTreeMap<usize, (u32, String)>,
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

/// The placeholder of a file's lead, from 0.
pub(super) fn nth_lead(at: usize) -> Id {
    Id::provisional(Kind::Lead, count(at))
}

/// Takes out references to leads of rows that were left out.
pub(super) fn drop_dangling(changes: &mut [Change]) {
    let created: HashSet<Id> =
        changes.iter().filter(|c| matches!(c, Change::Create { .. })).map(Change::id).collect();
    for change in changes {
        if let Change::Create { fields, .. } = change {
            fields.retain(|(field, value)| {
                let kept = field.spec().edit == Edit::Kept && field.key() == "subject";
                kept || value
                    .refs()
                    .iter()
                    .all(|id| id.kind != Kind::Lead || !id.is_provisional() || created.contains(id))
            });
        }
    }
}
