//! Caution before the database is opened: sled opens a damaged one, and writes to it. One whose
//! last owner did not come to its end is copied first; the copy goes when the database has been
//! found to agree with the log, and is what is set aside when not. May use `disk`, `line`.
//!
//! A mark beside the database tells: it is written when a store is closed, after sled's files are
//! on the disk, names the head of the log, and is taken away at open. So what was killed, lost
//! power or got another log under it has none that agrees, and is suspect. A database that is
//! damaged while it lies closed is not found out by the mark but by its sums, after opening; all
//! that it holds is in the log, so a checksum over its files would cost every start more than it
//! is worth. For the same reason a copy that finds no room is done without.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use super::StoreError;
use super::audit::End;
use super::disk;
use super::line::{self, Hash};
use super::recover::Folders;

fn mark(folders: &Folders) -> PathBuf {
    folders.sled.with_extension("closed")
}

fn copy(folders: &Folders) -> PathBuf {
    folders.sled.with_extension("suspect")
}

fn words(seq: u64, hash: &Hash) -> String {
    format!("{seq} {}\n", line::hex(hash))
}

/// Says that a database which stands at a head of the log was closed in order.
pub(super) fn put_mark(folders: &Folders, seq: u64, hash: &Hash) -> Result<(), StoreError> {
    for file in disk::files(&folders.sled)? {
        File::open(&file).and_then(|file| file.sync_all()).map_err(|error| StoreError::io(&file, error))?;
    }
    let mark = mark(folders);
    let put = disk::create(&mark).and_then(|mut file| file.write_all(words(seq, hash).as_bytes()));
    put.map_err(|error| StoreError::io(&mark, error))
}

/// Copies a database that is suspect where the log ends so.
pub(super) fn copy_suspect(folders: &Folders, end: &End) {
    let is_clean = fs::read_to_string(mark(folders)).is_ok_and(|said| said == words(end.seq, &end.hash));
    // A copy that is there was made before an open that came to no end: it is nearer to what was.
    if is_clean || !folders.sled.exists() || copy(folders).exists() {
        return;
    }
    let unfinished = folders.sled.with_extension("copying");
    let copied = remove(&unfinished)
        .and_then(|()| copy_all(&folders.sled, &unfinished))
        .and_then(|()| disk::rename(&unfinished, &copy(folders)));
    if copied.is_err() {
        // See the module: it is done without.
        let _ = remove(&unfinished);
    }
}

/// Takes the mark away: from now on the database is at work.
pub(super) fn take_mark(folders: &Folders) -> Result<(), StoreError> {
    let mark = mark(folders);
    match fs::remove_file(&mark) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(StoreError::io(&mark, error)),
        _ => Ok(()),
    }
}

/// Lets go of the copy: the database agrees with the log.
pub(super) fn let_go(folders: &Folders) -> Result<(), StoreError> {
    remove(&folders.sled.with_extension("discarded"))?;
    remove(&copy(folders))
}

/// Puts a database that is given up in another place: as it was before it was opened, where that
/// is known.
pub(super) fn set_aside(folders: &Folders, to: &Path) -> Result<(), StoreError> {
    let copy = copy(folders);
    if !copy.exists() {
        return disk::rename(&folders.sled, to);
    }
    // By another name first: sled's threads may not have let go of it yet.
    let discarded = folders.sled.with_extension("discarded");
    remove(&discarded)?;
    disk::rename(&folders.sled, &discarded)?;
    disk::rename(&copy, to)?;
    let _ = remove(&discarded);
    Ok(())
}

fn copy_all(from: &Path, to: &Path) -> Result<(), StoreError> {
    for file in disk::files(from)? {
        let Ok(name) = file.strip_prefix(from) else { continue };
        let target = to.join(name);
        disk::make_folder(target.parent().unwrap_or(to))?;
        fs::copy(&file, &target).map_err(|error| StoreError::io(&target, error))?;
    }
    Ok(())
}

fn remove(folder: &Path) -> Result<(), StoreError> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(StoreError::io(folder, error)),
        _ => Ok(()),
    }
}
