//! A text that is typed: in one line that scrolls sideways, or in several. The cursor moves by
//! grapheme, the hardware cursor stands where the next character goes, and what comes in is NFC.
//! May use `text`, `width`, `style`, `key`.

use std::ops::Range;

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::Paragraph;
use tui_input::{Input, InputRequest};
use unicode_normalization::{UnicodeNormalization, is_nfc};

use crate::ui::key::{Code, Key};
use crate::ui::style::{Look, Meaning};
use crate::ui::{text, width};

/// Typing and pasting stop at so many characters; a longer text that was there stays whole.
const MOST: usize = 4_000;

/// A text and the cursor in it.
#[derive(Debug, Clone, Default)]
pub struct Field {
    input: Input,
}

impl Field {
    /// A text with the cursor at its end. What a screen cannot show is left out; line ends stay.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self { input: Input::new(text::clean_lines(text)) }
    }

    /// What stands in it.
    #[must_use]
    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// Whether the cursor stands behind the last character.
    #[must_use]
    pub fn is_at_end(&self) -> bool {
        self.before_cursor().len() == self.text().len()
    }

    /// Before which byte of the text the cursor stands.
    #[must_use]
    pub fn place(&self) -> usize {
        self.before_cursor().len()
    }

    /// Puts a text in the place of some bytes, with the cursor behind it. Bytes that are no whole
    /// characters of the text are left alone.
    pub fn replace(&mut self, range: Range<usize>, new: &str) {
        let (Some(before), Some(after)) = (self.text().get(..range.start), self.text().get(range.end..))
        else {
            return;
        };
        let start = format!("{before}{}", text::clean(new));
        let cursor = start.chars().count();
        self.input = Input::new(format!("{start}{after}")).with_cursor(cursor);
    }

    /// Takes a key: characters, moves and deletions as a shell has them. False where it is none.
    pub fn key(&mut self, key: Key) -> bool {
        if let (Code::Char(ch), false, false) = (key.code, key.ctrl, key.alt) {
            self.insert(ch.encode_utf8(&mut [0; 4]));
            return true;
        }
        let Some(request) = request(key) else {
            return false;
        };
        self.input.handle(request);
        true
    }

    /// Takes a pasted text, or several characters that an input method commits at once; line ends
    /// become spaces.
    pub fn paste(&mut self, pasted: &str) {
        self.insert(&text::clean(pasted.trim_end_matches(['\r', '\n'])));
    }

    /// Takes a pasted text with its line ends.
    pub fn paste_lines(&mut self, pasted: &str) {
        self.insert(&text::clean_lines(pasted.trim_end_matches(['\r', '\n'])));
    }

    /// Begins a new line at the cursor.
    pub fn break_line(&mut self) {
        self.insert("\n");
    }

    fn insert(&mut self, new: &str) {
        let room = MOST.saturating_sub(self.text().chars().count());
        let new = if new == "\n" { new.to_owned() } else { text::clean_lines(new) };
        let before = self.before_cursor();
        let after = &self.text()[before.len()..];
        let mut start: String = before.chars().chain(new.chars().take(room)).collect();
        let mut whole = format!("{start}{after}");
        if !is_nfc(&whole) {
            start = start.nfc().collect();
            whole = whole.nfc().collect();
        }
        let cursor = start.chars().count();
        self.input = std::mem::take(&mut self.input).with_value(whole).with_cursor(cursor);
    }

    fn before_cursor(&self) -> &str {
        let text = self.text();
        let end = text.char_indices().nth(self.input.cursor()).map_or(text.len(), |(at, _)| at);
        &text[..end]
    }

    /// Draws the text in one line, scrolled so that the cursor is seen; places the hardware
    /// cursor where `focused`.
    pub fn draw(&self, look: &Look, area: Rect, frame: &mut Frame<'_>, focused: bool) {
        if area.is_empty() {
            return;
        }
        let room = usize::from(area.width);
        let cursor = width::of(self.before_cursor());
        let from = if focused { (cursor + 1).saturating_sub(room) } else { 0 };
        let shown = if focused {
            width::window(self.text(), from, room)
        } else {
            text::line(self.text(), room, look.glyphs.ellipsis)
        };
        frame.render_widget(Paragraph::new(shown).style(look.style(meaning(focused))), area);
        if focused {
            let column = u16::try_from(cursor - from).unwrap_or(0).min(area.width - 1);
            frame.set_cursor_position(Position::new(area.x + column, area.y));
        }
    }

    /// As `draw` while it is typed, with some of its bytes marked as wrong.
    pub fn draw_marked(&self, look: &Look, area: Rect, frame: &mut Frame<'_>, wrong: &[Range<usize>]) {
        self.draw(look, area, frame, true);
        let (text, room) = (self.text(), usize::from(area.width));
        let from = (width::of(self.before_cursor()) + 1).saturating_sub(room);
        for range in wrong {
            let cells = |end: usize| text.get(..end).map_or(0, width::of).saturating_sub(from).min(room);
            let (start, end) = (cells(range.start), cells(range.end));
            let column = |cells: usize| u16::try_from(cells).unwrap_or(u16::MAX);
            let place = Rect { x: area.x + column(start), width: column(end - start), ..area };
            frame.buffer_mut().set_style(place.intersection(area), look.style(Meaning::Wrong));
        }
    }

    /// Draws the text in the lines of an area, scrolled so that the cursor's line is seen; places
    /// the hardware cursor where `focused`.
    pub fn draw_lines(&self, look: &Look, area: Rect, frame: &mut Frame<'_>, focused: bool) {
        if area.is_empty() {
            return;
        }
        let room = usize::from(area.width);
        let (lines, row, column) = folded(self.text(), self.before_cursor().len(), room);
        let from = if focused { (row + 1).saturating_sub(usize::from(area.height)) } else { 0 };
        let shown: Vec<&str> = lines.into_iter().skip(from).take(usize::from(area.height)).collect();
        frame.render_widget(Paragraph::new(shown.join("\n")).style(look.style(meaning(focused))), area);
        if focused {
            let column = u16::try_from(column).unwrap_or(0).min(area.width - 1);
            let row = u16::try_from(row - from).unwrap_or(0);
            frame.set_cursor_position(Position::new(area.x + column, area.y + row));
        }
    }
}

