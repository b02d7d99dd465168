//! Brings the log and the working form together at open: the log is the truth, and what is wrong
//! with either is mended where the other allows it. May use `audit`, `sled`, `rolling`, `replay`.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use chrono::Utc;

use super::audit::{self, Audit, End};
use super::disk::{self, Opener};
use super::frozen::v1::HeadV1;
use super::line::{self, START};
use super::opened::{Opened, Rebuilt, Step, Suspicion, Task};
use super::replay::{self, Ready};
use super::rolling;
use super::sled::{Form, Item, Loaded, load, open};
use super::{Damage, StoreError, caution, rebuild, restore};
use crate::board::Transaction;

/// What is told while a store opens.
pub(super) enum Load {
    /// What was handed over so far does not count.
    Reset,
    /// A record.
    Record(Ready),
}

/// A store that is ready to be written to.
pub(super) struct Recovered {
    pub(super) form: Form,
    pub(super) head: HeadV1,
    pub(super) audit: Audit,
    pub(super) opened: Opened,
}

/// Who hears of it.
pub(super) struct Ears<'a> {
    pub(super) load: &'a mut dyn FnMut(Load) -> Result<(), StoreError>,
    pub(super) progress: &'a mut dyn FnMut(Step),
}

/// The folders of a data folder.
#[derive(Clone)]
pub(super) struct Folders {
    pub(super) log: PathBuf,
    pub(super) sled: PathBuf,
    pub(super) snapshots: PathBuf,
}

impl Folders {
    pub(super) fn of(data: &Path) -> Self {
        Self { log: data.join("audit"), sled: data.join("sled"), snapshots: data.join("snapshots") }
    }

    /// Refuses a data folder that has none of them, before anything is made in it.
    pub(super) fn must_be_there(&self, data: &Path) -> Result<(), StoreError> {
        // What may not be looked at may be there: whoever goes on is told of the rights it lacks.
        let is_missing = |folder: &&PathBuf| {
            fs::metadata(folder).is_err_and(|error| error.kind() == io::ErrorKind::NotFound)
        };
        let all_missing = [&self.log, &self.sled, &self.snapshots].iter().all(is_missing);
        if all_missing && !restore::is_pending(data) {
            Err(StoreError::NoBoard(data.to_owned()))
        } else {
            Ok(())
        }
    }
}

/// Opens what a data folder holds, and mends it.
pub(super) fn recover(
    folders: &Folders,
    files: Opener,
    ears: &mut Ears<'_>,
) -> Result<Recovered, StoreError> {
    disk::make_folder(&folders.log)?;
    disk::make_folder(&folders.snapshots)?;
    let mut opened = Opened::default();
    let mut end = audit::survey(&folders.log, false)?;
    if let (Some(feed), Some(path)) = (end.feed, &end.path) {
        put_feed(path, feed)?;
        opened.mended += 1;
        end = audit::survey(&folders.log, false)?;
    }
    (ears.progress)(Step { task: Task::Reading, done: 0, total: 0 });
    (ears.load)(Load::Reset)?;
    let is_new = end == End::default() && rolling::newest(&folders.snapshots)?.is_none();
    caution::copy_suspect(folders, &end);
    caution::take_mark(folders)?;
    let loaded = if folders.sled.exists() || is_new {
        load(&folders.sled, |id, row| row.ready(id), &mut |ready| (ears.load)(Load::Record(ready?)))?
    } else {
        Loaded::Suspect(None, Suspicion::Missing)
    };
    let (form, head, again) = match loaded {
        Loaded::New(form) if is_new => (form, HeadV1 { first: 1, ..HeadV1::default() }, false),
        Loaded::New(form) => {
            let why = Suspicion::Incomplete;
            let (form, head) = rebuild::rebuild(folders, &end, why, Some(form), &mut opened, ears)?;
            (form, head, true)
        }
        Loaded::Suspect(form, why) => {
            let (form, head) = rebuild::rebuild(folders, &end, why, form, &mut opened, ears)?;
            (form, head, true)
        }
        Loaded::Sound(form, head) => match agree(folders, &form, head, &mut end, &mut opened, ears)? {
            Agreed::Yes(head) => {
                let again = opened.caught_up > 0;
                (form, head, again)
            }
            Agreed::No => {
                let why = Suspicion::Disagrees;
                let (form, head) = rebuild::rebuild(folders, &end, why, Some(form), &mut opened, ears)?;
                (form, head, true)
            }
        },
    };
    if again {
        (ears.load)(Load::Reset)?;
        form.records(|id, row, _| (ears.load)(Load::Record(row.ready(id)?)))?;
    }
    caution::let_go(folders)?;
    finish(folders, files, form, head, &end, opened)
}

fn finish(
    folders: &Folders,
    files: Opener,
    form: Form,
    head: HeadV1,
    end: &End,
    mut opened: Opened,
) -> Result<Recovered, StoreError> {
    let mut audit = Audit::open(&folders.log, end, files);
    if audit.head() != (head.seq, head.hash) {
        audit.resume_at(head.seq, head.hash);
    }
    audit.heal()?;
    opened.torn.clone_from(&end.torn);
    for place in &end.bad {
        if !opened.bad_lines.contains(place) {
            opened.bad_lines.push(place.clone());
        }
    }
    opened.seq = head.seq;
    opened.records = head.counts.iter().map(|(_, count)| u64::from(*count)).sum();
    Ok(Recovered { form, head, audit, opened })
}

enum Agreed {
    Yes(HeadV1),
    No,
}

