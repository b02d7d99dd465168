//! What was planned of a file, as the window shows it. May use `exchange`, `ui::views`, `locales`.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use super::source::{Body, Source};
use crate::board::Board;
use crate::domain::{FieldKey, Kind, Lang};
use crate::exchange::import::header::{Column as Planned, Goes, Passed as WhyNot};
use crate::exchange::import::{Issue, Report};
use crate::exchange::sheet::{Sheet as Table, letters};
use crate::server::requests::imported;
use crate::ui::views::import::model::{
    Cell, Choices, Column, Counts, Fate, Lack, Passed, Preview, Problem, Row, Rows, Sheet, Sure, Target,
};

/// So many samples of a column are shown.
const SAMPLES: usize = 3;
/// They are looked for in so many rows.
const LOOKED: usize = 50;

/// What a window shows.
pub(super) fn preview(
    source: &Source,
    choices: &Choices,
    report: Report,
    unitless: &BTreeMap<usize, (u32, String)>,
) -> Preview {
    let form = match &source.body {
        Body::Sheet(_) => format!("CSV {}", report.encoding),
        Body::Json(_) => "JSON".to_owned(),
    };
    let lack = |(at, (row, text)): (&usize, &(u32, String))| {
        Lack::Unit(format!("{}{row}", letters(*at)), text.clone())
    };
    let counts = Counts {
        new: report.created as usize,
        same: report.present as usize,
        refused: report.refused as usize,
        below: report.below as usize,
        ..Counts::default()
    };
    let table = match &source.body {
        Body::Sheet(table) => Some(table.clone()),
        Body::Json(_) => None,
    };
    let chosen = choices.sheets.get(&0);
    let by_hand = |header: &str| chosen.is_some_and(|here| here.columns.contains_key(header));
    let columns = report.columns.iter().enumerate();
    let columns = columns.map(|(at, column)| self::column(at, column, table.as_ref(), by_hand(&column.header)));
    let sheet = Sheet {
        name: String::new(),
        taken: true,
        unfit: String::new(),
        header: report.header_row,
        kind: Kind::Lead.code(),
        counts,
        columns: columns.collect(),
        targets: targets(),
        people: report.people.clone(),
        units: report.units.clone(),
        lacks: unitless.iter().map(lack).collect(),
        rows: Arc::new(Lines::new(table, report)),
    };
    let file = source.name.clone();
    Preview {
        choices: choices.clone(),
        file,
        form,
        kinds: &[],
        modes: &[],
        matchings: &[],
        sheets: vec![sheet],
    }
}

fn targets() -> Vec<Target> {
    let fields = FieldKey::all(Kind::Lead).filter(|field| field.is_given() && field.key() != "extra");
    fields.map(Target::Field).chain([Target::Progress, Target::Remark, Target::Extra]).collect()
}

fn target(goes: Goes) -> Target {
    match goes {
        Goes::Field(field) => Target::Field(field),
        Goes::Progress => Target::Progress,
        Goes::Remark => Target::Remark,
        Goes::Extra => Target::Extra,
    }
}

fn column(at: usize, column: &Planned, table: Option<&Table>, by_hand: bool) -> Column {
    let sure = match column.goes {
        _ if by_hand => Sure::Hand,
        Goes::Extra => Sure::Nowhere,
        _ => Sure::Name,
    };
    let passed = column.passed.map(|passed| match passed {
        WhyNot::Taken(field) => Passed::Taken(field),
        WhyNot::Unlike(field) => Passed::Unlike(field),
    });
    Column {
        letters: letters(at),
        header: column.header.clone(),
        samples: table.map_or_else(Vec::new, |table| samples(table, at)),
        goes: target(column.goes),
        sure,
        passed,
    }
}

/// What stands in some cells of a column, each once.
fn samples(table: &Table, at: usize) -> Vec<String> {
    let mut seen = HashSet::new();
    let cells = table.rows().take(LOOKED).map(|row| row.cell(at).trim());
    let cells = cells.filter(|cell| !cell.is_empty() && seen.insert(*cell));
    cells.take(SAMPLES).map(str::to_owned).collect()
}

/// The rows of a file and what was found in them.
#[derive(Debug)]
struct Lines {
    table: Option<Table>,
    report: Report,
    /// The numbers of the rows that are refused.
    refused: HashSet<u32>,
}

impl Lines {
    fn new(table: Option<Table>, report: Report) -> Self {
        let refused = report.issues.iter().filter(|issue| issue.why.refuses()).map(|issue| issue.row).collect();
        Self { table, report, refused }
    }

    fn issues(&self, row: u32) -> impl Iterator<Item = &Issue> {
        self.report.issues.iter().filter(move |issue| issue.row == row)
    }
}

impl Rows for Lines {
    fn len(&self) -> usize {
        self.table.as_ref().map_or(0, |table| table.len())
    }

    fn row(&self, at: usize, board: &Board, lang: Lang) -> Row {
        let row = self.table.as_ref().and_then(|table| table.row(at));
        let number = row.map_or(0, |row| row.number);
        let named = self.report.columns.iter().position(|column| {
            matches!(column.goes, Goes::Field(field) if field.key() == "name")
        });
        let name = named.and_then(|at| Some(row?.cell(at))).unwrap_or_default().to_owned();
        let fate = if self.refused.contains(&number) { Fate::Refused } else { Fate::New };
        let more = self.issues(number).next().map(|issue| imported::why(&issue.why, board, lang));
        Row { number, name, fate, more: more.unwrap_or_default() }
    }

    fn cells(&self, at: usize, board: &Board, lang: Lang) -> Vec<Cell> {
        let Some(row) = self.table.as_ref().and_then(|table| table.row(at)) else { return Vec::new() };
        let cell = |(at, column): (usize, &Planned)| {
            let wrong = self.issues(row.number).find(|issue| issue.column == Some(at));
            Cell {
                address: format!("{}{}", letters(at), row.number),
                header: column.header.clone(),
                text: row.cell(at).to_owned(),
                goes: target(column.goes),
                wrong: wrong.map_or_else(String::new, |issue| imported::why(&issue.why, board, lang)),
            }
        };
        self.report.columns.iter().enumerate().map(cell).collect()
    }

    fn problems(&self) -> usize {
        self.report.issues.len()
    }

    fn problem(&self, at: usize, board: &Board, lang: Lang) -> Problem {
        let Some(issue) = self.report.issues.get(at) else {
            let none = String::new;
            return Problem { address: none(), header: none(), text: none(), why: none(), refuses: false };
        };
        let column = issue.column.and_then(|at| Some((letters(at), self.report.columns.get(at)?)));
        let (column, header) = column.map_or_else(Default::default, |(column, c)| (column, c.header.clone()));
        Problem {
            address: format!("{column}{}", issue.row),
            header,
            text: issue.text.clone(),
            why: imported::why(&issue.why, board, lang),
            refuses: issue.why.refuses(),
        }
    }

    fn place_of(&self, problem: usize) -> (usize, Option<usize>) {
        let issue = self.report.issues.get(problem);
        let number = issue.map_or(0, |issue| issue.row);
        let rows = self.table.iter().flat_map(|table| table.rows());
        (rows.take_while(|row| row.number < number).count(), issue.and_then(|issue| issue.column))
    }
}
