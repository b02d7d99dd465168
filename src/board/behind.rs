//! The leads behind a figure: whatever counts leads can list them. Read anew at each change, so
//! that the list follows the figure. May use `domain`, `board`, `index`, `figures`.

use super::cluster;
use super::figures::{Figure, Scope};
use super::index::Hits;
use super::records::Board;
use crate::domain::{Id, Kind, Lead};

/// A figure that counts leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Behind {
    /// What counts towards a target.
    Target(Id),
    /// The active leads that a person owns, or that stand in a division.
    InHand(Id),
    /// What a figure of a scope counts.
    Figure(Figure, Scope),
    /// The active leads on a node of a division's chain, by its place; none: on no node of it.
    Node(Id, Option<usize>),
    /// The active leads that came through a platform.
    Via(Id),
}

impl Behind {
    /// The leads that the figure counts.
    #[must_use]
    pub fn leads(self, board: &Board) -> Hits {
        let framework = board.charter().framework_counts;
        match self {
            Self::Target(id) => {
                let target = board.target(id);
                hits(board, |lead| target.is_some_and(|target| target.counts(lead, framework) != 0))
            }
            Self::InHand(id) if id.kind == Kind::Person => {
                hits(board, |lead| lead.owner == Some(id) && lead.is_active())
            }
            Self::InHand(id) => hits(board, |lead| lead.stands_in(Some(id)) && lead.is_active()),
            Self::Figure(figure, scope) => {
                let within = scope.on(board);
                hits(board, |lead| figure.counts(board, &within, lead))
            }
            Self::Node(division, node) => cluster::chain::behind(board, division, node),
            Self::Via(id) => hits(board, |lead| lead.is_active() && lead.via_platform == Some(id)),
        }
    }
}

fn hits(board: &Board, counts: impl Fn(&Lead) -> bool) -> Hits {
    board.leads().iter().filter(|(_, lead)| counts(lead)).map(|(id, _)| id.no).collect()
}
