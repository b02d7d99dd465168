//! Format 1: values and records. Frozen: bincode does not describe itself, so a field added here
//! would make every stored byte unreadable. May use `domain`.

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::domain::money::Currency;
use crate::domain::{FieldKey, Fields, Id, Kind, Money, Shape, Value};

/// Why a stored shape does not fit the board of this program.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Unfit(pub String);

/// An id: letter and number.
pub type IdV1 = (u8, u32);

/// A moment: seconds since 1970 and nanoseconds.
pub type TimeV1 = (i64, u32);

/// A value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "each variant is that of `Value`")]
pub enum ValueV1 {
    Empty,
    Text(String),
    Number(i64),
    Money(i64, String),
    /// Days since 1 January of the year 1.
    Date(i32),
    Time(TimeV1),
    Flag(bool),
    Choice(String),
    Ref(IdV1),
    Refs(Vec<IdV1>),
    Words(Vec<String>),
    Extra(Vec<(String, String)>),
}

/// Fields by key.
pub type FieldsV1 = Vec<(String, ValueV1)>;

/// A record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordV1 {
    /// How many Transactions have touched it.
    pub rev: u32,
    /// The last of them.
    pub seq: u64,
    /// Who signed that one.
    pub by: String,
    /// What it holds.
    pub fields: FieldsV1,
}

/// Where the working form stands.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct HeadV1 {
    /// The last Transaction.
    pub seq: u64,
    /// Its hash in the audit log.
    pub hash: [u8; 32],
    /// The first Transaction of its journal; 1 unless it was built from a snapshot alone.
    pub first: u64,
    /// The highest number ever given, by letter.
    pub issued: Vec<(u8, u32)>,
    /// How many records there are, by letter.
    pub counts: Vec<(u8, u32)>,
    /// The sum (exclusive or) of the digests of all records.
    pub sum: u128,
}

/// An id as it is stored.
#[must_use]
pub fn id_out(id: Id) -> IdV1 {
    // Letters are ASCII.
    (u8::try_from(id.kind.letter()).unwrap_or(b'?'), id.no)
}

/// An id from its stored form.
///
/// # Errors
/// When no kind has the letter.
pub fn id_in((letter, no): IdV1) -> Result<Id, Unfit> {
    let kind = kind_in(letter)?;
    Ok(Id::new(kind, no))
}

/// The kind of a stored letter.
///
/// # Errors
/// When there is none.
pub fn kind_in(letter: u8) -> Result<Kind, Unfit> {
    let kind = Kind::from_letter(char::from(letter)).filter(|kind| kind.letter() == char::from(letter));
    kind.ok_or_else(|| Unfit(format!("no kind has the letter {letter}")))
}

/// A moment as it is stored.
#[must_use]
pub fn time_out(at: DateTime<Utc>) -> TimeV1 {
    (at.timestamp(), at.timestamp_subsec_nanos())
}

/// A moment from its stored form.
///
/// # Errors
/// When it is none.
pub fn time_in((seconds, nanos): TimeV1) -> Result<DateTime<Utc>, Unfit> {
    DateTime::from_timestamp(seconds, nanos).ok_or_else(|| Unfit(format!("no moment: {seconds}")))
}

/// A value as it is stored.
#[must_use]
pub fn value_out(value: &Value) -> ValueV1 {
    match value {
        Value::Empty => ValueV1::Empty,
        Value::Text(text) => ValueV1::Text(text.clone()),
        Value::Number(n) => ValueV1::Number(*n),
        Value::Money(money) => ValueV1::Money(money.amount, money.currency.code().to_owned()),
        Value::Date(date) => ValueV1::Date(date.num_days_from_ce()),
        Value::Time(at) => ValueV1::Time(time_out(*at)),
        Value::Flag(flag) => ValueV1::Flag(*flag),
        Value::Choice(code) => ValueV1::Choice((*code).to_owned()),
        Value::Ref(id) => ValueV1::Ref(id_out(*id)),
        Value::Refs(ids) => ValueV1::Refs(ids.iter().copied().map(id_out).collect()),
        Value::Words(words) => ValueV1::Words(words.clone()),
        Value::Extra(map) => ValueV1::Extra(map.iter().map(|(k, v)| (k.clone(), v.clone())).collect()),
    }
}

/// A value from its stored form, for a field.
///
/// # Errors
/// When it cannot stand in the field.
pub fn value_in(field: FieldKey, stored: ValueV1) -> Result<Value, Unfit> {
    Ok(match stored {
        ValueV1::Empty => Value::Empty,
        ValueV1::Text(text) => Value::Text(text),
        ValueV1::Number(n) => Value::Number(n),
        ValueV1::Money(amount, code) => {
            let currency = Currency::from_code(&code).ok_or_else(|| Unfit(format!("no currency: {code}")))?;
            Value::Money(Money { amount, currency })
        }
        ValueV1::Date(days) => Value::Date(
            NaiveDate::from_num_days_from_ce_opt(days).ok_or_else(|| Unfit(format!("no date: {days}")))?,
        ),
        ValueV1::Time(at) => Value::Time(time_in(at)?),
        ValueV1::Flag(flag) => Value::Flag(flag),
        ValueV1::Choice(code) => Value::Choice(member(field, &code)?),
        ValueV1::Ref(id) => Value::Ref(id_in(id)?),
        ValueV1::Refs(ids) => Value::Refs(ids.into_iter().map(id_in).collect::<Result<_, _>>()?),
        ValueV1::Words(words) => Value::Words(words),
        ValueV1::Extra(cells) => Value::Extra(cells.into_iter().collect()),
    })
}

fn member(field: FieldKey, code: &str) -> Result<&'static str, Unfit> {
    let known = match field.spec().shape {
        Shape::Choice(options) => options.iter().find(|option| option.code == code),
        _ => None,
    };
    known.map(|option| option.code).ok_or_else(|| Unfit(format!("{}: no such choice: {code}", field.key())))
}

/// Fields as they are stored.
#[must_use]
pub fn fields_out(fields: &Fields) -> FieldsV1 {
    fields.iter().map(|(field, value)| (field.key().to_owned(), value_out(value))).collect()
}

/// Fields from their stored form.
///
/// # Errors
/// The first that does not fit its kind.
pub fn fields_in(kind: Kind, stored: FieldsV1) -> Result<Fields, Unfit> {
    let field_in = |(key, value): (String, ValueV1)| {
        let field = field_in(kind, &key)?;
        Ok((field, value_in(field, value)?))
    };
    stored.into_iter().map(field_in).collect()
}

/// A field by its stored key.
///
/// # Errors
/// When the kind has none of that key.
pub fn field_in(kind: Kind, key: &str) -> Result<FieldKey, Unfit> {
    FieldKey::find(kind, key).ok_or_else(|| Unfit(format!("{} has no field {key}", kind.code())))
}
