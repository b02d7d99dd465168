//! Puts the panes on the body: the grid, one zoomed pane, or a list where it is narrow. May use
//! `pane`, `layout`, `ink`.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use super::board::{BoardView, order};
use super::ink::{self, Ink};
use super::pane::{OWNER, Pane};
use super::{Step, rows_between};
use crate::board::overview;
use crate::domain::light::Reason;
use crate::domain::record::form_role;
use crate::domain::{Id, Kind, Light};
use crate::say;
use crate::ui::event::Cx;
use crate::ui::layout::{self, Panes};
use crate::ui::style::{Look, Meaning};
use crate::ui::widgets::bar;
use crate::ui::{show, width};

/// From so many cells on, a pane's title names the group of its division.
const WIDE: usize = 56;

/// Draws the board.
pub(super) fn draw(view: &BoardView, cx: &Cx<'_>, look: &Look, area: Rect, frame: &mut Frame<'_>) {
    let (area, welcome) = parts(cx, look, area);
    for (y, line) in (area.bottom()..).zip(welcome) {
        frame.buffer_mut().set_string(area.x + 1, y, line, look.style(Meaning::Hint));
    }
    let ids = order(cx.board);
    if let Some(id) = ids.get(view.focus).filter(|_| view.zoomed) {
        return draw_pane(view, cx, look, *id, true, zoomed(area), frame);
    }
    match layout::panes(area, ids.len()) {
        Panes::Grid { cells, .. } => {
            for (i, (id, cell)) in ids.iter().zip(cells).enumerate() {
                draw_pane(view, cx, look, *id, i == view.focus, cell, frame);
            }
        }
        Panes::List { rows } => {
            let page = usize::from(area.height / rows);
            let top = layout::top(view.focus, ids.len(), page);
            for (i, id) in ids.iter().enumerate().skip(top).take(page) {
                let y = area.y + rows * u16::try_from(i - top).unwrap_or(0);
                let place = Rect { y, height: rows, ..area };
                draw_entry(cx, look, *id, place, frame);
                if i == view.focus {
                    frame.buffer_mut().set_style(Rect { height: 1, ..place }, look.style(Meaning::Selection));
                }
            }
        }
    }
}

/// The way to the lead or pane on a cell; out of the pane that the cursor has gone into.
pub(super) fn way(view: &BoardView, cx: &Cx<'_>, look: &Look, area: Rect, at: Position) -> Option<Vec<Step>> {
    let (area, _) = parts(cx, look, area);
    let ids = order(cx.board);
    let (to, cell) = if view.zoomed {
        (view.focus, Some(zoomed(area)))
    } else {
        match layout::panes(area, ids.len()) {
            Panes::Grid { cells, .. } => {
                let to = cells.iter().position(|cell| cell.contains(at))?;
                (to, Some(cells[to]))
            }
            Panes::List { rows } => (layout::row_at(area, view.focus, ids.len(), rows, at)?, None),
        }
    };
    let is_here = to == view.focus;
    let id = *ids.get(to)?;
    let from = if is_here { view.row(cx.board, id) } else { None };
    let lead = cell.and_then(|cell| lead_on(view, cx, look, (id, is_here), cell, at));
    let mut way = vec![Step::Right; (to + ids.len() - view.focus) % ids.len()];
    match (from, lead) {
        (Some(from), Some(lead)) => way.extend(rows_between(from, lead)),
        // Above the first lead stands the pane itself.
        (None, Some(lead)) => way.push(Step::Down(lead + 1)),
        // In a pane that fills the body there is nowhere else to go.
        (_, None) if view.zoomed => return None,
        (Some(_), None) => way.push(Step::Home),
        (None, None) => {}
    }
    Some(way)
}

/// The lead of a pane that stands on a cell of the area that the pane takes.
fn lead_on(
    view: &BoardView,
    cx: &Cx<'_>,
    look: &Look,
    (id, focused): (Id, bool),
    area: Rect,
    at: Position,
) -> Option<usize> {
    let inner = inside(area);
    let line = at.y.checked_sub(inner.y).filter(|_| inner.contains(at))?;
    pane(view, cx, look, id, focused, inner).lines().lead(line.into())
}

/// Where the pane that is zoomed stands.
const fn zoomed(area: Rect) -> Rect {
    Rect { width: area.width - 1, ..area }
}

/// What a pane leaves below its title.
const fn inside(area: Rect) -> Rect {
    layout::below(Rect { x: area.x + 1, width: area.width - 1, ..area }, 1)
}

/// What stands in the pane of a division.
fn pane<'a>(
    view: &BoardView,
    cx: &'a Cx<'a>,
    look: &'a Look,
    id: Id,
    focused: bool,
    inner: Rect,
) -> Pane<'a> {
    let cursor = if focused { view.row(cx.board, id) } else { None };
    let (width, height) = (usize::from(inner.width), usize::from(inner.height));
    Pane { cx, look, id, width, height, cursor, deadlines: view.deadlines }
}

