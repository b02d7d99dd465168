//! The working form, to be read: records, journal and history in one sled tree.
//! May use `keys`, `codec`, `frozen`, `replay`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use sled::{Batch, Db, IVec};

use super::keys;
use crate::board::Transaction;
use crate::domain::Id;
use crate::store::codec::{self, BadBytes};
use crate::store::frozen::v1::{HeadV1, RecordV1, fields_in};
use crate::store::frozen::v1_change::{ChangesV1, EntryV1, changes_in, entry_in};
use crate::store::line::Hash;
use crate::store::replay::Row;
use crate::store::{Damage, StoreError, disk};

/// sled's cache, in bytes: the Board holds what is read often.
const CACHE: u64 = 8 << 20;

/// sled lets go of nothing that it has read until it has noted so many reads of pages that share a
/// queue, of which there are hundreds: of a scan, which reads each page once, all would stay.
const NOTED: usize = 64;

/// So many entries of a scan are surely of no more than a few pages.
const FEW: usize = 64;

/// So many writes go in one atomic batch. sled carries a batch out in an order of its own, which is
/// slow where it is spread over more than its cache.
const ATOMIC: usize = 1024;

/// What is written: a value, or that there is none.
pub(super) type Writes = BTreeMap<IVec, Option<IVec>>;

/// The open database; a clone is the same one.
#[derive(Clone)]
pub(in crate::store) struct Form {
    db: Db,
    pub(super) path: PathBuf,
}

impl Form {
    /// Opens or makes the database. It may panic where the files are damaged: see `guard`.
    pub(in crate::store) fn open(path: &Path) -> Result<Self, StoreError> {
        disk::make_folder(path)?;
        let config = sled::Config::new().path(path).cache_capacity(CACHE).flush_every_ms(None);
        let db = config.open().map_err(|error| sled_error(path, error))?;
        Ok(Self { db, path: path.to_owned() })
    }

    /// Where it stands; none where it is new.
    pub(in crate::store) fn head(&self) -> Result<Option<HeadV1>, StoreError> {
        let bytes = self.get(keys::HEAD)?;
        bytes.map(|bytes| codec::decode(&bytes).map_err(|bad| self.bad(self.fails(), &bad))).transpose()
    }

    /// Reads what was just read, until sled has noted it and lets go of what it read before.
    fn note_reads(&self, key: &[u8]) -> Result<(), StoreError> {
        for _ in 0..NOTED {
            self.get(key)?;
        }
        Ok(())
    }

    /// Hands every record over with what it adds to the sum, in order of kind and number.
    pub(in crate::store) fn records(
        &self,
        mut each: impl FnMut(Id, Row, u128) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let mut give = |id: Id, bytes: &[u8]| each(id, self.row(id, bytes)?, keys::digest(id, bytes));
        let mut open: Option<(Id, Vec<u8>, u32)> = None;
        for (item, place) in self.db.scan_prefix(keys::RECORDS).zip(1_usize..) {
            let (key, value) = item.map_err(|error| sled_error(&self.path, error))?;
            if place.is_multiple_of(FEW) {
                self.note_reads(&key)?;
            }
            let named = keys::record_part(&key);
            let (id, part) = named.ok_or_else(|| self.fails())?;
            match &mut open {
                Some((at, bytes, parts)) if *at == id && *parts == part => {
                    bytes.extend_from_slice(&value);
                    *parts += 1;
                }
                _ if part == 0 => {
                    if let Some((id, bytes, _)) = open.replace((id, value.to_vec(), 1)) {
                        give(id, &bytes)?;
                    }
                }
                _ => return Err(Damage::Record(id).into()),
            }
        }
        open.map_or(Ok(()), |(id, bytes, _)| give(id, &bytes))
    }

    /// The record with an id.
    pub(in crate::store) fn record(&self, id: Id) -> Result<Option<Row>, StoreError> {
        self.joined(&keys::record(id))?.map(|bytes| self.row(id, &bytes)).transpose()
    }

    pub(super) fn row(&self, id: Id, bytes: &[u8]) -> Result<Row, StoreError> {
        let record: RecordV1 = codec::decode(bytes).map_err(|bad| self.bad(Damage::Record(id), &bad))?;
        let fields = fields_in(id.kind, record.fields).map_err(|_| Damage::Record(id))?;
        Ok(Row { rev: record.rev, seq: record.seq, by: record.by, fields })
    }

    /// A Transaction of the journal without its changes, with its hash and the length of those.
    pub(in crate::store) fn entry(&self, seq: u64) -> Result<Option<(Transaction, Hash, u64)>, StoreError> {
        let Some(bytes) = self.joined(&keys::entry(seq))? else { return Ok(None) };
        let what = Damage::Transaction(seq);
        let entry: EntryV1 = codec::decode(&bytes).map_err(|bad| self.bad(what.clone(), &bad))?;
        let (hash, len) = (entry.hash, entry.changes);
        let tx = entry_in(entry).map_err(|_| what)?;
        Ok(Some((tx, hash, len)))
    }

