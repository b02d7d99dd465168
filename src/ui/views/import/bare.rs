//! What a page says that has no lines. May use `draw`, `page`, `locales`.

use super::draw::Drawn;
use super::page::Page;
use crate::say;

/// Why a page is bare: it is said that `i` imports only where it does.
pub(super) fn nothing_on(page: &Drawn<'_>, open: Page) -> String {
    let lang = page.look.lang;
    let preview = page.preview;
    let can_go = preview.lack().is_none()
        && preview.counts().doing() > 0
        && !(preview.stops && preview.problems() > 0);
    match open {
        Page::Problems if !page.sheet.taken => say!(lang, "preview-left-sheet"),
        Page::Problems if can_go => say!(lang, "preview-nothing-on", page = "problems"),
        Page::Problems => say!(lang, "preview-nothing-on", page = "no-problems"),
        _ => say!(lang, "preview-nothing-on", page = "rows"),
    }
}
