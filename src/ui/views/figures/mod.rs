//! Figures 数据 as one picture: the funnel with its rates, days from stage to stage, weekly intake,
//! and below them a split to compare. The cursor walks over the figures; Enter lists the leads behind.
//! This file holds what was chosen; `page` lays it out, `draw` and `table` draw it.
//! May use `board::figures`.

mod draw;
mod note;
mod page;
mod table;

use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use self::page::{Page, Spot};
use super::{Opening, Step, View};
use crate::board::Behind;
use crate::board::figures::{self, By, Figure, Figures, Scope, Share, Slice};
use crate::domain::{Choice, Id, Lang, Stage};
use crate::ui::event::Cx;
use crate::ui::style::Look;

/// Of which leads a figure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Of {
    /// All that are looked at.
    All,
    /// Those of a row of the split; none: those that are not named.
    Row(Option<Slice>),
}

/// See the module.
#[derive(Debug, Clone)]
pub struct FiguresView {
    division: Option<Id>,
    by: By,
    figures: Figures,
    shares: Vec<Share>,
    made: Option<(u64, NaiveDate, Option<Id>, By)>,
    /// What the layout depends on beside the board.
    laid: Option<(u64, Rect, Lang, By, Option<Id>)>,
    page: Page,
    /// The figure under the cursor, and its place on the page.
    held: (Of, Figure),
    at: usize,
    /// The cursor is to go to the first row of the split.
    to_split: bool,
}

impl Default for FiguresView {
    fn default() -> Self {
        Self {
            division: None,
            by: By::Division,
            figures: Figures::default(),
            shares: Vec::new(),
            made: None,
            laid: None,
            page: Page::default(),
            held: (Of::All, Figure::Reached(Stage::Lead)),
            at: 0,
            to_split: false,
        }
    }
}

impl FiguresView {
    const fn scope(&self) -> Scope {
        Scope::of(self.division)
    }

    /// The scope that a row of the split is about: divisions are compared, whichever is looked at.
    fn scope_of(&self, of: Of) -> Option<Scope> {
        match of {
            Of::All => Some(self.scope()),
            Of::Row(slice) => {
                let whole = if self.by == By::Division { Scope::default() } else { self.scope() };
                slice.map(|slice| whole.sliced(slice))
            }
        }
    }

    /// Counts anew where the board or the wish has changed.
    fn renew(&mut self, cx: &Cx<'_>) {
        let now = (cx.board.head().seq, cx.board.today(), self.division, self.by);
        if self.made == Some(now) {
            return;
        }
        self.made = Some(now);
        (self.figures, [self.shares]) = figures::with_splits(cx.board, self.scope(), [self.by]);
        self.laid = None;
    }

    /// The cursor stays on its figure; where that is gone, on its place.
    fn follow(&mut self) {
        let to_split = std::mem::take(&mut self.to_split);
        let place = self.page.spots.iter().position(|spot| match spot.of {
            Of::Row(_) if to_split => true,
            of => !to_split && (of, spot.figure) == self.held,
        });
        self.put(place.unwrap_or(self.at));
    }

    fn put(&mut self, at: usize) {
        self.at = at.min(self.page.spots.len().saturating_sub(1));
        if let Some(spot) = self.spot() {
            self.held = (spot.of, spot.figure);
        }
    }

    fn spot(&self) -> Option<&Spot> {
        self.page.spots.get(self.at)
    }

    fn turn(&mut self, back: bool) {
        self.by = self.by.turned(back);
        // The rows are others; where the page is longer than the body, they are what is looked for.
        self.to_split = matches!(self.held.0, Of::Row(_)) || self.page.height > self.page.shown;
    }
}

impl View for FiguresView {
    fn refresh(&mut self, cx: &Cx<'_>, look: &Look, body: Rect) {
        self.renew(cx);
        let laid = (cx.board.head().seq, body, look.lang, self.by, self.division);
        if self.laid != Some(laid) {
            self.laid = Some(laid);
            self.page = Page::lay(cx.board, look, body, &self.figures, &self.shares);
        }
        self.follow();
    }

    fn go(&mut self, _: &Cx<'_>, step: Step) {
        let last = self.page.spots.len().saturating_sub(1);
        let to = match step {
            Step::Next => return self.turn(false),
            Step::Previous => return self.turn(true),
            Step::Left => self.page.beside(self.at, false),
            Step::Right => self.page.beside(self.at, true),
            Step::Up(rows) => self.page.rows_away(self.at, rows, false),
            Step::Down(rows) => self.page.rows_away(self.at, rows, true),
            Step::PageUp => self.page.rows_away(self.at, self.page.rows_of_page(), false),
            Step::PageDown => self.page.rows_away(self.at, self.page.rows_of_page(), true),
            Step::Home => 0,
            Step::End => last,
        };
        self.put(to);
    }

    fn way(&self, _: &Cx<'_>, _: &Look, area: Rect, at: Position) -> Option<Vec<Step>> {
        self.page.way(self.at, area, at)
    }

    fn selected(&self, _: &Cx<'_>) -> Option<Id> {
        None
    }

    fn division(&self, _: &Cx<'_>) -> Option<Id> {
        self.division
    }

    fn opening(&self, _: &Cx<'_>) -> Opening {
        let scope = self.scope_of(self.held.0);
        scope.map_or(Opening::Nothing, |scope| Opening::Behind(Behind::Figure(self.held.1, scope)))
    }

    fn focus(&mut self, _: &Cx<'_>, division: Option<Id>) {
        self.division = division;
    }

    fn zoom(&mut self) {}

    fn is_zoomed(&self) -> bool {
        false
    }

    /// Out of the division.
    fn back(&mut self) -> bool {
        self.division.take().is_some()
    }

    fn draw(&self, cx: &Cx<'_>, look: &Look, area: Rect, frame: &mut Frame<'_>) {
        draw::draw(self, cx, look, area, frame);
    }
}
