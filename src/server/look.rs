//! What the terminal at the other end is to the screen: how a window looks on the one that the
//! hello describes, and what its keys mean. May use `ui`, `wire`.

use crate::domain::Lang;
use crate::ui::style::{Depth, Look};
use crate::ui::views::deck::Wishes;
use crate::ui::{Code, Key, glyph, theme};
use crate::wire::{self, Present, Terminal};

/// How many colours a terminal shows by what it says: OpenSSH does not pass `COLORTERM`, so its
/// absence says nothing against `TERM`.
#[must_use]
pub fn depth(terminal: &Terminal) -> Depth {
    let term = terminal.term.as_str();
    let says = |word: &str| term.contains(word);
    if terminal.no_color || matches!(term, "" | "dumb" | "vt100" | "vt102" | "vt220") || says("-mono") {
        Depth::Mono
    } else if matches!(terminal.colorterm.as_str(), "truecolor" | "24bit") || says("-direct") {
        Depth::True
    } else if says("256color") || matches!(term, "alacritty" | "foot" | "wezterm" | "xterm-kitty") {
        Depth::Ansi256
    } else {
        Depth::Ansi16
    }
}

/// The look of a window before its person's own choice is known.
#[must_use]
pub fn look(terminal: &Terminal) -> Look {
    Look::new(theme::default(), depth(terminal), &glyph::UNICODE, Lang::from_locale(&terminal.locale))
}

/// How the deck is to be shown that a client asks for.
#[must_use]
pub fn wishes(present: &Present) -> Wishes {
    Wishes {
        slides: present.slides.clone(),
        minutes: present.minutes,
        shows: present.show_contacts,
        seconds: present.loop_seconds,
    }
}

/// A key as the screen understands it.
#[must_use]
pub const fn key(key: wire::Key) -> Key {
    Key { code: code(key.code), ctrl: key.ctrl, alt: key.alt }
}

const fn code(code: wire::Code) -> Code {
    match code {
        wire::Code::Char(ch) => Code::Char(ch),
        wire::Code::F(n) => Code::F(n),
        wire::Code::Enter => Code::Enter,
        wire::Code::Esc => Code::Esc,
        wire::Code::Tab => Code::Tab,
        wire::Code::BackTab => Code::BackTab,
        wire::Code::Backspace => Code::Backspace,
        wire::Code::Delete => Code::Delete,
        wire::Code::Up => Code::Up,
        wire::Code::Down => Code::Down,
        wire::Code::Left => Code::Left,
        wire::Code::Right => Code::Right,
        wire::Code::Home => Code::Home,
        wire::Code::End => Code::End,
        wire::Code::PageUp => Code::PageUp,
        wire::Code::PageDown => Code::PageDown,
    }
}

#[cfg(test)]
mod tests {
    use super::depth;
    use crate::ui::style::Depth;
    use crate::wire::Terminal;

    #[test]
    fn the_attached_terminal_says_how_many_colours_it_shows() {
        for (term, colorterm, no_color, expected) in [
            ("xterm-256color", "", false, Depth::Ansi256),
            ("xterm-256color", "truecolor", false, Depth::True),
            ("xterm-256color", "truecolor", true, Depth::Mono),
            ("xterm", "", false, Depth::Ansi16),
            ("linux", "", false, Depth::Ansi16),
            ("dumb", "", false, Depth::Mono),
            ("", "", false, Depth::Mono),
        ] {
            let terminal = Terminal {
                term: term.to_owned(),
                colorterm: colorterm.to_owned(),
                no_color,
                ..Terminal::default()
            };
            assert_eq!(depth(&terminal), expected, "{term} {colorterm} {no_color}");
        }
    }
}
