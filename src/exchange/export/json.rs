//! Records with their notes as JSON: one document, or a line each. `names` says who the ids in it
//! are, so that another board can take it in. May use `domain`, `board`, `column`, `locales`.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use serde_json::{Map, Value as Json, json};

use super::column::Column;
use super::{Source, Told};
use crate::board::{Board, overview};
use crate::domain::{FieldKey, Id, Kind, json as plain};
use crate::locales::reason;

/// The mark of a JSON document of leads.
pub(in super::super) const FORMAT: &str = "guatu-leads-1";
/// The mark of JSON Lines of leads.
pub(in super::super) const LINES: &str = "guatu-leads-lines-1";

/// The word for many of a kind.
const fn many(kind: Kind) -> &'static str {
    match kind {
        Kind::Target => "targets",
        Kind::Person => "people",
        Kind::Request => "requests",
        Kind::SixOne => "six_ones",
        _ => "leads",
    }
}

/// The mark of a kind's files.
fn mark(kind: Kind, lines: bool) -> String {
    match (kind, lines) {
        (Kind::Lead, false) => FORMAT.to_owned(),
        (Kind::Lead, true) => LINES.to_owned(),
        (_, lines) => {
            format!("guatu-{}{}-1", many(kind).replace('_', "-"), if lines { "-lines" } else { "" })
        }
    }
}

/// Writes one document.
pub(super) fn document(source: &Source<'_>, to: &mut dyn Write) -> io::Result<Told> {
    let (board, kind) = (source.board, source.kind);
    let mut named = BTreeSet::new();
    writeln!(to, "{{\"format\": {}, \"{}\": [", json!(mark(kind, false)), many(kind))?;
    for (at, id) in source.ids.iter().enumerate() {
        named.extend(refs(board, *id));
        let comma = if at == 0 { "" } else { ",\n" };
        write!(to, "{comma}{}", object(source, *id))?;
    }
    writeln!(to, "\n], \"names\": {}}}", json!(names(board, named)))?;
    Ok(source.told())
}

/// Writes a line that says what follows, then a line a record.
pub(super) fn lines(source: &Source<'_>, to: &mut dyn Write) -> io::Result<Told> {
    let board = source.board;
    let named = source.ids.iter().flat_map(|id| refs(board, *id)).collect();
    let head = json!({
        "format": mark(source.kind, true),
        "count": source.ids.len(),
        "names": names(board, named),
    });
    writeln!(to, "{head}")?;
    for id in source.ids {
        writeln!(to, "{}", object(source, *id))?;
    }
    Ok(source.told())
}

/// The records that one refers to.
fn refs(board: &Board, id: Id) -> Vec<Id> {
    let fields = board.record(id).map(|record| record.fields()).unwrap_or_default();
    fields.iter().flat_map(|(_, value)| value.refs().to_vec()).collect()
}

fn names(board: &Board, ids: BTreeSet<Id>) -> BTreeMap<String, &str> {
    let name = |id: Id| match id.kind {
        Kind::Division => board.division(id).map_or("", |division| division.name_zh.as_str()),
        _ => board.title(id),
    };
    ids.into_iter().map(|id| (id.to_string(), name(id))).collect()
}

/// A record: its id, its fields that hold something, its notes. Where columns are asked for, only
/// those, and its light if it is one of them.
fn object(source: &Source<'_>, id: Id) -> Json {
    let board = source.board;
    let fields = board.record(id).map(|record| record.fields()).unwrap_or_default();
    let mut object = Map::new();
    object.insert("id".to_owned(), Json::from(id.to_string()));
    object.extend(plain::from_fields(&fields));
    if let Some(actual) = FieldKey::find(id.kind, "actual") {
        object.insert(actual.key().to_owned(), plain::from_value(&overview::value(board, id, actual)));
    }
    if id.kind == Kind::Lead {
        object.insert("notes".to_owned(), notes(board, id));
    }
    if !source.columns.is_empty() {
        object.retain(|key, _| key == "id" || source.columns.iter().any(|column| holds(column, key)));
        let light = overview::light_of(board, id);
        object.extend(source.columns.iter().filter_map(|column| match column {
            Column::Light => Some((column.key().to_owned(), light.signal.code().into())),
            Column::Reason => Some((column.key().to_owned(), reason::why(light, source.lang).into())),
            _ => None,
        }));
    }
    Json::Object(object)
}

/// Whether a column's cells come from an entry of a record's object.
fn holds(column: &Column, key: &str) -> bool {
    match column {
        Column::Progress | Column::Remark => key == "notes",
        Column::Extra(_) => key == "extra",
        column => column.key() == key,
    }
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
