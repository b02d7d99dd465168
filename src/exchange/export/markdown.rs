//! A table as Markdown, for a message or a wiki: cells as people read them. May use `cell`, `column`,
//! `document::markdown`.

use std::io::{self, Write};

use super::super::document::markdown::escaped;
use super::cell::Table;
use super::column::{self, Column};
use super::{Form, Source, Told};
use crate::domain::Shape;

/// Writes the table.
pub(super) fn write(source: &Source<'_>, to: &mut dyn Write) -> io::Result<Told> {
    let table = Table::new(source, column::of(source, Form::Markdown));
    let heads = table.columns.iter().map(|column| match column {
        // Amounts say their unit themselves.
        Column::Field(field) => field.spec().label(source.lang).to_owned(),
        column => column.header(source.lang),
    });
    line(to, heads.map(|head| escaped(&head)))?;
    line(to, table.columns.iter().map(|column| if is_number(column) { "---:" } else { "---" }.to_owned()))?;
    for id in source.ids {
        line(to, table.columns.iter().map(|column| escaped(&table.shown(*id, column))))?;
    }
    Ok(source.told())
}

fn is_number(column: &Column) -> bool {
    matches!(column, Column::Field(field) if matches!(field.spec().shape, Shape::Money | Shape::Number))
}

fn line(to: &mut dyn Write, cells: impl Iterator<Item = String>) -> io::Result<()> {
    for cell in cells {
        write!(to, "| {cell} ")?;
    }
    to.write_all(b"|\n")
}
