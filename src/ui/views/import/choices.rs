//! What a person chooses for an import, what the window wants done for it, and what comes back.
//! May use `domain`, `board`, `model`.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::model::{Preview, Target};
use crate::board::RequestId;
use crate::domain::Id;
use crate::domain::money_words::Scale;

/// What is done with one row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Say {
    /// What is done with all rows.
    Usual,
    /// Nothing.
    Skip,
    /// A new record is made of it.
    Create,
    /// It changes this record.
    Update(Id),
}

/// What the person has chosen; where nothing was, the file itself says it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choices {
    /// Which rows, by the code of one of the modes.
    pub mode: Option<&'static str>,
    /// How rows are matched with records, by the code of one of the ways.
    pub matching: Option<&'static str>,
    /// What was chosen for sheets, by their places.
    pub sheets: BTreeMap<usize, SheetChoices>,
}

/// What the person has chosen for a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SheetChoices {
    /// Whether it is brought in.
    pub taken: Option<bool>,
    /// What its records are.
    pub kind: Option<&'static str>,
    /// What one stands for in bare amounts.
    pub unit: Option<Scale>,
    /// In which order day, month and year stand.
    pub order: Option<&'static str>,
    /// The name of kept choices that it begins with.
    pub saved: Option<String>,
    /// The division of records that name none.
    pub division: Option<Id>,
    /// Where columns go, by their headers.
    pub columns: BTreeMap<String, Target>,
    /// Whether blank cells of columns take the one above, by their headers.
    pub filled: BTreeMap<String, bool>,
    /// What is done with rows, by their numbers.
    pub rows: BTreeMap<u32, Say>,
}

/// What a window wants done for an import.
#[derive(Debug, Clone, PartialEq)]
pub enum Order {
    /// Read a file of the person's and plan it.
    Read(String),
    /// Plan it anew.
    Plan(Box<Choices>),
    /// Keep the choices for a sheet, by its place, under a name.
    Keep(usize, String),
    /// Do what was planned; the answer is an `Event::Reply`.
    Do(RequestId),
    /// Forget it.
    Close,
}

/// What comes to a window of an import.
#[derive(Debug, Clone)]
pub enum Came {
    /// The person has asked for it before there was a window: the path.
    Wished(String),
    /// So much of the file is read, and of how much; 0 where nobody can say.
    Reading(u64, u64),
    /// So many rows are planned, and of how many.
    Planning(u64, u64),
    /// It is being written: it cannot be left any more.
    Writing,
    /// It is planned.
    Ready(Arc<Preview>),
    /// The board has changed since, and the plan with it: it is to be looked at again.
    Again(Arc<Preview>),
    /// Something else was done, or was not, and why.
    Told(Result<String, String>),
    /// It cannot be, and why.
    Failed(String),
}
