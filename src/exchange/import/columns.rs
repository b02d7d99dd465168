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
        if sure < Sure::Mapped && !is_certain(reader, at, field) {
            pass_unlike(reader, sheet, board, (at, field));
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

/// Headers that mean the stage whatever stands below: a row whose stage is unknown is refused.
const STAGE: &[&str] = &["项目阶段", "阶段"];
/// What headers end with that may hold a word or tell how things go.
const TELLING: &[&str] = &["情况", "进度", "进展"];

/// Whether a column is what its header says even if most of its cells are not: without it a record
/// would be said to be what nobody said.
fn is_certain(reader: &Reader, at: usize, field: FieldKey) -> bool {
    let Column { header, sure, .. } = &reader.columns[at];
    let is_closed = !reader.what.has_extra() && matches!(field.spec().shape, Shape::Choice(_));
    (is_closed && *sure >= Sure::Label)
        || (field.key() == "stage" && STAGE.iter().any(|word| header::is_same(word, header)))
}

/// Passes a column over of which most cells do not read as its field, and tells the first of these:
/// it becomes notes where its header may mean such, else it is kept aside.
fn pass_unlike(reader: &mut Reader, sheet: &Sheet, board: &Board, (at, field): (usize, FieldKey)) {
    let (good, all) = sample(sheet, reader, board, at, field);
    if is_wordy(field.spec().shape) || good * 2 >= all {
        return;
    }
    let is_telling = TELLING.iter().any(|end| reader.columns[at].header.trim().ends_with(end));
    let has_progress = reader.columns.iter().any(|column| column.goes == Goes::Progress);
    if is_telling && reader.what.has_notes() && !has_progress {
        (reader.columns[at].goes, reader.columns[at].sure) = (Goes::Progress, Sure::Synonym);
        return;
    }
    let shape = field.spec().shape;
    let mut cells = sheet.rows().filter_map(|row| Some((row.number, bare(row.cell(at))?)));
    let wrong = cells.find(|(_, text)| !is_read(reader, board, shape, field, at, text));
    if let Some((row, text)) = wrong {
        reader.issue(row, Some(at), text, Why::Unlike(field));
    }
    let rest = reader.what.rest();
    let column = &mut reader.columns[at];
    (column.goes, column.sure, column.passed) = (rest, Sure::None, Some(Passed::Unlike(field)));
}

/// Columns that hold something and are no field, though nobody has said so; those that their cells
/// belie are told of by themselves.
pub(super) fn aside(sheet: &Sheet, columns: &[Column]) -> Vec<usize> {
    let is_aside = |column: &Column| {
        let unlike = matches!(column.passed, Some(Passed::Unlike(_)));
        matches!(column.goes, Goes::Extra | Goes::Out) && column.sure == Sure::None && !unlike
    };
    let holds = |at: &usize| sheet.rows().any(|row| bare(row.cell(*at)).is_some());
    let places = columns.iter().enumerate().filter(|(_, column)| is_aside(column)).map(|(at, _)| at);
    places.filter(holds).collect()
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
    let read = cells.map(|text| usize::from(is_read(reader, board, shape, field, at, text)));
    read.fold((0, 0), |(good, all), one| (good + one, all + 1))
}

/// Whether a cell reads as a field, or would if somebody said one thing more.
fn is_read(reader: &Reader, board: &Board, shape: Shape, field: FieldKey, at: usize, text: &str) -> bool {
    matches!(
        reader.value(board, shape, field, at, text),
        Ok(_) | Err(Problem::Money(MoneyProblem::NoUnit) | Problem::Date(DateProblem::Ambiguous))
    )
}

/// The field that leads are named by where no column is the name.
pub(super) fn named_by(what: What, columns: &[Column], sheet: &Sheet) -> Result<Option<FieldKey>, BadFile> {
    let has = |field: &FieldKey| columns.iter().any(|column| column.goes == Goes::Field(*field));
    let mut fields = what.names().iter().filter_map(|key| FieldKey::find(what.kind(), key));
    let found = fields.find(has).ok_or_else(|| {
        if is_matrix(sheet) {
            return BadFile::Matrix;
        }
        let headers = columns.iter().map(|column| column.header.clone()).collect();
        BadFile::NoName { what, row: sheet.header_row, headers }
    })?;
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
