//! What a store that does not open, or opened with repairs, has to say. May use `store`, `locales`.

use super::{Failure, reason, shown};
use crate::domain::Lang;
use crate::say;
use crate::store::{Opened, StoreError, Suspicion};
use crate::ui::text::clean;

/// Why the store does not open, and what to do.
pub(super) fn failed(lang: Lang, error: &StoreError) -> Failure {
    let restore = || say!(lang, "store-restore-hint");
    match error {
        StoreError::Full(path) => Failure::new(say!(lang, "store-full", path = shown(path))),
        StoreError::ReadOnly(path) => Failure::new(say!(lang, "store-read-only", path = shown(path)))
            .hint(say!(lang, "store-read-only-hint")),
        StoreError::Owned(path) => {
            Failure::new(say!(lang, "store-owned", path = shown(path))).hint(say!(lang, "server-owned-hint"))
        }
        StoreError::BadLine(place) => {
            Failure::new(say!(lang, "store-bad-line", path = shown(&place.file), line = place.line))
                .hint(restore())
        }
        StoreError::Damaged(what) => {
            Failure::new(say!(lang, "store-damaged", what = clean(what).into_owned())).hint(restore())
        }
        StoreError::TooNew { path, found, known } => {
            Failure::new(say!(lang, "store-too-new", path = shown(path), found = *found, known = *known))
        }
        StoreError::BadBackup { line, why } => {
            Failure::new(say!(lang, "store-bad-backup", line = *line, why = clean(why).into_owned()))
        }
        StoreError::Occupied(path) => Failure::new(say!(lang, "store-occupied", path = shown(path))),
        StoreError::Io { path, source } => {
            Failure::new(say!(lang, "server-file", path = shown(path), why = reason(lang, source)))
        }
    }
}

/// What opening a store found and did, in sentences; empty if all was well.
#[must_use]
pub fn opened(lang: Lang, opened: &Opened) -> String {
    let mut said = Vec::new();
    if let Some(rebuilt) = &opened.rebuilt {
        let why = match rebuilt.why {
            Suspicion::Missing => say!(lang, "store-was-missing"),
            Suspicion::Unreadable => say!(lang, "store-was-unreadable"),
            Suspicion::Incomplete => say!(lang, "store-was-incomplete"),
            Suspicion::Disagrees => say!(lang, "store-did-not-agree"),
        };
        said.push(say!(lang, "store-rebuilt", why = why, count = rebuilt.replayed));
        if let Some(aside) = &rebuilt.aside {
            said.push(say!(lang, "store-aside", path = shown(aside)));
        }
    }
    if opened.mended > 0 {
        said.push(say!(lang, "store-mended", count = opened.mended));
    }
    for place in &opened.bad_lines {
        said.push(say!(lang, "store-bad-line", path = shown(&place.file), line = place.line));
    }
    said.join("\n")
}
