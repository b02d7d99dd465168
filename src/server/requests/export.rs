//! `export`: a file out, while others go on working. May use `exchange`, `board`, `store`.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::io::Write;

use chrono::{DateTime, Utc};

use super::answer::{self, Answer, Halt};
use super::writer::Pieces;
use super::{Ask, Out, list};
use crate::board::Board;
use crate::domain::{FieldKey, Id, Kind, Lang};
use crate::exchange::export::{self, Column, ExportError, Form, KINDS, Source, Told};
use crate::say;
use crate::store::{Journal, StoreError};
use crate::ui::text::clean;
use crate::wire::Export;

/// What falls due, in the order of a calendar that is of no one kind.
const DATED: [Kind; 4] = [Kind::Lead, Kind::Target, Kind::SixOne, Kind::Request];

/// What is written, and how.
struct Wanted {
    form: Form,
    kind: Kind,
    ids: Vec<Id>,
    columns: Vec<Column>,
    lang: Lang,
}

/// Writes what is wished for.
pub(super) fn run(wish: &Export, ask: &Ask<'_>, out: &mut dyn Out) -> Answer {
    let form = form(wish, ask)?;
    let prints = wish.file == "-";
    if prints && ask.is_tty && form.is_binary() {
        return Err(Halt::Usage(say!(ask.lang, "command-export-terminal")));
    }
    // A clone, so that others can go on working meanwhile, however slowly the file is taken. Not by the
    // stretch, as a list: a ledger is handed in, so its rows and the figures beside them are of one
    // moment, and so are the records and the names that they refer to.
    let board = ask.engine.board().clone();
    let wanted = wanted(form, wish, &board, ask)?;
    let mut pieces = Pieces::shown(out, prints && ask.is_tty);
    let made = wanted.make(&board, ask, &mut pieces);
    let told = pieces.finish(made, |halt| halt)?;
    if told.cut > 0 {
        out.err(&cut(told, ask.lang))?;
    }
    if !prints {
        out.err(&wanted.said(told, &wish.file, ask.lang))?;
    }
    Ok(0)
}

/// The bytes of a file that a window writes, and the sentence that says what is in it.
///
/// # Errors
/// A sentence that says why there are none.
pub fn file(
    path: &str,
    listed: Option<(Kind, Vec<Id>)>,
    board: &Board,
    ask: &Ask<'_>,
) -> Result<(Vec<u8>, String), String> {
    let form = Form::of_name(path).ok_or_else(|| say!(ask.lang, "file-ending"))?;
    let kind = listed.as_ref().map_or(Kind::Lead, |(kind, _)| *kind);
    if !KINDS.contains(&kind) {
        return Err(say!(ask.lang, "file-no-such-kind"));
    }
    let ids = match listed {
        Some((_, ids)) => ids,
        None => chosen(board, None, form, "", ask).map_err(Halt::sentence)?,
    };
    let wanted = Wanted { form, kind, ids, columns: Vec::new(), lang: ask.lang };
    let mut bytes = Vec::new();
    let told = wanted.make(board, ask, &mut bytes).map_err(Halt::sentence)?;
    let mut said = wanted.said(told, path, ask.lang);
    if told.cut > 0 {
        said = [said, cut(told, ask.lang)].join(ask.lang.pick("", " "));
    }
    Ok((bytes, said))
}

impl Wanted {
    /// Writes it.
    fn make(&self, board: &Board, ask: &Ask<'_>, to: &mut dyn Write) -> Result<Told, Halt> {
        let changed = Changes::of(ask.engine.journal().as_ref());
        let source = Source {
            board,
            kind: self.kind,
            ids: &self.ids,
            columns: &self.columns,
            lang: self.lang,
            now: ask.now,
            demo: ask.demo,
            changed: &|seq| changed.at(seq),
        };
        let told = export::write(self.form, &source, to).map_err(|error| match error {
            ExportError::TooMany(most) => Halt::Failed(say!(ask.lang, "command-export-many", most = most)),
            error => Halt::Failed(error.to_string()),
        })?;
        changed.are_told(ask.lang)?;
        Ok(told)
    }

    /// What has been written where.
    fn said(&self, told: Told, path: &str, lang: Lang) -> String {
        let what = if self.form == Form::Calendar { "date" } else { self.kind.code() };
        say!(lang, "command-exported", count = told.records, kind = what, file = clean(path))
    }
}

