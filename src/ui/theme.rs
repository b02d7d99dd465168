//! Themes: TOML files that give each meaning a style, and those that ship. Written once in RGB, they
//! are mapped to what a terminal has. May use `style`, `reading`.

mod fault;
mod gallery;
mod reading;

use std::sync::LazyLock;

use ratatui::style::{Color, Modifier};

pub use fault::{Cause, Fault};
pub use gallery::{ALL_ROOM, Gallery, MOST, OwnFile, ROOM, Shown};
pub use reading::{luminance, parse};

use super::style::Meaning;
use crate::domain::Lang;

/// A colour of a theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paint {
    /// What the terminal has by itself.
    Default,
    /// One of the 16 of the terminal's own palette.
    Ansi(Color),
    /// A colour.
    Rgb {
        /// Red, green, blue.
        rgb: [u8; 3],
        /// The one to take of 256; the nearest where the theme names none.
        index: Option<u8>,
    },
}

/// The style of one meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Entry {
    /// The colour of the characters; as underneath where none.
    pub fg: Option<Paint>,
    /// The colour behind them; as underneath where none.
    pub bg: Option<Paint>,
    /// Bold, dim, underline, reverse.
    pub modifiers: Modifier,
}

/// What a theme is made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// A desk.
    #[default]
    Desk,
    /// A hall: every text at 7:1.
    Projector,
    /// Eyes that do not tell red from green.
    Safe,
    /// A terminal of 16 colours.
    Sixteen,
    /// No colour at all.
    Mono,
}

impl Sort {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Desk, Self::Projector, Self::Safe, Self::Sixteen, Self::Mono];

    /// The word in a theme's file.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Desk => "desk",
            Self::Projector => "projector",
            Self::Safe => "safe",
            Self::Sixteen => "sixteen",
            Self::Mono => "mono",
        }
    }
}

/// A theme: a style for every meaning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    /// The name that `:theme` takes and the preferences keep.
    pub name: String,
    /// What it is called in Chinese.
    pub zh: String,
    /// What it is called in English.
    pub en: String,
    /// What it is made for.
    pub sort: Sort,
    /// Whether its ground is dark.
    pub dark: bool,
    entries: Vec<Entry>,
    sixteen: Vec<Option<Entry>>,
}

impl Theme {
    /// The style of a meaning.
    #[must_use]
    pub fn entry(&self, meaning: Meaning) -> Entry {
        self.entries.get(meaning as usize).copied().unwrap_or_default()
    }

    /// The style of a meaning on a terminal of 16 colours: what the theme says of it for those, else
    /// that of the theme made for them, which was measured where a mapped colour could not be.
    #[must_use]
    pub fn at_16(&self, meaning: Meaning) -> Entry {
        match self.sort {
            Sort::Sixteen | Sort::Mono => self.entry(meaning),
            _ => {
                let own = self.sixteen.get(meaning as usize).copied().flatten();
                own.unwrap_or_else(|| sixteen(self.dark).entry(meaning))
            }
        }
    }

    /// What it is called in a language.
    #[must_use]
    pub const fn label(&self, lang: Lang) -> &str {
        lang.pick(self.zh.as_str(), self.en.as_str())
    }
}

/// The sources of the themes that ship by their names, the default one first, `mono` last.
pub const SOURCES: [(&str, &str); 12] = [
    ("dark", include_str!("../../themes/dark.toml")),
    ("light", include_str!("../../themes/light.toml")),
    ("night", include_str!("../../themes/night.toml")),
    ("fog", include_str!("../../themes/fog.toml")),
    ("paper", include_str!("../../themes/paper.toml")),
    ("safe", include_str!("../../themes/safe.toml")),
    ("safe-light", include_str!("../../themes/safe-light.toml")),
    ("projector-dark", include_str!("../../themes/projector-dark.toml")),
    ("projector-light", include_str!("../../themes/projector-light.toml")),
    ("sixteen", include_str!("../../themes/sixteen.toml")),
    ("sixteen-light", include_str!("../../themes/sixteen-light.toml")),
    ("mono", include_str!("../../themes/mono.toml")),
];

/// Names that preferences may still hold, and what they are called now.
const RENAMED: [(&str, &str); 1] = [("high-contrast", "projector-dark")];

static SHIPPED: LazyLock<Vec<Theme>> = LazyLock::new(|| {
    // A slip in a shipped file is refused by a test; the bare theme keeps every index below valid.
    SOURCES.iter().map(|(name, text)| parse(name, text).unwrap_or_else(|_| bare(name))).collect()
});

fn bare(name: &str) -> Theme {
    Theme {
        name: name.to_owned(),
        zh: String::new(),
        en: String::new(),
        sort: Sort::Desk,
        dark: true,
        entries: Vec::new(),
        sixteen: Vec::new(),
    }
}

/// The themes that ship, the default one first.
#[must_use]
pub fn shipped() -> &'static [Theme] {
    &SHIPPED
}

/// The theme that a person has who chose none.
#[must_use]
pub fn default() -> &'static Theme {
    &SHIPPED[0]
}

/// The theme without colours.
#[must_use]
pub fn mono() -> &'static Theme {
    &SHIPPED[SOURCES.len() - 1]
}

/// The shipped theme with a name, or with the name it had before.
#[must_use]
pub fn by_name(name: &str) -> Option<&'static Theme> {
    let now = RENAMED.iter().find(|(before, _)| *before == name).map_or(name, |(_, now)| now);
    SHIPPED.iter().find(|theme| theme.name == now)
}

/// The theme for a hall that is dark or light.
#[must_use]
pub fn projector(dark: bool) -> &'static Theme {
    made_for(Sort::Projector, dark)
}

/// The theme for a terminal of 16 colours on a dark or a light ground.
fn sixteen(dark: bool) -> &'static Theme {
    made_for(Sort::Sixteen, dark)
}

fn made_for(sort: Sort, dark: bool) -> &'static Theme {
    SHIPPED.iter().find(|theme| theme.sort == sort && theme.dark == dark).unwrap_or_else(default)
}
