//! The preview as a view: its steps and pages. May use `draw`, `page`.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use super::page::Page;
use super::{ImportView, draw};
use crate::domain::Id;
use crate::ui::event::Cx;
use crate::ui::style::Look;
use crate::ui::views::{Opening, Step, View, moved, rows_between};

impl View for ImportView {
    fn refresh(&mut self, _: &Cx<'_>, _: &Look, body: Rect) {
        self.body = body;
    }

    fn go(&mut self, cx: &Cx<'_>, step: Step) {
        let page = usize::from(draw::rows_of(self.body).height);
        if let Some((row, at)) = self.row {
            let (rows, cells) = (self.sheet().map_or(0, |sheet| sheet.rows.len()), self.cells_of(row, cx));
            self.row = Some(match step {
                Step::Left | Step::Previous => (row.saturating_sub(1), 0),
                Step::Right | Step::Next => ((row + 1).min(rows.saturating_sub(1)), 0),
                _ => (row, moved(at, step, cells, page)),
            });
            self.at[Page::Rows as usize] = self.row.map_or(0, |(row, _)| row);
            return;
        }
        match step {
            Step::Left | Step::Previous => self.page = self.page.turned(true),
            Step::Right | Step::Next => self.page = self.page.turned(false),
            _ => {
                let len = self.len(self.page);
                let at = &mut self.at[self.page as usize];
                *at = moved(*at, step, len, page);
            }
        }
    }

    fn way(&self, cx: &Cx<'_>, _: &Look, area: Rect, at: Position) -> Option<Vec<Step>> {
        let cursor = self.row.map_or(self.at[self.page as usize], |(_, at)| at);
        draw::row_at((self, cx), area, at).map(|to| rows_between(cursor, to))
    }

    fn selected(&self, _: &Cx<'_>) -> Option<Id> {
        None
    }

    fn division(&self, _: &Cx<'_>) -> Option<Id> {
        None
    }

    fn opening(&self, _: &Cx<'_>) -> Opening {
        Opening::Nothing
    }

    fn focus(&mut self, _: &Cx<'_>, _: Option<Id>) {}

    fn zoom(&mut self) {}

    fn is_zoomed(&self) -> bool {
        false
    }

    /// Out of the cells of a row.
    fn back(&mut self) -> bool {
        self.row.take().is_some()
    }

    fn draw(&self, cx: &Cx<'_>, look: &Look, area: Rect, frame: &mut Frame<'_>) {
        draw::draw(self, cx, look, area, frame);
    }
}
