//! The history of a record or of all: Transactions, newest first, and of the one under the cursor
//! what changed, from what to what, and why. The Transactions are passed in. May use `board`,
//! `show`, `ink`, `locales`.

mod told;

use std::collections::HashMap;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::ink::Ink;
use super::{Step, View, moved};
use crate::board::Transaction;
use crate::domain::Id;
use crate::locales::label;
use crate::say;
use crate::ui::event::Cx;
use crate::ui::style::{Look, Meaning};
use crate::ui::{layout, show};
use told::{Entry, Told, names};

/// Lines of the journal.
#[derive(Debug, Clone, Default)]
pub struct History {
    subject: Option<Id>,
    lines: Vec<Entry>,
    /// Where the board stood when they were read.
    seq: u64,
    /// What the lines call records, for those that are gone from the board.
    names: HashMap<Id, String>,
    at: usize,
    zoomed: bool,
    scroll: usize,
    /// Lines of the zoomed detail.
    detail: usize,
    body: Rect,
}

impl History {
    /// An empty history of a record, or of all: to be filled by `fill`.
    #[must_use]
    pub fn new(subject: Option<Id>) -> Self {
        Self { subject, ..Self::default() }
    }

    /// The record whose history it is; none: of all.
    #[must_use]
    pub const fn subject(&self) -> Option<Id> {
        self.subject
    }

    /// Takes in what was asked for, newest first, as the board stood at `seq`; the cursor stays on
    /// its Transaction.
    pub fn fill(&mut self, subject: Option<Id>, seq: u64, lines: Vec<Transaction>) {
        let held = self.entry().filter(|_| subject == self.subject).map(|entry| entry.tx.seq);
        let place = held.and_then(|seq| lines.iter().position(|tx| tx.seq == seq));
        self.at = place.unwrap_or(0);
        self.subject = subject;
        self.seq = seq;
        self.names = names(&lines);
        self.lines = lines.into_iter().map(Entry::new).collect();
    }

    /// Whether the board has moved on since it was filled.
    #[must_use]
    pub const fn is_behind(&self, seq: u64) -> bool {
        self.seq != seq
    }

    /// The line under the cursor.
    fn entry(&self) -> Option<&Entry> {
        self.lines.get(self.at)
    }
}

impl View for History {
    fn refresh(&mut self, cx: &Cx<'_>, look: &Look, body: Rect) {
        self.body = body;
        self.at = self.at.min(self.lines.len().saturating_sub(1));
        if let Some(entry) = self.entry().filter(|_| self.zoomed) {
            self.detail = self.told(cx, look, body).lines(entry).len();
        }
    }

    fn go(&mut self, _: &Cx<'_>, step: Step) {
        let step = match (self.zoomed, step) {
            (true, Step::Left) => Step::Up(1),
            (true, Step::Right) => Step::Down(1),
            (true, step) => {
                let page = usize::from(self.body.height);
                self.scroll = moved(self.scroll, step, self.detail.saturating_sub(page) + 1, page);
                return;
            }
            (false, step) => step,
        };
        let page = usize::from(layout::split(self.body).list.height.saturating_sub(1));
        self.at = moved(self.at, step, self.lines.len(), page);
        self.scroll = 0;
    }

    fn selected(&self, _: &Cx<'_>) -> Option<Id> {
        self.entry().and_then(|entry| entry.tx.label.subject).or(self.subject)
    }

    fn focus(&mut self, _: &Cx<'_>, _: Option<Id>) {}

    fn zoom(&mut self) {
        self.zoomed = !self.zoomed && !self.lines.is_empty();
        self.scroll = 0;
    }

    fn is_zoomed(&self) -> bool {
        self.zoomed
    }

    fn back(&mut self) -> bool {
        std::mem::take(&mut self.zoomed)
    }

    fn draw(&self, cx: &Cx<'_>, look: &Look, area: Rect, frame: &mut Frame<'_>) {
        if self.zoomed {
            self.draw_told(cx, look, self.scroll, area, frame);
            return;
        }
        let split = layout::split(area);
        self.draw_list(cx, look, split.list, frame);
        if let Some(area) = split.detail {
            let inner = super::frame_of_detail(look, split, area, frame);
            self.draw_told(cx, look, 0, inner, frame);
        }
    }
}

impl History {
    fn draw_list(&self, cx: &Cx<'_>, look: &Look, area: Rect, frame: &mut Frame<'_>) {
        let cells = usize::from(area.width);
        let title = match self.subject {
            Some(id) => say!(
                look.lang,
                "view-history-of",
                id = id.to_string(),
                name = show::name(cx.board, id, look.lang)
            ),
            None => say!(look.lang, "view-history"),
        };
        let place = format!("{}/{}", (self.at + 1).min(self.lines.len()), self.lines.len());
        let head = Ink::new(look, cells).gap(1).cell(Meaning::Column, &title, cells.saturating_sub(12));
        frame.render_widget(head.end(&[(Meaning::Muted, &place)]).line(), Rect { height: 1, ..area });
        if self.lines.is_empty() {
            let below = Rect {
                x: area.x + 1,
                y: area.y + 2,
                width: area.width - 1,
                height: area.height.saturating_sub(2),
            };
            super::draw_wrapped(look, Meaning::Hint, &say!(look.lang, "view-history-empty"), below, frame);
        }
        let height = usize::from(area.height.saturating_sub(1));
        let top = layout::top(self.at, self.lines.len(), height);
        for (i, (y, entry)) in (area.y + 1..area.bottom()).zip(self.lines.iter().skip(top)).enumerate() {
            let place = Rect { y, height: 1, ..area };
            frame.render_widget(row(cx, look, &entry.tx, cells), place);
            if top + i == self.at {
                frame.buffer_mut().set_style(place, look.style(Meaning::Selection));
            }
        }
    }

    fn told<'t>(&'t self, cx: &'t Cx<'t>, look: &'t Look, area: Rect) -> Told<'t> {
        Told { cx, look, names: &self.names, cells: usize::from(area.width) }
    }

    fn draw_told(&self, cx: &Cx<'_>, look: &Look, scroll: usize, area: Rect, frame: &mut Frame<'_>) {
        let Some(entry) = self.entry() else { return };
        let lines = self.told(cx, look, area).lines(entry);
        for (y, line) in (area.y..area.bottom()).zip(lines.into_iter().skip(scroll)) {
            frame.render_widget(line, Rect { y, height: 1, ..area });
        }
    }
}

/// A Transaction in a line: when, who, what.
fn row(cx: &Cx<'_>, look: &Look, tx: &Transaction, cells: usize) -> Line<'static> {
    let when = show::moment(cx.board, tx.at);
    let line = Ink::new(look, cells).gap(1).cell(Meaning::Muted, &when, 12).gap(1);
    let line = line.cell(Meaning::Text, cx.board.person_name(&tx.by), 8).gap(1);
    let line = line.put(Meaning::Strong, &label::said(&tx.label, tx.origin, cx.board, look.lang));
    if tx.why.is_empty() { line.line() } else { line.gap(2).put(Meaning::Muted, &tx.why).line() }
}
