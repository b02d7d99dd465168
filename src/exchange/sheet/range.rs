//! The sheets that a library hands over as a whole, for forms that are not read a cell at a time. May
//! use `cell`, `layout`, `rows`.

use std::io::{Read, Seek};
use std::sync::Arc;

use calamine::{Data, Range, Reader, SheetVisible};

use super::heard::Heard;
use super::layout::Layout;
use super::limit::Limit;
use super::rows::Rows;
use super::{BadSheet, Book, Epoch, Grid, cell};

/// The Book of an opened workbook, with the layouts of its sheets in order.
pub(super) fn book<S: Read + Seek, R: Reader<S>>(
    workbook: &mut R,
    form: &'static str,
    epoch: Epoch,
    layouts: Vec<Layout>,
    heard: &mut Heard<'_>,
) -> Result<Book, BadSheet> {
    let sheets = workbook.sheets_metadata().to_vec();
    let (mut limit, mut grids) = (Limit::default(), Vec::new());
    let mut layouts = layouts.into_iter();
    for (at, sheet) in sheets.iter().enumerate() {
        heard.second_half(at as u64, sheets.len() as u64)?;
        let layout = layouts.next().unwrap_or_default();
        let range = workbook.worksheet_range(&sheet.name).map_err(|_| BadSheet::Damaged)?;
        let grid = Grid {
            name: sheet.name.clone(),
            is_hidden: sheet.visible != SheetVisible::Visible,
            encoding: form,
            epoch,
            ..Grid::default()
        };
        let grid = taken(&range, layout, grid, &mut limit)?;
        if !grid.rows.is_empty() {
            grids.push(Arc::new(grid));
        }
    }
    if grids.is_empty() { Err(BadSheet::NoContent) } else { Ok(Book { form, grids }) }
}

fn taken(range: &Range<Data>, layout: Layout, grid: Grid, limit: &mut Limit) -> Result<Grid, BadSheet> {
    let (top, left) = range.start().unwrap_or_default();
    let place = |n: usize, from: u32| u32::try_from(n).unwrap_or(u32::MAX).saturating_add(from);
    let mut rows = Rows::new(limit);
    for (row, column, value) in range.used_cells() {
        let (row, column) = (place(row, top).saturating_add(1), place(column, left));
        rows.put(row, column, |out| cell::write(value, layout.shown(row, column), out))?;
    }
    rows.grid(layout, grid)
}
