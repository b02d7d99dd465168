//! Rows of cells as they stand in a file, with the addresses that a spreadsheet shows. A row keeps
//! its cells in one text: a sheet of a million cells is not a million Strings. Uses nothing of the crate.

/// The day that a workbook counts its days from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Epoch {
    /// Day 1 is 1 January 1900.
    #[default]
    Y1900,
    /// Day 0 is 1 January 1904, as older Macs wrote.
    Y1904,
}

/// A row of cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its number in the file, from 1, as a spreadsheet counts.
    pub number: u32,
    /// Whether the spreadsheet hides it.
    pub is_hidden: bool,
    text: Box<str>,
    ends: Box<[u32]>,
}

impl Row {
    /// A row of these cells, without the empty ones at its end.
    #[must_use]
    pub fn new<'a>(number: u32, cells: impl IntoIterator<Item = &'a str>) -> Self {
        let mut text = String::new();
        let mut ends = Vec::new();
        for cell in cells {
            text.push_str(cell);
            ends.push(u32::try_from(text.len()).unwrap_or(u32::MAX));
        }
        let filled = ends.iter().rposition(|end| *end < ends.last().copied().unwrap_or(0));
        // Cells that end where the text ends are empty, but for the first of them.
        ends.truncate(if text.is_empty() { 0 } else { filled.map_or(1, |at| at + 2) });
        Self { number, is_hidden: false, text: text.into(), ends: ends.into() }
    }

    /// The cell of a column, from 0; empty beyond the last.
    #[must_use]
    pub fn cell(&self, column: usize) -> &str {
        let Some(end) = self.ends.get(column) else { return "" };
        let start = column.checked_sub(1).map_or(0, |before| self.ends[before]);
        self.text.get(start as usize..*end as usize).unwrap_or("")
    }

    /// Its cells, up to the last that holds something.
    pub fn cells(&self) -> impl ExactSizeIterator<Item = &str> + DoubleEndedIterator {
        (0..self.ends.len()).map(|column| self.cell(column))
    }

    /// How many cells it has, up to the last that holds something.
    #[must_use]
    pub fn width(&self) -> usize {
        self.ends.len()
    }

    /// How many bytes its texts have.
    pub(super) fn bytes(&self) -> usize {
        self.text.len()
    }

    /// Its cells that hold more than blanks, each with its column.
    pub fn filled(&self) -> impl DoubleEndedIterator<Item = (usize, &str)> {
        self.cells().enumerate().map(|(at, cell)| (at, cell.trim())).filter(|(_, cell)| !cell.is_empty())
    }
}

/// Cells that a spreadsheet shows as one; rows from 1, columns from 0, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Merge {
    pub(super) rows: (u32, u32),
    pub(super) columns: (u32, u32),
}

/// A sheet of a file as it stands there.
#[derive(Debug, Clone, Default)]
pub struct Grid {
    /// What the workbook calls it; empty for a text.
    pub name: String,
    /// Whether the workbook hides it.
    pub is_hidden: bool,
    /// How a text is encoded; of a workbook its form.
    pub encoding: &'static str,
    /// What stands between the cells of a text.
    pub delimiter: Option<u8>,
    /// What a bare number of days counts from.
    pub epoch: Epoch,
    /// Its rows that hold something, from the top. A cell that is merged downwards stands in each of
    /// its rows.
    pub rows: Vec<Row>,
    /// The columns that the spreadsheet hides, from 0.
    pub hidden_columns: Vec<u32>,
    /// The merged cells by row and column.
    pub(super) merges: Vec<Merge>,
    /// The columns of cells that are merged downwards, each with its first and last row.
    pub(super) downs: Vec<(u32, u32, u32)>,
}

impl Grid {
    /// How many of its rows the spreadsheet hides.
    #[must_use]
    pub fn hidden_rows(&self) -> usize {
        self.rows.iter().filter(|row| row.is_hidden).count()
    }

    /// How many columns it has.
    #[must_use]
    pub fn width(&self) -> usize {
        self.rows.iter().map(Row::width).max().unwrap_or(0)
    }

    /// Whether a cell of a row, from 1, stands there only because one above it is merged down over it. An
    /// amount in it counts once, in the row where the cell begins.
    #[must_use]
    pub fn is_filled(&self, number: u32, column: usize) -> bool {
        let Ok(column) = u32::try_from(column) else { return false };
        let before = self.downs.partition_point(|(c, first, _)| (*c, *first) < (column, number));
        let above = before.checked_sub(1).map(|at| self.downs[at]);
        above.is_some_and(|(c, first, last)| c == column && (first + 1..=last).contains(&number))
    }

    /// Its filled cells in a row that are not merged down from above.
    pub(super) fn own<'a>(&'a self, row: &'a Row) -> impl Iterator<Item = (usize, &'a str)> {
        row.filled().filter(|(column, _)| !self.is_filled(row.number, *column))
    }

    /// Over how many columns the cell is merged that begins at a row, from 1, and a column.
    pub(super) fn across(&self, number: u32, column: usize) -> u32 {
        let Ok(column) = u32::try_from(column) else { return 1 };
        let at = self.merges.partition_point(|m| (m.rows.0, m.columns.0) < (number, column));
        let found = self.merges.get(at).filter(|m| (m.rows.0, m.columns.0) == (number, column));
        found.map_or(1, |merge| merge.columns.1 - merge.columns.0 + 1)
    }

    /// The place in `rows` of a row, or of the first after it.
    pub(super) fn place(&self, number: u32) -> usize {
        self.rows.partition_point(|row| row.number < number)
    }
}

/// The letters of a column, from 0: `A`, `B` … `AA`.
#[must_use]
pub fn letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
        rest /= 26;
    }
    letters.iter().rev().collect()
}
