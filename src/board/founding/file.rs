//! The form of a charter file, and what does not fit in it. May use `domain`, `rules`.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Deserialize;

use super::{CharterError, Plan};
use crate::board::rules;
use crate::domain::choice::Choice;
use crate::domain::division::Group;
use crate::domain::{Charter, Division, FieldKey, Id, Kind, Labels, Lang, Record, Shape, Unit, Value};

/// The digits that keys have for divisions.
const DIGITS: usize = 9;

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
    labels: BTreeMap<String, BTreeMap<String, LabelEntry>>,
    #[serde(default)]
    divisions: Vec<DivisionEntry>,
    #[serde(default)]
    units: Vec<UnitEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LabelEntry {
    zh: Option<String>,
    en: Option<String>,
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

/// Reads a charter file.
pub(super) fn read(text: &str) -> Result<Plan, CharterError> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let file: File = toml::from_str(text).map_err(|slip| CharterError::Line {
        line: slip.span().map_or(1, |span| 1 + text[..span.start].matches('\n').count()),
        message: slip.message().to_owned(),
    })?;
    let charter = read_charter(&file)?;
    let units = read_units(&file.units)?;
    let divisions = read_divisions(&file.divisions, &units, &charter.labels)?;
    Ok(Plan { charter, divisions, units })
}

fn misfit(key: impl Into<String>, value: &dyn std::fmt::Display) -> CharterError {
    CharterError::Value { key: key.into(), value: value.to_string() }
}

fn named(key: &str, name: &str) -> Result<String, CharterError> {
    let name = name.trim();
    if name.is_empty() { Err(misfit(key, &"\"\"")) } else { Ok(name.to_owned()) }
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
    charter.labels = read_labels(&file.labels)?;
    match rules::slip_of(&charter) {
        Some(slip) => Err(misfit(slip, &"")),
        None => Ok(charter),
    }
}

fn read_labels(columns: &BTreeMap<String, BTreeMap<String, LabelEntry>>) -> Result<Labels, CharterError> {
    let mut labels = Labels::default();
    for (column, entries) in columns {
        for (code, entry) in entries {
            for (lang, word) in [(Lang::Zh, &entry.zh), (Lang::En, &entry.en)] {
                if let Some(word) = word
                    && !labels.put(column, code, lang, word)
                {
                    return Err(misfit(format!("labels.{column}.{code}"), word));
                }
            }
        }
    }
    match labels.ambiguous() {
        Some(word) => Err(CharterError::Twice { key: "labels".to_owned(), value: word.to_owned() }),
        None => Ok(labels),
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

fn read_divisions(
    entries: &[DivisionEntry],
    units: &[Unit],
    labels: &Labels,
) -> Result<Vec<Division>, CharterError> {
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
        let group = labels.find(Group::OPTIONS, entry.group.trim()).and_then(|o| Group::from_code(o.code));
        divisions.push(Division {
            name_en: entry.name_en.trim().to_owned(),
            short: entry.short.trim().to_owned(),
            group: group.ok_or_else(|| misfit(key("group"), &entry.group))?,
            positioning: entry.positioning.trim().to_owned(),
            host_company: entry.host_company.as_ref().map(host).transpose()?,
            head: None,
            chain_nodes: entry.chain_nodes.clone(),
            name_zh,
        });
    }
    Ok(divisions)
}
