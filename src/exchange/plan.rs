//! What a sheet would change: its rows as Changes for one Transaction, with a report of all that
//! was found. Pure: nothing is changed here. May use `domain`, `board`, `sheet`, `header`, `row`.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::header::{self, Column, Goes, Passed};
use super::report::{Report, Why};
use super::roster::Roster;
use super::row::{Brought, Reader};
use super::sheet::{Row, Sheet};
use crate::board::intent::Author;
use crate::board::{Board, Change};
use crate::domain::lead::LeadKind;
use crate::domain::money_words::{MoneyProblem, Scale};
use crate::domain::record::fields;
use crate::domain::value_words::Problem;
use crate::domain::{Edit, FieldKey, Id, Kind, Lead, Record, Shape, Value};

/// So many cells of a column show whether it is what its header says.
const SAMPLE: usize = 200;
/// The progress callback is asked after so many rows.
const STRIDE: usize = 500;

/// How a sheet is read beside what it says itself.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Header → name of a field, by hand.
    pub map: Vec<(String, String)>,
    /// What one stands for in a bare amount where the sheet does not say.
    pub unit: Option<Scale>,
    /// The division of leads that name none.
    pub division: Option<Id>,
}

/// What a sheet would change.
#[derive(Debug)]
pub struct Plan {
    /// The Changes, people and units first.
    pub changes: Vec<Change>,
    /// What was found.
    pub report: Report,
    /// Columns of bare amounts whose unit nobody gives, with the first such row: it must be said
    /// before anything is brought in.
    pub unitless: BTreeMap<usize, u32>,
}

/// Why a sheet cannot be planned at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PlanError {
    /// No column names the leads: no name, investor or code.
    #[error("no column holds names")]
    NoName,
    /// The callback said stop.
    #[error("cancelled")]
    Cancelled,
}

/// Reads a sheet's rows into Changes. `progress` is told the rows done and of how many; where it
/// answers false, nothing comes of it.
///
/// # Errors
/// `PlanError`; what is wrong with single rows and cells is in the report.
pub fn plan(
    sheet: &Sheet,
    author: &Author<'_>,
    options: &Options,
    progress: &mut dyn FnMut(u64, u64) -> bool,
) -> Result<Plan, PlanError> {
    let columns = columns(sheet, author, options);
    let named_by = named_by(&columns)?;
    let mut planner = Planner {
        author,
        reader: reader(sheet, author, options, &columns),
        seen: Seen::of(author.board),
        named_by,
        talents: names_talents(&columns),
        division: options.division,
        changes: Vec::new(),
        report: Report { named_by, ..first_report(sheet) },
    };
    planner.know_leads(sheet);
    let total = sheet.rows.len() as u64;
    for (at, row) in sheet.rows.iter().enumerate() {
        if at.is_multiple_of(STRIDE) && !progress(at as u64, total) {
            return Err(PlanError::Cancelled);
        }
        planner.take(at, row);
    }
    progress(total, total);
    let mut plan = planner.finish();
    plan.report.columns = columns;
    Ok(plan)
}

fn first_report(sheet: &Sheet) -> Report {
    Report {
        encoding: sheet.encoding,
        header_row: sheet.header_row,
        rows: count(sheet.rows.len()),
        below: sheet.below,
        ..Report::default()
    }
}

pub(super) fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn reader<'a>(sheet: &Sheet, author: &'a Author<'a>, options: &Options, columns: &'a [Column]) -> Reader<'a> {
    let stated = sheet.unit.as_deref().and_then(Scale::from_word);
    Reader {
        board: author.board,
        today: author.today(),
        columns,
        unit: options.unit.or(stated),
        roster: Roster::new(author.board),
        issues: Vec::new(),
        unitless: BTreeMap::new(),
    }
}

