//! The words that headers go by, a table a kind of record: the field table's keys, labels and
//! synonyms, and those of the two columns that become notes. May use `domain`, `header`, `kinds`, `export`.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::super::export::is_computed;
use super::header::{EXTRA_PREFIX, Goes, Sure, split_unit};
use super::kinds::What;
use crate::domain::typed::plain;
use crate::domain::{Choice, FieldKey, Kind};

/// The column that becomes progress notes.
pub const PROGRESS: &str = "进展情况";
/// The column that becomes other notes.
pub const REMARK: &str = "备注";

const PROGRESS_WORDS: &[&str] = &[
    PROGRESS,
    "目前进展",
    "最新进展",
    "推进情况",
    "本周进展",
    "工作进展",
    "项目进展",
    "进展",
    "Progress",
    "Latest progress",
];
/// What a unit says to a request.
const ANSWER_WORDS: &[&str] =
    &["答复", "答复意见", "答复情况", "反馈", "反馈意见", "办理结果", "Answer", "Response"];
const REMARK_WORDS: &[&str] = &[REMARK, "说明", "其他", "Note", "Notes", "Remarks", "Comments"];

/// The words of a kind: each normalised, with where such a column goes.
pub(super) type Words = HashMap<String, (Goes, Sure)>;

static WORDS: LazyLock<Vec<Words>> = LazyLock::new(|| What::ALL.iter().map(|what| words_of(*what)).collect());

/// The words of the headers of a sheet.
pub(super) fn words(what: What) -> &'static Words {
    &WORDS[what.place()]
}

fn words_of(what: What) -> Words {
    let mut words = Words::new();
    for field in FieldKey::all(what.kind()).filter(|f| f.key() != "extra") {
        let spec = field.spec();
        // A key that is an office's word for another field is that: Company is who invests.
        let key = Some(spec.key).filter(|key| !is_called(what.kind(), key));
        for word in key.into_iter().chain([spec.zh, spec.en]) {
            words.insert(normal(word), (Goes::Field(field), Sure::Label));
        }
    }
    for field in FieldKey::all(what.kind()) {
        for word in field.spec().synonyms {
            words.entry(normal(word)).or_insert((Goes::Field(field), Sure::Synonym));
        }
    }
    if what == What::Requests {
        for word in ANSWER_WORDS {
            words.entry(normal(word)).or_insert((Goes::Progress, Sure::Synonym));
        }
    }
    let notes = [(PROGRESS_WORDS, Goes::Progress), (REMARK_WORDS, Goes::Remark)];
    for (list, goes) in notes.into_iter().filter(|_| what.has_notes()) {
        for word in list {
            words.entry(normal(word)).or_insert((goes, Sure::Synonym));
        }
    }
    words
}

/// Whether a field of a kind has a synonym.
fn is_called(kind: Kind, word: &str) -> bool {
    FieldKey::all(kind).any(|field| field.spec().synonyms.iter().any(|other| normal(other) == normal(word)))
}

/// A header as it is compared: half-width, lower case, without spaces, `_`, `-`, `*` and colons.
pub(super) fn normal(header: &str) -> String {
    let dropped = |c: &char| !(c.is_whitespace() || matches!(c, '_' | '-' | '*' | ':' | '.' | '\'' | '"'));
    plain(header).to_lowercase().chars().filter(dropped).collect()
}

/// Whether two headers are the same but for how they are written.
#[must_use]
pub fn is_same(one: &str, other: &str) -> bool {
    one == other || normal(one) == normal(other)
}

/// Where a header says that its column goes, and how surely; by hand before all.
pub(super) fn meaning(what: What, header: &str, mapped: &[(String, String)]) -> Option<(Goes, Sure)> {
    if header.trim().starts_with(EXTRA_PREFIX) {
        return Some((what.rest(), Sure::Mapped));
    }
    let whole = normal(header);
    let by_hand = mapped.iter().find(|(from, _)| normal(from) == whole);
    if let Some(goes) = by_hand.and_then(|(_, to)| by_name(what, to)) {
        return Some((goes, Sure::Mapped));
    }
    // What an export has counted is counted anew.
    if is_computed(header) {
        return Some((Goes::Out, Sure::Mapped));
    }
    let words = words(what);
    let found = words.get(&whole).or_else(|| words.get(&normal(&split_unit(header).0)));
    // Under a header of two levels the lower word says it where the whole does not.
    found.or_else(|| below(words, header)).copied()
}

/// The lower word of a header of two levels; under one of times (时间节点) 签约 is 签约时间.
fn below<'a>(words: &'a Words, header: &str) -> Option<&'a (Goes, Sure)> {
    let (above, below) = header.rsplit_once('/')?;
    let below = normal(&split_unit(below).0);
    let of_times = ["时间", "日期", "节点"].iter().any(|word| above.contains(word));
    let dated = || words.get(&format!("{below}时间")).filter(|_| of_times);
    words.get(&below).or_else(dated)
}

/// Whether a cell reads like the header of a known column of any kind of sheet.
#[must_use]
pub fn is_known(cell: &str, mapped: &[(String, String)]) -> bool {
    !cell.trim().is_empty() && What::ALL.iter().any(|what| meaning(*what, cell, mapped).is_some())
}

/// What a name on the right of `--map 'header=field'` stands for in a sheet: a field by key, label
/// or synonym; `progress`, `note`, or `extra`; `-` for none.
#[must_use]
pub fn by_name(what: What, name: &str) -> Option<Goes> {
    match name.trim() {
        "-" | "不收" | "skip" => Some(Goes::Out),
        "extra" | "附加列" => Some(what.rest()),
        "progress" if what.has_notes() => Some(Goes::Progress),
        "note" if what.has_notes() => Some(Goes::Remark),
        name => {
            let by_key = FieldKey::find(what.kind(), name).map(Goes::Field);
            by_key.or_else(|| words(what).get(&normal(name)).map(|(goes, _)| *goes))
        }
    }
}

/// Whether a name on the right of `--map` stands for something in some kind of sheet.
#[must_use]
pub fn is_name(name: &str) -> bool {
    What::ALL.iter().any(|what| by_name(*what, name).is_some())
}

/// The name that `by_name` finds a place by.
#[must_use]
pub fn name_of(goes: Goes) -> &'static str {
    match goes {
        Goes::Field(field) => field.key(),
        Goes::Progress => "progress",
        Goes::Remark => "note",
        Goes::Extra => "extra",
        Goes::Out => "-",
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
