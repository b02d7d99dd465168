//! `guatu restore`: a board is made of a backup beside what is there, and put in its place when it is
//! whole. So at every moment the old board is found or the new one, and the old one is never deleted.
//!
//! In the data folder, `incoming/` is the new board in the making; left there by a process that was
//! killed it is worth nothing. `incoming-STAMP/` is whole: what is there goes to
//! `before-restore-STAMP/`, a data folder of its own. `incoming-STAMP-last/` comes to its place. Whoever
//! takes hold of the folder next brings to its end what was begun. May use `snapshot`, `sled`.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::disk;
use super::recover::Folders;
use super::sled::{Loaded, SledStore, load};
use super::snapshot::{self, Part};
use super::{Opened, Step, Store, StoreError, caution};

/// Where the new board is made.
const INCOMING: &str = "incoming";
/// What its folder is called when it is whole, before the stamp.
const WHOLE: &str = "incoming-";
/// And after the stamp, when what was there has gone.
const LAST: &str = "-last";
/// Where what was there goes, before the stamp.
const ASIDE: &str = "before-restore-";
/// The backup, until it has become the snapshot of the new board.
const FILE: &str = "backup";

/// A board made of a backup, not yet in its place. Dropped, it leaves the folder as it was.
#[derive(Debug)]
pub struct Restored {
    data: PathBuf,
    opened: Opened,
    replaces: bool,
    /// Held to the end, so that no server comes between.
    lock: File,
    had_lock: bool,
}

/// Makes a board of a backup in a folder that has none. Numbers, history and the place in the journal
/// go on where they were. A backup that is not sound leaves the folder as it was.
///
/// # Errors
/// As `prepare`.
pub fn restore(
    from: impl BufRead,
    data: &Path,
    progress: &mut dyn FnMut(Step),
) -> Result<Opened, StoreError> {
    let restored = prepare(from, data, false, progress)?;
    let opened = restored.opened.clone();
    restored.put("")?;
    Ok(opened)
}

/// Makes a board of a backup beside what is in a folder, which may be a board where it `may_replace`
/// it. All that can be wrong with the backup is found out here.
///
/// # Errors
/// `Occupied`, `Owned`, `BadBackup`, or what keeps the folder from being written.
pub fn prepare(
    from: impl BufRead,
    data: &Path,
    may_replace: bool,
    progress: &mut dyn FnMut(Step),
) -> Result<Restored, StoreError> {
    disk::make_folder(data)?;
    let had_lock = disk::lock_path(data).exists();
    let lock = disk::lock(data)?;
    let mut restored =
        Restored { data: data.to_owned(), opened: Opened::default(), replaces: false, lock, had_lock };
    finish(data, &mut |_| Ok(()))?;
    restored.replaces = is_occupied(data)?;
    if restored.replaces && !may_replace {
        return Err(StoreError::Occupied(data.to_owned()));
    }
    if !restored.replaces {
        sweep(&Folders::of(data))?;
    }
    restored.opened = make(from, &data.join(INCOMING), progress)?;
    Ok(restored)
}

impl Restored {
    /// What the backup holds.
    #[must_use]
    pub const fn opened(&self) -> &Opened {
        &self.opened
    }

    /// Whether there is a board in its place.
    #[must_use]
    pub const fn replaces(&self) -> bool {
        self.replaces
    }

    /// Puts it in its place. What was there has a folder of its own then, named by the stamp.
    ///
    /// # Errors
    /// What keeps files from being moved; whoever opens the folder next goes on.
    pub fn put(self, stamp: &str) -> Result<Option<PathBuf>, StoreError> {
        self.put_by(stamp, &mut |_| Ok(()))
    }

    /// The same where `before` each move it can be ended, as by a kill: for tests.
    ///
    /// # Errors
    /// As `put`, and what `before` says.
    pub fn put_by(
        self,
        stamp: &str,
        before: &mut dyn FnMut(&Path) -> Result<(), StoreError>,
    ) -> Result<Option<PathBuf>, StoreError> {
        let aside = self.data.join(format!("{ASIDE}{stamp}"));
        if aside.exists() {
            return Err(StoreError::io(&aside, std::io::ErrorKind::AlreadyExists.into()));
        }
        let incoming = self.data.join(INCOMING);
        before(&incoming)?;
        disk::rename(&incoming, &self.data.join(format!("{WHOLE}{stamp}")))?;
        disk::sync_folder(&self.data)?;
        finish(&self.data, before)?;
        Ok(aside.exists().then_some(aside))
    }
}

impl Drop for Restored {
    fn drop(&mut self) {
        // What cannot be cleared away is worth nothing, and is cleared away by the next.
        let _ = disk::clear(&self.data.join(INCOMING));
        if !self.had_lock && !is_pending(&self.data) && !Folders::of(&self.data).log.exists() {
            // While it is held: whoever waits for it sees that it is gone.
            let _ = fs::remove_file(disk::lock_path(&self.data));
        }
        let _ = self.lock.unlock();
    }
}

/// Whether a board was being put in its place when that was ended.
pub(super) fn is_pending(data: &Path) -> bool {
    pending(data).is_ok_and(|found| found.is_some())
}

fn pending(data: &Path) -> Result<Option<(PathBuf, String)>, StoreError> {
    let found = names(data)?.into_iter().find_map(|name| {
        let stamp = name.strip_prefix(WHOLE)?.to_owned();
        Some((data.join(&name), stamp))
    });
    Ok(found)
}

