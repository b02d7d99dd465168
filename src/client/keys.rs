//! From the bytes that a terminal sends to events, and from the terminal library's keys to ours.
//! May use `wire`.

use termina::Parser;
use termina::event::{Event, KeyCode, KeyEvent, KeyEventKind, Modifiers};

use crate::wire::{Code, Key};

const ESC: u8 = 0x1b;

/// Bytes on their way to be events.
#[derive(Debug, Default)]
pub(super) struct Keys {
    parser: Parser,
    /// The last byte was Esc, and nothing has followed so far.
    begun: bool,
    /// That Esc has been counted as a key.
    alone: bool,
}

impl Keys {
    /// Takes bytes that were read at once. Where an answer of the terminal is `expected`, the rest of
    /// one whose Esc came alone, long before, is known by its shape and never typed.
    pub(super) fn take(&mut self, bytes: &[u8], expected: bool) -> Vec<Event> {
        let rest = self.alone && expected && matches!(bytes, [b'[', b'0'..=b'9', ..]);
        self.alone = false;
        if rest {
            self.parser.parse(&[ESC], true);
        }
        if expected {
            whole(bytes, |piece| self.parser.parse(piece, true));
        } else {
            self.parser.parse(bytes, true);
        }
        self.begun = bytes.last() == Some(&ESC);
        self.popped()
    }

    /// Nothing has followed for a while: an Esc that has begun something is a key.
    pub(super) fn end(&mut self) -> Vec<Event> {
        self.alone = std::mem::take(&mut self.begun);
        self.parser.parse(&[], false);
        self.popped()
    }

    /// Whether it is worth while to wait what follows.
    pub(super) const fn is_midway(&self) -> bool {
        self.begun
    }

    fn popped(&mut self) -> Vec<Event> {
        std::iter::from_fn(|| self.parser.pop()).collect()
    }
}

/// Hands on bytes without the reports of the cursor among them that nobody can read: the library drops
/// their first bytes alone.
fn whole(bytes: &[u8], mut hand_on: impl FnMut(&[u8])) {
    let mut rest = bytes;
    while let Some(start) = rest.windows(2).position(|two| two == [ESC, b'[']) {
        let (before, sequence) = rest.split_at(start);
        let is_parameter = |byte: &&u8| matches!(byte, b'0'..=b'?');
        let end = 2 + sequence[2..].iter().take_while(is_parameter).count();
        let is_report = sequence.get(end) == Some(&b'R');
        let (sequence, after) = sequence.split_at((end + 1).min(sequence.len()));
        hand_on(before);
        let parameters = &sequence[2..end];
        let numbers = parameters.split(|byte| *byte == b';');
        let is_number = |number: &[u8]| !number.is_empty() && number.iter().all(u8::is_ascii_digit);
        if !is_report || (numbers.clone().count() == 2 && numbers.clone().all(is_number)) {
            hand_on(sequence);
        }
        rest = after;
    }
    hand_on(rest);
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
