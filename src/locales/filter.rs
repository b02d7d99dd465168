//! What is wrong with a term of a filter, in a few words: the message line and `list` say the same.
//! May use `domain`, `board`.

use super::problem;
use crate::board::Board;
use crate::board::query::{Problem, Why};
use crate::domain::Lang;
use crate::say;

/// Why a term cannot be read.
#[must_use]
pub fn why(why: &Why, board: &Board, lang: Lang) -> String {
    match why {
        Why::Unknown => say!(lang, "filter-unknown"),
        Why::Unfinished => say!(lang, "filter-unfinished"),
        Why::NoOrder => say!(lang, "filter-no-order"),
        Why::Days => say!(lang, "filter-days"),
        Why::Value(slip) => problem::said(slip, board, lang),
    }
}

/// A term that cannot be read, with why.
#[must_use]
pub fn said(wrong: &Problem, typed: &str, board: &Board, lang: Lang) -> String {
    let term = typed.get(wrong.range.clone()).unwrap_or_default();
    say!(lang, "filter-wrong", term = term, why = why(&wrong.why, board, lang))
}
