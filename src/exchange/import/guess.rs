//! What is guessed of a sheet: what its rows are, and what a header means that is like a known one.
//! May use `domain`, `locales`, `header`, `words`, `kinds`.

use super::header::{Goes, Sure, split_unit};
use super::kinds::What;
use super::words::{meaning, normal, words};
use crate::domain::{Choice, Edit, Lang, sameness};
use crate::locales::text;

/// So like a known one a header must be. Of sixty headers of offices and CRMs that no table holds four in
/// five were found by this, and of eighty-five that mean none of the fields two were taken for one;
/// English words are longer, and alike sooner.
const HAN: u8 = 65;
const LATIN: u8 = 75;
/// English words of which one is longer than this are not alike.
const SLIP: usize = 2;

/// Words for what is still to come: such a day is not one on which something happened.
const AHEAD: &[&str] = &["计划", "预计", "预期", "拟", "目标", "planned", "expected"];

/// Where a column can go whose header is like a known one, and how like, in points of a hundred: each
/// place once, the likest first.
pub(super) fn alike(what: What, header: &str) -> Vec<(Goes, u8)> {
    let name = plainer(&normal(&split_unit(header).0));
    if name.chars().count() < 2 || name.chars().count() > 24 {
        return Vec::new();
    }
    let least = if name.is_ascii() { LATIN } else { HAN };
    let scored =
        words(what).iter().map(|(word, (goes, sure))| (points(&name, &plainer(word)), *sure, word, *goes));
    let mut scored: Vec<_> = scored.filter(|(score, ..)| *score >= least).collect();
    // Of words as like the surer; of those the first by letters, so that it is always the same.
    scored.sort_by(|one, other| (other.0, other.1, one.2).cmp(&(one.0, one.1, other.2)));
    if scored.first().is_some_and(|(_, _, _, goes)| is_ahead(&name, *goes)) {
        return Vec::new();
    }
    let mut found: Vec<(Goes, u8)> = Vec::new();
    for (score, _, _, goes) in scored {
        if !found.iter().any(|(before, _)| *before == goes) {
            found.push((goes, score));
        }
    }
    found
}

/// A header for comparing: 日期 is the same as 时间.
fn plainer(header: &str) -> String {
    header.replace("日期", "时间")
}

/// Whether a header speaks of what is to come, and the place is for what has been.
fn is_ahead(name: &str, goes: Goes) -> bool {
    const BEEN: &[&str] =
        &["received", "first_talk", "signed", "landed", "started", "running", "done", "closed"];
    let Goes::Field(field) = goes else { return false };
    field.spec().edit == Edit::Kept
        || (BEEN.contains(&field.key()) && AHEAD.iter().any(|word| name.contains(word)))
}

/// How like two words are: by the pairs of letters that they share, or by the letters that one has
/// to change, whichever says more.
fn points(one: &str, other: &str) -> u8 {
    let pairs = |word: &str| {
        let letters: Vec<char> = word.chars().collect();
        let mut pairs: Vec<(char, char)> = letters.windows(2).map(|pair| (pair[0], pair[1])).collect();
        pairs.sort_unstable();
        pairs.dedup();
        pairs
    };
    let shared = sameness::alike(&pairs(one), &pairs(other));
    // Of English words only a slip of the pen is alike: `revenue` is no `Est. Revenue`.
    if one.is_ascii() && one.len().abs_diff(other.len()) > SLIP {
        return 0;
    }
    let kept = strsim::normalized_damerau_levenshtein(one, other);
    // It lies between 0 and 1.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a hundred at most")]
    let kept = (kept * 100.0) as u8;
    kept.max(u8::try_from(shared).unwrap_or(0))
}

