//! Files that a window reads and writes: with the person's own rights, from where they started the
//! client. Reading has a thread of its own, so that keys still travel. May use `files`, `wire`.

use std::fs::Metadata;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::{env, fs, thread};

use super::connect::Connection;
use super::error::ClientError;
use super::files::{Sink, Source};
use crate::wire::{FileAnswer, FileFault, ToServer};

/// The stack of a thread that only copies bytes.
const STACK: usize = 128 << 10;

/// So many names are told that a beginning can go on to.
const NAMES: usize = 50;

/// The sending half of the link.
type Sender = Arc<Mutex<Connection>>;

/// The files that are under way.
pub(super) struct Transfers {
    sender: Sender,
    /// The number of the file that is being sent; none: none is. A thread that finds another number
    /// than its own has nothing to say any more.
    sending: Arc<Mutex<Option<u64>>>,
    last: u64,
    sink: Option<Sink>,
}

impl Transfers {
    pub(super) fn new(sender: Sender) -> Self {
        Self { sender, sending: Arc::default(), last: 0, sink: None }
    }

    /// Begins to send a file.
    pub(super) fn read(&mut self, path: &str) {
        self.last += 1;
        let number = self.last;
        *lock(&self.sending) = Some(number);
        let (sending, sender) = (self.sending.clone(), self.sender.clone());
        let path = meant(path);
        let begun = thread::Builder::new().stack_size(STACK).spawn(move || {
            let say = |message: &ToServer| say(&sending, &sender, number, message);
            let last = match send(&path, &say) {
                Ok(()) => ToServer::FileEnd,
                Err(fault) => ToServer::Answer(FileAnswer::Failed(fault)),
            };
            // Told and over at once: what comes to stop it then finds nothing to say.
            if lock(&sending).take_if(|current| *current == number).is_some() {
                answer(&sender, &last);
            }
        });
        if let Err(error) = begun {
            self.end(FileFault::Other(error.to_string()));
        }
    }

    /// Stops what is under way: it is told at once, also where the file itself does not answer.
    pub(super) fn stop(&mut self) {
        if self.sink.take().is_some() {
            answer(&self.sender, &ToServer::Answer(FileAnswer::Failed(FileFault::Stopped)));
        }
        self.end(FileFault::Stopped);
    }

    fn end(&self, fault: FileFault) {
        let mut sending = lock(&self.sending);
        if sending.take().is_some() {
            answer(&self.sender, &ToServer::Answer(FileAnswer::Failed(fault)));
        }
    }

    /// Forgets what is under way: the link that it was for is gone.
    pub(super) fn forget(&mut self) {
        self.sink = None;
        *lock(&self.sending) = None;
    }

    /// Begins to write a file.
    pub(super) fn write(&mut self, path: &str, force: bool) {
        let said = match Sink::create(&meant(path), force) {
            Ok(sink) => {
                self.sink = Some(sink);
                FileAnswer::Open
            }
            Err(error) => FileAnswer::Failed(fault(error)),
        };
        answer(&self.sender, &ToServer::Answer(said));
    }

    /// Writes a piece of it.
    pub(super) fn out(&mut self, bytes: &[u8]) {
        if let Some(Err(error)) = self.sink.as_mut().map(|sink| sink.write(bytes)) {
            self.sink = None;
            answer(&self.sender, &ToServer::Answer(FileAnswer::Failed(fault(error))));
        }
    }

    /// Puts it in its place. One that has failed was told.
    pub(super) fn out_end(&mut self) {
        let Some(sink) = self.sink.take() else { return };
        let place = sink.path().display().to_string();
        let said = sink
            .finish()
            .map_or_else(|error| FileAnswer::Failed(fault(error)), |()| FileAnswer::Written(place));
        answer(&self.sender, &ToServer::Answer(said));
    }

    /// Tells how a beginning of a name can go on.
    pub(super) fn names(&self, begin: &str) {
        answer(&self.sender, &ToServer::Answer(FileAnswer::Names(names(begin))));
    }
}

/// Says something of a file, if it is still wanted.
fn say(sending: &Mutex<Option<u64>>, sender: &Sender, number: u64, message: &ToServer) -> bool {
    let sending = lock(sending);
    *sending == Some(number) && lock(sender).send(message).is_ok()
}

/// Sends a file but for its end.
fn send(path: &Path, say: &impl Fn(&ToServer) -> bool) -> Result<(), FileFault> {
    let about = fs::metadata(path).map_err(|error| of_system(&error))?;
    if about.is_dir() {
        return Err(FileFault::Folder);
    }
    let mut source = Source::open(path).map_err(fault)?;
    say(&ToServer::Answer(FileAnswer::Size(size(&about))));
    while let Some(piece) = source.piece().map_err(fault)? {
        if !say(&ToServer::File(piece)) {
            return Err(FileFault::Stopped);
        }
    }
    Ok(())
}

fn size(about: &Metadata) -> u64 {
    if about.is_file() { about.len() } else { 0 }
}

fn fault(error: ClientError) -> FileFault {
    match error {
        ClientError::Exists(_) => FileFault::Exists,
        ClientError::File { source, .. } => of_system(&source),
        other => FileFault::Other(other.to_string()),
    }
}

fn of_system(error: &io::Error) -> FileFault {
    match error.kind() {
        io::ErrorKind::NotFound => FileFault::NotFound,
        io::ErrorKind::PermissionDenied => FileFault::Denied,
        io::ErrorKind::IsADirectory => FileFault::Folder,
        _ => FileFault::Other(error.to_string()),
    }
}

/// The path that is meant: `~` is the person's home.
fn meant(path: &str) -> PathBuf {
    let rest = path.strip_prefix("~/").or_else(|| (path == "~").then_some(""));
    match (rest, env::home_dir()) {
        (Some(rest), Some(home)) => home.join(rest),
        // In a window it is no other than a file: what is typed there are keys.
        _ if path == "-" => PathBuf::from("./-"),
        _ => PathBuf::from(path),
    }
}

/// How a beginning of a name can go on, folders with a stroke at the end. A name that nobody could type,
/// with a line end or what a terminal would obey in it, is not told.
fn names(begin: &str) -> Vec<String> {
    let (folder, first) =
        begin.rsplit_once('/').map_or(("", begin), |(_, first)| (&begin[..begin.len() - first.len()], first));
    let place = if folder.is_empty() { PathBuf::from(".") } else { meant(folder) };
    let entries = fs::read_dir(place).into_iter().flatten().flatten();
    let mut found: Vec<String> = entries
        .filter_map(|entry| {
            let name = entry.file_name().into_string().ok()?;
            let fits = !name.contains(char::is_control) && name.starts_with(first);
            let fits = fits && (!name.starts_with('.') || first.starts_with('.'));
            let stroke = if entry.path().is_dir() { "/" } else { "" };
            fits.then(|| format!("{folder}{name}{stroke}"))
        })
        .collect();
    found.sort_unstable();
    found.truncate(NAMES);
    found
}

/// A link that is gone is noticed by the reading side.
fn answer(sender: &Sender, message: &ToServer) {
    let _ = lock(sender).send(message);
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
