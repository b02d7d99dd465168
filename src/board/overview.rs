//! What a division's pane and the header say, read off the index: lights with reasons, the
//! headline target, what falls due. May use `domain`, `board`, `index`.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;

use super::index::Tally;
use super::records::Board;
use crate::domain::light::{self, Light, Reason, Signal};
use crate::domain::six_one::SixOneState;
use crate::domain::{FieldKey, Id, Kind, Stage, Target, Value};

/// The office's time zone; China Standard Time where the charter names none that is known.
#[must_use]
pub fn zone(board: &Board) -> Tz {
    board.charter().time_zone.parse().unwrap_or(Tz::Asia__Shanghai)
}

/// The civil date in the office at a moment.
#[must_use]
pub fn day(board: &Board, at: DateTime<Utc>) -> NaiveDate {
    at.with_timezone(&zone(board)).date_naive()
}

/// A target with what the board counts for it.
#[derive(Debug, Clone, Copy)]
pub struct Progress<'a> {
    /// Its id.
    pub id: Id,
    /// The target.
    pub target: &'a Target,
    /// Its actual figure, in its unit or yuan.
    pub actual: i64,
    /// Points of a hundred reached; none without a goal.
    pub reached: Option<i64>,
    /// Points of a hundred of the time gone; none without a period.
    pub pace: Option<i64>,
    /// Its light.
    pub light: Light,
}

/// A target's progress; none where there is no such target.
#[must_use]
pub fn progress(board: &Board, id: Id) -> Option<Progress<'_>> {
    let target = board.target(id)?;
    let actual = board.index().actual(id);
    let today = board.today();
    Some(Progress {
        id,
        target,
        actual,
        reached: light::reached(actual, target.goal),
        pace: light::pace(target.start, target.due, today),
        light: light::of_target(target, actual, board.index().done(id, target), today, board.charter()),
    })
}

/// Whether records of a kind have lights.
#[must_use]
pub const fn has_light(kind: Kind) -> bool {
    matches!(kind, Kind::Lead | Kind::Target | Kind::SixOne | Kind::Request | Kind::Division)
}

/// What a record says in a field: of a target its actual figure as it is counted, where it is, and
/// not as it was typed in.
#[must_use]
pub fn value(board: &Board, id: Id, field: FieldKey) -> Value {
    if id.kind == Kind::Target && field.key() == "actual" {
        return Value::Number(board.index().actual(id));
    }
    board.value(id, field)
}

/// The light of any record; grey for kinds that have none.
#[must_use]
pub fn light_of(board: &Board, id: Id) -> Light {
    let none = Light::new(Signal::Grey, Reason::Inactive);
    let today = board.today();
    let charter = board.charter();
    match id.kind {
        Kind::Lead => board.index().light(id),
        Kind::Target => progress(board, id).map_or(none, |p| p.light),
        Kind::SixOne => board.six_one(id).map_or(none, |s| match s.state {
            SixOneState::Ready => Light::new(Signal::Green, Reason::DoneInTime),
            _ => light::of_date(s.due, today, charter),
        }),
        Kind::Request => board
            .request(id)
            .map_or(none, |r| if r.is_open() { light::of_date(r.due, today, charter) } else { none }),
        Kind::Division => division_light(board, id),
        _ => none,
    }
}

/// Whether something is still due of a record: its date stands, whatever the light says.
#[must_use]
pub fn is_open(board: &Board, id: Id) -> bool {
    match id.kind {
        Kind::Lead => board.lead(id).is_some_and(|lead| lead.is_active() && lead.stage != Stage::Run),
        Kind::SixOne => board.six_one(id).is_some_and(|six_one| six_one.state != SixOneState::Ready),
        Kind::Request => board.request(id).is_some_and(crate::domain::Request::is_open),
        Kind::Target => {
            let light = progress(board, id).map(|progress| progress.light.reason);
            !matches!(light, Some(Reason::DoneInTime | Reason::Done | Reason::CaughtUp))
        }
        _ => true,
    }
}

