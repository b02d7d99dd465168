//! Records of a JSON file as `export` writes it, as Changes. May use `domain`, `board`, `document`,
//! `desk`.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;
use serde_json::{Map, Value as Json};

use super::bad_file::BadFile;
use super::bad_json::{BadJson, BadLead};
use super::brought::{Brought, Said};
use super::desk::{self, Desk};
use super::document::Document;
use super::options::Options;
use super::plan::{Plan, Planning, STRETCH, count};
use super::report::{Issue, Report, Why};
use crate::board::intent::Author;
use crate::board::{AnyRecord, Board, overview};
use crate::domain::record::{self, from_fields};
use crate::domain::six_one::SixOneKind;
use crate::domain::{Choice, Fields, Id, Kind, Note, Role, Value, json as plain};

/// A file as `export` writes it that is being planned.
pub struct Planner {
    document: Arc<Document>,
    options: Options,
    done: usize,
    /// The ids of the file's leads → the placeholders of this import.
    leads: HashMap<String, Id>,
    desk: Desk,
    report: Report,
}

impl Planner {
    /// Gets ready for the records of a file.
    #[must_use]
    pub fn new(document: Arc<Document>, author: &Author<'_>, options: &Options) -> Self {
        let kind = document.what.kind();
        let rows = count(document.records.len());
        let ids = document.records.iter().enumerate().filter(|_| kind == Kind::Lead);
        let ids = ids.filter_map(|(n, record)| Some((record["id"].as_str()?.to_owned(), nth(kind, n))));
        Self {
            leads: ids.collect(),
            options: options.clone(),
            done: 0,
            desk: Desk::new(author, &[kind], rows),
            report: Report { encoding: "JSON", rows, ..Report::new(document.what) },
            document,
        }
    }

    fn take(&mut self, author: &Author<'_>, n: usize) -> Result<(), BadLead> {
        let document = Arc::clone(&self.document);
        let Some(Json::Object(object)) = document.records.get(n) else { return Err(BadLead::NoObject) };
        let mut brought = self.brought(author, object.clone())?;
        if let Some(division) = self.options.division {
            brought.offer("division", Value::Ref(division));
        }
        let row = count(n + 1);
        let id = nth(brought.kind, n);
        let brought = desk::Row { report: 0, no: row, id, brought, options: &self.options };
        if let Err(why) = self.desk.take(author, brought, &mut self.report) {
            // A file without a row for what every record must have was not written by `export`.
            if let Why::Lacks(field) = why {
                return Err(BadLead::Field(field.key(), crate::domain::Misfit::Required));
            }
            self.report.issues.push(Issue { row, column: None, text: String::new(), why });
            self.report.refused += 1;
        }
        Ok(())
    }

    fn brought(&mut self, author: &Author<'_>, mut object: Map<String, Json>) -> Result<Brought, BadLead> {
        object.remove("id");
        let notes = match object.remove("notes") {
            Some(Json::Array(notes)) => notes,
            _ => Vec::new(),
        };
        let kind = self.document.what.kind();
        let mut fields = plain::to_fields(kind, &object)?;
        self.resolve(author.board, &mut fields)?;
        AnyRecord::from_fields(kind, &fields)?;
        let mut brought = Brought::new(kind);
        for (field, value) in fields {
            match value {
                Value::Extra(extra) => brought.extra = extra,
                value => brought.give(field, value),
            }
        }
        if kind == Kind::SixOne {
            // A file leaves out what every record begins with.
            brought.give_key("which", Value::Choice(SixOneKind::default().code()));
        }
        brought.signed = signed_verdict(author, &brought);
        brought.notes = notes.into_iter().map(|note| said(author, note)).collect::<Result<_, _>>()?;
        Ok(brought)
    }

