//! What went wrong, as a sentence in the reader's language, with the command to run where one
//! helps. May use everything below `cli`.

mod store;

use std::fmt;
use std::io;
use std::path::Path;

use crate::board::Board;
use crate::board::founding::CharterError;
use crate::client::ClientError;
use crate::domain::Lang;
use crate::locales::refusal;
use crate::say;
use crate::server::ServeError;
use crate::server::requests::stored::{self, reason, shown};
use crate::store::StoreError;
use crate::ui::text::clean;
use crate::wire::{ExitReason, PROTOCOL, Place};

pub use store::opened;

/// A sentence, and what to do about it where something can be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    sentence: String,
    hint: Option<String>,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence)?;
        self.hint.as_ref().map_or(Ok(()), |hint| write!(f, "\n{hint}"))
    }
}

impl Failure {
    /// A sentence that says all.
    #[must_use]
    pub const fn new(sentence: String) -> Self {
        Self { sentence, hint: None }
    }

    /// The same with what to do.
    #[must_use]
    pub fn hint(mut self, hint: String) -> Self {
        self.hint = Some(hint);
        self
    }

    /// The system refuses something.
    #[must_use]
    pub fn system(lang: Lang, error: &io::Error) -> Self {
        Self::new(say!(lang, "server-system", why = reason(error, lang)))
    }

    /// A file or folder of the person's cannot be used.
    #[must_use]
    pub fn file(lang: Lang, path: &Path, error: &io::Error) -> Self {
        Self::new(say!(lang, "server-file", path = shown(path), why = reason(error, lang)))
    }

    /// A charter file does not read.
    #[must_use]
    pub fn charter(lang: Lang, path: &Path, error: &CharterError) -> Self {
        let why = refusal::charter(error, lang);
        Self::new(say!(lang, "server-charter", path = shown(path), why = why))
    }

    /// There is no home folder to keep a board in.
    #[must_use]
    pub fn no_home(lang: Lang) -> Self {
        Self::new(say!(lang, "server-no-home")).hint(say!(lang, "server-no-home-hint"))
    }

    /// The server takes too long to go or to come.
    #[must_use]
    pub fn slow(lang: Lang, place: &Place) -> Self {
        Self::new(say!(lang, "server-slow")).hint(say!(lang, "server-see-log", path = shown(&place.log())))
    }

    /// A backup is to be restored where a server runs.
    #[must_use]
    pub fn restore_under_server(lang: Lang, place: &Place) -> Self {
        Self::new(say!(lang, "server-in-use", data = shown(place.data()))).hint(say!(
            lang,
            "server-in-use-hint",
            data = shown(place.data())
        ))
    }

    /// A board is to be kept in a folder that others may write to.
    #[must_use]
    pub fn shared(lang: Lang, data: &Path) -> Self {
        let data = || shown(data);
        Self::new(say!(lang, "server-shared", data = data())).hint(say!(
            lang,
            "server-shared-hint",
            data = data()
        ))
    }

    /// There is no board in a folder, and none can be made there.
    #[must_use]
    pub fn cannot_found(lang: Lang, data: &Path, error: &io::Error) -> Self {
        let why = reason(error, lang);
        Self::new(say!(lang, "server-cannot-found", data = shown(data), why = why))
            .hint(say!(lang, "server-cannot-found-hint"))
    }

    /// The same, where nobody but the folder's owner can do something about it.
    #[must_use]
    pub fn kept_by(self, lang: Lang, who: &str, data: &Path) -> Self {
        self.hint(say!(lang, "server-kept-hint", who = clean(who), data = shown(data)))
    }