    /// A Transaction of the journal, with its hash.
    pub(in crate::store) fn transaction(&self, seq: u64) -> Result<Option<(Transaction, Hash)>, StoreError> {
        let Some((mut tx, hash, len)) = self.entry(seq)? else { return Ok(None) };
        let what = Damage::Transaction(seq);
        let bytes = self.joined(&keys::changes(seq))?.unwrap_or_default();
        if bytes.len() as u64 != len {
            return Err(what.into());
        }
        let changes: ChangesV1 = codec::decode(&bytes).map_err(|bad| self.bad(what.clone(), &bad))?;
        tx.changes = changes_in(changes).map_err(|_| what)?;
        Ok(Some((tx, hash)))
    }

    /// The sequence numbers of at most `limit` Transactions that touched a record, newest first.
    pub(in crate::store) fn history(&self, id: Id, limit: usize) -> Result<Vec<u64>, StoreError> {
        let keys = self.db.scan_prefix(keys::history(id)).keys().rev().take(limit);
        keys.map(|key| {
            let key = key.map_err(|error| sled_error(&self.path, error))?;
            keys::seq_of(&key).ok_or_else(|| self.fails())
        })
        .collect()
    }

    /// The bytes under a keepsake's name.
    pub(in crate::store) fn kept(&self, login: &str, name: &str) -> Result<Option<Vec<u8>>, StoreError> {
        self.joined(&keys::keepsake(login, name))
    }

    /// Everything that people keep, as it is stored, as far as it can be read: to be carried over
    /// to a new form.
    pub(in crate::store) fn keepsakes(&self) -> Vec<(IVec, IVec)> {
        self.db.scan_prefix(keys::KEEPSAKES).map_while(Result::ok).collect()
    }

    /// Hands everything to the system.
    pub(in crate::store) fn flush(&self) -> Result<(), StoreError> {
        self.db.flush().map(drop).map_err(|error| sled_error(&self.path, error))
    }

    /// Writes all in one atomic batch. What is too much for one goes in several, in order of keys; a
    /// head that belongs to it is off meanwhile: a form without one is incomplete, and built anew.
    pub(super) fn apply(&self, mut writes: Writes) -> Result<(), StoreError> {
        if writes.len() <= ATOMIC {
            return self.apply_one(writes);
        }
        let head = writes.remove(keys::HEAD);
        if head.is_some() {
            self.apply_one([(keys::HEAD.into(), None)])?;
        }
        let mut writes = writes.into_iter().peekable();
        while writes.peek().is_some() {
            self.apply_one(writes.by_ref().take(ATOMIC))?;
        }
        self.apply_one(head.map(|head| (keys::HEAD.into(), head)))
    }

    fn apply_one(&self, writes: impl IntoIterator<Item = (IVec, Option<IVec>)>) -> Result<(), StoreError> {
        let mut batch = Batch::default();
        for (key, value) in writes {
            match value {
                Some(value) => batch.insert(key, value),
                None => batch.remove(key),
            }
        }
        self.db.apply_batch(batch).map_err(|error| sled_error(&self.path, error))
    }

    fn get(&self, key: &[u8]) -> Result<Option<IVec>, StoreError> {
        self.db.get(key).map_err(|error| sled_error(&self.path, error))
    }

    /// The bytes of a value that is stored in parts.
    pub(super) fn joined(&self, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        let Some(first) = self.get(&keys::part(key, 0))? else { return Ok(None) };
        let mut bytes = first.to_vec();
        let mut full = first.len() == keys::PART;
        let mut part = 1;
        while full && let Some(next) = self.get(&keys::part(key, part))? {
            full = next.len() == keys::PART;
            bytes.extend_from_slice(&next);
            part += 1;
        }
        Ok(Some(bytes))
    }

    /// The error of a database that contradicts itself.
    pub(super) fn fails(&self) -> StoreError {
        Damage::Database(self.path.clone()).into()
    }

    /// The error of stored bytes that do not read: a later format, or else the damage given.
    pub(super) fn bad(&self, what: impl Into<StoreError>, bad: &BadBytes) -> StoreError {
        match bad {
            BadBytes::Version(found) if *found > codec::VERSION => StoreError::TooNew {
                path: self.path.clone(),
                found: u64::from(*found),
                known: u64::from(codec::VERSION),
            },
            _ => what.into(),
        }
    }
}

/// What an error of sled means.
fn sled_error(path: &Path, error: sled::Error) -> StoreError {
    match error {
        sled::Error::Io(error) if error.to_string().contains("could not acquire lock") => {
            StoreError::Owned(path.to_owned())
        }
        sled::Error::Io(error) => StoreError::io(path, error),
        _ => Damage::Database(path.to_owned()).into(),
    }
}
