//! Who is attached and where: every open window with its login. May use `ui::event`.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::ui::event::{Presence, Stand};

/// The open windows by number.
#[derive(Debug, Default)]
pub(super) struct Windows(Mutex<Open>);

/// See `Windows`. A number is never given twice: a late end of one window must not end another.
#[derive(Debug, Default)]
struct Open {
    last: u64,
    windows: BTreeMap<u64, (String, Stand)>,
    /// How often a window was opened or closed, or went elsewhere.
    turns: u64,
}

/// Everybody who is attached as one window has seen it: itself first.
#[derive(Debug, Default)]
pub(super) struct Attached {
    pub(super) people: Vec<Presence>,
    turns: u64,
}

impl Windows {
    /// Opens a window: its number.
    pub(super) fn open(&self, login: &str) -> u64 {
        let mut open = self.lock();
        open.turns += 1;
        open.last += 1;
        let number = open.last;
        open.windows.insert(number, (login.to_owned(), Stand::default()));
        number
    }

    /// A window is somewhere. True where that is news for the others: a form was opened or closed, of
    /// which they may have one on the same record; or a slide was turned, or is followed. Where else a
    /// window is they see when they next look.
    pub(super) fn stand(&self, number: u64, at: Stand) -> bool {
        let mut open = self.lock();
        let Some((_, here)) = open.windows.get_mut(&number) else { return false };
        let before = std::mem::replace(here, at);
        open.turns += u64::from(before != at);
        Stand { place: at.place, ..before } != at
    }

    /// Closes a window.
    pub(super) fn close(&self, number: u64) {
        let mut open = self.lock();
        open.turns += 1;
        open.windows.remove(&number);
    }

    /// Whether a window is open.
    pub(super) fn is_open(&self, number: u64) -> bool {
        self.lock().windows.contains_key(&number)
    }

    /// How many are open.
    pub(super) fn count(&self) -> usize {
        self.lock().windows.len()
    }

    /// Lets a window see who has come and gone. Most of what windows are woken for is neither, and
    /// with hundreds of them each looking at all the others is no small thing.
    pub(super) fn look(&self, window: u64, attached: &mut Attached) {
        let open = self.lock();
        if attached.turns == open.turns {
            return;
        }
        attached.turns = open.turns;
        let presence = |(number, (login, at)): (&u64, &(String, Stand))| Presence {
            no: *number,
            login: login.clone(),
            own: *number == window,
            at: *at,
        };
        attached.people = open.windows.iter().map(presence).collect();
        attached.people.sort_by_key(|presence| !presence.own);
    }

    fn lock(&self) -> MutexGuard<'_, Open> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::{Attached, Windows};
    use crate::domain::Id;
    use crate::ui::event::Stand;
    use crate::ui::place::Place;

    #[test]
    fn a_form_that_opens_is_news_and_another_view_is_seen_when_one_looks() {
        let windows = Windows::default();
        let (first, second) = (windows.open("wang"), windows.open("li"));
        let mut attached = Attached::default();
        windows.look(second, &mut attached);
        let inbox = Stand { place: Place::Inbox, ..Stand::default() };
        assert!(!windows.stand(first, inbox));
        windows.look(second, &mut attached);
        assert_eq!(attached.people[1].at, inbox);
        let editing = Stand { editing: Some(Id::division(1)), ..inbox };
        assert!(
            windows.stand(first, editing) && !windows.stand(first, editing) && windows.stand(first, inbox)
        );
    }

    #[test]
    fn a_window_sees_itself_first_and_who_comes_and_goes() {
        let windows = Windows::default();
        let (first, second) = (windows.open("wang"), windows.open("li"));
        let mut attached = Attached::default();
        let seen = |attached: &mut Attached, windows: &Windows| {
            windows.look(second, attached);
            let own = |own| if own { ", own" } else { "" };
            attached.people.iter().map(|one| format!("{}{}", one.login, own(one.own))).collect::<Vec<_>>()
        };
        assert_eq!(seen(&mut attached, &windows), ["li, own", "wang"]);
        assert_eq!(seen(&mut attached, &windows), ["li, own", "wang"]);
        windows.close(first);
        assert_eq!(seen(&mut attached, &windows), ["li, own"]);
        assert!(windows.open("zhao") > second);
        assert_eq!(seen(&mut attached, &windows), ["li, own", "zhao"]);
    }
}
