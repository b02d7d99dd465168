//! What a window has set at the terminal besides its screen: the title and the mouse. They are set
//! again where the terminal is taken again. May use `clipboard`, `wire`.

use super::clipboard::Between;
use crate::wire::Known;

/// No longer title is of use, in characters.
const LONGEST: usize = 120;

/// Keeps the title that stands there, where the terminal has a stack for it (XTWINOPS).
const KEEP: &str = "\x1b[22;2t";
/// An empty title for terminals without a stack, then the one that was kept.
const GIVE_BACK: &str = "\x1b]2;\x07\x1b[23;2t";
/// Presses and the wheel, in SGR's form: no motion.
const MOUSE_ON: &str = "\x1b[?1000h\x1b[?1006h";
const MOUSE_OFF: &str = "\x1b[?1006l\x1b[?1000l";

/// See the module.
#[derive(Debug, Default)]
pub(super) struct Modes {
    takes_title: bool,
    title: Option<String>,
    /// What stood there before is kept by the terminal.
    held: bool,
    mouse: bool,
}

impl Modes {
    /// Nothing is set yet on the terminal that `TERM` names. GNU screen ends a title within a Chinese
    /// character and puts the rest on the screen; where it stands on another machine, `TERM` alone tells of
    /// it.
    pub(super) fn of(term: &str, between: Between) -> Self {
        let in_screen = match between {
            Between::Tmux => false,
            Between::Screen => true,
            Between::Nothing => term.starts_with("screen"),
        };
        Self { takes_title: !in_screen && Known::of(term).titled, ..Self::default() }
    }

    /// The bytes that set a title; none where the terminal does not know titles.
    pub(super) fn set_title(&mut self, title: &str) -> String {
        if !self.takes_title {
            return String::new();
        }
        let title: String = title.chars().filter(|ch| !ch.is_control()).take(LONGEST).collect();
        self.title = Some(title);
        self.title_again()
    }

    /// The bytes that switch the mouse.
    pub(super) fn set_mouse(&mut self, on: bool) -> &'static str {
        self.mouse = on;
        if on { MOUSE_ON } else { MOUSE_OFF }
    }

    /// The bytes that set all again.
    pub(super) fn enter(&mut self) -> String {
        let mouse = if self.mouse { MOUSE_ON } else { "" };
        self.title_again() + mouse
    }

    /// The bytes that give all back.
    pub(super) fn leave(&mut self) -> String {
        let mouse = if self.mouse { MOUSE_OFF } else { "" };
        let title = if std::mem::take(&mut self.held) { GIVE_BACK } else { "" };
        format!("{mouse}{title}")
    }

    /// The bytes that set the title, if there is one. What stood there is kept once, however often the
    /// terminal is taken before it is given back: a process that is stopped gives nothing back.
    fn title_again(&mut self) -> String {
        let Some(title) = &self.title else { return String::new() };
        let first = if std::mem::replace(&mut self.held, true) { "" } else { KEEP };
        format!("{first}\x1b]2;{title}\x07")
    }
}

#[cfg(test)]
mod tests {
    use super::{Between, GIVE_BACK, KEEP, MOUSE_OFF, MOUSE_ON, Modes};

    #[test]
    fn a_title_is_set_only_where_it_is_known_and_without_control_characters() {
        for (term, between) in [
            ("linux", Between::Nothing),
            ("vt100", Between::Nothing),
            ("screen", Between::Nothing),
            ("screen-256color", Between::Nothing),
            ("screen", Between::Screen),
            ("xterm", Between::Screen),
        ] {
            let mut modes = Modes::of(term, between);
            assert_eq!(modes.set_title("挂图") + &modes.enter() + &modes.leave(), "", "{term}");
        }
        for (term, between) in [
            ("xterm", Between::Nothing),
            ("tmux-256color", Between::Nothing),
            ("tmux-256color", Between::Tmux),
            ("screen", Between::Tmux),
        ] {
            let mut modes = Modes::of(term, between);
            let bytes = modes.set_title("挂\x07图\x1b[1m\u{9b}");
            assert_eq!(bytes, format!("{KEEP}\x1b]2;挂图[1m\x07"), "{term}");
        }
    }

    #[test]
    fn what_stood_there_is_kept_once_and_given_back_once() {
        let mut modes = Modes::of("xterm", Between::Nothing);
        assert_eq!(modes.enter() + &modes.leave(), "");
        assert_eq!(modes.set_title("a"), format!("{KEEP}\x1b]2;a\x07"));
        assert_eq!(modes.set_title("b"), "\x1b]2;b\x07");
        assert_eq!(modes.enter(), "\x1b]2;b\x07", "it was not given back");
        assert_eq!(modes.leave(), GIVE_BACK);
        assert_eq!(modes.leave(), "");
        assert_eq!(modes.enter(), format!("{KEEP}\x1b]2;b\x07"));
        assert_eq!(modes.leave(), GIVE_BACK);
    }

    #[test]
    fn the_mouse_is_given_back_only_where_it_was_taken() {
        let mut modes = Modes::of("linux", Between::Nothing);
        assert_eq!(modes.set_mouse(true), MOUSE_ON);
        assert_eq!((modes.enter().as_str(), modes.leave().as_str()), (MOUSE_ON, MOUSE_OFF));
        assert_eq!(modes.set_mouse(false), MOUSE_OFF);
        assert_eq!(modes.enter() + &modes.leave(), "");
    }
}
