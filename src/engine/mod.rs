//! The one writer. A thread of its own owns the Store and is the only caller of `apply`:
//! rights → check → commit → apply → reply → announce → follow. Sessions read the Board beside it.
//! May use `domain`, `board`, `store`.

pub mod clock;

mod answer;
mod batch;
mod health;
mod proposal;
mod rights;
mod worker;

use std::sync::mpsc::{SyncSender, sync_channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard};
use std::thread::{Builder, JoinHandle};

use crate::board::{Board, Done, Proposal, Rejected, RequestId, Trouble};
use crate::store::{Journal, Store};

use answer::{Answer, Reply};

pub use clock::{Clock, FixedClock, SystemClock};

/// So many orders wait before the one who sends has to.
const WAITING: usize = 256;

/// A handle to the engine; a clone is the same engine.
#[derive(Clone)]
pub struct Engine {
    shared: Arc<Shared>,
}

struct Shared {
    board: Arc<RwLock<Board>>,
    journal: Arc<dyn Journal>,
    trouble: Arc<Mutex<Option<Trouble>>>,
    orders: SyncSender<Message>,
    /// Whether it is stopped. Held for reading while an order is sent, so that none can slip in
    /// behind the last message and wait for ever.
    stopped: RwLock<bool>,
    thread: Mutex<Option<JoinHandle<()>>>,
}

/// What the thread is told.
enum Message {
    Order(Waiting),
    Stop,
}

/// An order on its way.
struct Waiting {
    login: String,
    act: Act,
    reply: Reply,
}

/// Something that a login wants done.
pub struct Order {
    /// Who.
    pub login: String,
    /// What.
    pub act: Act,
    /// Told what became of it, on the engine's thread: it must be quick and must not wait.
    pub reply: Answer,
}

/// What can be wanted of the engine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// Carry out a Proposal, for itself: its `origin` is not looked at.
    Propose(Proposal),
    /// Take back what this login did last, under this request number.
    Undo(RequestId),
    /// Do again what this login took back last, under this request number.
    Redo(RequestId),
    /// Look at the clock and turn the Board to its day. The reply names the head and nothing else.
    Turn,
}

/// What everybody is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// The Board stands at this sequence number now.
    Changed(u64),
    /// The Board stands at another day.
    Turned,
    /// The store is in trouble, or no longer.
    Trouble(Option<Trouble>),
}

impl Engine {
    /// Starts the engine's thread. `board` is what the store was filled from.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(
        store: Box<dyn Store>,
        board: Board,
        clock: Arc<dyn Clock>,
        announce: Box<dyn Fn(Notice) + Send>,
    ) -> std::io::Result<Self> {
        let board = Arc::new(RwLock::new(board));
        let journal = store.journal();
        let trouble = Arc::new(Mutex::new(None));
        let (orders, inbox) = sync_channel(WAITING);
        let mut worker = worker::Worker::new(
            store,
            worker::Seen { board: board.clone(), journal: journal.clone(), trouble: trouble.clone() },
            clock,
            announce,
        );
        let thread = Builder::new().name("engine".to_owned()).spawn(move || worker.live(&inbox))?;
        let thread = Mutex::new(Some(thread));
        let stopped = RwLock::new(false);
        Ok(Self { shared: Arc::new(Shared { board, journal, trouble, orders, stopped, thread }) })
    }

    /// The Board, to look at. Held, it keeps the engine from writing: let go of it soon.
    pub fn board(&self) -> RwLockReadGuard<'_, Board> {
        self.shared.board.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// The history.
    #[must_use]
    pub fn journal(&self) -> &Arc<dyn Journal> {
        &self.shared.journal
    }

    /// Sends an order. Waits while too many are waiting; the reply comes in any case.
    pub fn order(&self, order: Order) {
        let stopped = self.shared.stopped.read().unwrap_or_else(PoisonError::into_inner);
        if *stopped {
            drop(stopped);
            return (order.reply)(Err(Rejected::Stopping));
        }
        let Order { login, act, reply } = order;
        // Where the thread is gone, the order comes back, is let go of, and so answered.
        let _ = self.shared.orders.send(Message::Order(Waiting { login, act, reply: Reply::new(reply) }));
    }

    /// Sends an order and waits for what becomes of it.
    ///
    /// # Errors
    /// Why it changed nothing.
    pub fn act(&self, login: &str, act: Act) -> Result<Done, Rejected> {
        let (sender, answer) = sync_channel(1);
        let reply = Box::new(move |result| {
            // The receiver waits below, so somebody hears it.
            let _ = sender.send(result);
        });
        self.order(Order { login: login.to_owned(), act, reply });
        answer.recv().unwrap_or(Err(Rejected::Stopping))
    }

    /// What is wrong with the store, if anything.
    #[must_use]
    pub fn trouble(&self) -> Option<Trouble> {
        lock(&self.shared.trouble).clone()
    }

    /// Finishes what was ordered, closes the store and waits for the thread to end. Orders that
    /// come later are told so.
    pub fn stop(&self) {
        let mut stopped = self.shared.stopped.write().unwrap_or_else(PoisonError::into_inner);
        if !std::mem::replace(&mut *stopped, true) {
            // If the thread is gone there is nobody to be told.
            let _ = self.shared.orders.send(Message::Stop);
        }
        drop(stopped);
        let thread = lock(&self.shared.thread).take();
        if let Some(thread) = thread {
            // A thread that panicked has said so itself.
            let _ = thread.join();
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
