//! By what records can be put in order, and where each of them stands: by a number made of what it
//! holds, without a copy, and only texts that begin alike are compared as such.
//! May use `domain`, `board`, `collate`, `overview`.

use std::cmp::Ordering;
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};

use super::records::Board;
use super::{collate, overview};
use crate::domain::light::Signal;
use crate::domain::{FieldKey, Glance, Id, Kind, Lead, Shape};

/// By what records are put in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// As they are numbered.
    Id,
    /// The most urgent first.
    Light,
    /// Active leads that have been silent for longest first.
    Silent,
    /// How much of its goal a target has reached.
    Figures,
    /// What a field holds.
    Field(FieldKey),
}

/// `By` with what it takes to ask it of many records of a board.
pub struct Scale<'a> {
    board: &'a Board,
    by: By,
    /// How the people or units that a field refers to stand among each other, by number.
    standings: Vec<u32>,
}

/// A place: a class in the highest bits, a number below them. The classes keep their order
/// whichever way the numbers go.
type Place = u128;

const CLASS: u32 = 120;
/// What comes behind the others, as money of other currencies does behind the yuan.
const BEHIND: u8 = 1;
/// The place of what holds nothing, in the last class.
const LAST: Place = Place::MAX;

const fn in_class(class: u8, number: u128) -> Place {
    (class as u128) << CLASS | number
}

/// The class of what comes behind the others where that is so.
const fn behind(is_behind: bool) -> u8 {
    if is_behind { BEHIND } else { 0 }
}

/// Where a record stands on a scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key<'a> {
    place: Place,
    text: &'a str,
    no: u32,
}

impl Ord for Key<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        let texts = || collate::compare(self.text, other.text);
        self.place.cmp(&other.place).then_with(texts).then(self.no.cmp(&other.no))
    }
}

impl PartialOrd for Key<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Key<'_> {
    fn is_within(&self, class: u8) -> bool {
        self.place >> CLASS <= class.into()
    }
}

impl<'a> Scale<'a> {
    /// A scale for a board as it stands.
    #[must_use]
    pub fn new(board: &'a Board, by: By) -> Self {
        let of = match by {
            By::Field(key) => match key.spec().shape {
                Shape::Ref(of) | Shape::Refs(of) => Some(of),
                _ => None,
            },
            _ => None,
        };
        let named = of.filter(|of| matches!(of, Kind::Person | Kind::Unit));
        Self { board, by, standings: named.map(|of| standings(board, of)).unwrap_or_default() }
    }

    /// Where a record stands.
    #[must_use]
    pub fn key(&self, id: Id) -> Key<'a> {
        let (place, text) = match self.by {
            By::Field(key) => self.field(id, key),
            _ => (self.place(id), ""),
        };
        Key { place, text, no: id.no }
    }

    fn place(&self, id: Id) -> Place {
        let board = self.board;
        let number = |number: Option<i64>| number.map_or(LAST, |number| in_class(0, size(number)));
        match self.by {
            By::Id | By::Field(_) => id.no.into(),
            By::Light => {
                let light = overview::light_of(board, id).signal;
                let due = due(board, id).map_or(u32::MAX, |due| due.num_days_from_ce().unsigned_abs());
                u128::from(Signal::Red as u8 - light as u8) << 32 | u128::from(due)
            }
            By::Silent => {
                let active = board.lead(id).is_some_and(Lead::is_active);
                let heard = board.index().last_heard(id).filter(|_| active);
                number(heard.map(|day| day.num_days_from_ce().into()))
            }
            By::Figures => number(overview::progress(board, id).and_then(|progress| progress.reached)),
        }
    }

    fn field(&self, id: Id, key: FieldKey) -> (Place, &'a str) {
        let place = match self.board.glance(id, key) {
            Glance::Text(text) => return (in_class(0, collate::prefix(text, 0)), text),
            Glance::Ref(to) => self.standing(to),
            Glance::Refs(ids) => ids.first().map_or(LAST, |to| self.standing(*to)),
            Glance::Words(words) => words.first().map_or(LAST, |word| in_class(0, collate::prefix(word, 0))),
            Glance::Number(number) => in_class(0, size(number)),
            Glance::Money(money) => in_class(behind(money.yuan().is_none()), size(money.amount)),
            Glance::Date(date) => {
                // A due date says nothing any more where nothing is due.
                let over = key.key() == "due" && !overview::is_open(self.board, id);
                in_class(behind(over), size(date.num_days_from_ce().into()))
            }
            Glance::Time(at) => in_class(0, size(at.timestamp())),
            Glance::Flag(flag) => in_class(0, u128::from(!flag)),
            Glance::Choice(place) => in_class(0, place as u128),
            Glance::Empty | Glance::Other => LAST,
        };
        (place, "")
    }

    fn standing(&self, to: Id) -> Place {
        match to.kind {
            Kind::Person | Kind::Unit => {
                self.standings.get(to.no as usize).map_or(LAST, |place| (*place).into())
            }
            _ => to.no.into(),
        }
    }
}

