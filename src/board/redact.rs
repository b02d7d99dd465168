//! What must not be told where people look on who do not work here: a report that is handed around,
//! a meeting's wall. Confidential leads have no name and no amount there, and nobody a phone.
//! May use `domain`, `board`, `search`.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::ops::Range;

use super::records::Board;
use super::search::half_width;
use crate::domain::{Id, Kind, Lead, Money};

/// A name that is shorter may be any word of a sentence: of Han letters, and of others.
const HAN: usize = 2;
const LATIN: usize = 3;

/// Whether a record is a confidential lead, or is about one.
#[must_use]
pub fn is_secret(board: &Board, id: Id) -> bool {
    let lead = match id.kind {
        Kind::Lead => Some(id),
        Kind::Request => board.request(id).and_then(|request| request.lead),
        Kind::Note => board.note(id).and_then(|note| note.subject),
        _ => None,
    };
    lead.and_then(|id| board.lead(id)).is_some_and(|lead| lead.confidential)
}

/// A lead's name; none where it must not be told.
#[must_use]
pub fn name_of(lead: &Lead, show: bool) -> Option<&str> {
    told(lead, show).then_some(&*lead.name)
}

/// A lead's amount; none where it has none, or where it must not be told.
#[must_use]
pub fn amount_of(lead: &Lead, show: bool) -> Option<Money> {
    lead.amount.filter(|_| told(lead, show))
}

/// Where a lead came from; nothing where it must not be told.
#[must_use]
pub fn source_of(lead: &Lead, show: bool) -> &str {
    if told(lead, show) { &lead.source } else { "" }
}

const fn told(lead: &Lead, show: bool) -> bool {
    show || !lead.confidential
}

/// What stands for a phone number and for somebody's name.
const STARS: &str = "***";

/// What is laid over texts that people wrote: the names of confidential leads, their firms and contacts,
/// and phone numbers show through it as other words. Made once for many texts, since it knows all
/// those names.
#[derive(Debug, Clone)]
pub struct Veil<'a> {
    /// Each with what stands for it, the longest first: one may be a part of another.
    names: Vec<(&'a str, &'a str)>,
    show: bool,
}

impl<'a> Veil<'a> {
    /// The veil of a board; one that hides nothing where all is shown. `word` stands for a name.
    #[must_use]
    pub fn of(board: &'a Board, word: &'a str, show: bool) -> Self {
        let secret = board.leads().iter().map(|(_, lead)| lead).filter(|lead| !told(lead, show));
        // Whoever works here is named all over the board.
        let works_here = |name: &str| board.people().iter().any(|(_, person)| person.name == name);
        let all = secret.flat_map(|lead| {
            let others = [&lead.contact, &lead.investor, &lead.company].map(|name| (name.trim(), STARS));
            let others = others.into_iter().filter(|(name, _)| !works_here(name));
            std::iter::once((lead.name.trim(), word)).chain(others)
        });
        let mut names: Vec<(&str, &str)> = all.filter(|(name, _)| is_telling(name)).collect();
        names.sort_unstable_by_key(|(name, _)| (Reverse(name.len()), *name));
        names.dedup();
        Self { names, show }
    }

    /// A text as it may be told.
    #[must_use]
    pub fn over<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let mut told = Cow::Borrowed(text);
        if self.show {
            return told;
        }
        for (name, word) in &self.names {
            if told.contains(name) {
                told = Cow::Owned(told.replace(name, word));
            }
        }
        for phone in phones(&told).into_iter().rev() {
            told.to_mut().replace_range(phone, STARS);
        }
        told
    }
}

/// Whether a name is long enough to be known for one in a sentence.
fn is_telling(name: &str) -> bool {
    name.chars().count() >= if name.is_ascii() { LATIN } else { HAN }
}

/// Where phone numbers stand in a text, as one or in groups with a sign or a space between.
fn phones(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let groups = groups(text);
    let mut first = 0;
    while first < groups.len() {
        let most = joined(text, &groups[first..]);
        let phone = (1..=most).rev().find(|many| is_phone(text, &groups[first..first + many]));
        if let Some(many) = phone {
            found.push(groups[first].start..groups[first + many - 1].end);
        }
        first += phone.unwrap_or(1);
    }
    found
}

/// Where digits stand side by side.
fn groups(text: &str) -> Vec<Range<usize>> {
    let mut groups: Vec<Range<usize>> = Vec::new();
    for (at, ch) in text.char_indices().filter(|(_, ch)| half_width(*ch).is_ascii_digit()) {
        let end = at + ch.len_utf8();
        match groups.last_mut() {
            Some(last) if last.end == at => last.end = end,
            _ => groups.push(at..end),
        }
    }
    groups
}

/// How many of some groups, from the first one on, have one separator between them.
fn joined(text: &str, groups: &[Range<usize>]) -> usize {
    let near = |pair: &[Range<usize>]| {
        matches!(&text[pair[0].end..pair[1].start], "-" | "－" | "—" | "." | " " | "\u{3000}" | ")" | "）")
    };
    1 + groups.windows(2).take_while(|pair| near(pair)).count()
}

/// Whether groups of digits are a phone number: eleven that begin as a mobile one does, an area code with
/// a number behind it, or a number that is answered for the whole country.
fn is_phone(text: &str, groups: &[Range<usize>]) -> bool {
    let digits = groups.iter().flat_map(|group| text[group.clone()].chars());
    let digits: String = digits.map(half_width).collect();
    let home = digits.strip_prefix("00").unwrap_or(&digits);
    let own = home.strip_prefix("86").filter(|rest| rest.len() == 11).unwrap_or(&digits);
    let is_mobile = own.len() == 11 && own.starts_with('1') && own[1..].starts_with(|ch| ch >= '3');
    let first = groups.first().map_or(0, |group| text[group.clone()].chars().count());
    let has_code = digits.starts_with('0') && !digits.starts_with("00") && (groups.len() == 1 || first >= 3);
    let is_toll =
        digits.len() == 10 && groups.len() > 1 && first == 3 && matches!(&digits[..3], "400" | "800");
    is_mobile || is_toll || (has_code && (10..=12).contains(&digits.len()))
}
