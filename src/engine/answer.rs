//! What becomes of an order, and who is told. May use `board`.

use crate::board::{Change, Done, Label, Origin, Rejected, Transaction, Trouble, Verb};

/// Who is to be told what became of an order. Let go of without an answer, as when the thread has
/// died, it says that nobody writes any more: nobody waits for ever.
pub(super) struct Reply(Option<Answer>);

/// Hears what became of an order.
pub(super) type Answer = Box<dyn FnOnce(Result<Done, Rejected>) + Send>;

impl Reply {
    pub(super) fn new(answer: Answer) -> Self {
        Self(Some(answer))
    }

    pub(super) fn give(mut self, result: Result<Done, Rejected>) {
        if let Some(answer) = self.0.take() {
            answer(result);
        }
    }
}

impl Drop for Reply {
    fn drop(&mut self) {
        if let Some(answer) = self.0.take() {
            answer(Err(Rejected::Store(Trouble::Halted)));
        }
    }
}

/// What a kept Transaction is to the one who ordered it.
pub(super) fn as_done(tx: &Transaction) -> Done {
    let created = tx.changes.iter().filter_map(|change| match change {
        Change::Create { id, .. } => Some(*id),
        _ => None,
    });
    Done { seq: tx.seq, label: tx.label.clone(), origin: tx.origin, created: created.collect() }
}

/// The answer to an order that changes no record.
pub(super) fn nothing_done(seq: u64) -> Done {
    Done { seq, label: Label::many(Verb::Edit, "", 0), origin: Origin::Do, created: Vec::new() }
}
