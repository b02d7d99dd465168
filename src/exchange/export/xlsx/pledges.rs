//! The sheet of commitments 军令状: what was pledged at each meeting, the newest first, with what has
//! become of it. May use `board`, `rules`.

use rust_xlsxwriter::{ColNum, RowNum, XlsxError};

use super::sheet::{LINES, Sheet};
use crate::board::overview::{self, Progress};
use crate::board::pledges;
use crate::domain::value_words::Names;
use crate::domain::{Id, Kind};
use crate::exchange::export::Source;
use crate::exchange::export::cell::Cell;
use crate::locales::reason;
use crate::say;

/// The row of the headers.
const HEAD: RowNum = 1;
/// The columns.
const HEADS: [&str; 11] = [
    "export-meeting",
    "export-day",
    "export-division",
    "report-target",
    "report-goal",
    "export-actual",
    "export-done",
    "report-by-when",
    "report-owner",
    "export-light",
    "export-reason",
];
/// The column of the lights.
const LIGHT: ColNum = 9;

/// Writes the sheet.
pub(super) fn write(sheet: &mut Sheet<'_>, source: &Source<'_>) -> Result<(), XlsxError> {
    let Source { board, lang, .. } = *source;
    sheet.raw.set_name(say!(lang, "export-sheet-pledges"))?;
    let mut row = HEAD;
    for mark in board.ids(Kind::Mark).into_iter().rev() {
        for progress in pledges::of(board, mark) {
            row += 1;
            line(sheet, source, row, mark, &progress)?;
        }
    }
    let count = row - HEAD;
    let key = if count == 0 { "report-no-pledges" } else { "export-sheet-pledges" };
    sheet.title(0, &crate::locales::text(lang, key, None))?;
    for (col, key) in (0..).zip(HEADS) {
        sheet.head(HEAD, col, &crate::locales::text(lang, key, None))?;
    }
    super::rules::lights(sheet, (HEAD + 1, LIGHT), row.max(HEAD + 1))?;
    sheet.fit()?;
    sheet.paper();
    sheet.raw.set_freeze_panes(HEAD + 1, 0)?.set_repeat_rows(0, HEAD)?.set_print_gridlines(true);
    Ok(())
}

fn line(
    sheet: &mut Sheet<'_>,
    source: &Source<'_>,
    row: RowNum,
    mark: Id,
    progress: &Progress<'_>,
) -> Result<(), XlsxError> {
    let Source { board, lang, .. } = *source;
    let Progress { target, actual, reached, light, .. } = progress;
    let title = |id: Option<Id>| id.map_or_else(String::new, |id| Names::title(board, id, lang));
    let day = board.mark(mark).and_then(|mark| mark.at).map(|at| overview::day(board, at));
    let goal = if target.goal == 0 { say!(lang, "report-done") } else { target.figure(target.goal, lang) };
    let reached_now = if target.goal == 0 { String::new() } else { target.figure(*actual, lang) };
    let cells = [
        Cell::Text(board.title(mark).to_owned()),
        day.map_or(Cell::Empty, Cell::Date),
        Cell::Text(title(target.division)),
        Cell::Text(target.name.clone()),
        Cell::Text(goal),
        Cell::Text(reached_now),
        Cell::Text(reached.map_or_else(String::new, |points| format!("{points}%"))),
        target.due.map_or(Cell::Empty, Cell::Date),
        Cell::Text(title(target.owner)),
        Cell::Light(light.signal),
        Cell::Text(reason::why(*light, lang)),
    ];
    for (col, cell) in (0..).zip(&cells) {
        sheet.put(row, col, cell)?;
    }
    sheet.end(row, LINES)?;
    Ok(())
}
