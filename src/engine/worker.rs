//! The engine's thread: takes what waits, as far as it may share one sync, and carries it out.
//! May use `board`, `store`, `batch`, `judging`.

mod judging;

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::sync::{Arc, Mutex, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};
use std::thread;
use std::time::Duration;

use chrono::{DateTime, SubsecRound, Utc};
use judging::Looked;

use super::answer::{Reply, as_done};
use super::batch::Batch;
use super::health::Health;
use super::{Clock, Message, Notice, Waiting, lock};
use crate::board::order::By;
use crate::board::{Board, Done, Rejected, Trouble, apply, overview};
use crate::store::{Journal, Store, StoreError, Work};

/// After this long with nothing to do, the store may do what it put off.
const QUIET: Duration = Duration::from_millis(400);

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
    waiting: VecDeque<Waiting>,
    stopping: bool,
    health: Health,
    /// Whether leads are put in order while nothing else is to be done.
    sorts: bool,
}

impl Worker {
    pub(super) fn new(
        store: Box<dyn Store>,
        seen: Seen,
        clock: Arc<dyn Clock>,
        announce: Box<dyn Fn(Notice) + Send>,
    ) -> Self {
        let (waiting, stopping, health) = (VecDeque::new(), false, Health::default());
        Self { store, seen, clock, announce, waiting, stopping, health, sorts: true }
    }

    /// Works until it is stopped. What it should not survive, it does not: then everybody is told,
    /// and whoever waits for an answer gets one when the worker is dropped.
    pub(super) fn live(&mut self, inbox: &Receiver<Message>) {
        if catch_unwind(AssertUnwindSafe(|| self.run(inbox))).is_err() {
            self.report(Some(Trouble::Halted));
        }
    }

    fn run(&mut self, inbox: &Receiver<Message>) {
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
        self.settle(true);
    }

    /// Waits for the next message; false where it was only time to settle, or to put leads in order.
    fn wait(&mut self, inbox: &Receiver<Message>, unsettled: &mut bool) -> bool {
        let unsorted = self.board().index().unsorted().filter(|_| self.sorts && !*unsettled);
        let timeout = match unsorted {
            Some(_) => Duration::ZERO,
            None if *unsettled => QUIET,
            None => self.health.pause(),
        };
        let message = match inbox.recv_timeout(timeout) {
            Ok(message) => message,
            Err(RecvTimeoutError::Disconnected) => Message::Stop,
            Err(RecvTimeoutError::Timeout) => {
                if let Some(by) = unsorted {
                    self.put_in_order(by);
                    return false;
                }
                *unsettled = self.settle(false) == Work::GoesOn;
                return false;
            }
        };
        self.receive(message);
        true
    }

    /// Puts leads in an order beforehand. It is only for whoever asks for it later: where it fails, so
    /// does their window, and the writer goes on.
    fn put_in_order(&mut self, by: By) {
        let board = self.board();
        let sorted = catch_unwind(AssertUnwindSafe(|| drop(board.index().order(&board, by))));
        drop(board);
        self.sorts &= sorted.is_ok();
    }

    /// Lets the store do what it put off.
    fn settle(&mut self, closing: bool) -> Work {
        let settled = catch_unwind(AssertUnwindSafe(|| self.store.settle(closing)));
        match settled.unwrap_or(Err(StoreError::Internal)) {
            Ok(Work::GoesOn) => return Work::GoesOn,
            Ok(Work::Done) => self.health.settled(None),
            Err(error) => self.health.settled(Some(error.trouble())),
        }
        self.report(self.health.trouble());
        Work::Done
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

    /// Keeps a batch, applies it, and tells everyone. Nothing is applied that is not kept.
    fn carry_out(&mut self, batch: Batch<Reply>) {
        let Batch { checked, replies, .. } = batch;
        let kept = catch_unwind(AssertUnwindSafe(|| self.store.commit(&checked)));
        let trouble = match kept {
            Ok(kept) => kept.err().map(|error| error.trouble()),
            Err(_) => Some(Trouble::Internal),
        };
        self.health.committed(trouble.clone());
        self.report(self.health.trouble());
        if let Some(trouble) = trouble {
            for reply in replies {
                reply.give(Err(Rejected::Store(trouble.clone())));
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
            reply.give(Ok(done));
        }
        (self.announce)(Notice::Changed(seq));
        // Whoever was told goes first: woken on this processor, they would wait for what follows.
        thread::yield_now();
        let board = self.seen.board.read().unwrap_or_else(PoisonError::into_inner);
        self.store.follow(&board);
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
