//! The keys of an import's preview: another field for a column, what is left out, what lacks, and to do
//! it. Every choice has it planned anew. May use `app`, `layers`, `views::import`.

use super::{Asked, Purpose, go, looks};
use crate::domain::{ChoiceOption, Id, Lang};
use crate::say;
use crate::ui::action::Action;
use crate::ui::app::{App, Waiting};
use crate::ui::effect::Effect;
use crate::ui::event::Cx;
use crate::ui::key::Key;
use crate::ui::keymap;
use crate::ui::layers::confirm::Confirm;
use crate::ui::layers::palette::Command;
use crate::ui::layers::picker::{Item, Picker};
use crate::ui::layers::{Answer, Layer};
use crate::ui::place::Place;
use crate::ui::show;
use crate::ui::views::View;
use crate::ui::views::import::model::{Came, Choices, Lack, Order, Say};
use crate::ui::views::import::{Page, Setting, Stage, UNITS, summed, target};

/// The command with the file that follows it.
pub(super) fn commands(app: &App, _: &Cx<'_>) -> Vec<Command> {
    let lang = app.look.lang;
    let other = if lang == Lang::Zh { Lang::En } else { Lang::Zh };
    let command = |action: Action| Command::new(action.code(), action.help(lang), action.help(other)).with_words();
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
        Came::Ready(preview) => app.import.take(preview),
        Came::Again(preview) => {
            app.waiting.retain(|_, waiting| *waiting != Waiting::Import);
            app.import.take(preview);
            app.fail(say!(app.look.lang, "import-again-since"));
        }
        Came::Told(Ok(said)) => app.say(said),
        Came::Told(Err(why)) => app.fail(why),
        Came::Failed(why) => {
            close(app);
            app.fail(why);
        }
    }
    Vec::new()
}

/// Goes back to where one was before.
fn close(app: &mut App) {
    app.import = Default::default();
    app.layers.retain(|open| !matches!(open.purpose, Purpose::Import(_)));
    if app.place == Place::Import {
        app.place = app.trail.pop().unwrap_or_default();
    }
}

/// Leaves it: nothing was changed.
fn leave(app: &mut App) -> Vec<Effect> {
    let from_shell = app.import.is_from_shell();
    close(app);
    if from_shell {
        return vec![Effect::Import(Order::Close), Effect::GiveUp];
    }
    app.say(say!(app.look.lang, "import-left"));
    vec![Effect::Import(Order::Close)]
}

/// What was planned is done: the preview is closed, and what it was says how it is taken back.
pub(super) fn done(app: &mut App, is_done: bool) {
    if is_done {
        close(app);
    } else {
        app.import.put_stage(Stage::Ready);
    }
}

