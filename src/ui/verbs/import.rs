//! The keys of an import's preview: how it begins and ends, and where each key leads; what can be chosen
//! is in `choose`. May use `app`, `layers`, `views::import`.

mod choose;

pub(super) use choose::answered;
use choose::{ask, ask_for_saved, ask_to_go, ask_what_lacks, leave_out};

use std::sync::Arc;

use super::{Asked, Purpose, go, looks};
use crate::domain::Lang;
use crate::say;
use crate::ui::action::Action;
use crate::ui::app::{App, Waiting};
use crate::ui::effect::Effect;
use crate::ui::event::Cx;
use crate::ui::key::Key;
use crate::ui::keymap;
use crate::ui::layers::Layer;
use crate::ui::layers::confirm::Confirm;
use crate::ui::layers::palette::Command;
use crate::ui::place::Place;
use crate::ui::text::clean;
use crate::ui::views::View;
use crate::ui::views::import::model::{Came, Order, Preview};
use crate::ui::views::import::{ImportView, Page, Setting, Stage, summed};

/// The command with the file that follows it.
pub(super) fn commands(app: &App, _: &Cx<'_>) -> Vec<Command> {
    let lang = app.look.lang;
    let other = if lang == Lang::Zh { Lang::En } else { Lang::Zh };
    let command = |action: Action| {
        let command = Command::new(action.code(), action.help(lang), action.help(other));
        if action == Action::SaveMapping { command.with_words() } else { command.with_file() }
    };
    let is_there = |action: &Action| keymap::binding(*action).is_some_and(|binding| binding.is_at(app.place));
    let all = [Action::Import, Action::Export, Action::SaveMapping].into_iter();
    all.filter(is_there).map(command).collect()
}

/// Asks for the file on the command line.
pub(super) fn ask_for(app: &mut App, action: Action, cx: &Cx<'_>) -> Vec<Effect> {
    let code = action.code();
    app.say(say!(app.look.lang, "file-which", command = code));
    looks::command_line_with(app, &format!("{code} "), cx)
}

/// `:import FILE`: has it read, and shows what it would do.
pub(super) fn open(app: &mut App, path: &str, cx: &Cx<'_>) -> Vec<Effect> {
    let refused = keymap::binding(Action::Import).is_none_or(|binding| app.refuses(binding, None, cx));
    if refused {
        return Vec::new();
    }
    if app.place == Place::Import || app.exporting.is_some() {
        app.say(say!(app.look.lang, "file-busy"));
        return Vec::new();
    }
    begin(app, path, false)
}

fn begin(app: &mut App, path: &str, from_shell: bool) -> Vec<Effect> {
    app.import.begin(path, from_shell);
    go::enter(app, Place::Import);
    vec![Effect::Import(Order::Read(path.to_owned()))]
}

/// Something of an import has come.
pub(in crate::ui) fn came(app: &mut App, came: Came, cx: &Cx<'_>) -> Vec<Effect> {
    if let Came::Wished(path) = came {
        let refused = keymap::binding(Action::Import).is_none_or(|binding| app.refuses(binding, None, cx));
        return if refused { vec![Effect::Import(Order::Close)] } else { begin(app, &path, true) };
    }
    if app.import.stage() == Stage::Closed {
        return Vec::new();
    }
    match came {
        Came::Wished(_) => {}
        Came::Reading(done, total) => app.import.put_stage(Stage::Reading(done, total)),
        Came::Planning(done, total) => app.import.put_stage(Stage::Planning(done, total)),
        Came::Writing => app.import.put_stage(Stage::Writing),
        Came::Ready(preview) => take(app, preview),
        Came::Again(preview) => {
            take(app, preview);
            app.fail(say!(app.look.lang, "preview-again-since"));
        }
        Came::Told(Ok(said)) => app.say(said),
        Came::Told(Err(why)) => app.fail(why),
        Came::Failed(why) => {
            let effects = close(app, cx);
            app.fail(why);
            return effects;
        }
    }
    Vec::new()
}

