//! One row of a sheet as what it brings: every cell to its field, and what does not fit kept beside
//! it. May use `domain`, `roster`, `guard`, `header`, `order`.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;

use super::super::guard::bare;
use super::super::sheet::{Epoch, Row, Sheet, letters};
use super::brought::{Brought, Said};
use super::cell::is_asked;
use super::header::{Column, Goes};
use super::kinds::What;
use super::options::{Options, Order};
use super::order::Ordered;
use super::report::{Cell, Issue, Why, Yearless};
use super::roster::Roster;
use super::{figure, goals};
use crate::board::Board;
use crate::board::intent::Author;
use crate::domain::money_words::{MoneyProblem, Scale};
use crate::domain::value_words::{Lost, Problem, one_line};
use crate::domain::{FieldKey, Kind, Shape, Value};

/// What every row of a sheet is read with.
pub(super) struct Reader {
    pub(super) what: What,
    pub(super) today: NaiveDate,
    /// The year that the sheet is of, where it says so.
    pub(super) year: Option<i32>,
    pub(super) columns: Vec<Column>,
    /// What one stands for where the header does not say.
    pub(super) unit: Option<Scale>,
    pub(super) epoch: Epoch,
    /// The order of days, by hand.
    pub(super) dates: Option<Order>,
    /// What columns of days say of theirs.
    pub(super) ordered: HashMap<usize, Ordered>,
    pub(super) issues: Vec<Issue>,
    /// Columns with bare amounts whose unit nobody gives, each with the first such cell.
    pub(super) unitless: BTreeMap<usize, Cell>,
    /// The first day whose cell gives no year.
    pub(super) yearless: Option<Yearless>,
}

impl Reader {
    /// A reader that knows no columns yet.
    pub(super) fn new(what: What, sheet: &Sheet, author: &Author<'_>, options: &Options) -> Self {
        Self {
            what,
            today: author.today(),
            year: sheet.year,
            columns: Vec::new(),
            unit: options.unit.or_else(|| sheet.unit.as_deref().and_then(Scale::from_word)),
            epoch: sheet.grid.epoch,
            dates: options.dates,
            ordered: HashMap::new(),
            issues: Vec::new(),
            unitless: BTreeMap::new(),
            yearless: None,
        }
    }

    /// Looks in which order the days of each column stand.
    pub(super) fn give_orders(&mut self, sheet: &Sheet) {
        let is_date =
            |column: &Column| matches!(column.goes, Goes::Field(field) if field.spec().shape == Shape::Date);
        let dates = self.columns.iter().enumerate().filter(|(_, column)| is_date(column));
        self.ordered = dates.map(|(at, _)| (at, Ordered::of(sheet, at))).collect();
    }

    /// The first cell of each column of days that can be read in more than one order, where nobody has
    /// said which.
    pub(super) fn unordered(&self) -> Vec<Cell> {
        let open = self.ordered.values().filter_map(|ordered| ordered.open.clone());
        let mut open: Vec<Cell> = open.filter(|_| self.dates.is_none()).collect();
        open.sort_by_key(|cell| cell.column);
        open
    }

