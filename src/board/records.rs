//! The Board: every record in memory, with its index. Only `apply` changes records.
//! May use `domain`, `table`, `index`, `undo`.

use chrono::NaiveDate;

use super::index::Index;
use super::seen::Seen;
use super::table::Table;
use super::transaction::RequestId;
use super::undo::Undo;
use crate::domain::{
    Charter, Division, Fields, Id, Kind, Lead, Mark, Misfit, Note, Person, Request, Role, SixOne, Target,
    Unit,
};

use super::any::AnyRecord;

/// Where the journal stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Head {
    /// The sequence number of the last Transaction; 0 before the founding.
    pub seq: u64,
}

/// The whole board in memory.
#[derive(Debug, Clone, Default)]
pub struct Board {
    pub(super) charters: Table<Charter>,
    pub(super) divisions: Table<Division>,
    pub(super) units: Table<Unit>,
    pub(super) people: Table<Person>,
    pub(super) targets: Table<Target>,
    pub(super) six_ones: Table<SixOne>,
    pub(super) leads: Table<Lead>,
    pub(super) notes: Table<Note>,
    pub(super) requests: Table<Request>,
    pub(super) marks: Table<Mark>,
    pub(super) seq: u64,
    pub(super) index: Index,
    pub(super) undo: Undo,
    pub(super) requests_seen: Seen,
}

/// A stored record that does not fit its own table any more.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{id}: field {field} does not fit: {misfit}")]
pub struct BadRecord {
    /// Which record.
    pub id: Id,
    /// Which field.
    pub field: &'static str,
    /// Why.
    pub misfit: Misfit,
}

macro_rules! tables {
    ($($(#[$meta:meta])* $table:ident: $record:ident, $one:ident;)+) => {
        impl Board { $(
            $(#[$meta])*
            #[must_use]
            pub const fn $table(&self) -> &Table<$record> { &self.$table }

            /// The record of that type with an id; none for an id of another kind.
            #[must_use]
            pub fn $one(&self, id: Id) -> Option<&$record> {
                if matches!(id.kind, Kind::$record) { self.$table.get(id.no) } else { None }
            }
        )+ }
    };
}

tables! {
    /// The divisions.
    divisions: Division, division;
    /// The departments and platform companies.
    units: Unit, unit;
    /// The roster.
    people: Person, person;
    /// The targets.
    targets: Target, target;
    /// The Six Ones.
    six_ones: SixOne, six_one;
    /// The leads.
    leads: Lead, lead;
    /// The notes.
    notes: Note, note;
    /// The support requests.
    requests: Request, request;
    /// The marks.
    marks: Mark, mark;
    /// The charter, as a table of one.
    charters: Charter, charter_record;
}

static BLANK_CHARTER: std::sync::LazyLock<Charter> = std::sync::LazyLock::new(Charter::default);

impl Board {
    /// An empty board that has not been founded, on a day.
    #[must_use]
    pub fn new(today: NaiveDate) -> Self {
        let mut board = Self::default();
        board.turn_to(today);
        board
    }

    /// The charter; the thresholds of product rule §4 before the founding.
    #[must_use]
    pub fn charter(&self) -> &Charter {
        self.charters.get(Id::CHARTER.no).unwrap_or(&BLANK_CHARTER)
    }

    /// Whether the board has been founded.
    #[must_use]
    pub fn is_founded(&self) -> bool {
        self.has(Id::CHARTER)
    }

    /// Where the journal stands.
    #[must_use]
    pub const fn head(&self) -> Head {
        Head { seq: self.seq }
    }

    /// The day that lights and deadlines are counted from.
    #[must_use]
    pub const fn today(&self) -> NaiveDate {
        self.index.today()
    }

    /// What is kept beside the records to read them fast.
    #[must_use]
    pub const fn index(&self) -> &Index {
        &self.index
    }

    /// Who can undo what.
    #[must_use]
    pub const fn undo(&self) -> &Undo {
        &self.undo
    }

    /// Turns the board to a day: every light is counted anew.
    pub fn turn_to(&mut self, today: NaiveDate) {
        self.index = Index::build(self, today);
    }

    /// The person with a login.
    #[must_use]
    pub fn person_by_login(&self, login: &str) -> Option<(Id, &Person)> {
        let id = self.index.login(login)?;
        Some((id, self.person(id)?))
    }

    /// The name on the roster of a login; the login where it is not there.
    #[must_use]
    pub fn person_name<'a>(&'a self, login: &'a str) -> &'a str {
        self.person_by_login(login).map_or(login, |(_, person)| &person.name)
    }

    /// Whether it is a person who has left the office.
    #[must_use]
    pub fn has_left(&self, id: Id) -> bool {
        self.person(id).is_some_and(|person| person.left.is_some())
    }

    /// What a login may do: an unknown one looks, as does that of somebody who has left.
    #[must_use]
    pub fn role(&self, login: &str) -> Role {
        let here = self.person_by_login(login).filter(|(_, person)| person.left.is_none());
        here.map_or(Role::Viewer, |(_, person)| person.role)
    }

    /// The Transaction that a request of this number became, if it was applied already.
    #[must_use]
    pub fn seen(&self, request: RequestId) -> Option<u64> {
        self.requests_seen.get(request)
    }

    /// Puts a stored record on the board without a Transaction: how a store fills it at open.
    /// The index is stale until `turn_to` is called.
    ///
    /// # Errors
    /// The field that does not fit its table.
    pub fn load(&mut self, id: Id, rev: u32, seq: u64, by: &str, fields: &Fields) -> Result<(), BadRecord> {
        let record = AnyRecord::from_fields(id.kind, fields).map_err(|(field, misfit)| BadRecord {
            id,
            field: field.key(),
            misfit,
        })?;
        self.seat(id, rev, seq, by, record);
        Ok(())
    }

    /// The same with a record that is made already.
    pub fn seat(&mut self, id: Id, rev: u32, seq: u64, by: &str, record: AnyRecord) {
        let by = self.index.intern(by);
        self.put_raw(id.no, record, rev, seq, by);
    }

    /// Takes a record off without a Transaction: it was ended by one that is being replayed.
    pub fn unseat(&mut self, id: Id) {
        self.take_raw(id);
    }

    /// Says where the journal stands: how a store ends filling the board.
    pub const fn resume_at(&mut self, seq: u64) {
        self.seq = seq;
    }

    /// Nobody can undo what was done so far.
    pub(crate) fn forget_undo(&mut self) {
        self.undo.forget();
    }

    /// Recounts what can be undone from the newest Transactions of the journal, oldest first.
    pub fn recall<'a>(&mut self, newest: impl IntoIterator<Item = &'a super::Transaction>) {
        for done in newest {
            self.undo.record(done);
            self.requests_seen.note(done.request, done.seq);
        }
    }
}
