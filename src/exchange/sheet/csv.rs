//! CSV as offices have it: comma, semicolon or tab; any line end, bare CR too; any encoding that
//! `encoding` knows. May use `encoding`.

use super::encoding::decode;
use super::{BadSheet, Row, Sheet};

/// So much of a file is looked at to find its delimiter.
const PROBE: usize = 64 * 1024;

/// So many rows are read before somebody hears of it.
const STRETCH: u32 = 2000;

/// Reads a CSV file. `known` says whether a cell reads like a known header; `heard` is told how many bytes are read
/// and of how many, and says whether to go on.
///
/// # Errors
/// `Empty`, `Binary` for a file with NUL bytes (a spreadsheet that is not CSV), `OpenQuote`, or
/// `Cancelled`.
pub fn read(
    bytes: &[u8],
    known: &dyn Fn(&str) -> bool,
    heard: &mut dyn FnMut(u64, u64) -> bool,
) -> Result<Sheet, BadSheet> {
    let (text, encoding) = decode(bytes);
    if text.as_bytes().iter().take(PROBE).any(|b| *b == 0) || bytes.starts_with(b"PK\x03\x04") {
        return Err(BadSheet::Binary);
    }
    Sheet::of_rows(rows(&text, heard)?, encoding, known)
}

fn rows(text: &str, heard: &mut dyn FnMut(u64, u64) -> bool) -> Result<Vec<Row>, BadSheet> {
    let delimiter = delimiter(text);
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut number = 0;
    let mut last = 0;
    let mut record = csv::StringRecord::new();
    loop {
        number += blank_lines(text, reader.position().byte());
        let begin = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
        // The text is UTF-8 and rows may differ in length, so reading memory cannot fail.
        if !reader.read_record(&mut record).unwrap_or(false) {
            // A quote that is not closed takes all that follows into one cell: that is the last row.
            let is_open = text.get(last..).is_some_and(|row| ends_in_quotes(row.as_bytes(), delimiter));
            return if is_open { Err(BadSheet::OpenQuote { row: number }) } else { Ok(rows) };
        }
        last = begin;
        number += 1;
        if number % STRETCH == 0 && !heard(reader.position().byte(), text.len() as u64) {
            return Err(BadSheet::Cancelled);
        }
        rows.push(Row { number, cells: record.iter().map(str::to_owned).collect() });
    }
}

/// Whether the bytes of rows end inside quotes.
fn ends_in_quotes(bytes: &[u8], delimiter: u8) -> bool {
    let (mut quoted, mut at_start) = (false, true);
    for byte in bytes {
        // A quote in a quoted cell is doubled: the first ends the quotes, the second begins them anew.
        let was_quote = *byte == b'"' && (quoted || at_start);
        quoted ^= was_quote;
        at_start = was_quote || (!quoted && (*byte == delimiter || matches!(*byte, b'\r' | b'\n')));
    }
    quoted
}

/// The empty lines from a place on, which the reader steps over and a spreadsheet counts.
fn blank_lines(text: &str, from: u64) -> u32 {
    let bytes = text.as_bytes();
    let mut at = usize::try_from(from).unwrap_or(usize::MAX).min(bytes.len());
    // The second half of a CRLF that ended the row before is no line of its own.
    if at > 0 && bytes[at - 1] == b'\r' && bytes.get(at) == Some(&b'\n') {
        at += 1;
    }
    let mut lines = 0;
    while let Some(end) = bytes.get(at).filter(|b| matches!(b, b'\r' | b'\n')) {
        at += if *end == b'\r' && bytes.get(at + 1) == Some(&b'\n') { 2 } else { 1 };
        lines += 1;
    }
    lines
}

/// The delimiter that stands most often outside quotes near the beginning.
fn delimiter(text: &str) -> u8 {
    let mut counts = [(b',', 0_u32), (b'\t', 0), (b';', 0)];
    let mut quoted = false;
    for byte in text.bytes().take(PROBE) {
        quoted ^= byte == b'"';
        if !quoted && let Some(count) = counts.iter_mut().find(|(d, _)| *d == byte) {
            count.1 += 1;
        }
    }
    let most = counts.iter().map(|(_, n)| *n).max().unwrap_or(0);
    counts.iter().find(|(_, n)| *n == most).map_or(b',', |(d, _)| *d)
}
