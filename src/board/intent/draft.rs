//! The sets on one record that a Proposal is made of, each with what the board holds now.
//! May use `domain`, `board`.

use super::Asked;
use crate::board::any::{self, AnyRecord};
use crate::board::records::Board;
use crate::board::rules;
use crate::board::transaction::Change;
use crate::domain::{FieldKey, Id, Kind, Value};

/// The field of a kind with a key that this crate's tables have.
pub(super) fn field(kind: Kind, key: &str) -> FieldKey {
    rules::key(kind, key)
}

/// What a Transaction about a record that is to be created names: the record itself, or for a
/// note the record that it is on.
pub(super) fn named(board: &Board, id: Id, fields: &[(FieldKey, Value)]) -> (Id, String) {
    let subject = fields.iter().find(|(f, _)| id.kind == Kind::Note && f.key() == "subject");
    if let Some((_, Value::Ref(subject))) = subject {
        return (*subject, board.title(*subject).to_owned());
    }
    let name = AnyRecord::from_fields(id.kind, fields).map(|r| r.title().to_owned()).unwrap_or_default();
    (id, name)
}

/// One field's change.
struct Entry {
    field: FieldKey,
    from: Value,
    to: Value,
}

/// See the module.
pub(super) struct Draft<'a> {
    board: &'a Board,
    id: Id,
    sets: Vec<Entry>,
}

impl<'a> Draft<'a> {
    pub(super) const fn new(board: &'a Board, id: Id) -> Self {
        Self { board, id, sets: Vec::new() }
    }

    /// What a form holds that was opened a while ago.
    pub(super) fn from_form(board: &'a Board, id: Id, sets: Vec<Asked>) -> Self {
        let mut draft = Self::new(board, id);
        for (field, from, to) in sets {
            draft.set_from(field, from, to);
        }
        draft
    }

    pub(super) const fn id(&self) -> Id {
        self.id
    }

    /// Sets a field, whatever was said of it before.
    pub(super) fn set(&mut self, field: FieldKey, to: Value) {
        let to = any::canonical(field, to);
        match self.sets.iter_mut().find(|set| set.field == field) {
            Some(set) => set.to = to,
            None => self.sets.push(Entry { field, from: self.board.value(self.id, field), to }),
        }
    }

    /// Sets a field that the sender believes to hold `from`.
    pub(super) fn set_from(&mut self, field: FieldKey, from: Value, to: Value) {
        let (from, to) = (any::canonical(field, from), any::canonical(field, to));
        if from != to && to != self.board.value(self.id, field) {
            self.sets.push(Entry { field, from, to });
        }
    }

    /// Sets a field by its key, where the record's kind has it.
    pub(super) fn put(&mut self, key: &str, to: Value) {
        if let Some(field) = FieldKey::find(self.id.kind, key) {
            self.set(field, to);
        }
    }

    /// Sets a field by its key unless the sender said something of it.
    pub(super) fn offer(&mut self, key: &str, to: Value) {
        if !self.sets.iter().any(|set| set.field.key() == key) {
            self.put(key, to);
        }
    }

    /// Takes back what was said of a field.
    pub(super) fn forget(&mut self, key: &str) {
        self.sets.retain(|set| set.field.key() != key);
    }

    /// What was said of a field, whether it changes by it or not.
    pub(super) fn given(&self, key: &str) -> Option<&Value> {
        self.sets.iter().find(|set| set.field.key() == key).map(|set| &set.to)
    }

    /// The new value of a field, where it changes.
    pub(super) fn changed(&self, key: &str) -> Option<&Value> {
        let set = self.sets.iter().find(|set| set.field.key() == key)?;
        (set.from != set.to).then_some(&set.to)
    }

    /// What the field will hold.
    pub(super) fn value(&self, key: &str) -> Value {
        let set = self.sets.iter().find(|set| set.field.key() == key);
        set.map_or_else(|| self.before(key), |set| set.to.clone())
    }

    /// What the field holds on the board.
    pub(super) fn before(&self, key: &str) -> Value {
        FieldKey::find(self.id.kind, key).map_or(Value::Empty, |field| self.board.value(self.id, field))
    }

    /// The changes, without those that change nothing.
    pub(super) fn changes(self) -> Vec<Change> {
        let id = self.id;
        let real = self.sets.into_iter().filter(|set| set.from != set.to);
        real.map(|Entry { field, from, to }| Change::Set { id, field, from, to }).collect()
    }
}
