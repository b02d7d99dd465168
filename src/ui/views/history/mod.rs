//! The history of all, of a record or of a person: Transactions, newest first, and of the one under
//! the cursor what changed, from what to what, and why. The Transactions are passed in, a page at a
//! time. This file holds what was chosen; `draw` draws it. May use `board`, `layout`.

mod draw;
mod entry;
mod told;

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use super::settle::Settle;
use super::zoom::Zoom;
use super::{Opening, Step, View, has_detail, is_listed, moved, rows_between};
use crate::board::history::{Ask, Page, Whose};
use crate::board::search::Query;
use crate::domain::Id;
use crate::ui::event::Cx;
use crate::ui::layout;
use crate::ui::style::Look;
use entry::{Entry, filters, matches, names};

/// Whether the journal has older lines than those that were read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Older {
    /// No.
    #[default]
    No,
    /// Yes.
    There,
    /// Yes, and they were asked for.
    Awaited,
}

impl From<bool> for Older {
    fn from(there: bool) -> Self {
        if there { Self::There } else { Self::No }
    }
}

/// Lines of the journal.
#[derive(Debug, Clone, Default)]
pub struct History {
    /// Whose history, and since which mark.
    ask: Ask,
    lines: Vec<Entry>,
    older: Older,
    /// Where the board stood when they were read.
    seq: u64,
    /// What the lines call records, for those that are gone from the board.
    names: HashMap<Id, String>,
    /// What they are filtered by, as typed.
    typed: String,
    /// The places of the lines that the filter finds.
    shown: Vec<usize>,
    /// The cursor, among those.
    at: usize,
    /// The Transaction that the cursor stands on, so that it stays there.
    held: Option<u64>,
    /// Whether what is shown has to be found anew.
    stale: bool,
    zoom: Zoom,
    /// By the number of the Transaction.
    settle: Settle<u64>,
    body: Rect,
}

impl History {
    /// An empty history, to be filled by `fill`.
    #[must_use]
    pub fn new(whose: Whose, since: Option<Id>) -> Self {
        Self { ask: Ask { whose, since, before: None }, ..Self::default() }
    }

    /// Whose history it is.
    #[must_use]
    pub const fn whose(&self) -> &Whose {
        &self.ask.whose
    }

    /// What is to be read to fill it, from the newest on.
    #[must_use]
    pub fn ask(&self) -> Ask {
        self.ask.clone()
    }

    /// What is to be read because the cursor has come to the end; once.
    pub fn ask_older(&mut self) -> Option<Ask> {
        let at_end = self.at + 1 >= self.shown.len();
        let last =
            self.lines.last().filter(|_| self.older == Older::There && at_end && !self.zoom.is_on())?;
        self.older = Older::Awaited;
        Some(Ask { before: Some(last.tx.seq), ..self.ask() })
    }

    /// Takes in what was asked for, as the board stood at `seq`; the cursor stays on its
    /// Transaction. An answer to what is not shown any more is let go.
    pub fn fill(&mut self, asked: &Ask, seq: u64, page: Page) {
        if (Ask { before: None, ..asked.clone() }) != self.ask {
            return;
        }
        self.seq = seq;
        let mut names = names(&page.lines);
        let lines = page.lines.into_iter().map(Entry::new).collect();
        self.stale = true;
        match asked.before {
            None => self.renew(lines, page.older),
            Some(before) if self.lines.last().is_some_and(|last| last.tx.seq == before) => {
                self.lines.extend(lines);
                self.older = page.older.into();
            }
            // It was renewed meanwhile.
            Some(_) => {}
        }
        for (id, name) in std::mem::take(&mut self.names) {
            names.entry(id).or_insert(name);
        }
        self.names = names;
    }

    /// Puts the newest lines before those that go on from them; where they leave a gap, those are
    /// read again when the end is reached.
    fn renew(&mut self, mut lines: Vec<Entry>, older: bool) {
        let last = lines.last().map_or(0, |entry| entry.tx.seq);
        let goes_on = older && self.lines.iter().any(|entry| entry.tx.seq == last);
        if goes_on {
            lines.extend(self.lines.drain(..).filter(|entry| entry.tx.seq < last));
        } else {
            self.older = older.into();
        }
        self.lines = lines;
    }

    /// Whether the board has moved on since it was filled.
    #[must_use]
    pub const fn is_behind(&self, seq: u64) -> bool {
        self.seq != seq
    }

