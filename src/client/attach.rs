//! One window: the terminal made ours, what is typed forwarded, what comes back written, the
//! terminal given back at the end. May use `wire`.

use std::io;
use std::os::unix::net::UnixStream;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::{env, panic, thread};

use super::clipboard::Between;
use super::connect::Connection;
use super::error::ClientError;
use super::gate::Gate;
use super::modes::Modes;
use super::transfers::Transfers;
use super::tty::Tty;
use super::{capability, clipboard, editor, hangup, input, screen};
use crate::wire::{ExitReason, Input, ToClient, ToServer};

const STACK: usize = 256 << 10;

/// The sending half, shared by the threads; another link takes its place after a restart.
type Sender = Arc<Mutex<Connection>>;

/// Opens a window over a link and stays until it ends. After a restart of the server `again` gives
/// the next link. `kept` is given the files of texts that were written in an editor and could not be
/// handed over: the person is to be told of them.
///
/// # Errors
/// `NoTerminal`, `Lost`, `Ended`, and what `again` fails with. The terminal is as it was.
pub fn attach(
    connection: Connection,
    mut again: impl FnMut() -> Result<Connection, ClientError>,
    kept: &mut Vec<PathBuf>,
) -> Result<ExitReason, ClientError> {
    let terminal = capability::terminal();
    let tty = Arc::new(Tty::open(Modes::of(&terminal.term, between())).map_err(|_| ClientError::NoTerminal)?);
    let _guard = Guard::new(tty.clone());
    let sender = Arc::new(Mutex::new(connection.second()?));
    watch(&tty, &sender)?;
    let resizes = input::resizes()?;
    tty.enter()?;
    if terminal.utf8 {
        tty.ask()?;
    }
    let gate = Arc::new(Gate::new()?);
    read_keys(tty.clone(), gate.clone(), sender.clone(), (connection.told(), resizes))?;
    let mut transfers = Transfers::new(sender.clone());
    let mut connection = connection;
    loop {
        match show(&mut connection, &tty, &gate, (&sender, &mut transfers), kept)? {
            reason @ (ExitReason::Quit | ExitReason::Left) => return Ok(reason),
            ExitReason::Restart => {
                // Whether the person wants it now the next server says, and only where they do.
                tty.set_mouse(false)?;
                transfers.forget();
                connection = again()?;
                *lock(&sender) = connection.second()?;
                send(&sender, &afresh())?;
                if let Some(wide) = tty.probe.known() {
                    send(&sender, &ToServer::Input(Input::Ambiguous { wide }))?;
                }
            }
            other => return Err(ClientError::Ended(other)),
        }
    }
}

/// What stands between us and the terminal.
fn between() -> Between {
    Between::of(|name| env::var_os(name).is_some_and(|value| !value.is_empty()))
}

/// Gives the terminal back when the window ends, also by a panic.
struct Guard(Arc<Tty>);

impl Guard {
    fn new(tty: Arc<Tty>) -> Self {
        let before = panic::take_hook();
        let seen = tty.clone();
        panic::set_hook(Box::new(move |info| {
            seen.leave();
            before(info);
        }));
        Self(tty)
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        self.0.leave();
    }
}

fn watch(tty: &Arc<Tty>, sender: &Sender) -> io::Result<()> {
    let sender = sender.clone();
    hangup::watch(tty.clone(), move || {
        // A link that is gone is noticed by the reading side.
        let _ = send(&sender, &afresh());
    })
}

/// Asks for all to be drawn anew, at the size that the terminal has now: while it was not ours
/// nobody told us of another one.
fn afresh() -> ToServer {
    let size = screen::size();
    ToServer::Input(size.map_or(Input::Redraw, |(columns, rows)| Input::Resize(columns, rows)))
}

fn read_keys(
    tty: Arc<Tty>,
    gate: Arc<Gate>,
    sender: Sender,
    sizes: ((u16, u16), UnixStream),
) -> io::Result<()> {
    thread::Builder::new().name("keys".to_owned()).stack_size(STACK).spawn(move || {
        let _vital = hangup::Vital;
        // Its end is that of the terminal, which the watcher sees. A link that is gone is noticed
        // by the reading side, or another is about to take its place.
        let _ = input::forward(&tty, &gate, sizes, |input| {
            let _ = send(&sender, &ToServer::Input(input));
        });
    })?;
    Ok(())
}

