//! Marks in the history, what came since, what a person did, and the board as it was on a day: the
//! words of the command line that reach into the past. May use `app`, `palette`, `board`.

use chrono::NaiveDate;

use super::{Purpose, author, go};
use crate::board::history::{NoPast, Whose, mark_named, newest_mark};
use crate::board::search::{self, Query};
use crate::domain::date_words::{self, Lean};
use crate::domain::value_words::Problem;
use crate::domain::{FieldKey, Kind, Lang, Value};
use crate::locales::{problem, refusal};
use crate::say;
use crate::ui::action::Action;
use crate::ui::app::App;
use crate::ui::effect::Effect;
use crate::ui::event::Cx;
use crate::ui::keymap;
use crate::ui::layers::Layer;
use crate::ui::layers::form::Form;
use crate::ui::layers::palette::Command;
use crate::ui::show;

/// The word for a history.
const HISTORY: &str = "history";

/// The words of this file with what may follow them. Also those that this person may not use are
/// there, lest what follows them be taken for another command.
pub(super) fn commands(app: &App, cx: &Cx<'_>) -> Vec<Command> {
    let lang = app.look.lang;
    let words = [Action::SetMark, Action::Since, Action::LookBack].map(|action| (action.code(), action));
    let words = words.into_iter().chain([(HISTORY, Action::ShowHistory)]);
    let other = if lang == Lang::Zh { Lang::En } else { Lang::Zh };
    let command = |(word, action): (&str, Action)| {
        Command::new(word, action.help(lang), action.help(other)).with_words()
    };
    let mut commands: Vec<Command> = words.map(command).collect();
    for (_, person) in cx.board.people().iter().filter(|(_, person)| !person.login.is_empty()) {
        let help = say!(lang, "view-history-by", name = person.name.as_str());
        commands.push(Command::new(&format!("{HISTORY} {}", person.name), &help, &person.login));
    }
    for (_, mark) in cx.board.marks().iter() {
        let at = mark.at.map_or_else(String::new, |at| show::moment(cx.board, at));
        let help = say!(lang, "view-since", name = mark.name.as_str(), at = at);
        commands.push(Command::new(&format!("{} {}", Action::Since.code(), mark.name), &help, ""));
    }
    commands
}

/// Runs a word of this file with what follows it; none where the word is not of this file.
pub(super) fn run(app: &mut App, word: &str, rest: &str, cx: &Cx<'_>) -> Option<Vec<Effect>> {
    if word == HISTORY {
        return Some(history_of(app, rest, cx));
    }
    if rest.is_empty() {
        return None;
    }
    Some(match Action::from_code(word)? {
        Action::SetMark => mark(app, rest, cx),
        Action::Since => since(app, rest, cx),
        Action::LookBack => look_back(app, rest, cx),
        _ => return None,
    })
}

/// What a person did: by login or name, else the only one who is found by what was typed.
fn history_of(app: &mut App, typed: &str, cx: &Cx<'_>) -> Vec<Effect> {
    if typed.is_empty() {
        return go::history(app, Whose::All, None);
    }
    let people = || cx.board.people().iter().map(|(_, person)| person).filter(|p| !p.login.is_empty());
    let exact = people().find(|p| p.login == typed).or_else(|| people().find(|p| p.name == typed));
    let query = Query::new(typed);
    let mut found = people().filter(|p| query.finds(&search::key(&format!("{} {}", p.name, p.login))));
    let only = match (found.next(), found.next()) {
        (Some(person), None) => Some(person),
        _ => None,
    };
    if let Some(person) = exact.or(only) {
        return go::history(app, Whose::Login(person.login.clone()), None);
    }
    app.fail(say!(app.look.lang, "app-no-person", name = typed));
    Vec::new()
}

