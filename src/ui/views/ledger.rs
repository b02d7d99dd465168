//! The ledger 台账: the table of all records of a kind with the detail of the one under the
//! cursor. Leads are one of the kinds. This file holds what was chosen; `ledger_draw` draws it.
//! May use `rows`, `order`, `settle`, `zoom`.

use chrono::{DateTime, Utc};
use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use super::marks::{Marking, Marks};
use super::order::Order;
use super::rows::{Rows, Wish};
use super::settle::Settle;
use super::zoom::Zoom;
use super::{Opening, Step, View, has_detail, moved, rows_between};
use crate::board::Behind;
use crate::board::burnup::Point;
use crate::board::query::{Filter, Problem};
use crate::domain::{Id, Kind};
use crate::ui::event::Cx;
use crate::ui::layout;
use crate::ui::style::Look;

/// A table of records: filter, order, cursor, zoom.
#[derive(Debug, Clone)]
pub struct Ledger {
    pub(super) wish: Wish,
    pub(super) rows: Rows,
    pub(super) at: usize,
    /// The record the cursor stands on, so that it stays there when the list changes.
    held: Option<Id>,
    pub(super) zoom: Zoom,
    pub(super) settle: Settle,
    pub(super) len: usize,
    pub(super) marks: Marks,
    /// Where the board stood when the rows were made.
    seq: u64,
    body: Rect,
}

impl Ledger {
    /// The table of a kind, unfiltered, the cursor on its first row.
    #[must_use]
    pub fn new(kind: Kind) -> Self {
        Self {
            wish: Wish { kind, typed: String::new(), division: None, behind: None, order: Order::default() },
            rows: Rows::default(),
            at: 0,
            held: None,
            zoom: Zoom::default(),
            settle: Settle::default(),
            len: 0,
            marks: Marks::default(),
            seq: 0,
            body: Rect::ZERO,
        }
    }

    /// Lists only what these words find: text, pinyin or initials. Takes effect at `refresh`.
    pub fn filter(&mut self, typed: &str) {
        typed.clone_into(&mut self.wish.typed);
    }

    /// What the list is filtered by, as typed.
    #[must_use]
    pub fn typed(&self) -> &str {
        &self.wish.typed
    }

    /// Lists only the leads behind a figure, from the first row on; none: all. Takes effect at
    /// `refresh`.
    pub fn list_behind(&mut self, behind: Option<Behind>) {
        if self.wish.behind != behind {
            self.wish.behind = behind;
            (self.at, self.held) = (0, None);
        }
    }

    /// Lists by the next of the columns, or the one before, from the first row on.
    /// Takes effect at `refresh`.
    pub fn turn(&mut self, forward: bool) {
        self.put_in(self.wish.order.next(self.wish.kind, forward));
    }

    /// Lists the other way round, from the first row on. Takes effect at `refresh`.
    pub fn reverse(&mut self) {
        self.put_in(self.wish.order.turned(self.wish.kind));
    }

    /// The order as it is kept for the next time.
    #[must_use]
    pub fn order(&self) -> String {
        self.wish.order.code()
    }

    /// Lists in an order that was kept. Takes effect at `refresh`.
    pub fn put_in_order(&mut self, code: &str) {
        self.put_in(Order::from_code(self.wish.kind, code));
    }

    fn put_in(&mut self, order: Order) {
        self.wish.order = order;
        self.at = 0;
        self.held = None;
    }

    /// How many records are listed.
    #[must_use]
    pub const fn count(&self) -> usize {
        self.len
    }

    /// All records that are listed, in their order.
    pub fn listing(&mut self, cx: &Cx<'_>) -> Vec<Id> {
        self.renew(cx);
        self.rows.reach(cx.board, usize::MAX);
        (0..self.len).map_while(|at| self.rows.get(self.wish.kind, at)).collect()
    }

    /// What the words of the filter ask.
    #[must_use]
    pub const fn asked(&self) -> &Filter {
        self.rows.filter()
    }

    /// Puts the cursor on a record. False where it is not listed.
    pub fn hold(&mut self, cx: &Cx<'_>, id: Id) -> bool {
        self.renew(cx);
        // A chart that is turned into its table may stand on a record of another kind.
        let place = (id.kind == self.wish.kind).then(|| self.rows.place(cx.board, id)).flatten();
        if let Some(at) = place {
            self.at = at;
            self.held = Some(id);
            self.zoom.rewind();
        }
        place.is_some()
    }

