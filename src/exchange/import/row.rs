//! One row of a sheet as a lead with its notes: every cell to its field, and what does not fit
//! kept beside it. May use `domain`, `roster`, `guard`, `header`.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::super::guard::bare;
use super::super::sheet::{Row, letters};
use super::header::{Column, Goes};
use super::plan::Options;
use super::report::{Issue, Why};
use super::roster::Roster;
use crate::board::Board;
use crate::board::intent::Author;
use crate::domain::lead::{Contract, EndReason};
use crate::domain::money_words::{MoneyProblem, Scale};
use crate::domain::typed::plain;
use crate::domain::value_words::{Lost, Names, Problem, Reading, lean_of, one_line, read};
use crate::domain::{Choice, FieldKey, Id, Kind, Lead, Record, Shape, Stage, Value};

/// What every row is read with.
pub(super) struct Reader {
    today: NaiveDate,
    pub(super) columns: Vec<Column>,
    /// What one stands for where the header does not say.
    unit: Option<Scale>,
    pub(super) roster: Roster,
    pub(super) issues: Vec<Issue>,
    /// Columns with bare amounts whose unit nobody gives, with the first such row and its cell.
    pub(super) unitless: BTreeMap<usize, (u32, String)>,
}

/// What a row brings.
#[derive(Default)]
pub(super) struct Brought {
    pub(super) lead: Lead,
    pub(super) progress: Vec<String>,
    pub(super) remarks: Vec<String>,
    /// Whether the row cannot be brought in.
    pub(super) refused: bool,
}

impl Reader {
    /// A reader that knows no columns yet. `stated` is the unit of money that the sheet states.
    pub(super) fn new(author: &Author<'_>, stated: Option<&str>, options: &Options) -> Self {
        Self {
            today: author.today(),
            columns: Vec::new(),
            unit: options.unit.or_else(|| stated.and_then(Scale::from_word)),
            roster: Roster::default(),
            issues: Vec::new(),
            unitless: BTreeMap::new(),
        }
    }

    /// Reads a row.
    pub(super) fn row(&mut self, board: &Board, row: &Row) -> Brought {
        let mut brought = Brought::default();
        for (at, cell) in row.cells().enumerate() {
            let Some(text) = bare(cell) else { continue };
            let goes = self.columns.get(at).map_or(Goes::Extra, |column| column.goes);
            match goes {
                Goes::Field(field) => self.cell(board, &mut brought, row, (at, field), text),
                Goes::Progress => brought.progress.push(text.trim().to_owned()),
                Goes::Remark => brought.remarks.push(text.trim().to_owned()),
                Goes::Extra => self.keep(&mut brought, at, text),
            }
        }
        brought
    }

    fn keep(&self, brought: &mut Brought, at: usize, text: &str) {
        let header = self.columns.get(at).map_or_else(|| letters(at), |c| c.header.clone());
        brought.lead.extra.insert(header, text.trim().to_owned());
    }

    fn cell(
        &mut self,
        board: &Board,
        brought: &mut Brought,
        row: &Row,
        (at, field): (usize, FieldKey),
        text: &str,
    ) {
        let named = |found: Result<Id, Lost>| found.map(Value::Ref).map_err(Problem::Name);
        let set = match (field.key(), field.spec().shape) {
            ("stage", _) => return self.stage(board, brought, row, at, text),
            ("owning_unit", _) if self.roster.division(board, text).is_ok() => {
                // 责任单位 may name the division itself; it is no unit of the support line.
                return self.division_as_unit(board, brought, text);
            }
            (_, Shape::Ref(Kind::Person)) => self.person(board, brought, row, at, text),
            (_, Shape::Ref(Kind::Unit)) => named(self.roster.member(board, Kind::Unit, text)),
            (_, Shape::Ref(Kind::Division)) => named(self.roster.division(board, text)),
            (_, Shape::Ref(Kind::Lead)) => named(self.roster.lead(board, text)),
            (_, shape) => self.value(board, shape, field, at, text),
        };
        let set = set.and_then(|value| Ok(brought.lead.set(field, value)?));
        match set {
            Ok(()) => {}
            Err(Problem::Money(MoneyProblem::NoUnit)) => {
                self.unitless.entry(at).or_insert_with(|| (row.number, text.to_owned()));
            }
            Err(problem) => {
                self.keep(brought, at, text);
                self.issue(row, Some(at), text, Why::Unread(field, problem));
            }
        }
    }

