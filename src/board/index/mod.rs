//! What is kept beside the records so that a screen costs the same with a hundred leads or a
//! million: lights, counts, sums, what is most urgent, what falls due. It holds nothing that the
//! records do not say; `build` makes it anew, and a property test holds both equal.
//! May use `domain`, `board`, `search`.

mod tally;

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use chrono::NaiveDate;

use self::tally::{Way, homes, weight};
use super::any::AnyRecord;
use super::records::Board;
use super::search;
use crate::domain::light::{self, Light, Reason, Signal};
use crate::domain::six_one::SixOneState;
use crate::domain::target::Measure;
use crate::domain::{Id, Kind, Lead, Note, SixOne, Stage};
pub use tally::{Tally, Urgency};

/// What is known of one lead beside its fields.
#[derive(Debug, Clone, PartialEq)]
struct LeadFacts {
    light: Light,
    key: Box<str>,
}

/// See the module.
#[derive(Debug, Clone, Default)]
pub struct Index {
    today: NaiveDate,
    total: Tally,
    divisions: HashMap<u32, Tally>,
    leads: Vec<Option<LeadFacts>>,
    notes: HashMap<Id, BTreeSet<Id>>,
    requests: HashMap<Id, BTreeSet<Id>>,
    actuals: HashMap<Id, i64>,
    referrers: HashMap<Id, u32>,
    logins: HashMap<String, Id>,
    names: HashSet<Arc<str>>,
}

impl PartialEq for Index {
    /// Equal in all that is read off it; the pool of interned names is no part of that.
    fn eq(&self, other: &Self) -> bool {
        let zeroless = |m: &HashMap<Id, u32>| {
            m.iter().filter(|(_, n)| **n > 0).map(|(k, n)| (*k, *n)).collect::<HashMap<_, _>>()
        };
        let leads = |i: &Self| i.leads.iter().flatten().cloned().collect::<Vec<_>>();
        self.today == other.today
            && self.total == other.total
            && filled(&self.divisions) == filled(&other.divisions)
            && leads(self) == leads(other)
            && sets(&self.notes) == sets(&other.notes)
            && sets(&self.requests) == sets(&other.requests)
            && self.actuals == other.actuals
            && zeroless(&self.referrers) == zeroless(&other.referrers)
            && self.logins == other.logins
    }
}

fn filled(map: &HashMap<u32, Tally>) -> HashMap<u32, &Tally> {
    let blank = Tally::default();
    map.iter().filter(|(_, tally)| **tally != blank).map(|(no, tally)| (*no, tally)).collect()
}

fn sets(map: &HashMap<Id, BTreeSet<Id>>) -> HashMap<Id, &BTreeSet<Id>> {
    map.iter().filter(|(_, set)| !set.is_empty()).map(|(id, set)| (*id, set)).collect()
}

impl Index {
    /// Makes the index of a board as of a day.
    #[must_use]
    pub fn build(board: &Board, today: NaiveDate) -> Self {
        let mut index = Self { today, names: board.index.names.clone(), ..Self::default() };
        for note in board.notes.iter() {
            index.link_note(note.0, note.1, Way::In);
        }
        for kind in Kind::ALL {
            for id in board.ids(kind) {
                index.pass(board, id, Way::In);
            }
        }
        index
    }

    /// The day that everything is counted from.
    #[must_use]
    pub const fn today(&self) -> NaiveDate {
        self.today
    }

    /// The tally of all leads, each once.
    #[must_use]
    pub const fn total(&self) -> &Tally {
        &self.total
    }

    /// The tally of a division, shared leads included; none where nothing stands in it.
    #[must_use]
    pub fn division(&self, id: Id) -> Option<&Tally> {
        self.divisions.get(&id.no)
    }

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

    fn facts(&self, lead: Id) -> Option<&LeadFacts> {
        self.leads.get(lead.no as usize)?.as_ref()
    }

    /// The notes on a record, oldest first.
    pub fn notes(&self, subject: Id) -> impl DoubleEndedIterator<Item = Id> {
        self.notes.get(&subject).into_iter().flatten().copied()
    }

    /// The support requests for a lead, oldest first.
    pub fn requests(&self, lead: Id) -> impl DoubleEndedIterator<Item = Id> {
        self.requests.get(&lead).into_iter().flatten().copied()
    }

