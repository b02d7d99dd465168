//! A record of whatever type, and the board's tables by type. May use `domain`, `table`.

use super::records::Board;
use super::rules::Kept;
use crate::domain::{
    Charter, Division, FieldKey, Fields, Glance, Id, Kind, Lead, Mark, Misfit, Note, Person, Record, Request,
    SixOne, Target, Unit, Value, record,
};

/// A value as a record would give it back: a field that always holds something (a flag, a number,
/// a choice) gives its default for `Empty`. What does not fit stays as it is.
pub(super) fn canonical(field: FieldKey, value: Value) -> Value {
    let Ok(mut record) = AnyRecord::from_fields(field.kind(), &[]) else { return value };
    match record.set(field, value.clone()) {
        Ok(()) => record.get(field),
        Err(_) => value,
    }
}

macro_rules! any_record {
    ($($kind:ident, $table:ident;)+) => {
        /// A record of whatever type.
        #[derive(Debug, Clone, PartialEq)]
        #[expect(missing_docs, reason = "each variant is named for its type")]
        pub enum AnyRecord { $( $kind(Box<$kind>), )+ }

        impl AnyRecord {
            /// A record of a kind from its fields.
            ///
            /// # Errors
            /// The first field whose value does not fit, with why.
            pub fn from_fields(kind: Kind, fields: &[(FieldKey, Value)]) -> Result<Self, (FieldKey, Misfit)> {
                Self::build(kind, fields.to_vec())
            }

            /// The same from fields that are given away.
            ///
            /// # Errors
            /// As `from_fields`.
            pub fn build(kind: Kind, fields: Fields) -> Result<Self, (FieldKey, Misfit)> {
                match kind {
                    $( Kind::$kind => record::from_fields::<$kind>(fields).map(|r| Self::$kind(Box::new(r))), )+
                }
            }

            /// Its kind.
            #[must_use]
            pub const fn kind(&self) -> Kind {
                match self { $( Self::$kind(_) => Kind::$kind, )+ }
            }

            /// Tells every record that this one refers to, once a field.
            pub(super) fn each_ref(&self, tell: impl FnMut(Id)) {
                match self { $( Self::$kind(r) => record::each_ref(r.as_ref(), tell), )+ }
            }

            /// Its fields that hold something, in table order.
            #[must_use]
            pub fn fields(&self) -> Fields {
                match self { $( Self::$kind(r) => record::fields(r.as_ref()), )+ }
            }

            /// The value of a field.
            #[must_use]
            pub fn get(&self, key: FieldKey) -> Value {
                match self { $( Self::$kind(r) => r.get(key), )+ }
            }

            /// Puts a value into a field.
            ///
            /// # Errors
            /// `Misfit` where the value does not fit.
            pub fn set(&mut self, key: FieldKey, value: Value) -> Result<(), Misfit> {
                match self { $( Self::$kind(r) => r.set(key, value), )+ }
            }

            /// The name that people know it by.
            #[must_use]
            pub fn title(&self) -> &str {
                match self { $( Self::$kind(r) => r.title(), )+ }
            }
        }

        $( impl From<$kind> for AnyRecord {
            fn from(record: $kind) -> Self { Self::$kind(Box::new(record)) }
        } )+

        impl Board {
            /// The record with an id.
            #[must_use]
            pub fn record(&self, id: Id) -> Option<AnyRecord> {
                match id.kind { $( Kind::$kind => self.$table.get(id.no).cloned().map(AnyRecord::from), )+ }
            }

            /// The value of a record's field; `Empty` where there is no such record.
            #[must_use]
            pub fn value(&self, id: Id, key: FieldKey) -> Value {
                match id.kind { $( Kind::$kind => self.$table.get(id.no).map_or(Value::Empty, |r| r.get(key)), )+ }
            }

            /// What a record's field holds, without a copy; `Empty` where there is no such record.
            #[must_use]
            pub fn glance(&self, id: Id, key: FieldKey) -> Glance<'_> {
                match id.kind { $( Kind::$kind => self.$table.get(id.no).map_or(Glance::Empty, |r| r.glance(key)), )+ }
            }

            /// Tells every record that one refers to, once a field.
            pub(super) fn each_ref(&self, id: Id, tell: impl FnMut(Id)) {
                match id.kind { $( Kind::$kind => {
                    if let Some(record) = self.$table.get(id.no) {
                        record::each_ref(record, tell);
                    }
                } )+ }
            }

            /// Whether there is a record with an id.
            #[must_use]
            pub fn has(&self, id: Id) -> bool {
                match id.kind { $( Kind::$kind => self.$table.get(id.no).is_some(), )+ }
            }

            /// How many Transactions have touched a record, the last of them, and who signed it.
            #[must_use]
            pub fn touched(&self, id: Id) -> Option<(u32, u64, &str)> {
                match id.kind { $( Kind::$kind => self.$table.row(id.no).map(|r| (r.rev, r.seq, &*r.by)), )+ }
            }

            /// The name that people know a record by; empty where there is none.
            #[must_use]
            pub fn title(&self, id: Id) -> &str {
                match id.kind { $( Kind::$kind => self.$table.get(id.no).map_or("", Kept::title), )+ }
            }

            /// The ids of all records of a kind, in order of number.
            #[must_use]
            pub fn ids(&self, kind: Kind) -> Vec<Id> {
                match kind { $( Kind::$kind => self.$table.iter().map(|(id, _)| id).collect(), )+ }
            }

            /// How many records of a kind there are.
            #[must_use]
            pub const fn count(&self, kind: Kind) -> usize {
                match kind { $( Kind::$kind => self.$table.len(), )+ }
            }

            /// The highest number ever given to a kind.
            #[must_use]
            pub fn issued(&self, kind: Kind) -> u32 {
                match kind { $( Kind::$kind => self.$table.issued(), )+ }
            }

            /// Makes sure that numbers of a kind up to `issued` are never given again.
            pub fn reserve(&mut self, kind: Kind, issued: u32) {
                match kind { $( Kind::$kind => self.$table.reserve(issued), )+ }
            }

            pub(super) fn put_raw(&mut self, no: u32, record: AnyRecord, rev: u32, seq: u64, by: std::sync::Arc<str>) {
                match record { $( AnyRecord::$kind(r) => self.$table.put(no, super::table::Row { record: *r, rev, seq, by }), )+ }
            }

            pub(super) fn take_raw(&mut self, id: Id) {
                match id.kind { $( Kind::$kind => { self.$table.take(id.no); } )+ }
            }
        }
    };
}

any_record! {
    Charter, charters;
    Division, divisions;
    Unit, units;
    Person, people;
    Target, targets;
    SixOne, six_ones;
    Lead, leads;
    Note, notes;
    Request, requests;
    Mark, marks;
}