    /// Replaces the ids of the file by those of this board, by the names that the file gives.
    fn resolve(&mut self, board: &Board, fields: &mut Fields) -> Result<(), BadLead> {
        for (_, value) in fields {
            if let [id] = value.refs()
                && id.kind == Kind::Mark
            {
                // A meeting of another board was none of this one's.
                *value = self.meeting(board, *id).map_or(Value::Empty, Value::Ref);
                continue;
            }
            let mut lost = None;
            let resolved = std::mem::take(value).map_refs(|id| match self.here(board, id) {
                Ok(here) => here,
                Err(what) => {
                    lost = Some(what);
                    id
                }
            });
            *value = resolved;
            if let Some(what) = lost {
                return Err(what);
            }
        }
        Ok(())
    }

    /// The mark of this board that bears the name of one of the file's.
    fn meeting(&self, board: &Board, id: Id) -> Option<Id> {
        let name = self.document.names[&id.to_string()].as_str()?;
        board.ids(Kind::Mark).into_iter().find(|mark| board.title(*mark) == name)
    }

    fn here(&mut self, board: &Board, id: Id) -> Result<Id, BadLead> {
        let word = id.to_string();
        if let Some(lead) = self.leads.get(&word) {
            return Ok(*lead);
        }
        let name = self.document.names[&word].as_str().unwrap_or(&word).to_owned();
        let found = match id.kind {
            Kind::Person | Kind::Unit => self.desk.roster.member(board, id.kind, &name),
            Kind::Division => self.desk.roster.division(board, &name),
            _ => self.desk.roster.lead(board, &name),
        };
        found.map_err(|lost| BadLead::Name(format!("{word} {name}"), lost))
    }
}

impl Planning for Planner {
    fn step(&mut self, author: &Author<'_>) -> Result<bool, BadFile> {
        for _ in 0..STRETCH {
            let n = self.done;
            if n == self.document.records.len() {
                return Ok(false);
            }
            self.take(author, n).map_err(|why| BadJson::Lead { n: n + 1, why })?;
            self.done += 1;
        }
        Ok(true)
    }

    fn progress(&self) -> (u64, u64) {
        (self.done as u64, u64::from(self.report.rows))
    }

    fn finish(self: Box<Self>) -> Plan {
        self.desk.finish(vec![self.report])
    }
}

fn nth(kind: Kind, n: usize) -> Id {
    Id::provisional(kind, count(n))
}

/// A note of the file, with who wrote it and when.
fn said(author: &Author<'_>, note: Json) -> Result<Said, BadLead> {
    let Json::Object(object) = note else { return Err(BadLead::NoObject) };
    let mut fields = plain::to_fields(Kind::Note, &object)?;
    let note: Note = from_fields(fields.iter().cloned())?;
    sign_note(author, &mut fields);
    Ok(Said { text: note.text, progress: note.progress, fields: Some(fields) })
}

/// Whether a file's word counts for who wrote something and when. An editor could have put anybody's
/// name there: what they bring in is signed by them, and the text keeps the name.
fn is_believed(author: &Author<'_>) -> bool {
    author.board.role(author.login) >= Role::Admin
}

fn sign_note(author: &Author<'_>, fields: &mut Fields) {
    let Ok(mut note) = from_fields::<Note>(fields.iter().cloned()) else { return };
    if is_believed(author) || (note.who.is_empty() && note.at.is_none()) {
        return;
    }
    let on = note.at.map(|at| overview::day(author.board, at));
    note.text = named(&note.who, on, &note.text);
    (note.who, note.at) = (author.login.to_owned(), Some(author.now));
    *fields = record::fields(&note);
}

/// The verdict as it stands where who brings it has not given it, and is not believed.
fn signed_verdict(author: &Author<'_>, brought: &Brought) -> Option<Value> {
    let (by, on) = (brought.text("verdict_by"), brought.get("verdict_at"));
    if is_believed(author) || (by.is_empty() && on.is_none()) {
        return None;
    }
    let on = match on {
        Some(Value::Date(day)) => Some(*day),
        _ => None,
    };
    Some(Value::text(named(by, on, brought.text("verdict"))))
}

/// A text with who is said to have written it, and when.
fn named(who: &str, on: Option<NaiveDate>, text: &str) -> String {
    let on = on.map(|day| day.to_string()).unwrap_or_default();
    format!("[{}] {text}", format!("{who} {on}").trim())
}
