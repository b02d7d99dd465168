//! Which folder a board lives in where nobody says, whether one lives there, and whose it is; and what
//! the person's own folder adds to a window.
//! May use `client`, `server`, `store`.

use std::path::{Path, PathBuf, absolute};

use etcetera::BaseStrategy;

use crate::client::{ClientError, capability, themes};
use crate::domain::Lang;
use crate::error::Failure;
use crate::server::{Peer, ServeError};
use crate::store::{self, StoreError};
use crate::wire::{Caller, Place, Wish};

/// The data folder: the one given, else the platform's. It is absolute, so that a server started
/// here finds it from anywhere.
pub(super) fn data(given: Option<PathBuf>, lang: Lang) -> Result<PathBuf, Failure> {
    let folder = if let Some(folder) = given {
        folder
    } else {
        let strategy = etcetera::choose_base_strategy();
        strategy.map_err(|_| Failure::no_home(lang))?.data_dir().join(env!("CARGO_PKG_NAME"))
    };
    absolute(folder).map_err(|error| Failure::system(lang, &error))
}

/// Who opens a window: the terminal, the wish, and with it the person's own themes.
pub(super) fn caller(wish: Wish) -> Caller {
    let own = etcetera::choose_base_strategy().map(|home| home.config_dir().join(env!("CARGO_PKG_NAME")));
    let themes = own.map(|own| themes::read(&own.join("themes"))).unwrap_or_default();
    Caller { terminal: capability::terminal(), wish: Wish { themes, ..wish } }
}

/// Refuses a folder without a board, so that a mistyped one does not become a new board's. Where a
/// socket is, a server knows better.
pub(super) fn must_hold_a_board(place: &Place, lang: Lang) -> Result<(), Failure> {
    if place.socket().exists() {
        return Ok(());
    }
    store::must_hold_a_board(place.data()).map_err(|error| Failure::store(lang, &error))
}

/// Why the server of a folder is not reached: what to do depends on whether a board lives there, and
/// on who may start its server.
pub(super) fn not_reached(place: &Place, lang: Lang, error: &ClientError) -> Failure {
    let data = place.data();
    match error {
        ClientError::CannotStart { source, .. } if holds_none(data) => {
            Failure::cannot_found(lang, data, source)
        }
        ClientError::NoServer(_) if holds_none(data) => {
            Failure::store(lang, &StoreError::NoBoard(data.into()))
        }
        ClientError::CannotStart { .. } | ClientError::NoServer(_) | ClientError::Lost => {
            let failure = Failure::client(lang, error);
            match keeper(data) {
                Some(who) => failure.kept_by(lang, &who, data),
                None => failure,
            }
        }
        _ => Failure::client(lang, error),
    }
}

/// Why a server does not start.
pub(super) fn not_served(place: &Place, lang: Lang, error: &ServeError) -> Failure {
    match error {
        ServeError::Io { path, source } if path.starts_with(place.data()) && holds_none(place.data()) => {
            Failure::cannot_found(lang, place.data(), source)
        }
        _ => Failure::serve(lang, error),
    }
}

fn holds_none(data: &Path) -> bool {
    matches!(store::must_hold_a_board(data), Err(StoreError::NoBoard(_)))
}

/// Whose the folder is, where that is somebody else who alone can start a server in it: nobody but
/// its owner may write there, see `wire::folder`.
pub(super) fn keeper(data: &Path) -> Option<String> {
    let owner = Peer::owner_of(data).ok()?;
    let us = Peer::this();
    (owner.uid != us.uid && !us.is_root()).then_some(owner.login)
}