    /// Lists only what these words find. Takes effect at `refresh`.
    pub fn filter(&mut self, typed: &str) {
        typed.clone_into(&mut self.typed);
        self.stale = true;
    }

    /// What the list is filtered by, as typed.
    #[must_use]
    pub fn typed(&self) -> &str {
        &self.typed
    }

    /// How many lines are shown.
    #[must_use]
    pub const fn count(&self) -> usize {
        self.shown.len()
    }

    /// The line under the cursor.
    fn entry(&self) -> Option<&Entry> {
        self.lines.get(*self.shown.get(self.at)?)
    }

    /// Finds what is shown; the cursor stays on its Transaction, or its place.
    fn find(&mut self, cx: &Cx<'_>) {
        let query = Query::new(&self.typed);
        let filters = filters(cx.board, &self.typed);
        if !query.is_empty() {
            self.lines.iter_mut().for_each(|entry| entry.index(cx.board, &self.names));
        }
        let found =
            self.lines.iter().enumerate().filter(|(_, entry)| matches(entry, &query, &filters, cx.board));
        self.shown = found.map(|(place, _)| place).collect();
        let held = |place: &usize| Some(self.lines[*place].tx.seq) == self.held;
        let place = self.shown.iter().position(held);
        self.at = place.unwrap_or(self.at).min(self.shown.len().saturating_sub(1));
    }
}

impl View for History {
    fn refresh(&mut self, cx: &Cx<'_>, look: &Look, body: Rect) {
        self.body = body;
        if std::mem::take(&mut self.stale) {
            self.find(cx);
        }
        self.held = self.entry().map(|entry| entry.tx.seq);
        let mut zoom = std::mem::take(&mut self.zoom);
        zoom.fit(body, self.entry(), |entry| self.told(cx, look, body).lines(entry).len());
        self.zoom = zoom;
        self.settle.follow(cx.now, self.held, has_detail(body) && !self.zoom.is_on());
    }

    fn go(&mut self, _: &Cx<'_>, step: Step) {
        let step = match (self.zoom.is_on(), step) {
            (true, Step::Left | Step::Previous) => Step::Up(1),
            (true, Step::Right | Step::Next) => Step::Down(1),
            (true, step) => return self.zoom.go(step),
            (false, step) => step,
        };
        let page = usize::from(layout::split(self.body).list.height.saturating_sub(1));
        self.at = moved(self.at, step, self.shown.len(), page);
        self.zoom.rewind();
    }

    fn way(&self, _: &Cx<'_>, _: &Look, area: Rect, at: Position) -> Option<Vec<Step>> {
        if self.zoom.is_on() {
            return None;
        }
        self.row_at(area, at).map(|to| rows_between(self.at, to))
    }

    fn selected(&self, _: &Cx<'_>) -> Option<Id> {
        let subject = match self.ask.whose {
            Whose::Record(id) => Some(id),
            _ => None,
        };
        self.entry().and_then(|entry| entry.tx.label.subject).or(subject)
    }

    fn division(&self, _: &Cx<'_>) -> Option<Id> {
        None
    }

    /// From a line to its record as it is; what is gone, or has no table, is told more of.
    fn opening(&self, cx: &Cx<'_>) -> Opening {
        match self.selected(cx) {
            Some(id) if cx.board.has(id) && is_listed(id.kind) => Opening::Record(id, None),
            _ => Opening::Zoom,
        }
    }

    fn focus(&mut self, _: &Cx<'_>, _: Option<Id>) {}

    fn zoom(&mut self) {
        self.zoom.turn(!self.shown.is_empty());
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

    fn listed(&self) -> usize {
        self.count()
    }

    fn back(&mut self) -> bool {
        if self.zoom.leave() {
            return true;
        }
        let was = !self.typed.is_empty();
        if was {
            self.filter("");
        }
        was
    }

    fn wakes(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        self.settle.wakes(now)
    }

    fn draw(&self, cx: &Cx<'_>, look: &Look, area: Rect, frame: &mut Frame<'_>) {
        if self.zoom.is_on() {
            return self.draw_told(cx, look, (self.held, self.zoom.top()), area, frame);
        }
        let split = layout::split(area);
        self.draw_list(cx, look, split.list, frame);
        if let Some(area) = split.detail {
            let inner = super::frame_of_detail(look, split, area, frame);
            self.draw_told(cx, look, (self.settle.told(), 0), inner, frame);
            self.settle.mark(look, inner, frame);
        }
    }
}
