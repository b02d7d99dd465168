//! Days that are written in one of several orders, `03/04/2024` or `24.3.5`: which orders a text
//! allows, and the day in one of them. May use its siblings.

use chrono::NaiveDate;

use super::absolute::without_time;
use super::{DateProblem, day};
use crate::domain::typed::plain;

crate::choice! {
    /// In which order day, month and year stand.
    pub enum Order {
        /// `31/12/2024`.
        Dmy = "dmy", "日/月/年", "day/month/year";
        /// `12/31/2024`.
        Mdy = "mdy", "月/日/年", "month/day/year";
        /// `24/12/31`.
        Ymd = "ymd", "年/月/日", "year/month/day";
    }
}

/// The orders in which a text is a day: none where it is of another form, or where its year of four
/// digits stands first.
#[must_use]
pub fn orders(text: &str) -> Vec<Order> {
    let all = <Order as crate::domain::Choice>::ALL;
    all.iter().copied().filter(|order| in_order(text, *order).is_some_and(|day| day.is_ok())).collect()
}

/// The day that a text means in an order; none where it is of another form.
#[must_use]
pub fn in_order(text: &str, order: Order) -> Option<Result<NaiveDate, DateProblem>> {
    // Asked of every cell of a column: most begin with their year.
    if !text.trim_start().starts_with(|c: char| !c.is_ascii() || c.is_ascii_digit()) {
        return None;
    }
    let text = plain(text).to_lowercase();
    let text = without_time(&text);
    let separator = text.chars().find(|c| matches!(c, '-' | '/' | '.'))?;
    let parts: Vec<&str> = text.split(separator).map(str::trim).collect();
    let [first, second, third] = parts.as_slice() else { return None };
    let figures = |part: &str, most: usize| {
        let fits = (1..=most).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        fits.then(|| part.parse::<u32>().ok()).flatten()
    };
    let (one, two, three) = (figures(first, 2)?, figures(second, 2)?, figures(third, 4)?);
    Some(match (order, third.len()) {
        (Order::Dmy, digits @ (2 | 4)) => day(super::year(three, digits)?, two, one),
        (Order::Mdy, digits @ (2 | 4)) => day(super::year(three, digits)?, one, two),
        (Order::Ymd, 1 | 2) if first.len() == 2 => day(super::year(one, 2)?, two, three),
        _ => return None,
    })
}
