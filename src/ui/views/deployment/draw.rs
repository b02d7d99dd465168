//! Draws the deployment chart: heads, divisions, cells; below them what is under the cursor.
//! May use `cell`, `list`, `ink`.

use std::ops::Range;

use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use super::cell::Cell;
use super::{Deployment, Spot, list};
use crate::domain::light::Signal;
use crate::domain::target::Area;
use crate::domain::{Choice, Id, Lang};
use crate::locales::reason;
use crate::say;
use crate::ui::event::Cx;
use crate::ui::style::{Look, Meaning};
use crate::ui::views::heading;
use crate::ui::views::ink::{self, Ink};
use crate::ui::{layout, show, width};

/// The cells of the divisions' names in Chinese and in English, and the least of an area.
const NAME: [u16; 2] = [12, 15];
const AREA: u16 = 16;

/// The most lines of a division as long as something else has use for them.
const LINES: u16 = 3;

/// The most lines of a division, and of what is below the chart before divisions get more than their
/// least.
const TALL: u16 = 6;
const FOOT: u16 = 18;

/// The least lines below the chart that a burn-up is drawn in.
pub(super) const BURNUP: u16 = 8;

/// Draws the chart, one division of it, or the page of the target under the cursor.
pub(super) fn draw(view: &Deployment, cx: &Cx<'_>, look: &Look, area: Rect, frame: &mut Frame<'_>) {
    if let Some(id) = view.held.filter(|_| view.zoom.is_on()) {
        return view.zoom.draw(cx, look, id, area, frame);
    }
    if view.is_single() {
        return list::draw(view, cx, look, area, frame);
    }
    let grid = Grid::of(view, cx, look, area);
    grid.draw(frame);
    let foot = Rect { y: grid.area.bottom(), height: below(view, area), ..area };
    super::foot::draw(view, cx, look, foot, frame);
}

/// What stands on a cell.
pub(super) fn spot_at(view: &Deployment, cx: &Cx<'_>, look: &Look, area: Rect, at: Position) -> Option<Spot> {
    if view.is_single() { list::spot_at(view, area, at) } else { Grid::of(view, cx, look, area).spot_at(at) }
}

/// The lines below the chart, or below the division that fills the body.
pub(super) fn foot(view: &Deployment, area: Rect) -> u16 {
    if view.is_single() { list::foot(view, area) } else { below(view, area) }
}

/// The lines below the chart: what its divisions leave.
fn below(view: &Deployment, area: Rect) -> u16 {
    let divisions = u16::try_from(view.chart.rows.len()).unwrap_or(u16::MAX).max(1);
    let least = (area.height.saturating_sub(2) / divisions).clamp(1, LINES);
    let lines = (area.height.saturating_sub(1 + FOOT) / divisions).clamp(least, TALL);
    area.height.saturating_sub(1 + lines.saturating_mul(divisions)).max(1)
}

/// A division's name, the short one where the whole does not fit.
pub(super) fn name(cx: &Cx<'_>, division: Option<Id>, lang: Lang, room: usize) -> String {
    let record = division.and_then(|id| cx.board.division(id));
    record.map_or_else(|| say!(lang, "chart-no-division"), |record| show::division_in(record, lang, room))
}

/// The chart about to be drawn.
struct Grid<'a> {
    view: &'a Deployment,
    cx: &'a Cx<'a>,
    look: &'a Look,
    area: Rect,
}

impl<'a> Grid<'a> {
    /// The chart in its part of an area.
    fn of(view: &'a Deployment, cx: &'a Cx<'a>, look: &'a Look, area: Rect) -> Self {
        Self { view, cx, look, area: Rect { height: area.height - below(view, area), ..area } }
    }

