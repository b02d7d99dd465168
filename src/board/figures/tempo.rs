//! How many days leads took from stage to stage, lately and in the quarter before: the efficiency
//! advantage. May use `domain`.

use chrono::NaiveDate;

use super::funnel::Standing;
use crate::domain::{Lead, Stage};

/// A quarter has so many days here, so that two of them can be compared.
pub const QUARTER: i64 = 90;

/// When a passage ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Quarter {
    /// In the last 90 days, today included.
    Now,
    /// In the 90 days before these.
    Before,
}

impl Quarter {
    /// The quarter of a day; none for one further back, or to come.
    #[must_use]
    pub fn of(day: NaiveDate, today: NaiveDate) -> Option<Self> {
        match (today - day).num_days() {
            0..QUARTER => Some(Self::Now),
            QUARTER..180 => Some(Self::Before),
            _ => None,
        }
    }
}

/// A passage from one stage to the next, by the stage that it leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Passage {
    /// From the receipt to the first talk.
    Talk,
    /// From the first talk to the signing.
    Sign,
    /// From the signing to the landing.
    Land,
    /// From the landing to the start of building.
    Build,
    /// From that start to operation; from the landing where nothing is built.
    Run,
}

impl Passage {
    /// All passages in order.
    pub const ALL: [Self; 5] = [Self::Talk, Self::Sign, Self::Land, Self::Build, Self::Run];

    /// The stage that it leads to.
    #[must_use]
    pub const fn to(self) -> Stage {
        match self {
            Self::Talk => Stage::Talk,
            Self::Sign => Stage::Sign,
            Self::Land => Stage::Land,
            Self::Build => Stage::Build,
            Self::Run => Stage::Run,
        }
    }

    /// The stage that it leads from; 开工 stands for the stage before 投产, which is 落地 where
    /// nothing is built.
    #[must_use]
    pub const fn from(self) -> Stage {
        match self {
            Self::Talk => Stage::Lead,
            Self::Sign => Stage::Talk,
            Self::Land => Stage::Sign,
            Self::Build => Stage::Land,
            Self::Run => Stage::Build,
        }
    }

    /// When a lead made the passage and how many days it took. None where it did not, where either
    /// day is not known, and where they stand the wrong way round, which is a slip of the pen.
    #[must_use]
    pub fn taken(self, lead: &Lead, standing: Standing) -> Option<(NaiveDate, u32)> {
        if !standing.has_reached(self.to()) {
            return None;
        }
        let from = match self {
            Self::Run if !standing.builds => lead.landed,
            _ => lead.reached_on(self.from()),
        };
        let (from, to) = (from?, lead.reached_on(self.to())?);
        Some((to, u32::try_from((to - from).num_days()).ok()?))
    }

    /// The same where the passage ended in one of the two quarters.
    #[must_use]
    pub fn lately(self, lead: &Lead, standing: Standing, today: NaiveDate) -> Option<(Quarter, u32)> {
        let (day, taken) = self.taken(lead, standing)?;
        Some((Quarter::of(day, today)?, taken))
    }
}

/// In which of the two quarters a lead's verdict was given, and how many days after its receipt.
#[must_use]
pub fn verdict(lead: &Lead, today: NaiveDate) -> Option<(Quarter, u32)> {
    let (from, to) = (lead.received?, lead.verdict_at?);
    Some((Quarter::of(to, today)?, u32::try_from((to - from).num_days()).ok()?))
}

/// A median and of how many; none of nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Median {
    /// Days; of an even number the mean of the middle two, halves rounded up.
    pub days: Option<u32>,
    /// Of how many leads.
    pub n: u32,
}

impl Median {
    /// The median of some days, which are put in another order.
    #[must_use]
    pub fn of(days: &mut [u32]) -> Self {
        let n = u32::try_from(days.len()).unwrap_or(u32::MAX);
        if days.is_empty() {
            return Self { days: None, n };
        }
        let middle = days.len() / 2;
        let (below, upper, _) = days.select_nth_unstable(middle);
        let upper = *upper;
        let median = match below.iter().max() {
            Some(lower) if n.is_multiple_of(2) => u32::midpoint(*lower, upper + 1),
            _ => upper,
        };
        Self { days: Some(median), n }
    }
}

/// The median days of something, lately and in the quarter before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tempo {
    /// In the last 90 days.
    pub now: Median,
    /// In the 90 days before.
    pub before: Median,
}

impl Tempo {
    /// So many days faster than in the quarter before, negative where slower; none where either
    /// quarter has nothing to compare.
    #[must_use]
    pub fn faster(&self) -> Option<i64> {
        Some(i64::from(self.before.days?) - i64::from(self.now.days?))
    }

    /// The median of a quarter.
    #[must_use]
    pub const fn of(&self, quarter: Quarter) -> Median {
        match quarter {
            Quarter::Now => self.now,
            Quarter::Before => self.before,
        }
    }
}

/// The days that are collected for the medians.
#[derive(Debug, Clone, Default)]
pub(super) struct Days {
    passages: [[Vec<u32>; 2]; 5],
    verdicts: [Vec<u32>; 2],
}

impl Days {
    pub(super) fn count(&mut self, lead: &Lead, standing: Standing, today: NaiveDate) {
        for (passage, days) in Passage::ALL.into_iter().zip(&mut self.passages) {
            if let Some((quarter, taken)) = passage.lately(lead, standing, today) {
                days[quarter as usize].push(taken);
            }
        }
        if let Some((quarter, taken)) = verdict(lead, today) {
            self.verdicts[quarter as usize].push(taken);
        }
    }

    pub(super) fn medians(mut self) -> ([Tempo; 5], Tempo) {
        let median =
            |[now, before]: &mut [Vec<u32>; 2]| Tempo { now: Median::of(now), before: Median::of(before) };
        (self.passages.each_mut().map(median), median(&mut self.verdicts))
    }
}
