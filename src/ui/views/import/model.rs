//! What a window knows of a file that may be imported: what was found in it and what it would do, made
//! by whoever plans it, and the person's choices, which go back there. May use `domain`, `board`.

use std::fmt::Debug;
use std::sync::Arc;

pub use super::choices::{Came, Choices, Order, Say, SheetChoices};
use crate::board::Board;
use crate::domain::{ChoiceOption, FieldKey, Lang};

/// What a file would do, as it is planned by now.
#[derive(Debug, Clone)]
pub struct Preview {
    /// The choices that it was planned by.
    pub choices: Choices,
    /// What the file is called, without its folder.
    pub file: String,
    /// What it is and how it is encoded, in a word or two.
    pub form: String,
    /// What its records can be, and which of its rows can be brought in, and how they are matched with
    /// those of the board: none where there is nothing to choose.
    pub kinds: &'static [ChoiceOption],
    /// See `kinds`.
    pub modes: &'static [ChoiceOption],
    /// See `kinds`.
    pub matchings: &'static [ChoiceOption],
    /// In which order day, month and year can stand.
    pub orders: &'static [ChoiceOption],
    /// Whether nothing is done where there is any problem.
    pub stops: bool,
    /// The sheets; one without a name where the file has none.
    pub sheets: Vec<Sheet>,
}

impl Preview {
    /// How many rows there are of what, in all sheets that are taken.
    #[must_use]
    pub fn counts(&self) -> Counts {
        self.sheets
            .iter()
            .filter(|sheet| sheet.taken)
            .fold(Counts::default(), |all, sheet| all.and(sheet.counts))
    }

    /// How many problems there are in all sheets that are taken.
    #[must_use]
    pub fn problems(&self) -> usize {
        self.sheets.iter().filter(|sheet| sheet.taken).map(|sheet| sheet.rows.problems()).sum()
    }

    /// What must be said first before anything can be done.
    #[must_use]
    pub fn lack(&self) -> Option<&Lack> {
        self.sheets.iter().filter(|sheet| sheet.taken).find_map(|sheet| sheet.lacks.first())
    }
}

/// A sheet of a file, and what it would do.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// What it is called.
    pub name: String,
    /// Whether it is to be brought in.
    pub taken: bool,
    /// Why it cannot be planned, in a sentence; nothing where it can.
    pub unfit: String,
    /// The row of the header, from 1; 0 where there is none.
    pub header: u32,
    /// What its records are, by the code of one of the kinds.
    pub kind: &'static str,
    /// How many there are of what.
    pub counts: Counts,
    /// The columns.
    pub columns: Vec<Column>,
    /// Where a column can go.
    pub targets: Vec<Target>,
    /// The names of people that are added to the roster.
    pub people: Vec<String>,
    /// The names of units that are added.
    pub units: Vec<String>,
    /// What must be said before anything can be done.
    pub lacks: Vec<Lack>,
    /// The field that names the records where no column of names does.
    pub named_by: Option<FieldKey>,
    /// How many of its rows the spreadsheet hides: they are brought in like the others.
    pub hidden: usize,
    /// How many new records were not held against the board for doubles, since there are too many.
    pub unlooked: usize,
    /// The names of kept choices for sheets of this shape.
    pub fitting: Vec<String>,
    /// Its rows and what is wrong with them.
    pub rows: Arc<dyn Rows>,
}

/// How many rows there are of what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Rows that become a new record.
    pub new: usize,
    /// Rows that change a record.
    pub changed: usize,
    /// Rows that change nothing.
    pub same: usize,
    /// Rows that cannot be taken.
    pub refused: usize,
    /// Rows that are passed over, by the mode or by hand.
    pub passed: usize,
    /// Rows that may repeat a record.
    pub doubles: usize,
    /// Rows below the end of the table, which are not read.
    pub below: usize,
}

impl Counts {
    /// How many rows change something.
    #[must_use]
    pub const fn doing(&self) -> usize {
        self.new + self.changed
    }

