//! What an import found and would do: mapping, counts, and every problem with its cell. The words
//! for it are the commands'. May use `header`.

use super::header::Column;
use crate::domain::FieldKey;
use crate::domain::value_words::Problem;

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

/// What is wrong with a cell or a row. The first three refuse the row; of the others the cell's
/// text is kept as an extra column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// No name.
    Nameless,
    /// The code stands in an earlier row too.
    Twice(u32),
    /// No stage is called so.
    Stage,
    /// The cell does not read as its field.
    Unread(FieldKey, Problem),
    /// Several people in one cell: the first is taken.
    SeveralPeople,
}

impl Why {
    /// Whether the row is left out.
    #[must_use]
    pub const fn refuses(&self) -> bool {
        matches!(self, Self::Nameless | Self::Twice(_) | Self::Stage)
    }
}

/// What an import found and would do.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    /// How the file is encoded.
    pub encoding: &'static str,
    /// The row of the header, from 1; 0 for JSON, which has none.
    pub header_row: u32,
    /// What each column means.
    pub columns: Vec<Column>,
    /// Rows of data.
    pub rows: u32,
    /// Leads that are created.
    pub created: u32,
    /// Rows whose lead is on the board already.
    pub present: u32,
    /// Rows that are refused.
    pub refused: u32,
    /// Rows below the end that were not read.
    pub below: u32,
    /// Names that the roster lacks and that are added to it.
    pub people: Vec<String>,
    /// Units that are added.
    pub units: Vec<String>,
    /// The field that names leads where no column does.
    pub named_by: Option<FieldKey>,
    /// All that is wrong, in order of rows.
    pub issues: Vec<Issue>,
}