/// How the records of a kind stand among each other by name.
fn standings(board: &Board, kind: Kind) -> Vec<u32> {
    let mut ids = board.ids(kind);
    ids.sort_by(|one, other| collate::compare(board.title(*one), board.title(*other)));
    let mut places = vec![u32::MAX; board.issued(kind) as usize + 1];
    for (id, place) in ids.into_iter().zip(0..) {
        places[id.no as usize] = place;
    }
    places
}

/// A number as one that is never negative, in the same order.
fn size(number: i64) -> u128 {
    u128::try_from(i128::from(number) - i128::from(i64::MIN)).unwrap_or(0)
}

/// The due date of a record.
#[must_use]
pub fn due(board: &Board, id: Id) -> Option<NaiveDate> {
    match FieldKey::find(id.kind, "due").map(|key| board.glance(id, key)) {
        Some(Glance::Date(due)) => Some(due),
        _ => None,
    }
}

/// Sorts as `Ord` does keys whose texts are alike up to a character: by what comes next, and then
/// those that go on alike among themselves. It takes a fraction of what comparing whole texts would.
fn sort(keys: &mut [Key<'_>], alike_to: usize) {
    keys.sort_unstable_by_key(|key| (key.place, key.no));
    let next = alike_to + collate::PREFIX;
    for alike in keys.chunk_by_mut(|one, other| one.place == other.place) {
        if alike.len() == 1 || alike.iter().all(|key| key.text.is_empty()) {
            continue;
        }
        let mut more = false;
        for key in &mut *alike {
            key.place = collate::prefix(key.text, next);
            more |= key.place > 0;
        }
        if more {
            sort(alike, next);
        } else {
            alike.sort_unstable_by_key(|key| (key.text, key.no));
        }
    }
}

/// Records of a kind in order, by number.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sorted {
    numbers: Vec<u32>,
    /// Where the first class ends, and that of what comes behind. What follows holds nothing to
    /// stand by.
    ends: (usize, usize),
}

impl Sorted {
    /// Puts records in order.
    #[must_use]
    pub fn of(scale: &Scale<'_>, ids: impl Iterator<Item = Id>) -> Self {
        // Room for all at once: a vector that grows takes several times as much in between.
        let mut keys = Vec::with_capacity(ids.size_hint().1.unwrap_or(0));
        keys.extend(ids.map(|id| scale.key(id)));
        let end = |class| keys.iter().filter(|key: &&Key<'_>| key.is_within(class)).count();
        let ends = (end(0), end(BEHIND));
        sort(&mut keys, 0);
        Self { numbers: keys.into_iter().map(|key| key.no).collect(), ends }
    }

    /// Puts records of a kind in their new places: they have changed, were added, or are gone.
    pub(super) fn move_all(&mut self, scale: &Scale<'_>, kind: Kind, moved: &[u32]) {
        self.numbers.retain(|no| moved.binary_search(no).is_err());
        let key = |no: u32| scale.key(Id::new(kind, no));
        for no in moved.iter().copied().filter(|no| scale.board.has(Id::new(kind, *no))) {
            let new = key(no);
            let at = self.numbers.partition_point(|other| key(*other) < new);
            self.numbers.insert(at, no);
        }
        let end = |class| self.numbers.partition_point(|no| key(*no).is_within(class));
        self.ends = (end(0), end(BEHIND));
    }

    /// All of them, from the first to the last, or each class the other way.
    pub fn walk(self: Arc<Self>, down: bool) -> impl Iterator<Item = u32> {
        let (first, second) = self.ends;
        let place = move |at: usize| match at {
            _ if !down || at >= second => at,
            _ if at < first => first - 1 - at,
            _ => first + (second - 1 - at),
        };
        (0..self.numbers.len()).map(move |at| self.numbers[place(at)])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorted_as_compared() {
        let words = ["演示·深海机器人", "演示·深海", "演", "A", "a", "海洋观测浮标0001", ""];
        let texts: Vec<String> =
            (0..2000).map(|no| format!("{}{}", words[no % 7], words[no / 7 % 7])).collect();
        let keys = texts.iter().zip(0..).map(|(text, no): (&String, u32)| {
            let place = if text.is_empty() { LAST } else { in_class(0, collate::prefix(text, 0)) };
            Key { place, text, no: no * 7919 % 2003 }
        });
        let keys: Vec<Key<'_>> = keys.collect();
        let (mut sorted, mut compared) = (keys.clone(), keys);
        sort(&mut sorted, 0);
        compared.sort_unstable();
        let numbers = |keys: &[Key<'_>]| keys.iter().map(|key| key.no).collect::<Vec<u32>>();
        assert_eq!(numbers(&sorted), numbers(&compared));
    }
}
