//! Leads written so that they read back: the office's ledger as CSV, everything as JSON. Pure over
//! `Write`. May use `domain`, `board`, `guard`, `header`.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::io::{self, Write};

use serde_json::{Map, Value as Json, json};

pub use super::guard::guarded;
use super::import::header::{EXTRA_PREFIX, PROGRESS, REMARK, is_taken};
use crate::board::Board;
use crate::domain::money::WAN;
use crate::domain::value_words::{Lost, Names, edit};
use crate::domain::{FieldKey, Id, Kind, Labels, Lang, Lead, Money, Record, Value, json as plain};

/// The mark of an exported JSON file.
pub(super) const FORMAT: &str = "guatu-leads-1";

/// Writes leads as CSV with Chinese ledger headers and a mark for spreadsheets, amounts in 万元:
/// a column for each field that any of them holds, the notes, and the extra columns.
///
/// # Errors
/// What `to` says.
pub fn csv(board: &Board, leads: &[Id], to: &mut dyn Write) -> io::Result<()> {
    to.write_all("\u{FEFF}".as_bytes())?;
    let held: Vec<(Id, &Lead)> = leads.iter().filter_map(|id| Some((*id, board.lead(*id)?))).collect();
    let fields = columns(&held);
    let extras: BTreeSet<&str> =
        held.iter().flat_map(|(_, lead)| lead.extra.keys().map(String::as_str)).collect();
    let names = Ledger::of(board, &held);
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(to);
    let headers = fields.iter().map(|field| header(*field));
    let notes = [PROGRESS, REMARK].map(str::to_owned);
    let marked =
        extras.iter().map(|e| if is_taken(e) { format!("{EXTRA_PREFIX}{e}") } else { (*e).to_owned() });
    writer.write_record(headers.chain(notes).chain(marked.map(guarded)))?;
    for (id, lead) in &held {
        let cells = fields.iter().map(|field| cell(*field, &lead.get(*field), &names));
        let notes = [true, false].map(|progress| noted(board, *id, progress));
        let extra = extras.iter().map(|key| lead.extra.get(*key).cloned().unwrap_or_default());
        writer.write_record(cells.chain(notes).chain(extra).map(guarded))?;
    }
    writer.flush()
}

/// The fields that get a column: those that any lead holds, and those that every ledger has.
fn columns(held: &[(Id, &Lead)]) -> Vec<FieldKey> {
    const ALWAYS: &[&str] = &["code", "name", "division", "stage", "owner", "investor", "amount"];
    let blank = Lead::default();
    let used = |field: &FieldKey| {
        ALWAYS.contains(&field.key()) || held.iter().any(|(_, lead)| lead.get(*field) != blank.get(*field))
    };
    FieldKey::all(Kind::Lead).filter(|field| field.key() != "extra").filter(used).collect()
}

fn header(field: FieldKey) -> String {
    let spec = field.spec();
    match spec.shape {
        crate::domain::Shape::Money => format!("{}（万元）", spec.zh),
        _ => spec.zh.to_owned(),
    }
}

fn cell(field: FieldKey, value: &Value, names: &Ledger<'_>) -> String {
    match value {
        Value::Money(money) => in_wan(*money),
        _ => edit(value, field.spec().shape, names, Lang::Zh),
    }
}

/// An amount of yuan in 万元, exactly; other money with its currency.
fn in_wan(money: Money) -> String {
    let Some(yuan) = money.yuan() else { return money.exact() };
    let (whole, rest) = (yuan / WAN, yuan % WAN);
    if rest == 0 { whole.to_string() } else { format!("{whole}.{rest:04}").trim_end_matches('0').to_owned() }
}

/// The notes of one sort on a lead, the newest first, a line each.
fn noted(board: &Board, lead: Id, progress: bool) -> String {
    let notes = board.index().notes(lead).rev().filter_map(|id| board.note(id));
    notes.filter(|n| n.progress == progress).map(|n| n.text.as_str()).collect::<Vec<_>>().join("\n")
}

/// Names that read back from a file: leads by a code that is theirs alone, else by id.
struct Ledger<'a> {
    board: &'a Board,
    words: HashMap<Id, String>,
}

impl<'a> Ledger<'a> {
    fn of(board: &'a Board, held: &[(Id, &Lead)]) -> Self {
        let mut codes: HashMap<&str, u32> = HashMap::new();
        for (_, lead) in held {
            *codes.entry(lead.code.trim()).or_default() += 1;
        }
        let own = held.iter().filter(|(_, lead)| !lead.code.is_empty() && codes[lead.code.trim()] == 1);
        let mut words: HashMap<Id, String> =
            own.map(|(id, lead)| (*id, lead.code.trim().to_owned())).collect();
        for kind in [Kind::Division, Kind::Unit, Kind::Person] {
            words.extend(board.ids(kind).into_iter().map(|id| (id, board.word(id, Lang::Zh))));
        }
        Self { board, words }
    }
}

impl Names for Ledger<'_> {
    fn find(&self, kind: Kind, word: &str) -> Result<Id, Lost> {
        Names::find(self.board, kind, word)
    }

    fn title(&self, id: Id, lang: Lang) -> String {
        Names::title(self.board, id, lang)
    }

    fn word(&self, id: Id, _: Lang) -> String {
        self.words.get(&id).cloned().unwrap_or_else(|| id.to_string())
    }

    fn labels(&self) -> &Labels {
        self.board.labels()
    }
}

/// Writes leads with their notes as one JSON document; `names` says who the ids in it are, so
/// that another board can take it in.
///
/// # Errors
/// What `to` says.
pub fn json(board: &Board, leads: &[Id], to: &mut dyn Write) -> io::Result<()> {
    let mut names: BTreeMap<String, &str> = BTreeMap::new();
    writeln!(to, "{{\"format\": {}, \"leads\": [", json!(FORMAT))?;
    for (at, id) in leads.iter().enumerate() {
        let Some(record) = board.record(*id) else { continue };
        let fields = record.fields();
        for to in fields.iter().flat_map(|(_, value)| value.refs()) {
            let name = match to.kind {
                Kind::Division => board.division(*to).map_or("", |d| &d.name_zh),
                _ => board.title(*to),
            };
            names.insert(to.to_string(), name);
        }
        let mut object = Map::new();
        object.insert("id".to_owned(), Json::from(id.to_string()));
        object.extend(plain::from_fields(&fields));
        object.insert("notes".to_owned(), notes(board, *id));
        let comma = if at == 0 { "" } else { ",\n" };
        write!(to, "{comma}{}", Json::Object(object))?;
    }
    writeln!(to, "\n], \"names\": {}}}", json!(names))
}

fn notes(board: &Board, lead: Id) -> Json {
    let notes = board.index().notes(lead).filter_map(|id| board.record(id));
    let objects = notes.map(|note| {
        let mut fields = plain::from_fields(&note.fields());
        fields.remove("subject");
        Json::Object(fields)
    });
    objects.collect()
}
