//! The records that are marked in a list: one by one, and a range that grows with the cursor.
//! Uses nothing but ids.

use std::collections::BTreeSet;

use crate::domain::Id;

/// The sign before a marked row.
pub(super) const MARK: &str = "*";

/// What is to be marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marking {
    /// The row of the cursor, or no longer; the cursor goes on.
    One,
    /// From here to where the cursor goes; the second time the range is kept.
    Range,
    /// Every row of the list, or none where all are.
    All,
}

/// See the module.
#[derive(Debug, Clone, Default)]
pub(super) struct Marks {
    set: BTreeSet<Id>,
    /// Where the range begins that is being drawn.
    anchor: Option<usize>,
}

impl Marks {
    /// Whether nothing is marked.
    pub(super) fn is_empty(&self) -> bool {
        self.set.is_empty() && self.anchor.is_none()
    }

    /// Marks a record, or no longer.
    pub(super) fn toggle(&mut self, id: Id) {
        if !self.set.remove(&id) {
            self.set.insert(id);
        }
    }

    /// Begins a range at a row, or keeps the one that ends there.
    pub(super) fn range(&mut self, at: usize, row: impl Fn(usize) -> Option<Id>) {
        match self.anchor.take() {
            None => self.anchor = Some(at),
            Some(from) => self.set.extend((from.min(at)..=from.max(at)).filter_map(row)),
        }
    }

    /// Marks all of these, or none where they are marked already.
    pub(super) fn all(&mut self, ids: impl Iterator<Item = Id>) {
        let all: BTreeSet<Id> = ids.collect();
        self.anchor = None;
        if self.set == all {
            self.set.clear();
        } else {
            self.set = all;
        }
    }

    /// Nothing is marked any more; false where nothing was.
    pub(super) fn clear(&mut self) -> bool {
        let was = !self.is_empty();
        *self = Self::default();
        was
    }

    /// Whether the record of a row is marked, with the cursor on another.
    pub(super) fn has(&self, id: Id, row: usize, cursor: usize) -> bool {
        let drawn = self.anchor.is_some_and(|from| (from.min(cursor)..=from.max(cursor)).contains(&row));
        drawn || self.set.contains(&id)
    }

    /// How many are marked, with the cursor on a row.
    pub(super) fn count(&self, cursor: usize, row: impl Fn(usize) -> Option<Id>) -> usize {
        if self.anchor.is_some() { self.ids(cursor, row).len() } else { self.set.len() }
    }

    /// All that are marked, with the cursor on a row.
    pub(super) fn ids(&self, cursor: usize, row: impl Fn(usize) -> Option<Id>) -> Vec<Id> {
        let drawn = self.anchor.map(|from| from.min(cursor)..=from.max(cursor));
        let drawn = drawn.into_iter().flatten().filter_map(row);
        let all: BTreeSet<Id> = self.set.iter().copied().chain(drawn).collect();
        all.into_iter().collect()
    }
}
