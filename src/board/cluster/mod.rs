//! The cluster 产业集群: how far a division's industry chain is filled, which leads brought others,
//! what comes through platforms, and which of the five parties a deal has (product rules §1, §6.6).
//! Pure figures over the Board. May use `domain`, `board`, `index`.

pub mod chain;
pub mod parties;
pub mod platforms;
pub mod referrals;

use super::overview;
use super::records::Board;
use crate::domain::{Id, Kind, Lead, Money};

crate::choice! {
    /// What of the cluster is looked at, in the order of `Tab`.
    pub enum Face {
        /// The industry chains and their gaps.
        Chain = "chain", "产业链", "Chains";
        /// Which leads brought which.
        Referrals = "referrals", "引荐", "Referrals";
        /// What comes through platforms.
        Platforms = "platforms", "平台", "Platforms";
        /// The five parties of a deal.
        Parties = "parties", "五方", "Five parties";
    }
}

/// The leads that stand in a division, or all, each once, by number.
fn leads(board: &Board, division: Option<Id>) -> impl Iterator<Item = (Id, &Lead)> {
    let numbers = overview::tally(board, division).into_iter().flat_map(|tally| tally.leads.iter());
    let ids = numbers.map(|no| Id::new(Kind::Lead, no));
    ids.filter_map(|id| Some((id, board.lead(id)?)))
}

/// A lead's amount in yuan; nought where it has none or in another currency.
fn yuan(lead: &Lead) -> i64 {
    lead.amount.and_then(Money::yuan).unwrap_or(0)
}
