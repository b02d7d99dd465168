//! What is kept beside the records so that a screen costs the same with a hundred leads or a
//! million: lights, counts, sums, what is most urgent, what falls due. It holds nothing that the
//! records do not say; `build` makes it anew, and a property test holds both equal.
//! May use `domain`, `board`.

pub mod inbox;

mod cluster;
mod due;
mod hits;
mod keys;
mod leads;
mod marks;
mod orders;
mod tally;
mod targets;

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use chrono::NaiveDate;

use self::cluster::{Kin, Texts};
use self::keys::Keys;
use self::leads::Lit;
use self::marks::Marks;
use self::orders::Orders;
use self::tally::Way;
use super::any::AnyRecord;
use super::records::Board;
use crate::domain::reach::Reach;
use crate::domain::{Id, Kind, Note, Request};
pub use cluster::Linked;
pub use due::Dated;
pub use hits::Hits;
pub(super) use keys::{has_in, sign_of};
pub use tally::{Tally, Urgency};

/// See the module.
#[derive(Debug, Clone, Default)]
pub struct Index {
    today: NaiveDate,
    total: Tally,
    unassigned: u32,
    divisions: HashMap<u32, Tally>,
    waiting: BTreeSet<(NaiveDate, Id)>,
    owned: HashMap<Id, BTreeSet<Urgency>>,
    dues: HashMap<Id, BTreeSet<Dated>>,
    linked: HashMap<u32, Texts>,
    children: Kin,
    via: Kin,
    marks: Marks,
    lights: Vec<Option<Lit>>,
    keys: Keys,
    orders: Orders,
    notes: HashMap<Id, BTreeSet<Id>>,
    requests: HashMap<Id, BTreeSet<Id>>,
    actuals: HashMap<Id, Reach>,
    referrers: HashMap<Id, u32>,
    logins: HashMap<String, Id>,
    names: HashSet<Arc<str>>,
}

impl PartialEq for Index {
    /// Equal in all that is read off it. The pool of interned names is no part of that, and the
    /// orders are not: they are made when they are asked for.
    fn eq(&self, other: &Self) -> bool {
        let zeroless = |m: &HashMap<Id, u32>| {
            m.iter().filter(|(_, n)| **n > 0).map(|(k, n)| (*k, *n)).collect::<HashMap<_, _>>()
        };
        let leads = |i: &Self| {
            let lit = (0..).zip(&i.lights).filter_map(|(no, light)| Some((no, (*light)?)));
            lit.map(|(no, light)| (no, light, i.keys.get(no).to_owned())).collect::<Vec<(u32, _, _)>>()
        };
        self.today == other.today
            && self.total == other.total
            && self.unassigned == other.unassigned
            && filled(&self.divisions) == filled(&other.divisions)
            && leads(self) == leads(other)
            && self.waiting == other.waiting
            && sets(&self.owned) == sets(&other.owned)
            && sets(&self.dues) == sets(&other.dues)
            && cluster::filled(&self.linked) == cluster::filled(&other.linked)
            && cluster::named(&self.children) == cluster::named(&other.children)
            && cluster::named(&self.via) == cluster::named(&other.via)
            && self.marks == other.marks
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

fn sets<T>(map: &HashMap<Id, BTreeSet<T>>) -> HashMap<Id, &BTreeSet<T>> {
    map.iter().filter(|(_, set)| !set.is_empty()).map(|(id, set)| (*id, set)).collect()
}

impl Index {
    /// Makes the index of a board as of a day. What the texts of leads give is made beside the rest,
    /// since it takes as long as all of that: a start waits for this.
    #[must_use]
    pub fn build(board: &Board, today: NaiveDate) -> Self {
        let mut index = Self { today, names: board.index.names.clone(), ..Self::default() };
        let (keys, marks) = std::thread::scope(|scope| {
            let texts = scope.spawn(|| (Keys::of(board), marks::of(board)));
            index.count(board);
            // It panics only where this thread would have too.
            texts.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        });
        Self { marks, keys, ..index }
    }

    /// Takes every record's part in, but for what the texts of leads give.
    fn count(&mut self, board: &Board) {
        for note in board.notes.iter() {
            self.link_note(note.0, note.1, Way::In);
        }
        for (id, request) in board.requests.iter() {
            self.link_request(id, request, Way::In);
        }
        for kind in Kind::ALL {
            for id in board.ids(kind) {
                self.pass(board, id, Way::In);
            }
        }
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

    /// How many active leads stand in no division.
    #[must_use]
    pub const fn unassigned(&self) -> u32 {
        self.unassigned
    }

    /// The tally of a division, shared leads included; none where nothing stands in it.
    #[must_use]
    pub fn division(&self, id: Id) -> Option<&Tally> {
        self.divisions.get(&id.no)
    }

    /// The notes on a record, oldest first.
    pub fn notes(&self, subject: Id) -> impl DoubleEndedIterator<Item = Id> {
        self.notes.get(&subject).into_iter().flatten().copied()
    }

    /// The support requests for a lead, oldest first.
    pub fn requests(&self, lead: Id) -> impl DoubleEndedIterator<Item = Id> {
        self.requests.get(&lead).into_iter().flatten().copied()
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
        if let Some(request) = board.request(id) {
            self.relight(board, request.lead, |index| index.link_request(id, request, Way::Out));
        }
        if let Some(lead) = board.lead(id) {
            self.keys.take(id.no);
            self.mark(id.no, lead, Way::Out);
        }
        self.pass(board, id, Way::Out);
    }

    /// Puts a record's part in, after it changed.
    pub(super) fn enter(&mut self, board: &Board, id: Id) {
        if let Some(note) = board.note(id) {
            self.relight(board, note.subject, |index| index.link_note(id, note, Way::In));
        }
        if let Some(request) = board.request(id) {
            self.relight(board, request.lead, |index| index.link_request(id, request, Way::In));
        }
        if let Some(lead) = board.lead(id) {
            self.keys.put(board, id.no, lead);
            self.mark(id.no, lead, Way::In);
        }
        self.pass(board, id, Way::In);
    }

    fn link_note(&mut self, id: Id, note: &Note, way: Way) {
        if let Some(subject) = note.subject {
            way.place(self.notes.entry(subject).or_default(), id);
        }
    }

    fn link_request(&mut self, id: Id, request: &Request, way: Way) {
        if let Some(lead) = request.lead {
            way.place(self.requests.entry(lead).or_default(), id);
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
                self.cluster_lead(board, id, lead, way);
            }
            Kind::Target => self.tally_target(board, id, way),
            Kind::SixOne => {
                let Some(six_one) = board.six_one(id) else { return };
                self.tally_six_one(board, id, six_one, way);
            }
            Kind::Request => {
                let Some(request) = board.request(id) else { return };
                self.request_falls_due(id, request, way);
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
}
