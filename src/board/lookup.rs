//! Records by what people call them: an id, a name, a division's digit or short name, or any part
//! of a name that only one record has. May use `domain`, `board`, `search`.

use super::records::Board;
use super::search::{self, Query};
use crate::domain::typed::{plain, without_suffix};
use crate::domain::value_words::{Lost, Names};
use crate::domain::{Choice, Id, Kind, Labels, Lang};

/// So many are named where a word means several.
const NAMED: usize = 5;

/// The record of a kind that a word names outright: by id, by a division's digit, or by one of its
/// names in full, in any case.
///
/// # Errors
/// `Lost` where it names none, or several.
pub fn exact(board: &Board, kind: Kind, word: &str) -> Result<Id, Lost> {
    let word = plain(word);
    if let Some(id) = by_number(board, kind, &word) {
        return Ok(id);
    }
    let called = |name: &str| !name.is_empty() && name.eq_ignore_ascii_case(bare(kind, &word));
    only(
        candidates(board, kind).filter(|id| names_of(board, *id).iter().any(|name| called(bare(kind, name)))),
    )
}

/// The record of a kind that a word names: outright, or as the only one that is found by it in
/// text, pinyin or pinyin initials. Who has left is only named outright.
///
/// # Errors
/// `Lost` where it names none, or several.
pub fn find(board: &Board, kind: Kind, word: &str) -> Result<Id, Lost> {
    match exact(board, kind, word) {
        Err(Lost::Nobody) => {}
        answer => return answer,
    }
    let query = Query::new(word);
    if query.is_empty() {
        return Err(Lost::Nobody);
    }
    only(candidates(board, kind).filter(|id| !board.has_left(*id)).filter(|id| match kind {
        Kind::Lead => query.finds(board.index().key(*id)),
        _ => query.finds(&search::key(&names_of(board, *id).join(" "))),
    }))
}

/// A name without what every record of its kind may bear: 海洋生物产业事业部 is 海洋生物.
#[must_use]
pub fn bare(kind: Kind, name: &str) -> &str {
    match kind {
        Kind::Division => without_suffix(name.trim(), &["产业事业部", "事业部", "产业"]),
        _ => name.trim(),
    }
}

/// All names that a record goes by.
#[must_use]
pub fn names_of(board: &Board, id: Id) -> Vec<&str> {
    let found: Option<Vec<&str>> = match id.kind {
        Kind::Division => board.division(id).map(|d| vec![&*d.name_zh, &*d.name_en, &*d.short]),
        Kind::Unit => board.unit(id).map(|u| vec![&*u.name_zh, &*u.name_en]),
        Kind::Person => board.person(id).map(|p| vec![&*p.name, &*p.login]),
        Kind::Lead => board.lead(id).map(|l| vec![&*l.code, &*l.name]),
        Kind::SixOne => {
            board.six_one(id).map(|s| vec![&*s.name, s.which.label(Lang::Zh), s.which.label(Lang::En)])
        }
        _ => Some(vec![board.title(id)]),
    };
    found.unwrap_or_default()
}

/// The record of a kind that a word names by id, or a division by its digit.
#[must_use]
pub fn by_number(board: &Board, kind: Kind, word: &str) -> Option<Id> {
    let digit = || word.parse().ok().filter(|_| kind == Kind::Division).map(Id::division);
    let id = word.parse().ok().or_else(digit)?;
    (id.kind == kind && board.has(id)).then_some(id)
}

fn candidates(board: &Board, kind: Kind) -> impl Iterator<Item = Id> {
    board.ids(kind).into_iter()
}

/// The one record that was found.
///
/// # Errors
/// `Lost` where there is none, or several.
pub fn only(mut found: impl Iterator<Item = Id>) -> Result<Id, Lost> {
    let first = found.next().ok_or(Lost::Nobody)?;
    let mut several = vec![first];
    several.extend(found.take(NAMED - 1));
    if several.len() == 1 { Ok(first) } else { Err(Lost::Several(several)) }
}

impl Names for Board {
    fn find(&self, kind: Kind, word: &str) -> Result<Id, Lost> {
        find(self, kind, word)
    }

    fn title(&self, id: Id, lang: Lang) -> String {
        let name = match id.kind {
            Kind::Division => self.division(id).map_or("", |d| d.name(lang)),
            Kind::Unit => self.unit(id).map_or("", |u| u.name(lang)),
            _ => self.title(id),
        };
        if name.is_empty() { id.to_string() } else { name.to_owned() }
    }

    fn word(&self, id: Id, lang: Lang) -> String {
        let name = Names::title(self, id, lang);
        // A comma would end the name in a list of names.
        let own = exact(self, id.kind, &name) == Ok(id) && !name.contains(['、', ',', '，', ';', '；', '\n']);
        if own { name } else { id.to_string() }
    }

    fn labels(&self) -> &Labels {
        &self.charter().labels
    }
}
