//! Who is attached and where: every open window with its login. May use `ui::event`.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::board::Board;
use crate::ui::event::{Presence, Stand};

/// The open windows by number. A number is never given twice: a late end of one window must not
/// end another.
#[derive(Debug, Default)]
pub(super) struct Windows {
    open: Mutex<Open>,
}

/// The highest number given, and who is where by number.
#[derive(Debug, Default)]
struct Open {
    last: u64,
    windows: BTreeMap<u64, (String, Stand)>,
}

impl Windows {
    /// Opens a window: its number.
    pub(super) fn open(&self, login: &str) -> u64 {
        let mut open = self.lock();
        open.last += 1;
        let number = open.last;
        open.windows.insert(number, (login.to_owned(), Stand::default()));
        number
    }

    /// A window is somewhere. True where it was not there before.
    pub(super) fn stand(&self, number: u64, at: Stand) -> bool {
        let mut open = self.lock();
        let Some((_, before)) = open.windows.get_mut(&number) else { return false };
        std::mem::replace(before, at) != at
    }

    /// Closes a window.
    pub(super) fn close(&self, number: u64) {
        self.lock().windows.remove(&number);
    }

    /// How many are open.
    pub(super) fn count(&self) -> usize {
        self.lock().windows.len()
    }

    /// Everybody who is attached as a window sees it: itself first.
    pub(super) fn seen_from(&self, window: u64, board: &Board) -> Vec<Presence> {
        let open = self.lock();
        let mut people: Vec<_> = open
            .windows
            .iter()
            .map(|(number, (login, at))| Presence {
                login: login.clone(),
                name: board.person_name(login).to_owned(),
                own: *number == window,
                at: *at,
            })
            .collect();
        people.sort_by_key(|presence| !presence.own);
        people
    }

    fn lock(&self) -> MutexGuard<'_, Open> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
