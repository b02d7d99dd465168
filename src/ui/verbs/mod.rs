//! What the actions do, one file a group of verbs. A verb that asks opens a layer with a
//! `Purpose`; the layer's answer comes back to `answer`. May use the rest of `ui`, `board::intent`.

mod deck;
pub(super) mod deed;
pub(super) mod doing;
mod drafts;
mod export;
mod find;
mod go;
mod import;
mod leaving;
mod looks;
mod menu;
mod past;
mod purpose;
mod record;
mod replies;
pub(super) mod request;
mod saved;
mod stage;
mod themes;
mod triage;
mod undo;
pub(super) mod who;

use super::action::Action;
use super::app::App;
use super::effect::Effect;
use super::event::Cx;
use super::key::{Code, Key};
use super::layers::Answer;
use super::place::Place;
use super::views::marks::Marking;
use crate::board::history::Whose;
use crate::board::intent::Author;
use crate::domain::{Id, Kind};
use crate::say;
use doing::{Call, Doing};

pub(super) use deck::{keep_up, present};
pub(super) use export::came as exported;
pub(super) use go::{go, quit};
pub(super) use import::came as import_came;
pub(super) use purpose::{Asked, Purpose};

/// Does an action, on the record that it was called on or on all that are marked.
pub(super) fn run(app: &mut App, action: Action, call: Call, cx: &Cx<'_>) -> Vec<Effect> {
    if app.place == Place::Import
        && let Some(effects) = import::run(app, action, call.key, cx)
    {
        return effects;
    }
    match action {
        Action::Back if app.exporting.is_some() => export::stop(app),
        Action::Division if app.is_triage() => {
            let ids = app.meant(action, call);
            app.doing = Doing::begin(ids, cx);
            triage::accept(app, call.key, cx)
        }
        Action::Division | Action::AllDivisions if app.place == Place::Deck => deck::digit(app, call.key, cx),
        Action::Division => go::division(app, call.key, cx),
        Action::Undo => undo::undo(app, cx),
        Action::Redo => vec![undo::redo(app, cx)],
        Action::Filter => find::open(app),
        Action::ClearFilter => find::clear(app),
        Action::SortNext => find::sort(app, true),
        Action::SortPrevious => find::sort(app, false),
        Action::SortReverse => find::reverse(app),
        Action::SavedFilters => saved::pick(app, cx),
        Action::New => record::create(app, cx),
        Action::Mark => mark(app, Marking::One, cx),
        Action::MarkRange => mark(app, Marking::Range, cx),
        Action::MarkAll => mark(app, Marking::All, cx),
        Action::Repeat => deed::repeat(app, call, cx),
        _ if is_verb(action) => {
            let ids = app.meant(action, call);
            let Some(id) = ids.first().copied() else { return Vec::new() };
            if is_verdict(action) && ids.len() == 1 && app.place == Place::Inbox && app.inbox.has_left(id) {
                app.say(say!(app.look.lang, "app-dealt-with", id = id.to_string()));
                return Vec::new();
            }
            app.doing = Doing::begin(ids, cx);
            on_record(app, action, id, cx)
        }
        _ => elsewhere(app, action, cx),
    }
}

const fn is_verb(action: Action) -> bool {
    matches!(
        action,
        Action::Forward
            | Action::Backward
            | Action::Move
            | Action::Assign
            | Action::Redate
            | Action::Note
            | Action::Edit
            | Action::Park
            | Action::Duplicate
            | Action::Transfer
            | Action::End
            | Action::Block
            | Action::Cycle
            | Action::Depart
            | Action::Counted
            | Action::RecordHistory
            | Action::Copy
    )
}

/// Whether an action is a verdict on a lead, or takes one back.
const fn is_verdict(action: Action) -> bool {
    matches!(
        action,
        Action::Forward
            | Action::Backward
            | Action::Move
            | Action::Park
            | Action::Duplicate
            | Action::Transfer
            | Action::End
    )
}

/// Begins a verb on the first of the records that it is for.
fn on_record(app: &mut App, action: Action, id: Id, cx: &Cx<'_>) -> Vec<Effect> {
    match action {
        Action::Forward | Action::Backward if id.kind == Kind::Request => {
            request::step(app, id, action == Action::Forward, cx)
        }
        Action::Forward => stage::forward(app, id, cx),
        Action::Backward => stage::backward(app, id, cx),
        Action::Move => stage::pick(app, id, cx),
        Action::Park if app.place == Place::Inbox => triage::park(app, id, cx),
        Action::Park => stage::park_or_hold(app, id, cx),
        Action::Duplicate => triage::duplicate(app, id, cx),
        Action::Transfer => triage::transfer(app, id, cx),
        Action::End => triage::end(app, id, cx),
        Action::Assign => record::assign(app, id, cx),
        Action::Redate => record::redate(app, id, cx),
        Action::Note => record::note(app, id, cx),
        Action::Edit => record::edit(app, id, cx),
        Action::Block => record::raise(app, id, cx),
        Action::Cycle => record::cycle(app, id, cx),
        Action::Depart => leaving::ask(app, id, cx),
        Action::Counted => go::counted(app, id, cx),
        Action::RecordHistory => go::history(app, Whose::Record(id), None),
        Action::Copy => looks::copy(app, id, cx),
        _ => Vec::new(),
    }
}

