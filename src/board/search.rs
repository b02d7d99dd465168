//! Finding a record by what a person types: text, pinyin or pinyin initials, in any case.
//! May use `domain`, `board`.

use std::ops::Range;
use std::sync::LazyLock;

use pinyin::{Pinyin, ToPinyin};

pub use crate::domain::typed::half_width;

/// The first of the Han characters that are looked up at once; their last is `\u{9FFF}`.
const HAN: char = '\u{4E00}';

/// The pinyin of these: the library's own tables are searched for every character.
static SYLLABLES: LazyLock<Vec<Option<Pinyin>>> =
    LazyLock::new(|| (HAN..='\u{9FFF}').map(|ch| ch.to_pinyin()).collect());

/// The pinyin of a character, if it has one.
pub(super) fn pinyin(ch: char) -> Option<Pinyin> {
    if ch.is_ascii() {
        return None;
    }
    let place = u32::from(ch).checked_sub(u32::from(HAN));
    let known = place.and_then(|place| SYLLABLES.get(place as usize));
    known.copied().unwrap_or_else(|| ch.to_pinyin())
}

/// What a text can be found by: itself in lower case, its full pinyin and its pinyin initials, a
/// line each. Only words with Han characters have the last two.
#[must_use]
pub fn key(text: &str) -> String {
    let mut key = String::new();
    write_key(std::iter::once((None, text)), &mut key);
    key
}

/// Whether a test holds for the pinyin initials of a text, its full pinyin or itself in lower case,
/// the shortest first: as for the lines of its key, which is not made.
pub(super) fn any_key(text: &str, holds: impl Fn(&str) -> bool) -> bool {
    let ways: [fn(Pinyin) -> &'static str; 2] = [Pinyin::first_letter, Pinyin::plain];
    let mut line = String::with_capacity(text.len() * 2);
    for way in ways {
        line.clear();
        for ch in text.chars() {
            match pinyin(ch) {
                Some(pinyin) => line.push_str(way(pinyin)),
                None => line.extend(ch.to_lowercase()),
            }
        }
        if holds(&line) {
            return true;
        }
    }
    holds(&text.to_lowercase())
}

/// Where a word in lower case stands in a text: as such, by pinyin initials, or by full pinyin; the
/// bytes of whole characters.
#[must_use]
pub fn find(text: &str, word: &str) -> Option<Range<usize>> {
    let ways: [fn(Pinyin) -> Option<&'static str>; 3] =
        [|_| None, |pinyin| Some(pinyin.first_letter()), |pinyin| Some(pinyin.plain())];
    if word.is_empty() {
        return None;
    }
    ways.into_iter().find_map(|way| {
        let mut line = String::new();
        // Where each character begins in the line, and where in the text.
        let mut starts = Vec::new();
        for (at, ch) in text.char_indices() {
            starts.push((line.len(), at));
            match pinyin(ch).and_then(way) {
                Some(letters) => line.push_str(letters),
                None => line.extend(ch.to_lowercase()),
            }
        }
        let from = line.find(word)?;
        let start = starts.iter().rev().find(|(in_line, _)| *in_line <= from)?;
        let end = starts.iter().find(|(in_line, _)| *in_line >= from + word.len());
        Some(start.1..end.map_or(text.len(), |(_, at)| *at))
    })
}

/// Writes the key of some texts, a sign before each.
pub(super) fn write_key<'a>(texts: impl Iterator<Item = (Option<char>, &'a str)>, out: &mut String) {
    let (mut full, mut initials, mut han) = (String::new(), String::new(), false);
    for (sign, text) in texts {
        for ch in sign.into_iter().chain(text.chars()) {
            if let Some(pinyin) = pinyin(ch) {
                han = true;
                out.push(ch);
                full.push_str(pinyin.plain());
                initials.push_str(pinyin.first_letter());
            } else {
                for lower in ch.to_lowercase() {
                    out.push(lower);
                    full.push(lower);
                    initials.push(lower);
                }
            }
        }
    }
    if han {
        for line in [full, initials] {
            out.push('\n');
            out.push_str(&line);
        }
    }
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

    /// The longest word, if any was typed: the one that the fewest keys have.
    #[must_use]
    pub(super) fn longest(&self) -> Option<&str> {
        self.words.iter().map(String::as_str).max_by_key(|word| word.len())
    }

    /// Whether a `key` is found.
    #[must_use]
    pub fn finds(&self, key: &str) -> bool {
        self.words.iter().all(|word| key.contains(word.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_where_it_stands() {
        let table = [
            ("演示·深海机器人", "机器", "机器"),
            ("演示·深海机器人", "hjq", "海机器"),
            ("演示·深海机器人", "shenh", "深海"),
            ("Green 海洋", "gREEN", ""),
            ("Green 海洋", "green", "Green"),
            ("Green 海洋", "n h", "n 海"),
            ("海洋", "x", ""),
            ("海洋", "", ""),
        ];
        for (text, word, want) in table {
            assert_eq!(find(text, word).map_or("", |range| &text[range]), want, "{word} in {text}");
        }
    }
}
