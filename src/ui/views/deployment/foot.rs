//! What stands below the deployment chart: the target under the cursor and its burn-up. May use `ink`.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::Deployment;
use super::draw::{BURNUP, name};
use crate::domain::record::form_role;
use crate::domain::{Choice, Kind};
use crate::say;
use crate::ui::event::Cx;
use crate::ui::style::{Look, Meaning};
use crate::ui::views::burnup::Burnup;
use crate::ui::views::ink::{self, Ink};
use crate::ui::views::target::Words;

/// What is under the cursor, in a line.
pub(super) fn draw(view: &Deployment, cx: &Cx<'_>, look: &Look, area: Rect, frame: &mut Frame<'_>) {
    let cells = usize::from(area.width);
    draw_burnup(view, cx, look, area, frame);
    let line = match view.held.and_then(|id| Some((id, Words::of(cx.board, id, look.lang)?))) {
        Some((id, words)) => words.line(look, id, cells).line(),
        None => {
            Ink::new(look, cells.saturating_sub(1)).gap(1).put(Meaning::Hint, &nothing(view, cx, look)).line()
        }
    };
    ink::draw(&line, Rect { y: area.bottom().saturating_sub(1), height: 1, ..area }, frame);
}

/// The burn-up of the target under the cursor where there is room for it above the last line.
fn draw_burnup(view: &Deployment, cx: &Cx<'_>, look: &Look, area: Rect, frame: &mut Frame<'_>) {
    let Some(id) = view.held.filter(|_| area.height >= BURNUP) else { return };
    let Some(burnup) = Burnup::of(cx, look, id, view.zoom.typed(id)) else { return };
    let rule = look.glyphs.rule.repeat(usize::from(area.width));
    frame.buffer_mut().set_string(area.x, area.y, rule, look.style(Meaning::Border));
    let inner = Rect { x: area.x + 1, width: area.width - 2, y: area.y + 1, height: area.height - 2 };
    let cells = usize::from(inner.width);
    let mut lines = burnup.told(cells);
    lines.extend(burnup.chart(cells, usize::from(inner.height).saturating_sub(lines.len())));
    for (y, line) in (inner.top()..inner.bottom()).zip(&lines) {
        ink::draw(line, Rect { y, height: 1, ..inner }, frame);
    }
}

/// What an empty cell says.
fn nothing(view: &Deployment, cx: &Cx<'_>, look: &Look) -> String {
    let lang = look.lang;
    let division = view.chart.rows.get(view.spot.row).and_then(|row| row.division);
    let division = name(cx, division, lang, usize::MAX);
    let area = view.chart.areas.get(view.spot.column).map_or("", |area| area.label(lang));
    if cx.role() >= form_role(Kind::Target) {
        say!(lang, "chart-cell-new", division = division, area = area)
    } else if cx.board.targets().is_empty() {
        say!(lang, "chart-empty-viewer")
    } else {
        say!(lang, "chart-cell-empty", division = division, area = area)
    }
}
