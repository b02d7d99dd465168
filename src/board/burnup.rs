//! How a target's figure grew, and where it leads at the present rate. Nothing is made up: what
//! came on a day that nobody knows is told apart. May use `domain`, `board`, `index`, `overview`.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

use super::overview::{self, Progress};
use super::records::Board;
use super::transaction::{Change, Transaction};
use crate::domain::reach::Since;
use crate::domain::six_one::SixOneState;
use crate::domain::target::Measure;
use crate::domain::{FieldKey, Fields, Id, Kind, Value};

/// A day and the figure at its end.
pub type Point = (NaiveDate, i64);

/// A completion further away than this is none: a hundred years.
const FOREVER: u64 = 36_525;

/// Where a target's figure leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outlook {
    /// It has no figure, only a date.
    DateOnly,
    /// The goal is reached; on which day, where that is known.
    Done(Option<NaiveDate>),
    /// It begins on a day to come.
    Ahead(NaiveDate),
    /// Nobody said when it began: there is no rate.
    NoStart,
    /// It began so many days ago, and nothing counts yet.
    NoProgress(i64),
    /// At the present rate.
    Leads {
        /// The figure on the due date; none where that is not ahead or not set.
        at_due: Option<i64>,
        /// The day on which the goal is reached; none where that is a hundred years away.
        finish: Option<NaiveDate>,
    },
}

/// What is reckoned with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Course {
    /// From when on it counts.
    pub start: Option<NaiveDate>,
    /// By when.
    pub due: Option<NaiveDate>,
    /// What has been reached.
    pub actual: i64,
    /// What is to be reached; 0: a date only.
    pub goal: i64,
    /// When it was reached, where it was and the day is known.
    pub done: Option<NaiveDate>,
}

impl Course {
    /// Where it leads. The present rate is what was reached so far, divided by the days since the
    /// start, at least one: the first day counts as a whole one. What is reached by the due date is
    /// rounded down, the day of completion up.
    #[must_use]
    pub fn outlook(self, today: NaiveDate) -> Outlook {
        if self.goal <= 0 {
            return Outlook::DateOnly;
        }
        if self.actual >= self.goal {
            return Outlook::Done(self.done);
        }
        let Some(start) = self.start else { return Outlook::NoStart };
        if start > today {
            return Outlook::Ahead(start);
        }
        let days = (today - start).num_days();
        if self.actual <= 0 {
            return Outlook::NoProgress(days);
        }
        let at_due = self.due.filter(|due| *due >= today).map(|due| self.reached_on(due, today));
        Outlook::Leads { at_due: at_due.flatten(), finish: self.finish(today) }
    }

    /// What is reached by a day to come at the present rate; none where there is no rate.
    #[must_use]
    pub fn reached_on(self, day: NaiveDate, today: NaiveDate) -> Option<i64> {
        let gone = self.gone(today)?;
        let more = i128::from(self.actual) * i128::from((day - today).num_days()) / i128::from(gone);
        i64::try_from(i128::from(self.actual) + more).ok()
    }

    /// The days since the start, the first one counted whole.
    fn gone(self, today: NaiveDate) -> Option<i64> {
        let start = self.start.filter(|start| *start <= today)?;
        Some((today - start).num_days().max(1))
    }

    fn finish(self, today: NaiveDate) -> Option<NaiveDate> {
        let gone = u128::try_from(self.gone(today)?).ok()?;
        let left = u128::try_from(self.goal.saturating_sub(self.actual)).ok()?;
        let actual = u128::try_from(self.actual).ok().filter(|actual| *actual > 0)?;
        let days = u64::try_from((left * gone).div_ceil(actual)).ok()?;
        today.checked_add_days(Days::new(days)).filter(|_| days <= FOREVER)
    }
}

/// What a target is reckoned with.
#[must_use]
pub fn course(board: &Board, progress: &Progress<'_>) -> Course {
    let target = progress.target;
    let done = board.index().done(progress.id, target);
    Course {
        start: target.start,
        due: target.due,
        actual: progress.actual,
        goal: target.goal,
        done: done.last.filter(|last| done.first == Some(*last)),
    }
}

/// How a counted figure grew, by the days that are known, and how much of it has none.
#[must_use]
pub fn counted(board: &Board, id: Id) -> (Vec<Point>, i64) {
    let Some(reach) = board.index().reach(id) else { return (Vec::new(), 0) };
    let mut sum = 0_i64;
    let points = reach.days().map(|(day, part)| {
        sum = sum.saturating_add(part);
        (day, sum)
    });
    let points = points.collect();
    (points, reach.undated())
}

/// The figures that Transactions typed in for a target, by their place in the journal: the day in
/// the office and the figure from then on.
#[must_use]
pub fn typed(board: &Board, id: Id, lines: &[Transaction]) -> BTreeMap<u64, Point> {
    let actual = FieldKey::find(Kind::Target, "actual");
    let number = |value: &Value| if let Value::Number(number) = value { *number } else { 0 };
    let first = |fields: &Fields| {
        let held = fields.iter().find(|(key, _)| Some(*key) == actual);
        held.map_or(0, |(_, value)| number(value))
    };
    let figure = |tx: &Transaction| {
        tx.changes.iter().rev().find_map(|change| match change {
            Change::Set { id: of, field, to, .. } if *of == id && Some(*field) == actual => Some(number(to)),
            Change::Create { id: of, fields } | Change::Restore { id: of, fields } if *of == id => {
                Some(first(fields))
            }
            _ => None,
        })
    };
    let point = |tx: &Transaction| Some((tx.seq, (overview::day(board, tx.at), figure(tx)?)));
    lines.iter().filter_map(point).collect()
}

/// The figure at the end of a day, of points in the order of their days; none before the first.
#[must_use]
pub fn figure_on(points: &[Point], day: NaiveDate) -> Option<i64> {
    let after = points.partition_point(|(on, _)| *on <= day);
    after.checked_sub(1).map(|at| points[at].1)
}

/// What counts towards a target, with the day since which it does, where that is known.
pub type Counted = Vec<(Option<NaiveDate>, Id)>;

/// What counts towards a target, the newest first, those of an unknown day last: leads, or Six Ones
/// in place. One pass over them.
#[must_use]
pub fn behind(board: &Board, id: Id) -> Counted {
    let Some(target) = board.target(id) else { return Vec::new() };
    let mut all: Counted = if target.measure == Measure::SixOnes {
        let own = board.six_ones().iter().filter(|(_, six_one)| {
            six_one.state == SixOneState::Ready
                && (target.division.is_none() || six_one.division == target.division)
        });
        own.map(|(id, six_one)| (six_one.ready, id)).collect()
    } else {
        let framework = board.charter().framework_counts;
        let own = board.leads().iter().filter(|(_, lead)| target.counts(lead, framework) != 0);
        own.map(|(id, lead)| match target.counts_since(lead) {
            Since::Day(day) => (Some(day), id),
            Since::After(_) => (None, id),
        })
        .collect()
    };
    all.sort_unstable_by_key(|(day, id)| Reverse((*day, *id)));
    all
}
