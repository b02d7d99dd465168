//! The keys valid here, from the key table, narrowed as one types. May use `window`, `board::search`.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::{Answer, LayerResult, window};
use crate::board::search::{self, Query};
use crate::domain::Lang;
use crate::say;
use crate::ui::event::Event;
use crate::ui::hint::Hint;
use crate::ui::key::Code;
use crate::ui::style::{Look, Meaning};
use crate::ui::{layout, text, width};

/// So many rows above the list say what is typed.
const PROMPT: u16 = 1;

/// A row of help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The keys.
    pub keys: String,
    /// What they do.
    pub help: String,
}

/// The help screen; Enter does what the row says.
#[derive(Debug, Clone)]
pub struct Help {
    rows: Vec<Row>,
    typed: String,
    at: usize,
}

impl Help {
    /// Help with these rows.
    #[must_use]
    pub const fn new(rows: Vec<Row>) -> Self {
        Self { rows, typed: String::new(), at: 0 }
    }

    fn shown(&self) -> Vec<usize> {
        let query = Query::new(&self.typed);
        let found = |i: &usize| {
            let row = &self.rows[*i];
            query.finds(&search::key(&format!("{} {}", row.keys, row.help)))
        };
        (0..self.rows.len()).filter(found).collect()
    }

    /// Takes an event.
    pub fn handle(&mut self, event: &Event) -> LayerResult {
        let key = match event {
            Event::Key(key) => key,
            Event::Paste(typed) => {
                self.typed.push_str(&text::clean(typed));
                self.at = 0;
                return LayerResult::Consumed;
            }
            _ => return LayerResult::Ignored,
        };
        let shown = self.shown();
        let last = shown.len().saturating_sub(1);
        match key.code {
            Code::Esc | Code::F(1) => return LayerResult::Close,
            Code::Enter => return self.choose(),
            Code::Down | Code::Tab => self.at = (self.at + 1).min(last),
            Code::Up | Code::BackTab => self.at = self.at.saturating_sub(1),
            Code::PageDown => self.at = (self.at + 10).min(last),
            Code::PageUp => self.at = self.at.saturating_sub(10),
            Code::Home => self.at = 0,
            Code::End => self.at = last,
            Code::Backspace => {
                self.typed.pop();
                self.at = 0;
            }
            Code::Char(ch) => {
                self.typed.push(ch);
                self.at = 0;
            }
            _ => return LayerResult::Ignored,
        }
        LayerResult::Consumed
    }

    fn choose(&self) -> LayerResult {
        let chosen = self.shown().get(self.at).copied();
        chosen.map_or(LayerResult::Consumed, |i| LayerResult::Submit(Answer::Picked(i)))
    }

    /// Puts the cursor on the row that stands on a cell; does what the row says where it was there.
    pub fn click(&mut self, area: Rect, at: Position) -> LayerResult {
        let list = layout::below(window::inside(area, self.size()), PROMPT);
        match layout::row_at(list, self.at, self.shown().len(), 1, at) {
            Some(row) if row == self.at => return self.choose(),
            Some(row) => self.at = row,
            None => {}
        }
        LayerResult::Consumed
    }

    /// The cells of the keys, and of all.
    fn widths(&self) -> (usize, usize) {
        let keys = self.rows.iter().map(|row| width::of(&row.keys)).max().unwrap_or(0);
        let help = self.rows.iter().map(|row| width::of(&row.help)).max().unwrap_or(0);
        (keys, keys + help + 2)
    }

    fn size(&self) -> (u16, u16) {
        let rows = u16::try_from(self.rows.len()).unwrap_or(u16::MAX).saturating_add(1);
        (u16::try_from(self.widths().1).unwrap_or(u16::MAX), rows)
    }

    /// Draws the rows.
    pub fn draw(&self, look: &Look, area: Rect, frame: &mut Frame<'_>) {
        let shown = self.shown();
        let (keys, _) = self.widths();
        let inner = window::open(look, area, self.size(), &say!(look.lang, "layer-help-title"), frame);
        let prompt = if self.typed.is_empty() {
            say!(look.lang, "layer-help-type")
        } else {
            format!("/{}", self.typed)
        };
        window::cursor_behind(if self.typed.is_empty() { "" } else { &prompt }, inner, frame);
        let mut lines = vec![Line::styled(prompt, look.style(Meaning::Muted))];
        let list = layout::below(inner, PROMPT);
        let height = usize::from(list.height);
        let top = layout::top(self.at, shown.len(), height);
        let room = usize::from(inner.width).saturating_sub(keys + 2);
        for (place, i) in shown.iter().enumerate().skip(top).take(height) {
            let row = &self.rows[*i];
            let line = Line::from(vec![
                Span::styled(width::left(&row.keys, keys + 2, ""), look.style(Meaning::KeyName)),
                Span::raw(width::left(&row.help, room, look.glyphs.ellipsis)),
            ]);
            lines.push(if place == self.at { line.style(look.style(Meaning::Selection)) } else { line });
        }
        frame.render_widget(Paragraph::new(lines), inner);
        window::draw_more(look, list, [top > 0, top + height < shown.len()], frame);
    }
}

/// The footer's hints.
#[must_use]
pub fn hints(lang: Lang) -> Vec<Hint> {
    vec![
        Hint::legend(lang, "abc", "layer-hint-narrow"),
        Hint::code(lang, Code::Enter, "layer-hint-do"),
        Hint::code(lang, Code::Esc, "layer-hint-close"),
    ]
}
