//! `guatu check`: whether journal, records and references agree. May use `audit`, `replay`,
//! `rolling`, `sled`.

use std::path::{Path, PathBuf};

use super::recover::Folders;
use super::replay::{self, Row, Rows};
use super::sled::{Loaded, load};
use super::{Flaw, Journal, Place, StoreError, audit, caution, disk, restore, rolling};
use crate::board::{Board, Transaction};
use crate::domain::{FieldKey, Id, Kind};

/// Something that is not as it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Finding {
    /// A line of the log that is not what was written there, or does not follow from the one before.
    BadLine(Place),
    /// A last line without its end.
    TornLine(Place),
    /// A Transaction that does not read, or does not follow from what came before it.
    BadTransaction(u64),
    /// The journal lacks this Transaction.
    MissingTransaction(u64),
    /// The record is not what the journal makes of it; none of the two may have it at all.
    Differs(Id),
    /// A field refers to a record that is not there.
    Dangling(Id, FieldKey, Id),
    /// The working form cannot be read.
    Unreadable,
    /// The working form stands at the first of these sequence numbers, the log at the second, and
    /// the log does not lead there.
    Apart(u64, u64),
    /// A snapshot is not sound.
    BadSnapshot(PathBuf, Flaw),
}

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    /// How many Transactions were looked at.
    pub transactions: u64,
    /// How many records.
    pub records: u64,
    /// What is not as it should be.
    pub findings: Vec<Finding>,
}

/// Checks a Board against its journal, while others go on working: the board is a clone.
///
/// # Errors
/// What keeps the journal from being read.
pub fn agree(board: &Board, journal: &dyn Journal) -> Result<Report, StoreError> {
    let mut report = Report::default();
    let mut rows = Rows::new();
    let first = journal.begin()?.first;
    let whole = first == 1;
    for seq in first..=board.head().seq {
        match journal.transaction(seq)? {
            Some(tx) => report.take(whole.then_some(&mut rows), &tx),
            None => report.findings.push(Finding::MissingTransaction(seq)),
        }
    }
    let mut there = Rows::new();
    for id in Kind::ALL.into_iter().flat_map(|kind| board.ids(kind)) {
        if let (Some(record), Some((rev, seq, by))) = (board.record(id), board.touched(id)) {
            there.insert(id, Row { rev, seq, by: by.to_owned(), fields: record.fields() });
        }
    }
    if whole {
        report.compare(&rows, &there);
    } else {
        report.references(&there);
    }
    Ok(report)
}

/// Checks a data folder that no server has open, and changes nothing in it but what sled does
/// when it is opened.
///
/// # Errors
/// `NoBoard` where there is none, `Owned` where a server has it, or what keeps it from being looked at.
pub fn check_folder(data: &Path) -> Result<Report, StoreError> {
    let folders = Folders::of(data);
    folders.must_be_there(data)?;
    let _lock = disk::lock(data)?;
    restore::finish(data, &mut |_| Ok(()))?;
    let mut report = Report::default();
    let end = audit::survey(&folders.log, true)?;
    report.findings.extend(end.bad.iter().cloned().map(Finding::BadLine));
    report.findings.extend(end.torn.clone().map(Finding::TornLine));
    for (path, why) in rolling::unsound(&folders.snapshots)? {
        report.findings.push(Finding::BadSnapshot(path, why));
    }
    let mut there = Rows::new();
    let stand = report.look_at_form(&folders, &end, &mut there)?;
    let (mut rows, mut told, mut first) = (Rows::new(), None, None);
    audit::walk(&folders.log, 0, |walked| {
        let Some(link) = walked.link.filter(|_| walked.whole) else { return Ok(()) };
        let whole = *first.get_or_insert(link.seq) == 1;
        match walked.transaction() {
            Ok(tx) => report.take(whole.then_some(&mut rows), &tx),
            Err(_) => report.findings.push(Finding::BadTransaction(link.seq)),
        }
        if stand == Some(link.seq) {
            told = Some(rows.clone());
        }
        Ok(())
    })?;
    match (stand, told) {
        (Some(_), _) if first.is_some_and(|first| first > 1) => report.references(&there),
        (Some(0), _) => report.compare(&Rows::new(), &there),
        (Some(_), told) => report.compare(&told.unwrap_or_default(), &there),
        (None, _) => {}
    }
    Ok(report)
}

impl Report {
    /// Whether all is as it should be.
    #[must_use]
    pub const fn is_sound(&self) -> bool {
        self.findings.is_empty()
    }

    /// Reads the working form; gives where it stands, if it is sound and a part of the log's story.
    /// One that is behind after a crash is: it catches up when it is opened.
    fn look_at_form(
        &mut self,
        folders: &Folders,
        end: &audit::End,
        there: &mut Rows,
    ) -> Result<Option<u64>, StoreError> {
        if !folders.sled.exists() {
            return Ok(None);
        }
        caution::copy_suspect(folders, end);
        let loaded = load(&folders.sled, |id, row| (id, row), &mut |(id, row)| {
            there.insert(id, row);
            Ok(())
        })?;
        match loaded {
            Loaded::Sound(_, head) => {
                let agrees = head.seq == 0 || audit::hash_of(&folders.log, head.seq)? == Some(head.hash);
                if agrees {
                    caution::let_go(folders)?;
                } else {
                    self.findings.push(Finding::Apart(head.seq, end.seq));
                }
                Ok(agrees.then_some(head.seq))
            }
            Loaded::New(_) if end.seq == 0 => Ok(Some(0)),
            Loaded::New(_) | Loaded::Suspect(..) => {
                self.findings.push(Finding::Unreadable);
                Ok(None)
            }
        }
    }

    /// Takes a Transaction. A log that begins later does not tell all that the records hold: then
    /// there are no rows to take it into.
    fn take(&mut self, rows: Option<&mut Rows>, tx: &Transaction) {
        self.transactions += 1;
        if rows.is_some_and(|rows| replay::take(rows, tx).is_err()) {
            self.findings.push(Finding::BadTransaction(tx.seq));
        }
    }

    fn compare(&mut self, told: &Rows, there: &Rows) {
        let all: std::collections::BTreeSet<&Id> = told.keys().chain(there.keys()).collect();
        for id in all {
            if told.get(id) != there.get(id) {
                self.findings.push(Finding::Differs(*id));
            }
        }
        self.references(there);
    }

    fn references(&mut self, there: &Rows) {
        self.records = there.len() as u64;
        for (id, row) in there {
            for (field, value) in &row.fields {
                let lost = value.refs().iter().filter(|to| !there.contains_key(to));
                self.findings.extend(lost.map(|to| Finding::Dangling(*id, *field, *to)));
            }
        }
    }
}
