//! The deck's keys: begin, turn, index, black, time, follow. May use `app`, `views::deck`.

use super::{Purpose, author, go};
use crate::board::intent::Pledge;
use crate::domain::{FieldKey, Id, Kind, Role, Value};
use crate::locales::{self, refusal};
use crate::say;
use crate::ui::action::Action;
use crate::ui::app::{App, Waiting};
use crate::ui::effect::Effect;
use crate::ui::event::{Cx, Presence};
use crate::ui::key::Key;
use crate::ui::layers::palette::Command;
use crate::ui::layers::picker::{Item, Picker};
use crate::ui::layers::pledge::{PledgeLine, lacking};
use crate::ui::layers::{Answer, Layer};
use crate::ui::place::Place;
use crate::ui::views::deck::Wishes;
use crate::ui::views::deck::slide::Slide;
use crate::ui::views::{Step, View};

/// Begins the deck. Whoever may write sets the mark of the meeting, once a day: what is promised is
/// counted from it.
pub(in crate::ui) fn present(app: &mut App, wishes: Wishes, cx: &Cx<'_>) -> Vec<Effect> {
    let is_whole = app.deck.begin(wishes, cx);
    app.message = None;
    go::enter(app, Place::Deck);
    if !is_whole {
        app.fail(say!(app.look.lang, "deck-no-such"));
    }
    set_mark(app, cx)
}

/// Shows the deck, where it was left a moment ago or from its begin.
pub(super) fn show(app: &mut App, cx: &Cx<'_>) -> Vec<Effect> {
    app.deck.resume(cx);
    go::enter(app, Place::Deck);
    set_mark(app, cx)
}

fn set_mark(app: &mut App, cx: &Cx<'_>) -> Vec<Effect> {
    let may = cx.role() >= Role::Editor && cx.trouble.is_none();
    if !may || app.deck.meeting(cx.board).is_some() {
        return Vec::new();
    }
    let Some(name) = FieldKey::find(Kind::Mark, "name") else { return Vec::new() };
    let words = app.deck.meeting_name(app.look.lang);
    let proposal = author(cx).create(Kind::Mark, vec![(name, Value::text(&words))]);
    app.waiting.insert(proposal.request, Waiting::Quiet);
    vec![Effect::Submit(Box::new(proposal))]
}

/// Whether this window only follows, which it is told.
fn follows(app: &mut App, cx: &Cx<'_>) -> bool {
    let is_led = app.deck.leader().is_some();
    if is_led {
        app.say(say!(app.look.lang, "deck-follows", name = app.deck.leader_name(cx)));
    }
    is_led
}

/// Does what a key of the deck asks for.
pub(super) fn run(app: &mut App, action: Action, cx: &Cx<'_>) -> Vec<Effect> {
    if action == Action::SlideTime {
        app.deck.time();
        return Vec::new();
    }
    if follows(app, cx) {
        return Vec::new();
    }
    match action {
        Action::NextSlide => app.deck.go(cx, Step::Next),
        Action::PreviousSlide => app.deck.go(cx, Step::Previous),
        Action::FirstSlide => app.deck.go(cx, Step::Home),
        Action::LastSlide => app.deck.numbered(cx),
        Action::SlideIndex => index(app, cx),
        Action::Black => app.deck.darken(cx.now),
        Action::Commit => return commit(app, cx),
        _ => return go::step_or_show(app, action, cx),
    }
    Vec::new()
}

/// A digit: a division, or part of a slide's number.
pub(super) fn digit(app: &mut App, key: Key, cx: &Cx<'_>) -> Vec<Effect> {
    let Some(digit) = super::digit(key).filter(|_| !follows(app, cx)) else { return Vec::new() };
    if !app.deck.digit(digit, cx) {
        let is_there = cx.board.has(Id::division(digit));
        let why = if is_there { "deck-not-in" } else { "app-no-division" };
        app.say(locales::text(app.look.lang, why, None));
    }
    Vec::new()
}

fn index(app: &mut App, cx: &Cx<'_>) {
    let lang = app.look.lang;
    let (slides, at) = app.deck.slides();
    let item = |(place, slide): (usize, &Slide)| Item {
        label: slide.label(cx.board, lang),
        more: (place + 1).to_string(),
    };
    let items = slides.iter().enumerate().map(item).collect();
    let title = Action::SlideIndex.help(lang).to_owned();
    app.open(Layer::Picker(Picker::new(title, items, at)), Purpose::Slide);
}

/// Turns to the slide that was picked.
pub(super) fn picked(app: &mut App, answer: &Answer, cx: &Cx<'_>) -> Vec<Effect> {
    app.layers.pop();
    if let Answer::Picked(place) = answer {
        app.deck.turn(*place, cx);
    }
    Vec::new()
}

