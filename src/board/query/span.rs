//! Comparisons as ranges: of numbers, and of days. May use `date_words`, `typed`.

use std::ops::RangeInclusive;

use chrono::{Datelike, Days, NaiveDate};

use super::read::Sign;
use crate::domain::date_words::{self, DateProblem, Lean};
use crate::domain::typed::{leading_number, plain};

/// The numbers that a comparison holds for.
pub(super) const fn range(sign: Sign, number: i64) -> RangeInclusive<i64> {
    match sign {
        Sign::Is => number..=number,
        Sign::Below => i64::MIN..=number.saturating_sub(1),
        Sign::Most => i64::MIN..=number,
        Sign::Above => number.saturating_add(1)..=i64::MAX,
        Sign::Least => number..=i64::MAX,
    }
}

/// So many days: `30`, `30d`, `30天`, `2w`, `两周`; a month is thirty.
pub(super) fn days(text: &str) -> Option<i64> {
    let text = plain(text).to_lowercase();
    let (number, unit) = leading_number(&text)?;
    let times = if unit.trim().is_empty() { 1 } else { days_of(unit.trim())? };
    Some(i64::from(number) * times)
}

fn days_of(unit: &str) -> Option<i64> {
    Some(match unit {
        "d" | "day" | "days" | "天" => 1,
        "w" | "week" | "weeks" | "周" | "星期" => 7,
        "m" | "month" | "months" | "个月" | "月" => 30,
        "y" | "year" | "years" => 365,
        _ => return None,
    })
}

/// The days that a comparison holds for. A number of days is counted from today: towards what is
/// still to come in a field of deadlines, back in one that says what has happened, where less is
/// younger. Its last day is among them, as it is among those of `<月底`.
pub(super) fn dates(
    text: &str,
    sign: Sign,
    today: NaiveDate,
    lean: Lean,
) -> Result<RangeInclusive<NaiveDate>, DateProblem> {
    let text = plain(text).to_lowercase();
    if let Some(count) = counted(&text) {
        return if lean == Lean::End {
            let sign = if sign == Sign::Below { Sign::Most } else { sign };
            Ok(between(sign, moved(today, count)?, moved(today, count)?))
        } else {
            let sign = match sign {
                Sign::Is => Sign::Is,
                Sign::Below | Sign::Most => Sign::Least,
                Sign::Above => Sign::Below,
                Sign::Least => Sign::Most,
            };
            Ok(between(sign, moved(today, -count)?, moved(today, -count)?))
        };
    }
    let (first, last) = period(&text, today, lean)?;
    let by = sign == Sign::Below && ["底", "末", "前", "止", "end"].iter().any(|end| text.ends_with(end));
    Ok(between(if by { Sign::Most } else { sign }, first, last))
}

/// So many days from today, where a text says that and no date.
fn counted(text: &str) -> Option<i64> {
    let (number, unit) = leading_number(text)?;
    // 3月 is a month of the year.
    let times = if unit.trim() == "月" { None } else { days_of(unit.trim()) };
    Some(i64::from(number) * times?)
}

fn moved(today: NaiveDate, days: i64) -> Result<NaiveDate, DateProblem> {
    let by = Days::new(days.unsigned_abs());
    let moved = if days < 0 { today.checked_sub_days(by) } else { today.checked_add_days(by) };
    moved.ok_or(DateProblem::NoSuchDay)
}

/// The first and the last day of what a text names; the same one where that is a day.
fn period(text: &str, today: NaiveDate, lean: Lean) -> Result<(NaiveDate, NaiveDate), DateProblem> {
    let own = date_words::parse(text, today, lean)?;
    let other = match lean {
        Lean::Start => date_words::parse(text, today, Lean::End)?,
        Lean::Past | Lean::End => date_words::parse(text, today, Lean::Start)?,
    };
    // Without a year the two may lie years apart: the other edge is the one nearest to the own.
    let other = if (own - other).num_days().abs() < 366 {
        other
    } else {
        let near = (own.year() - 1..=own.year() + 1).filter_map(|year| other.with_year(year));
        near.min_by_key(|day| (own - *day).num_days().abs()).unwrap_or(own)
    };
    let is_day = (own.month(), own.day()) == (other.month(), other.day());
    let other = if is_day { own } else { other };
    Ok((own.min(other), own.max(other)))
}

fn between(sign: Sign, first: NaiveDate, last: NaiveDate) -> RangeInclusive<NaiveDate> {
    match sign {
        Sign::Is => first..=last,
        Sign::Below => NaiveDate::MIN..=first.pred_opt().unwrap_or(first),
        Sign::Most => NaiveDate::MIN..=last,
        Sign::Above => last.succ_opt().unwrap_or(last)..=NaiveDate::MAX,
        Sign::Least => first..=NaiveDate::MAX,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_by_comparison() {
        use Sign::{Above, Below, Is, Least, Most};
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap_or_default();
        let table = [
            ("7d", Below, Lean::End, "..2026-11-30"),
            ("7天", Above, Lean::End, "2026-12-01.."),
            ("today", Is, Lean::End, "2026-11-23..2026-11-23"),
            ("月底", Below, Lean::End, "..2026-11-30"),
            ("2026-12-01", Below, Lean::End, "..2026-11-30"),
            ("2026-12-01", Most, Lean::End, "..2026-12-01"),
            ("2026-06-01", Above, Lean::Start, "2026-06-02.."),
            ("2026-06", Is, Lean::Start, "2026-06-01..2026-06-30"),
            ("2026-06", Above, Lean::Start, "2026-07-01.."),
            ("12月", Below, Lean::End, "..2026-11-30"),
            ("12月", Is, Lean::End, "2026-12-01..2026-12-31"),
            ("30d", Below, Lean::Start, "2026-10-24.."),
            ("30d", Above, Lean::Start, "..2026-10-23"),
            ("90d", Least, Lean::Start, "..2026-08-25"),
        ];
        for (text, sign, lean, want) in table {
            let got = dates(text, sign, today, lean).map(|days| {
                let show = |day: NaiveDate, open: NaiveDate| {
                    if day == open { String::new() } else { day.to_string() }
                };
                format!("{}..{}", show(*days.start(), NaiveDate::MIN), show(*days.end(), NaiveDate::MAX))
            });
            assert_eq!(got.as_deref(), Ok(want), "{sign:?} {text}");
        }
    }
}
