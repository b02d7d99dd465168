//! The ledger 台账: the table of all records of a kind with the detail of the one under the
//! cursor. Leads are one of the kinds. This file holds what was chosen; `ledger_draw` draws it.
//! May use `rows`, `columns`, `detail`.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::marks::{Marking, Marks};
use super::rows::{Order, Rows, Wish};
use super::{Step, View, columns, detail, moved};
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
    /// Whether the detail fills the body.
    pub(super) zoomed: bool,
    /// The first line of the zoomed detail that is shown.
    pub(super) scroll: usize,
    /// How many lines the zoomed detail has.
    lines: usize,
    pub(super) len: usize,
    pub(super) marks: Marks,
    body: Rect,
}

impl Ledger {
    /// The table of a kind, unfiltered, the cursor on its first row.
    #[must_use]
    pub fn new(kind: Kind) -> Self {
        Self {
            wish: Wish { kind, typed: String::new(), division: None, order: Order::default() },
            rows: Rows::default(),
            at: 0,
            held: None,
            zoomed: false,
            scroll: 0,
            lines: 0,
            len: 0,
            marks: Marks::default(),
            body: Rect::ZERO,
        }
    }

    /// The kind of record that is listed.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        self.wish.kind
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

    /// The division whose records are listed; none: those of all.
    #[must_use]
    pub const fn division(&self) -> Option<Id> {
        self.wish.division
    }

    /// Lists in the next order that the columns offer, or the one before, from the first row on.
    /// Takes effect at `refresh`.
    pub fn turn(&mut self, forward: bool) {
        let mut orders: Vec<Order> = columns::orders(self.wish.kind).collect();
        if !forward {
            orders.reverse();
        }
        let at = orders.iter().position(|order| *order == self.wish.order).unwrap_or(0);
        self.wish.order = orders[(at + 1) % orders.len()];
        self.at = 0;
        self.held = None;
    }

    /// Puts the cursor on a record, if it is listed.
    pub fn hold(&mut self, cx: &Cx<'_>, id: Id) {
        self.renew(cx);
        if let Some(at) = self.rows.place(cx.board, id) {
            self.at = at;
            self.held = Some(id);
            self.scroll = 0;
        }
    }

    /// Makes the rows anew where the board or the wish has changed; the cursor stays on its record.
    fn renew(&mut self, cx: &Cx<'_>) {
        if self.rows.refresh(cx.board, &self.wish) {
            let place = self.held.and_then(|id| self.rows.place(cx.board, id));
            self.len = self.rows.len(cx.board);
            self.at = place.unwrap_or(self.at).min(self.len.saturating_sub(1));
        }
    }

    fn page(&self) -> usize {
        let list = layout::split(self.body).list;
        usize::from(list.height.saturating_sub(super::ledger_draw::HEAD))
    }

    fn step_detail(&mut self, step: Step) {
        let page = usize::from(self.body.height);
        let tops = self.lines.saturating_sub(page) + 1;
        self.scroll = moved(self.scroll, step, tops, page);
    }
}

impl View for Ledger {
    fn refresh(&mut self, cx: &Cx<'_>, look: &Look, body: Rect) {
        self.body = body;
        self.renew(cx);
        // Rows of the page one is on, and of the next.
        self.rows.reach(cx.board, self.at + 2 * usize::from(body.height));
        self.held = self.rows.get(self.wish.kind, self.at);
        self.zoomed &= self.held.is_some();
        if let Some(id) = self.held.filter(|_| self.zoomed) {
            self.lines = detail::lines(cx, look, id, usize::from(body.width)).len();
        }
    }

    fn go(&mut self, cx: &Cx<'_>, step: Step) {
        let step = match (self.zoomed, step) {
            (true, Step::Left) => Step::Up(1),
            (true, Step::Right) => Step::Down(1),
            (true, step) => return self.step_detail(step),
            (false, step) => step,
        };
        self.at = moved(self.at, step, self.len, self.page());
        self.rows.reach(cx.board, self.at + 2 * self.page());
        self.held = self.rows.get(self.wish.kind, self.at);
        self.scroll = 0;
    }

    fn selected(&self, _: &Cx<'_>) -> Option<Id> {
        self.held
    }

    fn focus(&mut self, _: &Cx<'_>, division: Option<Id>) {
        self.wish.division = division;
    }

    fn zoom(&mut self) {
        self.zoomed = !self.zoomed && self.held.is_some();
        self.scroll = 0;
    }

    fn is_zoomed(&self) -> bool {
        self.zoomed
    }

    fn back(&mut self) -> bool {
        if std::mem::take(&mut self.zoomed) || self.marks.clear() {
            return true;
        }
        !std::mem::take(&mut self.wish.typed).is_empty()
    }

    fn mark(&mut self, cx: &Cx<'_>, marking: Marking) {
        let kind = self.wish.kind;
        match marking {
            Marking::One => {
                if let Some(id) = self.held {
                    self.marks.toggle(id);
                    self.go(cx, Step::Down(1));
                }
            }
            Marking::Range => self.marks.range(self.at, |at| self.rows.get(kind, at)),
            Marking::All => {
                self.rows.reach(cx.board, self.len);
                self.marks.all((0..self.len).map_while(|at| self.rows.get(kind, at)));
            }
        }
    }

    fn marked(&self) -> Vec<Id> {
        self.marks.ids(self.at, |at| self.rows.get(self.wish.kind, at))
    }

    fn unmark(&mut self) {
        self.marks.clear();
    }

    fn draw(&self, cx: &Cx<'_>, look: &Look, area: Rect, frame: &mut Frame<'_>) {
        super::ledger_draw::draw(self, cx, look, area, frame);
    }
}
