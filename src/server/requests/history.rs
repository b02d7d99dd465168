//! `history`: what changed, who, when and why. May use `domain`, `board`, `store`, `locales`.

use serde_json::{Map, Value as Json, json};

use super::answer::{Answer, Halt};
use super::json::bytes;
use super::table::Table;
use super::{Ask, Out};
use crate::board::{Board, Change, Origin, Transaction, overview};
use crate::domain::{Choice, Id, json as plain};
use crate::locales::{label, value};
use crate::say;

pub(super) fn run(of: Option<&str>, as_json: bool, limit: u32, ask: &Ask<'_>, out: &mut dyn Out) -> Answer {
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let of: Option<Id> = match of {
        // A record that was undone has a history too.
        Some(word) => Some(word.parse().map_err(|_| Halt::Usage(say!(ask.lang, "command-id", word = word)))?),
        None => None,
    };
    let journal = ask.engine.journal();
    let found = match of {
        Some(id) => journal.of(id, limit),
        None => journal.newest(None, limit),
    };
    let found = found.map_err(|error| Halt::store(&error, ask.lang))?;
    let text = {
        let board = ask.engine.board();
        if as_json {
            bytes(&found.iter().map(object).collect())
        } else {
            text(&found, of, &board, ask).into_bytes()
        }
    };
    out.out(&text)?;
    Ok(0)
}

fn text(found: &[Transaction], of: Option<Id>, board: &Board, ask: &Ask<'_>) -> String {
    let mut table = Table::default();
    for done in found {
        let at = done.at.with_timezone(&overview::zone(board)).format("%Y-%m-%d %H:%M").to_string();
        let what = label::said(&done.label, done.origin, board, ask.lang);
        table.row([&done.seq.to_string(), &at, board.person_name(&done.by), &what, &done.why]);
        for change in done.changes.iter().filter(|change| Some(change.id()) == of) {
            if let Change::Set { field, from, to, .. } = change {
                let said = |v| value::of(change.id(), *field, v, board, ask.lang);
                let line = format!("  {}: {} -> {}", field.spec().label(ask.lang), said(from), said(to));
                table.row(["", "", "", &line]);
            }
        }
    }
    table.text()
}

fn object(done: &Transaction) -> Json {
    let (origin, of) = match done.origin {
        Origin::Do => ("do", None),
        Origin::Undo(seq) => ("undo", Some(seq)),
        Origin::Redo(seq) => ("redo", Some(seq)),
    };
    let changes: Vec<Json> = done.changes.iter().map(change).collect();
    let mut object = Map::new();
    for (key, value) in [
        ("seq", json!(done.seq)),
        ("at", json!(done.at.to_rfc3339_opts(chrono::SecondsFormat::AutoSi, true))),
        ("by", json!(done.by)),
        ("origin", json!(origin)),
        ("of", json!(of)),
        ("verb", json!(done.label.verb.code())),
        ("id", json!(done.label.subject.map(|id| id.to_string()))),
        ("name", json!(done.label.name)),
        ("count", json!(done.label.count)),
        ("why", json!(done.why)),
        ("changes", json!(changes)),
    ] {
        object.insert(key.to_owned(), value);
    }
    Json::Object(object)
}

fn change(change: &Change) -> Json {
    let id = change.id().to_string();
    match change {
        Change::Create { fields, .. } => {
            json!({"op": "create", "id": id, "fields": plain::from_fields(fields)})
        }
        Change::End { fields, .. } => json!({"op": "end", "id": id, "fields": plain::from_fields(fields)}),
        Change::Restore { fields, .. } => {
            json!({"op": "restore", "id": id, "fields": plain::from_fields(fields)})
        }
        Change::Set { field, from, to, .. } => json!({
            "op": "set", "id": id, "field": field.key(),
            "from": plain::from_value(from), "to": plain::from_value(to),
        }),
    }
}