/// What the rows of a sheet are, and how many of its headers say so: 0 where none does, 1 at most where
/// no column names the records. `name` is the sheet's, or the file's.
#[must_use]
pub fn what(headers: &[String], name: &str, mapped: &[(String, String)]) -> (What, u32) {
    let (named, for_eyes) = (by_name(name), is_for_eyes(headers));
    let scored = What::ALL.iter().map(|what| {
        let known = headers.iter().filter_map(|header| meaning(*what, header, mapped));
        let known: Vec<(Goes, Sure)> = known.filter(|(goes, _)| *goes != what.rest()).collect();
        let points: u32 = known.iter().map(|(goes, sure)| weight(*what, *goes, *sure)).sum();
        let count = u32::try_from(known.len()).unwrap_or(u32::MAX);
        let can_be = is_named(*what, &known) && !for_eyes;
        // What names no record cannot be brought in, however much of it is known.
        let (points, count) = if can_be { (points, count) } else { (0, count.min(1)) };
        let bonus = if points > 0 && named == Some(*what) { 6 } else { 0 };
        (points + bonus, *what, count)
    });
    // Leads before the others, of those that are as likely: they are what offices have most of.
    let first = |what: What| matches!(what, What::Leads);
    let (_, what, count) =
        scored.max_by_key(|(points, what, _)| (*points, first(*what))).unwrap_or((0, What::Leads, 0));
    let is_talent = named == Some(What::Talents) || names_talents(headers);
    (if what == What::Leads && is_talent { What::Talents } else { what }, count)
}

/// Whether a sheet is the one of commitments 军令状 of a workbook that was exported: what was pledged is
/// a target already, and stands in the sheet of these.
fn is_for_eyes(headers: &[String]) -> bool {
    let is = |key: &str| headers.iter().any(|h| Lang::ALL.iter().any(|lang| text(*lang, key, None) == *h));
    is("export-meeting") && is("export-reason")
}

/// Whether one of the columns can name the records of a kind.
fn is_named(what: What, known: &[(Goes, Sure)]) -> bool {
    known.iter().any(|(goes, _)| matches!(goes, Goes::Field(field) if what.names().contains(&field.key())))
}

/// How much a column says for a kind: what only this kind has says more, and what only others have
/// is held against none.
fn weight(what: What, goes: Goes, sure: Sure) -> u32 {
    let own: &[&str] = match what {
        What::People => &["login", "role", "on_post", "left"],
        What::SixOnes => &["which"],
        What::Targets => &["goal", "actual", "measure", "area", "campaign"],
        What::Requests => &["about", "nature"],
        What::Leads | What::Talents => &["code", "investor", "amount", "stage", "first_talk", "signed"],
    };
    let is_own = matches!(goes, Goes::Field(field) if own.contains(&field.key()));
    let base = if sure >= Sure::Label { 3 } else { 2 };
    // Talents have the table of leads, and are told from them by who is named.
    if what == What::Talents { 0 } else { base + if is_own { 4 } else { 0 } }
}

/// Whether the leads of a sheet are people or teams by the word for their name.
fn names_talents(headers: &[String]) -> bool {
    let person = |header: &String| {
        let header = normal(header);
        (header.contains("姓名") && !header.contains("联系人")) || header == "团队名称"
    };
    let project = |header: &String| matches!(normal(header).as_str(), "项目名称" | "项目全称" | "拟投资项目");
    headers.iter().any(person) && !headers.iter().any(project)
}

/// What the name of a sheet says.
fn by_name(name: &str) -> Option<What> {
    let name = name.to_lowercase();
    let words: [(&[&str], What); 6] = [
        (&["六个一", "six one", "six_one"], What::SixOnes),
        (&["人才", "talent"], What::Talents),
        (&["人员", "责任人", "花名册", "people", "staff", "sales_team"], What::People),
        (&["诉求", "问题", "request", "issue"], What::Requests),
        (&["目标", "指标", "target", "kpi"], What::Targets),
        (&["台账", "线索", "项目", "lead", "deal", "opportunit", "potential", "pipeline"], What::Leads),
    ];
    let says = |(list, _): &&(&[&str], What)| list.iter().any(|word| name.contains(word));
    words.iter().find(says).map(|(_, what)| *what)
}
