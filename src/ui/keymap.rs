//! The one table of keys: which keys, what they do and what that needs. The dispatcher,
//! `?`, the footer and the README's table read it. May use `action`, `footers`, `key`, `place`, `domain`.

mod at;

use super::action::Action;
use super::footers;
use super::hint::Does;
use super::key::{Code, Key};
use super::place::Place;
use crate::domain::record::form_role;
use crate::domain::{Kind, Role};

/// What must be there for a key to do something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Nothing.
    Nothing,
    /// A record under the cursor, of one of these kinds.
    On(&'static [Kind]),
    /// The right to edit.
    Edit,
    /// The right to edit, and a record of one of these kinds under the cursor.
    EditOn(&'static [Kind]),
}

impl Need {
    /// The least role of whoever presses the key.
    const fn role(self) -> Role {
        match self {
            Self::Nothing | Self::On(_) => Role::Viewer,
            Self::Edit | Self::EditOn(_) => Role::Editor,
        }
    }

    /// The kinds of record it works on; none where it needs no record.
    const fn kinds(self) -> Option<&'static [Kind]> {
        match self {
            Self::On(kinds) | Self::EditOn(kinds) => Some(kinds),
            Self::Nothing | Self::Edit => None,
        }
    }
}

/// One row of the table.
#[derive(Debug)]
pub struct Binding {
    /// What the keys do.
    pub action: Action,
    /// The keys, the one to show first.
    pub keys: &'static [Key],
    /// What must be there.
    pub need: Need,
    /// The footer's order, from 1; 0 leaves it out.
    pub rank: u8,
}

const fn ch(ch: char) -> Key {
    Key::char(ch)
}

const fn k(code: Code) -> Key {
    Key::plain(code)
}

const fn row(action: Action, keys: &'static [Key], need: Need, rank: u8) -> Binding {
    Binding { action, keys, need, rank }
}

const ANY: &[Kind] =
    &[Kind::Lead, Kind::Target, Kind::SixOne, Kind::Request, Kind::Person, Kind::Unit, Kind::Division];
const LEAD: &[Kind] = &[Kind::Lead];
const PERSON: &[Kind] = &[Kind::Person];
const SIX_ONE: &[Kind] = &[Kind::SixOne];
const TARGET: &[Kind] = &[Kind::Target];
const OWNED: &[Kind] = &[Kind::Lead, Kind::Target, Kind::SixOne];
const DATED: &[Kind] = &[Kind::Lead, Kind::Target, Kind::SixOne, Kind::Request];
const HELD: &[Kind] = &[Kind::Lead, Kind::Target];
const BACKED: &[Kind] = &[Kind::Lead, Kind::Division, Kind::Unit, Kind::Request];
const STEPPED: &[Kind] = &[Kind::Lead, Kind::Request];

/// The keys `1`–`9`, which stand for divisions in every view.
const DIGITS: &[Key] = &[ch('1'), ch('2'), ch('3'), ch('4'), ch('5'), ch('6'), ch('7'), ch('8'), ch('9')];

/// The keys of the pages of an import's preview.
const PAGES: &[Key] = &[ch('1'), ch('2'), ch('3'), ch('4')];

