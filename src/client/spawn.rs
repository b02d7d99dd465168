//! Starting a server where none answers, as tmux does: a process of its own session that outlives
//! us. It says through its standard output when it is ready, or in a sentence why it is not.
//! May use `wire`.

use std::ffi::OsString;
use std::fs::{DirBuilder, File, OpenOptions};
use std::io::{self, Read};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::connect::{Connection, connect};
use super::error::ClientError;
use crate::wire::{Place, Purpose, Terminal};

/// How a server is started.
#[derive(Debug, Clone)]
pub struct Start {
    /// The program.
    pub program: PathBuf,
    /// Its arguments.
    pub arguments: Vec<OsString>,
}

/// Connects to the server of a place, starting one where none answers. Of several clients that
/// come at the same moment one starts it and the others wait.
///
/// # Errors
/// `NotStarted` with the server's own sentence, and as for `connect`.
pub fn connect_or_start(
    place: &Place,
    purpose: Purpose,
    terminal: &Terminal,
    start: &Start,
) -> Result<Connection, ClientError> {
    match connect(place, purpose, terminal) {
        Err(ClientError::NoServer(_)) => {}
        other => return other,
    }
    let folder = place.data();
    DirBuilder::new().recursive(true).mode(0o700).create(folder).map_err(|e| ClientError::file(folder, e))?;
    // Held until the server answers.
    let _turn = lock(&place.start_lock())?;
    match connect(place, purpose, terminal) {
        Err(ClientError::NoServer(_)) => {}
        other => return other,
    }
    launch(place, start)?;
    connect(place, purpose, terminal)
}

fn lock(path: &Path) -> Result<File, ClientError> {
    let open = || {
        let file = OpenOptions::new().create(true).append(true).mode(0o600).open(path)?;
        file.lock()?;
        Ok(file)
    };
    open().map_err(|error: io::Error| ClientError::file(path, error))
}

/// Starts the server and waits until it is ready: its standard output ends then.
fn launch(place: &Place, start: &Start) -> Result<(), ClientError> {
    let path = place.log();
    let log = OpenOptions::new()
        .create(true)
        .append(true)
        .mode(0o600)
        .open(&path)
        .map_err(|error| ClientError::file(&path, error))?;
    let mut child = Command::new(&start.program)
        .args(&start.arguments)
        // The library that writes colours asks this once a process; a server has many terminals.
        .env_remove("NO_COLOR")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(log)
        .spawn()?;
    let mut said = String::new();
    if let Some(mut words) = child.stdout.take() {
        words.read_to_string(&mut said)?;
    }
    match said.trim() {
        "" => {}
        why => return Err(ClientError::NotStarted(why.to_owned())),
    }
    match child.try_wait()? {
        Some(_) => Err(ClientError::NoServer(place.data().to_owned())),
        None => Ok(()),
    }
}
