//! View 1, the board: a pane a division. This file holds what was chosen (focus, cursor, zoom);
//! `pane` draws a division, `board_draw` puts the panes on the body. May use `overview`, `layout`.

use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use super::{Opening, Step, View, moved};
use crate::board::{Board, overview};
use crate::domain::{Id, Kind};
use crate::ui::event::Cx;
use crate::ui::layout::{self, Panes};
use crate::ui::style::Look;

/// The cursor is looked for among so many leads of its pane; it is never moved further by keys.
const REACH: usize = 2000;

/// The board: which pane has the keys, which of its leads is under the cursor.
#[derive(Debug, Clone, Default)]
pub struct BoardView {
    pub(super) focus: usize,
    /// The lead under the cursor and its row; none while the pane itself is meant.
    pub(super) cursor: Option<(usize, Id)>,
    pub(super) zoomed: bool,
    body: Rect,
    count: usize,
    /// The most deadlines that any division has, as the Board stood then.
    pub(super) deadlines: usize,
    made: Option<(u64, NaiveDate)>,
}

impl BoardView {
    /// Whether one has gone into a pane: there is something to go back from.
    #[must_use]
    pub const fn is_inside(&self) -> bool {
        self.zoomed || self.cursor.is_some()
    }

    /// The board with its first pane in focus.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The division whose pane has the keys.
    fn pane(&self, board: &Board) -> Option<Id> {
        order(board).get(self.focus).copied()
    }

    /// To the pane after (or before), around the end.
    pub const fn next_pane(&mut self, back: bool) {
        if self.count > 0 {
            let step = if back { self.count - 1 } else { 1 };
            self.focus = (self.focus + step) % self.count;
            self.cursor = None;
        }
    }

    /// The row of the lead under the cursor, as the Board has it now.
    pub(super) fn row(&self, board: &Board, division: Id) -> Option<usize> {
        let (at, id) = self.cursor?;
        let mut urgent = overview::urgent(board, Some(division)).take(REACH);
        Some(urgent.position(|lead| lead == id).unwrap_or(at))
    }

    fn leads(board: &Board, division: Id) -> usize {
        let tally = overview::tally(board, Some(division));
        tally.map_or(0, |tally| tally.urgent.len()).min(REACH)
    }

    /// A step among the leads of the pane in focus. Above the first lead stands the pane itself.
    fn step_leads(&mut self, board: &Board, step: Step) {
        let Some(division) = self.pane(board) else { return };
        let count = Self::leads(board, division);
        let up = matches!(step, Step::Up(_) | Step::PageUp | Step::Home);
        let to = match (self.row(board, division), step) {
            (None, Step::Up(_) | Step::PageUp) | (_, Step::Home) | (Some(0), _) if up => None,
            (None, Step::Down(n)) if count > 0 => Some((n.max(1) - 1).min(count - 1)),
            (at, step) if count > 0 => {
                Some(moved(at.unwrap_or(0), step, count, usize::from(self.body.height) / 3))
            }
            _ => None,
        };
        self.cursor = to.and_then(|at| overview::urgent(board, Some(division)).nth(at).map(|id| (at, id)));
    }

    /// A step up or down between panes that stand in a grid of so many columns.
    fn step_panes(&mut self, step: Step, columns: usize) {
        let to = match step {
            Step::Up(_) if self.focus >= columns => self.focus - columns,
            Step::Down(_) => self.focus + columns,
            _ => self.focus,
        };
        if to < self.count && to != self.focus {
            self.focus = to;
            self.cursor = None;
        }
    }
}

/// The divisions in the order of their panes: leading industries first, then service industries,
/// each by digit.
#[must_use]
pub fn order(board: &Board) -> Vec<Id> {
    let mut all: Vec<_> = board.divisions().iter().map(|(id, division)| (division.group, id)).collect();
    all.sort();
    all.into_iter().map(|(_, id)| id).collect()
}

impl View for BoardView {
    fn refresh(&mut self, cx: &Cx<'_>, _: &Look, body: Rect) {
        self.body = body;
        self.count = cx.board.divisions().len();
        self.focus = self.focus.min(self.count.saturating_sub(1));
        let now = (cx.board.head().seq, cx.board.today());
        if self.made.replace(now) != Some(now) {
            let count = |id| overview::deadlines_beside_leads(cx.board, id).len();
            self.deadlines = cx.board.divisions().iter().map(|(id, _)| count(id)).max().unwrap_or(0);
        }
        if let (Some((at, id)), Some(division)) = (self.cursor, self.pane(cx.board)) {
            let mut urgent = overview::urgent(cx.board, Some(division)).take(REACH);
            if !urgent.any(|lead| lead == id) {
                let at = at.min(Self::leads(cx.board, division).saturating_sub(1));
                self.cursor = overview::urgent(cx.board, Some(division)).nth(at).map(|id| (at, id));
            }
        }
    }

    fn go(&mut self, cx: &Cx<'_>, step: Step) {
        match (layout::panes(self.body, self.count), step) {
            (_, Step::Left | Step::Previous) => self.next_pane(true),
            (_, Step::Right | Step::Next) => self.next_pane(false),
            (Panes::List { .. }, Step::Up(_) | Step::Down(_)) if !self.zoomed => self.step_panes(step, 1),
            (Panes::List { .. }, step) if !self.zoomed => {
                self.focus = moved(self.focus, step, self.count, self.count);
            }
            (Panes::Grid { columns, .. }, Step::Up(_)) if !self.zoomed && self.cursor.is_none() => {
                self.step_panes(step, columns);
            }
            (_, step) => self.step_leads(cx.board, step),
        }
    }

    fn way(&self, cx: &Cx<'_>, look: &Look, area: Rect, at: Position) -> Option<Vec<Step>> {
        super::board_draw::way(self, cx, look, area, at)
    }

    fn selected(&self, cx: &Cx<'_>) -> Option<Id> {
        let division = self.pane(cx.board)?;
        let row = self.row(cx.board, division);
        row.and_then(|at| overview::urgent(cx.board, Some(division)).nth(at)).or(Some(division))
    }

    fn division(&self, cx: &Cx<'_>) -> Option<Id> {
        self.pane(cx.board)
    }

    fn opening(&self, cx: &Cx<'_>) -> Opening {
        match self.selected(cx) {
            Some(id) if id.kind == Kind::Lead => Opening::Record(id, self.division(cx)),
            _ => Opening::Leads(self.division(cx)),
        }
    }

    /// None leaves the zoom, so that all panes are seen.
    fn focus(&mut self, cx: &Cx<'_>, division: Option<Id>) {
        self.cursor = None;
        match division {
            None => self.zoomed = false,
            Some(id) => {
                let place = order(cx.board).iter().position(|pane| *pane == id);
                self.focus = place.unwrap_or(self.focus);
            }
        }
    }

    fn zoom(&mut self) {
        self.zoomed = !self.zoomed;
    }

    fn is_zoomed(&self) -> bool {
        self.zoomed
    }

    fn back(&mut self) -> bool {
        let was = self.is_inside();
        if self.zoomed {
            self.zoomed = false;
        } else {
            self.cursor = None;
        }
        was
    }

    fn draw(&self, cx: &Cx<'_>, look: &Look, area: Rect, frame: &mut Frame<'_>) {
        super::board_draw::draw(self, cx, look, area, frame);
    }
}
