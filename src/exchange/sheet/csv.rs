//! Text as offices have it: comma, semicolon, tab or bar between cells; any line end, bare CR too;
//! any encoding that `encoding` knows. May use `encoding`, `grid`.

use std::path::Path;
use std::sync::Arc;

use super::encoding::decode;
use super::limit::Limit;
use super::{BadSheet, Book, Epoch, Grid, How, Row};

/// So much of a file is looked at to find its delimiter.
const PROBE: usize = 64 * 1024;

/// So many rows are read before somebody hears of it.
const STRETCH: u32 = 2000;

/// What may stand between cells.
const DELIMITERS: [u8; 4] = [b',', b'\t', b';', b'|'];

/// Reads a text.
///
/// # Errors
/// `Empty`, `Binary` for a file with NUL bytes, `OpenQuote`, `TooLarge`, `LongCell`, or `Cancelled`.
pub(super) fn read(
    bytes: &[u8],
    file_name: &str,
    how: &How,
    heard: &mut dyn FnMut(u64, u64) -> bool,
) -> Result<Book, BadSheet> {
    let (text, encoding) = decode(bytes, how.encoding);
    if text.as_bytes().iter().take(PROBE).any(|byte| *byte == 0) {
        return Err(BadSheet::Binary);
    }
    let delimiter = how.delimiter.unwrap_or_else(|| delimiter(&text, file_name));
    let rows = rows(&text, delimiter, heard)?;
    if rows.is_empty() {
        return Err(BadSheet::Empty);
    }
    let grid = Grid { encoding, delimiter: Some(delimiter), epoch: Epoch::Y1900, rows, ..Grid::default() };
    let form = if delimiter == b'\t' { "TSV" } else { "CSV" };
    Ok(Book { form, grids: vec![Arc::new(grid)] })
}

fn rows(text: &str, delimiter: u8, heard: &mut dyn FnMut(u64, u64) -> bool) -> Result<Vec<Row>, BadSheet> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut limit = Limit::default();
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
        let row = Row::new(number, record.iter());
        if row.width() > 0 {
            limit.take(&row)?;
            rows.push(row);
        }
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

/// The delimiter that stands as often in most rows near the beginning, outside quotes: commas within
/// a text do not. In a file that is called so, it is the tab wherever there is one.
fn delimiter(text: &str, file_name: &str) -> u8 {
    let lines = counts(text);
    let is_tsv = Path::new(file_name).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("tsv"));
    if is_tsv && lines.iter().any(|counts| counts[1] > 0) {
        return b'\t';
    }
    let mut best = (0, 0, DELIMITERS[0]);
    for (at, delimiter) in DELIMITERS.into_iter().enumerate() {
        let mut of_rows: Vec<u32> = lines.iter().map(|counts| counts[at]).filter(|n| *n > 0).collect();
        of_rows.sort_unstable();
        for alike in of_rows.chunk_by(|a, b| a == b) {
            if (alike.len(), alike[0]) > (best.0, best.1) {
                best = (alike.len(), alike[0], delimiter);
            }
        }
    }
    best.2
}

/// How often each delimiter stands in each of the first rows.
fn counts(text: &str) -> Vec<[u32; 4]> {
    let mut rows = vec![[0; 4]];
    let mut quoted = false;
    for byte in text.bytes().take(PROBE) {
        quoted ^= byte == b'"';
        if quoted {
            continue;
        }
        if matches!(byte, b'\r' | b'\n') {
            rows.push([0; 4]);
        } else if let (Some(at), Some(row)) = (DELIMITERS.iter().position(|d| *d == byte), rows.last_mut()) {
            row[at] += 1;
        }
    }
    rows
}
