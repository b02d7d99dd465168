//! What is kept of a person's choices, by login and name. May use `house`.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::house::House;
use super::log::log;

impl House {
    /// Keeps a value in the place of the one before.
    pub(super) fn keep<T: Serialize>(&self, login: &str, name: &str, value: &T) {
        let bytes = serde_json::to_vec(value).ok();
        let journal = self.engine().journal();
        let kept = tokio::task::block_in_place(|| journal.keep(login, name, bytes.as_deref()));
        if let Err(error) = kept {
            log(format_args!("{name} of {login}: {error}"));
        }
    }

    /// The value that is kept; none where there is none, or none that can be read.
    pub(super) fn kept<T: DeserializeOwned>(&self, login: &str, name: &str) -> Option<T> {
        let journal = self.engine().journal();
        let bytes = tokio::task::block_in_place(|| journal.kept(login, name)).unwrap_or_else(|error| {
            log(format_args!("{name} of {login}: {error}"));
            None
        });
        // What an earlier version wrote and this one cannot read is as good as nothing.
        serde_json::from_slice(&bytes?).ok()
    }
}
