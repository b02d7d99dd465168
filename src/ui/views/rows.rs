//! Which records a ledger lists, in which order: numbers only, and of the unfiltered leads only as
//! many as are looked at, so that a million leads open like a hundred. May use `domain`, `board`.

use std::cmp::Reverse;

use chrono::NaiveDate;

use crate::board::Board;
use crate::board::search::{self, Query};
use crate::board::{lookup, overview};
use crate::domain::light::Signal;
use crate::domain::{FieldKey, Id, Kind, Value};

/// So many rows are made at first.
const FIRST: usize = 512;

/// In which order leads are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// The most urgent first; parked and ended ones last.
    #[default]
    Urgent,
    /// The newest first.
    Newest,
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
                let narrower = self.whole
                    && wish.typed.starts_with(&made.typed)
                    && Wish { typed: made.typed.clone(), ..wish.clone() } == *made;
                if narrower {
                    let query = Query::new(&wish.typed);
                    self.numbers.retain(|no| found(board, Id::new(wish.kind, *no), &query));
                } else {
                    self.make(board, wish, FIRST);
                }
            }
            _ => {
                let need = self.numbers.len().max(FIRST);
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
        let query = Query::new(&wish.typed);
        let all = leads(board, wish);
        if query.is_empty() {
            let mut all = all;
            self.numbers.extend(all.by_ref().take(need).map(|id| id.no));
            self.whole = all.next().is_none();
        } else {
            self.numbers.extend(all.filter(|id| query.finds(board.index().key(*id))).map(|id| id.no));
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
        match wish.division {
            None => board.leads().len(),
            Some(id) => {
                board.index().division(id).map_or(0, |tally| tally.stages.iter().map(|n| *n as usize).sum())
            }
        }
    }
}

/// The leads in order.
fn leads<'a>(board: &'a Board, wish: &Wish) -> Box<dyn Iterator<Item = Id> + 'a> {
    let division = wish.division;
    let stands = move |lead: &crate::domain::Lead| division.is_none() || lead.stands_in(division);
    match wish.order {
        Order::Urgent => {
            let resting = board
                .leads()
                .iter()
                .filter(move |(_, lead)| !lead.is_active() && stands(lead))
                .map(|(id, _)| id);
            Box::new(overview::urgent(board, division).chain(resting))
        }
        Order::Newest => {
            let newest = (1..=board.leads().issued()).rev();
            let ids = newest.filter(move |no| board.leads().get(*no).is_some_and(stands));
            Box::new(ids.map(|no| Id::new(Kind::Lead, no)))
        }
    }
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
    if wish.kind == Kind::Request {
        ids.sort_by_key(|id| (Reverse(urgency(board, *id)), due(board, *id), *id));
    } else if let Some(key) = division {
        ids.sort_by_cached_key(|id| {
            (first_ref(&board.value(*id, key)), area(board, *id), due(board, *id), *id)
        });
    }
    ids
}

fn found(board: &Board, id: Id, query: &Query) -> bool {
    if id.kind == Kind::Lead {
        return query.finds(board.index().key(id));
    }
    query.finds(&search::key(&format!("{id} {}", lookup::names_of(board, id).join(" "))))
}

fn urgency(board: &Board, id: Id) -> Signal {
    overview::light_of(board, id).signal
}

fn due(board: &Board, id: Id) -> Option<NaiveDate> {
    match FieldKey::find(id.kind, "due").map(|key| board.value(id, key)) {
        Some(Value::Date(due)) if id.kind != Kind::SixOne => Some(due),
        _ => None,
    }
}

fn area(board: &Board, id: Id) -> Option<crate::domain::target::Area> {
    board.target(id).map(|target| target.area)
}

/// People without a division come after those with one.
fn first_ref(value: &Value) -> u32 {
    value.refs().first().map_or(u32::MAX, |id| id.no)
}
