//! The Six Ones 六个一 as a matrix: a row a division, a column for each of the six.
//! May use `domain`, `board`.

use super::records::Board;
use crate::domain::six_one::{SixOneKind, SixOneState};
use crate::domain::{Choice, Id};

/// How many there are in a row.
pub const SIX: usize = SixOneKind::ALL.len();

/// A division's six.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// Whose.
    pub division: Id,
    /// By the place of `SixOneKind`; none where the board lacks one.
    pub cells: [Option<Id>; SIX],
    /// How many of them are in place.
    pub ready: usize,
}

/// The rows of a board, the divisions by number.
#[must_use]
pub fn rows(board: &Board) -> Vec<Row> {
    let blank = |(division, _)| Row { division, cells: [None; SIX], ready: 0 };
    let mut rows: Vec<Row> = board.divisions().iter().map(blank).collect();
    for (id, six_one) in board.six_ones().iter() {
        if let Some(row) = rows.iter_mut().find(|row| Some(row.division) == six_one.division) {
            row.cells[six_one.which.place()] = Some(id);
            row.ready += usize::from(six_one.state == SixOneState::Ready);
        }
    }
    rows
}

/// The state after one in the round that a key goes through: vacant, being set up, in place, vacant.
#[must_use]
pub const fn next(state: SixOneState) -> SixOneState {
    match state {
        SixOneState::Vacant => SixOneState::Preparing,
        SixOneState::Preparing => SixOneState::Ready,
        SixOneState::Ready => SixOneState::Vacant,
    }
}
