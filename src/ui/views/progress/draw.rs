//! Draws the progress chart: the dates at the top, the targets at the left, their bars.
//! May use `row`, `target`, `ink`, `measure`.

use chrono::{Datelike, NaiveDate};
use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use super::row::{SHARE, Scene};
use super::{Entry, Progress};
use crate::board::overview;
use crate::board::timeline::{Axis, Group, Grouping, Scale};
use crate::domain::record::form_role;
use crate::domain::{Choice, Id, Kind, Lang};
use crate::locales::reason;
use crate::say;
use crate::ui::event::Cx;
use crate::ui::style::{Look, Meaning};
use crate::ui::views::ink::{self, Ink};
use crate::ui::views::measure::PERSON;
use crate::ui::views::target::Words;
use crate::ui::views::{Step, draw_hint, rows_between};
use crate::ui::{layout, show, width};

/// The lines above the rows: years, and units; below them one about the target under the cursor.
pub(super) const HEAD: u16 = 2;
pub(super) const FOOT: u16 = 1;

/// The cells of a light's sign.
const MARK: usize = 2;

/// The cells at the left, by the width of the body: the least, those with room for the owner, most.
const LEFT: [usize; 3] = [18, 30, 38];
const OWNED: usize = 70;
const ROOMY: usize = 110;

/// Draws the chart.
pub(super) fn draw(view: &Progress, cx: &Cx<'_>, look: &Look, area: Rect, frame: &mut Frame<'_>) {
    let width = usize::from(area.width);
    let left = match width {
        ROOMY.. => LEFT[2],
        OWNED.. => LEFT[1],
        _ => LEFT[0],
    };
    // The line between, the points reached, and the free cell at the edge.
    let axis = axis(view, cx, width - left - 1 - SHARE - 1);
    let page = Page { view, cx, look, left, scene: Scene { look, axis, today: cx.board.today() } };
    if view.entries.is_empty() {
        ink::draw(&page.title().line(), Rect { height: 1, ..area }, frame);
        return draw_hint(look, &nothing(cx, look), area, frame);
    }
    page.draw(area, frame);
}

/// Where the lines of the chart stand.
const fn rows(area: Rect) -> Rect {
    layout::below(Rect { height: area.height.saturating_sub(FOOT), ..area }, HEAD)
}

/// The way to the target on a cell.
pub(super) fn way(view: &Progress, area: Rect, at: Position) -> Option<Vec<Step>> {
    let line = layout::row_at(rows(area), view.at, view.entries.len(), 1, at)?;
    let targets = view.targets();
    let place = |line: usize| targets.iter().position(|target| *target == line);
    Some(rows_between(place(view.at)?, place(line)?))
}

/// What is said where there is no target, and what to do.
fn nothing(cx: &Cx<'_>, look: &Look) -> String {
    if cx.role() >= form_role(Kind::Target) {
        say!(look.lang, "chart-no-targets")
    } else {
        say!(look.lang, "chart-empty-viewer")
    }
}

/// The time that is shown: today stands at a third, as long as nobody has scrolled.
fn axis(view: &Progress, cx: &Cx<'_>, cells: usize) -> Axis {
    let scale = view.scale;
    let each = match scale {
        Scale::Month | Scale::Week => 6,
        Scale::Quarter => 9,
    };
    let before = i64::try_from(cells / each / 3).unwrap_or(0);
    let first = scale.shifted(scale.floor(cx.board.today()), view.shift - before);
    Axis { scale, first, each, cells }
}

struct Page<'a> {
    view: &'a Progress,
    cx: &'a Cx<'a>,
    look: &'a Look,
    left: usize,
    scene: Scene<'a>,
}

