//! The one table of fields: each record type declares its fields here once, and the form, the
//! table column, the detail pane, the importer, the export, the history line and the JSON key are
//! all read from it. May use `value`, `held`, `lang`, `id` and `person::Role`.

use std::fmt;

use super::held::Glance;
use super::id::Kind;
use super::lang::Lang;
use super::person::Role;
use super::record;
pub use super::value::Shape;
use super::value::{Misfit, Value};

/// By what means a field changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edit {
    /// Typed into the form, or `set`.
    Form,
    /// By a verb of its own (a move, a hold …), which asks for it.
    Verb,
    /// Kept by the program.
    Kept,
}

/// What is known of a field whatever record it stands in.
#[derive(Debug)]
pub struct Spec {
    /// The word in `snake_case`: JSON, CSV headers for machines, `set` and filters.
    pub key: &'static str,
    /// The Chinese label, which is also the canonical header of a sheet.
    pub zh: &'static str,
    /// The English label.
    pub en: &'static str,
    /// Other headers that an import accepts, in either language.
    pub synonyms: &'static [&'static str],
    /// The sort of its value.
    pub shape: Shape,
    /// By what means it changes.
    pub edit: Edit,
    /// The least role that may change it.
    pub role: Role,
    /// Whether a record without it is refused.
    pub required: bool,
}

impl Spec {
    /// The label in a language.
    #[must_use]
    pub const fn label(&self, lang: Lang) -> &'static str {
        lang.pick(self.zh, self.en)
    }
}

/// One field of a record type: its `Spec`, how to read it and how to write it.
pub struct Field<R> {
    /// What is known of it.
    pub spec: Spec,
    /// Its value in a record.
    pub get: fn(&R) -> Value,
    /// The same without a copy.
    pub glance: fn(&R) -> Glance<'_>,
    /// Puts a value of the right shape there.
    pub set: fn(&mut R, Value) -> Result<(), Misfit>,
}

/// The address of a field: the kind of record and the place in that kind's table.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FieldKey {
    kind: Kind,
    place: u8,
}

impl FieldKey {
    /// The field of a kind with this key, as files and commands name it.
    #[must_use]
    pub fn find(kind: Kind, key: &str) -> Option<Self> {
        record::place(kind, key).map(|place| Self::at(kind, place))
    }

    /// All fields of a kind, in table order.
    pub fn all(kind: Kind) -> impl Iterator<Item = Self> {
        (0..record::specs(kind).count()).map(move |place| Self::at(kind, place))
    }

    fn at(kind: Kind, place: usize) -> Self {
        // A table has a few dozen rows; a test holds each under 256.
        Self { kind, place: u8::try_from(place).unwrap_or(u8::MAX) }
    }

    /// The kind of record the field stands in.
    #[must_use]
    pub const fn kind(self) -> Kind {
        self.kind
    }

    /// The row of the kind's table.
    #[must_use]
    pub const fn place(self) -> usize {
        self.place as usize
    }

    /// What is known of the field.
    #[must_use]
    pub fn spec(self) -> &'static Spec {
        record::spec(self)
    }

    /// Whether a command may give it a value: what the program keeps itself it may not, but for what
    /// a note is on.
    #[must_use]
    pub fn is_given(self) -> bool {
        self.spec().edit != Edit::Kept || self.key() == "subject"
    }

    /// The key as files and commands name it.
    #[must_use]
    pub fn key(self) -> &'static str {
        self.spec().key
    }
}

impl fmt::Debug for FieldKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.kind.code(), self.key())
    }
}

/// Declares a record type's table: `key: Shape => "zh", "en", Edit[!required][, Role] [synonyms];` a line each.
/// The key is the name of the struct's field.
#[macro_export]
macro_rules! fields {
    ($record:ident, $kind:expr; $(
        $key:ident : $shape:expr => $zh:literal, $en:literal, $edit:ident $(! $required:ident)? $(, $role:ident)? $([$($syn:literal),* $(,)?])? ;
    )+) => {
        impl $crate::domain::record::Record for $record {
            const KIND: $crate::domain::id::Kind = $kind;
            const FIELDS: &'static [$crate::domain::field::Field<Self>] = &[ $( $crate::domain::field::Field {
                spec: $crate::domain::field::Spec {
                    key: stringify!($key),
                    zh: $zh,
                    en: $en,
                    synonyms: &[$($($syn),*)?],
                    shape: $shape,
                    edit: $crate::domain::field::Edit::$edit,
                    role: $crate::fields!(@role $($role)?),
                    required: $crate::fields!(@required $($required)?),
                },
                get: |record: &Self| $crate::domain::held::Held::to_value(&record.$key),
                glance: |record: &Self| $crate::domain::held::Held::glance(&record.$key),
                set: |record: &mut Self, value| {
                    record.$key = $crate::domain::held::Held::from_value(value)?;
                    Ok(())
                },
            }, )+ ];
        }
    };
    (@role) => { $crate::domain::person::Role::Editor };
    (@role $role:ident) => { $crate::domain::person::Role::$role };
    (@required) => { false };
    (@required required) => { true };
}
