//! From the terminal library's events to ours. What an input method commits at once arrives as one
//! paste. May use `wire`.

use std::io;
use std::time::Duration;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, poll, read};
use crossterm::terminal::{enable_raw_mode, size};

use super::gate::Gate;
use crate::wire::{Code, Input, Key};

/// The most that one paste carries in a message, in bytes; a longer one goes in pieces.
const PIECE: usize = 256 << 10;

/// Reads the terminal for as long as it lasts, while the gate is open, and hands on what is done there.
/// `told` is the size that the server knows.
///
/// # Errors
/// When the terminal cannot be read, or `send` fails.
pub(super) fn forward(
    gate: &Gate,
    told: (u16, u16),
    mut send: impl FnMut(&Input) -> io::Result<()>,
) -> io::Result<()> {
    // The library takes Ctrl-j for Enter until it has set the raw mode itself. The modes before are
    // not lost by that: `Tty` keeps them.
    enable_raw_mode()?;
    // From its first look on the library hears of another size. One that came before, as from a
    // terminal that is given its size after it was opened, is not told to anybody.
    poll(Duration::ZERO)?;
    if let Ok(size) = size()
        && size != told
    {
        send(&Input::Resize(size.0, size.1))?;
    }
    let mut ahead = None;
    loop {
        gate.pass();
        let event = match ahead.take() {
            Some(event) => event,
            None => read()?,
        };
        match event {
            Event::Key(key) => match committed(&key) {
                Some(first) => {
                    let (text, next) = gather(first)?;
                    ahead = next;
                    send(&typed(&text))?;
                }
                None => send_some(key_of(key), &mut send)?,
            },
            Event::Paste(text) => {
                pieces(&text).try_for_each(|piece| send(&Input::Paste(piece.to_owned())))?;
            }
            Event::Resize(columns, rows) => send(&Input::Resize(columns, rows))?,
            // The mouse is left to the terminal, whose own selection it serves.
            Event::Mouse(_) | Event::FocusGained | Event::FocusLost => {}
        }
    }
}

fn send_some(input: Option<Input>, send: &mut impl FnMut(&Input) -> io::Result<()>) -> io::Result<()> {
    input.map_or(Ok(()), |input| send(&input))
}

/// The character of a key that only an input method makes.
fn committed(key: &KeyEvent) -> Option<char> {
    plain_char(key).filter(|ch| !ch.is_ascii())
}

fn plain_char(key: &KeyEvent) -> Option<char> {
    let plain = key.kind != KeyEventKind::Release
        && !key.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT);
    key.code.as_char().filter(|_| plain)
}

/// Takes the characters that have arrived together with the first, and what follows them.
fn gather(first: char) -> io::Result<(String, Option<Event>)> {
    let mut text = String::from(first);
    while poll(Duration::ZERO)? {
        match read()? {
            Event::Key(key) => match plain_char(&key) {
                Some(ch) => text.push(ch),
                None => return Ok((text, Some(Event::Key(key)))),
            },
            other => return Ok((text, Some(other))),
        }
    }
    Ok((text, None))
}

/// One character is a key; several are a text.
fn typed(text: &str) -> Input {
    let mut chars = text.chars();
    match (chars.next(), chars.next()) {
        (Some(ch), None) => Input::Key(Key { code: Code::Char(ch), ctrl: false, alt: false }),
        _ => Input::Paste(text.to_owned()),
    }
}

/// A text in pieces that end between characters.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let cut = rest.floor_char_boundary(PIECE);
        let (piece, tail) = rest.split_at(cut);
        rest = tail;
        (!piece.is_empty()).then_some(piece)
    })
}

fn key_of(key: KeyEvent) -> Option<Input> {
    if key.kind == KeyEventKind::Release {
        return None;
    }
    let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
    let alt = key.modifiers.contains(KeyModifiers::ALT);
    Some(Input::Key(Key { code: code_of(key.code, key.modifiers)?, ctrl, alt }))
}

fn code_of(code: KeyCode, modifiers: KeyModifiers) -> Option<Code> {
    Some(match code {
        KeyCode::Char(ch) => Code::Char(ch),
        KeyCode::F(n) => Code::F(n),
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab if modifiers.contains(KeyModifiers::SHIFT) => Code::BackTab,
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

#[cfg(test)]
mod tests {
    use super::{PIECE, pieces, typed};
    use crate::wire::Input;

    #[test]
    fn one_character_is_a_key_and_several_are_a_text() {
        assert!(matches!(typed("海"), Input::Key(_)));
        assert_eq!(typed("海洋"), Input::Paste("海洋".to_owned()));
    }

    #[test]
    fn a_long_paste_is_cut_between_characters_and_nothing_is_lost() {
        let text = "海".repeat(PIECE);
        assert!(pieces(&text).all(|piece| piece.len() <= PIECE));
        assert_eq!(pieces(&text).collect::<String>(), text);
        assert_eq!(pieces("").count(), 0);
    }
}
