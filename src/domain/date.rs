//! Civil dates of the office. Uses nothing.

use chrono::{Datelike, Days, Months, NaiveDate};

/// The last day of a date's month.
#[must_use]
pub fn month_end(date: NaiveDate) -> NaiveDate {
    let first = date.with_day(1).unwrap_or(date);
    first.checked_add_months(Months::new(1)).and_then(|next| next.pred_opt()).unwrap_or(date)
}

/// The Monday of a date's week; the date itself at the beginning of the calendar.
#[must_use]
pub fn monday(date: NaiveDate) -> NaiveDate {
    date.checked_sub_days(Days::new(date.weekday().num_days_from_monday().into())).unwrap_or(date)
}

/// The Sunday of a date's week; the date itself at the end of the calendar.
#[must_use]
pub fn sunday(date: NaiveDate) -> NaiveDate {
    plus_days(date, (7 - date.weekday().number_from_monday()).into())
}

/// The date so many days later, or the same date at the end of the calendar.
#[must_use]
pub fn plus_days(date: NaiveDate, days: u64) -> NaiveDate {
    date.checked_add_days(Days::new(days)).unwrap_or(date)
}

/// The date so many months later, or the same date at the end of the calendar.
#[must_use]
pub fn plus_months(date: NaiveDate, months: u32) -> NaiveDate {
    date.checked_add_months(Months::new(months)).unwrap_or(date)
}
