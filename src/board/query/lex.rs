//! Cuts what was typed into terms, each with its place in the text. Uses `typed`.

use std::ops::Range;

use crate::domain::typed::half_width;

/// A part of a typed filter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// A term.
    Term(Raw),
    /// What stands between two alternatives: `or`, `或`, `|`.
    Or,
}

/// A term as typed: half-width, without its quotes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Raw {
    /// Its bytes in the typed text, `!` and quotes included.
    pub(super) range: Range<usize>,
    /// Whether it stands for what it does not find.
    pub(super) not: bool,
    /// The words.
    pub(super) text: String,
    /// From this byte of `text` on it was quoted: no sign there means anything.
    pub(super) quoted: Option<usize>,
}

impl Raw {
    const fn at(start: usize) -> Self {
        Self { range: start..start, not: false, text: String::new(), quoted: None }
    }

    const fn is_begun(&self) -> bool {
        self.not || !self.text.is_empty() || self.quoted.is_some()
    }

    /// The part in which signs mean something.
    pub(super) fn open(&self) -> &str {
        &self.text[..self.quoted.unwrap_or(self.text.len())]
    }
}

/// The parts of a typed text, in order. Full-width signs count as their half-width twins; quotes
/// hold spaces and signs together, and one that is not closed yet goes to the end.
pub(super) fn pieces(typed: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut term = Raw::at(0);
    let mut inside = false;
    for (at, ch) in typed.char_indices() {
        let end = at + ch.len_utf8();
        let half = half_width(ch);
        if matches!(half, '"' | '“' | '”' | '「' | '」') {
            inside = !inside;
            term.quoted = term.quoted.or(Some(term.text.len()));
        } else if !inside && (half.is_whitespace() || half == '|') {
            finish(&mut pieces, std::mem::replace(&mut term, Raw::at(end)));
            if half == '|' {
                pieces.push(Piece::Or);
            }
            continue;
        } else if !inside && half == '!' && term.text.is_empty() && term.quoted.is_none() {
            term.not = !term.not;
            // Two of them say nothing, but the term is begun all the same.
        } else {
            push(&mut term.text, half);
        }
        term.range.end = end;
    }
    finish(&mut pieces, term);
    pieces
}

fn push(text: &mut String, ch: char) {
    match ch {
        '≥' | '⩾' => text.push_str(">="),
        // A line end inside quotes: the keys that are looked through have signs of that sort.
        space if space.is_whitespace() || space.is_control() => text.push(' '),
        '≤' | '⩽' => text.push_str("<="),
        other => text.push(other),
    }
}

fn finish(pieces: &mut Vec<Piece>, term: Raw) {
    if !term.is_begun() {
        return;
    }
    let plain = !term.not && term.quoted.is_none();
    let or = plain && (term.text == "或" || term.text.eq_ignore_ascii_case("or"));
    pieces.push(if or { Piece::Or } else { Piece::Term(term) });
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each term as `!text@start..end`, alternatives as `|`.
    fn cut(typed: &str) -> String {
        let say = |piece: &Piece| match piece {
            Piece::Or => "|".to_owned(),
            Piece::Term(raw) => {
                format!("{}{}@{:?}", if raw.not { "!" } else { "" }, raw.text, raw.range)
            }
        };
        pieces(typed).iter().map(say).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_text_in_its_terms() {
        let table = [
            ("", ""),
            ("  海洋 div:4 ", "海洋@2..8 div:4@9..14"),
            ("部：海洋　额＞1亿", "部:海洋@0..12 额>1亿@15..25"),
            ("a or b|c 或 d", "a@0..1 | b@5..6 | c@7..8 | d@13..14"),
            ("!a !\"or\" \"b c\"", "!a@0..2 !or@3..8 b c@9..14"),
            ("node:\"a | b\" x", "node:a | b@0..12 x@13..14"),
            ("“深 海", "深 海@0..10"),
            ("额≥5000万", "额>=5000万@0..13"),
            ("or or", "| |"),
            ("!", "!@0..1"),
        ];
        for (typed, want) in table {
            assert_eq!(cut(typed), want, "{typed}");
        }
    }
}
