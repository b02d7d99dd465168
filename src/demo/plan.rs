//! The demo's story as events: who does what when. May use `domain`, `board`.

use chrono::{DateTime, Duration, Utc};

use super::random::Random;
use super::{leads, support, targets};
use crate::board::Proposal;
use crate::board::intent::Author;
use crate::domain::{FieldKey, Fields, Id, Kind, Value};

/// What an event does, told the author and the records that earlier events created, by slot.
pub(super) type Act = Box<dyn FnOnce(&Author<'_>, &[Option<Id>]) -> Proposal>;

/// One thing that somebody did.
pub(super) struct Event {
    pub(super) at: DateTime<Utc>,
    pub(super) by: String,
    /// Where the created record's id is kept.
    pub(super) slot: Option<usize>,
    pub(super) act: Act,
}

/// The story while it is written.
pub(super) struct Plan {
    now: DateTime<Utc>,
    login: String,
    pub(super) random: Random,
    events: Vec<Event>,
    slots: usize,
}

/// Every event after the founding, in no order.
pub(super) fn events(now: DateTime<Utc>, login: &str) -> Vec<Event> {
    let mut plan = Plan {
        now,
        login: login.to_owned(),
        random: Random::new(0x6775_6174_7500),
        events: Vec::new(),
        slots: 0,
    };
    support::people(&mut plan);
    support::divisions(&mut plan);
    let leads = leads::write(&mut plan);
    let headlines = targets::write(&mut plan, &leads);
    support::six_ones(&mut plan);
    support::requests(&mut plan, &leads);
    support::marks(&mut plan, headlines);
    support::late_requests(&mut plan);
    leads::link(&mut plan, &leads);
    plan.events
}

impl Plan {
    /// A moment in office hours so many days ago, the later the higher `step`; never after now.
    pub(super) fn moment(&mut self, days_ago: i64, step: i64) -> DateTime<Utc> {
        let day = self.now - Duration::days(days_ago);
        let base = day.date_naive().and_hms_opt(1, 0, 0).map_or(day, |at| at.and_utc());
        let minutes = (step % 10) * 50 + self.random.between(0, 45);
        let latest = self.now - Duration::minutes(90 - (step % 10) * 8);
        (base + Duration::minutes(minutes)).min(latest)
    }

    /// The login of a person by the number on the roster.
    pub(super) fn login(&self, person: u32) -> String {
        match (person, format!("yanshi{person:02}")) {
            (1, _) => self.login.clone(),
            (_, same) if same == self.login => format!("{same}x"),
            (_, login) => login,
        }
    }

    pub(super) const fn slot(&mut self) -> usize {
        self.slots += 1;
        self.slots - 1
    }

    /// The civil date so many days from now.
    pub(super) fn date(&self, days: i64) -> Value {
        let shanghai = self.now + Duration::hours(8);
        Value::Date((shanghai + Duration::days(days)).date_naive())
    }

    pub(super) fn event(
        &mut self,
        at: DateTime<Utc>,
        person: u32,
        slot: Option<usize>,
        act: impl FnOnce(&Author<'_>, &[Option<Id>]) -> Proposal + 'static,
    ) {
        let by = self.login(person);
        self.events.push(Event { at, by, slot, act: Box::new(act) });
    }

    /// A record created, kept in a slot.
    pub(super) fn create(&mut self, at: DateTime<Utc>, person: u32, kind: Kind, fields: Fields) -> usize {
        let slot = self.slot();
        self.event(at, person, Some(slot), move |author, _| author.create(kind, fields));
        slot
    }

    /// An edit of a record whose id is known.
    pub(super) fn edit(&mut self, at: DateTime<Utc>, person: u32, id: Id, sets: Fields) {
        self.event(at, person, None, move |author, _| author.edit(id, sets));
    }
}

/// Fields of a kind by their keys; keys that the kind has not, and empty values, are left out.
pub(super) fn fields<const N: usize>(kind: Kind, list: [(&str, Value); N]) -> Fields {
    let known = list.into_iter().filter_map(|(key, value)| Some((FieldKey::find(kind, key)?, value)));
    known.filter(|(_, value)| !value.is_empty()).collect()
}

/// The record in a slot. Events are told in order of time, so whoever asks comes after it.
pub(super) fn at(slots: &[Option<Id>], slot: usize, kind: Kind) -> Id {
    slots.get(slot).copied().flatten().unwrap_or(Id::new(kind, 1))
}
