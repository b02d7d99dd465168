//! A report as a document: titles, sentences, tables and pictures, which are written as Markdown or as
//! one HTML file. Pure. May use `domain`, `board`, `locales`.

pub mod html;
pub mod markdown;

mod svg;

use crate::board::Board;
use crate::board::redact::Veil;
use crate::domain::Lang;
use crate::say;

/// A report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// The campaign.
    pub title: String,
    /// The period, or the occasion.
    pub period: String,
    /// Its language.
    pub lang: Lang,
    /// Its parts.
    pub sections: Vec<Section>,
}

/// A part of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// What it is about; nothing where it is all of the document.
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
    /// The same, to be signed on paper: the last column is blank.
    Signed {
        /// The words over the columns.
        head: Vec<String>,
        /// The cells.
        rows: Vec<Vec<String>>,
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

/// A table, or a sentence where it has no rows.
pub(super) fn table(head: &[String], rows: Vec<Vec<String>>, numbers: usize, none: String) -> Block {
    if rows.is_empty() { Block::Line(none) } else { Block::Table { head: head.to_vec(), rows, numbers } }
}

/// What a text is without the characters that a reader obeys or does not see: control characters
/// and line ends become spaces, those that turn the direction of writing are left out.
pub(super) fn plain(text: &str) -> String {
    let turns = |ch: char| matches!(ch, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}');
    let seen = text
        .chars()
        .filter(|ch| !turns(*ch))
        .map(|ch| if ch.is_control() || matches!(ch, '\u{2028}' | '\u{2029}') { ' ' } else { ch });
    seen.collect()
}

/// A title that says whether it is about a demonstration.
pub(super) fn titled(title: String, demo: bool, lang: Lang) -> String {
    if demo { format!("{title} ({})", say!(lang, "command-demo")) } else { title }
}

/// A document in whose sentences and cells nothing is left that must not be told, in whatever text
/// somebody wrote it.
pub(super) fn veiled(mut document: Document, board: &Board, show: bool) -> Document {
    let word = say!(document.lang, "report-confidential");
    let veil = Veil::of(board, &word, show);
    let over = |text: &mut String| *text = veil.over(text).into_owned();
    over(&mut document.title);
    over(&mut document.period);
    for block in document.sections.iter_mut().flat_map(|section| &mut section.blocks) {
        match block {
            Block::Line(line) => over(line),
            Block::Table { rows, .. } | Block::Signed { rows, .. } => {
                rows.iter_mut().flatten().for_each(over);
            }
            Block::Heading(_) | Block::Chart(_) => {}
        }
    }
    document
}
