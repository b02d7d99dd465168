//! How cells become bytes: moves and styles said once, in the fewest sequences that every terminal
//! knows. The 16 colours go by their old codes, since a terminal that has no more reads the long
//! form as something else. May use `way`.

mod way;

use std::io::Write;

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

pub(super) use way::move_to;
use way::{At, advance, go};

/// The code that puts an attribute on and the one that takes it off. Bold and dim are taken off
/// together.
const ATTRIBUTES: [(Modifier, u8, u8); 9] = [
    (Modifier::BOLD, 1, 22),
    (Modifier::DIM, 2, 22),
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::SLOW_BLINK, 5, 25),
    (Modifier::RAPID_BLINK, 6, 25),
    (Modifier::REVERSED, 7, 27),
    (Modifier::HIDDEN, 8, 28),
    (Modifier::CROSSED_OUT, 9, 29),
];

/// What one code takes off together.
const TOGETHER: [Modifier; 2] =
    [Modifier::BOLD.union(Modifier::DIM), Modifier::SLOW_BLINK.union(Modifier::RAPID_BLINK)];

/// What shows on a cell without a sign.
const ON_BLANKS: Modifier = Modifier::UNDERLINED.union(Modifier::REVERSED).union(Modifier::CROSSED_OUT);

/// How the terminal draws at present.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Pen {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

const PLAIN: Pen = Pen { fg: Color::Reset, bg: Color::Reset, modifier: Modifier::empty() };

impl Pen {
    /// The pen that a cell wants of one that draws like this: to a blank only its ground matters.
    fn wanted(self, cell: &Cell) -> Self {
        let wanted = Self { fg: cell.fg, bg: cell.bg, modifier: cell.modifier };
        let blank = cell.symbol() == " " && !(self.modifier | wanted.modifier).intersects(ON_BLANKS);
        if blank { Self { bg: wanted.bg, ..self } } else { wanted }
    }
}

/// Writes cells to a terminal of so many columns, beginning and ending with a plain pen. The first
/// move is from nowhere, so that what others wrote to the terminal spoils no more than they wrote.
pub(super) fn draw<'a>(out: &mut Vec<u8>, columns: u16, cells: impl Iterator<Item = (u16, u16, &'a Cell)>) {
    let mut pen = PLAIN;
    let mut at = At::Somewhere;
    for (x, y, cell) in cells {
        go(out, at, (x, y));
        let wanted = pen.wanted(cell);
        if wanted != pen {
            change(out, pen, wanted);
            pen = wanted;
        }
        let symbol = cell.symbol();
        out.extend_from_slice(symbol.as_bytes());
        at = match advance(symbol) {
            Some(cells) if x + cells < columns => At::Cell(x + cells, y),
            // At the edge terminals differ in the column: on the last cell or beyond.
            Some(_) => At::Row(y),
            // Of two cells where we count one, it still fits in the row but at the edge.
            None if x + 1 < columns && symbol.chars().nth(1).is_none() => At::Row(y),
            None => At::Somewhere,
        };
    }
    if pen != PLAIN {
        change(out, pen, PLAIN);
    }
}

fn change(out: &mut Vec<u8>, from: Pen, to: Pen) {
    out.extend_from_slice(b"\x1b[");
    if to == PLAIN {
        out.extend_from_slice(b"0m");
        return;
    }
    let mut gone = from.modifier - to.modifier;
    for (attribute, _, off) in ATTRIBUTES {
        if gone.contains(attribute) {
            let _ = write!(out, "{off};");
            let taken = TOGETHER.into_iter().find(|group| group.contains(attribute)).unwrap_or(attribute);
            gone -= taken;
        }
    }
    let lost = from.modifier - to.modifier;
    let lost = TOGETHER.into_iter().filter(|group| group.intersects(lost)).fold(lost, Modifier::union);
    for (attribute, on, _) in ATTRIBUTES {
        if to.modifier.contains(attribute) && !(from.modifier - lost).contains(attribute) {
            let _ = write!(out, "{on};");
        }
    }
    if to.fg != from.fg {
        colour(out, to.fg, 30);
    }
    if to.bg != from.bg {
        colour(out, to.bg, 40);
    }
    // The last of them ends the sequence.
    if let Some(last) = out.last_mut() {
        *last = b'm';
    }
}

