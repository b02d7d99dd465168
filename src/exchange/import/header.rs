//! What each column of a sheet means: by the words of its header, by their likeness to known ones,
//! or as somebody mapped it by hand. May use `domain`, `guard`, `words`, `guess`.

use std::collections::HashSet;

use super::super::guard::shown;
use super::guess;
use super::kinds::What;
pub use super::words::{PROGRESS, REMARK, by_name, field, is_known, is_name, is_same, name_of};
use super::words::{meaning, normal};
use crate::domain::FieldKey;
use crate::domain::money_words::Scale;
use crate::domain::typed::plain;
use crate::domain::value_words::one_line;

/// Where a column's cells go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Goes {
    /// Into a field of the record.
    Field(FieldKey),
    /// Into a note that counts as progress.
    Progress,
    /// Into a note that does not.
    Remark,
    /// Kept as an extra column.
    Extra,
    /// Nowhere: the record keeps no extra columns.
    Out,
}

/// How surely a column is what it was taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sure {
    /// It was taken for nothing.
    None,
    /// Its header is so like a known one, in points of a hundred.
    Guessed(u8),
    /// By another word for the field.
    Synonym,
    /// By the field's own key or label.
    Label,
    /// By hand.
    Mapped,
}

/// A column and what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The header as written, on one line; a column without one has its letters.
    pub header: String,
    /// Where its cells go.
    pub goes: Goes,
    /// What one stands for in its bare amounts.
    pub unit: Option<Scale>,
    /// How surely.
    pub sure: Sure,
    /// Why a column that looked like a field was not taken for it.
    pub passed: Option<Passed>,
}

/// Why a column that looked like a field is kept as an extra one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Passed {
    /// Another column is that field already.
    Taken(FieldKey),
    /// Most of its cells do not read as that field.
    Unlike(FieldKey),
}

/// Before the header of an extra column that would else be taken for a field.
pub const EXTRA_PREFIX: &str = "附加列：";

/// A header without the unit it ends with (`总投资（万元）`, `总投资/亿元`, `funding_total_usd`), and
/// the unit.
#[must_use]
pub fn split_unit(header: &str) -> (String, Option<Scale>) {
    let header = plain(header);
    let header = header.trim_matches(|c: char| c.is_whitespace() || c == '*');
    if let Some((name, rest)) = header.rsplit_once('(')
        && let Some(inner) = rest.strip_suffix(')')
    {
        let inner = inner.trim_start_matches("单位").trim_start_matches(':');
        return (name.trim().to_owned(), Scale::from_word(inner));
    }
    for separator in ['/', ':', '_', ' '] {
        if let Some((name, unit)) = header.rsplit_once(separator)
            && let Some(unit) = Scale::from_word(unit)
        {
            return (name.trim_end().to_owned(), Some(unit));
        }
    }
    (header.to_owned(), None)
}

/// Whether an extra column's header would be taken for something else.
#[must_use]
pub fn is_taken(header: &str) -> bool {
    let what = What::Leads;
    header.starts_with(EXTRA_PREFIX)
        || meaning(what, header, &[]).is_some()
        || !guess::alike(what, header).is_empty()
}

/// The first of the headers named by hand that is none of a sheet's.
#[must_use]
pub fn lost<'a>(headers: &[String], named: impl IntoIterator<Item = &'a String>) -> Option<&'a str> {
    let there: HashSet<String> = headers.iter().map(|header| normal(header)).collect();
    named.into_iter().map(String::as_str).find(|name| !there.contains(&normal(name)))
}

/// What each column of a sheet means by its header. Of two that name one field the surer is taken,
/// and of two as sure the first.
#[must_use]
pub fn columns(what: What, headers: &[String], mapped: &[(String, String)]) -> Vec<Column> {
    let headers: Vec<&str> = headers.iter().map(|header| shown(header)).collect();
    let mut found: Vec<Option<(Goes, Sure)>> = headers.iter().map(|h| meaning(what, h, mapped)).collect();
    if what == What::Requests {
        yield_to_demand(&headers, &mut found);
    }
    let named = headers.iter().zip(names(&headers)).enumerate();
    let column = |(at, (header, name)): (usize, (&&str, String))| {
        let (goes, sure, passed) = decide(what, &found, at);
        Column { header: name, goes, unit: split_unit(header).1, sure, passed }
    };
    named.map(column).collect()
}

/// Where a list has a column of demands beside one of problems, the demand is what is asked for, and the
/// problem is noted beside it.
fn yield_to_demand(headers: &[&str], found: &mut [Option<(Goes, Sure)>]) {
    let is_about = |one: &Option<(Goes, Sure)>| matches!(one, Some((Goes::Field(field), sure)) if field.key() == "about" && *sure < Sure::Label);
    let demands = |header: &str| header.contains(['求', '需']);
    let has_demand = headers.iter().zip(found.iter()).any(|(header, one)| demands(header) && is_about(one));
    let has_remark = found.iter().flatten().any(|(goes, _)| *goes == Goes::Remark);
    let mut both = headers.iter().zip(found);
    if let Some((_, one)) = both.find(|(header, one)| !demands(header) && is_about(one))
        && has_demand
        && !has_remark
    {
        *one = Some((Goes::Remark, Sure::Synonym));
    }
}

/// Where a column goes among others, and why not where its header says.
fn decide(what: What, found: &[Option<(Goes, Sure)>], at: usize) -> (Goes, Sure, Option<Passed>) {
    let Some((goes, sure)) = found[at] else {
        return (what.rest(), Sure::None, None);
    };
    let better = |(i, rival): (usize, &Option<(Goes, Sure)>)| {
        rival.is_some_and(|(g, s)| g == goes && (s > sure || (s == sure && i < at)))
    };
    match goes {
        Goes::Extra | Goes::Out => (goes, sure, None),
        _ if !found.iter().enumerate().any(better) => (goes, sure, None),
        Goes::Field(field) => (what.rest(), Sure::None, Some(Passed::Taken(field))),
        Goes::Progress | Goes::Remark => (what.rest(), Sure::None, None),
    }
}

/// The names that columns' cells are kept under; each its own. One that was exported as an extra
/// column gets its name back, whatever the others are called.
fn names(headers: &[&str]) -> Vec<String> {
    let written: Vec<String> = headers.iter().map(|h| one_line(h)).collect();
    let mut taken: HashSet<String> = HashSet::new();
    let own = |header: &str| header.strip_prefix(EXTRA_PREFIX).map(str::to_owned);
    taken.extend(written.iter().filter_map(|header| own(header)));
    let name = |(at, header): (usize, &String)| {
        if let Some(name) = own(header) {
            return name;
        }
        let base = if header.is_empty() { super::super::sheet::letters(at) } else { header.clone() };
        let mut name = base.clone();
        let mut n = 1;
        while !taken.insert(name.clone()) {
            n += 1;
            name = format!("{base} ({n})");
        }
        name
    };
    written.iter().enumerate().map(name).collect()
}
