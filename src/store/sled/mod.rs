//! The durable twin: the audit log as the truth, sled as its working form.
//! May use `store`'s parts.

mod draft;
mod form;
mod journal;
mod keys;
mod load;

use std::collections::BTreeSet;
use std::fs::File;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;

use chrono::NaiveDate;

use super::disk::{self, Opener};
use super::forward::Maker;
use super::frozen::v1::{HeadV1, kind_in};
use super::recover::{self, Ears, Folders, Load, Recovered};
use super::replay::Ready;
use super::{Journal, Opened, RECALLED, Step, Store, StoreError, Work, caution, restore, rolling};
use crate::board::{AnyRecord, Board, Change, Checked, Transaction};
use crate::domain::Id;
use journal::{Kept, Shared};

pub(super) use draft::Item;
pub(super) use form::Form;
pub(super) use load::{Loaded, load, open};

/// A snapshot is made when so many Transactions came since the last, and nothing is waiting.
const SNAPSHOT_EVERY: u64 = 5000;
/// The same when the store is closed.
const SNAPSHOT_AT_END: u64 = 100;

/// The store of a data folder, whose one owner it is until it is dropped.
pub struct SledStore {
    folders: Folders,
    opener: fn() -> Opener,
    shared: Arc<Shared>,
    open: Option<Recovered>,
    /// Whether the working form may lack what the log has: an error left it so.
    behind: bool,
    /// Whether the log did not take the last batch.
    refused: bool,
    /// Where the newest snapshot stands, and how many Transactions later the next is due.
    snapshot: u64,
    every: u64,
    maker: Maker,
    /// Let go of last.
    _lock: File,
}

impl SledStore {
    /// Takes hold of a data folder, which is made where it is not there. Nothing is read yet.
    ///
    /// # Errors
    /// `Owned` where another process has it, `ReadOnly` where it cannot be written.
    pub fn open(data: &Path) -> Result<Self, StoreError> {
        Self::with_opener(data, || Box::new(|path: &Path| disk::appender(path)))
    }

    /// The same with files of the log opened by `opener`: for tests of a disk that fails.
    ///
    /// # Errors
    /// As `open`.
    pub fn with_opener(data: &Path, opener: fn() -> Opener) -> Result<Self, StoreError> {
        disk::make_folder(data)?;
        let lock = disk::lock(data)?;
        restore::finish(data, &mut |_| Ok(()))?;
        let folders = Folders::of(data);
        let shared = Arc::new(Shared::new(folders.log.clone(), folders.snapshots.clone()));
        let maker = Maker::default();
        let (open, behind, refused, snapshot, every) = (None, false, false, 0, SNAPSHOT_EVERY);
        Ok(Self { folders, opener, shared, open, behind, refused, snapshot, every, maker, _lock: lock })
    }

    /// The same with a snapshot after so many Transactions.
    #[must_use]
    pub const fn every(mut self, transactions: u64) -> Self {
        self.every = transactions;
        self
    }

    /// Opens the log and the working form, which are mended where they need it.
    fn recover(&mut self, ears: &mut Ears<'_>) -> Result<&mut Recovered, StoreError> {
        // Whatever is mended is mended alone; that no snapshot could be made is told by the next.
        let _ = self.maker.wait();
        self.shared.put(None);
        self.open = None;
        let recovered = recover::recover(&self.folders, (self.opener)(), ears)?;
        self.shared.put(Some(recovered.form.clone()));
        self.shared.stand_at(recovered.head.seq, recovered.head.first);
        self.snapshot = rolling::newest(&self.folders.snapshots)?.unwrap_or(0);
        if !recovered.opened.bad_lines.is_empty() && self.snapshot < recovered.head.seq {
            // The log cannot build these records again: something else must hold them too.
            rolling::of_form(&self.folders.snapshots, &recovered.form, &recovered.head)?;
            self.snapshot = recovered.head.seq;
        }
        self.behind = false;
        Ok(self.open.insert(recovered))
    }

    /// Opens everything again where an error left it behind.
    fn heal(&mut self) -> Result<&mut Recovered, StoreError> {
        if self.behind || self.open.is_none() {
            return self.recover(&mut Ears { load: &mut |_| Ok(()), progress: &mut |_| {} });
        }
        self.open.as_mut().ok_or(StoreError::NotOpen)
    }
}

