//! What comes from data made fit for a screen: no control character, no bidi override, one line.
//! May use `width`.

use std::borrow::Cow;

use super::width;

/// A text without control, bidi-control and invisible formatting characters; line ends and tabs
/// become spaces.
#[must_use]
pub fn clean(text: &str) -> Cow<'_, str> {
    if text.chars().all(|ch| verdict(ch) == Verdict::Keep) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().filter_map(shown).collect())
}

/// As `clean`, but line ends stay, as `\n`: for texts that are wrapped. A terminal pastes them as
/// carriage returns.
#[must_use]
pub fn clean_lines(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.chars().filter_map(|ch| if ch == '\n' { Some(ch) } else { shown(ch) }).collect()
}

/// A text cleaned and cut to `width` cells. Reads no further into a long text than is shown.
#[must_use]
pub fn line(text: &str, width: usize, ellipsis: &str) -> String {
    // A cluster of more characters than this is no letter of any script.
    let most = width.saturating_add(2).saturating_mul(16);
    let end = text.char_indices().nth(most).map_or(text.len(), |(at, _)| at);
    let cleaned = clean(&text[..end]);
    width::cut(&cleaned, width, ellipsis).into_owned()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Keep,
    Space,
    Drop,
}

fn shown(ch: char) -> Option<char> {
    match verdict(ch) {
        Verdict::Keep => Some(ch),
        Verdict::Space => Some(' '),
        Verdict::Drop => None,
    }
}

const fn verdict(ch: char) -> Verdict {
    match ch {
        '\t' | '\n' | '\r' | '\u{0B}' | '\u{0C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Verdict::Space,
        // C0, DEL, C1; soft hyphen; bidi marks, embeddings, overrides, isolates; zero-width space
        // and invisible operators; annotation marks; tag characters.
        '\0'..='\u{1F}'
        | '\u{7F}'..='\u{9F}'
        | '\u{AD}'
        | '\u{61C}'
        | '\u{180E}'
        | '\u{200B}'
        | '\u{200E}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{FEFF}'
        | '\u{FFF9}'..='\u{FFFB}'
        | '\u{E0000}'..='\u{E007F}' => Verdict::Drop,
        _ => Verdict::Keep,
    }
}
