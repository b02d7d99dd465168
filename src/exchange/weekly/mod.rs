//! The weekly report 周报: what changed, what is red, what falls due, who must explain, and the totals,
//! made of a board and a part of its journal as a document, and written as Markdown or as one HTML file.
//! Pure. May use `domain`, `board`, `locales`.
//!
//! It is handed around, so it says less than the board: a confidential lead has neither name nor
//! amount, and no phone or contact is in it.

pub mod html;
pub mod markdown;

mod changes;
mod charts;
mod naming;
mod standing;
mod svg;
mod totals;

use chrono::NaiveDate;

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
}

/// A report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// The campaign.
    pub title: String,
    /// The period.
    pub period: String,
    /// Its language.
    pub lang: Lang,
    /// Its parts.
    pub sections: Vec<Section>,
}

/// A part of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// What it is about.
    pub title: String,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// A piece of a section. Its texts are data: whoever writes them escapes them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A sentence.
    Line(String),
    /// A heading within the section.
    Heading(String),
    /// Rows of cells below their heads, as many in each.
    Table {
        /// The words over the columns.
        head: Vec<String>,
        /// The cells.
        rows: Vec<Vec<String>>,
        /// From this column on cells are numbers.
        numbers: usize,
    },
    /// A picture, for writers that draw.
    Chart(Chart),
}

/// A picture of figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Chart {
    /// Bars one below the other: word, leads, what is said of it.
    Funnel(String, Vec<(String, u32, String)>),
    /// What each division reached of its headline target, in points of a hundred, and its pace.
    Pace(String, Vec<Paced>),
    /// Leads of each division by light: red, yellow, green.
    Lights(String, Vec<(String, [u32; 3])>, [String; 3]),
    /// Leads received in each week, the oldest first, and the first and the last Monday.
    Weeks(String, Vec<u32>, [String; 2]),
}

/// A headline target in a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paced {
    /// Whose.
    pub division: String,
    /// Points of a hundred that are reached; none without a target.
    pub reached: Option<i64>,
    /// Points of a hundred of the time that has gone.
    pub pace: Option<i64>,
    /// Its light with its reason.
    pub light: String,
}

/// The report of a board.
#[must_use]
pub fn document(source: &Source<'_>) -> Document {
    let (board, lang) = (source.board, source.lang);
    let charter = board.charter();
    let campaign: &str = if charter.name_en.is_empty() {
        &charter.name_zh
    } else {
        lang.pick(&charter.name_zh, &charter.name_en)
    };
    let title = say!(lang, "report-title", name = campaign);
    let title = if source.demo { format!("{title} ({})", say!(lang, "command-demo")) } else { title };
    let [since, today] = [source.since, board.today()].map(|day| day.to_string());
    Document {
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
    }
}

/// A table, or a sentence where it has no rows.
fn table(head: &[String], rows: Vec<Vec<String>>, numbers: usize, none: String) -> Block {
    if rows.is_empty() { Block::Line(none) } else { Block::Table { head: head.to_vec(), rows, numbers } }
}

/// What a text is without the characters that a reader obeys or does not see: control characters
/// and line ends become spaces, those that turn the direction of writing are left out.
fn plain(text: &str) -> String {
    let turns = |ch: char| matches!(ch, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}');
    let seen = text
        .chars()
        .filter(|ch| !turns(*ch))
        .map(|ch| if ch.is_control() || matches!(ch, '\u{2028}' | '\u{2029}') { ' ' } else { ch });
    seen.collect()
}
