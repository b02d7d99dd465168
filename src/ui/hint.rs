//! A hint of the footer: what it prints, and what a click on it does. May use `action`, `key`, `locales`.

use super::action::Action;
use super::key::{Code, Key};
use crate::domain::Lang;
use crate::locales;

/// A key and what it does, in a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// The key as help prints it.
    pub key: String,
    /// What it does.
    pub word: String,
    /// What a click on it does; none where it only explains a sign, or stands for keys of which none is
    /// meant more than another.
    pub does: Option<Does>,
}

/// What a click on a hint does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Does {
    /// It is pressed.
    Key(Key),
    /// It is done without a key.
    Action(Action),
}

impl Hint {
    /// A hint for a key by its own name, with the word of a locale key.
    pub(super) fn key(lang: Lang, key: Key, word: &str) -> Self {
        Self::keys(lang, &key.to_string(), key, word)
    }

    /// A hint for a key without modifiers.
    pub(super) fn code(lang: Lang, code: Code, word: &str) -> Self {
        Self::key(lang, Key::plain(code), word)
    }

    /// A hint for several keys, of which a click presses one.
    pub(super) fn keys(lang: Lang, names: &str, key: Key, word: &str) -> Self {
        Self { does: Some(Does::Key(key)), ..Self::legend(lang, names, word) }
    }

    /// What a sign or a way of typing means.
    pub(super) fn legend(lang: Lang, sign: &str, word: &str) -> Self {
        Self { key: sign.to_owned(), word: locales::text(lang, word, None), does: None }
    }
}
