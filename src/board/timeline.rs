//! The progress chart 进度图: the targets in groups, and time in months, weeks or quarters.
//! May use `domain`, `board`.

use std::collections::{BTreeMap, HashMap};

use chrono::{Datelike, Days, Months, NaiveDate};

use super::records::Board;
use crate::domain::lead::LeadKind;
use crate::domain::target::Area;
use crate::domain::{Choice, Id, Lead, Stage, Target, date};

/// By what the targets are grouped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Grouping {
    /// By division, in the order of the digits.
    #[default]
    Division,
    /// By area of the wall chart.
    Area,
    /// By owner, in the order of the roster.
    Owner,
}

impl Grouping {
    /// All of them, in the order of Tab.
    pub const ALL: [Self; 3] = [Self::Division, Self::Area, Self::Owner];

    /// The grouping after this one, or the one before.
    #[must_use]
    pub const fn next(self, back: bool) -> Self {
        match (self, back) {
            (Self::Division, false) | (Self::Owner, true) => Self::Area,
            (Self::Area, false) | (Self::Division, true) => Self::Owner,
            (Self::Owner, false) | (Self::Area, true) => Self::Division,
        }
    }
}

/// What a group has in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// An area.
    Area(Area),
    /// A division or a person.
    Of(Id),
    /// They have none: comes last.
    None,
}

/// The targets of a division (none: all) in groups, each group's in the order of their due dates,
/// those without one last.
#[must_use]
pub fn groups(board: &Board, grouping: Grouping, division: Option<Id>) -> Vec<(Group, Vec<Id>)> {
    let mut groups: BTreeMap<Group, Vec<(NaiveDate, Id)>> = BTreeMap::new();
    let own = |target: &Target| division.is_none() || target.division == division;
    for (id, target) in board.targets().iter().filter(|(_, target)| own(target)) {
        let group = match grouping {
            Grouping::Division => target.division.map_or(Group::None, Group::Of),
            Grouping::Area => Group::Area(target.area),
            Grouping::Owner => target.owner.map_or(Group::None, Group::Of),
        };
        groups.entry(group).or_default().push((target.due.unwrap_or(NaiveDate::MAX), id));
    }
    let in_order = |(group, mut targets): (Group, Vec<(NaiveDate, Id)>)| {
        targets.sort_unstable();
        (group, targets.into_iter().map(|(_, id)| id).collect())
    };
    groups.into_iter().map(in_order).collect()
}

/// How many leads are to begin to build on each day.
pub type Starts = BTreeMap<NaiveDate, u32>;

/// The days on which leads are to begin to build, as was agreed, by the target that they would count
/// towards: those of its division and kind that have not begun. One pass over the leads.
#[must_use]
pub fn agreed_starts(board: &Board) -> BTreeMap<Id, Starts> {
    // By division, the whole board without one, and by kind.
    let mut sums: HashMap<(Option<Id>, LeadKind), Starts> = HashMap::new();
    for (_, lead) in board.leads().iter() {
        let Some(day) = lead.agreed_start.filter(|_| is_awaited(lead)) else { continue };
        let own = lead.division;
        let shared = lead.co_divisions.iter().copied().filter(|id| own != Some(*id)).map(Some);
        for home in own.map(Some).into_iter().chain([None]).chain(shared) {
            *sums.entry((home, lead.kind)).or_default().entry(day).or_default() += 1;
        }
    }
    let starts = |target: &Target| {
        let kind = target.measure.kind();
        let kinds = LeadKind::ALL.iter().filter(|one| kind.is_none_or(|kind| kind == **one));
        let mut days = Starts::new();
        for (day, count) in kinds.filter_map(|kind| sums.get(&(target.division, *kind))).flatten() {
            *days.entry(*day).or_default() += count;
        }
        days
    };
    let counted = board.targets().iter().filter(|(_, target)| target.measure.counts_leads());
    counted.map(|(id, target)| (id, starts(target))).filter(|(_, days)| !days.is_empty()).collect()
}

