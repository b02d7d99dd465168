//! Holds the thread that reads the terminal while somebody else reads it: an editor. Uses nothing.

use std::io::{self, Read, Write};
use std::os::fd::{AsFd, BorrowedFd};
use std::os::unix::net::UnixStream;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// A reader that does not come to the gate for so long is busy elsewhere, and comes before it reads.
const PATIENCE: Duration = Duration::from_millis(500);

/// See the module.
pub(super) struct Gate {
    state: Mutex<State>,
    changed: Condvar,
    /// A byte is put in at one end where the reader is to come, who watches the other.
    wake: UnixStream,
    wakes: UnixStream,
}

#[derive(Default)]
struct State {
    closed: bool,
    /// The reader stands before it.
    waits: bool,
}

impl Gate {
    /// An open gate.
    ///
    /// # Errors
    /// When the system gives no pipe.
    pub(super) fn new() -> io::Result<Self> {
        let (wake, wakes) = UnixStream::pair()?;
        Ok(Self { state: Mutex::default(), changed: Condvar::new(), wake, wakes })
    }

    /// Closes the gate, and waits until the reader stands before it.
    pub(super) fn close(&self) {
        self.lock().closed = true;
        // The reader takes it before the next can come: the pipe is never full.
        let _ = (&self.wake).write(&[0]);
        let state = self.lock();
        // Whether it came in time is told by nobody: see `PATIENCE`.
        drop(self.changed.wait_timeout_while(state, PATIENCE, |state| !state.waits));
    }

    /// Opens it.
    pub(super) fn open(&self) {
        self.lock().closed = false;
        self.changed.notify_all();
    }

    /// What the reader watches beside what it reads: there are bytes when it is to come.
    pub(super) fn wakes(&self) -> BorrowedFd<'_> {
        self.wakes.as_fd()
    }

    /// Takes the bytes that are there.
    pub(super) fn woken(&self) {
        let _ = (&self.wakes).read(&mut [0; 16]);
    }

    /// What the reader calls before it reads: returns when the gate is open. Whether it was held.
    pub(super) fn pass(&self) -> bool {
        let mut state = self.lock();
        let held = state.closed;
        while state.closed {
            state.waits = true;
            self.changed.notify_all();
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        state.waits = false;
        held
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
    use std::thread;

    use nix::poll::{PollFd, PollFlags, PollTimeout, poll};

    use super::Gate;

    #[test]
    fn a_closed_gate_holds_the_reader_until_it_is_opened() {
        let (gate, read) = (Arc::new(Gate::new().expect("a pipe")), Arc::new(AtomicU32::new(0)));
        let reader = {
            let (gate, read) = (gate.clone(), read.clone());
            thread::spawn(move || {
                let mut held = 0;
                while read.load(SeqCst) < 1_000_000 {
                    held += u32::from(gate.pass());
                    read.fetch_add(1, SeqCst);
                    thread::yield_now();
                }
                held
            })
        };
        while read.load(SeqCst) == 0 {
            thread::yield_now();
        }
        gate.close();
        let held = read.load(SeqCst);
        thread::yield_now();
        assert_eq!(read.load(SeqCst), held);
        read.store(1_000_000, SeqCst);
        let mut woken = [PollFd::new(gate.wakes(), PollFlags::POLLIN)];
        assert_eq!(poll(&mut woken, PollTimeout::ZERO), Ok(1), "a reader that waits elsewhere is woken");
        gate.woken();
        assert_eq!(poll(&mut woken, PollTimeout::ZERO), Ok(0), "once");
        gate.open();
        assert_eq!(reader.join().expect("it reads"), 1, "it was held once, and is told");
    }
}
