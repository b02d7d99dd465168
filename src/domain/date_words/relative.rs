//! Dates counted from today: `明天`, `+7d`, `两周后`, `周五`, `下周一`. May use `date`, `typed`.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::super::typed::{leading_number, without_prefix};
use super::{Base, DateProblem, Found, Lean};

pub(super) fn read(text: &str, base: Base) -> Found {
    named(text, base.today).or_else(|| offset(text, base.today)).or_else(|| weekday(text, base))
}

fn named(text: &str, today: NaiveDate) -> Found {
    let days = match text {
        "今天" | "今日" | "today" | "now" => 0,
        "明天" | "明日" | "tomorrow" => 1,
        "后天" => 2,
        "大后天" => 3,
        "昨天" | "昨日" | "yesterday" => -1,
        "前天" => -2,
        _ => return None,
    };
    Some(plus(today, days, Step::Day))
}

#[derive(Clone, Copy)]
enum Step {
    Day,
    Week,
    Month,
    Year,
}

/// `+7d`, `-3d`, `2w`, `3m`, `1y`, `+7`, `7天后`, `两周后`, `半年后`.
fn offset(text: &str, today: NaiveDate) -> Found {
    if matches!(text, "半年后" | "半年内") {
        return Some(plus(today, 6, Step::Month));
    }
    let (sign, rest) = match text.split_at_checked(1) {
        Some(("+", rest)) => (Some(1), rest.trim_start()),
        Some(("-", rest)) => (Some(-1), rest.trim_start()),
        _ => (None, text),
    };
    let (number, unit) = leading_number(rest)?;
    let unit = unit.trim_start();
    let (back, unit) = match unit.strip_suffix("ago") {
        Some(unit) => (true, unit.trim_end()),
        None => (false, unit),
    };
    let step = match unit {
        "" if sign.is_some() => Step::Day,
        "d" | "day" | "days" | "天" | "天后" | "天内" | "日后" | "日内" => Step::Day,
        "w" | "week" | "weeks" | "周" | "周后" | "周内" | "星期" | "星期后" | "个星期后" => {
            Step::Week
        }
        "m" | "month" | "months" | "个月" | "个月后" | "个月内" | "月后" => Step::Month,
        "y" | "year" | "years" | "年后" | "年内" => Step::Year,
        _ => return None,
    };
    let sign = if back { -1 } else { sign.unwrap_or(1) };
    Some(plus(today, i64::from(number) * sign, step))
}

fn plus(today: NaiveDate, count: i64, step: Step) -> Result<NaiveDate, DateProblem> {
    let (days, months) = match step {
        Step::Day => (count, 0),
        Step::Week => (count.saturating_mul(7), 0),
        Step::Month => (0, count),
        Step::Year => (0, count.saturating_mul(12)),
    };
    let months_by = u32::try_from(months.unsigned_abs()).map(Months::new);
    let days_by = Days::new(days.unsigned_abs());
    let moved = match (months_by, months < 0) {
        (Ok(by), false) => today.checked_add_months(by),
        (Ok(by), true) => today.checked_sub_months(by),
        (Err(_), _) => None,
    };
    let moved =
        moved.and_then(|d| if days < 0 { d.checked_sub_days(days_by) } else { d.checked_add_days(days_by) });
    moved.filter(|d| (1000..=9999).contains(&d.year())).ok_or(DateProblem::NoSuchDay)
}

/// `周五` is the next one from today on; `本周五` and `下周一` are of this week and the next.
fn weekday(text: &str, base: Base) -> Found {
    let (week, rest) = week_of(text);
    let rest = without_prefix(rest, &["星期", "礼拜", "周"]);
    if rest.is_empty() {
        return week.filter(|_| text != rest).map(|week| bounds(base, week, 0, 6));
    }
    if matches!(rest, "末" | "weekend") && text != rest {
        return Some(bounds(base, week.unwrap_or(0), 5, 6));
    }
    let alone = text == rest;
    let wanted = if alone { english_day(rest)? } else { han_day(rest).or_else(|| english_day(rest))? };
    let from_monday = i64::from(wanted.num_days_from_monday());
    let today_is = i64::from(base.today.weekday().num_days_from_monday());
    let days = match week {
        Some(week) => week * 7 + from_monday - today_is,
        None => match base.lean {
            Lean::End => (from_monday - today_is).rem_euclid(7),
            Lean::Start | Lean::Past => from_monday - today_is - if from_monday > today_is { 7 } else { 0 },
        },
    };
    Some(plus(base.today, days, Step::Day))
}

/// The week that a text begins with, counted from this one, and the rest.
fn week_of(text: &str) -> (Option<i64>, &str) {
    const WEEKS: &[(&str, i64)] = &[
        ("下下", 2),
        ("下个", 1),
        ("下", 1),
        ("本", 0),
        ("这", 0),
        ("上", -1),
        ("next ", 1),
        ("this ", 0),
        ("last ", -1),
    ];
    for (word, week) in WEEKS {
        let Some(rest) = text.strip_prefix(word) else { continue };
        let rest = rest.trim();
        let han = ["周", "星期", "礼拜"].iter().any(|w| rest.starts_with(w));
        if han || rest == "week" {
            return (Some(*week), rest.strip_prefix("week").unwrap_or(rest));
        }
        if word.ends_with(' ') && english_day(rest).is_some() {
            return (Some(*week), rest);
        }
    }
    (None, text)
}

fn bounds(base: Base, week: i64, from: i64, to: i64) -> Result<NaiveDate, DateProblem> {
    let today_is = i64::from(base.today.weekday().num_days_from_monday());
    let at = |day: i64| plus(base.today, week * 7 + day - today_is, Step::Day);
    Ok(base.of(at(from)?, at(to)?))
}

fn han_day(text: &str) -> Option<Weekday> {
    Some(match text {
        "一" | "1" => Weekday::Mon,
        "二" | "2" => Weekday::Tue,
        "三" | "3" => Weekday::Wed,
        "四" | "4" => Weekday::Thu,
        "五" | "5" => Weekday::Fri,
        "六" | "6" => Weekday::Sat,
        "日" | "天" | "7" => Weekday::Sun,
        _ => return None,
    })
}

fn english_day(text: &str) -> Option<Weekday> {
    // chrono reads `fri` and `friday`, nothing else.
    text.parse().ok()
}
