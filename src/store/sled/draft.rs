//! The working form, to be changed: one atomic batch a commit, with the head as it becomes.
//! May use `form`, `keys`, `codec`, `frozen`.

use std::collections::HashMap;

use sled::IVec;

use super::form::{Form, Writes};
use super::keys;
use crate::board::Transaction;
use crate::domain::{Fields, Id};
use crate::store::codec::{self, BadBytes};
use crate::store::frozen::v1::{HeadV1, RecordV1, fields_out, id_out};
use crate::store::frozen::v1_change::{changes_out, entry_out};
use crate::store::line::Hash;
use crate::store::replay::{After, Row};
use crate::store::{Damage, StoreError};

/// A Transaction with what it makes of the records, and its hash in the log.
pub(in crate::store) struct Item<'a> {
    pub(in crate::store) tx: &'a Transaction,
    pub(in crate::store) after: After,
    pub(in crate::store) hash: Hash,
}

impl Form {
    /// Keeps Transactions in one atomic batch; gives the head as it becomes.
    pub(in crate::store) fn commit(&self, head: &HeadV1, items: &[Item<'_>]) -> Result<HeadV1, StoreError> {
        let mut draft = Draft::new(self, head.clone());
        for item in items {
            for (id, fields) in &item.after {
                draft.put(*id, fields.as_ref(), item.tx)?;
            }
            draft.remember(item.tx, item.hash)?;
            (draft.head.seq, draft.head.hash) = (item.tx.seq, item.hash);
        }
        draft.finish()
    }

    /// Keeps a Transaction in the journal alone: what it did is in the records already.
    pub(in crate::store) fn remember(&self, tx: &Transaction, hash: Hash) -> Result<(), StoreError> {
        let mut draft = Draft::new(self, HeadV1::default());
        draft.remember(tx, hash)?;
        self.apply(draft.batch)
    }

    /// Puts rows as they are, without a Transaction; gives a head that counts them in.
    pub(in crate::store) fn plant(&self, head: HeadV1, rows: &[(Id, Row)]) -> Result<HeadV1, StoreError> {
        let mut draft = Draft::new(self, head);
        for (id, row) in rows {
            let Row { rev, seq, by, fields } = row;
            let record = RecordV1 { rev: *rev, seq: *seq, by: by.clone(), fields: fields_out(fields) };
            draft.insert(*id, &record)?;
        }
        self.apply(draft.batch)?;
        Ok(draft.head)
    }

    /// Puts the head.
    pub(in crate::store) fn stand_at(&self, head: &HeadV1) -> Result<(), StoreError> {
        Draft::new(self, head.clone()).finish().map(drop)
    }

    /// Puts bytes under a keepsake's name, or takes them off.
    pub(in crate::store) fn keep(
        &self,
        login: &str,
        name: &str,
        bytes: Option<&[u8]>,
    ) -> Result<(), StoreError> {
        let key = keys::keepsake(login, name);
        let old = self.joined(&key)?.map_or(0, |old| old.len());
        let mut batch = Writes::default();
        put(&mut batch, &key, bytes, old);
        self.apply(batch)
    }

    /// Puts keepsakes that were carried over.
    pub(in crate::store) fn carry(&self, keepsakes: Vec<(IVec, IVec)>) -> Result<(), StoreError> {
        let mut batch = Writes::default();
        for (key, value) in keepsakes {
            batch.insert(key, Some(value));
        }
        self.apply(batch)
    }
}

/// A batch in the making, with the head as it becomes.
struct Draft<'a> {
    form: &'a Form,
    batch: Writes,
    head: HeadV1,
    /// Records as this batch leaves them.
    seen: HashMap<Id, Option<Vec<u8>>>,
}

impl<'a> Draft<'a> {
    fn new(form: &'a Form, head: HeadV1) -> Self {
        Self { form, batch: Writes::default(), head, seen: HashMap::new() }
    }

