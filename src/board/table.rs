//! All records of one type, by number. May use `domain`.

use std::sync::Arc;

use crate::domain::{Id, record};

/// A record with what the board knows of its past.
#[derive(Debug, Clone, PartialEq)]
pub struct Row<R> {
    /// The record.
    pub record: R,
    /// How many Transactions have touched it.
    pub rev: u32,
    /// The Transaction that touched it last.
    pub seq: u64,
    /// Who signed that one.
    pub by: Arc<str>,
}

/// The records of one type, dense by number: number 1 stands at 0. A clone shares the rows with the
/// table, so that a board can be cloned for a file while others go on working.
#[derive(Debug, Clone, PartialEq)]
pub struct Table<R> {
    rows: Vec<Option<Arc<Row<R>>>>,
    live: usize,
}

impl<R> Default for Table<R> {
    fn default() -> Self {
        Self { rows: Vec::new(), live: 0 }
    }
}

impl<R: record::Record + Clone> Table<R> {
    /// The row of a number.
    #[must_use]
    pub fn row(&self, no: u32) -> Option<&Row<R>> {
        self.rows.get(place(no)?)?.as_deref()
    }

    /// The record of a number.
    #[must_use]
    pub fn get(&self, no: u32) -> Option<&R> {
        self.row(no).map(|row| &row.record)
    }

    /// How many records there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.live
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.live == 0
    }

    /// The highest number ever given.
    #[must_use]
    pub fn issued(&self) -> u32 {
        // Numbers are u32, so the length is.
        u32::try_from(self.rows.len()).unwrap_or(u32::MAX)
    }

    /// Makes sure that numbers up to `issued` are never given again.
    pub fn reserve(&mut self, issued: u32) {
        let len = usize::try_from(issued).unwrap_or(usize::MAX);
        if self.rows.len() < len {
            self.rows.resize_with(len, || None);
        }
    }

    /// All records with their ids, in order of number.
    pub fn iter(&self) -> impl Iterator<Item = (Id, &R)> {
        self.rows
            .iter()
            .zip(1_u32..=u32::MAX)
            .filter_map(|(row, no)| row.as_ref().map(|row| (Id::new(R::KIND, no), &row.record)))
    }

    /// Puts a row at a number; the number counts as issued from then on.
    pub fn put(&mut self, no: u32, row: Row<R>) {
        let Some(at) = place(no) else { return };
        self.reserve(no);
        if self.rows[at].replace(Arc::new(row)).is_none() {
            self.live += 1;
        }
    }

    /// Takes a row off.
    pub fn take(&mut self, no: u32) -> Option<Row<R>> {
        let row = self.rows.get_mut(place(no)?)?.take();
        self.live -= usize::from(row.is_some());
        row.map(Arc::unwrap_or_clone)
    }
}

fn place(no: u32) -> Option<usize> {
    usize::try_from(no.checked_sub(1)?).ok()
}
