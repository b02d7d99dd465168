//! A text to read, with scrolling. May use `window`, `width`.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::{LayerResult, window};
use crate::domain::Lang;
use crate::ui::event::Event;
use crate::ui::hint::Hint;
use crate::ui::key::{Code, Key};
use crate::ui::style::Look;
use crate::ui::width;

/// So many rows a page key moves; at least what the smallest window shows.
const PAGE: usize = 8;

/// A text to read.
#[derive(Debug, Clone)]
pub struct Popup {
    title: String,
    text: String,
    top: usize,
}

impl Popup {
    /// A text with its title.
    #[must_use]
    pub const fn new(title: String, text: String) -> Self {
        Self { title, text, top: 0 }
    }

    /// Takes an event: any key that does not scroll closes it.
    pub fn handle(&mut self, event: &Event) -> LayerResult {
        let Event::Key(key) = event else { return LayerResult::Ignored };
        let last = self.text.lines().count().saturating_sub(1);
        self.top = match key.code {
            Code::Down | Code::Char('j') => self.top + 1,
            Code::Up | Code::Char('k') => self.top.saturating_sub(1),
            Code::PageDown | Code::Char(' ') => self.top + PAGE,
            Code::PageUp => self.top.saturating_sub(PAGE),
            Code::Home => 0,
            Code::End => last,
            _ => return LayerResult::Close,
        }
        .min(last);
        LayerResult::Consumed
    }

    /// Draws the text.
    pub fn draw(&self, look: &Look, area: Rect, frame: &mut Frame<'_>) {
        let room = usize::from(area.width.saturating_sub(6)).clamp(1, 76);
        let lines: Vec<String> = self.text.lines().flat_map(|line| width::wrap(line, room)).collect();
        let widest = lines.iter().map(|line| width::cells(line)).max().unwrap_or(0);
        let widest = widest.max(width::cells(&self.title).saturating_add(2));
        let size = (widest, u16::try_from(lines.len()).unwrap_or(u16::MAX));
        let inner = window::open(look, area, size, &self.title, frame);
        let top = self.top.min(lines.len().saturating_sub(usize::from(inner.height)));
        let below = lines.len() > top + usize::from(inner.height);
        window::draw_more(look, inner, [top > 0, below], frame);
        let shown = lines.into_iter().skip(top).take(usize::from(inner.height));
        frame.render_widget(Paragraph::new(shown.map(Line::from).collect::<Vec<_>>()), inner);
    }
}

/// The footer's hints.
#[must_use]
pub fn hints(lang: Lang) -> Vec<Hint> {
    vec![
        Hint::keys(lang, "Up Down", Key::plain(Code::Down), "layer-hint-scroll"),
        Hint::code(lang, Code::Esc, "layer-hint-close"),
    ]
}
