//! What the footer says of the keys of a form. May use `pop`, `row`.

use super::row::Row;
use super::{Form, Need};
use crate::domain::Lang;
use crate::ui::hint::Hint;
use crate::ui::key::{Code, Key};
use crate::ui::layers::confirm;

impl Form {
    /// The keys of the place one is in, for the footer.
    #[must_use]
    pub fn hints(&self, lang: Lang) -> Vec<Hint> {
        if self.leaving.is_some() {
            return confirm::hints(lang);
        }
        let mut hints = Vec::new();
        if let Some(pop) = &self.pop {
            hints.extend(pop.hints(lang));
        } else {
            hints.push(Hint::code(lang, Code::Tab, "layer-hint-next"));
            if let Some((key, word)) = self.rows.get(self.at).and_then(Row::opens) {
                hints.push(Hint::key(lang, key, word));
            }
            hints.push(Hint::key(lang, Key::ctrl('s'), "layer-hint-save"));
        }
        for (need, word) in [(Need::Must, "layer-hint-must"), (Need::Warn, "layer-hint-warn")] {
            if self.pop.is_none() && self.rows.iter().any(|row| row.need == need) {
                hints.push(Hint::legend(lang, need.sign(), word));
            }
        }
        hints.push(Hint::code(lang, Code::Esc, "layer-hint-close"));
        hints
    }
}