    /// A cell of a shape that needs no new record.
    pub(super) fn value(
        &self,
        board: &Board,
        shape: Shape,
        field: FieldKey,
        at: usize,
        text: &str,
    ) -> Result<Value, Problem> {
        let unit = self.columns.get(at).and_then(|column| column.unit).or(self.unit);
        let reading = Reading { today: self.today, lean: lean_of(field), unit, names: board };
        let value = read(shape, text, &reading);
        // A sheet that was saved without its formats holds day numbers.
        match (shape, &value) {
            (Shape::Date, Err(Problem::Date(_))) => {
                crate::domain::date_words::serial(text).map(Value::Date).map_or(value, Ok)
            }
            _ => value,
        }
    }

    /// The owner; of several people in one cell the first, and the cell is kept.
    fn person(
        &mut self,
        board: &Board,
        brought: &mut Brought,
        row: &Row,
        at: usize,
        text: &str,
    ) -> Result<Value, Problem> {
        let mut names =
            text.split(['、', '；', ';', '/', '\n']).map(one_line).filter(|name| !name.is_empty());
        let first = names.next().ok_or(Lost::Nobody)?;
        if names.next().is_some() {
            self.keep(brought, at, text);
            self.issue(row, Some(at), text, Why::SeveralPeople);
        }
        Ok(Value::Ref(self.roster.member(board, Kind::Person, &first)?))
    }

    fn division_as_unit(&mut self, board: &Board, brought: &mut Brought, text: &str) {
        if let Ok(division) = self.roster.division(board, text)
            && brought.lead.division.is_none()
        {
            brought.lead.division = Some(division);
        }
    }

    /// A stage word. 框架协议 and 正式合同 also say what was signed; a word for an end that is not
    /// the stage's own is kept, since it says more than the reason 其他.
    fn stage(&mut self, board: &Board, brought: &mut Brought, row: &Row, at: usize, text: &str) {
        let shape = Shape::Choice(Stage::OPTIONS);
        let field = FieldKey::find(Kind::Lead, "stage");
        let stage = field.and_then(|field| match self.value(board, shape, field, at, text) {
            Ok(Value::Choice(code)) => Stage::from_code(code),
            _ => None,
        });
        let Some(stage) = stage else {
            brought.refused = true;
            return self.issue(row, Some(at), text, Why::Stage);
        };
        let lead = &mut brought.lead;
        lead.stage = stage;
        let word = plain(text);
        let contract = [(Contract::Framework, "框架"), (Contract::Binding, "正式合同")];
        let signed = contract.iter().find(|(_, said)| stage == Stage::Sign && word.contains(said));
        if let Some((contract, _)) = signed
            && lead.contract_type.is_none()
        {
            lead.contract_type = Some(*contract);
        }
        let option = &Stage::OPTIONS[stage.place()];
        let names = [option.code, option.zh, option.en].into_iter();
        let mut names = names.chain(board.labels().words(Stage::OPTIONS, option.code));
        let own = names.any(|name| name.eq_ignore_ascii_case(&word));
        if stage == Stage::End && !own {
            lead.end_reason = lead.end_reason.or(Some(EndReason::Other));
            self.keep(brought, at, text);
        }
    }

    pub(super) fn issue(&mut self, row: &Row, column: Option<usize>, text: &str, why: Why) {
        self.issues.push(Issue { row: row.number, column, text: text.to_owned(), why });
    }
}
