//! A commitment 军令状 made at a meeting: a target of its own from today on, which names the
//! meeting's mark. May use `domain`, `board`.

use chrono::NaiveDate;

use super::Author;
use super::draft::field;
use crate::board::records::Board;
use crate::board::transaction::Proposal;
use crate::domain::choice::Choice;
use crate::domain::target::Area;
use crate::domain::{Id, Kind, Value};

/// What is promised, as far as it is known.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pledge {
    /// Whose.
    pub division: Option<Id>,
    /// What is to be done.
    pub name: String,
    /// How many; 0 for a date only.
    pub goal: i64,
    /// Of what.
    pub unit: String,
    /// By when.
    pub due: Option<NaiveDate>,
    /// Who answers for it.
    pub owner: Option<Id>,
    /// The mark of the meeting.
    pub mark: Option<Id>,
}

/// What a pledge lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lack {
    /// What is to be done.
    Name,
    /// By when.
    Due,
    /// A day that has not passed.
    DueAhead,
    /// Who answers for it.
    Owner,
    /// The division: the owner is in none.
    Division,
    /// The meeting.
    Mark,
}

impl Pledge {
    /// What it lacks to be made, in the order in which it is asked for.
    #[must_use]
    pub fn lacks(&self, board: &Board) -> Vec<Lack> {
        let lacks = [
            (Lack::Name, self.name.trim().is_empty()),
            (Lack::Due, self.due.is_none()),
            (Lack::DueAhead, self.due.is_some_and(|due| due < board.today())),
            (Lack::Owner, self.owner.is_none()),
            // Whoever answers for it mostly says whose it is.
            (Lack::Division, self.division.is_none() && self.owner.is_some()),
            (Lack::Mark, self.mark.is_none()),
        ];
        lacks.into_iter().filter(|(_, is_lacking)| *is_lacking).map(|(lack, _)| lack).collect()
    }
}

impl Author<'_> {
    /// A new target as it was pledged: from today on, its figure typed in, of the area that its
    /// name tells.
    ///
    /// # Errors
    /// What the pledge lacks.
    pub fn pledge(&self, pledge: &Pledge) -> Result<Proposal, Vec<Lack>> {
        let lacks = pledge.lacks(self.board);
        if !lacks.is_empty() {
            return Err(lacks);
        }
        let goal = if pledge.goal > 0 { Value::Number(pledge.goal) } else { Value::Empty };
        let unit = if pledge.goal > 0 { Value::text(pledge.unit.trim()) } else { Value::Empty };
        let date = |date: Option<NaiveDate>| date.map_or(Value::Empty, Value::Date);
        let id = |id: Option<Id>| id.map_or(Value::Empty, Value::Ref);
        let fields = [
            ("division", id(pledge.division)),
            ("area", Value::Choice(area(&pledge.name).code())),
            ("name", Value::text(pledge.name.trim())),
            ("unit", unit),
            ("goal", goal),
            ("start", Value::Date(self.today())),
            ("due", date(pledge.due)),
            ("owner", id(pledge.owner)),
            ("pledged", id(pledge.mark)),
        ];
        let fields = fields.into_iter().map(|(key, value)| (field(Kind::Target, key), value));
        Ok(self.create(Kind::Target, fields.filter(|(_, value)| !value.is_empty()).collect()))
    }
}

/// Words that tell an area of the wall chart, those that tell most first.
const TELLING: &[(Area, &[&str])] = &[
    (Area::Policy, &["政策", "办法", "若干措施", "policy", "policies"]),
    (
        Area::Platform,
        &["平台", "研究院", "实验室", "孵化器", "platform", "institute", "laborator", "incubator"],
    ),
    (Area::Park, &["园区", "产业园", "专业园", "载体", "楼宇", "park", "premises"]),
    (
        Area::Recruit,
        &[
            "项目", "线索", "企业", "招引", "招商", "签约", "落地", "人才", "project", "firm", "compan",
            "talent",
        ],
    ),
];

/// The area that a name tells.
fn area(name: &str) -> Area {
    let name = name.to_lowercase();
    let told = TELLING.iter().find(|(_, words)| words.iter().any(|word| name.contains(word)));
    told.map_or(Area::Other, |(area, _)| *area)
}
