//! The leads behind a figure: whatever counts leads can list them. Read anew at each change, so
//! that the list follows the figure. May use `domain`, `board`, `index`.

use super::cluster;
use super::index::Hits;
use super::records::Board;
use crate::domain::{Id, Lead};

/// A figure that counts leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Behind {
    /// What counts towards a target.
    Target(Id),
    /// The active leads on a node of a division's chain, by its place; none: on no node of it.
    Node(Id, Option<usize>),
    /// The active leads that came through a platform.
    Via(Id),
}

impl Behind {
    /// The leads that the figure counts.
    #[must_use]
    pub fn leads(self, board: &Board) -> Hits {
        board.leads().iter().filter(|(_, lead)| self.counts(board, lead)).map(|(id, _)| id.no).collect()
    }

    fn counts(self, board: &Board, lead: &Lead) -> bool {
        let framework = board.charter().framework_counts;
        match self {
            Self::Target(id) => board.target(id).is_some_and(|target| target.counts(lead, framework) != 0),
            Self::Node(division, node) => cluster::chain::is_on(board, lead, division, node),
            Self::Via(id) => lead.is_active() && lead.via_platform == Some(id),
        }
    }
}