/// The meaning of the columns; one that its cells belie is kept as an extra column.
fn columns(sheet: &Sheet, author: &Author<'_>, options: &Options) -> Vec<Column> {
    let mut columns = header::columns(&sheet.headers, &options.map);
    let by_hand: Vec<bool> =
        columns.iter().map(|c| options.map.iter().any(|(from, _)| from.trim() == c.header)).collect();
    let probe = columns.clone();
    let reader = reader(sheet, author, options, &probe);
    for (at, column) in columns.iter_mut().enumerate() {
        if let Goes::Field(field) = column.goes
            && !by_hand[at]
            && is_unlike(sheet, &reader, at, field)
        {
            column.goes = Goes::Extra;
            column.passed = Some(Passed::Unlike(field));
        }
    }
    columns
}

fn is_unlike(sheet: &Sheet, reader: &Reader<'_>, at: usize, field: FieldKey) -> bool {
    let shape = field.spec().shape;
    if matches!(shape, Shape::Text | Shape::Long | Shape::Ref(_) | Shape::Refs(_) | Shape::Words) {
        return false;
    }
    let cells = sheet.rows.iter().filter_map(|row| super::guard::bare(row.cell(at))).take(SAMPLE);
    let read = cells.map(|text| match reader.value(shape, field, at, text) {
        Ok(_) | Err(Problem::Money(MoneyProblem::NoUnit)) => (1, 1),
        Err(_) => (0, 1),
    });
    let (good, all) = read.fold((0, 0), |(good, all), (g, a)| (good + g, all + a));
    good * 2 < all
}

/// The field that leads are named by where no column is the name.
fn named_by(columns: &[Column]) -> Result<Option<FieldKey>, PlanError> {
    let has = |field: &FieldKey| columns.iter().any(|column| column.goes == Goes::Field(*field));
    let mut fields = ["name", "investor", "code"].iter().filter_map(|key| FieldKey::find(Kind::Lead, key));
    let found = fields.find(has).ok_or(PlanError::NoName)?;
    Ok((found.key() != "name").then_some(found))
}

/// Whether the column of names is one of people: 姓名, 人才姓名.
fn names_talents(columns: &[Column]) -> bool {
    let named = columns.iter().filter(|c| matches!(c.goes, Goes::Field(f) if f.key() == "name"));
    named.map(|column| column.header.as_str()).any(|header| header.contains("姓名") || header == "团队名称")
}

/// The leads that a row may repeat: by code, else by credit code, else by name and investor.
#[derive(Default)]
pub(super) struct Seen {
    codes: HashSet<String>,
    credit_codes: HashSet<String>,
    names: HashSet<(String, String)>,
    rows: HashMap<String, u32>,
}

impl Seen {
    pub(super) fn of(board: &Board) -> Self {
        let mut seen = Self::default();
        for (_, lead) in board.leads().iter() {
            seen.codes.insert(lead.code.clone());
            seen.credit_codes.insert(lead.credit_code.clone());
            seen.names.insert((lead.name.clone(), lead.investor.clone()));
        }
        seen
    }

    /// Whether the lead is on the board already.
    pub(super) fn has(&self, lead: &Lead) -> bool {
        if !lead.code.is_empty() {
            return self.codes.contains(&lead.code);
        }
        let credit = !lead.credit_code.is_empty() && self.credit_codes.contains(&lead.credit_code);
        credit || self.names.contains(&(lead.name.clone(), lead.investor.clone()))
    }
}

struct Planner<'a> {
    author: &'a Author<'a>,
    reader: Reader<'a>,
    seen: Seen,
    named_by: Option<FieldKey>,
    talents: bool,
    division: Option<Id>,
    changes: Vec<Change>,
    report: Report,
}

