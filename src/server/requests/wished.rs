//! How an import is wished for: the words of the command as options, and which sheets of a book are
//! meant. May use `exchange`, `board`.

use std::sync::Arc;

use super::answer::{self, Halt};
use super::{Ask, mappings, unreadable};
use crate::board::Board;
use crate::domain::Choice;
use crate::domain::date_words::Order;
use crate::domain::money_words::Scale;
use crate::exchange::import::{Chosen, Match, Mode, Options, What, guess, header};
use crate::exchange::sheet::{BadSheet, Book, Grid, How, Sheet};
use crate::say;
use crate::ui::text::clean;
use crate::wire::Import;

/// The word for all sheets that map to something.
const ALL: &[&str] = &["all", "全部"];

/// Whether a word for a sheet means all of them.
pub(in crate::server) fn is_all(word: &str) -> bool {
    ALL.contains(&word)
}

/// What the command says of how rows are planned.
pub(in crate::server) fn options(import: &Import, board: &Board, ask: &Ask<'_>) -> Result<Options, Halt> {
    let mut options = Options {
        map: map(import, ask)?,
        unit: import.unit.as_deref().map(|word| unit(word, ask)).transpose()?,
        division: import.division.as_deref().map(|word| answer::division(word, board, ask)).transpose()?,
        what: import.kind.as_deref().map(|word| kind(word, ask)).transpose()?,
        mode: one_of::<Mode>(import.mode.as_deref(), "--mode", ask)?.unwrap_or_default(),
        matching: one_of::<Match>(import.matching.as_deref(), "--match", ask)?.unwrap_or_default(),
        dates: one_of::<Order>(import.dates.as_deref(), "--dates", ask)?,
        fill_down: import.fill_down.clone(),
        ..Options::default()
    };
    if let Some(name) = &import.saved {
        mappings::named(name, ask)?.give(&mut options);
    }
    Ok(options)
}

fn map(import: &Import, ask: &Ask<'_>) -> Result<Vec<(String, String)>, Halt> {
    let one = |word: &String| match word.rsplit_once('=') {
        Some((from, to)) if header::is_name(to) => Ok((from.to_owned(), to.to_owned())),
        other => {
            let field = clean(other.map_or(word.as_str(), |(_, to)| to)).into_owned();
            let what = import.kind.as_deref().and_then(|word| What::from_word(word.trim()));
            let fields = unreadable::field_names(what.unwrap_or(What::Leads), ask.lang);
            Err(Halt::Usage(say!(ask.lang, "import-map", field = field, fields = fields)))
        }
    };
    import.map.iter().map(one).collect()
}

fn unit(word: &str, ask: &Ask<'_>) -> Result<Scale, Halt> {
    Scale::from_word(word).ok_or_else(|| Halt::Usage(say!(ask.lang, "import-unit", unit = clean(word))))
}

fn kind(word: &str, ask: &Ask<'_>) -> Result<What, Halt> {
    What::from_word(word.trim()).ok_or_else(|| {
        let kinds: Vec<&str> = What::ALL.iter().map(|what| what.code()).collect();
        Halt::Usage(say!(ask.lang, "command-kind", word = clean(word), kinds = kinds.join(", ")))
    })
}

fn one_of<C: Choice>(word: Option<&str>, flag: &str, ask: &Ask<'_>) -> Result<Option<C>, Halt> {
    let Some(word) = word else { return Ok(None) };
    let found = C::from_word(word.trim());
    found.map(Some).ok_or_else(|| Halt::Usage(say!(ask.lang, "usage-value", arg = flag, value = clean(word))))
}

/// How the command says that the file's bytes are read.
pub(in crate::server) fn how(import: &Import, ask: &Ask<'_>) -> Result<How, Halt> {
    let encoding = match &import.encoding {
        Some(name) => Some(
            How::encoding_of(name)
                .ok_or_else(|| Halt::Usage(say!(ask.lang, "import-encoding", name = clean(name))))?,
        ),
        None => None,
    };
    let delimiter = match import.delimiter.as_deref() {
        Some("tab" | "\\t" | "\t") => Some(b'\t'),
        Some("comma") => Some(b','),
        Some("semicolon") => Some(b';'),
        Some(one) if one.len() == 1 && one.is_ascii() => one.bytes().next(),
        Some(word) => {
            return Err(Halt::Usage(say!(ask.lang, "usage-value", arg = "--delimiter", value = clean(word))));
        }
        None => None,
    };
    Ok(How { encoding, delimiter })
}

