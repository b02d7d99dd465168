//! Where things stand on the screen: pure functions from a size to rectangles.
//! Uses nothing but its own parts.

mod panes;

use ratatui::layout::{Position, Rect};

pub use panes::{Panes, panes};

/// The least columns and rows that the board works in, as one-column lists.
pub const FLOOR: (u16, u16) = (40, 12);

/// From so many columns and rows on, the header has two lines.
const TALL_HEADER: (u16, u16) = (76, 22);

/// From so many columns on, the detail stands beside the list, not below it.
const WIDE: u16 = 120;

/// The list beside a detail keeps so many columns: a wider window shows no less of it than one where
/// it has all the width.
const LIST: u16 = 80;

/// The parts of the screen, from top to bottom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Screen {
    /// Name and totals: one or two lines, one more for trouble.
    pub header: Rect,
    /// The view.
    pub body: Rect,
    /// What was just done, or a prompt.
    pub message: Rect,
    /// The keys of the place one is in.
    pub footer: Rect,
}

/// The parts of a screen; none below `FLOOR`. `trouble` asks for the red line of the header.
#[must_use]
pub const fn screen(area: Rect, trouble: bool) -> Option<Screen> {
    if area.width < FLOOR.0 || area.height < FLOOR.1 {
        return None;
    }
    let two = area.width >= TALL_HEADER.0 && area.height >= TALL_HEADER.1;
    let head = 1 + two as u16 + trouble as u16;
    let body = area.height - head - 2;
    Some(Screen {
        header: strip(area, 0, head),
        body: strip(area, head, body),
        message: strip(area, head + body, 1),
        footer: strip(area, head + body + 1, 1),
    })
}

/// The part of the screen that layers stand in: above the footer all of it where a slide is up.
#[must_use]
pub const fn under_layers(screen: Screen, slide: bool) -> Rect {
    let Screen { header, body, footer, .. } = screen;
    if slide { Rect { y: header.y, height: footer.y - header.y, ..body } } else { body }
}

/// Full-width rows of an area.
const fn strip(area: Rect, from: u16, height: u16) -> Rect {
    Rect { x: area.x, y: area.y + from, width: area.width, height }
}

/// An area without its first rows.
#[must_use]
pub const fn below(area: Rect, rows: u16) -> Rect {
    let rows = if rows < area.height { rows } else { area.height };
    Rect { y: area.y + rows, height: area.height - rows, ..area }
}

/// A list with the detail of what is under its cursor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Split {
    /// The list.
    pub list: Rect,
    /// The detail; none where there is no room beside or below.
    pub detail: Option<Rect>,
    /// Whether the detail stands beside the list, so that a line goes between them.
    pub beside: bool,
}

/// The body of a list with its detail: side by side when wide, below when narrow, the list alone
/// when low.
#[must_use]
pub const fn split(body: Rect) -> Split {
    if body.width >= WIDE {
        let share = if body.width >= 160 { body.width * 2 / 5 } else { body.width * 3 / 8 };
        let most = body.width - LIST - 1;
        let detail = if share < most { share } else { most };
        let list = body.width - detail - 1;
        return Split {
            list: Rect { width: list, ..body },
            detail: Some(Rect { x: body.x + list + 1, width: detail, ..body }),
            beside: true,
        };
    }
    if body.height >= 15 {
        let detail = body.height * 2 / 5;
        let list = body.height - detail;
        return Split { list: strip(body, 0, list), detail: Some(strip(body, list, detail)), beside: false };
    }
    Split { list: body, detail: None, beside: false }
}

/// The first row shown of a list of `len` with the cursor at `at`, in a window of `height` rows.
/// The window turns by pages, so that a step of the cursor changes two rows of the screen and
/// not all of them: on a slow link that is the difference between 100 bytes a key and 3,000.
#[must_use]
pub fn top(at: usize, len: usize, height: usize) -> usize {
    if height == 0 || len <= height {
        return 0;
    }
    // The last row of a page is the first of the next, so that one sees where one came from.
    let step = height.saturating_sub(1).max(1);
    (at / step * step).min(len - height)
}

