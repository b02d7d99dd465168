//! The cells of one row, and what becomes of each. May use `draw`, `lists`, `model`, `ink`.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::draw::Drawn;
use super::lists::{fate, target};
use super::model::Target;
use crate::say;
use crate::ui::style::{Look, Meaning};
use crate::ui::views::heading::MARGIN;
use crate::ui::views::ink::Ink;
use crate::ui::views::measure::GAP;

/// The cells of an address and of a field.
const ADDRESS: usize = 6;

const fn widths(cells: usize) -> [usize; 3] {
    if cells >= 100 { [24, 40, 16] } else { [14, 22, 12] }
}

/// The columns' words.
pub(super) fn columns(look: &Look, cells: usize) -> Line<'static> {
    let word = |of: &str| say!(look.lang, "preview-column", of = of);
    let [header, text, field] = widths(cells);
    let line = Ink::new(look, cells).gap(MARGIN).cell(Meaning::Column, &word("cell"), ADDRESS).gap(GAP);
    let line = line.cell(Meaning::Column, &word("header"), header).gap(GAP).cell(
        Meaning::Column,
        &word("text"),
        text,
    );
    line.gap(GAP + 3)
        .cell(Meaning::Column, &word("field"), field)
        .gap(GAP)
        .put(Meaning::Column, &word("why"))
        .line()
}

/// Draws the cells; gives what the foot says: what becomes of the row, and the whole of the cell.
pub(super) fn draw(page: &Drawn<'_>, row: usize, at: usize, area: Rect, frame: &mut Frame<'_>) -> String {
    let (board, lang) = (page.cx.board, page.look.lang);
    let all = page.sheet.rows.cells(row, board, lang);
    let [header, text, field] = widths(page.cells);
    page.rows((at, all.len()), area, frame, |place, chosen| {
        let line = Ink::new(page.look, page.cells - MARGIN).gap(MARGIN);
        let Some(cell) = all.get(place) else { return line.line() };
        let strong = if chosen { Meaning::Strong } else { Meaning::Text };
        let is_kept = matches!(cell.goes, Target::Extra | Target::Out);
        let line = line.cell(Meaning::Muted, &cell.address, ADDRESS).gap(GAP);
        let line =
            line.cell(Meaning::Muted, &cell.header, header).gap(GAP).cell(strong, &cell.text, text).gap(GAP);
        let line = line.put(Meaning::Muted, "-> ");
        let line = line.cell(if is_kept { Meaning::Muted } else { strong }, &target(cell.goes, lang), field);
        line.gap(GAP).put(Meaning::Error, &cell.wrong).line()
    });
    let told = page.sheet.rows.row(row, board, lang);
    let (_, word) = fate(told.fate, lang);
    let of_row = say!(lang, "preview-row-is", row = told.number, fate = word);
    let text = all.get(at).map_or("", |cell| cell.text.as_str());
    let words = [of_row.as_str(), told.more.as_str(), text].into_iter().filter(|words| !words.is_empty());
    words.collect::<Vec<_>>().join(&page.look.between())
}
