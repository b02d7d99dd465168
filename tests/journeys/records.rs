//! Records that a journey begins with, made past the keys, and how they stand after it.

use guatu::domain::{FieldKey, Fields, Id, Kind, Stage, Value};

use crate::desk::Office;

pub(crate) fn lead(no: u32) -> Id {
    Id::new(Kind::Lead, no)
}

pub(crate) fn stage(office: &Office, no: u32) -> Stage {
    office.engine.board().lead(lead(no)).expect("the lead").stage
}

pub(crate) fn day(text: &str) -> Value {
    Value::Date(text.parse().expect("a date"))
}

pub(crate) fn create(office: &Office, kind: Kind, list: &[(&str, Value)]) {
    let create = office.author(&office.engine.board(), "wang").create(kind, fields(kind, list));
    office.propose("wang", create);
}

pub(crate) fn set(office: &Office, id: Id, list: &[(&str, Value)]) {
    let edit = office.author(&office.engine.board(), "wang").edit(id, fields(id.kind, list));
    office.propose("wang", edit);
}

/// An office with so many new leads; person 1 heads division 4.
pub(crate) fn office_with_leads(day: &str, count: u32) -> Office {
    let office = Office::founded(day);
    for no in 1..=count {
        create(&office, Kind::Lead, &[("name", Value::text(format!("演示线索{no}")))]);
    }
    set(&office, Id::division(4), &[("head", Value::Ref(Id::new(Kind::Person, 1)))]);
    office
}

fn fields(kind: Kind, list: &[(&str, Value)]) -> Fields {
    let field = |key: &str| FieldKey::find(kind, key).expect("a field");
    list.iter().map(|(key, value)| (field(key), value.clone())).collect()
}
