//! Meanings and how they look: views name a `Meaning`, a theme says its style, and the attached
//! terminal's colour depth says what is left of it. May use `domain::Lang`, `theme`, `glyph`.

use ratatui::style::{Color, Style};

use super::glyph::{self, Glyphs};
use super::theme::{self, Paint, Theme};
use crate::domain::Lang;
use crate::domain::light::Signal;

/// How many colours the attached terminal shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Depth {
    /// None: bold, underline and reverse only.
    Mono,
    /// The 16 of the terminal's own palette.
    Ansi16,
    /// The 256 of xterm.
    #[default]
    Ansi256,
    /// 24 bits.
    True,
}

macro_rules! meanings {
    ($($name:ident = $key:literal $(, $parent:ident)?;)+) => {
        /// What a piece of the screen means.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[expect(missing_docs, reason = "each name is the meaning")]
        pub enum Meaning { $($name,)+ }

        impl Meaning {
            /// All meanings.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// The key in a theme.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self { $(Self::$name => $key,)+ }
            }

            /// The meaning whose style it takes where a theme is silent; none for `Text`, which
            /// no theme may leave out.
            #[must_use]
            pub const fn parent(self) -> Option<Self> {
                match self { $(Self::$name => meanings!(@parent $($parent)?),)+ }
            }
        }
    };
    (@parent) => { None };
    (@parent $parent:ident) => { Some(Self::$parent) };
}

// Each with the key in a theme and the meaning it falls back to.
meanings! {
    Text = "text";
    Muted = "muted", Text;
    Strong = "strong", Text;
    Accent = "accent", Strong;
    Title = "title", Strong;
    Border = "border", Muted;
    BorderFocus = "border-focus", Accent;
    Header = "header", Text;
    Footer = "footer", Muted;
    KeyName = "key-name", Accent;
    Column = "column", Muted;
    Red = "red", Strong;
    Yellow = "yellow", Text;
    Green = "green", Text;
    Grey = "grey", Muted;
    Selection = "selection", Strong;
    Match = "match", Accent;
    Bar = "bar", Accent;
    BarEmpty = "bar-empty", Muted;
    Pace = "pace", Strong;
    Overlay = "overlay", Text;
    Label = "label", Muted;
    Hint = "hint", Muted;
    Field = "field", Text;
    FieldFocus = "field-focus", Field;
    Error = "error", Red;
    Wrong = "wrong", Error;
    Warning = "warning", Yellow;
    Info = "info", Text;
    Demo = "demo", Warning;
    Past = "past", Header;
    PastSign = "past-sign", Demo;
    Big = "big", Title;
    Fresh = "fresh", Match;
    Overrun = "overrun", Warning;
}

impl From<Signal> for Meaning {
    /// The meaning that a light's signal is drawn with.
    fn from(signal: Signal) -> Self {
        match signal {
            Signal::Grey => Self::Grey,
            Signal::Green | Signal::Dot => Self::Green,
            Signal::Yellow => Self::Yellow,
            Signal::Red => Self::Red,
        }
    }
}

/// How this window looks: a theme at the terminal's depth, glyphs, language.
#[derive(Debug, Clone)]
pub struct Look {
    /// The language.
    pub lang: Lang,
    /// The colour depth.
    pub depth: Depth,
    /// The signs to draw with.
    pub glyphs: &'static Glyphs,
    styles: Vec<Style>,
}

impl Default for Look {
    /// The dark theme at 256 colours with lines and blocks, in Chinese.
    fn default() -> Self {
        Self::new(theme::default(), Depth::default(), &glyph::UNICODE, Lang::default())
    }
}

impl Look {
    /// A theme at a depth. Without colours every theme looks as the `mono` one does, since what
    /// others tell by a background is told by reversal there.
    #[must_use]
    pub fn new(theme: &Theme, depth: Depth, glyphs: &'static Glyphs, lang: Lang) -> Self {
        let theme = if depth == Depth::Mono { theme::mono() } else { theme };
        let style = |meaning: &Meaning| {
            let entry = theme.entry(*meaning);
            let mut style = Style::new().add_modifier(entry.modifiers);
            style.fg = entry.fg.and_then(|paint| at_depth(paint, depth));
            style.bg = entry.bg.and_then(|paint| at_depth(paint, depth));
            style
        };
        Self { lang, depth, glyphs, styles: Meaning::ALL.iter().map(style).collect() }
    }

