//! Which folder a board lives in where nobody says, and whether one lives there. May use `store`.

use std::path::{PathBuf, absolute};

use etcetera::BaseStrategy;

use crate::domain::Lang;
use crate::error::Failure;
use crate::store;
use crate::wire::Place;

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

/// Refuses a folder without a board, so that a mistyped one does not become a new board's. Where a
/// socket is, a server knows better.
pub(super) fn must_hold_a_board(place: &Place, lang: Lang) -> Result<(), Failure> {
    if place.socket().exists() {
        return Ok(());
    }
    store::must_hold_a_board(place.data()).map_err(|error| Failure::store(lang, &error))
}
