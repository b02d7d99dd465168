//! The rows of sheets as Changes, all of a file for one Transaction. May use `domain`, `board`,
//! `sheet`, `header`, `columns`, `row`, `desk`.

use std::sync::Arc;

use super::super::sheet::{Row, Sheet};
use super::bad_file::BadFile;
use super::brought::Brought;
use super::columns::{aside, give_columns, named_by, place_of};
use super::desk::{self, Desk};
use super::fill::{Filler, fillable};
use super::guess;
use super::header::{self, Column, Goes};
use super::kinds::What;
use super::options::Options;
use super::plan::{Plan, Planning, STRETCH, count};
use super::reading::division_of;
use super::report::{Report, Why};
use super::roster::Roster;
use super::row::Reader;
use crate::board::intent::Author;
use crate::domain::{Choice, FieldKey, Id, Kind, Shape, Value, lead::LeadKind, target::Area};

/// A sheet to be planned, as often as somebody likes: nothing of it is copied.
#[derive(Debug, Clone)]
pub struct Chosen {
    /// The sheet.
    pub sheet: Arc<Sheet>,
    /// Its name, or the file's.
    pub name: String,
    /// How it is planned.
    pub options: Options,
}

impl Chosen {
    /// What its rows are.
    #[must_use]
    pub fn what(&self) -> What {
        let guessed = || guess::what(&self.sheet.headers, &self.name, &self.options.map).0;
        self.options.what.unwrap_or_else(guessed)
    }
}

/// A sheet on its way.
struct Task {
    /// Its place among those that were chosen.
    place: usize,
    chosen: Chosen,
    reader: Reader,
    filler: Filler,
    named_by: Option<FieldKey>,
    report: Report,
    /// The placeholder of its first row.
    first: u32,
    done: usize,
}

/// Sheets that are being planned.
pub struct Planner {
    /// Those that are referred to first.
    tasks: Vec<Task>,
    at: usize,
    desk: Desk,
}

impl Planner {
    /// Looks at the columns of sheets.
    ///
    /// # Errors
    /// `NoHeader` where one was mapped that is not there, `NoField` where it was mapped to what such
    /// records do not have; `NoName` where no column names them.
    pub fn new(chosen: Vec<Chosen>, author: &Author<'_>) -> Result<Self, BadFile> {
        let tasks = chosen.into_iter().enumerate().map(|(place, chosen)| Task::new(place, chosen, author));
        let mut tasks = tasks.collect::<Result<Vec<Task>, BadFile>>()?;
        tasks.sort_by_key(|task| (task.reader.what.place(), task.place));
        let mut rows = 0;
        for task in &mut tasks {
            task.first = rows;
            rows += task.report.rows;
        }
        let mut kinds: Vec<Kind> = tasks.iter().map(|task| task.reader.what.kind()).collect();
        kinds.sort_unstable();
        kinds.dedup();
        let mut desk = Desk::new(author, &kinds, rows);
        let refers = tasks.iter().any(|task| task.reader.columns.iter().any(refers_to_leads));
        for task in tasks.iter().filter(|task| refers && task.reader.what.kind() == Kind::Lead) {
            task.know_leads(&mut desk.roster);
        }
        Ok(Self { tasks, at: 0, desk })
    }
}

impl Task {
    fn new(place: usize, chosen: Chosen, author: &Author<'_>) -> Result<Self, BadFile> {
        let (sheet, options, what) = (&chosen.sheet, &chosen.options, chosen.what());
        let mut reader = Reader::new(what, sheet, author.today(), options);
        give_columns(&mut reader, sheet, author.board, options);
        check(sheet, &reader.columns, options, what)?;
        reader.give_orders(sheet);
        let named_by = named_by(what, &reader.columns, sheet)?;
        let filler = Filler::of(&reader.columns, &options.fill_down);
        let mut fillable = fillable(sheet, &reader.columns);
        fillable.retain(|column| filler.columns().all(|other| other != *column));
        let report = Report {
            sheet: chosen.name.clone(),
            encoding: sheet.grid.encoding,
            header_row: sheet.header_row,
            rows: count(sheet.len()),
            below: sheet.below,
            hidden: sheet.hidden,
            named_by,
            fillable,
            unordered: reader.unordered(),
            orders: reader.orders(),
            aside: aside(sheet, &reader.columns),
            ..Report::new(what)
        };
        Ok(Self { place, chosen, reader, filler, named_by, report, first: 0, done: 0 })
    }

    /// Makes every lead of the sheet known by code and name, so that rows can refer to later rows.
    fn know_leads(&self, roster: &mut Roster) {
        for at in ["code", "name"].iter().filter_map(|key| place_of(&self.reader.columns, key)) {
            for (i, row) in self.chosen.sheet.rows().enumerate() {
                roster.know_lead(row.cell(at), Id::provisional(Kind::Lead, self.first + count(i)));
            }
        }
    }

