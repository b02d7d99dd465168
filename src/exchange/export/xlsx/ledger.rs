//! The first sheet: a title, a row of headers, a row a record; and, where a text is too long for
//! a cell, the sheet that holds it whole. May use `cell`, `column`, `guard`.

use rust_xlsxwriter::{ColNum, RowNum, Worksheet};

use super::sheet::{Sheet, within};
use super::{called, rules};
use crate::exchange::export::cell::{Cell, Table};
use crate::exchange::export::column::Column;
use crate::exchange::export::{ExportError, Source};
use crate::exchange::guard;
use crate::domain::{Id, Shape};
use crate::say;

/// The row of the headers.
pub(super) const HEAD: RowNum = 1;
/// The row of the first record.
pub(super) const FIRST: RowNum = 2;
/// So many letters across a page of A4 are still read without a glass.
const PAGE: usize = 320;
/// A record takes so many lines at most, so that many records are seen at once.
const LINES: usize = 3;
/// A piece of a long text that surely fits a cell.
const PIECE: usize = 30_000;

/// A text that is too long for its cell.
pub(super) struct Long {
    id: Id,
    head: String,
    text: String,
}

/// Writes the ledger: the texts that were too long for their cells.
pub(super) fn write(sheet: &mut Sheet<'_>, table: &Table<'_>, name: &str) -> Result<Vec<Long>, ExportError> {
    let source = table.source;
    sheet.sheet.set_name(called(source))?;
    let count = source.ids.len();
    sheet.title(0, &title(source, name, count))?;
    for (col, head) in (0..).zip(table.heads()) {
        sheet.head(HEAD, col, &head)?;
    }
    let mut long = Vec::new();
    for (row, id) in (FIRST..).zip(source.ids) {
        for (col, column) in (0..).zip(&table.columns) {
            let cell = safe(table.cell(*id, column));
            if sheet.put(row, col, &cell)?
                && let Cell::Text(text) = cell
            {
                long.push(Long { id: *id, head: column.header(source.lang), text });
            }
        }
        sheet.end(row, LINES)?;
    }
    rules::lay(sheet, table)?;
    sheet.fit()?;
    let room = sheet.fitting(PAGE);
    page(sheet.sheet, table, room)?;
    Ok(long)
}

fn title(source: &Source<'_>, name: &str, count: usize) -> String {
    let kind = called(source);
    let day = source.board.today().to_string();
    say!(source.lang, "export-title", name = name, kind = kind, day = day, count = count)
}

/// A cell whose text an import gives back: typed as text it is no formula, but some words say that
/// there is nothing, or that the table ends.
fn safe(cell: Cell) -> Cell {
    match cell {
        Cell::Text(text) => Cell::Text(guard::marked(text)),
        cell => cell,
    }
}

/// What is set once for the whole sheet: panes, filter, paper.
fn page(sheet: &mut Worksheet, table: &Table<'_>, room: usize) -> Result<(), ExportError> {
    let (lang, count) = (table.source.lang, table.source.ids.len());
    let last_row = HEAD + RowNum::try_from(count).unwrap_or(0);
    let last_col = ColNum::try_from(table.columns.len()).unwrap_or(1).saturating_sub(1);
    sheet.autofilter(HEAD, 0, last_row, last_col)?;
    let is_named = |column: &Column| matches!(column, Column::Field(f) if ["name", "about"].contains(&f.key()));
    // What tells the rows apart stays, as long as it leaves room for the others.
    let frozen = table.columns.iter().take(3).position(is_named).map_or(1, |at| at + 1);
    sheet.set_freeze_panes(FIRST, ColNum::try_from(frozen).unwrap_or(1))?;
    sheet.set_row_height(0, 24)?.set_row_height(HEAD, 32)?;
    for (col, column) in (0..).zip(&table.columns) {
        if matches!(column, Column::Field(field) if field.spec().shape == Shape::Date) {
            // A day that somebody adds below looks as those above.
            sheet.set_column_format(col, &super::look::Look::new().date)?;
        }
    }
    const A4: u8 = 9;
    sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
    // A page of all columns could not be read: paper gets the first ones, the screen has all.
    let printed = ColNum::try_from(room).unwrap_or(ColNum::MAX).max(1) - 1;
    sheet.set_print_area(0, 0, last_row, printed.min(last_col))?;
    sheet.set_repeat_rows(0, HEAD)?;
    sheet.set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3).set_print_gridlines(true);
    sheet.set_footer(say!(lang, "export-footer"));
    Ok(())
}

/// Writes the texts that were too long for their cells, each in as many rows as it takes.
pub(super) fn long(sheet: &mut Sheet<'_>, long: &[Long]) -> Result<(), ExportError> {
    let lang = sheet.lang;
    sheet.sheet.set_name(say!(lang, "export-sheet-long"))?;
    sheet.title(0, &say!(lang, "export-long"))?;
    let heads = ["export-record", "export-column", "export-part", "export-text"];
    for (col, key) in (0..).zip(heads) {
        sheet.head(HEAD, col, &crate::locales::text(lang, key, None))?;
    }
    let mut row = FIRST;
    for Long { id, head, text } in long {
        let mut rest = text.as_str();
        let mut part = 0;
        while !rest.is_empty() {
            let piece = within(rest, PIECE);
            rest = &rest[piece.len()..];
            part += 1;
            sheet.text(row, 0, &id.to_string())?;
            sheet.text(row, 1, head)?;
            sheet.put(row, 2, &Cell::Number(part))?;
            sheet.text(row, 3, piece)?;
            sheet.end(row, super::sheet::LINES)?;
            row += 1;
        }
    }
    sheet.fit()?;
    sheet.sheet.set_freeze_panes(FIRST, 0)?;
    Ok(())
}
