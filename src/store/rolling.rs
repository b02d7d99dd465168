//! The rolling snapshots in `snapshots/`: each named by the Transaction it stands at, the newest
//! few kept. May use `snapshot`, `disk`.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{BufReader, BufWriter};
use std::path::{Path, PathBuf};

use super::StoreError;
use super::disk;
use super::frozen::v1::HeadV1;
use super::line::Hash;
use super::sled::Form;
use super::snapshot::{self, Header, Part, Summary, Writer};

/// So many are kept.
const KEPT: usize = 3;

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
}

fn read(path: &Path, each: impl FnMut(Part<'_>) -> Result<(), StoreError>) -> Result<Summary, StoreError> {
    let file = File::open(path).map_err(|error| StoreError::io(path, error))?;
    snapshot::read(BufReader::with_capacity(1 << 16, file), each)
}

/// Where the newest snapshot stands; it may not be sound.
pub(super) fn newest(folder: &Path) -> Result<Option<u64>, StoreError> {
    Ok(disk::numbered(folder)?.last().map(|(seq, _)| *seq))
}

/// The sound snapshots, newest first.
pub(super) fn sound(folder: &Path) -> Result<impl Iterator<Item = Base>, StoreError> {
    let files = disk::numbered(folder)?;
    Ok(files.into_iter().rev().filter_map(|(_, path)| {
        let Summary { header, head } = read(&path, |_| Ok(())).ok()?;
        Some(Base { path, seq: header.seq, hash: head })
    }))
}

/// The files of the snapshots that are not sound, with why.
pub(super) fn unsound(folder: &Path) -> Result<Vec<(PathBuf, StoreError)>, StoreError> {
    let files = disk::numbered(folder)?.into_iter();
    Ok(files.filter_map(|(_, path)| Some((path.clone(), read(&path, |_| Ok(())).err()?))).collect())
}

/// Makes a snapshot of a working form and lets the oldest go.
pub(super) fn make(folder: &Path, form: &Form, head: &HeadV1) -> Result<(), StoreError> {
    let path = folder.join(disk::name(head.seq));
    let new = path.with_extension("new");
    let io = |error| StoreError::io(&new, error);
    let issued: BTreeMap<char, u32> =
        head.issued.iter().map(|(letter, issued)| (char::from(*letter), *issued)).collect();
    let records = head.counts.iter().map(|(_, count)| u64::from(*count)).sum();
    let out = BufWriter::new(File::create(&new).map_err(io)?);
    let mut writer = Writer::new(out, &Header::new(head.seq, issued, records, 0)).map_err(io)?;
    form.records(|id, row, _| writer.record(id, row.rev, row.seq, &row.by, &row.fields).map_err(io))?;
    let file = writer.finish(&head.hash).map_err(io)?.into_inner().map_err(|error| io(error.into_error()))?;
    file.sync_all().map_err(io)?;
    fs::rename(&new, &path).map_err(io)?;
    disk::sync_folder(folder)?;
    prune(folder)
}

fn prune(folder: &Path) -> Result<(), StoreError> {
    let files = disk::numbered(folder)?;
    for (_, path) in files.iter().rev().skip(KEPT) {
        fs::remove_file(path).map_err(|error| StoreError::io(path, error))?;
    }
    Ok(())
}
