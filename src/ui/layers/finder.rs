//! The filter while it is typed on the message line: the text, what may follow it in a short list
//! above, and at the end of the line how many are found or what is wrong. May use `widgets::field`,
//! `window`, `board::query`.

use std::ops::Range;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::window;
use crate::board::query::{self, Offer};
use crate::domain::{Kind, Lang};
use crate::ui::event::Cx;
use crate::ui::hint::Hint;
use crate::ui::key::{Code, Key};
use crate::ui::style::{Look, Meaning};
use crate::ui::widgets::field::Field;
use crate::ui::{text, width};

/// See the module.
#[derive(Debug, Clone)]
pub struct Finder {
    field: Field,
    offers: Vec<Offer>,
    at: Option<usize>,
}

/// What a key did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// The text changed, or the cursor in it.
    Typed,
    /// It was taken, the text is the same.
    Taken,
    /// It is not for a text that is typed.
    Ignored,
}

impl Finder {
    /// A filter with the cursor at its end.
    #[must_use]
    pub fn new(typed: &str) -> Self {
        Self { field: Field::new(typed), offers: Vec::new(), at: None }
    }

    /// What is typed.
    #[must_use]
    pub fn text(&self) -> &str {
        self.field.text()
    }

    /// Whether a byte of the text is where the cursor stands.
    #[must_use]
    pub fn is_at(&self, byte: usize) -> bool {
        self.field.place() == byte
    }

    /// Looks up what may follow at the cursor.
    pub fn look_ahead(&mut self, cx: &Cx<'_>, kind: Kind, look: &Look) {
        self.at = None;
        self.offers = query::offers(cx.board, kind, look.lang, self.text(), self.field.place());
        // What stands there already in full needs no list.
        let typed = &self.field.text()[..self.field.place()];
        if let [only] = self.offers.as_slice()
            && typed.ends_with(&only.text)
        {
            self.offers.clear();
        }
    }

    /// Takes a key. While the list is there, Tab takes the first or the chosen one, arrows choose,
    /// Enter takes a chosen one and Esc closes the list.
    pub fn key(&mut self, key: Key) -> Found {
        let listed = !self.offers.is_empty();
        match key.code {
            Code::Tab if listed => self.complete(self.at.unwrap_or(0)),
            Code::Enter if let Some(at) = self.at => self.complete(at),
            Code::Esc if listed => {
                self.offers.clear();
                self.at = None;
                Found::Taken
            }
            Code::Down if listed => self.choose(self.at.map_or(0, |at| at + 1)),
            Code::Up if listed => {
                self.choose(self.at.map_or(self.offers.len(), |at| at + self.offers.len()) - 1)
            }
            Code::Tab | Code::BackTab => Found::Taken,
            Code::Enter | Code::Esc | Code::Down | Code::Up | Code::PageDown | Code::PageUp => Found::Ignored,
            _ => {
                self.field.key(key);
                Found::Typed
            }
        }
    }

    fn choose(&mut self, at: usize) -> Found {
        self.at = Some(at % self.offers.len());
        Found::Taken
    }

    fn complete(&mut self, at: usize) -> Found {
        if let Some(offer) = self.offers.get(at) {
            self.field.replace(offer.range.clone(), &offer.text);
        }
        Found::Typed
    }

    /// Takes a pasted text, or what an input method commits.
    pub fn paste(&mut self, pasted: &str) {
        self.field.paste(pasted);
    }

    /// The footer's hints.
    #[must_use]
    pub fn hints(&self, lang: Lang) -> Vec<Hint> {
        let completes = !self.offers.is_empty();
        let esc = if completes { "layer-hint-close" } else { "layer-hint-clear" };
        let tab = completes.then(|| Hint::code(lang, Code::Tab, "layer-hint-complete"));
        let enter = Hint::code(lang, Code::Enter, "layer-hint-keep");
        tab.into_iter().chain([enter, Hint::code(lang, Code::Esc, esc)]).collect()
    }

    /// Draws the line and, above it, the list. `wrong` are bytes of the text that cannot be read.
    pub fn draw(
        &self,
        look: &Look,
        area: Rect,
        wrong: &[Range<usize>],
        note: (Meaning, &str),
        frame: &mut Frame<'_>,
    ) {
        let sign = Rect { width: area.width.min(2), ..area };
        frame.render_widget(Span::styled(" /", look.style(Meaning::KeyName)), sign);
        let rest = Rect { x: area.x + sign.width, width: area.width - sign.width, ..area };
        let room = usize::from(rest.width) * 3 / 5;
        let note_words = text::line(note.1, room, look.glyphs.ellipsis);
        let cells = (width::cells(&note_words) + 2).min(rest.width);
        let field = Rect { width: rest.width - cells, ..rest };
        self.field.draw_marked(look, field, frame, wrong);
        let aside = Rect { x: field.right() + 1, width: cells.saturating_sub(1), ..rest };
        frame.render_widget(Span::styled(note_words, look.style(note.0)), aside);
        self.draw_list(look, field, frame);
    }

    fn draw_list(&self, look: &Look, line: Rect, frame: &mut Frame<'_>) {
        let words = |offer: &Offer| width::of(&offer.text) + width::of(&offer.label) + 4;
        let widest = self.offers.iter().map(words).max().unwrap_or(0);
        let cells = u16::try_from(widest).unwrap_or(u16::MAX).min(line.width);
        let rows = u16::try_from(self.offers.len()).unwrap_or(u16::MAX).min(line.y);
        if rows == 0 {
            return;
        }
        let area = Rect { x: line.x, y: line.y - rows, width: cells, height: rows };
        window::clear(area, frame);
        let room = usize::from(cells);
        let lines = self.offers.iter().enumerate().map(|(place, offer)| {
            let shown = width::left(&format!(" {}", offer.text), room.min(width::of(&offer.text) + 3), "");
            let more = width::left(&offer.label, room - width::of(&shown), look.glyphs.ellipsis);
            let line = Line::from(vec![Span::raw(shown), Span::styled(more, look.style(Meaning::Hint))]);
            let meaning = if self.at == Some(place) { Meaning::Selection } else { Meaning::Overlay };
            line.style(look.style(meaning))
        });
        frame.render_widget(Paragraph::new(lines.collect::<Vec<_>>()), area);
    }
}
