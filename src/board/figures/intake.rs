//! What comes in, by ISO week: Monday to Sunday. May use `domain`.

use chrono::{Days, NaiveDate};

use crate::domain::Lead;
use crate::domain::date::monday;

/// So many weeks are told, the current one among them.
pub const WEEKS: usize = 26;

/// How many weeks ago a lead was received, this week being 0; none where that is not known, lies
/// ahead, or lies further back than is told.
#[must_use]
pub fn week(lead: &Lead, today: NaiveDate) -> Option<usize> {
    let received = lead.received.filter(|day| *day <= today)?;
    let weeks = (monday(today) - monday(received)).num_days() / 7;
    usize::try_from(weeks).ok().filter(|week| *week < WEEKS)
}

/// The Monday of the week so many weeks before a day's.
#[must_use]
pub fn monday_before(today: NaiveDate, weeks: usize) -> NaiveDate {
    let days = u64::try_from(weeks * 7).unwrap_or(0);
    monday(today).checked_sub_days(Days::new(days)).unwrap_or(today)
}
