//! What a worksheet says of its rows, columns and merged cells beside what is written in them. May use
//! `tags`, `grid`, `shown`.

use super::grid::Merge;
use super::shown::Shown;
use super::tags::Tag;

/// So many merged cells are kept of one sheet.
const MERGES: usize = 1 << 20;
/// So many columns a spreadsheet has at most.
pub(super) const COLUMNS: u32 = 1 << 14;

/// The layout of one worksheet.
#[derive(Debug, Clone, Default)]
pub(super) struct Layout {
    /// How many rows it has.
    pub(super) rows: u32,
    /// The rows that are hidden, from 1, in order.
    pub(super) hidden_rows: Vec<u32>,
    /// The columns that are hidden, from 0; often all the rest of a sheet.
    pub(super) hidden_columns: Vec<u32>,
    pub(super) merges: Vec<Merge>,
    /// The numbers that are shown as more than they are: row from 1, column from 0, in order.
    pub(super) shown: Vec<((u32, u32), Shown)>,
    last: u32,
}

impl Layout {
    /// Takes in a tag of an XLSX worksheet.
    pub(super) fn take(&mut self, tag: &Tag<'_>) {
        if tag.is_end() {
            return;
        }
        match tag.name() {
            b"row" => {
                self.rows += 1;
                self.last = tag.number("r").unwrap_or(self.last + 1);
                if tag.is("hidden") {
                    self.hidden_rows.push(self.last);
                }
            }
            b"col" if tag.is("hidden") => {
                if let (Some(first @ 1..), Some(last)) = (tag.number("min"), tag.number("max")) {
                    self.hidden_columns.extend(first - 1..last.min(COLUMNS));
                }
            }
            b"mergeCell" if self.merges.len() < MERGES => {
                self.merges.extend(tag.get("ref").and_then(merge));
            }
            _ => {}
        }
    }

    /// How the number of a cell is shown.
    pub(super) fn shown(&self, row: u32, column: u32) -> &Shown {
        let found = self.shown.binary_search_by_key(&(row, column), |(place, _)| *place);
        found.map_or(&Shown::Plain, |at| &self.shown[at].1)
    }

    pub(super) fn is_hidden(&self, row: u32) -> bool {
        self.hidden_rows.binary_search(&row).is_ok()
    }
}

/// `B3:D5` as rows and columns.
fn merge(range: &str) -> Option<Merge> {
    let (from, to) = range.split_once(':')?;
    let ((left, top), (right, bottom)) = (cell(from)?, cell(to)?);
    (left <= right && top <= bottom).then_some(Merge { rows: (top, bottom), columns: (left, right) })
}

/// `B3` as a column from 0 and a row from 1.
fn cell(address: &str) -> Option<(u32, u32)> {
    let digits = address.find(|c: char| c.is_ascii_digit())?;
    let (letters, row) = address.split_at(digits);
    let number = |c: u8| c.is_ascii_alphabetic().then(|| u32::from(c.to_ascii_uppercase() - b'A') + 1);
    let column = letters
        .bytes()
        .filter(|c| *c != b'$')
        .try_fold(0_u32, |column, c| column.checked_mul(26)?.checked_add(number(c)?))?;
    Some((column.checked_sub(1)?, row.trim_start_matches('$').parse().ok()?))
}
