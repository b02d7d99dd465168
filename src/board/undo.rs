//! What each login can undo and redo: a stack of sequence numbers each, read off the journal.
//! May use `transaction`.

use std::collections::HashMap;

use super::transaction::{Origin, Transaction, Verb};

/// How many levels are kept for a login.
const DEPTH: usize = 200;

/// The stacks of every login.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Undo {
    stacks: HashMap<String, Stacks>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Stacks {
    done: Vec<u64>,
    undone: Vec<u64>,
}

impl Undo {
    /// The Transaction that an undo of this login takes back.
    #[must_use]
    pub fn last_done(&self, login: &str) -> Option<u64> {
        self.stacks.get(login)?.done.last().copied()
    }

    /// The undo that a redo of this login takes back.
    #[must_use]
    pub fn last_undone(&self, login: &str) -> Option<u64> {
        self.stacks.get(login)?.undone.last().copied()
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
                push(&mut stacks.done, tx.seq);
            }
            Origin::Undo(seq) => {
                stacks.done.retain(|done| *done != seq);
                push(&mut stacks.undone, tx.seq);
            }
            Origin::Redo(seq) => {
                stacks.undone.retain(|undone| *undone != seq);
                push(&mut stacks.done, tx.seq);
            }
        }
    }
}

fn push(stack: &mut Vec<u64>, seq: u64) {
    stack.push(seq);
    if stack.len() > DEPTH {
        stack.remove(0);
    }
}
