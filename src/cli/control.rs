//! Asking, stopping and restarting the server: understood by a server of any version.
//! May use `client`, `locales`.

use std::io::{Write, stdout};
use std::thread;
use std::time::{Duration, Instant};

use chrono::{DateTime, Local};
use clap::Subcommand;

use super::{Setting, folder};
use crate::client::ask::line;
use crate::client::{self, ClientError, capability, connect};
use crate::error::Failure;
use crate::say;
use crate::wire::{Answer, Command, PROTOCOL, Purpose};

/// A server that goes, or comes again, is waited for so long.
const PATIENCE: Duration = Duration::from_secs(20);
/// It is asked so often.
const PAUSE: Duration = Duration::from_millis(20);

/// What to do with the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Subcommand)]
pub(super) enum Control {
    /// Who is there.
    Status,
    /// End it.
    Stop,
    /// Start it anew.
    Restart,
}

/// Carries it out.
pub(super) fn control(setting: &Setting, verb: Control) -> Result<i32, Failure> {
    let failed = |error| folder::not_reached(&setting.place, setting.lang, &error);
    let asked = client::control(&setting.place, Purpose::Probe).map_err(failed)?;
    let said = match verb {
        Control::Status => status(setting, asked),
        Control::Stop => {
            client::control(&setting.place, Purpose::Stop).map_err(failed)?;
            let closed = || setting.place.address().is_ok_and(|address| !address.path().exists());
            wait(setting, |answer| answer.map_or_else(closed, |now| now.since != asked.since))?;
            say!(setting.lang, "server-stopped", pid = asked.pid.to_string())
        }
        Control::Restart => {
            client::control(&setting.place, Purpose::Restart).map_err(failed)?;
            let again = wait(setting, |answer| answer.is_some_and(|now| now.since != asked.since))?;
            let pid = again.map_or(asked.pid, |now| now.pid);
            say!(setting.lang, "server-restarted", pid = pid.to_string())
        }
    };
    writeln!(stdout(), "{said}").map_err(|error| Failure::system(setting.lang, &error))?;
    Ok(0)
}

fn status(setting: &Setting, answer: Answer) -> String {
    let mut lines = vec![say!(
        setting.lang,
        "server-status",
        pid = answer.pid.to_string(),
        since = since(setting, answer),
        windows = answer.windows,
        data = setting.place.data().display().to_string(),
    )];
    lines.push(say!(setting.lang, if answer.stays { "server-stays" } else { "server-leaves" }));
    if answer.protocol != PROTOCOL {
        lines.push(say!(setting.lang, "server-other", server = answer.protocol, here = PROTOCOL));
    }
    lines.join("\n")
}

/// When the server was started, by the office's clock; by this machine's where the server is of
/// another version and cannot be asked.
fn since(setting: &Setting, answer: Answer) -> String {
    let at = i64::try_from(answer.since).unwrap_or(i64::MAX);
    let link = connect(&setting.place, Purpose::Command, &capability::terminal().into());
    link.and_then(|link| line(link, Command::Moment { at })).unwrap_or_else(|_| {
        let at = DateTime::from_timestamp_millis(at).unwrap_or_default();
        at.with_timezone(&Local).format("%Y-%m-%d %H:%M").to_string()
    })
}

/// Asks until the answer is as wanted; none stands for no server.
fn wait(setting: &Setting, wanted: impl Fn(Option<Answer>) -> bool) -> Result<Option<Answer>, Failure> {
    let begun = Instant::now();
    loop {
        let answer = match client::control(&setting.place, Purpose::Probe) {
            Ok(answer) => Some(answer),
            Err(ClientError::NoServer(_) | ClientError::Lost) => None,
            Err(error) => return Err(Failure::client(setting.lang, &error)),
        };
        if wanted(answer) {
            return Ok(answer);
        }
        if begun.elapsed() > PATIENCE {
            return Err(Failure::slow(setting.lang, &setting.place));
        }
        thread::sleep(PAUSE);
    }
}
