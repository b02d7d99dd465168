//! The engine's thread: takes what waits, as far as it may share one sync, and carries it out.
//! May use `board`, `store`, `batch`, `rights`.

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::sync::{Arc, Mutex, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};
use std::time::Duration;

use chrono::{DateTime, SubsecRound, Utc};

use super::batch::{Batch, Touched};
use super::{Act, Clock, Message, Notice, Order, lock, rights};
use crate::board::number::number_after;
use crate::board::{
    AnyRecord, Board, Change, Checked, Done, Label, Origin, Proposal, Rejected, RequestId, Transaction,
    Trouble, Verb, apply, check, invert, overview,
};
use crate::store::{Journal, Store};

/// After this long with nothing to do, the store may do what it put off.
const QUIET: Duration = Duration::from_millis(400);

type Reply = Box<dyn FnOnce(Result<Done, Rejected>) + Send>;

/// What others see of the engine.
pub(super) struct Seen {
    pub(super) board: Arc<RwLock<Board>>,
    pub(super) journal: Arc<dyn Journal>,
    pub(super) trouble: Arc<Mutex<Option<Trouble>>>,
}

pub(super) struct Worker {
    store: Box<dyn Store>,
    seen: Seen,
    clock: Arc<dyn Clock>,
    announce: Box<dyn Fn(Notice) + Send>,
    waiting: VecDeque<Order>,
    stopping: bool,
}

/// What became of looking at an order.
enum Looked {
    /// It is in the batch.
    In,
    /// It must wait for the batch; it is the next.
    Wait(Order),
    /// It is answered.
    Over,
}

impl Worker {
    pub(super) fn new(
        store: Box<dyn Store>,
        seen: Seen,
        clock: Arc<dyn Clock>,
        announce: Box<dyn Fn(Notice) + Send>,
    ) -> Self {
        Self { store, seen, clock, announce, waiting: VecDeque::new(), stopping: false }
    }

    pub(super) fn run(mut self, inbox: &Receiver<Message>) {
        self.turn();
        let mut unsettled = false;
        while !self.stopping || !self.waiting.is_empty() {
            if self.waiting.is_empty() && !self.wait(inbox, &mut unsettled) {
                continue;
            }
            while let Ok(message) = inbox.try_recv() {
                self.receive(message);
            }
            self.step();
            unsettled = true;
        }
        let settled = self.store.settle(true);
        self.report(settled.err().map(|error| error.trouble()));
    }

    /// Waits for the next message; false where it was only time to settle.
    fn wait(&mut self, inbox: &Receiver<Message>, unsettled: &mut bool) -> bool {
        let timeout = if *unsettled { QUIET } else { Duration::MAX };
        let message = match inbox.recv_timeout(timeout) {
            Ok(message) => message,
            Err(RecvTimeoutError::Disconnected) => Message::Stop,
            Err(RecvTimeoutError::Timeout) => {
                *unsettled = false;
                if let Err(error) = self.store.settle(false) {
                    self.report(Some(error.trouble()));
                }
                return false;
            }
        };
        self.receive(message);
        true
    }

    fn receive(&mut self, message: Message) {
        match message {
            Message::Order(order) => self.waiting.push_back(order),
            Message::Stop => self.stopping = true,
        }
    }

    /// Carries out as many of the waiting orders as may share one sync.
    fn step(&mut self) {
        let mut batch = Batch::default();
        while let Some(order) = self.waiting.pop_front() {
            if let Looked::Wait(order) = self.look(order, &mut batch) {
                self.waiting.push_front(order);
                break;
            }
        }
        if !batch.checked.is_empty() {
            self.carry_out(batch);
        }
    }

    fn look(&mut self, order: Order, batch: &mut Batch<Reply>) -> Looked {
        let (request, takes_back) = match &order.act {
            Act::Propose(proposal) => (proposal.request, false),
            Act::Undo(request) | Act::Redo(request) => (*request, true),
            Act::Turn if batch.checked.is_empty() => {
                self.turn();
                (order.reply)(Ok(nothing_done(self.board().head().seq)));
                return Looked::Over;
            }
            Act::Turn => return Looked::Wait(order),
        };
        if !batch.admits(&order.login, request, takes_back) {
            return Looked::Wait(order);
        }
        if let Some(seq) = self.seen(request) {
            (order.reply)(self.again(seq));
            return Looked::Over;
        }
        self.judge(order, batch)
    }

