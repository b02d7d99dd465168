//! The twin that keeps everything in memory: for `demo`, for tests, and as the measure that the
//! durable one is held to. May use `store`, `replay`.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use chrono::NaiveDate;

use super::replay::Row;
use super::{Begin, Damage, Journal, Opened, RECALLED, Step, Store, StoreError, Task};
use crate::board::{Board, Checked, Transaction};
use crate::domain::{Id, Kind};

/// A store that lasts as long as somebody holds it; a clone is the same store.
#[derive(Debug, Clone, Default)]
pub struct MemoryStore {
    state: Arc<RwLock<State>>,
}

#[derive(Debug, Default)]
struct State {
    records: BTreeMap<Id, Row>,
    issued: HashMap<Kind, u32>,
    journal: Vec<Transaction>,
    keepsakes: HashMap<(String, String), Vec<u8>>,
}

impl MemoryStore {
    /// An empty store.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A store that has kept a board and the journal that made it.
    #[must_use]
    pub fn holding(board: &Board, journal: Vec<Transaction>) -> Self {
        let mut state = State { journal, ..State::default() };
        for kind in Kind::ALL {
            state.issued.insert(kind, board.issued(kind));
            for id in board.ids(kind) {
                let (Some(record), Some((rev, seq, by))) = (board.record(id), board.touched(id)) else {
                    continue;
                };
                let row = Row { rev, seq, by: by.to_owned(), fields: record.fields() };
                state.records.insert(id, row);
            }
        }
        Self { state: Arc::new(RwLock::new(state)) }
    }

    fn read(&self) -> RwLockReadGuard<'_, State> {
        // Nothing panics while it writes, so a poisoned state is whole.
        self.state.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> RwLockWriteGuard<'_, State> {
        self.state.write().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn take(&mut self, checked: &Checked) {
        let tx = checked.transaction();
        for (id, record) in checked.after() {
            let issued = self.issued.entry(id.kind).or_default();
            *issued = (*issued).max(id.no);
            match record {
                Some(record) => {
                    let rev = self.records.get(id).map_or(0, |row| row.rev) + 1;
                    let row = Row { rev, seq: tx.seq, by: tx.by.clone(), fields: record.fields() };
                    self.records.insert(*id, row);
                }
                None => {
                    self.records.remove(id);
                }
            }
        }
        self.journal.push(Transaction::clone(tx));
    }

    fn seq(&self) -> u64 {
        self.journal.last().map_or(0, |tx| tx.seq)
    }

    fn newest_first(&self) -> impl Iterator<Item = &Transaction> {
        self.journal.iter().rev()
    }
}

impl Store for MemoryStore {
    fn fill(
        &mut self,
        today: NaiveDate,
        progress: &mut dyn FnMut(Step),
    ) -> Result<(Board, Opened), StoreError> {
        let state = self.read();
        let mut board = Board::new(today);
        let total = state.records.len() as u64;
        progress(Step { task: Task::Reading, done: 0, total });
        for (id, row) in &state.records {
            board.load(*id, row.rev, row.seq, &row.by, &row.fields).map_err(|bad| Damage::Record(bad.id))?;
        }
        for (kind, issued) in &state.issued {
            board.reserve(*kind, *issued);
        }
        let recalled = state.journal.len().saturating_sub(RECALLED);
        board.recall(&state.journal[recalled..]);
        board.resume_at(state.seq());
        board.turn_to(today);
        Ok((board, Opened { seq: state.seq(), records: total, ..Opened::default() }))
    }

    fn commit(&mut self, batch: &[Checked]) -> Result<(), StoreError> {
        let mut state = self.write();
        for (checked, at) in batch.iter().zip(state.seq()..) {
            let next = checked.transaction().seq;
            if next != at + 1 {
                return Err(Damage::Gap { at, next }.into());
            }
        }
        for checked in batch {
            state.take(checked);
        }
        Ok(())
    }

    fn journal(&self) -> Arc<dyn Journal> {
        Arc::new(self.clone())
    }
}

impl Journal for MemoryStore {
    fn begin(&self) -> Result<Begin, StoreError> {
        Ok(Begin::default())
    }

    fn transaction(&self, seq: u64) -> Result<Option<Transaction>, StoreError> {
        let at = seq.checked_sub(1).and_then(|at| usize::try_from(at).ok());
        Ok(at.and_then(|at| self.read().journal.get(at).cloned()))
    }

    fn newest(&self, before: Option<u64>, limit: usize) -> Result<Vec<Transaction>, StoreError> {
        let state = self.read();
        let older = state.newest_first().filter(|tx| before.is_none_or(|before| tx.seq < before));
        Ok(older.take(limit).cloned().collect())
    }

    fn of(&self, id: Id, limit: usize) -> Result<Vec<Transaction>, StoreError> {
        let state = self.read();
        let its = state.newest_first().filter(|tx| tx.concerned().any(|concerned| concerned == id));
        Ok(its.take(limit).cloned().collect())
    }

    fn keep(&self, login: &str, name: &str, bytes: Option<&[u8]>) -> Result<(), StoreError> {
        let key = (login.to_owned(), name.to_owned());
        match bytes {
            Some(bytes) => self.write().keepsakes.insert(key, bytes.to_vec()),
            None => self.write().keepsakes.remove(&key),
        };
        Ok(())
    }

    fn kept(&self, login: &str, name: &str) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(self.read().keepsakes.get(&(login.to_owned(), name.to_owned())).cloned())
    }
}
