//! A value in words, as a line of history or a refusal shows it. May use `domain`, `board`.

use crate::board::{Board, overview};
use crate::domain::{FieldKey, Lang, Shape, Value};
use crate::say;

/// A field's value as a person reads it: a choice by its word, a record by its id and name, money
/// rounded for the eye. Texts are data: whoever draws or prints them strips them.
#[must_use]
pub fn said(field: FieldKey, value: &Value, board: &Board, lang: Lang) -> String {
    let named = |id: &crate::domain::Id| format!("{id} {}", board.title(*id)).trim_end().to_owned();
    match value {
        Value::Empty => say!(lang, "value-empty"),
        Value::Text(text) => text.clone(),
        Value::Number(n) => n.to_string(),
        Value::Money(money) => money.show(lang),
        Value::Date(date) => date.to_string(),
        Value::Time(at) => at.with_timezone(&overview::zone(board)).format("%Y-%m-%d %H:%M").to_string(),
        Value::Flag(true) => say!(lang, "value-yes"),
        Value::Flag(false) => say!(lang, "value-no"),
        Value::Choice(code) => choice(field, code, lang).to_owned(),
        Value::Ref(id) => named(id),
        Value::Refs(ids) => ids.iter().map(named).collect::<Vec<_>>().join(lang.pick("、", ", ")),
        Value::Words(words) => words.join(lang.pick("、", ", ")),
        Value::Extra(map) => {
            let cells: Vec<String> = map.iter().map(|(k, v)| format!("{k}: {v}")).collect();
            cells.join(lang.pick("；", "; "))
        }
    }
}

fn choice(field: FieldKey, code: &'static str, lang: Lang) -> &'static str {
    match field.spec().shape {
        Shape::Choice(options) => options.iter().find(|o| o.code == code).map_or(code, |o| o.label(lang)),
        _ => code,
    }
}
