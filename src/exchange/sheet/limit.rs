//! How much of a sheet is held in memory: beyond it a file is refused with its place, not cut. May
//! use `grid`.

use super::{BadSheet, Row, letters};

/// So many rows a spreadsheet has at most.
pub(super) const ROWS: u32 = 1 << 20;
/// So many cells are held of one file.
const CELLS: usize = 30_000_000;
/// So many bytes of text are held of one file.
const TEXT: usize = 1 << 30;
/// A cell holds at most so many bytes; a spreadsheet stops at 32,767 letters.
pub(super) const CELL: usize = 1 << 20;

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
        self.text += row.bytes();
        if row.bytes() > CELL
            && let Some(column) = row.cells().position(|cell| cell.len() > CELL)
        {
            let address = format!("{}{}", letters(column), row.number);
            return Err(BadSheet::LongCell { address, kilobytes: CELL >> 10 });
        }
        if self.rows > ROWS || self.cells > CELLS || self.text > TEXT {
            return Err(BadSheet::TooLarge);
        }
        Ok(())
    }
    /// Takes text that a merged cell brings into further rows.
    pub(super) fn text(&mut self, bytes: usize) -> Result<(), BadSheet> {
        self.text += bytes;
        if self.text > TEXT { Err(BadSheet::TooLarge) } else { Ok(()) }
    }

    /// Takes looking at so many cells under merged ones.
    pub(super) fn work(&mut self, cells: usize) -> Result<(), BadSheet> {
        self.cells += cells;
        if self.cells > CELLS { Err(BadSheet::TooLarge) } else { Ok(()) }
    }
}
