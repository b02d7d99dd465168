//! What a window has set at the terminal besides its screen: the title and the mouse. They are set
//! again where the terminal is taken again. Uses nothing of the crate.

/// Terminals whose title can be set, by the beginnings of their names.
const TITLED: [&str; 19] = [
    "xterm",
    "screen",
    "tmux",
    "rxvt",
    "putty",
    "alacritty",
    "foot",
    "wezterm",
    "ghostty",
    "contour",
    "konsole",
    "vte",
    "gnome",
    "st-",
    "mintty",
    "mlterm",
    "kitty",
    "iterm",
    "cygwin",
];

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
    mouse: bool,
}

impl Modes {
    /// Nothing is set yet on the terminal that `TERM` names. GNU screen ends a title within a Chinese
    /// character and puts the rest on the screen.
    pub(super) fn of(term: &str, in_screen: bool) -> Self {
        let takes_title = !in_screen && (TITLED.iter().any(|name| term.starts_with(name)) || term == "st");
        Self { takes_title, ..Self::default() }
    }

    /// The bytes that set a title; none where the terminal does not know titles.
    pub(super) fn set_title(&mut self, title: &str) -> String {
        if !self.takes_title {
            return String::new();
        }
        let title: String = title.chars().filter(|ch| !ch.is_control()).take(LONGEST).collect();
        let first = if self.title.is_none() { KEEP } else { "" };
        let bytes = format!("{first}{}", titled(&title));
        self.title = Some(title);
        bytes
    }

    /// The bytes that switch the mouse.
    pub(super) fn set_mouse(&mut self, on: bool) -> &'static str {
        self.mouse = on;
        if on { MOUSE_ON } else { MOUSE_OFF }
    }

    /// The bytes that set all again.
    pub(super) fn enter(&self) -> String {
        let title = self.title.as_ref().map(|title| format!("{KEEP}{}", titled(title)));
        let mouse = if self.mouse { MOUSE_ON } else { "" };
        format!("{}{mouse}", title.unwrap_or_default())
    }

    /// The bytes that give all back.
    pub(super) fn leave(&self) -> String {
        let mouse = if self.mouse { MOUSE_OFF } else { "" };
        let title = if self.title.is_some() { GIVE_BACK } else { "" };
        format!("{mouse}{title}")
    }
}

fn titled(title: &str) -> String {
    format!("\x1b]2;{title}\x07")
}

#[cfg(test)]
mod tests {
    use super::{GIVE_BACK, KEEP, MOUSE_OFF, MOUSE_ON, Modes};

    #[test]
    fn a_title_is_set_only_where_it_is_known_and_without_control_characters() {
        let unknown = ["linux", "vt100", "vt220", "dumb", "", "ansi"].map(|term| (term, false));
        for (term, in_screen) in unknown.into_iter().chain([("screen", true), ("xterm", true)]) {
            let mut modes = Modes::of(term, in_screen);
            assert_eq!(modes.set_title("挂图") + &modes.enter() + &modes.leave(), "", "{term}");
        }
        for term in ["xterm", "xterm-256color", "screen", "tmux-256color", "st-256color"] {
            let mut modes = Modes::of(term, false);
            assert_eq!(
                modes.set_title("挂\x07图\x1b[1m\u{9b}"),
                format!("{KEEP}\x1b]2;挂图[1m\x07"),
                "{term}"
            );
            assert_eq!(modes.set_title("挂图"), "\x1b]2;挂图\x07", "what stood there is kept once");
            assert_eq!(modes.enter(), format!("{KEEP}\x1b]2;挂图\x07"));
            assert_eq!(modes.leave(), GIVE_BACK);
        }
    }

    #[test]
    fn the_mouse_is_given_back_only_where_it_was_taken() {
        let mut modes = Modes::of("linux", false);
        assert_eq!(modes.set_mouse(true), MOUSE_ON);
        assert_eq!((modes.enter().as_str(), modes.leave().as_str()), (MOUSE_ON, MOUSE_OFF));
        assert_eq!(modes.set_mouse(false), MOUSE_OFF);
        assert_eq!(modes.enter() + &modes.leave(), "");
    }
}