/// Shows what one link brings, until it ends.
fn show(
    connection: &mut Connection,
    tty: &Tty,
    gate: &Gate,
    (sender, transfers): (&Sender, &mut Transfers),
    kept: &mut Vec<PathBuf>,
) -> Result<ExitReason, ClientError> {
    let between = between();
    loop {
        match connection.receive()? {
            ToClient::ScreenPart(bytes) => tty.write(&bytes)?,
            ToClient::Screen(bytes) => {
                tty.write(&bytes)?;
                answer(sender, &ToServer::Shown);
            }
            ToClient::Clipboard(text) => tty.write(&clipboard::copy(&text, between))?,
            ToClient::Title(title) => tty.set_title(&title)?,
            ToClient::Mouse(on) => tty.set_mouse(on)?,
            ToClient::Suspend => {
                hangup::suspend(tty);
                answer(sender, &afresh());
            }
            ToClient::Edit(text) => {
                kept.extend(edit(tty, gate, sender, &text));
                answer(sender, &afresh());
            }
            ToClient::Exit(reason) => return Ok(reason),
            ToClient::Read(path) => transfers.read(&path),
            ToClient::Write { path, force } => transfers.write(&path, force),
            ToClient::Out(bytes) => transfers.out(&bytes),
            ToClient::OutEnd => transfers.out_end(),
            ToClient::StopFile => transfers.stop(),
            ToClient::Names(begin) => transfers.names(&begin),
            ToClient::Err(_) | ToClient::Progress(..) => {}
        }
    }
}

/// Lends the terminal to the person's editor and hands its text over. Where that cannot be, the file
/// that it stands in, if anything was written.
fn edit(tty: &Tty, gate: &Gate, sender: &Sender, text: &str) -> Option<PathBuf> {
    gate.close();
    tty.leave();
    let edited = editor::edit(text).ok();
    // A terminal that cannot be taken again is noticed by the watcher.
    let _ = tty.enter();
    gate.open();
    let written = edited.as_ref().and_then(|edited| edited.text.clone());
    let is_read = written.is_some();
    let sent = send(sender, &ToServer::Input(Input::Edited(written)));
    edited.filter(|_| !is_read || sent.is_err())?.keep()
}

/// Sends what the server waits for. A server that has just ended the conversation does not hear it,
/// but its last words may still have to be read; a link that is gone is noticed there.
fn answer(sender: &Sender, message: &ToServer) {
    let _ = send(sender, message);
}

fn send(sender: &Sender, message: &ToServer) -> Result<(), ClientError> {
    lock(sender).send(message)
}

fn lock(sender: &Sender) -> std::sync::MutexGuard<'_, Connection> {
    sender.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use std::fs::File;
    use std::io::Read;
    use std::sync::Arc;
    use std::thread;

    use nix::pty::openpty;
    use nix::sys::termios::tcgetattr;

    use super::{Between, Guard, Modes, Tty};

    #[test]
    fn a_panic_of_any_thread_gives_the_terminal_back() {
        let pty = openpty(None, None).expect("a pty");
        let before = tcgetattr(&pty.slave).expect("a terminal");
        let output = File::from(pty.slave.try_clone().expect("a second hold"));
        let hold = pty.slave.try_clone().expect("a third");
        let tty =
            Arc::new(Tty::over(hold, output, Modes::of("xterm", Between::Nothing)).expect("a terminal"));
        let guard = Guard::new(tty.clone());
        tty.enter().expect("it takes the words");
        tty.set_title("挂图").expect("it takes a title");
        tty.set_mouse(true).expect("it takes the mouse");
        assert_ne!(tcgetattr(&pty.slave).expect("a terminal"), before);
        assert!(thread::spawn(|| panic!("on purpose")).join().is_err());
        // The hook has done it: the guard is held still.
        assert_eq!(tcgetattr(&pty.slave).expect("a terminal"), before);
        let mut words = [0; 512];
        let count = File::from(pty.master).read(&mut words).expect("words");
        let words = String::from_utf8_lossy(&words[..count]);
        let (_, last) = words.split_once("\x1b[?1006h").expect("the mouse");
        let all = "\x1b[?2026l\x1b[0m\x1b[?1006l\x1b[?1000l\x1b]2;\x07\x1b[23;2t";
        assert_eq!(last, format!("{all}\x1b[?2004l\x1b[2J\x1b[1;1H\x1b[?1049l\x1b[?25h"));
        drop(guard);
    }
}
