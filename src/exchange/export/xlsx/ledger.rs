//! The first sheet: a title, a row of headers, a row a record; and, where a text is too long for
//! a cell, the sheet that holds it whole. May use `cell`, `column`, `guard`.

use rust_xlsxwriter::{ColNum, RowNum};

use super::sheet::{Sheet, within};
use super::{called, rules};
use crate::domain::{Id, Shape};
use crate::exchange::export::cell::{Cell, Table};
use crate::exchange::export::column::Column;
use crate::exchange::export::{ExportError, Source};
use crate::exchange::guard;
use crate::say;

/// The row of the headers.
pub(super) const HEAD: RowNum = 1;
/// The row of the first record.
pub(super) const FIRST: RowNum = 2;
/// So many letters across a page of A3 are still read without a glass.
const PAGE: usize = 300;
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
    sheet.raw.set_name(called(source))?;
    let count = source.ids.len();
    sheet.title(0, &title(source, name, count))?;
    for (col, head) in (0..).zip(table.heads()) {
        sheet.head(HEAD, col, &head)?;
    }
    sheet.tall(HEAD)?;
    let mut cut = Vec::new();
    for (row, id) in (FIRST..).zip(source.ids) {
        for (col, column) in (0..).zip(&table.columns) {
            let cell = safe(table.cell(*id, column));
            if sheet.put(row, col, &cell)?
                && let Cell::Text(text) = cell
            {
                cut.push(Long { id: *id, head: column.header(source.lang), text });
            }
        }
        sheet.end(row, LINES)?;
    }
    rules::lay(sheet, table)?;
    sheet.fit()?;
    page(sheet, table)?;
    Ok(cut)
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
fn page(sheet: &mut Sheet<'_>, table: &Table<'_>) -> Result<(), ExportError> {
    let count = table.source.ids.len();
    let last_row = HEAD + RowNum::try_from(count).unwrap_or(0);
    let column = |at: usize| ColNum::try_from(at).unwrap_or(ColNum::MAX);
    let last_col = column(table.columns.len().max(1) - 1);
    // A page of all columns could not be read: paper gets the first ones, the screen has all.
    let printed = column(sheet.fitting(PAGE).max(1) - 1).min(last_col);
    sheet.large_paper();
    sheet.raw.set_print_area(0, 0, last_row, printed)?.set_print_gridlines(true);
    sheet.raw.set_repeat_rows(0, HEAD)?.autofilter(HEAD, 0, last_row, last_col)?;
    let is_named =
        |column: &Column| matches!(column, Column::Field(f) if ["name", "about"].contains(&f.key()));
    // What tells the rows apart stays, as long as it leaves room for the others.
    let frozen = table.columns.iter().take(3).position(is_named).map_or(1, |at| at + 1);
    sheet.raw.set_freeze_panes(FIRST, column(frozen))?;
    for (col, column) in (0..).zip(&table.columns) {
        if matches!(column, Column::Field(field) if field.spec().shape == Shape::Date) {
            // A day that somebody adds below looks as those above.
            sheet.raw.set_column_format(col, &sheet.look.date)?;
        }
    }
    Ok(())
}

/// Writes the texts that were too long for their cells, each in as many rows as it takes.
pub(super) fn whole(sheet: &mut Sheet<'_>, texts: &[Long]) -> Result<(), ExportError> {
    let lang = sheet.lang;
    sheet.raw.set_name(say!(lang, "export-sheet-long"))?;
    sheet.title(0, &say!(lang, "export-long"))?;
    let heads = ["export-record", "export-column", "export-part", "export-text"];
    for (col, key) in (0..).zip(heads) {
        sheet.head(HEAD, col, &crate::locales::text(lang, key, None))?;
    }
    let mut row = FIRST;
    for Long { id, head, text } in texts {
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
    sheet.raw.set_freeze_panes(FIRST, 0)?;
    Ok(())
}