/// Brings to its end what `put` began. The lock must be held.
///
/// # Errors
/// What keeps files from being moved.
pub(super) fn finish(
    data: &Path,
    before: &mut dyn FnMut(&Path) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let Some((mut whole, stamp)) = pending(data)? else { return Ok(()) };
    if !stamp.ends_with(LAST) {
        let aside = data.join(format!("{ASIDE}{stamp}"));
        for name in names(data)?.into_iter().filter(|name| is_of_a_board(name)) {
            disk::make_folder(&aside)?;
            before(&data.join(&name))?;
            disk::rename(&data.join(&name), &aside.join(&name))?;
        }
        if aside.exists() {
            disk::sync_folder(&aside)?;
        }
        let last = data.join(format!("{WHOLE}{stamp}{LAST}"));
        before(&whole)?;
        disk::rename(&whole, &last)?;
        disk::sync_folder(data)?;
        whole = last;
    }
    for name in names(&whole)?.into_iter().filter(|name| is_of_a_board(name)) {
        before(&whole.join(&name))?;
        disk::rename(&whole.join(&name), &data.join(&name))?;
    }
    disk::sync_folder(data)?;
    before(&whole)?;
    disk::clear(&whole)
}

/// Whether a board's log, snapshots or database are called so, with what lies beside them.
fn is_of_a_board(name: &str) -> bool {
    name == "audit" || name == "snapshots" || name == "sled" || name.starts_with("sled.")
}

/// What is in a folder. A name that is no text is none of ours.
fn names(folder: &Path) -> Result<Vec<String>, StoreError> {
    let io = |error| StoreError::io(folder, error);
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(io)? {
        names.extend(entry.map_err(io)?.file_name().into_string());
    }
    names.sort();
    Ok(names)
}

fn is_occupied(data: &Path) -> Result<bool, StoreError> {
    let folders = Folders::of(data);
    Ok(holds_something(&folders.log)?
        || holds_something(&folders.snapshots)?
        || holds_records(&folders.sled)?)
}

fn holds_something(folder: &Path) -> Result<bool, StoreError> {
    let io = |error| StoreError::io(folder, error);
    Ok(folder.exists() && fs::read_dir(folder).map_err(io)?.next().is_some())
}

/// Whether a working form holds anything. An empty one, as an unfounded board leaves it, is taken
/// away: the restored board gets its own.
fn holds_records(sled: &Path) -> Result<bool, StoreError> {
    if !sled.exists() {
        return Ok(false);
    }
    let loaded = load(sled, |_, _| (), &mut |()| Ok(()))?;
    if !matches!(loaded, Loaded::New(_)) {
        return Ok(true);
    }
    drop(loaded);
    fs::remove_dir_all(sled).map_err(|error| StoreError::io(sled, error))?;
    Ok(false)
}

/// Takes away what a board that was never founded leaves: empty folders and the mark of its end.
fn sweep(folders: &Folders) -> Result<(), StoreError> {
    for folder in [&folders.log, &folders.snapshots] {
        // Only one that is empty goes.
        let _ = fs::remove_dir(folder);
    }
    caution::take_mark(folders)
}

/// Makes a whole board of a backup in a folder that is ours.
fn make(from: impl BufRead, incoming: &Path, progress: &mut dyn FnMut(Step)) -> Result<Opened, StoreError> {
    disk::clear(incoming)?;
    disk::make_folder(incoming)?;
    let file = incoming.join(FILE);
    take(from, &file)?;
    unpack(&file, &Folders::of(incoming))?;
    let mut store = SledStore::open(incoming)?;
    let (_, opened) = store.fill(NaiveDate::default(), progress)?;
    store.settle(true)?;
    drop(store);
    for path in disk::files(incoming)? {
        File::open(&path).and_then(|file| file.sync_all()).map_err(|error| StoreError::io(&path, error))?;
    }
    disk::sync_folder(incoming)?;
    Ok(opened)
}

/// Copies a backup to a file of the folder.
fn take(mut from: impl BufRead, to: &Path) -> Result<(), StoreError> {
    let io = |error| StoreError::io(to, error);
    let mut file = disk::create(to).map_err(io)?;
    std::io::copy(&mut from, &mut file).map_err(io)?;
    file.sync_all().map_err(io)
}

/// Makes log and snapshot of a backup that is found sound.
fn unpack(file: &Path, folders: &Folders) -> Result<(), StoreError> {
    let summary = read(file, |_| Ok(()))?;
    disk::make_folder(&folders.log)?;
    disk::make_folder(&folders.snapshots)?;
    if summary.header.log > 0 {
        let first = summary.header.seq + 1 - summary.header.log.min(summary.header.seq);
        let path = folders.log.join(disk::name(first));
        let io = |error| StoreError::io(&path, error);
        let mut out = BufWriter::new(disk::create(&path).map_err(io)?);
        read(file, |part| match part {
            Part::Line(line) => out.write_all(line).and_then(|()| out.write_all(b"\n")).map_err(io),
            Part::Record(..) => Ok(()),
        })?;
        out.into_inner().map_err(|error| io(error.into_error()))?.sync_all().map_err(io)?;
        disk::sync_folder(&folders.log)?;
    }
    let snapshot: PathBuf = folders.snapshots.join(disk::name(summary.header.seq));
    fs::rename(file, &snapshot).map_err(|error| StoreError::io(&snapshot, error))?;
    disk::sync_folder(&folders.snapshots)
}

fn read(
    path: &Path,
    each: impl FnMut(Part<'_>) -> Result<(), StoreError>,
) -> Result<snapshot::Summary, StoreError> {
    let file = File::open(path).map_err(|error| StoreError::io(path, error))?;
    snapshot::read(BufReader::new(file), each)
}
