//! The rows of a file and what becomes of each, put into words when they are looked at.
//! May use `exchange`, `ui::views`, `ui::show`, `locales`.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::options::target;
use crate::board::Board;
use crate::domain::{FieldKey, Id, Lang, Value};
use crate::exchange::import::header::Goes;
use crate::exchange::import::{
    Chosen, Decision, Document, Double, Issue, Like, Mode, Options, Report, Update, What,
};
use crate::exchange::sheet::{Sheet as Table, letters};
use crate::say;
use crate::server::requests::imported;
use crate::ui::show;
use crate::ui::views::import::model::{Cell, Fate, Problem, Row, Rows, Say};

/// What a report is about.
#[derive(Debug)]
pub(super) enum Records {
    Sheet(Chosen),
    Json(Arc<Document>),
}

impl Records {
    pub(super) fn what(&self) -> What {
        match self {
            Self::Sheet(chosen) => chosen.what(),
            Self::Json(document) => document.what,
        }
    }

    pub(super) fn table(&self) -> Option<&Table> {
        match self {
            Self::Sheet(chosen) => Some(&chosen.sheet),
            Self::Json(_) => None,
        }
    }

    pub(super) fn name(&self) -> &str {
        match self {
            Self::Sheet(chosen) => &chosen.name,
            Self::Json(_) => "",
        }
    }
}

/// What a plan sets in records that are on the board.
pub(super) type Sets = HashMap<Id, Vec<(FieldKey, Value)>>;

/// See the module.
#[derive(Debug)]
pub(super) struct Lines {
    records: Records,
    options: Options,
    report: Report,
    sets: Arc<Sets>,
    /// The column that names the records.
    named: Option<usize>,
    refused: HashSet<u32>,
    same: HashSet<u32>,
    updates: HashMap<u32, usize>,
    doubles: HashMap<u32, usize>,
}

impl Lines {
    pub(super) fn new(records: Records, options: Options, mut report: Report, sets: Arc<Sets>) -> Self {
        report.issues.sort_by_key(|issue| issue.row);
        report.doubles.sort_by_key(|double| double.row);
        let field = |key: &str| {
            let is = |goes: Goes| matches!(goes, Goes::Field(field) if field.key() == key);
            report.columns.iter().position(|column| is(column.goes))
        };
        let mut keys = report.named_by.map(FieldKey::key).into_iter().chain(["name", "about", "which"]);
        let named = keys.find_map(field);
        let refused = report.issues.iter().filter(|issue| issue.why.refuses()).map(|issue| issue.row);
        let updates = report.updates.iter().enumerate().map(|(place, update)| (update.row, place));
        let doubles = report.doubles.iter().enumerate().map(|(place, double)| (double.row, place));
        Self {
            named,
            refused: refused.collect(),
            same: report.same_rows.iter().copied().collect(),
            updates: updates.collect(),
            doubles: doubles.collect(),
            records,
            options,
            report,
            sets,
        }
    }

    /// The number of a row in the file, from its place.
    fn number(&self, at: usize) -> u32 {
        match self.records.table() {
            Some(table) => table.row(at).map_or(0, |row| row.number),
            None => u32::try_from(at + 1).unwrap_or(u32::MAX),
        }
    }

    /// The place of a row from its number in the file.
    fn place(&self, number: u32) -> usize {
        let Some(table) = self.records.table() else { return (number as usize).saturating_sub(1) };
        let (mut from, mut to) = (0, table.len());
        while from < to {
            let mid = usize::midpoint(from, to);
            if self.number(mid) < number { from = mid + 1 } else { to = mid }
        }
        from
    }

    fn issues(&self, row: u32) -> &[Issue] {
        let from = self.report.issues.partition_point(|issue| issue.row < row);
        let to = self.report.issues.partition_point(|issue| issue.row <= row);
        &self.report.issues[from..to]
    }

    fn update(&self, row: u32) -> Option<&Update> {
        self.report.updates.get(*self.updates.get(&row)?)
    }

    fn double(&self, row: u32) -> Option<&Double> {
        self.report.doubles.get(*self.doubles.get(&row)?)
    }

    fn fate(&self, row: u32) -> Fate {
        let decided = self.options.decisions.get(&row);
        let applies = self.options.mode != Mode::New || matches!(decided, Some(Decision::Update(_)));
        if self.report.rows == 0 || matches!(decided, Some(Decision::Skip)) {
            Fate::Passed
        } else if self.refused.contains(&row) {
            Fate::Refused
        } else if self.updates.contains_key(&row) {
            if applies { Fate::Changed } else { Fate::Passed }
        } else if self.same.contains(&row) {
            Fate::Same
        } else if self.options.mode == Mode::Update {
            Fate::Passed
        } else {
            Fate::New
        }
    }

    fn why(&self, issue: &Issue, board: &Board, lang: Lang) -> String {
        imported::why(&issue.why, self.report.what, board, lang)
    }

    fn more(&self, at: usize, row: u32, board: &Board, lang: Lang) -> String {
        if let Some(update) = self.update(row) {
            return self.changes(at, update, board, lang);
        }
        let issues = self.issues(row);
        let first = issues.iter().find(|issue| issue.why.refuses());
        if let Some(issue) = first {
            return self.why(issue, board, lang);
        }
        if let Some(double) = self.double(row) {
            let like = match double.like {
                Like::Record(id) => format!("{id} {}", board.title(id)),
                Like::Row(other) => say!(lang, "import-like-row", row = other),
            };
            return say!(lang, "preview-may-repeat", like = like, why = imported::likeness(double.why, lang));
        }
        issues.first().map_or_else(String::new, |issue| self.why(issue, board, lang))
    }

