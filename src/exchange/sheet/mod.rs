//! A file's bytes as sheets: whatever its form, a Book of Grids of text; in a Grid a Sheet is found,
//! with its header, its sections and its end. May use `domain`, `guard`.

mod bad;
mod biff;
mod cell;
mod csv;
mod encoding;
mod found;
mod grid;
mod group;
mod head;
mod heard;
mod kind;
mod layout;
mod limit;
mod line;
mod ods;
mod package;
mod range;
mod rows;
mod section;
mod shown;
mod tags;
mod title;
mod xls;
mod xlsx;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use heard::Heard;
use kind::Kind;

pub use bad::BadSheet;
pub use found::Sheet;
pub use grid::{Epoch, Grid, Row, letters};

/// What somebody has said by hand of how a file is to be read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct How {
    /// How a text is encoded.
    pub encoding: Option<&'static encoding_rs::Encoding>,
    /// What stands between the cells of a text.
    pub delimiter: Option<u8>,
}

impl How {
    /// The encoding that a name stands for: `gbk`, `utf-16le`, `big5`, `windows-1252` …
    #[must_use]
    pub fn encoding_of(name: &str) -> Option<&'static encoding_rs::Encoding> {
        encoding_rs::Encoding::for_label(name.trim().as_bytes())
    }
}

/// All that stands in a file.
#[derive(Debug, Clone)]
pub struct Book {
    /// What kind of file it is: `XLSX`, `XLS`, `ODS`, `CSV`, `TSV`.
    pub form: &'static str,
    /// Its sheets, in order, hidden ones too; those without anything are left out.
    pub grids: Vec<Arc<Grid>>,
}

/// Reads a file, by what it holds and not by its name. `heard` is told how many bytes are read and
/// of how many, and says whether to go on.
///
/// # Errors
/// Why it is no sheet; nothing else depends on it.
pub fn read(
    bytes: &[u8],
    file_name: &str,
    how: &How,
    heard: &mut dyn FnMut(u64, u64) -> bool,
) -> Result<Book, BadSheet> {
    match Kind::of(bytes)? {
        Kind::Text => csv::read(bytes, file_name, how, heard),
        Kind::Xlsx => guarded(|| xlsx::read(bytes, &mut Heard(heard))),
        Kind::Ods => guarded(|| ods::read(bytes, &mut Heard(heard))),
        Kind::Xls => guarded(|| xls::read(bytes, &mut Heard(heard))),
    }
}

/// Reads a workbook. The library that does it has panicked over damaged files before, and may again:
/// that is no reason to take down whoever asked.
fn guarded(read: impl FnOnce() -> Result<Book, BadSheet>) -> Result<Book, BadSheet> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or(Err(BadSheet::Damaged))
}