/// A colour's code, from 30 as a foreground or from 40 as a background.
fn colour(codes: &mut Vec<u8>, colour: Color, base: u8) {
    let old = match colour {
        Color::Reset => 9,
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 60,
        Color::LightRed => 61,
        Color::LightGreen => 62,
        Color::LightYellow => 63,
        Color::LightBlue => 64,
        Color::LightMagenta => 65,
        Color::LightCyan => 66,
        Color::White => 67,
        Color::Indexed(index) => {
            let _ = write!(codes, "{};5;{index};", base + 8);
            return;
        }
        Color::Rgb(r, g, b) => {
            let _ = write!(codes, "{};2;{r};{g};{b};", base + 8);
            return;
        }
    };
    let _ = write!(codes, "{};", base + old);
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::{Buffer, Cell};
    use ratatui::layout::Rect;
    use ratatui::style::{Color, Modifier, Style};

    use super::draw;

    fn drawn(cells: &[(u16, &str, Style)]) -> String {
        let made: Vec<_> = cells
            .iter()
            .map(|(x, symbol, style)| {
                let mut cell = Cell::default();
                cell.set_symbol(symbol).set_style(*style);
                (*x, cell)
            })
            .collect();
        let mut out = Vec::new();
        draw(&mut out, 80, made.iter().map(|(x, cell)| (*x, 0, cell)));
        String::from_utf8(out).expect("text and sequences")
    }

    #[test]
    fn styles_and_moves_are_said_once() {
        let plain = Style::new();
        let red = plain.fg(Color::Red).add_modifier(Modifier::BOLD);
        for (cells, expected) in [
            (vec![(0, "a", plain), (1, "b", plain)], "\x1b[1Hab"),
            (vec![(0, "海", plain), (2, "洋", plain), (4, "x", plain)], "\x1b[1H海洋x"),
            (vec![(4, "a", plain), (9, "b", plain)], "\x1b[1;5Ha\x1b[4Cb"),
            (vec![(0, "①", plain), (1, "b", plain)], "\x1b[1H①\x1b[2Gb"),
            (vec![(0, "e\u{301}", plain), (1, "b", plain)], "\x1b[1He\u{301}\x1b[1;2Hb"),
            (vec![(0, "a", red), (1, " ", plain), (2, "b", red)], "\x1b[1H\x1b[1;31ma b\x1b[0m"),
            (
                vec![(0, "a", red.bg(Color::Blue)), (1, " ", plain), (2, "b", red)],
                "\x1b[1H\x1b[1;31;44ma\x1b[49m b\x1b[0m",
            ),
            (
                vec![(0, "a", red), (1, " ", plain.add_modifier(Modifier::REVERSED))],
                "\x1b[1H\x1b[1;31ma\x1b[22;7;39m \x1b[0m",
            ),
            (vec![(0, "a", red), (1, "b", red)], "\x1b[1H\x1b[1;31mab\x1b[0m"),
            (vec![(0, "a", red), (1, "b", plain)], "\x1b[1H\x1b[1;31ma\x1b[0mb"),
            (
                vec![(0, "a", plain.fg(Color::Indexed(210)).bg(Color::White))],
                "\x1b[1H\x1b[38;5;210;107ma\x1b[0m",
            ),
            (vec![(0, "a", red), (1, "b", plain.fg(Color::Red))], "\x1b[1H\x1b[1;31ma\x1b[22mb\x1b[0m"),
            (
                vec![(0, "a", red.add_modifier(Modifier::DIM)), (1, "b", red)],
                "\x1b[1H\x1b[1;2;31ma\x1b[22;1mb\x1b[0m",
            ),
            (vec![(0, "a", plain.bg(Color::Rgb(1, 2, 3)))], "\x1b[1H\x1b[48;2;1;2;3ma\x1b[0m"),
        ] {
            assert_eq!(drawn(&cells), expected);
        }
    }

    #[test]
    fn a_terminal_shows_what_was_drawn() {
        let area = Rect::new(0, 0, 20, 9);
        let mut before = Buffer::empty(area);
        let mut after = Buffer::empty(area);
        before.set_string(0, 6, "第七行，从头到尾都写满了字", Style::new());
        after.set_string(0, 0, "海洋 ①②│█ x", Style::new().fg(Color::Green));
        after.set_string(3, 1, "红·逾期12天", Style::new().add_modifier(Modifier::REVERSED));
        after.set_string(1, 2, "到边上的一行一行一行", Style::new());
        after.set_string(0, 3, "下", Style::new());
        after.set_string(18, 4, "边", Style::new());
        after.set_string(17, 5, "边…", Style::new());
        after.set_string(0, 6, "x", Style::new());
        after.set_string(19, 6, "…", Style::new());
        after.set_string(0, 7, "末", Style::new());
        after.set_string(19, 8, "z", Style::new());
        let (rows, columns) = (9.try_into().expect("not 0"), 20.try_into().expect("not 0"));
        let mut terminal = vt100::Parser::new(rows, columns, 0);
        let blank = Buffer::empty(area);
        for (from, to) in [(&blank, &before), (&before, &after), (&after, &before), (&before, &after)] {
            let mut out = Vec::new();
            draw(&mut out, 20, from.diff(to).into_iter());
            terminal.process(&out);
        }
        let expected = "海洋 ①②│█ x\n   红·逾期12天\n 到边上的一行一行一\n下\n                  边\n                 边…\n\
                        x                  …\n末\n                   z";
        assert_eq!(terminal.screen().contents(), expected);
    }
}
