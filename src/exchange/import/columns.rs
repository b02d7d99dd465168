//! What the columns of a sheet mean once its cells have been looked at: a column that its cells
//! belie is kept aside, and one that is named by nobody is what its header is like, if its cells read
//! as that. May use `domain`, `header`, `guess`, `row`.

use super::super::guard::bare;
use super::super::sheet::Sheet;
use super::bad_file::BadFile;
use super::guess;
use super::header::{self, Column, Goes, Passed, Sure};
use super::kinds::What;
use super::options::Options;
use super::report::Why;
use super::row::Reader;
use crate::board::Board;
use crate::domain::choice::ChoiceOption;
use crate::domain::date_words::DateProblem;
use crate::domain::money_words::MoneyProblem;
use crate::domain::six_one::SixOneKind;
use crate::domain::value_words::Problem;
use crate::domain::{Choice, FieldKey, Kind, Shape};

/// So many cells of a column show whether it is what its header says.
const SAMPLE: usize = 200;

/// In so many first rows of a sheet its headers are looked for.
const TOP: usize = 12;

/// Gives a reader the columns of a sheet.
pub(super) fn give_columns(reader: &mut Reader, sheet: &Sheet, board: &Board, options: &Options) {
    reader.columns = header::columns(reader.what, &sheet.headers, &options.map);
    for at in 0..reader.columns.len() {
        let Column { goes: Goes::Field(field), sure, .. } = reader.columns[at] else { continue };
        if sure < Sure::Mapped && is_unlike(sheet, reader, board, at, field) {
            let column = &mut reader.columns[at];
            (column.goes, column.sure) = (reader.what.rest(), Sure::None);
            column.passed = Some(Passed::Unlike(field));
            let header = column.header.clone();
            reader.issue(sheet.header_row, Some(at), &header, Why::Unlike(field));
        }
    }
    guess_columns(reader, sheet, board);
}

/// Takes columns that are named by nobody for what their headers are like: the likest first, none for
/// a field that another column is.
fn guess_columns(reader: &mut Reader, sheet: &Sheet, board: &Board) {
    let open = |column: &Column| column.sure == Sure::None && column.passed.is_none();
    let places = reader.columns.iter().enumerate().filter(|(_, column)| open(column));
    let mut found: Vec<(usize, Goes, u8)> = places
        .flat_map(|(at, column)| {
            let alike = guess::alike(reader.what, &column.header).into_iter();
            alike.map(move |(goes, score)| (at, goes, score))
        })
        .collect();
    found.sort_by_key(|(at, _, score)| (std::cmp::Reverse(*score), *at));
    for (at, goes, score) in found {
        let is_taken = reader.columns.iter().any(|column| column.goes == goes);
        let fits = match goes {
            Goes::Field(field) => reads_as(sheet, reader, board, at, field),
            _ => true,
        };
        if open(&reader.columns[at]) && !is_taken && fits {
            let column = &mut reader.columns[at];
            (column.goes, column.sure) = (goes, Sure::Guessed(score));
        }
    }
}

/// Whether a shape says nothing by itself: any text reads as it.
const fn is_wordy(shape: Shape) -> bool {
    matches!(shape, Shape::Text | Shape::Long | Shape::Ref(_) | Shape::Refs(_) | Shape::Words)
}

fn is_unlike(sheet: &Sheet, reader: &Reader, board: &Board, at: usize, field: FieldKey) -> bool {
    let (good, all) = sample(sheet, reader, board, at, field);
    !is_wordy(field.spec().shape) && good * 2 < all
}

/// Whether cells read as a field that only likeness speaks for; a column without any does not.
fn reads_as(sheet: &Sheet, reader: &Reader, board: &Board, at: usize, field: FieldKey) -> bool {
    if is_wordy(field.spec().shape) {
        let cells: Vec<&str> = sheet.rows().filter_map(|row| bare(row.cell(at))).take(SAMPLE).collect();
        let is_number = |text: &&&str| text.chars().filter(char::is_ascii_digit).count() >= 7;
        let is_word = |text: &&&str| text.chars().any(char::is_alphabetic);
        let (numbers, words) = (cells.iter().filter(is_number).count(), cells.iter().filter(is_word).count());
        return match field.key() {
            "phone" => numbers * 2 > cells.len(),
            "code" => !cells.is_empty(),
            // A column of numbers is no name, whatever its header is like.
            _ => words * 2 > cells.len(),
        };
    }
    let (good, all) = sample(sheet, reader, board, at, field);
    good * 10 >= all * 8 && good > 0
}

/// How many of a column's cells read as a field, and of how many.
fn sample(sheet: &Sheet, reader: &Reader, board: &Board, at: usize, field: FieldKey) -> (usize, usize) {
    let shape = field.spec().shape;
    if is_wordy(shape) {
        return (0, 0);
    }
    let cells = sheet.rows().filter_map(|row| bare(row.cell(at))).take(SAMPLE);
    let read = cells.map(|text| match reader.value(board, shape, field, at, text) {
        Ok(_) | Err(Problem::Money(MoneyProblem::NoUnit) | Problem::Date(DateProblem::Ambiguous)) => (1, 1),
        Err(_) => (0, 1),
    });
    read.fold((0, 0), |(good, all), (g, a)| (good + g, all + a))
}

/// The field that leads are named by where no column is the name.
pub(super) fn named_by(what: What, columns: &[Column], sheet: &Sheet) -> Result<Option<FieldKey>, BadFile> {
    let has = |field: &FieldKey| columns.iter().any(|column| column.goes == Goes::Field(*field));
    let mut fields = what.names().iter().filter_map(|key| FieldKey::find(what.kind(), key));
    let found = match fields.find(has) {
        Some(field) => field,
        None if is_matrix(sheet) => return Err(BadFile::Matrix),
        None => {
            let headers = columns.iter().map(|column| column.header.clone()).collect();
            return Err(BadFile::NoName { what, row: sheet.header_row, headers });
        }
    };
    Ok((found.kind() == Kind::Lead && found.key() != "name").then_some(found))
}

/// Whether a sheet is the matrix of the Six Ones: several of them stand side by side at its top.
fn is_matrix(sheet: &Sheet) -> bool {
    let is = |cell: &str| {
        let named = |one: &ChoiceOption| cell.contains(one.zh) || cell.trim().eq_ignore_ascii_case(one.en);
        SixOneKind::OPTIONS.iter().any(named)
            || ["一个", "一支", "一项"].iter().any(|one| cell.starts_with(one))
    };
    let top = sheet.grid.rows.iter().take(TOP);
    top.map(|row| row.cells().filter(|cell| is(cell)).count()).any(|count| count >= 3)
}

/// The place of the column that is a field.
pub(super) fn place_of(columns: &[Column], key: &str) -> Option<usize> {
    columns.iter().position(|column| matches!(column.goes, Goes::Field(field) if field.key() == key))
}