/// A Transaction that is on the Board. No two of a batch touch the same record, so each left its
/// records as they stand there.
fn item<'a>(board: &Board, kept: &'a Kept) -> Item<'a> {
    let ids: BTreeSet<Id> = kept.tx.changes.iter().map(Change::id).collect();
    let fields = |id: Id| board.record(id).as_ref().map(AnyRecord::fields);
    Item { tx: &kept.tx, after: ids.into_iter().map(|id| (id, fields(id))).collect(), hash: kept.hash }
}

impl Store for SledStore {
    fn fill(
        &mut self,
        today: NaiveDate,
        progress: &mut dyn FnMut(Step),
    ) -> Result<(Board, Opened), StoreError> {
        let mut board = Board::new(today);
        let mut take = |load: Load| match load {
            Load::Reset => {
                board = Board::new(today);
                Ok(())
            }
            Load::Record(Ready { id, rev, seq, by, record }) => {
                board.seat(id, rev, seq, &by, record);
                Ok(())
            }
        };
        let open = self.recover(&mut Ears { load: &mut take, progress })?;
        let opened = open.opened.clone();
        finish(&mut board, &open.form, &open.head);
        board.turn_to(today);
        Ok((board, opened))
    }

    fn commit(&mut self, batch: &[Checked]) -> Result<(), StoreError> {
        // A batch that nothing followed is in the log alone.
        self.behind |= self.shared.is_ahead();
        let appended = self.heal()?.audit.append(batch.iter().map(|checked| &**checked.transaction()));
        self.refused = appended.is_err();
        let hashes = appended?.into_iter();
        let kept = batch.iter().zip(hashes).map(|(c, hash)| Kept { tx: c.transaction().clone(), hash });
        self.shared.go_ahead(kept.collect());
        Ok(())
    }

    /// Brings the working form to where the log is.
    fn follow(&mut self, board: &Board) {
        let Some(open) = &mut self.open else { return };
        let ahead = self.shared.ahead();
        let items: Vec<Item<'_>> = ahead.iter().map(|kept| item(board, kept)).collect();
        let kept = catch_unwind(AssertUnwindSafe(|| open.form.commit(&open.head, &items)));
        match kept {
            Ok(Ok(head)) => {
                open.head = head;
                self.shared.caught_up();
            }
            Ok(Err(_)) | Err(_) => self.behind = true,
        }
    }

    fn settle(&mut self, closing: bool) -> Result<Work, StoreError> {
        if self.behind || self.shared.is_ahead() {
            self.behind = true;
            self.heal()?;
        }
        if self.refused {
            disk::try_to_write(&self.folders.log)?;
            self.refused = false;
        }
        let Some(open) = &self.open else { return Ok(Work::Done) };
        open.form.flush()?;
        if !closing && self.maker.work() == Work::GoesOn {
            return Ok(Work::GoesOn);
        }
        let made = self.maker.wait();
        if let Ok(Some(seq)) = made {
            self.snapshot = seq;
        }
        let since = open.head.seq.saturating_sub(self.snapshot);
        if closing && since >= SNAPSHOT_AT_END.min(self.every) {
            // Nobody writes any more: the records stand still.
            rolling::of_form(&self.folders.snapshots, &open.form, &open.head)?;
            self.snapshot = open.head.seq;
        } else {
            made?;
        }
        if closing {
            caution::put_mark(&self.folders, open.head.seq, &open.head.hash)?;
            return Ok(Work::Done);
        }
        if since >= self.every {
            self.maker.begin(&self.folders, &open.head)?;
            return Ok(Work::GoesOn);
        }
        Ok(Work::Done)
    }

    fn journal(&self) -> Arc<dyn Journal> {
        self.shared.clone()
    }
}

/// Tells a filled board what the head and the newest Transactions say.
fn finish(board: &mut Board, form: &Form, head: &HeadV1) {
    for (letter, issued) in &head.issued {
        if let Ok(kind) = kind_in(*letter) {
            board.reserve(kind, *issued);
        }
    }
    let from = head.seq.saturating_sub(RECALLED as u64) + 1;
    // What the journal cannot give any more cannot be undone either; the records are sound.
    let newest: Vec<Transaction> =
        (from..=head.seq).filter_map(|seq| form.entry(seq).ok().flatten().map(|(tx, _, _)| tx)).collect();
    board.recall(&newest);
    board.resume_at(head.seq);
}

/// What people keep in a working form that is given up, as far as it can be read.
pub(super) fn salvage(form: &Form) -> Vec<(::sled::IVec, ::sled::IVec)> {
    catch_unwind(AssertUnwindSafe(|| form.keepsakes())).unwrap_or_default()
}