    /// The client could not do what it was asked.
    #[must_use]
    pub fn client(lang: Lang, error: &ClientError) -> Self {
        match error {
            ClientError::NoServer(data) => {
                Self::new(say!(lang, "server-none", data = shown(data))).hint(say!(lang, "server-none-hint"))
            }
            ClientError::Denied(data) => Self::new(say!(lang, "server-denied", data = shown(data)))
                .hint(say!(lang, "server-denied-hint")),
            ClientError::MayNotStop => Self::new(say!(lang, "server-not-yours")),
            ClientError::OtherProtocol { server } => {
                let hint = if *server < PROTOCOL { "server-other-hint" } else { "server-newer-hint" };
                Self::new(say!(lang, "server-other", server = *server, here = PROTOCOL))
                    .hint(say!(lang, hint))
            }
            ClientError::Shared(data) => Self::shared(lang, data),
            ClientError::CannotStart { data, source } => {
                let why = reason(source, lang);
                Self::new(say!(lang, "server-cannot-start", data = shown(data), why = why))
                    .hint(say!(lang, "server-cannot-start-hint"))
            }
            // The server's own words, in this language already.
            ClientError::NotStarted(said) => Self::new(said.clone()),
            ClientError::Lost => Self::new(say!(lang, "server-lost")).hint(say!(lang, "server-lost-hint")),
            ClientError::Ended(reason) => Self::ended(lang, reason),
            ClientError::NoTerminal => {
                Self::new(say!(lang, "server-no-terminal")).hint(say!(lang, "server-no-terminal-hint"))
            }
            ClientError::Undrawable(term) => {
                let sentence = match term.as_str() {
                    "" => say!(lang, "server-no-term"),
                    term => say!(lang, "server-bare-term", term = term),
                };
                Self::new(sentence).hint(say!(lang, "server-term-hint"))
            }
            ClientError::Exists(path) => Self::new(say!(lang, "server-exists", path = shown(path)))
                .hint(say!(lang, "server-exists-hint")),
            ClientError::Unsound(path) => Self::new(say!(lang, "server-unsound", path = shown(path)))
                .hint(say!(lang, "server-unsound-hint")),
            ClientError::File { path, source } => Self::file(lang, path, source),
            ClientError::Wire(_) => {
                Self::new(say!(lang, "server-garbled")).hint(say!(lang, "server-other-hint"))
            }
            ClientError::Io(error) => Self::system(lang, error),
        }
    }

    /// The server went away while it carried out a change: nobody knows whether before or after.
    pub(crate) fn lost_midway(lang: Lang) -> Self {
        Self::new(say!(lang, "server-lost")).hint(say!(lang, "server-lost-midway"))
    }

    fn ended(lang: Lang, reason: &ExitReason) -> Self {
        match reason {
            ExitReason::Fault => Self::new(say!(lang, "server-fault")).hint(say!(lang, "server-lost-hint")),
            ExitReason::Malformed => {
                Self::new(say!(lang, "server-garbled")).hint(say!(lang, "server-other-hint"))
            }
            ExitReason::Restart => Self::new(say!(lang, "server-restarts")),
            ExitReason::Stopped | ExitReason::Quit | ExitReason::Left | ExitReason::Done(_) => {
                Self::new(say!(lang, "server-ended"))
            }
        }
    }

    /// The store does not open.
    #[must_use]
    pub fn store(lang: Lang, error: &StoreError) -> Self {
        Self::new(stored::sentence(error, lang)).hint(stored::hint(error, lang))
    }

    /// The server does not start.
    #[must_use]
    pub fn serve(lang: Lang, error: &ServeError) -> Self {
        match error {
            ServeError::Owned { data, pid } => {
                Self::new(say!(lang, "server-owned", data = shown(data), pid = clean(pid).into_owned()))
                    .hint(say!(lang, "server-owned-hint"))
            }
            ServeError::NoSuchGroup(name) => Self::new(say!(lang, "server-no-group", name = name.as_str())),
            ServeError::Shared(data) => Self::shared(lang, data),
            ServeError::Closed { data, group } => {
                let (data, group) = (|| shown(data), group.as_str());
                Self::new(say!(lang, "server-closed", data = data(), group = group)).hint(say!(
                    lang,
                    "server-closed-hint",
                    data = data(),
                    group = group
                ))
            }
            ServeError::Store(error) => Self::store(lang, error),
            ServeError::Founding(rejected) => {
                let why = refusal::said(rejected, &Board::default(), lang);
                Self::new(say!(lang, "server-not-founded", why = why))
            }
            ServeError::Io { path, source } => Self::file(lang, path, source),
        }
    }
}
