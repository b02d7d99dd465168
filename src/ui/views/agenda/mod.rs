//! The agenda 日程: all that falls due, over or within thirty days, one's own or everyone's; the
//! detail of the entry under the cursor beside it. This file holds what was chosen; `draw` draws it.
//!
//! The list never moves under the cursor: an entry that was dealt with, by oneself or by somebody
//! else, stays in its row until one goes on. May use `board::agenda`.

mod draw;
mod lines;

use chrono::{DateTime, NaiveDate, Utc};
use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use super::settle::Settle;
use super::sifting::Sifting;
use super::zoom::Zoom;
use super::{Opening, Step, View, has_detail, moved, rows_between};
use crate::board::agenda::{self, Counts, Split, Wish};
use crate::board::burnup::Point;
use crate::board::index::Dated;
use crate::board::query::Problem;
use crate::domain::{Choice, Id, Kind};
use crate::ui::event::Cx;
use crate::ui::layout;
use crate::ui::style::Look;

/// So many rows are made at first.
const FIRST: usize = 512;

/// See the module.
#[derive(Debug, Clone, Default)]
pub struct Agenda {
    /// Whose; none until it is shown, or somebody chose.
    split: Option<Split>,
    division: Option<Id>,
    rows: Vec<Dated>,
    /// How many there are under each heading of the split that is shown, made or not.
    counts: Counts,
    /// How many each split has, by its place.
    totals: [usize; Split::ALL.len()],
    made: Option<(u64, NaiveDate, Wish)>,
    at: usize,
    held: Option<Dated>,
    /// The entry under the cursor that falls due then no more, until one goes on.
    left: Option<Dated>,
    sifting: Sifting,
    zoom: Zoom,
    settle: Settle,
    body: Rect,
}

impl Agenda {
    /// What is listed. At first what is one's own, where there is any.
    fn wish(&mut self, cx: &Cx<'_>) -> Wish {
        let person = cx.board.index().login(cx.login);
        let mine = Wish { split: Split::Mine, person, division: self.division };
        let split = *self.split.get_or_insert_with(|| {
            let has_any = !agenda::first(cx.board, mine, 1, |_| true).is_empty();
            if has_any { Split::Mine } else { Split::All }
        });
        Wish { split, ..mine }
    }

    fn turn(&mut self, cx: &Cx<'_>) {
        let split = self.wish(cx).split;
        self.split = Some(if split == Split::Mine { Split::All } else { Split::Mine });
        self.let_go();
    }

    /// The cursor goes to the first row: what is listed is something else.
    pub fn let_go(&mut self) {
        self.zoom = Zoom::default();
        (self.at, self.held, self.left, self.made) = (0, None, None, None);
    }

    /// Makes the rows anew where the board or the wish has changed; the cursor stays on its entry.
    fn renew(&mut self, cx: &Cx<'_>) {
        let wish = self.wish(cx);
        let now = (cx.board.head().seq, cx.board.today(), wish);
        if self.made == Some(now) {
            return;
        }
        self.made = Some(now);
        self.left = None;
        self.sifting.read(cx.board, &[Kind::Lead, Kind::Target, Kind::SixOne, Kind::Request]);
        for split in Split::ALL {
            let counts = agenda::counts(cx.board, Wish { split: *split, ..wish }, |id| self.finds(cx, id));
            self.totals[split.place()] = counts.iter().sum();
            if *split == wish.split {
                self.counts = counts;
            }
        }
        self.make(cx, wish, self.rows.len().max(FIRST));
        self.follow(cx);
        self.at = self.at.min(self.len(cx).saturating_sub(1));
    }

    /// Finds the entry under the cursor in rows that were made anew; one that is there no more is
    /// put back where it was, or its place would be taken by one that nobody looked at.
    fn follow(&mut self, cx: &Cx<'_>) {
        let Some(held) = self.held else { return };
        if let Some((.., wish)) = self.made
            && self.rows.last().is_some_and(|last| *last < held)
        {
            self.make(cx, wish, usize::MAX);
        }
        match self.rows.binary_search(&held) {
            Ok(at) => self.at = at,
            Err(at) if cx.board.has(held.1) => {
                self.rows.insert(at, held);
                (self.at, self.left) = (at, Some(held));
            }
            Err(_) => {}
        }
    }

