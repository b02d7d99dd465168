//! Which records a ledger lists, in which order: numbers only, and of the unfiltered leads only as
//! many as are looked at, so that a million leads open like a hundred. May use `domain`, `board`.

use std::cmp::Reverse;

use chrono::{Datelike, NaiveDate};

use crate::board::search::{self, Query};
use crate::board::{Board, Hits};
use crate::board::{lookup, overview};
use crate::domain::light::{Reason, Signal};
use crate::domain::{FieldKey, Id, Kind, Lead, Stage, Value};

/// So many rows are made at first.
const FIRST: usize = 512;

/// In which order records are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Order {
    /// The kind's own: the most urgent leads and requests first, others by division.
    #[default]
    Usual,
    /// The newest first.
    Newest,
    /// The worst light first.
    Light,
    /// By stage, the first one first.
    Stage,
    /// The largest amount first.
    Amount,
    /// The earliest first.
    Due,
}

impl Order {
    /// In the order in which a key goes through them.
    pub(super) const ALL: [Self; 6] =
        [Self::Usual, Self::Newest, Self::Light, Self::Stage, Self::Amount, Self::Due];
}

/// What a ledger lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wish {
    pub(super) kind: Kind,
    pub(super) typed: String,
    pub(super) division: Option<Id>,
    pub(super) order: Order,
}

/// The numbers of the records that are listed.
#[derive(Debug, Clone, Default)]
pub(super) struct Rows {
    numbers: Vec<u32>,
    whole: bool,
    /// The leads that were found, in no order; none where nothing is looked for.
    hits: Option<Hits>,
    made: Option<(u64, NaiveDate, Wish)>,
}

impl Rows {
    /// Makes the rows anew where the Board or the wish has changed. True where it has.
    pub(super) fn refresh(&mut self, board: &Board, wish: &Wish) -> bool {
        let now = (board.head().seq, board.today());
        match &self.made {
            Some((seq, day, made)) if (*seq, *day) == now => {
                if made == wish {
                    return false;
                }
                let narrower = wish.typed.starts_with(&made.typed)
                    && Wish { typed: made.typed.clone(), ..wish.clone() } == *made;
                let before = self.hits.take().filter(|_| narrower);
                self.hits = hits(board, wish, before);
                self.make(board, wish, FIRST);
            }
            _ => {
                let need = self.numbers.len().max(FIRST);
                self.hits = hits(board, wish, None);
                self.make(board, wish, need);
            }
        }
        self.made = Some((now.0, now.1, wish.clone()));
        true
    }

    /// Makes sure that row `at` is there if the list is that long.
    pub(super) fn reach(&mut self, board: &Board, at: usize) {
        if at >= self.numbers.len()
            && !self.whole
            && let Some((.., wish)) = self.made.clone()
        {
            self.make(board, &wish, at.saturating_mul(2).max(FIRST));
        }
    }

    fn make(&mut self, board: &Board, wish: &Wish, need: usize) {
        self.numbers.clear();
        self.whole = true;
        if wish.kind != Kind::Lead {
            self.numbers.extend(others(board, wish).into_iter().map(|id| id.no));
            return;
        }
        let hits = self.hits.as_ref();
        let finds = |id: &Id| hits.is_none_or(|hits| hits.has(id.no));
        let most = hits.map_or(need, |hits| need.min(hits.len()));
        if let Some(all) = listed(board, wish) {
            let mut all = all.filter(finds);
            self.numbers.extend(all.by_ref().take(most).map(|id| id.no));
            let made = self.numbers.len();
            self.whole = hits.map_or_else(|| all.next().is_none(), |hits| made == hits.len());
        } else {
            (self.numbers, self.whole) = ranked(board, wish, finds, most);
        }
    }

    /// The record in a row.
    pub(super) fn get(&self, kind: Kind, at: usize) -> Option<Id> {
        self.numbers.get(at).map(|no| Id::new(kind, *no))
    }

    /// The row of a record; what is not made yet is made to find it.
    pub(super) fn place(&mut self, board: &Board, id: Id) -> Option<usize> {
        let at = self.numbers.iter().position(|no| *no == id.no);
        if at.is_some() || self.whole || !board.has(id) {
            return at;
        }
        self.reach(board, usize::MAX);
        self.numbers.iter().position(|no| *no == id.no)
    }

