//! The mouse in a list to pick from. May use `window`, `layout`.

use ratatui::layout::{Position, Rect};

use super::super::{LayerResult, window};
use super::Picker;
use crate::ui::layout;

impl Picker {
    /// Picks the item that stands on a cell.
    pub fn click(&mut self, area: Rect, at: Position) -> LayerResult {
        let (list, _) = self.parts(window::inside_at(self.stand, area, self.size()));
        match layout::row_at(list, self.at, self.shown().len(), 1, at) {
            Some(row) => {
                self.at = row;
                self.pick(self.chosen())
            }
            None => LayerResult::Consumed,
        }
    }

    /// Moves the cursor, not around the ends.
    pub fn wheel(&mut self, down: bool) -> LayerResult {
        let last = self.shown().len().saturating_sub(1);
        self.at = if down { (self.at + 1).min(last) } else { self.at.saturating_sub(1) };
        LayerResult::Consumed
    }
}
