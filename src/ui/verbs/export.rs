//! `:export FILE`: what is listed here, written to a file of the person's; how a file's name is typed. May use `app`, `layers`.

use super::Purpose;
use crate::domain::{FieldKey, Glance, Id, Kind};
use crate::say;
use crate::ui::action::Action;
use crate::ui::app::App;
use crate::ui::effect::{Effect, Export, Exported};
use crate::ui::event::Cx;
use crate::ui::keymap;
use crate::ui::layers::confirm::Confirm;
use crate::ui::layers::{Answer, Layer};
use crate::ui::place::Place;
use crate::ui::text::clean;
use crate::ui::views::View;

/// The name of a file without the quotes that shells and terminals put around one.
pub(super) fn bare(name: &str) -> &str {
    let between = |quote: char| name.strip_prefix(quote)?.strip_suffix(quote);
    between('\'').or_else(|| between('"')).filter(|inside| !inside.is_empty()).unwrap_or(name)
}

/// Has what is listed here written to a file.
pub(super) fn write(app: &mut App, path: &str, cx: &Cx<'_>) -> Vec<Effect> {
    let binding = keymap::binding(Action::Export).filter(|binding| binding.is_at(app.place));
    if binding.is_none() {
        app.say(say!(app.look.lang, "app-not-here", what = Action::Export.help(app.look.lang)));
        return Vec::new();
    }
    if app.exporting.is_some() {
        app.say(say!(app.look.lang, "file-busy"));
        return Vec::new();
    }
    let wanted = Export { path: path.to_owned(), force: false, listed: listed(app, cx) };
    app.exporting = Some(wanted.clone());
    app.say(writing(app));
    vec![Effect::Export(Box::new(wanted))]
}

/// That it is being written, and how that is stopped.
fn writing(app: &App) -> String {
    let path = app.exporting.as_ref().map_or("", |wanted| &wanted.path);
    say!(app.look.lang, "file-writing", path = clean(path).into_owned())
}

/// Stops what is being written.
pub(super) fn stop(app: &mut App) -> Vec<Effect> {
    app.say(say!(app.look.lang, "file-stopping"));
    vec![Effect::StopExport]
}

/// What is listed where one is; none where that is no list.
fn listed(app: &mut App, cx: &Cx<'_>) -> Option<(Kind, Vec<Id>)> {
    match app.place {
        Place::Ledger(kind) => app.ledger_mut().map(|ledger| (kind, ledger.listing(cx))),
        Place::Inbox => {
            let kind = app.inbox.lists();
            Some((kind, app.inbox.listing(cx)))
        }
        Place::Targets | Place::Progress | Place::SixOnes | Place::Support | Place::Organisation => {
            let (kind, division) = (app.view().lists(), app.view().division(cx));
            let mut ids = cx.board.ids(kind);
            if let (Some(wanted), Some(key)) = (division, FieldKey::find(kind, "division")) {
                ids.retain(|id| cx.board.glance(*id, key) == Glance::Ref(wanted));
            }
            Some((kind, ids))
        }
        _ => None,
    }
}

/// What became of the file.
pub(in crate::ui) fn came(app: &mut App, what: Exported) -> Vec<Effect> {
    let lang = app.look.lang;
    match what {
        Exported::Far(..) if app.exporting.is_none() => return Vec::new(),
        Exported::Far(done, all) => {
            let percent = (done * 100).checked_div(all).unwrap_or(0);
            app.say(format!("{} {percent}%", writing(app)));
            return Vec::new();
        }
        Exported::Done(told) => app.say(told),
        Exported::Failed(why) => app.fail(why),
        Exported::Exists(path) => {
            app.message = None;
            let question = say!(lang, "file-replace", path = clean(&path).into_owned());
            app.open(Layer::Confirm(Confirm::new(question)), Purpose::Replace);
            return Vec::new();
        }
    }
    app.exporting = None;
    Vec::new()
}

/// Whether the file that is there is written over.
pub(super) fn replaced(app: &mut App, answer: &Answer) -> Vec<Effect> {
    app.layers.pop();
    let wanted = app.exporting.take().filter(|_| *answer == Answer::Yes);
    let Some(wanted) = wanted.map(|wanted| Export { force: true, ..wanted }) else { return Vec::new() };
    app.exporting = Some(wanted.clone());
    app.say(writing(app));
    vec![Effect::Export(Box::new(wanted))]
}