    /// These and those.
    const fn and(self, other: Self) -> Self {
        Self {
            new: self.new + other.new,
            changed: self.changed + other.changed,
            same: self.same + other.same,
            refused: self.refused + other.refused,
            passed: self.passed + other.passed,
            doubles: self.doubles + other.doubles,
            below: self.below + other.below,
        }
    }
}

/// A column of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The letters that a spreadsheet shows.
    pub letters: String,
    /// Its header.
    pub header: String,
    /// What stands in some of its cells.
    pub samples: Vec<String>,
    /// Where it goes.
    pub goes: Target,
    /// How sure that is.
    pub sure: Sure,
    /// The field that it looked like and was not taken for.
    pub passed: Option<Passed>,
    /// Whether its blank cells take the one above.
    pub fill: Fill,
}

/// Where a column goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Target {
    /// Into a field.
    Field(FieldKey),
    /// Into a note that counts as progress.
    Progress,
    /// Into another note.
    Remark,
    /// Kept as an extra column.
    Extra,
    /// Nowhere.
    Out,
}

/// Whether blank cells of a column take the one above.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fill {
    /// They stay blank.
    No,
    /// They stay blank, but it looks as if merged cells had been lost.
    Offered,
    /// They do.
    Down,
}

/// How sure it is that a column goes where it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sure {
    /// The person has said so.
    Hand,
    /// The header is the field's own name.
    Name,
    /// The header is another name for the field.
    Synonym,
    /// The header is like the field's name, so many points of a hundred.
    Like(u8),
    /// It goes to no field.
    Nowhere,
}

/// Why a column that looked like a field was not taken for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Passed {
    /// Another column is that field.
    Taken(FieldKey),
    /// Most of its cells do not read as that field.
    Unlike(FieldKey),
}

/// What must be said before anything can be done, with the address and the text of a cell that asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lack {
    /// What one stands for in bare amounts.
    Unit(String, String),
    /// Whether the day or the month comes first.
    Order(String, String),
}

/// The rows of a file: each is put into words when it is looked at.
pub trait Rows: Debug + Send + Sync {
    /// How many rows of data there are.
    fn len(&self) -> usize;
    /// Whether there are none.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }
    /// A row, from 0.
    fn row(&self, at: usize, board: &Board, lang: Lang) -> Row;
    /// The cells of a row and what becomes of each.
    fn cells(&self, at: usize, board: &Board, lang: Lang) -> Vec<Cell>;
    /// What can be decided of a row, always in the same order, and the place of what is decided now.
    fn decisions(&self, at: usize) -> (Vec<Say>, usize);
    /// The next row from one on that may repeat something.
    fn next_double(&self, from: usize) -> Option<usize>;
    /// How many problems there are.
    fn problems(&self) -> usize;
    /// A problem, from 0.
    fn problem(&self, at: usize, board: &Board, lang: Lang) -> Problem;
    /// The row that a problem is in, and the column, if it is in one.
    fn place_of(&self, problem: usize) -> (usize, Option<usize>);
}

/// A row of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its number in the file, from 1.
    pub number: u32,
    /// What its record is called.
    pub name: String,
    /// What becomes of it.
    pub fate: Fate,
    /// More about that: what changes, what it may repeat, why it is not taken.
    pub more: String,
}

/// What becomes of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// A new record.
    New,
    /// It changes a record.
    Changed,
    /// It says what the board says.
    Same,
    /// It cannot be taken.
    Refused,
    /// It is passed over.
    Passed,
}

/// A cell of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// Its address.
    pub address: String,
    /// The header of its column.
    pub header: String,
    /// What stands in it.
    pub text: String,
    /// Where it goes.
    pub goes: Target,
    /// What is wrong with it; nothing where it is empty.
    pub wrong: String,
}

/// Something that is wrong with a cell or a row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Problem {
    /// The address of the cell, or the row's number.
    pub address: String,
    /// The header of its column.
    pub header: String,
    /// What stands in it.
    pub text: String,
    /// What is wrong.
    pub why: String,
    /// Whether the row is not taken because of it.
    pub refuses: bool,
}
