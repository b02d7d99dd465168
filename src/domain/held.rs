//! The Rust types that a record's field can have, and what stands in one: as a value that can be
//! kept, or as a glance at it where it lies. May use `value`, `choice`, `id` and `money`.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};

use super::choice::Choice;
use super::id::Id;
use super::money::Money;
use super::value::{Misfit, Value};

/// What a field holds, looked at without a copy: a filter and a sort read a hundred thousand of
/// them between two keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Glance<'a> {
    /// Nothing.
    Empty,
    /// Words.
    Text(&'a str),
    /// A whole number.
    Number(i64),
    /// An amount of money.
    Money(Money),
    /// A civil date.
    Date(NaiveDate),
    /// A moment.
    Time(DateTime<Utc>),
    /// Yes or no.
    Flag(bool),
    /// A member of a closed list, by its place there.
    Choice(usize),
    /// Another record.
    Ref(Id),
    /// Several other records.
    Refs(&'a [Id]),
    /// Several words.
    Words(&'a [String]),
    /// Columns of an import or a charter's words: nothing that can be compared.
    Other,
}

/// A Rust type that a record's field can have.
pub trait Held: Sized {
    /// What the field holds.
    fn to_value(&self) -> Value;
    /// The same without a copy.
    fn glance(&self) -> Glance<'_>;
    /// The field from a value.
    ///
    /// # Errors
    /// `Misfit::Sort` where the value is of another sort.
    fn from_value(value: Value) -> Result<Self, Misfit>;
}

macro_rules! held {
    ($($type:ty, $variant:ident;)+) => { $(
        impl Held for Option<$type> {
            fn to_value(&self) -> Value {
                self.map_or(Value::Empty, Value::$variant)
            }
            fn glance(&self) -> Glance<'_> {
                self.map_or(Glance::Empty, Glance::$variant)
            }
            fn from_value(value: Value) -> Result<Self, Misfit> {
                match value {
                    Value::Empty => Ok(None),
                    Value::$variant(inner) => Ok(Some(inner)),
                    _ => Err(Misfit::Sort),
                }
            }
        }
    )+ };
}

held! {
    i64, Number;
    Money, Money;
    NaiveDate, Date;
    DateTime<Utc>, Time;
    Id, Ref;
}

macro_rules! held_empty {
    (@glance $held:ident, Extra) => { Glance::Other };
    (@glance $held:ident, $variant:ident) => { Glance::$variant($held) };
    ($($type:ty, $variant:ident;)+) => { $(
        impl Held for $type {
            fn to_value(&self) -> Value {
                if self.is_empty() { Value::Empty } else { Value::$variant(self.clone()) }
            }
            fn glance(&self) -> Glance<'_> {
                if self.is_empty() { Glance::Empty } else { held_empty!(@glance self, $variant) }
            }
            fn from_value(value: Value) -> Result<Self, Misfit> {
                match value {
                    Value::Empty => Ok(Self::default()),
                    Value::$variant(inner) => Ok(inner),
                    _ => Err(Misfit::Sort),
                }
            }
        }
    )+ };
}

held_empty! {
    String, Text;
    Vec<Id>, Refs;
    Vec<String>, Words;
    BTreeMap<String, String>, Extra;
}

impl Held for bool {
    fn to_value(&self) -> Value {
        Value::Flag(*self)
    }
    fn glance(&self) -> Glance<'_> {
        Glance::Flag(*self)
    }
    fn from_value(value: Value) -> Result<Self, Misfit> {
        match value {
            Value::Empty => Ok(false),
            Value::Flag(flag) => Ok(flag),
            _ => Err(Misfit::Sort),
        }
    }
}

impl Held for i64 {
    fn to_value(&self) -> Value {
        Value::Number(*self)
    }
    fn glance(&self) -> Glance<'_> {
        Glance::Number(*self)
    }
    fn from_value(value: Value) -> Result<Self, Misfit> {
        match value {
            Value::Empty => Ok(0),
            Value::Number(n) => Ok(n),
            _ => Err(Misfit::Sort),
        }
    }
}

impl<C: Choice + Default> Held for C {
    fn to_value(&self) -> Value {
        Value::Choice(self.code())
    }
    fn glance(&self) -> Glance<'_> {
        Glance::Choice(self.place())
    }
    fn from_value(value: Value) -> Result<Self, Misfit> {
        match value {
            Value::Empty => Ok(Self::default()),
            Value::Choice(code) => Self::from_code(code).ok_or_else(|| Misfit::Choice(code.to_owned())),
            _ => Err(Misfit::Sort),
        }
    }
}

impl<C: Choice> Held for Option<C> {
    fn to_value(&self) -> Value {
        self.map_or(Value::Empty, |choice| Value::Choice(choice.code()))
    }
    fn glance(&self) -> Glance<'_> {
        self.map_or(Glance::Empty, |choice| Glance::Choice(choice.place()))
    }
    fn from_value(value: Value) -> Result<Self, Misfit> {
        match value {
            Value::Empty => Ok(None),
            Value::Choice(code) => {
                C::from_code(code).map(Some).ok_or_else(|| Misfit::Choice(code.to_owned()))
            }
            _ => Err(Misfit::Sort),
        }
    }
}
