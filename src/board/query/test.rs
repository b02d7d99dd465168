//! What one term asks of a record. Everything is resolved beforehand, names to ids and words to
//! dates, so that asking a hundred thousand leads touches no text but the one that is looked in.
//! May use `domain`, `board`, `search`.

use std::cell::OnceCell;
use std::ops::RangeInclusive;

use chrono::NaiveDate;
use memchr::memmem::Finder;

use super::words;
use crate::board::records::Board;
use crate::board::{lookup, overview, rules, search};
use crate::domain::light::Reason;
use crate::domain::money::Currency;
use crate::domain::{FieldKey, Glance, Id, Kind, Shape, stage};

/// A text that is looked for, in lower case.
#[derive(Debug, Clone)]
pub(super) struct Word {
    pub(super) text: String,
    finder: Finder<'static>,
}

impl PartialEq for Word {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Word {
    pub(super) fn new(text: &str) -> Self {
        let text = text.to_lowercase();
        Self { finder: Finder::new(&text).into_owned(), text }
    }

    pub(super) const fn finder(&self) -> &Finder<'static> {
        &self.finder
    }

    /// Whether a search key has it.
    pub(super) fn is_in(&self, key: &str) -> bool {
        self.finder.find(key.as_bytes()).is_some()
    }

    /// Whether a text has it, as such or in pinyin. The pinyin of a long text is not looked at: it
    /// costs too much, and hardly says anything.
    pub(super) fn is_in_text(&self, text: &str, shape: Shape) -> bool {
        if text.is_ascii() || !self.text.is_ascii() || shape == Shape::Long {
            return self.is_in(&text.to_lowercase());
        }
        search::any_key(text, |line| self.is_in(line))
    }
}

/// See the module.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Test {
    /// What the record is found by has this word.
    Word(Word),
    /// It is this record.
    Id(Id),
    /// Its light is at one of these places of `words::LIGHTS`, a bit each.
    Light(u32),
    /// Its time is over.
    Overdue,
    /// It lacks what its stage demands.
    Lacking,
    /// It waits for a support request, or is one that a lead waits for.
    Blocked,
    /// It has been silent for so many days, and still should be heard of.
    Silent(RangeInclusive<i64>),
    /// The field holds one of these members of its closed list, a bit each.
    Choice(FieldKey, u32),
    /// One of the fields refers to one of these.
    Refs(Vec<FieldKey>, Vec<Id>),
    /// So many of a currency.
    Money(FieldKey, Currency, RangeInclusive<i64>),
    /// So many.
    Number(FieldKey, RangeInclusive<i64>),
    /// On one of these days; `open` leaves out what nothing is due of any more.
    Dates { key: FieldKey, days: RangeInclusive<NaiveDate>, open: bool },
    /// Yes or no.
    Flag(FieldKey, bool),
    /// The field has this word.
    Text(FieldKey, Word),
    /// The field holds nothing.
    Empty(FieldKey),
}

/// A record that is asked, with what it is found by once that was needed.
pub(super) struct Asked<'a> {
    board: &'a Board,
    id: Id,
    key: OnceCell<String>,
}

impl<'a> Asked<'a> {
    pub(super) const fn new(board: &'a Board, id: Id) -> Self {
        Self { board, id, key: OnceCell::new() }
    }

    fn key(&self) -> &str {
        if self.id.kind == Kind::Lead {
            return self.board.index().key(self.id);
        }
        let names = || format!("{} {}", self.id, lookup::names_of(self.board, self.id).join(" "));
        self.key.get_or_init(|| search::key(&names()))
    }

    fn number(&self, key: FieldKey) -> Option<i64> {
        // A counted target's actual figure is not the one that was typed in.
        if self.id.kind == Kind::Target && key.key() == "actual" {
            return Some(self.board.index().actual(self.id));
        }
        match self.board.glance(self.id, key) {
            Glance::Number(number) => Some(number),
            _ => None,
        }
    }
}

