//! A file that has been read, to be planned as often as somebody likes. May use `exchange`.

use std::path::Path;
use std::sync::Arc;

use crate::exchange::import::{BadFile, Document, Options, guess, header};
use crate::exchange::sheet::{self, BadSheet, How, Sheet};
use crate::server::requests::{Ask, wished};
use crate::wire::Import;

/// A file that has been read.
pub struct Source {
    /// Its name, without a folder.
    pub(super) name: String,
    /// What it is: `XLSX`, `CSV` …
    pub(super) form: &'static str,
    /// What was said of it before it was read.
    pub(super) options: Options,
    pub(super) body: Body,
}

pub(super) enum Body {
    Book(Vec<Table>),
    Json(Arc<Document>),
}

/// A sheet of a book.
pub(super) struct Table {
    pub(super) sheet: Arc<Sheet>,
    /// Its name, or the file's.
    pub(super) name: String,
    /// How many of its headers are known.
    pub(super) score: u32,
    /// Whether it is brought in where nobody says otherwise.
    pub(super) is_meant: bool,
}

/// Why a file cannot be looked at.
pub enum Unread {
    /// What is wrong with it.
    Bad(BadFile),
    /// What is wrong with what was said of it, in a sentence.
    Wish(String),
}

impl Source {
    /// Reads a file; `hear` is told how much is read and of how much, and says whether to go on.
    ///
    /// # Errors
    /// `Unread`.
    pub fn read(
        bytes: Vec<u8>,
        name: &str,
        wish: &Import,
        ask: &Ask<'_>,
        hear: &mut dyn FnMut(u64, u64) -> bool,
    ) -> Result<Self, Unread> {
        let options = wished::options(wish, &ask.engine.board(), ask);
        let options = options.map_err(|halt| Unread::Wish(halt.sentence()))?;
        let how = wished::how(wish, ask).map_err(|halt| Unread::Wish(halt.sentence()))?;
        let path = Path::new(name);
        let is_json = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json"));
        let (form, body) = if Document::is_json(&bytes) || is_json {
            ("JSON", Body::Json(Arc::new(Document::read(&bytes).map_err(Unread::Bad)?)))
        } else {
            let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            book(bytes, (name, &stem), wish, (&options, &how), hear).map_err(Unread::Bad)?
        };
        Ok(Self { name: name.to_owned(), form, options, body })
    }
}

fn book(
    bytes: Vec<u8>,
    (name, stem): (&str, &str),
    wish: &Import,
    (options, how): (&Options, &How),
    hear: &mut dyn FnMut(u64, u64) -> bool,
) -> Result<(&'static str, Body), BadFile> {
    let book = sheet::read(&bytes, name, how, hear)?;
    drop(bytes);
    let known = |cell: &str| header::is_known(cell, &options.map);
    let (mut tables, mut bad) = (Vec::new(), BadSheet::Empty);
    for grid in book.grids.into_iter().filter(|grid| !grid.is_hidden) {
        let name = if grid.name.is_empty() { stem.to_owned() } else { grid.name.clone() };
        match Sheet::find(grid, &known, wish.header) {
            Ok(sheet) => {
                let score = guess::what(&sheet.headers, &name, &options.map).1;
                tables.push(Table { sheet: Arc::new(sheet), name, score, is_meant: false });
            }
            Err(why) => bad = why,
        }
    }
    mean(&mut tables, wish);
    if tables.is_empty() { Err(bad.into()) } else { Ok((book.form, Body::Book(tables))) }
}

/// Which sheets are brought in where nobody says otherwise: the named one, all that map to something, or
/// the first of those that map best.
fn mean(tables: &mut [Table], wish: &Import) {
    let most = tables.iter().map(|table| table.score).max().unwrap_or(0);
    let named = wish.sheet.as_deref().map(str::trim);
    let is_all = named.is_some_and(wished::is_all);
    let by_name = |table: &Table| named.is_some_and(|name| table.name.trim().eq_ignore_ascii_case(name));
    let nth = named.and_then(|name| name.parse::<usize>().ok()?.checked_sub(1));
    let one = tables.iter().position(by_name).or(nth);
    let one = one.or_else(|| tables.iter().position(|table| table.score == most));
    for (place, table) in tables.iter_mut().enumerate() {
        table.is_meant = if is_all { table.score > 1 } else { Some(place) == one };
    }
}
