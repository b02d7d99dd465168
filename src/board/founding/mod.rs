//! Founding a board: a charter file (TOML) becomes the first Transaction. The built-in charter
//! is `board/charter.toml`, which also documents the form.
//! May use `domain`, `intent`, `transaction`.

mod file;

use chrono::{Datelike, NaiveDate};

use super::any::AnyRecord;
use super::intent::Author;
use super::transaction::{Change, Label, Origin, Proposal, Verb};
use crate::domain::choice::Choice;
use crate::domain::person::Role;
use crate::domain::six_one::SixOneKind;
use crate::domain::{Charter, Division, Id, Kind, Person, SixOne, Unit};

const BUILT_IN: &str = include_str!("../charter.toml");

/// Why a text is not a charter.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CharterError {
    /// Not TOML, an unknown key, or a value of the wrong sort, in TOML's own words.
    #[error("line {line}: {message}")]
    Line {
        /// Counted from 1.
        line: usize,
        /// What the reader said.
        message: String,
    },
    /// A key with a value that does not fit, e.g. `divisions.2.group`.
    #[error("{key}: {value} does not fit")]
    Value {
        /// The key with its path, entries counted from 1.
        key: String,
        /// What stands there.
        value: String,
    },
    /// Two entries of one name.
    #[error("{key}: {value} stands twice")]
    Twice {
        /// The key with its path, entries counted from 1.
        key: String,
        /// The name.
        value: String,
    },
    /// None, or more than there are digits for.
    #[error("{0} divisions, where 1 to 9 can be")]
    Divisions(usize),
}

/// What a board is founded with.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    charter: Charter,
    divisions: Vec<Division>,
    units: Vec<Unit>,
}

/// The built-in charter: six divisions, eight departments, 1+4 companies, nothing invented.
#[must_use]
pub fn built_in() -> Plan {
    // The text is part of the program; a test reads it.
    Plan::parse(BUILT_IN).unwrap_or_else(|slip| unreachable!("built-in charter: {slip}"))
}

/// The built-in charter's text, which is also the example of the form.
#[must_use]
pub const fn example() -> &'static str {
    BUILT_IN
}

impl Plan {
    /// Reads a charter file.
    ///
    /// # Errors
    /// The first thing that does not fit, with its line or key.
    pub fn parse(text: &str) -> Result<Self, CharterError> {
        file::read(text)
    }

    /// The divisions in the order of their digits.
    #[must_use]
    pub fn divisions(&self) -> &[Division] {
        &self.divisions
    }

    /// The charter; its period is empty where it is to be the year of the founding.
    #[must_use]
    pub const fn charter(&self) -> &Charter {
        &self.charter
    }

    /// The first Transaction of a board: charter, units, divisions, their Six Ones (all vacant),
    /// and the founder as an admin. The founder bears the login's name where no other is given.
    #[must_use]
    pub fn propose(&self, author: &Author<'_>, founder_name: &str) -> Proposal {
        let mut charter = self.charter.clone();
        let year = author.today().year();
        charter.period_start = charter.period_start.or_else(|| NaiveDate::from_ymd_opt(year, 1, 1));
        charter.period_end = charter.period_end.or_else(|| NaiveDate::from_ymd_opt(year, 12, 31));
        let label = Label::one(Verb::Found, Id::CHARTER, charter.name_zh.as_str());
        let name = if founder_name.trim().is_empty() { author.login } else { founder_name.trim() };
        let founder = Person {
            name: name.to_owned(),
            login: author.login.to_owned(),
            role: Role::Admin,
            on_post: true,
            ..Person::default()
        };
        let mut changes = vec![create(Id::CHARTER, charter)];
        changes.extend(numbered(Kind::Unit, &self.units));
        changes.extend(numbered(Kind::Division, &self.divisions));
        changes.extend(numbered(Kind::SixOne, &self.six_ones()));
        changes.push(create(Id::new(Kind::Person, 1), founder));
        Proposal { request: author.request, origin: Origin::Do, label, why: String::new(), changes }
    }

    fn six_ones(&self) -> Vec<SixOne> {
        let digits = (1_u32..).take(self.divisions.len());
        let each = |no| {
            SixOneKind::ALL.iter().map(move |which| SixOne {
                division: Some(Id::division(no)),
                which: *which,
                ..SixOne::default()
            })
        };
        digits.flat_map(each).collect()
    }
}

fn create(id: Id, record: impl Into<AnyRecord>) -> Change {
    let record: AnyRecord = record.into();
    Change::Create { id, fields: record.fields() }
}

fn numbered<R: Clone + Into<AnyRecord>>(kind: Kind, records: &[R]) -> impl Iterator<Item = Change> {
    records.iter().zip(1_u32..).map(move |(record, no)| create(Id::new(kind, no), record.clone()))
}
