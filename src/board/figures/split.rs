//! The funnel's key numbers by division, kind, owner or source, to compare. One pass over the leads.
//! May use `domain`, `board`.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::funnel::{Funnel, Standing};
use super::is_own;
use super::scope::{Scope, Slice, source};
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

/// The rows of a split: divisions and kinds in their order, owners and sources with the most leads
/// first, the `NAMED` first of them, then the rest in one row. A row without leads is left out but for
/// the divisions and kinds. Shared leads stand in each of their divisions.
#[must_use]
pub fn split(board: &Board, scope: Scope, by: By) -> Vec<Share> {
    match by {
        By::Division => by_division(board),
        By::Kind => by_kind(board, scope),
        By::Owner => by_owner(board, scope),
        By::Source => by_source(board, scope),
    }
}

fn each<'a>(board: &'a Board, scope: Scope, mut take: impl FnMut(Id, &'a Lead, Standing)) {
    let within = scope.on(board);
    for (id, lead) in board.leads().iter().filter(|(_, lead)| is_own(lead) && within.holds(lead)) {
        take(id, lead, Standing::of(board, lead));
    }
}

fn by_division(board: &Board) -> Vec<Share> {
    let mut rows: Vec<(Id, Funnel)> =
        board.ids(Kind::Division).into_iter().map(|id| (id, Funnel::default())).collect();
    let mut nowhere = Funnel::default();
    each(board, Scope::default(), |_, lead, standing| {
        if lead.division.is_none() && lead.co_divisions.is_empty() {
            return nowhere.count(lead, standing);
        }
        for (_, funnel) in rows.iter_mut().filter(|(id, _)| lead.stands_in(Some(*id))) {
            funnel.count(lead, standing);
        }
    });
    let named = rows.into_iter().map(|(id, funnel)| share(Slice::Division(Some(id)), funnel));
    let nowhere = Some(share(Slice::Division(None), nowhere)).filter(|row| row.funnel.at(Stage::Lead) > 0);
    named.chain(nowhere).collect()
}

fn by_kind(board: &Board, scope: Scope) -> Vec<Share> {
    let blank = |kind: &LeadKind| share(Slice::Kind(*kind), Funnel::default());
    let mut rows: Vec<Share> = LeadKind::ALL.iter().map(blank).collect();
    each(board, scope, |_, lead, standing| rows[lead.kind.place()].funnel.count(lead, standing));
    rows
}

fn by_owner(board: &Board, scope: Scope) -> Vec<Share> {
    let mut owners: HashMap<Option<Id>, Funnel> = HashMap::new();
    each(board, scope, |_, lead, standing| owners.entry(lead.owner).or_default().count(lead, standing));
    let rows = owners.into_iter().map(|(owner, funnel)| (owner, share(Slice::Owner(owner), funnel)));
    most_first(rows.collect())
}

fn by_source(board: &Board, scope: Scope) -> Vec<Share> {
    let mut sources: HashMap<&str, (Id, Funnel)> = HashMap::new();
    each(board, scope, |id, lead, standing| {
        sources.entry(source(lead)).or_insert((id, Funnel::default())).1.count(lead, standing);
    });
    let rows = sources.into_values().map(|(id, funnel)| (id, share(Slice::Source(id), funnel)));
    most_first(rows.collect())
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
