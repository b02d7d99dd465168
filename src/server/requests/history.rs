//! `history`: what changed, who, when and why. May use `domain`, `board`, `store`, `locales`.

use super::answer::{self, Answer, Halt};
use super::json::bytes;
use super::table::Table;
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
    let page = History { whose: of.map_or(Whose::All, Whose::Record), since, before: None };
    let found = page_of(ask.engine.journal().as_ref(), &page, limit);
    let found = found.map_err(|error| Halt::store(&error, ask.lang))?.lines;
    let text = {
        let board = ask.engine.board();
        if as_json {
            bytes(&found.iter().map(from_transaction).collect())
        } else {
            let head = since.map(|mark| format!("{}\n", clean(&since_mark(&board, mark, ask.lang))));
            (head.unwrap_or_default() + &text(&found, of, &board, ask)).into_bytes()
        }
    };
    out.out(&text)?;
    Ok(0)
}

/// The record that an id names, on the board or not: one that was undone has a history too.
fn known(word: &str, board: &Board, ask: &Ask<'_>) -> Result<Id, Halt> {
    match word.parse::<Id>() {
        Ok(id) if id.no > board.issued(id.kind) => answer::id(word, board, ask),
        Ok(id) => Ok(id),
        Err(_) => Err(Halt::Usage(say!(ask.lang, "command-id", word = clean(word)))),
    }
}

fn text(found: &[Transaction], of: Option<Id>, board: &Board, ask: &Ask<'_>) -> String {
    let mut table = Table::default();
    for done in found {
        let at = value::moment(board, done.at);
        let what = label::said(&done.label, done.origin, board, ask.lang);
        table.row([&done.seq.to_string(), &at, board.person_name(&done.by), &what, &done.why]);
        for change in done.changes.iter().filter(|change| Some(change.id()) == of) {
            if let Change::Set { field, from, to, .. } = change {
                let said = |v| value::of(change.id(), *field, v, board, ask.lang);
                let line = format!("  {}: {} -> {}", field.spec().label(ask.lang), said(from), said(to));
                table.row(["", "", "", &line]);
            }
        }
    }
    table.text()
}
