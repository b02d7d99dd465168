//! A workbook: the ledger with typed cells, and for leads the figures with their charts, the Six Ones
//! and the commitments. No cell is a formula, whatever its text says. May use `cell`, `column`, `locales`.

mod figures;
mod ledger;
mod look;
mod matrix;
mod pledges;
mod rules;
mod sheet;

use std::io::Write;

use rust_xlsxwriter::{DocProperties, Workbook, XlsxError};

use self::look::Look;
use self::sheet::Sheet;
use super::super::document::titled;
use super::cell::Table;
use super::{ExportError, Form, Source, Told, column};
use crate::domain::Kind;
use crate::say;

/// The rows of a sheet that records can stand in.
const MOST: usize = 1_048_576 - ledger::FIRST as usize;

impl From<XlsxError> for ExportError {
    fn from(error: XlsxError) -> Self {
        match error {
            XlsxError::IoError(error) => Self::Io(error),
            error => Self::Workbook(error.to_string()),
        }
    }
}

/// Writes the workbook.
pub(super) fn write(source: &Source<'_>, to: &mut dyn Write) -> Result<Told, ExportError> {
    if source.ids.len() > MOST {
        return Err(ExportError::TooMany(MOST));
    }
    let lang = source.lang;
    let look = Look::new();
    let mut workbook = Workbook::new();
    let name = titled(source.board.charter().name(lang).to_owned(), source.demo, lang);
    let properties =
        DocProperties::new().set_title(&name).set_author("guatu").set_creation_datetime(&source.now);
    workbook.set_properties(&properties);

    let table = Table::new(source, column::of(source, Form::Xlsx));
    // Row by row through a nameless temporary file: a long ledger takes no memory.
    let mut sheet = Sheet::new(workbook.add_worksheet_with_constant_memory()?, &look, lang);
    let cut = ledger::write(&mut sheet, &table, &name)?;
    if source.kind == Kind::Lead {
        figures::write(&mut Sheet::new(workbook.add_worksheet(), &look, lang), source)?;
        matrix::write(&mut Sheet::new(workbook.add_worksheet(), &look, lang), source)?;
        pledges::write(&mut Sheet::new(workbook.add_worksheet(), &look, lang), source)?;
    }
    if !cut.is_empty() {
        ledger::whole(&mut Sheet::new(workbook.add_worksheet(), &look, lang), &cut)?;
    }
    to.write_all(&workbook.save_to_buffer()?)?;
    Ok(Told { cut: cut.len(), ..source.told() })
}

/// What the sheet of a kind's records is called.
fn called(source: &Source<'_>) -> String {
    match source.kind {
        Kind::Lead => say!(source.lang, "export-sheet-ledger"),
        kind => say!(source.lang, "view-kind", kind = kind.code()),
    }
}
