//! What a window wants done for it: it never does anything itself. May use `board`.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::event::Event;
use super::key::Key;
use super::views::import::model::Order;
use crate::board::history::Ask;
use crate::board::{Proposal, RequestId};
use crate::domain::{Id, Kind};

/// Something to be done for a window.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Change the board; the answer is an `Event::Reply`.
    Submit(Box<Proposal>),
    /// Take this login's last Transaction back; the answer is an `Event::Reply`.
    Undo(RequestId),
    /// Do again what was taken back; the answer is an `Event::Reply`.
    Redo(RequestId),
    /// Read the history; the answer is an `Event::History`.
    History(Ask),
    /// Show the board as it was at the end of a day; none: as it is. The answer is an
    /// `Event::LookedBack`, which may take a while.
    LookBack(Option<NaiveDate>),
    /// Something of an import; the answers are `Event::Import`.
    Import(Order),
    /// Ask how this beginning of a name of a file of the person's can go on; the answer is an `Event::Names`.
    Names(String),
    /// Write records to a file; the answer is an `Event::Exported`.
    Export(Box<Export>),
    /// Stop the file that is being written; the answer is an `Event::Exported` like any other.
    StopExport,
    /// Close the window, which was opened for an import that is not done.
    GiveUp,
    /// Remember what the person chose.
    Keep(Prefs),
    /// Forget the half-filled form that was kept: it is taken up or given up.
    ForgetDraft,
    /// Take the mouse, or leave it to the terminal.
    Mouse(bool),
    /// Put a text on the terminal's clipboard.
    Copy(String),
    /// Type what was typed ahead.
    Type(Typed),
    /// Draw everything anew.
    Redraw,
    /// Let the person edit a text in their editor; the answer is an `Event::Edited`.
    Edit(String),
    /// Stop this client's process until it is continued.
    Suspend,
    /// Close the window.
    Quit,
}

/// Records to be written to a file of the person's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Export {
    /// Where to; the ending says how.
    pub path: String,
    /// Whether it may take the place of a file that is there.
    pub force: bool,
    /// The kind of its records, and which; none: what such a file holds where nobody says.
    pub listed: Option<(Kind, Vec<Id>)>,
}

/// How it stands with a file that is to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Exported {
    /// So many of its bytes have gone, and of how many.
    Far(u64, u64),
    /// It is written: what is to be said of that, in a sentence.
    Done(String),
    /// A file is there that would be written over.
    Exists(String),
    /// It is not, and why.
    Failed(String),
}

/// Something typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Typed {
    /// A key.
    Key(Key),
    /// Several characters at once.
    Text(String),
}

impl From<Typed> for Event {
    fn from(typed: Typed) -> Self {
        match typed {
            Typed::Key(key) => Self::Key(key),
            Typed::Text(text) => Self::Paste(text),
        }
    }
}

/// What a person chose, kept per login.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Prefs {
    /// The tag of the language; the locale's where empty.
    pub lang: String,
    /// The name of the theme; the default one where empty.
    pub theme: String,
    /// The name of the deck's theme; where empty one for projectors, as dark or light as `theme`.
    pub projector: String,
    /// The glyph set; the terminal's where empty or `auto`.
    pub glyphs: String,
    /// Whether the mouse is taken from the terminal.
    pub mouse: bool,
    /// Whether the inbox stays on a lead that got its verdict; else it goes on by itself.
    pub stays: bool,
    /// Whether the deck does not light up what has just changed.
    pub unlit: bool,
    /// By the code of a kind, the order that its table is listed in.
    pub sorts: BTreeMap<String, String>,
    /// Filters of the person's own.
    pub filters: Vec<SavedFilter>,
}

/// A filter that is kept under a name.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct SavedFilter {
    /// The code of the kind that it filters.
    pub kind: String,
    /// What it is called.
    pub name: String,
    /// What is typed for it.
    pub text: String,
}

/// A half-filled form: what it was for and the texts as typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The action that opened the form, by its name in the key table.
    pub action: String,
    /// The record it was opened on, if on one.
    pub id: Option<String>,
    /// The texts by field key, as typed.
    pub texts: Vec<(String, String)>,
}
