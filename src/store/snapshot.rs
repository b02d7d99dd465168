//! Snapshots and backups: one format, JSON Lines that anything can read.
//!
//! `format.md` describes it for people without this program. May use `json`, `line`.

use std::collections::BTreeMap;
use std::io::{BufRead, Write};

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};
use sha2::{Digest, Sha256};

use super::line::{self, Hash};
use super::replay::Row;
use super::{Flaw, StoreError};
use crate::domain::{Fields, Id, json as values};

/// The version that this program writes.
const VERSION: u64 = 1;

/// The first line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Header {
    guatu: String,
    version: u64,
    /// The last Transaction that the records contain.
    pub(super) seq: u64,
    /// The highest number ever given, by letter.
    pub(super) issued: BTreeMap<char, u32>,
    /// How many records follow.
    pub(super) records: u64,
    /// How many lines of the log follow those.
    pub(super) log: u64,
}

#[derive(Serialize, Deserialize)]
struct RecordLine<'a> {
    id: &'a str,
    rev: u32,
    seq: u64,
    by: String,
    fields: Map<String, Json>,
}

#[derive(Serialize, Deserialize)]
struct EndLine {
    end: bool,
    head: String,
    sha256: String,
}

/// What is read, in order.
pub(super) enum Part<'a> {
    Record(Id, Row),
    Line(&'a [u8]),
}

/// What a sound file says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Summary {
    pub(super) header: Header,
    pub(super) head: Hash,
}

impl Header {
    pub(super) fn new(seq: u64, issued: BTreeMap<char, u32>, records: u64, log: u64) -> Self {
        Self { guatu: "backup".to_owned(), version: VERSION, seq, issued, records, log }
    }
}

/// Writes one line after the other.
pub(super) struct Writer<W: Write> {
    out: W,
    sum: Sha256,
}

impl<W: Write> Writer<W> {
    /// Begins with the header.
    pub(super) fn new(out: W, header: &Header) -> std::io::Result<Self> {
        let mut writer = Self { out, sum: Sha256::new() };
        writer.put(&serde_json::to_string(header)?)?;
        Ok(writer)
    }

    /// A record.
    pub(super) fn record(
        &mut self,
        id: Id,
        rev: u32,
        seq: u64,
        by: &str,
        fields: &Fields,
    ) -> std::io::Result<()> {
        let fields = values::from_fields(fields);
        let line = RecordLine { id: &id.to_string(), rev, seq, by: by.to_owned(), fields };
        self.put(&values::escape(serde_json::to_string(&line)?))
    }

    /// A line of the log, with or without its line feed.
    pub(super) fn line(&mut self, line: &str) -> std::io::Result<()> {
        self.put(line.strip_suffix('\n').unwrap_or(line))
    }

    /// Ends the file; gives the writer back, flushed.
    pub(super) fn finish(mut self, head: &Hash) -> std::io::Result<W> {
        let sha256 = line::hex(&self.sum.clone().finalize());
        self.put(&serde_json::to_string(&EndLine { end: true, head: line::hex(head), sha256 })?)?;
        self.out.flush()?;
        Ok(self.out)
    }

    fn put(&mut self, line: &str) -> std::io::Result<()> {
        for bytes in [line.as_bytes(), b"\n"] {
            self.sum.update(bytes);
            self.out.write_all(bytes)?;
        }
        Ok(())
    }
}

/// Reads a file; what it holds is handed over before it is known to be whole, so that a careful
/// reader reads twice.
///
/// # Errors
/// The first line that is not as it should be.
pub(super) fn read(
    mut from: impl BufRead,
    mut each: impl FnMut(Part<'_>) -> Result<(), StoreError>,
) -> Result<Summary, StoreError> {
    let mut lines = Lines { number: 0, bytes: Vec::new(), sum: Sha256::new() };
    let header = header(lines.next(&mut from)?).map_err(|why| lines.bad(why))?;
    for _ in 0..header.records {
        let (id, row) = record(lines.next(&mut from)?).map_err(|why| lines.bad(why))?;
        each(Part::Record(id, row))?;
    }
    for _ in 0..header.log {
        each(Part::Line(lines.next(&mut from)?))?;
    }
    let sum = line::hex(&lines.sum.clone().finalize());
    let end = serde_json::from_slice::<EndLine>(lines.next(&mut from)?);
    let end = end.map_err(|_| lines.bad(Flaw::Unreadable))?;
    let head = line::unhex(end.head.as_bytes()).ok_or_else(|| lines.bad(Flaw::Unreadable))?;
    if !end.end || end.sha256 != sum {
        return Err(lines.bad(Flaw::Checksum));
    }
    Ok(Summary { header, head })
}

struct Lines {
    number: u64,
    bytes: Vec<u8>,
    sum: Sha256,
}

impl Lines {
    fn next(&mut self, from: &mut impl BufRead) -> Result<&[u8], StoreError> {
        self.bytes.clear();
        self.number += 1;
        let read = from.read_until(b'\n', &mut self.bytes);
        read.map_err(|_| self.bad(Flaw::Unreadable))?;
        self.sum.update(&self.bytes);
        if self.bytes.pop() == Some(b'\n') { Ok(&self.bytes) } else { Err(self.bad(Flaw::Short)) }
    }

    fn bad(&self, why: Flaw) -> StoreError {
        StoreError::BadBackup { line: self.number, why }
    }
}

fn header(line: &[u8]) -> Result<Header, Flaw> {
    let header: Header = serde_json::from_slice(line).map_err(|_| Flaw::Foreign)?;
    match header.version {
        VERSION if header.guatu == "backup" => Ok(header),
        VERSION => Err(Flaw::Foreign),
        version => Err(Flaw::Version(version)),
    }
}

fn record(line: &[u8]) -> Result<(Id, Row), Flaw> {
    let line: RecordLine<'_> = serde_json::from_slice(line).map_err(|_| Flaw::Unreadable)?;
    let id: Id = line.id.parse().map_err(|_| Flaw::Unreadable)?;
    let fields = values::to_fields(id.kind, &line.fields).map_err(|_| Flaw::Unreadable)?;
    Ok((id, Row { rev: line.rev, seq: line.seq, by: line.by, fields }))
}
