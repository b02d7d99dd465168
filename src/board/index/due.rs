//! What the index knows of dates: what falls due in a division and for whom, and which parked leads
//! wake when. May use `domain`, `board`, `tally`.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::Index;
use super::tally::Way;
use crate::domain::{Id, Lead, Request, Stage};

/// Something that falls due, and when.
pub type Dated = (NaiveDate, Id);

impl Index {
    /// What falls due for a person as owner, or for a unit or a division as party to a support
    /// request, by date; none where there is nothing.
    #[must_use]
    pub fn dues(&self, whose: Id) -> Option<&BTreeSet<Dated>> {
        self.dues.get(&whose)
    }

    /// Files a date of something that is not done yet. It is nobody's where it has no owner.
    pub(super) fn falls_due(
        &mut self,
        divisions: &[Option<Id>],
        owner: Option<Id>,
        due: Option<NaiveDate>,
        id: Id,
        way: Way,
    ) {
        let Some(due) = due else { return };
        self.each_tally(divisions, |tally| way.place(&mut tally.deadlines, (due, id)));
        self.file_due(owner, (due, id), way);
    }

    /// A lead's next step, or the day on which it wakes.
    pub(super) fn lead_falls_due(&mut self, divisions: &[Option<Id>], id: Id, lead: &Lead, way: Way) {
        if lead.is_active() && lead.stage != Stage::Run {
            self.falls_due(divisions, lead.owner, lead.due, id, way);
        }
        if let Some(wake) = lead.wake_date.filter(|_| lead.stage == Stage::Park) {
            self.each_tally(divisions, |tally| way.place(&mut tally.wakes, (wake, id)));
            self.file_due(lead.owner, (wake, id), way);
        }
    }

    /// A support request is no person's: it is the unit's that works on it and the division's that
    /// waits for it.
    pub(super) fn request_falls_due(&mut self, id: Id, request: &Request, way: Way) {
        let Some(due) = request.due.filter(|_| request.is_open()) else { return };
        self.falls_due(&[request.division], request.unit, Some(due), id, way);
        self.file_due(request.division, (due, id), way);
    }

    fn file_due(&mut self, whose: Option<Id>, dated: Dated, way: Way) {
        if let Some(whose) = whose {
            way.place(self.dues.entry(whose).or_default(), dated);
        }
    }
}
