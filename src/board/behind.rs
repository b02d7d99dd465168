//! The leads behind a figure: whatever counts leads can list them. Read anew at each change, so
//! that the list follows the figure. May use `domain`, `board`, `index`.

use super::index::Hits;
use super::records::Board;
use crate::domain::{Id, Lead};

/// A figure that counts leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Behind {
    /// What counts towards a target.
    Target(Id),
    /// What a person has in hand.
    Owner(Id),
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
            Self::Owner(id) => lead.owner == Some(id) && lead.is_active(),
            Self::Target(id) => board.target(id).is_some_and(|target| target.counts(lead, framework) != 0),
        }
    }
}
