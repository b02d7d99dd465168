//! The industry chain of a division: its nodes with the active leads on each, and the gaps.
//! May use `domain`, `board`, `index`.

use std::borrow::Cow;
use std::cmp::Reverse;

use crate::board::index::{Hits, Linked};
use crate::board::records::Board;
use crate::domain::{Id, typed};

crate::choice! {
    /// How far a node of the chain is filled.
    pub enum Filled {
        /// No active lead is on it.
        Gap = "gap", "缺链", "Gap";
        /// There are leads, but none has been signed.
        Filling = "filling", "在补", "Begun";
        /// A lead has been signed, or is further.
        Held = "held", "有链", "Held";
    }
}

/// A node of a division's chain with the active leads on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Node<'a> {
    /// What the division calls it.
    pub name: &'a str,
    /// The leads on it; platforms and talents, which make the innovation chain, are counted apart
    /// besides.
    pub leads: Linked,
}

impl Node<'_> {
    /// How far it is filled. A framework agreement is signed only where the charter counts it.
    #[must_use]
    pub fn filled(&self) -> Filled {
        match (self.leads.count(), self.leads.signed) {
            (0, _) => Filled::Gap,
            (_, 0) => Filled::Filling,
            _ => Filled::Held,
        }
    }
}

/// A division's chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chain<'a> {
    /// The division.
    pub division: Id,
    /// Its nodes in their order.
    pub nodes: Vec<Node<'a>>,
    /// 其他环节: the active leads whose text names no node of this division, or that have none.
    pub other: Linked,
}

impl Chain<'_> {
    /// How many nodes are gaps.
    #[must_use]
    pub fn gaps(&self) -> usize {
        self.nodes.iter().filter(|node| node.filled() == Filled::Gap).count()
    }
}

/// The chain of a division; none where there is no such division.
///
/// A lead is on a node by its text, compared in half-width and lower case, in its own division and
/// in each that shares it. Of two nodes of one name the first has the leads.
#[must_use]
pub fn of(board: &Board, division: Id) -> Option<Chain<'_>> {
    let names = &board.division(division)?.chain_nodes;
    let keys = keys(names);
    let leads = |place: usize| {
        key(&keys, place).map_or_else(Linked::default, |key| board.index().linked_to(division, key))
    };
    let nodes = names.iter().enumerate();
    let nodes: Vec<Node<'_>> = nodes.map(|(place, name)| Node { name, leads: leads(place) }).collect();
    let mut other = board.index().linked(division);
    for node in &nodes {
        other.leave_out(&node.leads);
    }
    Some(Chain { division, nodes, other })
}

/// The chains of all divisions, by digit.
#[must_use]
pub fn all(board: &Board) -> Vec<Chain<'_>> {
    board.divisions().iter().filter_map(|(id, _)| of(board, id)).collect()
}

/// Gaps and nodes of a division.
#[must_use]
pub fn gaps(board: &Board, division: Id) -> (usize, usize) {
    of(board, division).map_or((0, 0), |chain| (chain.gaps(), chain.nodes.len()))
}

/// The texts of nodes made plain.
fn keys(names: &[String]) -> Vec<Cow<'_, str>> {
    names.iter().map(|name| typed::folded(name)).collect()
}

/// The text by which leads are on a node; none where it has no name, or that of a node before it.
fn key<'a>(keys: &'a [Cow<'_, str>], place: usize) -> Option<&'a str> {
    let key = keys.get(place)?;
    (!keys[..place].contains(key) && !key.is_empty()).then_some(key)
}

/// The active leads on a node of a division by the node's place, in no order; none: on no node.
fn any_on(board: &Board, division: Id, node: Option<usize>) -> Vec<Id> {
    let Some(of) = board.division(division) else { return Vec::new() };
    let keys = keys(&of.chain_nodes);
    match node {
        Some(place) => {
            key(&keys, place).map_or_else(Vec::new, |key| board.index().under(division, key).collect())
        }
        None => board.index().under_others(division, &keys).collect(),
    }
}

/// The same as a set.
#[must_use]
pub fn behind(board: &Board, division: Id, node: Option<usize>) -> Hits {
    any_on(board, division, node).into_iter().map(|id| id.no).collect()
}

/// The same, the furthest first, then by number.
#[must_use]
pub fn on(board: &Board, division: Id, node: Option<usize>) -> Vec<Id> {
    let mut on = any_on(board, division, node);
    on.sort_by_cached_key(|id| (Reverse(board.lead(*id).map(|lead| lead.stage)), *id));
    on
}
