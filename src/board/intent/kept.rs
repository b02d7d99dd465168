//! The fields that the program keeps beside what a person types: dates of reaching, of closing,
//! of receiving, and how often a due date was changed. May use `domain`, `board`.

use super::Author;
use super::draft::{Draft, field};
use crate::board::any::AnyRecord;
use crate::domain::choice::Choice;
use crate::domain::six_one::SixOneState;
use crate::domain::{Fields, Kind, Record, Target, Value};

/// A new record's fields with the kept ones; see `Author::complete`.
pub(super) fn complete(author: &Author<'_>, kind: Kind, mut fields: Fields) -> Fields {
    let today = Value::Date(author.today());
    let offers = match AnyRecord::from_fields(kind, &fields) {
        Ok(AnyRecord::Lead(lead)) => {
            let since = lead.reached_on(lead.stage).map_or_else(|| today.clone(), Value::Date);
            vec![("received", today), ("stage_since", since)]
        }
        Ok(AnyRecord::Target(target)) => {
            let baseline = target.due.map_or(Value::Empty, Value::Date);
            if target.goal > 0 && !target.is_reached() {
                fields.retain(|(field, _)| field.key() != "done");
            }
            let done = if target.goal > 0 && target.is_reached() { today } else { Value::Empty };
            vec![("baseline_due", baseline), ("done", done)]
        }
        Ok(AnyRecord::Request(request)) => {
            let closed = if request.is_open() { Value::Empty } else { today.clone() };
            vec![("raised", today), ("closed", closed)]
        }
        Ok(AnyRecord::SixOne(six_one)) if six_one.state == SixOneState::Ready => vec![("ready", today)],
        Ok(AnyRecord::Note(_)) => vec![("who", Value::text(author.login)), ("at", Value::Time(author.now))],
        Ok(AnyRecord::Mark(_)) => vec![("at", Value::Time(author.now))],
        // What does not fit is left as it is, for `check` to say so.
        Ok(_) | Err(_) => vec![],
    };
    for (key, value) in offers {
        let key = field(kind, key);
        if !fields.iter().any(|(f, v)| *f == key && !v.is_empty()) {
            fields.retain(|(f, _)| *f != key);
            fields.push((key, value));
        }
    }
    fields.sort_by_key(|(key, _)| *key);
    AnyRecord::from_fields(kind, &fields).map_or(fields, |record| record.fields())
}

/// Lets the kept fields of a record follow what changes.
pub(super) fn follow(author: &Author<'_>, draft: &mut Draft<'_>) {
    match draft.id().kind {
        Kind::Target => follow_target(author, draft),
        Kind::Request => follow_request(author, draft),
        Kind::SixOne => follow_six_one(author, draft),
        _ => {}
    }
}

fn follow_target(author: &Author<'_>, draft: &mut Draft<'_>) {
    if let Some(due) = draft.changed("due").cloned() {
        let before = draft.before("due");
        match draft.before("redated") {
            _ if before.is_empty() => draft.put("baseline_due", due),
            Value::Number(times) => {
                if draft.before("baseline_due").is_empty() {
                    draft.put("baseline_due", before);
                }
                draft.put("redated", Value::Number(times.saturating_add(1)));
            }
            _ => {}
        }
    }
    if ["actual", "goal", "measure", "done"].iter().any(|key| draft.changed(key).is_some()) {
        follow_figure(author, draft);
    }
}

/// A goal that a typed figure comes to is dated; one that it does not come to is not. A goal that
/// was raised is reached on the day it was raised at the earliest.
fn follow_figure(author: &Author<'_>, draft: &mut Draft<'_>) {
    let mut target = Target::default();
    for key in ["actual", "goal", "measure", "done"] {
        if target.set(field(Kind::Target, key), draft.value(key)).is_err() {
            return;
        }
    }
    let raised = matches!(draft.before("goal"), Value::Number(before) if (1..target.goal).contains(&before));
    if target.goal == 0 {
        return;
    }
    if !target.is_reached() {
        draft.put("done", Value::Empty);
    } else if target.done.is_none() {
        draft.put("done", Value::Date(author.today()));
    } else if raised {
        draft.offer("done", Value::Date(author.today()));
    }
}

fn follow_six_one(author: &Author<'_>, draft: &mut Draft<'_>) {
    let ready = Value::Choice(SixOneState::Ready.code());
    match draft.changed("state") {
        Some(state) if *state == ready => draft.put("ready", Value::Date(author.today())),
        Some(_) => draft.put("ready", Value::Empty),
        None => {}
    }
}

fn follow_request(author: &Author<'_>, draft: &mut Draft<'_>) {
    let open = |value: &Value| matches!(value, Value::Choice("waiting" | "working") | Value::Empty);
    let Some(state) = draft.changed("state") else { return };
    match (open(&draft.before("state")), open(state)) {
        (true, false) => draft.put("closed", Value::Date(author.today())),
        (false, true) => draft.put("closed", Value::Empty),
        _ => {}
    }
}