    fn judge(&mut self, order: Order, batch: &mut Batch<Reply>) -> Looked {
        let Order { login, act, reply } = order;
        let proposal = match self.proposal(&login, &act) {
            Ok(proposal) => proposal,
            Err(rejected) => {
                reply(Err(rejected));
                return Looked::Over;
            }
        };
        if proposal.changes.is_empty() {
            reply(Ok(Done { label: proposal.label, ..nothing_done(self.board().head().seq) }));
            return Looked::Over;
        }
        let touched = Touched::by(&proposal);
        if !batch.is_apart(&touched) {
            return Looked::Wait(Order { login, act, reply });
        }
        // A rule that panics must not take the office's board down with it.
        let judged = catch_unwind(AssertUnwindSafe(|| self.check(&login, proposal, batch)));
        match judged {
            Ok(Ok(checked)) => {
                batch.join(checked, touched, reply);
                Looked::In
            }
            Ok(Err(rejected)) => {
                reply(Err(rejected));
                Looked::Over
            }
            Err(_) => {
                reply(Err(Rejected::Store(Trouble::Other("internal error".to_owned()))));
                Looked::Over
            }
        }
    }

    fn proposal(&self, login: &str, act: &Act) -> Result<Proposal, Rejected> {
        let board = self.board();
        let (seq, request, none) = match act {
            Act::Propose(proposal) => return Ok(Proposal { origin: Origin::Do, ..proposal.clone() }),
            Act::Undo(request) => (board.undo().last_done(login), *request, Rejected::NothingToUndo),
            Act::Redo(request) => (board.undo().last_undone(login), *request, Rejected::NothingToRedo),
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

    /// Keeps a batch, applies it, and tells everyone. Nothing is applied that is not kept.
    fn carry_out(&mut self, batch: Batch<Reply>) {
        let Batch { checked, replies, .. } = batch;
        let kept = catch_unwind(AssertUnwindSafe(|| self.store.commit(&checked)));
        let trouble = match kept {
            Ok(kept) => kept.err().map(|error| error.trouble()),
            Err(_) => Some(Trouble::Other("internal error".to_owned())),
        };
        self.report(trouble.clone());
        if let Some(trouble) = trouble {
            for reply in replies {
                reply(Err(Rejected::Store(trouble.clone())));
            }
            return;
        }
        let done: Vec<Done> = checked.iter().map(|checked| as_done(checked.transaction())).collect();
        let mut board = self.board_mut();
        for checked in checked {
            apply(&mut board, checked);
        }
        let seq = board.head().seq;
        drop(board);
        for (reply, done) in replies.into_iter().zip(done) {
            reply(Ok(done));
        }
        (self.announce)(Notice::Changed(seq));
    }

    /// What a request became that was carried out already.
    fn again(&self, seq: u64) -> Result<Done, Rejected> {
        match self.seen.journal.transaction(seq) {
            Ok(Some(tx)) => Ok(as_done(&tx)),
            Ok(None) => Err(Rejected::Store(Trouble::Other(format!("transaction {seq} is gone")))),
            Err(error) => Err(Rejected::Store(error.trouble())),
        }
    }

    fn seen(&self, request: RequestId) -> Option<u64> {
        self.board().seen(request)
    }

    fn turn(&mut self) {
        let today = overview::day(&self.board(), self.now());
        if self.board().today() != today {
            self.board_mut().turn_to(today);
            (self.announce)(Notice::Turned);
        }
    }

    fn report(&mut self, now: Option<Trouble>) {
        let mut trouble = lock(&self.seen.trouble);
        if *trouble != now {
            trouble.clone_from(&now);
            drop(trouble);
            (self.announce)(Notice::Trouble(now));
        }
    }

    /// To the millisecond, so that the log is good to read.
    fn now(&self) -> DateTime<Utc> {
        self.clock.now().trunc_subsecs(3)
    }

    fn board(&self) -> RwLockReadGuard<'_, Board> {
        self.seen.board.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn board_mut(&self) -> RwLockWriteGuard<'_, Board> {
        self.seen.board.write().unwrap_or_else(PoisonError::into_inner)
    }
}

fn as_done(tx: &Transaction) -> Done {
    let created = tx.changes.iter().filter_map(|change| match change {
        Change::Create { id, .. } => Some(*id),
        _ => None,
    });
    Done { seq: tx.seq, label: tx.label.clone(), origin: tx.origin, created: created.collect() }
}

/// A Proposal whose new records hold what the board will read off them: in the order of the table,
/// defaults left out. So they can be taken back as they stand.
fn in_table_order(mut proposal: Proposal) -> Proposal {
    for change in &mut proposal.changes {
        if let Change::Create { id, fields } | Change::Restore { id, fields } = change
            && let Ok(record) = AnyRecord::from_fields(id.kind, fields)
        {
            *fields = record.fields();
        }
    }
    proposal
}

/// The answer to an order that changes no record.
fn nothing_done(seq: u64) -> Done {
    Done { seq, label: Label::many(Verb::Edit, "", 0), origin: Origin::Do, created: Vec::new() }
}
