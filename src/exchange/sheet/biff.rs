//! The records of an XLS file: what the library that reads cells does not tell of rows, columns and
//! formats, and how large its sheets are. May use `layout`, `shown`.

use std::collections::HashMap;
use std::io::{Cursor, Read};

use super::BadSheet;
use super::layout::Layout;
use super::shown::Shown;

/// No office has more sheets in a file.
const SHEETS: usize = 1000;

/// Numbers of records, as the format's documents name them.
mod record {
    pub(super) const FORMULA: u16 = 0x06;
    pub(super) const EOF: u16 = 0x0A;
    pub(super) const FILE_PASS: u16 = 0x2F;
    pub(super) const COL_INFO: u16 = 0x7D;
    pub(super) const BOUND_SHEET: u16 = 0x85;
    pub(super) const MUL_RK: u16 = 0xBD;
    pub(super) const XF: u16 = 0xE0;
    pub(super) const LABEL_SST: u16 = 0xFD;
    pub(super) const NUMBER: u16 = 0x203;
    pub(super) const LABEL: u16 = 0x204;
    pub(super) const BOOL_ERR: u16 = 0x205;
    pub(super) const ROW: u16 = 0x208;
    pub(super) const RK: u16 = 0x27E;
    pub(super) const FORMAT: u16 = 0x41E;
    pub(super) const BOF: u16 = 0x809;
}

/// What the records say.
#[derive(Default)]
pub(super) struct Biff {
    sheets: Vec<Sheet>,
    /// The code of each format of the file.
    formats: HashMap<u16, Shown>,
    /// The format of each style.
    styles: Vec<u16>,
}

#[derive(Default)]
struct Sheet {
    layout: Layout,
    /// The corners of what is filled: first row and column, last row and column.
    filled: Option<[u16; 4]>,
}

impl Biff {
    pub(super) fn of(bytes: &[u8]) -> Result<Self, BadSheet> {
        let stream = stream(bytes).ok_or(BadSheet::Damaged)?;
        let mut biff = Self::default();
        let mut starts = Vec::new();
        for (kind, data) in Records(&stream) {
            match kind {
                record::EOF => break,
                record::FILE_PASS => return Err(BadSheet::Password),
                record::BOUND_SHEET => starts.extend(long(data, 0)),
                record::XF => biff.styles.push(short(data, 2).unwrap_or(0)),
                record::FORMAT => biff.formats.extend(format(data)),
                _ => {}
            }
        }
        if starts.len() > SHEETS {
            return Err(BadSheet::TooLarge);
        }
        for start in starts {
            let records = stream.get(start as usize..).unwrap_or_default();
            let sheet = biff.sheet(records);
            biff.sheets.push(sheet);
        }
        Ok(biff)
    }

    /// How many cells lie between the filled corners of all sheets.
    pub(super) fn dense(&self) -> u64 {
        let corners = self.sheets.iter().filter_map(|sheet| sheet.filled);
        corners
            .map(|[top, left, bottom, right]| {
                u64::from(bottom - top + 1) * u64::from(right.saturating_sub(left) + 1)
            })
            .sum()
    }

    pub(super) fn layouts(self) -> Vec<Layout> {
        self.sheets.into_iter().map(|sheet| sheet.layout).collect()
    }

    fn sheet(&self, records: &[u8]) -> Sheet {
        let mut sheet = Sheet::default();
        let mut depth = 0_u32;
        for (kind, data) in Records(records) {
            match kind {
                record::BOF => depth += 1,
                record::EOF if depth <= 1 => break,
                record::EOF => depth -= 1,
                // A chart within a sheet has records of its own.
                _ if depth == 1 => self.record(&mut sheet, kind, data),
                _ => {}
            }
        }
        sheet.layout.shown.sort_unstable_by_key(|(place, _)| *place);
        sheet
    }

    fn record(&self, sheet: &mut Sheet, kind: u16, data: &[u8]) {
        let (Some(first), Some(second)) = (short(data, 0), short(data, 2)) else { return };
        match kind {
            record::ROW if short(data, 12).is_some_and(|flags| flags & 0x20 != 0) => {
                sheet.layout.hidden_rows.push(u32::from(first) + 1);
            }
            record::COL_INFO if short(data, 8).is_some_and(|flags| flags & 1 != 0) && second < 256 => {
                sheet.layout.hidden_columns.extend(u32::from(first)..=u32::from(second));
            }
            record::FORMULA | record::NUMBER | record::RK => {
                self.cell(sheet, first, second, short(data, 4));
            }
            record::LABEL_SST | record::LABEL | record::BOOL_ERR => self.cell(sheet, first, second, None),
            record::MUL_RK => {
                let styles = data.get(4..).unwrap_or_default().chunks_exact(6);
                for (column, style) in (second..).zip(styles) {
                    self.cell(sheet, first, column, short(style, 0));
                }
            }
            _ => {}
        }
    }

    fn cell(&self, sheet: &mut Sheet, row: u16, column: u16, style: Option<u16>) {
        let [top, left, bottom, right] = sheet.filled.unwrap_or([row, column, row, column]);
        sheet.filled = Some([top.min(row), left.min(column), bottom.max(row), right.max(column)]);
        let format = style.and_then(|style| self.styles.get(usize::from(style)));
        let shown = match format {
            Some(9 | 10) => Some(&Shown::Percent),
            Some(format) => self.formats.get(format),
            None => None,
        };
        if let Some(shown) = shown
            && *shown != Shown::Plain
        {
            sheet.layout.shown.push(((u32::from(row) + 1, u32::from(column)), shown.clone()));
        }
    }
}

/// The part of the file that holds the workbook.
fn stream(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).ok()?;
    let is_workbook = |name: &str| ["workbook", "book"].contains(&name.to_lowercase().as_str());
    let path = file.read_root_storage().find(|e| is_workbook(e.name())).map(|e| e.path().to_owned())?;
    let mut stream = Vec::new();
    file.open_stream(path).ok()?.take(bytes.len() as u64).read_to_end(&mut stream).ok()?;
    Some(stream)
}

/// The records of a stream: the number and the data of each.
struct Records<'a>(&'a [u8]);

impl<'a> Iterator for Records<'a> {
    type Item = (u16, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let (kind, length) = (short(self.0, 0)?, short(self.0, 2)?);
        let data = self.0.get(4..4 + usize::from(length))?;
        self.0 = &self.0[4 + data.len()..];
        Some((kind, data))
    }
}

/// The number of a format and what its code shows; letters of one or two bytes.
fn format(data: &[u8]) -> Option<(u16, Shown)> {
    let (number, letters) = (short(data, 0)?, usize::from(short(data, 2)?));
    let text = data.get(5..)?;
    let code = if data.get(4)? & 1 == 0 {
        text.get(..letters)?.iter().map(|byte| char::from(*byte)).collect()
    } else {
        let units = text.get(..letters * 2)?.chunks_exact(2);
        String::from_utf16_lossy(&units.map(|two| u16::from_le_bytes([two[0], two[1]])).collect::<Vec<_>>())
    };
    Some((number, Shown::of(&code)))
}

fn short(data: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(data.get(at..at + 2)?.try_into().ok()?))
}

fn long(data: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(data.get(at..at + 4)?.try_into().ok()?))
}
