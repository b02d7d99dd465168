//! Meanings and how they look: views name a `Meaning`, a theme says its style, and the attached
//! terminal's colour depth says what is left of it. May use `domain::Lang`.

use ratatui::style::{Modifier, Style};

use crate::domain::Lang;

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

/// What a piece of the screen means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each name is the meaning")]
pub enum Meaning {
    Text,
    Muted,
    Title,
    Strong,
    Border,
    BorderFocus,
    Header,
    Footer,
    KeyName,
    Red,
    Yellow,
    Green,
    Grey,
    Selection,
    Match,
    Bar,
    BarEmpty,
    Pace,
    Field,
    FieldFocus,
    Error,
    Info,
    Overlay,
    Demo,
}

/// How this window looks: theme at the terminal's depth, glyphs, language.
#[derive(Debug, Clone, Default)]
pub struct Look {
    /// The language.
    pub lang: Lang,
    /// The colour depth.
    pub depth: Depth,
}

impl Look {
    /// The style of a meaning.
    #[must_use]
    pub const fn style(&self, meaning: Meaning) -> Style {
        match meaning {
            Meaning::Selection => Style::new().add_modifier(Modifier::REVERSED),
            Meaning::Title | Meaning::Strong => Style::new().add_modifier(Modifier::BOLD),
            _ => Style::new(),
        }
    }
}
