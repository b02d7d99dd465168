//! What a row of a file brings, whatever the kind of record. May use `domain`.

use std::collections::BTreeMap;

use crate::domain::{FieldKey, Fields, Kind, Value};

/// A note that a row brings.
#[derive(Debug, Clone, Default)]
pub(super) struct Said {
    pub(super) text: String,
    pub(super) progress: bool,
    /// The note as it is written, where the file says more than its text.
    pub(super) fields: Option<Fields>,
}

/// What a row brings.
#[derive(Debug, Clone)]
pub(super) struct Brought {
    pub(super) kind: Kind,
    /// What it says, a field once.
    pub(super) given: Fields,
    /// What holds where neither it nor the board says anything of a field.
    pub(super) offered: Fields,
    /// What a new record begins with where nothing is said or offered; it is not found by that.
    pub(super) begun: Fields,
    /// Columns that are no fields.
    pub(super) extra: BTreeMap<String, String>,
    /// Notes.
    pub(super) notes: Vec<Said>,
    /// A verdict as it stands once it is signed by who brings it, where it says that another gave it.
    pub(super) signed: Option<Value>,
    /// Fields of closed lists whose cell is no word of theirs, and that no record can be without.
    pub(super) vague: Vec<FieldKey>,
    /// Whether the row cannot be brought in.
    pub(super) refused: bool,
}

impl Brought {
    pub(super) const fn new(kind: Kind) -> Self {
        Self {
            kind,
            given: Vec::new(),
            offered: Vec::new(),
            begun: Vec::new(),
            vague: Vec::new(),
            extra: BTreeMap::new(),
            notes: Vec::new(),
            signed: None,
            refused: false,
        }
    }

    /// What it says of a field, or what is offered for it.
    pub(super) fn get(&self, key: &str) -> Option<&Value> {
        let of = |fields: &'_ Fields| fields.iter().position(|(field, _)| field.key() == key);
        let given = of(&self.given).map(|at| &self.given[at].1);
        given.or_else(|| of(&self.offered).map(|at| &self.offered[at].1))
    }

    /// A text that it says or that is offered; empty where there is none.
    pub(super) fn text(&self, key: &str) -> &str {
        match self.get(key) {
            Some(Value::Text(text)) => text,
            _ => "",
        }
    }

    /// Whether it says something of a field.
    pub(super) fn has(&self, key: &str) -> bool {
        self.given.iter().any(|(field, _)| field.key() == key)
    }

    /// Says something of a field, unless it said something before.
    pub(super) fn give(&mut self, field: FieldKey, value: Value) {
        if !value.is_empty() && !self.given.iter().any(|(before, _)| *before == field) {
            self.given.push((field, value));
        }
    }

    /// The same by a field's key.
    pub(super) fn give_key(&mut self, key: &str, value: Value) {
        if let Some(field) = FieldKey::find(self.kind, key) {
            self.give(field, value);
        }
    }

    /// Offers something for a field, unless something was offered before.
    pub(super) fn offer(&mut self, key: &str, value: Value) {
        let Some(field) = FieldKey::find(self.kind, key) else { return };
        if !value.is_empty() && !self.offered.iter().any(|(before, _)| *before == field) {
            self.offered.push((field, value));
        }
    }

    /// All that it says, with what is offered where it says nothing.
    pub(super) fn all(&self) -> Fields {
        let mut all = self.given.clone();
        let more = self.offered.iter().filter(|(field, _)| !all.iter().any(|(f, _)| f == field));
        let more: Fields = more.cloned().collect();
        all.extend(more);
        all
    }
}
