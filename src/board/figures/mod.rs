//! Figures 数据 over a set of leads: the funnel with its rates, how fast leads pass from stage to
//! stage, what comes in by the week, how fast verdicts are given, and the same by division, kind,
//! owner or source. Pure, one pass over the leads. May use `domain`, `board`, `rules`.
//!
//! A lead that was ended as a duplicate is no lead of its own: no figure counts it. Dates after today
//! are plans, not passages: no figure of time counts them.

pub mod figure;
pub mod funnel;
pub mod intake;
pub mod scope;
pub mod split;
pub mod tempo;

pub use figure::Figure;
pub use funnel::{Funnel, furthest};
pub use intake::WEEKS;
pub use scope::{Scope, Slice};
pub use split::{By, Share};
pub use tempo::{Passage, Quarter, Tempo};

use super::rate::Rate;
use super::records::Board;
use crate::domain::lead::EndReason;
use crate::domain::{Id, Lead};

use self::funnel::Standing;
use self::split::Splitter;

/// The figures of a set of leads.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Figures {
    /// How far the leads came.
    pub funnel: Funnel,
    /// How fast: days of each passage, in the order of `Passage::ALL`.
    pub tempo: [Tempo; 5],
    /// Days from the receipt of a lead to its verdict.
    pub verdict: Tempo,
    /// Of the verdicts of the last 90 days, how many were given within the charter's days.
    pub in_time: Rate,
    /// Leads received in each of the last `WEEKS` ISO weeks, the oldest first, the current one last.
    pub weeks: [u32; WEEKS],
}

/// The figures of the leads in a scope, as of the board's today.
#[must_use]
pub fn of(board: &Board, scope: Scope) -> Figures {
    with_splits(board, scope, []).0
}

/// The figures of a scope and its splits, in one pass: with many leads it is the pass that takes the
/// time. Divisions are compared, whichever is looked at.
#[must_use]
pub fn with_splits<const N: usize>(board: &Board, scope: Scope, by: [By; N]) -> (Figures, [Vec<Share>; N]) {
    let within = scope.on(board);
    let mut counter = Counter::default();
    let mut splitters = by.map(|by| (by, Splitter::of(board, by)));
    each(board, |id, lead, standing| {
        let is_in = within.holds(lead);
        if is_in {
            counter.count(board, lead, standing);
        }
        for (_, splitter) in splitters.iter_mut().filter(|(by, _)| is_in || *by == By::Division) {
            splitter.count(id, lead, standing);
        }
    });
    (counter.figures(), splitters.map(|(_, splitter)| splitter.shares()))
}

/// Looks at every lead that is one of its own.
fn each<'a>(board: &'a Board, mut look: impl FnMut(Id, &'a Lead, Standing)) {
    for (id, lead) in board.leads().iter().filter(|(_, lead)| is_own(lead)) {
        look(id, lead, Standing::of(board, lead));
    }
}

/// The figures while leads are being counted.
#[derive(Default)]
struct Counter {
    figures: Figures,
    days: tempo::Days,
}

impl Counter {
    fn count(&mut self, board: &Board, lead: &Lead, standing: Standing) {
        let (today, most) = (board.today(), board.charter().verdict_days);
        let figures = &mut self.figures;
        figures.funnel.count(lead, standing);
        self.days.count(lead, standing, today);
        if let Some((Quarter::Now, taken)) = tempo::verdict(lead, today) {
            figures.in_time.whole += 1;
            figures.in_time.part += u64::from(i64::from(taken) <= most);
        }
        if let Some(week) = intake::week(lead, today) {
            figures.weeks[WEEKS - 1 - week] += 1;
        }
    }

    fn figures(self) -> Figures {
        let (tempo, verdict) = self.days.medians();
        Figures { tempo, verdict, ..self.figures }
    }
}

/// Whether a lead is one of its own: not the repetition of another.
#[must_use]
pub fn is_own(lead: &Lead) -> bool {
    lead.end_reason != Some(EndReason::Duplicate) || lead.is_active()
}