/// Takes what was planned. A list that was opened of something else is closed: what stands at a place of
/// it may be another thing by now.
fn take(app: &mut App, preview: Arc<Preview>) {
    let of = |view: &ImportView| view.sheet().map(|sheet| (sheet.kind, sheet.fitting.clone()));
    let before = of(&app.import);
    app.waiting.retain(|_, waiting| *waiting != Waiting::Import);
    app.import.take(preview);
    if before.is_some() && of(&app.import) != before {
        let is_of_lists =
            |purpose| matches!(purpose, Purpose::Import(Asked::Target | Asked::Saved | Asked::Row));
        app.layers.retain(|open| !is_of_lists(open.purpose));
    }
}

/// Goes back to where one was before, and asks what was put off.
fn close(app: &mut App, cx: &Cx<'_>) -> Vec<Effect> {
    app.import = ImportView::default();
    app.layers.retain(|open| !matches!(open.purpose, Purpose::Import(_)));
    if app.place == Place::Import {
        app.place = app.trail.pop().unwrap_or_default();
    }
    let mut effects = vec![Effect::Import(Order::Close)];
    if let Some(draft) = app.put_off.take() {
        effects.extend(app.offer_draft(draft, cx));
    }
    effects
}

/// Leaves it: nothing was changed.
pub(super) fn leave(app: &mut App, cx: &Cx<'_>) -> Vec<Effect> {
    if app.import.is_from_shell() {
        // What was put off is offered to the next window.
        app.put_off = None;
        let mut effects = close(app, cx);
        effects.push(Effect::GiveUp);
        return effects;
    }
    let effects = close(app, cx);
    app.say(say!(app.look.lang, "preview-left"));
    effects
}

/// What was planned is done: the preview is closed, and it is said what was done and how it is taken back.
pub(super) fn done(app: &mut App, cx: &Cx<'_>) -> Vec<Effect> {
    let lang = app.look.lang;
    let words = app.import.preview().map(|preview| {
        let (file, what) = (clean(&preview.file).into_owned(), summed(preview.counts(), lang));
        say!(lang, "app-done-undo", done = say!(lang, "preview-done", file = file, what = what))
    });
    let effects = close(app, cx);
    app.say(words.unwrap_or_default());
    effects
}

/// Does an action of the preview; none where it is one of everywhere.
pub(super) fn run(app: &mut App, action: Action, key: Key, cx: &Cx<'_>) -> Option<Vec<Effect>> {
    if app.import.stage() == Stage::Writing && !matches!(action, Action::Help | Action::Redraw | Action::Quit)
    {
        app.say(say!(app.look.lang, "import-writing"));
        return Some(Vec::new());
    }
    Some(match action {
        Action::Back | Action::Leave if !app.import.back() => ask_to_leave(app, cx),
        Action::Back | Action::Leave => Vec::new(),
        Action::Quit if app.import.is_from_shell() && app.import.stage() != Stage::Writing => leave(app, cx),
        _ if app.import.is_empty() => return is_own(action).then(Vec::new),
        Action::Open => enter(app, cx),
        Action::ImportPage => {
            let place = super::digit(key).and_then(|digit| usize::try_from(digit).ok()?.checked_sub(1));
            if let Some(page) = place.and_then(|place| Page::ALL.get(place)) {
                app.import.turn_to(*page);
            }
            Vec::new()
        }
        Action::NextSheet | Action::PreviousSheet => {
            app.import.turn_sheet(action == Action::PreviousSheet);
            Vec::new()
        }
        Action::RowFate if app.import.page() == Page::Rows => ask(app, Asked::Row, cx),
        Action::LeaveOut | Action::RowFate => leave_out(app, cx),
        Action::NextDouble => {
            app.import.go_to_double();
            Vec::new()
        }
        Action::SaveMapping => ask_for(app, Action::SaveMapping, cx),
        Action::SavedMappings => ask_for_saved(app, cx),
        Action::ImportMode => ask(app, Asked::Mode, cx),
        Action::ImportKind => ask(app, Asked::Kind, cx),
        Action::Answer => ask_what_lacks(app, cx),
        Action::DoImport => ask_to_go(app),
        _ => return None,
    })
}

