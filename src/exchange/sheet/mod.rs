//! A sheet: headers and rows of cells with the addresses that a spreadsheet shows. Where a file of
//! another form (XLSX) joins in. May use `domain`, `guard`.

pub mod csv;

mod encoding;

use super::guard::{is_end, is_subtotal};
use crate::domain::typed::plain;

/// The header stands in one of so many first rows.
const HEADER_ROWS: usize = 12;

/// A row of cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its number in the file, from 1, as a spreadsheet counts.
    pub number: u32,
    /// Its cells, as they stand in the file.
    pub cells: Vec<String>,
}

impl Row {
    /// The cell of a column, from 0; empty beyond the last.
    #[must_use]
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }

    fn first_words(&self) -> Option<&str> {
        self.cells.iter().map(|cell| cell.trim()).find(|cell| !cell.is_empty())
    }
}

/// A table with its header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// How the file was encoded.
    pub encoding: &'static str,
    /// The row that the header stands in, from 1.
    pub header_row: u32,
    /// The headers as written.
    pub headers: Vec<String>,
    /// The unit of money that a title row states (`单位：万元`).
    pub unit: Option<String>,
    /// The rows of data.
    pub rows: Vec<Row>,
    /// How many rows below the end (合计, 注：) were not read.
    pub below: u32,
}

/// Why a file is no sheet.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadSheet {
    /// Nothing in it.
    #[error("empty")]
    Empty,
    /// Not text in any form that is read.
    #[error("not a text file")]
    Binary,
    /// A quote is opened in a cell and never closed.
    #[error("row {row}: a quote is not closed")]
    OpenQuote {
        /// The row that it takes everything into, from 1.
        row: u32,
    },
    /// Whoever heard how far it had come said stop.
    #[error("cancelled")]
    Cancelled,
}

impl Sheet {
    /// Finds header, data and end in the rows of a file. `known` says whether a
    /// cell reads like a known header.
    ///
    /// # Errors
    /// `Empty` where no row holds anything.
    pub fn of_rows(
        rows: Vec<Row>,
        encoding: &'static str,
        known: &dyn Fn(&str) -> bool,
    ) -> Result<Self, BadSheet> {
        let known = |row: &Row| row.cells.iter().filter(|cell| known(cell)).count();
        let filled = |row: &Row| row.cells.iter().filter(|cell| !cell.trim().is_empty()).count();
        let top = rows.iter().take(HEADER_ROWS).enumerate();
        // The last of the rows with the most known headers would be a row of data that repeats them.
        let best = top
            .map(|(i, row)| (known(row), i))
            .filter(|(n, _)| *n > 0)
            .max_by_key(|(n, i)| (*n, usize::MAX - i));
        let widest = || rows.iter().take(HEADER_ROWS).position(|row| filled(row) >= 2);
        let at = best.map(|(_, i)| i).or_else(widest).or_else(|| rows.iter().position(|row| filled(row) > 0));
        let at = at.ok_or(BadSheet::Empty)?;
        let unit = rows[..at].iter().flat_map(|row| &row.cells).find_map(|cell| stated_unit(cell));
        let mut rows = rows.into_iter().skip(at);
        let header = rows.next().ok_or(BadSheet::Empty)?;
        let mut data: Vec<Row> = Vec::new();
        let mut below = 0;
        for row in rows {
            match row.first_words() {
                _ if below > 0 => below += 1,
                None => {}
                Some(words) if is_end(words) => below = 1,
                Some(words) if is_subtotal(words) => {}
                Some(_) => data.push(row),
            }
        }
        Ok(Self { encoding, header_row: header.number, headers: header.cells, unit, rows: data, below })
    }

    /// The letters of a column, from 0: `A`, `B` … `AA`.
    #[must_use]
    pub fn letters(column: usize) -> String {
        let mut letters = Vec::new();
        let mut rest = column + 1;
        while rest > 0 {
            rest -= 1;
            letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
            rest /= 26;
        }
        letters.iter().rev().collect()
    }
}

fn stated_unit(cell: &str) -> Option<String> {
    let cell = plain(cell).replace(' ', "");
    let (_, unit) = cell.split_once("单位:")?;
    let unit = unit.split([',', ';', ')', '、']).next()?;
    crate::domain::money_words::Scale::from_word(unit).map(|_| unit.to_owned())
}
