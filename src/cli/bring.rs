//! How `import` reads a file, beside what it is told most often. May use `wire`.

use clap::{Args, ValueEnum};

use crate::wire::Import;

/// How a file is read and held against the board.
#[derive(Debug, Args)]
pub(super) struct Bring {
    /// Which rows change the board.
    #[arg(long, value_enum, hide_possible_values = true)]
    mode: Option<Mode>,
    /// By what a row is found on the board.
    #[arg(long = "match", value_enum, hide_possible_values = true)]
    matching: Option<Match>,
    /// What the rows are.
    #[arg(long)]
    kind: Option<String>,
    /// Which sheet, or all.
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
    /// The row of the header.
    #[arg(long, value_name = "ROW")]
    header: Option<u32>,
    /// The order of day, month and year.
    #[arg(long, value_enum, hide_possible_values = true)]
    dates: Option<Dates>,
    /// Columns whose blank cells take the one above.
    #[arg(long, value_name = "HEADER")]
    fill_down: Vec<String>,
    /// How the file is encoded.
    #[arg(long, value_name = "NAME")]
    encoding: Option<String>,
    /// What stands between the cells.
    #[arg(long, value_name = "CHARACTER")]
    delimiter: Option<String>,
    /// What is done where there are problems.
    #[arg(long, value_enum, hide_possible_values = true)]
    on_problem: Option<OnProblem>,
    /// Keep these choices under a name.
    #[arg(long, value_name = "NAME")]
    save: Option<String>,
    /// Take the choices kept under a name.
    #[arg(long, value_name = "NAME")]
    saved: Option<String>,
    /// Say it as JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Mode {
    New,
    Update,
    Both,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Match {
    Any,
    Code,
    Credit,
    Name,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Dates {
    Dmy,
    Mdy,
    Ymd,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum OnProblem {
    Skip,
    Stop,
}

/// The word of one of several, as it is typed.
fn word(value: &impl ValueEnum) -> Option<String> {
    value.to_possible_value().map(|value| value.get_name().to_owned())
}

impl Bring {
    /// An import that is also told this.
    pub(super) fn of(self, import: Import) -> Import {
        Import {
            json: self.json,
            stop: self.on_problem == Some(OnProblem::Stop),
            kind: self.kind,
            mode: self.mode.as_ref().and_then(word),
            matching: self.matching.as_ref().and_then(word),
            dates: self.dates.as_ref().and_then(word),
            sheet: self.sheet,
            header: self.header,
            encoding: self.encoding,
            delimiter: self.delimiter,
            fill_down: self.fill_down,
            save: self.save,
            saved: self.saved,
            ..import
        }
    }
}
