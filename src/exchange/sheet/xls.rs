//! XLS workbooks of Excel 97 to 2003, and of WPS (ET). May use `biff`, `layout`, `range`.

use std::io::Cursor;

use calamine::{Reader, Xls, XlsError};

use super::biff::Biff;
use super::grid::Merge;
use super::heard::Heard;
use super::{BadSheet, Book, Epoch, limit, range};

pub(super) fn read(bytes: &[u8], heard: &mut Heard<'_>) -> Result<Book, BadSheet> {
    let biff = Biff::of(bytes)?;
    // The library lays out all cells between the corners of a sheet.
    if biff.dense() > limit::DENSE {
        return Err(BadSheet::TooLarge);
    }
    heard.first_half(1, 1)?;
    let mut workbook = Xls::new(Cursor::new(bytes)).map_err(|bad| match bad {
        XlsError::Password => BadSheet::Password,
        _ => BadSheet::Damaged,
    })?;
    let epoch = if workbook.has_1904_epoch() { Epoch::Y1904 } else { Epoch::Y1900 };
    let mut layouts = biff.layouts();
    for (at, layout) in layouts.iter_mut().enumerate() {
        layout.merges = merges(&workbook, at);
    }
    range::book(&mut workbook, "XLS", epoch, layouts, heard)
}

fn merges(workbook: &Xls<Cursor<&[u8]>>, at: usize) -> Vec<Merge> {
    let merges = workbook.merge_cells_by_sheet_id(at).unwrap_or_default();
    let merge = |range: &calamine::Dimensions| Merge {
        rows: (range.start.0.saturating_add(1), range.end.0.saturating_add(1)),
        columns: (range.start.1, range.end.1),
    };
    merges.iter().map(merge).collect()
}
