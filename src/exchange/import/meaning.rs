//! What the columns of a sheet mean once its cells have been looked at: a column that its cells
//! belie is kept as an extra one. May use `domain`, `header`, `row`.

use super::super::guard::bare;
use super::super::sheet::Sheet;
use super::bad_file::BadFile;
use super::header::{self, Column, Goes, Passed};
use super::plan::Options;
use super::row::Reader;
use crate::board::Board;
use crate::domain::money_words::MoneyProblem;
use crate::domain::value_words::Problem;
use crate::domain::{FieldKey, Kind, Shape};

/// So many cells of a column show whether it is what its header says.
const SAMPLE: usize = 200;

/// Gives a reader the columns of a sheet.
pub(super) fn give_columns(reader: &mut Reader, sheet: &Sheet, board: &Board, options: &Options) {
    reader.columns = header::columns(&sheet.headers, &options.map);
    let by_hand = |column: &Column| options.map.iter().any(|(from, _)| from.trim() == column.header);
    let belied: Vec<(usize, FieldKey)> = reader
        .columns
        .iter()
        .enumerate()
        .filter(|(_, column)| !by_hand(column))
        .filter_map(|(at, column)| match column.goes {
            Goes::Field(field) if is_unlike(sheet, reader, board, at, field) => Some((at, field)),
            _ => None,
        })
        .collect();
    for (at, field) in belied {
        let column = &mut reader.columns[at];
        column.goes = Goes::Extra;
        column.passed = Some(Passed::Unlike(field));
    }
}

fn is_unlike(sheet: &Sheet, reader: &Reader, board: &Board, at: usize, field: FieldKey) -> bool {
    let shape = field.spec().shape;
    if matches!(shape, Shape::Text | Shape::Long | Shape::Ref(_) | Shape::Refs(_) | Shape::Words) {
        return false;
    }
    let cells = sheet.rows().filter_map(|row| bare(row.cell(at))).take(SAMPLE);
    let read = cells.map(|text| match reader.value(board, shape, field, at, text) {
        Ok(_) | Err(Problem::Money(MoneyProblem::NoUnit)) => (1, 1),
        Err(_) => (0, 1),
    });
    let (good, all) = read.fold((0, 0), |(good, all), (g, a)| (good + g, all + a));
    good * 2 < all
}

/// The field that leads are named by where no column is the name.
pub(super) fn named_by(columns: &[Column], sheet: &Sheet) -> Result<Option<FieldKey>, BadFile> {
    let has = |field: &FieldKey| columns.iter().any(|column| column.goes == Goes::Field(*field));
    let mut fields = ["name", "investor", "code"].iter().filter_map(|key| FieldKey::find(Kind::Lead, key));
    let found = fields.find(has).ok_or_else(|| BadFile::NoName {
        row: sheet.header_row,
        headers: columns.iter().map(|column| column.header.clone()).collect(),
    })?;
    Ok((found.key() != "name").then_some(found))
}

/// The place of the column that is a field.
pub(super) fn place_of(columns: &[Column], key: &str) -> Option<usize> {
    columns.iter().position(|column| matches!(column.goes, Goes::Field(field) if field.key() == key))
}

/// Whether the column of names is one of people: 姓名, 人才姓名.
pub(super) fn names_talents(columns: &[Column]) -> bool {
    let header = place_of(columns, "name").map(|at| columns[at].header.as_str());
    header.is_some_and(|header| header.contains("姓名") || header == "团队名称")
}
