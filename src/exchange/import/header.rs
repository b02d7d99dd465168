//! What each column of a sheet means: by the field table's labels and synonyms, by the two columns
//! that become notes, or as somebody mapped it by hand. May use `domain`.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::super::guard::shown;
use crate::domain::money_words::Scale;
use crate::domain::typed::plain;
use crate::domain::{FieldKey, Kind};

/// Where a column's cells go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Goes {
    /// Into a field of the lead.
    Field(FieldKey),
    /// Into a note that counts as progress.
    Progress,
    /// Into a note that does not.
    Remark,
    /// Kept as an extra column.
    Extra,
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
/// The column that becomes progress notes.
pub const PROGRESS: &str = "进展情况";
/// The column that becomes other notes.
pub const REMARK: &str = "备注";

const PROGRESS_WORDS: &[&str] =
    &[PROGRESS, "目前进展", "最新进展", "推进情况", "本周进展", "工作进展", "Progress", "Latest progress"];
const REMARK_WORDS: &[&str] = &[REMARK, "说明", "其他", "Note", "Notes", "Remarks", "Comments"];

/// How surely a header names a field: its own key or label, or a synonym.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sure {
    Synonym,
    Label,
    Mapped,
}

static WORDS: LazyLock<HashMap<String, (Goes, Sure)>> = LazyLock::new(|| {
    let mut words = HashMap::new();
    for field in FieldKey::all(Kind::Lead).filter(|f| f.key() != "extra") {
        let spec = field.spec();
        for word in [spec.key, spec.zh, spec.en] {
            words.insert(normal(word), (Goes::Field(field), Sure::Label));
        }
    }
    for field in FieldKey::all(Kind::Lead) {
        for word in field.spec().synonyms {
            words.entry(normal(word)).or_insert((Goes::Field(field), Sure::Synonym));
        }
    }
    for (list, goes) in [(PROGRESS_WORDS, Goes::Progress), (REMARK_WORDS, Goes::Remark)] {
        for word in list {
            words.entry(normal(word)).or_insert((goes, Sure::Synonym));
        }
    }
    words
});

/// A header as it is compared: half-width, lower case, without spaces, `_`, `-`, `*` and colons.
fn normal(header: &str) -> String {
    let dropped = |c: &char| !(c.is_whitespace() || matches!(c, '_' | '-' | '*' | ':' | '.' | '\'' | '"'));
    plain(header).to_lowercase().chars().filter(dropped).collect()
}

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

/// Whether a cell reads like the header of a known column.
#[must_use]
pub fn is_known(cell: &str, mapped: &[(String, String)]) -> bool {
    !cell.trim().is_empty() && meaning(cell, mapped).is_some()
}

/// Whether an extra column's header would be taken for something else.
#[must_use]
pub fn is_taken(header: &str) -> bool {
    header.starts_with(EXTRA_PREFIX) || meaning(header, &[]).is_some()
}

/// The first of the headers mapped by hand that is none of a sheet's.
#[must_use]
pub fn lost<'a>(headers: &[String], mapped: &'a [(String, String)]) -> Option<&'a str> {
    let is_there = |from: &str| headers.iter().any(|header| normal(header) == normal(from));
    mapped.iter().map(|(from, _)| from.as_str()).find(|from| !is_there(from))
}

fn meaning(header: &str, mapped: &[(String, String)]) -> Option<(Goes, Sure)> {
    if header.trim().starts_with(EXTRA_PREFIX) {
        return Some((Goes::Extra, Sure::Mapped));
    }
    let whole = normal(header);
    let by_hand = mapped.iter().find(|(from, _)| normal(from) == whole);
    if let Some(goes) = by_hand.and_then(|(_, to)| by_name(to)) {
        return Some((goes, Sure::Mapped));
    }
    let (name, _) = split_unit(header);
    WORDS.get(&whole).or_else(|| WORDS.get(&normal(&name))).copied()
}

/// What a name on the right of `--map 'header=field'` stands for: a field by key, label or
/// synonym; `progress`, `note`, or `extra`.
#[must_use]
pub fn by_name(name: &str) -> Option<Goes> {
    match name.trim() {
        "extra" | "附加列" | "-" => Some(Goes::Extra),
        "progress" => Some(Goes::Progress),
        name => WORDS.get(&normal(name)).map(|(goes, _)| *goes),
    }
}

/// The field of a kind that a name stands for: its key, label or synonym.
#[must_use]
pub fn field(kind: Kind, name: &str) -> Option<FieldKey> {
    let name = normal(name);
    let is = |word: &str| normal(word) == name;
    let own = |field: &FieldKey| {
        let spec = field.spec();
        is(spec.key) || is(spec.zh) || is(spec.en)
    };
    let called = |field: &FieldKey| field.spec().synonyms.iter().any(|word| is(word));
    FieldKey::all(kind).find(own).or_else(|| FieldKey::all(kind).find(called))
}

/// What each column of a sheet means. Of two that name one field the surer is taken, and of two as
/// sure the first.
#[must_use]
pub fn columns(headers: &[String], mapped: &[(String, String)]) -> Vec<Column> {
    let headers: Vec<&str> = headers.iter().map(|header| shown(header)).collect();
    let found: Vec<Option<(Goes, Sure)>> = headers.iter().map(|h| meaning(h, mapped)).collect();
    let named = headers.iter().zip(names(&headers)).enumerate();
    let column = |(at, (header, name)): (usize, (&&str, String))| {
        let (goes, passed) = decide(&found, at);
        Column { header: name, goes, unit: split_unit(header).1, passed }
    };
    named.map(column).collect()
}

/// Where a column goes among others, and why not where its header says.
fn decide(found: &[Option<(Goes, Sure)>], at: usize) -> (Goes, Option<Passed>) {
    let Some((goes, sure)) = found[at] else {
        return (Goes::Extra, None);
    };
    let better = |(i, rival): (usize, &Option<(Goes, Sure)>)| {
        rival.is_some_and(|(g, s)| g == goes && (s > sure || (s == sure && i < at)))
    };
    match goes {
        Goes::Extra => (Goes::Extra, None),
        _ if !found.iter().enumerate().any(better) => (goes, None),
        Goes::Field(field) => (Goes::Extra, Some(Passed::Taken(field))),
        Goes::Progress | Goes::Remark => (Goes::Extra, None),
    }
}

/// The names that columns' cells are kept under; each its own. One that was exported as an extra
/// column gets its name back, whatever the others are called.
fn names(headers: &[&str]) -> Vec<String> {
    let written: Vec<String> = headers.iter().map(|h| crate::domain::value_words::one_line(h)).collect();
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
