//! Founding a board: a charter file (TOML) becomes the first Transaction. The built-in charter
//! is `charter.toml` beside this file, which also documents the form.
//! May use `domain`, `intent`, `transaction`.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use serde::Deserialize;

use super::any::AnyRecord;
use super::intent::Author;
use super::rules;
use super::transaction::{Change, Label, Origin, Proposal, Verb};
use crate::domain::choice::Choice;
use crate::domain::person::Role;
use crate::domain::six_one::SixOneKind;
use crate::domain::{Charter, Division, FieldKey, Id, Kind, Person, Record, Shape, SixOne, Unit, Value};

const BUILT_IN: &str = include_str!("charter.toml");

/// The digits that keys have for divisions.
const DIGITS: usize = 9;

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

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    name_zh: String,
    #[serde(default)]
    name_en: String,
    time_zone: Option<String>,
    period_start: Option<toml::value::Datetime>,
    period_end: Option<toml::value::Datetime>,
    #[serde(default)]
    framework_counts: bool,
    #[serde(default)]
    thresholds: BTreeMap<String, i64>,
    #[serde(default)]
    divisions: Vec<DivisionEntry>,
    #[serde(default)]
    units: Vec<UnitEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DivisionEntry {
    name_zh: String,
    #[serde(default)]
    name_en: String,
    #[serde(default)]
    short: String,
    group: String,
    #[serde(default)]
    positioning: String,
    host_company: Option<String>,
    #[serde(default)]
    chain_nodes: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct UnitEntry {
    kind: String,
    name_zh: String,
    #[serde(default)]
    name_en: String,
    #[serde(default)]
    functions: Vec<String>,
}

fn misfit(key: impl Into<String>, value: &dyn std::fmt::Display) -> CharterError {
    CharterError::Value { key: key.into(), value: value.to_string() }
}

fn named(key: &str, name: &str) -> Result<String, CharterError> {
    let name = name.trim();
    if name.is_empty() { Err(misfit(key, &"\"\"")) } else { Ok(name.to_owned()) }
}

impl Plan {
    /// Reads a charter file.
    ///
    /// # Errors
    /// The first thing that does not fit, with its line or key.
    pub fn parse(text: &str) -> Result<Self, CharterError> {
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        let file: File = toml::from_str(text).map_err(|slip| CharterError::Line {
            line: slip.span().map_or(1, |span| 1 + text[..span.start].matches('\n').count()),
            message: slip.message().to_owned(),
        })?;
        let charter = read_charter(&file)?;
        let units = read_units(&file.units)?;
        let divisions = read_divisions(&file.divisions, &units)?;
        Ok(Self { charter, divisions, units })
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

fn read_charter(file: &File) -> Result<Charter, CharterError> {
    let mut charter = Charter {
        name_zh: named("name_zh", &file.name_zh)?,
        name_en: file.name_en.trim().to_owned(),
        framework_counts: file.framework_counts,
        period_start: date("period_start", file.period_start)?,
        period_end: date("period_end", file.period_end)?,
        ..Charter::default()
    };
    if let Some(zone) = &file.time_zone {
        zone.parse::<chrono_tz::Tz>().map_err(|_| misfit("time_zone", zone))?;
        charter.time_zone.clone_from(zone);
    }
    for (key, days) in &file.thresholds {
        let path = format!("thresholds.{key}");
        let field = FieldKey::find(Kind::Charter, key).filter(|f| f.spec().shape == Shape::Number);
        let field = field.ok_or_else(|| misfit(&path, days))?;
        charter.set(field, Value::Number(*days)).map_err(|_| misfit(&path, days))?;
    }
    match rules::slip_of(&charter) {
        Some(slip) => Err(misfit(slip, &"")),
        None => Ok(charter),
    }
}

fn date(key: &str, date: Option<toml::value::Datetime>) -> Result<Option<NaiveDate>, CharterError> {
    let Some(date) = date else { return Ok(None) };
    let day = date.date.filter(|_| date.time.is_none());
    let read = day.and_then(|d| NaiveDate::from_ymd_opt(i32::from(d.year), d.month.into(), d.day.into()));
    read.map(Some).ok_or_else(|| misfit(key, &date))
}

fn read_units(entries: &[UnitEntry]) -> Result<Vec<Unit>, CharterError> {
    let mut units: Vec<Unit> = Vec::new();
    for (entry, n) in entries.iter().zip(1..) {
        let key = |key: &str| format!("units.{n}.{key}");
        let kind = Choice::from_word(&entry.kind).ok_or_else(|| misfit(key("kind"), &entry.kind))?;
        let name_zh = named(&key("name_zh"), &entry.name_zh)?;
        if units.iter().any(|unit| unit.name_zh == name_zh) {
            return Err(CharterError::Twice { key: key("name_zh"), value: name_zh });
        }
        let name_en = entry.name_en.trim().to_owned();
        units.push(Unit { kind, name_zh, name_en, functions: entry.functions.clone() });
    }
    Ok(units)
}

fn read_divisions(entries: &[DivisionEntry], units: &[Unit]) -> Result<Vec<Division>, CharterError> {
    if entries.is_empty() || entries.len() > DIGITS {
        return Err(CharterError::Divisions(entries.len()));
    }
    let mut divisions: Vec<Division> = Vec::new();
    for (entry, n) in entries.iter().zip(1..) {
        let key = |key: &str| format!("divisions.{n}.{key}");
        let name_zh = named(&key("name_zh"), &entry.name_zh)?;
        if divisions.iter().any(|division| division.name_zh == name_zh) {
            return Err(CharterError::Twice { key: key("name_zh"), value: name_zh });
        }
        if entry.chain_nodes.len() > rules::CHAIN_NODES {
            return Err(misfit(key("chain_nodes"), &entry.chain_nodes.len()));
        }
        let host = |name: &String| {
            let found = units.iter().zip(1..).find(|(unit, _)| unit.name_zh == *name);
            found.map(|(_, no)| Id::new(Kind::Unit, no)).ok_or_else(|| misfit(key("host_company"), name))
        };
        divisions.push(Division {
            name_en: entry.name_en.trim().to_owned(),
            short: entry.short.trim().to_owned(),
            group: Choice::from_word(&entry.group).ok_or_else(|| misfit(key("group"), &entry.group))?,
            positioning: entry.positioning.trim().to_owned(),
            host_company: entry.host_company.as_ref().map(host).transpose()?,
            head: None,
            chain_nodes: entry.chain_nodes.clone(),
            name_zh,
        });
    }
    Ok(divisions)
}