/// The headline target of a division: the marked one due first.
#[must_use]
pub fn headline(board: &Board, division: Id) -> Option<Progress<'_>> {
    let own = board.targets().iter().filter(|(_, t)| t.headline && t.division == Some(division));
    let (id, _) = own.min_by_key(|(id, t)| (t.due.unwrap_or(NaiveDate::MAX), *id))?;
    progress(board, id)
}

/// A division's light: the worst of its headline target and any overdue date; an overdue request
/// of its own counts as yellow (product rule §4). Grey where no headline target is set.
#[must_use]
pub fn division_light(board: &Board, division: Id) -> Light {
    let unset = Light::new(Signal::Grey, Reason::NoHeadline);
    let headline = headline(board, division).map_or(unset, |p| p.light);
    let today = board.today();
    let overdue = deadlines(board, Some(division)).take_while(|(due, _)| *due < today);
    let mut light = headline;
    for (due, id) in overdue {
        let late = Reason::Overdue((today - due).num_days());
        let signal = if id.kind == Kind::Request { Signal::Yellow } else { Signal::Red };
        light = light.worst(Light::new(signal, late));
        if light.signal == Signal::Red {
            break;
        }
    }
    if light == unset && deadlines(board, Some(division)).next().is_some() {
        return Light::new(Signal::Green, Reason::OnTrack);
    }
    light
}

/// All that falls due in a division (none: in all), the earliest first.
pub fn deadlines(board: &Board, division: Option<Id>) -> impl Iterator<Item = (NaiveDate, Id)> {
    let all = tally(board, division).into_iter().flat_map(|tally| tally.deadlines.iter().copied());
    all.filter(|(_, id)| !is_counted_out(board, *id))
}

/// What falls due in a division beside its leads, the earliest first. Which dates still stand is
/// the index's to say; they are looked up from the tables, which are short, since the index has
/// the dates of all leads too.
#[must_use]
pub fn deadlines_beside_leads(board: &Board, division: Id) -> Vec<(NaiveDate, Id)> {
    let Some(tally) = tally(board, Some(division)) else { return Vec::new() };
    let targets = board.targets().iter().map(|(id, target)| (target.due, id));
    let six_ones = board.six_ones().iter().map(|(id, six_one)| (six_one.due, id));
    let requests = board.requests().iter().map(|(id, request)| (request.due, id));
    let all = targets.chain(six_ones).chain(requests).filter_map(|(due, id)| Some((due?, id)));
    let mut dates: Vec<_> = all.filter(|date| tally.deadlines.contains(date)).collect();
    dates.retain(|(_, id)| !is_counted_out(board, *id));
    dates.sort_unstable();
    dates
}

/// Whether it is a target whose counted figure has reached its goal: it is done though nobody
/// typed so.
pub(super) fn is_counted_out(board: &Board, id: Id) -> bool {
    let reached = |t: &Target| t.goal > 0 && board.index().actual(id) >= t.goal;
    board.target(id).is_some_and(reached)
}

/// The active leads of a division (none: of all), the most urgent first.
pub fn urgent(board: &Board, division: Option<Id>) -> impl Iterator<Item = Id> {
    tally(board, division).into_iter().flat_map(|tally| tally.urgent.iter().map(|(_, _, id)| *id))
}

/// The tally of a division (none: the total); none where nothing stands in the division.
#[must_use]
pub fn tally(board: &Board, division: Option<Id>) -> Option<&Tally> {
    match division {
        None => Some(board.index().total()),
        Some(id) => board.index().division(id),
    }
}

/// Days to the end of the charter's period, negative after it; none where it has no end.
#[must_use]
pub fn days_left(board: &Board) -> Option<i64> {
    let end = board.charter().period_end?;
    Some((end - board.today()).num_days())
}
