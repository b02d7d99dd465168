//! What a Transaction of the journal makes of stored records. It was judged when it was accepted,
//! so the rules are not asked again: they may have changed since. May use `domain`, `board`.

use std::collections::BTreeMap;

use super::{Damage, StoreError};
use crate::board::{AnyRecord, Board, Change, Transaction};
use crate::domain::{FieldKey, Fields, Id};

/// Records as they are kept, by id.
pub(super) type Rows = BTreeMap<Id, Row>;

/// A record as it is kept: its fields with what is known of its past.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    /// How many Transactions have touched it.
    pub(super) rev: u32,
    /// The last of them.
    pub(super) seq: u64,
    /// Who signed that one.
    pub(super) by: String,
    /// What it holds.
    pub(super) fields: Fields,
}

/// A record as the Board takes it.
pub(super) struct Ready {
    pub(super) id: Id,
    pub(super) rev: u32,
    pub(super) seq: u64,
    pub(super) by: String,
    pub(super) record: AnyRecord,
}

impl Row {
    /// The record that is kept so under an id.
    pub(super) fn ready(self, id: Id) -> Result<Ready, StoreError> {
        let record = AnyRecord::build(id.kind, self.fields).map_err(|_| Damage::Record(id))?;
        Ok(Ready { id, rev: self.rev, seq: self.seq, by: self.by, record })
    }
}

/// Each record that changes, as it becomes; none where it is taken off.
pub(super) type After = Vec<(Id, Option<Fields>)>;

/// Takes a Transaction into rows.
pub(super) fn take(rows: &mut Rows, tx: &Transaction) -> Result<(), StoreError> {
    for (id, fields) in after(tx, |id| Ok(rows.get(&id).map(|row| row.fields.clone())))? {
        let rev = rows.get(&id).map_or(0, |row| row.rev) + 1;
        match fields {
            Some(fields) => rows.insert(id, Row { rev, seq: tx.seq, by: tx.by.clone(), fields }),
            None => rows.remove(&id),
        };
    }
    Ok(())
}

/// Takes a Transaction onto a Board that stands at the one before it. The index is stale until
/// `turn_to` is called.
pub(super) fn onto(board: &mut Board, tx: &Transaction) -> Result<(), StoreError> {
    for (id, fields) in after(tx, |id| Ok(board.record(id).map(|record| record.fields())))? {
        let rev = board.touched(id).map_or(0, |(rev, _, _)| rev) + 1;
        match fields {
            Some(fields) => {
                let record = AnyRecord::build(id.kind, fields).map_err(|_| contradicts(tx, id))?;
                board.seat(id, rev, tx.seq, &tx.by, record);
            }
            None => board.unseat(id),
        }
    }
    board.resume_at(tx.seq);
    Ok(())
}

/// What a Transaction makes of the records that `old` gives.
pub(super) fn after(
    tx: &Transaction,
    mut old: impl FnMut(Id) -> Result<Option<Fields>, StoreError>,
) -> Result<After, StoreError> {
    let mut drafts: Vec<(Id, Option<AnyRecord>)> = Vec::new();
    let mut places = std::collections::HashMap::new();
    for change in &tx.changes {
        let id = change.id();
        let at = if let Some(at) = places.get(&id) {
            *at
        } else {
            let before = old(id)?.map(|fields| build(tx, id, &fields)).transpose()?;
            drafts.push((id, before));
            places.insert(id, drafts.len() - 1);
            drafts.len() - 1
        };
        change_one(tx, change, &mut drafts[at].1)?;
    }
    Ok(drafts.into_iter().map(|(id, record)| (id, record.map(|r| r.fields()))).collect())
}

fn change_one(tx: &Transaction, change: &Change, record: &mut Option<AnyRecord>) -> Result<(), StoreError> {
    match (change, record.as_mut()) {
        (Change::Create { id, fields } | Change::Restore { id, fields }, None) => {
            *record = Some(build(tx, *id, fields)?);
        }
        (Change::Set { id, field, from, to }, Some(record)) if record.get(*field) == *from => {
            record.set(*field, to.clone()).map_err(|_| contradicts(tx, *id))?;
        }
        (Change::End { fields, .. }, Some(before)) if before.fields() == *fields => *record = None,
        (change, _) => {
            return Err(contradicts(tx, change.id()));
        }
    }
    Ok(())
}

fn build(
    tx: &Transaction,
    id: Id,
    fields: &[(FieldKey, crate::domain::Value)],
) -> Result<AnyRecord, StoreError> {
    AnyRecord::from_fields(id.kind, fields).map_err(|_| contradicts(tx, id))
}

fn contradicts(tx: &Transaction, id: Id) -> StoreError {
    Damage::Contradiction { seq: tx.seq, id }.into()
}
