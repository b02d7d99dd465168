//! What a row offers while one types: people, units, divisions, leads and the members of closed
//! lists, found by text, pinyin or initials. May use `board::search`, `board::lookup`.

use crate::board::search::{self, Query};
use crate::board::{Board, lookup};
use crate::domain::value_words::{self, Names};
use crate::domain::{Id, Kind, Lang, Shape, Value};

/// No longer list is offered: one types on.
const MOST: usize = 200;

/// One thing that is offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Offer {
    /// The text that it puts into the row.
    pub(super) text: String,
    /// What is said of it beside.
    pub(super) more: String,
}

/// What a shape offers for a typed text; nothing for shapes without a list.
pub(super) fn offers(board: &Board, shape: Shape, typed: &str, lang: Lang) -> Vec<Offer> {
    let query = Query::new(typed);
    let labels = board.labels();
    let plain = |text: String| Offer { text, more: String::new() };
    match shape {
        Shape::Choice(options) => {
            let found = options.iter().filter(|option| {
                let names = [option.zh, option.en, option.code].into_iter();
                let names = names.chain(option.synonyms.iter().copied());
                let names = names.chain(labels.words(options, option.code));
                query.finds(&search::key(&names.collect::<Vec<_>>().join(" ")))
            });
            found.map(|option| plain(labels.option(options, option, lang).to_owned())).collect()
        }
        Shape::Flag => {
            let words = [true, false].map(|flag| value_words::show(&Value::Flag(flag), shape, board, lang));
            words.into_iter().filter(|word| query.finds(&search::key(word))).map(plain).collect()
        }
        Shape::Ref(kind) | Shape::Refs(kind) => {
            let ids = board.ids(kind).into_iter().filter(|id| !board.has_left(*id));
            let found = ids.filter(|id| is_found(board, *id, &query));
            found.take(MOST).map(|id| of_record(board, id, lang)).collect()
        }
        _ => Vec::new(),
    }
}

fn is_found(board: &Board, id: Id, query: &Query) -> bool {
    match id.kind {
        _ if query.is_empty() => true,
        Kind::Lead => query.finds(board.index().key(id)) || query.finds(&search::key(&id.to_string())),
        _ => query.finds(&search::key(&format!("{id} {}", lookup::names_of(board, id).join(" ")))),
    }
}

fn of_record(board: &Board, id: Id, lang: Lang) -> Offer {
    let place = match id.kind {
        Kind::Person => board.person(id).and_then(|person| person.division.or(person.unit)),
        Kind::Lead => board.lead(id).and_then(|lead| lead.division),
        Kind::Target => board.target(id).and_then(|target| target.division),
        _ => None,
    };
    let text = board.word(id, lang);
    let name = Names::title(board, id, lang);
    let mut more = vec![id.to_string()];
    more.extend(Some(name).filter(|name| *name != text));
    more.extend(place.map(|place| Names::title(board, place, lang)));
    Offer { text, more: more.join("  ") }
}
