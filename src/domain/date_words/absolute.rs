//! Dates in figures: `2024-3-5`, `2024.3`, `20240305`, `6/30`, `2024年3月5日`, with or without a
//! time behind. May use `date`.

use chrono::NaiveDate;

use super::super::date::month_end;
use super::{Base, DateProblem, Found, day, year};

pub(super) fn read(text: &str, base: Base) -> Found {
    let text = without_time(text);
    han(text, base).or_else(|| figures(text, base))
}

/// A text without the time of day behind its date; unchanged where there is none.
pub(super) fn without_time(text: &str) -> &str {
    let at = text.char_indices().find(|(i, c)| match c {
        ' ' => true,
        't' => text[..*i].ends_with(|c: char| c.is_ascii_digit()),
        _ => false,
    });
    // The time is what follows the last gap: `15 apr, 2021 00:02:00` has several.
    let gaps = at.into_iter().chain(text.char_indices().filter(|(_, c)| *c == ' '));
    let time = gaps.filter(|(i, _)| is_time(text[i + 1..].trim())).map(|(i, _)| i).next();
    time.map_or(text, |i| text[..i].trim_end())
}

/// `0:02`, `00:02:00`, `10:00:00.5z`, `10:00:00+08:00`, `2:30 pm`.
fn is_time(text: &str) -> bool {
    let text = text.trim_end_matches("am").trim_end_matches("pm").trim_end();
    let text = text.strip_suffix('z').unwrap_or(text);
    let clock = text.split(['+', '-']).next().unwrap_or_default();
    let mut parts = clock.split(':');
    let first = parts.next().unwrap_or_default();
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    let rest: Vec<&str> = parts.collect();
    (1..=2).contains(&first.len())
        && digits(first)
        && (1..=2).contains(&rest.len())
        && rest.iter().all(|p| digits(p))
        && text[clock.len()..].bytes().all(|b| b.is_ascii_digit() || b"+-:".contains(&b))
}

/// `2024年3月5日`, `2024年3月`, `24年3月5号`, `3月5日`, `2024年`.
fn han(text: &str, base: Base) -> Found {
    let (number, rest) = super::super::typed::leading_number(text)?;
    if let Some(rest) = rest.strip_prefix('年') {
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let year = year(number, digits)?;
        if rest.is_empty() {
            return Some(whole(base, year, 1, 12));
        }
        let (month, day) = month_and_day(rest.strip_prefix('的').unwrap_or(rest))?;
        return Some(in_month(base, year, month, day));
    }
    let (month, day) = month_and_day(text)?;
    let found = base.in_year(|year| in_month(base, year, month, day).ok());
    Some(found.ok_or(DateProblem::NoSuchDay))
}

fn month_and_day(text: &str) -> Option<(u32, Option<u32>)> {
    let (month, rest) = super::super::typed::leading_number(text)?;
    let rest = rest.strip_prefix("月份").or_else(|| rest.strip_prefix('月'))?;
    let rest = rest.strip_suffix('内').unwrap_or(rest);
    if rest.is_empty() {
        return Some((month, None));
    }
    let (day, rest) = super::super::typed::leading_number(rest)?;
    matches!(rest, "" | "日" | "号").then_some((month, Some(day)))
}

fn in_month(base: Base, year: i32, month: u32, date: Option<u32>) -> Result<NaiveDate, DateProblem> {
    match date {
        Some(date) => day(year, month, date),
        None => whole(base, year, month, month),
    }
}

/// A run of months as the base leans.
pub(super) fn whole(base: Base, year: i32, from: u32, to: u32) -> Result<NaiveDate, DateProblem> {
    Ok(base.of(day(year, from, 1)?, month_end(day(year, to, 1)?)))
}

/// Figures between `-`, `/` or `.`, or eight, six or four in a row.
fn figures(text: &str, base: Base) -> Found {
    let separator = text.find(['-', '/', '.']).and_then(|i| text[i..].chars().next());
    let Some(separator) = separator else {
        return compact(text, base);
    };
    let parts: Vec<&str> = text.split(separator).map(str::trim).collect();
    let numbers: Vec<u32> =
        parts.iter().map(|p| if p.len() <= 4 { p.parse().ok() } else { None }).collect::<Option<_>>()?;
    if parts.iter().any(|p| !p.bytes().all(|b| b.is_ascii_digit())) {
        return None;
    }
    match (parts.as_slice(), numbers.as_slice()) {
        ([y, _, _], [n, month, date]) if y.len() == 4 => Some(day(year(*n, 4)?, *month, *date)),
        ([_, _, y], [a, b, n]) if y.len() == 4 => Some(either_first(year(*n, 4)?, *a, *b)),
        ([y, _], [n, month]) if y.len() == 4 => Some(whole(base, year(*n, 4)?, *month, *month)),
        ([_, y], [month, n]) if y.len() == 4 => Some(whole(base, year(*n, 4)?, *month, *month)),
        ([_, _, _], _) => Some(Err(DateProblem::Ambiguous)),
        ([_, _], [month, date]) => {
            Some(base.in_year(|year| day(year, *month, *date).ok()).ok_or(DateProblem::NoSuchDay))
        }
        _ => None,
    }
}

/// Day and month before a year: sure only where one of them can be no month, or both are equal.
fn either_first(year: i32, a: u32, b: u32) -> Result<NaiveDate, DateProblem> {
    match (a, b) {
        (a, b) if a > 12 => day(year, b, a),
        (a, b) if b > 12 || a == b => day(year, a, b),
        _ => Err(DateProblem::Ambiguous),
    }
}

fn compact(text: &str, base: Base) -> Found {
    if !text.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let number: u32 = text.parse().ok()?;
    match text.len() {
        8 => Some(day(year(number / 10_000, 4)?, number / 100 % 100, number % 100)),
        6 => Some(whole(base, year(number / 100, 4)?, number % 100, number % 100)),
        4 => Some(whole(base, year(number, 4)?, 1, 12)),
        _ => None,
    }
}