    fn make(&mut self, cx: &Cx<'_>, wish: Wish, most: usize) {
        self.rows = agenda::first(cx.board, wish, most, |id| self.finds(cx, id));
        if let Some(left) = self.left
            && let Err(at) = self.rows.binary_search(&left)
        {
            self.rows.insert(at, left);
        }
    }

    /// How many rows stand under each heading: with the one that is only shown because one looks at
    /// it.
    fn shown(&self, cx: &Cx<'_>) -> Counts {
        let mut shown = self.counts;
        if let Some(group) = self.left.and_then(|(due, _)| agenda::group(due, cx.board.today())) {
            shown[group.place()] += 1;
        }
        shown
    }

    fn len(&self, cx: &Cx<'_>) -> usize {
        self.shown(cx).iter().sum()
    }

    /// Makes sure that a row is there if the list is that long.
    fn reach(&mut self, cx: &Cx<'_>, at: usize) {
        if at >= self.rows.len()
            && self.rows.len() < self.len(cx)
            && let Some((.., wish)) = self.made
        {
            self.make(cx, wish, at.saturating_mul(2).max(FIRST));
        }
    }

    /// Where a step leads from an entry that was dealt with: its row is gone.
    fn go_on(&mut self, cx: &Cx<'_>, to: usize) -> usize {
        if self.left.take().is_none() {
            return to;
        }
        self.rows.remove(self.at.min(self.rows.len().saturating_sub(1)));
        let to = if to > self.at { to - 1 } else { to };
        to.min(self.len(cx).saturating_sub(1))
    }

    fn finds(&self, cx: &Cx<'_>, id: Id) -> bool {
        self.sifting.finds(cx.board, id)
    }

    fn page(&self) -> usize {
        usize::from(layout::split(self.body).list.height.saturating_sub(draw::HEAD))
    }
}

impl View for Agenda {
    fn refresh(&mut self, cx: &Cx<'_>, look: &Look, body: Rect) {
        self.body = body;
        self.renew(cx);
        self.reach(cx, self.at + 2 * usize::from(body.height));
        self.held = self.rows.get(self.at).copied();
        self.zoom.fit_record(cx, look, body, self.selected(cx));
        self.settle.follow(cx.now, self.selected(cx), has_detail(body) && !self.zoom.is_on());
    }

    fn go(&mut self, cx: &Cx<'_>, step: Step) {
        match (self.zoom.is_on(), step) {
            (true, step) => return self.zoom.scroll(step),
            (false, Step::Left | Step::Right | Step::Previous | Step::Next) => return self.turn(cx),
            (false, _) => {}
        }
        let to = moved(self.at, step, self.len(cx), self.page());
        self.reach(cx, to + 2 * self.page());
        self.at = self.go_on(cx, to);
        self.held = self.rows.get(self.at).copied();
        self.zoom.rewind();
    }

    fn way(&self, cx: &Cx<'_>, _: &Look, area: Rect, at: Position) -> Option<Vec<Step>> {
        if self.zoom.is_on() {
            return None;
        }
        draw::entry_at(self, cx, area, at).map(|to| rows_between(self.at, to))
    }

    fn selected(&self, _: &Cx<'_>) -> Option<Id> {
        self.held.map(|(_, id)| id)
    }

    fn division(&self, _: &Cx<'_>) -> Option<Id> {
        self.division
    }

    fn opening(&self, _: &Cx<'_>) -> Opening {
        self.held.map_or(Opening::Nothing, |(_, id)| Opening::Record(id, None))
    }

    fn focus(&mut self, _: &Cx<'_>, division: Option<Id>) {
        if self.division != division {
            self.division = division;
            self.let_go();
        }
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
        Some(self.sifting.typed())
    }

    fn filter_by(&mut self, typed: &str) {
        if self.sifting.put(typed) {
            self.let_go();
        }
    }

    fn unread(&self) -> &[Problem] {
        self.sifting.problems()
    }

    fn listed(&self) -> usize {
        self.counts.iter().sum()
    }

    /// Out of the zoom, then out of the filter, then out of the division.
    fn back(&mut self) -> bool {
        if self.zoom.leave() {
            return true;
        }
        if !self.sifting.typed().is_empty() {
            self.filter_by("");
            return true;
        }
        let was = self.division.take().is_some();
        if was {
            self.let_go();
        }
        was
    }

    fn wakes(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        self.settle.wakes(now)
    }

    fn draw(&self, cx: &Cx<'_>, look: &Look, area: Rect, frame: &mut Frame<'_>) {
        draw::draw(self, cx, look, area, frame);
    }
}
