//! The keys of the working form: one tree, a letter a sort. Numbers are big-endian, so that the
//! order of keys is that of numbers. Values are cut into parts well below a segment of sled.
//! May use `frozen`, `line`.

use crate::domain::Id;
use crate::store::frozen::v1::{id_in, id_out};
use crate::store::line;

/// The longest value that sled is given, in bytes.
pub(super) const PART: usize = 32 << 10;

/// Where the head stands.
pub(super) const HEAD: &[u8] = b"H";
/// What keys of records begin with.
pub(super) const RECORDS: &[u8] = b"R";
/// What keys of keepsakes begin with.
pub(super) const KEEPSAKES: &[u8] = b"K";

/// A record's key, without its part.
pub(super) fn record(id: Id) -> Vec<u8> {
    with_id(RECORDS, id)
}

/// A journal entry's key, without its part.
pub(super) fn entry(seq: u64) -> Vec<u8> {
    [b"J".as_slice(), &seq.to_be_bytes()].concat()
}

/// The key of a journal entry's changes, without its part.
pub(super) fn changes(seq: u64) -> Vec<u8> {
    [b"C".as_slice(), &seq.to_be_bytes()].concat()
}

/// What the keys of a record's history begin with.
pub(super) fn history(id: Id) -> Vec<u8> {
    with_id(b"X", id)
}

/// The key that says that a Transaction touched a record.
pub(super) fn touched(id: Id, seq: u64) -> Vec<u8> {
    [history(id).as_slice(), &seq.to_be_bytes()].concat()
}

/// The sequence number that a key of a history ends in.
pub(super) fn seq_of(key: &[u8]) -> Option<u64> {
    let (_, seq) = key.split_at_checked(key.len().checked_sub(8)?)?;
    Some(u64::from_be_bytes(seq.try_into().ok()?))
}

/// A keepsake's key, without its part.
pub(super) fn keepsake(login: &str, name: &str) -> Vec<u8> {
    let lens = [login.len() as u64, name.len() as u64].map(u64::to_be_bytes).concat();
    [KEEPSAKES, &lens, login.as_bytes(), name.as_bytes()].concat()
}

/// The key of a part of a value.
pub(super) fn part(key: &[u8], part: u32) -> Vec<u8> {
    [key, &part.to_be_bytes()].concat()
}

/// The id and part that a record's key names.
pub(super) fn record_part(key: &[u8]) -> Option<(Id, u32)> {
    let rest = key.strip_prefix(RECORDS)?;
    let (letter, rest) = rest.split_first()?;
    let (no, part) = rest.split_at_checked(4)?;
    let id = id_in((*letter, u32::from_be_bytes(no.try_into().ok()?))).ok()?;
    Some((id, u32::from_be_bytes(part.try_into().ok()?)))
}

/// What a record adds to the sum over all of them.
pub(super) fn digest(id: Id, bytes: &[u8]) -> u128 {
    let hash = line::digest(&[record(id).as_slice(), bytes].concat());
    hash.iter().take(16).fold(0, |sum, byte| (sum << 8) | u128::from(*byte))
}

fn with_id(prefix: &[u8], id: Id) -> Vec<u8> {
    let (letter, no) = id_out(id);
    [prefix, &[letter], &no.to_be_bytes()].concat()
}