const fn is_own(action: Action) -> bool {
    matches!(
        action,
        Action::Open
            | Action::ImportPage
            | Action::NextSheet
            | Action::PreviousSheet
            | Action::LeaveOut
            | Action::RowFate
            | Action::NextDouble
            | Action::SaveMapping
            | Action::SavedMappings
            | Action::ImportMode
            | Action::ImportKind
            | Action::Answer
            | Action::DoImport
    )
}

/// Leaves it, after a question where something was changed by hand.
fn ask_to_leave(app: &mut App, cx: &Cx<'_>) -> Vec<Effect> {
    if !app.import.is_touched() {
        return leave(app, cx);
    }
    let question = say!(app.look.lang, "preview-leave");
    app.open(Layer::Confirm(Confirm::new(question)), Purpose::Import(Asked::Leave));
    Vec::new()
}

/// Enter: another field for a column, the cells of a row, another choice, or to do it.
fn enter(app: &mut App, cx: &Cx<'_>) -> Vec<Effect> {
    if app.import.is_row_open() {
        return Vec::new();
    }
    match (app.import.page(), app.import.setting()) {
        (Page::Mapping, _) => ask(app, Asked::Target, cx),
        (Page::Problems | Page::Rows, _) => {
            app.import.open_row();
            Vec::new()
        }
        (Page::Settings, Some(setting)) => match setting {
            Setting::Sheet(_) => leave_out(app, cx),
            Setting::Kind => ask(app, Asked::Kind, cx),
            Setting::Mode => ask(app, Asked::Mode, cx),
            Setting::Matching => ask(app, Asked::Matching, cx),
            Setting::Unit => ask(app, Asked::Unit, cx),
            Setting::Order => ask(app, Asked::Order, cx),
            Setting::Division => ask(app, Asked::Division, cx),
            Setting::Go => ask_to_go(app),
        },
        (Page::Settings, None) => Vec::new(),
    }
}

/// Keeps what was chosen for the sheet under a name.
pub(super) fn keep(app: &mut App, name: &str) -> Vec<Effect> {
    if app.place != Place::Import || app.import.is_empty() {
        app.say(say!(app.look.lang, "app-not-here", what = Action::SaveMapping.help(app.look.lang)));
        return Vec::new();
    }
    vec![Effect::Import(Order::Keep(app.import.sheet_place(), name.to_owned()))]
}

impl App {
    /// Whether an action has nothing to do where one is in the preview.
    pub(in crate::ui) fn is_idle_in_import(&self, action: Action) -> bool {
        let view = &self.import;
        let lacks = view.preview().is_some_and(|preview| preview.lack().is_some());
        let sheets = view.preview().map_or(0, |preview| preview.sheets.len());
        match action {
            Action::Leave | Action::Help => false,
            _ if view.is_empty() => true,
            Action::Open | Action::LeaveOut | Action::RowFate if view.is_bare() => true,
            Action::Open => view.is_row_open(),
            Action::Answer => !lacks,
            Action::DoImport => lacks || view.preview().is_none_or(|preview| preview.counts().doing() == 0),
            Action::LeaveOut => !matches!(view.page(), Page::Mapping | Page::Rows) || view.is_row_open(),
            Action::RowFate => view.page() != Page::Rows || view.is_row_open(),
            Action::NextDouble => view.preview().is_none_or(|preview| preview.counts().doubles == 0),
            Action::SavedMappings => view.sheet().is_none_or(|sheet| sheet.fitting.is_empty()),
            Action::SaveMapping => !view.is_touched(),
            Action::ImportMode => view.preview().is_none_or(|preview| preview.modes.len() < 2),
            Action::ImportKind => view.preview().is_none_or(|preview| preview.kinds.len() < 2),
            Action::NextSheet => sheets < 2,
            _ => false,
        }
    }
}
