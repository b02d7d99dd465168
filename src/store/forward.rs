//! Makes a rolling snapshot beside the one who writes: of the snapshot before it and of the log
//! since, which nobody changes up to where the new one stands. The working form is not asked,
//! since its records move on. May use `audit`, `rolling`, `replay`.

use std::collections::BTreeSet;
use std::thread::{Builder, JoinHandle};

use super::frozen::v1::HeadV1;
use super::line::{Hash, START};
use super::recover::Folders;
use super::replay::{self, Rows};
use super::rolling::{self, Base};
use super::snapshot::Part;
use super::{Damage, StoreError, Work, audit};
use crate::domain::Id;

/// A snapshot that is being made on a thread of its own; at most one.
#[derive(Default)]
pub(super) struct Maker {
    thread: Option<JoinHandle<Result<u64, StoreError>>>,
}

impl Maker {
    /// Begins a snapshot that stands at a head, which the log has.
    pub(super) fn begin(&mut self, folders: &Folders, head: &HeadV1) -> Result<(), StoreError> {
        let (folders, head) = (folders.clone(), head.clone());
        let path = folders.snapshots.clone();
        let task = move || make(&folders, &head).map(|()| head.seq);
        let thread = Builder::new().name("snapshot".to_owned()).spawn(task);
        self.thread = Some(thread.map_err(|error| StoreError::io(&path, error))?);
        Ok(())
    }

    /// Whether one is being made.
    pub(super) fn work(&self) -> Work {
        if self.thread.as_ref().is_some_and(|thread| !thread.is_finished()) {
            Work::GoesOn
        } else {
            Work::Done
        }
    }

    /// Waits for the one that is being made; where it stands, none where there was none.
    pub(super) fn wait(&mut self) -> Result<Option<u64>, StoreError> {
        let Some(thread) = self.thread.take() else { return Ok(None) };
        let made = thread.join().unwrap_or(Err(StoreError::Internal));
        made.map(Some).map_err(|error| StoreError::Snapshot(Box::new(error)))
    }
}

impl Drop for Maker {
    fn drop(&mut self) {
        // The folder's lock is let go after this: nobody may work in it then.
        let _ = self.wait();
    }
}

/// Makes the snapshot that stands at a head.
fn make(folders: &Folders, head: &HeadV1) -> Result<(), StoreError> {
    let (base, touched, mut rows) = begin(folders, head)?;
    let from = base.as_ref().map_or((0, START), |base| (base.seq, base.hash));
    replay(folders, from, head, &mut rows)?;
    rolling::make(&folders.snapshots, head, |out| {
        if let Some(base) = base {
            base.read(|part| match part {
                Part::Record(id, row) if !touched.contains(&id) => out.record(id, &row),
                Part::Record(..) | Part::Line(_) => Ok(()),
            })?;
        }
        rows.iter().try_for_each(|(id, row)| out.record(*id, row))
    })
}

/// The newest sound snapshot that the log leads on from; which records the log touches after it,
/// and what they are in it.
fn begin(folders: &Folders, head: &HeadV1) -> Result<(Option<Base>, BTreeSet<Id>, Rows), StoreError> {
    for base in rolling::sound(&folders.snapshots)? {
        if base.seq > head.seq || audit::hash_of(&folders.log, base.seq)? != Some(base.hash) {
            continue;
        }
        let touched = touched(folders, base.seq, head.seq)?;
        let mut rows = Rows::new();
        base.read(|part| {
            if let Part::Record(id, row) = part
                && touched.contains(&id)
            {
                rows.insert(id, row);
            }
            Ok(())
        })?;
        return Ok((Some(base), touched, rows));
    }
    Ok((None, BTreeSet::new(), Rows::new()))
}

/// The records that the log touches after one Transaction and up to another.
fn touched(folders: &Folders, after: u64, to: u64) -> Result<BTreeSet<Id>, StoreError> {
    let mut touched = BTreeSet::new();
    audit::walk(&folders.log, after + 1, |walked| {
        if walked.whole && walked.link.is_some_and(|link| link.seq > after && link.seq <= to) {
            touched.extend(walked.transaction()?.changes.iter().map(crate::board::Change::id));
        }
        Ok(())
    })?;
    Ok(touched)
}

/// Takes what the log says after a place in it, up to a head, into rows.
fn replay(folders: &Folders, from: (u64, Hash), head: &HeadV1, rows: &mut Rows) -> Result<(), StoreError> {
    let (mut seq, mut hash) = from;
    audit::walk(&folders.log, seq + 1, |walked| {
        let Some(link) = walked.link.filter(|link| walked.whole && link.seq > seq && link.seq <= head.seq)
        else {
            return Ok(());
        };
        if link.seq != seq + 1 || link.prev != hash {
            return Err(StoreError::BadLine(walked.place));
        }
        (seq, hash) = (link.seq, link.hash);
        replay::take(rows, &walked.transaction()?)
    })?;
    if (seq, hash) == (head.seq, head.hash) {
        Ok(())
    } else {
        Err(Damage::Gap { at: seq, next: head.seq }.into())
    }
}
