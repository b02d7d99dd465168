//! How a sheet is planned beside what it says itself. May use `domain`, `kinds`.

use std::collections::BTreeMap;

use super::header::{self, Goes};
use super::kinds::What;
use crate::domain::Id;
pub use crate::domain::date_words::Order;
use crate::domain::money_words::Scale;

crate::choice! {
    /// Which rows change the board.
    pub enum Mode {
        /// Those that are not on it: nothing that somebody wrote is touched unasked.
        New = "new", "只新增", "Only new";
        /// Those, and those that are on it and say something else.
        Both = "both", "新增并更新", "New and update";
        /// Those that are on it.
        Update = "update", "只更新", "Only update";
    }
}

crate::choice! {
    /// By what a row is found on the board.
    pub enum Match {
        /// By code, then by credit code, then by name and investor.
        Any = "any", "依次匹配", "Any";
        /// By code alone; a person by login.
        Code = "code", "编号", "Code";
        /// By credit code alone.
        Credit = "credit", "信用代码", "Credit code";
        /// By name (and investor, division) alone.
        Name = "name", "名称", "Name";
    }
}

/// What is done with a row, where somebody has said it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// A new record, whatever it looks like.
    Create,
    /// Nothing.
    Skip,
    /// It is this record: what differs is changed.
    Update(Id),
}

/// How a sheet is planned beside what it says itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// Header → name of a field, by hand.
    pub map: Vec<(String, String)>,
    /// What one stands for in a bare amount where the sheet does not say.
    pub unit: Option<Scale>,
    /// The division of records that name none.
    pub division: Option<Id>,
    /// What its rows are; none: what most of its headers say.
    pub what: Option<What>,
    /// Which rows change the board.
    pub mode: Mode,
    /// By what a row is found there.
    pub matching: Match,
    /// In which order day, month and year stand where cells do not say.
    pub dates: Option<Order>,
    /// Headers of columns whose blank cells take the one above.
    pub fill_down: Vec<String>,
    /// What is done with single rows.
    pub decisions: BTreeMap<u32, Decision>,
}

impl Options {
    /// Has a column go somewhere, whatever was said of it before.
    pub fn choose(&mut self, header: &str, goes: Goes) {
        self.map.retain(|(from, _)| !header::is_same(from, header));
        self.map.push((header.to_owned(), header::name_of(goes).to_owned()));
    }
}
