//! A board of visibly fictional data with half a year of history, dated relative to a moment:
//! what `guatu demo` opens. Every record came to be by signed Transactions, as on a real board.
//! Pure and the same every time for the same moment. May use `domain`, `board`.

mod leads;
mod plan;
mod random;
mod support;
mod targets;
mod words;

use std::sync::Arc;

use chrono::{DateTime, Duration, Utc};

use crate::board::intent::Author;
use crate::board::number::number;
use crate::board::{
    Board, Change, Proposal, Refusal, RequestId, Transaction, apply, check, founding, overview,
};
use crate::domain::Id;
use plan::Event;

/// How many days ago the demo's board was founded.
const FOUNDED: i64 = 192;

/// The name of the person who runs the demo, on its roster.
const FOUNDER: &str = "演示员01";

/// The demo's board as of a moment, and the journal that made it. `login` runs the demo and is
/// its admin.
#[must_use]
pub fn build(now: DateTime<Utc>, login: &str) -> (Board, Vec<Transaction>) {
    // The story is part of the program and the same at every moment; a test tells it.
    tell(now, login).unwrap_or_else(|refusal| unreachable!("the demo's story: {refusal}"))
}

/// Tells the demo's story.
///
/// # Errors
/// What the board's rules refuse, which would be a slip in the story.
pub fn tell(now: DateTime<Utc>, login: &str) -> Result<(Board, Vec<Transaction>), Refusal> {
    let founded = now - Duration::days(FOUNDED);
    let mut story = Story { board: Board::default(), journal: Vec::new() };
    story.board.turn_to(overview::day(&story.board, founded));
    let found = |author: &Author<'_>| founding::built_in().propose(author, FOUNDER);
    story.act(founded, login, found)?;
    let mut events = plan::events(now, login);
    events.sort_by_key(|event| event.at);
    let mut slots: Vec<Option<Id>> = Vec::new();
    for Event { at, by, slot, act } in events {
        let created = story.act(at, &by, |author| act(author, &slots))?;
        if let (Some(slot), Some(id)) = (slot, created) {
            if slots.len() <= slot {
                slots.resize(slot + 1, None);
            }
            slots[slot] = Some(id);
        }
    }
    let today = overview::day(&story.board, now);
    story.board.turn_to(today);
    Ok((story.board, story.journal))
}

struct Story {
    board: Board,
    journal: Vec<Transaction>,
}

impl Story {
    /// Does one thing; gives the first record that it created.
    fn act(
        &mut self,
        at: DateTime<Utc>,
        by: &str,
        make: impl FnOnce(&Author<'_>) -> Proposal,
    ) -> Result<Option<Id>, Refusal> {
        let seq = self.board.head().seq + 1;
        let author = Author { board: &self.board, login: by, now: at, request: RequestId(seq.into()) };
        let tx = number(&self.board, make(&author)).sign(seq, at, by);
        let checked = check(&self.board, tx)?;
        let tx = apply(&mut self.board, checked);
        let created = tx.changes.iter().find_map(|change| match change {
            Change::Create { id, .. } => Some(*id),
            _ => None,
        });
        self.journal.push(Arc::unwrap_or_clone(tx));
        Ok(created)
    }
}
