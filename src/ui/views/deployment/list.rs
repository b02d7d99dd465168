//! One division of the deployment chart: its areas below each other, each with all its targets.
//! May use `target`, `ink`, `measure`.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use super::{Deployment, Spot, draw};
use crate::board::overview;
use crate::domain::{Choice, Id};
use crate::say;
use crate::ui::event::Cx;
use crate::ui::style::{Look, Meaning};
use crate::ui::views::ink::{self, Ink};
use crate::ui::views::measure::PERSON;
use crate::ui::views::target::Words;
use crate::ui::widgets::bar;
use crate::ui::{layout, show, width};

/// The cells of the columns beside the name: light, bar, figures, date, owner.
const LIGHT: usize = 14;
const BAR: usize = 12;
const FIGURES: usize = 16;
const DUE: usize = 7;

/// From so many cells on there is room for the figures in one line with the name, the owner, the bar.
const ONE_LINE: usize = 56;
const OWNED: usize = 70;
const BARRED: usize = 100;

/// Draws the division that the cursor is in.
pub(super) fn draw(view: &Deployment, cx: &Cx<'_>, look: &Look, area: Rect, frame: &mut Frame<'_>) {
    let Some(row) = view.chart.rows.get(view.spot.row) else { return };
    let cells = usize::from(area.width);
    ink::draw(&title(cx, look, row.division, cells), Rect { height: 1, ..area }, frame);
    let (body, below) = (body(view, area), foot(view, area));
    let page = Page { view, cx, look, cells };
    let (lines, at) = page.lines(each(view, area));
    let top = layout::top(at, lines.len(), usize::from(body.height));
    for (y, (place, line)) in (body.top()..body.bottom()).zip(lines.iter().enumerate().skip(top)) {
        let area = Rect { y, height: 1, ..body };
        ink::draw(line, area, frame);
        if place == at {
            frame.buffer_mut().set_style(area, look.style(Meaning::Selection));
        }
    }
    let foot = Rect { y: body.bottom(), height: below, ..area };
    super::foot::draw(view, cx, look, foot, frame);
}

/// Where the list stands, between the title and what is below.
fn body(view: &Deployment, area: Rect) -> Rect {
    layout::below(Rect { height: area.height.saturating_sub(foot(view, area)), ..area }, 1)
}

/// What the lines of the list are about, with so many a target; nothing for an area's own.
fn spots(view: &Deployment, each: usize) -> Vec<Option<Spot>> {
    let row = view.spot.row;
    let cells = view.chart.rows.get(row).map_or(&[][..], |row| &row.cells);
    let of_cell = |(column, cell): (usize, &Vec<Id>)| {
        let lines = if cell.is_empty() { 1 } else { each };
        let spot = move |at| std::iter::repeat_n(Some(Spot { row, column, at }), lines);
        std::iter::once(None).chain((0..cell.len().max(1)).flat_map(spot))
    };
    cells.iter().enumerate().flat_map(of_cell).collect()
}

/// What stands on a cell of the screen.
pub(super) fn spot_at(view: &Deployment, area: Rect, at: Position) -> Option<Spot> {
    let spots = spots(view, each(view, area));
    let line = spots.iter().position(|spot| *spot == Some(view.spot)).unwrap_or(0);
    spots.get(layout::row_at(body(view, area), line, spots.len(), 1, at)?).copied().flatten()
}

/// The lines of the list with so many a target.
fn lines(view: &Deployment, each: usize) -> usize {
    spots(view, each).len()
}

/// The lines of a target: two where all find room so, or one is too narrow.
fn each(view: &Deployment, area: Rect) -> usize {
    let fits = lines(view, 2) + 2 <= usize::from(area.height);
    if fits || usize::from(area.width) < ONE_LINE { 2 } else { 1 }
}

/// The lines below the list: what it leaves.
pub(super) fn foot(view: &Deployment, area: Rect) -> u16 {
    let lines = u16::try_from(lines(view, each(view, area))).unwrap_or(u16::MAX);
    area.height.saturating_sub(lines.saturating_add(1)).max(1)
}

