//! Draws the Six Ones: the matrix with a head of columns and n/6 below the name of each row, or one
//! division's list. May use `cell`, `detail`, `ink`, `show`.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use super::SixOnes;
use super::cell::Cell;
use crate::board::matrix::{Row, SIX};
use crate::domain::six_one::{SixOneKind, SixOneState};
use crate::domain::{Choice, Lang};
use crate::say;
use crate::ui::event::Cx;
use crate::ui::style::{Look, Meaning};
use crate::ui::views::ink::{self, Ink};
use crate::ui::views::measure::{DATE_LIGHT, GAP};
use crate::ui::views::{Step, columns_between, draw_hint, heading as head, rows_between};
use crate::ui::{layout, show, width};

/// The rows above the matrix: what it is with the sum, and the words of the columns.
const HEAD: u16 = 2;

/// The cells of a division's name, with a free one before and after it.
const NAME: (usize, usize) = (8, 24);

/// The least of them where a word is not broken.
const WORDS: usize = 13;

/// No more rows a cell: more would be blank.
const TALL: u16 = 5;

/// The cells of a date with a free one behind it, and of a light in a line of the list.
const DATE: usize = 11;
const LIGHT: usize = 15;

/// The most cells of a word before a line of a narrow list.
const NARROW: usize = 12;

/// From so many cells on, a line of the list has the name and the owner, too.
const ROOMY: usize = 60;

/// Draws the view.
pub(super) fn draw(view: &SixOnes, cx: &Cx<'_>, look: &Look, area: Rect, frame: &mut Frame<'_>) {
    let held = view.row().and_then(|row| row.cells[view.at.1]);
    if let Some(id) = held.filter(|_| view.zoom.is_on()) {
        return view.zoom.draw(cx, look, id, area, frame);
    }
    ink::draw(&title(view, cx, look, usize::from(area.width)), Rect { height: 1, ..area }, frame);
    match view.row() {
        None => draw_hint(look, &say!(look.lang, "view-none-found"), area, frame),
        Some(row) if view.is_list() => draw_list(view, row, cx, look, area, frame),
        Some(_) => draw_matrix(view, cx, look, area, frame),
    }
}

