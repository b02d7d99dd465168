//! Puts records in an order, as many as are looked at: each stands by a number, made of what its
//! column holds without a copy, and only texts that begin alike are compared as such.
//! May use `order`, `rows`, `domain`, `board`.

use std::cmp::{Ordering, Reverse};

use chrono::{Datelike, NaiveDate};

use super::columns::What;
use super::order::Order;
use crate::board::{Board, collate, overview};
use crate::domain::light::Signal;
use crate::domain::{FieldKey, Glance, Id, Kind, Shape};

/// What a column holds, ready to be asked of many records.
enum By {
    Id,
    Light,
    Silent,
    Figures,
    /// A date that says nothing any more where nothing is due.
    Due(FieldKey),
    /// By how the records it refers to stand, by number.
    Ref(FieldKey, Vec<u32>),
    Text(FieldKey),
    Field(FieldKey),
    Nothing,
}

/// A place: a class in the highest bits, a number below them. What holds nothing comes last,
/// whichever way the numbers go.
type Place = u128;

const BITS: u32 = 120;
const LAST: Place = Place::MAX;

const fn in_class(class: u8, number: u128) -> Place {
    (class as u128) << BITS | number
}

/// The first of some records in an order, as many as are needed, and whether these are all.
pub(super) fn ranked(
    board: &Board,
    kind: Kind,
    order: Order,
    ids: impl Iterator<Item = Id>,
    most: usize,
) -> (Vec<u32>, bool) {
    let by = by(board, kind, order.column(kind));
    let down = if order.is_descending(kind) { (1 << BITS) - 1 } else { 0 };
    let turn = |place: Place| if place == LAST { place } else { place ^ down };
    if let By::Text(key) = by {
        let mut texts = Vec::with_capacity(board.count(kind));
        texts.extend(ids.map(|id| (id.no, text_of(board.glance(id, key)))));
        return first(of_texts(&texts, turn), most, |one, other| {
            // Of texts that begin alike the rest is compared; most often they are the same.
            let texts = || match (one.1, other.1) {
                // Asked first: comparing the bytes of two empty ones is slow.
                ("", "") => Ordering::Equal,
                (one, other) if one == other => Ordering::Equal,
                (one, other) if down == 0 => collate::compare(one, other),
                (one, other) => collate::compare(other, one),
            };
            one.0.cmp(&other.0).then_with(texts).then(one.2.cmp(&other.2))
        });
    }
    let places = ids.map(|id| (turn(place_of(board, &by, id)), (), id.no)).collect();
    first(places, most, Ord::cmp)
}

/// The first of some that stand each at a place, put in order.
fn first<T>(
    mut all: Vec<(Place, T, u32)>,
    most: usize,
    compare: impl Fn(&(Place, T, u32), &(Place, T, u32)) -> Ordering,
) -> (Vec<u32>, bool) {
    let whole = all.len() <= most;
    if !whole {
        all.select_nth_unstable_by(most, &compare);
        all.truncate(most);
    }
    all.sort_unstable_by(&compare);
    (all.into_iter().map(|(_, _, no)| no).collect(), whole)
}

/// Texts by their first characters after those that all begin with: 演示·, a year, a code. A few of
/// the texts tell what that is, and where another begins otherwise all of them do: to fetch each is
/// most of the work, so it is done once.
fn of_texts<'a>(texts: &[(u32, &'a str)], turn: impl Fn(Place) -> Place) -> Vec<(Place, &'a str, u32)> {
    const SAMPLE: usize = 64;
    let few = texts.iter().step_by(texts.len() / SAMPLE + 1);
    let placed = past(shared(few), texts, &turn);
    placed.or_else(|| past(shared(texts.iter()), texts, &turn)).unwrap_or_default()
}

