//! Lights 红黄绿: pure rules from dates, figures and the charter's thresholds to a signal with
//! its reason (product rule §4). May use `charter`, `lead`, `target`, `stage`.

use chrono::{Datelike, NaiveDate};

use super::charter::Charter;
use super::date::{month_end, plus_months};
use super::id::Id;
use super::lead::Lead;
use super::reach::Done;
use super::stage::Stage;
use super::target::Target;

/// What a light shows, the worst last: lights are compared to find the worst.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Signal {
    /// Not counted: not started, done, on hold, parked or ended.
    Grey,
    /// Fine.
    Green,
    /// Fine, but silent for a while: a dot beside it.
    Dot,
    /// Watch it.
    Yellow,
    /// Act.
    Red,
}

impl Signal {
    /// Its word for machines: a light that is only silent for a while is green.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Red => "red",
            Self::Yellow => "yellow",
            Self::Green | Self::Dot => "green",
            Self::Grey => "grey",
        }
    }
}

/// Why a light shows what it shows; every reason is printed beside its light.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Reason {
    /// Nothing is wrong.
    OnTrack,
    /// Its start lies ahead 未.
    NotStarted,
    /// A division without a headline target 未设主目标.
    NoHeadline,
    /// Reached in time 完·按期.
    DoneInTime,
    /// Reached, on a day that nobody knows 完.
    Done,
    /// Reached after its due date 完·补齐.
    CaughtUp,
    /// On hold 挂起, until a date if one is set.
    OnHold(Option<NaiveDate>),
    /// Parked or ended.
    Inactive,
    /// No due date 未定时限.
    NoDueDate,
    /// Due in so many days.
    DueIn(i64),
    /// Overdue by so many days.
    Overdue(i64),
    /// Behind its pace by so many points.
    Behind(i64),
    /// Ahead of its due date, with this many points in hand or in arrears within the green.
    OnPace(i64),
    /// No move and no progress note for so many days.
    Silent(i64),
    /// Silent so long that parking or ending is proposed.
    ProposePark(i64),
    /// The agreed start has passed by so many days.
    NotBegun(i64),
    /// It waits for a support request that is overdue by so many days 卡点.
    Blocked(Id, i64),
}

/// A signal and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Light {
    /// What is shown.
    pub signal: Signal,
    /// Why.
    pub reason: Reason,
    /// Whether it waits for an open support request 卡点, whatever the reason.
    pub blocked: bool,
}

/// The open support request that a lead waits for: of several the one due first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wait {
    /// Which.
    pub request: Id,
    /// By when it is asked for, if a date was set.
    pub due: Option<NaiveDate>,
}

impl Light {
    /// A light with its reason.
    #[must_use]
    pub const fn new(signal: Signal, reason: Reason) -> Self {
        Self { signal, reason, blocked: false }
    }

    /// The same without whether it is blocked besides.
    #[must_use]
    pub const fn alone(self) -> Self {
        Self { blocked: false, ..self }
    }

    /// The worse of two lights; of equals the first.
    #[must_use]
    pub fn worst(self, other: Self) -> Self {
        if other.signal > self.signal { other } else { self }
    }
}

/// The pace 序时进度 in points of a hundred: how much of the time from start to due has gone.
/// `None` where there is no period to measure.
#[must_use]
pub fn pace(start: Option<NaiveDate>, due: Option<NaiveDate>, today: NaiveDate) -> Option<i64> {
    let (start, due) = (start?, due?);
    let whole = (due - start).num_days();
    if whole <= 0 {
        return Some(if today >= due { 100 } else { 0 });
    }
    let gone = (today - start).num_days().clamp(0, whole);
    Some(gone * 100 / whole)
}

/// What has been reached, in points of a hundred of the goal; `None` without a goal.
#[must_use]
pub fn reached(actual: i64, goal: i64) -> Option<i64> {
    (goal > 0).then(|| i64::try_from(i128::from(actual) * 100 / i128::from(goal)).unwrap_or(i64::MAX))
}

/// The light of a date by which something must be done that is not done yet.
#[must_use]
pub fn of_date(due: Option<NaiveDate>, today: NaiveDate, charter: &Charter) -> Light {
    let Some(due) = due else {
        return Light::new(Signal::Yellow, Reason::NoDueDate);
    };
    match (due - today).num_days() {
        left if left < 0 => Light::new(Signal::Red, Reason::Overdue(-left)),
        left if left <= charter.due_yellow => Light::new(Signal::Yellow, Reason::DueIn(left)),
        left => Light::new(Signal::Green, Reason::DueIn(left)),
    }
}

/// The light of a target whose actual figure is known, and when it came to the goal if it did.
#[must_use]
pub fn of_target(target: &Target, actual: i64, done: Done, today: NaiveDate, charter: &Charter) -> Light {
    if target.is_held(today) {
        return Light::new(Signal::Grey, Reason::OnHold(target.hold_until));
    }
    let Some(reached) = reached(actual, target.goal) else {
        return match target.done {
            Some(_) => of_done(done, target.due, today),
            None => of_date(target.due, today, charter),
        };
    };
    if reached >= 100 {
        return of_done(done, target.due, today);
    }
    of_pace(target, reached, today, charter)
}

