//! What the index knows of leads: their lights, their places in the tallies.
//! May use `domain`, `board`, `search`, `tally`.

use std::cmp::Reverse;

use chrono::NaiveDate;

use super::Index;
use super::keys::Hits;
use super::tally::{Way, homes, weight};
use crate::board::overview;
use crate::board::records::Board;
use crate::board::search::Query;
use crate::domain::light::{self, Light, Reason, Signal};
use crate::domain::{Id, Lead, Money, Stage};

impl Index {
    /// The light of a lead.
    #[must_use]
    pub fn light(&self, lead: Id) -> Light {
        self.lit(lead).unwrap_or(Light::new(Signal::Grey, Reason::Inactive))
    }

    /// What a lead can be found by; see `search::key`.
    #[must_use]
    pub fn key(&self, lead: Id) -> &str {
        self.keys.get(lead.no)
    }

    /// The leads that a query finds.
    #[must_use]
    pub fn find(&self, query: &Query) -> Hits {
        self.keys.find(query)
    }

    /// The light of a lead that is in the index.
    pub(super) fn lit(&self, lead: Id) -> Option<Light> {
        *self.lights.get(lead.no as usize)?
    }

    /// Does something that changes how long a lead has been silent.
    pub(super) fn relight(&mut self, board: &Board, subject: Option<Id>, act: impl FnOnce(&mut Self)) {
        let lead = subject.and_then(|id| board.lead(id).map(|lead| (id, lead)));
        if let Some((id, lead)) = lead {
            self.tally_lead(board, id, lead, Way::Out);
        }
        act(self);
        if let Some((id, lead)) = lead {
            self.tally_lead(board, id, lead, Way::In);
        }
    }

    pub(super) fn tally_lead(&mut self, board: &Board, id: Id, lead: &Lead, way: Way) {
        let light = match way {
            Way::In => light::of_lead(lead, self.heard(board, id, lead), self.today, board.charter()),
            Way::Out => self.light(id),
        };
        let urgency = (Reverse(light.signal), Reverse(weight(light.reason)), id);
        let divisions = homes(lead);
        let signed = lead.has_reached(Stage::Sign, board.charter().framework_counts);
        let yuan = |money: Option<Money>| money.and_then(Money::yuan).unwrap_or(0);
        self.each_tally(&divisions, |tally| {
            way.count(&mut tally.stages[lead.stage as usize]);
            if signed {
                way.sum(&mut tally.signed, yuan(lead.amount));
            }
            if lead.is_active() {
                way.count(&mut tally.lights[light.signal as usize]);
                way.place(&mut tally.urgent, urgency);
                way.sum(&mut tally.paid_in, yuan(lead.paid_in));
            }
        });
        self.file_lead(id, lead, urgency, way);
        if lead.is_active() && divisions.iter().all(Option::is_none) {
            way.count(&mut self.unassigned);
        }
        self.lead_falls_due(&divisions, id, lead, way);
        let at = id.no as usize;
        if self.lights.len() <= at {
            self.lights.resize(at + 1, None);
        }
        self.lights[at] = (way == Way::In).then_some(light);
    }

    /// The day of a lead's last move or progress note: its silence is counted from there.
    #[must_use]
    pub fn heard(&self, board: &Board, id: Id, lead: &Lead) -> Option<NaiveDate> {
        let notes = self.notes(id).filter_map(|note| board.note(note));
        let last = notes.filter(|note| note.progress).filter_map(|note| note.at).max();
        let day = last.map(|at| overview::day(board, at));
        day.max(lead.stage_since).max(lead.received.filter(|_| lead.stage == Stage::Lead))
    }
}
