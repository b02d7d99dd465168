//! Which leads brought others: the trees that grow from anchor leads, and how fast the snowball
//! 滚雪球 rolls. May use `domain`, `board`, `index`.

use std::cmp::Reverse;
use std::collections::HashSet;

use chrono::{Datelike, NaiveDate};

use super::{leads, yuan};
use crate::board::rate::Rate;
use crate::board::records::Board;
use crate::domain::{Id, Kind, Lead, Stage};

/// So many quarters are told: the current one and those before it.
pub const QUARTERS: usize = 5;

/// A line of the outline: a lead under the one that brought it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Branch {
    /// The lead.
    pub id: Id,
    /// How far it stands below its anchor, which stands at 0.
    pub depth: usize,
    /// Whether it is the last of those that its parent brought.
    pub is_last: bool,
    /// How many leads stand below it, at any depth.
    pub below: usize,
    /// The sum of the amounts of those, in yuan.
    pub amount: i64,
    /// The place of its parent in the outline.
    pub parent: Option<usize>,
}

/// The trees of a division (none: of all) in one outline: anchor leads with the most below them
/// first, and below each what it brought, likewise. A tree is a division's where any of its leads
/// stands there. A lead that would stand below itself has no anchor, and is not told.
#[must_use]
pub fn outline(board: &Board, division: Option<Id>) -> Vec<Branch> {
    let has_parent = |id: Id| board.lead(id).is_some_and(|lead| lead.parent_lead.is_some());
    let mut below = Below(vec![(0, 0); board.leads().issued() as usize + 1]);
    let mut anchors: Vec<Id> = board.index().parents().filter(|id| !has_parent(*id)).collect();
    anchors.retain(|id| below.weigh(board, *id, division) || division.is_none());
    anchors.sort_by_key(|id| below.order(*id));
    let mut out = Vec::new();
    let mut open: Vec<(Id, usize, bool, Option<usize>)> =
        anchors.into_iter().rev().map(|id| (id, 0, true, None)).collect();
    while let Some((id, depth, is_last, parent)) = open.pop() {
        let (count, amount) = below.of(id);
        let own = out.len();
        out.push(Branch { id, depth, is_last, below: count, amount, parent });
        if count == 0 {
            continue;
        }
        let mut children: Vec<Id> = board.index().children(id).collect();
        children.sort_by_key(|id| below.order(*id));
        let next = children.into_iter().rev().enumerate();
        open.extend(next.map(|(place, child)| (child, depth + 1, place == 0, Some(own))));
    }
    out
}

/// By a lead's number, how many stand below it and the sum of their amounts.
struct Below(Vec<(usize, i64)>);

impl Below {
    fn order(&self, id: Id) -> (Reverse<usize>, Id) {
        (Reverse(self.of(id).0), id)
    }

    fn of(&self, id: Id) -> (usize, i64) {
        self.0.get(id.no as usize).copied().unwrap_or_default()
    }

    /// Weighs an anchor and all below it; whether any of them stands in the division. The way is
    /// kept beside the call stack: a chain may be as long as there are leads.
    fn weigh(&mut self, board: &Board, anchor: Id, division: Option<Id>) -> bool {
        let mut found = Vec::new();
        let mut open = vec![(anchor, None)];
        let mut stands = false;
        while let Some((id, parent)) = open.pop() {
            let Some(lead) = board.lead(id) else { continue };
            stands |= lead.stands_in(division);
            found.push((id, parent, yuan(lead)));
            open.extend(board.index().children(id).map(|child| (child, Some(id))));
        }
        for (id, parent, own) in found.into_iter().rev() {
            let (count, amount) = self.of(id);
            if let Some(above) = parent.and_then(|parent: Id| self.0.get_mut(parent.no as usize)) {
                above.0 += count + 1;
                above.1 = above.1.saturating_add(amount).saturating_add(own);
            }
        }
        stands
    }
}

/// Whether a lead came through another one, or through a platform.
#[must_use]
pub const fn came_through(lead: &Lead) -> bool {
    lead.parent_lead.is_some() || lead.via_platform.is_some()
}

/// A quarter of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quarter {
    /// The year.
    pub year: i32,
    /// 1 to 4.
    pub no: u32,
    /// Leads received in it, but for those that repeat another one.
    pub received: u32,
    /// Those of them that came through another lead.
    pub through: u32,
    /// Leads that landed in it.
    pub landed: u32,
}

impl Quarter {
    /// New leads that came through another one per lead that landed, in tenths; none where none
    /// landed.
    #[must_use]
    pub fn per_landed(&self) -> Option<i64> {
        Rate::of(self.through, self.landed).tenths()
    }
}

/// How fast the snowball rolls.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snowball {
    /// Active leads.
    pub active: u32,
    /// Those of them that came through another lead or a platform.
    pub through: u32,
    /// The most leads that stand one below the other, the anchor included.
    pub longest: usize,
    /// The quarters, the current one last.
    pub quarters: [Quarter; QUARTERS],
}

impl Snowball {
    /// The share of active leads that came through another, in points of a hundred.
    #[must_use]
    pub fn share(&self) -> Option<i64> {
        Rate::of(self.through, self.active).points()
    }
}

/// Quarters of a year counted from year 0, so that they can be subtracted.
fn serial(date: NaiveDate) -> i64 {
    i64::from(date.year()) * 4 + i64::from(date.month0() / 3)
}

/// The snowball of a division (none: of all), as of the board's day.
#[must_use]
pub fn snowball(board: &Board, division: Option<Id>, outline: &[Branch]) -> Snowball {
    let now = serial(board.today());
    let quarter = |place: usize| {
        let serial = now - i64::try_from(QUARTERS - 1 - place).unwrap_or(0);
        let year = i32::try_from(serial.div_euclid(4)).unwrap_or(0);
        let no = u32::try_from(serial.rem_euclid(4)).unwrap_or(0) + 1;
        Quarter { year, no, received: 0, through: 0, landed: 0 }
    };
    let mut out = Snowball {
        active: 0,
        through: 0,
        longest: outline.iter().map(|branch| branch.depth + 1).max().unwrap_or(0),
        quarters: std::array::from_fn(quarter),
    };
    let place = |date: NaiveDate| {
        let back = usize::try_from(now - serial(date)).ok()?;
        (QUARTERS - 1).checked_sub(back)
    };
    for (_, lead) in leads(board, division) {
        let through = u32::from(came_through(lead));
        if lead.is_active() {
            out.active += 1;
            out.through += through;
        }
        if let Some(place) = lead.received.filter(|_| lead.duplicate_of.is_none()).and_then(place) {
            out.quarters[place].received += 1;
            out.quarters[place].through += through;
        }
        let landed = lead.landed.filter(|_| lead.has_reached(Stage::Land, true));
        if let Some(place) = landed.and_then(place) {
            out.quarters[place].landed += 1;
        }
    }
    out
}

/// The leads above one, the anchor first.
#[must_use]
pub fn above(board: &Board, lead: Id) -> Vec<Id> {
    let mut way = Vec::new();
    let mut seen = HashSet::from([lead]);
    let mut at = lead;
    while let Some(parent) = board.lead(at).and_then(|lead| lead.parent_lead)
        && seen.insert(parent)
    {
        way.push(parent);
        at = parent;
    }
    way.reverse();
    way.retain(|id| id.kind == Kind::Lead);
    way
}
