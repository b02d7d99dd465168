//! How much of a sheet is held in memory: beyond it a file is refused with its place, not cut. May
//! use `grid`.

use super::{BadSheet, Row, letters};

/// So many rows a spreadsheet has at most.
pub(super) const ROWS: u32 = 1 << 20;
/// So many cells are held of one file.
const CELLS: usize = 30_000_000;
/// So many cells, empty ones too, a library may lay out at once where it cannot do so piece by piece.
pub(super) const DENSE: u64 = 10_000_000;
/// So many bytes of text are held of one file.
pub(super) const TEXT: usize = 512 << 20;
/// A cell holds at most so many bytes; a spreadsheet stops at 32,767 letters.
const CELL: usize = 1 << 20;

/// What has been taken so far.
#[derive(Debug, Default)]
pub(super) struct Limit {
    rows: u32,
    cells: usize,
    text: usize,
}

impl Limit {
    /// Takes a row.
    pub(super) fn take(&mut self, row: &Row) -> Result<(), BadSheet> {
        self.rows += 1;
        self.cells += row.width();
        if row.bytes() > CELL {
            for (column, cell) in row.cells().enumerate() {
                long_cell(row.number, column, cell.len())?;
            }
        }
        if self.rows > ROWS || self.cells > CELLS {
            return Err(BadSheet::TooLarge);
        }
        self.text(row.bytes(), 0)
    }

    /// Takes text, and looks whether so much more could be taken.
    pub(super) fn text(&mut self, bytes: usize, more: usize) -> Result<(), BadSheet> {
        self.text += bytes;
        if self.text + more > TEXT { Err(BadSheet::TooLarge) } else { Ok(()) }
    }

    /// Takes looking at so many cells under merged ones.
    pub(super) fn work(&mut self, cells: usize) -> Result<(), BadSheet> {
        self.cells += cells;
        if self.cells > CELLS { Err(BadSheet::TooLarge) } else { Ok(()) }
    }
}

/// Looks at how long a cell is.
pub(super) fn long_cell(number: u32, column: usize, bytes: usize) -> Result<(), BadSheet> {
    if bytes <= CELL {
        return Ok(());
    }
    let address = format!("{}{number}", letters(column));
    Err(BadSheet::LongCell { address, kilobytes: CELL >> 10 })
}