/// The row of a list that stands on a cell: of `len` with the cursor at `at`, each so many lines tall, in
/// the window that `top` gives.
#[must_use]
pub fn row_at(list: Rect, at: usize, len: usize, tall: u16, cell: Position) -> Option<usize> {
    if !list.contains(cell) {
        return None;
    }
    let page = usize::from(list.height / tall.max(1));
    let row = usize::from((cell.y - list.y) / tall.max(1));
    Some(top(at, len, page) + row).filter(|place| row < page && *place < len)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn area(width: u16, height: u16) -> Rect {
        Rect::new(0, 0, width, height)
    }

    #[test]
    fn the_screen_by_size() {
        let table = [
            (80, 24, false, Some((2, 20))),
            (80, 24, true, Some((3, 19))),
            (120, 34, false, Some((2, 30))),
            (200, 60, false, Some((2, 56))),
            (60, 16, false, Some((1, 13))),
            (40, 12, false, Some((1, 9))),
            (40, 12, true, Some((2, 8))),
            (39, 12, false, None),
            (40, 11, false, None),
            (20, 5, false, None),
            (0, 0, true, None),
        ];
        for (width, height, trouble, want) in table {
            let got = screen(area(width, height), trouble);
            let shape = got.map(|s| (s.header.height, s.body.height));
            assert_eq!(shape, want, "{width}×{height} trouble {trouble}");
            if let Some(s) = got {
                let sum = s.header.height + s.body.height + s.message.height + s.footer.height;
                assert_eq!(sum, height);
                assert_eq!(s.footer.bottom(), height);
            }
        }
    }

    #[test]
    fn what_is_below_the_first_rows_stays_inside() {
        let list = Rect::new(3, 2, 10, 6);
        assert_eq!(below(list, 2), Rect::new(3, 4, 10, 4));
        assert_eq!(below(list, 9), Rect::new(3, 8, 10, 0));
    }

    #[test]
    fn the_detail_by_size() {
        let table = [
            (120, 30, Some((39, 30)), true),
            (119, 30, Some((119, 12)), false),
            (140, 30, Some((52, 30)), true),
            (200, 56, Some((80, 56)), true),
            (80, 20, Some((80, 8)), false),
            (60, 13, None, false),
            (40, 9, None, false),
        ];
        for (width, height, want, beside) in table {
            let got = split(area(width, height));
            assert_eq!(got.detail.map(|d| (d.width, d.height)), want, "{width}×{height}");
            assert_eq!(got.beside, beside);
        }
    }

    #[test]
    fn the_row_on_a_cell_is_the_one_that_is_drawn_there() {
        let list = Rect::new(5, 2, 10, 6);
        let row = |at, len, tall, x, y| row_at(list, at, len, tall, Position::new(x, y));
        assert_eq!(row(0, 3, 1, 5, 2), Some(0));
        assert_eq!(row(0, 3, 1, 14, 4), Some(2));
        assert_eq!(row(0, 3, 1, 5, 5), None, "below the last");
        assert_eq!(row(7, 20, 1, 5, 2), Some(top(7, 20, 6)));
        assert_eq!(
            [row(0, 9, 1, 4, 2), row(0, 9, 1, 15, 2), row(0, 9, 1, 5, 1), row(0, 9, 1, 5, 8)],
            [None; 4]
        );
        assert_eq!(row(0, 9, 2, 5, 5), Some(1), "two lines a row");
        assert_eq!(row_at(list, 0, 9, 4, Position::new(5, 6)), None, "half a row is not drawn");
    }

    #[test]
    fn the_cursor_is_always_in_the_window() {
        for height in 0..12 {
            for len in 0..40 {
                for at in 0..len {
                    let top = top(at, len, height);
                    assert!(top <= at, "{at} of {len} in {height}");
                    assert!(height == 0 || at < top + height, "{at} of {len} in {height}");
                    assert!(len <= height || top + height <= len);
                }
            }
        }
    }
}
