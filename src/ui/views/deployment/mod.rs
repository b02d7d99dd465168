//! The deployment chart 部署图: divisions down, areas across, the targets in the cells; one division
//! fills the body where its digit was pressed or the window is narrow. This file holds what was
//! chosen; `draw` draws it. May use `board::deployment`, `zoom`.

mod cell;
mod draw;
mod foot;
mod list;

use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use super::zoom::Zoom;
use super::{Opening, Step, View, columns_between, given, moved, rows_between};
use crate::board::burnup::Point;
use crate::board::deployment::{self, Chart};
use crate::domain::record::form_role;
use crate::domain::{Choice, Fields, Id, Kind, Value};
use crate::ui::event::Cx;
use crate::ui::style::Look;

/// From so many cells on, the divisions stand below each other.
const WIDE: u16 = 76;

/// Where the cursor stands: division, area, and which of the targets there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Spot {
    row: usize,
    column: usize,
    at: usize,
}

/// See the module.
#[derive(Debug, Clone, Default)]
pub struct Deployment {
    chart: Chart,
    made: Option<(u64, NaiveDate)>,
    /// The division that fills the body.
    division: Option<Id>,
    spot: Spot,
    /// The target under the cursor, which the cursor follows.
    held: Option<Id>,
    zoom: Zoom,
    body: Rect,
}

impl Deployment {
    fn renew(&mut self, cx: &Cx<'_>) {
        let now = (cx.board.head().seq, cx.board.today());
        if self.made.replace(now) != Some(now) {
            self.chart = deployment::chart(cx.board);
            if let Some(spot) = self.held.and_then(|id| self.find(id)) {
                self.spot = spot;
            } else if self.held.is_some() {
                // The page of one record does not become that of another.
                self.zoom.leave();
            }
        }
        self.spot.row = self.spot.row.min(self.chart.rows.len().saturating_sub(1));
        self.spot.column = self.spot.column.min(self.chart.areas.len().saturating_sub(1));
        self.spot.at = self.spot.at.min(self.cell(self.spot).len().saturating_sub(1));
        self.held = self.cell(self.spot).get(self.spot.at).copied();
    }

    /// Where a target stands.
    fn find(&self, id: Id) -> Option<Spot> {
        let rows = self.chart.rows.iter().enumerate();
        let mut cells =
            rows.flat_map(|(row, line)| line.cells.iter().enumerate().map(move |(c, cell)| (row, c, cell)));
        cells.find_map(|(row, column, cell)| {
            cell.iter().position(|one| *one == id).map(|at| Spot { row, column, at })
        })
    }

    fn cell(&self, spot: Spot) -> &[Id] {
        let row = self.chart.rows.get(spot.row);
        row.and_then(|row| row.cells.get(spot.column)).map_or(&[], Vec::as_slice)
    }

    /// Whether one division fills the body.
    const fn is_single(&self) -> bool {
        self.division.is_some() || self.body.width < WIDE
    }

    /// The stops of the cursor, in the order of `j`: down the column; where one division fills the
    /// body down its areas, and on to the next division where none was chosen. An empty cell is one.
    fn stops(&self) -> Vec<Spot> {
        let all = self.chart.rows.iter().enumerate().flat_map(|(row, line)| {
            line.cells.iter().enumerate().flat_map(move |(column, cell)| {
                (0..cell.len().max(1)).map(move |at| Spot { row, column, at })
            })
        });
        let single = self.is_single();
        all.filter(|stop| match (single, self.division) {
            (false, _) => stop.column == self.spot.column,
            (true, Some(_)) => stop.row == self.spot.row,
            (true, None) => true,
        })
        .collect()
    }

    /// The way of the cursor to a target or an empty cell.
    fn way_to(&self, to: Spot) -> Vec<Step> {
        let mut way = Vec::new();
        let mut there = self.clone();
        if !self.is_single() {
            way = columns_between(self.spot.column, to.column);
            there.spot.column = to.column;
            there.spot.at = self.spot.at.min(there.cell(there.spot).len().saturating_sub(1));
        }
        let stops = there.stops();
        let place = |spot: Spot| stops.iter().position(|stop| *stop == spot).unwrap_or(0);
        way.extend(rows_between(place(there.spot), place(to)));
        way
    }

