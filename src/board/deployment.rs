//! The deployment chart 部署图: the targets of each division by area, the worst light first.
//! May use `domain`, `board`, `overview`.

use std::cmp::Reverse;

use chrono::NaiveDate;

use super::overview;
use super::records::Board;
use crate::domain::target::Area;
use crate::domain::{Choice, Id};

/// A division's targets; those that stand in no division are in a row of their own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Whose.
    pub division: Option<Id>,
    /// The targets of each area, as many cells as the chart has areas.
    pub cells: Vec<Vec<Id>>,
}

/// The chart.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Chart {
    /// The areas, left to right: the four of the wall chart, and the fifth where a target has it.
    pub areas: Vec<Area>,
    /// The divisions by digit, each there even without targets; last what stands in none.
    pub rows: Vec<Row>,
}

/// The chart of a board. One pass over its targets. Within a cell the worst light comes first, of
/// equals the one that is due first, then the older one.
#[must_use]
pub fn chart(board: &Board) -> Chart {
    let has_other = board.targets().iter().any(|(_, target)| target.area == Area::Other);
    let areas = Area::ALL.iter().copied().filter(|area| has_other || *area != Area::Other);
    let areas: Vec<Area> = areas.collect();
    let row = |division| Row { division, cells: vec![Vec::new(); areas.len()] };
    let mut rows: Vec<Row> = board.divisions().iter().map(|(id, _)| row(Some(id))).collect();
    let mut strays = row(None);
    for (id, target) in board.targets().iter() {
        let home = rows.iter_mut().find(|row| target.division.is_some() && row.division == target.division);
        let row = home.unwrap_or(&mut strays);
        if let Some(at) = areas.iter().position(|area| *area == target.area) {
            row.cells[at].push(id);
        }
    }
    if strays.cells.iter().any(|cell| !cell.is_empty()) {
        rows.push(strays);
    }
    let due = |id| board.target(id).and_then(|target| target.due).unwrap_or(NaiveDate::MAX);
    let urgency = |id: &Id| (Reverse(overview::light_of(board, *id).signal), due(*id), *id);
    rows.iter_mut().flat_map(|row| &mut row.cells).for_each(|cell| cell.sort_by_cached_key(urgency));
    Chart { areas, rows }
}
