//! In which order the cells of a frame can be written other than row by row: those of one pen
//! together, which saves most changes of the pen where labels and values take turns.
//! May use `pen`, `moves`, `ui::width`.

use ratatui::buffer::Cell;

use super::moves::advance;
use super::pen::{Pen, Placed};
use crate::ui::width;

/// The same cells, pen by pen, and those of each from the top down.
pub(super) fn by_pen<'a>(cells: &[Placed<'a>]) -> Vec<Placed<'a>> {
    let mut pens: Vec<Pen> = Vec::new();
    let mut pieces: Vec<(usize, &[Placed<'a>])> = Vec::new();
    let mut rest = cells;
    while let Some((len, telling)) = piece(rest) {
        let known = pens.iter().position(|pen| pen.fits(telling));
        let place = known.unwrap_or_else(|| {
            pens.push(Pen::of(telling));
            pens.len() - 1
        });
        let (first, after) = rest.split_at(len);
        pieces.push((place, first));
        rest = after;
    }
    pieces.sort_by_key(|(place, _)| *place);
    pieces.into_iter().flat_map(|(_, cells)| cells).copied().collect()
}

/// How many of the first cells are neighbours that one pen draws, and a cell that tells which; none
/// where there are no cells.
fn piece<'a>(cells: &[Placed<'a>]) -> Option<(usize, &'a Cell)> {
    let mut telling = cells.first()?.2;
    for (len, pair) in (1..).zip(cells.windows(2)) {
        let ((x, y, before), (next_x, next_y, cell)) = (pair[0], pair[1]);
        if next_y != y || next_x > x + width::cells(before.symbol()).max(1) {
            return Some((len, telling));
        }
        // Where terminals differ in how wide a symbol is, the next one stands over what it may have
        // covered: whatever its pen, it is written after that.
        if advance(before.symbol()).is_none() || Pen::of(telling).fits(cell) {
            continue;
        }
        // So far there were blanks, which this one's pen draws as well.
        if !Pen::of(cell).fits(telling) {
            return Some((len, telling));
        }
        telling = cell;
    }
    Some((cells.len(), telling))
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;
    use ratatui::style::{Color, Modifier, Style};

    use super::super::pen::write;
    use super::by_pen;

    const AREA: Rect = Rect::new(0, 0, 24, 8);

    /// A screen of short words in several styles, which cover each other anywhere.
    fn screen(seed: usize) -> Buffer {
        let words = ["海洋", "x", "  ", "①", "演·", "│", "…12", "    "];
        let ground = Style::new().bg(Color::Indexed(234));
        let styles = [
            Style::new(),
            Style::new().fg(Color::Red),
            ground,
            ground.fg(Color::Green).add_modifier(Modifier::BOLD),
            ground.add_modifier(Modifier::REVERSED),
        ];
        let mut buffer = Buffer::empty(AREA);
        for n in seed..seed + 60 {
            let places: Vec<_> = AREA.positions().collect();
            let at = places[(n * 7 + n * n) % places.len()];
            let room = usize::from(AREA.width - at.x);
            let word = words[(n * 3 + seed) % words.len()];
            buffer.set_stringn(at.x, at.y, word, room, styles[(n * 11 + seed) % styles.len()]);
        }
        buffer
    }

    #[test]
    fn a_terminal_shows_the_same_whatever_the_order() {
        let (height, width) = (AREA.height.try_into().expect("not 0"), AREA.width.try_into().expect("not 0"));
        let terminal = || vt100::Parser::new(height, width, 0);
        let shown = |terminal: &vt100::Parser| {
            let cells = AREA.positions().filter_map(|at| terminal.screen().cell(at.y, at.x).cloned());
            let drawn = |cell: vt100::Cell| {
                // The ink of a blank does not show.
                let ink = (cell.fgcolor(), cell.bold());
                let signs = !cell.contents().trim().is_empty();
                (cell.contents().trim().to_owned(), cell.bgcolor(), cell.inverse(), signs.then_some(ink))
            };
            cells.map(drawn).collect::<Vec<_>>()
        };
        let (mut by_rows, mut by_pens) = (terminal(), terminal());
        let mut before = Buffer::empty(AREA);
        for seed in 0..200 {
            let after = screen(seed * 17);
            let cells = before.diff(&after);
            let (mut rows, mut pens) = (Vec::new(), Vec::new());
            write(&mut rows, AREA.width, &cells);
            let ordered = by_pen(&cells);
            assert_eq!(ordered.len(), cells.len());
            write(&mut pens, AREA.width, &ordered);
            by_rows.process(&rows);
            by_pens.process(&pens);
            assert_eq!(shown(&by_pens), shown(&by_rows), "seed {seed}");
            before = after;
        }
    }
}
