//! The rolling snapshots in `snapshots/`: each named by the Transaction it stands at, the newest
//! few kept. May use `snapshot`, `disk`.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{BufReader, BufWriter};
use std::path::{Path, PathBuf};

use super::disk;
use super::frozen::v1::{HeadV1, kind_in};
use super::line::Hash;
use super::replay::{Ready, Row};
use super::sled::Form;
use super::snapshot::{self, Header, Part, Summary, Writer};
use super::{Damage, Flaw, StoreError};
use crate::board::Board;
use crate::domain::Id;

/// So many are kept.
const KEPT: usize = 3;

/// What a snapshot in the making is called until it is whole.
const NEW: &str = "new";

/// A sound snapshot.
pub(super) struct Base {
    path: PathBuf,
    /// The last Transaction it contains.
    pub(super) seq: u64,
    /// That one's hash in the log.
    pub(super) hash: Hash,
}

impl Base {
    /// Reads it.
    pub(super) fn read(
        &self,
        each: impl FnMut(Part<'_>) -> Result<(), StoreError>,
    ) -> Result<Summary, StoreError> {
        read(&self.path, each)
    }

    /// The Board that it holds, its index stale.
    pub(super) fn board(&self) -> Result<Board, StoreError> {
        let mut board = Board::default();
        let summary = self.read(|part| {
            if let Part::Record(id, row) = part {
                let Ready { id, rev, seq, by, record } = row.ready(id)?;
                board.seat(id, rev, seq, &by, record);
            }
            Ok(())
        })?;
        for (letter, issued) in summary.header.issued {
            if let Ok(kind) = u8::try_from(letter).map_err(drop).and_then(|l| kind_in(l).map_err(drop)) {
                board.reserve(kind, issued);
            }
        }
        board.resume_at(self.seq);
        Ok(board)
    }
}

fn read(path: &Path, each: impl FnMut(Part<'_>) -> Result<(), StoreError>) -> Result<Summary, StoreError> {
    let file = File::open(path).map_err(|error| StoreError::io(path, error))?;
    snapshot::read(BufReader::with_capacity(1 << 16, file), each)
}

/// Where the newest snapshot stands; it may not be sound.
pub(super) fn newest(folder: &Path) -> Result<Option<u64>, StoreError> {
    Ok(disk::numbered(folder)?.last().map(|(seq, _)| *seq))
}

/// Where the oldest snapshot at or after a Transaction stands; it may not be sound.
pub(super) fn oldest_from(folder: &Path, seq: u64) -> Result<Option<u64>, StoreError> {
    Ok(disk::numbered(folder)?.into_iter().map(|(number, _)| number).find(|number| *number >= seq))
}

/// The sound snapshots, newest first.
pub(super) fn sound(folder: &Path) -> Result<impl Iterator<Item = Base>, StoreError> {
    sound_until(folder, u64::MAX)
}

/// The sound snapshots at or before a Transaction, newest first.
pub(super) fn sound_until(folder: &Path, seq: u64) -> Result<impl Iterator<Item = Base>, StoreError> {
    let files = disk::numbered(folder)?.into_iter().filter(move |(number, _)| *number <= seq);
    Ok(files.rev().filter_map(|(_, path)| opened(path)))
}

fn opened(path: PathBuf) -> Option<Base> {
    let Summary { header, head } = read(&path, |_| Ok(())).ok()?;
    Some(Base { path, seq: header.seq, hash: head })
}

/// The files of the snapshots that are not sound, with why.
pub(super) fn unsound(folder: &Path) -> Result<Vec<(PathBuf, Flaw)>, StoreError> {
    let files = disk::numbered(folder)?.into_iter();
    let flawed = files.filter_map(|(_, path)| match read(&path, |_| Ok(())) {
        Ok(_) => None,
        Err(StoreError::BadBackup { why, .. }) => Some((path, why)),
        Err(_) => Some((path, Flaw::Unreadable)),
    });
    Ok(flawed.collect())
}

/// Makes a snapshot of a working form, which nobody may change meanwhile.
pub(super) fn of_form(folder: &Path, form: &Form, head: &HeadV1) -> Result<(), StoreError> {
    make(folder, head, |out| form.records(|id, row, _| out.record(id, &row)))
}

/// A snapshot in the making.
pub(super) struct Out {
    path: PathBuf,
    writer: Writer<BufWriter<File>>,
    records: u64,
}

impl Out {
    /// Takes a record.
    pub(super) fn record(&mut self, id: Id, row: &Row) -> Result<(), StoreError> {
        self.records += 1;
        let written = self.writer.record(id, row.rev, row.seq, &row.by, &row.fields);
        written.map_err(|error| StoreError::io(&self.path, error))
    }
}

/// Makes a snapshot at a head of the records that `fill` gives, and lets the oldest go. It has its
/// name only when it is whole and on the disk.
pub(super) fn make(
    folder: &Path,
    head: &HeadV1,
    fill: impl FnOnce(&mut Out) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let path = folder.join(disk::name(head.seq));
    let new = path.with_extension(NEW);
    let made = write(&new, head, fill).and_then(|()| {
        fs::rename(&new, &path).map_err(|error| StoreError::io(&path, error))?;
        disk::sync_folder(folder)
    });
    let pruned = prune(folder);
    made.and(pruned)
}

fn write(
    path: &Path,
    head: &HeadV1,
    fill: impl FnOnce(&mut Out) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let io = |error| StoreError::io(path, error);
    let issued: BTreeMap<char, u32> =
        head.issued.iter().map(|(letter, issued)| (char::from(*letter), *issued)).collect();
    let records = head.counts.iter().map(|(_, count)| u64::from(*count)).sum();
    let buffered = BufWriter::new(disk::create(path).map_err(io)?);
    let writer = Writer::new(buffered, &Header::new(head.seq, issued, records, 0)).map_err(io)?;
    let mut out = Out { path: path.to_owned(), writer, records: 0 };
    fill(&mut out)?;
    if out.records != records {
        return Err(Damage::Count { seq: head.seq, there: out.records, said: records }.into());
    }
    let whole = out.writer.finish(&head.hash).map_err(io)?;
    whole.into_inner().map_err(|error| io(error.into_error()))?.sync_all().map_err(io)
}

/// Lets the oldest go, and what a snapshot that was not finished has left.
fn prune(folder: &Path) -> Result<(), StoreError> {
    let old = disk::numbered(folder)?.into_iter().rev().skip(KEPT).map(|(_, path)| path);
    for path in old.chain(disk::with_extension(folder, NEW)?) {
        fs::remove_file(&path).map_err(|error| StoreError::io(&path, error))?;
    }
    Ok(())
}
