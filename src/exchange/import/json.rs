//! Leads of a JSON file as `export` writes it, as Changes. May use `domain`, `board`, `roster`.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use serde_json::{Map, Value as Json};

use super::super::export::{FORMAT, LINES};
use super::super::sheet::BadSheet;
use super::bad_file::BadFile;
use super::bad_json::{BadJson, BadLead};
use super::plan::{Options, Plan, Planning, STRETCH, count, drop_dangling, nth_lead};
use super::report::Report;
use super::roster::Roster;
use super::seen::Seen;
use crate::board::intent::Author;
use crate::board::{Board, Change, overview};
use crate::domain::record::{self, fields, from_fields};
use crate::domain::{FieldKey, Fields, Id, Kind, Lead, Note, Role, Value, json as plain};

/// Whether a file is JSON.
#[must_use]
pub fn is_json(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    bytes.iter().find(|b| !b.is_ascii_whitespace()).is_some_and(|b| matches!(b, b'{'))
}

/// A file as `export` writes it that is being planned.
pub struct Planner {
    rows: std::iter::Enumerate<std::vec::IntoIter<Json>>,
    done: u64,
    reader: Reader,
    seen: Seen,
    division: Option<Id>,
    changes: Vec<Change>,
    report: Report,
}

impl Planner {
    /// Reads the whole file.
    ///
    /// # Errors
    /// `Empty`, or `Json` with the first thing that is not as `export` writes it.
    pub fn new(bytes: &[u8], author: &Author<'_>, options: &Options) -> Result<Self, BadFile> {
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        if bytes.iter().all(u8::is_ascii_whitespace) {
            return Err(BadSheet::Empty.into());
        }
        let (leads, names) = parts(bytes)?;
        let ids = leads.iter().enumerate();
        let ids = ids.filter_map(|(n, lead)| Some((lead["id"].as_str()?.to_owned(), nth_lead(n))));
        Ok(Self {
            reader: Reader { roster: Roster::default(), names, leads: ids.collect() },
            seen: Seen::of(author.board),
            division: options.division,
            changes: Vec::new(),
            report: Report { encoding: "JSON", rows: count(leads.len()), ..Report::default() },
            done: 0,
            rows: leads.into_iter().enumerate(),
        })
    }

    fn take(&mut self, author: &Author<'_>, n: usize, row: Json) -> Result<(), BadLead> {
        let Json::Object(object) = row else { return Err(BadLead::NoObject) };
        let (mut lead, notes) = self.reader.lead(author.board, object)?;
        sign_verdict(author, &mut lead);
        if self.seen.has(&lead) {
            self.report.present += 1;
            return Ok(());
        }
        lead.division = lead.division.or(self.division);
        self.report.created += 1;
        self.changes.push(Change::Create { id: nth_lead(n), fields: fields(&lead) });
        for text in notes {
            self.changes.push(note(author, nth_lead(n), self.changes.len(), text)?);
        }
        Ok(())
    }
}

impl Planning for Planner {
    fn step(&mut self, author: &Author<'_>) -> Result<bool, BadFile> {
        for _ in 0..STRETCH {
            let Some((n, row)) = self.rows.next() else { return Ok(false) };
            self.take(author, n, row).map_err(|why| BadJson::Lead { n: n + 1, why })?;
            self.done += 1;
        }
        Ok(true)
    }

    fn progress(&self) -> (u64, u64) {
        (self.done, u64::from(self.report.rows))
    }

    fn finish(mut self: Box<Self>) -> Plan {
        drop_dangling(&mut self.changes);
        let Self { reader: Reader { roster, .. }, mut changes, mut report, .. } = *self;
        let mut all = if report.created > 0 { roster.changes() } else { Vec::new() };
        all.append(&mut changes);
        (report.people, report.units) = (roster.people, roster.units);
        Plan { changes: all, report, unitless: BTreeMap::new() }
    }
}

