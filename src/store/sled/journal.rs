//! The read side of the durable store. What the working form lacks is read from the log.
//! May use `form`, `audit`.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

use chrono::{DateTime, Utc};

use super::form::Form;
use crate::board::{Board, Transaction};
use crate::domain::Id;
use crate::store::line::Hash;
use crate::store::{Begin, Damage, Journal, StoreError, audit, rolling};

/// A Transaction that is in the log, with its hash there.
#[derive(Clone)]
pub(super) struct Kept {
    pub(super) tx: Arc<Transaction>,
    pub(super) hash: Hash,
}

/// What the store and everyone who reads the history share.
pub(super) struct Shared {
    /// The folder of the log.
    pub(super) log: PathBuf,
    /// The folder of the snapshots.
    snapshots: PathBuf,
    /// The working form; none while it is being opened or mended.
    form: RwLock<Option<Form>>,
    /// The last Transaction in the log.
    seq: AtomicU64,
    /// What the log has and the working form does not yet, oldest first.
    ahead: RwLock<Vec<Kept>>,
    /// The first Transaction whose history is whole.
    first: AtomicU64,
}

impl Shared {
    pub(super) fn new(log: PathBuf, snapshots: PathBuf) -> Self {
        let (seq, first) = (AtomicU64::new(0), AtomicU64::new(1));
        Self { log, snapshots, form: RwLock::default(), seq, ahead: RwLock::default(), first }
    }

    pub(super) fn put(&self, form: Option<Form>) {
        *self.form.write().unwrap_or_else(PoisonError::into_inner) = form;
    }

    /// Log and working form stand at a Transaction.
    pub(super) fn stand_at(&self, seq: u64, first: u64) {
        self.seq.store(seq, Ordering::Release);
        self.first.store(first, Ordering::Release);
        self.caught_up();
    }

    /// The log has these beyond what it had.
    pub(super) fn go_ahead(&self, batch: Vec<Kept>) {
        let last = batch.last().map(|kept| kept.tx.seq);
        *self.ahead.write().unwrap_or_else(PoisonError::into_inner) = batch;
        if let Some(seq) = last {
            self.seq.store(seq, Ordering::Release);
        }
    }

