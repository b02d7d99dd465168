//! How meanings look: a theme says their style, and the attached terminal's colour depth says what
//! is left of it. May use `domain::Lang`, `meaning`, `theme`, `glyph`.

use ratatui::style::{Color, Style};

use super::glyph::{self, Glyphs};
pub use super::meaning::{Meaning, Part};
use super::theme::{self, Entry, Paint, Theme};
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
    /// others tell by a background is told by reversal there; see `Theme::at_16` for 16 colours.
    #[must_use]
    pub fn new(theme: &Theme, depth: Depth, glyphs: &'static Glyphs, lang: Lang) -> Self {
        let style = |meaning: &Meaning| {
            let entry = match depth {
                Depth::Mono => theme::mono().entry(*meaning),
                Depth::Ansi16 => theme.at_16(*meaning),
                Depth::Ansi256 | Depth::True => theme.entry(*meaning),
            };
            style(entry, depth)
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

fn style(entry: Entry, depth: Depth) -> Style {
    let mut style = Style::new().add_modifier(entry.modifiers);
    style.fg = entry.fg.and_then(|paint| at_depth(paint, depth));
    style.bg = entry.bg.and_then(|paint| at_depth(paint, depth));
    style
}

/// What is left of a colour at a depth.
fn at_depth(paint: Paint, depth: Depth) -> Option<Color> {
    match (paint, depth) {
        (_, Depth::Mono) | (Paint::Rgb { .. }, Depth::Ansi16) => None,
        (Paint::Default, _) => Some(Color::Reset),
        (Paint::Ansi(colour), _) => Some(colour),
        (Paint::Rgb { rgb, index }, Depth::Ansi256) => {
            Some(Color::Indexed(index.unwrap_or_else(|| nearest_256(rgb))))
        }
        (Paint::Rgb { rgb: [r, g, b], .. }, Depth::True) => Some(Color::Rgb(r, g, b)),
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

/// Squared distance, weighted as the eye weighs the three.
fn distance(a: [u8; 3], b: [u8; 3]) -> u32 {
    let part = |i: usize, weight: u32| weight * u32::from(a[i].abs_diff(b[i])).pow(2);
    part(0, 3) + part(1, 6) + part(2, 2)
}
