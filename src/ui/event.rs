//! What can happen to a window, and what it may look at when it does. May use `board`.

use chrono::{DateTime, NaiveDate, Utc};

use super::effect::{Draft, Exported, Prefs};
use super::key::Key;
use super::mouse::Press;
use super::place::Place;
use super::theme::OwnFile;
use super::views::deck::Wishes;
use super::views::deck::slide::Slide;
use super::views::import::model::Came;
use crate::board::history::{Ask, NoPast, Page};
use crate::board::{Board, Done, Rejected, RequestId, Trouble};
use crate::domain::{Id, Role};

/// Something that happened to a window.
#[derive(Debug, Clone)]
pub enum Event {
    /// A key was pressed.
    Key(Key),
    /// The mouse was used on a cell: column and row, counted from 0.
    Mouse(Press, (u16, u16)),
    /// The terminal draws signs of East-Asian ambiguous width in two cells, or in one.
    Ambiguous(bool),
    /// The terminal's locale is not UTF-8; comes once, before the first frame.
    NotUtf8,
    /// A text was pasted, or an input method committed several characters at once.
    Paste(String),
    /// What became of a text in the person's editor; none where that failed.
    Edited(Option<String>),
    /// The terminal has this many columns and rows now.
    Resize(u16, u16),
    /// The Board has changed, or who is attached, or the day.
    Changed,
    /// The moment has come that `App::wakes` named.
    Tick,
    /// The deck is to be shown, as the person asked for before there was a window; comes once, after
    /// `Prefs`.
    Present(Wishes),
    /// The answer to a `Submit`, `Undo` or `Redo`.
    Reply(RequestId, Result<Done, Rejected>),
    /// What was asked for of the history.
    History(Ask, Page),
    /// Something of an import.
    Import(Came),
    /// How the beginning of a file's name can go on.
    Names(Vec<String>),
    /// What became of a file that was to be written.
    Exported(Exported),
    /// From here on the board is that of the end of this day; none: the one of now. Or why not.
    LookedBack(Result<Option<NaiveDate>, NoPast>),
    /// The person's own themes; comes once, before `Prefs`.
    Themes(Vec<OwnFile>),
    /// What the person chose earlier; comes once, before the first frame.
    Prefs(Prefs),
    /// A form that was open when the link dropped; comes once, after `Prefs`.
    Draft(Draft),
}

/// Somebody who is attached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Presence {
    /// The number of the window; none is given twice.
    pub no: u64,
    /// The login.
    pub login: String,
    /// Whether this is the window that is being drawn.
    pub own: bool,
    /// Where that window is.
    pub at: Stand,
}

/// Where a window is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Stand {
    /// What it shows.
    pub place: Place,
    /// The record that a form of it is open on.
    pub editing: Option<Id>,
    /// The slide that it presents.
    pub spot: Option<Spot>,
    /// The window whose slides it follows.
    pub follows: Option<u64>,
}

/// A slide that is presented.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    /// Which.
    pub slide: Slide,
    /// The how manieth it is, and of how many.
    pub number: (usize, usize),
    /// Whether it is taken off the wall for the moment.
    pub is_black: bool,
    /// The day of the meeting.
    pub day: Option<NaiveDate>,
    /// When it began.
    pub began: DateTime<Utc>,
}

/// What a window may look at while it handles an event or draws itself.
pub struct Cx<'a> {
    /// The truth; where `past` says so, as it was.
    pub board: &'a Board,
    /// The day at whose end the board stood so; none: it is the one of now.
    pub past: Option<NaiveDate>,
    /// The moment.
    pub now: DateTime<Utc>,
    /// A number for a request that this event leads to; new for every event.
    pub request: RequestId,
    /// The login whose window this is.
    pub login: &'a str,
    /// Who is attached, this window first.
    pub people: &'a [Presence],
    /// Why nothing can be written at present, if so.
    pub trouble: Option<&'a Trouble>,
    /// Whether the board is a demonstration: every screen says so.
    pub demo: bool,
}

impl Cx<'_> {
    /// What the person at this window may do: a board of the past is there to be looked at.
    #[must_use]
    pub fn role(&self) -> Role {
        if self.past.is_some() { Role::Viewer } else { self.board.role(self.login) }
    }
}