    fn draw(&self, frame: &mut Frame<'_>) {
        let columns = self.columns();
        let places = self.places(columns.len());
        self.draw_head(&columns, &places, frame);
        let (rows, height) = (self.view.chart.rows.len(), self.height());
        let list = self.list();
        let page = usize::from(list.height / height);
        let top = layout::top(self.view.spot.row, rows, page);
        for (y, row) in (list.y..).step_by(usize::from(height)).zip(top..rows.min(top + page)) {
            self.draw_row(row, &columns, &places, Rect { y, height, ..list }, frame);
        }
    }

    /// Where the divisions stand, below the heads.
    const fn list(&self) -> Rect {
        layout::below(self.area, 1)
    }

    /// The lines of a division.
    fn height(&self) -> u16 {
        let rows = self.view.chart.rows.len().max(1);
        (self.list().height / u16::try_from(rows).unwrap_or(u16::MAX)).max(1)
    }

    /// A cell of a division, to be drawn or looked into.
    fn cell(&self, row: usize, column: usize, cells: u16, height: u16) -> Cell<'_> {
        let spot = self.view.spot;
        Cell {
            board: self.cx.board,
            look: self.look,
            ids: &self.view.chart.rows[row].cells[column],
            cursor: (row == spot.row && column == spot.column).then_some(spot.at),
            width: usize::from(cells) - 1,
            // The last line of a tall row stays free, so that rows stand apart.
            height: usize::from(if height > LINES { height - 1 } else { height }),
        }
    }

    /// What stands on a cell of the screen.
    fn spot_at(&self, at: Position) -> Option<Spot> {
        let (list, height, rows) = (self.list(), self.height(), self.view.chart.rows.len());
        let row = layout::row_at(list, self.view.spot.row, rows, height, at)?;
        let columns = self.columns();
        let places = self.places(columns.len());
        let mut columns = columns.zip(places);
        let (column, (_, cells)) = columns.find(|(_, (x, cells))| (*x..x + cells).contains(&at.x))?;
        let line = usize::from((at.y - list.y) % height);
        Some(Spot { row, column, at: self.cell(row, column, cells, height).place_at(line) })
    }

    /// The cells of the divisions' names.
    const fn names(&self) -> u16 {
        match self.look.lang {
            Lang::Zh => NAME[0],
            Lang::En => NAME[1],
        }
    }

    /// The areas that find room; the cursor's is among them.
    fn columns(&self) -> Range<usize> {
        let all = self.view.chart.areas.len();
        let fit = usize::from((self.area.width - self.names() - 1) / AREA).clamp(1, all.max(1));
        let first = (self.view.spot.column + 1).saturating_sub(fit);
        first..(first + fit).min(all)
    }

    /// Where each column stands; a line goes before it.
    fn places(&self, columns: usize) -> Vec<(u16, u16)> {
        let count = u16::try_from(columns.max(1)).unwrap_or(1);
        // The last column of the screen stays free.
        let room = self.area.width - self.names() - 1;
        let (each, over) = (room / count, room % count);
        let place = |i: u16| {
            let x = self.area.x + self.names() + i * each + i.min(over);
            (x, each + u16::from(i < over))
        };
        (0..count).map(place).collect()
    }

    /// The areas, the cursor's standing out; at the sides the signs of those that find no room.
    fn draw_head(&self, columns: &Range<usize>, places: &[(u16, u16)], frame: &mut Frame<'_>) {
        let lang = self.look.lang;
        let (y, areas) = (self.area.y, &self.view.chart.areas);
        let before: String = areas[..columns.start].iter().map(|area| sign(*area, lang)).collect();
        let corner = match before.as_str() {
            "" => say!(lang, "chart-deployment"),
            hidden => format!("{hidden}{}", self.look.glyphs.ellipsis),
        };
        let corner = heading::titled(self.look, usize::from(self.names()), &corner).line();
        ink::draw(&corner, Rect { y, height: 1, width: self.names(), ..self.area }, frame);
        let after: String = areas[columns.end..].iter().map(|area| sign(*area, lang)).collect();
        for (column, (x, cells)) in columns.clone().zip(places) {
            let chosen = column == self.view.spot.column;
            let meaning = if chosen { Meaning::Selection } else { Meaning::Title };
            let ink = Ink::new(self.look, usize::from(*cells)).put(Meaning::Border, self.look.glyphs.split);
            let count: usize = self.view.chart.rows.iter().map(|row| row.cells[column].len()).sum();
            let label = format!("{} ", areas[column].label(lang));
            let ink = ink.put(meaning, &label).put(Meaning::Muted, &count.to_string());
            let hidden = column + 1 == columns.end && !after.is_empty();
            let more = if hidden { format!("{}{after}", self.look.glyphs.ellipsis) } else { String::new() };
            let place = Rect { x: *x, y, width: *cells, height: 1 };
            ink::draw(&ink.end(&[(Meaning::Muted, &more)]).line(), place, frame);
        }
    }

    fn draw_row(
        &self,
        row: usize,
        columns: &Range<usize>,
        places: &[(u16, u16)],
        area: Rect,
        frame: &mut Frame<'_>,
    ) {
        let look = self.look;
        self.draw_division(row, area, frame);
        for (column, (x, cells)) in columns.clone().zip(places) {
            for y in area.top()..area.bottom() {
                frame.buffer_mut().set_string(*x, y, look.glyphs.split, look.style(Meaning::Border));
            }
            let cell = self.cell(row, column, *cells, area.height);
            for (y, (line, chosen)) in (area.top()..area.bottom()).zip(cell.lines()) {
                let place = Rect { x: x + 1, y, width: cells - 1, height: 1 };
                ink::draw(&line, place, frame);
                if chosen {
                    frame.buffer_mut().set_style(place, look.style(Meaning::Selection));
                }
            }
        }
    }

    /// Digit, name and light of a division, over as many lines as its cells have.
    fn draw_division(&self, row: usize, area: Rect, frame: &mut Frame<'_>) {
        let lang = self.look.lang;
        let division = self.view.chart.rows[row].division;
        let digit = division.map_or_else(String::new, |id| id.no.to_string());
        let room = usize::from(self.names()) - 4;
        let name = name(self.cx, division, lang, room);
        let mut lines = width::wrap(&name, room);
        // A line is left for the light.
        lines.truncate(usize::from(area.height).saturating_sub(1).max(1));
        let chosen = row == self.view.spot.row;
        let meaning = if chosen { Meaning::Selection } else { Meaning::Title };
        for (i, (y, words)) in (area.top()..area.bottom()).zip(&lines).enumerate() {
            let digit = if i == 0 { digit.as_str() } else { "" };
            let ink =
                Ink::new(self.look, usize::from(self.names()) - 1).gap(1).cell(Meaning::Strong, digit, 2);
            ink::draw(
                &ink.put(meaning, words).line(),
                Rect { x: area.x, y, width: self.names() - 1, height: 1 },
                frame,
            );
        }
        let Some(id) = division else { return };
        let light = crate::board::overview::division_light(self.cx.board, id);
        let y = area.y + u16::try_from(lines.len()).unwrap_or(u16::MAX);
        if y < area.bottom() {
            let whole = show::brief_light(light, lang);
            let sign = match light.signal {
                Signal::Grey => String::new(),
                signal => reason::signal(signal, lang),
            };
            let fits = width::of(&whole) + 2 <= usize::from(self.names());
            let ink = Ink::new(self.look, usize::from(self.names()) - 1).gap(1);
            let ink = ink.put(light.signal.into(), if fits { &whole } else { &sign });
            ink::draw(&ink.line(), Rect { y, height: 1, width: self.names() - 1, ..area }, frame);
        }
    }
}

/// An area in a sign: its one character, in English its first letters.
fn sign(area: Area, lang: Lang) -> String {
    let option = &Area::OPTIONS[area.place()];
    match lang {
        Lang::Zh => option.synonyms.first().copied().unwrap_or(option.zh).to_owned(),
        Lang::En => format!(" {}", option.en),
    }
}
