//! Why a text is no theme: where, and in which words a person is told. May use `locales`.

use crate::domain::Lang;
use crate::say;

/// Why a text is no theme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The line, counted from one; none where it is the file as a whole.
    pub line: Option<usize>,
    /// What is wrong there.
    pub cause: Cause,
}

/// What is wrong with a theme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cause {
    /// It is not TOML.
    Syntax,
    /// Themes have no such key, table or meaning.
    Unknown(String),
    /// What stands at this key is of the wrong kind.
    Value(String),
    /// There is no such colour.
    Colour {
        /// Where it stands.
        key: String,
        /// What stands there.
        colour: String,
    },
    /// Neither a style nor the palette says how text looks, on which all else falls back.
    NoText,
    /// The file is longer than a theme may be.
    TooLong,
    /// The themes before it have left no room for it.
    NoRoom,
    /// There are more themes before it than are read.
    TooMany,
}

impl Fault {
    /// The sentence that a person reads.
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> String {
        let what = match &self.cause {
            Cause::Syntax => say!(lang, "theme-no-toml"),
            Cause::Unknown(key) => say!(lang, "theme-unknown", key = key.as_str()),
            Cause::Value(key) => say!(lang, "theme-value", key = key.as_str()),
            Cause::Colour { key, colour } => {
                say!(lang, "theme-colour", key = key.as_str(), colour = colour.as_str())
            }
            Cause::NoText => say!(lang, "theme-no-text"),
            Cause::TooLong => say!(lang, "theme-too-long", room = super::ROOM / 1024),
            Cause::NoRoom => say!(lang, "theme-no-room", room = super::ALL_ROOM / 1024),
            Cause::TooMany => say!(lang, "theme-too-many", most = super::MOST),
        };
        match self.line {
            Some(line) => say!(lang, "theme-line", line = line, what = what),
            None => what,
        }
    }
}
