//! Who is attached: every open window with its login. May use `ui::event`.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::board::Board;
use crate::ui::event::Presence;

/// The open windows by number. A number is never given twice: a late end of one window must not
/// end another.
#[derive(Debug, Default)]
pub(super) struct Windows {
    open: Mutex<(u64, BTreeMap<u64, String>)>,
}

impl Windows {
    /// Opens a window: its number.
    pub(super) fn open(&self, login: &str) -> u64 {
        let mut open = self.lock();
        open.0 += 1;
        let number = open.0;
        open.1.insert(number, login.to_owned());
        number
    }

    /// Closes a window.
    pub(super) fn close(&self, number: u64) {
        self.lock().1.remove(&number);
    }

    /// How many are open.
    pub(super) fn count(&self) -> usize {
        self.lock().1.len()
    }

    /// Everybody who is attached as a window sees it: itself first.
    pub(super) fn seen_from(&self, window: u64, board: &Board) -> Vec<Presence> {
        let open = self.lock();
        let mut people: Vec<_> = open
            .1
            .iter()
            .map(|(number, login)| Presence {
                login: login.clone(),
                name: board.person_name(login).to_owned(),
                own: *number == window,
            })
            .collect();
        people.sort_by_key(|presence| !presence.own);
        people
    }

    fn lock(&self) -> MutexGuard<'_, (u64, BTreeMap<u64, String>)> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
