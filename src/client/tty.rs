//! The terminal's modes: raw, alternate screen, bracketed paste, title and mouse; and back as they
//! were, whatever ends us. May use `modes`, `probe`, `screen`.

use std::fs::File;
use std::io::{self, Write};
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::{Mutex, MutexGuard, PoisonError, TryLockError};
use std::thread;
use std::time::{Duration, Instant};

use nix::poll::{PollFd, PollFlags, PollTimeout, poll};
use nix::sys::termios::{SetArg, Termios, cfmakeraw, tcgetattr, tcsetattr};

use super::modes::Modes;
use super::probe::Probe;
use super::screen;

/// A terminal that does not take bytes for so long is left without our last words.
const LAST_WORDS: Duration = Duration::from_millis(200);
/// The end of a frame that is being written is looked for so often.
const PAUSE: Duration = Duration::from_millis(2);

/// The terminal of this process. Shared by all threads.
pub(super) struct Tty {
    input: OwnedFd,
    /// Held for each write, so that nothing comes after the words that give the terminal back.
    output: Mutex<File>,
    before: Mutex<Termios>,
    ours: AtomicBool,
    modes: Mutex<Modes>,
    pub(super) probe: Probe,
}

impl Tty {
    /// Takes standard input and output, and remembers how the terminal stands. The modes are those that
    /// it can have.
    pub(super) fn open(modes: Modes) -> io::Result<Self> {
        let output = File::from(io::stdout().as_fd().try_clone_to_owned()?);
        Self::over(io::stdin().as_fd().try_clone_to_owned()?, output, modes)
    }

    /// The terminal at the other end of these two.
    pub(super) fn over(input: OwnedFd, output: File, modes: Modes) -> io::Result<Self> {
        Ok(Self {
            before: Mutex::new(tcgetattr(&input)?),
            input,
            output: Mutex::new(output),
            ours: AtomicBool::new(false),
            modes: Mutex::new(modes),
            probe: Probe::default(),
        })
    }

    /// Makes the terminal ours.
    pub(super) fn enter(&self) -> io::Result<()> {
        let mut raw = self.before();
        cfmakeraw(&mut raw);
        tcsetattr(&self.input, SetArg::TCSANOW, &raw)?;
        self.ours.store(true, SeqCst);
        self.change(|modes| (screen::enter() + &modes.enter()).into_bytes())
    }

    /// Asks how wide the terminal draws signs of ambiguous width. Nobody waits for the answer.
    pub(super) fn ask(&self) -> io::Result<()> {
        self.write(self.probe.question().as_bytes())
    }

    /// Sets the window's title, where there is one.
    pub(super) fn set_title(&self, title: &str) -> io::Result<()> {
        self.change(|modes| modes.set_title(title).into_bytes())
    }

    /// Takes the mouse, or leaves it to the terminal.
    pub(super) fn set_mouse(&self, on: bool) -> io::Result<()> {
        self.change(|modes| modes.set_mouse(on).as_bytes().to_vec())
    }

    /// Changes what is set, and says so to the terminal before anybody else can speak to it: what is
    /// given back is what the terminal was told. Nothing changes where it is not ours any more.
    fn change(&self, change: impl FnOnce(&mut Modes) -> Vec<u8>) -> io::Result<()> {
        let mut output = self.output.lock().unwrap_or_else(PoisonError::into_inner);
        if !self.is_ours() {
            return Ok(());
        }
        let bytes = change(&mut self.modes());
        output.write_all(&bytes)
    }

    /// Gives the terminal back as it was. Does nothing when it is not ours. It never waits long:
    /// a terminal that takes nothing gets its modes back without the words.
    pub(super) fn leave(&self) {
        if !self.ours.swap(false, SeqCst) {
            return;
        }
        if let Some(mut output) = self.last_turn()
            && takes_bytes(&output)
        {
            // The terminal may be gone: then there is nothing to restore.
            let words = screen::end() + &self.modes().leave() + &screen::leave();
            let _ = output.write_all(words.as_bytes());
        }
        let _ = tcsetattr(&self.input, self.last_input(), &self.before());
    }

