//! Moving about: steps of the cursor, views, divisions, back and out. May use `app`, `views`.

use super::Purpose;
use crate::board::Behind;
use crate::board::history::Whose;
use crate::domain::target::Measure;
use crate::domain::{Id, Kind};
use crate::say;
use crate::ui::action::Action;
use crate::ui::app::App;
use crate::ui::effect::Effect;
use crate::ui::event::Cx;
use crate::ui::key::Key;
use crate::ui::layers::Answer;
use crate::ui::place::Place;
use crate::ui::views::history::History;
use crate::ui::views::{Opening, Step, View};

/// Moves the cursor, or shows another view.
pub(super) fn step_or_show(app: &mut App, action: Action, cx: &Cx<'_>) -> Vec<Effect> {
    let step = match action {
        Action::Down => Step::Down(1),
        Action::Up => Step::Up(1),
        Action::PageDown => Step::PageDown,
        Action::PageUp => Step::PageUp,
        Action::Top => Step::Home,
        Action::Bottom => Step::End,
        Action::Left => Step::Left,
        Action::Right => Step::Right,
        Action::PreviousPane => Step::Previous,
        Action::NextPane => Step::Next,
        _ => return show_action(app, action),
    };
    if matches!(step, Step::Previous | Step::Next) && flip(app, cx) {
        return Vec::new();
    }
    go(app, step, cx)
}

/// Moves the cursor; gives what is to be read where it has come to the end of what was.
pub(in crate::ui) fn go(app: &mut App, step: Step, cx: &Cx<'_>) -> Vec<Effect> {
    app.view_mut().go(cx, step);
    let older = if app.place == Place::History { app.history.ask_older() } else { None };
    older.map(Effect::History).into_iter().collect()
}

fn show_action(app: &mut App, action: Action) -> Vec<Effect> {
    let place = match action {
        Action::ShowTargets => Place::Targets,
        Action::ShowProgress => Place::Progress,
        Action::ShowRequests => Place::Support,
        Action::ShowLeads => Place::Ledger(Kind::Lead),
        Action::ShowOrganisation => Place::Organisation,
        Action::ShowSixOnes => Place::SixOnes,
        Action::ShowPeople => Place::Ledger(Kind::Person),
        Action::ShowUnits => Place::Ledger(Kind::Unit),
        Action::ShowDivisions => Place::Ledger(Kind::Division),
        Action::ShowInbox => Place::Inbox,
        Action::ShowAgenda => Place::Agenda,
        Action::ShowFigures => Place::Figures,
        Action::ShowCluster => Place::Cluster,
        _ => Place::Board,
    };
    jump(app, place);
    Vec::new()
}

/// Shows a view by its own key: `back` goes from there to the board, which is the ground floor.
fn jump(app: &mut App, place: Place) {
    app.trail.clear();
    app.place = place;
    if let Some(ledger) = app.ledger_mut() {
        ledger.list_behind(None);
    }
}

/// Shows the same records the other way, the cursor on the same one. False where there is no other
/// way, or a page is read.
fn flip(app: &mut App, cx: &Cx<'_>) -> bool {
    let Some(twin) = app.place.twin().filter(|_| !app.view().is_zoomed()) else { return false };
    let (on, division) = (app.view().selected(cx), app.view().division(cx));
    app.place = twin;
    app.view_mut().focus(cx, division);
    if let Some(id) = on {
        app.view_mut().stand_on(cx, id);
    }
    true
}

/// Shows a view from within another one, to which `back` returns.
pub(super) fn enter(app: &mut App, place: Place) {
    if app.place != place {
        app.trail.push(app.place);
        app.place = place;
    }
}

/// A digit: that division, in every view.
pub(super) fn division(app: &mut App, key: Key, cx: &Cx<'_>) -> Vec<Effect> {
    let division = super::digit(key).map(Id::division).filter(|id| cx.board.has(*id));
    if let Some(id) = division {
        focus(app, Some(id), cx)
    } else {
        app.say(say!(app.look.lang, "app-no-division"));
        Vec::new()
    }
}

/// Shows one division, or all.
pub(super) fn focus(app: &mut App, division: Option<Id>, cx: &Cx<'_>) -> Vec<Effect> {
    app.view_mut().focus(cx, division);
    Vec::new()
}

