//! Half-filled forms of people who lost their window: kept under the login while they are typed, so
//! that neither a cut link nor a killed server loses one. May use `engine`, `ui::effect`.

use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};

use super::log::log;
use super::presence::Windows;
use crate::engine::Engine;
use crate::ui::Draft;

/// What they are kept under.
const DRAFTS: &str = "drafts";
/// So many are kept for a login; the oldest goes first.
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
    pub(super) fn put(&self, engine: &Engine, login: &str, origin: Origin, draft: Option<Draft>) {
        let held = self.lock();
        let mut all = read(engine, login);
        all.retain(|kept| kept.origin != origin);
        all.extend(draft.map(|draft| Kept { origin, draft }));
        let surplus = all.len().saturating_sub(MOST);
        write(engine, login, &all[surplus..]);
        drop(held);
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
        let Kept { origin, draft } = read(engine, login).into_iter().rev().find(is_free)?;
        offered.push(Offered { origin, to });
        Some((origin, draft))
    }

    fn lock(&self) -> MutexGuard<'_, Vec<Offered>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn read(engine: &Engine, login: &str) -> Vec<Kept> {
    let bytes = engine.journal().kept(login, DRAFTS).unwrap_or_else(|error| {
        log(format_args!("forms of {login}: {error}"));
        None
    });
    // What an earlier version wrote and this one cannot read is as good as nothing.
    bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
}

fn write(engine: &Engine, login: &str, all: &[Kept]) {
    let bytes = Some(all).filter(|all| !all.is_empty()).and_then(|all| serde_json::to_vec(all).ok());
    if let Err(error) = engine.journal().keep(login, DRAFTS, bytes.as_deref()) {
        log(format_args!("forms of {login}: {error}"));
    }
}
