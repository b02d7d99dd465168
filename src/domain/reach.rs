//! When a goal was reached, as far as the records say: what counts towards a target, by day.
//! Nothing is made up: where the day is not known, it is a span. May use nothing.

use std::collections::BTreeMap;

use chrono::NaiveDate;

/// From when on something counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Since {
    /// From a known day.
    Day(NaiveDate),
    /// Nobody knows, but not from before a day, where there is one.
    After(Option<NaiveDate>),
}

/// The day something was done: between two days, where either may be unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Done {
    /// Not before it.
    pub first: Option<NaiveDate>,
    /// Not after it.
    pub last: Option<NaiveDate>,
}

impl Done {
    /// Done on a day, or on one that nobody knows.
    #[must_use]
    pub const fn on(day: Option<NaiveDate>) -> Self {
        Self { first: day, last: day }
    }
}

/// What counts towards a target, each part with the day since which it does.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reach {
    total: i64,
    known: BTreeMap<NaiveDate, i64>,
    unknown: BTreeMap<Option<NaiveDate>, i64>,
}

impl Reach {
    /// A figure without days.
    #[must_use]
    pub fn figure(total: i64) -> Self {
        Self { total, ..Self::default() }
    }

    /// The sum of all parts.
    #[must_use]
    pub const fn total(&self) -> i64 {
        self.total
    }

    /// The parts by the day since which they count, oldest first; those of an unknown day are not
    /// among them.
    pub fn days(&self) -> impl Iterator<Item = (NaiveDate, i64)> {
        self.known.iter().map(|(day, part)| (*day, *part))
    }

    /// The sum of the parts that nobody knows the day of.
    #[must_use]
    pub fn undated(&self) -> i64 {
        self.unknown.values().fold(0, |sum, part| sum.saturating_add(*part))
    }

    /// Adds a part; takes one out where it is below zero.
    pub fn add(&mut self, since: Since, part: i64) {
        self.total = self.total.saturating_add(part);
        match since {
            Since::Day(day) => put(&mut self.known, day, part),
            Since::After(day) => put(&mut self.unknown, day, part),
        }
    }

    /// The day on which the parts came to a goal, the unknown ones as early and as late as they
    /// can have come; none where they do not come to it.
    #[must_use]
    pub fn reached(&self, goal: i64) -> Option<Done> {
        if self.total < goal {
            return None;
        }
        let mut all = self.unknown.clone();
        for (day, part) in &self.known {
            put(&mut all, Some(*day), *part);
        }
        let known = self.known.iter().map(|(day, part)| (Some(*day), *part));
        let first = day_of(all.into_iter(), goal);
        Some(Done { first, last: day_of(known, goal) })
    }
}

fn put<D: Ord>(parts: &mut BTreeMap<D, i64>, day: D, part: i64) {
    let held = parts.remove(&day).unwrap_or(0).saturating_add(part);
    if held != 0 {
        parts.insert(day, held);
    }
}

/// The day on which parts, oldest first, come to a goal.
fn day_of(parts: impl Iterator<Item = (Option<NaiveDate>, i64)>, goal: i64) -> Option<NaiveDate> {
    let mut sum = 0_i64;
    let mut parts = parts.skip_while(|(_, part)| {
        sum = sum.saturating_add(*part);
        sum < goal
    });
    parts.next().and_then(|(day, _)| day)
}