impl Test {
    /// Whether a record answers it.
    pub(super) fn holds(&self, asked: &Asked<'_>) -> bool {
        let (board, id) = (asked.board, asked.id);
        match self {
            Self::Word(word) => word.is_in(asked.key()),
            Self::Id(wanted) => id == *wanted,
            Self::Light(places) => has_light(board, id, *places),
            Self::Overdue => matches!(overview::light_of(board, id).reason, Reason::Overdue(_)),
            Self::Lacking => lacks(board, id),
            Self::Blocked => blocks(board, id),
            Self::Silent(days) => silent(board, id).is_some_and(|n| days.contains(&n)),
            Self::Number(key, range) => asked.number(*key).is_some_and(|n| range.contains(&n)),
            Self::Refs(keys, ids) => keys.iter().any(|key| refers(board.glance(id, *key), ids)),
            Self::Dates { key, days, open } => {
                let date = date(board, board.glance(id, *key));
                date.is_some_and(|date| days.contains(&date)) && (!open || overview::is_open(board, id))
            }
            Self::Choice(key, places) => {
                matches!(board.glance(id, *key), Glance::Choice(place) if places >> place & 1 == 1)
            }
            Self::Money(key, currency, range) => {
                matches!(board.glance(id, *key), Glance::Money(m) if m.currency == *currency && range.contains(&m.amount))
            }
            Self::Flag(key, wanted) => board.glance(id, *key) == Glance::Flag(*wanted),
            Self::Text(key, word) => has_text(board.glance(id, *key), word, key.spec().shape),
            Self::Empty(key) => board.glance(id, *key) == Glance::Empty,
        }
    }

    /// What it costs to ask, the least first.
    pub(super) const fn cost(&self) -> u8 {
        match self {
            Self::Id(_) | Self::Light(_) | Self::Silent(_) => 0,
            Self::Word(_) => 2,
            Self::Text(..) => 3,
            _ => 1,
        }
    }

    /// Whether no record answers this that does not answer another: what was found by that can be
    /// narrowed by this.
    pub(super) fn implies(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Word(new), Self::Word(old)) => new.text.contains(&old.text),
            (Self::Text(key, new), Self::Text(of, old)) => key == of && new.text.contains(&old.text),
            _ => self == other,
        }
    }
}

fn has_light(board: &Board, id: Id, places: u32) -> bool {
    let signal = overview::light_of(board, id).signal;
    (0..words::LIGHTS.len()).any(|place| places >> place & 1 == 1 && words::shows(signal, place))
}

fn blocks(board: &Board, id: Id) -> bool {
    // A request blocks the leads that wait for it; what waits for none of them is not blocked.
    let waits = |lead: Id| board.index().light(lead).blocked;
    match board.request(id) {
        Some(request) => request.is_open() && request.lead.is_some_and(waits),
        None => id.kind == Kind::Lead && waits(id),
    }
}

fn lacks(board: &Board, id: Id) -> bool {
    board.lead(id).is_some_and(|lead| !stage::missing(lead, rules::track(board, lead)).is_empty())
}

/// The days since a lead was last heard of; none for one that rests.
fn silent(board: &Board, id: Id) -> Option<i64> {
    let active = board.lead(id).is_some_and(crate::domain::Lead::is_active);
    let heard = board.index().last_heard(id).filter(|_| active)?;
    Some((board.today() - heard).num_days().max(0))
}

fn refers(held: Glance<'_>, ids: &[Id]) -> bool {
    match held {
        Glance::Ref(id) => ids.contains(&id),
        Glance::Refs(held) => held.iter().any(|id| ids.contains(id)),
        _ => false,
    }
}

fn date(board: &Board, held: Glance<'_>) -> Option<NaiveDate> {
    match held {
        Glance::Date(date) => Some(date),
        Glance::Time(at) => Some(overview::day(board, at)),
        _ => None,
    }
}

fn has_text(held: Glance<'_>, word: &Word, shape: Shape) -> bool {
    match held {
        Glance::Text(text) => word.is_in_text(text, shape),
        Glance::Words(words) => words.iter().any(|text| word.is_in_text(text, shape)),
        _ => false,
    }
}
