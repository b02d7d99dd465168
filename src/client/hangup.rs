//! Notices that the terminal is gone or that we are told to go, and ends the process at once, whatever
//! the other threads are at: one may wait for the server, or stand before the gate. May use `tty`.

use std::io::{self, Read};
use std::os::fd::AsFd;
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::{process, thread};

use nix::errno::Errno;
use nix::poll::{PollFd, PollFlags, PollTimeout, poll};
use nix::sys::signal::{Signal, raise};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM};
use signal_hook::low_level::pipe;

use super::tty::Tty;

const STACK: usize = 128 << 10;

/// What a shell reports of a process that a signal ended: 128 and the signal's number.
const BY_SIGNAL: i32 = 128;

/// What Rust reports of a process that a panic ended.
const BY_PANIC: i32 = 101;

/// Held by a thread that a window cannot do without: its panic ends the process. The panic's hook
/// has given the terminal back by then.
pub(super) struct Vital;

impl Drop for Vital {
    fn drop(&mut self) {
        if thread::panicking() {
            process::exit(BY_PANIC);
        }
    }
}

/// Starts the watcher. `goes_on` is called after the process was stopped and goes on.
///
/// # Errors
/// When the system gives no thread or pipe.
pub(super) fn watch(tty: Arc<Tty>, goes_on: impl Fn() + Send + 'static) -> io::Result<()> {
    let mut signals = Vec::new();
    for signal in [SIGHUP, SIGTERM, SIGINT, SIGQUIT, SIGCONT] {
        let (read, write) = UnixStream::pair()?;
        pipe::register(signal, write)?;
        signals.push((signal, read));
    }
    thread::Builder::new().name("hangup".to_owned()).stack_size(STACK).spawn(move || {
        let _vital = Vital;
        loop {
            match wait(&tty, &mut signals) {
                // Stopped from outside, it was not given back: the shell has set it to its liking.
                Some(SIGCONT) if tty.is_ours() => {
                    let _ = tty.enter();
                    goes_on();
                }
                // In the hands of an editor these keys are the editor's.
                Some(SIGINT | SIGQUIT) if !tty.is_ours() => {}
                Some(SIGCONT) | None => {}
                Some(signal) => {
                    tty.leave();
                    process::exit(BY_SIGNAL + signal);
                }
            }
        }
    })?;
    Ok(())
}

/// Gives the terminal back, stops the process until the shell lets it go on, and takes the terminal
/// again. Where no shell could let it go on the system does not stop it.
pub(super) fn suspend(tty: &Tty) {
    tty.leave();
    // Raised for this thread, it has stopped the process by the time the call returns.
    let _ = raise(Signal::SIGTSTP);
    // A terminal that cannot be taken again is noticed by the watcher.
    let _ = tty.enter();
}

/// Waits for a signal or the terminal's end, which counts as SIGHUP.
fn wait(tty: &Tty, signals: &mut [(i32, UnixStream)]) -> Option<i32> {
    let mut fds = vec![PollFd::new(tty.input(), PollFlags::empty())];
    fds.extend(signals.iter().map(|(_, pipe)| PollFd::new(pipe.as_fd(), PollFlags::POLLIN)));
    match poll(&mut fds, PollTimeout::NONE) {
        Err(Errno::EINTR) => return None,
        Err(_) => return Some(SIGHUP),
        Ok(_) => {}
    }
    let ready: Vec<bool> =
        fds.iter().map(|fd| fd.revents().is_some_and(|events| !events.is_empty())).collect();
    if ready[0] {
        return Some(SIGHUP);
    }
    let at = ready[1..].iter().position(|ready| *ready)?;
    let (signal, pipe) = &mut signals[at];
    // One byte a signal; what it says does not matter.
    let _ = pipe.read(&mut [0]);
    Some(*signal)
}
