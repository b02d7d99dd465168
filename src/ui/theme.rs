//! Themes: TOML files that give each meaning a style, written once in RGB with, where the nearest
//! is not the best, the colour to take among a terminal's 16. May use `style`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use ratatui::style::{Color, Modifier};
use serde::Deserialize;

use super::style::{Meaning, ansi_by_name};

/// A colour of a theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paint {
    /// What the terminal has by itself.
    Default,
    /// A colour.
    Rgb {
        /// Red, green, blue.
        rgb: [u8; 3],
        /// The one to take of 16; the nearest where the theme names none.
        ansi: Option<Color>,
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

/// A theme: a style for every meaning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    /// The name that `:theme` takes and the preferences keep.
    pub name: String,
    /// What it is called in Chinese.
    pub zh: String,
    /// What it is called in English.
    pub en: String,
    entries: Vec<Entry>,
}

impl Theme {
    /// The style of a meaning.
    #[must_use]
    pub fn entry(&self, meaning: Meaning) -> Entry {
        self.entries.get(meaning as usize).copied().unwrap_or_default()
    }

    /// What it is called in a language.
    #[must_use]
    pub const fn label(&self, lang: crate::domain::Lang) -> &str {
        lang.pick(self.zh.as_str(), self.en.as_str())
    }
}

/// Why a text is no theme.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ThemeError {
    /// It is not TOML, or a table has a key that themes do not have; in the parser's words.
    #[error("{0}")]
    Syntax(String),
    /// There is no such meaning.
    #[error("styles.{0}: no such meaning")]
    Meaning(String),
    /// A style names a colour that is neither `#rrggbb`, nor `default`, nor in the palette.
    #[error("{key}: no colour {colour:?}")]
    Colour {
        /// Where it stands.
        key: String,
        /// What stands there.
        colour: String,
    },
    /// `styles.text` is missing, on which all else falls back.
    #[error("styles.text: missing")]
    NoText,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    name: String,
    zh: String,
    en: String,
    #[serde(default)]
    palette: BTreeMap<String, String>,
    #[serde(default)]
    ansi: BTreeMap<String, String>,
    styles: BTreeMap<String, FileEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "the file names each attribute")]
struct FileEntry {
    fg: Option<String>,
    bg: Option<String>,
    bold: bool,
    dim: bool,
    underline: bool,
    reverse: bool,
}

/// A theme from the text of its file.
///
/// # Errors
/// `ThemeError` with the key that is wrong.
pub fn parse(text: &str) -> Result<Theme, ThemeError> {
    let file: File = toml::from_str(text).map_err(|error| ThemeError::Syntax(error.to_string()))?;
    let palette = palette(&file)?;
    let mut given: Vec<Option<Entry>> = vec![None; Meaning::ALL.len()];
    for (key, entry) in &file.styles {
        let meaning = Meaning::ALL.iter().find(|meaning| meaning.key() == key);
        let meaning = meaning.ok_or_else(|| ThemeError::Meaning(key.clone()))?;
        given[*meaning as usize] = Some(read_entry(key, entry, &palette)?);
    }
    if given[Meaning::Text as usize].is_none() {
        return Err(ThemeError::NoText);
    }
    let entries = Meaning::ALL.iter().map(|meaning| inherited(*meaning, &given)).collect();
    Ok(Theme { name: file.name, zh: file.zh, en: file.en, entries })
}

fn inherited(meaning: Meaning, given: &[Option<Entry>]) -> Entry {
    let mut at = Some(meaning);
    while let Some(now) = at {
        if let Some(entry) = given[now as usize] {
            return entry;
        }
        at = now.parent();
    }
    Entry::default()
}

fn palette(file: &File) -> Result<BTreeMap<&str, Paint>, ThemeError> {
    let bad = |table: &str, name: &str, colour: &str| ThemeError::Colour {
        key: format!("{table}.{name}"),
        colour: colour.to_owned(),
    };
    for (name, colour) in &file.ansi {
        if !file.palette.contains_key(name) {
            return Err(bad("ansi", name, name));
        }
        ansi_by_name(colour).ok_or_else(|| bad("ansi", name, colour))?;
    }
    let paint = |(name, colour): (&'_ String, &String)| {
        let rgb = hex(colour).ok_or_else(|| bad("palette", name, colour))?;
        Ok(Paint::Rgb { rgb, ansi: file.ansi.get(name).and_then(|of| ansi_by_name(of)) })
    };
    file.palette.iter().map(|(name, colour)| Ok((name.as_str(), paint((name, colour))?))).collect()
}

fn read_entry(key: &str, entry: &FileEntry, palette: &BTreeMap<&str, Paint>) -> Result<Entry, ThemeError> {
    let paint = |colour: &Option<String>| match colour.as_deref() {
        None => Ok(None),
        Some("default") => Ok(Some(Paint::Default)),
        Some(name) => palette
            .get(name)
            .copied()
            .or_else(|| hex(name).map(|rgb| Paint::Rgb { rgb, ansi: None }))
            .map(Some)
            .ok_or_else(|| ThemeError::Colour { key: format!("styles.{key}"), colour: name.to_owned() }),
    };
    let modifiers = [
        (entry.bold, Modifier::BOLD),
        (entry.dim, Modifier::DIM),
        (entry.underline, Modifier::UNDERLINED),
        (entry.reverse, Modifier::REVERSED),
    ];
    let modifiers = modifiers.into_iter().filter(|(on, _)| *on).map(|(_, modifier)| modifier).collect();
    Ok(Entry { fg: paint(&entry.fg)?, bg: paint(&entry.bg)?, modifiers })
}

/// `#rrggbb`.
fn hex(text: &str) -> Option<[u8; 3]> {
    let digits = text.strip_prefix('#').filter(|d| d.len() == 6 && d.is_ascii())?;
    let byte = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok();
    Some([byte(0)?, byte(2)?, byte(4)?])
}

/// The sources of the themes that ship, the default one first, `mono` last.
pub const SOURCES: [&str; 5] = [
    include_str!("../../themes/dark.toml"),
    include_str!("../../themes/light.toml"),
    include_str!("../../themes/high-contrast.toml"),
    include_str!("../../themes/safe.toml"),
    include_str!("../../themes/mono.toml"),
];

static SHIPPED: LazyLock<Vec<Theme>> = LazyLock::new(|| {
    // A slip in a shipped file is refused by a test; the bare theme keeps every index below valid.
    SOURCES.iter().map(|source| parse(source).unwrap_or_else(|_| bare())).collect()
});

fn bare() -> Theme {
    Theme { name: String::new(), zh: String::new(), en: String::new(), entries: Vec::new() }
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

/// The shipped theme with a name.
#[must_use]
pub fn by_name(name: &str) -> Option<&'static Theme> {
    SHIPPED.iter().find(|theme| theme.name == name)
}
