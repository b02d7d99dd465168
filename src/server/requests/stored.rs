//! What a store has to say that does not open, does not write or cannot be read: a sentence and
//! what to do. May use `store`, `locales`.

use std::io;
use std::path::Path;

use super::finding;
use crate::domain::Lang;
use crate::say;
use crate::store::{Damage, StoreError};
use crate::ui::text::clean;

/// What went wrong, in a sentence.
#[must_use]
pub fn sentence(error: &StoreError, lang: Lang) -> String {
    match error {
        StoreError::Full(path) => say!(lang, "store-full", path = shown(path)),
        StoreError::ReadOnly(path) => say!(lang, "store-read-only", path = shown(path)),
        StoreError::Owned(path) => say!(lang, "store-owned", path = shown(path)),
        StoreError::BadLine(place) => {
            say!(lang, "store-bad-line", path = shown(&place.file), line = place.line)
        }
        StoreError::Damaged(what) => say!(lang, "store-damaged", what = damage(what, lang)),
        StoreError::TooNew { path, found, known } => {
            say!(lang, "store-too-new", path = shown(path), found = *found, known = *known)
        }
        StoreError::BadBackup { line, why } => {
            say!(lang, "store-bad-backup", line = *line, why = finding::flaw(*why, lang))
        }
        StoreError::Occupied(path) => say!(lang, "store-occupied", path = shown(path)),
        StoreError::NoBoard(path) => say!(lang, "store-no-board", path = shown(path)),
        StoreError::Snapshot(why) => say!(lang, "store-snapshot", why = sentence(why, lang)),
        StoreError::NotOpen => say!(lang, "store-not-open"),
        StoreError::Internal => say!(lang, "store-internal"),
        StoreError::Io { path, source } => {
            say!(lang, "server-file", path = shown(path), why = reason(source, lang))
        }
    }
}

/// What to do about it.
#[must_use]
pub fn hint(error: &StoreError, lang: Lang) -> String {
    match error {
        StoreError::Full(_) => say!(lang, "store-full-hint"),
        StoreError::ReadOnly(_) | StoreError::Io { .. } => say!(lang, "store-read-only-hint"),
        StoreError::Owned(_) => say!(lang, "server-owned-hint"),
        StoreError::BadLine(_) | StoreError::Damaged(_) => say!(lang, "store-restore-hint"),
        StoreError::TooNew { .. } => say!(lang, "store-too-new-hint"),
        StoreError::BadBackup { .. } => say!(lang, "store-backup-hint"),
        StoreError::Occupied(_) => say!(lang, "store-occupied-hint"),
        StoreError::NoBoard(path) => say!(lang, "store-no-board-hint", path = shown(path)),
        StoreError::Snapshot(why) => hint(why, lang),
        StoreError::NotOpen => say!(lang, "store-not-open-hint"),
        StoreError::Internal => say!(lang, "store-internal-hint"),
    }
}

/// What is wrong with what is stored, as half a sentence.
fn damage(damage: &Damage, lang: Lang) -> String {
    match damage {
        Damage::Database(path) => say!(lang, "damage-database", path = shown(path)),
        Damage::Record(id) => say!(lang, "damage-record", id = id.to_string()),
        Damage::Transaction(seq) => say!(lang, "damage-transaction", seq = *seq),
        Damage::Line(place) => say!(lang, "damage-line", path = shown(&place.file), line = place.line),
        Damage::Contradiction { seq, id } => {
            say!(lang, "damage-contradiction", seq = *seq, id = id.to_string())
        }
        Damage::Gap { at, next } => say!(lang, "damage-gap", at = *at, next = *next),
        Damage::Count { seq, there, said } => {
            say!(lang, "damage-count", seq = *seq, there = *there, said = *said)
        }
    }
}

/// A path fit for a terminal.
#[must_use]
pub fn shown(path: &Path) -> String {
    clean(&path.to_string_lossy()).into_owned()
}

/// Why the system refuses, in the reader's language where it is one of the common reasons.
#[must_use]
pub fn reason(error: &io::Error, lang: Lang) -> String {
    use io::ErrorKind as Kind;
    match error.kind() {
        Kind::NotFound => say!(lang, "why-not-found"),
        Kind::PermissionDenied => say!(lang, "why-denied"),
        Kind::ReadOnlyFilesystem => say!(lang, "why-read-only"),
        Kind::StorageFull | Kind::QuotaExceeded => say!(lang, "why-full"),
        Kind::IsADirectory => say!(lang, "why-folder"),
        Kind::NotADirectory | Kind::AlreadyExists => say!(lang, "why-no-folder"),
        _ => clean(&error.to_string()).into_owned(),
    }
}