    /// How many rows there are, made or not.
    pub(super) fn len(&self, board: &Board) -> usize {
        let Some((.., wish)) = self.made.as_ref().filter(|_| !self.whole) else {
            return self.numbers.len();
        };
        if let Some(hits) = &self.hits {
            return hits.len();
        }
        match wish.division {
            None => board.leads().len(),
            Some(id) => {
                board.index().division(id).map_or(0, |tally| tally.stages.iter().map(|n| *n as usize).sum())
            }
        }
    }
}

/// Whether a lead stands where the wish looks.
fn stands(lead: &Lead, wish: &Wish) -> bool {
    wish.division.is_none() || lead.stands_in(wish.division)
}

/// The leads that a wish's words find, among earlier ones if there are any.
fn hits(board: &Board, wish: &Wish, before: Option<Hits>) -> Option<Hits> {
    let query = Query::new(&wish.typed);
    if wish.kind != Kind::Lead || query.is_empty() {
        return None;
    }
    let index = board.index();
    if let Some(mut hits) = before {
        hits.retain(|no| query.finds(index.key(Id::new(Kind::Lead, no))));
        return Some(hits);
    }
    let mut hits = index.find(&query);
    if wish.division.is_some() {
        hits.retain(|no| board.leads().get(no).is_some_and(|lead| stands(lead, wish)));
    }
    Some(hits)
}

/// The leads in an order that the index does not have, as many as are needed, and whether these
/// are all.
fn ranked(board: &Board, wish: &Wish, finds: impl Fn(&Id) -> bool, most: usize) -> (Vec<u32>, bool) {
    let leads = board.leads().iter().filter(|(id, lead)| finds(id) && stands(lead, wish));
    let mut ranked: Vec<_> = leads.map(|(id, lead)| (place_of(lead, wish.order), id.no)).collect();
    let whole = ranked.len() <= most;
    if !whole {
        ranked.select_nth_unstable(most);
        ranked.truncate(most);
    }
    ranked.sort_unstable();
    (ranked.into_iter().map(|(_, no)| no).collect(), whole)
}

/// The leads in an order that costs nothing to begin; none where they have to be put in order.
fn listed<'a>(board: &'a Board, wish: &'a Wish) -> Option<Box<dyn Iterator<Item = Id> + 'a>> {
    match wish.order {
        Order::Usual | Order::Light => {
            Some(Box::new(overview::urgent(board, wish.division).chain(resting(board, wish))))
        }
        Order::Newest => {
            let newest = (1..=board.leads().issued()).rev();
            let ids = newest.filter(|no| board.leads().get(*no).is_some_and(|lead| stands(lead, wish)));
            Some(Box::new(ids.map(|no| Id::new(Kind::Lead, no))))
        }
        Order::Stage | Order::Amount | Order::Due => None,
    }
}

/// The leads that are parked or ended, by number. They are told by their lights, which lie side by
/// side, and no more are looked for than there are.
fn resting<'a>(board: &'a Board, wish: &'a Wish) -> impl Iterator<Item = Id> + 'a {
    let count = |stages: &[u32; 8]| stages[Stage::Park as usize] + stages[Stage::End as usize];
    let most = overview::tally(board, wish.division).map_or(0, |tally| count(&tally.stages));
    let leads = (1..=board.leads().issued()).map(|no| Id::new(Kind::Lead, no));
    let rests = |id: &Id| board.lead(*id).is_some_and(|lead| !lead.is_active() && stands(lead, wish));
    let dark = |id: &Id| board.index().light(*id).reason == Reason::Inactive;
    leads.filter(dark).filter(rests).take(most as usize)
}

/// Where a lead stands in an order; those that have nothing to be ordered by come last, money of
/// other currencies after the yuan.
fn place_of(lead: &Lead, order: Order) -> (u8, i64) {
    const LAST: (u8, i64) = (u8::MAX, 0);
    match order {
        Order::Stage => (lead.stage as u8, 0),
        Order::Amount => lead.amount.map_or(LAST, |m| (u8::from(m.yuan().is_none()), -m.amount)),
        Order::Due => lead.due.map_or(LAST, |due| (u8::from(is_over(lead)), due.num_days_from_ce().into())),
        Order::Usual | Order::Newest | Order::Light => LAST,
    }
}

