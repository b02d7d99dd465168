//! Running one command: sends it with its file, prints what comes back. May use `wire`.

use std::io::{self, Write};
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

use indicatif::{ProgressBar, ProgressStyle};

use super::connect::Connection;
use super::error::ClientError;
use super::files::{Sink, Source};
use super::interrupt;
use crate::wire::{Command, ExitReason, Progress, ToClient, ToServer};

/// The stack of a thread that only copies bytes.
const STACK: usize = 128 << 10;

/// Runs a command: its exit code. `input` is sent to it; what it writes goes to `output`, or to
/// standard output. One that reads a file can be taken back with Ctrl-C.
///
/// # Errors
/// What is wrong with the link or a file. A reader that closes standard output early is no error.
pub fn ask(
    mut connection: Connection,
    command: Command,
    input: Option<Source>,
    output: Option<Sink>,
) -> Result<i32, ClientError> {
    connection.send(&ToServer::Command(command))?;
    let (tell, unreadable) = channel();
    if let Some(source) = input {
        let sender = Arc::new(Mutex::new(connection.second()?));
        let canceller = sender.clone();
        // That the link is gone is noticed by the reading side.
        interrupt::first(move || drop(lock(&canceller).send(&ToServer::Cancel)))?;
        // It ends with the process: the answer may come before the file has been read.
        thread::Builder::new().stack_size(STACK).spawn(move || send_file(&sender, source, &tell))?;
    }
    let mut held = Vec::new();
    let code = match print_answer(&mut connection, output, &mut held) {
        // The link was cut because the file could not be read.
        Err(ClientError::Lost) => return Err(unreadable.try_recv().unwrap_or(ClientError::Lost)),
        other => other?,
    };
    held.iter().try_for_each(|text| writeln!(io::stderr(), "{text}"))?;
    Ok(code)
}

/// Runs a command that writes a file: its exit code, and what it says of the file.
///
/// # Errors
/// What is wrong with the link or the file.
pub fn fetch(
    mut connection: Connection,
    command: Command,
    output: Sink,
) -> Result<(i32, Vec<String>), ClientError> {
    connection.send(&ToServer::Command(command))?;
    let mut held = Vec::new();
    let code = print_answer(&mut connection, Some(output), &mut held)?;
    Ok((code, held))
}

/// Runs a command that prints a line: the line.
///
/// # Errors
/// What is wrong with the link, or why the server ended it.
pub fn line(mut connection: Connection, command: Command) -> Result<String, ClientError> {
    connection.send(&ToServer::Command(command))?;
    let mut said = Vec::new();
    loop {
        match connection.receive()? {
            ToClient::Out(bytes) => said.extend(bytes),
            ToClient::Exit(ExitReason::Done(0)) => {
                return Ok(String::from_utf8_lossy(&said).trim_end().to_owned());
            }
            ToClient::Exit(reason) => return Err(ClientError::Ended(reason)),
            _ => {}
        }
    }
}

/// Prints what comes. What is said of a file is true once it is in its place: it is held until then.
fn print_answer(
    connection: &mut Connection,
    mut output: Option<Sink>,
    held: &mut Vec<String>,
) -> Result<i32, ClientError> {
    let mut bar = None;
    loop {
        match connection.receive()? {
            ToClient::Out(bytes) => {
                if let Some(sink) = &mut output {
                    sink.write(&bytes)?;
                    continue;
                }
                clear(&mut bar);
                match print(&bytes) {
                    Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(0),
                    other => other?,
                }
            }
            ToClient::Err(text) if output.is_some() => held.push(text),
            ToClient::Err(text) => {
                let say = || writeln!(io::stderr(), "{text}");
                match &bar {
                    Some(bar) => bar.suspend(say)?,
                    None => say()?,
                }
            }
            ToClient::Progress(progress) => show(&mut bar, progress),
            ToClient::Exit(reason) => {
                clear(&mut bar);
                return end(reason, output);
            }
            _ => {}
        }
    }
}

fn end(reason: ExitReason, output: Option<Sink>) -> Result<i32, ClientError> {
    match reason {
        ExitReason::Done(0) => {
            output.map_or(Ok(()), Sink::finish)?;
            Ok(0)
        }
        ExitReason::Done(code) => Ok(code),
        other => Err(ClientError::Ended(other)),
    }
}

fn print(bytes: &[u8]) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    stdout.write_all(bytes)?;
    stdout.flush()
}

/// A file that cannot be read ends short: cutting the link keeps the server from taking it.
fn send_file(link: &Mutex<Connection>, mut source: Source, tell: &Sender<ClientError>) {
    loop {
        let sent = match source.piece() {
            Ok(Some(piece)) => lock(link).send(&ToServer::File(piece)),
            Ok(None) => {
                // A link that is gone is noticed by the reading side.
                let _ = lock(link).send(&ToServer::FileEnd);
                return;
            }
            Err(error) => {
                // The reading side waits for the cut, and looks here then.
                let _ = tell.send(error);
                lock(link).cut();
                return;
            }
        };
        if sent.is_err() {
            return;
        }
    }
}

/// Two threads speak on the link, each in whole messages.
fn lock(link: &Mutex<Connection>) -> MutexGuard<'_, Connection> {
    link.lock().unwrap_or_else(PoisonError::into_inner)
}

fn show(bar: &mut Option<ProgressBar>, progress: Progress) {
    let Progress { at, done, total } = progress;
    // It draws to standard error, and only where that is a terminal.
    let bar = bar.get_or_insert_with(|| ProgressBar::new(total));
    let template = if total == 0 { "{spinner} {msg} {elapsed}" } else { "{msg} {bar:40} {percent}% {eta}" };
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(style.progress_chars("#>-").tick_chars("|/-\\ "));
    }
    bar.set_message(at);
    bar.set_length(total);
    bar.set_position(done);
    bar.tick();
}

fn clear(bar: &mut Option<ProgressBar>) {
    if let Some(bar) = bar.take() {
        bar.finish_and_clear();
    }
}
