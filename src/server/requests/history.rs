//! `history`: what changed, who, when and why. May use `domain`, `board`, `store`, `locales`.

use super::answer::{Answer, Halt};
use super::json::bytes;
use super::table::Table;
use super::{Ask, Out};
use crate::board::{Board, Change, Transaction, overview};
use crate::domain::Id;
use crate::locales::{label, value};
use crate::say;
use crate::store::json::from_transaction;

pub(super) fn run(of: Option<&str>, as_json: bool, limit: u32, ask: &Ask<'_>, out: &mut dyn Out) -> Answer {
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let of: Option<Id> = match of {
        // A record that was undone has a history too.
        Some(word) => Some(word.parse().map_err(|_| Halt::Usage(say!(ask.lang, "command-id", word = word)))?),
        None => None,
    };
    let journal = ask.engine.journal();
    let found = match of {
        Some(id) => journal.of(id, limit),
        None => journal.newest(None, limit),
    };
    let found = found.map_err(|error| Halt::store(&error, ask.lang))?;
    let text = {
        let board = ask.engine.board();
        if as_json {
            bytes(&found.iter().map(from_transaction).collect())
        } else {
            text(&found, of, &board, ask).into_bytes()
        }
    };
    out.out(&text)?;
    Ok(0)
}

fn text(found: &[Transaction], of: Option<Id>, board: &Board, ask: &Ask<'_>) -> String {
    let mut table = Table::default();
    for done in found {
        let at = done.at.with_timezone(&overview::zone(board)).format("%Y-%m-%d %H:%M").to_string();
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
