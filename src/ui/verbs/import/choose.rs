//! What can be chosen of an import, and taking it: another field, kind, mode, unit, a row's fate. Every
//! choice has it planned anew. May use `app`, `layers`, `views::import`.

use super::leave;
use crate::domain::{ChoiceOption, Id, Lang};
use crate::say;
use crate::ui::app::{App, Waiting};
use crate::ui::effect::Effect;
use crate::ui::event::Cx;
use crate::ui::layers::confirm::Confirm;
use crate::ui::layers::picker::{Item, Picker};
use crate::ui::layers::{Answer, Layer};
use crate::ui::show;
use crate::ui::verbs::{Asked, Purpose};
use crate::ui::views::import::model::{Choices, Column, Fill, Lack, Order, Say, Sheet};
use crate::ui::views::import::{ImportView, Page, Setting, Stage, UNITS, lacking, summed, target};

/// What is asked first of what lacks.
pub(super) fn ask_what_lacks(app: &mut App, cx: &Cx<'_>) -> Vec<Effect> {
    app.import.look_where_it_lacks();
    let lacks = app.import.sheet().map(|sheet| sheet.lacks.as_slice()).unwrap_or_default();
    match lacks.first() {
        Some(Lack::Unit(..)) => ask(app, Asked::Unit, cx),
        Some(Lack::Order(..)) => ask(app, Asked::Order, cx),
        None => {
            app.say(say!(app.look.lang, "preview-lacks-nothing"));
            Vec::new()
        }
    }
}

/// Asks whether it is to be done, with its numbers.
pub(super) fn ask_to_go(app: &mut App) -> Vec<Effect> {
    let lang = app.look.lang;
    let Some(preview) = app.import.preview().filter(|_| app.import.stage() == Stage::Ready) else {
        app.say(say!(lang, "import-planning"));
        return Vec::new();
    };
    let counts = preview.counts();
    if let Some(lack) = preview.lack() {
        let said = lacking(lack, lang);
        app.fail(said);
    } else if preview.stops && preview.problems() > 0 {
        let count = preview.problems();
        app.fail(say!(lang, "import-stopped", count = count));
    } else if counts.doing() == 0 {
        app.say(say!(lang, "preview-nothing-to-do"));
    } else {
        let question = say!(
            lang,
            "preview-sure",
            file = crate::ui::text::clean(&preview.file).into_owned(),
            what = summed(counts, lang)
        );
        app.open(Layer::Confirm(Confirm::new(question)), Purpose::Import(Asked::Go));
    }
    Vec::new()
}