/// The table of keys (product rule §5).
pub const BINDINGS: &[Binding] = &[
    row(Action::Down, &[ch('j'), k(Code::Down)], Need::Nothing, 0),
    row(Action::Up, &[ch('k'), k(Code::Up)], Need::Nothing, 0),
    row(Action::PageDown, &[k(Code::PageDown), Key::ctrl('d')], Need::Nothing, 0),
    row(Action::PageUp, &[k(Code::PageUp), Key::ctrl('u')], Need::Nothing, 0),
    row(Action::Top, &[ch('g'), k(Code::Home)], Need::Nothing, 0),
    row(Action::Bottom, &[ch('G'), k(Code::End)], Need::Nothing, 0),
    row(Action::Left, &[ch('h'), k(Code::Left)], Need::Nothing, 0),
    row(Action::Right, &[ch('l'), k(Code::Right)], Need::Nothing, 0),
    row(Action::NextPane, &[k(Code::Tab)], Need::Nothing, 0),
    row(Action::PreviousPane, &[k(Code::BackTab)], Need::Nothing, 0),
    row(Action::Division, DIGITS, Need::Nothing, 5),
    row(Action::AllDivisions, &[ch('0')], Need::Nothing, 0),
    row(Action::Open, &[k(Code::Enter)], Need::Nothing, 1),
    row(Action::Back, &[k(Code::Esc)], Need::Nothing, 0),
    row(Action::Leave, &[ch('q')], Need::Nothing, 20),
    row(Action::Zoom, &[ch('z')], Need::Nothing, 12),
    row(Action::Forward, &[ch('L')], Need::EditOn(STEPPED), 3),
    row(Action::Backward, &[ch('H')], Need::EditOn(STEPPED), 0),
    row(Action::Move, &[ch('m')], Need::EditOn(LEAD), 6),
    row(Action::Assign, &[ch('a')], Need::EditOn(OWNED), 8),
    row(Action::Redate, &[ch('t')], Need::EditOn(DATED), 8),
    row(Action::Note, &[ch('n')], Need::EditOn(DATED), 4),
    row(Action::Edit, &[ch('e')], Need::EditOn(ANY), 4),
    row(Action::New, &[ch('o')], Need::Edit, 2),
    row(Action::Park, &[ch('s')], Need::EditOn(HELD), 9),
    row(Action::Duplicate, &[ch('d')], Need::EditOn(LEAD), 0),
    row(Action::Transfer, &[ch('R')], Need::EditOn(LEAD), 0),
    row(Action::End, &[ch('x')], Need::EditOn(LEAD), 9),
    row(Action::Depart, &[ch('x')], Need::EditOn(PERSON), 9),
    row(Action::Block, &[ch('b')], Need::EditOn(BACKED), 10),
    row(Action::Cycle, &[ch(' ')], Need::EditOn(SIX_ONE), 0),
    row(Action::Mark, &[ch(' ')], Need::EditOn(ANY), 0),
    row(Action::MarkRange, &[ch('v')], Need::EditOn(ANY), 0),
    row(Action::MarkAll, &[ch('V')], Need::EditOn(ANY), 0),
    row(Action::Repeat, &[ch('.')], Need::EditOn(ANY), 0),
    row(Action::Undo, &[ch('u')], Need::Edit, 7),
    row(Action::Redo, &[ch('U'), Key::ctrl('r')], Need::Edit, 0),
    row(Action::Filter, &[ch('/')], Need::Nothing, 3),
    row(Action::SavedFilters, &[ch('f')], Need::Nothing, 14),
    row(Action::ClearFilter, &[ch('\\')], Need::Nothing, 0),
    row(Action::SortNext, &[ch('>')], Need::Nothing, 0),
    row(Action::SortPrevious, &[ch('<')], Need::Nothing, 0),
    row(Action::SortReverse, &[ch('-')], Need::Nothing, 0),
    row(Action::Counted, &[], Need::On(TARGET), 0),
    row(Action::RecordHistory, &[ch('i')], Need::On(ANY), 11),
    row(Action::Copy, &[ch('y')], Need::On(ANY), 0),
    row(Action::Command, &[ch(':')], Need::Nothing, 13),
    row(Action::Help, &[ch('?'), k(Code::F(1))], Need::Nothing, 2),
    row(Action::ShowInbox, &[k(Code::F(9)), ch('I')], Need::Nothing, 5),
    row(Action::ShowAgenda, &[k(Code::F(10)), ch('A')], Need::Nothing, 5),
    row(Action::ShowFigures, &[k(Code::F(12)), ch('F')], Need::Nothing, 0),
    row(Action::ShowCluster, &[k(Code::F(11)), ch('C')], Need::Nothing, 0),
    row(Action::ShowBoard, &[k(Code::F(2))], Need::Nothing, 0),
    row(Action::ShowTargets, &[k(Code::F(3))], Need::Nothing, 0),
    row(Action::ShowProgress, &[k(Code::F(4))], Need::Nothing, 0),
    row(Action::ShowRequests, &[k(Code::F(5))], Need::Nothing, 0),
    row(Action::ShowLeads, &[k(Code::F(6))], Need::Nothing, 6),
    row(Action::ShowSixOnes, &[k(Code::F(7))], Need::Nothing, 0),
    row(Action::ShowOrganisation, &[ch('O')], Need::Nothing, 0),
    row(Action::ShowHistory, &[k(Code::F(8))], Need::Nothing, 0),
    row(Action::ShowPeople, &[], Need::Nothing, 0),
    row(Action::ShowUnits, &[], Need::Nothing, 0),
    row(Action::ShowDivisions, &[], Need::Nothing, 0),
    row(Action::SetMark, &[], Need::Edit, 0),
    row(Action::Since, &[], Need::Nothing, 0),
    row(Action::LookBack, &[], Need::Nothing, 0),
    row(Action::Now, &[], Need::Nothing, 0),
    row(Action::Present, &[ch('p')], Need::Nothing, 0),
    row(Action::Import, &[], Need::Edit, 0),
    row(Action::Export, &[], Need::Nothing, 0),
    row(Action::ImportPage, PAGES, Need::Nothing, 0),
    row(Action::DoImport, &[ch('i')], Need::Edit, 0),
    row(Action::Answer, &[ch('w')], Need::Edit, 0),
    row(Action::LeaveOut, &[ch('x')], Need::Edit, 0),
    row(Action::RowFate, &[ch(' ')], Need::Edit, 0),
    row(Action::NextDouble, &[ch('d')], Need::Nothing, 0),
    row(Action::SavedMappings, &[ch('f')], Need::Edit, 0),
    row(Action::SaveMapping, &[ch('S')], Need::Edit, 0),
    row(Action::ImportMode, &[ch('m')], Need::Edit, 0),
    row(Action::ImportKind, &[ch('K')], Need::Edit, 0),
    row(Action::NextSheet, &[ch(']')], Need::Nothing, 0),
    row(Action::PreviousSheet, &[ch('[')], Need::Nothing, 0),
    row(
        Action::NextSlide,
        &[k(Code::Right), k(Code::Down), k(Code::PageDown), ch(' '), k(Code::Enter), ch('l'), ch('j')],
        Need::Nothing,
        0,
    ),
    row(
        Action::PreviousSlide,
        &[k(Code::Left), k(Code::Up), k(Code::PageUp), k(Code::Backspace), ch('h'), ch('k')],
        Need::Nothing,
        0,
    ),
    row(Action::FirstSlide, &[k(Code::Home), ch('g')], Need::Nothing, 0),
    row(Action::LastSlide, &[k(Code::End), ch('G')], Need::Nothing, 0),
    row(Action::SlideIndex, &[ch('i')], Need::Nothing, 0),
    row(Action::Black, &[ch('b'), ch('.')], Need::Nothing, 0),
    row(Action::Commit, &[ch('c')], Need::Edit, 0),
    row(Action::SlideTime, &[ch('t')], Need::Nothing, 0),
    row(Action::Follow, &[], Need::Nothing, 0),
    row(Action::Highlight, &[], Need::Nothing, 0),
    row(Action::Rules, &[], Need::Nothing, 0),
    row(Action::Theme, &[ch('T')], Need::Nothing, 0),
    row(Action::Language, &[], Need::Nothing, 0),
    row(Action::Glyphs, &[], Need::Nothing, 0),
    row(Action::Mouse, &[], Need::Nothing, 0),
    row(Action::Stay, &[], Need::Nothing, 0),
    row(Action::Who, &[], Need::Nothing, 0),
    row(Action::Redraw, &[Key::ctrl('l')], Need::Nothing, 0),
    row(Action::Suspend, &[Key::ctrl('z')], Need::Nothing, 0),
    row(Action::Quit, &[Key::ctrl('c')], Need::Nothing, 0),
];

