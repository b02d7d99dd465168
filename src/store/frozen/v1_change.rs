//! Format 1: Transactions. Frozen, as `v1` is. Changes are stored apart from the entry that names
//! them, since an import makes them many. May use `v1`, `board`.

use serde::{Deserialize, Serialize};

use super::v1::{
    FieldsV1, IdV1, TimeV1, Unfit, ValueV1, field_in, fields_in, fields_out, id_in, id_out, time_in,
    time_out, value_in, value_out,
};
use crate::board::{Change, Label, Origin, RequestId, Transaction, Verb};
use crate::domain::{Choice, Stage};

/// A Transaction without its changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "each field is that of `Transaction`, `Label` or `Origin`")]
pub struct EntryV1 {
    pub seq: u64,
    pub at: TimeV1,
    pub by: String,
    pub request: u128,
    pub origin: OriginV1,
    pub verb: String,
    pub subject: Option<IdV1>,
    pub name: String,
    pub to: Option<String>,
    pub count: u32,
    pub why: String,
    /// Its hash in the audit log.
    pub hash: [u8; 32],
    /// The length of its stored changes.
    pub changes: u64,
}

/// What a Transaction was done for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "each variant is that of `Origin`")]
pub enum OriginV1 {
    Do,
    Undo(u64),
    Redo(u64),
}

/// A change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "each variant is that of `Change`")]
pub enum ChangeV1 {
    Create(IdV1, FieldsV1),
    Set(IdV1, String, ValueV1, ValueV1),
    End(IdV1, FieldsV1),
    Restore(IdV1, FieldsV1),
}

/// The changes of a Transaction.
pub type ChangesV1 = Vec<ChangeV1>;

/// A Transaction's entry as it is stored; `changes` is the length of its stored changes.
#[must_use]
pub fn entry_out(tx: &Transaction, hash: [u8; 32], changes: u64) -> EntryV1 {
    let Label { verb, subject, name, to, count } = &tx.label;
    EntryV1 {
        seq: tx.seq,
        at: time_out(tx.at),
        by: tx.by.clone(),
        request: tx.request.0,
        origin: match tx.origin {
            Origin::Do => OriginV1::Do,
            Origin::Undo(seq) => OriginV1::Undo(seq),
            Origin::Redo(seq) => OriginV1::Redo(seq),
        },
        verb: verb.code().to_owned(),
        subject: subject.map(id_out),
        name: name.clone(),
        to: to.map(|stage| stage.code().to_owned()),
        count: *count,
        why: tx.why.clone(),
        hash,
        changes,
    }
}

/// A Transaction without its changes, from its stored form.
///
/// # Errors
/// When something in it is not known.
pub fn entry_in(entry: EntryV1) -> Result<Transaction, Unfit> {
    let verb = Verb::from_code(&entry.verb).ok_or_else(|| Unfit(format!("no verb: {}", entry.verb)))?;
    let stage = |code: String| Stage::from_code(&code).ok_or_else(|| Unfit(format!("no stage: {code}")));
    Ok(Transaction {
        seq: entry.seq,
        at: time_in(entry.at)?,
        by: entry.by,
        request: RequestId(entry.request),
        origin: match entry.origin {
            OriginV1::Do => Origin::Do,
            OriginV1::Undo(seq) => Origin::Undo(seq),
            OriginV1::Redo(seq) => Origin::Redo(seq),
        },
        label: Label {
            verb,
            subject: entry.subject.map(id_in).transpose()?,
            name: entry.name,
            to: entry.to.map(stage).transpose()?,
            count: entry.count,
        },
        why: entry.why,
        changes: Vec::new(),
    })
}

/// Changes as they are stored.
#[must_use]
pub fn changes_out(changes: &[Change]) -> ChangesV1 {
    let change_out = |change: &Change| match change {
        Change::Create { id, fields } => ChangeV1::Create(id_out(*id), fields_out(fields)),
        Change::End { id, fields } => ChangeV1::End(id_out(*id), fields_out(fields)),
        Change::Restore { id, fields } => ChangeV1::Restore(id_out(*id), fields_out(fields)),
        Change::Set { id, field, from, to } => {
            ChangeV1::Set(id_out(*id), field.key().to_owned(), value_out(from), value_out(to))
        }
    };
    changes.iter().map(change_out).collect()
}

/// Changes from their stored form.
///
/// # Errors
/// The first that does not fit.
pub fn changes_in(changes: ChangesV1) -> Result<Vec<Change>, Unfit> {
    changes.into_iter().map(change_in).collect()
}

fn change_in(change: ChangeV1) -> Result<Change, Unfit> {
    Ok(match change {
        ChangeV1::Create(id, fields) => {
            let id = id_in(id)?;
            Change::Create { id, fields: fields_in(id.kind, fields)? }
        }
        ChangeV1::End(id, fields) => {
            let id = id_in(id)?;
            Change::End { id, fields: fields_in(id.kind, fields)? }
        }
        ChangeV1::Restore(id, fields) => {
            let id = id_in(id)?;
            Change::Restore { id, fields: fields_in(id.kind, fields)? }
        }
        ChangeV1::Set(id, key, from, to) => {
            let id = id_in(id)?;
            let field = field_in(id.kind, &key)?;
            Change::Set { id, field, from: value_in(field, from)?, to: value_in(field, to)? }
        }
    })
}
