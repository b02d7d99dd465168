//! The terminal's modes: raw, alternate screen, bracketed paste; and back as they were, whatever
//! ends us. Uses nothing of the crate.

use std::fs::File;
use std::io::{self, Write};
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::{Mutex, PoisonError};

use nix::poll::{PollFd, PollFlags, PollTimeout, poll};
use nix::sys::termios::{SetArg, Termios, cfmakeraw, tcgetattr, tcsetattr};

const ENTER: &[u8] = b"\x1b[?1049h\x1b[?2004h\x1b[?25l\x1b[2J\x1b[H";
/// Ends a frame that was cut short, then every mode we may have set.
const LEAVE: &[u8] = b"\x1b[?2026l\x1b[0m\x1b[?2004l\x1b[?1049l\x1b[?25h";

/// A terminal that does not take bytes for so long is left without our last words.
const LAST_WORDS_MS: u16 = 200;

/// The terminal of this process. Shared by all threads.
pub(super) struct Tty {
    input: OwnedFd,
    output: File,
    before: Mutex<Termios>,
    ours: AtomicBool,
}

impl Tty {
    /// Takes standard input and output, and remembers how the terminal stands.
    pub(super) fn open() -> io::Result<Self> {
        let output = File::from(io::stdout().as_fd().try_clone_to_owned()?);
        Self::over(io::stdin().as_fd().try_clone_to_owned()?, output)
    }

    /// The terminal at the other end of these two.
    pub(super) fn over(input: OwnedFd, output: File) -> io::Result<Self> {
        let before = Mutex::new(tcgetattr(&input)?);
        Ok(Self { input, output, before, ours: AtomicBool::new(false) })
    }

    /// Makes the terminal ours.
    pub(super) fn enter(&self) -> io::Result<()> {
        let mut raw = self.before();
        cfmakeraw(&mut raw);
        tcsetattr(&self.input, SetArg::TCSANOW, &raw)?;
        self.ours.store(true, SeqCst);
        self.write(ENTER)
    }

    /// Gives the terminal back as it was. Does nothing when it is not ours. It never waits long:
    /// a terminal that takes nothing gets its modes back without the words.
    pub(super) fn leave(&self) {
        if !self.ours.swap(false, SeqCst) {
            return;
        }
        if self.takes_bytes() {
            // The terminal may be gone: then there is nothing to restore.
            let _ = self.write(LEAVE);
        }
        let _ = tcsetattr(&self.input, SetArg::TCSANOW, &self.before());
    }

    /// Writes bytes, all of them.
    pub(super) fn write(&self, bytes: &[u8]) -> io::Result<()> {
        (&self.output).write_all(bytes)
    }

    /// The terminal's input, to watch it.
    pub(super) fn input(&self) -> BorrowedFd<'_> {
        self.input.as_fd()
    }

    /// Whether the terminal is ours at present.
    pub(super) fn is_ours(&self) -> bool {
        self.ours.load(SeqCst)
    }

    fn before(&self) -> Termios {
        self.before.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn takes_bytes(&self) -> bool {
        let mut fds = [PollFd::new(self.output.as_fd(), PollFlags::POLLOUT)];
        let ready = poll(&mut fds, PollTimeout::from(LAST_WORDS_MS)).is_ok();
        ready && fds[0].revents().is_some_and(|events| events.contains(PollFlags::POLLOUT))
    }
}
