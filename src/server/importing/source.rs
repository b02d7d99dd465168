//! A file that has been read, to be planned as often as somebody likes. May use `exchange`.

use std::path::Path;
use std::sync::Arc;

use crate::exchange::import::{BadFile, Document, Options, guess, header};
use crate::exchange::sheet::{self, BadSheet, Book, Grid, How, Sheet};
use crate::say;
use crate::server::requests::{Ask, wished};
use crate::ui::text::clean;
use crate::wire::Import;

/// A file that has been read.
pub struct Source {
    /// Its name, without a folder.
    pub(super) name: String,
    /// What it is: `XLSX`, `CSV` …
    pub(super) form: &'static str,
    /// Whether nothing is done where there is any problem.
    pub(super) stops: bool,
    /// The name under which its choices are kept once it is brought in.
    pub(super) save: Option<String>,
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
    /// The name under which the choices are to be kept.
    #[must_use]
    pub fn save(&self) -> Option<&str> {
        self.save.as_deref()
    }

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
            book(bytes, (name, &stem), (wish, ask), (&options, &how), hear)?
        };
        let (stops, save) = (wish.stop, wish.save.clone());
        Ok(Self { name: name.to_owned(), form, stops, save, options, body })
    }
}

fn book(
    bytes: Vec<u8>,
    (name, stem): (&str, &str),
    (wish, ask): (&Import, &Ask<'_>),
    (options, how): (&Options, &How),
    hear: &mut dyn FnMut(u64, u64) -> bool,
) -> Result<(&'static str, Body), Unread> {
    let bad = |why: BadSheet| Unread::Bad(why.into());
    let book = sheet::read(&bytes, name, how, hear).map_err(bad)?;
    drop(bytes);
    let named = named(&book, wish, ask)?;
    let known = |cell: &str| header::is_known(cell, &options.map);
    let (mut tables, mut unfit) = (Vec::new(), BadSheet::Empty);
    for (place, grid) in book.grids.into_iter().enumerate() {
        let is_meant = named == Some(place);
        if grid.is_hidden && !is_meant {
            continue;
        }
        let name = if grid.name.is_empty() { stem.to_owned() } else { grid.name.clone() };
        match Sheet::find(grid, &known, wish.header) {
            Ok(sheet) => {
                let score = guess::what(&sheet.headers, &name, &options.map).1;
                tables.push(Table { sheet: Arc::new(sheet), name, score, is_meant });
            }
            Err(why) if is_meant => return Err(bad(why)),
            Err(why) => unfit = why,
        }
    }
    if named.is_none() {
        mean(&mut tables, wish);
    }
    if tables.is_empty() { Err(bad(unfit)) } else { Ok((book.form, Body::Book(tables))) }
}

/// The place of the sheet that the command names, hidden or not; none where it names none.
fn named(book: &Book, wish: &Import, ask: &Ask<'_>) -> Result<Option<usize>, Unread> {
    let Some(name) = wish.sheet.as_deref().map(str::trim).filter(|name| !wished::is_all(name)) else {
        return Ok(None);
    };
    let is = |grid: &Arc<Grid>| grid.name.trim().eq_ignore_ascii_case(name);
    let nth = || name.parse::<usize>().ok()?.checked_sub(1).filter(|place| *place < book.grids.len());
    book.grids.iter().position(is).or_else(nth).map(Some).ok_or_else(|| {
        let names: Vec<&str> = book.grids.iter().map(|grid| grid.name.as_str()).collect();
        let names = clean(&names.join(ask.lang.pick("、", ", "))).into_owned();
        Unread::Wish(say!(ask.lang, "import-no-sheet", names = names))
    })
}

/// Which sheets are brought in where nobody names one: all that map to something where that is wished
/// for, else the first of those that map best.
fn mean(tables: &mut [Table], wish: &Import) {
    let most = tables.iter().map(|table| table.score).max().unwrap_or(0);
    let is_all = wish.sheet.as_deref().map(str::trim).is_some_and(wished::is_all);
    let one = tables.iter().position(|table| table.score == most);
    for (place, table) in tables.iter_mut().enumerate() {
        table.is_meant = if is_all { table.score > 1 } else { Some(place) == one };
    }
}
