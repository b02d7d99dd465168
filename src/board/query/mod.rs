//! The filter language (product rule §5): terms about fields, in Chinese and ASCII, and bare words
//! that find text, pinyin or initials. A filter is read against a board once and then asked of its
//! records; a term that cannot be read is left out and told with its place, and the rest filters.
//! May use `domain`, `board`, `search`.

mod lex;
mod offer;
mod read;
mod sieve;
mod span;
mod sweep;
mod test;
mod words;

use std::ops::Range;

use self::lex::Piece;
use self::test::{Asked, Test};
use super::index::Hits;
use super::records::Board;
use crate::domain::value_words::Problem as Slip;
use crate::domain::{FieldKey, Id, Kind};

pub use self::offer::{Offer, offers};
pub use self::sieve::Sieve;

/// Why a term cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// Nothing is called what stands before its sign.
    Unknown,
    /// It ends where a value should follow.
    Unfinished,
    /// What it is about can be equal or not, but not more or less.
    NoOrder,
    /// It wants a number of days.
    Days,
    /// Its value is none of its field.
    Value(Slip),
}

/// A term that cannot be read, by its place in the typed text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Its bytes.
    pub range: Range<usize>,
    /// What is wrong.
    pub why: Why,
}

/// A term that was read.
#[derive(Debug, Clone, PartialEq)]
struct Term {
    not: bool,
    test: Test,
}

/// See the module. The alternatives of terms that must all hold; with none, everything is found.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Filter {
    any: Vec<Vec<Term>>,
    problems: Vec<Problem>,
}

impl Filter {
    /// What a typed text asks of the records of a kind.
    #[must_use]
    pub fn read(board: &Board, kind: Kind, typed: &str) -> Self {
        let mut filter = Self::default();
        let mut all = Vec::new();
        for piece in lex::pieces(typed) {
            match piece {
                Piece::Or => filter.close(&mut all),
                Piece::Term(raw) => match read::term(board, kind, &raw) {
                    Ok((test, not)) => all.push(Term { not, test }),
                    Err(why) => filter.problems.push(Problem { range: raw.range, why }),
                },
            }
        }
        filter.close(&mut all);
        filter
    }

    /// Ends an alternative. One of which nothing could be read says nothing: it must not find all.
    fn close(&mut self, all: &mut Vec<Term>) {
        if !all.is_empty() {
            all.sort_by_key(|term| term.test.cost());
            self.any.push(std::mem::take(all));
        }
    }

    /// Whether it asks nothing, so that everything is found.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.any.is_empty()
    }

    /// The terms that cannot be read, in order.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// Whether it finds a record.
    #[must_use]
    pub fn finds(&self, board: &Board, id: Id) -> bool {
        let asked = Asked::new(board, id);
        let holds = |term: &Term| term.test.holds(&asked) != term.not;
        self.any.is_empty() || self.any.iter().any(|all| all.iter().all(holds))
    }

    /// The leads that it finds.
    #[must_use]
    pub fn leads(&self, board: &Board) -> Hits {
        sweep::leads(&self.any, board)
    }

    /// Whether it finds nothing that an earlier one did not: what that found can be narrowed.
    #[must_use]
    pub fn narrows(&self, before: &Self) -> bool {
        let ([new], [old]) = (self.any.as_slice(), before.any.as_slice()) else {
            return self.any == before.any;
        };
        let implied = |old: &Term| {
            new.iter().any(|new| new == old || (!new.not && !old.not && new.test.implies(&old.test)))
        };
        old.iter().all(implied)
    }

    /// Of what another filter found, which this one narrows, the leads that this one finds.
    pub fn narrow(&self, hits: &mut Hits, board: &Board) {
        if let [all] = self.any.as_slice() {
            sweep::narrow(all, hits, board);
        }
    }

    /// The words that are looked for in a field, or in whatever a record is found by.
    pub fn needles(&self, field: FieldKey) -> impl Iterator<Item = &str> {
        self.any.iter().flatten().filter(|term| !term.not).filter_map(move |term| match &term.test {
            Test::Word(word) => Some(word.text.as_str()),
            Test::Text(key, word) if *key == field => Some(word.text.as_str()),
            _ => None,
        })
    }
}