/// What is done by today: in time, late, or on a day that nobody can tell to be either.
fn of_done(done: Done, due: Option<NaiveDate>, today: NaiveDate) -> Light {
    let Some(due) = due else {
        return Light::new(Signal::Green, Reason::DoneInTime);
    };
    if done.last.unwrap_or(today).min(today) <= due {
        Light::new(Signal::Green, Reason::DoneInTime)
    } else if done.first.is_some_and(|first| first > due) {
        Light::new(Signal::Yellow, Reason::CaughtUp)
    } else {
        Light::new(Signal::Green, Reason::Done)
    }
}

fn of_pace(target: &Target, reached: i64, today: NaiveDate, charter: &Charter) -> Light {
    let Some(due) = target.due else {
        return Light::new(Signal::Yellow, Reason::NoDueDate);
    };
    if today > due {
        return Light::new(Signal::Red, Reason::Overdue((today - due).num_days()));
    }
    if target.start.is_some_and(|start| today < start) {
        return Light::new(Signal::Grey, Reason::NotStarted);
    }
    let Some(pace) = pace(target.start, target.due, today) else {
        return of_date(target.due, today, charter);
    };
    match pace - reached {
        gap if gap > charter.pace_red => Light::new(Signal::Red, Reason::Behind(gap)),
        gap if gap >= charter.pace_yellow => Light::new(Signal::Yellow, Reason::Behind(gap)),
        gap => Light::new(Signal::Green, Reason::OnPace(-gap)),
    }
}

/// The light of a lead: the worst of its silence, its agreed start, its next step's date and the
/// support request it waits for. `heard` is the day of its last move or progress note.
#[must_use]
pub fn of_lead(
    lead: &Lead,
    heard: Option<NaiveDate>,
    wait: Option<Wait>,
    today: NaiveDate,
    charter: &Charter,
) -> Light {
    if !lead.is_active() {
        return Light::new(Signal::Grey, Reason::Inactive);
    }
    let silent = heard.map_or(0, |day| (today - day).num_days().max(0));
    let silence = of_silence(lead.stage, silent, charter);
    let start = of_start(lead, today, charter);
    let next = match lead.due {
        Some(due) if lead.stage != Stage::Run => of_date(Some(due), today, charter),
        _ => Light::new(Signal::Green, Reason::OnTrack),
    };
    let own = next.worst(start).worst(silence);
    // Of two that are as bad what it waits for is the one that explains the other.
    let light = of_wait(wait, today).filter(|late| late.signal >= own.signal).unwrap_or(own);
    Light { blocked: wait.is_some(), ..light }
}

/// A request that is overdue makes a lead yellow, as it does a division (product rule §4); one that
/// is not is only named.
fn of_wait(wait: Option<Wait>, today: NaiveDate) -> Option<Light> {
    let Wait { request, due: Some(due) } = wait? else { return None };
    let late = (today - due).num_days();
    (late > 0).then(|| Light::new(Signal::Yellow, Reason::Blocked(request, late)))
}

fn of_silence(stage: Stage, days: i64, c: &Charter) -> Light {
    let silent = |signal| Light::new(signal, Reason::Silent(days));
    let by = |dot: i64, yellow: i64, red: i64| match days {
        d if d > red => silent(Signal::Red),
        d if d > yellow => silent(Signal::Yellow),
        d if d > dot => silent(Signal::Dot),
        _ => Light::new(Signal::Green, Reason::OnTrack),
    };
    match stage {
        Stage::Lead => by(c.lead_yellow, c.lead_yellow, c.lead_red),
        Stage::Talk if days > c.talk_propose => Light::new(Signal::Red, Reason::ProposePark(days)),
        Stage::Talk => by(c.talk_dot, c.talk_yellow, c.talk_red),
        Stage::Land | Stage::Build => by(c.build_dot, c.build_yellow, c.build_red),
        Stage::Sign | Stage::Run | Stage::Park | Stage::End => Light::new(Signal::Green, Reason::OnTrack),
    }
}

/// Signed, and the month of the agreed start has passed: yellow; so many months later: red.
fn of_start(lead: &Lead, today: NaiveDate, charter: &Charter) -> Light {
    let fine = Light::new(Signal::Green, Reason::OnTrack);
    let Some(agreed) = lead.agreed_start.filter(|_| lead.stage == Stage::Sign) else {
        return fine;
    };
    let yellow_after = month_end(agreed);
    let months = u32::try_from(charter.sign_red_months).unwrap_or(0);
    let first = agreed.with_day(1).unwrap_or(agreed);
    let red_after = month_end(plus_months(first, months));
    let late = Reason::NotBegun((today - agreed).num_days());
    match today {
        t if t > red_after => Light::new(Signal::Red, late),
        t if t > yellow_after => Light::new(Signal::Yellow, late),
        _ => fine,
    }
}
