//! What all windows and commands of one server share. May use `engine`, `wire`.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

use chrono::{DateTime, Utc};
use tokio::sync::watch;

use super::drafts::{Drafts, Origin};
use super::log::log;
use super::past::Maker;
use super::presence::{Attached, Windows};
use crate::board::RequestId;
use crate::engine::{Clock, Engine, Notice};
use crate::ui::Draft;
use crate::ui::event::Stand;
use crate::wire::ExitReason;

/// The shared part of a server.
pub struct House {
    engine: Engine,
    clock: Arc<dyn Clock>,
    windows: Windows,
    bell: Bell,
    past: Maker,
    drafts: Drafts,
    guests: watch::Sender<usize>,
    ending: watch::Sender<Option<ExitReason>>,
    requests: AtomicU64,
    request_base: u128,
    since: DateTime<Utc>,
    demo: bool,
    stays: bool,
}

/// Rings when something that windows show has changed.
#[derive(Debug, Clone)]
pub struct Bell(watch::Sender<u64>);

impl Default for Bell {
    fn default() -> Self {
        Self(watch::Sender::new(0))
    }
}

impl Bell {
    /// Rings it.
    pub fn ring(&self) {
        self.0.send_modify(|rung| *rung = rung.wrapping_add(1));
    }

    /// What the engine is to call.
    #[must_use]
    pub fn announcer(&self) -> Box<dyn Fn(Notice) + Send> {
        let bell = self.clone();
        Box::new(move |_| bell.ring())
    }
}

/// Somebody is being served, until this is dropped.
pub(super) struct Guest(Arc<House>);

impl Drop for Guest {
    fn drop(&mut self) {
        self.0.guests.send_modify(|count| *count = count.saturating_sub(1));
    }
}

/// An open window's number, until this is dropped.
pub(super) struct Seat {
    house: Arc<House>,
    login: String,
    number: u64,
}

impl Seat {
    /// Lets the window see who is attached.
    pub(super) fn look(&self, attached: &mut Attached) {
        self.house.windows.look(self.number, attached);
    }

    /// Keeps the form that is open in the window as it is now, for the next attach; none: forgets it.
    /// False where it could not be kept.
    pub(super) fn keep_draft(&self, draft: Option<Draft>) -> bool {
        self.put_draft(self.origin(), draft)
    }

    /// A form of a window of this login that is gone.
    pub(super) fn offered_draft(&self) -> Option<(Origin, Draft)> {
        let House { drafts, engine, windows, .. } = &*self.house;
        tokio::task::block_in_place(|| drafts.offer(engine, windows, &self.login, self.origin()))
    }

    /// Forgets a form that was offered: it is taken up or given up.
    pub(super) fn forget_draft(&self, origin: Origin) {
        self.put_draft(origin, None);
    }

    fn put_draft(&self, origin: Origin, draft: Option<Draft>) -> bool {
        let House { drafts, engine, .. } = &*self.house;
        let put = tokio::task::block_in_place(|| drafts.put(engine, &self.login, origin, draft));
        put.inspect_err(|error| log(format_args!("forms of {}: {error}", self.login))).is_ok()
    }

    /// The moment of its start tells one run of the server from another.
    fn origin(&self) -> Origin {
        Origin { run: (self.house.request_base >> 64) as u64, window: self.number }
    }

    /// The window is somewhere: the others are told where that is new.
    pub(super) fn stand(&self, at: Stand) {
        if self.house.windows.stand(self.number, at) {
            self.house.bell.ring();
        }
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        self.house.windows.close(self.number);
        self.house.bell.ring();
    }
}

impl House {
    /// A house around an engine, whose announcements ring the bell.
    #[must_use]
    pub fn new(engine: Engine, clock: Arc<dyn Clock>, bell: Bell, demo: bool, stays: bool) -> Self {
        let since = clock.now();
        Self {
            engine,
            clock,
            windows: Windows::default(),
            bell,
            past: Maker::default(),
            drafts: Drafts::default(),
            guests: watch::Sender::new(0),
            ending: watch::Sender::new(None),
            requests: AtomicU64::new(0),
            request_base: request_base(),
            since,
            demo,
            stays,
        }
    }

    /// The engine.
    pub const fn engine(&self) -> &Engine {
        &self.engine
    }

    /// The moment.
    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// Whether the board is a demonstration.
    pub const fn is_demo(&self) -> bool {
        self.demo
    }

    /// Whether it stays when nobody is attached.
    pub const fn stays(&self) -> bool {
        self.stays
    }

    /// When it was started.
    pub const fn since(&self) -> DateTime<Utc> {
        self.since
    }

    /// How many windows are open.
    pub fn window_count(&self) -> usize {
        self.windows.count()
    }

    /// A number for a request that nobody else has, in this process or an earlier one.
    pub fn next_request(&self) -> RequestId {
        RequestId(self.request_base.wrapping_add(u128::from(self.requests.fetch_add(1, Relaxed))))
    }

    /// Ends every window and command, and then the server. The first reason counts.
    pub fn end(&self, reason: ExitReason) {
        self.ending.send_if_modified(|ending| {
            let first = ending.is_none();
            ending.get_or_insert(reason);
            first
        });
    }

    pub(super) fn ending(&self) -> watch::Receiver<Option<ExitReason>> {
        self.ending.subscribe()
    }

    pub(super) const fn past(&self) -> &Maker {
        &self.past
    }

    pub(super) fn guests(&self) -> watch::Receiver<usize> {
        self.guests.subscribe()
    }

    pub(super) fn bell(&self) -> watch::Receiver<u64> {
        self.bell.0.subscribe()
    }

    pub(super) fn welcome(self: &Arc<Self>) -> Guest {
        self.guests.send_modify(|count| *count += 1);
        Guest(self.clone())
    }

    pub(super) fn seat(self: &Arc<Self>, login: &str) -> Seat {
        let number = self.windows.open(login);
        self.bell.ring();
        Seat { house: self.clone(), login: login.to_owned(), number }
    }
}

/// The moment and the process in the upper half: no two servers of a board share both.
fn request_base() -> u128 {
    let nanos = Utc::now().timestamp_nanos_opt().unwrap_or_default().unsigned_abs();
    u128::from(nanos) << 64 | u128::from(std::process::id()) << 32
}
