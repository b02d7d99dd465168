//! The industry chain of a division: its nodes with the active leads on each, and the gaps.
//! May use `domain`, `board`, `index`.

use super::leads;
use crate::board::index::Linked;
use crate::board::records::Board;
use crate::domain::{Id, Lead, typed};

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
    let keys: Vec<_> = names.iter().map(|name| typed::folded(name)).collect();
    let leads = |place: usize| {
        let is_first = !keys[..place].contains(&keys[place]) && !keys[place].is_empty();
        if is_first { board.index().linked_to(division, &keys[place]) } else { Linked::default() }
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

/// Whether an active lead is on a node of a division by the node's place; none: on no node.
#[must_use]
pub fn is_on(board: &Board, lead: &Lead, division: Id, node: Option<usize>) -> bool {
    if !lead.is_active() || !lead.stands_in(Some(division)) {
        return false;
    }
    let Some(division) = board.division(division) else { return false };
    let text = typed::folded(&lead.chain_node);
    let mut names = division.chain_nodes.iter();
    let place = names.position(|name| !text.is_empty() && typed::folded(name) == text);
    place == node
}

/// The active leads on a node, the furthest first, then by number.
#[must_use]
pub fn on(board: &Board, division: Id, node: Option<usize>) -> Vec<Id> {
    let mut on: Vec<_> = leads(board, Some(division))
        .filter(|(_, lead)| is_on(board, lead, division, node))
        .map(|(id, lead)| (std::cmp::Reverse(lead.stage), id))
        .collect();
    on.sort_unstable();
    on.into_iter().map(|(_, id)| id).collect()
}
