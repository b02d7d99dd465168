//! What the index knows of the inbox: which leads wait for a verdict, and who owns which.
//! May use `domain`, `board`, `tally`.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::Index;
use super::tally::{Urgency, Way};
use crate::domain::{Id, Lead, Stage};

impl Index {
    /// The leads that wait for a verdict with the day since when, the oldest first.
    #[must_use]
    pub const fn waiting(&self) -> &BTreeSet<(NaiveDate, Id)> {
        &self.waiting
    }

    /// The active leads that a person owns, the most urgent first; none where there are none.
    #[must_use]
    pub fn owned(&self, person: Id) -> Option<&BTreeSet<Urgency>> {
        self.owned.get(&person)
    }

    pub(super) fn file_lead(&mut self, id: Id, lead: &Lead, urgency: Urgency, way: Way) {
        if let Some(since) = waits_since(lead, self.today) {
            way.place(&mut self.waiting, (since, id));
        }
        if let Some(owner) = lead.owner.filter(|_| lead.is_active()) {
            way.place(self.owned.entry(owner).or_default(), urgency);
        }
    }
}

/// Since when a lead waits for a verdict: since it was received, or since a parked one woke. None
/// where it does not wait.
#[must_use]
pub fn waits_since(lead: &Lead, today: NaiveDate) -> Option<NaiveDate> {
    match lead.stage {
        Stage::Lead => Some(lead.received.or(lead.stage_since).unwrap_or(NaiveDate::MIN)),
        Stage::Park => lead.wake_date.filter(|wake| *wake <= today),
        _ => None,
    }
}
