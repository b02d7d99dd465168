//! The rows of a sheet as Changes. May use `domain`, `board`, `sheet`, `header`, `meaning`, `row`.

use std::collections::HashMap;
use std::sync::Arc;

use super::super::sheet::{Row, Sheet};
use super::bad_file::BadFile;
use super::header::{self, Column, Goes};
use super::meaning::{give_columns, named_by, names_talents, place_of};
use super::plan::{Options, Plan, Planning, STRETCH, count, drop_dangling, nth_lead};
use super::report::{Report, Why};
use super::row::{Brought, Reader};
use super::seen::Seen;
use crate::board::Change;
use crate::board::intent::Author;
use crate::domain::lead::LeadKind;
use crate::domain::record::fields;
use crate::domain::{FieldKey, Id, Kind, Record, Shape, Value};

/// A sheet that is being planned.
pub struct Planner {
    sheet: Arc<Sheet>,
    done: usize,
    reader: Reader,
    seen: Seen,
    /// The codes of the rows so far, each with its row.
    codes: HashMap<String, u32>,
    named_by: Option<FieldKey>,
    talents: bool,
    division: Option<Id>,
    changes: Vec<Change>,
    report: Report,
}

impl Planner {
    /// Looks at the columns of a sheet.
    ///
    /// # Errors
    /// `NoHeader` where one was mapped that is not there; `NoName` where no column names the leads: no
    /// name, investor or code.
    pub fn new(sheet: Sheet, author: &Author<'_>, options: &Options) -> Result<Self, BadFile> {
        if let Some(lost) = header::lost(&sheet.headers, &options.map) {
            let (row, headers) = (sheet.header_row, sheet.headers);
            return Err(BadFile::NoHeader { header: lost.to_owned(), row, headers });
        }
        let mut reader = Reader::new(author, sheet.unit.as_deref(), options);
        give_columns(&mut reader, &sheet, author.board, options);
        let named_by = named_by(&reader.columns, &sheet)?;
        let report = Report {
            encoding: sheet.grid.encoding,
            header_row: sheet.header_row,
            rows: count(sheet.len()),
            below: sheet.below,
            named_by,
            ..Report::default()
        };
        know_leads(&mut reader, &sheet);
        Ok(Self {
            talents: names_talents(&reader.columns),
            done: 0,
            reader,
            seen: Seen::of(author.board),
            codes: HashMap::new(),
            named_by,
            division: options.division,
            changes: Vec::new(),
            report,
            sheet: Arc::new(sheet),
        })
    }

    fn take(&mut self, author: &Author<'_>, row: &Row) {
        let mut brought = self.reader.row(author.board, row);
        self.complete(&mut brought);
        self.judge(&mut brought, row);
        if brought.refused {
            self.report.refused += 1;
            return;
        }
        if !brought.lead.code.is_empty() {
            self.codes.insert(brought.lead.code.clone(), row.number);
        }
        if self.seen.has(&brought.lead) {
            self.report.present += 1;
            return;
        }
        self.report.created += 1;
        self.create(nth_lead(self.done), brought, author);
    }

    /// Refuses a row without a name, and one whose code stood in an earlier row.
    fn judge(&mut self, brought: &mut Brought, row: &Row) {
        let lead = &brought.lead;
        let (key, why) = if lead.name.is_empty() {
            ("name", Why::Nameless)
        } else if let Some(first) = self.codes.get(&lead.code) {
            ("code", Why::Twice(*first))
        } else {
            return;
        };
        let column = place_of(&self.reader.columns, key);
        let text = column.map_or("", |at| row.cell(at));
        self.reader.issue(row, column, text, why);
        brought.refused = true;
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

    fn create(&mut self, id: Id, brought: Brought, author: &Author<'_>) {
        self.changes.push(Change::Create { id, fields: fields(&brought.lead) });
        let noted = brought.progress.into_iter().map(|text| (text, true));
        for (text, progress) in noted.chain(brought.remarks.into_iter().map(|text| (text, false))) {
            let set = [
                ("subject", Value::Ref(id)),
                ("text", Value::text(text)),
                ("progress", Value::Flag(progress)),
            ];
            let set = set.into_iter().filter_map(|(key, v)| Some((FieldKey::find(Kind::Note, key)?, v)));
            let note = Id::provisional(Kind::Note, count(self.changes.len()));
            let fields = author.complete(Kind::Note, set.collect());
            self.changes.push(Change::Create { id: note, fields });
        }
    }
}

impl Planning for Planner {
    fn step(&mut self, author: &Author<'_>) -> Result<bool, BadFile> {
        let sheet = Arc::clone(&self.sheet);
        for _ in 0..STRETCH {
            let Some(row) = sheet.row(self.done) else { return Ok(false) };
            self.take(author, row);
            self.done += 1;
        }
        Ok(true)
    }

    fn progress(&self) -> (u64, u64) {
        (self.done as u64, u64::from(self.report.rows))
    }

    fn finish(mut self: Box<Self>) -> Plan {
        drop_dangling(&mut self.changes);
        let Self { reader, mut changes, mut report, .. } = *self;
        let Reader { roster, columns, issues, unitless, .. } = reader;
        let mut all = if report.created > 0 { roster.changes() } else { Vec::new() };
        all.append(&mut changes);
        (report.people, report.units) = (roster.people, roster.units);
        (report.columns, report.issues) = (columns, issues);
        Plan { changes: all, report, unitless }
    }
}

/// Makes every lead of a sheet known by code and name, so that rows can refer to later rows.
fn know_leads(reader: &mut Reader, sheet: &Sheet) {
    let refers = |column: &Column| match column.goes {
        Goes::Field(field) => field.spec().shape == Shape::Ref(Kind::Lead),
        _ => false,
    };
    if !reader.columns.iter().any(refers) {
        return;
    }
    for at in ["code", "name"].iter().filter_map(|key| place_of(&reader.columns, key)) {
        for (i, row) in sheet.rows().enumerate() {
            reader.roster.know_lead(row.cell(at), nth_lead(i));
        }
    }
}
