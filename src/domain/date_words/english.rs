//! Dates with an English month: `15 Apr, 2021 00:02:00`, `April 15`, `15-Apr-21`, `Apr 2021`.
//! May use nothing beside its siblings.

use chrono::Month;

use super::absolute::{whole, without_time};
use super::{Base, DateProblem, Found, day, period, year};

pub(super) fn read(text: &str, base: Base) -> Found {
    period::english(text, base).or_else(|| with_month(without_time(text), base))
}

fn with_month(text: &str, base: Base) -> Found {
    let words: Vec<&str> = text.split([' ', ',', '-', '/', '.']).filter(|word| !word.is_empty()).collect();
    if words.len() > 3 {
        return None;
    }
    let at = words.iter().position(|word| word.parse::<Month>().is_ok() || *word == "sept")?;
    let month = words[at].parse::<Month>().map_or(9, |m| m.number_from_month());
    let rest: Vec<(u32, usize)> =
        words.iter().enumerate().filter(|(i, _)| *i != at).map(|(_, w)| number(w)).collect::<Option<_>>()?;
    match rest.as_slice() {
        [] => Some(base.in_year(|y| whole(base, y, month, month).ok()).ok_or(DateProblem::NoSuchDay)),
        [(y, 4)] => Some(whole(base, year(*y, 4)?, month, month)),
        [(date, _)] => Some(base.in_year(|y| day(y, month, *date).ok()).ok_or(DateProblem::NoSuchDay)),
        [(y, 4), (date, 1 | 2)] | [(date, 1 | 2), (y, 4)] => Some(day(year(*y, 4)?, month, *date)),
        [(date, 1 | 2), (y, 2)] => Some(day(year(*y, 2)?, month, *date)),
        _ => None,
    }
}

/// A number of at most four digits with how many it has; `15th` counts as `15`.
fn number(word: &str) -> Option<(u32, usize)> {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = word.split_at(digits);
    let plain = matches!(rest, "" | "st" | "nd" | "rd" | "th");
    (plain && (1..=4).contains(&digits)).then(|| number.parse().ok()).flatten().map(|n| (n, digits))
}
