//! The audit log: the truth. Files of lines in `audit/`, each named by its first sequence number;
//! lines are appended and synced, never changed. May use `line`, `disk`.
//!
//! At open the chain of the last file alone is verified, and what a rebuild reads: a start must not
//! take longer every year, and what the older files said is in the records. A change in those is
//! found by `guatu check`, which verifies every line.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

use super::disk::{self, Append, Opener};
use super::line::{self, Hash, Link, START};
use super::opened::Place;
use super::{Damage, StoreError, json};
use crate::board::Transaction;

/// A file that has grown past this is followed by a new one.
const FULL: u64 = 8 << 20;

/// The log, open for appending.
pub(super) struct Audit {
    folder: PathBuf,
    opener: Opener,
    file: Option<Box<dyn Append>>,
    path: PathBuf,
    /// So much of the file is good.
    len: u64,
    /// Whether the file may hold more than `len`: a failed write left it so.
    spilt: bool,
    seq: u64,
    hash: Hash,
}

/// Where the log ends.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct End {
    /// The last sound line's number and hash; 0 and the start where there is none.
    pub(super) seq: u64,
    pub(super) hash: Hash,
    /// The last file; none where there is no file.
    pub(super) path: Option<PathBuf>,
    /// Where its last whole line ends.
    pub(super) len: u64,
    /// Where its last sound line ends.
    pub(super) sound: u64,
    /// Where the last line, sound but for its line feed, should have it.
    pub(super) feed: Option<u64>,
    /// A last line without its end, which was never acknowledged, or lost its end since.
    pub(super) torn: Option<Place>,
    /// Lines that are not what was written there.
    pub(super) bad: Vec<Place>,
    /// How many of those stand after the last sound line.
    pub(super) bad_last: u64,
}

/// A line as it is walked over.
pub(super) struct Walked<'a> {
    pub(super) place: Place,
    pub(super) bytes: &'a [u8],
    /// Where it ends in the file.
    pub(super) end: u64,
    /// Whether it ends in a line feed.
    pub(super) whole: bool,
    pub(super) link: Option<Link>,
}

impl Walked<'_> {
    /// The Transaction that the line says.
    pub(super) fn transaction(&self) -> Result<Transaction, StoreError> {
        if self.link.is_none() {
            return Err(StoreError::BadLine(self.place.clone()));
        }
        json::to_transaction(self.bytes).map_err(|_| Damage::Line(self.place.clone()).into())
    }
}

