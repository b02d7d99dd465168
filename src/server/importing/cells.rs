//! The cells of a row with what each is read as, and what is wrong, put into words when they are looked at.
//! May use `lines`, `exchange`, `ui::views`, `ui::show`.

use super::lines::{Lines, Records};
use super::options::target;
use crate::board::Board;
use crate::domain::{FieldKey, Id, Lang, Shape, Value};
use crate::exchange::import::Reading;
use crate::exchange::import::header::Goes;
use crate::exchange::sheet::letters;
use crate::say;
use crate::ui::show;
use crate::ui::views::import::model::{Cell, Problem, Target};

impl Lines {
    /// The cells of a row of a sheet, from 0; at the end the heading that gives its division.
    pub(super) fn cells_of(&self, at: usize, board: &Board, lang: Lang) -> Vec<Cell> {
        let Records::Sheet(chosen) = &self.records else { return Vec::new() };
        let Some(row) = chosen.sheet.row(at) else { return Vec::new() };
        let issues = self.issues(row.number);
        let reading = Reading::of(chosen, &self.report, (board, self.today), at);
        let cells = self.report.columns.iter().enumerate().map(|(at, column)| {
            let text = row.cell(at);
            let value = match column.goes {
                Goes::Field(field) => reading.value(field).map(|value| (field, value)),
                _ => None,
            };
            let issue = issues.iter().find(|issue| issue.column == Some(at));
            let wrong = match issue {
                Some(issue) => self.why(issue, board, lang),
                None => self.asked_of(at, text, value.is_some(), &reading, lang),
            };
            Cell {
                address: format!("{}{}", letters(at), row.number),
                header: column.header.clone(),
                text: text.to_owned(),
                goes: target(column.goes),
                read: value.map_or_else(String::new, |(field, value)| read(field, value, text, board, lang)),
                wrong,
            }
        });
        let heading = reading.heading.as_ref().and_then(|heading| self.heading(heading, board, lang));
        cells.chain(heading).collect()
    }

    /// A problem, from 0: first what is asked.
    pub(super) fn problem_of(&self, at: usize, board: &Board, lang: Lang) -> Problem {
        let header = |column: Option<usize>| {
            let column = column.and_then(|column| self.report.columns.get(column));
            column.map_or_else(String::new, |column| column.header.clone())
        };
        if let Some((cell, of)) = self.asked.get(at) {
            return Problem {
                address: cell.address(),
                header: header(Some(cell.column)),
                text: cell.text.clone(),
                why: say!(lang, "preview-asked", of = *of),
                refuses: true,
            };
        }
        let Some(issue) = self.report.issues.get(at - self.asked.len()) else { return Problem::default() };
        Problem {
            address: issue.address(),
            header: header(issue.column),
            text: issue.text.clone(),
            why: self.why(issue, board, lang),
            refuses: issue.why.refuses(),
        }
    }

    /// What must be said first of a cell's column.
    fn asked_of(&self, at: usize, text: &str, is_read: bool, reading: &Reading, lang: Lang) -> String {
        let is_open = self.report.unordered.iter().any(|cell| cell.column == at);
        if reading.unitless.contains(&at) {
            say!(lang, "preview-no-unit")
        } else if is_open && !is_read && !text.trim().is_empty() {
            say!(lang, "preview-no-order")
        } else {
            String::new()
        }
    }

    /// The heading of a section as a cell.
    fn heading(&self, (text, id): &(String, Id), board: &Board, lang: Lang) -> Option<Cell> {
        let field = FieldKey::find(self.report.what.kind(), "division")?;
        Some(Cell {
            address: String::new(),
            header: say!(lang, "preview-heading"),
            text: text.clone(),
            goes: Target::Field(field),
            read: show::value(board, field, &Value::Ref(*id), lang),
            wrong: String::new(),
        })
    }
}

/// What a cell is read as; nothing where that is a text and the same. Who is not on the board yet is
/// called as in the file.
fn read(field: FieldKey, value: &Value, text: &str, board: &Board, lang: Lang) -> String {
    if value.refs().iter().any(|id| !board.has(*id)) {
        return String::new();
    }
    let words = show::value(board, field, value, lang);
    let is_text = matches!(field.spec().shape, Shape::Text | Shape::Long | Shape::Ref(_) | Shape::Refs(_));
    if is_text && words == text.trim() { String::new() } else { words }
}