/// The digits of so many divisions.
fn digits(divisions: usize) -> String {
    match divisions {
        0 | 1 => "1".to_owned(),
        _ => format!("1-{}", divisions.min(DIGITS.len())),
    }
}

/// The row whose keys hold this one in a place.
#[must_use]
pub fn find(key: Key, place: Place) -> Option<&'static Binding> {
    BINDINGS.iter().find(|binding| binding.keys.contains(&key) && binding.is_at(place))
}

/// The row of an action; every action has one, as a test holds.
#[must_use]
pub fn binding(action: Action) -> Option<&'static Binding> {
    BINDINGS.iter().find(|binding| binding.action == action)
}

impl Binding {
    /// Whether it works on the record under the cursor.
    #[must_use]
    pub const fn is_of_record(&self) -> bool {
        self.need.kinds().is_some()
    }

    /// The footer's order in a place, from 1; 0 leaves it out.
    #[must_use]
    pub fn rank_at(&self, place: Place) -> u8 {
        let Some(order) = footers::of(place) else { return self.rank };
        let rank = order.iter().position(|action| *action == self.action);
        rank.and_then(|rank| u8::try_from(rank + 1).ok()).unwrap_or(0)
    }

    /// The keys as help and README print them for a board of so many divisions: `j Down`, `1-6`.
    #[must_use]
    pub fn shown(&self, divisions: usize) -> String {
        if self.keys == DIGITS {
            return digits(divisions);
        }
        self.keys.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
    }

    /// The first of the keys as the footer prints it; without one, the command.
    #[must_use]
    pub fn shown_first(&self, divisions: usize) -> String {
        if self.keys == DIGITS {
            return digits(divisions);
        }
        self.keys.first().map_or_else(|| format!(":{}", self.action.code()), ToString::to_string)
    }

    /// What a click on its hint does: nothing where that stands for all digits.
    pub(super) fn does(&self) -> Option<Does> {
        let first = self.keys.first().map_or(Does::Action(self.action), |key| Does::Key(*key));
        (self.keys != DIGITS).then_some(first)
    }

    /// The least role of whoever uses it with the cursor on a record of this kind.
    #[must_use]
    pub fn role(&self, on: Option<Kind>) -> Role {
        match on {
            Some(kind) if matches!(self.action, Action::Edit | Action::Depart) => {
                self.need.role().max(form_role(kind))
            }
            _ => self.need.role(),
        }
    }

    /// Whether somebody of this role, with the cursor on a record of this kind, can use it.
    #[must_use]
    pub fn is_open(&self, role: Role, on: Option<Kind>) -> bool {
        role >= self.role(on)
            && self.need.kinds().is_none_or(|kinds| on.is_some_and(|kind| kinds.contains(&kind)))
    }
}
