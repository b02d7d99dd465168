//! Records of every type behind one face, for what is the same for all of them: reading and
//! setting a field by its key, building one from fields. May use the record types.

use std::sync::OnceLock;

use super::field::{Edit, Field, FieldKey, Spec};
use super::held::Glance;
use super::id::{Id, Kind};
use super::person::Role;
use super::value::{Misfit, Shape, Value};

/// A record type with its table of fields.
pub trait Record: Clone + Default + PartialEq + 'static {
    /// Its kind.
    const KIND: Kind;
    /// Its fields, in the order of forms and files.
    const FIELDS: &'static [Field<Self>];

    /// The value of a field. A key of another kind reads as `Empty`.
    fn get(&self, key: FieldKey) -> Value {
        match Self::FIELDS.get(key.place()) {
            Some(field) if key.kind() == Self::KIND => (field.get)(self),
            _ => Value::Empty,
        }
    }

    /// What a field holds, without a copy. A key of another kind reads as `Empty`.
    fn glance(&self, key: FieldKey) -> Glance<'_> {
        match Self::FIELDS.get(key.place()) {
            Some(field) if key.kind() == Self::KIND => (field.glance)(self),
            _ => Glance::Empty,
        }
    }

    /// Puts a value into a field.
    ///
    /// # Errors
    /// `Misfit` where the value does not fit the field's shape.
    fn set(&mut self, key: FieldKey, value: Value) -> Result<(), Misfit> {
        match Self::FIELDS.get(key.place()) {
            Some(field) if key.kind() == Self::KIND => {
                field.spec.shape.admits(&value)?;
                (field.set)(self, value)
            }
            _ => Err(Misfit::Sort),
        }
    }
}

/// Fields with their values, in table order: what a record is made from and stored as.
/// A field that holds its type's default is left out.
pub type Fields = Vec<(FieldKey, Value)>;

/// What the fields of an empty record of each kind hold.
static BLANK: [OnceLock<Vec<Value>>; Kind::ALL.len()] = [const { OnceLock::new() }; Kind::ALL.len()];

/// The fields of a record that differ from an empty one.
#[must_use]
pub fn fields<R: Record>(record: &R) -> Fields {
    let held = |of: &R| R::FIELDS.iter().map(|field| (field.get)(of)).collect();
    let blank = BLANK[R::KIND as usize].get_or_init(|| held(&R::default()));
    let values = R::FIELDS.iter().map(|field| (field.get)(record));
    let differs = |((_, value), blank): &((FieldKey, Value), &Value)| value != *blank;
    FieldKey::all(R::KIND).zip(values).zip(blank).filter(differs).map(|(field, _)| field).collect()
}

/// Tells every record that this one refers to, once a field; reads no other field.
pub fn each_ref<R: Record>(record: &R, mut tell: impl FnMut(Id)) {
    for field in R::FIELDS {
        if matches!(field.spec.shape, Shape::Ref(_) | Shape::Refs(_) | Shape::Subject) {
            (field.get)(record).refs().iter().copied().for_each(&mut tell);
        }
    }
}

/// A record from its fields.
///
/// # Errors
/// The first field whose value does not fit, with why.
pub fn from_fields<R: Record>(
    fields: impl IntoIterator<Item = (FieldKey, Value)>,
) -> Result<R, (FieldKey, Misfit)> {
    let mut record = R::default();
    for (key, value) in fields {
        record.set(key, value).map_err(|misfit| (key, misfit))?;
    }
    Ok(record)
}

/// The specs of a kind's fields, in table order.
pub fn specs(kind: Kind) -> impl Iterator<Item = &'static Spec> {
    (0..count(kind)).map(move |place| spec_at(kind, place))
}

/// The least role that may fill in the form of a kind: of its fields, the most open one's.
#[must_use]
pub fn form_role(kind: Kind) -> Role {
    let typed = specs(kind).filter(|spec| spec.edit == Edit::Form);
    typed.map(|spec| spec.role).min().unwrap_or(Role::Admin)
}

pub(super) fn spec(key: FieldKey) -> &'static Spec {
    spec_at(key.kind(), key.place())
}

/// Runs an expression with the record type of a kind.
#[macro_export]
macro_rules! with_record {
    ($kind:expr, $R:ident => $body:expr) => {
        match $kind {
            $crate::domain::id::Kind::Charter => {
                type $R = $crate::domain::Charter;
                $body
            }
            $crate::domain::id::Kind::Division => {
                type $R = $crate::domain::Division;
                $body
            }
            $crate::domain::id::Kind::Unit => {
                type $R = $crate::domain::Unit;
                $body
            }
            $crate::domain::id::Kind::Person => {
                type $R = $crate::domain::Person;
                $body
            }
            $crate::domain::id::Kind::Target => {
                type $R = $crate::domain::Target;
                $body
            }
            $crate::domain::id::Kind::SixOne => {
                type $R = $crate::domain::SixOne;
                $body
            }
            $crate::domain::id::Kind::Lead => {
                type $R = $crate::domain::Lead;
                $body
            }
            $crate::domain::id::Kind::Note => {
                type $R = $crate::domain::Note;
                $body
            }
            $crate::domain::id::Kind::Request => {
                type $R = $crate::domain::Request;
                $body
            }
            $crate::domain::id::Kind::Mark => {
                type $R = $crate::domain::Mark;
                $body
            }
        }
    };
}

/// The place of a key in a kind's table.
pub(super) fn place(kind: Kind, key: &str) -> Option<usize> {
    with_record!(kind, R => R::FIELDS.iter().position(|field| field.spec.key == key))
}

fn count(kind: Kind) -> usize {
    with_record!(kind, R => R::FIELDS.len())
}

fn spec_at(kind: Kind, place: usize) -> &'static Spec {
    with_record!(kind, R => &R::FIELDS[place].spec)
}
