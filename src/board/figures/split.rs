//! The funnel's key numbers by division, kind, owner or source, to compare. One pass over the leads.
//! May use `domain`, `board`.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::funnel::{Funnel, Standing};
use super::scope::{Slice, source};
use crate::board::records::Board;
use crate::domain::lead::LeadKind;
use crate::domain::{Choice, Id, Kind, Lead, Stage};

crate::choice! {
    /// What the leads are split by, in the order of `Tab`.
    pub enum By {
        /// The division they stand in: all six, whichever is looked at.
        Division = "division", "按事业部", "By division";
        /// Project, platform or talent.
        Kind = "kind", "按类别", "By kind";
        /// Who answers for them.
        Owner = "owner", "按责任人", "By owner";
        /// Where they came from.
        Source = "source", "按来源", "By source";
    }
}

/// So many owners or sources are told by name; the rest is summed up.
pub const NAMED: usize = 10;

/// A row of a split.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// Which leads; none: those of all that are not named.
    pub slice: Option<Slice>,
    /// How far they came.
    pub funnel: Funnel,
}

/// The rows of a split while leads are being counted.
pub(super) enum Splitter<'a> {
    /// Each division, and the leads that stand in none.
    Division(Vec<(Id, Funnel)>, Funnel),
    /// Each kind, in order.
    Kind(Vec<Share>),
    /// Each owner.
    Owner(HashMap<Option<Id>, Funnel>),
    /// Each source, with the first lead that has it.
    Source(HashMap<&'a str, (Id, Funnel)>),
}

impl<'a> Splitter<'a> {
    pub(super) fn of(board: &Board, by: By) -> Self {
        match by {
            By::Division => {
                let ids = board.ids(Kind::Division).into_iter();
                Self::Division(ids.map(|id| (id, Funnel::default())).collect(), Funnel::default())
            }
            By::Kind => {
                let blank = |kind: &LeadKind| share(Slice::Kind(*kind), Funnel::default());
                Self::Kind(LeadKind::ALL.iter().map(blank).collect())
            }
            By::Owner => Self::Owner(HashMap::new()),
            By::Source => Self::Source(HashMap::new()),
        }
    }

    pub(super) fn count(&mut self, id: Id, lead: &'a Lead, standing: Standing) {
        match self {
            Self::Division(_, nowhere) if lead.division.is_none() && lead.co_divisions.is_empty() => {
                nowhere.count(lead, standing);
            }
            Self::Division(rows, _) => {
                for (_, funnel) in rows.iter_mut().filter(|(id, _)| lead.stands_in(Some(*id))) {
                    funnel.count(lead, standing);
                }
            }
            Self::Kind(rows) => {
                if let Some(row) = rows.get_mut(lead.kind.place()) {
                    row.funnel.count(lead, standing);
                }
            }
            Self::Owner(owners) => owners.entry(lead.owner).or_default().count(lead, standing),
            Self::Source(sources) => {
                sources.entry(source(lead)).or_insert((id, Funnel::default())).1.count(lead, standing);
            }
        }
    }

    /// Divisions and kinds in their order, owners and sources with the most leads first, the `NAMED`
    /// first of them, then the rest in one row. A row without leads is left out but for the divisions
    /// and kinds. Shared leads stand in each of their divisions.
    pub(super) fn shares(self) -> Vec<Share> {
        match self {
            Self::Division(rows, nowhere) => {
                let named = rows.into_iter().map(|(id, funnel)| share(Slice::Division(Some(id)), funnel));
                let nowhere = Some(nowhere).filter(|funnel| funnel.at(Stage::Lead) > 0);
                named.chain(nowhere.map(|funnel| share(Slice::Division(None), funnel))).collect()
            }
            Self::Kind(rows) => rows,
            Self::Owner(owners) => {
                let rows =
                    owners.into_iter().map(|(owner, funnel)| (owner, share(Slice::Owner(owner), funnel)));
                most_first(rows.collect())
            }
            Self::Source(sources) => {
                let rows = sources.into_values().map(|(id, funnel)| (id, share(Slice::Source(id), funnel)));
                most_first(rows.collect())
            }
        }
    }
}

const fn share(slice: Slice, funnel: Funnel) -> Share {
    Share { slice: Some(slice), funnel }
}

/// The rows with the most leads by name, of equals those whose leads came to more signings, then by
/// what they are told apart by; the rest in one row.
fn most_first<T: Ord>(mut rows: Vec<(T, Share)>) -> Vec<Share> {
    rows.sort_unstable_by(|(a, one), (b, other)| {
        let rank = |row: &Share| Reverse((row.funnel.at(Stage::Lead), row.funnel.at(Stage::Sign)));
        rank(one).cmp(&rank(other)).then_with(|| a.cmp(b))
    });
    let mut shares: Vec<Share> = rows.into_iter().map(|(_, row)| row).collect();
    let rest = shares.split_off(NAMED.min(shares.len()));
    if !rest.is_empty() {
        let funnel = rest.iter().fold(Funnel::default(), |sum, row| sum.and(&row.funnel));
        shares.push(Share { slice: None, funnel });
    }
    shares
}
