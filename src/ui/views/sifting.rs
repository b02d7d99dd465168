//! What a list is filtered by where it stands: the words as typed, and what they find on the board as
//! it was when the rows were made. May use `board::query`.

use crate::board::Board;
use crate::board::query::{Problem, Sieve};
use crate::domain::{FieldKey, Id, Kind};

/// See the module.
#[derive(Debug, Clone, Default)]
pub(super) struct Sifting {
    typed: String,
    /// None where nothing is asked.
    sieve: Option<Sieve>,
}

impl Sifting {
    /// The words as typed.
    pub(super) fn typed(&self) -> &str {
        &self.typed
    }

    /// The words to be shown; none where nothing is asked.
    pub(super) fn words(&self) -> Option<&str> {
        Some(self.typed.trim()).filter(|typed| !typed.is_empty())
    }

    /// Takes other words; false where they are the same. They are read with the next rows.
    pub(super) fn put(&mut self, typed: &str) -> bool {
        let is_new = self.typed != typed;
        if is_new {
            typed.clone_into(&mut self.typed);
        }
        is_new
    }

    /// Reads the words for the board as it is now.
    pub(super) fn read(&mut self, board: &Board, kinds: &[Kind]) {
        self.sieve = self.words().map(|typed| Sieve::read(board, kinds, typed));
    }

    /// Whether anything is asked.
    pub(super) const fn is_on(&self) -> bool {
        self.sieve.is_some()
    }

    /// Whether a record is found.
    pub(super) fn finds(&self, board: &Board, id: Id) -> bool {
        self.sieve.as_ref().is_none_or(|sieve| sieve.finds(board, id))
    }

    /// The terms that cannot be read.
    pub(super) fn problems(&self) -> &[Problem] {
        self.sieve.as_ref().map_or(&[], Sieve::problems)
    }

    /// The words that are looked for in a field; none of no field.
    pub(super) fn needles(&self, field: Option<FieldKey>) -> Vec<String> {
        self.sieve.as_ref().zip(field).map_or_else(Vec::new, |(sieve, field)| sieve.needles(field))
    }
}
