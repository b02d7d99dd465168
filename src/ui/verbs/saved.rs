//! Filters that are kept: those that come ready-made, and a person's own, which `:filter save` makes
//! and the picker takes away. May use `app`, `layers`, `board::query`.

use super::Purpose;
use super::find;
use crate::board::query::Filter;
use crate::domain::Kind;
use crate::say;
use crate::ui::action::Action;
use crate::ui::app::App;
use crate::ui::effect::{Effect, SavedFilter};
use crate::ui::event::Cx;
use crate::ui::layers::confirm::Confirm;
use crate::ui::layers::picker::{Item, Picker};
use crate::ui::layers::{Answer, Layer};
use crate::ui::place::Place;

/// The ready-made ones: the key of the name, and what is typed in Chinese and in English.
const READY: &[(&str, &str, &str)] = &[
    ("filter-overdue", "逾期", "overdue"),
    ("filter-today", "时限:今天", "due:today"),
    ("filter-week", "时限<7天", "due<7d"),
    ("filter-month", "时限<30天", "due<30d"),
    ("filter-red", "灯:红", "light:red"),
    ("filter-silent", "未更新>30天", "silent>30d"),
    ("filter-platforms", "类:平台", "kind:platform"),
];

/// The filters of a kind as the picker lists them: the ready-made ones that its records can be
/// asked, then the person's own.
fn listed(app: &App, kind: Kind, cx: &Cx<'_>) -> Vec<(String, String)> {
    let lang = app.look.lang;
    let asks = |text: &str| Filter::read(cx.board, kind, text).problems().is_empty();
    let fits = |text: &str| kind != Kind::Unit && kind != Kind::Person && asks(text);
    let ready = READY.iter().map(|(key, zh, en)| (crate::locales::text(lang, key, None), lang.pick(zh, en)));
    let ready = ready.filter(|(_, text)| fits(text)).map(|(name, text)| (name, text.to_owned()));
    ready.chain(own(app, kind).map(|own| (own.name.clone(), own.text.clone()))).collect()
}

fn own(app: &App, kind: Kind) -> impl Iterator<Item = &SavedFilter> {
    app.prefs.filters.iter().filter(move |own| own.kind == kind.code())
}

/// Lists the filters of the table; on the board those of the leads.
pub(super) fn pick(app: &mut App, cx: &Cx<'_>) -> Vec<Effect> {
    if app.view().filtered_by().is_none() || app.place == Place::History {
        super::go::enter(app, app.place.twin().unwrap_or(Place::Ledger(Kind::Lead)));
    }
    let kind = app.view().lists();
    let all = listed(app, kind, cx);
    if all.is_empty() {
        app.say(say!(app.look.lang, "filter-none-saved"));
        return Vec::new();
    }
    let ready = all.len() - own(app, kind).count();
    let item = |(label, more): (String, String)| Item { label, more };
    let items = all.into_iter().map(item).collect();
    let title = Action::SavedFilters.help(app.look.lang).to_owned();
    app.open(Layer::Picker(Picker::new(title, items, 0).removable(ready)), Purpose::Saved);
    Vec::new()
}

/// Filters by what was picked, or asks whether it is to go.
pub(super) fn picked(app: &mut App, answer: &Answer, cx: &Cx<'_>) -> Vec<Effect> {
    app.layers.pop();
    let all = listed(app, app.view().lists(), cx);
    match answer {
        Answer::Picked(place) => {
            if let Some((_, text)) = all.get(*place) {
                app.view_mut().filter_by(text);
            }
        }
        Answer::Removed(place) => {
            if let Some((name, _)) = all.get(*place) {
                let question = say!(app.look.lang, "filter-forget", name = name.as_str());
                app.open(Layer::Confirm(Confirm::new(question)), Purpose::Forget(*place));
            }
        }
        _ => {}
    }
    Vec::new()
}

/// Forgets the filter at a place of the list, if that is what was answered.
pub(super) fn forget(app: &mut App, place: usize, answer: &Answer, cx: &Cx<'_>) -> Vec<Effect> {
    app.layers.pop();
    let kind = app.view().lists();
    let Some((name, _)) = listed(app, kind, cx).into_iter().nth(place).filter(|_| *answer == Answer::Yes)
    else {
        return Vec::new();
    };
    app.prefs.filters.retain(|own| own.kind != kind.code() || own.name != name);
    app.say(say!(app.look.lang, "filter-forgotten", name = name));
    app.keep_prefs()
}

/// `:filter save NAME` keeps what the table is filtered by; `:filter` with any other words filters
/// by the saved filter of that name, or by the words.
pub(super) fn command(app: &mut App, rest: &str, cx: &Cx<'_>) -> Vec<Effect> {
    if let Some(name) = rest.strip_prefix("save ").map(str::trim).filter(|name| !name.is_empty()) {
        return save(app, name);
    }
    find::open(app);
    app.finder = None;
    let all = listed(app, app.view().lists(), cx);
    let text =
        all.into_iter().find(|(name, _)| name == rest).map_or_else(|| rest.to_owned(), |(_, text)| text);
    app.view_mut().filter_by(&text);
    Vec::new()
}

fn save(app: &mut App, name: &str) -> Vec<Effect> {
    let kind = app.view().lists();
    let text = app.view().filtered_by().unwrap_or_default().trim().to_owned();
    if text.is_empty() || app.place == Place::History {
        app.fail(say!(app.look.lang, "filter-nothing-to-save"));
        return Vec::new();
    }
    let saved = SavedFilter { kind: kind.code().to_owned(), name: name.to_owned(), text };
    app.prefs.filters.retain(|own| own.kind != saved.kind || own.name != saved.name);
    app.say(say!(app.look.lang, "filter-saved", name = name, text = saved.text.as_str()));
    app.prefs.filters.push(saved);
    app.keep_prefs()
}
