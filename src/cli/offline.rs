//! `backup` and `check`: done by the server where one runs, else here on the data folder
//! itself, so that a board whose server does not start can still be saved. May use `client`, `store`.

use std::io::{BufReader, Write, stderr, stdout};
use std::path::Path;

use super::{Setting, folder as home};
use crate::client::ask::{ask, fetch};
use crate::client::connect::connect;
use crate::client::files::Sink;
use crate::client::{ClientError, Connection, capability};
use crate::error::{self, Failure};
use crate::say;
use crate::server::requests::{backup, finding};
use crate::store::{self, Opened, StoreError};
use crate::wire::{Command, Purpose};

/// A link to the server; none where none runs and the folder is ours to open.
fn running(setting: &Setting) -> Result<Option<Connection>, Failure> {
    match connect(&setting.place, Purpose::Command, &capability::terminal().into()) {
        Ok(connection) => Ok(Some(connection)),
        Err(ClientError::NoServer(_)) if home::keeper(setting.place.data()).is_none() => Ok(None),
        Err(error) => Err(home::not_reached(&setting.place, setting.lang, &error)),
    }
}

fn failed(setting: &Setting, error: &StoreError) -> Failure {
    Failure::store(setting.lang, error)
}

/// Writes the whole board with its history to a file, and says what it holds.
pub(super) fn backup(setting: &Setting, file: &Path, force: bool) -> Result<i32, Failure> {
    let (code, said) = write(setting, file, force)?;
    // Where even this fails there is nobody left to tell.
    let _ = writeln!(stderr(), "{said}");
    Ok(code)
}

/// The same: the exit code, and what there is to say.
pub(super) fn write(setting: &Setting, file: &Path, force: bool) -> Result<(i32, String), Failure> {
    let refused = |error| Failure::client(setting.lang, &error);
    let connection = running(setting)?;
    let sink = Sink::create(file, force).map_err(refused)?;
    let sink = sink.checked(|written| store::backup::verify(BufReader::new(written)).is_ok());
    if let Some(connection) = connection {
        let command = Command::Backup { file: file.to_string_lossy().into_owned() };
        let (code, said) = fetch(connection, command, sink).map_err(refused)?;
        return Ok((code, said.join("\n")));
    }
    let opened = store::backup::backup_folder(setting.place.data(), sink.file(), &mut |_| {});
    let opened = opened.map_err(|error| failed(setting, &error))?;
    tell(setting, &opened);
    sink.finish().map_err(refused)?;
    let said = backup::said(opened.records, opened.seq, &file.to_string_lossy(), setting.lang);
    Ok((0, said))
}

/// Says whether journal, records and references agree: exit code 1 where they do not.
pub(super) fn check(setting: &Setting) -> Result<i32, Failure> {
    if let Some(connection) = running(setting)? {
        let answer = ask(connection, Command::Check { lights: false }, None, None);
        return answer.map_err(|error| Failure::client(setting.lang, &error));
    }
    let report =
        store::verify::check_folder(setting.place.data()).map_err(|error| failed(setting, &error))?;
    for found in &report.findings {
        // Where even this fails there is nobody left to tell.
        let _ = writeln!(stderr(), "{}", finding::said(found, setting.lang));
    }
    if !report.findings.is_empty() {
        let _ = writeln!(stderr(), "{}", finding::hint(setting.lang));
        return Ok(1);
    }
    let agree = say!(setting.lang, "command-agree", seq = report.transactions, records = report.records);
    writeln!(stdout(), "{agree}").map_err(|error| Failure::system(setting.lang, &error))?;
    Ok(0)
}

/// Says what opening the store found and mended.
fn tell(setting: &Setting, opened: &Opened) {
    let said = error::opened(setting.lang, opened);
    if !said.is_empty() {
        // Where even this fails there is nobody left to tell.
        let _ = writeln!(stderr(), "{said}");
    }
}
