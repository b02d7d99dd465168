//! What people type and sheets hold, made plain before it is read: half-width characters, lower
//! case, small numbers in digits or Han. Uses nothing.

use std::borrow::Cow;

/// The half-width twin of a full-width character (U+FF01–U+FF5E and the wide space), as an input
/// method leaves them behind; other characters stay.
#[must_use]
pub const fn half_width(ch: char) -> char {
    match ch {
        '\u{3000}' | '\u{A0}' | '\u{2009}' | '\u{202F}' => ' ',
        '\u{FF01}'..='\u{FF5E}' => match char::from_u32(ch as u32 - 0xFEE0) {
            Some(half) => half,
            None => ch,
        },
        '。' => '.',
        '\u{2212}' | '\u{2013}' => '-',
        _ => ch,
    }
}

/// A typed text in half-width characters, trimmed.
#[must_use]
pub fn plain(text: &str) -> String {
    text.chars().map(half_width).collect::<String>().trim().to_owned()
}

/// A text for comparing: half-width, in lower case, trimmed. Most are so already and are lent.
#[must_use]
pub fn folded(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    let is_folded = |ch: char| half_width(ch) == ch && !ch.is_uppercase();
    if text.chars().all(is_folded) { Cow::Borrowed(text) } else { Cow::Owned(plain(text).to_lowercase()) }
}

/// A text without the first of the words that it begins with; of several the longest should
/// stand first. Unchanged where it begins with none.
#[must_use]
pub fn without_prefix<'a>(text: &'a str, words: &[&str]) -> &'a str {
    words.iter().find_map(|word| text.strip_prefix(word)).unwrap_or(text).trim_start()
}

/// A text without the first of the words that it ends with; unchanged where it ends with none.
#[must_use]
pub fn without_suffix<'a>(text: &'a str, words: &[&str]) -> &'a str {
    words.iter().find_map(|word| text.strip_suffix(word)).unwrap_or(text).trim_end()
}

/// The number that a text begins with, and the rest: up to nine digits, or Han up to 九十九.
#[must_use]
pub fn leading_number(text: &str) -> Option<(u32, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 {
        let (number, rest) = text.split_at(digits);
        return (digits <= 9).then(|| number.parse().ok()).flatten().map(|n| (n, rest));
    }
    leading_han(text)
}

fn leading_han(text: &str) -> Option<(u32, &str)> {
    let digit = |text: &str| {
        let ch = text.chars().next()?;
        let value = "〇一二三四五六七八九".chars().position(|d| d == ch);
        let value = if ch == '两' { Some(2) } else { value };
        u32::try_from(value?).ok().map(|n| (n, ch.len_utf8()))
    };
    let (tens, rest) = match digit(text) {
        Some((n, len)) => match text[len..].strip_prefix('十') {
            Some(rest) => (n, rest),
            None => return Some((n, &text[len..])),
        },
        None => (1, text.strip_prefix('十')?),
    };
    match digit(rest) {
        Some((ones, len)) => Some((tens * 10 + ones, &rest[len..])),
        None => Some((tens * 10, rest)),
    }
}
