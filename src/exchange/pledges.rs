//! The commitments 军令状 of a meeting as a sheet to be signed: a document, or a table as CSV.
//! Pure. May use `domain`, `board`, `document`, `locales`.

use super::document::{Block, Document, Section, plain, titled, veiled};
use super::guard::guarded;
use crate::board::Board;
use crate::board::overview::{self, Progress};
use crate::board::pledges;
use crate::domain::value_words::Names;
use crate::domain::{Id, Lang, Target};
use crate::say;

/// What a sheet is made of.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// The board as it stands.
    pub board: &'a Board,
    /// The meeting; none: the newest at which something was pledged.
    pub mark: Option<Id>,
    /// The language.
    pub lang: Lang,
    /// Whether the board is a demonstration.
    pub demo: bool,
    /// Whether confidential leads are told too.
    pub show: bool,
}

/// The sheet of a meeting.
#[must_use]
pub fn document(source: &Source<'_>) -> Document {
    let (board, lang) = (source.board, source.lang);
    let mark = source.mark.or_else(|| pledges::latest(board));
    let rows = rows(source, mark);
    let block = if rows.is_empty() {
        Block::Line(say!(lang, "report-no-pledges"))
    } else {
        Block::Signed { head: head(lang), rows }
    };
    let document = Document {
        title: titled(say!(lang, "report-pledges", name = board.charter().name(lang)), source.demo, lang),
        period: occasion(source, mark),
        lang,
        sections: vec![Section { title: String::new(), blocks: vec![block] }],
    };
    veiled(document, board, source.show)
}

/// The sheet's table as CSV that spreadsheets open as what it is; only its head where nothing was
/// pledged.
///
/// # Errors
/// None that a text in memory has.
pub fn csv(source: &Source<'_>) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::Writer::from_writer("\u{FEFF}".as_bytes().to_vec());
    writer.write_record(head(source.lang))?;
    for block in document(source).sections.into_iter().flat_map(|section| section.blocks) {
        if let Block::Signed { rows, .. } = block {
            for row in rows {
                writer.write_record(row.iter().map(|cell| guarded(plain(cell))))?;
            }
        }
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

/// The meeting and its day; today where there was none.
fn occasion(source: &Source<'_>, mark: Option<Id>) -> String {
    let (board, lang) = (source.board, source.lang);
    let Some(mark) = mark.and_then(|id| board.mark(id)) else { return board.today().to_string() };
    let day = mark.at.map_or_else(|| board.today(), |at| overview::day(board, at));
    say!(lang, "report-meeting", name = mark.name.as_str(), day = day.to_string())
}

fn head(lang: Lang) -> Vec<String> {
    let keys = [
        "report-serial",
        "command-head-division",
        "report-target",
        "report-goal",
        "report-by-when",
        "report-owner",
        "report-signature",
    ];
    keys.iter().map(|key| crate::locales::text(lang, key, None)).collect()
}

fn rows(source: &Source<'_>, mark: Option<Id>) -> Vec<Vec<String>> {
    let (board, lang) = (source.board, source.lang);
    let who = |id: Option<Id>| id.map_or_else(String::new, |id| Names::title(board, id, lang));
    let row = |(serial, Progress { target, .. }): (usize, &Progress<'_>)| {
        vec![
            serial.to_string(),
            who(target.division),
            target.name.clone(),
            goal(target, lang),
            target.due.map_or_else(String::new, |due| due.to_string()),
            who(target.owner),
            String::new(),
        ]
    };
    let Some(mark) = mark else { return Vec::new() };
    (1..).zip(&pledges::of(board, mark)).map(row).collect()
}

/// What is to be reached: a figure in its unit, or that it is to be done.
fn goal(target: &Target, lang: Lang) -> String {
    if target.goal == 0 {
        return say!(lang, "report-done");
    }
    target.figure(target.goal, lang)
}
