//! The inbox 研判: leads in splits, and support requests in one, worked off from the top; the detail
//! of the one under the cursor beside them. This file holds what was chosen; `draw` draws it.
//!
//! The list never moves under the cursor: where somebody else has dealt with the lead one is
//! looking at, it stays in its row until one goes on. What one has dealt with oneself makes room
//! for the next, unless one has chosen to stay. May use `board::inbox`.

mod draw;
mod view;

use chrono::NaiveDate;
use ratatui::layout::Rect;

use super::marks::Marks;
use super::settle::Settle;
use super::sifting::Sifting;
use super::zoom::Zoom;
use crate::board::Board;
use crate::board::doubles::{self, Double};
use crate::board::inbox::{self, Business, Split};
use crate::domain::{Choice, Id, Kind};
use crate::ui::event::Cx;
use crate::ui::layout;

/// So many rows are made at first.
const FIRST: usize = 512;

/// See the module.
#[derive(Debug, Clone, Default)]
pub struct Inbox {
    split: Split,
    /// The division whose requests are listed; none: those of all.
    division: Option<Id>,
    rows: Vec<Id>,
    /// How many rows there are, made or not.
    len: usize,
    made: Option<(u64, NaiveDate, Split, Option<Id>)>,
    /// Whether anything was ever listed.
    begun: bool,
    at: usize,
    held: Option<Id>,
    /// The lead under the cursor that the split has no more, until one goes on.
    left: Option<Id>,
    /// Leads that this window has sent a verdict for and that has not been answered.
    sent: Vec<Id>,
    /// Leads that got their verdict in this window.
    handled: Vec<Id>,
    /// Whether the cursor stays on a lead that has been dealt with.
    stays: bool,
    /// Likely duplicates of the lead that the detail tells of, as the board stood at a number.
    doubles: (Option<(Id, u64)>, Vec<Double>),
    /// How many each split has of what is found, by its place.
    totals: [usize; Split::ALL.len()],
    marks: Marks,
    sifting: Sifting,
    zoom: Zoom,
    settle: Settle,
    body: Rect,
}

impl Inbox {
    /// The split that is shown.
    #[must_use]
    pub const fn split(&self) -> Split {
        self.split
    }

    /// Whether requests are listed, not leads.
    #[must_use]
    pub fn has_requests(&self) -> bool {
        self.split == Split::Requests
    }

    /// Shows a split from its first row on.
    pub fn show(&mut self, split: Split) {
        self.split = split;
        self.let_go();
    }

    /// Whether the cursor stays on a lead that has been dealt with, or goes on by itself.
    pub const fn set_stays(&mut self, stays: bool) {
        self.stays = stays;
    }

    /// This window deals with leads: that they leave the split is no surprise. The cursor goes on at
    /// once, so that a key typed ahead of the answer is for the next one.
    pub fn sends(&mut self, ids: &[Id]) {
        self.sent.extend(ids);
        if self.held.is_some_and(|held| ids.contains(&held)) && !self.stays {
            self.go_on();
        }
    }

    /// What became of that: the leads have been dealt with, or not.
    pub fn answered(&mut self, ids: &[Id], done: bool) {
        self.sent.retain(|sent| !ids.contains(sent));
        if !done {
            // What was refused is to be thought over: the cursor is on it again.
            if let [id] = *ids
                && let Some(at) = self.rows.iter().position(|row| *row == id)
            {
                (self.at, self.held, self.left) = (at, Some(id), None);
            }
            return;
        }
        self.handled.retain(|handled| !ids.contains(handled));
        self.handled.extend(ids);
    }

    /// A verdict was taken back: the lead is under the cursor again.
    pub fn taken_back(&mut self, cx: &Cx<'_>, id: Id) {
        self.handled.retain(|handled| *handled != id);
        self.renew(cx);
        if let Some(at) = self.rows.iter().position(|row| *row == id) {
            (self.at, self.held, self.left) = (at, Some(id), None);
        }
    }

    /// Whether a lead is listed that somebody else has dealt with.
    #[must_use]
    pub fn has_left(&self, id: Id) -> bool {
        !self.stays && self.left == Some(id)
    }

    /// How many leads got their verdict in this window, and of how many.
    #[must_use]
    pub fn progress(&self, board: &Board) -> (usize, usize) {
        let leads = self.handled.iter().filter(|id| id.kind == Kind::Lead);
        let done = leads.filter(|id| !inbox::waits(board, **id)).count();
        (done, done + board.index().waiting().len())
    }

    /// The lead in the cursor's row; none while the last one waits for the answer to its verdict, so
    /// that a key typed ahead does not give it another.
    fn standing(&self) -> Option<Id> {
        self.rows.get(self.at).copied().filter(|id| self.stays || !self.sent.contains(id))
    }

    /// Whether the cursor has nowhere to go until the answer to a verdict is there.
    #[must_use]
    pub fn awaits(&self) -> bool {
        self.held.is_none() && !self.sent.is_empty()
    }

    /// From a lead that has been dealt with to the next.
    fn go_on(&mut self) {
        if self.left.take().is_some() {
            self.rows.remove(self.at.min(self.rows.len().saturating_sub(1)));
            self.len = self.len.saturating_sub(1);
        } else if let Some(step) = self.rows.iter().skip(self.at + 1).position(|id| !self.sent.contains(id)) {
            self.at += 1 + step;
        } else {
            // None is left below: what comes to stand there next is seen when the rows are made anew.
            self.held = None;
            return;
        }
        self.at = self.at.min(self.len.saturating_sub(1));
        self.held = self.rows.get(self.at).copied();
        self.zoom.rewind();
    }

