//! Draws the support chart: a row a unit with its counts and a bar of what is open, the totals, and
//! the requests of one unit. May use `detail`, `detail_pane`, `ink`, `request_line`, `show`.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::Support;
use super::columns::Columns;
use super::parts;
use crate::board::support::{Chart, Load};
use crate::domain::request::Nature;
use crate::domain::{Choice, Id, Role};
use crate::say;
use crate::ui::event::Cx;
use crate::ui::style::{Look, Meaning};
use crate::ui::views::ink::{self, Ink};
use crate::ui::views::measure::GAP;
use crate::ui::views::request_line::{self, Party, Row};
use crate::ui::views::{detail_pane, draw_hint, heading as title};
use crate::ui::widgets::bar;
use crate::ui::{layout, show, width};

/// From so many cells on, the natures say their shares.
const SHARED: usize = 56;
/// The cells of the bar of the shift, where there is room for it.
const SHIFT: usize = 20;

/// Draws what is shown of the chart.
pub(super) fn draw(view: &Support, cx: &Cx<'_>, look: &Look, area: Rect, frame: &mut Frame<'_>) {
    if let Some(id) = view.held.filter(|_| view.zoom.is_on()) {
        return view.zoom.draw(cx, look, id, area, frame);
    }
    let parts = view.parts();
    if let Some(area) = parts.units {
        draw_units(view, cx, look, area, frame);
    }
    let Some(area) = parts.requests else { return };
    if parts.beside {
        for y in area.top()..area.bottom() {
            frame.buffer_mut().set_string(area.x - 1, y, look.glyphs.split, look.style(Meaning::Border));
        }
    }
    draw_requests(view, cx, look, area, frame);
}

fn draw_units(view: &Support, cx: &Cx<'_>, look: &Look, area: Rect, frame: &mut Frame<'_>) {
    let cells = usize::from(area.width);
    let columns = Columns::fit(&view.chart, cx, look, cells);
    let count = view.chart.units.len();
    let (height, step) = parts::lines(area, count);
    let top = parts::top(view.at, count, height);
    let rows = view.chart.units.iter().enumerate().skip(top).take(height);
    let mut lines = vec![(head(view, cx, look, &columns, cells), false)];
    for (at, (id, load)) in rows {
        let name = show::name(cx.board, *id, look.lang);
        lines.push(unit(view, look, &columns, (at, &name, load), cells));
    }
    let total = say!(look.lang, "view-support-total");
    lines.push(unit(view, look, &columns, (count.max(1), &total, &view.chart.total), cells));
    lines.push((natures(&view.chart, look, cells), false));
    for (y, (line, is_chosen)) in (area.y..area.bottom()).step_by(step.into()).zip(lines) {
        let place = Rect { y, height: 1, ..area };
        ink::draw(&line, place, frame);
        if is_chosen && !view.inside {
            frame.buffer_mut().set_style(place, look.style(Meaning::Selection));
        }
    }
}

/// The chart's name and the division that it is narrowed to; the columns' words.
fn head(view: &Support, cx: &Cx<'_>, look: &Look, columns: &Columns, cells: usize) -> Line<'static> {
    // The name stands where the units do, their sign's cell included.
    let mut over = title::titled(look, columns.name + 2, &title::name("support", look.lang));
    if let Some(id) = view.division {
        let words = format!("{} {}", id.no, show::name(cx.board, id, look.lang));
        over = over.narrowed(look, Meaning::Accent, &words);
    }
    let rest = over.room();
    let mut line = Ink::new(look, cells).spans(over.gap(rest).line().spans);
    for (figure, cells) in &columns.figures {
        line = line.gap(GAP).right(Meaning::Column, &figure.word(look.lang), *cells);
    }
    if columns.bar > 0 {
        line = line.gap(GAP).put(Meaning::Column, &say!(look.lang, "view-support-open"));
    }
    line.line()
}

/// A row of a unit, or of all; and whether it is under the cursor.
fn unit(
    view: &Support,
    look: &Look,
    columns: &Columns,
    (at, name, load): (usize, &str, &Load),
    cells: usize,
) -> (Line<'static>, bool) {
    let is_chosen = at == view.at;
    let is_total = at >= view.chart.units.len();
    let sign = if is_chosen { look.glyphs.cursor } else { " " };
    let meaning = if is_chosen || is_total { Meaning::Strong } else { Meaning::Text };
    let mut line = Ink::new(look, cells).put(Meaning::Accent, sign).gap(1).cell(meaning, name, columns.name);
    for (figure, cells) in &columns.figures {
        let (meaning, words) = figure.cell(load, look);
        line = line.gap(GAP).right(meaning, &words, *cells);
    }
    if columns.bar > 0 && !is_total {
        let length = |count: usize| (count * 100).checked_div(view.chart.most_open()).unwrap_or(0);
        let share = i64::try_from(length(load.open())).unwrap_or(100);
        let bar = bar::filled(look, columns.bar, share);
        // What is over is a part of what is open, and shows as soon as there is any.
        let over = (length(load.overdue) * columns.bar).div_ceil(100);
        let parted = bar.char_indices().nth(over).map_or(bar.len(), |(at, _)| at);
        line = line.gap(GAP).put(Meaning::RedBar, &bar[..parted]).put(Meaning::Bar, &bar[parted..]);
    }
    (line.line(), is_chosen)
}

/// Each nature with how many are finished of all; then the environment's share of what is finished.
fn natures(chart: &Chart, look: &Look, cells: usize) -> Line<'static> {
    let lang = look.lang;
    let mut line = Ink::new(look, cells.saturating_sub(1)).gap(2);
    for nature in Nature::ALL {
        let load = chart.nature(*nature);
        let words = say!(lang, "view-support-finished", done = load.done, all = load.all());
        let name = format!("{} ", nature.label(lang));
        if width::of(&name) + width::of(&words) > line.room() {
            break;
        }
        line = line.put(Meaning::Text, &name).put(Meaning::Strong, &words);
        if let Some(share) = load.finished().filter(|_| cells >= SHARED) {
            line = line.put(Meaning::Muted, &format!(" {share}%"));
        }
        line = line.gap(if cells >= SHARED { 3 } else { 1 });
    }
    let Some(shift) = chart.shift() else { return line.line() };
    let words = say!(lang, "view-support-shift", share = shift);
    if width::of(&words) > line.room() {
        return line.line();
    }
    let line = line.put(Meaning::Accent, &words).gap(1);
    if line.room() < SHIFT {
        return line.line();
    }
    line.spans(bar::progress(look, SHIFT, shift, None)).line()
}