impl Page<'_> {
    fn draw(&self, area: Rect, frame: &mut Frame<'_>) {
        let [years, units] = self.dates();
        let place = |y: u16| Rect { y, height: 1, ..area };
        self.draw_line(self.title(), &years, place(area.y), frame);
        let columns = say!(self.look.lang, "chart-columns");
        let columns = Ink::new(self.look, self.left).gap(1).put(Meaning::Column, &columns);
        self.draw_line(columns, &units, place(area.y + 1), frame);
        let rows = rows(area);
        let top = layout::top(self.view.at, self.view.entries.len(), usize::from(rows.height));
        for (y, (at, entry)) in
            (rows.top()..rows.bottom()).zip(self.view.entries.iter().enumerate().skip(top))
        {
            match entry {
                Entry::Heading(group) => {
                    self.draw_line(self.heading(*group), &self.scene.empty(), place(y), frame);
                }
                Entry::Target(id) => self.draw_target(*id, at == self.view.at, place(y), frame),
            }
        }
        if let Some(id) = self.view.held {
            let line = self.foot(id, usize::from(area.width));
            ink::draw(&line, place(area.bottom() - FOOT), frame);
        }
    }

    /// The left part, the line between, the time.
    fn draw_line(&self, left: Ink<'_>, right: &Line<'static>, area: Rect, frame: &mut Frame<'_>) {
        let cells = u16::try_from(self.left).unwrap_or(0);
        ink::draw(&left.line(), Rect { width: cells, ..area }, frame);
        let split = (self.look.glyphs.split, self.look.style(Meaning::Border));
        frame.buffer_mut().set_string(area.x + cells, area.y, split.0, split.1);
        let x = area.x + cells + 1;
        ink::draw(right, Rect { x, width: area.width - cells - 1, ..area }, frame);
    }

    /// What is shown: by what it is grouped, which division.
    fn title(&self) -> Ink<'_> {
        let lang = self.look.lang;
        let grouping = match self.view.grouping {
            Grouping::Division => "division",
            Grouping::Area => "area",
            Grouping::Owner => "owner",
        };
        let title = say!(lang, "chart-progress", grouping = grouping);
        let ink = Ink::new(self.look, self.left).gap(1).put(Meaning::Title, &title).gap(1);
        let digit = self.view.division.map_or_else(String::new, |id| id.no.to_string());
        ink.put(Meaning::Strong, &digit)
    }

    /// The years, then the units, each above its first cell; today's where there is room.
    fn dates(&self) -> [Line<'static>; 2] {
        let (axis, lang) = (self.scene.axis, self.look.lang);
        let mut years = Ink::new(self.look, axis.cells);
        let mut units = Ink::new(self.look, axis.cells);
        let mut before = None;
        for (cell, day) in axis.units() {
            let year = if before == Some(day.year()) {
                String::new()
            } else {
                say!(lang, "chart-year", year = day.year().to_string())
            };
            before = Some(day.year());
            let cells = axis.each.min(axis.cells - cell);
            let year = if width::of(&year) > cells { String::new() } else { year };
            years = years.cell(Meaning::Muted, &year, cells);
            let words = unit(axis.scale, day, lang);
            let words = if width::of(&words) > cells { String::new() } else { words };
            let is_now = axis.scale.floor(self.scene.today) == day;
            units = units.cell(if is_now { Meaning::Strong } else { Meaning::Column }, &words, cells);
        }
        [years.line(), units.line()]
    }

    fn heading(&self, group: Group) -> Ink<'_> {
        let (board, lang) = (self.cx.board, self.look.lang);
        let ink = Ink::new(self.look, self.left).gap(1);
        match group {
            Group::Area(area) => ink.put(Meaning::Column, area.label(lang)),
            Group::None => ink.put(Meaning::Column, &say!(lang, "chart-none-of", kind = self.missing())),
            Group::Of(id) if id.kind == Kind::Division => {
                let light = overview::division_light(board, id);
                let ink = ink.put(Meaning::Strong, &format!("{} ", id.no));
                let name = show::name(board, id, lang);
                let whole = show::brief_light(light, lang);
                let fits = width::of(&name) + width::of(&whole) + 2 <= ink.room();
                // A name is not cut for the sake of a reason.
                let light_words = if fits { whole } else { reason::signal(light.signal, lang) };
                let room = ink.room().saturating_sub(width::of(&light_words) + 2);
                let ink = ink.cell(Meaning::Title, &name, room);
                ink.end(&[(light.signal.into(), &light_words), (Meaning::Text, " ")])
            }
            Group::Of(id) => ink.put(Meaning::Column, &show::name(board, id, lang)),
        }
    }

    const fn missing(&self) -> &'static str {
        match self.view.grouping {
            Grouping::Owner => "owner",
            Grouping::Division | Grouping::Area => "division",
        }
    }

    fn draw_target(&self, id: Id, chosen: bool, area: Rect, frame: &mut Frame<'_>) {
        let Some(words) = Words::of(self.cx.board, id, self.look.lang) else { return };
        let progress = &words.progress;
        let ink = Ink::new(self.look, self.left).gap(1).cell(words.signal, &words.mark, MARK).gap(1);
        // A target away from its division's heading is known by the digit.
        let digit = progress.target.division.filter(|_| self.view.grouping != Grouping::Division);
        let ink = digit.iter().fold(ink, |ink, id| ink.put(Meaning::Muted, &format!("{} ", id.no)));
        let is_owned = self.left >= LEFT[1] && self.view.grouping != Grouping::Owner;
        let owner = if is_owned { PERSON + 1 } else { 0 };
        let meaning = if progress.target.headline { Meaning::Strong } else { Meaning::Text };
        let room = ink.room().saturating_sub(owner + 1);
        let ink = ink.cell(meaning, &words.name, room).gap(1);
        let ink = if is_owned { ink.cell(Meaning::Muted, &words.owner, PERSON) } else { ink };
        let starts = self.view.starts.get(&id);
        self.draw_line(ink, &self.scene.target(progress, starts), area, frame);
        if chosen {
            let left = Rect { width: u16::try_from(self.left).unwrap_or(0), ..area };
            frame.buffer_mut().set_style(left, self.look.style(Meaning::Selection));
        }
    }

    /// The target under the cursor, with what the row has no room for.
    fn foot(&self, id: Id, cells: usize) -> Line<'static> {
        let (board, lang) = (self.cx.board, self.look.lang);
        let Some(words) = Words::of(board, id, lang) else { return Line::default() };
        let target = words.progress.target;
        let day = |day: NaiveDate| show::day(day, board.today());
        let mut ink = words.line(self.look, id, cells);
        if let Some(first) = target.baseline_due.filter(|_| target.redated > 0) {
            ink = ink.gap(2).put(Meaning::Muted, &say!(lang, "burn-baseline", day = day(first)));
        }
        if let Some(starts) = self.view.starts.get(&id) {
            let next = starts.range(board.today()..).next().or(starts.last_key_value());
            let count: u32 = starts.values().sum();
            let sign = self.look.glyphs.more[1];
            let next = next.map(|(next, _)| day(*next)).unwrap_or_default();
            let whole = say!(lang, "chart-starts", count = count, day = next);
            let fits = width::of(&whole) + 3 <= ink.room();
            let words = if fits { whole } else { count.to_string() };
            ink = ink.gap(2).put(Meaning::Accent, sign).put(Meaning::Muted, &words);
        }
        ink.line()
    }
}

/// A unit in a word.
fn unit(scale: Scale, day: NaiveDate, lang: Lang) -> String {
    match scale {
        Scale::Month => say!(lang, "chart-month", month = day.month()),
        Scale::Week => day.format("%m-%d").to_string(),
        Scale::Quarter => say!(lang, "chart-quarter", quarter = day.month().div_ceil(3)),
    }
}
