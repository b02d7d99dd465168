//! Finding a record by what a person types: text, pinyin or pinyin initials, in any case.
//! May use `domain`, `board`.

use pinyin::ToPinyin;

pub use crate::domain::typed::half_width;

/// What a text can be found by: itself in lower case, its full pinyin and its pinyin initials, a
/// line each. Only words with Han characters have the last two.
#[must_use]
pub fn key(text: &str) -> String {
    let mut key = text.to_lowercase();
    let mut full = String::new();
    let mut initials = String::new();
    let mut han = false;
    for (ch, pinyin) in text.chars().zip(text.to_pinyin()) {
        if let Some(pinyin) = pinyin {
            han = true;
            full.push_str(pinyin.plain());
            initials.push_str(pinyin.first_letter());
        } else {
            let lower = ch.to_lowercase();
            full.extend(lower.clone());
            initials.extend(lower);
        }
    }
    if han {
        key.push('\n');
        key.push_str(&full);
        key.push('\n');
        key.push_str(&initials);
    }
    key
}

/// What somebody typed, cut into words that must all be found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    words: Vec<String>,
}

impl Query {
    /// The words of a typed text; full-width letters and spaces count as their half-width twins.
    #[must_use]
    pub fn new(typed: &str) -> Self {
        let words = typed.chars().map(half_width).collect::<String>();
        Self { words: words.split_whitespace().map(str::to_lowercase).collect() }
    }

    /// Whether nothing was typed, so that everything is found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether a `key` is found.
    #[must_use]
    pub fn finds(&self, key: &str) -> bool {
        self.words.iter().all(|word| key.contains(word.as_str()))
    }
}