/// Walks over the lines of the log, from the file that holds a sequence number on.
pub(super) fn walk(
    folder: &Path,
    from: u64,
    mut each: impl FnMut(Walked<'_>) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let files = disk::numbered(folder)?;
    let first = files.iter().rposition(|(number, _)| *number <= from).unwrap_or(0);
    for (_, path) in &files[first..] {
        walk_file(path, &mut each)?;
    }
    Ok(())
}

fn walk_file(
    path: &Path,
    each: &mut impl FnMut(Walked<'_>) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let io = |error| StoreError::io(path, error);
    let mut reader = BufReader::with_capacity(1 << 16, File::open(path).map_err(io)?);
    let mut bytes = Vec::new();
    let mut place = Place { file: path.to_owned(), line: 0 };
    let mut end = 0;
    loop {
        bytes.clear();
        let read = reader.read_until(b'\n', &mut bytes).map_err(io)?;
        if read == 0 {
            return Ok(());
        }
        place.line += 1;
        end += read as u64;
        let whole = bytes.last() == Some(&b'\n');
        let text = if whole { &bytes[..read - 1] } else { &bytes[..] };
        each(Walked { place: place.clone(), bytes: text, end, whole, link: line::link(text) })?;
    }
}

/// Looks over the log: its last file, or all of it.
pub(super) fn survey(folder: &Path, all: bool) -> Result<End, StoreError> {
    let files = disk::numbered(folder)?;
    let mut end = End::default();
    let Some((last, path)) = files.last() else { return Ok(end) };
    end.seq = last.saturating_sub(1);
    end.path = Some(path.clone());
    let mut before: Option<Link> = None;
    walk(folder, if all { 0 } else { *last }, |walked| {
        end.take(&walked, &mut before);
        Ok(())
    })?;
    if before.is_none() && end.seq > 0 {
        end.hash = hash_of(folder, end.seq)?.unwrap_or(START);
    }
    Ok(end)
}

impl End {
    fn take(&mut self, walked: &Walked<'_>, before: &mut Option<Link>) {
        let is_last_file = Some(&walked.place.file) == self.path.as_ref();
        if !walked.whole {
            self.torn = Some(walked.place.clone());
            let start = walked.end - walked.bytes.len() as u64;
            let sound = |len: usize| walked.bytes.get(..len).and_then(line::link).map(|_| start + len as u64);
            let len = walked.bytes.len();
            self.feed = sound(len).or_else(|| sound(len.saturating_sub(1)));
            return;
        }
        match walked.link {
            Some(link) => {
                if before.is_some_and(|b| !follows(b, link, self.bad_last)) {
                    self.bad.push(walked.place.clone());
                }
                *before = Some(link);
                (self.seq, self.hash, self.bad_last) = (link.seq, link.hash, 0);
                self.sound = if is_last_file { walked.end } else { 0 };
            }
            // A page that never reached the disk reads as zeros: the line was never acknowledged.
            None if is_unwritten(walked.bytes) => {
                self.torn = Some(walked.place.clone());
                return;
            }
            None => {
                self.bad.push(walked.place.clone());
                self.bad_last += 1;
            }
        }
        self.len = if is_last_file { walked.end } else { 0 };
    }
}

/// Whether a line may stand after another, with so many damaged ones between them.
fn follows(before: Link, link: Link, bad_between: u64) -> bool {
    if bad_between > 0 {
        link.seq > before.seq
    } else {
        link.seq == before.seq + 1 && link.prev == before.hash
    }
}

fn is_unwritten(bytes: &[u8]) -> bool {
    bytes.split(|byte| *byte != 0).any(|zeros| zeros.len() >= 512)
}

/// The hash of the line with a sequence number.
pub(super) fn hash_of(folder: &Path, seq: u64) -> Result<Option<Hash>, StoreError> {
    let mut found = None;
    walk(folder, seq, |walked| {
        if let Some(link) = walked.link.filter(|_| walked.whole) {
            match link.seq.checked_sub(seq) {
                Some(0) => found = Some(link.hash),
                Some(1) if found.is_none() => found = Some(link.prev),
                _ => {}
            }
        }
        Ok(())
    })?;
    Ok(found)
}

/// The Transaction with a sequence number, read from the log.
pub(super) fn transaction(folder: &Path, seq: u64) -> Result<Option<Transaction>, StoreError> {
    let mut found = None;
    walk(folder, seq, |walked| {
        if found.is_none() && walked.whole && walked.link.is_some_and(|link| link.seq == seq) {
            found = Some(walked.transaction()?);
        }
        Ok(())
    })?;
    Ok(found)
}

impl Audit {
    /// The log of a folder, to be appended to where it ends. What stands after that is cut off.
    pub(super) fn open(folder: &Path, end: &End, opener: Opener) -> Self {
        Self {
            folder: folder.to_owned(),
            opener,
            file: None,
            path: end.path.clone().unwrap_or_default(),
            len: end.len,
            spilt: end.path.is_some() && end.torn.is_some(),
            seq: end.seq,
            hash: end.hash,
        }
    }

    /// The last line's number and hash.
    pub(super) const fn head(&self) -> (u64, Hash) {
        (self.seq, self.hash)
    }

    /// Moves the head on without a line: where the log's last lines are damaged, or were archived,
    /// and what they said is known from elsewhere.
    pub(super) fn resume_at(&mut self, seq: u64, hash: Hash) {
        (self.seq, self.hash) = (seq, hash);
    }

    /// Appends Transactions as lines with one sync and gives the hash of each. On an error none of
    /// them is in the log, or the log refuses all writes until that is so.
    pub(super) fn append<'a>(
        &mut self,
        batch: impl Iterator<Item = &'a Transaction>,
    ) -> Result<Vec<Hash>, StoreError> {
        self.heal()?;
        let (mut seq, mut hash) = (self.seq, self.hash);
        let (mut text, mut hashes) = (String::new(), Vec::new());
        for tx in batch {
            if tx.seq != seq + 1 {
                return Err(Damage::Gap { at: seq, next: tx.seq }.into());
            }
            let (line, next) = line::write(tx, &hash);
            if text.is_empty() {
                text = line;
            } else {
                text.push_str(&line);
            }
            (seq, hash) = (tx.seq, next);
            hashes.push(next);
        }
        self.write(text.as_bytes())?;
        (self.seq, self.hash) = (seq, hash);
        Ok(hashes)
    }

    fn write(&mut self, bytes: &[u8]) -> Result<(), StoreError> {
        if self.path.as_os_str().is_empty() || self.len >= FULL {
            self.file = None;
            self.path = self.folder.join(disk::name(self.seq + 1));
            self.len = 0;
        }
        let written = self.file().and_then(|file| file.append(bytes));
        match written {
            Ok(()) => self.len += bytes.len() as u64,
            Err(error) => {
                self.spilt = true;
                // If it cannot be healed now, it is tried again before the next write.
                let _ = self.heal();
                return Err(StoreError::io(&self.path, error));
            }
        }
        Ok(())
    }

    /// Cuts off what a failed write may have left.
    pub(super) fn heal(&mut self) -> Result<(), StoreError> {
        if self.spilt {
            self.file = None;
            let len = self.len;
            let cut = self.file().and_then(|file| file.cut(len));
            cut.map_err(|error| StoreError::io(&self.path, error))?;
            self.spilt = false;
        }
        Ok(())
    }

    fn file(&mut self) -> std::io::Result<&mut Box<dyn Append>> {
        let file = match self.file.take() {
            Some(file) => file,
            None => (self.opener)(&self.path)?,
        };
        Ok(self.file.insert(file))
    }
}
