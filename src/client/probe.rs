//! How wide the terminal draws signs of East-Asian ambiguous width. It is asked once, by a report of
//! the cursor, on a screen that is about to be drawn anyway; nobody waits for the answer.
//! Uses nothing of the crate.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// Signs of ambiguous width that the board draws with.
const SIGNS: &str = "─█…·";
/// The cells that they take where each takes one.
const CELLS: u16 = 4;
/// Where they are written. Not in the first row: a report from there may be a function key with a
/// modifier.
const ROW: u16 = 2;
/// An answer that has not come for so long does not come while the terminal is given back.
const PATIENCE: Duration = Duration::from_secs(3);

/// What was asked and what is known.
#[derive(Default)]
pub(super) struct Probe {
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    asked: Option<Instant>,
    wide: Option<bool>,
}

impl Probe {
    /// The bytes that ask. They leave an empty screen, which is never seen otherwise where the
    /// terminal knows synchronized updates.
    pub(super) fn question(&self) -> String {
        self.lock().asked = Some(Instant::now());
        format!("\x1b[?2026h\x1b[{ROW};1H{SIGNS}\x1b[6n\x1b[2J\x1b[H\x1b[?2026l")
    }

    /// Takes a report of the cursor, counted from 1: whether the signs are two cells wide. None where
    /// it answers nothing that was asked.
    pub(super) fn answer(&self, row: u16, column: u16) -> Option<bool> {
        let mut state = self.lock();
        let cells = column.checked_sub(1)?;
        let fits = row == ROW && (CELLS..=CELLS * 3).contains(&cells);
        state.asked.take_if(|_| fits)?;
        state.wide = Some(cells > CELLS);
        state.wide
    }

    /// What the terminal has said; none while it has said nothing.
    pub(super) fn known(&self) -> Option<bool> {
        self.lock().wide
    }

    /// Whether the terminal was asked and has not answered.
    pub(super) fn is_open(&self) -> bool {
        self.lock().asked.is_some()
    }

    /// Whether its answer may still be on the way.
    pub(super) fn is_awaited(&self) -> bool {
        self.lock().asked.is_some_and(|asked| asked.elapsed() < PATIENCE)
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::Probe;

    #[test]
    fn a_report_answers_only_what_was_asked_and_once() {
        let probe = Probe::default();
        assert_eq!(probe.answer(2, 5), None, "nothing was asked");
        assert!(probe.question().contains("─█…·\x1b[6n"));
        assert!(probe.is_open() && probe.is_awaited());
        for (row, column) in [(1, 5), (1, 2), (2, 1), (2, 4), (2, 80), (24, 5)] {
            assert_eq!(probe.answer(row, column), None, "{row} {column}");
        }
        assert_eq!(probe.answer(2, 9), Some(true));
        assert_eq!(probe.answer(2, 5), None, "it was answered");
        assert_eq!(probe.known(), Some(true));
        assert!(!probe.is_open());
    }

    #[test]
    fn signs_of_one_cell_end_in_the_fifth_column() {
        let probe = Probe::default();
        probe.question();
        assert_eq!(probe.answer(2, 5), Some(false));
    }
}