    /// Reads a row. `filled` gives what fills a blank cell.
    pub(super) fn row<'a>(
        &mut self,
        (board, roster): (&Board, &mut Roster),
        (sheet, row): (&Sheet, &'a Row),
        filled: impl Iterator<Item = (usize, &'a str)>,
    ) -> Brought {
        let mut brought = Brought::new(self.what.kind());
        let mut figures = Vec::new();
        let cells = row.cells().enumerate().filter_map(|(at, cell)| Some((at, bare(cell)?)));
        for (at, text) in cells.chain(filled) {
            let goes = self.columns.get(at).map_or(self.what.rest(), |column| column.goes);
            match goes {
                Goes::Field(field) => {
                    // An amount that stands in a merged cell is that of the first row alone.
                    let is_sum = matches!(field.spec().shape, Shape::Money | Shape::Number);
                    if is_sum && sheet.grid.is_filled(row.number, at) {
                        continue;
                    }
                    if figure::is_figure(field) {
                        let scale = self.columns.get(at).and_then(|column| column.unit);
                        figures.push(goals::Cell { at, field, text, scale });
                    } else {
                        self.cell((board, roster), &mut brought, row.number, (at, field), text);
                    }
                }
                Goes::Progress => brought.notes.push(said(text, true)),
                Goes::Remark => brought.notes.push(said(text, false)),
                Goes::Extra => self.keep(&mut brought, at, text),
                Goes::Out => {}
            }
        }
        self.figures(sheet, &mut brought, row.number, figures);
        // Progress before remarks, as they are numbered.
        brought.notes.sort_by_key(|note| !note.progress);
        brought
    }

    /// The figures of a target, which their unit may stand beside.
    fn figures(&mut self, sheet: &Sheet, brought: &mut Brought, row: u32, figures: Vec<goals::Cell<'_>>) {
        if figures.is_empty() {
            return;
        }
        // What is said by hand holds for amounts alone; what the sheet says, for all that has no unit.
        let stated = || sheet.unit.as_deref().and_then(Scale::from_word);
        let scale = if goals::is_money(brought) { self.unit } else { stated() };
        for (cell, problem) in goals::settle(brought, figures, scale) {
            self.keep(brought, cell.at, cell.text);
            self.issue(row, Some(cell.at), cell.text, Why::Unread(cell.field, problem));
        }
    }

    /// Whether a column's days can be read in more than one order, and nobody has said which.
    fn is_open(&self, at: usize) -> bool {
        self.dates.is_none() && self.ordered.get(&at).is_some_and(|ordered| ordered.open.is_some())
    }

    /// Keeps a cell as an extra column, or as a note where the record has no such columns.
    pub(super) fn keep(&self, brought: &mut Brought, at: usize, text: &str) {
        let header = || self.columns.get(at).map_or_else(|| letters(at), |c| c.header.clone());
        if self.what.has_extra() {
            brought.extra.insert(header(), text.trim().to_owned());
        } else if self.what.has_notes() {
            brought.notes.push(said(&format!("{}: {}", header(), text.trim()), false));
        }
    }

    fn cell(
        &mut self,
        (board, roster): (&Board, &mut Roster),
        brought: &mut Brought,
        row: u32,
        (at, field): (usize, FieldKey),
        text: &str,
    ) {
        let set = match (field.key(), field.spec().shape) {
            ("stage", _) => return self.stage(board, brought, (row, at), text),
            ("phone" | "code" | "credit_code" | "login", _) if is_rounded(text) => {
                self.keep(brought, at, text);
                return self.issue(row, Some(at), text, Why::Rounded(field));
            }
            ("owning_unit", _) if roster.division(board, text).is_ok() => {
                // 责任单位 may name the division itself; it is no unit of the support line.
                let division = roster.division(board, text).map_or(Value::Empty, Value::Ref);
                return brought.offer("division", division);
            }
            (_, Shape::Ref(kind @ (Kind::Person | Kind::Unit | Kind::Division))) => {
                self.named((board, roster), brought, (row, at, field, kind), text)
            }
            (_, Shape::Ref(Kind::Lead)) => roster.lead(board, text).map(Value::Ref).map_err(Problem::Name),
            (_, shape) => self.value(board, shape, field, at, text),
        };
        let set = set.and_then(|value| Ok(field.spec().shape.admits(&value).map(|()| value)?));
        match set {
            Ok(value) => {
                if field.spec().shape == Shape::Date {
                    self.note_year(field, (row, at), text);
                }
                brought.give(field, value);
            }
            Err(Problem::Money(MoneyProblem::NoUnit)) => {
                let cell = || Cell { row, column: at, text: text.trim().to_owned() };
                self.unitless.entry(at).or_insert_with(cell);
            }
            // That is asked of the column as a whole.
            Err(problem) if is_asked(&problem) && self.is_open(at) => {}
            Err(problem) => {
                self.keep(brought, at, text);
                // A target of no known area is one of the others.
                let is_closed = !self.what.has_extra() && field.key() != "area";
                if matches!(problem, Problem::Choice(_)) && is_closed {
                    brought.vague.push(field);
                }
                self.issue(row, Some(at), text, Why::Unread(field, problem));
            }
        }
    }

    /// Who or what a cell names; of several in one cell the first, and the cell is kept.
    fn named(
        &mut self,
        (board, roster): (&Board, &mut Roster),
        brought: &mut Brought,
        (row, at, field, kind): (u32, usize, FieldKey, Kind),
        text: &str,
    ) -> Result<Value, Problem> {
        if let Ok(id) = roster.find(board, kind, text) {
            return Ok(Value::Ref(id));
        }
        let names = text.split(['、', '；', ';', '/', '\n', '，']).map(one_line);
        let mut names = names.filter(|name| !name.is_empty());
        let first = names.next().ok_or(Lost::Nobody)?;
        let id = match kind {
            Kind::Division => roster.division(board, &first),
            kind => roster.member(board, kind, &first),
        };
        if id.is_ok() && names.next().is_some() {
            self.keep(brought, at, text);
            self.issue(row, Some(at), text, Why::Several(field));
        }
        Ok(Value::Ref(id?))
    }

    pub(super) fn issue(&mut self, row: u32, column: Option<usize>, text: &str, why: Why) {
        self.issues.push(Issue { row, column, text: text.to_owned(), why });
    }
}

fn said(text: &str, progress: bool) -> Said {
    Said { text: text.trim().to_owned(), progress, fields: None }
}

/// Whether a spreadsheet has cut a long number short: `1.38E+10`.
fn is_rounded(text: &str) -> bool {
    let text = text.trim().to_ascii_uppercase();
    let Some((number, power)) = text.split_once("E+") else { return false };
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    digits(number) && digits(power)
}
