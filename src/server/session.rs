//! One window over its link. One frame is in flight at a time: the next is drawn when the client
//! has said that the terminal took the last one whole, so that a slow link gets fewer frames and
//! never a queue. Nothing is drawn, sent or woken while nothing changes. May use `wire`.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::UnixStream;
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};
use tokio::sync::watch;
use tokio::time::{Instant, sleep_until};

use super::house::House;
use super::keeping::DraftState;
use super::log::log;
use super::midnight;
use super::window::{News, Window};
use crate::wire::frame::{CAP, take};
use crate::wire::message::push_screen;
use crate::wire::{Caller, ExitReason, ToClient, ToServer};

/// Room for what arrives at once.
const ROOM: usize = 4 << 10;

/// A form that is typed into is kept every so often: more than this is lost to no kill.
const KEEP: Duration = Duration::from_secs(2);

/// Serves a window until it is closed, its link drops, it fails, or the server ends.
pub(super) async fn serve(mut stream: UnixStream, house: Arc<House>, login: &str, caller: Caller) {
    midnight::turn_if_late(&house);
    let bell = house.bell();
    let ending = house.ending();
    let (sender, news) = unbounded_channel();
    let opened = guard(|| Window::open(house, login, &caller, sender));
    let Some(Ok(window)) = opened else {
        return farewell(&mut stream, ExitReason::Fault).await;
    };
    let mut session = Session {
        stream,
        window,
        bell,
        ending,
        news,
        inbox: Vec::new(),
        outbox: Vec::new(),
        in_flight: false,
        keep_at: None,
        keeps_later: false,
        wake_at: None,
    };
    let end = session.run().await;
    // It may have ended because the window's own state is bad.
    guard(|| session.window.keep_draft());
    if let End::Said(reason) = end {
        let Session { mut stream, mut outbox, .. } = session;
        // What the client was sent already comes first; one that does not listen is not waited for.
        let _ = ToClient::Exit(reason).encode(&mut outbox);
        let _ = tokio::time::timeout(super::listen::PATIENCE, stream.write_all(&outbox)).await;
    }
}

/// Says why a conversation ends.
pub(super) async fn farewell(stream: &mut UnixStream, reason: ExitReason) {
    let mut bytes = Vec::new();
    let _ = ToClient::Exit(reason).encode(&mut bytes);
    let _ = tokio::time::timeout(super::listen::PATIENCE, stream.write_all(&bytes)).await;
}

/// Runs a piece of a window. A panic ends that window only: what it printed is in the log.
fn guard<T>(work: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(work)).ok()
}

/// Lets a window do something; gives the end where it fails at it.
fn faulty(work: impl FnOnce()) -> Option<End> {
    guard(work).is_none().then_some(End::Said(ExitReason::Fault))
}

/// How a session ended.
enum End {
    /// The client is gone.
    Dropped,
    /// The client is to be told why.
    Said(ExitReason),
}

struct Session {
    stream: UnixStream,
    window: Window,
    bell: watch::Receiver<u64>,
    ending: watch::Receiver<Option<ExitReason>>,
    news: UnboundedReceiver<News>,
    inbox: Vec<u8>,
    outbox: Vec<u8>,
    in_flight: bool,
    /// When the form that is open is kept as it is then.
    keep_at: Option<Instant>,
    /// Whether that was tried, and the disk did not take it.
    keeps_later: bool,
    /// When the window shows something else though nothing has happened.
    wake_at: Option<Instant>,
}

impl Session {
    async fn run(&mut self) -> End {
        loop {
            match guard(|| self.settle()) {
                Some(Ok(None)) => {}
                Some(Ok(Some(reason))) => return End::Said(reason),
                Some(Err(error)) => {
                    log(format_args!("window: {error}"));
                    return End::Said(ExitReason::Malformed);
                }
                None => return End::Said(ExitReason::Fault),
            }
            if let Some(end) = self.wait().await {
                return end;
            }
        }
    }

    /// Handles all that has arrived and draws if a frame is due and the last one has left.
    fn settle(&mut self) -> Result<Option<ExitReason>, crate::wire::WireError> {
        while let Some((frame, taken)) = take(&self.inbox)? {
            self.inbox.drain(..taken);
            match ToServer::decode(frame)? {
                ToServer::Input(input) => self.window.input(input),
                ToServer::Shown => self.in_flight = false,
                ToServer::File(piece) if self.window.file(&piece) => {}
                ToServer::FileEnd if self.window.file_end() => {}
                ToServer::Answer(answer) if self.window.answer(&answer) => {}
                ToServer::Command(_)
                | ToServer::File(_)
                | ToServer::FileEnd
                | ToServer::Answer(_)
                | ToServer::Cancel => {
                    return Ok(Some(ExitReason::Malformed));
                }
            }
        }
        while let Ok(news) = self.news.try_recv() {
            self.window.news(news);
        }
        for message in self.window.said() {
            match message {
                ToClient::Exit(reason) => return Ok(Some(reason)),
                // Too long for the wire is too long for a clipboard.
                other => drop(other.encode(&mut self.outbox)),
            }
        }
        if self.window.is_stale() && !self.in_flight {
            let frame = self.window.draw()?;
            self.in_flight = !frame.is_empty();
            push_screen(&mut self.outbox, &frame)?;
        }
        if self.outbox.is_empty() {
            // Frames go first, and a key that comes meanwhile does not wait for a whole file.
            self.window.piece(&mut self.outbox)?;
        }
        self.wake_at = self.window.wakes_in().map(|rest| Instant::now() + rest);
        match self.window.draft_state() {
            DraftState::Kept => {}
            DraftState::Typed => drop(self.keep_at.get_or_insert_with(|| Instant::now() + KEEP)),
            DraftState::Closed if self.keeps_later => {}
            DraftState::Closed => self.keep_at = Some(Instant::now()),
        }
        Ok(None)
    }

    /// Waits until there is something to do.
    async fn wait(&mut self) -> Option<End> {
        if self.inbox.len() > CAP + ROOM {
            return Some(End::Said(ExitReason::Malformed));
        }
        self.inbox.reserve(ROOM);
        let (mut read, mut write) = self.stream.split();
        tokio::select! {
            got = read.read_buf(&mut self.inbox) => match got {
                Ok(0) | Err(_) => return Some(End::Dropped),
                Ok(_) => {}
            },
            put = write.write(&self.outbox), if !self.outbox.is_empty() => match put {
                Ok(0) | Err(_) => return Some(End::Dropped),
                Ok(count) => drop(self.outbox.drain(..count)),
            },
            Ok(()) = self.bell.changed() => return faulty(|| self.window.changed()),
            Some(news) = self.news.recv() => return faulty(|| self.window.news(news)),
            () = sleep_until(self.wake_at.unwrap_or_else(Instant::now)), if self.wake_at.is_some() => {
                return faulty(|| self.window.wake());
            }
            // The frame goes first: keeping waits for the disk.
            () = sleep_until(self.keep_at.unwrap_or_else(Instant::now)),
                if self.keep_at.is_some() && self.outbox.is_empty() =>
            {
                guard(|| self.window.keep_draft());
                // Where the disk takes nothing it is asked again, but not all the time.
                self.keeps_later = !matches!(self.window.draft_state(), DraftState::Kept);
                self.keep_at = self.keeps_later.then(|| Instant::now() + KEEP);
            }
            ending = self.ending.wait_for(Option::is_some) => {
                let reason = ending.ok().and_then(|reason| reason.clone());
                return Some(End::Said(reason.unwrap_or(ExitReason::Stopped)));
            }
        }
        None
    }
}