/// What a book's sheets would be planned as.
pub(in crate::server) struct Picked {
    /// Those that are meant.
    pub(in crate::server) chosen: Vec<Chosen>,
    /// The names of others that map to something too.
    pub(in crate::server) others: Vec<String>,
    /// The names of those that map to nothing, where all are meant.
    pub(in crate::server) passed: Vec<String>,
}

/// Why no sheet of a book is meant.
pub(in crate::server) enum NotPicked {
    /// None can be read.
    Bad(BadSheet),
    /// None is called so; those that are there.
    Name(Vec<String>),
}

/// The sheets of a book that the command means: the named one, all that map to something, or the
/// one that maps best.
pub(in crate::server) fn pick(
    book: &Book,
    file: &str,
    import: &Import,
    options: &Options,
) -> Result<Picked, NotPicked> {
    let known = |cell: &str| header::is_known(cell, &options.map);
    let find = |grid: &Arc<Grid>| {
        let sheet = Sheet::find(Arc::clone(grid), &known, import.header)?;
        let name = if grid.name.is_empty() { file } else { &grid.name };
        let score = guess::what(&sheet.headers, name, &options.map).1;
        let chosen = Chosen { sheet: Arc::new(sheet), name: name.to_owned(), options: options.clone() };
        Ok((score, chosen))
    };
    let wish = import.sheet.as_deref().map(str::trim);
    if let Some(name) = wish.filter(|name| !is_all(name)) {
        let is = |grid: &&Arc<Grid>| grid.name.trim().eq_ignore_ascii_case(name);
        let nth = || name.parse::<usize>().ok().and_then(|n| book.grids.get(n.checked_sub(1)?));
        let names = || book.grids.iter().map(|grid| grid.name.clone()).collect();
        let grid = book.grids.iter().find(is).or_else(nth).ok_or_else(|| NotPicked::Name(names()))?;
        let (_, chosen) = find(grid).map_err(NotPicked::Bad)?;
        return Ok(Picked { chosen: vec![chosen], others: Vec::new(), passed: Vec::new() });
    }
    let (mut found, mut bad) = (Vec::new(), BadSheet::Empty);
    for grid in book.grids.iter().filter(|grid| !grid.is_hidden) {
        match find(grid) {
            Ok(one) => found.push(one),
            Err(why) => bad = why,
        }
    }
    if found.is_empty() {
        return Err(NotPicked::Bad(bad));
    }
    let all = wish.is_some() && found.iter().any(|(score, _)| *score > 1);
    Ok(if all { all_of(found, options) } else { best_of(found) })
}

/// All sheets that map to something, each with what is said by hand of its own headers.
fn all_of(found: Vec<(u32, Chosen)>, options: &Options) -> Picked {
    let (mapped, others): (Vec<_>, Vec<_>) = found.into_iter().partition(|(score, _)| *score > 1);
    let passed = others.into_iter().map(|(_, one)| one.name).collect();
    let mut chosen: Vec<Chosen> = mapped.into_iter().map(|(_, chosen)| chosen).collect();
    let headers = |one: &Chosen| one.sheet.headers.clone();
    for from in options.map.iter().map(|(from, _)| from).chain(&options.fill_down) {
        let has = |one: &Chosen| headers(one).iter().any(|header| header::is_same(header, from));
        if chosen.iter().any(has) {
            for one in chosen.iter_mut().filter(|one| !has(one)) {
                one.options.map.retain(|(other, _)| other != from);
                one.options.fill_down.retain(|other| other != from);
            }
        }
    }
    Picked { chosen, others: Vec::new(), passed }
}

/// The sheet that maps best; of several the first.
fn best_of(found: Vec<(u32, Chosen)>) -> Picked {
    let most = found.iter().map(|(score, _)| *score).max().unwrap_or(0);
    let (mut chosen, mut others) = (Vec::new(), Vec::new());
    for (score, one) in found {
        if score == most && chosen.is_empty() {
            chosen.push(one);
        } else if score > 1 {
            others.push(one.name);
        }
    }
    Picked { chosen, others, passed: Vec::new() }
}
