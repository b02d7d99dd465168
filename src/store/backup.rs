//! `guatu backup` and `guatu restore`: the whole board with its whole history in one file, and a
//! board made of one. May use `snapshot`, `rolling`, `sled`.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::disk;
use super::line;
use super::recover::Folders;
use super::sled::{Loaded, SledStore, load};
use super::snapshot::{self, Header, Part, Writer};
use super::{Begin, Damage, Journal, Opened, Step, Store, StoreError};
use crate::board::Board;
use crate::domain::Kind;

/// Writes a board with its history. The board must stand where the journal stood at that moment
/// or later: a clone of it lets others go on writing.
///
/// # Errors
/// What keeps the history from being read or the file from being written.
pub fn backup(board: &Board, journal: &dyn Journal, out: impl Write) -> Result<(), StoreError> {
    let io = |error| StoreError::io(Path::new("the backup"), error);
    let seq = board.head().seq;
    let issued: BTreeMap<char, u32> =
        Kind::ALL.into_iter().map(|kind| (kind.letter(), board.issued(kind))).collect();
    let records = Kind::ALL.into_iter().map(|kind| board.count(kind) as u64).sum();
    let Begin { first, follows } = journal.begin()?;
    let header = Header::new(seq, issued, records, (seq + 1).saturating_sub(first));
    let mut writer = Writer::new(BufWriter::new(out), &header).map_err(io)?;
    for id in Kind::ALL.into_iter().flat_map(|kind| board.ids(kind)) {
        let (Some(record), Some((rev, at, by))) = (board.record(id), board.touched(id)) else { continue };
        writer.record(id, rev, at, by, &record.fields()).map_err(io)?;
    }
    let mut hash = follows;
    for seq in first..=seq {
        let tx = journal.transaction(seq)?.ok_or(Damage::Transaction(seq))?;
        let (text, next) = line::write(&tx, &hash);
        writer.line(&text).map_err(io)?;
        hash = next;
    }
    let mut out = writer.finish(&hash).map_err(io)?.into_inner().map_err(|error| io(error.into_error()))?;
    out.flush().map_err(io)
}

/// Backs up a data folder that no server has open.
///
/// # Errors
/// `NoBoard` where the folder holds none, `Owned` where a server has it; else as `fill` and `backup`.
pub fn backup_folder(
    data: &Path,
    out: impl Write,
    progress: &mut dyn FnMut(Step),
) -> Result<Opened, StoreError> {
    Folders::of(data).must_be_there(data)?;
    let mut store = SledStore::open(data)?;
    let (board, opened) = store.fill(NaiveDate::default(), progress)?;
    let written = if board.is_founded() {
        backup(&board, store.journal().as_ref(), out)
    } else {
        Err(StoreError::NoBoard(data.to_owned()))
    };
    let settled = store.settle(true);
    written.and(settled.map(drop))?;
    Ok(opened)
}

/// Makes a board of a backup, in a folder that has none. Numbers, history and the place in the
/// journal go on where they were. A backup that is not sound leaves the folder as it was.
///
/// # Errors
/// `Occupied`, `BadBackup`, or what keeps the folder from being written.
pub fn restore(
    from: impl BufRead,
    data: &Path,
    progress: &mut dyn FnMut(Step),
) -> Result<Opened, StoreError> {
    disk::make_folder(data)?;
    let had_lock = disk::lock_path(data).exists();
    let lock = disk::lock(data)?;
    let filled = fill_folder(from, data);
    if filled.is_err() && !had_lock {
        // While it is held: whoever waits for it sees that it is gone.
        let _ = fs::remove_file(disk::lock_path(data));
    }
    drop(lock);
    filled?;
    let mut store = SledStore::open(data)?;
    let (_, opened) = store.fill(NaiveDate::default(), progress)?;
    store.settle(true)?;
    Ok(opened)
}

/// Puts log and snapshot of a backup into a folder that is ours; nothing of one that is not sound.
fn fill_folder(from: impl BufRead, data: &Path) -> Result<(), StoreError> {
    let folders = Folders::of(data);
    if holds_something(&folders.log)? || holds_something(&folders.snapshots)? || holds_records(&folders.sled)?
    {
        return Err(StoreError::Occupied(data.to_owned()));
    }
    let incoming = data.join("incoming");
    let unpacked = take(from, &incoming).and_then(|()| unpack(&incoming, &folders));
    if unpacked.is_err() {
        for path in [&folders.log, &folders.snapshots] {
            // What cannot be cleared away is told by the error itself.
            let _ = fs::remove_dir_all(path);
        }
        let _ = fs::remove_file(&incoming);
    }
    unpacked
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

/// Copies a backup to a file of the folder.
fn take(mut from: impl BufRead, to: &Path) -> Result<(), StoreError> {
    let io = |error| StoreError::io(to, error);
    let mut file = disk::create(to).map_err(io)?;
    std::io::copy(&mut from, &mut file).map_err(io)?;
    file.sync_all().map_err(io)
}

/// Makes log and snapshot of a backup that is found sound.
fn unpack(incoming: &Path, folders: &Folders) -> Result<(), StoreError> {
    let summary = read(incoming, |_| Ok(()))?;
    disk::make_folder(&folders.log)?;
    disk::make_folder(&folders.snapshots)?;
    if summary.header.log > 0 {
        let first = summary.header.seq + 1 - summary.header.log.min(summary.header.seq);
        let path = folders.log.join(disk::name(first));
        let io = |error| StoreError::io(&path, error);
        let mut out = BufWriter::new(disk::create(&path).map_err(io)?);
        read(incoming, |part| match part {
            Part::Line(line) => out.write_all(line).and_then(|()| out.write_all(b"\n")).map_err(io),
            Part::Record(..) => Ok(()),
        })?;
        out.into_inner().map_err(|error| io(error.into_error()))?.sync_all().map_err(io)?;
        disk::sync_folder(&folders.log)?;
    }
    let snapshot: PathBuf = folders.snapshots.join(disk::name(summary.header.seq));
    fs::rename(incoming, &snapshot).map_err(|error| StoreError::io(&snapshot, error))?;
    disk::sync_folder(&folders.snapshots)
}

fn read(
    path: &Path,
    each: impl FnMut(Part<'_>) -> Result<(), StoreError>,
) -> Result<snapshot::Summary, StoreError> {
    let file = File::open(path).map_err(|error| StoreError::io(path, error))?;
    snapshot::read(BufReader::new(file), each)
}
