//! Where a window's frames are drawn: a buffer instead of a terminal. Size and cursor are what the
//! client said, never those of the server's own terminal. May use `pen`.

use std::io;

use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};

use super::pen;

/// Begins and ends a synchronized update (DEC 2026): the terminal shows a frame whole or not yet.
const BEGIN: &[u8] = b"\x1b[?2026h";
const END: &[u8] = b"\x1b[?2026l";
const HIDE: &[u8] = b"\x1b[?25l";
const SHOW: &[u8] = b"\x1b[?25h";

/// The terminal at the other end, as far as drawing to it goes.
#[derive(Debug)]
pub struct Screen {
    bytes: Vec<u8>,
    size: Size,
    cursor: Position,
    cursor_shown: bool,
    /// The cursor is not where it was put last: cells were drawn since.
    cursor_moved: bool,
}

impl Screen {
    /// A screen of a size, with its cursor hidden.
    #[must_use]
    pub const fn new(columns: u16, rows: u16) -> Self {
        Self {
            bytes: Vec::new(),
            size: Size::new(columns, rows),
            cursor: Position::ORIGIN,
            cursor_shown: false,
            cursor_moved: true,
        }
    }

    /// The terminal has another size.
    pub const fn set_size(&mut self, columns: u16, rows: u16) {
        self.size = Size::new(columns, rows);
    }

    /// Nothing is known of the cursor any more.
    pub const fn forget_cursor(&mut self) {
        self.cursor_shown = true;
        self.cursor_moved = true;
    }

    /// The frame drawn since the last call, in its bracket; empty when nothing changed.
    pub fn take(&mut self) -> Vec<u8> {
        if !self.bytes.is_empty() {
            self.bytes.extend_from_slice(END);
        }
        std::mem::take(&mut self.bytes)
    }

    fn begun(&mut self) -> &mut Vec<u8> {
        if self.bytes.is_empty() {
            self.bytes.extend_from_slice(BEGIN);
        }
        &mut self.bytes
    }
}

impl Backend for Screen {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let mut content = content.peekable();
        if content.peek().is_none() {
            return Ok(());
        }
        self.cursor_moved = true;
        let columns = self.size.width;
        pen::draw(self.begun(), columns, content);
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        if std::mem::replace(&mut self.cursor_shown, false) {
            self.begun().extend_from_slice(HIDE);
        }
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        if !std::mem::replace(&mut self.cursor_shown, true) {
            self.begun().extend_from_slice(SHOW);
        }
        Ok(())
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(self.cursor)
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        let position = position.into();
        let moved = std::mem::replace(&mut self.cursor_moved, false);
        if moved || position != self.cursor {
            self.cursor = position;
            pen::move_to(self.begun(), position.x, position.y);
        }
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        self.clear_region(ClearType::All)
    }

    fn clear_region(&mut self, clear_type: ClearType) -> io::Result<()> {
        let erase: &[u8] = match clear_type {
            ClearType::All => b"\x1b[2J",
            ClearType::AfterCursor => b"\x1b[J",
            ClearType::BeforeCursor => b"\x1b[1J",
            ClearType::CurrentLine => b"\x1b[2K",
            ClearType::UntilNewLine => b"\x1b[K",
        };
        self.begun().extend_from_slice(erase);
        Ok(())
    }

    fn append_lines(&mut self, lines: u16) -> io::Result<()> {
        self.cursor_moved = true;
        let lines = vec![b'\n'; usize::from(lines)];
        self.begun().extend_from_slice(&lines);
        Ok(())
    }

    fn size(&self) -> io::Result<Size> {
        Ok(self.size)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize { columns_rows: self.size, pixels: Size::ZERO })
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use ratatui::Terminal;

    use super::{BEGIN, END, Screen};

    #[test]
    fn a_frame_is_bracketed_and_an_unchanged_one_is_nothing() {
        let mut terminal = Terminal::new(Screen::new(10, 2)).expect("no terminal is asked");
        for cursor in [None, Some((3, 1))] {
            let mut draw = |text: &str| {
                let drawn = terminal.draw(|frame| {
                    frame.render_widget(text, frame.area());
                    if let Some(at) = cursor {
                        frame.set_cursor_position(at);
                    }
                });
                drawn.expect("a buffer takes all");
                terminal.backend_mut().take()
            };
            draw("");
            let first = draw("海洋");
            assert!(first.starts_with(BEGIN) && first.ends_with(END));
            assert_eq!(draw("海洋"), b"", "cursor {cursor:?}");
        }
    }

    #[test]
    fn the_size_is_the_one_told() {
        let mut terminal = Terminal::new(Screen::new(10, 2)).expect("no terminal is asked");
        terminal.backend_mut().set_size(20, 5);
        terminal
            .draw(|frame| assert_eq!(frame.area().as_size(), (20, 5).into()))
            .expect("a buffer takes all");
    }
}
