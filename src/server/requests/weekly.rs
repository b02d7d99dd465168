//! `report week`: the weekly report as Markdown or as one HTML file. May use `exchange::weekly`, `store`, `wire`.

use chrono::{Days, NaiveDate};

use super::answer::{self, Answer, Halt};
use super::{Ask, Out};
use crate::board::history::{Ask as History, Whose};
use crate::board::{Board, Transaction, overview};
use crate::domain::Id;
use crate::exchange::document::{html, markdown};
use crate::exchange::weekly::{self, Source};
use crate::say;
use crate::store::history::page;
use crate::wire::Paper;

/// A week.
const DAYS: u64 = 7;
/// So many Transactions are read at once.
const STRIDE: usize = 500;

/// Prints the report of what came after a mark; without one, of the last seven days.
pub(super) fn run(
    (since, paper, show): (Option<&str>, Paper, bool),
    ask: &Ask<'_>,
    out: &mut dyn Out,
) -> Answer {
    let (mark, from) = {
        let board = ask.engine.board();
        if !board.is_founded() {
            return Err(Halt::Failed(say!(ask.lang, "command-unfounded")));
        }
        period(&board, since, ask)?
    };
    let journal = journal(mark, from, ask)?;
    // The board is let go before anything is sent: a slow reader must not keep the engine waiting.
    let text = {
        let board = ask.engine.board();
        let (lang, demo) = (ask.lang, ask.demo);
        let source = Source { board: &board, journal: &journal, since: from, lang, demo, show };
        let document = weekly::document(&source);
        match paper {
            Paper::Html => html::write(&document),
            // It is more than one table.
            Paper::Markdown | Paper::Csv => markdown::write(&document),
        }
    };
    out.out(text.as_bytes())?;
    Ok(0)
}

/// The mark that a name means and the day on which it was set; without one, the first of the last seven days.
fn period(board: &Board, since: Option<&str>, ask: &Ask<'_>) -> Result<(Option<Id>, NaiveDate), Halt> {
    let today = board.today();
    let Some(name) = since else {
        return Ok((None, today.checked_sub_days(Days::new(DAYS - 1)).unwrap_or(today)));
    };
    let mark = answer::mark(name, board, ask.lang)?;
    let at = board.mark(mark).and_then(|mark| mark.at);
    Ok((Some(mark), at.map_or(today, |at| overview::day(board, at))))
}

/// What was done after a mark, or from a day on, newest first.
fn journal(mark: Option<Id>, from: NaiveDate, ask: &Ask<'_>) -> Result<Vec<Transaction>, Halt> {
    let journal = ask.engine.journal();
    let mut found: Vec<Transaction> = Vec::new();
    loop {
        let before = found.last().map(|tx| tx.seq);
        let wish = History { whose: Whose::All, since: mark, before };
        let read = page(journal.as_ref(), &wish, STRIDE).map_err(|error| Halt::store(&error, ask.lang))?;
        let board = ask.engine.board();
        let is_of_period = |tx: &Transaction| mark.is_some() || overview::day(&board, tx.at) >= from;
        let (older, whole) = (read.older, read.lines.len());
        let known = found.len();
        found.extend(read.lines.into_iter().take_while(is_of_period));
        if !older || found.len() - known < whole {
            return Ok(found);
        }
    }
}