/// Whether a sound working form tells what the log tells, brought to the same point.
fn agree(
    folders: &Folders,
    form: &Form,
    head: HeadV1,
    end: &mut End,
    opened: &mut Opened,
    ears: &mut Ears<'_>,
) -> Result<Agreed, StoreError> {
    if head.seq > end.seq {
        return Ok(match ahead(form, &head, end)? {
            Some(lines) => {
                write_again(folders, end, &lines)?;
                opened.mended += lines.len() as u64;
                Agreed::Yes(head)
            }
            None => Agreed::No,
        });
    }
    if end.bad_last > 0 {
        return Ok(Agreed::No);
    }
    if head.seq == end.seq {
        return Ok(if head.hash == end.hash { Agreed::Yes(head) } else { Agreed::No });
    }
    let same = head.seq == 0 || audit::hash_of(&folders.log, head.seq)? == Some(head.hash);
    if same { catch_up(folders, form, head, end, opened, ears) } else { Ok(Agreed::No) }
}

/// Applies the Transactions of the log that the working form lacks.
fn catch_up(
    folders: &Folders,
    form: &Form,
    mut head: HeadV1,
    end: &End,
    opened: &mut Opened,
    ears: &mut Ears<'_>,
) -> Result<Agreed, StoreError> {
    let total = end.seq - head.seq;
    audit::walk(&folders.log, head.seq + 1, |walked| {
        if !walked.whole || walked.link.is_some_and(|link| link.seq <= head.seq) {
            return Ok(());
        }
        let tx = walked.transaction()?;
        let hash = walked.link.map_or(START, |link| link.hash);
        head = apply(form, &head, &tx, hash)?;
        opened.caught_up += 1;
        (ears.progress)(Step { task: Task::Applying, done: opened.caught_up, total });
        Ok(())
    })?;
    Ok(Agreed::Yes(head))
}

/// Applies a Transaction of the log to a working form.
pub(super) fn apply(
    form: &Form,
    head: &HeadV1,
    tx: &Transaction,
    hash: line::Hash,
) -> Result<HeadV1, StoreError> {
    if tx.seq != head.seq + 1 {
        return Err(Damage::Gap { at: head.seq, next: tx.seq }.into());
    }
    let after = replay::after(tx, |id| Ok(form.record(id)?.map(|row| row.fields)))?;
    form.commit(head, &[Item { tx, after, hash }])
}

/// The lines that the log lost at its end, as the working form's journal gives them; none where
/// the two do not tell the same story up to there.
fn ahead(form: &Form, head: &HeadV1, end: &End) -> Result<Option<Vec<String>>, StoreError> {
    let mut prev = START;
    if end.seq > 0 {
        match form.entry(end.seq) {
            Ok(Some((_, hash, _))) if hash == end.hash => prev = hash,
            Ok(_) | Err(StoreError::Damaged(_)) => return Ok(None),
            Err(error) => return Err(error),
        }
    }
    let mut lines = Vec::new();
    for seq in end.seq + 1..=head.seq {
        let Ok(Some((tx, said))) = form.transaction(seq) else { return Ok(None) };
        let (line, hash) = line::write(&tx, &prev);
        if hash != said {
            return Ok(None);
        }
        prev = hash;
        lines.push(line);
    }
    Ok((prev == head.hash).then_some(lines))
}

/// Writes lines again that the log lost. Where damaged ones stand in their place, the file is set
/// aside as it is and a sound one takes its name.
fn write_again(folders: &Folders, end: &mut End, lines: &[String]) -> Result<(), StoreError> {
    let path = end.path.clone().unwrap_or_else(|| folders.log.join(disk::name(end.seq + 1)));
    let io = |error| StoreError::io(&path, error);
    let mut sound = if path.exists() { fs::read(&path).map_err(io)? } else { Vec::new() };
    if sound.len() as u64 > end.sound {
        fs::copy(&path, set_aside_name(&path)).map_err(io)?;
        sound.truncate(usize::try_from(end.sound).unwrap_or(usize::MAX));
    }
    sound.extend(lines.iter().flat_map(|line| line.bytes()));
    let new = path.with_extension("new");
    let mut file = disk::create(&new).map_err(io)?;
    file.write_all(&sound).and_then(|()| file.sync_all()).map_err(io)?;
    fs::rename(&new, &path).map_err(io)?;
    disk::sync_folder(&folders.log)?;
    *end = audit::survey(&folders.log, false)?;
    Ok(())
}

fn put_feed(path: &Path, at: u64) -> Result<(), StoreError> {
    let io = |error| StoreError::io(path, error);
    let mut file = OpenOptions::new().append(true).open(path).map_err(io)?;
    file.set_len(at).and_then(|()| file.write_all(b"\n")).and_then(|()| file.sync_all()).map_err(io)
}

/// Where something is set aside: beside itself, with the moment in its name.
pub(super) fn set_aside_name(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let stem = format!("{name}.damaged-{}", Utc::now().format("%Y%m%d-%H%M%S"));
    let mut aside = path.with_file_name(&stem);
    let mut n = 1;
    while aside.exists() {
        n += 1;
        aside = path.with_file_name(format!("{stem}-{n}"));
    }
    aside
}

/// Opens an empty working form in the place of one that is set aside.
pub(super) fn replace(folders: &Folders, why: Suspicion, opened: &mut Opened) -> Result<Form, StoreError> {
    let mut aside = None;
    if folders.sled.exists() {
        let to = set_aside_name(&folders.sled);
        caution::set_aside(folders, &to)?;
        aside = Some(to);
    }
    opened.rebuilt = Some(Rebuilt { why, from: 0, replayed: 0, aside });
    open(&folders.sled)
}
