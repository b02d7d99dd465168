//! Running a server: in the foreground for a service manager, or detached for the client that
//! started it, which is told through standard output how the start goes. May use `server`.

use std::fs::{self, File};
use std::io::{Write, stderr, stdout};
use std::os::fd::AsFd;
use std::os::unix::fs::FileTypeExt;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};
use std::{env, io};

use clap::Args;
use indicatif::ProgressBar;
use nix::unistd::{dup2_stdout, setsid};

use super::{Setting, folder};
use crate::board::founding::{self, Plan};
use crate::client::spawn::{News, Newsreader};
use crate::domain::Lang;
use crate::error::Failure;
use crate::say;
use crate::server::requests::stored::shown;
use crate::server::{self, Ending, Herald, Lock, Options, ServeError};
use crate::store::{Opened, Step};

/// A server that clients have started stays so long, in seconds, when nobody needs it.
const IDLE: u64 = 600;

/// Work that takes longer than this shows how far it has come.
const SOON: Duration = Duration::from_millis(500);

/// `guatu serve`.
#[derive(Debug, Args)]
pub(super) struct Serve {
    /// The Unix group that may come in.
    #[arg(long, value_name = "NAME")]
    group: Option<String>,
    /// Started by a client: in a session of its own, until nobody needs it.
    #[arg(long, hide = true)]
    detached: bool,
    /// How long a detached server stays, in seconds.
    #[arg(long, hide = true, env = "GUATU_IDLE", default_value_t = IDLE)]
    idle: u64,
}

/// Runs the server until it ends.
pub(super) fn serve(setting: &Setting, serve: &Serve) -> Result<i32, Failure> {
    if serve.detached {
        // Fails only after a restart, when the session is our own already.
        let _ = setsid();
    }
    let mut herald = Announcer { lang: setting.lang, heard: serve.detached && is_pipe(stdout()) };
    match run(setting, serve, &mut herald) {
        Ok(Ending::Stopped) => Ok(0),
        Ok(Ending::Restart(lock)) => Err(Failure::system(setting.lang, &replace(&lock))),
        Err(failure) if herald.heard => {
            herald.tell(&failure);
            Ok(1)
        }
        Err(failure) => Err(failure.failure),
    }
}

/// Why it does not start, and whether that is because another server was faster.
struct NotServed {
    failure: Failure,
    owned: bool,
}

fn run(setting: &Setting, serve: &Serve, herald: &mut Announcer) -> Result<Ending, NotServed> {
    let lang = setting.lang;
    let plan = plan(setting).map_err(|failure| NotServed { failure, owned: false })?;
    let options = Options {
        place: setting.place.clone(),
        plan,
        group: serve.group.clone(),
        idle: serve.detached.then(|| Duration::from_secs(serve.idle)),
    };
    server::serve(&options, herald).map_err(|error| NotServed {
        owned: matches!(error, ServeError::Owned { .. }),
        failure: folder::not_served(&setting.place, lang, &error),
    })
}

/// What a new board is founded on.
pub(super) fn plan(setting: &Setting) -> Result<Plan, Failure> {
    let Some(path) = &setting.charter else { return Ok(founding::built_in()) };
    let text = fs::read_to_string(path).map_err(|error| Failure::file(setting.lang, path, &error))?;
    Plan::parse(&text).map_err(|error| Failure::charter(setting.lang, path, &error))
}

/// Whether a descriptor is a pipe: after a restart nobody waits at its other end.
fn is_pipe(output: impl AsFd) -> bool {
    let file = output.as_fd().try_clone_to_owned().map(File::from);
    file.and_then(|file| file.metadata()).is_ok_and(|data| data.file_type().is_fifo())
}

/// Puts the program as it lies on the disk now in this process's place, with the lock. Returns only
/// an error.
fn replace(lock: &Lock) -> io::Error {
    let next = || -> io::Result<Command> {
        let program = env::current_exe()?;
        // The system marks a program that was replaced on the disk.
        let path = program.to_string_lossy();
        let mut next = Command::new(path.strip_suffix(" (deleted)").unwrap_or(&path));
        next.args(env::args_os().skip(1));
        lock.leave_to(&mut next)?;
        Ok(next)
    };
    next().map_or_else(|error| error, |mut next| next.exec())
}

/// Tells how the start goes: a person at the terminal, or the client that waits.
struct Announcer {
    lang: Lang,
    /// A client waits at the other end of standard output.
    heard: bool,
}

impl Announcer {
    fn tell(&self, not_served: &NotServed) {
        let text = not_served.failure.to_string();
        self.send(&if not_served.owned { News::Owned(text) } else { News::Failed(text) });
    }

    /// To the client that waits, and to the log or the person at the terminal.
    fn say(&self, text: String) {
        // Where even this fails there is nobody left to tell.
        let _ = writeln!(stderr(), "{text}");
        self.send(&News::Notice(text));
    }

    /// A client that has gone away needs no news.
    fn send(&self, news: &News) {
        if self.heard {
            let _ = stdout().write_all(news.encode().as_bytes());
            let _ = stdout().flush();
        }
    }
}

impl Herald for Announcer {
    fn founded(&mut self, data: &Path) {
        self.say(say!(self.lang, "server-founded", data = shown(data)));
    }

    fn progress(&mut self, step: Step) {
        self.send(&News::Progress(step.done, step.total));
    }

    fn notice(&mut self, opened: &Opened) {
        self.say(crate::error::opened(self.lang, opened));
    }

    fn ready(&mut self) {
        if self.heard {
            // The client waits for the end of our output; later words belong in the log.
            let _ = dup2_stdout(stderr());
        }
    }
}

/// What a client that starts a server shows of its news.
pub(super) struct Teller {
    begun: Option<Instant>,
    bar: Option<ProgressBar>,
}

impl Teller {
    /// Shows nothing yet.
    pub(super) const fn new() -> Self {
        Self { begun: None, bar: None }
    }
}

impl Newsreader for Teller {
    fn progress(&mut self, done: u64, total: u64) {
        // A short work shows nothing.
        if total == 0 || self.begun.get_or_insert_with(Instant::now).elapsed() < SOON {
            return;
        }
        // It draws to standard error, and only where that is a terminal.
        let bar = self.bar.get_or_insert_with(|| ProgressBar::new(total));
        bar.set_length(total);
        bar.set_position(done);
    }

    fn notice(&mut self, text: &str) {
        let _ = writeln!(stderr(), "{text}");
    }
}

impl Drop for Teller {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