const fn meaning(focused: bool) -> Meaning {
    if focused { Meaning::FieldFocus } else { Meaning::Field }
}

fn request(key: Key) -> Option<InputRequest> {
    use InputRequest::{
        DeleteFromStart, DeleteNextChar, DeleteNextWord, DeletePrevChar, DeletePrevWord, DeleteTillEnd,
        GoToEnd, GoToNextChar, GoToNextWord, GoToPrevChar, GoToPrevWord, GoToStart, Yank,
    };
    Some(match (key.code, key.ctrl, key.alt) {
        (Code::Backspace, false, false) | (Code::Char('h'), true, false) => DeletePrevChar,
        (Code::Delete, false, false) | (Code::Char('d'), true, false) => DeleteNextChar,
        (Code::Left, false, false) | (Code::Char('b'), true, false) => GoToPrevChar,
        (Code::Right, false, false) | (Code::Char('f'), true, false) => GoToNextChar,
        (Code::Left, _, _) | (Code::Char('b'), false, true) => GoToPrevWord,
        (Code::Right, _, _) | (Code::Char('f'), false, true) => GoToNextWord,
        (Code::Backspace, _, _) | (Code::Char('w'), true, false) => DeletePrevWord,
        (Code::Delete, _, _) | (Code::Char('d'), false, true) => DeleteNextWord,
        (Code::Home, false, false) | (Code::Char('a'), true, false) => GoToStart,
        (Code::End, false, false) | (Code::Char('e'), true, false) => GoToEnd,
        (Code::Char('u'), true, false) => DeleteFromStart,
        (Code::Char('k'), true, false) => DeleteTillEnd,
        (Code::Char('y'), true, false) => Yank,
        _ => return None,
    })
}

/// The text in lines of at most `room` cells, and the row and column of the cursor, which stands
/// before the byte `cursor`. Lines break anywhere between graphemes: what one edits keeps still.
fn folded(text: &str, cursor: usize, room: usize) -> (Vec<&str>, usize, usize) {
    let room = room.max(2);
    let mut lines = Vec::new();
    let (mut start, mut taken, mut at) = (0, 0, 0);
    let mut place = (0, 0);
    for (cluster, cells) in width::graphemes(text) {
        let ends = cluster.ends_with('\n');
        if !ends && taken + cells > room {
            lines.push(&text[start..at]);
            (start, taken) = (at, 0);
        }
        if at <= cursor {
            place = (lines.len(), taken);
        }
        at += cluster.len();
        taken += cells;
        if ends {
            lines.push(text[start..at].trim_end_matches(['\r', '\n']));
            (start, taken) = (at, 0);
        }
    }
    lines.push(&text[start..]);
    if cursor >= at {
        place = (lines.len() - 1, taken);
    }
    if place.1 >= room {
        // Behind a full line the cursor stands at the beginning of the next.
        lines.push("");
        place = (place.0 + 1, 0);
    }
    (lines, place.0, place.1)
}
