//! Starting a server where none answers, as tmux does: a process of its own session that outlives
//! us. It says through its standard output when it is ready, or in a sentence why it is not.
//! May use `wire`.

use std::ffi::OsString;
use std::fs::{File, OpenOptions};
use std::io::{self, BufRead, BufReader};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::connect::{Connection, connect};
use super::error::ClientError;
use crate::wire::folder::{self, Unfit};
use crate::wire::{Caller, Place, Purpose};

/// Another server that comes or goes is waited for so long.
const PATIENCE: Duration = Duration::from_secs(10);
/// It is tried so often.
const PAUSE: Duration = Duration::from_millis(50);

/// How a server is started.
#[derive(Debug, Clone)]
pub struct Start {
    /// The program.
    pub program: PathBuf,
    /// Its arguments.
    pub arguments: Vec<OsString>,
}

/// What a server that is starting says, a line each, on its standard output.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum News {
    /// How far a long work has come, of how much.
    Progress(u64, u64),
    /// A sentence about what it found.
    Notice(String),
    /// It does not start: another one was faster.
    Owned(String),
    /// It does not start.
    Failed(String),
}

impl News {
    /// The line, with its end.
    #[must_use]
    pub fn encode(&self) -> String {
        // A sentence of several lines stays one here.
        let line = |text: &str| text.replace('\n', "\u{2028}");
        match self {
            Self::Progress(done, total) => format!("p {done} {total}\n"),
            Self::Notice(text) => format!("n {}\n", line(text)),
            Self::Owned(text) => format!("o {}\n", line(text)),
            Self::Failed(text) => format!("e {}\n", line(text)),
        }
    }

    /// The news in a line; none if it is not one.
    #[must_use]
    pub fn decode(line: &str) -> Option<Self> {
        let (tag, rest) = line.trim_end_matches('\n').split_once(' ')?;
        let text = || rest.replace('\u{2028}', "\n");
        match tag {
            "p" => {
                let (done, total) = rest.split_once(' ')?;
                Some(Self::Progress(done.parse().ok()?, total.parse().ok()?))
            }
            "n" => Some(Self::Notice(text())),
            "o" => Some(Self::Owned(text())),
            "e" => Some(Self::Failed(text())),
            _ => None,
        }
    }
}

/// Who shows a person what a starting server says.
pub trait Newsreader {
    /// A long work goes on.
    fn progress(&mut self, done: u64, total: u64);
    /// A sentence.
    fn notice(&mut self, text: &str);
}

/// Connects to the server of a place, starting one where none answers. Of several clients that
/// come at the same moment one starts it and the others wait.
///
/// # Errors
/// `CannotStart`, `NotStarted` with the server's own sentence, and as for `connect`.
pub fn connect_or_start(
    place: &Place,
    purpose: Purpose,
    caller: &Caller,
    start: &Start,
    reader: &mut dyn Newsreader,
) -> Result<Connection, ClientError> {
    // One that hangs up on a hello is on its way out.
    match connect(place, purpose, caller) {
        Err(ClientError::NoServer(_) | ClientError::Lost) => {}
        other => return other,
    }
    let refused = |source| ClientError::CannotStart { data: place.data().to_owned(), source };
    folder::claim(place).map_err(|unfit| match unfit {
        Unfit::Io(source) => refused(source),
        Unfit::Shared => ClientError::Shared(place.data().to_owned()),
    })?;
    // Held until the server answers.
    let _turn = lock(&place.start_lock()).map_err(refused)?;
    match connect(place, purpose, caller) {
        Err(ClientError::NoServer(_) | ClientError::Lost) => {}
        other => return other,
    }
    let begun = Instant::now();
    loop {
        let log = open(&place.log()).map_err(refused)?;
        let owned = launch(log, start, reader)?;
        match (connect(place, purpose, caller), owned) {
            // Somebody's `serve` was faster and will answer, or is on its way out and will let go.
            (Err(ClientError::NoServer(_) | ClientError::Lost), Some(_)) if begun.elapsed() < PATIENCE => {
                thread::sleep(PAUSE);
            }
            (Err(ClientError::NoServer(_) | ClientError::Lost), Some(owned)) => {
                return Err(ClientError::NotStarted(owned));
            }
            (other, _) => return other,
        }
    }
}

/// In how many heaps the C library keeps what threads give back. A file that is looked at takes a hundred
/// megabytes on whichever thread is free, and by itself the library gives each thread a heap of its own,
/// and keeps them all: after eight files a server of 50 MB stood at 610, with two heaps at 380.
const ARENAS: (&str, &str) = ("MALLOC_ARENA_MAX", "2");

fn open(path: &Path) -> io::Result<File> {
    OpenOptions::new().create(true).append(true).mode(0o600).open(path)
}

fn lock(path: &Path) -> io::Result<File> {
    let file = open(path)?;
    file.lock()?;
    Ok(file)
}

/// Starts the server and waits until it is ready: its standard output ends then. Gives what it
/// says if another one owns the folder.
fn launch(log: File, start: &Start, reader: &mut dyn Newsreader) -> Result<Option<String>, ClientError> {
    let mut child = Command::new(&start.program)
        .args(&start.arguments)
        .env(ARENAS.0, ARENAS.1)
        .current_dir("/")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(log)
        .spawn()?;
    let Some(words) = child.stdout.take() else { return Ok(None) };
    for line in BufReader::new(words).lines() {
        match News::decode(&line?) {
            Some(News::Progress(done, total)) => reader.progress(done, total),
            Some(News::Notice(text)) => reader.notice(&text),
            Some(News::Owned(text)) => return Ok(Some(text)),
            Some(News::Failed(text)) => return Err(ClientError::NotStarted(text)),
            None => {}
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::News;

    #[test]
    fn news_arrive_as_they_were_sent() {
        let text = "一句话。\n又一句。".to_owned();
        for news in
            [News::Progress(3, 7), News::Notice(text.clone()), News::Owned(text.clone()), News::Failed(text)]
        {
            let line = news.encode();
            assert_eq!(line.matches('\n').count(), 1);
            assert_eq!(News::decode(&line), Some(news));
        }
    }
}