/// What all texts begin with that are not empty.
fn shared<'a: 't, 't>(texts: impl Iterator<Item = &'t (u32, &'a str)>) -> &'a str {
    let mut filled = texts.map(|(_, text)| *text).filter(|text| !text.is_empty());
    let one = filled.next().unwrap_or_default();
    let end = filled.fold(one.len(), |end, text| {
        let same = |(a, b): &(&u8, &u8)| a == b;
        one.as_bytes()[..end].iter().zip(text.as_bytes()).take_while(same).count()
    });
    let end = (0..=end).rev().find(|at| one.is_char_boundary(*at)).unwrap_or(0);
    &one[..end]
}

/// Texts by what follows a beginning; none where not all begin so.
fn past<'a>(
    start: &str,
    texts: &[(u32, &'a str)],
    turn: impl Fn(Place) -> Place,
) -> Option<Vec<(Place, &'a str, u32)>> {
    let mut placed = Vec::with_capacity(texts.len());
    for (no, text) in texts {
        placed.push(if text.is_empty() {
            (LAST, *text, *no)
        } else {
            let rest = text.strip_prefix(start)?;
            (turn(in_class(0, collate::prefix(rest))), rest, *no)
        });
    }
    Some(placed)
}

fn text_of(held: Glance<'_>) -> &str {
    match held {
        Glance::Text(text) => text,
        _ => "",
    }
}

fn by(board: &Board, kind: Kind, what: What) -> By {
    match what {
        What::Id => By::Id,
        What::Light => By::Light,
        What::Silent => By::Silent,
        What::Figures => By::Figures,
        What::Stage => FieldKey::find(kind, "stage").map_or(By::Nothing, By::Field),
        What::Field(key) => FieldKey::find(kind, key).map_or(By::Nothing, |key| match key.spec().shape {
            Shape::Ref(of) | Shape::Refs(of) => By::Ref(key, standings(board, of)),
            Shape::Text | Shape::Long | Shape::CreditCode => By::Text(key),
            Shape::Date if key.key() == "due" => By::Due(key),
            _ => By::Field(key),
        }),
    }
}

/// How the records of a kind stand among each other, by number: people and units by name, the
/// others as they are numbered.
fn standings(board: &Board, kind: Kind) -> Vec<u32> {
    if !matches!(kind, Kind::Person | Kind::Unit) {
        return (0..=board.issued(kind)).collect();
    }
    let mut ids = board.ids(kind);
    ids.sort_by(|one, other| collate::compare(board.title(*one), board.title(*other)));
    let mut places = vec![u32::MAX; board.issued(kind) as usize + 1];
    for (id, place) in ids.into_iter().zip(0..) {
        places[id.no as usize] = place;
    }
    places
}

fn place_of(board: &Board, by: &By, id: Id) -> Place {
    let number = |number: Option<i64>| number.map_or(LAST, |number| in_class(0, size(number)));
    match by {
        By::Id => id.no.into(),
        By::Light => {
            let light = overview::light_of(board, id).signal;
            let due = due(board, id).map_or(u32::MAX, |due| due.num_days_from_ce().unsigned_abs());
            u128::from(Signal::Red as u8 - light as u8) << 32 | u128::from(due)
        }
        By::Silent => {
            let active = board.lead(id).is_some_and(crate::domain::Lead::is_active);
            let heard = board.index().last_heard(id).filter(|_| active);
            number(heard.map(|day| day.num_days_from_ce().into()))
        }
        By::Figures => number(overview::progress(board, id).and_then(|progress| progress.reached)),
        By::Due(key) => match board.glance(id, *key) {
            Glance::Date(due) => {
                in_class(u8::from(!overview::is_open(board, id)), size(due.num_days_from_ce().into()))
            }
            _ => LAST,
        },
        By::Ref(key, standings) => {
            let refers = match board.glance(id, *key) {
                Glance::Ref(to) => Some(to),
                Glance::Refs(ids) => ids.first().copied(),
                _ => None,
            };
            refers.and_then(|to| standings.get(to.no as usize)).map_or(LAST, |place| (*place).into())
        }
        By::Field(key) => place_in(board.glance(id, *key)),
        By::Text(_) | By::Nothing => LAST,
    }
}

/// Money of other currencies comes after the yuan.
fn place_in(held: Glance<'_>) -> Place {
    match held {
        Glance::Number(number) => in_class(0, size(number)),
        Glance::Money(money) => in_class(u8::from(money.yuan().is_none()), size(money.amount)),
        Glance::Date(date) => in_class(0, size(date.num_days_from_ce().into())),
        Glance::Time(at) => in_class(0, size(at.timestamp())),
        Glance::Flag(flag) => in_class(0, u128::from(!flag)),
        Glance::Choice(place) => in_class(0, place as u128),
        Glance::Words(words) => words.first().map_or(LAST, |word| in_class(0, collate::prefix(word))),
        _ => LAST,
    }
}

/// A number as one that is never negative, in the same order.
fn size(number: i64) -> u128 {
    u128::try_from(i128::from(number) - i128::from(i64::MIN)).unwrap_or(0)
}

/// Puts the records of a kind other than leads in its own order: there are few.
pub(super) fn usual(board: &Board, kind: Kind, ids: &mut [Id]) {
    if kind == Kind::Request {
        let urgency = |id: Id| overview::light_of(board, id).signal;
        ids.sort_by_cached_key(|id| (Reverse(urgency(*id)), listed_due(board, *id), *id));
    } else if let Some(key) = FieldKey::find(kind, "division") {
        // People without a division come after those with one.
        let own = |id: Id| board.value(id, key).refs().first().map_or(u32::MAX, |id| id.no);
        let area = |id: Id| board.target(id).map(|target| target.area);
        ids.sort_by_cached_key(|id| (own(*id), area(*id), listed_due(board, *id), *id));
    }
}

fn due(board: &Board, id: Id) -> Option<NaiveDate> {
    match FieldKey::find(id.kind, "due").map(|key| board.glance(id, key)) {
        Some(Glance::Date(due)) => Some(due),
        _ => None,
    }
}

/// The date by which those of a division are listed: the Six Ones keep their own order.
fn listed_due(board: &Board, id: Id) -> Option<NaiveDate> {
    due(board, id).filter(|_| id.kind != Kind::SixOne)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_all_texts_begin_with_is_passed_over_and_no_more() {
        let names: Vec<String> = (0..1000).map(|no| format!("演示·{:03}", (no * 7) % 1000)).collect();
        let mut texts: Vec<(u32, &str)> = (0..).zip(names.iter().map(String::as_str)).collect();
        let rests = |texts: &[(u32, &str)]| of_texts(texts, |place| place)[3].1.to_owned();
        assert_eq!(rests(&texts), "021");
        // One that is not among the few that are looked at first.
        texts[1].1 = "演习";
        assert_eq!(rests(&texts), "示·021");
        texts[5].1 = "";
        assert_eq!(rests(&texts), "示·021");
        let placed = of_texts(&texts, |place| place);
        assert_eq!((placed[5].0, placed[1].1), (LAST, "习"));
        assert_eq!(rests(&[(0, ""); 4]), "");
    }
}
