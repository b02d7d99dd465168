//! Commitments 军令状: targets that were pledged at a meeting, as the mark set there names it.
//! May use `domain`, `board`, `overview`.

use chrono::NaiveDate;

use super::overview::{self, Progress};
use super::records::Board;
use crate::domain::Id;

/// The newest mark at which something was pledged.
#[must_use]
pub fn latest(board: &Board) -> Option<Id> {
    board.targets().iter().filter_map(|(_, target)| target.pledged).max()
}

/// The pledges made at a meeting, by division, then by what is due first; each with its target, its
/// figure and its light. Those that stand in no division come last.
#[must_use]
pub fn of(board: &Board, mark: Id) -> Vec<Progress<'_>> {
    let all = board.targets().iter().filter(|(_, target)| target.pledged == Some(mark));
    let mut found: Vec<Progress<'_>> = all.filter_map(|(id, _)| overview::progress(board, id)).collect();
    let place = |division: Option<Id>| (division.is_none(), division.map_or(0, |id| id.no));
    found.sort_by_key(|row| (place(row.target.division), row.target.due.unwrap_or(NaiveDate::MAX), row.id));
    found
}
