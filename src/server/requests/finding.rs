//! What a check found, in words. May use `store`, `locales`.

use super::stored::shown;
use crate::domain::Lang;
use crate::say;
use crate::store::Flaw;
use crate::store::verify::Finding;
use crate::ui::text::clean;

/// A finding as a sentence; what to do is the same for all: see `hint`.
#[must_use]
pub fn said(finding: &Finding, lang: Lang) -> String {
    let sentence = match finding {
        Finding::BadLine(place) => say!(lang, "finding-line", path = shown(&place.file), line = place.line),
        Finding::TornLine(place) => say!(lang, "finding-torn", path = shown(&place.file), line = place.line),
        Finding::BadTransaction(seq) => say!(lang, "finding-transaction", seq = *seq),
        Finding::MissingTransaction(seq) => say!(lang, "finding-missing", seq = *seq),
        Finding::Differs(id) => say!(lang, "finding-differs", id = id.to_string()),
        Finding::Dangling(id, field, to) => {
            let field = field.spec().label(lang);
            say!(lang, "finding-dangling", id = id.to_string(), field = field, to = to.to_string())
        }
        Finding::Unreadable => say!(lang, "finding-unreadable"),
        Finding::Apart(form, log) => say!(lang, "finding-apart", form = *form, log = *log),
        Finding::BadSnapshot(path, why) => {
            say!(lang, "finding-snapshot", path = shown(path), why = flaw(*why, lang))
        }
    };
    clean(&sentence).into_owned()
}

/// What to do about what a check found.
#[must_use]
pub fn hint(lang: Lang) -> String {
    say!(lang, "finding-hint")
}

/// What is wrong with a backup or a snapshot, as half a sentence.
#[must_use]
pub fn flaw(flaw: Flaw, lang: Lang) -> String {
    match flaw {
        Flaw::Short => say!(lang, "flaw-short"),
        Flaw::Checksum => say!(lang, "flaw-checksum"),
        Flaw::Foreign => say!(lang, "flaw-foreign"),
        Flaw::Version(version) => say!(lang, "flaw-version", version = version),
        Flaw::Unreadable => say!(lang, "flaw-unreadable"),
    }
}
