//! A value in words, as a line of history or a refusal shows it. May use `domain`, `board`.

use chrono::{DateTime, Utc};

use super::label::stage_of;
use crate::board::{Board, overview};
use crate::domain::value_words::Names;
use crate::domain::{Choice, FieldKey, Id, Kind, Lang, Shape, Stage, Value};
use crate::say;

/// A field's value as a person reads it: a choice by its word; people, units and divisions by
/// their names, another record by its id and name; money rounded for the eye. Texts are data:
/// whoever draws or prints them strips them.
#[must_use]
pub fn said(field: FieldKey, value: &Value, board: &Board, lang: Lang) -> String {
    let named = |id: &Id| match id.kind {
        Kind::Person | Kind::Unit | Kind::Division => Names::title(board, *id, lang),
        _ => format!("{id} {}", board.title(*id)).trim_end().to_owned(),
    };
    match value {
        Value::Empty => say!(lang, "value-empty"),
        Value::Text(login) if holds_login(field) => board.person_name(login).to_owned(),
        Value::Text(text) => text.clone(),
        Value::Number(n) => n.to_string(),
        Value::Money(money) => money.show(lang),
        Value::Date(date) => date.to_string(),
        Value::Time(at) => moment(board, *at),
        Value::Flag(true) => say!(lang, "value-yes"),
        Value::Flag(false) => say!(lang, "value-no"),
        Value::Choice(code) => choice(field, code, board, lang).to_owned(),
        Value::Ref(id) => named(id),
        Value::Refs(ids) => ids.iter().map(named).collect::<Vec<_>>().join(lang.pick("、", ", ")),
        Value::Words(words) => words.join(lang.pick("、", ", ")),
        Value::Extra(map) => {
            let cells: Vec<String> = map.iter().map(|(k, v)| format!("{k}: {v}")).collect();
            cells.join(lang.pick("；", "; "))
        }
    }
}

/// A moment on the office's clock.
#[must_use]
pub fn moment(board: &Board, at: DateTime<Utc>) -> String {
    at.with_timezone(&overview::zone(board)).format("%Y-%m-%d %H:%M").to_string()
}

/// Whether a field holds the login of who did something; people read the name that goes with it.
#[must_use]
pub fn holds_login(field: FieldKey) -> bool {
    matches!((field.kind(), field.key()), (Kind::Lead, "verdict_by") | (Kind::Note, "who"))
}

/// As `said`, for a field of a record that is known: a lead's stage has the word of its kind.
#[must_use]
pub fn of(id: Id, field: FieldKey, value: &Value, board: &Board, lang: Lang) -> String {
    let stage = match value {
        Value::Choice(code) if matches!(field.key(), "stage" | "left_stage") => Stage::from_code(code),
        _ => None,
    };
    stage.map_or_else(|| said(field, value, board, lang), |to| stage_of(board, id, to, lang).to_owned())
}

fn choice<'a>(field: FieldKey, code: &'static str, board: &'a Board, lang: Lang) -> &'a str {
    let Shape::Choice(options) = field.spec().shape else { return code };
    let option = options.iter().find(|o| o.code == code);
    option.map_or(code, |o| board.charter().labels.option(options, o, lang))
}
