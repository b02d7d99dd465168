//! What a cell says apart from its text: that it is empty, that the table ends, or that it is
//! text and no formula.
//! Uses nothing of the crate but `domain::typed`.

use crate::domain::typed::plain;

/// Words that offices write where they have nothing to write.
const EMPTY: &[&str] = &["-", "--", "—", "——", "/", "无", "暂无", "待定", "n/a", "#n/a", "null", "nil"];

/// The longest of them in full-width letters, in bytes.
const LONGEST: usize = 12;

fn is_empty_word(text: &str) -> bool {
    let text = text.trim();
    // Asked of every cell: most are longer.
    if text.len() > LONGEST {
        return false;
    }
    let text = plain(text).to_lowercase();
    text.is_empty() || EMPTY.contains(&text.as_str())
}

/// Whether a text, as a cell, would be run as a formula or be taken for something else.
fn is_unsafe(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\'', '\t', '\r']) || is_empty_word(text) || end(text).is_some()
}

/// A text as a cell that a spreadsheet shows and never runs; an import gives the text back.
#[must_use]
pub fn guarded(text: String) -> String {
    if !text.is_empty() && is_unsafe(&text) { format!("'{text}") } else { text }
}

/// A text as a cell of a typed sheet, which runs no text: only what an import would take for
/// nothing, for the end of the table or for a guard is guarded.
pub(super) fn marked(text: String) -> String {
    let is_taken = text.starts_with('\'') || is_empty_word(&text) || end(&text).is_some();
    if !text.is_empty() && is_taken { format!("'{text}") } else { text }
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

/// A header without its guard.
pub(super) fn shown(header: &str) -> &str {
    header.strip_prefix('\'').filter(|text| is_unsafe(text)).unwrap_or(header)
}

/// The words of a first cell without spaces and colons: `合 计：` is 合计.
fn squeezed(words: &str) -> String {
    plain(words).chars().filter(|c| !c.is_whitespace() && *c != ':').collect::<String>().to_lowercase()
}

/// What a row is, by the words that it begins with, that is no data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// It sums up those above it, and more follow.
    Subtotal,
    /// It sums up the table, and ends it.
    Total,
    /// It is a note below the table.
    Note,
}

/// What a row that begins so is if it is no data.
pub(super) fn end(words: &str) -> Option<End> {
    match squeezed(words).as_str() {
        "小计" | "本页小计" | "subtotal" => return Some(End::Subtotal),
        "合计" | "总计" | "共计" | "total" | "grandtotal" => return Some(End::Total),
        "备注" | "注" | "说明" => return Some(End::Note),
        _ => {}
    }
    let words = plain(words);
    let notes = ["注:", "备注:", "说明:", "填表说明", "填表人", "填报人", "数据来源:"];
    notes.iter().any(|start| words.starts_with(start)).then_some(End::Note)
}
