//! Durability: the audit log as the truth, sled as its working form, snapshots and backups. All of
//! it is synchronous and runs on the engine's thread, but for rolling snapshots, which have one of
//! their own; two twins are held equal by one conformance suite. May use `domain`, `board`.

pub mod backup;
pub mod codec;
pub mod disk;
pub mod frozen;
pub mod history;
pub mod json;
pub mod memory;
pub mod past;
pub mod restore;
pub mod sled;
pub mod verify;

mod audit;
mod caution;
mod damage;
mod error;
mod forward;
mod line;
mod opened;
mod rebuild;
mod recover;
mod replay;
mod rolling;
mod snapshot;

use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};

use crate::board::{Board, Checked, RECALLED, Transaction};
use crate::domain::Id;

pub use damage::{Damage, Flaw};
pub use error::StoreError;
pub use opened::{Opened, Place, Rebuilt, Step, Suspicion, Task};

/// Refuses a data folder that holds no board, and makes nothing in it.
///
/// # Errors
/// `NoBoard`.
pub fn must_hold_a_board(data: &Path) -> Result<(), StoreError> {
    recover::Folders::of(data).must_be_there(data)
}

/// Where a board is kept. One owner writes; `journal` gives the read side to everyone else.
pub trait Store: Send {
    /// The Board as it is kept, turned to a day. What was amiss is mended first where the truth
    /// allows it, and `Opened` says so. `progress` is told of long work.
    ///
    /// # Errors
    /// What cannot be mended: then nothing was thrown away.
    fn fill(
        &mut self,
        today: NaiveDate,
        progress: &mut dyn FnMut(Step),
    ) -> Result<(Board, Opened), StoreError>;

    /// Keeps Transactions, in order, durably: on return they are on the disk. They must continue
    /// the journal without a gap.
    ///
    /// # Errors
    /// Then none of them is kept, and the next call tries to heal the store first.
    fn commit(&mut self, batch: &[Checked]) -> Result<(), StoreError>;

    /// Called when the batch that was kept last is on the Board and everybody has been answered:
    /// what need not be done before that. What goes wrong here is mended by a later call, since
    /// the batch is kept already.
    fn follow(&mut self, board: &Board) {
        let _ = board;
    }

    /// Called when nothing is waiting: work that is put off until then. `closing` is true for the
    /// last time. It does not keep the next commit waiting: longer work goes on beside, and what
    /// became of that is told by a later call. After a commit that failed, `Ok` says that the next
    /// one may succeed.
    ///
    /// # Errors
    /// What went wrong; nothing that was kept is lost by it.
    fn settle(&mut self, closing: bool) -> Result<Work, StoreError> {
        let _ = closing;
        Ok(Work::Done)
    }

    /// The read side.
    fn journal(&self) -> Arc<dyn Journal>;
}

/// The read side of a store, shared by every session and command, and a place for what a person
/// keeps (preferences, drafts), which is no part of the board's history.
pub trait Journal: Send + Sync {
    /// Where the history begins.
    ///
    /// # Errors
    /// What keeps that from being known.
    fn begin(&self) -> Result<Begin, StoreError>;

    /// The Transaction with a sequence number.
    ///
    /// # Errors
    /// What keeps it from being read.
    fn transaction(&self, seq: u64) -> Result<Option<Transaction>, StoreError>;

    /// When the Transaction with a sequence number was, without its changes where they lie apart: an
    /// import has tens of thousands.
    ///
    /// # Errors
    /// What keeps it from being read.
    fn at(&self, seq: u64) -> Result<Option<DateTime<Utc>>, StoreError> {
        Ok(self.transaction(seq)?.map(|transaction| transaction.at))
    }

    /// At most `limit` Transactions before a sequence number (or from the end), newest first.
    ///
    /// # Errors
    /// What keeps them from being read.
    fn newest(&self, before: Option<u64>, limit: usize) -> Result<Vec<Transaction>, StoreError>;

    /// At most `limit` Transactions that changed a record or are about it, newest first.
    ///
    /// # Errors
    /// What keeps them from being read.
    fn of(&self, id: Id, limit: usize) -> Result<Vec<Transaction>, StoreError>;

    /// The first Transaction as of which the Board can be made; 0 where the history is whole, none
    /// where not even the last snapshot is there.
    ///
    /// # Errors
    /// What keeps that from being known.
    fn reach(&self) -> Result<Option<u64>, StoreError> {
        Ok(Some(0))
    }

    /// The Board of a snapshot at or before a Transaction, from where the history is whole; none
    /// where there is no such snapshot. Its index is stale until `turn_to` is called.
    ///
    /// # Errors
    /// What keeps the snapshots from being looked for.
    fn base(&self, seq: u64) -> Result<Option<Board>, StoreError> {
        let _ = seq;
        Ok(None)
    }

    /// Keeps bytes for a login under a name, or with `None` forgets them.
    ///
    /// # Errors
    /// What keeps them from being kept.
    fn keep(&self, login: &str, name: &str, bytes: Option<&[u8]>) -> Result<(), StoreError>;

    /// The bytes a login keeps under a name.
    ///
    /// # Errors
    /// What keeps them from being read.
    fn kept(&self, login: &str, name: &str) -> Result<Option<Vec<u8>>, StoreError>;
}

/// Where a history begins: later than with the first Transaction where a board was built from a
/// snapshot, and the log before that was archived.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Begin {
    /// The first Transaction that can be given.
    pub first: u64,
    /// The hash in the log of the one before it; zeros where there was none.
    pub follows: [u8; 32],
}

impl Default for Begin {
    fn default() -> Self {
        Self { first: 1, follows: line::START }
    }
}

/// Whether there is anything left to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Work {
    /// No.
    Done,
    /// Something is done beside: ask again soon.
    GoesOn,
}
