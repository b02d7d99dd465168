//! The Six Ones 六个一: a matrix of divisions and the six, or one division's six where the window is
//! narrow or one was asked for. This file holds what was chosen; `draw` draws it.
//! May use `board::matrix`.

pub(super) mod cell;
mod draw;

use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use super::zoom::Zoom;
use super::{Opening, Step, View};
use crate::board::matrix::{self, Row, SIX};
use crate::domain::{Fields, Id, Kind};
use crate::ui::event::Cx;
use crate::ui::style::Look;

/// From so many cells on, all divisions stand side by side.
const WIDE: u16 = 76;

/// See the module.
#[derive(Debug, Clone, Default)]
pub struct SixOnes {
    rows: Vec<Row>,
    /// The cell under the cursor: which row, which of the six.
    at: (usize, usize),
    /// Whether one division fills the body because somebody asked for it.
    alone: bool,
    zoom: Zoom,
    body: Rect,
}

impl SixOnes {
    /// Whether one division is shown, a line or more for each of its six.
    const fn is_list(&self) -> bool {
        self.alone || self.body.width < WIDE
    }

    /// Takes the rows from the board: 36 records, so nothing is saved by asking whether they changed.
    fn renew(&mut self, cx: &Cx<'_>) {
        self.rows = matrix::rows(cx.board);
        self.at.0 = self.at.0.min(self.rows.len().saturating_sub(1));
    }

    fn row(&self) -> Option<&Row> {
        self.rows.get(self.at.0)
    }

    /// To another row and column, as far as there are any.
    fn step(&mut self, rows: isize, columns: isize) {
        let last = self.rows.len().saturating_sub(1);
        self.at.0 = self.at.0.saturating_add_signed(rows).min(last);
        self.at.1 = self.at.1.saturating_add_signed(columns).min(SIX - 1);
        self.zoom.rewind();
    }
}

/// So many rows or columns as a step.
fn count(n: usize) -> isize {
    isize::try_from(n).unwrap_or(isize::MAX)
}

impl View for SixOnes {
    fn refresh(&mut self, cx: &Cx<'_>, look: &Look, body: Rect) {
        self.body = body;
        self.renew(cx);
        self.zoom.fit_record(cx, look, body, self.selected(cx));
    }

    fn go(&mut self, _: &Cx<'_>, step: Step) {
        let all = count(self.rows.len().max(SIX));
        if self.zoom.is_on() {
            match step {
                Step::Left | Step::Previous => self.step(0, -1),
                Step::Right | Step::Next => self.step(0, 1),
                step => self.zoom.go(step),
            }
            return;
        }
        let (down, across) = match step {
            Step::Up(n) => (-count(n), 0),
            Step::Down(n) => (count(n), 0),
            Step::PageUp | Step::Home => (-all, 0),
            Step::PageDown | Step::End => (all, 0),
            Step::Left | Step::Previous => (0, -1),
            Step::Right | Step::Next => (0, 1),
        };
        // In a division's list the six stand below each other.
        let (down, across) = if self.is_list() { (across, down) } else { (down, across) };
        self.step(down, across);
    }

    fn way(&self, _: &Cx<'_>, look: &Look, area: Rect, at: Position) -> Option<Vec<Step>> {
        if self.zoom.is_on() {
            return None;
        }
        draw::way(self, look, area, at)
    }

    fn selected(&self, _: &Cx<'_>) -> Option<Id> {
        self.row()?.cells[self.at.1]
    }

    fn division(&self, _: &Cx<'_>) -> Option<Id> {
        self.row().filter(|_| self.is_list()).map(|row| row.division)
    }

    fn lists(&self) -> Kind {
        Kind::SixOne
    }

    /// There are six and no more.
    fn newcomer(&self, _: &Cx<'_>) -> Fields {
        Fields::new()
    }

    fn opening(&self, cx: &Cx<'_>) -> Opening {
        match self.selected(cx) {
            Some(id) if self.zoom.is_on() => Opening::Menu(id),
            Some(_) => Opening::Form,
            None => Opening::Nothing,
        }
    }

    fn focus(&mut self, cx: &Cx<'_>, division: Option<Id>) {
        self.renew(cx);
        self.alone = division.is_some();
        let place = self.rows.iter().position(|row| Some(row.division) == division);
        self.at.0 = place.unwrap_or(self.at.0);
        self.zoom.rewind();
    }

    fn stand_on(&mut self, cx: &Cx<'_>, id: Id) {
        self.renew(cx);
        let place = |row: &Row| row.cells.iter().position(|cell| *cell == Some(id));
        let spot = self.rows.iter().enumerate().find_map(|(at, row)| Some((at, place(row)?)));
        self.at = spot.unwrap_or(self.at);
    }

    fn zoom(&mut self) {
        self.zoom.turn(self.row().is_some_and(|row| row.cells[self.at.1].is_some()));
    }

    fn is_zoomed(&self) -> bool {
        self.zoom.is_on()
    }

    /// Out of the detail, then out of the one division.
    fn back(&mut self) -> bool {
        self.zoom.leave() || std::mem::take(&mut self.alone)
    }

    fn draw(&self, cx: &Cx<'_>, look: &Look, area: Rect, frame: &mut Frame<'_>) {
        draw::draw(self, cx, look, area, frame);
    }
}
