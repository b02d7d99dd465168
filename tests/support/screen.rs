//! A screen as text: wide cells printed once, trailing space dropped, with a legend of styles on
//! request.

use std::fmt::Write as _;

use ratatui::Frame;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;

/// What a drawing function leaves on a screen of this size.
pub(crate) fn drawn(width: u16, height: u16, draw: impl FnOnce(&mut Frame<'_>)) -> Buffer {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    terminal.draw(draw).unwrap();
    terminal.backend().buffer().clone()
}

/// The characters of a screen, a line a row.
pub(crate) fn text(buffer: &Buffer) -> String {
    let mut out = String::new();
    for row in buffer.area.rows() {
        let mut line = String::new();
        let mut skip = 0;
        for x in row.left()..row.right() {
            if skip > 0 {
                skip -= 1;
                continue;
            }
            let symbol = buffer[(x, row.y)].symbol();
            skip = guatu::ui::width::of(symbol).saturating_sub(1);
            line.push_str(symbol);
        }
        let _ = writeln!(out, "{}", line.trim_end());
    }
    out
}

/// Checks that no line is wider than the screen: a wide character at the edge would be.
pub(crate) fn assert_widths(buffer: &Buffer) {
    for line in text(buffer).lines() {
        assert!(guatu::ui::width::of(line) <= usize::from(buffer.area.width), "too wide: {line}");
    }
}

/// The screen with its styles as escape sequences, for looking at it.
pub(crate) fn ansi(buffer: &Buffer) -> String {
    use ratatui::style::{Color, Modifier};
    let colour = |c: Color, base: u8| match c {
        Color::Indexed(i) => format!(";{base};5;{i}"),
        Color::Rgb(r, g, b) => format!(";{base};2;{r};{g};{b}"),
        _ => String::new(),
    };
    let mut out = String::new();
    for row in buffer.area.rows() {
        let mut skip = 0;
        for x in row.left()..row.right() {
            if skip > 0 {
                skip -= 1;
                continue;
            }
            let cell = &buffer[(x, row.y)];
            let mut codes = String::from("0");
            for (modifier, code) in [
                (Modifier::BOLD, ";1"),
                (Modifier::DIM, ";2"),
                (Modifier::UNDERLINED, ";4"),
                (Modifier::REVERSED, ";7"),
            ] {
                if cell.modifier.contains(modifier) {
                    codes.push_str(code);
                }
            }
            let _ =
                write!(out, "\x1b[{codes}{}{}m{}", colour(cell.fg, 38), colour(cell.bg, 48), cell.symbol());
            skip = guatu::ui::width::of(cell.symbol()).saturating_sub(1);
        }
        out.push_str("\x1b[0m\r\n");
    }
    out
}
