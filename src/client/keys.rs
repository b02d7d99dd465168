//! From the bytes that a terminal sends to events, and from the terminal library's keys to ours.
//! May use `cut`, `wire`.

use std::mem::take;

use termina::Parser;
use termina::event::{Event, KeyCode, KeyEvent, KeyEventKind, Modifiers, MouseButton, MouseEventKind};

use super::cut::{self, Cut, ESC, PASTE};
use crate::wire::{Code, Key, Press};

/// Bytes on their way to be events.
#[derive(Debug, Default)]
pub(super) struct Keys {
    /// What is not whole yet.
    pending: Vec<u8>,
    /// So much of it has been looked at.
    seen: usize,
    /// What has begun and did not go on in time.
    late: Vec<u8>,
}

impl Keys {
    /// Takes bytes that were read at once. The rest of a paste whose first bytes came alone, long before,
    /// is known by its shape; so is that of an answer of the terminal, where one is `expected`.
    pub(super) fn take(&mut self, bytes: &[u8], expected: bool) -> Vec<Event> {
        let late = take(&mut self.late);
        let whole = [&late, bytes].concat();
        if !late.is_empty() && (whole.starts_with(PASTE) || (expected && begins_report(&whole))) {
            self.pending = late;
        }
        self.pending.extend(bytes);
        let (mut at, mut events) = (0, Vec::new());
        while let Cut::Whole(length) = cut::first(&self.pending[at..], self.seen) {
            events.extend(event(&self.pending[at..at + length]));
            at += length;
            self.seen = 0;
        }
        self.pending.drain(..at);
        self.seen = self.pending.len();
        events
    }

    /// Nothing has followed for a while: what has begun is a key, or nothing. Where an answer of the
    /// terminal is `expected`, its first two bytes are not Alt with a bracket.
    pub(super) fn end(&mut self, expected: bool) -> Option<Event> {
        if !self.is_midway() {
            return None;
        }
        self.seen = 0;
        self.late = take(&mut self.pending);
        if expected && self.late == [ESC, b'['] { None } else { event(&self.late) }
    }

    /// Whether what has begun is none unless it goes on soon.
    pub(super) fn is_midway(&self) -> bool {
        cut::first(&self.pending, self.seen) == Cut::Begun
    }
}

/// What a whole piece of bytes is; none where nobody can read it, or nobody asked for it. The library
/// would drop the first bytes of such a one alone.
fn event(piece: &[u8]) -> Option<Event> {
    match piece {
        [ESC, ch @ (b'[' | b']' | b'O' | b'P')] => {
            let code = KeyCode::Char(char::from(*ch));
            return Some(Event::Key(KeyEvent::new(code, Modifiers::ALT)));
        }
        // A report of the cursor has two numbers; the library reads over a third.
        [ESC, b'[', inner @ .., b'R'] if inner.split(|byte| *byte == b';').count() > 2 => return None,
        [ESC, b'[', b'0'..=b'9' | b'<' | b'>' | b'?' | b'[' | b'M', ..] | [ESC, b'[', _] => {}
        [ESC, b'[' | b']' | b'P', ..] => return None,
        _ => {}
    }
    let mut parser = Parser::default();
    parser.parse(piece, false);
    parser.pop()
}

/// Whether bytes are a report of the cursor, or may become one.
fn begins_report(bytes: &[u8]) -> bool {
    let Some(rest) = bytes.strip_prefix(b"\x1b[") else { return false };
    let numbers = rest.iter().take_while(|byte| matches!(byte, b'0'..=b'9' | b';')).count();
    rest.first().is_some_and(u8::is_ascii_digit) && rest.get(numbers).is_none_or(|byte| *byte == b'R')
}

/// A character as it is typed.
pub(super) const fn char(ch: char) -> Key {
    Key { code: Code::Char(ch), ctrl: false, alt: false }
}

/// The character of a key without modifiers.
pub(super) fn plain_char(key: &KeyEvent) -> Option<char> {
    let plain =
        key.kind != KeyEventKind::Release && !key.modifiers.intersects(Modifiers::CONTROL | Modifiers::ALT);
    match key.code {
        KeyCode::Char(ch) if plain => Some(ch),
        _ => None,
    }
}

/// A use of the mouse as the board knows it; none where it knows none.
pub(super) const fn press(kind: MouseEventKind) -> Option<Press> {
    match kind {
        MouseEventKind::Down(MouseButton::Left) => Some(Press::Left),
        MouseEventKind::ScrollDown => Some(Press::Wheel { down: true }),
        MouseEventKind::ScrollUp => Some(Press::Wheel { down: false }),
        _ => None,
    }
}

/// A key as the board knows it; none where it knows none.
pub(super) fn key(key: KeyEvent) -> Option<Key> {
    if key.kind == KeyEventKind::Release {
        return None;
    }
    let ctrl = key.modifiers.contains(Modifiers::CONTROL);
    let alt = key.modifiers.contains(Modifiers::ALT);
    Some(Key { code: code(key.code, key.modifiers)?, ctrl, alt })
}

fn code(code: KeyCode, modifiers: Modifiers) -> Option<Code> {
    Some(match code {
        KeyCode::Char(ch) => Code::Char(ch),
        KeyCode::Function(n) => Code::F(n),
        KeyCode::Enter => Code::Enter,
        KeyCode::Escape => Code::Esc,
        KeyCode::Tab if modifiers.contains(Modifiers::SHIFT) => Code::BackTab,
        KeyCode::Tab => Code::Tab,
        KeyCode::BackTab => Code::BackTab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        _ => return None,
    })
}
