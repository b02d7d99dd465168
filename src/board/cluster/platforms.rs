//! From single projects to platforms: which platforms brought how much, and the share of leads
//! that are platforms or came through one. May use `domain`, `board`, `index`.

use std::cmp::Reverse;
use std::collections::HashSet;

use super::{leads, yuan};
use crate::board::rate::Rate;
use crate::board::records::Board;
use crate::domain::lead::LeadKind;
use crate::domain::{Id, Lead};

/// A platform with what came through it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Platform {
    /// The platform's lead.
    pub id: Id,
    /// Active leads that came through it.
    pub through: u32,
    /// The sum of their amounts, in yuan.
    pub amount: i64,
}

/// Counts and sums of leads.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sum {
    /// How many.
    pub leads: u32,
    /// The sum of their amounts, in yuan.
    pub amount: i64,
}

impl Sum {
    fn add(&mut self, lead: &Lead) {
        self.leads += 1;
        self.amount = self.amount.saturating_add(yuan(lead));
    }
}

/// The platforms of a division, or of all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Platforms {
    /// Active platforms, and whatever else leads came through: the most leads first, then the
    /// largest sum.
    pub rows: Vec<Platform>,
    /// All active leads.
    pub all: Sum,
    /// Those that are platforms.
    pub own: Sum,
    /// Those that are no platforms and came through one.
    pub through: Sum,
}

impl Platforms {
    /// The share of platforms and what came through them, by leads and by amount, in points of a
    /// hundred; none where there is nothing to be a share of.
    #[must_use]
    pub fn share(&self) -> (Option<i64>, Option<i64>) {
        let leads = self.own.leads + self.through.leads;
        let amount = self.own.amount.saturating_add(self.through.amount);
        (Rate::of(leads, self.all.leads).points(), Rate::of(amount, self.all.amount).points())
    }
}

/// The platforms that stand in a division (none: all), and the shares of its leads.
#[must_use]
pub fn of(board: &Board, division: Option<Id>) -> Platforms {
    let mut out = Platforms::default();
    let mut ids = HashSet::new();
    for (id, lead) in leads(board, division).filter(|(_, lead)| lead.is_active()) {
        out.all.add(lead);
        if lead.kind == LeadKind::Platform {
            out.own.add(lead);
            ids.insert(id);
        } else if lead.via_platform.is_some() {
            out.through.add(lead);
        }
        if let Some(platform) = lead.via_platform {
            ids.insert(platform);
        }
    }
    out.rows = ids.into_iter().map(|id| row(board, id)).collect();
    out.rows.sort_unstable_by_key(|row| (Reverse(row.through), Reverse(row.amount), row.id));
    out
}

fn row(board: &Board, id: Id) -> Platform {
    let through = board.index().via(id).filter_map(|id| board.lead(id)).filter(|lead| lead.is_active());
    let mut sum = Sum::default();
    through.for_each(|lead| sum.add(lead));
    Platform { id, through: sum.leads, amount: sum.amount }
}
