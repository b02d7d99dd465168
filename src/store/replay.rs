//! What a Transaction of the journal makes of stored records. It was judged when it was accepted,
//! so the rules are not asked again: they may have changed since. May use `domain`, `board`.

use super::StoreError;
use crate::board::{AnyRecord, Change, Transaction};
use crate::domain::{FieldKey, Fields, Id, Misfit};

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

/// Each record that changes, as it becomes; none where it is taken off.
pub(super) type After = Vec<(Id, Option<Fields>)>;

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
        take(tx, change, &mut drafts[at].1)?;
    }
    Ok(drafts.into_iter().map(|(id, record)| (id, record.map(|r| r.fields()))).collect())
}

fn take(tx: &Transaction, change: &Change, record: &mut Option<AnyRecord>) -> Result<(), StoreError> {
    match (change, record.as_mut()) {
        (Change::Create { id, fields } | Change::Restore { id, fields }, None) => {
            *record = Some(build(tx, *id, fields)?);
        }
        (Change::Set { id, field, from, to }, Some(record)) if record.get(*field) == *from => {
            record.set(*field, to.clone()).map_err(|misfit| does_not_fit(tx, *id, *field, &misfit))?;
        }
        (Change::End { fields, .. }, Some(before)) if before.fields() == *fields => *record = None,
        (change, _) => {
            let (id, seq) = (change.id(), tx.seq);
            return Err(StoreError::Damaged(format!(
                "transaction {seq} does not follow from what is stored of {id}"
            )));
        }
    }
    Ok(())
}

fn build(
    tx: &Transaction,
    id: Id,
    fields: &[(FieldKey, crate::domain::Value)],
) -> Result<AnyRecord, StoreError> {
    AnyRecord::from_fields(id.kind, fields).map_err(|(field, misfit)| does_not_fit(tx, id, field, &misfit))
}

fn does_not_fit(tx: &Transaction, id: Id, field: FieldKey, misfit: &Misfit) -> StoreError {
    StoreError::Damaged(format!("transaction {}: {id}: {}: {misfit}", tx.seq, field.key()))
}
