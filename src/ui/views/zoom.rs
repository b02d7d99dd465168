//! The detail of a list when it fills the body: whether it does, and which of its lines is the
//! first that is shown. May use `detail`.

use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::Rect;

use super::{Step, detail, moved};
use crate::board::burnup::{self, Counted, Point};
use crate::domain::Id;
use crate::ui::event::Cx;
use crate::ui::style::Look;

/// See the module.
#[derive(Debug, Clone, Default)]
pub(super) struct Zoom {
    on: bool,
    top: usize,
    /// How many lines the detail has, and the body.
    lines: usize,
    page: usize,
    /// What was typed in over time for a target.
    typed: Option<(Id, Vec<Point>)>,
    /// What counts towards the target that is shown, as the Board stood then.
    counted: Option<(u64, Id, Counted)>,
}

impl Zoom {
    /// Whether the detail fills the body.
    pub(super) const fn is_on(&self) -> bool {
        self.on
    }

    /// The first line that is shown.
    pub(super) const fn top(&self) -> usize {
        self.top
    }

    /// Fills the body where there is something to show, or no longer.
    pub(super) const fn turn(&mut self, has_any: bool) {
        self.on = !self.on && has_any;
        self.top = 0;
    }

    /// Out of it; false where it was not on.
    pub(super) const fn leave(&mut self) -> bool {
        std::mem::replace(&mut self.on, false)
    }

    /// Another record is shown from its first line on.
    pub(super) const fn rewind(&mut self) {
        self.top = 0;
    }

    /// Takes note of the body, and of how many lines there are of what is shown, if anything is.
    pub(super) fn fit<T>(&mut self, body: Rect, shown: Option<T>, lines: impl FnOnce(T) -> usize) {
        self.page = usize::from(body.height);
        self.on &= shown.is_some();
        if let Some(shown) = shown.filter(|_| self.on) {
            self.lines = lines(shown);
        }
    }

    /// As `fit`, with a record shown.
    pub(super) fn fit_record(&mut self, cx: &Cx<'_>, look: &Look, body: Rect, shown: Option<Id>) {
        let width = usize::from(body.width.saturating_sub(2 * detail::MARGIN));
        if let Some(id) = shown.filter(|_| self.on) {
            self.count(cx, id);
        }
        let lines = shown.filter(|_| self.on).map(|id| {
            let known = (self.typed(id), of(self.counted.as_ref(), id));
            detail::lines(cx, look, id, known, width).len()
        });
        self.fit(body, shown, |_| lines.unwrap_or(0));
    }

    /// Counts anew what counts towards a target where the Board has changed: it takes a pass over all
    /// leads.
    fn count(&mut self, cx: &Cx<'_>, id: Id) {
        let seq = cx.board.head().seq;
        if self.counted.as_ref().is_none_or(|(at, of, _)| (*at, *of) != (seq, id)) {
            self.counted = cx.board.has(id).then(|| (seq, id, burnup::behind(cx.board, id)));
        }
    }

    /// Takes what was typed in over time for a target.
    pub(super) fn take_typed(&mut self, id: Id, points: Vec<Point>) {
        self.typed = Some((id, points));
    }

    /// What was typed in over time for a target, as far as it is known.
    pub(super) fn typed(&self, id: Id) -> &[Point] {
        self.typed.as_ref().filter(|(of, _)| *of == id).map_or(&[], |(_, points)| points)
    }

    /// Draws the page of a record.
    pub(super) fn draw(&self, cx: &Cx<'_>, look: &Look, id: Id, area: Rect, frame: &mut Frame<'_>) {
        let known = (self.typed(id), of(self.counted.as_ref(), id));
        detail::draw(cx, look, id, known, self.top, area, frame);
    }

    /// Scrolls in a view where no other record lies beside: to the side is a line up or down.
    pub(super) fn scroll(&mut self, step: Step) {
        self.go(match step {
            Step::Left | Step::Previous => Step::Up(1),
            Step::Right | Step::Next => Step::Down(1),
            step => step,
        });
    }

    /// Scrolls.
    pub(super) fn go(&mut self, step: Step) {
        self.top = moved(self.top, step, self.lines.saturating_sub(self.page) + 1, self.page);
    }
}

/// What was counted for a record; nothing where that was another one.
fn of(counted: Option<&(u64, Id, Counted)>, id: Id) -> &[(Option<NaiveDate>, Id)] {
    counted.filter(|(_, of, _)| *of == id).map_or(&[], |(.., all)| all)
}