/// Digit, name and light.
fn title(cx: &Cx<'_>, look: &Look, division: Option<Id>, cells: usize) -> Line<'static> {
    let digit = division.map_or_else(String::new, |id| format!("{} ", id.no));
    let name = draw::name(cx, division, look.lang, cells / 2);
    let ink = Ink::new(look, cells).gap(1).put(Meaning::Title, &format!("{digit}{name}"));
    let Some(id) = division else { return ink.line() };
    let light = overview::division_light(cx.board, id);
    ink.total(light.signal.into(), &show::light(light, look.lang)).line()
}

struct Page<'a> {
    view: &'a Deployment,
    cx: &'a Cx<'a>,
    look: &'a Look,
    cells: usize,
}

impl Page<'_> {
    /// All lines with so many a target, and the one of the cursor.
    fn lines(&self, each: usize) -> (Vec<Line<'static>>, usize) {
        let (mut out, mut at) = (Vec::new(), 0);
        let spot = self.view.spot;
        for (column, cell) in self.view.chart.rows[spot.row].cells.iter().enumerate() {
            let label = self.view.chart.areas[column].label(self.look.lang);
            let count = if cell.is_empty() { String::new() } else { cell.len().to_string() };
            let ink = Ink::new(self.look, self.cells).gap(1).put(Meaning::Column, label).gap(1);
            out.push(ink.put(Meaning::Muted, &count).line());
            let chosen = |place: usize| spot.column == column && spot.at == place;
            if cell.is_empty() {
                at = if chosen(0) { out.len() } else { at };
                let words = say!(self.look.lang, "chart-none-here");
                out.push(Ink::new(self.look, self.cells).gap(3).put(Meaning::Hint, &words).line());
            }
            for (place, id) in cell.iter().enumerate() {
                at = if chosen(place) { out.len() } else { at };
                out.extend(self.target(*id, each));
            }
        }
        (out, at)
    }

    fn target(&self, id: Id, each: usize) -> Vec<Line<'static>> {
        let Some(words) = Words::of(self.cx.board, id, self.look.lang) else { return Vec::new() };
        let mut out = vec![self.first(&words)];
        if each > 1 {
            out.push(self.second(&words));
        }
        out
    }

    /// Light and name; bar, figures, date and owner where there is room.
    fn first(&self, words: &Words<'_>) -> Line<'static> {
        let meaning = if words.progress.target.headline { Meaning::Strong } else { Meaning::Text };
        let light = show::light_in(words.progress.light, self.look.lang, LIGHT);
        let ink = Ink::new(self.look, self.cells).gap(1).cell(words.signal, &light, LIGHT).gap(1);
        let wide = |from: usize, cells: usize| if self.cells >= from { cells + 1 } else { 0 };
        let bar = wide(BARRED, BAR);
        let [figures, due] = [wide(ONE_LINE, FIGURES), wide(ONE_LINE, DUE)];
        let owner = wide(OWNED, PERSON);
        let room = ink.room().saturating_sub(bar + figures + due + owner + 1);
        let mut ink = ink.cell(meaning, &words.name, room);
        if bar > 0 {
            let progress = &words.progress;
            let bar = progress.reached.map(|reached| bar::progress(self.look, BAR, reached, progress.pace));
            ink = match bar {
                Some(bar) => ink.gap(1).spans(bar),
                None => ink.gap(BAR + 1),
            };
        }
        if figures > 0 {
            ink = ink.gap(1).right(Meaning::Strong, words.figures_in(FIGURES), FIGURES);
            ink = ink.gap(1).cell(Meaning::Text, &words.due, DUE);
        }
        if owner > 0 {
            ink = ink.gap(1).cell(Meaning::Muted, &words.owner, PERSON);
        }
        ink.line()
    }

    /// What else is to be said of it.
    fn second(&self, words: &Words<'_>) -> Line<'static> {
        let target = words.progress.target;
        let mut ink = Ink::new(self.look, self.cells).gap(LIGHT + 2);
        let narrow = self.cells < ONE_LINE;
        let hold = target.hold_reason.as_str();
        let facts = [
            if narrow { words.figures.as_str() } else { words.percent.as_str() },
            if narrow { words.due.as_str() } else { "" },
            words.redated.as_str(),
            if self.cells < OWNED { words.owner.as_str() } else { "" },
            hold,
            target.campaign.as_str(),
        ];
        for fact in facts.into_iter().filter(|fact| !fact.is_empty()) {
            if width::of(fact) < ink.room() {
                ink = ink.put(Meaning::Muted, fact).gap(2);
            }
        }
        ink.line()
    }
}
