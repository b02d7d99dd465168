//! Rows that divide a table instead of holding data: 「一、海洋生物」, 「海洋生物事业部」 alone in
//! a merged cell. May use `grid`, `head`.

use super::head::Head;
use super::{Grid, Row};
use crate::domain::typed::plain;

/// What a table's first column is called where it only numbers the rows.
const NUMBERS: &[&str] = &["序号", "no", "no.", "#", "序"];
/// What the name of a part of the house ends with.
const PARTS: &[&str] = &["事业部", "专班", "招商组", "工作组", "专项组"];
/// A merged cell of so many columns stands for a whole row.
const WIDE: u32 = 3;

/// Whether a section stands in another: `（一）` within `一、`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Level {
    Upper,
    Lower,
}

/// What tells the sections of one table.
pub(super) struct Sections<'a> {
    grid: &'a Grid,
    headers: &'a [String],
    /// The column that numbers the rows, where its numbers are digits.
    numbers: Option<usize>,
}

impl<'a> Sections<'a> {
    pub(super) fn of(grid: &'a Grid, head: &'a Head) -> Self {
        let is_number = |row: &Row| row.cell(0).trim().parse::<u32>().is_ok();
        let heads = head.headers.first().map(|header| plain(header).to_lowercase());
        let numbers = heads.is_some_and(|header| NUMBERS.contains(&header.as_str()))
            && grid.rows[head.below()..].iter().any(is_number);
        Self { grid, headers: &head.headers, numbers: numbers.then_some(0) }
    }

    /// Whether a column holds names of parts of the house, so that one of them divides nothing.
    fn is_of_parts(&self, column: usize) -> bool {
        let header = self.headers.get(column).map_or("", String::as_str);
        header == "名称" || ["单位", "部门", "事业部", "专班"].iter().any(|word| header.contains(word))
    }

    /// What a row says where it begins a section.
    pub(super) fn of_row(&self, row: &Row) -> Option<(Level, String)> {
        let mut own = self.grid.own(row);
        let (column, first) = own.next()?;
        let second = own.next();
        let is_numbering = self.numbers == Some(column);
        if let Some((level, rest)) = ordinal(first)
            && (second.is_none() && self.headers.len() > 1 || is_numbering)
        {
            let words = if rest.is_empty() { second.map_or("", |(_, words)| words) } else { rest };
            return (!words.is_empty()).then(|| (level, bare(words)));
        }
        if second.is_some() || self.headers.len() < 2 {
            return None;
        }
        let wide = self.grid.across(row.number, column) >= WIDE;
        let names_a_part = PARTS.iter().any(|part| first.ends_with(part)) && !self.is_of_parts(column);
        let is_word_for_number = is_numbering && first.parse::<f64>().is_err();
        (wide || names_a_part || is_word_for_number).then(|| (Level::Upper, bare(first)))
    }
}

/// The ordinal that words begin with, `一、` or `（一）`, or that they are, and the rest.
fn ordinal(words: &str) -> Option<(Level, &str)> {
    let is_han = |c: char| "一二三四五六七八九十".contains(c);
    let (level, open) = match words.strip_prefix(['（', '(']) {
        Some(rest) => (Level::Lower, rest),
        None => (Level::Upper, words),
    };
    let rest = open.trim_start_matches(is_han);
    if rest.len() == open.len() {
        return None;
    }
    let after = match level {
        Level::Lower => rest.strip_prefix(['）', ')'])?,
        Level::Upper if rest.is_empty() => rest,
        Level::Upper => rest.strip_prefix(['、', '.', '．', '，'])?,
    };
    Some((level, after.trim_start_matches('、').trim()))
}

/// The words of a section without what counts its rows: `（12个）`, a colon.
fn bare(words: &str) -> String {
    let words = words.trim().trim_end_matches([':', '：']);
    if let Some((name, rest)) = words.rsplit_once(['（', '('])
        && rest.ends_with(['）', ')'])
        && rest.contains(|c: char| c.is_ascii_digit())
    {
        return name.trim().to_owned();
    }
    words.to_owned()
}
