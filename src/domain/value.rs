//! What a field can hold, as one type: the coin in which changes, files, forms and filters pay.
//! May use `choice`, `id` and `money`.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};

use super::choice::ChoiceOption;
use super::id::{Id, Kind};
use super::money::Money;

/// The content of a field. `Empty` is the one way to hold nothing: an empty text, list or map
/// never appears inside its variant.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Value {
    /// Nothing.
    #[default]
    Empty,
    /// Words, NFC.
    Text(String),
    /// A whole number in the field's own unit.
    Number(i64),
    /// An amount of money.
    Money(Money),
    /// A civil date in the office's time zone.
    Date(NaiveDate),
    /// A moment.
    Time(DateTime<Utc>),
    /// Yes or no.
    Flag(bool),
    /// The code of a member of the field's closed list.
    Choice(&'static str),
    /// Another record.
    Ref(Id),
    /// Several other records, in order.
    Refs(Vec<Id>),
    /// Several words, in order.
    Words(Vec<String>),
    /// Columns that an import could not place: header → cell.
    Extra(BTreeMap<String, String>),
}

impl Value {
    /// Whether nothing is held.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        matches!(self, Self::Empty)
    }

    /// A text, or `Empty` for a blank one.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.trim().is_empty() { Self::Empty } else { Self::Text(text) }
    }

    /// The ids that the value refers to.
    #[must_use]
    pub fn refs(&self) -> &[Id] {
        match self {
            Self::Ref(id) => std::slice::from_ref(id),
            Self::Refs(ids) => ids,
            _ => &[],
        }
    }

    /// The same value with every id replaced: how placeholders become numbers.
    #[must_use]
    pub fn map_refs(self, mut to: impl FnMut(Id) -> Id) -> Self {
        match self {
            Self::Ref(id) => Self::Ref(to(id)),
            Self::Refs(ids) => Self::Refs(ids.into_iter().map(to).collect()),
            other => other,
        }
    }
}

/// Why a value does not fit a field.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Misfit {
    /// The field holds another sort of value.
    #[error("wrong sort of value")]
    Sort,
    /// The closed list has no such member.
    #[error("not in the list: {0}")]
    Choice(String),
    /// The id is of a kind that the field does not refer to.
    #[error("{0} is of another kind")]
    RefKind(Id),
    /// Not a unified social credit code: 18 characters with a right check digit (GB 32100-2015).
    #[error("not a credit code")]
    CreditCode,
    /// The amount or number must not be negative.
    #[error("negative")]
    Negative,
    /// The field must hold something.
    #[error("empty")]
    Required,
    /// It contradicts another field of the record, or names nothing that is known.
    #[error("does not agree with the others")]
    Order,
    /// The record refers to itself.
    #[error("refers to itself")]
    Itself,
    /// The record would stand below itself.
    #[error("comes back to itself")]
    Loop,
    /// More entries than there can be.
    #[error("more than {0}")]
    TooMany(usize),
}

/// What sort of value a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// One line of words.
    Text,
    /// Words that may run over several lines.
    Long,
    /// A unified social credit code.
    CreditCode,
    /// A whole number, not negative.
    Number,
    /// Money.
    Money,
    /// A date.
    Date,
    /// A moment.
    Time,
    /// Yes or no.
    Flag,
    /// One of a closed list.
    Choice(&'static [ChoiceOption]),
    /// A record of a kind.
    Ref(Kind),
    /// Any record that a note can be on.
    Subject,
    /// Several records of a kind.
    Refs(Kind),
    /// Several words.
    Words,
    /// Unplaced columns of an import.
    Extra,
}

impl Shape {
    /// Whether a value may stand in a field of this shape; `Empty` always may.
    ///
    /// # Errors
    /// The first reason why it may not.
    pub fn admits(self, value: &Value) -> Result<(), Misfit> {
        match (self, value) {
            (_, Value::Empty)
            | (Self::Text | Self::Long, Value::Text(_))
            | (Self::Date, Value::Date(_))
            | (Self::Time, Value::Time(_))
            | (Self::Flag, Value::Flag(_))
            | (Self::Words, Value::Words(_))
            | (Self::Extra, Value::Extra(_)) => Ok(()),
            (Self::CreditCode, Value::Text(code)) if is_credit_code(code) => Ok(()),
            (Self::CreditCode, Value::Text(_)) => Err(Misfit::CreditCode),
            (Self::Number, Value::Number(n)) if *n >= 0 => Ok(()),
            (Self::Money, Value::Money(m)) if m.amount >= 0 => Ok(()),
            (Self::Number, Value::Number(_)) | (Self::Money, Value::Money(_)) => Err(Misfit::Negative),
            (Self::Choice(options), Value::Choice(code)) => {
                let known = options.iter().any(|o| o.code == *code);
                if known { Ok(()) } else { Err(Misfit::Choice((*code).to_owned())) }
            }
            (Self::Ref(kind), Value::Ref(id)) => of_kind(*id, kind),
            (Self::Subject, Value::Ref(id)) => match id.kind {
                Kind::Lead | Kind::Target | Kind::Request => Ok(()),
                _ => Err(Misfit::RefKind(*id)),
            },
            (Self::Refs(kind), Value::Refs(ids)) => ids.iter().try_for_each(|id| of_kind(*id, kind)),
            _ => Err(Misfit::Sort),
        }
    }
}

fn of_kind(id: Id, kind: Kind) -> Result<(), Misfit> {
    if id.kind == kind { Ok(()) } else { Err(Misfit::RefKind(id)) }
}

/// Whether a text is a unified social credit code: 18 characters of the alphabet of GB 32100-2015,
/// the last a check digit (weights 3ⁱ mod 31).
#[must_use]
pub fn is_credit_code(code: &str) -> bool {
    const ALPHABET: &[u8] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";
    let mut weight = 1_usize;
    let mut sum = 0_usize;
    let mut last = 0;
    for (i, byte) in code.bytes().enumerate() {
        let Some(value) = ALPHABET.iter().position(|a| *a == byte) else {
            return false;
        };
        if i < 17 {
            sum += value * weight;
            weight = weight * 3 % 31;
        } else {
            last = value;
        }
    }
    code.len() == 18 && last == (31 - sum % 31) % 31
}
