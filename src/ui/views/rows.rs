//! Which records a ledger lists, in which order: numbers only, and of the unfiltered leads only as
//! many as are looked at, so that a million leads open like a hundred. May use `order`, `ranking`,
//! `domain`, `board`.

use chrono::NaiveDate;

use super::columns::What;
use super::order::Order;
use super::ranking;
use crate::board::index::Urgency;
use crate::board::query::Filter;
use crate::board::{Behind, Board, Hits, overview};
use crate::domain::light::Reason;
use crate::domain::{FieldKey, Glance, Id, Kind, Lead, Stage};

/// So many rows are made at first.
const FIRST: usize = 512;

/// What a ledger lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wish {
    pub(super) kind: Kind,
    pub(super) typed: String,
    pub(super) division: Option<Id>,
    /// Of leads only those that a figure counts.
    pub(super) behind: Option<Behind>,
    pub(super) order: Order,
}

/// The numbers of the records that are listed.
#[derive(Debug, Clone, Default)]
pub(super) struct Rows {
    numbers: Vec<u32>,
    whole: bool,
    /// The leads that were found, in no order; none where nothing is looked for.
    hits: Option<Hits>,
    /// What the wish's words ask.
    filter: Filter,
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
                let filter = Filter::read(board, wish.kind, &wish.typed);
                let same = Wish { typed: made.typed.clone(), order: made.order, ..wish.clone() } == *made;
                let before = self.hits.take().filter(|_| same && filter.narrows(&self.filter));
                let known = before.is_some() && filter == self.filter;
                self.hits = if known { before } else { hits(board, &filter, wish, before) };
                self.filter = filter;
                self.make(board, wish, FIRST);
            }
            _ => {
                let need = self.numbers.len().max(FIRST);
                self.filter = Filter::read(board, wish.kind, &wish.typed);
                self.hits = hits(board, &self.filter, wish, None);
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
            self.numbers = others(board, &self.filter, wish);
            return;
        }
        let hits = self.hits.as_ref();
        let most = hits.map_or(need, |hits| need.min(hits.len()));
        let mut all = listed(board, wish).filter(|id| hits.is_none_or(|hits| hits.has(id.no)));
        self.numbers.extend(all.by_ref().take(most).map(|id| id.no));
        let made = self.numbers.len();
        self.whole = hits.map_or_else(|| all.next().is_none(), |hits| made == hits.len());
    }

    /// What the wish's words ask.
    pub(super) const fn filter(&self) -> &Filter {
        &self.filter
    }

    /// The record in a row.
    pub(super) fn get(&self, kind: Kind, at: usize) -> Option<Id> {
        self.numbers.get(at).map(|no| Id::new(kind, *no))
    }

    /// The row of a record, of those that are made.
    pub(super) fn made(&self, id: Id) -> Option<usize> {
        self.numbers.iter().position(|no| *no == id.no)
    }

    /// Whether a record is listed, made or not.
    pub(super) fn lists(&self, board: &Board, id: Id) -> bool {
        let Some((.., wish)) = &self.made else { return false };
        if id.kind != Kind::Lead {
            return self.made(id).is_some();
        }
        self.hits.as_ref().is_none_or(|hits| hits.has(id.no))
            && board.lead(id).is_some_and(|lead| stands(lead, wish))
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

/// The leads that a filter finds, among earlier ones if there are any.
fn hits(board: &Board, filter: &Filter, wish: &Wish, before: Option<Hits>) -> Option<Hits> {
    if wish.kind != Kind::Lead || (filter.is_empty() && wish.behind.is_none()) {
        return None;
    }
    if let Some(mut hits) = before {
        filter.narrow(&mut hits, board);
        return Some(hits);
    }
    let mut hits = match wish.behind {
        None => filter.leads(board),
        Some(behind) => {
            let mut hits = behind.leads(board);
            filter.narrow(&mut hits, board);
            hits
        }
    };
    if wish.division.is_some() {
        let there = there(board, wish);
        hits.retain(|no| there.is_some_and(|there| there.has(no)));
    }
    Some(hits)
}

/// The leads that stand where the wish looks; none where there are none.
fn there<'a>(board: &'a Board, wish: &Wish) -> Option<&'a Hits> {
    overview::tally(board, wish.division).map(|tally| &tally.leads)
}

/// The leads in the wish's order, which costs nothing to begin.
fn listed<'a>(board: &'a Board, wish: &'a Wish) -> Box<dyn Iterator<Item = Id> + 'a> {
    let up = !wish.order.is_descending(wish.kind);
    match wish.order.column(wish.kind) {
        What::Light => {
            let active = overview::tally(board, wish.division).into_iter().flat_map(move |tally| {
                let urgent = tally.urgent.iter();
                let ids: Box<dyn Iterator<Item = &Urgency>> =
                    if up { Box::new(urgent) } else { Box::new(urgent.rev()) };
                ids.map(|(_, _, id)| *id)
            });
            Box::new(active.chain(resting(board, wish)))
        }
        What::Id => {
            let last = board.leads().issued();
            let numbers = (1..=last).map(move |no| if up { no } else { last + 1 - no });
            let ids = numbers.filter(|no| board.leads().get(*no).is_some_and(|lead| stands(lead, wish)));
            Box::new(ids.map(|no| Id::new(Kind::Lead, no)))
        }
        what => {
            let by = ranking::by(Kind::Lead, what);
            let sorted = board.index().order(board, by).unwrap_or_default();
            let there = there(board, wish);
            let numbers = sorted.walk(!up).filter(move |no| there.is_some_and(|there| there.has(*no)));
            Box::new(numbers.map(|no| Id::new(Kind::Lead, no)))
        }
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

/// The records of the other kinds: there are few, so they are all looked at.
fn others(board: &Board, filter: &Filter, wish: &Wish) -> Vec<u32> {
    let division = FieldKey::find(wish.kind, "division");
    let stands = |id: &Id| match (wish.division, division) {
        (Some(wanted), Some(key)) => board.glance(*id, key) == Glance::Ref(wanted),
        _ => true,
    };
    let mut ids = board.ids(wish.kind);
    ids.retain(|id| stands(id) && filter.finds(board, *id));
    if wish.order == Order::default() {
        ranking::usual(board, wish.kind, &mut ids);
        return ids.into_iter().map(|id| id.no).collect();
    }
    ranking::ranked(board, wish.kind, wish.order, ids).collect()
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

    /// All orders, both ways.
    fn orders() -> Vec<Order> {
        let mut all = vec![Order::default(), Order::default().turned(Kind::Lead)];
        loop {
            let next = all[all.len() - 2].next(Kind::Lead, true);
            if next == all[0] {
                return all;
            }
            all.extend([next, next.turned(Kind::Lead)]);
        }
    }

    #[test]
    fn every_order_lists_every_lead_that_stands_there_once() {
        let board = board();
        for division in [None, Some(Id::division(1)), Some(Id::division(2)), Some(Id::division(3))] {
            for order in orders() {
                let wish = Wish { kind: Kind::Lead, typed: String::new(), division, behind: None, order };
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
