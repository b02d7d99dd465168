//! A small table, all of which is listed: columns as wide as their widest cell, one of which gives
//! way where the room ends.
//! May use `ink`, `measure`, `style`, `width`.

use ratatui::text::Line;

use super::ink::Ink;
use super::measure::GAP;
use crate::ui::style::{Look, Meaning};
use crate::ui::width;

/// The least cells of the column that gives way.
const LEAST: usize = 8;

/// How a column stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// At the left.
    Left,
    /// At the right: a figure, which is never cut.
    Right,
    /// At the left, and cut where the room ends.
    Flex,
}

/// A column: how it stands, and its rank. Those of the highest rank are left out first.
pub(super) type Column = (Side, u8);

/// What stands in a row.
pub(super) type Cells = Vec<(Meaning, String)>;

/// The rows as lines of at most so many cells.
pub(super) fn lines(look: &Look, columns: &[Column], rows: &[Cells], cells: usize) -> Vec<Line<'static>> {
    let wanted =
        |at: usize| rows.iter().filter_map(|row| row.get(at)).map(|(_, words)| width::of(words)).max();
    let mut fitted: Vec<(usize, usize)> =
        (0..columns.len()).map(|at| (at, wanted(at).unwrap_or(0))).filter(|(_, wide)| *wide > 0).collect();
    let room = cells.saturating_sub(2);
    let least = |(at, wide): &(usize, usize)| match columns[*at].0 {
        Side::Flex => (*wide).min(LEAST),
        Side::Left | Side::Right => *wide,
    };
    let taken = |fitted: &[(usize, usize)], of: &dyn Fn(&(usize, usize)) -> usize| {
        fitted.iter().map(|column| of(column) + GAP).sum::<usize>().saturating_sub(GAP)
    };
    while taken(&fitted, &least) > room {
        let Some(worst) = fitted.iter().map(|(at, _)| columns[*at].1).max().filter(|rank| *rank > 0) else {
            break;
        };
        fitted.retain(|(at, _)| columns[*at].1 < worst);
    }
    let over = taken(&fitted, &|(_, wide)| *wide).saturating_sub(room);
    if let Some((_, wide)) = fitted.iter_mut().find(|(at, _)| columns[*at].0 == Side::Flex) {
        *wide = wide.saturating_sub(over).max(LEAST.min(*wide));
    }
    // Figures are not cut: at last the names give way to them.
    let over = taken(&fitted, &|(_, wide)| *wide).saturating_sub(room);
    let names = fitted.iter_mut().filter(|(at, _)| columns[*at].0 == Side::Left);
    if let Some((_, wide)) = names.max_by_key(|(_, wide)| *wide) {
        *wide = wide.saturating_sub(over).max(LEAST.min(*wide));
    }
    rows.iter().map(|row| line(look, columns, &fitted, row, cells)).collect()
}

fn line(
    look: &Look,
    columns: &[Column],
    fitted: &[(usize, usize)],
    row: &Cells,
    cells: usize,
) -> Line<'static> {
    let mut line = Ink::new(look, cells.saturating_sub(1)).gap(1);
    for (at, wide) in fitted {
        let Some((meaning, words)) = row.get(*at) else { continue };
        line = match columns[*at].0 {
            Side::Right => line.right(*meaning, words, *wide),
            Side::Left | Side::Flex => line.cell(*meaning, words, *wide),
        };
        line = line.gap(GAP);
    }
    line.line()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_matters_least_is_left_out_and_one_column_gives_way() {
        let look = Look::default();
        let cell = |words: &str| (Meaning::Text, words.to_owned());
        let columns = [(Side::Left, 0), (Side::Flex, 0), (Side::Right, 1), (Side::Left, 2)];
        let rows = [
            vec![cell("1"), cell("海洋技术装备"), cell("12"), cell("host")],
            vec![cell("2"), cell("金融"), cell("3"), cell("")],
        ];
        let drawn = |cells| {
            let lines = lines(&look, &columns, &rows, cells);
            lines.iter().map(|line| line.to_string().trim_end().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(drawn(40), [" 1  海洋技术装备  12  host", " 2  金融           3"]);
        assert_eq!(drawn(23), [" 1  海洋技…   12  host", " 2  金融       3"]);
        assert_eq!(drawn(22), [" 1  海洋技术装备  12", " 2  金融           3"]);
        assert_eq!(drawn(15), [" 1  海洋技术…", " 2  金融"]);
    }
}
