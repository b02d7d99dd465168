//! One line of the audit log, and the chain that binds it to the one before.
//!
//! A line ends in `,"prev":"…","hash":"…"}`. `prev` is the hash of the line before (64 zeros for
//! the first); `hash` is the SHA-256 of the line's own bytes up to the comma before `"hash"`. So
//! an auditor verifies line 5 of a file with nothing of ours:
//!
//! ```sh
//! sed -n 5p 0000000001.jsonl | sed 's/,"hash":"[0-9a-f]*"}$//' | tr -d '\n' | sha256sum
//! ```
//!
//! and compares it with the line's `hash` and with the next line's `prev`. May use `json`.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use super::json;
use crate::board::Transaction;

/// A hash of the chain.
pub(super) type Hash = [u8; 32];

/// What the first line follows.
pub(super) const START: Hash = [0; 32];

const HASH: &str = ",\"hash\":\"";
const PREV: &str = ",\"prev\":\"";
/// The end of a line: key, 64 digits, quote and brace.
const TAIL: usize = HASH.len() + 64 + 2;

/// What a sound line says of its place in the chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Link {
    pub(super) seq: u64,
    pub(super) prev: Hash,
    pub(super) hash: Hash,
}

/// A Transaction's line, with the line feed, and its hash.
pub(super) fn write(tx: &Transaction, prev: &Hash) -> (String, Hash) {
    let mut line = json::open_line(tx);
    line.push_str(PREV);
    line.push_str(&hex(prev));
    line.push('"');
    let hash = digest(line.as_bytes());
    line.push_str(HASH);
    line.push_str(&hex(&hash));
    line.push_str("\"}\n");
    (line, hash)
}

/// The link of a line (without its line feed), if its hash is that of its bytes.
pub(super) fn link(line: &[u8]) -> Option<Link> {
    let (body, tail) = line.split_at_checked(line.len().checked_sub(TAIL)?)?;
    let hash = unhex(tail.strip_prefix(HASH.as_bytes())?.strip_suffix(b"\"}")?)?;
    if digest(body) != hash {
        return None;
    }
    let (_, prev) = body.split_at_checked(body.len().checked_sub(65)?)?;
    let prev = unhex(prev.strip_suffix(b"\"")?)?;
    let numbers = body.strip_prefix(b"{\"v\":")?;
    let after = numbers.iter().position(|b| *b == b',')?;
    let seq = numbers.get(after..)?.strip_prefix(b",\"seq\":")?;
    let digits = seq.iter().take_while(|b| b.is_ascii_digit()).count();
    let seq = std::str::from_utf8(seq.get(..digits)?).ok()?.parse().ok()?;
    Some(Link { seq, prev, hash })
}

/// The SHA-256 of bytes.
pub(super) fn digest(bytes: &[u8]) -> Hash {
    Sha256::digest(bytes).into()
}

/// Bytes as lower-case digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut out, byte| {
        // Writing to a String cannot fail.
        let _ = write!(out, "{byte:02x}");
        out
    })
}

/// A hash from its lower-case digits.
pub(super) fn unhex(digits: &[u8]) -> Option<Hash> {
    let mut hash = START;
    if digits.len() != 64 || digits.iter().any(u8::is_ascii_uppercase) {
        return None;
    }
    for (byte, pair) in hash.iter_mut().zip(digits.chunks_exact(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(hash)
}