/// Does an action of the preview; none where it is one of everywhere.
pub(super) fn run(app: &mut App, action: Action, key: Key, cx: &Cx<'_>) -> Option<Vec<Effect>> {
    if app.import.stage() == Stage::Writing && !matches!(action, Action::Help | Action::Redraw | Action::Quit) {
        app.say(say!(app.look.lang, "import-writing"));
        return Some(Vec::new());
    }
    Some(match action {
        Action::Back | Action::Leave if !app.import.back() => ask_to_leave(app),
        Action::Back | Action::Leave => Vec::new(),
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
        Action::LeaveOut => leave_out(app, cx),
        Action::RowFate if app.import.page() == Page::Rows => ask(app, Asked::Row, cx),
        Action::RowFate => leave_out(app, cx),
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
fn ask_to_leave(app: &mut App) -> Vec<Effect> {
    if !app.import.is_touched() {
        return leave(app);
    }
    let question = say!(app.look.lang, "import-leave");
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

/// What is asked first of what lacks.
fn ask_what_lacks(app: &mut App, cx: &Cx<'_>) -> Vec<Effect> {
    let lacks = app.import.sheet().map(|sheet| sheet.lacks.as_slice()).unwrap_or_default();
    match lacks.first() {
        Some(Lack::Unit(..)) => ask(app, Asked::Unit, cx),
        Some(Lack::Order(..)) => ask(app, Asked::Order, cx),
        None => {
            app.say(say!(app.look.lang, "import-lacks-nothing"));
            Vec::new()
        }
    }
}

/// Asks whether it is to be done, with its numbers.
fn ask_to_go(app: &mut App) -> Vec<Effect> {
    let lang = app.look.lang;
    let Some(preview) = app.import.preview().filter(|_| app.import.stage() == Stage::Ready) else {
        app.say(say!(lang, "import-planning"));
        return Vec::new();
    };
    let counts = preview.counts();
    if preview.lacks() {
        app.fail(say!(lang, "import-lacks"));
    } else if counts.doing() == 0 {
        app.say(say!(lang, "import-nothing-to-do"));
    } else {
        let question = say!(
            lang,
            "import-sure",
            file = crate::ui::text::clean(&preview.file).into_owned(),
            what = summed(counts, lang)
        );
        app.open(Layer::Confirm(Confirm::new(question)), Purpose::Import(Asked::Go));
    }
    Vec::new()
}

/// Leaves out what is under the cursor, or takes it again.
fn leave_out(app: &mut App, cx: &Cx<'_>) -> Vec<Effect> {
    let view = &mut app.import;
    let choices = match (view.page(), view.setting()) {
        (Page::Mapping, _) => view.column().cloned().map(|column| {
            let goes = view.restored(&column);
            view.choose_here(|here| {
                here.columns.insert(column.header.clone(), goes);
            })
        }),
        (Page::Rows, _) => {
            let row = view.sheet().filter(|sheet| view.row_at() < sheet.rows.len());
            let number = row.map(|sheet| sheet.rows.row(view.row_at(), cx.board, app.look.lang).number);
            number.map(|number| {
                view.choose_here(|here| {
                    if here.rows.remove(&number) != Some(Say::Skip) {
                        here.rows.insert(number, Say::Skip);
                    }
                })
            })
        }
        (Page::Settings, Some(Setting::Sheet(at))) => {
            let taken = view.preview().and_then(|preview| preview.sheets.get(at)).is_some_and(|sheet| sheet.taken);
            Some(view.choose(|choices| choices.sheets.entry(at).or_default().taken = Some(!taken)))
        }
        _ => None,
    };
    choices.map(plan).unwrap_or_default()
}

fn plan(choices: Choices) -> Vec<Effect> {
    vec![Effect::Import(Order::Plan(Box::new(choices)))]
}

/// Asks which of the kept choices for sheets like this.
fn ask_for_saved(app: &mut App, cx: &Cx<'_>) -> Vec<Effect> {
    let lang = app.look.lang;
    let (title, items, at) = listed(app, Asked::Saved, cx);
    if items.is_empty() {
        app.say(say!(lang, "import-none-fits"));
        return Vec::new();
    }
    app.open(Layer::Picker(Picker::new(title, items, at)), Purpose::Import(Asked::Saved));
    Vec::new()
}

/// Opens the list of what can be chosen.
fn ask(app: &mut App, asked: Asked, cx: &Cx<'_>) -> Vec<Effect> {
    let lang = app.look.lang;
    let (title, items, at) = listed(app, asked, cx);
    if items.len() < 2 {
        app.say(say!(lang, "import-no-choice"));
        return Vec::new();
    }
    app.open(Layer::Picker(Picker::new(title, items, at)), Purpose::Import(asked));
    Vec::new()
}

/// The title of a list, what stands in it, and where the cursor begins.
fn listed(app: &App, asked: Asked, cx: &Cx<'_>) -> (String, Vec<Item>, usize) {
    let lang = app.look.lang;
    let view = &app.import;
    let item = |label: String| Item { label, more: String::new() };
    let title = |of: &str| say!(lang, "import-setting", setting = of);
    let (Some(preview), Some(sheet)) = (view.preview(), view.sheet()) else {
        return (String::new(), Vec::new(), 0);
    };
    let of = |options: &'static [ChoiceOption], chosen: &str| {
        let items = options.iter().map(|option| item(option.label(lang).to_owned())).collect();
        (items, options.iter().position(|option| option.code == chosen).unwrap_or(0))
    };
    match asked {
        Asked::Target => {
            let items = sheet.targets.iter().map(|goes| item(target(*goes, lang))).collect();
            let column = view.column();
            let at = column.and_then(|column| sheet.targets.iter().position(|goes| *goes == column.goes));
            let header = column.map_or("", |column| &column.header);
            (say!(lang, "import-goes-to", header = header), items, at.unwrap_or(0))
        }
        Asked::Kind => {
            let (items, at) = of(preview.kinds, sheet.kind);
            (title("kind"), items, at)
        }
        Asked::Mode => {
            let (items, at) = of(preview.modes, view.choices().mode.unwrap_or_default());
            (title("mode"), items, at)
        }
        Asked::Matching => {
            let (items, at) = of(preview.matchings, view.choices().matching.unwrap_or_default());
            (title("matching"), items, at)
        }
        Asked::Unit => (title("unit"), UNITS.iter().map(|(word, _)| item((*word).to_owned())).collect(), 0),
        Asked::Order => {
            let (items, at) = of(preview.orders, view.chosen().and_then(|here| here.order).unwrap_or_default());
            (title("order"), items, at)
        }
        Asked::Saved => (title("saved"), sheet.fitting.iter().map(|name| item(name.clone())).collect(), 0),
        Asked::Row => {
            let says = sheet.rows.decisions(view.row_at());
            let words = says.iter().map(|say| item(said(*say, cx, lang)));
            (title("row"), words.collect(), 0)
        }
        Asked::Division => {
            let names = cx.board.divisions().iter().map(|(id, _)| item(show::name(cx.board, id, lang)));
            (title("division"), names.chain([item(say!(lang, "import-none"))]).collect(), 0)
        }
        Asked::Go | Asked::Leave => (String::new(), Vec::new(), 0),
    }
}

/// What is done with a row, in words.
fn said(say: Say, cx: &Cx<'_>, lang: Lang) -> String {
    match say {
        Say::Usual => say!(lang, "import-row-usual"),
        Say::Skip => say!(lang, "import-row-skip"),
        Say::Create => say!(lang, "import-row-create"),
        Say::Update(id) => say!(lang, "import-row-update", what = format!("{id} {}", cx.board.title(id))),
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

/// Takes what was chosen or answered.
pub(super) fn answered(app: &mut App, asked: Asked, answer: &Answer, cx: &Cx<'_>) -> Vec<Effect> {
    app.layers.pop();
    match (asked, answer) {
        (Asked::Go, Answer::Yes) => {
            app.import.put_stage(Stage::Writing);
            app.waiting.insert(cx.request, Waiting::Import);
            vec![Effect::Import(Order::Do(cx.request))]
        }
        (Asked::Leave, Answer::Yes) => leave(app),
        (_, Answer::Picked(place)) => picked(app, asked, *place, cx),
        _ => Vec::new(),
    }
}

fn picked(app: &mut App, asked: Asked, place: usize, cx: &Cx<'_>) -> Vec<Effect> {
    let view = &mut app.import;
    let (Some(preview), Some(sheet)) = (view.preview(), view.sheet()) else { return Vec::new() };
    let code = |options: &'static [ChoiceOption]| options.get(place).map(|option| option.code);
    let choices = match asked {
        Asked::Target => {
            let (goes, header) = (sheet.targets.get(place).copied(), view.column().map(|c| c.header.clone()));
            let (Some(goes), Some(header)) = (goes, header) else { return Vec::new() };
            view.choose_here(|here| {
                here.columns.insert(header, goes);
            })
        }
        Asked::Kind => {
            let kind = code(preview.kinds);
            view.choose_here(|here| {
                // What another kind of record has for a field this one may not have.
                here.columns.clear();
                here.kind = kind;
            })
        }
        Asked::Mode => {
            let mode = code(preview.modes);
            view.choose(|choices| choices.mode = mode)
        }
        Asked::Matching => {
            let matching = code(preview.matchings);
            view.choose(|choices| choices.matching = matching)
        }
        Asked::Unit => {
            let unit = UNITS.get(place).map(|(_, scale)| *scale);
            view.choose_here(|here| here.unit = unit)
        }
        Asked::Order => {
            let order = code(preview.orders);
            view.choose_here(|here| here.order = order)
        }
        Asked::Saved => {
            let saved = sheet.fitting.get(place).cloned();
            view.choose_here(|here| here.saved = saved)
        }
        Asked::Row => {
            let at = view.row_at();
            let say = sheet.rows.decisions(at).get(place).copied().unwrap_or(Say::Usual);
            let number = sheet.rows.row(at, cx.board, app.look.lang).number;
            view.choose_here(|here| match say {
                Say::Usual => drop(here.rows.remove(&number)),
                say => drop(here.rows.insert(number, say)),
            })
        }
        Asked::Division => {
            let division: Option<Id> = cx.board.divisions().iter().map(|(id, _)| id).nth(place);
            view.choose_here(|here| here.division = division)
        }
        Asked::Go | Asked::Leave => return Vec::new(),
    };
    plan(choices)
}

impl App {
    /// Whether an action has nothing to do where one is in the preview.
    pub(in crate::ui) fn is_idle_in_import(&self, action: Action) -> bool {
        let view = &self.import;
        let lacks = view.preview().is_some_and(|preview| preview.lacks());
        let sheets = view.preview().map_or(0, |preview| preview.sheets.len());
        match action {
            Action::Leave | Action::Help => false,
            _ if view.is_empty() => true,
            Action::Open => view.is_row_open(),
            Action::Answer => !lacks,
            Action::DoImport => lacks,
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