fn draw_requests(view: &Support, cx: &Cx<'_>, look: &Look, area: Rect, frame: &mut Frame<'_>) {
    let cells = usize::from(area.width);
    ink::draw(&heading(view, cx, look, cells), Rect { height: 1, ..area }, frame);
    if view.rows.is_empty() {
        let below = Rect { height: area.height.saturating_sub(1), ..area };
        return draw_hint(look, &nothing(view, cx, look), below, frame);
    }
    let (list, split) = parts::list(area);
    draw_rows(view, cx, look, list, frame);
    if let Some((split, area, id)) = split.and_then(|split| Some((split, split.detail?, view.settle.told()?)))
    {
        let inner = crate::ui::views::frame_of_detail(look, split, area, frame);
        detail_pane::draw(cx, look, id, inner, frame);
        view.settle.mark(look, inner, frame);
    }
}

/// Whose requests are listed, how many, how many of them are marked; a line to the end.
fn heading(view: &Support, cx: &Cx<'_>, look: &Look, cells: usize) -> Line<'static> {
    let name = view
        .unit
        .map_or_else(|| say!(look.lang, "view-support-all"), |unit| show::name(cx.board, unit, look.lang));
    let line = Ink::new(look, cells).put(Meaning::Border, look.glyphs.rule).gap(1);
    let meaning = if view.inside { Meaning::Accent } else { Meaning::Title };
    let line = line.put(meaning, &name).put(Meaning::Muted, &format!(" {}", view.rows.len())).gap(1);
    let marked = view.marks.count(view.drawn());
    let line = if marked > 0 {
        line.put(Meaning::Accent, &say!(look.lang, "view-marked", count = marked)).gap(1)
    } else {
        line
    };
    let rest = line.room();
    line.put(Meaning::Border, &look.glyphs.rule.repeat(rest)).line()
}

/// What is said where nothing was asked for, and what to do, for those who may.
fn nothing(view: &Support, cx: &Cx<'_>, look: &Look) -> String {
    let may = cx.role() >= Role::Editor;
    match (view.division, may) {
        (Some(id), _) => {
            say!(look.lang, "view-support-none-of", division = show::name(cx.board, id, look.lang))
        }
        (None, true) => say!(look.lang, "view-support-none-new"),
        (None, false) => say!(look.lang, "view-support-none"),
    }
}

fn draw_rows(view: &Support, cx: &Cx<'_>, look: &Look, area: Rect, frame: &mut Frame<'_>) {
    let cells = usize::from(area.width);
    let party = if view.unit.is_some() { Party::Asks } else { Party::Asked };
    ink::draw(&request_line::columns(look, party, cells), Rect { height: 1, ..area }, frame);
    let rows = parts::rows(area);
    let top = layout::top(view.row, view.rows.len(), usize::from(rows.height));
    let drawn = view.marks.drawn(view.row, |id: Id| view.rows.iter().position(|row| *row == id));
    for (y, (at, id)) in (rows.y..rows.bottom()).zip(view.rows.iter().enumerate().skip(top)) {
        let place = Rect { y, height: 1, ..rows };
        let chosen = view.inside && at == view.row;
        let marked = view.marks.has(*id, at, drawn.as_ref());
        let row = Row { cx, look, id: *id, party, left: false, chosen, marked };
        ink::draw(&row.line(cells, &[]), place, frame);
        if chosen {
            frame.buffer_mut().set_style(place, look.style(Meaning::Selection));
        }
    }
}
