//! How cells become bytes: moves and styles said once, in the fewest sequences that every terminal
//! knows. The 16 colours go by their old codes, since a terminal that has no more reads the long
//! form as something else. May use `ui::width`.

use std::io::Write;

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

use crate::ui::width;

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

/// How the terminal draws at present.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Pen {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

const PLAIN: Pen = Pen { fg: Color::Reset, bg: Color::Reset, modifier: Modifier::empty() };

/// Writes cells, beginning and ending with a plain pen.
pub(super) fn draw<'a>(out: &mut Vec<u8>, cells: impl Iterator<Item = (u16, u16, &'a Cell)>) {
    let mut pen = PLAIN;
    let mut next = None;
    for (x, y, cell) in cells {
        if next != Some((x, y)) {
            move_to(out, x, y);
        }
        let wanted = Pen { fg: cell.fg, bg: cell.bg, modifier: cell.modifier };
        if wanted != pen {
            change(out, pen, wanted);
            pen = wanted;
        }
        let symbol = cell.symbol();
        out.extend_from_slice(symbol.as_bytes());
        next = advance(symbol).map(|cells| (x + cells, y));
    }
    if pen != PLAIN {
        change(out, pen, PLAIN);
    }
}

/// Puts the cursor on a cell, counted from 0.
pub(super) fn move_to(out: &mut Vec<u8>, x: u16, y: u16) {
    // A buffer takes all that is written to it.
    let _ = write!(out, "\x1b[{};{}H", y + 1, x + 1);
}

/// By how many cells every terminal moves on after a symbol; none where terminals differ, so that
/// the next one is put in its place.
fn advance(symbol: &str) -> Option<u16> {
    let mut chars = symbol.chars();
    let (first, alone) = (chars.next()?, chars.next().is_none());
    let certain = matches!(first,
        ' '..='~'
        // Han, kana and their punctuation, full-width forms.
        | '\u{3001}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{FF01}'..='\u{FF60}'
        // Lines and blocks: one cell, or the terminal is not fit for them at all.
        | '\u{2500}'..='\u{259F}'
    );
    (alone && certain).then(|| width::cells(symbol))
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
        draw(&mut out, made.iter().map(|(x, cell)| (*x, 0, cell)));
        String::from_utf8(out).expect("text and sequences")
    }

    #[test]
    fn styles_and_moves_are_said_once() {
        let plain = Style::new();
        let red = plain.fg(Color::Red).add_modifier(Modifier::BOLD);
        for (cells, expected) in [
            (vec![(0, "a", plain), (1, "b", plain)], "\x1b[1;1Hab"),
            (vec![(0, "海", plain), (2, "洋", plain), (4, "x", plain)], "\x1b[1;1H海洋x"),
            (vec![(0, "a", plain), (5, "b", plain)], "\x1b[1;1Ha\x1b[1;6Hb"),
            (vec![(0, "①", plain), (1, "b", plain)], "\x1b[1;1H①\x1b[1;2Hb"),
            (vec![(0, "a", red), (1, "b", red)], "\x1b[1;1H\x1b[1;31mab\x1b[0m"),
            (vec![(0, "a", red), (1, "b", plain)], "\x1b[1;1H\x1b[1;31ma\x1b[0mb"),
            (
                vec![(0, "a", plain.fg(Color::Indexed(210)).bg(Color::White))],
                "\x1b[1;1H\x1b[38;5;210;107ma\x1b[0m",
            ),
            (vec![(0, "a", red), (1, "b", plain.fg(Color::Red))], "\x1b[1;1H\x1b[1;31ma\x1b[22mb\x1b[0m"),
            (
                vec![(0, "a", red.add_modifier(Modifier::DIM)), (1, "b", red)],
                "\x1b[1;1H\x1b[1;2;31ma\x1b[22;1mb\x1b[0m",
            ),
            (vec![(0, "a", plain.bg(Color::Rgb(1, 2, 3)))], "\x1b[1;1H\x1b[48;2;1;2;3ma\x1b[0m"),
        ] {
            assert_eq!(drawn(&cells), expected);
        }
    }

    #[test]
    fn a_terminal_shows_what_was_drawn() {
        let area = Rect::new(0, 0, 20, 3);
        let mut buffer = Buffer::empty(area);
        buffer.set_string(0, 0, "海洋 ①②│█ x", Style::new().fg(Color::Green));
        buffer.set_string(3, 2, "红·逾期12天", Style::new().add_modifier(Modifier::REVERSED));
        let mut out = Vec::new();
        let blank = Buffer::empty(area);
        draw(&mut out, blank.diff(&buffer).into_iter());
        let (rows, columns) = (3.try_into().expect("not 0"), 20.try_into().expect("not 0"));
        let mut terminal = vt100::Parser::new(rows, columns, 0);
        terminal.process(&out);
        assert_eq!(terminal.screen().contents(), "海洋 ①②│█ x\n\n   红·逾期12天");
    }
}
