//! What a store that opened with repairs has to say. May use `store`, `locales`.

use super::shown;
use crate::domain::Lang;
use crate::say;
use crate::store::{Opened, Suspicion};

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
    if !opened.bad_lines.is_empty() {
        said.push(say!(lang, "store-bad-line-covered"));
    }
    said.join("\n")
}
