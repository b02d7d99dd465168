//! What a table lists and in which order. The filter is typed on the message line and applied with
//! every key. May use `app`, `widgets`.

use crate::domain::Kind;
use crate::ui::app::{App, Place};
use crate::ui::effect::Effect;
use crate::ui::event::Cx;
use crate::ui::key::{Code, Key};
use crate::ui::widgets::field::Field;

/// Starts typing a filter; on the board it filters the leads.
pub(super) fn open(app: &mut App) -> Vec<Effect> {
    if app.place == Place::History {
        app.finder = Some(Field::new(app.history.typed()));
        return Vec::new();
    }
    if !matches!(app.place, Place::Ledger(_)) {
        super::go::enter(app, Place::Ledger(Kind::Lead));
    }
    let typed = app.ledger().map(|l| l.typed().to_owned()).unwrap_or_default();
    app.finder = Some(Field::new(&typed));
    Vec::new()
}

/// Shows all again.
pub(super) fn clear(app: &mut App) -> Vec<Effect> {
    if app.place == Place::History {
        app.history.filter("");
    }
    if let Some(ledger) = app.ledger_mut() {
        ledger.filter("");
    }
    Vec::new()
}

/// Lists in another order.
pub(super) fn sort(app: &mut App, forward: bool) -> Vec<Effect> {
    if let Some(ledger) = app.ledger_mut() {
        ledger.turn(forward);
    }
    Vec::new()
}

impl App {
    /// A key while the filter is typed: Enter keeps it, Esc drops it, arrows move in the list.
    pub(in crate::ui) fn give_finder(&mut self, key: Key, cx: &Cx<'_>) -> Vec<Effect> {
        match key.code {
            Code::Enter => self.finder = None,
            Code::Esc => {
                self.finder = None;
                return clear(self);
            }
            Code::Up | Code::Down | Code::PageUp | Code::PageDown => {
                if let Some(binding) = crate::ui::keymap::find(key) {
                    return super::run(self, binding.action, key, None, cx);
                }
            }
            _ => {
                if let Some(field) = &mut self.finder {
                    field.key(key);
                }
                self.find_as_typed();
            }
        }
        Vec::new()
    }

    /// Applies what has been typed so far.
    pub(in crate::ui) fn find_as_typed(&mut self) {
        let typed = self.finder.as_ref().map(|f| f.text().to_owned()).unwrap_or_default();
        if self.place == Place::History {
            self.history.filter(&typed);
        } else if let Some(ledger) = self.ledger_mut() {
            ledger.filter(&typed);
        }
    }
}
