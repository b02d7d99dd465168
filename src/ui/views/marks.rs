//! The records that are marked in a list: one by one, and a range that grows with the cursor. A
//! range begins at a record, not at a row: rows move when others work. Uses nothing but ids.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

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
    anchor: Option<Id>,
    /// Those that are marked no longer because the board has changed.
    gone: Vec<Id>,
}

impl Marks {
    /// Whether nothing is marked.
    pub(super) fn is_empty(&self) -> bool {
        self.set.is_empty() && self.anchor.is_none()
    }

    /// Marks a record, or draws a range at it that so far has these; true where the cursor goes on.
    pub(super) fn mark(&mut self, marking: Marking, id: Id, drawn: Vec<Id>) -> bool {
        if marking == Marking::One {
            self.toggle(id);
        } else {
            self.range(id, drawn);
        }
        marking == Marking::One
    }

    /// Marks a record, or no longer.
    fn toggle(&mut self, id: Id) {
        if !self.set.remove(&id) {
            self.set.insert(id);
        }
    }

    /// Begins a range at a record, or keeps the one that ends with these.
    fn range(&mut self, id: Id, drawn: Vec<Id>) {
        if self.anchor.take().is_some() {
            self.set.extend(drawn);
        } else {
            self.anchor = Some(id);
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

    /// These are marked no longer.
    pub(super) fn drop(&mut self, ids: &[Id]) {
        self.set.retain(|id| !ids.contains(id));
        // A range that was acted on has served.
        self.anchor = None;
    }

    /// Only what is still listed stays marked. Where it is the board that has changed, and not what is
    /// asked for, what is marked no longer is to be told.
    pub(super) fn retain(&mut self, tell: bool, listed: impl Fn(Id) -> bool) {
        self.anchor = self.anchor.filter(|id| listed(*id));
        let gone = self.set.extract_if(.., |id| !listed(*id));
        if tell {
            self.gone.extend(gone);
        } else {
            gone.for_each(drop);
        }
    }

    /// What is marked no longer because the board has changed; once.
    pub(super) fn take_gone(&mut self) -> Vec<Id> {
        std::mem::take(&mut self.gone)
    }

    /// The rows of the range that is being drawn, with the cursor on one.
    pub(super) fn drawn(
        &self,
        cursor: usize,
        place: impl Fn(Id) -> Option<usize>,
    ) -> Option<RangeInclusive<usize>> {
        let from = place(self.anchor?).unwrap_or(cursor);
        Some(from.min(cursor)..=from.max(cursor))
    }

    /// Whether the record of a row is marked.
    pub(super) fn has(&self, id: Id, row: usize, drawn: Option<&RangeInclusive<usize>>) -> bool {
        drawn.is_some_and(|drawn| drawn.contains(&row)) || self.set.contains(&id)
    }

    /// All that are marked, in order of number.
    pub(super) fn ids(&self, drawn: impl Iterator<Item = Id>) -> Vec<Id> {
        let all: BTreeSet<Id> = self.set.iter().copied().chain(drawn).collect();
        all.into_iter().collect()
    }

    /// How many are marked.
    pub(super) fn count(&self, drawn: impl Iterator<Item = Id>) -> usize {
        self.set.len() + drawn.filter(|id| !self.set.contains(id)).count()
    }
}
