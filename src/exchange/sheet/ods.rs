//! ODS workbooks. May use `layout`, `package`, `range`, `shown`.

use std::io::Cursor;

use calamine::{Ods, OdsError, Reader};

use super::grid::Merge;
use super::heard::Heard;
use super::layout::{COLUMNS, Layout};
use super::package::{self, Parts};
use super::shown::Shown;
use super::tags::Tag;
use super::{BadSheet, Book, Epoch, limit, range};

const CONTENT: &str = "content.xml";
const MANIFEST: &str = "meta-inf/manifest.xml";
/// So many hidden rows and shown numbers are kept of one file.
const KEPT: usize = 1 << 20;

pub(super) fn read(bytes: &[u8], heard: &mut Heard<'_>) -> Result<Book, BadSheet> {
    let mut tables = Tables::default();
    package::check(bytes, &mut tables, heard)?;
    if tables.is_encrypted {
        return Err(BadSheet::Password);
    }
    // A cell says how often it is repeated: a short file may hold more than there is memory.
    if tables.all.iter().map(Table::dense).sum::<u64>() > limit::DENSE || tables.text > limit::TEXT as u64 {
        return Err(BadSheet::TooLarge);
    }
    let mut workbook = Ods::new(Cursor::new(bytes)).map_err(|bad| match bad {
        OdsError::Password => BadSheet::Password,
        OdsError::CellLimitExceeded { .. } => BadSheet::TooLarge,
        _ => BadSheet::Damaged,
    })?;
    let layouts = tables.all.into_iter().map(|table| table.layout).collect();
    range::book(&mut workbook, "ODS", Epoch::Y1900, layouts, heard)
}

/// The tables of a file, as its tags tell them.
#[derive(Default)]
struct Tables {
    all: Vec<Table>,
    is_open: bool,
    is_manifest: bool,
    is_encrypted: bool,
    /// How much text all cells hold, repeated ones included.
    text: u64,
}

/// One table, and where in it the tags are.
#[derive(Default)]
struct Table {
    layout: Layout,
    /// The row from 1, and how often it is repeated.
    row: u32,
    rows: u32,
    is_row_hidden: bool,
    /// The column from 0.
    column: u32,
    columns: u32,
    cell: Option<Cell>,
    /// The corners of what is filled: first row and column, last row and column.
    filled: Option<[u32; 4]>,
}

/// The cell that the tags are in.
struct Cell {
    columns: u32,
    text: usize,
    shown: Shown,
}

impl Parts for Tables {
    fn is_small(&self, _: &str) -> bool {
        false
    }

    fn is_told(&mut self, name: &str) -> bool {
        self.is_manifest = name == MANIFEST;
        name == CONTENT || name == MANIFEST
    }

    fn tell(&mut self, tag: &Tag<'_>, before: usize) {
        if self.is_manifest {
            self.is_encrypted |= tag.name() == b"encryption-data";
            return;
        }
        if tag.name() == b"table" {
            self.is_open = !tag.is_end();
            if self.is_open {
                self.all.push(Table { rows: 1, ..Table::default() });
            }
        } else if self.is_open
            && let Some(table) = self.all.last_mut()
        {
            self.text = self.text.saturating_add(table.take(tag, before));
        }
    }
}

impl Table {
    /// Takes in a tag; says how much text ends with it.
    fn take(&mut self, tag: &Tag<'_>, before: usize) -> u64 {
        if let Some(cell) = &mut self.cell {
            cell.text += before;
        }
        match (tag.name(), tag.is_end()) {
            (b"table-column", false) => self.column_tag(tag),
            (b"table-row", false) => {
                self.row = self.row.saturating_add(if self.row == 0 { 1 } else { self.rows });
                self.rows = tag.number("table:number-rows-repeated").unwrap_or(1);
                self.is_row_hidden = is_hidden(tag);
                self.column = 0;
            }
            (b"table-cell" | b"covered-table-cell", false) => {
                self.begin(tag);
                if tag.is_closed() {
                    return self.end();
                }
            }
            (b"table-cell" | b"covered-table-cell", true) => return self.end(),
            _ => {}
        }
        0
    }

    fn column_tag(&mut self, tag: &Tag<'_>) {
        let end = self.columns.saturating_add(tag.number("table:number-columns-repeated").unwrap_or(1));
        if is_hidden(tag) {
            self.layout.hidden_columns.extend(self.columns..end.min(COLUMNS));
        }
        self.columns = end;
    }

    fn begin(&mut self, tag: &Tag<'_>) {
        let spanned = |key| tag.number(key).unwrap_or(1).max(1);
        let (rows, columns) = (spanned("table:number-rows-spanned"), spanned("table:number-columns-spanned"));
        let end = |from: u32, n: u32| from.saturating_add(n - 1);
        if (rows > 1 || columns > 1) && self.layout.merges.len() < KEPT {
            self.layout.merges.push(Merge {
                rows: (self.row, end(self.row, rows)),
                columns: (self.column, end(self.column, columns)),
            });
        }
        let shown = match (tag.get("office:value-type"), tag.get("office:currency")) {
            (Some("percentage"), _) => Shown::Percent,
            (Some("currency"), Some(code)) if code != "CNY" => Shown::After(code.to_owned()),
            _ => Shown::Plain,
        };
        let value = ["office:value", "office:date-value", "office:time-value", "office:boolean-value"];
        let words = tag.get("office:string-value").map_or(0, str::len);
        self.cell = Some(Cell {
            columns: tag.number("table:number-columns-repeated").unwrap_or(1),
            text: words + usize::from(value.iter().any(|key| tag.get(key).is_some())),
            shown,
        });
    }

    /// Ends a cell; says how much text it holds, as often as it is repeated.
    fn end(&mut self) -> u64 {
        let Some(cell) = self.cell.take() else { return 0 };
        let column = self.column;
        self.column = column.saturating_add(cell.columns);
        if cell.text == 0 {
            return 0;
        }
        let (row, rows) = (self.row, self.rows.max(1));
        let last = (row.saturating_add(rows - 1), self.column.saturating_sub(1));
        let [top, left, bottom, right] = self.filled.unwrap_or([row, column, last.0, last.1]);
        self.filled = Some([top.min(row), left.min(column), bottom.max(last.0), right.max(last.1)]);
        if self.is_row_hidden && self.layout.hidden_rows.last() < Some(&row) {
            let room = KEPT.saturating_sub(self.layout.hidden_rows.len());
            self.layout.hidden_rows.extend((row..=last.0).take(room));
        }
        if cell.shown != Shown::Plain {
            let places = (row..=last.0).flat_map(|row| (column..=last.1).map(move |column| (row, column)));
            let room = KEPT.saturating_sub(self.layout.shown.len());
            self.layout.shown.extend(places.take(room).map(|place| (place, cell.shown.clone())));
            if rows > 1 {
                self.layout.shown.sort_unstable_by_key(|(place, _)| *place);
            }
        }
        (cell.text as u64).saturating_mul(u64::from(cell.columns)).saturating_mul(u64::from(rows))
    }

    /// How many cells lie between its filled corners.
    fn dense(&self) -> u64 {
        self.filled.map_or(0, |[top, left, bottom, right]| {
            u64::from(bottom - top + 1).saturating_mul(u64::from(right - left + 1))
        })
    }
}

fn is_hidden(tag: &Tag<'_>) -> bool {
    matches!(tag.get("table:visibility"), Some("collapse" | "filter"))
}
