//! A table as CSV with a mark for spreadsheets. May use `cell`, `column`, `guard`.

use std::io::{self, Write};

use super::super::guard::guarded;
use super::cell::{Cell, Table};
use super::{Form, Source, Told, column};

/// Writes the table: a line of headers, then a line a record.
pub(super) fn write(source: &Source<'_>, to: &mut dyn Write) -> io::Result<Told> {
    to.write_all("\u{FEFF}".as_bytes())?;
    let table = Table::new(source, column::of(source, Form::Csv));
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(to);
    writer.write_record(table.heads())?;
    for id in source.ids {
        for column in &table.columns {
            let cell = match table.cell(*id, column) {
                Cell::Text(text) => guarded(text),
                // A number below nothing begins with a sign too, and is no formula.
                cell => cell.text(source.lang),
            };
            writer.write_field(cell)?;
        }
        writer.write_record(None::<&[u8]>)?;
    }
    writer.flush()?;
    Ok(source.told())
}
