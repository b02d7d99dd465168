//! The action menu: all that can be done with the record under the cursor, so that arrows, Enter
//! and digits alone reach every step while an input method swallows letters. May use `app`, `layers`.

use super::{Purpose, request};
use crate::domain::{Id, Kind, Lang};
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
    let item = |b: &Binding| Item { label: word(b.action, id, cx, lang), more: b.shown(divisions) };
    let items = offered(app, cx).into_iter().map(item).collect();
    let title = if is_for_one(app) {
        format!("{id} {}", cx.board.title(id))
    } else {
        say!(lang, "view-marked", count = app.view().marked().len())
    };
    let keys = offered(app, cx).into_iter().map(|binding| binding.keys).collect();
    app.open(Layer::Picker(Picker::new(title, items, 0).with_keys(keys)), Purpose::Act(id));
    Vec::new()
}

/// What an action does; to a request, which step that is.
fn word(action: Action, id: Id, cx: &Cx<'_>, lang: Lang) -> String {
    match action {
        Action::Forward | Action::Backward if id.kind == Kind::Request => {
            let word = request::word(cx.board, id, action == Action::Forward, lang);
            if word.is_empty() { action.help(lang).to_owned() } else { word }
        }
        _ => action.help(lang).to_owned(),
    }
}

/// Whether the one record is meant: nothing is marked, or its detail hides what is.
fn is_for_one(app: &App) -> bool {
    app.view().is_zoomed() || app.view().marked().is_empty()
}

/// What the menu offers: to look closer, then what works on the record; of several that are marked
/// what works on all of them.
fn offered(app: &App, cx: &Cx<'_>) -> Vec<&'static Binding> {
    let one = is_for_one(app);
    let closer = app.bindings(cx).filter(|b| one && b.action == Action::Zoom);
    // A closed request has no step forward.
    let on = app.on(cx).filter(|id| one && id.kind == Kind::Request);
    let has_ended = on.is_some_and(|id| request::goal(cx.board, id, true).is_none());
    let is_idle = |b: &Binding| has_ended && b.action == Action::Forward;
    let fits = |b: &&Binding| {
        b.is_of_record() && !is_idle(b) && (one || super::is_for_all(b.action) || b.action.is_marking())
    };
    closer.chain(app.bindings(cx).filter(fits)).collect()
}

/// Does what was picked.
pub(super) fn picked(app: &mut App, id: Id, answer: &Answer, cx: &Cx<'_>) -> Vec<Effect> {
    app.layers.pop();
    let Answer::Picked(place) = answer else { return Vec::new() };
    if app.on(cx) != Some(id) {
        // Somebody has taken it from under the menu.
        app.fail(say!(app.look.lang, "app-moved-meanwhile", id = id.to_string()));
        return Vec::new();
    }
    let (chosen, alone) = (offered(app, cx).get(*place).map(|binding| binding.action), is_for_one(app));
    chosen.map_or_else(Vec::new, |action| app.run_action(action, alone, cx))
}
