//! The support line 保障图: what each department and company has been asked for, how far that has
//! come and how long it took; and by nature, how much of what is finished made the environment
//! better and how much was a favour. May use `domain`, `board`.

use chrono::NaiveDate;

use super::figures::tempo::Median;
use super::rate::Rate;
use super::records::Board;
use crate::domain::request::{Nature, RequestState};
use crate::domain::unit::UnitKind;
use crate::domain::{Choice, Id, Request};

/// Support requests of a set by how far they have come.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Load {
    /// Nobody has taken them up.
    pub waiting: usize,
    /// The unit works on them.
    pub working: usize,
    /// Finished.
    pub done: usize,
    /// Sent back with a reason.
    pub returned: usize,
    /// Open ones whose due date has passed.
    pub overdue: usize,
    /// Median of the days from raised to closed of the finished ones, rounded up from a half; none
    /// where none is finished.
    pub days: Option<i64>,
}

impl Load {
    /// Those that somebody still has to do something for.
    #[must_use]
    pub const fn open(&self) -> usize {
        self.waiting + self.working
    }

    /// All that were raised.
    #[must_use]
    pub const fn all(&self) -> usize {
        self.open() + self.done + self.returned
    }

    /// Points of a hundred of all that are finished, rounded down; none where nothing was raised.
    #[must_use]
    pub fn finished(&self) -> Option<i64> {
        Rate::of(self.done, self.all()).points()
    }
}

/// The figures of the support line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Chart {
    /// Each unit with its load: the departments, and the companies that have been asked for anything.
    pub units: Vec<(Id, Load)>,
    /// All requests.
    pub total: Load,
    /// By nature, in the order of `Nature::ALL`.
    pub natures: [Load; Nature::ALL.len()],
}

impl Chart {
    /// The load of one nature.
    #[must_use]
    pub fn nature(&self, nature: Nature) -> &Load {
        &self.natures[nature.place()]
    }

    /// Points of a hundred of what is finished that made the environment better: the shift from
    /// preferential policy to a better environment. None where nothing is finished.
    #[must_use]
    pub fn shift(&self) -> Option<i64> {
        Rate::of(self.nature(Nature::Environment).done, self.total.done).points()
    }

    /// The most open requests that any unit has.
    #[must_use]
    pub fn most_open(&self) -> usize {
        self.units.iter().map(|(_, load)| load.open()).max().unwrap_or(0)
    }
}

/// What is summed up on the way to a load.
#[derive(Default)]
struct Sum {
    load: Load,
    days: Vec<u32>,
}

impl Sum {
    fn add(&mut self, request: &Request, today: NaiveDate) {
        let count = match request.state {
            RequestState::Waiting => &mut self.load.waiting,
            RequestState::Working => &mut self.load.working,
            RequestState::Done => &mut self.load.done,
            RequestState::Returned => &mut self.load.returned,
        };
        *count += 1;
        self.load.overdue += usize::from(is_overdue(request, today));
        if let Some((raised, closed)) = request.raised.zip(request.closed)
            && request.state == RequestState::Done
        {
            self.days.push(u32::try_from((closed - raised).num_days()).unwrap_or(0));
        }
    }

    fn load(mut self) -> Load {
        let days = Median::of(&mut self.days).days.map(i64::from);
        Load { days, ..self.load }
    }
}

/// Whether a request is open and its due date has passed.
#[must_use]
pub fn is_overdue(request: &Request, today: NaiveDate) -> bool {
    request.is_open() && request.due.is_some_and(|due| due < today)
}

/// The figures of all requests, or of those that a division raised. A company is listed where
/// anybody has asked it for anything, so that the units are the same for every division.
#[must_use]
pub fn chart(board: &Board, division: Option<Id>) -> Chart {
    let today = board.today();
    let mut units: Vec<(Id, bool, Sum)> = board
        .units()
        .iter()
        .map(|(id, unit)| (id, unit.kind == UnitKind::Department, Sum::default()))
        .collect();
    let mut total = Sum::default();
    let mut natures: [Sum; Nature::ALL.len()] = Default::default();
    for (_, request) in board.requests().iter() {
        let counts = division.is_none() || request.division == division;
        let asked = units.iter_mut().find(|(id, ..)| Some(*id) == request.unit);
        if let Some((_, is_listed, sum)) = asked {
            *is_listed = true;
            if counts {
                sum.add(request, today);
            }
        }
        if counts {
            total.add(request, today);
            natures[request.nature.place()].add(request, today);
        }
    }
    let listed = units.into_iter().filter(|(_, is_listed, _)| *is_listed);
    let mut units: Vec<(Id, Load)> = listed.map(|(id, _, sum)| (id, sum.load())).collect();
    // The departments come first, whatever was added to the roster later.
    units.sort_by_key(|(id, _)| (board.unit(*id).is_none_or(|u| u.kind != UnitKind::Department), *id));
    Chart { units, total: total.load(), natures: natures.map(Sum::load) }
}

/// The requests to a unit (none: to any) that a division (none: any) raised: the open ones by due
/// date, those without one last; then the closed ones, the newest first.
#[must_use]
pub fn requests(board: &Board, unit: Option<Id>, division: Option<Id>) -> Vec<Id> {
    let asked = |request: &Request| {
        (unit.is_none() || request.unit == unit) && (division.is_none() || request.division == division)
    };
    let all = board.requests().iter().filter(|(_, request)| asked(request));
    let mut all: Vec<(Id, &Request)> = all.collect();
    all.sort_by_key(|(id, request)| order(*id, request));
    all.into_iter().map(|(id, _)| id).collect()
}

fn order(id: Id, request: &Request) -> (bool, NaiveDate, std::cmp::Reverse<Option<NaiveDate>>, Id) {
    if request.is_open() {
        (false, request.due.unwrap_or(NaiveDate::MAX), std::cmp::Reverse(None), id)
    } else {
        (true, NaiveDate::MIN, std::cmp::Reverse(request.closed), id)
    }
}
