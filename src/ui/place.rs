//! Where a window is: which view fills its body. Uses nothing but kinds of records.

use crate::domain::Kind;

/// Which view fills the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Place {
    /// The six panes.
    #[default]
    Board,
    /// A table of records of a kind.
    Ledger(Kind),
    /// What changed.
    History,
    /// The leads to work off.
    Inbox,
    /// What falls due.
    Agenda,
    /// The chains, referrals, platforms and parties.
    Cluster,
}
