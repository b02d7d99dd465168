//! What an import found and would do: mapping, counts, and every problem with its cell. The words
//! for it are the commands'. May use `header`, `kinds`.

use chrono::NaiveDate;

use super::super::sheet::letters;
use super::header::Column;
use super::kinds::What;
use super::options::Decision;
use crate::board::doubles::Likeness;
use crate::domain::value_words::Problem;
use crate::domain::{FieldKey, Id};

/// Something that is wrong with a cell or a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// The row, from 1.
    pub row: u32,
    /// The column, from 0; none where it is the row as a whole.
    pub column: Option<usize>,
    /// What the cell holds.
    pub text: String,
    /// What is wrong.
    pub why: Why,
}

impl Issue {
    /// The cell or row as a spreadsheet shows it: `C7`, `7`.
    #[must_use]
    pub fn address(&self) -> String {
        format!("{}{}", self.column.map(letters).unwrap_or_default(), self.row)
    }
}

/// What is wrong with a cell or a row: what refuses the row, then what leaves out a cell, whose text
/// is kept as an extra column where the record has such.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// No name.
    Nameless,
    /// An earlier row is the same record.
    Twice(u32),
    /// No stage is called so.
    Stage,
    /// A record without this field is none.
    Lacks(FieldKey),
    /// The roster's logins, roles and entries are the admins'.
    Admins,
    /// The login is somebody else's.
    Login(Like),
    /// The cell is no word of a closed list that no record is without.
    Vague(FieldKey),
    /// Most cells of the column do not read as what its header says; this is the first of them.
    Unlike(FieldKey),
    /// The cell does not read as its field.
    Unread(FieldKey, Problem),
    /// Several people, units or divisions in one cell: the first is taken.
    Several(FieldKey),
    /// A spreadsheet has cut a long number short: `1.38E+10`.
    Rounded(FieldKey),
}

impl Why {
    /// Whether the row is left out.
    #[must_use]
    pub const fn refuses(&self) -> bool {
        let row = matches!(self, Self::Nameless | Self::Twice(_) | Self::Lacks(_) | Self::Admins);
        row || matches!(self, Self::Stage | Self::Login(_) | Self::Vague(_))
    }
}

/// A cell, where something must be said of its column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The row, from 1.
    pub row: u32,
    /// The column, from 0.
    pub column: usize,
    /// What it holds.
    pub text: String,
}

impl Cell {
    /// As a spreadsheet shows it: `C7`.
    #[must_use]
    pub fn address(&self) -> String {
        format!("{}{}", letters(self.column), self.row)
    }
}

/// Days whose cells give no year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Yearless {
    /// The first of them.
    pub cell: Cell,
    /// What it is read as.
    pub day: NaiveDate,
    /// How many there are.
    pub count: u32,
}

/// A row whose record is on the board and says something else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Update {
    /// The row.
    pub row: u32,
    /// The record.
    pub id: Id,
    /// The fields that differ.
    pub fields: Vec<FieldKey>,
    /// How many notes the record does not have.
    pub notes: u32,
}

/// What a new record looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Like {
    /// A record on the board.
    Record(Id),
    /// An earlier row of the file.
    Row(u32),
}

/// A row that may be something that is there already. It is brought in all the same, unless
/// somebody decides otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Double {
    /// The row.
    pub row: u32,
    /// What it names.
    pub name: String,
    /// What it looks like.
    pub like: Like,
    /// Why.
    pub why: Likeness,
    /// What is done with it.
    pub decision: Decision,
}

/// What an import found in a sheet and would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The name of the sheet, or of the file.
    pub sheet: String,
    /// How the file is encoded.
    pub encoding: &'static str,
    /// The row of the header, from 1; 0 for JSON, which has none.
    pub header_row: u32,
    /// What its rows are.
    pub what: What,
    /// What each column means.
    pub columns: Vec<Column>,
    /// Rows of data.
    pub rows: u32,
    /// Records that are created.
    pub created: u32,
    /// Records that are changed.
    pub changed: u32,
    /// Rows whose record is on the board and says the same.
    pub same: u32,
    /// Rows whose record is on the board and says something else, and is left as it is.
    pub differing: u32,
    /// Rows whose record is not on the board, and that are left out where only those change.
    pub absent: u32,
    /// Rows that somebody decided to leave out.
    pub skipped: u32,
    /// Rows that are refused.
    pub refused: u32,
    /// Rows below the end that were not read.
    pub below: u32,
    /// Hidden rows, which are read like others.
    pub hidden: u32,
    /// Names that the roster lacks and that are added to it.
    pub people: Vec<String>,
    /// Units that are added.
    pub units: Vec<String>,
    /// The field that names leads where no column does.
    pub named_by: Option<FieldKey>,
    /// All that is wrong, in order of rows.
    pub issues: Vec<Issue>,
    /// Of each column with bare amounts whose unit nobody gives, the first.
    pub unitless: Vec<Cell>,
    /// Of each column of days that can be read in more than one order, the first.
    pub unordered: Vec<Cell>,
    /// The days without a year, where there are such.
    pub yearless: Option<Yearless>,
    /// Columns that hold something and are no field, by no wish of anybody.
    pub aside: Vec<usize>,
    /// New leads that belong to no division.
    pub undivided: u32,
    /// Columns of divisions or owners that look as if they had lost their merged cells.
    pub fillable: Vec<usize>,
    /// The rows whose record is on the board and says the same.
    pub same_rows: Vec<u32>,
    /// What differs, whether it is changed or not.
    pub updates: Vec<Update>,
    /// Rows that may be something that is there already.
    pub doubles: Vec<Double>,
    /// New rows that were not held against the board for doubles: there were too many.
    pub unlooked: u32,
}

impl Report {
    /// A report of nothing yet.
    #[must_use]
    pub const fn new(what: What) -> Self {
        Self {
            sheet: String::new(),
            encoding: "",
            header_row: 0,
            what,
            columns: Vec::new(),
            rows: 0,
            created: 0,
            changed: 0,
            same: 0,
            differing: 0,
            absent: 0,
            skipped: 0,
            refused: 0,
            below: 0,
            hidden: 0,
            people: Vec::new(),
            units: Vec::new(),
            named_by: None,
            issues: Vec::new(),
            unitless: Vec::new(),
            unordered: Vec::new(),
            yearless: None,
            aside: Vec::new(),
            undivided: 0,
            fillable: Vec::new(),
            same_rows: Vec::new(),
            updates: Vec::new(),
            doubles: Vec::new(),
            unlooked: 0,
        }
    }

    /// Whether something must be said before anything is brought in.
    #[must_use]
    pub const fn asks(&self) -> bool {
        !self.unitless.is_empty() || !self.unordered.is_empty()
    }

    /// Rows whose record is on the board, changed or not.
    #[must_use]
    pub const fn present(&self) -> u32 {
        self.changed + self.same + self.differing
    }
}
