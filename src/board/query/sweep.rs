//! A filter over all leads: the keys are swept for the longest word, which leaves few, and what is
//! left is asked the other terms, the cheap ones first. May use `domain`, `board`.

use std::collections::HashMap;

use super::Term;
use super::test::{Asked, Test, Word};
use crate::board::index::{self, Hits};
use crate::board::records::Board;
use crate::domain::{FieldKey, Glance, Id, Kind, Shape};

/// The leads that alternatives of terms find.
pub(super) fn leads(any: &[Vec<Term>], board: &Board) -> Hits {
    if any.is_empty() {
        return board.index().all();
    }
    let mut found = Hits::default();
    for all in any {
        let longest = all.iter().filter_map(needle).max_by_key(|word| word.text.len());
        let index = board.index();
        let mut hits = longest.map_or_else(|| index.all(), |word| index.sweep(word.finder()));
        // A bare word that was swept for need not be asked again.
        let rest = all.iter().filter(|t| t.not || !matches!(&t.test, Test::Word(w) if Some(w) == longest));
        rest.for_each(|term| keep(term, &mut hits, board));
        if any.len() == 1 {
            return hits;
        }
        found.join(&hits);
    }
    found
}

/// Keeps of some leads those that all terms hold for.
pub(super) fn narrow(all: &[Term], hits: &mut Hits, board: &Board) {
    for term in all {
        keep(term, hits, board);
    }
}

/// The word that the key of every lead has which a term finds.
fn needle(term: &Term) -> Option<&Word> {
    match &term.test {
        _ if term.not => None,
        Test::Word(word) => Some(word),
        // The key has the texts in lower case and in pinyin, as the field is looked through.
        Test::Text(key, word) if index::sign_of(key.key()).is_some() => Some(word),
        _ => None,
    }
}

fn keep(term: &Term, hits: &mut Hits, board: &Board) {
    match &term.test {
        Test::Text(key, word) => match index::sign_of(key.key()) {
            Some(sign) => {
                let key = |no| board.index().key(Id::new(Kind::Lead, no));
                hits.retain(|no| index::has_in(key(no), sign, word.finder()) != term.not);
            }
            None => keep_text(*key, word, term.not, hits, board),
        },
        test => hits.retain(|no| test.holds(&Asked::new(board, Id::new(Kind::Lead, no))) != term.not),
    }
}

/// Texts of a field are often the same: each is looked through once.
fn keep_text(key: FieldKey, word: &Word, not: bool, hits: &mut Hits, board: &Board) {
    let shape = key.spec().shape;
    let mut known: HashMap<&str, bool> = HashMap::new();
    hits.retain(|no| {
        let found = match board.glance(Id::new(Kind::Lead, no), key) {
            Glance::Text(text) if shape == Shape::Long => word.is_in_text(text, shape),
            Glance::Text(text) => *known.entry(text).or_insert_with(|| word.is_in_text(text, shape)),
            _ => false,
        };
        found != not
    });
}
