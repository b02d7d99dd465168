//! Someone who writes into a store, and seeded work to write.

use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, Days, NaiveDate, TimeZone, Utc};
use guatu::board::founding::built_in;
use guatu::board::intent::Author;
use guatu::board::number::number;
use guatu::board::{Board, Change, Checked, Proposal, RequestId, Transaction, apply, check, invert};
use guatu::domain::{FieldKey, Fields, Id, Kind, Money, Value, json};
use guatu::store::sled::SledStore;
use guatu::store::{Opened, Store, StoreError};

pub(crate) fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 24, 1, 30, 0).unwrap()
}

pub(crate) fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
}

pub(crate) fn field(kind: Kind, key: &str) -> FieldKey {
    FieldKey::find(kind, key).unwrap()
}

/// A small generator of numbers: the same seed, the same work.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 33
    }

    pub(crate) fn below(&mut self, n: u64) -> u64 {
        self.next() % n.max(1)
    }
}

/// A store with the board it was filled into.
pub(crate) struct Desk<S> {
    pub(crate) store: S,
    pub(crate) board: Board,
    pub(crate) opened: Opened,
    /// Hears of each Transaction when it may be acknowledged.
    pub(crate) hears: fn(&Transaction),
    requests: u128,
}

impl Desk<SledStore> {
    pub(crate) fn open(data: &Path) -> Result<Self, StoreError> {
        Self::fill(SledStore::open(data)?)
    }
}

impl<S: Store> Desk<S> {
    pub(crate) fn fill(mut store: S) -> Result<Self, StoreError> {
        let (board, opened) = store.fill(today(), &mut |_| {})?;
        let requests = u128::from(board.head().seq) << 64;
        Ok(Self { store, board, opened, hears: |_| {}, requests })
    }

    pub(crate) fn request(&mut self) -> RequestId {
        self.requests += 1;
        RequestId(self.requests)
    }

    pub(crate) fn author<T>(&mut self, propose: impl FnOnce(Author<'_>) -> T) -> T {
        let request = self.request();
        propose(Author { board: &self.board, login: "wang", now: now(), request })
    }

    pub(crate) fn check(&self, proposal: Proposal) -> Checked {
        let seq = self.board.head().seq + 1;
        check(&self.board, number(&self.board, proposal).sign(seq, now(), "wang")).unwrap()
    }

    pub(crate) fn write(&mut self, proposal: Proposal) -> Result<Arc<Transaction>, StoreError> {
        let checked = self.check(proposal);
        self.store.commit(std::slice::from_ref(&checked))?;
        let tx = apply(&mut self.board, checked);
        (self.hears)(&tx);
        self.store.follow(&self.board);
        Ok(tx)
    }

    pub(crate) fn found(&mut self) {
        let proposal = self.author(|author| built_in().propose(&author, "王"));
        self.write(proposal).unwrap();
    }

    pub(crate) fn create(&mut self, kind: Kind, fields: Fields) -> Id {
        let proposal = self.author(|author| author.create(kind, fields));
        self.write(proposal).unwrap().changes[0].id()
    }

    pub(crate) fn lead(&mut self, name: &str) -> Id {
        let division = Value::Ref(Id::division(1));
        self.create(
            Kind::Lead,
            vec![(field(Kind::Lead, "name"), Value::text(name)), (field(Kind::Lead, "division"), division)],
        )
    }

    pub(crate) fn undo(&mut self) -> Result<Arc<Transaction>, StoreError> {
        let seq = self.board.undo().last_done("wang").unwrap();
        let done = self.store.journal().transaction(seq)?.unwrap();
        let request = self.request();
        self.write(invert(&done, request))
    }

    /// One step of work as the dice fall.
    pub(crate) fn step(&mut self, dice: &mut Dice) -> Result<Arc<Transaction>, StoreError> {
        let leads = self.board.ids(Kind::Lead);
        let any = leads.get(usize::try_from(dice.below(leads.len() as u64)).unwrap()).copied();
        let no = dice.next();
        match (dice.below(6), any) {
            (0, _) | (_, None) => {
                let fields = vec![
                    (field(Kind::Lead, "name"), Value::text(format!("线索{no}\u{202e}"))),
                    (
                        field(Kind::Lead, "amount"),
                        Value::Money(Money::cny(i64::try_from(no % 100_000).unwrap())),
                    ),
                    (
                        field(Kind::Lead, "content"),
                        Value::text("内容".repeat(usize::try_from(no % 400).unwrap())),
                    ),
                ];
                let proposal = self.author(|author| author.create(Kind::Lead, fields));
                self.write(proposal)
            }
            (1, Some(id)) => {
                let due = Value::Date(today() + Days::new(no % 90));
                let proposal = self.author(|author| author.edit(id, vec![(field(Kind::Lead, "due"), due)]));
                self.write(proposal)
            }
            (2, Some(id)) => {
                let proposal = self.author(|author| author.note(id, &format!("第{no}次"), true, Vec::new()));
                self.write(proposal)
            }
            (3, _) if self.board.undo().last_done("wang").is_some() => self.undo(),
            (_, Some(id)) => {
                let source = Value::text(format!("来源{no}"));
                let sets = vec![(field(Kind::Lead, "source"), source)];
                let proposal = self.author(|author| author.edit(id, sets));
                self.write(proposal)
            }
        }
    }
}

/// Everything that a board says of its records, in words that a new field does not change.
pub(crate) fn picture(board: &Board) -> Vec<String> {
    let ids = Kind::ALL.into_iter().flat_map(|kind| board.ids(kind));
    let fields = |id| json::from_fields(&board.record(id).unwrap().fields());
    let mut lines: Vec<String> =
        ids.map(|id| format!("{id} {:?} {:?}", board.touched(id), fields(id))).collect();
    lines.extend(Kind::ALL.iter().map(|kind| format!("{kind:?} issued {}", board.issued(*kind))));
    lines.push(format!("{:?} {:?}", board.head(), board.undo().last_done("wang")));
    lines
}

/// A lead with a name, to be numbered.
pub(crate) fn new_lead(n: u32, name: &str) -> Change {
    let fields = vec![(field(Kind::Lead, "name"), Value::text(name))];
    Change::Create { id: Id::provisional(Kind::Lead, n), fields }
}

/// A data folder with seeded work in it, closed again; and what its board was.
pub(crate) fn worked(data: &Path, seed: u64, steps: u32) -> Vec<String> {
    let mut desk = Desk::open(data).unwrap();
    desk.found();
    let mut dice = Dice(seed);
    for _ in 0..steps {
        desk.step(&mut dice).unwrap();
    }
    desk.store.settle(true).unwrap();
    picture(&desk.board)
}

/// Copies a folder with all that is in it.
pub(crate) fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &to);
        } else {
            std::fs::copy(entry.path(), to).unwrap();
        }
    }
}

/// All files under a folder, in order.
pub(crate) fn files(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found.sort();
    found
}
