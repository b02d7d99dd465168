//! The weekly report 周报: what changed, what is red, what falls due, who must explain, and the totals,
//! made of a board and a part of its journal. Pure. May use `domain`, `board`, `document`, `locales`.
//!
//! It is handed around, so it says less than the board: a confidential lead has neither name nor
//! amount, and no phone or contact is in it.

mod changes;
mod charts;
mod naming;
mod standing;
mod totals;

use chrono::NaiveDate;

use super::document::{Block, Chart, Document, Paced, Section, table, titled, veiled};
use crate::board::{Board, Transaction};
use crate::domain::Lang;
use crate::say;

/// What a report is made of.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// The board as it stands.
    pub board: &'a Board,
    /// What changed since, newest first.
    pub journal: &'a [Transaction],
    /// Since which day.
    pub since: NaiveDate,
    /// The language.
    pub lang: Lang,
    /// Whether the board is a demonstration.
    pub demo: bool,
    /// Whether confidential leads are told too.
    pub show: bool,
}

/// The report of a board.
#[must_use]
pub fn document(source: &Source<'_>) -> Document {
    let (board, lang) = (source.board, source.lang);
    let title = titled(say!(lang, "report-title", name = board.charter().name(lang)), source.demo, lang);
    let [since, today] = [source.since, board.today()].map(|day| day.to_string());
    let document = Document {
        title,
        period: say!(lang, "report-period", since = since, today = today),
        lang,
        sections: vec![
            changes::section(source),
            standing::red(source),
            standing::due(source),
            standing::silent(source),
            totals::section(source),
        ],
    };
    veiled(document, board, source.show)
}