/// Whether a lead is on its way to its start.
fn is_awaited(lead: &Lead) -> bool {
    lead.is_active() && lead.stage < Stage::Build && lead.started.is_none()
}

/// The unit of the time across.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scale {
    /// Months.
    #[default]
    Month,
    /// Weeks, from Monday on.
    Week,
    /// Quarters.
    Quarter,
}

impl Scale {
    /// The one after it: month, week, quarter.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Month => Self::Week,
            Self::Week => Self::Quarter,
            Self::Quarter => Self::Month,
        }
    }

    /// The first day of the unit that a day is in.
    #[must_use]
    pub fn floor(self, day: NaiveDate) -> NaiveDate {
        let month = |month: u32| NaiveDate::from_ymd_opt(day.year(), month, 1).unwrap_or(day);
        match self {
            Self::Month => month(day.month()),
            Self::Quarter => month((day.month() - 1) / 3 * 3 + 1),
            Self::Week => date::monday(day),
        }
    }

    /// How many units a day is after the one that begins on `first`; less than 0 before it.
    fn between(self, first: NaiveDate, day: NaiveDate) -> i64 {
        let months = |day: NaiveDate| i64::from(day.year()) * 12 + i64::from(day.month0());
        match self {
            Self::Month => months(day) - months(first),
            Self::Quarter => (months(day) - months(first)).div_euclid(3),
            Self::Week => (day - first).num_days().div_euclid(7),
        }
    }

    /// The day so many units later, or earlier; the same one at the ends of the calendar.
    #[must_use]
    pub fn shifted(self, day: NaiveDate, units: i64) -> NaiveDate {
        let count = u32::try_from(units.unsigned_abs()).unwrap_or(u32::MAX);
        let months = |each: u32| Months::new(count.saturating_mul(each));
        let days = Days::new(u64::from(count) * 7);
        let to = match (self, units < 0) {
            (Self::Week, false) => day.checked_add_days(days),
            (Self::Week, true) => day.checked_sub_days(days),
            (Self::Month, false) => day.checked_add_months(months(1)),
            (Self::Month, true) => day.checked_sub_months(months(1)),
            (Self::Quarter, false) => day.checked_add_months(months(3)),
            (Self::Quarter, true) => day.checked_sub_months(months(3)),
        };
        to.unwrap_or(day)
    }
}

/// Time across: units of so many cells each, from a unit's first day on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Axis {
    /// The unit.
    pub scale: Scale,
    /// The first day of the first unit.
    pub first: NaiveDate,
    /// The cells of a unit.
    pub each: usize,
    /// All cells.
    pub cells: usize,
}

/// Where a day stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// Before the first cell.
    Before,
    /// In this cell.
    At(usize),
    /// After the last cell.
    After,
}

impl Axis {
    /// The first days of the units, each with its first cell; the last unit may be cut.
    #[must_use]
    pub fn units(&self) -> Vec<(usize, NaiveDate)> {
        let starts = (0..).zip((0..self.cells).step_by(self.each.max(1)));
        starts.map(|(unit, cell)| (cell, self.scale.shifted(self.first, unit))).collect()
    }

    /// The first day after those in sight.
    #[must_use]
    pub fn end(&self) -> NaiveDate {
        let units = self.cells.div_ceil(self.each.max(1));
        self.scale.shifted(self.first, i64::try_from(units).unwrap_or(0))
    }

    /// The cell that a day stands in, counted from the first one in sight: less than 0 before it.
    #[must_use]
    pub fn cell(&self, day: NaiveDate) -> i64 {
        let unit = self.scale.between(self.first, day);
        let start = self.scale.shifted(self.first, unit);
        let whole = (self.scale.shifted(start, 1) - start).num_days().max(1);
        let each = i64::try_from(self.each).unwrap_or(1);
        unit * each + (day - start).num_days() * each / whole
    }

    /// Where a day stands.
    #[must_use]
    pub fn place(&self, day: NaiveDate) -> Place {
        match usize::try_from(self.cell(day)) {
            Err(_) => Place::Before,
            Ok(cell) if cell < self.cells => Place::At(cell),
            Ok(_) => Place::After,
        }
    }
}
