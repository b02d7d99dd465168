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
pub use funnel::{Funnel, Rate, furthest};
pub use intake::WEEKS;
pub use scope::{Scope, Slice};
pub use split::{By, Share};
pub use tempo::{Passage, Quarter, Tempo};

use super::records::Board;
use crate::domain::Lead;
use crate::domain::lead::EndReason;

use self::funnel::Standing;

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
    let today = board.today();
    let mut figures = Figures::default();
    let mut days = tempo::Days::default();
    let in_time = board.charter().verdict_days;
    let within = scope.on(board);
    for (_, lead) in board.leads().iter().filter(|(_, lead)| is_own(lead) && within.holds(lead)) {
        let standing = Standing::of(board, lead);
        figures.funnel.count(lead, standing);
        days.count(lead, standing, today);
        if let Some((Quarter::Now, taken)) = tempo::verdict(lead, today) {
            figures.in_time.whole += 1;
            figures.in_time.part += u64::from(i64::from(taken) <= in_time);
        }
        if let Some(week) = intake::week(lead, today) {
            figures.weeks[WEEKS - 1 - week] += 1;
        }
    }
    (figures.tempo, figures.verdict) = days.medians();
    figures
}

/// Whether a lead is one of its own: not the repetition of another.
#[must_use]
pub fn is_own(lead: &Lead) -> bool {
    lead.end_reason != Some(EndReason::Duplicate) || lead.is_active()
}
