//! The inbox as one of the views: its cursor, its marks, its zoom. May use `draw`, `zoom`.

use chrono::{DateTime, Utc};
use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use super::{Inbox, draw};
use crate::board::inbox::Business;
use crate::board::query::Problem;
use crate::domain::{Fields, Id, Kind, Value, date};
use crate::ui::event::Cx;
use crate::ui::style::Look;
use crate::ui::views::marks::Marking;
use crate::ui::views::support::DAYS;
use crate::ui::views::{Opening, Step, View, given, has_detail, moved, rows_between};

impl View for Inbox {
    fn refresh(&mut self, cx: &Cx<'_>, look: &Look, body: Rect) {
        self.body = body;
        self.renew(cx);
        self.reach(cx, self.at + 2 * usize::from(body.height));
        self.held = self.standing();
        self.zoom.fit_record(cx, look, body, self.held);
        self.settle.follow(cx.now, self.held, has_detail(body) && !self.zoom.is_on());
        self.compare(cx.board);
    }

    fn go(&mut self, cx: &Cx<'_>, step: Step) {
        match (self.zoom.is_on(), step) {
            (true, step) => return self.zoom.scroll(step),
            (false, Step::Left | Step::Previous) => return self.turn(true),
            (false, Step::Right | Step::Next) => return self.turn(false),
            (false, _) => {}
        }
        if self.left.is_some() && matches!(step, Step::Down(1)) {
            return self.go_on();
        }
        let to = moved(self.at, step, self.len, self.page());
        if to != self.at && self.left.take().is_some() {
            self.made = None;
        }
        self.at = to;
        self.reach(cx, self.at + 2 * self.page());
        self.held = self.rows.get(self.at).copied();
        self.zoom.rewind();
    }

    fn way(&self, _: &Cx<'_>, _: &Look, area: Rect, at: Position) -> Option<Vec<Step>> {
        if self.zoom.is_on() {
            return None;
        }
        draw::row_at(self, area, at).map(|to| rows_between(self.at, to))
    }

    fn selected(&self, _: &Cx<'_>) -> Option<Id> {
        self.held
    }

    fn division(&self, _: &Cx<'_>) -> Option<Id> {
        self.division.filter(|_| self.has_requests())
    }

    fn lists(&self) -> Kind {
        if self.has_requests() { Kind::Request } else { Kind::Lead }
    }

    /// A request that somebody of a division raises is of that division; one that somebody of a unit
    /// takes down is to that unit.
    fn newcomer(&self, cx: &Cx<'_>) -> Fields {
        if !self.has_requests() {
            return Fields::new();
        }
        let (unit, own) = match Business::of(cx.board, cx.board.index().login(cx.login)) {
            Business::Of(unit) => (Some(unit), None),
            Business::From(division) => (None, Some(division)),
            Business::All | Business::None => (None, None),
        };
        let [unit, division] = [unit, self.division.or(own)].map(|id| id.map(Value::Ref));
        let due = Some(Value::Date(date::plus_days(cx.board.today(), DAYS)));
        given(Kind::Request, [("division", division), ("unit", unit), ("due", due)])
    }

    fn opening(&self, _: &Cx<'_>) -> Opening {
        self.held.map_or(Opening::Nothing, Opening::Menu)
    }

    /// The leads of the inbox are everybody's: among them a digit routes.
    fn focus(&mut self, _: &Cx<'_>, division: Option<Id>) {
        if self.has_requests() && self.division != division {
            self.division = division;
            self.let_go();
        }
    }

    fn zoom(&mut self) {
        self.zoom.turn(self.held.is_some());
    }

    fn is_zoomed(&self) -> bool {
        self.zoom.is_on()
    }

    fn filtered_by(&self) -> Option<&str> {
        Some(self.sifting.typed())
    }

    fn filter_by(&mut self, typed: &str) {
        if self.sifting.put(typed) {
            // What is marked stays so where it is found still.
            let marks = std::mem::take(&mut self.marks);
            self.let_go();
            self.marks = marks;
        }
    }

    fn unread(&self) -> &[Problem] {
        self.sifting.problems()
    }

    fn listed(&self) -> usize {
        self.len
    }

    fn take_unmarked(&mut self) -> Vec<Id> {
        self.marks.take_gone()
    }

    fn back(&mut self) -> bool {
        if self.zoom.leave() || self.marks.clear() {
            return true;
        }
        let was = !self.sifting.typed().is_empty();
        if was {
            self.filter_by("");
        } else if self.has_requests() && self.division.take().is_some() {
            self.let_go();
            return true;
        }
        was
    }

    fn mark(&mut self, cx: &Cx<'_>, marking: Marking) {
        if marking == Marking::All {
            self.reach(cx, self.len);
            self.marks.all(self.rows.iter().copied());
            return;
        }
        let drawn: Vec<Id> = self.drawn().collect();
        if self.held.is_some_and(|id| self.marks.mark(marking, id, drawn)) {
            self.go(cx, Step::Down(1));
        }
    }

    fn marked(&self) -> Vec<Id> {
        self.marks.ids(self.drawn())
    }

    fn has_marks(&self) -> bool {
        true
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
