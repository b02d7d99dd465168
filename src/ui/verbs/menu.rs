//! The action menu: all that can be done with the record under the cursor, so that arrows, Enter
//! and digits alone reach every step while an input method swallows letters. May use `app`, `layers`.

use super::Purpose;
use crate::domain::Id;
use crate::say;
use crate::ui::action::Action;
use crate::ui::app::App;
use crate::ui::effect::Effect;
use crate::ui::event::Cx;
use crate::ui::keymap::Binding;
use crate::ui::layers::picker::{Item, Picker};
use crate::ui::layers::{Answer, Layer};

/// Lists what can be done with a record.
pub(super) fn open(app: &mut App, id: Id, cx: &Cx<'_>) -> Vec<Effect> {
    let lang = app.look.lang;
    let divisions = cx.board.divisions().len();
    let item = |b: &Binding| Item { label: b.action.help(lang).to_owned(), more: b.shown(divisions) };
    let items = offered(app, cx).map(item).collect();
    let title = say!(lang, "app-menu-title", id = id.to_string(), name = cx.board.title(id));
    app.open(Layer::Picker(Picker::new(title, items, 0)), Purpose::Act);
    Vec::new()
}

/// What the menu offers: to look closer, then what works on the record under the cursor.
fn offered(app: &App, cx: &Cx<'_>) -> impl Iterator<Item = &'static Binding> {
    let closer = app.bindings(cx).filter(|b| b.action == Action::Zoom);
    closer.chain(app.bindings(cx).filter(|b| b.is_of_record()))
}

/// Does what was picked.
pub(super) fn picked(app: &mut App, answer: &Answer, cx: &Cx<'_>) -> Vec<Effect> {
    app.layers.pop();
    let Answer::Picked(place) = answer else { return Vec::new() };
    let chosen = offered(app, cx).nth(*place).map(|binding| binding.action);
    chosen.map_or_else(Vec::new, |action| app.run_action(action, cx))
}