    /// What a row changes: each field as it is on the board, and as it would be.
    fn changes(&self, at: usize, update: &Update, board: &Board, lang: Lang) -> String {
        let mut words = vec![update.id.to_string()];
        words.extend(update.fields.iter().map(|field| {
            let from = told(board, *field, &board.value(update.id, *field), lang);
            let label = field.spec().label(lang);
            match self.will_be(at, update.id, *field, board, lang) {
                Some(to) => format!("{label} {from} -> {to}"),
                None => label.to_owned(),
            }
        }));
        if update.notes > 0 {
            words.push(say!(lang, "preview-notes", count = update.notes));
        }
        words.join(lang.pick("；", "; "))
    }

    /// What a field of a record would be: in the board's words where it is planned, and in the file's
    /// where it is not, or somebody is named who comes with it.
    fn will_be(&self, at: usize, id: Id, field: FieldKey, board: &Board, lang: Lang) -> Option<String> {
        let sets = self.sets.get(&id).into_iter().flatten();
        let to = sets.filter(|(set, _)| *set == field).map(|(_, to)| to).next_back();
        let is_there = |to: &&Value| !matches!(to, Value::Ref(id) if !board.has(*id));
        match to.filter(is_there) {
            Some(to) => Some(told(board, field, to, lang)),
            None => self.cell_of(at, field).map(str::to_owned),
        }
    }

    /// What stands in a row for a field.
    fn cell_of(&self, at: usize, field: FieldKey) -> Option<&str> {
        let column = self.report.columns.iter().position(|column| column.goes == Goes::Field(field))?;
        Some(self.records.table()?.row(at)?.cell(column).trim()).filter(|text| !text.is_empty())
    }
}

fn told(board: &Board, field: FieldKey, value: &Value, lang: Lang) -> String {
    if value.is_empty() { "-".to_owned() } else { show::value(board, field, value, lang) }
}

impl Rows for Lines {
    fn len(&self) -> usize {
        self.records.table().map_or(self.report.rows as usize, Table::len)
    }

    fn row(&self, at: usize, board: &Board, lang: Lang) -> Row {
        let number = self.number(at);
        let name = match &self.records {
            Records::Json(document) => document.name(at).to_owned(),
            Records::Sheet(chosen) => {
                let cell = self.named.and_then(|column| Some(chosen.sheet.row(at)?.cell(column)));
                cell.unwrap_or_default().trim().to_owned()
            }
        };
        Row { number, name, fate: self.fate(number), more: self.more(at, number, board, lang) }
    }

    fn cells(&self, at: usize, board: &Board, lang: Lang) -> Vec<Cell> {
        let Some(row) = self.records.table().and_then(|table| table.row(at)) else { return Vec::new() };
        let issues = self.issues(row.number);
        let cells = self.report.columns.iter().enumerate().map(|(at, column)| {
            let wrong = issues.iter().find(|issue| issue.column == Some(at));
            Cell {
                address: format!("{}{}", letters(at), row.number),
                header: column.header.clone(),
                text: row.cell(at).to_owned(),
                goes: target(column.goes),
                wrong: wrong.map_or_else(String::new, |issue| self.why(issue, board, lang)),
            }
        });
        cells.collect()
    }

    fn decisions(&self, at: usize) -> (Vec<Say>, usize) {
        let row = self.number(at);
        let like = self.double(row).and_then(|double| match double.like {
            Like::Record(id) => Some(id),
            Like::Row(_) => None,
        });
        let id = self.update(row).map(|update| update.id).or(like);
        let decided = match self.options.decisions.get(&row) {
            None => Say::Usual,
            Some(Decision::Skip) => Say::Skip,
            Some(Decision::Create) => Say::Create,
            Some(Decision::Update(id)) => Say::Update(*id),
        };
        let id = id.or(match decided {
            Say::Update(id) => Some(id),
            _ => None,
        });
        let all = [Some(Say::Usual), Some(Say::Create), Some(Say::Skip), id.map(Say::Update)];
        let all: Vec<Say> = all.into_iter().flatten().collect();
        let at = all.iter().position(|say| *say == decided).unwrap_or(0);
        (all, at)
    }

    fn next_double(&self, from: usize) -> Option<usize> {
        let number = self.number(from);
        let next = self.report.doubles.iter().find(|double| double.row > number);
        next.or_else(|| self.report.doubles.first()).map(|double| self.place(double.row))
    }

    fn problems(&self) -> usize {
        self.report.issues.len()
    }

    fn problem(&self, at: usize, board: &Board, lang: Lang) -> Problem {
        let Some(issue) = self.report.issues.get(at) else { return Problem::default() };
        let column = issue.column.and_then(|column| self.report.columns.get(column));
        Problem {
            address: issue.address(),
            header: column.map_or_else(String::new, |column| column.header.clone()),
            text: issue.text.clone(),
            why: self.why(issue, board, lang),
            refuses: issue.why.refuses(),
        }
    }

    fn place_of(&self, problem: usize) -> (usize, Option<usize>) {
        let issue = self.report.issues.get(problem);
        issue.map_or((0, None), |issue| (self.place(issue.row), issue.column))
    }
}
