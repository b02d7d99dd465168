//! Cells of a workbook put together as the rows of a Grid, one cell after the other, then its merged
//! cells filled in. May use `grid`, `limit`, `layout`.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::grid::Merge;
use super::layout::{COLUMNS, Layout};
use super::limit::{self, Limit};
use super::{BadSheet, Grid, Row};

/// Cells on their way to rows.
pub(super) struct Rows<'a> {
    limit: &'a mut Limit,
    done: Vec<Row>,
    /// The number of the row that is being put together.
    number: u32,
    /// Its cells: the column and where the text of each begins.
    cells: Vec<(u32, usize)>,
    text: String,
}

impl<'a> Rows<'a> {
    pub(super) fn new(limit: &'a mut Limit) -> Self {
        Self { limit, done: Vec::new(), number: 0, cells: Vec::new(), text: String::new() }
    }

    /// Takes a cell, of a row from 1 and a column from 0.
    pub(super) fn put(
        &mut self,
        number: u32,
        column: u32,
        write: impl FnOnce(&mut String),
    ) -> Result<(), BadSheet> {
        if number > limit::ROWS || column >= COLUMNS {
            return Err(BadSheet::Damaged);
        }
        if number != self.number {
            self.flush()?;
            self.number = number;
        }
        let start = self.text.len();
        write(&mut self.text);
        if self.text.len() > start {
            limit::long_cell(number, column as usize, self.text.len() - start)?;
            self.limit.text(0, self.text.len())?;
            self.cells.push((column, start));
        }
        Ok(())
    }

    fn flush(&mut self) -> Result<(), BadSheet> {
        if self.cells.is_empty() {
            return Ok(());
        }
        let ends = self.cells.iter().skip(1).map(|(_, start)| *start).chain([self.text.len()]);
        let mut cells: Vec<(u32, &str)> = self
            .cells
            .iter()
            .zip(ends)
            .map(|((column, start), end)| (*column, self.text.get(*start..end).unwrap_or("")))
            .collect();
        cells.sort_by_key(|(column, _)| *column);
        cells.dedup_by_key(|(column, _)| *column);
        let row = spread(self.number, &cells);
        self.limit.take(&row)?;
        self.done.push(row);
        self.cells.clear();
        self.text.clear();
        Ok(())
    }

    /// The Grid of all that was put.
    pub(super) fn grid(mut self, mut layout: Layout, grid: Grid) -> Result<Grid, BadSheet> {
        self.flush()?;
        let mut rows = self.done;
        // A file may write its rows in any order, though none is known to.
        rows.sort_by_key(|row| row.number);
        layout.hidden_rows.sort_unstable();
        let mut merges = std::mem::take(&mut layout.merges);
        merges.sort_unstable_by_key(|merge| (merge.rows.0, merge.columns.0));
        let mut grid = Grid { rows, merges, ..grid };
        fill(&mut grid, self.limit)?;
        for row in &mut grid.rows {
            row.is_hidden = layout.is_hidden(row.number);
        }
        let width = grid.width();
        grid.hidden_columns = layout.hidden_columns;
        grid.hidden_columns.retain(|column| (*column as usize) < width);
        Ok(grid)
    }
}

/// A row of cells that stand here and there, in order of their columns.
fn spread(number: u32, cells: &[(u32, &str)]) -> Row {
    let mut next = 0;
    Row::new(
        number,
        cells.iter().flat_map(|(column, text)| {
            let gap = column.saturating_sub(next);
            next = column + 1;
            std::iter::repeat_n("", gap as usize).chain([*text])
        }),
    )
}

/// What a cell of a merged one holds: the text of its first row, or nothing.
type Filled = BTreeMap<usize, Vec<(u32, Option<Arc<str>>)>>;

/// Fills merged cells downwards; what else is under them is not shown, and goes.
fn fill(grid: &mut Grid, limit: &mut Limit) -> Result<(), BadSheet> {
    let mut filled = Filled::new();
    for merge in &grid.merges {
        one(grid, merge, limit, &mut filled)?;
    }
    for (place, cells) in filled {
        let row = &mut grid.rows[place];
        let mut texts: BTreeMap<u32, &str> = (0..).zip(row.cells()).collect();
        for (column, text) in &cells {
            texts.insert(*column, text.as_deref().unwrap_or(""));
        }
        let texts: Vec<(u32, &str)> = texts.into_iter().collect();
        *row = spread(row.number, &texts);
    }
    let down = |m: &Merge| (m.rows.1 > m.rows.0).then_some((m.columns.0, m.rows.0, m.rows.1));
    grid.downs = grid.merges.iter().filter_map(down).collect();
    grid.downs.sort_unstable();
    Ok(())
}

/// What one merged cell fills.
fn one(grid: &Grid, merge: &Merge, limit: &mut Limit, filled: &mut Filled) -> Result<(), BadSheet> {
    let (first, left) = (merge.rows.0, merge.columns.0);
    let top = grid.rows.get(grid.place(first)).filter(|row| row.number == first);
    let text: Option<Arc<str>> = top.map(|row| row.cell(left as usize).into());
    for place in grid.place(first)..grid.place(merge.rows.1.saturating_add(1)) {
        let row = &grid.rows[place];
        let last = u32::try_from(row.width()).unwrap_or(u32::MAX).min(merge.columns.1.saturating_add(1));
        limit.work(1 + (last.saturating_sub(left)) as usize)?;
        let covered = (left + 1..last).filter(|column| !row.cell(*column as usize).is_empty());
        let mut cells: Vec<(u32, Option<Arc<str>>)> = covered.map(|column| (column, None)).collect();
        if row.number > first {
            limit.text(text.as_ref().map_or(0, |text| text.len()), 0)?;
            cells.push((left, text.clone()));
        }
        if !cells.is_empty() {
            filled.entry(place).or_default().extend(cells);
        }
    }
    Ok(())
}