fn elsewhere(app: &mut App, action: Action, cx: &Cx<'_>) -> Vec<Effect> {
    match action {
        Action::Open => go::open(app, cx),
        Action::Back => go::back(app, cx),
        Action::Leave => go::leave(app, cx),
        Action::Quit => go::quit(),
        Action::Zoom => go::zoom(app),
        Action::AllDivisions => go::focus(app, None, cx),
        Action::ShowHistory => go::history(app, Whose::All, None),
        Action::SetMark => past::mark_form(app, cx),
        Action::Since => past::since(app, "", cx),
        Action::LookBack => past::look_back(app, "", cx),
        Action::Now => past::now(),
        Action::Command => looks::command_line(app, cx),
        Action::Help => looks::help(app, cx),
        Action::Present => deck::show(app, cx),
        Action::Import | Action::Export => import::ask_for(app, action, cx),
        Action::Follow => deck::follow(app, "", cx),
        Action::Highlight => looks::highlight(app),
        Action::Rules => looks::rules(app, cx),
        Action::Theme => themes::choose(app),
        Action::Language => looks::language(app),
        Action::Glyphs => looks::glyphs(app),
        Action::Mouse => looks::mouse(app),
        Action::Stay => looks::stay(app),
        Action::Who => who::list(app, cx),
        Action::Redraw => vec![Effect::Redraw],
        Action::Suspend => vec![Effect::Suspend],
        _ if app.place == Place::Deck => deck::run(app, action, cx),
        _ => go::step_or_show(app, action, cx),
    }
}

/// Marks records of the list.
fn mark(app: &mut App, marking: Marking, cx: &Cx<'_>) -> Vec<Effect> {
    app.view_mut().mark(cx, marking);
    Vec::new()
}

/// Takes the answer of the top layer.
pub(super) fn answer(app: &mut App, answer: Answer, cx: &Cx<'_>) -> Vec<Effect> {
    let Some(open) = app.layers.last() else { return Vec::new() };
    match open.purpose {
        Purpose::Read | Purpose::Draft => go::answer(app, &answer, cx),
        Purpose::Command => looks::run_command(app, answer, cx),
        Purpose::Saved => saved::picked(app, &answer, cx),
        Purpose::Forget(place) => saved::forget(app, place, &answer, cx),
        Purpose::Theme => themes::take(app, &answer),
        Purpose::Slide => deck::picked(app, &answer, cx),
        Purpose::Follow => deck::follow_picked(app, &answer, cx),
        Purpose::Commit => deck::committed(app, answer, cx),
        Purpose::Menu => looks::take_menu(app, &answer, cx),
        Purpose::Replace => export::replaced(app, &answer),
        Purpose::Import(asked) => import::answered(app, asked, &answer, cx),
        Purpose::Undo(asked) => undo::decided(app, asked, &answer, cx),
        Purpose::BackWhy(id) => stage::back_why(app, id, answer, cx),
        Purpose::Answer(id, forward) => request::answered(app, id, forward, answer, cx),
        Purpose::PickMove(id) => stage::picked(app, id, &answer, cx),
        Purpose::MoveTo(id, to) => stage::moved(app, id, to, answer, cx),
        Purpose::Hold(id) => stage::held(app, id, answer, cx),
        Purpose::Act(id) => menu::picked(app, id, &answer, cx),
        Purpose::Pending => deed::decided(app, &answer, cx),
        Purpose::ParkFor(id) => triage::park_until(app, id, &answer, cx),
        Purpose::EndFor(id) => triage::end_for(app, id, &answer, cx),
        Purpose::PickDouble(id) => triage::double_picked(app, id, &answer, cx),
        Purpose::DuplicateOf(id) => triage::duplicate_of(app, id, answer, cx),
        Purpose::Depart(id) => leaving::answered(app, id, answer, cx),
        Purpose::AcceptBy(id, division) => triage::accepted_by(app, id, division, answer, cx),
        Purpose::TransferTo(id) => triage::transfer_to(app, id, &answer, cx),
        Purpose::TransferWhy(id, to) => triage::transferred(app, id, to, answer, cx),
        purpose => record::answered(app, purpose, answer, cx),
    }
}

/// Whether an action is done to all that are marked.
pub(super) const fn is_for_all(action: Action) -> bool {
    matches!(
        action,
        Action::Division
            | Action::Forward
            | Action::Backward
            | Action::Move
            | Action::Assign
            | Action::Redate
            | Action::Note
            | Action::Park
            | Action::Duplicate
            | Action::Transfer
            | Action::End
            | Action::Repeat
    )
}

/// Shows what the cursor of a picker stands on, where that can be seen at once.
pub(super) fn preview(app: &mut App) {
    themes::preview(app);
}

/// Takes back what opening a layer had changed, where it is closed without an answer.
pub(super) fn cancelled(app: &mut App, purpose: &Purpose) {
    match purpose {
        Purpose::Theme => themes::restore(app),
        // The file that is there stays.
        Purpose::Replace => app.exporting = None,
        _ => {}
    }
}

/// Who is at this window, for making Proposals.
pub(super) fn author<'a>(cx: &Cx<'a>) -> Author<'a> {
    Author { board: cx.board, login: cx.login, now: cx.now, request: cx.request }
}

/// The digit of a key.
pub(super) const fn digit(key: Key) -> Option<u32> {
    match key.code {
        Code::Char(ch) => ch.to_digit(10),
        _ => None,
    }
}
