//! What a terminal is by the name that `TERM` gives it: one table for both sides. Uses nothing of the
//! crate.

/// How many colours a terminal shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colours {
    /// None.
    Mono,
    /// Sixteen, or eight and bold.
    Sixteen,
    /// 256.
    Many,
    /// All.
    All,
}

/// What is known of a terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Known {
    /// Whether it has a cursor that can be moved.
    pub drawable: bool,
    /// Whether its window has a title that can be set.
    pub titled: bool,
    /// Whether it is certain to have lines and blocks.
    pub lines: bool,
    /// How many colours it shows.
    pub colours: Colours,
}

/// Nobody knows what it can.
const NONE: Known = Known { drawable: false, titled: false, lines: false, colours: Colours::Mono };
/// The old ones of glass.
const OLD: Known = Known { drawable: true, ..NONE };
const CONSOLE: Known = Known { colours: Colours::Sixteen, ..OLD };
/// What the table does not name.
const OTHER: Known = Known { lines: true, ..CONSOLE };
const WINDOW: Known = Known { titled: true, ..OTHER };
const RICH: Known = Known { colours: Colours::Many, ..WINDOW };

/// By the whole name or its first word, without the number at that word's end; the first row counts.
const TABLE: [(&str, Known); 27] = [
    ("", NONE),
    ("dumb", NONE),
    ("unknown", NONE),
    ("vt", OLD),
    ("linux", CONSOLE),
    ("ansi", CONSOLE),
    ("xterm-kitty", RICH),
    ("xterm-ghostty", RICH),
    ("xterm", WINDOW),
    ("screen", WINDOW),
    ("tmux", WINDOW),
    ("rxvt", WINDOW),
    ("putty", WINDOW),
    ("konsole", WINDOW),
    ("vte", WINDOW),
    ("gnome", WINDOW),
    ("st", WINDOW),
    ("mlterm", WINDOW),
    ("cygwin", WINDOW),
    ("alacritty", RICH),
    ("foot", RICH),
    ("wezterm", RICH),
    ("ghostty", RICH),
    ("contour", RICH),
    ("kitty", RICH),
    ("mintty", RICH),
    ("iterm", RICH),
];

impl Known {
    /// What is known of the terminal that `TERM` names. The name's end may say how many colours it shows.
    #[must_use]
    pub fn of(term: &str) -> Self {
        let word = term.split(|ch: char| !ch.is_ascii_alphanumeric()).next().unwrap_or_default();
        let word = word.trim_end_matches(|ch: char| ch.is_ascii_digit());
        let is = |name: &str| [term, word].iter().any(|own| own.eq_ignore_ascii_case(name));
        let known = TABLE.iter().find(|(name, _)| is(name)).map_or(OTHER, |(_, known)| *known);
        let says = |what: &str| term.contains(what);
        let colours = if known.colours == Colours::Mono || says("-mono") || term.ends_with("-m") {
            Colours::Mono
        } else if says("-direct") {
            Colours::All
        } else if says("256color") {
            Colours::Many
        } else {
            known.colours
        };
        Self { colours, ..known }
    }
}

#[cfg(test)]
mod tests {
    use super::{Colours, Known};

    #[test]
    fn a_name_says_what_the_terminal_can() {
        use Colours::{All, Many, Mono, Sixteen};
        for (term, drawable, titled, lines, colours) in [
            ("", false, false, false, Mono),
            ("dumb", false, false, false, Mono),
            ("unknown", false, false, false, Mono),
            ("vt100", true, false, false, Mono),
            ("vt220-w", true, false, false, Mono),
            ("linux", true, false, false, Sixteen),
            ("linux-16color", true, false, false, Sixteen),
            ("ansi", true, false, false, Sixteen),
            ("xterm", true, true, true, Sixteen),
            ("xterm-mono", true, true, true, Mono),
            ("xterm-256color", true, true, true, Many),
            ("xterm-direct", true, true, true, All),
            ("xterm-kitty", true, true, true, Many),
            ("screen.xterm-256color", true, true, true, Many),
            ("tmux-256color", true, true, true, Many),
            ("vte", true, true, true, Sixteen),
            ("st", true, true, true, Sixteen),
            ("st-256color", true, true, true, Many),
            ("stv52", true, false, true, Sixteen),
            ("foot", true, true, true, Many),
            ("foot-extra", true, true, true, Many),
            ("foot-direct", true, true, true, All),
            ("ghostty", true, true, true, Many),
            ("contour-latest", true, true, true, Many),
            ("iTerm2.app", true, true, true, Many),
            ("something", true, false, true, Sixteen),
        ] {
            assert_eq!(Known::of(term), Known { drawable, titled, lines, colours }, "{term}");
        }
    }
}
