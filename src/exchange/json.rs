//! Leads of a JSON file as `export` writes it, as Changes. May use `domain`, `board`, `roster`.

use std::collections::HashMap;

use serde_json::{Map, Value as Json};

use super::export::FORMAT;
use super::plan::{Options, Plan, Seen, count};
use super::report::Report;
use super::roster::Roster;
use super::sheet::BadSheet;
use crate::board::Change;
use crate::board::intent::Author;
use crate::domain::record::{fields, from_fields};
use crate::domain::{FieldKey, Fields, Id, Kind, Lead, Value, json as plain};

/// Whether a file is JSON.
#[must_use]
pub fn is_json(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    bytes.iter().find(|b| !b.is_ascii_whitespace()).is_some_and(|b| matches!(b, b'{'))
}

/// Plans what an exported file would change.
///
/// # Errors
/// `Json` with the first thing that is not as `export` writes it.
pub fn plan(bytes: &[u8], author: &Author<'_>, options: &Options) -> Result<Plan, BadSheet> {
    let bad = |what: String| BadSheet::Json(what);
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let mut document: Json = serde_json::from_slice(bytes).map_err(|e| bad(e.to_string()))?;
    if document["format"] != FORMAT {
        return Err(bad(format!("format is not {FORMAT}")));
    }
    let names = document["names"].take();
    let Json::Array(leads) = document["leads"].take() else {
        return Err(bad("leads is not a list".to_owned()));
    };
    let mut reader =
        Reader { author, roster: Roster::new(author.board), names: &names, leads: HashMap::new() };
    reader.leads = leads
        .iter()
        .enumerate()
        .filter_map(|(n, lead)| Some((lead["id"].as_str()?.to_owned(), nth(n))))
        .collect();
    let seen = Seen::of(author.board);
    let mut report = Report { encoding: "JSON", rows: count(leads.len()), ..Report::default() };
    let mut changes = Vec::new();
    for (n, lead) in leads.into_iter().enumerate() {
        let Json::Object(object) = lead else { return Err(bad(format!("lead {n} is not an object"))) };
        let (mut lead, notes) = reader.lead(object).map_err(|what| bad(format!("lead {n}: {what}")))?;
        if seen.has(&lead) {
            report.present += 1;
            continue;
        }
        lead.division = lead.division.or(options.division);
        report.created += 1;
        changes.push(Change::Create { id: nth(n), fields: fields(&lead) });
        for note in notes {
            changes.push(
                reader.note(nth(n), changes.len(), note).map_err(|what| bad(format!("lead {n}: {what}")))?,
            );
        }
    }
    super::plan::drop_dangling(&mut changes);
    let mut all = if report.created > 0 { reader.roster.changes() } else { Vec::new() };
    report.people.clone_from(&reader.roster.people);
    report.units.clone_from(&reader.roster.units);
    all.append(&mut changes);
    Ok(Plan { changes: all, report, unitless: std::collections::BTreeMap::new() })
}

fn nth(n: usize) -> Id {
    Id::provisional(Kind::Lead, count(n))
}

struct Reader<'a> {
    author: &'a Author<'a>,
    roster: Roster<'a>,
    names: &'a Json,
    /// The ids of the file → those of this import.
    leads: HashMap<String, Id>,
}

impl Reader<'_> {
    fn lead(&mut self, mut object: Map<String, Json>) -> Result<(Lead, Vec<Json>), String> {
        object.remove("id");
        let notes = match object.remove("notes") {
            Some(Json::Array(notes)) => notes,
            _ => Vec::new(),
        };
        let mut fields = plain::to_fields(Kind::Lead, &object).map_err(|e| e.to_string())?;
        self.resolve(&mut fields)?;
        let lead = from_fields(&fields).map_err(|(field, why)| format!("{field:?}: {why}"))?;
        Ok((lead, notes))
    }

    /// Replaces the ids of the file by those of this board, by the names that the file gives.
    fn resolve(&mut self, fields: &mut Fields) -> Result<(), String> {
        for (_, value) in fields {
            let mut lost = None;
            let resolved = std::mem::take(value).map_refs(|id| match self.here(id) {
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

    fn here(&mut self, id: Id) -> Result<Id, String> {
        let word = id.to_string();
        if let Some(lead) = self.leads.get(&word) {
            return Ok(*lead);
        }
        let name = self.names[&word].as_str().unwrap_or(&word).to_owned();
        let found = match id.kind {
            Kind::Person | Kind::Unit => self.roster.member(id.kind, &name),
            Kind::Division => self.roster.division(&name),
            _ => self.roster.lead(&name),
        };
        found.map_err(|lost| format!("{word} {name}: {lost}"))
    }

    fn note(&self, subject: Id, n: usize, note: Json) -> Result<Change, String> {
        let Json::Object(object) = note else { return Err("a note is not an object".to_owned()) };
        let mut fields = plain::to_fields(Kind::Note, &object).map_err(|e| e.to_string())?;
        fields.extend(FieldKey::find(Kind::Note, "subject").map(|key| (key, Value::Ref(subject))));
        Ok(Change::Create {
            id: Id::provisional(Kind::Note, count(n)),
            fields: self.author.complete(Kind::Note, fields),
        })
    }
}
