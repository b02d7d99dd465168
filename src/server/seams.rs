//! The cells behind wide characters that are gone: a terminal that loses one half of a character
//! blanks the other without its ground, and the library does not draw a cell anew that is the same in
//! both frames. Uses nothing of the crate but `ui::width`.

use ratatui::buffer::{Buffer, CellDiffOption};

use crate::ui::width;

/// Where wide characters stood in the last frame.
#[derive(Debug, Default)]
pub(super) struct Seams {
    wide: Vec<bool>,
}

impl Seams {
    /// Has the second half of each wide character that is gone drawn anew; takes note of this frame's.
    pub(super) fn mend(&mut self, next: &mut Buffer) {
        // Every cell of every frame is looked at, and most are of one byte.
        let is_wide = |symbol: &str| symbol.len() > 1 && width::of(symbol) > 1;
        let wide: Vec<bool> = next.content.iter().map(|cell| is_wide(cell.symbol())).collect();
        if self.wide.len() == wide.len() {
            let gone = self.wide.iter().zip(&wide).map(|(before, now)| *before && !now);
            for (is_gone, half) in gone.zip(next.content.iter_mut().skip(1)) {
                if is_gone {
                    half.set_diff_option(CellDiffOption::AlwaysUpdate);
                }
            }
        }
        self.wide = wide;
    }
}

#[cfg(test)]
mod tests {
    use ratatui::Terminal;
    use ratatui::style::{Color, Style};

    use super::Seams;
    use crate::server::backend::Screen;

    #[test]
    fn the_second_half_of_a_character_that_is_gone_is_drawn_anew() {
        let mut terminal = Terminal::new(Screen::new(8, 1)).expect("no terminal is asked");
        let mut seams = Seams::default();
        let mut draw = |text: &str| {
            let drawn = terminal.draw(|frame| {
                let area = frame.area();
                frame.buffer_mut().set_string(0, 0, text, Style::new());
                frame.buffer_mut().set_style(area, Style::new().bg(Color::Blue));
                seams.mend(frame.buffer_mut());
            });
            drawn.expect("a buffer takes all");
            String::from_utf8_lossy(&terminal.backend_mut().take()).into_owned()
        };
        draw(" 海");
        // The new character ends where the second half of the old one stood before: on the cell
        // behind it, nothing is different.
        let second = draw("洋 ");
        assert!(second.contains("洋 "), "{second:?}");
        assert_eq!(draw("洋 ").matches('洋').count(), 0, "and once is enough");
    }
}
