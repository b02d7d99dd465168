//! A commitment as it is typed in one line while the meeting waits: `签约氢能项目 2个 12月底 王强`.
//! Words are told by what they are, so their order does not matter; what is nothing else is the
//! name. May use `domain`, `board`, `intent`, `search`.

mod figure;
mod words;

use super::intent::Pledge;
use super::lookup;
use super::records::Board;
use super::search;
use crate::domain::date_words::{self, Lean};
use crate::domain::typed::{plain, without_prefix};
use crate::domain::{Id, Kind};
use figure::Figure;
use words::Words;

/// What a line says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Line {
    /// The pledge as far as it was understood. Its division is the owner's where the line names
    /// none, and its mark is none: no line says it.
    pub pledge: Pledge,
    /// The division that the line names.
    pub named: Option<Id>,
    /// Who may be meant, where several are called as the line says; then nobody is the owner.
    pub several: Vec<Id>,
}

/// Reads a line.
#[must_use]
pub fn read(board: &Board, typed: &str) -> Line {
    let mut words = Words::of(typed);
    let due = words.take(5, |text, _| date(board, text));
    let called = words.take(4, |text, _| people(board, text)).unwrap_or_default();
    let division = words.take(3, |text, _| division(board, text));
    // 签约3个项目 is written in one word by whoever writes fast.
    let figure = words
        .take(3, figure::with_unit)
        .or_else(|| words.take(1, |text, _| figure::bare(text)))
        .or_else(|| words.take_end(|text| figure::with_unit(text, false)));
    let (owner, several) = match called.as_slice() {
        [one] => (Some(*one), Vec::new()),
        _ => (None, called),
    };
    let home = owner.and_then(|id| board.person(id)).and_then(|person| person.division);
    let Figure { goal, unit } = figure.unwrap_or_default();
    let pledge =
        Pledge { division: division.or(home), name: words.rest(), goal, unit, due, owner, mark: None };
    Line { pledge, named: division, several }
}

/// Words before a date that only say that it is one.
const BY: &[&str] = &[
    "by the end of ",
    "by end of ",
    "the end of ",
    "end of ",
    "no later than ",
    "before ",
    "until ",
    "due ",
    "by ",
    "截至",
    "截止",
    "于",
    "在",
    "到",
];

fn date(board: &Board, text: &str) -> Option<chrono::NaiveDate> {
    let text = text.to_lowercase();
    let text = without_prefix(&text, BY);
    // A small number alone is a figure, whatever else it might be.
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    // 500m is half a billion here, not forty years.
    let is_figure = (text.len() <= 4 && is_number(text)) || text.strip_suffix('m').is_some_and(is_number);
    let dated = |text: &str| date_words::parse(text, board.today(), Lean::End).ok();
    let joined = || dated(&text.replace(' ', "")).filter(|_| !text.is_ascii());
    if is_figure { None } else { dated(text).or_else(joined) }
}

/// Words before a name that only say what it is.
const WHO: &[&str] = &["责任人:", "负责人:", "责任人", "负责人", "owner:", "由"];
/// Words of English that the initials of a name may be.
const SMALL: &[&str] =
    &["an", "and", "as", "at", "by", "for", "in", "is", "it", "of", "on", "or", "the", "to", "we"];

/// Who is called so: by name or login, by the whole pinyin of the name, or by its initials; the
/// first of these ways in which anybody is. Nobody who has left.
fn people(board: &Board, text: &str) -> Option<Vec<Id>> {
    let text = text.to_lowercase();
    let word = without_prefix(&text, WHO).replace(' ', "");
    if word.chars().count() < 2 {
        return None;
    }
    let here = || board.people().iter().filter(|(id, _)| !board.has_left(*id));
    let named = here().filter(|(_, p)| squeezed(&p.name) == word || p.login.to_lowercase() == word);
    let named: Vec<Id> = named.map(|(id, _)| id).collect();
    if !named.is_empty() || !word.is_ascii() {
        return Some(named).filter(|named| !named.is_empty());
    }
    // The lines of a key: itself, its pinyin, the initials of that.
    let way = |line: usize| {
        let is = |name: &str| search::key(name).lines().nth(line).is_some_and(|line| squeezed(line) == word);
        here().filter(|(_, person)| is(&person.name)).map(|(id, _)| id).collect::<Vec<_>>()
    };
    let by_pinyin = way(1);
    let found = if by_pinyin.is_empty() && !SMALL.contains(&&*word) { way(2) } else { by_pinyin };
    Some(found).filter(|found| !found.is_empty())
}

fn squeezed(name: &str) -> String {
    plain(name).to_lowercase().replace([' ', '·'], "")
}

/// The division that is called so outright; no number is one.
fn division(board: &Board, text: &str) -> Option<Id> {
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit());
    lookup::exact(board, Kind::Division, text).ok().filter(|_| !is_number)
}
