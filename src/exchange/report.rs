//! What an import found and did, as data and as text: mapping, counts, and every problem with its
//! cell. May use `header`, `sheet`, `locales`.

use super::header::{Column, Goes, Passed};
use super::sheet::Sheet;
use crate::domain::value_words::Problem;
use crate::domain::{FieldKey, Lang};
use crate::say;
use crate::ui::text::clean;

/// So many problems are printed; the rest are counted.
const PRINTED: usize = 200;

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
    /// The row of the header, from 1.
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

impl Report {
    /// The report as lines of text.
    #[must_use]
    pub fn lines(&self, lang: Lang) -> Vec<String> {
        let mut lines = vec![say!(
            lang,
            "import-read",
            encoding = self.encoding,
            header = self.header_row,
            rows = self.rows
        )];
        lines.extend(self.columns.iter().enumerate().map(|(at, column)| column_line(at, column, lang)));
        if let Some(field) = self.named_by {
            lines.push(say!(lang, "import-named-by", field = field.spec().label(lang)));
        }
        lines.push(say!(
            lang,
            "import-counts",
            created = self.created,
            present = self.present,
            refused = self.refused
        ));
        for (key, names) in [("import-people", &self.people), ("import-units", &self.units)] {
            if !names.is_empty() {
                let list = clean(&names.join(lang.pick("、", ", "))).into_owned();
                lines.push(say!(lang, key, count = names.len(), names = list));
            }
        }
        if self.below > 0 {
            lines.push(say!(lang, "import-below", count = self.below));
        }
        lines.extend(self.issues.iter().take(PRINTED).map(|issue| self.issue_line(issue, lang)));
        if self.issues.len() > PRINTED {
            lines.push(say!(lang, "import-more-issues", count = self.issues.len() - PRINTED));
        }
        lines
    }

    fn issue_line(&self, issue: &Issue, lang: Lang) -> String {
        let column = issue.column.and_then(|at| Some((at, self.columns.get(at)?)));
        let cell = column.map_or_else(
            || issue.row.to_string(),
            |(at, column)| format!("{}{} {}", Sheet::letters(at), issue.row, clean(&column.header)),
        );
        let text = crate::ui::text::line(&issue.text, 40, "...");
        say!(lang, "import-issue", cell = cell, text = text, why = why(&issue.why, lang))
    }
}

fn column_line(at: usize, column: &Column, lang: Lang) -> String {
    let to = match column.goes {
        Goes::Field(field) => field.spec().label(lang).to_owned(),
        Goes::Progress => say!(lang, "import-to-progress"),
        Goes::Remark => say!(lang, "import-to-remark"),
        Goes::Extra => say!(lang, "import-to-extra"),
    };
    let because = match column.passed {
        Some(Passed::Taken(field)) => say!(lang, "import-taken", field = field.spec().label(lang)),
        Some(Passed::Unlike(field)) => say!(lang, "import-unlike", field = field.spec().label(lang)),
        None => String::new(),
    };
    let header = clean(&column.header).into_owned();
    format!("  {:>3}  {header} -> {to}{because}", Sheet::letters(at))
}

fn why(why: &Why, lang: Lang) -> String {
    match why {
        Why::Nameless => say!(lang, "import-nameless"),
        Why::Twice(row) => say!(lang, "import-twice", row = *row),
        Why::Stage => say!(lang, "import-stage"),
        Why::SeveralPeople => say!(lang, "import-several-people"),
        Why::Unread(field, problem) => {
            let problem = crate::locales::problem::said(problem, lang);
            say!(lang, "import-unread", field = field.spec().label(lang), problem = problem)
        }
    }
}
