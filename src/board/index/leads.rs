//! What the index knows of leads: their lights, their places in the tallies.
//! May use `domain`, `board`, `search`, `tally`.

use std::cmp::Reverse;

use chrono::NaiveDate;
use memchr::memmem::Finder;

use super::Index;
use super::hits::Hits;
use super::tally::{Way, homes, weight};
use crate::board::overview;
use crate::board::records::Board;
use crate::board::search::Query;
use crate::domain::light::{self, Light, Reason, Signal, Wait};
use crate::domain::{Id, Lead, Money, Stage};

/// A lead's light, and since when it has been silent.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Lit {
    light: Light,
    heard: Option<NaiveDate>,
}

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
        let Some(longest) = query.longest() else { return Hits::default() };
        let mut hits = self.keys.sweep(&Finder::new(longest));
        hits.retain(|no| query.finds(self.keys.get(no)));
        hits
    }

    /// The leads whose key has a text in it.
    #[must_use]
    pub fn sweep(&self, needle: &Finder<'_>) -> Hits {
        self.keys.sweep(needle)
    }

    /// All leads.
    #[must_use]
    pub fn all(&self) -> Hits {
        self.keys.all()
    }

    /// The day that an active lead's silence is counted from, as `heard` says it.
    #[must_use]
    pub fn last_heard(&self, lead: Id) -> Option<NaiveDate> {
        self.lights.get(lead.no as usize)?.as_ref()?.heard
    }

    /// The light of a lead that is in the index.
    pub(super) fn lit(&self, lead: Id) -> Option<Light> {
        Some(self.lights.get(lead.no as usize)?.as_ref()?.light)
    }

    /// The open support request that a lead waits for: the one due first.
    fn waits_for(&self, board: &Board, lead: Id) -> Option<Wait> {
        let open = self.requests(lead).filter_map(|id| Some((id, board.request(id)?)));
        let waits = open.filter(|(_, request)| request.is_open());
        let (request, due) = waits
            .map(|(id, request)| (id, request.due))
            .min_by_key(|(id, due)| (due.unwrap_or(NaiveDate::MAX), *id))?;
        Some(Wait { request, due })
    }

    /// Does something that changes how long a lead has been silent, or what it waits for.
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
        let lit = match way {
            Way::In => {
                let heard = self.heard(board, id, lead);
                let wait = self.waits_for(board, id);
                Lit { light: light::of_lead(lead, heard, wait, self.today, board.charter()), heard }
            }
            Way::Out => Lit { light: self.light(id), heard: None },
        };
        let light = lit.light;
        let urgency = (Reverse(light.signal), Reverse(weight(light.reason)), id);
        let divisions = homes(lead);
        let signed = lead.has_reached(Stage::Sign, board.charter().framework_counts);
        let yuan = |money: Option<Money>| money.and_then(Money::yuan).unwrap_or(0);
        self.each_tally(&divisions, |tally| {
            way.count(&mut tally.stages[lead.stage as usize]);
            way.file(&mut tally.leads, id.no);
            if signed {
                way.sum(&mut tally.signed, yuan(lead.amount));
            }
            if lead.is_active() {
                way.count(&mut tally.lights[light.signal as usize]);
                if light.blocked {
                    way.count(&mut tally.blocked);
                }
                way.place(&mut tally.urgent, urgency);
                way.sum(&mut tally.paid_in, yuan(lead.paid_in));
            }
        });
        self.file_lead(id, lead, urgency, way);
        self.orders.note(id.no);
        if lead.is_active() && divisions.iter().all(Option::is_none) {
            way.count(&mut self.unassigned);
        }
        self.lead_falls_due(&divisions, id, lead, way);
        let at = id.no as usize;
        if self.lights.len() <= at {
            self.lights.resize(at + 1, None);
        }
        self.lights[at] = (way == Way::In).then_some(lit);
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
