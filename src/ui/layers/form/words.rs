//! The sentences that a form says: how a text was read, what a row can be filled with. May use `value_words`, `locales`.

use chrono::{Datelike, NaiveDate};

use super::row::Row;
use crate::board::Board;
use crate::domain::{Lang, Misfit, Shape, Value, money, value_words};
use crate::locales::refusal;
use crate::say;

/// A row that must be filled in.
pub(super) fn required(lang: Lang) -> String {
    refusal::misfit(&Misfit::Required, lang)
}

/// How the text was read, where that says more than the text: `= 3,500万元`.
pub(super) fn reading(row: &Row, board: &Board, lang: Lang) -> String {
    let Ok(value) = &row.read else {
        return String::new();
    };
    let shape = row.slot.shape();
    let shown = match value {
        Value::Empty | Value::Text(_) | Value::Extra(_) => return String::new(),
        Value::Date(date) => dated(*date, lang),
        Value::Number(n) if n.abs() < 1_000 => return String::new(),
        Value::Number(n) => money::grouped(*n),
        _ => value_words::show(value, shape, board, lang),
    };
    if shown == row.field.text() { String::new() } else { format!("= {shown}") }
}

/// A date with its weekday.
fn dated(date: NaiveDate, lang: Lang) -> String {
    let day = i64::from(date.weekday().number_from_monday());
    say!(lang, "layer-form-date", date = date.to_string(), day = day)
}

/// What an empty row can be filled with.
pub(super) fn example(row: &Row, lang: Lang) -> String {
    match row.slot.shape() {
        Shape::Money => say!(lang, "layer-example-money"),
        Shape::Date => say!(lang, "layer-example-date"),
        Shape::Ref(_) | Shape::Refs(_) => say!(lang, "layer-example-name"),
        Shape::Choice(_) | Shape::Flag => say!(lang, "layer-example-choice"),
        Shape::Words => say!(lang, "layer-example-words"),
        Shape::CreditCode => say!(lang, "layer-example-credit"),
        _ => String::new(),
    }
}
