//! What a check found, in words. May use `store`, `locales`.

use crate::domain::Lang;
use crate::say;
use crate::store::verify::Finding;
use crate::ui::text::clean;

/// A finding as a sentence; what to do is the same for all.
#[must_use]
pub fn said(finding: &Finding, lang: Lang) -> String {
    let sentence = match finding {
        Finding::BadLine(place) => say!(lang, "finding-line", place = place.to_string()),
        Finding::TornLine(place) => say!(lang, "finding-torn", place = place.to_string()),
        Finding::BadTransaction(seq, why) => {
            say!(lang, "finding-transaction", seq = *seq, why = why.as_str())
        }
        Finding::MissingTransaction(seq) => say!(lang, "finding-missing", seq = *seq),
        Finding::Differs(id) => say!(lang, "finding-differs", id = id.to_string()),
        Finding::Dangling(id, field, to) => {
            let field = field.spec().label(lang);
            say!(lang, "finding-dangling", id = id.to_string(), field = field, to = to.to_string())
        }
        Finding::Unreadable => say!(lang, "finding-unreadable"),
        Finding::Apart(form, log) => say!(lang, "finding-apart", form = *form, log = *log),
        Finding::BadSnapshot(path, why) => {
            say!(lang, "finding-snapshot", path = path.to_string_lossy().into_owned(), why = why.as_str())
        }
    };
    clean(&sentence).into_owned()
}
