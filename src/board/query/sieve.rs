//! What is typed over a list whose records are of several kinds: each kind reads it for itself. The
//! leads are found beforehand, since there may be a hundred thousand of them.
//! May use `domain`, `board`, `index`.

use super::{Filter, Problem};
use crate::board::index::Hits;
use crate::board::records::Board;
use crate::domain::{FieldKey, Id, Kind};

/// See the module. It is of the moment when it was read: a changed board reads it anew.
#[derive(Debug, Clone, Default)]
pub struct Sieve {
    /// The kinds that can be asked all that is typed.
    kinds: Vec<(Kind, Filter)>,
    leads: Hits,
    problems: Vec<Problem>,
}

impl Sieve {
    /// What a typed text asks of the records of some kinds. A term that none of them can read is left
    /// out and told; one that some can read asks for those alone.
    #[must_use]
    pub fn read(board: &Board, kinds: &[Kind], typed: &str) -> Self {
        let read: Vec<_> = kinds.iter().map(|kind| (*kind, Filter::read(board, *kind, typed))).collect();
        let is_of_all = |problem: &Problem| {
            let has = |filter: &Filter| filter.problems().iter().any(|other| other.range == problem.range);
            read.iter().all(|(_, filter)| has(filter))
        };
        let first = read.first().map_or(&[][..], |(_, filter)| filter.problems());
        let problems: Vec<Problem> = first.iter().filter(|problem| is_of_all(problem)).cloned().collect();
        let kinds: Vec<_> =
            read.into_iter().filter(|(_, filter)| filter.problems().len() == problems.len()).collect();
        let leads = kinds.iter().find(|(kind, filter)| *kind == Kind::Lead && !filter.is_empty());
        let leads = leads.map(|(_, filter)| filter.leads(board)).unwrap_or_default();
        Self { kinds, leads, problems }
    }

    /// Whether it finds a record.
    #[must_use]
    pub fn finds(&self, board: &Board, id: Id) -> bool {
        let of_kind = self.kinds.iter().find(|(kind, _)| *kind == id.kind);
        of_kind.is_some_and(|(kind, filter)| match kind {
            Kind::Lead if !filter.is_empty() => self.leads.has(id.no),
            _ => filter.finds(board, id),
        })
    }

    /// The terms that no kind can read, in order.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// The words that are looked for in a field, or in whatever a record is found by.
    #[must_use]
    pub fn needles(&self, field: FieldKey) -> Vec<String> {
        let of_kind = self.kinds.iter().find(|(kind, _)| *kind == field.kind());
        of_kind.map_or_else(Vec::new, |(_, filter)| filter.needles(field).map(str::to_owned).collect())
    }
}
