//! What the terminal at the other end is to the screen: how a window looks on the one that the
//! hello describes, and what its keys mean. May use `ui`, `wire`.

use crate::domain::Lang;
use crate::ui::glyph::Glyphs;
use crate::ui::style::{Depth, Look};
use crate::ui::theme::{Cause, OwnFile};
use crate::ui::views::deck::Wishes;
use crate::ui::{Code, Key, Press, glyph, theme};
use crate::wire::{self, Colours, Known, Present, Terminal, ThemeFile, Unread, hello};

/// How many colours a terminal shows by what it says: OpenSSH does not pass `COLORTERM`, so its
/// absence says nothing against `TERM`.
#[must_use]
pub fn depth(terminal: &Terminal) -> Depth {
    match Known::of(&terminal.term).colours {
        _ if terminal.no_color => Depth::Mono,
        Colours::Mono => Depth::Mono,
        _ if matches!(terminal.colorterm.as_str(), "truecolor" | "24bit") => Depth::True,
        Colours::All => Depth::True,
        Colours::Many => Depth::Ansi256,
        Colours::Sixteen => Depth::Ansi16,
    }
}

/// The look of a window before its person's own choice is known.
#[must_use]
pub fn look(terminal: &Terminal) -> Look {
    Look::new(theme::default(), depth(terminal), glyphs(terminal), Lang::from_locale(&terminal.locale))
}

/// The glyphs that a terminal is certain to have, by what it says of itself. How wide it draws them is
/// known later.
fn glyphs(terminal: &Terminal) -> &'static Glyphs {
    if Known::of(&terminal.term).lines && terminal.utf8 { &glyph::UNICODE } else { &glyph::ASCII }
}

/// A use of the mouse as the screen understands it.
#[must_use]
pub const fn press(press: wire::Press) -> Press {
    match press {
        wire::Press::Left => Press::Left,
        wire::Press::Wheel { down } => Press::Wheel { down },
    }
}

// What a client sends is what the screen says that it reads.
const _: () = assert!(theme::MOST == hello::THEMES);
const _: () = assert!(theme::ROOM == hello::THEME_ROOM);
const _: () = assert!(theme::ALL_ROOM == hello::THEMES_ROOM);

/// A theme file of the person's own as the screen understands it.
pub fn own_theme(file: &ThemeFile) -> OwnFile {
    let text = match file.unread {
        None => Ok(file.text.clone()),
        Some(Unread::TooLong) => Err(Cause::TooLong),
        Some(Unread::NoRoom) => Err(Cause::NoRoom),
    };
    (file.name.clone(), text)
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
    use super::{depth, look};
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
            ("screen", "", false, Depth::Ansi16),
            ("tmux-256color", "", false, Depth::Ansi256),
            ("vt100", "truecolor", false, Depth::Mono),
            ("vt220", "", false, Depth::Mono),
            ("xterm-mono", "", false, Depth::Mono),
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

    #[test]
    fn lines_and_blocks_are_drawn_where_the_terminal_is_certain_to_have_them() {
        for (term, utf8, expected) in [
            ("xterm", true, "unicode"),
            ("screen", true, "unicode"),
            ("tmux-256color", true, "unicode"),
            ("xterm-256color", false, "ascii"),
            ("linux", true, "ascii"),
            ("vt100", true, "ascii"),
            ("dumb", true, "ascii"),
            ("", true, "ascii"),
        ] {
            let terminal = Terminal { term: term.to_owned(), utf8, ..Terminal::default() };
            assert_eq!(look(&terminal).glyphs.name, expected, "{term} {utf8}");
        }
    }
}
