//! The support chart 保障图: each department and company with what it has been asked for, and the
//! requests of the one under the cursor. This file holds what was chosen; `draw` draws it.
//!
//! The keys are with the units or with the requests: to the right and Enter lead in, to the left and
//! Esc out. The last row of the units stands for all of them. May use `board::support`.

mod columns;
mod draw;
mod parts;

use chrono::{DateTime, NaiveDate, Utc};
use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use super::marks::{Marking, Marks};
use super::settle::Settle;
use super::zoom::Zoom;
use super::{Opening, Step, View, given, moved, rows_between};
use crate::board::support::{self, Chart};
use crate::domain::{Fields, Id, Kind, Value, date};
use crate::ui::event::Cx;
use crate::ui::layout;
use crate::ui::style::Look;
use parts::Parts;

/// A request is asked for within so many days where nobody says otherwise.
pub(in crate::ui) const DAYS: u64 = 14;

/// See the module.
#[derive(Debug, Clone, Default)]
pub struct Support {
    division: Option<Id>,
    chart: Chart,
    /// The row of the units that is under the cursor; the one after the last is all of them.
    at: usize,
    /// The unit in that row; none: all.
    unit: Option<Id>,
    rows: Vec<Id>,
    /// The row of the requests that is under the cursor.
    row: usize,
    held: Option<Id>,
    /// Whether the keys are with the requests.
    inside: bool,
    made: Option<(u64, NaiveDate, Option<Id>)>,
    marks: Marks,
    zoom: Zoom,
    settle: Settle,
    body: Rect,
}

impl Support {
    /// Makes the figures anew where the board or the division has changed; the cursor stays on its
    /// unit. At first it is on one's own.
    fn renew(&mut self, cx: &Cx<'_>) {
        let now = (cx.board.head().seq, cx.board.today(), self.division);
        if self.made == Some(now) {
            return;
        }
        let before = self.unit;
        self.chart = support::chart(cx.board, self.division);
        if self.made.is_none() {
            let person = cx.board.index().login(cx.login).and_then(|id| cx.board.person(id));
            self.at = person.and_then(|p| self.place(p.unit?)).unwrap_or(0);
        } else if let Some(at) = self.unit.map_or(Some(self.chart.units.len()), |unit| self.place(unit)) {
            self.at = at;
        }
        self.at = self.at.min(self.chart.units.len());
        self.unit = self.chart.units.get(self.at).map(|(id, _)| *id);
        let was = self.made.replace(now);
        let is_told = was.is_some_and(|(.., division)| division == self.division);
        self.list(cx, was.is_some() && before == self.unit, is_told);
    }

    /// The row of a unit.
    fn place(&self, unit: Id) -> Option<usize> {
        self.chart.units.iter().position(|(id, _)| *id == unit)
    }

    /// Makes the rows of the unit's requests. Where it is the same unit the cursor stays on its
    /// request, if that is there; what is marked no longer is told where the board has changed.
    fn list(&mut self, cx: &Cx<'_>, is_same: bool, is_told: bool) {
        self.rows = support::requests(cx.board, self.unit, self.division);
        let rows = &self.rows;
        self.marks.retain(is_told && is_same, |id| rows.contains(&id));
        if !is_same {
            self.row = 0;
        } else if let Some(row) = self.held.and_then(|held| rows.iter().position(|id| *id == held)) {
            self.row = row;
        } else if self.held.is_some() {
            // The detail of one record does not become that of another.
            self.zoom.leave();
        }
        self.row = self.row.min(self.rows.len().saturating_sub(1));
        self.hold();
    }

    fn hold(&mut self) {
        self.held = self.rows.get(self.row).copied();
        self.inside &= self.held.is_some();
    }

    fn parts(&self) -> Parts {
        parts::of(self.body, self.chart.units.len(), self.inside)
    }

    /// The requests of the range that is being drawn.
    fn drawn(&self) -> impl Iterator<Item = Id> {
        let rows = self.marks.drawn(self.row, |id| self.rows.iter().position(|row| *row == id));
        rows.into_iter().flatten().filter_map(|at| self.rows.get(at).copied())
    }

    fn go_among_units(&mut self, cx: &Cx<'_>, step: Step) {
        let page = self.parts().units.map_or(0, |area| usize::from(area.height));
        let at = moved(self.at, step, self.chart.units.len() + 1, page);
        if at != self.at {
            self.at = at;
            self.unit = self.chart.units.get(at).map(|(id, _)| *id);
            self.list(cx, false, false);
        }
    }
}

