//! A table with its header within a Grid: the rows of data, each with the section that it stands in.
//! May use `guard`, `grid`, `head`, `section`.

use std::sync::Arc;

use super::super::guard::{End, end};
use super::head::Head;
use super::section::{Level, Sections};
use super::{BadSheet, Grid, Row};

/// A table with its header. Its rows stay in the Grid, so that it can be found anew and planned
/// again without a copy.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// The sheet of the file that it stands in.
    pub grid: Arc<Grid>,
    /// The first row of the header, from 1.
    pub header_row: u32,
    /// How many rows the header has.
    pub levels: u32,
    /// The headers: one of two levels is the lower word where that is known, else both with `/`.
    pub headers: Vec<String>,
    /// The unit of money that a title row states (`单位：万元`).
    pub unit: Option<String>,
    /// The year that title rows state (`2026年11月`), where they state one alone.
    pub year: Option<i32>,
    /// How many rows below the end (合计, 注：) were not read.
    pub below: u32,
    /// How many of its rows of data the spreadsheet hides.
    pub hidden: u32,
    data: Vec<Datum>,
    sections: Vec<Vec<String>>,
}

/// A row of data: its place in the Grid and that of its section.
#[derive(Debug, Clone, Copy)]
struct Datum {
    row: u32,
    section: u32,
}

impl Sheet {
    /// Finds header, data and end in a Grid. `known` says whether a cell reads like a known header;
    /// `header` is the header's row where somebody has said it.
    ///
    /// # Errors
    /// `Empty` where no row holds anything, `NoHeaderRow` where the one that was said does not.
    pub fn find(
        grid: Arc<Grid>,
        known: &dyn Fn(&str) -> bool,
        header: Option<u32>,
    ) -> Result<Self, BadSheet> {
        let head = Head::find(&grid, known, header)?;
        let mut sheet = Self {
            header_row: grid.rows[head.first].number,
            levels: u32::try_from(head.levels).unwrap_or(1),
            headers: head.headers.clone(),
            unit: head.unit.clone(),
            year: head.year,
            below: 0,
            hidden: 0,
            data: Vec::new(),
            sections: vec![Vec::new()],
            grid,
        };
        sheet.take_rows(&head);
        Ok(sheet)
    }

    fn take_rows(&mut self, head: &Head) {
        let grid = Arc::clone(&self.grid);
        let sections = Sections::of(&grid, head);
        for at in head.below()..grid.rows.len() {
            let row = &grid.rows[at];
            let Some((column, words)) = grid.own(row).next() else { continue };
            let under = grid.is_filled(row.number, 0) && column > 0;
            match end(words) {
                // A total above all data, or within a division, sums up what is told singly.
                Some(End::Total) if self.data.is_empty() || under => {}
                Some(End::Total | End::Note) => {
                    self.below = u32::try_from(grid.rows.len() - at).unwrap_or(u32::MAX);
                    return;
                }
                Some(End::Subtotal) => {}
                None if head.is_repeated(&grid, row) => {}
                None => match sections.of_row(row) {
                    Some((level, words)) => self.begin(level, words),
                    None => self.push(at, row),
                },
            }
        }
    }

    fn begin(&mut self, level: Level, words: String) {
        let mut section = match (level, self.sections.last().and_then(|section| section.first())) {
            (Level::Lower, Some(upper)) => vec![upper.clone()],
            _ => Vec::new(),
        };
        section.push(words);
        self.sections.push(section);
    }

    fn push(&mut self, at: usize, row: &Row) {
        let place = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        self.hidden += u32::from(row.is_hidden);
        self.data.push(Datum { row: place(at), section: place(self.sections.len() - 1) });
    }

    /// How many rows of data it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.data.len()
    }

    /// Whether it has no row of data.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.data.is_empty()
    }

    /// A row of data, from 0.
    #[must_use]
    pub fn row(&self, at: usize) -> Option<&Row> {
        self.data.get(at).and_then(|datum| self.grid.rows.get(datum.row as usize))
    }

    /// Its rows of data.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = &Row> + DoubleEndedIterator {
        self.data.iter().map(|datum| &self.grid.rows[datum.row as usize])
    }

    /// The sections that a row of data stands in, outermost first: `海洋生物` of a row
    /// `一、海洋生物（12个）` above it. Empty where it stands in none.
    #[must_use]
    pub fn sections(&self, at: usize) -> &[String] {
        let section = self.data.get(at).and_then(|datum| self.sections.get(datum.section as usize));
        section.map_or(&[], Vec::as_slice)
    }
}
