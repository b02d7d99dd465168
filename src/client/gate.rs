//! Holds the thread that reads the terminal while somebody else reads it: an editor. Uses nothing.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use nix::sys::signal::{Signal, raise};

/// A reader that does not come to the gate for so long is busy elsewhere, and comes before it reads.
const PATIENCE: Duration = Duration::from_millis(500);

/// See the module.
#[derive(Default)]
pub(super) struct Gate {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    closed: bool,
    /// The reader stands before it.
    waits: bool,
}

impl Gate {
    /// Closes the gate, and waits until the reader stands before it.
    pub(super) fn close(&self) {
        self.lock().closed = true;
        // The terminal library waits in a read that only a key or a change of size ends.
        let _ = raise(Signal::SIGWINCH);
        let state = self.lock();
        // Whether it came in time is told by nobody: see `PATIENCE`.
        drop(self.changed.wait_timeout_while(state, PATIENCE, |state| !state.waits));
    }

    /// Opens it.
    pub(super) fn open(&self) {
        self.lock().closed = false;
        self.changed.notify_all();
    }

    /// What the reader calls before it reads: returns when the gate is open.
    pub(super) fn pass(&self) {
        let mut state = self.lock();
        while state.closed {
            state.waits = true;
            self.changed.notify_all();
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        state.waits = false;
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

    use super::Gate;

    #[test]
    fn a_closed_gate_holds_the_reader_until_it_is_opened() {
        let (gate, read) = (Arc::new(Gate::default()), Arc::new(AtomicU32::new(0)));
        let reader = {
            let (gate, read) = (gate.clone(), read.clone());
            thread::spawn(move || {
                while read.load(SeqCst) < 1_000_000 {
                    gate.pass();
                    read.fetch_add(1, SeqCst);
                    thread::yield_now();
                }
            })
        };
        gate.close();
        let held = read.load(SeqCst);
        thread::yield_now();
        assert_eq!(read.load(SeqCst), held);
        read.store(1_000_000, SeqCst);
        gate.open();
        reader.join().expect("it reads");
    }
}
