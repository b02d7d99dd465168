//! The figures of a target as an office writes them: `30家`, `95%`, `35.6亿元`, or a bare number beside
//! a cell that says its unit. May use `domain`.

use crate::domain::FieldKey;
use crate::domain::money::Currency;
use crate::domain::money_words::{self, MoneyProblem, Scale};
use crate::domain::typed::{plain, without_suffix};
use crate::domain::value_words::Problem;

/// What a target of yuan has as its unit, whatever a sheet counts them in.
pub(super) const YUAN: &str = "元";

/// Words for multiples of things, longest first.
const TIMES: &[(&str, i64)] = &[
    ("千万", 10_000_000),
    ("百万", 1_000_000),
    ("十万", 100_000),
    ("亿", 100_000_000),
    ("万", 10_000),
    ("千", 1_000),
];
/// Letters for multiples, each of which may be another unit: m is a metre.
const LETTERS: &[&str] = &["m", "k", "b", "w", "bn", "mn"];
/// Words after a figure that only make it vague.
const OR_SO: &[&str] = &["左右", "以上", "上下", "+"];
/// Signs before a figure that only say that it is the least.
const LEAST: &[char] = &['≥', '>', '≧'];
/// What stands after the last number of a day, which is no figure.
const DAYS: &[char] = &['年', '月', '日', '号'];
/// A figure is whole if so many parts of it are.
const PARTS: i64 = 1_000_000;
/// No unit is longer.
const LONGEST: usize = 8;

/// What a figure counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Counts {
    /// Whatever the target counts.
    Bare,
    /// Things, by the word for one.
    Things(String),
    /// Points of a hundred.
    Percent,
    /// Money, in whole units of a currency.
    Money(Currency),
}

/// A figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Figure {
    pub(super) number: i64,
    pub(super) counts: Counts,
    /// What one stands for in it, where it says so itself.
    pub(super) scale: Option<Scale>,
}

/// Whether a field is a figure of a target.
pub(super) fn is_figure(field: FieldKey) -> bool {
    field.kind() == crate::domain::Kind::Target && matches!(field.key(), "goal" | "actual")
}

/// What one of a unit stands for, where the unit is one of money: 万 alone may count anything.
pub(super) fn money_scale(unit: &str) -> Option<Scale> {
    Scale::from_word(unit).filter(|_| !is_multiple(unit))
}

/// Whether a word is a multiple and does not say of what.
fn is_multiple(word: &str) -> bool {
    let word = plain(word).to_lowercase();
    word != "亿" && (TIMES.iter().any(|(times, _)| word == *times) || LETTERS.contains(&word.as_str()))
}

/// The word for one of a currency, as a unit says it: 美元 of 万美元.
pub(super) fn base(unit: &str, currency: Currency) -> String {
    if currency == Currency::CNY {
        return YUAN.to_owned();
    }
    let unit = plain(unit);
    let ends = unit.char_indices().map(|(at, _)| unit[at..].trim());
    let mut ones = ends.filter(|end| Scale::from_word(end) == Some(Scale { times: 1, currency }));
    ones.next().map_or_else(|| currency.code().to_owned(), str::to_owned)
}

/// Reads a figure; `bare` is what one stands for where it does not say so itself.
///
/// # Errors
/// `Number` where it is none, or is not whole; `Money` where it is too large.
pub(super) fn read(text: &str, bare: Option<Scale>) -> Result<Figure, Problem> {
    let text = plain(text).replace(' ', "");
    let text = without_suffix(&text, OR_SO).trim_start_matches(LEAST);
    let at = text.rfind(|c: char| c.is_ascii_digit()).ok_or(Problem::Number)? + 1;
    let (number, tail) = (&text[..at], text[at..].trim_matches(['(', ')']));
    // A currency may stand first: ¥500万.
    let is_money = money_words::parse(number, None).is_ok();
    if let Some(scale) = money_scale(tail) {
        let money = money(text, Some(scale))?;
        return Ok(Figure { scale: Some(scale), ..money });
    }
    match (tail, bare) {
        ("%", _) => Ok(Figure { number: whole(number, 1)?, counts: Counts::Percent, scale: None }),
        _ if is_money => money(text, bare),
        ("", Some(scale)) => money(number, Some(scale)),
        (tail, Some(scale)) if is_multiple(tail) => {
            let figure = money(text, Some(scale))?;
            Ok(Figure { counts: Counts::Money(scale.currency), ..figure })
        }
        ("", None) => Ok(Figure { number: whole(number, 1)?, counts: Counts::Bare, scale: None }),
        (tail, _) => things(number, tail),
    }
}

fn money(text: &str, unit: Option<Scale>) -> Result<Figure, Problem> {
    let money = money_words::parse(text, unit)?;
    Ok(Figure { number: money.amount, counts: Counts::Money(money.currency), scale: None })
}

/// So many of something: `30家`, `2万人`.
fn things(number: &str, tail: &str) -> Result<Figure, Problem> {
    let multiple = TIMES.iter().find_map(|(word, times)| Some((*times, tail.strip_prefix(word)?)));
    let (times, word) = multiple.unwrap_or((1, tail));
    let is_letter = |c: char| c == '/' || !(c.is_ascii_punctuation() || c == '、');
    let is_word = word.chars().count() <= LONGEST && word.chars().all(is_letter);
    if !is_word || word.starts_with(DAYS) {
        return Err(Problem::Number);
    }
    let counts = if word.is_empty() { Counts::Bare } else { Counts::Things(word.to_owned()) };
    Ok(Figure { number: whole(number, times)?, counts, scale: None })
}

/// A number that is whole, so many times.
fn whole(number: &str, times: i64) -> Result<i64, Problem> {
    if let Ok(number) = number.replace(',', "").parse::<i64>() {
        return number.checked_mul(times).ok_or(Problem::Money(MoneyProblem::TooLarge));
    }
    let parts = times.checked_mul(PARTS).ok_or(Problem::Number)?;
    let parts = money_words::parse(number, Some(Scale { times: parts, currency: Currency::CNY }));
    let parts = parts.map_err(|_| Problem::Number)?.amount;
    if parts % PARTS == 0 { Ok(parts / PARTS) } else { Err(Problem::Number) }
}