/// What it is, of which division, and the cell under the cursor in full; at the end how many are in
/// place of all.
fn title(view: &SixOnes, cx: &Cx<'_>, look: &Look, cells: usize) -> Line<'static> {
    let kind = say!(look.lang, "view-kind", kind = "six_one");
    let ready: usize = view.rows.iter().map(|row| row.ready).sum();
    let sum = say!(look.lang, "view-six-sum", ready = ready, all = view.rows.len() * SIX);
    let room = cells.saturating_sub(width::of(&sum) + 2);
    let mut line = head::titled(look, room, &kind);
    if let Some(row) = view.row() {
        let name = show::name(cx.board, row.division, look.lang);
        let words = format!("{} {name}", row.division.no);
        line = line.narrowed(look, Meaning::Accent, &words);
        line = if view.is_list() {
            line.gap(2).put(Meaning::Strong, &format!("{}/{SIX}", row.ready))
        } else {
            let told = Cell::of(cx, look, row.cells[view.at.1]);
            line.gap(1).put(Meaning::Text, &told.map_or_else(String::new, |told| told.whole()))
        };
    }
    let left = line.line();
    let line = Ink::new(look, cells).spans(left.spans);
    line.total(Meaning::Strong, &sum).line()
}

/// Where the columns stand: the cells of the names, and of each of the six.
fn columns(cells: usize, lang: Lang) -> (usize, usize) {
    // English words do not break.
    let least = if lang == Lang::Zh { NAME.0 } else { WORDS };
    let name = (cells / 9).clamp(least, NAME.1);
    (name, (cells - name) / SIX)
}

/// Where the rows stand.
const fn rows(area: Rect) -> Rect {
    layout::below(area, HEAD)
}

/// The lines of a row of the matrix, or of the list.
fn height(view: &SixOnes, area: Rect) -> u16 {
    let room = rows(area).height;
    if view.is_list() {
        return if usize::from(room) >= SIX * 2 { 2 } else { 1 };
    }
    let count = u16::try_from(view.rows.len()).unwrap_or(u16::MAX).max(1);
    (room / count).clamp(1, TALL)
}

/// The way to the one on a cell.
pub(super) fn way(view: &SixOnes, look: &Look, area: Rect, at: Position) -> Option<Vec<Step>> {
    let tall = height(view, area);
    if view.is_list() {
        return layout::row_at(rows(area), view.at.1, SIX, tall, at).map(|to| rows_between(view.at.1, to));
    }
    let row = layout::row_at(rows(area), view.at.0, view.rows.len(), tall, at)?;
    let (name, cell) = columns(usize::from(area.width), look.lang);
    let across = usize::from(at.x - area.x).checked_sub(name)?;
    let which = Some(across / cell).filter(|which| *which < SIX && across % cell + 1 < cell)?;
    let mut way = rows_between(view.at.0, row);
    way.extend(columns_between(view.at.1, which));
    Some(way)
}

fn draw_matrix(view: &SixOnes, cx: &Cx<'_>, look: &Look, area: Rect, frame: &mut Frame<'_>) {
    let (name, cell) = columns(usize::from(area.width), look.lang);
    let mut head = Ink::new(look, usize::from(area.width)).gap(name);
    for which in SixOneKind::ALL {
        head = head.cell(Meaning::Column, &column(*which, look, cell - 1), cell - 1).gap(1);
    }
    ink::draw(&head.line(), Rect { y: area.y + 1, height: 1, ..area }, frame);
    let (list, height) = (rows(area), height(view, area));
    let page = usize::from(list.height / height);
    let top = layout::top(view.at.0, view.rows.len(), page);
    for (place, row) in view.rows.iter().enumerate().skip(top).take(page) {
        let y = list.y + height * u16::try_from(place - top).unwrap_or(0);
        draw_row(view, place, row, cx, look, Rect { y, height, ..area }, frame);
    }
}

/// A column's word, the short one where the whole does not fit.
fn column(which: SixOneKind, look: &Look, cells: usize) -> String {
    let whole = which.label(look.lang);
    if width::of(whole) <= cells {
        return whole.to_owned();
    }
    say!(look.lang, "view-six-short", which = which.code())
}

fn draw_row(
    view: &SixOnes,
    place: usize,
    row: &Row,
    cx: &Cx<'_>,
    look: &Look,
    area: Rect,
    frame: &mut Frame<'_>,
) {
    let (name, cell) = columns(usize::from(area.width), look.lang);
    let words = show::name(cx.board, row.division, look.lang);
    let mut lines = width::wrap(&format!("{} {words}", row.division.no), name - 2);
    lines.truncate(usize::from(area.height).saturating_sub(1).max(1));
    let head = lines.into_iter().map(|line| (Meaning::Title, line));
    let sum = (Meaning::Strong, format!("{}/{SIX}", row.ready));
    for (y, (meaning, line)) in (area.y..area.bottom()).zip(head.chain([sum])) {
        let line = Ink::new(look, name - 1).gap(1).put(meaning, &line).line();
        ink::draw(&line, Rect { y, height: 1, ..area }, frame);
    }
    for (which, id) in row.cells.iter().enumerate() {
        let x = area.x + u16::try_from(name + which * cell).unwrap_or(0);
        let spot = Rect { x, width: u16::try_from(cell - 1).unwrap_or(1), ..area }.intersection(area);
        let Some(told) = Cell::of(cx, look, *id) else { continue };
        for (y, line) in (spot.y..spot.bottom()).zip(told.lines(cell - 1, usize::from(area.height))) {
            ink::draw(&line, Rect { y, height: 1, ..spot }, frame);
        }
        if view.at == (place, which) {
            frame.buffer_mut().set_style(spot, look.style(Meaning::Selection));
        }
    }
}

/// One division: a line for each of the six, a blank one between where there is room.
fn draw_list(view: &SixOnes, row: &Row, cx: &Cx<'_>, look: &Look, area: Rect, frame: &mut Frame<'_>) {
    let cells = usize::from(area.width);
    // Where there is no room for whole words all are short.
    let most = if cells < ROOMY { NARROW } else { cells };
    let whole = SixOneKind::ALL.iter().map(|which| width::of(which.label(look.lang))).max().unwrap_or(0);
    let label = whole.min(most);
    let (list, height) = (rows(area), height(view, area));
    let page = usize::from(list.height / height);
    let top = layout::top(view.at.1, SIX, page);
    for (place, which) in SixOneKind::ALL.iter().enumerate().skip(top).take(page) {
        let y = list.y + height * u16::try_from(place - top).unwrap_or(0);
        let spot = Rect { y, height: 1, ..area };
        let line = Ink::new(look, cells.saturating_sub(1))
            .gap(1)
            .cell(Meaning::Label, &column(*which, look, label), label)
            .gap(2);
        let line = match Cell::of(cx, look, row.cells[place]) {
            Some(told) => entry(line, &told, look, cells).line(),
            None => line.line(),
        };
        ink::draw(&line, spot, frame);
        if view.at.1 == place {
            frame.buffer_mut().set_style(spot, look.style(Meaning::Selection));
        }
    }
}

/// The state, the date with its light, the name, the owner.
fn entry<'l>(line: Ink<'l>, told: &Cell<'_>, look: &Look, cells: usize) -> Ink<'l> {
    let (meaning, word) = told.state();
    let widest = SixOneState::ALL.iter().map(|state| width::of(state.label(look.lang))).max();
    let state = widest.unwrap_or(0) + 1;
    let line = line.cell(meaning, word, state);
    let (date, due) = (told.date(), told.due());
    // Where there is no room for both, the days that are left tell more than the date.
    if line.room() < DATE + DATE_LIGHT && !due.is_empty() {
        return line.put(meaning, &due);
    }
    let line = line.cell(Meaning::Muted, &date, DATE);
    if cells < ROOMY {
        return line.put(meaning, &due);
    }
    let line = line.cell(meaning, &due, LIGHT).gap(1);
    let owner = told.owner();
    let room = line.room().saturating_sub(width::of(&owner) + GAP);
    line.cell(Meaning::Text, &told.six_one.name, room).end(&[(Meaning::Muted, &owner)])
}
