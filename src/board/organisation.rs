//! Who works where, and what everybody has in hand. Read off the index.
//! May use `domain`, `board`, `index`.

use super::overview;
use super::records::Board;
use crate::domain::light::Signal;
use crate::domain::six_one::SixOneState;
use crate::domain::unit::UnitKind;
use crate::domain::{Id, Kind, Person, Stage, date};

/// What a person has in hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Load {
    /// Active leads.
    pub leads: usize,
    /// Of those the red ones.
    pub red: usize,
    /// What falls due from today to this week's Sunday, leads' steps, targets and Six Ones.
    pub due: usize,
}

/// What a person has in hand today.
#[must_use]
pub fn load(board: &Board, person: Id) -> Load {
    let owned = board.index().owned(person);
    let red = owned.map_or(0, |set| set.iter().take_while(|(signal, ..)| signal.0 == Signal::Red).count());
    let (today, sunday) = (board.today(), date::sunday(board.today()));
    let dated = board.index().dues(person).into_iter().flatten();
    let week = dated.skip_while(|(due, _)| *due < today).take_while(|(due, _)| *due <= sunday);
    let due = week.filter(|(_, id)| !overview::is_counted_out(board, *id)).count();
    Load { leads: owned.map_or(0, std::collections::BTreeSet::len), red, due }
}

/// The people of a division or unit who have not left, the head first.
#[must_use]
pub fn staff(board: &Board, house: Id) -> Vec<Id> {
    let works = |person: &Person| [person.division, person.unit].contains(&Some(house));
    let head = board.division(house).and_then(|division| division.head);
    let people = board.people().iter().filter(|(_, person)| person.left.is_none() && works(person));
    let mut ids: Vec<Id> = people.map(|(id, _)| id).collect();
    ids.sort_by_key(|id| (Some(*id) != head, *id));
    ids
}

/// Everybody: who has not left, then who has.
#[must_use]
pub fn people(board: &Board) -> Vec<Id> {
    let mut ids = board.ids(Kind::Person);
    ids.sort_by_key(|id| (board.has_left(*id), *id));
    ids
}

/// How many of these are on post 到位.
#[must_use]
pub fn on_post(board: &Board, people: &[Id]) -> usize {
    people.iter().filter(|id| board.person(**id).is_some_and(|person| person.on_post)).count()
}

/// The units of a sort, by number.
#[must_use]
pub fn units(board: &Board, is_company: bool) -> Vec<Id> {
    let of = |kind: UnitKind| (kind != UnitKind::Department) == is_company;
    board.units().iter().filter(|(_, unit)| of(unit.kind)).map(|(id, _)| id).collect()
}

/// The divisions that a company hosts.
#[must_use]
pub fn hosted(board: &Board, company: Id) -> Vec<Id> {
    let hosted = board.divisions().iter().filter(|(_, division)| division.host_company == Some(company));
    hosted.map(|(id, _)| id).collect()
}

/// What a person who leaves hands over: leads that have not ended, targets and Six Ones that are
/// not done, divisions to lead. What is done stays with whoever did it.
#[must_use]
pub fn in_hand(board: &Board, person: Id) -> Vec<Id> {
    let own = Some(person);
    let leads = board.leads().iter().filter(|(_, lead)| lead.owner == own && lead.stage != Stage::End);
    let targets = board.targets().iter().filter(|(_, target)| target.owner == own);
    let targets = targets.map(|(id, _)| id).filter(|id| overview::is_open(board, *id));
    let six_ones = board.six_ones().iter();
    let six_ones = six_ones.filter(|(_, six)| six.owner == own && six.state != SixOneState::Ready);
    let divisions = board.divisions().iter().filter(|(_, division)| division.head == own);
    let ids = leads.map(|(id, _)| id).chain(targets).chain(six_ones.map(|(id, _)| id));
    ids.chain(divisions.map(|(id, _)| id)).collect()
}
