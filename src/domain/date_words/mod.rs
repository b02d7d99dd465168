//! Dates as people type them and sheets hold them: `2024年3月底`, `3月中旬`, `二季度末`, `年底前`,
//! `下周一`, `+7d`, `6/30`, `15 Apr, 2021 00:02:00`. May use `date`, `typed`.

mod absolute;
mod english;
mod order;
mod period;
mod relative;

use chrono::{Datelike, Days, Months, NaiveDate};

use super::typed::{plain, without_prefix, without_suffix};
pub use order::{Order, in_order, orders};

/// Which way a date leans that does not say it all: a period by its first or its last day, and a
/// day without a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lean {
    /// Something that has happened: the first day of a period; without a year the one of this
    /// year, or of the last where that lies more than half a year ahead.
    Start,
    /// A day that is looked back at: the last day of a period, or today within one; without a year
    /// the latest one that has come.
    Past,
    /// A deadline: the last day of a period; without a year the next one that has not passed.
    End,
}

/// Why a text is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DateProblem {
    /// Not a date.
    #[error("not a date")]
    Unreadable,
    /// It can be read in two ways, like `03/04/2024`.
    #[error("day or month first?")]
    Ambiguous,
    /// The calendar has no such day.
    #[error("no such day")]
    NoSuchDay,
}

/// A reading: none where the text is of another form than the one that was tried.
type Found = Option<Result<NaiveDate, DateProblem>>;

/// What a reading may look at.
#[derive(Clone, Copy)]
struct Base {
    today: NaiveDate,
    lean: Lean,
    /// The year of dates that give none; none where the lean says it.
    year: Option<i32>,
}

impl Base {
    /// The year that is this one.
    fn this_year(self) -> i32 {
        self.year.unwrap_or(self.today.year())
    }

    /// The first or last day of a period, as this leans.
    fn of(self, first: NaiveDate, last: NaiveDate) -> NaiveDate {
        match self.lean {
            Lean::Start => first,
            Lean::End => last,
            Lean::Past => last.min(self.today).max(first),
        }
    }

    /// A date given without a year, by what it would be in a year: in the year that is meant.
    /// `None` where the calendar has it in none of the years around.
    fn in_year(self, date: impl Fn(i32) -> Option<NaiveDate>) -> Option<NaiveDate> {
        if let Some(year) = self.year {
            return date(year);
        }
        let year = self.today.year();
        match self.lean {
            // A leap day may be up to eight years ahead.
            Lean::End => (year..=year + 8).filter_map(date).find(|d| *d >= self.today),
            Lean::Past => (year - 8..=year).rev().filter_map(date).find(|d| *d <= self.today),
            Lean::Start => {
                let latest = self.today.checked_add_days(Days::new(183)).unwrap_or(self.today);
                (year - 8..=year).rev().filter_map(date).find(|d| *d <= latest)
            }
        }
    }
}

/// Words before a date that only make it vague.
const ABOUT: &[&str] = &["计划于", "力争", "预计", "计划", "大约", "约"];
/// Words after a deadline that say no more than that it is one.
const BY: &[&str] = &["之前", "以前", "前后", "左右", "前", "止"];

/// Reads a date as of `today`.
///
/// # Errors
/// Why the text is no date; nothing is guessed where day and month could be exchanged.
pub fn parse(text: &str, today: NaiveDate, lean: Lean) -> Result<NaiveDate, DateProblem> {
    let base = Base { today, lean, year: None };
    let text = plain(text).to_lowercase();
    let text = without_suffix(without_prefix(&text, ABOUT), BY);
    let found = read(text, base);
    let is_ahead = lean == Lean::Past && found.is_ok_and(|date| date > today);
    match an_age_ago(text, today).filter(|_| is_ahead) {
        Some(today) => read(text, Base { today, ..base }),
        None => found,
    }
}

/// Reads a date of a list that is of one year: what gives none is in it, whether it has passed or not.
///
/// # Errors
/// As `parse`.
pub fn parse_of_year(text: &str, today: NaiveDate, lean: Lean, year: i32) -> Result<NaiveDate, DateProblem> {
    let text = plain(text).to_lowercase();
    let text = without_suffix(without_prefix(&text, ABOUT), BY);
    // The next quarter is counted from today.
    let year = (!text.starts_with("下季")).then_some(year);
    read(text, Base { today, lean, year })
}

/// A month or a year ago, where a text names the end of one without saying which: that of this
/// one may not have come yet.
fn an_age_ago(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let months = match text {
        "eom" | "end of month" => 1,
        "eoy" | "end of year" | "year end" => 12,
        _ if text.starts_with('月') => 1,
        _ if text.starts_with('年') => 12,
        _ => return None,
    };
    today.checked_sub_months(Months::new(months))
}

fn read(text: &str, base: Base) -> Result<NaiveDate, DateProblem> {
    let forms = [absolute::read, relative::read, period::read, english::read];
    forms.iter().find_map(|read| read(text, base)).unwrap_or(Err(DateProblem::Unreadable))
}

/// The date of a spreadsheet's day number (`45356`, `45356.5`), from 1920 to 2199: other numbers
/// are no dates that an office means.
#[must_use]
pub fn serial(text: &str) -> Option<NaiveDate> {
    let text = plain(text);
    let (days, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let all_digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if days.is_empty() || !all_digits(days) || !all_digits(fraction) {
        return None;
    }
    let days: u64 = days.parse().ok().filter(|days| (7_306..=109_574).contains(days))?;
    // Day 0 lies before 1900-01-01, since spreadsheets count a 29 February 1900 that never was.
    NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(days))
}

/// The same in a workbook whose days are counted from 1904.
#[must_use]
pub fn serial_from_1904(text: &str) -> Option<NaiveDate> {
    serial(text)?.checked_add_days(Days::new(1462))
}

/// A day of the calendar.
fn day(year: i32, month: u32, day: u32) -> Result<NaiveDate, DateProblem> {
    NaiveDate::from_ymd_opt(year, month, day).ok_or(DateProblem::NoSuchDay)
}

/// The four-digit year that a number of two or four digits stands for.
fn year(number: u32, digits: usize) -> Option<i32> {
    let year = i32::try_from(number).ok()?;
    match digits {
        2 => Some(2000 + year),
        4 if year >= 1000 => Some(year),
        _ => None,
    }
}
