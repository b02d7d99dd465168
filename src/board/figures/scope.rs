//! Which leads a figure is about. May use `domain`, `board`.

use crate::board::records::Board;
use crate::domain::lead::LeadKind;
use crate::domain::{Id, Lead};

/// A part of the leads by one of their fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Slice {
    /// All of them.
    #[default]
    All,
    /// Those that stand in a division, shared ones included; none: those that stand in no division.
    Division(Option<Id>),
    /// Those of a kind.
    Kind(LeadKind),
    /// Those of an owner; none: those without one.
    Owner(Option<Id>),
    /// Those with the same source as this lead, word for word. A source has no id: the first lead
    /// that has it stands for it.
    Source(Id),
}

/// Which leads a figure is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Scope {
    /// Those that stand in this division, shared ones included; none: those of all.
    pub division: Option<Id>,
    /// Of these, which.
    pub slice: Slice,
}

impl Scope {
    /// All leads of a division; none: of all.
    #[must_use]
    pub const fn of(division: Option<Id>) -> Self {
        Self { division, slice: Slice::All }
    }

    /// A part of the same division's leads.
    #[must_use]
    pub const fn sliced(self, slice: Slice) -> Self {
        Self { slice, ..self }
    }

    /// The scope with what the board knows of it, for asking of many leads.
    #[must_use]
    pub fn on(self, board: &Board) -> Within<'_> {
        let source = match self.slice {
            Slice::Source(id) => board.lead(id).map(source),
            _ => None,
        };
        Within { scope: self, source }
    }
}

/// See `Scope::on`.
#[derive(Debug, Clone, Copy)]
pub struct Within<'a> {
    scope: Scope,
    source: Option<&'a str>,
}

impl Within<'_> {
    /// Whether a lead is in the scope.
    #[must_use]
    pub fn holds(&self, lead: &Lead) -> bool {
        let here = self.scope.division.is_none() || lead.stands_in(self.scope.division);
        here && match self.scope.slice {
            Slice::All => true,
            Slice::Division(None) => lead.division.is_none() && lead.co_divisions.is_empty(),
            Slice::Division(some) => lead.stands_in(some),
            Slice::Kind(kind) => lead.kind == kind,
            Slice::Owner(owner) => lead.owner == owner,
            Slice::Source(_) => self.source == Some(source(lead)),
        }
    }
}

/// A lead's source as figures tell sources apart.
#[must_use]
pub fn source(lead: &Lead) -> &str {
    lead.source.trim()
}
