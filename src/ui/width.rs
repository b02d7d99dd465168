//! How wide shown text is, in terminal cells: the only file that measures it. Works by grapheme
//! cluster; East-Asian wide characters are two cells, ambiguous ones count as one. Uses nothing.

use std::borrow::Cow;

use ratatui::buffer::CellWidth;
use unicode_segmentation::UnicodeSegmentation;

/// The cells that a text takes.
#[must_use]
pub fn of(text: &str) -> usize {
    clusters(text).map(|(_, width)| width).sum()
}

/// The cells that a text takes, as a rectangle counts them.
#[must_use]
pub fn cells(text: &str) -> u16 {
    u16::try_from(of(text)).unwrap_or(u16::MAX)
}

/// As `graphemes`, forwards only, and several times as fast where a text is what texts mostly are.
pub fn clusters(text: &str) -> impl Iterator<Item = (&str, usize)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let (cluster, cells) = first(rest)?;
        rest = &rest[cluster.len()..];
        Some((cluster, cells))
    })
}

fn first(text: &str) -> Option<(&str, usize)> {
    let mut chars = text.chars();
    let ch = chars.next()?;
    let end = text.len() - chars.as_str().len();
    match alone(ch) {
        Some(cells) if chars.next().is_none_or(|next| alone(next).is_some()) => Some((&text[..end], cells)),
        _ => graphemes(text).next(),
    }
}

/// The cells of a character that is a cluster of its own before any other such: Han, the letters
/// and signs of ASCII, punctuation, lines. None for all others.
const fn alone(ch: char) -> Option<usize> {
    match ch {
        ' '..='~' | '·' | '—' | '‘'..='”' | '…' | '\u{2500}'..='\u{259F}' => Some(1),
        '、'..='】' | '\u{4E00}'..='\u{9FFF}' | '！'..='～' => Some(2),
        _ => None,
    }
}

/// The grapheme clusters of a text with the cells that each takes, as ratatui draws them: one
/// with a control character is not drawn.
pub fn graphemes(text: &str) -> impl DoubleEndedIterator<Item = (&str, usize)> {
    text.graphemes(true).map(|cluster| {
        let drawn = !cluster.contains(char::is_control);
        (cluster, if drawn { usize::from(cluster.cell_width()) } else { 0 })
    })
}

/// The longest beginning of a text that is no wider than `width`, and the cells it takes.
#[must_use]
pub fn fit(text: &str, width: usize) -> (&str, usize) {
    let mut taken = 0;
    let mut end = 0;
    for (cluster, cells) in clusters(text) {
        if taken + cells > width {
            break;
        }
        taken += cells;
        end += cluster.len();
    }
    (&text[..end], taken)
}

/// The text cut to at most `width` cells; `ellipsis` ends it where something was cut off.
#[must_use]
pub fn cut<'a>(text: &'a str, width: usize, ellipsis: &str) -> Cow<'a, str> {
    let (whole, _) = fit(text, width);
    if whole.len() == text.len() {
        return Cow::Borrowed(text);
    }
    let room = width.saturating_sub(of(ellipsis));
    if room == 0 {
        return Cow::Borrowed(whole);
    }
    let (start, _) = fit(text, room);
    Cow::Owned(format!("{start}{ellipsis}"))
}

/// The text at the left of exactly `width` cells.
#[must_use]
pub fn left(text: &str, width: usize, ellipsis: &str) -> String {
    let mut out = cut(text, width, ellipsis).into_owned();
    let room = width.saturating_sub(of(&out));
    out.extend(std::iter::repeat_n(' ', room));
    out
}

/// The text at the right of exactly `width` cells.
#[must_use]
pub fn right(text: &str, width: usize, ellipsis: &str) -> String {
    let cut = cut(text, width, ellipsis);
    format!("{}{cut}", " ".repeat(width.saturating_sub(of(&cut))))
}

/// The text in the middle of exactly `width` cells.
#[must_use]
pub fn centre(text: &str, width: usize, ellipsis: &str) -> String {
    let cut = cut(text, width, ellipsis);
    let room = width.saturating_sub(of(&cut));
    format!("{}{cut}{}", " ".repeat(room / 2), " ".repeat(room - room / 2))
}

