//! Builds the working form anew from the newest good snapshot and the log.
//! May use `audit`, `recover`, `rolling`, `snapshot`.

use super::StoreError;
use super::audit::{self, End, Walked};
use super::frozen::v1::{HeadV1, kind_in};
use super::line::Hash;
use super::opened::{Opened, Place, Step, Suspicion, Task};
use super::recover::{self, Ears, Folders};
use super::replay::Row;
use super::rolling::{self, Base};
use super::sled::{Form, salvage};
use super::snapshot::Part;
use crate::domain::Id;

/// So many rows are planted in one batch.
const PLANTED: usize = 1000;

/// Sets the working form aside and builds it again. Whether that can be done is found out first,
/// so that nothing is set aside in vain.
pub(super) fn rebuild(
    folders: &Folders,
    end: &End,
    why: Suspicion,
    old: Option<Form>,
    opened: &mut Opened,
    ears: &mut Ears<'_>,
) -> Result<(Form, HeadV1), StoreError> {
    let base = choose(folders, end)?;
    let base_seq = base.as_ref().map_or(0, |base| base.seq);
    let plan = plan(folders, base_seq)?;
    let keepsakes = old.as_ref().map(salvage).unwrap_or_default();
    drop(old);
    let form = recover::replace(folders, why, opened)?;
    form.carry(keepsakes)?;
    opened.bad_lines = plan.bad;
    let mut head = HeadV1 { first: plan.first, ..HeadV1::default() };
    if let Some(base) = base {
        head = plant(&form, head, &base)?;
    }
    let total = end.seq.max(base_seq) - base_seq;
    let mut replayed = 0;
    audit::walk(&folders.log, 0, |walked| {
        let Some(link) = walked.link.filter(|_| walked.whole) else { return Ok(()) };
        let tx = walked.transaction()?;
        if link.seq <= base_seq {
            return form.remember(&tx, link.hash);
        }
        head = recover::apply(&form, &head, &tx, link.hash)?;
        replayed += 1;
        (ears.progress)(Step { task: Task::Rebuilding, done: replayed, total });
        Ok(())
    })?;
    form.stand_at(&head)?;
    if let Some(rebuilt) = &mut opened.rebuilt {
        (rebuilt.from, rebuilt.replayed) = (base_seq, replayed);
    }
    Ok((form, head))
}

/// The newest sound snapshot that the log agrees with. One that is ahead of the log stands for
/// what the log has lost.
fn choose(folders: &Folders, end: &End) -> Result<Option<Base>, StoreError> {
    for base in rolling::sound(&folders.snapshots)? {
        let lost = base.seq > end.seq;
        if lost || audit::hash_of(&folders.log, base.seq)? == Some(base.hash) {
            return Ok(Some(base));
        }
    }
    Ok(None)
}

/// What the log offers for a rebuild.
struct Plan {
    /// From here on its history is whole.
    first: u64,
    /// Lines that are damaged, but are covered by the snapshot.
    bad: Vec<Place>,
}

/// Looks whether the log has all that follows a snapshot.
fn plan(folders: &Folders, base_seq: u64) -> Result<Plan, StoreError> {
    let mut plan = Plan { first: 0, bad: Vec::new() };
    let mut next: Option<u64> = None;
    let mut hash: Option<Hash> = None;
    audit::walk(&folders.log, 0, |walked: Walked<'_>| {
        if !walked.whole {
            return Ok(());
        }
        let Some(link) = walked.link else {
            plan.bad.push(walked.place.clone());
            (next, hash) = (next.map(|next| next + 1), None);
            // What the snapshot does not contain is lost with the line.
            let covered = next.is_none_or(|next| next <= base_seq + 1) && base_seq > 0;
            return if covered { Ok(()) } else { Err(StoreError::BadLine(walked.place)) };
        };
        let gap = next.is_none_or(|next| next != link.seq) || hash.is_some_and(|hash| hash != link.prev);
        if gap && link.seq > base_seq + 1 {
            return Err(StoreError::BadLine(walked.place));
        }
        if gap || plan.first == 0 {
            plan.first = link.seq;
        }
        (next, hash) = (Some(link.seq + 1), Some(link.hash));
        Ok(())
    })?;
    if next.is_none_or(|next| next <= base_seq) {
        plan.first = base_seq + 1;
    }
    Ok(plan)
}

fn plant(form: &Form, mut head: HeadV1, base: &Base) -> Result<HeadV1, StoreError> {
    let mut rows: Vec<(Id, Row)> = Vec::with_capacity(PLANTED);
    let summary = base.read(|part| {
        if let Part::Record(id, row) = part {
            rows.push((id, row));
        }
        if rows.len() == PLANTED {
            head = form.plant(std::mem::take(&mut head), &rows)?;
            rows.clear();
        }
        Ok(())
    })?;
    head = form.plant(head, &rows)?;
    for (letter, issued) in summary.header.issued {
        let Ok(letter) = u8::try_from(letter) else { continue };
        if kind_in(letter).is_ok() {
            head.issued.retain(|(l, _)| *l != letter);
            head.issued.push((letter, issued));
        }
    }
    (head.seq, head.hash) = (base.seq, base.hash);
    Ok(head)
}
