//! `guatu backup`: the whole board with its whole history in one file. May use `snapshot`, `sled`.
//!
#![doc = include_str!("format.md")]

use std::collections::BTreeMap;
use std::io::{BufRead, BufWriter, Write};
use std::path::Path;

use chrono::NaiveDate;

use super::line;
use super::recover::Folders;
use super::sled::SledStore;
use super::snapshot::{self, Header, Writer};
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

/// Whether a backup is sound: every line of it is read, and its sum compared.
///
/// # Errors
/// `BadBackup` with the first line that is not as it should be.
pub fn verify(from: impl BufRead) -> Result<(), StoreError> {
    snapshot::read(from, |_| Ok(())).map(drop)
}
