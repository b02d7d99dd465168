//! Records as JSON objects: the id, the light, then the fields by key. May use `domain`, `board`.

use serde_json::{Map, Value as Json};

use crate::board::{Board, overview};
use crate::domain::{Id, Kind, Lang, Light, Signal, json};
use crate::locales::reason;

/// Whether records of a kind have a light.
pub(super) const fn has_light(kind: Kind) -> bool {
    matches!(kind, Kind::Lead | Kind::Target | Kind::SixOne | Kind::Request | Kind::Division)
}

/// A record as an object; empty where there is none.
pub(super) fn record(board: &Board, id: Id, lang: Lang) -> Map<String, Json> {
    let mut object = Map::new();
    object.insert("id".to_owned(), Json::from(id.to_string()));
    if has_light(id.kind) {
        object.extend(light(overview::light_of(board, id), lang));
    }
    let fields = board.record(id).map(|record| record.fields()).unwrap_or_default();
    object.extend(json::from_fields(&fields));
    object
}

/// A light as two entries.
pub(super) fn light(light: Light, lang: Lang) -> [(String, Json); 2] {
    [
        ("light".to_owned(), Json::from(signal(light.signal))),
        ("reason".to_owned(), Json::from(reason::why(light, lang))),
    ]
}

/// A signal's word for machines.
pub(super) const fn signal(signal: Signal) -> &'static str {
    match signal {
        Signal::Red => "red",
        Signal::Yellow => "yellow",
        Signal::Green | Signal::Dot => "green",
        Signal::Grey => "grey",
    }
}

/// JSON as the bytes of indented text with a line end, safe to see on a terminal.
pub(super) fn bytes(json: &Json) -> Vec<u8> {
    (json::escape(format!("{json:#}")) + "\n").into_bytes()
}
