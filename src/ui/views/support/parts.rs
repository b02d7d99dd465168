//! Where the parts of the support chart stand: the units above and the requests below them, beside
//! them in a wide window; in a low one only the part that has the keys. Uses `layout`.

use ratatui::layout::{Position, Rect};

use crate::ui::layout;

/// From so many columns on, the requests stand beside the units.
const WIDE: u16 = 160;
/// The units have so many columns there.
const UNITS: u16 = 84;
/// From so many rows on, both parts are shown.
const TALL: u16 = 17;
/// The rows around the units: the columns' words, the total, the natures.
const FRAME: u16 = 3;

/// From so many rows on, the requests leave room for the detail of one.
const ROOMY: u16 = 12;

/// The parts that are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Parts {
    /// The units, the columns' words and the totals included.
    pub(super) units: Option<Rect>,
    /// The requests, their heading included.
    pub(super) requests: Option<Rect>,
    /// Whether they stand side by side, so that a line goes between them.
    pub(super) beside: bool,
}

/// The parts of a body for so many units; `inside` where the requests have the keys.
pub(super) fn of(body: Rect, units: usize, inside: bool) -> Parts {
    if body.width >= WIDE {
        let units = Rect { width: UNITS, ..body };
        let requests = Rect { x: body.x + UNITS + 1, width: body.width - UNITS - 1, ..body };
        return Parts { units: Some(units), requests: Some(requests), beside: true };
    }
    if body.height >= TALL {
        let wanted = u16::try_from(units).unwrap_or(u16::MAX).saturating_add(FRAME);
        let above = wanted.min(body.height * 3 / 5);
        let units = Rect { height: above, ..body };
        let requests = layout::below(body, above);
        return Parts { units: Some(units), requests: Some(requests), beside: false };
    }
    let shown = |wanted: bool| wanted.then_some(body);
    Parts { units: shown(!inside), requests: shown(inside), beside: false }
}

/// The lines of the units' part: so many units are shown, and a line each or two.
pub(super) fn lines(area: Rect, units: usize) -> (usize, u16) {
    let shown = usize::from(area.height.saturating_sub(FRAME)).min(units);
    // Where there is room for it a line stands between two rows.
    let airy = usize::from(area.height) >= 2 * (shown + usize::from(FRAME));
    (shown, if airy { 2 } else { 1 })
}

/// The row of the units on a cell, in the part that has the cursor on row `at`; behind the last the
/// total.
pub(super) fn unit_at(area: Rect, at: usize, units: usize, cell: Position) -> Option<usize> {
    let (shown, step) = lines(area, units);
    let line = usize::from(cell.y.checked_sub(area.y).filter(|_| area.contains(cell))? / step);
    match line.checked_sub(1)? {
        line if line < shown => Some(top(at, units, shown) + line),
        line => (line == shown).then_some(units),
    }
}

/// The first row of the units that is shown.
pub(super) fn top(at: usize, units: usize, shown: usize) -> usize {
    layout::top(at.min(units.saturating_sub(1)), units, shown)
}

/// The list of the requests in their part, the columns' words included, and the split that gives it
/// where the detail of one is shown.
pub(super) fn list(requests: Rect) -> (Rect, Option<layout::Split>) {
    let area = layout::below(requests, 1);
    let split = Some(layout::split(area)).filter(|split| split.detail.is_some() && area.height >= ROOMY);
    (split.map_or(area, |split| split.list), split)
}

/// The rows of the requests, below the columns' words.
pub(super) const fn rows(list: Rect) -> Rect {
    layout::below(list, 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_by_size() {
        let table = [
            (80, 20, 8, false, Some((80, 11)), Some((80, 9))),
            (80, 20, 13, false, Some((80, 12)), Some((80, 8))),
            (120, 30, 13, false, Some((120, 16)), Some((120, 14))),
            (200, 56, 13, false, Some((84, 56)), Some((115, 56))),
            (60, 13, 8, false, Some((60, 13)), None),
            (40, 9, 8, true, None, Some((40, 9))),
        ];
        for (width, height, units, inside, above, below) in table {
            let parts = of(Rect::new(0, 0, width, height), units, inside);
            let size = |area: Option<Rect>| area.map(|area| (area.width, area.height));
            assert_eq!((size(parts.units), size(parts.requests)), (above, below), "{width}×{height}");
        }
    }
}