    /// The actual figure of a target: counted, or as typed in.
    #[must_use]
    pub fn actual(&self, target: Id) -> i64 {
        self.actuals.get(&target).copied().unwrap_or(0)
    }

    /// How many records refer to one.
    #[must_use]
    pub fn referrers(&self, id: Id) -> u32 {
        self.referrers.get(&id).copied().unwrap_or(0)
    }

    /// The person with a login.
    #[must_use]
    pub fn login(&self, login: &str) -> Option<Id> {
        self.logins.get(login).copied()
    }

    /// One shared copy of a login's name: it stands in every row that the login touched.
    pub(super) fn intern(&mut self, name: &str) -> Arc<str> {
        if let Some(known) = self.names.get(name) {
            return known.clone();
        }
        let name: Arc<str> = Arc::from(name);
        self.names.insert(name.clone());
        name
    }

    /// Whether a Transaction must be followed by a new `build`: it changes what every light or
    /// search key depends on (the charter, a name on the roster), or takes a Six One off.
    pub(super) fn is_wide(board: &Board, after: &[(Id, Option<AnyRecord>)]) -> bool {
        after.iter().any(|(id, record)| match id.kind {
            Kind::Charter => true,
            Kind::SixOne => record.is_none(),
            Kind::Person | Kind::Unit | Kind::Division => {
                board.has(*id) && record.as_ref().is_none_or(|r| r.title() != board.title(*id))
            }
            _ => false,
        })
    }

    /// Takes a record's part out, before it changes.
    pub(super) fn leave(&mut self, board: &Board, id: Id) {
        if let Some(note) = board.note(id) {
            self.relight(board, note.subject, |index| index.link_note(id, note, Way::Out));
        }
        self.pass(board, id, Way::Out);
    }

    /// Puts a record's part in, after it changed.
    pub(super) fn enter(&mut self, board: &Board, id: Id) {
        if let Some(note) = board.note(id) {
            self.relight(board, note.subject, |index| index.link_note(id, note, Way::In));
        }
        self.pass(board, id, Way::In);
    }

    /// Does something that changes how long a lead has been silent.
    fn relight(&mut self, board: &Board, subject: Option<Id>, act: impl FnOnce(&mut Self)) {
        let lead = subject.and_then(|id| board.lead(id).map(|lead| (id, lead)));
        if let Some((id, lead)) = lead {
            self.tally_lead(board, id, lead, Way::Out);
        }
        act(self);
        if let Some((id, lead)) = lead {
            self.tally_lead(board, id, lead, Way::In);
        }
    }

    fn link_note(&mut self, id: Id, note: &Note, way: Way) {
        if let Some(subject) = note.subject {
            way.place(self.notes.entry(subject).or_default(), id);
        }
    }

    fn pass(&mut self, board: &Board, id: Id, way: Way) {
        let referrers = &mut self.referrers;
        board.each_ref(id, |to| way.count(referrers.entry(to).or_default()));
        match id.kind {
            Kind::Lead => {
                let Some(lead) = board.lead(id) else { return };
                self.tally_lead(board, id, lead, way);
                self.count_towards(board, lead, way);
            }
            Kind::Target => self.tally_target(board, id, way),
            Kind::SixOne => {
                let Some(six_one) = board.six_one(id) else { return };
                self.tally_six_one(board, id, six_one, way);
            }
            Kind::Request => {
                let Some(request) = board.request(id) else { return };
                if let Some(lead) = request.lead {
                    way.place(self.requests.entry(lead).or_default(), id);
                }
                if request.is_open() {
                    self.deadline(&[request.division], request.due, id, way);
                }
            }
            Kind::Person => {
                let login = board.person(id).map_or("", |person| &person.login);
                if !login.is_empty() {
                    match way {
                        Way::In => self.logins.insert(login.to_owned(), id),
                        Way::Out => self.logins.remove(login),
                    };
                }
            }
            _ => {}
        }
    }

    /// The tallies that a record of these divisions stands in: theirs, and the total.
    fn each_tally(&mut self, divisions: &[Option<Id>], mut act: impl FnMut(&mut Tally)) {
        act(&mut self.total);
        for (i, id) in divisions.iter().enumerate() {
            if let Some(id) = id.filter(|_| !divisions[..i].contains(id)) {
                act(self.divisions.entry(id.no).or_default());
            }
        }
    }