/// That some cells are too long.
fn cut(told: Told, lang: Lang) -> String {
    say!(lang, "command-export-cut", count = told.cut)
}

fn form(wish: &Export, ask: &Ask<'_>) -> Result<Form, Halt> {
    let form = Form::named(&wish.form).ok_or_else(|| {
        let (word, forms) = (clean(&wish.form), Form::words().join(", "));
        Halt::Usage(say!(ask.lang, "command-export-form", word = word, forms = forms))
    })?;
    if form == Form::Calendar && wish.columns.is_some() {
        return Err(Halt::Usage(say!(ask.lang, "command-export-no-columns")));
    }
    Ok(form)
}

/// What the words of a wish mean on a board.
fn wanted(form: Form, wish: &Export, board: &Board, ask: &Ask<'_>) -> Result<Wanted, Halt> {
    let kind = wish.kind.as_deref().map(|word| kind(word, ask)).transpose()?;
    let ids = chosen(board, kind, form, wish.filter.as_deref().unwrap_or_default(), ask)?;
    let kind = kind.unwrap_or(Kind::Lead);
    let columns = wish.columns.as_deref().map(|words| columns(kind, board, words, ask)).transpose()?;
    Ok(Wanted { form, kind, ids, columns: columns.unwrap_or_default(), lang: language(wish, ask)? })
}

fn kind(word: &str, ask: &Ask<'_>) -> Result<Kind, Halt> {
    let found = answer::kind(word, ask)?;
    if KINDS.contains(&found) {
        return Ok(found);
    }
    let kinds: Vec<&str> = KINDS.iter().map(|kind| kind.code()).collect();
    Err(Halt::Usage(say!(ask.lang, "command-kind", word = clean(word), kinds = kinds.join(", "))))
}

/// The records that a filter finds; in a calendar of no one kind, those of each kind that the filter
/// can be asked of.
fn chosen(
    board: &Board,
    kind: Option<Kind>,
    form: Form,
    filter: &str,
    ask: &Ask<'_>,
) -> Result<Vec<Id>, Halt> {
    if form != Form::Calendar || kind.is_some() {
        return list::found(board, kind.unwrap_or(Kind::Lead), filter, ask);
    }
    let mut ids = list::found(board, Kind::Lead, filter, ask)?;
    for kind in DATED.into_iter().skip(1) {
        ids.extend(list::found(board, kind, filter, ask).unwrap_or_default());
    }
    Ok(ids)
}

fn columns(kind: Kind, board: &Board, words: &str, ask: &Ask<'_>) -> Result<Vec<Column>, Halt> {
    export::columns(kind, board, words).map_err(|word| {
        let keys: Vec<&str> = FieldKey::all(kind).map(FieldKey::key).collect();
        let (word, keys) = (clean(&word), keys.join(", "));
        Halt::Usage(say!(ask.lang, "command-export-column", word = word, keys = keys))
    })
}

fn language(wish: &Export, ask: &Ask<'_>) -> Result<Lang, Halt> {
    let Some(word) = &wish.lang else { return Ok(ask.lang) };
    word.parse().map_err(|()| Halt::Usage(say!(ask.lang, "command-export-lang", word = clean(word))))
}

/// When Transactions were, each looked up once: thousands of records come from one import.
struct Changes<'a> {
    journal: &'a dyn Journal,
    known: RefCell<HashMap<u64, Option<DateTime<Utc>>>>,
    /// What kept the history from being read first.
    failed: Cell<Option<StoreError>>,
}

impl<'a> Changes<'a> {
    fn of(journal: &'a dyn Journal) -> Self {
        Self { journal, known: RefCell::default(), failed: Cell::new(None) }
    }

    /// When one was; none where the history does not reach so far.
    fn at(&self, seq: u64) -> Option<DateTime<Utc>> {
        *self.known.borrow_mut().entry(seq).or_insert_with(|| {
            self.journal.at(seq).unwrap_or_else(|error| {
                self.failed.set(self.failed.take().or(Some(error)));
                None
            })
        })
    }

    /// Whether all that was asked could be told: a calendar without it would have other events.
    fn are_told(self, lang: Lang) -> Result<(), Halt> {
        self.failed.into_inner().map_or(Ok(()), |error| Err(Halt::store(&error, lang)))
    }
}
