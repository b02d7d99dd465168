//! What can happen to a window, and what it may look at when it does. May use `board`.

use chrono::{DateTime, Utc};

use super::app::Place;
use super::effect::{Draft, Prefs};
use super::key::Key;
use crate::board::{Board, Done, Rejected, RequestId, Transaction, Trouble};
use crate::domain::Id;

/// Something that happened to a window.
#[derive(Debug, Clone)]
pub enum Event {
    /// A key was pressed.
    Key(Key),
    /// A text was pasted, or an input method committed several characters at once.
    Paste(String),
    /// What became of a text in the person's editor; none where that failed.
    Edited(Option<String>),
    /// The terminal has this many columns and rows now.
    Resize(u16, u16),
    /// The Board has changed, or who is attached, or the day.
    Changed,
    /// The answer to a `Submit`, `Undo` or `Redo`.
    Reply(RequestId, Result<Done, Rejected>),
    /// The history asked for: of a record or of all, newest first.
    History(Option<Id>, Vec<Transaction>),
    /// What the person chose earlier; comes once, before the first frame.
    Prefs(Prefs),
    /// A form that was open when the link dropped; comes once, after `Prefs`.
    Draft(Draft),
}

/// Somebody who is attached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Presence {
    /// The login.
    pub login: String,
    /// The name on the roster; the login where it is not there.
    pub name: String,
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
}

/// What a window may look at while it handles an event or draws itself.
pub struct Cx<'a> {
    /// The truth.
    pub board: &'a Board,
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
