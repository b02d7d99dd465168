//! What a cell says apart from its text: that it is empty, or that it is text and no formula.
//! Uses nothing of the crate but `domain::typed`.

use crate::domain::typed::plain;

/// Words that offices write where they have nothing to write.
const EMPTY: &[&str] = &["-", "--", "—", "——", "/", "无", "暂无", "待定", "n/a", "#n/a", "null", "nil"];

fn is_empty_word(text: &str) -> bool {
    let text = plain(text).to_lowercase();
    text.is_empty() || EMPTY.contains(&text.as_str())
}

/// Whether a text, as a cell, would be run as a formula or be taken for empty.
fn is_unsafe(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\'', '\t', '\r']) || is_empty_word(text)
}

/// A text as a cell that a spreadsheet shows and never runs; an import gives the text back.
#[must_use]
pub fn guarded(text: String) -> String {
    if !text.is_empty() && is_unsafe(&text) { format!("'{text}") } else { text }
}

/// What a cell says; none where it is empty.
pub(super) fn bare(cell: &str) -> Option<&str> {
    if let Some(text) = cell.strip_prefix('\'')
        && is_unsafe(text)
    {
        return Some(text);
    }
    (!is_empty_word(cell)).then_some(cell)
}
