//! The mouse in a list to pick from. May use `window`.

use ratatui::layout::{Position, Rect};

use super::super::{LayerResult, window};
use super::Picker;

impl Picker {
    /// Picks the item that stands on a cell.
    pub fn click(&mut self, area: Rect, at: Position) -> LayerResult {
        let (list, _) = self.parts(window::inside_at(self.stand, area, self.size()));
        let row = list.contains(at).then(|| self.top(list) + usize::from(at.y - list.y));
        match row.filter(|row| *row < self.shown().len()) {
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
