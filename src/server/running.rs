//! One command over its link: it runs on a thread of its own; its words and files pass through
//! bounded channels, so that a slow reader slows it down. May use `wire`.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt, ReadHalf, WriteHalf};
use tokio::net::UnixStream;
use tokio::sync::mpsc::{Receiver, Sender, channel};
use tokio::sync::watch;

use super::house::House;
use super::listen::PATIENCE;
use super::requests::{self, Ask, Gone, Out};
use crate::domain::Lang;
use crate::wire::frame::{CHUNK, take};
use crate::wire::{Command, ExitReason, Progress, Terminal, ToClient, ToServer};

/// So many messages wait on either side.
const WAITING: usize = 16;
/// How far a command has come is told only where it takes longer than this.
const UNTOLD: Duration = Duration::from_secs(1);
/// And then so often.
const PAUSE: Duration = Duration::from_millis(100);

/// Serves one command.
pub(super) async fn serve(stream: UnixStream, house: Arc<House>, login: String, terminal: Terminal) {
    let (mut read, mut write) = tokio::io::split(stream);
    let mut inbox = Vec::new();
    let Some(ToServer::Command(command)) = next(&mut read, &mut inbox).await else {
        return;
    };
    let ending = house.ending();
    let (words, mut to_send) = channel(WAITING);
    let (pieces, file) = channel(WAITING);
    let served = house.clone();
    let taken_back = Arc::new(AtomicBool::new(false));
    let line = Line { words, file, taken_back: taken_back.clone(), tell_from: Instant::now() + UNTOLD };
    let work = tokio::task::spawn_blocking(move || run(command, &served, &login, &terminal, line));
    let talk = async {
        tokio::select! {
            () = send_all(&mut write, &mut to_send) => {}
            // The client is gone: what the command says from now on nobody hears.
            () = listen(&mut read, &mut inbox, pieces, &taken_back) => {}
            () = too_late(ending) => {}
        }
    };
    talk.await;
    drop(to_send);
    let reason = match work.await {
        Ok(Some(code)) => ExitReason::Done(code),
        Ok(None) => house.ending().borrow().clone().unwrap_or(ExitReason::Stopped),
        Err(_) => ExitReason::Fault,
    };
    let _ = send(&mut write, &ToClient::Exit(reason)).await;
}

/// Returns when the server ends and what had begun before has had its time.
async fn too_late(mut ending: watch::Receiver<Option<ExitReason>>) {
    let _ = ending.wait_for(Option::is_some).await;
    tokio::time::sleep(PATIENCE).await;
}

/// Runs the command; none if nobody listens any more.
fn run(command: Command, house: &House, login: &str, terminal: &Terminal, mut line: Line) -> Option<i32> {
    let ask = Ask {
        engine: house.engine(),
        login,
        lang: Lang::from_locale(&terminal.locale),
        now: house.now(),
        is_tty: terminal.tty,
        request: house.next_request(),
        demo: house.is_demo(),
    };
    requests::run(command, &ask, &mut line).ok()
}

/// What the command speaks through.
struct Line {
    words: Sender<ToClient>,
    file: Receiver<Vec<u8>>,
    taken_back: Arc<AtomicBool>,
    /// How far the work has come is told from this moment on.
    tell_from: Instant,
}

impl Line {
    fn say(&self, message: ToClient) -> Result<(), Gone> {
        self.words.blocking_send(message).map_err(|_| Gone)
    }
}

impl Out for Line {
    fn out(&mut self, bytes: &[u8]) -> Result<(), Gone> {
        bytes.chunks(CHUNK).try_for_each(|piece| self.say(ToClient::Out(piece.to_vec())))
    }

    fn err(&mut self, text: &str) -> Result<(), Gone> {
        self.say(ToClient::Err(text.to_owned()))
    }

    fn progress(&mut self, progress: Progress) {
        let now = Instant::now();
        // Whoever calls may hold what others wait for, so this does not wait for the client.
        if now >= self.tell_from && self.words.try_send(ToClient::Progress(progress)).is_ok() {
            self.tell_from = now + PAUSE;
        }
    }

    fn is_wanted(&mut self) -> Result<bool, Gone> {
        if self.words.is_closed() { Err(Gone) } else { Ok(!self.taken_back.load(Ordering::Relaxed)) }
    }

    fn file(&mut self) -> Result<Option<Vec<u8>>, Gone> {
        match self.file.blocking_recv() {
            // The end is said by an empty piece: a closed channel is a file that ended short.
            Some(piece) if piece.is_empty() => Ok(None),
            Some(piece) => Ok(Some(piece)),
            None => Err(Gone),
        }
    }
}

async fn send_all(write: &mut WriteHalf<UnixStream>, words: &mut Receiver<ToClient>) {
    while let Some(message) = words.recv().await {
        if send(write, &message).await.is_err() {
            return;
        }
    }
}

async fn send(write: &mut WriteHalf<UnixStream>, message: &ToClient) -> Result<(), crate::wire::WireError> {
    let mut bytes = Vec::new();
    message.encode(&mut bytes)?;
    Ok(write.write_all(&bytes).await?)
}

/// Passes the client's file on, and that it takes the command back; returns when it is gone.
async fn listen(
    read: &mut ReadHalf<UnixStream>,
    inbox: &mut Vec<u8>,
    pieces: Sender<Vec<u8>>,
    taken_back: &AtomicBool,
) {
    let mut pieces = Some(pieces);
    while let Some(message) = next(read, inbox).await {
        let piece = match message {
            ToServer::File(piece) if piece.is_empty() => continue,
            ToServer::File(piece) => piece,
            ToServer::FileEnd => Vec::new(),
            ToServer::Cancel => {
                taken_back.store(true, Ordering::Relaxed);
                // A command that waits for more of the file goes on, and sees it.
                pieces = None;
                continue;
            }
            _ => return,
        };
        if let Some(pieces) = &pieces {
            // A command that reads no further does not keep the rest from being taken off the link.
            let _ = pieces.send(piece).await;
        }
    }
}

/// The next message; none when the client is gone or talks nonsense.
async fn next(read: &mut ReadHalf<UnixStream>, inbox: &mut Vec<u8>) -> Option<ToServer> {
    loop {
        if let Some((frame, taken)) = take(inbox).ok()? {
            inbox.drain(..taken);
            return ToServer::decode(frame).ok();
        }
        inbox.reserve(CHUNK);
        if read.read_buf(inbox).await.ok()? == 0 {
            return None;
        }
    }
}
