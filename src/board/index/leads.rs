//! What the index knows of leads: their lights, their places in the tallies, what finds them.
//! May use `domain`, `board`, `search`, `tally`.

use std::cmp::Reverse;

use chrono::NaiveDate;

use super::Index;
use super::tally::{Way, homes, weight};
use crate::board::records::Board;
use crate::board::{overview, search};
use crate::domain::light::{self, Light, Reason, Signal};
use crate::domain::{Id, Lead, Money, Stage};

/// What is known of one lead beside its fields.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct LeadFacts {
    light: Light,
    key: Box<str>,
}

impl Index {
    /// The light of a lead.
    #[must_use]
    pub fn light(&self, lead: Id) -> Light {
        self.facts(lead).map_or(Light::new(Signal::Grey, Reason::Inactive), |facts| facts.light)
    }

    /// What a lead can be found by; see `search::key`.
    #[must_use]
    pub fn key(&self, lead: Id) -> &str {
        self.facts(lead).map_or("", |facts| &facts.key)
    }

    pub(super) fn facts(&self, lead: Id) -> Option<&LeadFacts> {
        self.leads.get(lead.no as usize)?.as_ref()
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
        if lead.is_active() && lead.stage != Stage::Run {
            self.deadline(&divisions, lead.due, id, way);
        }
        self.keep_facts(board, id, lead, light, way);
    }

    fn keep_facts(&mut self, board: &Board, id: Id, lead: &Lead, light: Light, way: Way) {
        let at = id.no as usize;
        if self.leads.len() <= at {
            self.leads.resize_with(at + 1, || None);
        }
        self.leads[at] = match way {
            Way::In => Some(LeadFacts { light, key: lead_key(board, lead).into_boxed_str() }),
            Way::Out => None,
        };
    }

    /// The day of a lead's last move or progress note: its silence is counted from there.
    #[must_use]
    pub fn heard(&self, board: &Board, id: Id, lead: &Lead) -> Option<NaiveDate> {
        let zone = overview::zone(board);
        let noted = self
            .notes(id)
            .filter_map(|note| board.note(note))
            .filter(|note| note.progress)
            .filter_map(|note| note.at)
            .map(|at| at.with_timezone(&zone).date_naive())
            .max();
        noted.max(lead.stage_since).max(lead.received.filter(|_| lead.stage == Stage::Lead))
    }
}

/// Everything of a lead that a bare word finds: code, name, investor, company, owner, next step.
fn lead_key(board: &Board, lead: &Lead) -> String {
    let owner = lead.owner.map_or("", |id| board.title(id));
    let texts = [lead.code.as_str(), &lead.name, &lead.investor, &lead.company, owner, &lead.next_step];
    let words: Vec<&str> = texts.into_iter().filter(|text| !text.is_empty()).collect();
    search::key(&words.join(" "))
}