/// Whether nothing is due of a lead any more, whatever date it was left with.
fn is_over(lead: &Lead) -> bool {
    !lead.is_active() || lead.stage == Stage::Run
}

/// The records of the other kinds: there are few, so they are sorted whole.
fn others(board: &Board, wish: &Wish) -> Vec<Id> {
    let query = Query::new(&wish.typed);
    let division = FieldKey::find(wish.kind, "division");
    let stands = |id: &Id| match (wish.division, division) {
        (Some(wanted), Some(key)) => board.value(*id, key) == Value::Ref(wanted),
        _ => true,
    };
    let mut ids = board.ids(wish.kind);
    ids.retain(|id| stands(id) && (query.is_empty() || found(board, *id, &query)));
    match wish.order {
        Order::Newest => ids.reverse(),
        Order::Due => ids.sort_by_cached_key(|id| {
            let due = date(board, *id);
            (due.is_none(), due, *id)
        }),
        Order::Usual if wish.kind != Kind::Request => {
            if let Some(key) = division {
                let own = |id: &Id| first_ref(&board.value(*id, key));
                ids.sort_by_cached_key(|id| (own(id), area(board, *id), due(board, *id), *id));
            }
        }
        _ => ids.sort_by_cached_key(|id| (Reverse(urgency(board, *id)), due(board, *id), *id)),
    }
    ids
}

fn found(board: &Board, id: Id, query: &Query) -> bool {
    query.finds(&search::key(&format!("{id} {}", lookup::names_of(board, id).join(" "))))
}

fn urgency(board: &Board, id: Id) -> Signal {
    overview::light_of(board, id).signal
}

fn date(board: &Board, id: Id) -> Option<NaiveDate> {
    match FieldKey::find(id.kind, "due").map(|key| board.value(id, key)) {
        Some(Value::Date(due)) => Some(due),
        _ => None,
    }
}

/// The date by which those of a division are listed: the Six Ones keep their own order.
fn due(board: &Board, id: Id) -> Option<NaiveDate> {
    date(board, id).filter(|_| id.kind != Kind::SixOne)
}

fn area(board: &Board, id: Id) -> Option<crate::domain::target::Area> {
    board.target(id).map(|target| target.area)
}

/// People without a division come after those with one.
fn first_ref(value: &Value) -> u32 {
    value.refs().first().map_or(u32::MAX, |id| id.no)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{FIRST, Order, Rows, Wish, stands};
    use crate::board::Board;
    use crate::domain::{Id, Kind, Lead, Stage, record};

    const STAGES: [Stage; 5] = [Stage::Talk, Stage::Park, Stage::Run, Stage::End, Stage::Lead];

    /// Leads at every kind of stage, in two divisions, in both or in none.
    fn board() -> Board {
        let mut board = Board::new("2026-09-01".parse().expect("a date"));
        for no in 1..=3000 {
            let division = (no % 4 != 0).then(|| Id::division(no % 2 + 1));
            let co_divisions = if no % 7 == 0 { vec![Id::division(2)] } else { Vec::new() };
            let stage = STAGES[no as usize % STAGES.len()];
            let lead = Lead { name: format!("{no}"), division, co_divisions, stage, ..Lead::default() };
            board.load(Id::new(Kind::Lead, no), 1, 1, "wang", &record::fields(&lead)).expect("it fits");
        }
        board.turn_to(board.today());
        board
    }

    #[test]
    fn every_order_lists_every_lead_that_stands_there_once() {
        let board = board();
        for division in [None, Some(Id::division(1)), Some(Id::division(2)), Some(Id::division(3))] {
            for order in Order::ALL {
                let wish = Wish { kind: Kind::Lead, typed: String::new(), division, order };
                let there = board.leads().iter().filter(|(_, lead)| stands(lead, &wish));
                let there: BTreeSet<u32> = there.map(|(id, _)| id.no).collect();
                let mut rows = Rows::default();
                rows.refresh(&board, &wish);
                assert_eq!(rows.numbers.len(), FIRST.min(there.len()), "{wish:?}");
                rows.reach(&board, usize::MAX);
                assert_eq!(rows.numbers.len(), there.len(), "{wish:?}");
                assert_eq!(rows.numbers.iter().copied().collect::<BTreeSet<_>>(), there, "{wish:?}");
            }
        }
    }
}