    fn take(&mut self, author: &Author<'_>, desk: &mut Desk) -> bool {
        let sheet = Arc::clone(&self.chosen.sheet);
        let Some(row) = sheet.row(self.done) else { return false };
        let section = sheet.sections(self.done);
        self.filler.pass(row, section);
        let filled = self.filler.columns().filter(|at| row.cell(*at).trim().is_empty());
        let filled: Vec<(usize, &str)> =
            filled.filter_map(|at| Some((at, self.filler.filled(at)?))).collect();
        let mut brought =
            self.reader.row((author.board, &mut desk.roster), (&sheet, row), filled.into_iter());
        self.complete(author, desk, section, &mut brought);
        let id = Id::provisional(self.reader.what.kind(), self.first + count(self.done));
        self.done += 1;
        if brought.refused {
            self.report.refused += 1;
            return true;
        }
        let brought =
            desk::Row { report: self.place, no: row.number, id, brought, options: &self.chosen.options };
        if let Err(why) = desk.take(author, brought, &mut self.report) {
            self.refuse(row, why);
        }
        true
    }

    fn refuse(&mut self, row: &Row, why: Why) {
        let key = match (&why, self.reader.what) {
            (Why::Lacks(field) | Why::Vague(field), _) => field.key(),
            (Why::Login(_), _) => "login",
            (Why::Twice(_), What::Leads | What::Talents) => "code",
            (Why::Twice(_), What::Requests) => "about",
            (Why::Twice(_), What::SixOnes) => "which",
            _ => "name",
        };
        let column = place_of(&self.reader.columns, key);
        let text = column.map_or("", |at| row.cell(at)).to_owned();
        if matches!(why, Why::Vague(_)) {
            // That the cell does not read is why.
            self.reader.issues.retain(|issue| issue.row != row.number || issue.column != column);
        }
        self.reader.issue(row.number, column, &text, why);
        self.report.refused += 1;
    }

    /// Fills in what the sheet as a whole says of a record.
    fn complete(&self, author: &Author<'_>, desk: &mut Desk, section: &[String], brought: &mut Brought) {
        if !brought.has("division")
            && let Some((_, division)) = division_of(author.board, &mut desk.roster, section)
        {
            brought.give_key("division", Value::Ref(division));
        }
        if let Some(field) = self.named_by {
            let named = Some(brought.text(field.key())).filter(|text| !text.is_empty());
            let name = named.unwrap_or_else(|| brought.text("code")).to_owned();
            brought.offer("name", Value::text(name));
        }
        if self.reader.what == What::Targets
            && let Some(area) = FieldKey::find(Kind::Target, "area")
        {
            brought.begun.push((area, Value::Choice(Area::Other.code())));
        }
        if let Some(Value::Ref(lead)) = brought.get("lead")
            && brought.kind == Kind::Request
            && let Some(division) = desk.division_of(author.board, *lead)
        {
            brought.offer("division", Value::Ref(division));
        }
        if self.reader.what == What::Talents {
            brought.offer("kind", Value::Choice(LeadKind::Talent.code()));
        }
        if let Some(division) = self.chosen.options.division {
            brought.offer("division", Value::Ref(division));
        }
    }
}

/// Whether what was said by hand can be said of a sheet.
fn check(sheet: &Sheet, columns: &[Column], options: &Options, what: What) -> Result<(), BadFile> {
    let mapped = header::lost(&sheet.headers, options.map.iter().map(|(from, _)| from));
    // A column is filled by the name that it is shown by: of two that are called the same, with a number.
    let shown: Vec<String> = columns.iter().map(|column| column.header.clone()).collect();
    if let Some(lost) = mapped.or_else(|| header::lost(&shown, &options.fill_down)) {
        let (row, headers) = (sheet.header_row, sheet.headers.clone());
        return Err(BadFile::NoHeader { header: lost.to_owned(), row, headers });
    }
    match options.map.iter().find(|(_, to)| header::by_name(what, to).is_none()) {
        Some((_, field)) => Err(BadFile::NoField { field: field.clone(), what }),
        None => Ok(()),
    }
}

fn refers_to_leads(column: &Column) -> bool {
    matches!(column.goes, Goes::Field(field) if field.spec().shape == Shape::Ref(Kind::Lead))
}

impl Planning for Planner {
    fn step(&mut self, author: &Author<'_>) -> Result<bool, BadFile> {
        for _ in 0..STRETCH {
            let Some(task) = self.tasks.get_mut(self.at) else { return Ok(false) };
            if !task.take(author, &mut self.desk) {
                self.at += 1;
            }
        }
        Ok(true)
    }

    fn progress(&self) -> (u64, u64) {
        let done = self.tasks.iter().map(|task| task.done as u64).sum();
        (done, self.tasks.iter().map(|task| u64::from(task.report.rows)).sum())
    }

    fn finish(self: Box<Self>) -> Plan {
        let Self { mut tasks, desk, .. } = *self;
        tasks.sort_by_key(|task| task.place);
        let reports = tasks.into_iter().map(|task| {
            let Reader { columns, issues, unitless, yearless, .. } = task.reader;
            Report { columns, issues, unitless: unitless.into_values().collect(), yearless, ..task.report }
        });
        desk.finish(reports.collect())
    }
}