    /// An answer that is on the way is not to stand behind the shell's prompt: it is waited for a
    /// little, and what has come by then is dropped.
    fn last_input(&self) -> SetArg {
        let begun = Instant::now();
        while self.probe.is_awaited() {
            if begun.elapsed() > LAST_WORDS {
                return SetArg::TCSAFLUSH;
            }
            thread::sleep(PAUSE);
        }
        SetArg::TCSANOW
    }

    fn modes(&self) -> MutexGuard<'_, Modes> {
        self.modes.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes bytes, all of them; none where the terminal is not ours any more.
    pub(super) fn write(&self, bytes: &[u8]) -> io::Result<()> {
        let mut output = self.output.lock().unwrap_or_else(PoisonError::into_inner);
        if self.is_ours() { output.write_all(bytes) } else { Ok(()) }
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

    /// The output, when a frame that is being written has gone out; none where the terminal does
    /// not take it.
    fn last_turn(&self) -> Option<MutexGuard<'_, File>> {
        let begun = Instant::now();
        loop {
            match self.output.try_lock() {
                Ok(output) => return Some(output),
                Err(TryLockError::Poisoned(output)) => return Some(output.into_inner()),
                Err(TryLockError::WouldBlock) if begun.elapsed() < LAST_WORDS => thread::sleep(PAUSE),
                Err(TryLockError::WouldBlock) => return None,
            }
        }
    }
}

fn takes_bytes(output: &File) -> bool {
    let mut fds = [PollFd::new(output.as_fd(), PollFlags::POLLOUT)];
    let limit = PollTimeout::try_from(LAST_WORDS).unwrap_or(PollTimeout::ZERO);
    let ready = poll(&mut fds, limit).is_ok();
    ready && fds[0].revents().is_some_and(|events| events.contains(PollFlags::POLLOUT))
}

#[cfg(test)]
mod tests {
    use std::fs::File;
    use std::io::Read;
    use std::thread;

    use nix::pty::openpty;

    use super::{Modes, Tty, screen};
    use crate::client::clipboard::Between;

    #[test]
    fn nothing_comes_after_the_words_that_give_the_terminal_back() {
        let pty = openpty(None, None).expect("a pty");
        let hold = || pty.slave.try_clone().expect("another hold");
        let tty =
            Tty::over(hold(), File::from(hold()), Modes::of("xterm", Between::Nothing)).expect("a terminal");
        tty.enter().expect("it takes the words");
        let mut seen = Vec::new();
        thread::scope(|scope| {
            let (pty, tty) = (&pty, &tty);
            let reader = scope.spawn(move || {
                let mut from = File::from(pty.master.try_clone().expect("a reader"));
                let mut seen = Vec::new();
                let mut bytes = [0; 4096];
                while !seen.ends_with(b"the end") {
                    let count = from.read(&mut bytes).expect("bytes");
                    seen.extend_from_slice(&bytes[..count]);
                }
                seen
            });
            let drawer = scope.spawn(move || {
                while tty.is_ours() {
                    tty.write(b"a frame").expect("it takes frames");
                    tty.set_title("a").expect("it takes a title");
                    tty.set_mouse(true).expect("it takes the mouse");
                }
                tty.write(b"a late frame").expect("it is dropped");
                tty.set_title("b").expect("it is dropped");
            });
            tty.leave();
            drawer.join().expect("it draws");
            std::io::Write::write_all(&mut File::from(pty.slave.try_clone().expect("a hold")), b"the end")
                .expect("the shell writes");
            seen = reader.join().expect("it reads");
        });
        let shells = seen.strip_suffix(b"the end").expect("the shell's");
        assert!(shells.ends_with(screen::leave().as_bytes()), "{:?}", String::from_utf8_lossy(shells));
        let shells = String::from_utf8_lossy(shells);
        let count = |what| shells.matches(what).count();
        assert_eq!(count("\x1b[22;2t"), count("\x1b[23;2t"), "a title that was kept is given back");
        assert_eq!(count("\x1b[?1000h").min(1), count("\x1b[?1000l"), "so is a mouse that was taken");
    }
}