/// Leaves out what is under the cursor, or takes it again.
pub(super) fn leave_out(app: &mut App, cx: &Cx<'_>) -> Vec<Effect> {
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
            let taken =
                view.preview().and_then(|preview| preview.sheets.get(at)).is_some_and(|sheet| sheet.taken);
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
pub(super) fn ask_for_saved(app: &mut App, cx: &Cx<'_>) -> Vec<Effect> {
    let lang = app.look.lang;
    let (title, items, at) = listed(app, Asked::Saved, cx);
    if items.is_empty() {
        app.say(say!(lang, "preview-none-fits"));
        return Vec::new();
    }
    app.open(Layer::Picker(Picker::new(title, items, at)), Purpose::Import(Asked::Saved));
    Vec::new()
}

/// Opens the list of what can be chosen.
pub(super) fn ask(app: &mut App, asked: Asked, cx: &Cx<'_>) -> Vec<Effect> {
    let lang = app.look.lang;
    let (title, items, at) = listed(app, asked, cx);
    if items.len() < 2 {
        app.say(say!(lang, "preview-no-choice"));
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
    let title = |of: &str| say!(lang, "preview-setting", setting = of);
    let (Some(preview), Some(sheet)) = (view.preview(), view.sheet()) else {
        return (String::new(), Vec::new(), 0);
    };
    let of = |options: &'static [ChoiceOption], chosen: &str| {
        let items = options.iter().map(|option| item(option.label(lang).to_owned())).collect();
        (items, options.iter().position(|option| option.code == chosen).unwrap_or(0))
    };
    match asked {
        Asked::Target => {
            let Some(column) = view.column() else { return (String::new(), Vec::new(), 0) };
            let items = targets(sheet, column, lang).into_iter().map(item).collect();
            let at = sheet.targets.iter().position(|goes| *goes == column.goes);
            (say!(lang, "preview-goes-to", header = column.header.as_str()), items, at.unwrap_or(0))
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
            let (items, at) =
                of(preview.orders, view.chosen().and_then(|here| here.order).unwrap_or_default());
            (title("order"), items, at)
        }
        Asked::Saved => (title("saved"), sheet.fitting.iter().map(|name| item(name.clone())).collect(), 0),
        Asked::Row => {
            let (says, at) = sheet.rows.decisions(view.row_at());
            let words = says.iter().map(|say| item(said(*say, cx, lang)));
            (title("row"), words.collect(), at)
        }
        Asked::Division => {
            let names = cx.board.divisions().iter().map(|(id, _)| item(show::name(cx.board, id, lang)));
            (title("division"), names.chain([item(say!(lang, "preview-none"))]).collect(), 0)
        }
        Asked::Go | Asked::Leave => (String::new(), Vec::new(), 0),
    }
}

/// Where a column can go, and last whether its blank cells are filled.
fn targets(sheet: &Sheet, column: &Column, lang: Lang) -> Vec<String> {
    let fill = if column.fill == Fill::Down { "preview-fill-not" } else { "preview-fill-down" };
    let goals = sheet.targets.iter().map(|goes| target(*goes, lang));
    goals.chain([crate::locales::text(lang, fill, None)]).collect()
}

/// What is done with a row, in words.
fn said(say: Say, cx: &Cx<'_>, lang: Lang) -> String {
    match say {
        Say::Usual => say!(lang, "preview-row-usual"),
        Say::Skip => say!(lang, "preview-row-skip"),
        Say::Create => say!(lang, "preview-row-create"),
        Say::Update(id) => say!(lang, "preview-row-update", what = format!("{id} {}", cx.board.title(id))),
    }
}

/// Takes what was chosen or answered.
pub(in crate::ui::verbs) fn answered(
    app: &mut App,
    asked: Asked,
    answer: &Answer,
    cx: &Cx<'_>,
) -> Vec<Effect> {
    app.layers.pop();
    match (asked, answer) {
        (Asked::Go, Answer::Yes) => {
            app.import.put_stage(Stage::Writing);
            app.waiting.insert(cx.request, Waiting::Import);
            vec![Effect::Import(Order::Do(cx.request))]
        }
        (Asked::Leave, Answer::Yes) => leave(app, cx),
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
            let Some((header, fill)) = view.column().map(|column| (column.header.clone(), column.fill))
            else {
                return Vec::new();
            };
            let goes = sheet.targets.get(place).copied();
            view.choose_here(|here| match goes {
                Some(goes) => drop(here.columns.insert(header, goes)),
                // What stands below them.
                None => drop(here.filled.insert(header, fill != Fill::Down)),
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
        Asked::Row => picked_row(view, place, cx, app.look.lang),
        Asked::Division => {
            let division: Option<Id> = cx.board.divisions().iter().map(|(id, _)| id).nth(place);
            view.choose_here(|here| here.division = division)
        }
        Asked::Go | Asked::Leave => return Vec::new(),
    };
    plan(choices)
}

/// What is done with the row under the cursor.
fn picked_row(view: &mut ImportView, place: usize, cx: &Cx<'_>, lang: Lang) -> Choices {
    let (at, rows) = (view.row_at(), view.sheet().map(|sheet| sheet.rows.clone()));
    let say = rows.as_ref().and_then(|rows| rows.decisions(at).0.get(place).copied());
    let number = rows.map_or(0, |rows| rows.row(at, cx.board, lang).number);
    view.choose_here(|here| match say.unwrap_or(Say::Usual) {
        Say::Usual => drop(here.rows.remove(&number)),
        say => drop(here.rows.insert(number, say)),
    })
}
