//! What is read of the journal at a time, the marks that divide it, and why a day cannot be looked
//! back at. May use `domain`, `board`.

use chrono::NaiveDate;

use super::records::Board;
use super::search::{self, Query};
use super::transaction::{Change, Transaction};
use crate::domain::{Id, Kind};

/// Whose history.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Whose {
    /// That of the whole board.
    #[default]
    All,
    /// What changed a record or is about it.
    Record(Id),
    /// What a login signed.
    Login(String),
}

/// What is to be read of the journal.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ask {
    /// Whose history.
    pub whose: Whose,
    /// Only what came after this mark was set.
    pub since: Option<Id>,
    /// Only what came before this Transaction; none: from the newest on.
    pub before: Option<u64>,
}

/// What was read of the journal.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Page {
    /// The Transactions, newest first.
    pub lines: Vec<Transaction>,
    /// Whether there are older ones.
    pub older: bool,
}

/// Why a day cannot be looked back at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoPast {
    /// It has not come yet; today is the last that can be seen.
    Ahead(NaiveDate),
    /// It lies before the founding, which was on this day.
    BeforeFounding(NaiveDate),
    /// What was known then lies in log files that were put away: the history begins on this day.
    BeforeHistory(NaiveDate),
    /// There is no board yet.
    Unfounded,
    /// Another day is being made for this window.
    Busy,
    /// The history cannot be read.
    Unreadable,
}

/// The mark that was set last; marks are numbered as they are set.
#[must_use]
pub fn newest_mark(board: &Board) -> Option<Id> {
    board.ids(Kind::Mark).last().copied()
}

/// The newest mark of this name; where none has it, the newest that is found by what was typed.
#[must_use]
pub fn mark_named(board: &Board, typed: &str) -> Option<Id> {
    let query = Query::new(typed);
    let marks = || board.ids(Kind::Mark).into_iter().rev();
    let named = |id: &Id| board.title(*id) == typed || id.to_string().eq_ignore_ascii_case(typed);
    let found = |id: &Id| !query.is_empty() && query.finds(&search::key(board.title(*id)));
    marks().find(named).or_else(|| marks().find(found))
}

/// The mark that a Transaction set.
#[must_use]
pub fn mark_of(tx: &Transaction) -> Option<Id> {
    tx.changes.iter().find_map(|change| match change {
        Change::Create { id, .. } | Change::Restore { id, .. } if id.kind == Kind::Mark => Some(*id),
        _ => None,
    })
}