    /// The cursor goes to the first row: what is listed is something else.
    pub fn let_go(&mut self) {
        self.marks.clear();
        self.zoom = Zoom::default();
        (self.at, self.held, self.left, self.made) = (0, None, None, None);
    }

    fn turn(&mut self, back: bool) {
        self.show(self.split.turned(back));
    }

    /// Whoever works in a department begins with what that is asked for.
    fn begin(&mut self, cx: &Cx<'_>) {
        let person = cx.board.index().login(cx.login);
        if matches!(Business::of(cx.board, person), Business::Of(_)) {
            self.split = Split::Requests;
        }
    }

    /// Makes the rows anew where the board has changed; the cursor stays on its lead.
    fn renew(&mut self, cx: &Cx<'_>) {
        if !std::mem::replace(&mut self.begun, true) {
            self.begin(cx);
        }
        let now = (cx.board.head().seq, cx.board.today(), self.split, self.division);
        if self.made == Some(now) {
            return;
        }
        self.left = None;
        self.sifting.read(cx.board, &[Kind::Lead, Kind::Request]);
        for split in Split::ALL {
            self.totals[split.place()] = self.count(cx, *split);
        }
        self.make(cx, FIRST.max(self.at + 2 * self.page()));
        let mut marks = std::mem::take(&mut self.marks);
        let same_day = self.made.replace(now).is_some_and(|(_, day, ..)| day == cx.board.today());
        marks.retain(same_day, |id| self.lists(cx, id));
        self.marks = marks;
        self.follow(cx);
        self.at = self.at.min(self.len.saturating_sub(1));
    }

    /// Finds the lead under the cursor in rows that were made anew; one that somebody else dealt
    /// with is put back where it was.
    fn follow(&mut self, cx: &Cx<'_>) {
        let Some(held) = self.held else { return };
        let place = |rows: &[Id]| rows.iter().position(|id| *id == held);
        if place(&self.rows).is_none() && self.lists(cx, held) {
            // It has only gone further down.
            self.make(cx, usize::MAX);
        }
        if let Some(at) = place(&self.rows) {
            self.at = at;
        } else if cx.board.has(held) && (self.stays || !self.sent.contains(&held)) {
            self.at = self.at.min(self.len);
            if self.at <= self.rows.len() {
                self.rows.insert(self.at, held);
                self.len += 1;
                self.left = Some(held);
            }
        }
    }

    fn make(&mut self, cx: &Cx<'_>, most: usize) {
        let person = cx.board.index().login(cx.login);
        let listed = inbox::listed(cx.board, self.split, person).filter(|id| self.finds(cx, *id));
        self.rows = listed.take(most).collect();
        self.len = self.totals[self.split.place()];
        if let Some(left) = self.left {
            self.rows.insert(self.at.min(self.rows.len()), left);
            self.len += 1;
        }
    }

    /// Whether a lead is in the split, and found where it is filtered.
    fn lists(&self, cx: &Cx<'_>, id: Id) -> bool {
        let person = cx.board.index().login(cx.login);
        inbox::holds(cx.board, self.split, person, id) && self.finds(cx, id)
    }

    fn finds(&self, cx: &Cx<'_>, id: Id) -> bool {
        let request = self.division.and_then(|_| cx.board.request(id));
        request.is_none_or(|request| request.division == self.division) && self.sifting.finds(cx.board, id)
    }

    /// How many a split has of what is found.
    fn count(&self, cx: &Cx<'_>, split: Split) -> usize {
        let person = cx.board.index().login(cx.login);
        let is_narrowed = self.division.is_some() && split == Split::Requests;
        if !self.sifting.is_on() && !is_narrowed {
            return inbox::count(cx.board, split, person);
        }
        inbox::listed(cx.board, split, person).filter(|id| self.finds(cx, *id)).count()
    }

    /// Makes sure that a row is there if the split is that long.
    fn reach(&mut self, cx: &Cx<'_>, at: usize) {
        if at >= self.rows.len() && self.rows.len() < self.len {
            self.make(cx, at.saturating_mul(2).max(FIRST));
        }
    }

    /// All that are listed, in their order.
    pub fn listing(&mut self, cx: &Cx<'_>) -> Vec<Id> {
        self.reach(cx, usize::MAX);
        self.rows.clone()
    }

    /// Finds likely duplicates of the lead that the detail tells of, where it waits for its verdict.
    fn compare(&mut self, board: &Board) {
        let now = self.settle.told().filter(|id| inbox::waits(board, *id)).map(|id| (id, board.head().seq));
        if self.doubles.0 != now {
            let lead = now.and_then(|(id, _)| Some((id, board.lead(id)?)));
            let found = lead.map(|(id, lead)| doubles::likely(board, lead, Some(id)));
            self.doubles = (now, found.unwrap_or_default());
        }
    }

    /// The leads of the range that is being drawn.
    fn drawn(&self) -> impl Iterator<Item = Id> {
        let rows = self.marks.drawn(self.at, |id| self.rows.iter().position(|row| *row == id));
        rows.into_iter().flatten().filter_map(|at| self.rows.get(at).copied())
    }

    fn page(&self) -> usize {
        usize::from(layout::split(self.body).list.height.saturating_sub(draw::HEAD))
    }
}
