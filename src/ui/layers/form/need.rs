//! How much a form insists on a field (✔ and ~ of product rule §3), and the signs that say so.
//! May use `domain::stage`.

use crate::domain::stage::Demand;
use crate::domain::{FieldKey, Kind, Stage};

/// How much a form insists on a field; each is told by a sign beside its label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// The form is not saved without it: `*`.
    Must,
    /// It is saved, and what is lacking is said: `~`.
    Warn,
    /// Either way is good.
    Free,
}

impl Need {
    /// A must, or free.
    #[must_use]
    pub const fn must(must: bool) -> Self {
        if must { Self::Must } else { Self::Free }
    }

    /// What a record of a kind says of a field when it is created.
    pub(super) fn at_creation(field: FieldKey) -> Self {
        let of_lead = |demand: &Demand| field.kind() == Kind::Lead && demand.field == field.key();
        match Stage::Lead.demands().iter().find(|demand| of_lead(demand)) {
            Some(demand) if !demand.must => Self::Warn,
            _ => Self::must(field.spec().required),
        }
    }

    /// The sign beside the label.
    pub(super) const fn sign(self) -> &'static str {
        match self {
            Self::Must => "*",
            Self::Warn => "~",
            Self::Free => "",
        }
    }
}
