//! The only way anything changes: a Transaction is a list of Changes with who, when and why, and
//! one label that undo can name. May use `domain`.

use std::fmt;

use chrono::{DateTime, Utc};

use crate::domain::{FieldKey, Fields, Id, Stage, Value};

crate::choice! {
    /// What a Transaction did, in a word.
    pub enum Verb {
        /// Founded the board.
        Found = "found", "建板", "Founded";
        /// Created a record.
        Create = "create", "新建", "Created";
        /// Changed fields by the form or `set`.
        Edit = "edit", "修改", "Edited";
        /// Moved a lead forward.
        Move = "move", "推进", "Moved";
        /// Moved a lead back.
        Back = "back", "退回", "Moved back";
        /// Gave a record an owner.
        Assign = "assign", "指派", "Assigned";
        /// Changed a due date.
        Redate = "redate", "改期", "Re-dated";
        /// Wrote a note.
        Note = "note", "记事", "Noted";
        /// Parked a lead.
        Park = "park", "储备", "Parked";
        /// Put a target on hold.
        Hold = "hold", "挂起", "Put on hold";
        /// Took a target off hold.
        Resume = "resume", "恢复", "Resumed";
        /// Ended a lead.
        End = "end", "终止", "Ended";
        /// Brought an ended or parked lead back, or a closed request.
        Reopen = "reopen", "重启", "Reopened";
        /// Ended a lead as a duplicate.
        Duplicate = "duplicate", "并案", "Marked as duplicate";
        /// Raised a support request.
        Raise = "raise", "提请支援", "Raised a request";
        /// Took a support request up.
        Take = "take", "接办", "Took up";
        /// Finished a support request.
        Finish = "finish", "办结", "Finished";
        /// Sent a support request back.
        Return = "return", "退回请求", "Returned";
        /// Moved a lead to another division.
        Transfer = "transfer", "流转", "Transferred";
        /// A person left, and what they had in hand went to another.
        Leave = "leave", "离岗", "Left";
        /// Brought records in from a file.
        Import = "import", "导入", "Imported";
        /// Brought a whole board back from a backup.
        Restore = "restore", "还原", "Restored";
    }
}

/// What a Transaction is called, in a form that every language can say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// What was done.
    pub verb: Verb,
    /// To which record, where it was one.
    pub subject: Option<Id>,
    /// The record's name at the time, or the file's.
    pub name: String,
    /// The stage it went to, where it was a move.
    pub to: Option<Stage>,
    /// To how many records.
    pub count: u32,
}

impl Label {
    /// A label for one record.
    pub fn one(verb: Verb, subject: Id, name: impl Into<String>) -> Self {
        Self { verb, subject: Some(subject), name: name.into(), to: None, count: 1 }
    }

    /// A label for several records.
    pub fn many(verb: Verb, name: impl Into<String>, count: u32) -> Self {
        Self { verb, subject: None, name: name.into(), to: None, count }
    }

    /// The same label with the stage that was moved to.
    #[must_use]
    pub fn to(mut self, stage: Stage) -> Self {
        self.to = Some(stage);
        self
    }
}

/// One change to one record. Each knows what it replaced, so that it can be undone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// A new record with these fields.
    Create {
        /// Its id.
        id: Id,
        /// What it holds.
        fields: Fields,
    },
    /// One field of a record.
    Set {
        /// The record.
        id: Id,
        /// The field.
        field: FieldKey,
        /// What it held.
        from: Value,
        /// What it holds now.
        to: Value,
    },
    /// A record taken off the board, as it was.
    End {
        /// Its id, which is never given again.
        id: Id,
        /// What it held.
        fields: Fields,
    },
    /// A record that was taken off, put back.
    Restore {
        /// Its id.
        id: Id,
        /// What it holds.
        fields: Fields,
    },
}

impl Change {
    /// The record that changes.
    #[must_use]
    pub const fn id(&self) -> Id {
        match self {
            Self::Create { id, .. }
            | Self::Set { id, .. }
            | Self::End { id, .. }
            | Self::Restore { id, .. } => *id,
        }
    }

    /// The change that takes this one back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        match self.clone() {
            Self::Create { id, fields } | Self::Restore { id, fields } => Self::End { id, fields },
            Self::End { id, fields } => Self::Restore { id, fields },
            Self::Set { id, field, from, to } => Self::Set { id, field, from: to, to: from },
        }
    }
}

/// Whether a Transaction was done for itself, or takes another back or does it again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// Done for itself.
    Do,
    /// Takes back the Transaction with this sequence number.
    Undo(u64),
    /// Does again what the undo with this sequence number took back.
    Redo(u64),
}

/// A number of the sender's own for one request, so that a retry after a lost answer is not
/// applied twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct RequestId(pub u128);

impl fmt::Display for RequestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

/// What somebody wants changed: a Transaction before the engine has numbered and signed it.
/// Records to be created bear placeholder ids (`Id::provisional`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// The sender's number.
    pub request: RequestId,
    /// Whether it undoes or redoes.
    pub origin: Origin,
    /// What it is called.
    pub label: Label,
    /// The reason given, where one was asked.
    pub why: String,
    /// What is to change, in order.
    pub changes: Vec<Change>,
}

/// A Transaction: what changed, in order, with who, when and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transaction {
    /// Its place in the journal, from 1 without gaps.
    pub seq: u64,
    /// When it was accepted.
    pub at: DateTime<Utc>,
    /// The login that signed it.
    pub by: String,
    /// The sender's number.
    pub request: RequestId,
    /// Whether it undoes or redoes.
    pub origin: Origin,
    /// What it is called.
    pub label: Label,
    /// The reason given, where one was asked.
    pub why: String,
    /// What changed, in order.
    pub changes: Vec<Change>,
}

impl Transaction {
    /// The records whose history it belongs to: those it changes, and the one it is about, as a
    /// note is about its lead. Some come more than once.
    pub fn concerned(&self) -> impl Iterator<Item = Id> {
        self.label.subject.into_iter().chain(self.changes.iter().map(Change::id))
    }
}

impl Proposal {
    /// The Transaction that the engine makes of it.
    #[must_use]
    pub fn sign(self, seq: u64, at: DateTime<Utc>, by: &str) -> Transaction {
        let Self { request, origin, label, why, changes } = self;
        Transaction { seq, at, by: by.to_owned(), request, origin, label, why, changes }
    }
}

/// The Proposal that takes a Transaction back: its changes inverted, last first. It is checked
/// like any other, so it is refused where somebody changed the same field since.
#[must_use]
pub fn invert(done: &Transaction, request: RequestId) -> Proposal {
    let origin = match done.origin {
        Origin::Undo(_) => Origin::Redo(done.seq),
        Origin::Do | Origin::Redo(_) => Origin::Undo(done.seq),
    };
    Proposal {
        request,
        origin,
        label: done.label.clone(),
        why: String::new(),
        changes: done.changes.iter().rev().map(Change::inverse).collect(),
    }
}
