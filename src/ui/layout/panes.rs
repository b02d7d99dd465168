//! Where the panes of the divisions stand on the board. Uses nothing.

use ratatui::layout::Rect;

/// The least columns and rows of a pane of the grid, its title included.
const PANE: (u16, u16) = (25, 8);

/// How the divisions are laid out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Panes {
    /// So many columns of panes, row by row; one column of cells is left between neighbours.
    Grid {
        /// How many panes stand side by side.
        columns: usize,
        /// A rectangle a pane.
        cells: Vec<Rect>,
    },
    /// A list of so many rows a division: too narrow or too low for panes.
    List {
        /// 1 or 2.
        rows: u16,
    },
}

/// The layout of `count` divisions in the body, its last column left free: three columns, two where the body stands upright,
/// else a list.
#[must_use]
pub fn panes(body: Rect, count: usize) -> Panes {
    let upright = body.width < 120 && body.height >= body.width / 2;
    let order = if upright { [2, 3] } else { [3, 2] };
    for columns in order {
        let lines = count.div_ceil(columns).max(1);
        let (columns_u16, lines_u16) = (small(columns), small(lines));
        let fits = body.width >= (PANE.0 + 1) * columns_u16 && body.height >= PANE.1 * lines_u16;
        if fits && count > 0 {
            return Panes::Grid { columns, cells: grid(body, columns_u16, lines_u16, count) };
        }
    }
    let rows = if usize::from(body.height) >= count * 2 { 2 } else { 1 };
    Panes::List { rows }
}

fn small(n: usize) -> u16 {
    u16::try_from(n).unwrap_or(u16::MAX)
}

fn grid(body: Rect, columns: u16, lines: u16, count: usize) -> Vec<Rect> {
    let mut cells = Vec::with_capacity(count);
    for line in 0..lines {
        let (y, height) = share(body.height, lines, line);
        for column in 0..columns {
            let (x, width) = share(body.width, columns, column);
            cells.push(Rect { x: body.x + x, y: body.y + y, width: width - 1, height });
        }
    }
    cells.truncate(count);
    cells
}

/// The start and length of the `i`th of `n` equal parts; what is over goes to the first ones.
const fn share(whole: u16, n: u16, i: u16) -> (u16, u16) {
    let (each, over) = (whole / n, whole % n);
    let before = if i < over { i } else { over };
    (each * i + before, each + (i < over) as u16)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn area(width: u16, height: u16) -> Rect {
        Rect::new(0, 0, width, height)
    }

    #[test]
    fn the_panes_by_size() {
        let shape = |width, height, count| match panes(area(width, height), count) {
            Panes::Grid { columns, cells } => (columns, cells.len(), cells[0].width, cells[0].height),
            Panes::List { rows } => (1, usize::from(rows), 0, 0),
        };
        let table = [
            (80, 20, 6, (3, 6, 26, 10)),
            (80, 19, 6, (3, 6, 26, 10)),
            (120, 30, 6, (3, 6, 39, 15)),
            (200, 56, 6, (3, 6, 66, 28)),
            (60, 40, 6, (2, 6, 29, 14)),
            (100, 56, 6, (2, 6, 49, 19)),
            (60, 13, 6, (1, 2, 0, 0)),
            (40, 9, 6, (1, 1, 0, 0)),
            (80, 20, 4, (3, 4, 26, 10)),
            (80, 20, 0, (1, 2, 0, 0)),
        ];
        for (width, height, count, want) in table {
            assert_eq!(shape(width, height, count), want, "{width}×{height} of {count}");
        }
    }

    #[test]
    fn panes_fill_the_body_and_do_not_overlap() {
        for width in 78..=210 {
            let body = Rect::new(0, 2, width, 20);
            let Panes::Grid { cells, .. } = panes(body, 6) else { panic!("no grid at {width}") };
            for pair in cells[..3].windows(2) {
                assert_eq!(pair[0].right() + 1, pair[1].x, "at {width}");
            }
            assert_eq!(cells[2].right(), width - 1);
            assert_eq!(cells[5].bottom(), body.bottom());
        }
    }
}
