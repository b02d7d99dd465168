//! What an order comes to before anything is kept: it joins the batch, waits, or is answered.
//! May use `board`, `batch`, `proposal`, `rights`.

use std::panic::{AssertUnwindSafe, catch_unwind};

use super::super::answer::{Reply, as_done, nothing_done};
use super::super::batch::{Batch, Touched};
use super::super::proposal::{as_act, in_table_order};
use super::super::{Act, Waiting, rights};
use super::Worker;
use crate::board::number::number_after;
use crate::board::{Checked, Done, Origin, Proposal, Rejected, RequestId, Trouble, check, invert};

/// What became of looking at an order.
pub(super) enum Looked {
    /// It is in the batch.
    In,
    /// It must wait for the batch; it is the next.
    Wait(Waiting),
    /// It is answered.
    Over,
}

impl Worker {
    /// Looks at an order: whether it may join the batch, and what comes of it.
    pub(super) fn look(&mut self, order: Waiting, batch: &mut Batch<Reply>) -> Looked {
        let (request, takes_back) = match &order.act {
            Act::Propose(proposal) => (proposal.request, false),
            Act::Undo(request) | Act::Redo(request) => (*request, true),
            Act::Turn if batch.checked.is_empty() => {
                self.turn();
                order.reply.give(Ok(nothing_done(self.board().head().seq)));
                return Looked::Over;
            }
            Act::Turn => return Looked::Wait(order),
        };
        if !batch.admits(&order.login, request, takes_back) {
            return Looked::Wait(order);
        }
        if let Some(seq) = self.seen(request) {
            order.reply.give(self.again(seq));
            return Looked::Over;
        }
        self.judge(order, batch)
    }

    fn judge(&mut self, order: Waiting, batch: &mut Batch<Reply>) -> Looked {
        let Waiting { login, act, reply } = order;
        let proposal = match self.proposal(&login, act) {
            Ok(proposal) => proposal,
            Err(rejected) => {
                reply.give(Err(rejected));
                return Looked::Over;
            }
        };
        if proposal.changes.is_empty() {
            reply.give(Ok(Done { label: proposal.label, ..nothing_done(self.board().head().seq) }));
            return Looked::Over;
        }
        let touched = Touched::by(&proposal);
        if !batch.is_apart(&touched) {
            return Looked::Wait(Waiting { login, act: as_act(proposal), reply });
        }
        // A rule that panics must not take the office's board down with it.
        let judged = catch_unwind(AssertUnwindSafe(|| self.check(&login, proposal, batch)));
        match judged {
            Ok(Ok(checked)) => {
                batch.join(checked, touched, reply);
                Looked::In
            }
            Ok(Err(rejected)) => {
                reply.give(Err(rejected));
                Looked::Over
            }
            Err(_) => {
                reply.give(Err(Rejected::Store(Trouble::Internal)));
                Looked::Over
            }
        }
    }

    fn proposal(&self, login: &str, act: Act) -> Result<Proposal, Rejected> {
        let board = self.board();
        let (seq, request, none) = match act {
            Act::Propose(proposal) => return Ok(Proposal { origin: Origin::Do, ..proposal }),
            Act::Undo(request) => (board.undo().last_done(login), request, Rejected::NothingToUndo),
            Act::Redo(request) => (board.undo().last_undone(login), request, Rejected::NothingToRedo),
            Act::Turn => (None, RequestId(0), Rejected::NothingToUndo),
        };
        drop(board);
        let seq = seq.ok_or_else(|| none.clone())?;
        let done = self.seen.journal.transaction(seq).map_err(|error| Rejected::Store(error.trouble()))?;
        Ok(invert(&done.ok_or(none)?, request))
    }

    fn check(&self, login: &str, proposal: Proposal, batch: &Batch<Reply>) -> Result<Checked, Rejected> {
        let board = self.board();
        rights::check(&board, login, &proposal)?;
        let seq = board.head().seq + 1 + batch.checked.len() as u64;
        let proposal = in_table_order(number_after(&board, proposal, &batch.given));
        Ok(check(&board, proposal.sign(seq, self.now(), login))?)
    }

    /// What a request became that was carried out already.
    fn again(&self, seq: u64) -> Result<Done, Rejected> {
        match self.seen.journal.transaction(seq) {
            Ok(Some(tx)) => Ok(as_done(&tx)),
            Ok(None) => Err(Rejected::Store(Trouble::Damaged)),
            Err(error) => Err(Rejected::Store(error.trouble())),
        }
    }

    fn seen(&self, request: RequestId) -> Option<u64> {
        self.board().seen(request)
    }
}
