//! Values as JSON, the one form of the audit log, of exports and of scripts: money is an integer
//! of yuan (another currency a text, `"USD 22700"`), a date `YYYY-MM-DD`, a choice its code, a
//! record its id. May use `value`, `record`.

use std::fmt::Write as _;

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use serde_json::{Map, Value as Json};

use super::field::FieldKey;
use super::id::{Id, Kind};
use super::money::{Currency, Money};
use super::record::Fields;
use super::value::{Misfit, Shape, Value};

/// A value as JSON; `Empty` is `null`.
#[must_use]
pub fn from_value(value: &Value) -> Json {
    match value {
        Value::Empty => Json::Null,
        Value::Text(text) => Json::from(text.as_str()),
        Value::Number(n) => Json::from(*n),
        Value::Money(money) => money.yuan().map_or_else(|| Json::from(money.to_string()), Json::from),
        Value::Date(date) => Json::from(date.to_string()),
        Value::Time(at) => Json::from(at.to_rfc3339_opts(SecondsFormat::AutoSi, true)),
        Value::Flag(flag) => Json::from(*flag),
        Value::Choice(code) => Json::from(*code),
        Value::Ref(id) => Json::from(id.to_string()),
        Value::Refs(ids) => ids.iter().map(|id| Json::from(id.to_string())).collect(),
        Value::Words(words) => words.iter().map(|word| Json::from(word.as_str())).collect(),
        Value::Extra(map) => {
            Json::Object(map.iter().map(|(k, v)| (k.clone(), Json::from(v.as_str()))).collect())
        }
    }
}

/// A value of a shape from JSON.
///
/// # Errors
/// `Misfit` where the JSON is not of that shape.
pub fn to_value(shape: Shape, json: &Json) -> Result<Value, Misfit> {
    if json.is_null() {
        return Ok(Value::Empty);
    }
    let value = read(shape, json)?;
    shape.admits(&value)?;
    Ok(value)
}

fn read(shape: Shape, json: &Json) -> Result<Value, Misfit> {
    Ok(match shape {
        // A text of blanks stays one: what the log says must come back as it was.
        Shape::Text | Shape::Long | Shape::CreditCode => match text(json)? {
            "" => Value::Empty,
            text => Value::Text(text.to_owned()),
        },
        Shape::Number => Value::Number(json.as_i64().ok_or(Misfit::Sort)?),
        Shape::Money => Value::Money(money(json)?),
        Shape::Date => Value::Date(text(json)?.parse::<NaiveDate>().map_err(|_| Misfit::Sort)?),
        Shape::Time => Value::Time(text(json)?.parse::<DateTime<Utc>>().map_err(|_| Misfit::Sort)?),
        Shape::Flag => Value::Flag(json.as_bool().ok_or(Misfit::Sort)?),
        Shape::Choice(options) => {
            let code = text(json)?;
            let option = options.iter().find(|o| o.code == code);
            Value::Choice(option.ok_or_else(|| Misfit::Choice(code.to_owned()))?.code)
        }
        Shape::Ref(_) | Shape::Subject => Value::Ref(id(json)?),
        Shape::Refs(_) => match list(json, id)? {
            ids if ids.is_empty() => Value::Empty,
            ids => Value::Refs(ids),
        },
        Shape::Words => match list(json, |j| text(j).map(str::to_owned))? {
            words if words.is_empty() => Value::Empty,
            words => Value::Words(words),
        },
        Shape::Extra => {
            let object = json.as_object().ok_or(Misfit::Sort)?;
            let cell = |(k, v): (&String, &Json)| Ok((k.clone(), text(v)?.to_owned()));
            Value::Extra(object.iter().map(cell).collect::<Result<_, Misfit>>()?)
        }
    })
}

fn text(json: &Json) -> Result<&str, Misfit> {
    json.as_str().ok_or(Misfit::Sort)
}

fn id(json: &Json) -> Result<Id, Misfit> {
    text(json)?.parse().map_err(|_| Misfit::Sort)
}

fn list<T>(json: &Json, read: impl Fn(&Json) -> Result<T, Misfit>) -> Result<Vec<T>, Misfit> {
    json.as_array().ok_or(Misfit::Sort)?.iter().map(read).collect()
}

fn money(json: &Json) -> Result<Money, Misfit> {
    if let Some(yuan) = json.as_i64() {
        return Ok(Money::cny(yuan));
    }
    let (code, amount) = text(json)?.split_once(' ').ok_or(Misfit::Sort)?;
    let currency = Currency::from_code(code).ok_or(Misfit::Sort)?;
    Ok(Money { amount: amount.parse().map_err(|_| Misfit::Sort)?, currency })
}

/// A record's fields as a JSON object by key.
#[must_use]
pub fn from_fields(fields: &[(FieldKey, Value)]) -> Map<String, Json> {
    fields.iter().map(|(key, value)| (key.key().to_owned(), from_value(value))).collect()
}

/// Why a JSON object is not a record's fields.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadFields {
    /// No field of the kind has this key.
    #[error("no field {0}")]
    Unknown(String),
    /// The value does not fit.
    #[error("{0}: {1}")]
    Misfit(&'static str, Misfit),
}

/// A record's fields from a JSON object, in table order.
///
/// # Errors
/// The first key that is unknown or whose value does not fit.
pub fn to_fields(kind: Kind, object: &Map<String, Json>) -> Result<Fields, BadFields> {
    let mut fields = object
        .iter()
        .map(|(key, json)| {
            let key = FieldKey::find(kind, key).ok_or_else(|| BadFields::Unknown(key.clone()))?;
            let value = to_value(key.spec().shape, json).map_err(|m| BadFields::Misfit(key.key(), m))?;
            Ok((key, value))
        })
        .collect::<Result<Fields, BadFields>>()?;
    fields.sort_by_key(|(key, _)| *key);
    Ok(fields)
}

/// Escapes what a terminal or a reader's eye would obey: C1 controls, delete, marks of direction
/// and line. They stand inside strings only, where JSON reads the escape as the character.
#[must_use]
pub fn escape(text: String) -> String {
    let obeyed = |ch: char| matches!(ch, '\u{7f}'..='\u{9f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{61c}');
    if !text.contains(obeyed) {
        return text;
    }
    let mut out = String::with_capacity(text.len() + 64);
    for ch in text.chars() {
        if obeyed(ch) {
            // Writing to a String cannot fail.
            let _ = write!(out, "\\u{:04x}", u32::from(ch));
        } else {
            out.push(ch);
        }
    }
    out
}
