//! What makes two leads the same on paper: names, numbers and firms made plain for comparing
//! (product rule §6.2). Pure text. May use `typed`.

use super::typed::{half_width, plain};

/// Words that say nothing of which firm it is, the longest first.
const FIRM: [&str; 9] =
    ["有限责任公司", "股份有限公司", "有限公司", "股份", "集团", "公司", "co.,ltd.", "co.ltd", "inc."];

/// Words that say nothing of which project it is.
const PROJECT: [&str; 5] = ["产业化", "建设", "项目", "工程", "基地"];

/// Two names are alike from so many points of a hundred on.
pub const ALIKE: u32 = 60;

/// A shorter number is an extension, or nothing: many share it.
const PHONE: usize = 7;

/// The firm that an investor's name means: without legal forms, 集团 and what stands in brackets,
/// which is mostly a place. Nothing where too little is left to tell firms apart.
#[must_use]
pub fn firm(name: &str) -> Option<String> {
    let bare = without(&without_brackets(name), &FIRM);
    (bare.chars().count() >= 2).then_some(bare)
}

/// A phone number's digits, without a country code; nothing where there are too few.
#[must_use]
pub fn phone(text: &str) -> Option<String> {
    // Of several in one cell the first.
    let text = plain(text);
    let first =
        text.split(['/', '、', ',', ';', '，', '；']).find(|part| part.chars().any(|ch| ch.is_ascii_digit()));
    let digits: String = first.unwrap_or_default().chars().filter(char::is_ascii_digit).collect();
    let digits = digits.strip_prefix("86").filter(|rest| rest.len() == 11).unwrap_or(&digits);
    let says = digits.len() >= PHONE && digits.bytes().any(|digit| Some(digit) != digits.bytes().next());
    says.then(|| digits.to_owned())
}

/// A credit code in capitals without spaces; nothing where there is none.
#[must_use]
pub fn credit_code(text: &str) -> Option<String> {
    let code: String = plain(text).chars().filter(|ch| !ch.is_whitespace()).collect();
    (!code.is_empty()).then(|| code.to_uppercase())
}

/// The pairs of neighbouring characters of a project's name, without words that say nothing; each
/// once, in order.
#[must_use]
pub fn pairs(name: &str) -> Vec<(char, char)> {
    let bare: Vec<char> = without(name, &PROJECT).chars().collect();
    let mut pairs: Vec<(char, char)> = bare.windows(2).map(|pair| (pair[0], pair[1])).collect();
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// How alike two names are by their pairs, in points of a hundred: twice what they share of what
/// both have. Names of which too little is left are not alike.
#[must_use]
pub fn alike(one: &[(char, char)], other: &[(char, char)]) -> u32 {
    let all = one.len() + other.len();
    if one.len() < 2 || other.len() < 2 {
        return 0;
    }
    let shared = one.iter().filter(|pair| other.binary_search(pair).is_ok()).count();
    u32::try_from(shared * 200 / all).unwrap_or(0)
}

fn without(text: &str, words: &[&str]) -> String {
    let mut bare = String::with_capacity(text.len());
    for ch in text.chars().map(half_width) {
        match ch {
            // Most are one or the other, and the tables for the rest are slow.
            '\u{4E00}'..='\u{9FFF}' => bare.push(ch),
            'a'..='z' | 'A'..='Z' | '0'..='9' | '.' | ',' => bare.push(ch.to_ascii_lowercase()),
            _ if ch.is_ascii() => {}
            _ if ch.is_alphanumeric() => bare.extend(ch.to_lowercase()),
            _ => {}
        }
    }
    for word in words {
        // Most names have none of them, and to look is cheaper than to make a new text.
        if bare.contains(word) {
            bare = bare.replace(word, "");
        }
    }
    bare.retain(|ch| !matches!(ch, '.' | ','));
    bare
}

fn without_brackets(text: &str) -> String {
    let mut depth = 0_u32;
    let mut out = String::with_capacity(text.len());
    for ch in text.chars().map(half_width) {
        match ch {
            '(' | '[' | '【' | '〔' => depth += 1,
            ')' | ']' | '】' | '〕' => depth = depth.saturating_sub(1),
            _ if depth == 0 => out.push(ch),
            _ => {}
        }
    }
    out
}