impl View for Support {
    fn refresh(&mut self, cx: &Cx<'_>, look: &Look, body: Rect) {
        self.body = body;
        self.renew(cx);
        self.zoom.fit_record(cx, look, body, self.held.filter(|_| self.inside));
        self.settle.follow(cx.now, self.held, !self.zoom.is_on());
    }

    fn go(&mut self, cx: &Cx<'_>, step: Step) {
        if self.zoom.is_on() {
            return self.zoom.scroll(step);
        }
        match step {
            Step::Left | Step::Previous => self.inside = false,
            Step::Right | Step::Next => self.inside = self.held.is_some(),
            step if self.inside => {
                let page = self.parts().requests.map_or(0, |area| usize::from(area.height));
                self.row = moved(self.row, step, self.rows.len(), page);
                self.hold();
            }
            step => self.go_among_units(cx, step),
        }
    }

    fn way(&self, _: &Cx<'_>, _: &Look, area: Rect, at: Position) -> Option<Vec<Step>> {
        if self.zoom.is_on() {
            return None;
        }
        let parts = parts::of(area, self.chart.units.len(), self.inside);
        let units = parts.units.and_then(|area| parts::unit_at(area, self.at, self.chart.units.len(), at));
        if let Some(to) = units {
            let out = self.inside.then_some(Step::Left);
            return Some(out.into_iter().chain(rows_between(self.at, to)).collect());
        }
        let rows = parts::rows(parts::list(parts.requests?).0);
        let to = layout::row_at(rows, self.row, self.rows.len(), 1, at)?;
        let into = (!self.inside).then_some(Step::Right);
        Some(into.into_iter().chain(rows_between(self.row, to)).collect())
    }

    fn selected(&self, _: &Cx<'_>) -> Option<Id> {
        if self.inside { self.held } else { self.unit }
    }

    fn division(&self, _: &Cx<'_>) -> Option<Id> {
        self.division
    }

    fn lists(&self) -> Kind {
        Kind::Request
    }

    fn newcomer(&self, cx: &Cx<'_>) -> Fields {
        let due = Value::Date(date::plus_days(cx.board.today(), DAYS));
        let [unit, division] = [self.unit, self.division].map(|id| id.map(Value::Ref));
        given(Kind::Request, [("division", division), ("unit", unit), ("due", Some(due))])
    }

    fn opening(&self, _: &Cx<'_>) -> Opening {
        match self.held {
            Some(id) if self.inside => Opening::Menu(id),
            Some(_) => Opening::Inside,
            None => Opening::Nothing,
        }
    }

    fn focus(&mut self, _: &Cx<'_>, division: Option<Id>) {
        self.division = division;
    }

    fn zoom(&mut self) {
        self.zoom.turn(self.inside);
    }

    fn is_zoomed(&self) -> bool {
        self.zoom.is_on()
    }

    /// Out of the zoom, then out of the marks, the requests and the division.
    fn back(&mut self) -> bool {
        self.zoom.leave()
            || self.marks.clear()
            || std::mem::replace(&mut self.inside, false)
            || self.division.take().is_some()
    }

    fn mark(&mut self, cx: &Cx<'_>, marking: Marking) {
        if !self.inside {
            return;
        }
        if marking == Marking::All {
            return self.marks.all(self.rows.iter().copied());
        }
        let drawn: Vec<Id> = self.drawn().collect();
        if self.held.is_some_and(|id| self.marks.mark(marking, id, drawn)) {
            self.go(cx, Step::Down(1));
        }
    }

    fn marked(&self) -> Vec<Id> {
        if self.inside { self.marks.ids(self.drawn()) } else { Vec::new() }
    }

    fn has_marks(&self) -> bool {
        self.inside
    }

    fn take_unmarked(&mut self) -> Vec<Id> {
        self.marks.take_gone()
    }

    fn unmark(&mut self, ids: &[Id]) {
        self.marks.drop(ids);
    }

    fn wakes(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        self.settle.wakes(now)
    }

    fn draw(&self, cx: &Cx<'_>, look: &Look, area: Rect, frame: &mut Frame<'_>) {
        draw::draw(self, cx, look, area, frame);
    }
}