/// Where the panes stand. On a board without leads and targets: what to press next, for those who may,
/// below them.
fn parts(cx: &Cx<'_>, look: &Look, area: Rect) -> (Rect, Vec<String>) {
    if !cx.board.leads().is_empty() || !cx.board.targets().is_empty() {
        return (area, Vec::new());
    }
    let may_begin = cx.board.role(cx.login) >= form_role(Kind::Lead);
    let words =
        if may_begin { say!(look.lang, "view-welcome") } else { say!(look.lang, "view-welcome-viewer") };
    let mut lines = width::wrap(&words, usize::from(area.width).saturating_sub(2));
    let height = u16::try_from(lines.len()).unwrap_or(0).min(area.height / 3);
    lines.truncate(usize::from(height));
    (Rect { height: area.height - height, ..area }, lines)
}

fn draw_pane(
    view: &BoardView,
    cx: &Cx<'_>,
    look: &Look,
    id: Id,
    focused: bool,
    area: Rect,
    frame: &mut Frame<'_>,
) {
    let title = title(cx, look, id, focused, usize::from(area.width));
    ink::draw(&title, Rect { height: 1, ..area }, frame);
    let inner = inside(area);
    let drawn = pane(view, cx, look, id, focused, inner).lines();
    for (i, (y, line)) in (inner.top()..inner.bottom()).zip(drawn.lines).enumerate() {
        let place = Rect { y, height: 1, ..inner };
        ink::draw(&line, place, frame);
        if drawn.cursor == Some(i) {
            frame.buffer_mut().set_style(place, look.style(Meaning::Selection));
        }
    }
}

/// A pane's title in its rule: digit and name at the left, the light with its reason at the right.
fn title(cx: &Cx<'_>, look: &Look, id: Id, focused: bool, cells: usize) -> Line<'static> {
    let (rule, border, name) = if focused {
        (look.glyphs.border_focus.horizontal_top, Meaning::BorderFocus, Meaning::Selection)
    } else {
        (look.glyphs.border.horizontal_top, Meaning::Border, Meaning::Title)
    };
    let light = overview::division_light(cx.board, id);
    let words = title_light(look, light, cells);
    let Some(division) = cx.board.division(id) else { return Line::default() };
    let room = cells.saturating_sub(width::of(&words) + 6);
    let name_words = show::division_in(division, look.lang, room);
    let head = format!(" {} {} ", id.no, name_words);
    let line = Ink::new(look, cells).put(border, rule);
    let head_room = width::of(&head).min(room + 4);
    let mut line = line.cell(name, &head, head_room);
    if cells >= WIDE {
        line = line.put(
            Meaning::Muted,
            &format!(" {} ", cx.board.charter().labels.group(division.group, look.lang)),
        );
    }
    let tail = if words.is_empty() { String::new() } else { format!(" {words}") };
    let fill = line.room().saturating_sub(width::of(&tail));
    line.put(border, &rule.repeat(fill)).put(light.signal.into(), &tail).line()
}

/// A division in a list: digit, name, light and percent; the counts below where there are two rows.
fn draw_entry(cx: &Cx<'_>, look: &Look, id: Id, area: Rect, frame: &mut Frame<'_>) {
    let cells = usize::from(area.width);
    let Some(division) = cx.board.division(id) else { return };
    let light = overview::division_light(cx.board, id);
    let percent = overview::headline(cx.board, id).and_then(|p| p.reached).map(|p| format!("{p}%"));
    let words = title_light(look, light, cells);
    let room = cells.saturating_sub(width::of(&words) + 12);
    let name = show::division_in(division, look.lang, room);
    let line = Ink::new(look, cells)
        .put(Meaning::Strong, &format!(" {} ", id.no))
        .cell(Meaning::Title, &name, room)
        .gap(1);
    let line = line
        .put(light.signal.into(), &words)
        .end(&[(Meaning::Strong, &percent.unwrap_or_default()), (Meaning::Text, " ")]);
    ink::draw(&line.line(), Rect { height: 1, ..area }, frame);
    if area.height > 1 {
        let line = entry_counts(cx, look, id, cells);
        ink::draw(&line, Rect { y: area.y + 1, height: 1, ..area }, frame);
    }
}

fn entry_counts(cx: &Cx<'_>, look: &Look, id: Id, cells: usize) -> Line<'static> {
    let counts =
        Pane { cx, look, id, width: cells.saturating_sub(4), height: 1, cursor: None, deadlines: 0 }.counts();
    let bar = overview::headline(cx.board, id).and_then(|p| p.reached.map(|reached| (reached, p.pace)));
    let line = Ink::new(look, cells).gap(3);
    match bar {
        Some((reached, pace)) if cells >= 56 => {
            let bar = bar::progress(look, 16, reached, pace);
            line.spans(bar).gap(2).spans(counts.spans).line()
        }
        _ => line.spans(counts.spans).line(),
    }
}

/// The words of a division's light for its pane's title; nothing where the pane itself says that
/// no headline target is set.
fn title_light(look: &Look, light: Light, cells: usize) -> String {
    match light.reason {
        Reason::NoHeadline => String::new(),
        _ if cells < OWNER => show::brief_light(light, look.lang),
        _ => show::light(light, look.lang),
    }
}
