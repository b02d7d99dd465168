//! `history`: what changed, who, when and why. May use `domain`, `board`, `store`, `locales`.

use std::io::Write;

use super::answer::{self, Answer, Halt, line};
use super::json::{Listing, Shape};
use super::table::Columns;
use super::writer::Pieces;
use super::{Ask, Out};
use crate::board::history::{Ask as History, Whose};
use crate::board::{Board, Change, Transaction};
use crate::domain::Id;
use crate::locales::label::since_mark;
use crate::locales::{label, value};
use crate::say;
use crate::store::history::page as page_of;
use crate::store::json::from_transaction;
use crate::ui::text::clean;

/// So many Transactions are held at a time.
const STRIDE: usize = 499;

/// What is asked for.
pub(super) struct Wish<'a> {
    /// The id of the record whose history it is; none: that of all.
    pub(super) of: Option<&'a str>,
    /// Only what came after the mark of this name; after the newest where it is empty.
    pub(super) since: Option<&'a str>,
    /// At most so many Transactions.
    pub(super) limit: u32,
}

pub(super) fn run(wish: &Wish<'_>, as_json: bool, ask: &Ask<'_>, out: &mut dyn Out) -> Answer {
    let limit = usize::try_from(wish.limit).unwrap_or(usize::MAX);
    let of = wish.of.map(|word| known(word, &ask.engine.board(), ask)).transpose()?;
    let since = match wish.since {
        Some(name) => Some(answer::mark(name, &ask.engine.board(), ask.lang)?),
        None => None,
    };
    // What comes meanwhile is not told: it is gone through twice.
    let before = Some(ask.engine.board().head().seq + 1);
    let page = History { whose: of.map_or(Whose::All, Whose::Record), since, before };
    if as_json {
        document(&page, limit, ask, out)?;
    } else {
        text(&page, of, limit, ask, out)?;
    }
    Ok(0)
}

/// Goes through what is asked for, some Transactions at a time.
fn pages(
    asked: &History,
    limit: usize,
    ask: &Ask<'_>,
    mut each: impl FnMut(&[Transaction]) -> Result<(), Halt>,
) -> Result<(), Halt> {
    let (mut asked, mut left) = (asked.clone(), limit);
    // That of one record is short, and is read whole each time.
    let stride = if matches!(asked.whose, Whose::Record(_)) { usize::MAX } else { STRIDE };
    while left > 0 {
        let page = page_of(ask.engine.journal().as_ref(), &asked, left.min(stride));
        let page = page.map_err(|error| Halt::store(&error, ask.lang))?;
        each(&page.lines)?;
        let Some(last) = page.lines.last().filter(|_| page.older) else { break };
        asked.before = Some(last.seq);
        left -= page.lines.len();
    }
    Ok(())
}

fn document(asked: &History, limit: usize, ask: &Ask<'_>, out: &mut dyn Out) -> Result<(), Halt> {
    // The number of the newest that can be told.
    let seq = asked.before.map_or(0, |before| before - 1);
    let (mut listing, opening) = Listing::open(Shape::History, &[("seq", seq.into())], "transactions");
    let mut pieces = Pieces::new(out);
    let mut write = |bytes: &[u8]| pieces.write_all(bytes).map_err(|_| Halt::Gone);
    write(&opening)?;
    let mut item = Vec::new();
    pages(asked, limit, ask, |found| {
        found.iter().try_for_each(|tx| {
            item.clear();
            listing.item(&from_transaction(tx), &mut item);
            write(&item)
        })
    })?;
    write(Listing::CLOSE)?;
    pieces.finish(Ok(()), |never: Halt| never)
}

/// The record that an id names, on the board or not: one that was undone has a history too.
fn known(word: &str, board: &Board, ask: &Ask<'_>) -> Result<Id, Halt> {
    match word.parse::<Id>() {
        Ok(id) if id.no > board.issued(id.kind) => answer::id(word, board, ask),
        Ok(id) => Ok(id),
        Err(_) => Err(Halt::Usage(say!(ask.lang, "command-id", word = clean(word)))),
    }
}

/// Goes through it twice, so that the columns fit and no text is held.
fn text(asked: &History, of: Option<Id>, limit: usize, ask: &Ask<'_>, out: &mut dyn Out) -> Result<(), Halt> {
    let mut columns = Columns::default();
    pages(asked, limit, ask, |found| {
        let board = ask.engine.board();
        for tx in found {
            rows(tx, of, &board, ask, &mut |row| columns.measure(&row));
        }
        Ok(())
    })?;
    if let Some(mark) = asked.since {
        let head = since_mark(&ask.engine.board(), mark, ask.lang);
        line(out, &head)?;
    }
    pages(asked, limit, ask, |found| {
        let mut piece = String::new();
        {
            let board = ask.engine.board();
            for tx in found {
                rows(tx, of, &board, ask, &mut |row| piece.push_str(&columns.line(&row)));
            }
        }
        Ok(out.out(piece.as_bytes())?)
    })
}

/// What is told of a Transaction: what was done, then the fields of the record whose history it is.
fn rows(tx: &Transaction, of: Option<Id>, board: &Board, ask: &Ask<'_>, each: &mut dyn FnMut([&str; 5])) {
    let at = value::moment(board, tx.at);
    let what = label::said(&tx.label, tx.origin, board, ask.lang);
    each([&tx.seq.to_string(), &at, board.person_name(&tx.by), &what, &tx.why]);
    for change in tx.changes.iter().filter(|change| Some(change.id()) == of) {
        if let Change::Set { field, from, to, .. } = change {
            let said = |v| value::of(change.id(), *field, v, board, ask.lang);
            let line = format!("  {}: {} -> {}", field.spec().label(ask.lang), said(from), said(to));
            each(["", "", "", &line, ""]);
        }
    }
}
