//! What each login can undo and redo: a stack of sequence numbers each, read off the journal.
//! May use `transaction`.

use std::collections::HashMap;

use super::transaction::{Change, Origin, Transaction, Verb};

/// How many levels are kept for a login.
const DEPTH: usize = 200;

/// The stacks of every login.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Undo {
    stacks: HashMap<String, Stacks>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Stacks {
    done: Vec<Step>,
    undone: Vec<Step>,
}

/// A Transaction that can be taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Step {
    seq: u64,
    /// How many records it put on the board.
    created: usize,
}

impl Step {
    fn of(tx: &Transaction) -> Self {
        let created = tx
            .changes
            .iter()
            .filter(|change| matches!(change, Change::Create { .. } | Change::Restore { .. }));
        Self { seq: tx.seq, created: created.count() }
    }
}

impl Undo {
    /// The Transaction that an undo of this login takes back.
    #[must_use]
    pub fn last_done(&self, login: &str) -> Option<u64> {
        Some(self.stacks.get(login)?.done.last()?.seq)
    }

    /// How many records an undo of this login takes off the board.
    #[must_use]
    pub fn takes_off(&self, login: &str) -> usize {
        self.stacks.get(login).and_then(|stacks| stacks.done.last()).map_or(0, |step| step.created)
    }

    /// Nobody can undo what was done so far.
    pub(crate) fn forget(&mut self) {
        self.stacks.clear();
    }

    /// The undo that a redo of this login takes back.
    #[must_use]
    pub fn last_undone(&self, login: &str) -> Option<u64> {
        Some(self.stacks.get(login)?.undone.last()?.seq)
    }

    /// Takes note of an applied Transaction.
    pub(super) fn record(&mut self, tx: &Transaction) {
        if matches!(tx.label.verb, Verb::Found | Verb::Restore) {
            return;
        }
        let stacks = self.stacks.entry(tx.by.clone()).or_default();
        match tx.origin {
            Origin::Do => {
                stacks.undone.clear();
                push(&mut stacks.done, Step::of(tx));
            }
            Origin::Undo(seq) => {
                stacks.done.retain(|done| done.seq != seq);
                push(&mut stacks.undone, Step::of(tx));
            }
            Origin::Redo(seq) => {
                stacks.undone.retain(|undone| undone.seq != seq);
                push(&mut stacks.done, Step::of(tx));
            }
        }
    }
}

fn push(stack: &mut Vec<Step>, step: Step) {
    stack.push(step);
    if stack.len() > DEPTH {
        stack.remove(0);
    }
}