    fn put(&mut self, id: Id, fields: Option<&Fields>, tx: &Transaction) -> Result<(), StoreError> {
        let Some(fields) = fields else { return self.remove(id) };
        let rev = self.old(id)?.map(|old| self.form.row(id, &old)).transpose()?.map_or(0, |row| row.rev);
        self.insert(
            id,
            &RecordV1 { rev: rev + 1, seq: tx.seq, by: tx.by.clone(), fields: fields_out(fields) },
        )
    }

    fn insert(&mut self, id: Id, record: &RecordV1) -> Result<(), StoreError> {
        let bytes = codec::encode(record).map_err(|bad| self.form.bad(Damage::Record(id), &bad))?;
        let old = self.leave(id)?;
        put(&mut self.batch, &keys::record(id), Some(&bytes), old);
        self.head.sum ^= keys::digest(id, &bytes);
        let (letter, no) = id_out(id);
        *count(&mut self.head.counts, letter) += 1;
        let issued = count(&mut self.head.issued, letter);
        *issued = (*issued).max(no);
        self.seen.insert(id, Some(bytes));
        Ok(())
    }

    fn remove(&mut self, id: Id) -> Result<(), StoreError> {
        let old = self.leave(id)?;
        put(&mut self.batch, &keys::record(id), None, old);
        self.seen.insert(id, None);
        Ok(())
    }

    /// Takes a record out of the sums; gives the length of its bytes.
    fn leave(&mut self, id: Id) -> Result<usize, StoreError> {
        let Some(old) = self.old(id)? else { return Ok(0) };
        self.head.sum ^= keys::digest(id, &old);
        let count = count(&mut self.head.counts, id_out(id).0);
        *count = count.saturating_sub(1);
        Ok(old.len())
    }

    fn old(&self, id: Id) -> Result<Option<Vec<u8>>, StoreError> {
        match self.seen.get(&id) {
            Some(seen) => Ok(seen.clone()),
            None => self.form.joined(&keys::record(id)),
        }
    }

    fn remember(&mut self, tx: &Transaction, hash: Hash) -> Result<(), StoreError> {
        let bad = |bad: BadBytes| self.form.bad(Damage::Transaction(tx.seq), &bad);
        let changes = codec::encode(&changes_out(&tx.changes)).map_err(bad)?;
        let entry = codec::encode(&entry_out(tx, hash, changes.len() as u64)).map_err(bad)?;
        put(&mut self.batch, &keys::entry(tx.seq), Some(&entry), 0);
        put(&mut self.batch, &keys::changes(tx.seq), Some(&changes), 0);
        for id in tx.concerned() {
            self.batch.insert(keys::touched(id, tx.seq).into(), Some(IVec::default()));
        }
        Ok(())
    }

    fn finish(mut self) -> Result<HeadV1, StoreError> {
        let bytes = codec::encode(&self.head).map_err(|bad| self.form.bad(self.form.fails(), &bad))?;
        self.batch.insert(keys::HEAD.into(), Some(bytes.into()));
        self.form.apply(self.batch)?;
        Ok(self.head)
    }
}

/// Puts a value in parts over an old one of so many bytes, or takes it off.
fn put(batch: &mut Writes, key: &[u8], bytes: Option<&[u8]>, old: usize) {
    let mut part = 0;
    if let Some(bytes) = bytes {
        let empty: &[u8] = &[];
        // An empty value has no chunk, and yet is there.
        let chunks = bytes.chunks(keys::PART).chain(bytes.is_empty().then_some(empty));
        for chunk in chunks {
            batch.insert(keys::part(key, part).into(), Some(chunk.into()));
            part += 1;
        }
    }
    let parts = u32::try_from(old.div_ceil(keys::PART).max(1)).unwrap_or(u32::MAX);
    for surplus in part..parts {
        batch.insert(keys::part(key, surplus).into(), None);
    }
}

/// The count of a letter.
fn count(counts: &mut Vec<(u8, u32)>, letter: u8) -> &mut u32 {
    let at = counts.iter().position(|(l, _)| *l == letter).unwrap_or_else(|| {
        counts.push((letter, 0));
        counts.len() - 1
    });
    &mut counts[at].1
}