    fn deadline(&mut self, divisions: &[Option<Id>], due: Option<NaiveDate>, id: Id, way: Way) {
        if let Some(due) = due {
            self.each_tally(divisions, |tally| way.place(&mut tally.deadlines, (due, id)));
        }
    }

    fn tally_lead(&mut self, board: &Board, id: Id, lead: &Lead, way: Way) {
        let light = match way {
            Way::In => light::of_lead(lead, self.heard(board, id, lead), self.today, board.charter()),
            Way::Out => self.light(id),
        };
        let urgency = (Reverse(light.signal), Reverse(weight(light.reason)), id);
        let divisions = homes(lead);
        let signed = lead.has_reached(Stage::Sign, board.charter().framework_counts);
        let yuan =
            |money: Option<crate::domain::Money>| money.and_then(crate::domain::Money::yuan).unwrap_or(0);
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
        let zone = super::overview::zone(board);
        let noted = self
            .notes(id)
            .filter_map(|note| board.note(note))
            .filter(|note| note.progress)
            .filter_map(|note| note.at)
            .map(|at| at.with_timezone(&zone).date_naive())
            .max();
        noted.max(lead.stage_since).max(lead.received.filter(|_| lead.stage == Stage::Lead))
    }

    /// Moves the counted targets that a lead counts towards.
    fn count_towards(&mut self, board: &Board, lead: &Lead, way: Way) {
        let framework = board.charter().framework_counts;
        for (id, target) in board.targets.iter() {
            let part = target.counts(lead, framework);
            if part != 0
                && let Some(actual) = self.actuals.get_mut(&id)
            {
                way.sum(actual, part);
            }
        }
    }

    fn tally_target(&mut self, board: &Board, id: Id, way: Way) {
        let Some(target) = board.target(id) else { return };
        let held = target.is_held(self.today);
        self.each_tally(&[target.division], |tally| {
            if held {
                way.count(&mut tally.on_hold);
            }
        });
        if target.done.is_none() && !held {
            self.deadline(&[target.division], target.due, id, way);
        }
        match way {
            Way::Out => self.actuals.remove(&id),
            Way::In => self.actuals.insert(id, self.count_anew(board, id)),
        };
    }

    /// A target's actual figure from the leads (or Six Ones) that are in the index already.
    fn count_anew(&self, board: &Board, id: Id) -> i64 {
        let Some(target) = board.target(id) else { return 0 };
        match target.measure {
            Measure::Typed => target.actual,
            Measure::SixOnes => board
                .six_ones
                .iter()
                .filter(|(_, s)| {
                    s.state == SixOneState::Ready
                        && (target.division.is_none() || s.division == target.division)
                })
                .count()
                .try_into()
                .unwrap_or(i64::MAX),
            _ => {
                let framework = board.charter().framework_counts;
                let counted = board.leads.iter().filter(|(lead, _)| self.facts(*lead).is_some());
                counted.map(|(_, lead)| target.counts(lead, framework)).fold(0, i64::saturating_add)
            }
        }
    }

    fn tally_six_one(&mut self, board: &Board, id: Id, six_one: &SixOne, way: Way) {
        if six_one.state == SixOneState::Ready {
            self.each_tally(&[six_one.division], |tally| way.count(&mut tally.six_ones));
        } else {
            self.deadline(&[six_one.division], six_one.due, id, way);
        }
        if way == Way::In {
            let counted = board.targets.iter().filter(|(_, t)| t.measure == Measure::SixOnes);
            for (target, _) in counted {
                let actual = self.count_anew(board, target);
                self.actuals.insert(target, actual);
            }
        }
    }
}

/// Everything of a lead that a bare word finds: code, name, investor, company, owner, next step.
fn lead_key(board: &Board, lead: &Lead) -> String {
    let owner = lead.owner.map_or("", |id| board.title(id));
    let texts = [lead.code.as_str(), &lead.name, &lead.investor, &lead.company, owner, &lead.next_step];
    let words: Vec<&str> = texts.into_iter().filter(|text| !text.is_empty()).collect();
    search::key(&words.join(" "))
}
