//! The sheet of the Six Ones 六个一: a row a division, a column for each of the six.
//! May use `board`, `look`.

use rust_xlsxwriter::{ColNum, ConditionalFormatText, ConditionalFormatTextRule, RowNum, XlsxError};

use super::look::lit;
use super::sheet::{LINES, Sheet};
use crate::board::matrix::{self, SIX};
use crate::board::overview;
use crate::domain::six_one::{SixOneKind, SixOneState};
use crate::domain::value_words::Names;
use crate::domain::{Choice, Id, Signal};
use crate::exchange::export::Source;
use crate::exchange::export::cell::lit as lit_word;
use crate::say;

/// The row of the headers.
const HEAD: RowNum = 1;

/// Writes the sheet.
pub(super) fn write(sheet: &mut Sheet<'_>, source: &Source<'_>) -> Result<(), XlsxError> {
    let Source { board, lang, .. } = *source;
    let rows = matrix::rows(board);
    let ready: usize = rows.iter().map(|row| row.ready).sum();
    sheet.raw.set_name(say!(lang, "export-sheet-six"))?;
    let day = board.today().to_string();
    sheet.title(0, &say!(lang, "export-six", day = day, ready = ready, all = rows.len() * SIX))?;
    let heads = SixOneKind::ALL.iter().map(|which| which.label(lang).to_owned());
    let heads =
        std::iter::once(say!(lang, "export-division")).chain(heads).chain([say!(lang, "export-ready")]);
    for (col, head) in (0..).zip(heads) {
        sheet.head(HEAD, col, &head)?;
    }
    let last_col = ColNum::try_from(SIX).unwrap_or(0);
    for (at, row) in (HEAD + 1..).zip(&rows) {
        sheet.text(at, 0, &Names::title(board, row.division, lang))?;
        for (col, cell) in (1..).zip(row.cells) {
            sheet.text(at, col, &cell.map_or_else(String::new, |id| said(source, id)))?;
        }
        let ready = format!("{}/{SIX}", row.ready);
        sheet.raw.write_string_with_format(at, last_col + 1, ready, &sheet.look.middle)?;
        sheet.end(at, LINES)?;
    }
    let last = HEAD + RowNum::try_from(rows.len()).unwrap_or(0);
    for (state, signal) in [
        (SixOneState::Ready, Signal::Green),
        (SixOneState::Preparing, Signal::Yellow),
        (SixOneState::Vacant, Signal::Grey),
    ] {
        let rule = ConditionalFormatText::new()
            .set_rule(ConditionalFormatTextRule::BeginsWith(state.label(lang).to_owned()))
            .set_format(lit(signal));
        sheet.raw.add_conditional_format(HEAD + 1, 1, last.max(HEAD + 1), last_col, &rule)?;
    }
    sheet.fit()?;
    sheet.paper();
    sheet.raw.set_freeze_panes(HEAD + 1, 1)?.set_repeat_rows(0, HEAD)?.set_print_gridlines(true);
    Ok(())
}

/// One of the six: how far, what it is called, who sets it up, by when.
fn said(source: &Source<'_>, id: Id) -> String {
    let Source { board, lang, .. } = *source;
    let Some(six_one) = board.six_one(id) else { return String::new() };
    let owner = six_one.owner.map(|owner| Names::title(board, owner, lang)).unwrap_or_default();
    let day = if six_one.state == SixOneState::Ready { six_one.ready } else { six_one.due };
    let day = day.map(|day| day.to_string()).unwrap_or_default();
    let light = overview::light_of(board, id);
    let is_late = six_one.state != SixOneState::Ready && light.signal == Signal::Red;
    let light = if is_late { lit_word(light, lang) } else { String::new() };
    let lines = [six_one.state.label(lang), &six_one.name, &owner, &day, &light];
    lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}