impl Planner<'_> {
    /// Makes every lead of the sheet known by code and name, so that rows can refer to later rows.
    fn know_leads(&mut self, sheet: &Sheet) {
        let refers = self.reader.columns.iter().any(|c| match c.goes {
            Goes::Field(field) => field.spec().shape == Shape::Ref(Kind::Lead),
            _ => false,
        });
        for key in ["code", "name"] {
            let at =
                self.reader.columns.iter().position(|c| matches!(c.goes, Goes::Field(f) if f.key() == key));
            let Some(at) = at.filter(|_| refers) else { continue };
            for (i, row) in sheet.rows.iter().enumerate() {
                self.reader.roster.know_lead(row.cell(at), nth_lead(i));
            }
        }
    }

    fn take(&mut self, at: usize, row: &Row) {
        let mut brought = self.reader.row(row);
        self.complete(&mut brought);
        let lead = &brought.lead;
        if lead.name.is_empty() {
            self.reader.issue(row, None, "", Why::Nameless);
            brought.refused = true;
        } else if let Some(first) = self.seen.rows.get(&lead.code).copied() {
            self.reader.issue(row, None, &lead.code.clone(), Why::Twice(first));
            brought.refused = true;
        }
        if brought.refused {
            self.report.refused += 1;
            return;
        }
        if !brought.lead.code.is_empty() {
            self.seen.rows.insert(brought.lead.code.clone(), row.number);
        }
        if self.seen.has(&brought.lead) {
            self.report.present += 1;
            return;
        }
        self.report.created += 1;
        self.create(nth_lead(at), brought);
    }

    /// Fills in what the sheet as a whole says of a lead. Dates are never made up: a stage begins
    /// on the day that the sheet gives for reaching it, if it gives one.
    fn complete(&self, brought: &mut Brought) {
        let lead = &mut brought.lead;
        if let Some(field) = self.named_by
            && lead.name.is_empty()
        {
            let code = Some(&lead.code).filter(|code| !code.is_empty()).cloned();
            lead.name = match lead.get(field) {
                Value::Text(text) => text,
                _ => code.unwrap_or_default(),
            };
        }
        if self.talents && lead.kind == LeadKind::default() {
            lead.kind = LeadKind::Talent;
        }
        lead.division = lead.division.or(self.division);
        lead.stage_since = lead.stage_since.or_else(|| lead.reached_on(lead.stage));
    }

    fn create(&mut self, id: Id, brought: Brought) {
        self.changes.push(Change::Create { id, fields: fields(&brought.lead) });
        let noted = brought.progress.into_iter().map(|text| (text, true));
        for (text, progress) in noted.chain(brought.remarks.into_iter().map(|text| (text, false))) {
            let set = [
                ("subject", Value::Ref(id)),
                ("text", Value::text(text)),
                ("progress", Value::Flag(progress)),
            ];
            let set = set.into_iter().filter_map(|(key, v)| Some((FieldKey::find(Kind::Note, key)?, v)));
            let n = self.changes.len();
            let note = Id::provisional(Kind::Note, count(n));
            self.changes
                .push(Change::Create { id: note, fields: self.author.complete(Kind::Note, set.collect()) });
        }
    }

    fn finish(mut self) -> Plan {
        self.report.people = self.reader.roster.people.clone();
        self.report.units = self.reader.roster.units.clone();
        self.report.issues = self.reader.issues;
        let mut changes = if self.report.created > 0 { self.reader.roster.changes() } else { Vec::new() };
        drop_dangling(&mut self.changes);
        changes.append(&mut self.changes);
        Plan { changes, report: self.report, unitless: self.reader.unitless }
    }
}

/// The placeholder of the lead in a row of the sheet, from 0.
fn nth_lead(at: usize) -> Id {
    Id::provisional(Kind::Lead, count(at))
}

/// Takes out references to leads of rows that were left out.
pub(super) fn drop_dangling(changes: &mut [Change]) {
    let created: HashSet<Id> =
        changes.iter().filter(|c| matches!(c, Change::Create { .. })).map(Change::id).collect();
    for change in changes {
        if let Change::Create { fields, .. } = change {
            fields.retain(|(field, value)| {
                let kept = field.spec().edit == Edit::Kept && field.key() == "subject";
                kept || value
                    .refs()
                    .iter()
                    .all(|id| id.kind != Kind::Lead || !id.is_provisional() || created.contains(id))
            });
        }
    }
}
