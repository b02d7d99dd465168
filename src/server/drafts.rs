//! Half-filled forms of people who lost their window: kept under the login while they are typed, so
//! that neither a cut link nor a killed server loses one. May use `engine`, `store`, `ui::effect`.

use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};

use super::log::log;
use super::presence::Windows;
use crate::engine::Engine;
use crate::store::StoreError;
use crate::ui::Draft;

/// What they are kept under.
const DRAFTS: &str = "drafts";
/// So many are kept for a login; the oldest goes first. More windows than that nobody has open.
const MOST: usize = 8;

/// Which window a form was typed in: its number, in the run of the server that counted it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Origin {
    pub(super) run: u64,
    pub(super) window: u64,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Kept {
    origin: Origin,
    draft: Draft,
}

/// See the module. What is offered to a window is not offered to another one meanwhile.
#[derive(Debug, Default)]
pub(super) struct Drafts(Mutex<Vec<Offered>>);

#[derive(Debug, Clone, Copy)]
struct Offered {
    origin: Origin,
    to: Origin,
}

impl Drafts {
    /// Keeps the form that is open in a window as it is now; none: forgets it.
    ///
    /// # Errors
    /// What the store says: then what was kept before stands.
    pub(super) fn put(
        &self,
        engine: &Engine,
        login: &str,
        origin: Origin,
        draft: Option<Draft>,
    ) -> Result<(), StoreError> {
        // Held until it is written, or another window of this login would write over it.
        let _held = self.lock();
        let mut all = read(engine, login)?;
        all.retain(|kept| kept.origin != origin);
        all.extend(draft.map(|draft| Kept { origin, draft }));
        let surplus = all.len().saturating_sub(MOST);
        write(engine, login, &all[surplus..])
    }

    /// The newest form of a login whose window is gone, for a new window to offer.
    pub(super) fn offer(
        &self,
        engine: &Engine,
        windows: &Windows,
        login: &str,
        to: Origin,
    ) -> Option<(Origin, Draft)> {
        let mut offered = self.lock();
        let lives = |origin: Origin| origin.run == to.run && windows.is_open(origin.window);
        offered.retain(|offer| lives(offer.to));
        let is_free =
            |kept: &Kept| !lives(kept.origin) && !offered.iter().any(|offer| offer.origin == kept.origin);
        let all = read(engine, login).unwrap_or_else(|error| {
            log(format_args!("forms of {login}: {error}"));
            Vec::new()
        });
        let Kept { origin, draft } = all.into_iter().rev().find(is_free)?;
        offered.push(Offered { origin, to });
        Some((origin, draft))
    }

    fn lock(&self) -> MutexGuard<'_, Vec<Offered>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn read(engine: &Engine, login: &str) -> Result<Vec<Kept>, StoreError> {
    let bytes = engine.journal().kept(login, DRAFTS)?;
    // What an earlier version wrote and this one cannot read is as good as nothing.
    Ok(bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default())
}

fn write(engine: &Engine, login: &str, all: &[Kept]) -> Result<(), StoreError> {
    let bytes = Some(all).filter(|all| !all.is_empty()).and_then(|all| serde_json::to_vec(all).ok());
    engine.journal().keep(login, DRAFTS, bytes.as_deref())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use chrono::{TimeZone, Utc};

    use super::{Draft, Drafts, MOST, Origin, Windows};
    use crate::engine::{Engine, FixedClock};
    use crate::store::Store;
    use crate::store::memory::MemoryStore;

    fn engine() -> Engine {
        let now = Utc.with_ymd_and_hms(2026, 6, 30, 8, 0, 0).single().expect("a moment");
        let mut store = MemoryStore::new();
        let (board, _) = store.fill(now.date_naive(), &mut |_| {}).expect("an empty store");
        Engine::start(Box::new(store), board, Arc::new(FixedClock::new(now)), Box::new(|_| {}))
            .expect("a thread")
    }

    fn typed(text: &str) -> Draft {
        Draft {
            action: "new lead".to_owned(),
            id: None,
            texts: vec![("lead.name".to_owned(), text.to_owned())],
        }
    }

    fn offered(drafts: &Drafts, engine: &Engine, windows: &Windows, to: Origin) -> Option<(Origin, String)> {
        let (origin, draft) = drafts.offer(engine, windows, "wang", to)?;
        Some((origin, draft.texts[0].1.clone()))
    }

    #[test]
    fn a_form_is_offered_once_its_window_is_gone_and_to_one_window_at_a_time() {
        let (engine, windows, drafts) = (engine(), Windows::default(), Drafts::default());
        let window = |login: &str| Origin { run: 2, window: windows.open(login) };
        let (first, second, third) = (window("wang"), window("wang"), window("wang"));
        for (origin, text) in [(first, "甲"), (second, "乙")] {
            drafts.put(&engine, "wang", origin, Some(typed(text))).expect("kept");
        }
        // Of an earlier run, in which a window had a number that is given again.
        let killed = Origin { run: 1, window: first.window };
        drafts.put(&engine, "wang", killed, Some(typed("丙"))).expect("kept");
        assert_eq!(offered(&drafts, &engine, &windows, third), Some((killed, "丙".to_owned())));
        let fourth = window("wang");
        assert_eq!(offered(&drafts, &engine, &windows, fourth), None, "two are open, one is offered");
        windows.close(second.window);
        assert_eq!(offered(&drafts, &engine, &windows, fourth), Some((second, "乙".to_owned())));
        // Given up, that one alone is gone; one that was not answered is offered again.
        drafts.put(&engine, "wang", second, None).expect("forgotten");
        windows.close(third.window);
        assert_eq!(offered(&drafts, &engine, &windows, fourth), Some((killed, "丙".to_owned())));
        assert!(drafts.offer(&engine, &windows, "li", fourth).is_none(), "another login's are its own");
        engine.stop();
    }

    #[test]
    fn only_so_many_are_kept() {
        let (engine, windows, drafts) = (engine(), Windows::default(), Drafts::default());
        for window in 0..=MOST as u64 {
            let text = window.to_string();
            drafts.put(&engine, "wang", Origin { run: 1, window }, Some(typed(&text))).expect("kept");
        }
        let mut left = 0;
        while offered(&drafts, &engine, &windows, Origin { run: 2, window: windows.open("wang") }).is_some() {
            left += 1;
        }
        assert_eq!(left, MOST);
        engine.stop();
    }
}
