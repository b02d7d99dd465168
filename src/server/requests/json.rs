//! JSON for scripts: every document names its shape, and a record is one object wherever it stands.
//! May use `domain`, `board`.
//!
#![doc = include_str!("json.md")]

use serde_json::{Map, Value as Json};

use crate::board::{Board, overview};
use crate::domain::{FieldKey, Id, Lang, Light, json};
use crate::locales::reason;

/// A document's shape. A number stays as long as only entries are added; anything else raises it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Status,
    Figures,
    List,
    Show,
    History,
    Import,
}

impl Shape {
    /// What stands under `format`.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Status => "guatu-status-1",
            Self::Figures => "guatu-figures-1",
            Self::List => "guatu-list-1",
            Self::Show => "guatu-show-1",
            Self::History => "guatu-history-1",
            Self::Import => "guatu-import-1",
        }
    }
}

/// A document as the bytes of indented text with a line end, safe to see on a terminal.
pub(super) fn document(shape: Shape, object: Map<String, Json>) -> Vec<u8> {
    let text = format!("{:#}", Json::Object(object));
    let rest = text.trim_start_matches('{');
    (json::escape(format!("{{\n  \"format\": \"{}\",{rest}", shape.name())) + "\n").into_bytes()
}

/// A document whose last entry is a list that goes out as it is made, an item a line.
pub(super) struct Listing {
    is_first: bool,
}

impl Listing {
    /// Begins one: what stands before the items, and where they stand.
    pub(super) fn open(shape: Shape, head: &[(&str, Json)], list: &str) -> (Self, Vec<u8>) {
        let mut text = format!("{{\"format\":\"{}\"", shape.name());
        for (key, value) in head {
            text.extend([",\"", key, "\":", &value.to_string()]);
        }
        text.extend([",\"", list, "\":["]);
        (Self { is_first: true }, json::escape(text).into_bytes())
    }

    /// An item.
    pub(super) fn item(&mut self, item: &Json, to: &mut Vec<u8>) {
        to.extend_from_slice(if self.is_first { b"\n" } else { b",\n" });
        self.is_first = false;
        to.extend_from_slice(json::escape(item.to_string()).as_bytes());
    }

    /// What ends it.
    pub(super) const CLOSE: &[u8] = b"\n]}\n";
}

/// A record as an object: its id, its light, and every field that holds something.
pub(super) fn record(board: &Board, id: Id, lang: Lang) -> Json {
    let mut object = Map::new();
    object.insert("id".to_owned(), Json::from(id.to_string()));
    if overview::has_light(id.kind) {
        object.extend(light(overview::light_of(board, id), lang));
    }
    let held = FieldKey::all(id.kind).map(|field| (field, value(board, id, field)));
    object.extend(
        held.filter(|(_, value)| !value.is_null()).map(|(field, value)| (field.key().to_owned(), value)),
    );
    Json::Object(object)
}

/// What a record's field holds.
pub(super) fn value(board: &Board, id: Id, field: FieldKey) -> Json {
    json::from_value(&overview::value(board, id, field))
}

/// A light as two entries.
pub(super) fn light(light: Light, lang: Lang) -> [(String, Json); 2] {
    [
        ("light".to_owned(), Json::from(light.signal.code())),
        ("reason".to_owned(), Json::from(reason::why(light, lang))),
    ]
}