    /// The style of a meaning. A colour that the theme does not say is left as it is underneath.
    #[must_use]
    pub fn style(&self, meaning: Meaning) -> Style {
        self.styles.get(meaning as usize).copied().unwrap_or_default()
    }

    /// The style of a light's signal.
    #[must_use]
    pub fn signal(&self, signal: Signal) -> Style {
        self.style(signal.into())
    }

    /// A sign that is put between two things said in one line, with its spaces.
    #[must_use]
    pub fn between(&self) -> String {
        format!(" {} ", self.glyphs.dot)
    }
}

/// What is left of a colour at a depth.
#[must_use]
pub fn at_depth(paint: Paint, depth: Depth) -> Option<Color> {
    let Paint::Rgb { rgb: [r, g, b], ansi } = paint else {
        return Some(Color::Reset);
    };
    match depth {
        Depth::Mono => None,
        Depth::Ansi16 => Some(ansi.unwrap_or_else(|| nearest_ansi([r, g, b]))),
        Depth::Ansi256 => Some(Color::Indexed(nearest_256([r, g, b]))),
        Depth::True => Some(Color::Rgb(r, g, b)),
    }
}

const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];

/// The red, green and blue of an index of xterm's 256, from 16 on.
#[must_use]
pub fn of_256(index: u8) -> [u8; 3] {
    match index {
        232..=255 => [8 + (index - 232) * 10; 3],
        16..=231 => {
            let i = index - 16;
            [i / 36, i / 6 % 6, i % 6].map(|step| STEPS[usize::from(step)])
        }
        _ => [0; 3],
    }
}

/// The nearest of xterm's cube and grey ramp. The first 16 are left out: terminals repaint them.
fn nearest_256(rgb: [u8; 3]) -> u8 {
    (16..=255).min_by_key(|index| distance(rgb, of_256(*index))).unwrap_or(16)
}

/// The 16 colours as most terminals draw them.
const ANSI: [(Color, [u8; 3]); 16] = [
    (Color::Black, [0, 0, 0]),
    (Color::Red, [187, 0, 0]),
    (Color::Green, [0, 187, 0]),
    (Color::Yellow, [187, 187, 0]),
    (Color::Blue, [0, 0, 187]),
    (Color::Magenta, [187, 0, 187]),
    (Color::Cyan, [0, 187, 187]),
    (Color::Gray, [187, 187, 187]),
    (Color::DarkGray, [85, 85, 85]),
    (Color::LightRed, [255, 85, 85]),
    (Color::LightGreen, [85, 255, 85]),
    (Color::LightYellow, [255, 255, 85]),
    (Color::LightBlue, [85, 85, 255]),
    (Color::LightMagenta, [255, 85, 255]),
    (Color::LightCyan, [85, 255, 255]),
    (Color::White, [255, 255, 255]),
];

fn nearest_ansi(rgb: [u8; 3]) -> Color {
    ANSI.iter().min_by_key(|(_, of)| distance(rgb, *of)).map_or(Color::Reset, |(colour, _)| *colour)
}

/// The colour among the 16 that a theme names: `bright-red`, `black` …
#[must_use]
pub(super) fn ansi_by_name(name: &str) -> Option<Color> {
    const NAMES: [&str; 16] = [
        "black",
        "red",
        "green",
        "yellow",
        "blue",
        "magenta",
        "cyan",
        "white",
        "bright-black",
        "bright-red",
        "bright-green",
        "bright-yellow",
        "bright-blue",
        "bright-magenta",
        "bright-cyan",
        "bright-white",
    ];
    let place = NAMES.iter().position(|known| *known == name)?;
    ANSI.get(place).map(|(colour, _)| *colour)
}

/// Squared distance, weighted as the eye weighs the three.
fn distance(a: [u8; 3], b: [u8; 3]) -> u32 {
    let part = |i: usize, weight: u32| weight * u32::from(a[i].abs_diff(b[i])).pow(2);
    part(0, 3) + part(1, 6) + part(2, 2)
}
