//! A figure by its name, so that the leads behind it can be listed. May use `domain`, `board`.

use super::funnel::{Standing, pledged};
use super::scope::Within;
use super::tempo::{Passage, Quarter, verdict};
use super::{intake, is_own};
use crate::board::records::Board;
use crate::domain::{Lead, Stage};

/// A figure that counts leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    /// Those that reached a stage: a bar of the funnel.
    Reached(Stage),
    /// Those that could have reached a stage and did not: what a rate lacks.
    Short(Stage),
    /// Those whose amount and money make up 资金到位率.
    Pledged,
    /// Those that made a passage in a quarter.
    Made(Passage, Quarter),
    /// Those that were given their verdict in a quarter.
    Verdict(Quarter),
    /// Those whose verdict of the last 90 days took more than the charter's days.
    LateVerdict,
    /// Those received in a week, so many weeks ago.
    Week(usize),
}

impl Figure {
    /// Whether it counts a lead.
    #[must_use]
    pub fn counts(self, board: &Board, within: &Within<'_>, lead: &Lead) -> bool {
        if !is_own(lead) || !within.holds(lead) {
            return false;
        }
        let today = board.today();
        let standing = Standing::of(board, lead);
        match self {
            Self::Reached(stage) => standing.could_reach(stage) && standing.has_reached(stage),
            Self::Short(stage) => standing.could_reach(stage) && !standing.has_reached(stage),
            Self::Pledged => pledged(lead, standing).is_some(),
            Self::Made(passage, quarter) => {
                passage.lately(lead, standing, today).is_some_and(|(when, _)| when == quarter)
            }
            Self::Verdict(quarter) => verdict(lead, today).is_some_and(|(when, _)| when == quarter),
            Self::LateVerdict => {
                let most = board.charter().verdict_days;
                matches!(verdict(lead, today), Some((Quarter::Now, taken)) if i64::from(taken) > most)
            }
            Self::Week(week) => intake::week(lead, today) == Some(week),
        }
    }
}