/// Enter: from a pane to its leads, from a row to its detail, from there to what can be done; in the
/// inbox at once.
pub(super) fn open(app: &mut App, cx: &Cx<'_>) -> Vec<Effect> {
    match app.view().opening(cx) {
        Opening::Nothing => {}
        Opening::Zoom => app.view_mut().zoom(),
        Opening::Inside => app.view_mut().go(cx, Step::Right),
        Opening::Menu(id) => return super::menu::open(app, id, cx),
        Opening::Form => return app.run_action(Action::Edit, true, cx),
        Opening::New => return app.run_action(Action::New, true, cx),
        Opening::Record(id, division) => {
            show_record(app, id, cx);
            app.view_mut().focus(cx, division);
        }
        Opening::Leads(division) => {
            enter(app, Place::Ledger(Kind::Lead));
            app.view_mut().focus(cx, division);
        }
        Opening::Behind(behind) => list_behind(app, behind, cx),
    }
    Vec::new()
}

/// The leads behind a figure.
pub(super) fn list_behind(app: &mut App, behind: Behind, cx: &Cx<'_>) {
    enter(app, Place::Ledger(Kind::Lead));
    app.view_mut().focus(cx, None);
    app.view_mut().filter_by("");
    if let Some(ledger) = app.ledger_mut() {
        ledger.list_behind(Some(behind));
    }
}

/// What counts towards a target: the leads behind it, or the Six Ones of its division.
pub(super) fn counted(app: &mut App, id: Id, cx: &Cx<'_>) -> Vec<Effect> {
    let Some(target) = cx.board.target(id) else { return Vec::new() };
    match target.measure {
        Measure::Typed => app.say(say!(app.look.lang, "app-typed-in", id = id.to_string())),
        Measure::SixOnes => {
            enter(app, Place::Ledger(Kind::SixOne));
            app.view_mut().focus(cx, target.division);
        }
        _ => list_behind(app, Behind::Target(id), cx),
    }
    Vec::new()
}

/// Goes to a record's row in the table of its kind. A filter that hides it is taken off.
pub(super) fn show_record(app: &mut App, id: Id, cx: &Cx<'_>) {
    enter(app, Place::Ledger(id.kind));
    app.view_mut().focus(cx, None);
    let Some(ledger) = app.ledgers.get_mut(&id.kind) else { return };
    ledger.list_behind(None);
    if !ledger.hold(cx, id) && !ledger.typed().is_empty() {
        ledger.filter("");
        ledger.hold(cx, id);
        app.say(say!(app.look.lang, "app-filter-off", id = id.to_string()));
    }
}

/// One step back. At the top it only says how to quit: one Esc too many must not close the window.
pub(super) fn back(app: &mut App, cx: &Cx<'_>) -> Vec<Effect> {
    if step_back(app, cx) {
        return Vec::new();
    }
    if cx.past.is_some() {
        return super::past::now();
    }
    app.say(say!(app.look.lang, "app-at-the-top"));
    Vec::new()
}

/// One step back; at the top of the past to the present, at the top of that out.
pub(super) fn leave(app: &mut App, cx: &Cx<'_>) -> Vec<Effect> {
    match step_back(app, cx) {
        true => Vec::new(),
        false if cx.past.is_some() => super::past::now(),
        false => quit(),
    }
}

/// Whether there was anything to go back to. A table that is left lists all divisions again.
fn step_back(app: &mut App, cx: &Cx<'_>) -> bool {
    if app.view_mut().back() {
        return true;
    }
    let place = app.trail.pop().unwrap_or(Place::Board);
    if let Some(ledger) = app.ledger_mut() {
        ledger.focus(cx, None);
        ledger.list_behind(None);
    }
    std::mem::replace(&mut app.place, place) != place
}

/// Closes the window. A form is open then only where the window is too small to show it; it is kept.
pub(in crate::ui) fn quit() -> Vec<Effect> {
    vec![Effect::Quit]
}

/// Zooms the pane or the detail, or no longer.
pub(super) fn zoom(app: &mut App) -> Vec<Effect> {
    app.view_mut().zoom();
    Vec::new()
}

/// The history of all, of a record or of a person; all of it, or since a mark.
pub(super) fn history(app: &mut App, whose: Whose, since: Option<Id>) -> Vec<Effect> {
    match whose {
        Whose::All if since.is_none() => jump(app, Place::History),
        _ => enter(app, Place::History),
    }
    app.history = History::new(whose, since);
    vec![Effect::History(app.history.ask())]
}

/// The answer to a question of this file.
pub(super) fn answer(app: &mut App, answer: &Answer, cx: &Cx<'_>) -> Vec<Effect> {
    let Some(open) = app.layers.pop() else { return Vec::new() };
    match (open.purpose, answer) {
        (Purpose::Draft, Answer::Yes) => app.take_draft(cx),
        (Purpose::Draft, _) => vec![Effect::ForgetDraft],
        _ => Vec::new(),
    }
}
