//! A line of the history: a Transaction, and what it is found by. May use `board`, `locales`.

use std::collections::HashMap;

use crate::board::history::mark_of;
use crate::board::query::Filter;
use crate::board::search::{self, Query};
use crate::board::{AnyRecord, Board, Change, Origin, Transaction};
use crate::domain::{Edit, FieldKey, Id, Kind, Lang, Value};
use crate::locales::label;

/// So many changes of one Transaction are told; of more only how many there are.
const MOST: usize = 200;

/// A line of the journal.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    /// With no more changes than are told.
    pub(super) tx: Transaction,
    /// How many more there are.
    pub(super) more: usize,
    /// What it is found by; made when something is looked for.
    key: Option<String>,
}

impl Entry {
    pub(super) fn new(mut tx: Transaction) -> Self {
        let more = tx.changes.len().saturating_sub(MOST);
        // An import of a whole sheet is not held by every window that shows the history.
        tx.changes.truncate(MOST);
        tx.changes.shrink_to_fit();
        Self { tx, more, key: None }
    }

    /// The mark that it set, where it still stands.
    pub(super) fn mark(&self, board: &Board) -> Option<Id> {
        mark_of(&self.tx).filter(|mark| board.has(*mark) && !matches!(self.tx.origin, Origin::Undo(_)))
    }

    /// The one field that it changed, from what to what. What the program keeps by itself does not
    /// count, and a move says in its label where to.
    pub(super) fn only_change(&self) -> Option<(Id, FieldKey, &Value, &Value)> {
        if self.tx.label.to.is_some() || self.more > 0 {
            return None;
        }
        let mut sets = self.tx.changes.iter().filter(|change| match change {
            Change::Set { field, .. } => field.spec().edit != Edit::Kept,
            _ => true,
        });
        match (sets.next(), sets.next()) {
            (Some(Change::Set { id, field, from, to }), None) => Some((*id, *field, from, to)),
            _ => None,
        }
    }

    /// Makes what it is found by: label, records, author, reason.
    pub(super) fn index(&mut self, board: &Board, names: &HashMap<Id, String>) {
        if self.key.is_some() {
            return;
        }
        let tx = &self.tx;
        let mut texts: Vec<String> =
            Lang::ALL.into_iter().map(|lang| label::said(&tx.label, tx.origin, board, lang)).collect();
        texts.extend([tx.by.clone(), board.person_name(&tx.by).to_owned(), tx.why.clone()]);
        let mut last = None;
        for id in tx.changes.iter().map(Change::id) {
            if last.replace(id) != Some(id) {
                let gone = || names.get(&id).map_or("", String::as_str);
                texts.push(format!("{id} {}", if board.has(id) { board.title(id) } else { gone() }));
            }
        }
        self.key = Some(search::key(&texts.join(" ")));
    }
}

/// What is typed, as the filter of each kind of record that can read all of it.
pub(super) fn filters(board: &Board, typed: &str) -> Vec<(Kind, Filter)> {
    let read = Kind::ALL.into_iter().map(|kind| (kind, Filter::read(board, kind, typed)));
    read.filter(|(_, filter)| !filter.is_empty() && filter.problems().is_empty()).collect()
}

/// Whether a line of the history is found: its label, the names of its records, its author and its
/// reason have every word, as text, pinyin or initials; or one of its records is found by the filter
/// of its kind, as it stands now.
pub(super) fn matches(entry: &Entry, query: &Query, filters: &[(Kind, Filter)], board: &Board) -> bool {
    let finds = |id: Id| filters.iter().any(|(kind, filter)| *kind == id.kind && filter.finds(board, id));
    query.is_empty()
        || entry.key.as_deref().is_some_and(|key| query.finds(key))
        || entry.tx.concerned().any(finds)
}

/// The names of the records that Transactions make or take off. Of a large import only whom it
/// names is read: its leads are in its own lines.
pub(super) fn names(lines: &[Transaction]) -> HashMap<Id, String> {
    let mut names = HashMap::new();
    for tx in lines {
        let whole = tx.changes.len() <= MOST;
        for change in &tx.changes {
            let (Change::Create { id, fields } | Change::End { id, fields } | Change::Restore { id, fields }) =
                change
            else {
                continue;
            };
            if (whole || !matches!(id.kind, Kind::Lead | Kind::Note))
                && let Ok(record) = AnyRecord::from_fields(id.kind, fields)
            {
                names.entry(*id).or_insert_with(|| record.title().to_owned());
            }
        }
    }
    names
}