    /// The working form has what the log has.
    pub(super) fn caught_up(&self) {
        self.ahead.write().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// What the log has beyond the working form, oldest first.
    pub(super) fn ahead(&self) -> Vec<Kept> {
        self.ahead.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn ahead_at(&self, seq: u64) -> Option<Arc<Transaction>> {
        let ahead = self.ahead.read().unwrap_or_else(PoisonError::into_inner);
        ahead.iter().find(|kept| kept.tx.seq == seq).map(|kept| kept.tx.clone())
    }

    pub(super) fn is_ahead(&self) -> bool {
        !self.ahead.read().unwrap_or_else(PoisonError::into_inner).is_empty()
    }

    fn form(&self) -> Option<Form> {
        self.form.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Asks the working form; none where it is not there, or does not know.
    fn ask<T>(&self, ask: impl FnOnce(&Form) -> Result<Option<T>, StoreError>) -> Option<T> {
        let form = self.form()?;
        catch_unwind(AssertUnwindSafe(|| ask(&form))).ok()?.ok()?
    }

    /// The history of a record as the log tells it: slow, and right.
    fn history_in_log(&self, id: Id, limit: usize) -> Result<Vec<Transaction>, StoreError> {
        let mut found = Vec::new();
        audit::walk(&self.log, 0, |walked| {
            if walked.whole && walked.link.is_some() {
                let tx = walked.transaction()?;
                if tx.concerned().any(|concerned| concerned == id) {
                    found.push(tx);
                }
            }
            Ok(())
        })?;
        found.reverse();
        found.truncate(limit);
        Ok(found)
    }

    /// The numbers of a record's history, if the working form has all that the record counts.
    fn history(&self, id: Id, limit: usize) -> Option<Vec<u64>> {
        let whole = self.first.load(Ordering::Acquire) == 1;
        self.ask(|form| {
            // First, since a batch may come between: then there are more of them than it counts.
            let rev = form.record(id)?.map_or(0, |row| usize::try_from(row.rev).unwrap_or(usize::MAX));
            let seqs = form.history(id, limit)?;
            let lacking = whole && seqs.len() < rev.min(limit);
            Ok((!lacking).then_some(seqs))
        })
    }
}

impl Journal for Shared {
    fn begin(&self) -> Result<Begin, StoreError> {
        let first = self.first.load(Ordering::Acquire);
        if first <= 1 {
            return Ok(Begin::default());
        }
        let follows = match self.ask(Form::head) {
            // Nothing was written since: no line of the log names it.
            Some(head) if head.seq + 1 == first => Some(head.hash),
            _ => audit::hash_of(&self.log, first - 1)?,
        };
        Ok(Begin { first, follows: follows.ok_or(Damage::Transaction(first))? })
    }

    fn transaction(&self, seq: u64) -> Result<Option<Transaction>, StoreError> {
        if seq == 0 || seq > self.seq.load(Ordering::Acquire) {
            return Ok(None);
        }
        if let Some(tx) = self.ahead_at(seq) {
            return Ok(Some(Transaction::clone(&tx)));
        }
        match self.ask(|form| form.transaction(seq)) {
            Some((tx, _)) => Ok(Some(tx)),
            None => audit::transaction(&self.log, seq),
        }
    }

    fn at(&self, seq: u64) -> Result<Option<DateTime<Utc>>, StoreError> {
        let is_kept = seq <= self.seq.load(Ordering::Acquire) && self.ahead_at(seq).is_none();
        match self.ask(|form| form.entry(seq)).filter(|_| is_kept) {
            Some((entry, ..)) => Ok(Some(entry.at)),
            None => Ok(self.transaction(seq)?.map(|transaction| transaction.at)),
        }
    }

    fn newest(&self, before: Option<u64>, limit: usize) -> Result<Vec<Transaction>, StoreError> {
        let last = self.seq.load(Ordering::Acquire);
        let from = before.map_or(last, |before| before.saturating_sub(1).min(last));
        let mut found = Vec::new();
        for seq in (1..=from).rev().take(limit) {
            // A history that begins later ends here.
            let Some(tx) = self.transaction(seq)? else { break };
            found.push(tx);
        }
        Ok(found)
    }

    fn of(&self, id: Id, limit: usize) -> Result<Vec<Transaction>, StoreError> {
        // First, since what is ahead now may be in the working form a moment later.
        let ahead = self.ahead();
        let Some(seqs) = self.history(id, limit) else { return self.history_in_log(id, limit) };
        let from = ahead.first().map_or(u64::MAX, |kept| kept.tx.seq);
        let newest = ahead.iter().rev().filter(|kept| kept.tx.concerned().any(|concerned| concerned == id));
        let newest = newest.map(|kept| Ok(Some(Transaction::clone(&kept.tx))));
        let older = seqs.into_iter().filter(|seq| *seq < from).map(|seq| self.transaction(seq));
        let found: Vec<_> = newest.chain(older).take(limit).collect::<Result<_, _>>()?;
        Ok(found.into_iter().flatten().collect())
    }

    fn reach(&self) -> Result<Option<u64>, StoreError> {
        let first = self.first.load(Ordering::Acquire);
        if first <= 1 {
            return Ok(Some(0));
        }
        rolling::oldest_from(&self.snapshots, first - 1)
    }

    fn base(&self, seq: u64) -> Result<Option<Board>, StoreError> {
        let begin = self.begin()?;
        for base in rolling::sound_until(&self.snapshots, seq)? {
            if base.seq + 1 < begin.first {
                break;
            }
            let agrees = if base.seq + 1 == begin.first {
                base.hash == begin.follows
            } else {
                audit::hash_of(&self.log, base.seq)? == Some(base.hash)
            };
            // One that was let go of while it was read is as good as none.
            if agrees && let Ok(board) = base.board() {
                return Ok(Some(board));
            }
        }
        Ok(None)
    }

    fn keep(&self, login: &str, name: &str, bytes: Option<&[u8]>) -> Result<(), StoreError> {
        let form = self.form().ok_or(StoreError::NotOpen)?;
        let kept =
            catch_unwind(AssertUnwindSafe(|| form.keep(login, name, bytes).and_then(|()| form.flush())));
        kept.unwrap_or_else(|_| Err(Damage::Database(form.path.clone()).into()))
    }

    fn kept(&self, login: &str, name: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let form = self.form().ok_or(StoreError::NotOpen)?;
        let kept = catch_unwind(AssertUnwindSafe(|| form.kept(login, name)));
        kept.unwrap_or_else(|_| Err(Damage::Database(form.path.clone()).into()))
    }
}