/// Asks for a commitment of the division whose slide is up, or was up last.
fn commit(app: &mut App, cx: &Cx<'_>) -> Vec<Effect> {
    let line = PledgeLine::new(app.deck.division(cx), cx.board);
    app.open(Layer::Pledge(Box::new(line)), Purpose::Commit);
    // The disk may have been full when the deck began.
    set_mark(app, cx)
}

/// Makes the commitment: a target that names the meeting.
pub(super) fn committed(app: &mut App, answer: Answer, cx: &Cx<'_>) -> Vec<Effect> {
    let Answer::Pledge(pledge) = answer else { return Vec::new() };
    let pledge = Pledge { mark: app.deck.meeting(cx.board), ..*pledge };
    match author(cx).pledge(&pledge) {
        Ok(proposal) => app.submit_form(proposal),
        Err(_) if let Some(trouble) = cx.trouble => {
            app.fail(refusal::standing(trouble, app.look.lang));
            Vec::new()
        }
        Err(lacks) => {
            app.fail(lacking(&lacks, app.look.lang));
            set_mark(app, cx)
        }
    }
}

fn presenters<'a>(cx: &Cx<'a>) -> impl Iterator<Item = &'a Presence> {
    cx.people.iter().filter(|presence| !presence.own && presence.at.spot.is_some())
}

/// Follows whoever presents; of several the one that is named, by login or name; of one person's windows
/// the newest.
pub(super) fn follow(app: &mut App, whom: &str, cx: &Cx<'_>) -> Vec<Effect> {
    let lang = app.look.lang;
    let name = |presence: &Presence| cx.board.person_name(&presence.login).to_owned();
    let exactly = |presence: &&Presence| presence.login == whom || name(presence) == whom;
    let in_part = |presence: &&Presence| name(presence).contains(whom);
    let mut found: Vec<&Presence> = presenters(cx).filter(exactly).collect();
    if found.is_empty() {
        found = presenters(cx).filter(in_part).collect();
    }
    let is_one = found.windows(2).all(|pair| pair[0].login == pair[1].login);
    match found.iter().max_by_key(|presence| presence.no).filter(|_| is_one) {
        Some(presence) => {
            app.deck.follow(presence.no, cx);
            go::enter(app, Place::Deck);
        }
        None if found.is_empty() => app.fail(say!(lang, "deck-nobody-presents")),
        None => whom_to_follow(app, cx),
    }
    Vec::new()
}

/// Asks whom to follow, of several.
fn whom_to_follow(app: &mut App, cx: &Cx<'_>) {
    let item = |presence: &Presence| {
        let slide =
            presence.at.spot.map_or_else(String::new, |spot| spot.slide.label(cx.board, app.look.lang));
        Item { label: cx.board.person_name(&presence.login).to_owned(), more: slide }
    };
    let items = presenters(cx).map(item).collect();
    let title = Action::Follow.help(app.look.lang).to_owned();
    app.open(Layer::Picker(Picker::new(title, items, 0)), Purpose::Follow);
}

/// Follows the window that was picked.
pub(super) fn follow_picked(app: &mut App, answer: &Answer, cx: &Cx<'_>) -> Vec<Effect> {
    app.layers.pop();
    let Answer::Picked(place) = answer else { return Vec::new() };
    if let Some(presence) = presenters(cx).nth(*place) {
        app.deck.follow(presence.no, cx);
        go::enter(app, Place::Deck);
    }
    Vec::new()
}

/// The command line's words for those who present.
pub(super) fn commands(app: &App, cx: &Cx<'_>) -> Vec<Command> {
    let follow = |presence: &Presence| {
        let name = cx.board.person_name(&presence.login);
        let code = Action::Follow.code();
        Command::new(&format!("{code} {name}"), Action::Follow.help(app.look.lang), &presence.login)
    };
    presenters(cx).map(follow).collect()
}

/// The window that is followed may have turned, or closed its deck; and who begins to present is told.
pub(in crate::ui) fn keep_up(app: &mut App, cx: &Cx<'_>) {
    let lang = app.look.lang;
    if app.place == Place::Deck && !app.deck.keep_up(cx) {
        app.place = app.trail.pop().unwrap_or(Place::Board);
        app.say(say!(lang, "deck-ended"));
    }
    // Whoever only looks may look at slides for themselves: that is no news.
    let is_news = |presence: &&Presence| {
        cx.board.role(&presence.login) >= Role::Editor && !app.presenting.contains(&presence.no)
    };
    let new = presenters(cx).find(is_news);
    if let Some(presence) = new.filter(|_| app.place != Place::Deck && app.layers.is_empty()) {
        let name = cx.board.person_name(&presence.login);
        app.say(say!(lang, "deck-begun", name = name));
    }
    app.presenting = presenters(cx).map(|presence| presence.no).collect();
}
