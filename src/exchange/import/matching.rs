//! Which record on the board a row is: by what such records are told apart by. May use `domain`,
//! `board`.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};

use super::brought::Brought;
use super::options::Match;
use crate::board::Board;
use crate::board::intent::Author;
use crate::domain::{FieldKey, Id, Kind, Value};

/// By what a record is found, in the order in which it is tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum By {
    /// A lead's code, a person's login.
    Code,
    Credit,
    /// What it is called, with what else tells such records apart.
    Name,
}

impl By {
    /// The key of the field that holds it.
    const fn field(self, kind: Kind) -> Option<&'static str> {
        Some(match (self, kind) {
            (Self::Code, Kind::Lead) => "code",
            (Self::Code, Kind::Person) => "login",
            (Self::Credit, Kind::Lead) => "credit_code",
            (Self::Name, Kind::Lead | Kind::Person | Kind::Target) => "name",
            (Self::Name, Kind::Request) => "about",
            (Self::Name, Kind::SixOne) => "which",
            _ => return None,
        })
    }
}

/// The records of some kinds on the board by what they are found by, and which of them rows were
/// found to be.
#[derive(Default)]
pub(super) struct Met {
    hash: RandomState,
    found: HashMap<u64, Vec<Id>>,
    /// Each with the row that is it.
    taken: HashMap<Id, u32>,
    /// What new rows are found by, each with its row.
    new: HashMap<(Kind, String), u32>,
}

/// What a row was found to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Found {
    /// Nothing that is there.
    New,
    /// A record on the board.
    Record(Id),
    /// The same as an earlier row.
    Twice(u32),
}

impl Met {
    /// Takes the records of a kind in.
    pub(super) fn know(&mut self, board: &Board, kind: Kind) {
        for by in [By::Code, By::Credit, By::Name] {
            let Some(field) = by.field(kind).and_then(|key| FieldKey::find(kind, key)) else { continue };
            for id in board.ids(kind) {
                let value = board.value(id, field);
                let text = word(&value);
                if !text.is_empty() {
                    let key = self.hash.hash_one((kind as u8, by as u8, text));
                    self.found.entry(key).or_default().push(id);
                }
            }
        }
    }

    /// What a row is. `differences` counts what a record would have to change to say what the row
    /// says, and what it says beside.
    pub(super) fn find(
        &self,
        author: &Author<'_>,
        brought: &Brought,
        matching: Match,
        differences: &dyn Fn(Id) -> (usize, usize),
    ) -> Found {
        for by in [By::Code, By::Credit, By::Name] {
            let asked = match matching {
                Match::Any => true,
                Match::Code => by == By::Code,
                Match::Credit => by == By::Credit,
                // What has no other name than its code is found by it.
                Match::Name => by == By::Name,
            };
            let all = if asked { self.called(author.board, brought, by, matching) } else { Vec::new() };
            let free = all.iter().copied().filter(|id| !self.taken.contains_key(id));
            // Of several that are called so the one that is nearest to the row: what was exported finds
            // itself again.
            let nearest =
                if all.len() > 1 { free.min_by_key(|id| (differences(*id), *id)) } else { free.min() };
            match (nearest, all.first().and_then(|id| self.taken.get(id))) {
                (Some(id), _) => return Found::Record(id),
                (None, Some(row)) => return Found::Twice(*row),
                (None, None) => {}
            }
        }
        self.new.get(&own_key(brought)).map_or(Found::New, |row| Found::Twice(*row))
    }

    /// The records that a row may be by one of its words.
    fn called(&self, board: &Board, brought: &Brought, by: By, matching: Match) -> Vec<Id> {
        let kind = brought.kind;
        let Some(key) = by.field(kind) else { return Vec::new() };
        let said = brought.get(key).cloned().unwrap_or_default();
        let text = word(&said);
        if text.is_empty() {
            return Vec::new();
        }
        let hash = self.hash.hash_one((kind as u8, by as u8, text));
        let named = self.found.get(&hash).into_iter().flatten().copied();
        let is = |id: &Id| {
            let held = FieldKey::find(kind, key).map(|field| board.value(*id, field));
            held.as_ref().is_some_and(|held| word(held) == text) && agrees(board, *id, brought, by, matching)
        };
        let mut all: Vec<Id> = named.filter(is).collect();
        // A row that names no investor is a lead by its name alone where only one has it.
        if by == By::Name && kind == Kind::Lead && brought.text("investor").is_empty() && all.len() > 1 {
            let bare = |id: &Id| board.lead(*id).is_some_and(|lead| lead.investor.is_empty());
            all.retain(bare);
        }
        all
    }

    /// Takes note of the row that a record is.
    pub(super) fn take(&mut self, id: Id, row: u32) {
        self.taken.insert(id, row);
    }

    /// The row that a record was found to be.
    pub(super) fn taken_by(&self, id: Id) -> Option<u32> {
        self.taken.get(&id).copied()
    }

    /// Takes note of a row that is new.
    pub(super) fn add(&mut self, brought: &Brought, row: u32) {
        let key = own_key(brought);
        if !key.1.is_empty() {
            self.new.insert(key, row);
        }
    }
}

/// Whether nothing else speaks against a row's being a record.
fn agrees(board: &Board, id: Id, brought: &Brought, by: By, matching: Match) -> bool {
    // What a row does not say speaks against nothing; of its division others may have spoken.
    let same = |key: &str| {
        let said = brought.get(key).filter(|_| key == "division" || brought.has(key));
        let held = FieldKey::find(id.kind, key).map(|field| board.value(id, field));
        said.is_none_or(|said| held.as_ref().is_none_or(|held| held.is_empty() || held == said))
    };
    match (id.kind, by) {
        (_, By::Code) => true,
        (Kind::Lead, By::Credit) => matching != Match::Any || same("code"),
        (Kind::Lead, By::Name) => {
            let investor = brought.text("investor");
            let held = board.lead(id).map_or("", |lead| &lead.investor);
            (investor.is_empty() || investor == held) && (matching != Match::Any || same("code"))
        }
        (Kind::Person, _) => same("login") && same("division"),
        (Kind::Target, _) => same("division") && same("area") && same("start"),
        (Kind::Request, _) => same("division") && same("unit"),
        (Kind::SixOne, _) => same("division"),
        _ => true,
    }
}

/// What two new rows of a file may not share: they would be one record. Leads without a code may
/// look alike; that is told.
fn own_key(brought: &Brought) -> (Kind, String) {
    let keys: &[&str] = match brought.kind {
        Kind::Lead => &["code"],
        Kind::Person => &["name", "login", "division"],
        Kind::Target => &["name", "division", "area", "start"],
        Kind::Request => &["about", "division", "unit"],
        _ => &["which", "division"],
    };
    let words =
        keys.iter().map(|key| brought.get(key).map_or_else(String::new, |value| format!("{value:?}")));
    let words: Vec<String> = words.collect();
    let says = words.first().is_some_and(|word| !word.is_empty());
    (brought.kind, if says { words.join("\n") } else { String::new() })
}

/// What a value is compared by.
fn word(value: &Value) -> &str {
    match value {
        Value::Text(text) => text.trim(),
        Value::Choice(code) => code,
        _ => "",
    }
}
