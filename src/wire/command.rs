//! What a script asks for: one value a command. Ids, kinds, stages and `field=value` words travel
//! as they were typed; the server reads them. Uses nothing of the crate.

use serde::{Deserialize, Serialize};

/// A command as the client has parsed it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Command {
    /// Print the totals and each division.
    Status {
        /// As JSON.
        json: bool,
        /// As they were at the end of this day, in words as forms take them.
        at: Option<String>,
    },
    /// Print the figures of all leads, or of a division's.
    Figures {
        /// As JSON.
        json: bool,
        /// The word for the division.
        division: Option<String>,
    },
    /// Print the records of a kind.
    List {
        /// The word for the kind: `leads`, `target` …
        kind: String,
        /// How.
        form: Form,
        /// Only those that this filter finds, as it was typed.
        filter: Option<String>,
    },
    /// Print one record.
    Show {
        /// Its id.
        id: String,
        /// As JSON.
        json: bool,
    },
    /// Create a record.
    Add {
        /// The word for its kind.
        kind: String,
        /// `field=value` words.
        sets: Vec<String>,
    },
    /// Change fields of a record.
    Set {
        /// Its id.
        id: String,
        /// `field=value` words.
        sets: Vec<String>,
    },
    /// Move a lead to a stage.
    Move {
        /// The lead's id.
        id: String,
        /// The stage's code or word.
        stage: String,
        /// `field=value` words; `why=` gives the reason.
        sets: Vec<String>,
    },
    /// Write a note that counts as progress.
    Note {
        /// The id of the lead, target or request.
        id: String,
        /// The text.
        text: String,
    },
    /// Take this login's last Transaction back.
    Undo,
    /// Do again what was taken back.
    Redo,
    /// Print what changed, newest first.
    History {
        /// Of this record only.
        id: Option<String>,
        /// As JSON.
        json: bool,
        /// At most so many Transactions.
        limit: u32,
        /// Only what came after the mark of this name; after the newest one where it is empty.
        since_mark: Option<String>,
    },
    /// Print a report.
    Report(Report),
    /// Bring in the records of a file, which follows in pieces.
    Import(Box<Import>),
    /// Write records; the bytes of the file come as output.
    Export(Export),
    /// Write the whole board with its history; the bytes of the file come as output.
    Backup {
        /// What the file is called, for the sentence that says what is in it.
        file: String,
    },
    /// Say whether journal, records and references agree.
    Check {
        /// Instead say whether any light is red.
        lights: bool,
    },
    /// Print a moment by the office's clock.
    Moment {
        /// In milliseconds since 1970.
        at: i64,
    },
}

/// A report to be handed around.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// What about.
    pub about: About,
    /// How.
    pub paper: Paper,
    /// Whether confidential leads and phones are told too.
    pub show_contacts: bool,
}

/// What a report is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum About {
    /// What came after the mark of this name; without one, the last seven days.
    Week(Option<String>),
    /// What was pledged at the mark of this name; without one, at the newest that has pledges.
    Pledges(Option<String>),
}

/// How a report is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Paper {
    /// Markdown.
    Markdown,
    /// One HTML file.
    Html,
    /// CSV, of what is one table.
    Csv,
}

/// How records are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Form {
    /// Aligned columns for people.
    Text,
    /// One JSON array.
    Json,
    /// CSV.
    Csv,
}

/// What a file that is written holds. Words travel as they were typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Export {
    /// The word for its form: `xlsx`, `csv`, `json`, `jsonl`, `md`, `ics`.
    pub form: String,
    /// What the file is called, for the sentence that says what is in it; `-`: it is printed.
    pub file: String,
    /// The word for the kind of its records; none: leads, and in a calendar all that falls due.
    pub kind: Option<String>,
    /// Only those that this filter finds.
    pub filter: Option<String>,
    /// The columns, between commas; none: the usual ones.
    pub columns: Option<String>,
    /// The language of headers and words; none: that of whoever asks.
    pub lang: Option<String>,
}

/// How a file is brought in.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Import {
    /// The file's name, for the history and by its ending for its form.
    pub file: String,
    /// Only say what would happen.
    pub dry_run: bool,
    /// Say it as JSON.
    pub json: bool,
    /// Change nothing where there is any problem.
    pub stop: bool,
    /// The word for what the rows are.
    pub kind: Option<String>,
    /// The word for which rows change the board.
    pub mode: Option<String>,
    /// The word for what a row is found by.
    pub matching: Option<String>,
    /// The word for the order of day, month and year.
    pub dates: Option<String>,
    /// The name of a sheet, or `all`.
    pub sheet: Option<String>,
    /// The row of the header.
    pub header: Option<u32>,
    /// How the file is encoded.
    pub encoding: Option<String>,
    /// What stands between its cells.
    pub delimiter: Option<String>,
    /// Headers of columns whose blank cells take the one above.
    pub fill_down: Vec<String>,
    /// Keep these choices under a name.
    pub save: Option<String>,
    /// Take the choices that are kept under a name.
    pub saved: Option<String>,
    /// `header=field` words.
    pub map: Vec<String>,
    /// What one stands for in a bare amount of money.
    pub unit: Option<String>,
    /// The division of records that name none.
    pub division: Option<String>,
}