/// The leads of a file as `export` writes it, one document or a line each, and the names of what
/// they refer to.
fn parts(bytes: &[u8]) -> Result<(Vec<Json>, Json), BadJson> {
    let syntax = |error: serde_json::Error| BadJson::syntax(&error, bytes);
    let mut values = serde_json::Deserializer::from_slice(bytes).into_iter::<Json>();
    let Some(Json::Object(mut head)) = values.next().transpose().map_err(syntax)? else {
        return Err(BadJson::Foreign);
    };
    let names = head.remove("names").unwrap_or_default();
    let rest: Vec<Json> = values.collect::<Result<_, _>>().map_err(syntax)?;
    let format = head.get("format").and_then(Json::as_str).ok_or(BadJson::Foreign)?;
    match (format, head.get("count").and_then(Json::as_u64), head.get("leads")) {
        // A file that ended short holds fewer lines than it says.
        (LINES, Some(count), _) if count == rest.len() as u64 => Ok((rest, names)),
        (FORMAT, _, Some(Json::Array(_))) if rest.is_empty() => match head.remove("leads") {
            Some(Json::Array(leads)) => Ok((leads, names)),
            _ => Err(BadJson::Foreign),
        },
        _ => Err(BadJson::Foreign),
    }
}

struct Reader {
    roster: Roster,
    names: Json,
    /// The ids of the file → those of this import.
    leads: HashMap<String, Id>,
}

impl Reader {
    fn lead(&mut self, board: &Board, mut object: Map<String, Json>) -> Result<(Lead, Vec<Json>), BadLead> {
        object.remove("id");
        let notes = match object.remove("notes") {
            Some(Json::Array(notes)) => notes,
            _ => Vec::new(),
        };
        let mut fields = plain::to_fields(Kind::Lead, &object)?;
        self.resolve(board, &mut fields)?;
        let lead = from_fields(fields)?;
        Ok((lead, notes))
    }

    /// Replaces the ids of the file by those of this board, by the names that the file gives.
    fn resolve(&mut self, board: &Board, fields: &mut Fields) -> Result<(), BadLead> {
        for (_, value) in fields {
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

    fn here(&mut self, board: &Board, id: Id) -> Result<Id, BadLead> {
        let word = id.to_string();
        if let Some(lead) = self.leads.get(&word) {
            return Ok(*lead);
        }
        let name = self.names[&word].as_str().unwrap_or(&word).to_owned();
        let found = match id.kind {
            Kind::Person | Kind::Unit => self.roster.member(board, id.kind, &name),
            Kind::Division => self.roster.division(board, &name),
            _ => self.roster.lead(board, &name),
        };
        found.map_err(|lost| BadLead::Name(format!("{word} {name}"), lost))
    }
}

fn note(author: &Author<'_>, subject: Id, n: usize, note: Json) -> Result<Change, BadLead> {
    let Json::Object(object) = note else { return Err(BadLead::NoObject) };
    let mut fields = plain::to_fields(Kind::Note, &object)?;
    fields.extend(FieldKey::find(Kind::Note, "subject").map(|key| (key, Value::Ref(subject))));
    sign_note(author, &mut fields);
    Ok(Change::Create {
        id: Id::provisional(Kind::Note, count(n)),
        fields: author.complete(Kind::Note, fields),
    })
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

fn sign_verdict(author: &Author<'_>, lead: &mut Lead) {
    if is_believed(author) || (lead.verdict_by.is_empty() && lead.verdict_at.is_none()) {
        return;
    }
    lead.verdict = named(&lead.verdict_by, lead.verdict_at, &lead.verdict);
    (lead.verdict_by, lead.verdict_at) = (author.login.to_owned(), Some(author.today()));
}

/// A text with who is said to have written it, and when.
fn named(who: &str, on: Option<NaiveDate>, text: &str) -> String {
    let on = on.map(|day| day.to_string()).unwrap_or_default();
    format!("[{}] {text}", format!("{who} {on}").trim())
}
