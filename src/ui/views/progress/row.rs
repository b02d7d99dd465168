//! A target's row over time: its bar from start to due date, what is done of it, the dates that
//! matter. May use `board::timeline`, `board::overview`.

use chrono::NaiveDate;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::board::overview::Progress;
use crate::board::timeline::{Axis, Place, Starts};
use crate::ui::style::{Look, Meaning};

/// The cells of the points reached, behind the time: they stand in one column whatever a bar does.
pub(super) const SHARE: usize = 6;

/// The time that all rows stand in.
pub(super) struct Scene<'a> {
    pub(super) look: &'a Look,
    pub(super) axis: Axis,
    pub(super) today: NaiveDate,
}

impl Scene<'_> {
    /// Nothing but today's line.
    fn blank(&self) -> Vec<(String, Style)> {
        let mut cells = vec![(" ".to_owned(), Style::default()); self.axis.cells];
        if let Place::At(at) = self.axis.place(self.today) {
            cells[at] = (self.look.glyphs.split.to_owned(), self.look.style(Meaning::Pace));
        }
        cells
    }

    /// The row of a heading.
    pub(super) fn empty(&self) -> Line<'static> {
        joined(self.blank())
    }

    /// The row of a target; `starts` are the days on which leads are to begin to build.
    pub(super) fn target(&self, progress: &Progress<'_>, starts: Option<&Starts>) -> Line<'static> {
        let mut cells = self.blank();
        self.draw_bar(progress, &mut cells);
        self.draw_marks(progress, starts, &mut cells);
        let share = progress.reached.map_or_else(String::new, |reached| format!("{reached}%"));
        cells.push((format!("{share:>SHARE$}"), self.look.style(Meaning::Muted)));
        joined(cells)
    }

    /// The bar, from the start to the due date, as far as it is in sight; today's line goes through
    /// it.
    fn draw_bar(&self, progress: &Progress<'_>, cells: &mut [(String, Style)]) {
        let (target, glyphs) = (progress.target, self.look.glyphs);
        let Some(until) = target.due else { return };
        let due = self.axis.place(until);
        let from = target.start.map_or(due, |start| self.axis.place(start).min(due));
        let done = progress.reached.unwrap_or(if target.done.is_some() { 100 } else { 0 });
        let full = glyphs.bar.last().copied().unwrap_or("#");
        let first = match from {
            Place::Before => 0,
            Place::At(at) => at,
            Place::After => return,
        };
        let last = match due {
            Place::Before => return,
            Place::At(at) => at,
            Place::After => cells.len().saturating_sub(1),
        };
        // What is done is measured along the whole bar, though a part of it may be out of sight.
        let cell = |day| self.axis.cell(day);
        let start = target.start.map_or(cell(until), cell).min(cell(until));
        let filled = (cell(until) - start + 1) * done.clamp(0, 100) / 100;
        let filled_to = usize::try_from(start + filled).unwrap_or(0);
        let signal = self.look.style(Meaning::bar_of(progress.light.signal));
        let today = self.axis.place(self.today);
        for (at, cell) in cells.iter_mut().enumerate().take(last + 1).skip(first) {
            let is_done = at < filled_to || (at == first && filled == 0 && done > 0);
            *cell = match (is_done, today == Place::At(at)) {
                (_, true) => (glyphs.pace.to_owned(), self.look.style(Meaning::Pace)),
                (true, _) => (full.to_owned(), signal),
                (false, _) => (glyphs.bar_empty.to_owned(), self.look.style(Meaning::BarEmpty)),
            };
        }
    }

    /// The first due date where it was changed, and where leads are to begin: how many in a cell.
    fn draw_marks(&self, progress: &Progress<'_>, starts: Option<&Starts>, cells: &mut [(String, Style)]) {
        let glyphs = self.look.glyphs;
        let mut counts = vec![0_u32; cells.len()];
        let in_sight = self.axis.first..self.axis.end();
        for (day, count) in starts.into_iter().flat_map(|starts| starts.range(in_sight.clone())) {
            if let Place::At(at) = self.axis.place(*day) {
                counts[at] += count;
            }
        }
        for (cell, count) in cells.iter_mut().zip(counts).filter(|(_, count)| *count > 0) {
            let sign = match count {
                1 => glyphs.more[1].to_owned(),
                2..=9 => count.to_string(),
                _ => glyphs.ahead.to_owned(),
            };
            *cell = (sign, self.look.style(Meaning::Accent));
        }
        let target = progress.target;
        let baseline = target.baseline_due.filter(|first| target.redated > 0 && Some(*first) != target.due);
        if let Some(Place::At(at)) = baseline.map(|day| self.axis.place(day)) {
            cells[at] = (glyphs.tick.to_owned(), self.look.style(Meaning::Strong));
        }
    }
}

/// Cells of one style side by side are one text.
fn joined(cells: Vec<(String, Style)>) -> Line<'static> {
    let mut runs: Vec<(String, Style)> = Vec::new();
    for (sign, style) in cells {
        match runs.last_mut() {
            Some((text, of)) if *of == style => text.push_str(&sign),
            _ => runs.push((sign, style)),
        }
    }
    Line::from(runs.into_iter().map(|(text, style)| Span::styled(text, style)).collect::<Vec<_>>())
}
