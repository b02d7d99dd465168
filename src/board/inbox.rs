//! The inbox 研判: its splits, and the response clock of a lead that waits (product rule §6.2); and
//! what the support line has to do. Leads are read off the index, so that they cost the same however
//! many there are; requests are few.
//! May use `domain`, `board`, `index`.

use chrono::NaiveDate;

use super::index::inbox::waits_since;
use super::records::Board;
use crate::domain::light::Signal;
use crate::domain::request::RequestState;
use crate::domain::{Id, Person, Request, Stage};

crate::choice! {
    /// The parts of the inbox, in the order of `Tab`.
    pub enum Split {
        /// Leads that wait for a verdict, the oldest first.
        Waiting = "waiting", "待研判", "To triage";
        /// Active leads whose light is red, the most urgent first.
        Red = "red", "红灯", "Red";
        /// Active leads that one owns, the most urgent first.
        Mine = "mine", "我的", "Mine";
        /// All active leads, the most urgent first.
        All = "all", "全部", "All";
        /// Open support requests that are one's own business, those that wait first, by due date.
        Requests = "requests", "待办", "Requests";
    }
}

/// Whose requests somebody looks after.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Business {
    /// Those to the unit that one works in.
    Of(Id),
    /// Those that one's division has raised.
    From(Id),
    /// An admin's who works in neither: all.
    All,
    /// Nobody's.
    None,
}

impl Business {
    /// The business of a person; none where the login is not on the roster.
    #[must_use]
    pub fn of(board: &Board, person: Option<Id>) -> Self {
        match person.and_then(|id| board.person(id)) {
            Some(Person { unit: Some(unit), .. }) => Self::Of(*unit),
            Some(Person { division: Some(division), .. }) => Self::From(*division),
            Some(person) if person.is_admin() => Self::All,
            _ => Self::None,
        }
    }

    /// Whether an open request is a part of it.
    fn has(self, request: &Request) -> bool {
        request.is_open()
            && match self {
                Self::Of(unit) => request.unit == Some(unit),
                Self::From(division) => request.division == Some(division),
                Self::All => true,
                Self::None => false,
            }
    }
}

/// The open requests that are a person's business: those that wait first, by due date.
fn requests(board: &Board, person: Option<Id>) -> Vec<Id> {
    let business = Business::of(board, person);
    let own = board.requests().iter().filter(|(_, request)| business.has(request));
    let order = |(id, request): &(Id, &Request)| {
        (request.due.unwrap_or(NaiveDate::MAX), request.state != RequestState::Waiting, *id)
    };
    let mut own: Vec<(Id, &Request)> = own.collect();
    own.sort_by_key(order);
    own.into_iter().map(|(id, _)| id).collect()
}

/// The records of a split, in its order: leads, in the last of them requests. `person` is who looks;
/// none where the login is not on the roster.
#[must_use]
pub fn listed(board: &Board, split: Split, person: Option<Id>) -> Box<dyn Iterator<Item = Id> + '_> {
    let index = board.index();
    let urgent = index.total().urgent.iter();
    match split {
        Split::Waiting => Box::new(index.waiting().iter().map(|(_, id)| *id)),
        Split::Red => Box::new(urgent.take_while(|(signal, ..)| signal.0 == Signal::Red).map(|(.., id)| *id)),
        Split::Mine => {
            let owned = person.and_then(|person| index.owned(person));
            Box::new(owned.into_iter().flatten().map(|(.., id)| *id))
        }
        Split::All => Box::new(urgent.map(|(.., id)| *id)),
        Split::Requests => Box::new(requests(board, person).into_iter()),
    }
}

/// How many records a split has.
#[must_use]
pub fn count(board: &Board, split: Split, person: Option<Id>) -> usize {
    let index = board.index();
    match split {
        Split::Waiting => index.waiting().len(),
        Split::Red => index.total().lights[Signal::Red as usize] as usize,
        Split::Mine => {
            person.and_then(|person| index.owned(person)).map_or(0, std::collections::BTreeSet::len)
        }
        Split::All => index.total().urgent.len(),
        Split::Requests => requests(board, person).len(),
    }
}

/// Whether a record is in a split.
#[must_use]
pub fn holds(board: &Board, split: Split, person: Option<Id>, id: Id) -> bool {
    if let Some(request) = board.request(id) {
        return split == Split::Requests && Business::of(board, person).has(request);
    }
    let Some(lead) = board.lead(id) else { return false };
    match split {
        Split::Waiting => waits(board, id),
        Split::Red => lead.is_active() && board.index().light(id).signal == Signal::Red,
        Split::Mine => lead.is_active() && lead.owner.is_some() && lead.owner == person,
        Split::All => lead.is_active(),
        Split::Requests => false,
    }
}

/// Whether a lead waits for a verdict: it is new, or was parked until a day that has come.
#[must_use]
pub fn waits(board: &Board, id: Id) -> bool {
    board.lead(id).is_some_and(|lead| waits_since(lead, board.today()).is_some())
}

/// How long a lead may still wait, in days; negative once that is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    /// Until somebody has answered it; none once there is a note on it, or where it was parked
    /// before.
    pub answer: Option<i64>,
    /// Until its verdict.
    pub verdict: i64,
}

/// The response clock of a lead that waits for a verdict. The times allowed are the charter's.
#[must_use]
pub fn clock(board: &Board, id: Id) -> Option<Clock> {
    let lead = board.lead(id)?;
    let since = waits_since(lead, board.today())?;
    // Of one that nobody knows the day of the time begins now.
    let waited = if since == NaiveDate::MIN { 0 } else { (board.today() - since).num_days() };
    let charter = board.charter();
    let is_answered = lead.stage == Stage::Park || board.index().notes(id).next().is_some();
    let answer = (!is_answered).then_some(charter.answer_days - waited);
    Some(Clock { answer, verdict: charter.verdict_days - waited })
}
