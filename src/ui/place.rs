//! Where a window is: which view fills its body. Uses nothing but kinds of records.

use crate::domain::Kind;

/// Which view fills the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Place {
    /// The six panes.
    #[default]
    Board,
    /// The targets of each division by area.
    Targets,
    /// The targets over time.
    Progress,
    /// A table of records of a kind.
    Ledger(Kind),
    /// What changed.
    History,
    /// The leads to work off.
    Inbox,
    /// What falls due.
    Agenda,
    /// The matrix of the Six Ones.
    SixOnes,
    /// Divisions, departments, companies and people.
    Organisation,
    /// What the support line is asked for.
    Support,
    /// Figures: funnel, rates, tempo, intake.
    Figures,
    /// The chains, referrals, platforms and parties.
    Cluster,
    /// The slides for a meeting.
    Deck,
    /// What an import of a file would do.
    Import,
}

impl Place {
    /// The other way to look at the same records, that `Tab` turns to; none where there is one way.
    #[must_use]
    pub const fn twin(self) -> Option<Self> {
        match self {
            Self::Targets => Some(Self::Ledger(Kind::Target)),
            Self::Ledger(Kind::Target) => Some(Self::Targets),
            Self::SixOnes => Some(Self::Ledger(Kind::SixOne)),
            Self::Ledger(Kind::SixOne) => Some(Self::SixOnes),
            Self::Support => Some(Self::Ledger(Kind::Request)),
            Self::Ledger(Kind::Request) => Some(Self::Support),
            _ => None,
        }
    }
}
