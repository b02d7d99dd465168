//! Records written as files: a ledger 台账 as a workbook, CSV or Markdown, everything as JSON or JSON
//! Lines, deadlines as iCalendar. What a ledger or JSON says of leads reads back. Pure over `Write`:
//! the same board at the same moment gives the same bytes. May use `domain`, `board`, `locales`,
//! `guard`, `header`.

mod calendar;
mod cell;
mod column;
mod csv;
mod json;
mod markdown;
mod xlsx;

use std::io::{self, Write};

use chrono::{DateTime, Utc};

pub use self::column::{Column, brief, columns, is_computed};
pub(super) use self::json::{FORMAT, LINES};
pub use super::guard::guarded;
use crate::board::Board;
use crate::board::query::Filter;
use crate::domain::{Id, Kind, Lang};

/// How a file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A workbook of sheets with typed cells and charts.
    Xlsx,
    /// CSV with a mark for spreadsheets.
    Csv,
    /// One JSON document.
    Json,
    /// JSON, a record a line.
    JsonLines,
    /// A Markdown table.
    Markdown,
    /// What falls due, as iCalendar.
    Calendar,
}

impl Form {
    /// Each with the word that names it.
    const ALL: [(Self, &'static str); 6] = [
        (Self::Xlsx, "xlsx"),
        (Self::Csv, "csv"),
        (Self::Json, "json"),
        (Self::JsonLines, "jsonl"),
        (Self::Markdown, "md"),
        (Self::Calendar, "ics"),
    ];

    /// The words that name the forms.
    #[must_use]
    pub fn words() -> [&'static str; 6] {
        Self::ALL.map(|(_, word)| word)
    }

    /// The form that a word names, which is also the ending of its files.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        let word = word.to_ascii_lowercase();
        let word = match word.as_str() {
            "ndjson" => "jsonl",
            "markdown" => "md",
            word => word,
        };
        Self::ALL.into_iter().find(|(_, name)| *name == word).map(|(form, _)| form)
    }

    /// The form that the ending of a file's name says.
    #[must_use]
    pub fn of_name(file: &str) -> Option<Self> {
        file.rsplit_once('.').and_then(|(_, ending)| Self::named(ending))
    }

    /// Whether it is of bytes that nobody reads on a terminal.
    #[must_use]
    pub const fn is_binary(self) -> bool {
        matches!(self, Self::Xlsx)
    }
}

/// The kinds of records that are exported.
pub const KINDS: [Kind; 5] = [Kind::Lead, Kind::Target, Kind::Person, Kind::Request, Kind::SixOne];

/// What is written.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    /// The board as it stands.
    pub board: &'a Board,
    /// The kind of its records.
    pub kind: Kind,
    /// The records, in this order.
    pub ids: &'a [Id],
    /// The columns; none: the usual ones of the form.
    pub columns: &'a [Column],
    /// The language.
    pub lang: Lang,
    /// The moment, which the file tells as that of its making.
    pub now: DateTime<Utc>,
    /// Whether the board is a demonstration.
    pub demo: bool,
    /// When a Transaction was, by its sequence number.
    pub changed: &'a dyn Fn(u64) -> Option<DateTime<Utc>>,
}

/// What has been written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Told {
    /// How many records, or dates.
    pub records: usize,
    /// How many cells were too long for a workbook: they stand whole on a sheet of their own.
    pub cut: usize,
}

/// Why nothing is written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ExportError {
    /// It cannot be written to.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// More rows than a sheet has.
    #[error("a sheet has {0} rows and no more")]
    TooMany(usize),
    /// The workbook cannot be made.
    #[error("the workbook cannot be made: {0}")]
    Workbook(String),
}

/// The records of a kind that a filter finds, in order of number.
#[must_use]
pub fn ids(board: &Board, kind: Kind, filter: &Filter) -> Vec<Id> {
    match kind {
        Kind::Lead => filter.leads(board).iter().map(|no| Id::new(kind, no)).collect(),
        _ => board.ids(kind).into_iter().filter(|id| filter.finds(board, *id)).collect(),
    }
}

/// Writes records in a form. A workbook is made in memory, compressed; all others leave as they
/// are made.
///
/// # Errors
/// `ExportError`.
pub fn write(form: Form, source: &Source<'_>, to: &mut dyn Write) -> Result<Told, ExportError> {
    match form {
        Form::Xlsx => xlsx::write(source, to),
        Form::Csv => csv::write(source, to).map_err(ExportError::Io),
        Form::Json => json::document(source, to).map_err(ExportError::Io),
        Form::JsonLines => json::lines(source, to).map_err(ExportError::Io),
        Form::Markdown => markdown::write(source, to).map_err(ExportError::Io),
        Form::Calendar => calendar::write(source, to).map_err(ExportError::Io),
    }
}

impl Source<'_> {
    /// What a whole file of these records tells.
    fn told(&self) -> Told {
        Told { records: self.ids.len(), cut: 0 }
    }
}
