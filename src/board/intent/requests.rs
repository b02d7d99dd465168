//! What is proper to support requests: taking up, finishing, returning, reopening. What is said of
//! it is a note on the request too, so that whoever asked reads it where the request stands.
//! May use `domain`, `board`.

use super::Author;
use super::draft::Draft;
use super::kept;
use crate::board::transaction::{Proposal, Verb};
use crate::domain::choice::Choice;
use crate::domain::request::RequestState;
use crate::domain::{Id, Value};

impl Author<'_> {
    /// Brings a request to a state, with what is to be said of it: the reason where it is returned
    /// or reopened, a closing note where it is finished; blank for nothing. Kept with it: `closed`.
    #[must_use]
    pub fn answer(&self, request: Id, to: RequestState, text: &str) -> Proposal {
        let mut draft = Draft::new(self.board, request);
        draft.put("state", Value::Choice(to.code()));
        self.finish_answer(draft, text)
    }

    /// The Proposal of what is set on a request, its state among it.
    pub(super) fn finish_answer(&self, mut draft: Draft<'_>, why: &str) -> Proposal {
        let state = |value: &Value| match value {
            Value::Choice(code) => RequestState::from_code(code).unwrap_or_default(),
            _ => RequestState::default(),
        };
        let (request, why) = (draft.id(), why.trim());
        let verb = verb(state(&draft.before("state")), state(&draft.value("state")));
        kept::follow(self, &mut draft);
        let mut proposal = self.one(verb, draft, why);
        if !why.is_empty() && !proposal.changes.is_empty() {
            proposal.changes.push(self.noted(request, why, true));
        }
        proposal
    }
}

/// The word for a request's way from one state to another.
#[must_use]
pub const fn verb(from: RequestState, to: RequestState) -> Verb {
    use RequestState::{Done, Returned, Waiting, Working};
    match (from, to) {
        (_, Returned) => Verb::Return,
        (_, Done) => Verb::Finish,
        (Waiting, Working) => Verb::Take,
        (Done | Returned, Waiting | Working) => Verb::Reopen,
        (Waiting | Working, Waiting) | (Working, Working) => Verb::Edit,
    }
}
