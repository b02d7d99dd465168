//! `report pledges`: the commitments of a meeting as a sheet to be signed. May use `exchange::pledges`.

use super::answer::{self, Answer, Halt};
use super::{Ask, Out};
use crate::exchange::document::{html, markdown};
use crate::exchange::pledges::{self, Source};
use crate::say;
use crate::wire::Paper;

/// Prints what was pledged at a mark; without one, at the newest that has pledges.
pub(super) fn run(
    (mark, paper, show): (Option<&str>, Paper, bool),
    ask: &Ask<'_>,
    out: &mut dyn Out,
) -> Answer {
    // The board is let go before anything is sent: a slow reader must not keep the engine waiting.
    let bytes = {
        let board = ask.engine.board();
        if !board.is_founded() {
            return Err(Halt::Failed(say!(ask.lang, "command-unfounded")));
        }
        let mark = mark.map(|name| answer::mark(name, &board, ask.lang)).transpose()?;
        let source = Source { board: &board, mark, lang: ask.lang, demo: ask.demo, show };
        match paper {
            Paper::Csv => pledges::csv(&source).map_err(|error| Halt::Failed(error.to_string()))?,
            Paper::Html => html::write(&pledges::document(&source)).into_bytes(),
            Paper::Markdown => markdown::write(&pledges::document(&source)).into_bytes(),
        }
    };
    out.out(&bytes)?;
    Ok(0)
}