    /// Makes the rows anew where the board or the wish has changed; the cursor stays on its record.
    fn renew(&mut self, cx: &Cx<'_>) {
        if self.rows.refresh(cx.board, &self.wish) {
            let (rows, seq) = (&self.rows, cx.board.head().seq);
            let has_changed = std::mem::replace(&mut self.seq, seq) != seq;
            self.marks.retain(has_changed, |id| rows.lists(cx.board, id));
            let place = self.held.and_then(|id| self.rows.place(cx.board, id));
            self.len = self.rows.len(cx.board);
            if place.is_none() && self.held.is_some() {
                // The detail of one record does not become that of another.
                self.zoom.leave();
            }
            self.at = place.unwrap_or(self.at).min(self.len.saturating_sub(1));
        }
    }

    /// The records of the range that is being drawn.
    pub(super) fn drawn(&self) -> impl Iterator<Item = Id> {
        let rows = self.marks.drawn(self.at, |id| self.rows.made(id)).into_iter().flatten();
        rows.filter_map(|at| self.rows.get(self.wish.kind, at))
    }

    fn page(&self) -> usize {
        let list = layout::split(self.body).list;
        usize::from(list.height.saturating_sub(super::ledger_draw::HEAD))
    }
}

impl View for Ledger {
    fn refresh(&mut self, cx: &Cx<'_>, look: &Look, body: Rect) {
        self.body = body;
        self.renew(cx);
        // Rows of the page one is on, and of the next.
        self.rows.reach(cx.board, self.at + 2 * usize::from(body.height));
        self.held = self.rows.get(self.wish.kind, self.at);
        self.zoom.fit_record(cx, look, body, self.held);
        self.settle.follow(cx.now, self.held, has_detail(body) && !self.zoom.is_on());
    }

    fn go(&mut self, cx: &Cx<'_>, step: Step) {
        let step = match (self.zoom.is_on(), step) {
            (true, Step::Left | Step::Previous) => Step::Up(1),
            (true, Step::Right | Step::Next) => Step::Down(1),
            (true, step) => return self.zoom.go(step),
            (false, step) => step,
        };
        self.at = moved(self.at, step, self.len, self.page());
        self.rows.reach(cx.board, self.at + 2 * self.page());
        self.held = self.rows.get(self.wish.kind, self.at);
        self.zoom.rewind();
    }

    fn way(&self, _: &Cx<'_>, _: &Look, area: Rect, at: Position) -> Option<Vec<Step>> {
        if self.zoom.is_on() {
            return None;
        }
        super::ledger_draw::row_at(self, area, at).map(|to| rows_between(self.at, to))
    }

    fn selected(&self, _: &Cx<'_>) -> Option<Id> {
        self.held
    }

    fn division(&self, _: &Cx<'_>) -> Option<Id> {
        self.wish.division
    }

    fn lists(&self) -> Kind {
        self.wish.kind
    }

    fn opening(&self, cx: &Cx<'_>) -> Opening {
        match self.selected(cx) {
            Some(id) if self.zoom.is_on() => Opening::Menu(id),
            Some(_) => Opening::Zoom,
            None => Opening::Nothing,
        }
    }

    fn focus(&mut self, _: &Cx<'_>, division: Option<Id>) {
        self.wish.division = division;
    }

    fn stand_on(&mut self, cx: &Cx<'_>, id: Id) {
        self.hold(cx, id);
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

    fn filtered_by(&self) -> Option<&str> {
        Some(self.typed())
    }

    fn filter_by(&mut self, typed: &str) {
        self.filter(typed);
    }

    fn unread(&self) -> &[Problem] {
        self.asked().problems()
    }

    fn listed(&self) -> usize {
        self.count()
    }

    fn back(&mut self) -> bool {
        if self.zoom.leave() || self.marks.clear() {
            return true;
        }
        !std::mem::take(&mut self.wish.typed).is_empty()
    }

    fn mark(&mut self, cx: &Cx<'_>, marking: Marking) {
        if marking == Marking::All {
            let kind = self.wish.kind;
            self.rows.reach(cx.board, self.len);
            self.marks.all((0..self.len).map_while(|at| self.rows.get(kind, at)));
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
        super::ledger_draw::draw(self, cx, look, area, frame);
    }
}
