//! `backup`: the whole board with its history, while others go on working. May use `store`.

use super::answer::{Answer, Halt};
use super::writer::Pieces;
use super::{Ask, Out};
use crate::domain::{Kind, Lang};
use crate::say;
use crate::store;
use crate::ui::text::clean;

pub(super) fn run(file: &str, ask: &Ask<'_>, out: &mut dyn Out) -> Answer {
    // A clone, so that others can go on working meanwhile.
    let board = ask.engine.board().clone();
    let mut pieces = Pieces::new(out);
    let written = store::backup::backup(&board, ask.engine.journal().as_ref(), &mut pieces);
    pieces.finish(written, |error| Halt::store(&error, ask.lang))?;
    let records = Kind::ALL.into_iter().map(|kind| board.count(kind) as u64).sum();
    out.err(&said(records, board.head().seq, file, ask.lang))?;
    Ok(0)
}

/// What a backup file holds, in a sentence.
#[must_use]
pub fn said(records: u64, seq: u64, file: &str, lang: Lang) -> String {
    say!(lang, "command-backed-up", records = records, seq = seq, file = clean(file))
}
