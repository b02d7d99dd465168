//! Counts, sums and orders of a set of records, and how one record enters or leaves them.
//! May use `domain`.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::hits::Hits;
use crate::domain::light::{Reason, Signal};
use crate::domain::{Id, Lead};

/// The order of urgency: the worst signal first, then the most days, then the lowest number.
pub type Urgency = (Reverse<Signal>, Reverse<i64>, Id);

/// Counts, sums and orders of a set of leads, targets, Six Ones and requests: a division's, or all.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Tally {
    /// Leads by stage, indexed by `Stage as usize`.
    pub stages: [u32; 8],
    /// All leads.
    pub leads: Hits,
    /// Active leads by signal, indexed by `Signal as usize`.
    pub lights: [u32; 5],
    /// Sum of the amounts of leads that are signed or further, in yuan.
    pub signed: i64,
    /// Sum of the money paid in, in yuan.
    pub paid_in: i64,
    /// Six Ones in place.
    pub six_ones: u32,
    /// Active leads that wait for an open support request 卡点, beside the lights.
    pub blocked: u32,
    /// Targets on hold, beside the lights.
    pub on_hold: u32,
    /// Active leads, the most urgent first.
    pub urgent: BTreeSet<Urgency>,
    /// All that has a due date and is not done, by date.
    pub deadlines: BTreeSet<(NaiveDate, Id)>,
    /// Parked leads by the day on which they return to the inbox.
    pub wakes: BTreeSet<(NaiveDate, Id)>,
}

impl Tally {
    /// Active leads by what their lights say to do, the most urgent first; a dot is still green.
    #[must_use]
    pub const fn lit(&self) -> [(Signal, u32); 3] {
        let [_, green, dot, yellow, red] = self.lights;
        [(Signal::Red, red), (Signal::Yellow, yellow), (Signal::Green, green + dot)]
    }
}

/// Whether a record enters the tallies or leaves them.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    In,
    Out,
}

impl Way {
    pub(super) fn count(self, n: &mut u32) {
        match self {
            Self::In => *n += 1,
            Self::Out => *n -= 1,
        }
    }

    pub(super) fn file(self, leads: &mut Hits, no: u32) {
        match self {
            Self::In => leads.put(no),
            Self::Out => leads.take(no),
        }
    }

    pub(super) fn sum(self, total: &mut i64, amount: i64) {
        match self {
            Self::In => *total = total.saturating_add(amount),
            Self::Out => *total = total.saturating_sub(amount),
        }
    }

    /// An amount as it enters or leaves a sum.
    pub(super) const fn signed(self, amount: i64) -> i64 {
        match self {
            Self::In => amount,
            Self::Out => amount.saturating_neg(),
        }
    }

    pub(super) fn place<T: Ord>(self, set: &mut BTreeSet<T>, item: T) {
        match self {
            Self::In => set.insert(item),
            Self::Out => set.remove(&item),
        };
    }
}

/// The divisions that a lead stands in: its own and the co-divisions.
pub(super) fn homes(lead: &Lead) -> Vec<Option<Id>> {
    std::iter::once(lead.division).chain(lead.co_divisions.iter().copied().map(Some)).collect()
}

/// Days or points: what makes one red light more urgent than another.
pub(super) const fn weight(reason: Reason) -> i64 {
    match reason {
        Reason::Overdue(n)
        | Reason::Behind(n)
        | Reason::Silent(n)
        | Reason::ProposePark(n)
        | Reason::NotBegun(n)
        | Reason::Blocked(_, n) => n,
        Reason::DueIn(n) => -n,
        _ => i64::MIN / 2,
    }
}