/// The part of a text that shows through a window of `width` cells that begins at cell `from`.
/// A wide character that the window's edge would halve is shown as a space.
#[must_use]
pub fn window(text: &str, from: usize, width: usize) -> String {
    let end = from.saturating_add(width);
    let mut out = String::new();
    let mut at = 0;
    for (cluster, cells) in graphemes(text) {
        let next = at + cells;
        if at >= from && next <= end {
            out.push_str(cluster);
        } else if next > from && at < end {
            out.push_str(&" ".repeat(next.min(end) - at.max(from)));
        }
        at = next;
        if at >= end {
            break;
        }
    }
    out
}

/// The text in lines of at most `width` cells: broken at its own line ends, between words and
/// between Han characters, with closing punctuation kept to what it closes. A word wider than
/// the line is broken inside. At least one line, which may be empty.
#[must_use]
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let width = width.max(2);
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        wrap_paragraph(paragraph, width, &mut lines);
    }
    lines
}

fn wrap_paragraph(paragraph: &str, width: usize, lines: &mut Vec<String>) {
    let mut line = String::new();
    let mut taken = 0;
    for word in words(paragraph) {
        let cells = of(&word);
        if taken + cells > width && taken > 0 && taken + of(word.trim_end()) > width {
            lines.push(std::mem::take(&mut line).trim_end().to_owned());
            taken = 0;
        }
        if taken == 0 && cells > width {
            // A cluster wider than the whole line cannot be shown at all.
            for (cluster, cells) in graphemes(&word).filter(|(_, cells)| *cells <= width) {
                if taken + cells > width {
                    lines.push(std::mem::take(&mut line));
                    taken = 0;
                }
                line.push_str(cluster);
                taken += cells;
            }
            continue;
        }
        line.push_str(&word);
        taken += cells;
    }
    lines.push(line.trim_end().to_owned());
}

/// The pieces between which a line may end: a word with the spaces and closing signs after it.
fn words(paragraph: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    for piece in paragraph.split_word_bounds() {
        let hangs = piece.chars().all(|ch| ch.is_whitespace() || CLOSING.contains(ch));
        match pieces.last_mut() {
            Some(last) if hangs || last.chars().next_back().is_some_and(|ch| OPENING.contains(ch)) => {
                last.push_str(piece);
            }
            _ => pieces.push(piece.to_owned()),
        }
    }
    pieces
}

const CLOSING: &str = ",.;:!?)]}%，。、；：！？）》」』”’…·％";
const OPENING: &str = "([{（《「『“‘";

#[cfg(test)]
mod tests {
    use super::{alone, clusters, graphemes};

    /// Every character that is measured alone.
    fn signs() -> Vec<char> {
        ('\0'..='\u{FFFF}').filter(|ch| alone(*ch).is_some()).collect()
    }

    fn assert_same(text: &str) {
        let fast: Vec<_> = clusters(text).collect();
        assert_eq!(fast, graphemes(text).collect::<Vec<_>>(), "{text:?}");
    }

    #[test]
    fn a_character_that_is_measured_alone_is_a_cluster_of_its_own() {
        let all = signs();
        for (first, second) in all.iter().zip(all.iter().rev()).chain(all.iter().zip(&all[1..])) {
            assert_same(&first.to_string());
            assert_same(&format!("{first}{second}a{first}中{second}"));
            assert_same(&format!("{first}\u{301}{second}\u{FE0F}{first}\u{200D}"));
        }
    }

    #[test]
    fn what_joins_its_neighbours_is_found_with_them() {
        for text in [
            "",
            "海洋e\u{301}物",
            "\u{301}海",
            "1\u{FE0F}\u{20E3}海",
            "海\u{7}b\r\n",
            "a👨\u{200D}👩\u{200D}👧海",
            "🇨🇳🇩🇪🇫",
            "각각한글",
            "क्षि海",
        ] {
            assert_same(text);
        }
    }
}
