//! Which folder a board lives in where nobody says. Uses `error`.

use std::path::{PathBuf, absolute};

use etcetera::BaseStrategy;

use crate::domain::Lang;
use crate::error::Failure;

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