    /// To the column (or the area) before or after.
    fn aside(&mut self, right: bool) {
        let last = self.chart.areas.len().saturating_sub(1);
        let column = self.spot.column;
        self.spot.column = if right { (column + 1).min(last) } else { column.saturating_sub(1) };
        if self.spot.column != column && self.is_single() {
            self.spot.at = 0;
        }
    }
}

impl View for Deployment {
    fn refresh(&mut self, cx: &Cx<'_>, look: &Look, body: Rect) {
        self.body = body;
        self.renew(cx);
        self.zoom.fit_record(cx, look, body, self.held);
    }

    fn go(&mut self, cx: &Cx<'_>, step: Step) {
        match (self.zoom.is_on(), step) {
            (true, step) => return self.zoom.scroll(step),
            (false, Step::Left | Step::Previous) => self.aside(false),
            (false, Step::Right | Step::Next) => self.aside(true),
            (false, step) => {
                let stops = self.stops();
                let at = stops.iter().position(|stop| *stop == self.spot).unwrap_or(0);
                let to = moved(at, step, stops.len(), usize::from(self.body.height) / 2);
                self.spot = stops.get(to).copied().unwrap_or(self.spot);
            }
        }
        self.renew(cx);
    }

    fn way(&self, cx: &Cx<'_>, look: &Look, area: Rect, at: Position) -> Option<Vec<Step>> {
        if self.zoom.is_on() {
            return None;
        }
        draw::spot_at(self, cx, look, area, at).map(|to| self.way_to(to))
    }

    fn selected(&self, _: &Cx<'_>) -> Option<Id> {
        self.held
    }

    fn division(&self, _: &Cx<'_>) -> Option<Id> {
        self.division
    }

    fn lists(&self) -> Kind {
        Kind::Target
    }

    /// The division and the area of the cell.
    fn newcomer(&self, _: &Cx<'_>) -> Fields {
        let division = self.chart.rows.get(self.spot.row).and_then(|row| row.division);
        let area = self.chart.areas.get(self.spot.column);
        let area = area.map(|area| Value::Choice(area.code()));
        given(Kind::Target, [("division", division.map(Value::Ref)), ("area", area)])
    }

    fn opening(&self, cx: &Cx<'_>) -> Opening {
        let edits = cx.role() >= form_role(Kind::Target);
        match self.held {
            Some(id) if self.zoom.is_on() => Opening::Menu(id),
            Some(_) if edits => Opening::Form,
            Some(_) => Opening::Zoom,
            None if edits => Opening::New,
            None => Opening::Nothing,
        }
    }

    fn focus(&mut self, cx: &Cx<'_>, division: Option<Id>) {
        self.renew(cx);
        self.zoom.leave();
        self.division = division;
        let place = self.chart.rows.iter().position(|row| division.is_some() && row.division == division);
        if let Some(row) = place.filter(|row| *row != self.spot.row) {
            (self.spot, self.made) = (Spot { row, at: 0, ..self.spot }, None);
            self.held = None;
        }
    }

    fn stand_on(&mut self, cx: &Cx<'_>, id: Id) {
        self.renew(cx);
        if let Some(spot) = self.find(id) {
            (self.spot, self.held) = (spot, Some(id));
            self.division = self.division.filter(|_| self.chart.rows[spot.row].division == self.division);
        }
    }

    fn page(&self, _: &Cx<'_>) -> Option<Id> {
        let draws = self.zoom.is_on() || draw::foot(self, self.body) >= draw::BURNUP;
        self.held.filter(|_| draws)
    }

    fn take_typed(&mut self, id: Id, points: Vec<Point>) {
        self.zoom.take_typed(id, points);
    }

    fn zoom(&mut self) {
        self.zoom.turn(self.held.is_some());
    }

    fn is_zoomed(&self) -> bool {
        self.zoom.is_on()
    }

    /// Out of the zoom, then out of the division.
    fn back(&mut self) -> bool {
        self.zoom.leave() || self.division.take().is_some()
    }

    fn draw(&self, cx: &Cx<'_>, look: &Look, area: Rect, frame: &mut Frame<'_>) {
        draw::draw(self, cx, look, area, frame);
    }
}
