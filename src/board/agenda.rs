//! The agenda 日程: all that falls due by one list of dates, over from the past to thirty days
//! ahead: targets, Six Ones, leads' next steps, support requests, and the days on which parked leads
//! wake. Read off the index, so that only what is listed is looked at.
//! May use `domain`, `board`, `index`, `overview`.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::index::Dated;
use super::overview;
use super::records::Board;
use crate::domain::{Id, Kind, Stage, date};

/// The agenda looks so many days ahead.
pub const AHEAD: u64 = 30;

crate::choice! {
    /// Whose agenda, in the order of `Tab`.
    pub enum Split {
        /// What one answers for.
        Mine = "mine", "我的", "Mine";
        /// Everyone's.
        All = "all", "全部", "All";
    }
}

crate::choice! {
    /// The headings that dates stand under, the earliest first.
    pub enum Group {
        /// Before today.
        Overdue = "overdue", "逾期", "Overdue";
        /// Today.
        Today = "today", "今天", "Today";
        /// After today, to this week's Sunday.
        Week = "week", "本周", "This week";
        /// After this week, to the last day that is listed.
        Month = "month", "30天内", "Next 30 days";
    }
}

/// How many there are under each heading, by `Group as usize`.
pub type Counts = [usize; 4];

/// What an agenda lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wish {
    /// Whose.
    pub split: Split,
    /// Who looks; none where the login is not on the roster, and then nothing is theirs.
    pub person: Option<Id>,
    /// The division whose records are listed; none: those of all.
    pub division: Option<Id>,
}

/// The heading that a date stands under; none where it lies too far ahead.
#[must_use]
pub fn group(due: NaiveDate, today: NaiveDate) -> Option<Group> {
    match due {
        due if due < today => Some(Group::Overdue),
        due if due == today => Some(Group::Today),
        due if due <= date::sunday(today) => Some(Group::Week),
        due if due <= last(today) => Some(Group::Month),
        _ => None,
    }
}

fn last(today: NaiveDate) -> NaiveDate {
    date::plus_days(today, AHEAD)
}

/// The first so many of what is listed and `finds` holds for, the earliest first.
#[must_use]
pub fn first(board: &Board, wish: Wish, most: usize, finds: impl Fn(Id) -> bool) -> Vec<Dated> {
    let sources = sources(board, wish);
    let listed = |set| listed(board, wish, set).filter(|(_, id)| finds(*id)).take(most);
    let mut all: Vec<Dated> = sources.iter().copied().flat_map(listed).collect();
    all.sort_unstable();
    all.dedup();
    all.truncate(most);
    all
}

/// How many are listed under each heading and `finds` holds for.
#[must_use]
pub fn counts(board: &Board, wish: Wish, finds: impl Fn(Id) -> bool) -> Counts {
    let mut counts = Counts::default();
    let (sources, today) = (sources(board, wish), board.today());
    for (place, set) in sources.iter().enumerate() {
        // A support request can be one's own for two reasons; it is counted once.
        let is_new = |dated: &Dated| !sources[..place].iter().any(|before| before.contains(dated));
        for (due, _) in listed(board, wish, set).filter(|(_, id)| finds(*id)).filter(is_new) {
            if let Some(group) = group(due, today) {
                counts[group as usize] += 1;
            }
        }
    }
    counts
}

/// Whether the date of a record is the day on which it wakes.
#[must_use]
pub fn sleeps(board: &Board, id: Id) -> bool {
    board.lead(id).is_some_and(|lead| lead.stage == Stage::Park)
}

/// The sets of the index that hold what is listed, and more: later dates, other divisions.
///
/// One's own is what one owns; a support request also is the own one of whoever works in the unit
/// that is asked, and of the head of the division that asks.
fn sources(board: &Board, wish: Wish) -> Vec<&BTreeSet<Dated>> {
    let index = board.index();
    if wish.split == Split::All {
        let tally = overview::tally(board, wish.division);
        return tally.into_iter().flat_map(|tally| [&tally.deadlines, &tally.wakes]).collect();
    }
    let Some(person) = wish.person else { return Vec::new() };
    let unit = board.person(person).and_then(|person| person.unit);
    let headed = board.divisions().iter().filter(|(_, division)| division.head == Some(person));
    let whose = [Some(person), unit].into_iter().flatten().chain(headed.map(|(id, _)| id));
    whose.filter_map(|whose| index.dues(whose)).collect()
}

/// What of a set is listed, by date.
fn listed<'a>(board: &'a Board, wish: Wish, set: &'a BTreeSet<Dated>) -> impl Iterator<Item = Dated> + 'a {
    let last = last(board.today());
    let is_here = move |id: Id| wish.split == Split::All || is_of(board, id, wish.division);
    let dates = set.iter().copied().take_while(move |(due, _)| *due <= last);
    dates.filter(move |(_, id)| is_here(*id) && !overview::is_counted_out(board, *id))
}

/// Whether a record stands in a division, or no division is asked for.
fn is_of(board: &Board, id: Id, division: Option<Id>) -> bool {
    let Some(asked) = division else { return true };
    match id.kind {
        Kind::Lead => board.lead(id).is_some_and(|lead| lead.stands_in(division)),
        _ => self::division(board, id) == Some(asked),
    }
}

/// The division of something that falls due.
#[must_use]
pub fn division(board: &Board, id: Id) -> Option<Id> {
    match id.kind {
        Kind::Lead => board.lead(id)?.division,
        Kind::Target => board.target(id)?.division,
        Kind::SixOne => board.six_one(id)?.division,
        Kind::Request => board.request(id)?.division,
        _ => None,
    }
}

/// Who answers for something that falls due: its owner, or the unit that works on a request.
#[must_use]
pub fn owner(board: &Board, id: Id) -> Option<Id> {
    match id.kind {
        Kind::Lead => board.lead(id)?.owner,
        Kind::Target => board.target(id)?.owner,
        Kind::SixOne => board.six_one(id)?.owner,
        Kind::Request => board.request(id)?.unit,
        _ => None,
    }
}