/// Asks what the mark is to be called.
pub(super) fn mark_form(app: &mut App, cx: &Cx<'_>) -> Vec<Effect> {
    let form = Form::create(Kind::Mark, Vec::new(), cx, &app.look);
    app.open(Layer::Form(Box::new(form)), Purpose::Create(Kind::Mark));
    Vec::new()
}

/// Sets a mark of this name.
fn mark(app: &mut App, name: &str, cx: &Cx<'_>) -> Vec<Effect> {
    let refused = keymap::binding(Action::SetMark).is_none_or(|binding| app.refuses(binding, None, cx));
    let Some(field) = FieldKey::find(Kind::Mark, "name").filter(|_| !refused) else { return Vec::new() };
    let proposal = author(cx).create(Kind::Mark, vec![(field, Value::text(name))]);
    vec![app.submit(proposal)]
}

/// What came after a mark: the newest, or the one that was named.
pub(super) fn since(app: &mut App, name: &str, cx: &Cx<'_>) -> Vec<Effect> {
    let mark = if name.is_empty() { newest_mark(cx.board) } else { mark_named(cx.board, name) };
    if mark.is_some() {
        return go::history(app, Whose::All, mark);
    }
    app.fail(refusal::no_mark(name, app.look.lang));
    Vec::new()
}

/// The board as it was at the end of a day, in words as forms take them.
pub(super) fn look_back(app: &mut App, words: &str, cx: &Cx<'_>) -> Vec<Effect> {
    let lang = app.look.lang;
    let today = author(cx).today();
    match date_words::parse(words, today, Lean::Past) {
        Ok(day) => {
            app.say(say!(lang, "app-looking-back", day = day.to_string()));
            vec![Effect::LookBack(Some(day))]
        }
        Err(_) if words.is_empty() => {
            app.fail(say!(lang, "app-at-what"));
            Vec::new()
        }
        Err(why) => {
            let why = problem::said(&Problem::Date(why), cx.board, lang);
            app.fail(say!(lang, "command-at", text = words, why = why));
            Vec::new()
        }
    }
}

/// Back to the board of now.
pub(super) fn now() -> Vec<Effect> {
    vec![Effect::LookBack(None)]
}

impl App {
    /// The board is another one now, or could not be made.
    pub(in crate::ui) fn on_looked_back(
        &mut self,
        came: Result<Option<NaiveDate>, NoPast>,
        cx: &Cx<'_>,
    ) -> Vec<Effect> {
        let lang = self.look.lang;
        if came.is_ok() {
            // What is not on this board has not been dealt with by anybody.
            self.inbox.let_go();
            self.agenda.let_go();
        }
        match came {
            // What is being typed is about the board of now, and must not be lost.
            Ok(Some(_)) if !self.layers.is_empty() => {
                self.fail(say!(lang, "app-past-form"));
                return now();
            }
            Ok(Some(day)) => self.say(say!(lang, "app-past", day = day.to_string())),
            Ok(None) if self.message.is_none() => self.say(say!(lang, "app-now")),
            Ok(None) => {}
            Err(why) => self.fail(refusal::no_past(why, lang)),
        }
        self.confirmed = None;
        self.on_changed(cx)
    }

    /// Whether the board is one of the past; then it is said that it can only be looked at.
    pub(in crate::ui) fn is_past(&mut self, cx: &Cx<'_>) -> bool {
        let Some(day) = cx.past else { return false };
        self.fail(say!(self.look.lang, "app-past-refused", day = day.to_string()));
        true
    }

    /// Lets nothing through that would change the board where it is one of the past, by whatever
    /// way it came.
    pub(in crate::ui) fn only_look(&mut self, mut effects: Vec<Effect>, cx: &Cx<'_>) -> Vec<Effect> {
        let changes =
            |effect: &Effect| matches!(effect, Effect::Submit(_) | Effect::Undo(_) | Effect::Redo(_));
        if effects.iter().any(changes) && self.is_past(cx) {
            effects.retain(|effect| !changes(effect));
        }
        effects
    }
}
