//! Language, glyphs; help, the rules, the command line, the clipboard. May use `app`, `layers`, `glyph`.

use chrono::{DateTime, Utc};

use super::{Purpose, go, past, saved, themes};
use crate::domain::{Id, Lang};
use crate::locales::thresholds;
use crate::say;
use crate::ui::action::Action;
use crate::ui::app::App;
use crate::ui::effect::Effect;
use crate::ui::event::Cx;
use crate::ui::keymap::Binding;
use crate::ui::layers::help::{Help, Row};
use crate::ui::layers::palette::{Command, Palette};
use crate::ui::layers::popup::Popup;
use crate::ui::layers::{Answer, Layer};
use crate::ui::place::Place;
use crate::ui::style::Look;
use crate::ui::theme::Theme;
use crate::ui::{glyph, views};

impl App {
    /// The look that the preferences ask for, at the terminal's depth.
    pub(in crate::ui) fn dress(&mut self) {
        let theme = self.chosen_theme();
        let glyphs = glyph::by_name(&self.prefs.glyphs).unwrap_or(self.fitting);
        let lang = self.prefs.lang.parse().unwrap_or(self.look.lang);
        self.look = Look::new(theme, self.look.depth, glyphs, lang);
        self.inbox.set_stays(self.prefs.stays);
        self.deck.light(!self.prefs.unlit);
    }

    /// Takes what the person chose earlier.
    pub(in crate::ui) fn take_prefs(&mut self, prefs: crate::ui::Prefs) -> Vec<Effect> {
        self.prefs = prefs;
        self.dress();
        themes::tell_gone(self);
        // The terminal has it until then.
        self.prefs.mouse.then_some(Effect::Mouse(true)).into_iter().collect()
    }

    /// Lines and blocks do not fit a terminal that draws them two cells wide: what stands there by
    /// then is out of place.
    pub(in crate::ui) fn fit_glyphs(&mut self, wide: bool) -> Vec<Effect> {
        let before = self.look.glyphs.name;
        if wide {
            self.fitting = &glyph::ASCII;
            self.dress();
        }
        (self.look.glyphs.name != before).then_some(Effect::Redraw).into_iter().collect()
    }

    /// Dresses for the wall when the deck begins, and for the desk when it ends.
    pub(in crate::ui) fn change_dress(&mut self, now: DateTime<Utc>) {
        let on_wall = self.place == Place::Deck;
        if std::mem::replace(&mut self.on_wall, on_wall) != on_wall {
            self.dress();
            if !on_wall {
                self.deck.leave(now);
            }
        }
    }

    /// The theme that is chosen for where one is: the deck has its own.
    pub(in crate::ui) fn chosen_theme(&self) -> &Theme {
        if !self.on_wall {
            return self.gallery.chosen(&self.prefs.theme);
        }
        let own = self.gallery.by_name(&self.prefs.projector);
        own.unwrap_or_else(|| self.gallery.for_projector(&self.prefs.theme))
    }

    /// The name of that theme, to be changed.
    pub(in crate::ui) const fn theme_here(&mut self) -> &mut String {
        if self.on_wall { &mut self.prefs.projector } else { &mut self.prefs.theme }
    }

    pub(in crate::ui) fn keep_prefs(&mut self) -> Vec<Effect> {
        self.dress();
        vec![Effect::Keep(self.prefs.clone())]
    }
}

/// The keys valid here; Enter does what the row says.
pub(super) fn help(app: &mut App, cx: &Cx<'_>) -> Vec<Effect> {
    let lang = app.look.lang;
    let divisions = cx.board.divisions().len();
    let row = |b: &Binding| Row { keys: b.shown(divisions), help: b.action.help(lang).to_owned() };
    let rows = keyed(app, cx).map(row).collect();
    app.open(Layer::Help(Help::new(rows)), Purpose::Menu);
    Vec::new()
}

/// The rows of help: what can be done here by a key.
fn keyed(app: &App, cx: &Cx<'_>) -> impl Iterator<Item = &'static Binding> {
    app.bindings(cx).filter(|b| !b.keys.is_empty())
}

/// Does the action of the row that was chosen in help.
pub(super) fn take_menu(app: &mut App, answer: &Answer, cx: &Cx<'_>) -> Vec<Effect> {
    app.layers.pop();
    let Answer::Picked(place) = answer else { return Vec::new() };
    let chosen = keyed(app, cx).nth(*place);
    chosen.map_or_else(Vec::new, |binding| app.run_action(binding.action, false, cx))
}

/// Every threshold as a sentence.
pub(super) fn rules(app: &mut App, cx: &Cx<'_>) -> Vec<Effect> {
    let text = thresholds::sentences(cx.board.charter(), app.look.lang).join("\n");
    let title = Action::Rules.help(app.look.lang).to_owned();
    app.open(Layer::Popup(Popup::new(title, text)), Purpose::Read);
    Vec::new()
}

/// Switches to the other language.
pub(super) fn language(app: &mut App) -> Vec<Effect> {
    let other = if app.look.lang == Lang::Zh { Lang::En } else { Lang::Zh };
    set_language(app, other)
}

fn set_language(app: &mut App, lang: Lang) -> Vec<Effect> {
    lang.tag().clone_into(&mut app.prefs.lang);
    app.keep_prefs()
}

/// Switches whether the inbox goes on by itself.
pub(super) fn stay(app: &mut App) -> Vec<Effect> {
    app.prefs.stays = !app.prefs.stays;
    let key = if app.prefs.stays { "app-stays" } else { "app-goes-on" };
    app.say(crate::locales::text(app.look.lang, key, None));
    app.keep_prefs()
}

/// Switches whether the deck lights up what has just changed.
pub(super) fn highlight(app: &mut App) -> Vec<Effect> {
    app.prefs.unlit = !app.prefs.unlit;
    let key = if app.prefs.unlit { "deck-unlit" } else { "deck-lit" };
    app.say(crate::locales::text(app.look.lang, key, None));
    app.keep_prefs()
}

/// The names that `:glyphs` takes, in the order in which they are switched.
const GLYPHS: [&str; 3] = [glyph::AUTO, glyph::UNICODE.name, glyph::ASCII.name];

/// Switches to the next of the choices.
pub(super) fn glyphs(app: &mut App) -> Vec<Effect> {
    let at = GLYPHS.iter().position(|name| *name == app.prefs.glyphs).unwrap_or(0);
    set_glyphs(app, GLYPHS[(at + 1) % GLYPHS.len()])
}

fn set_glyphs(app: &mut App, name: &str) -> Vec<Effect> {
    if !GLYPHS.contains(&name) {
        app.fail(say!(app.look.lang, "app-no-glyphs", name = name));
        return Vec::new();
    }
    name.clone_into(&mut app.prefs.glyphs);
    let effects = app.keep_prefs();
    app.say(say!(app.look.lang, "app-glyphs", name = name, set = app.look.glyphs.name));
    effects
}

/// Takes the mouse from the terminal, or gives it back.
pub(super) fn mouse(app: &mut App) -> Vec<Effect> {
    app.prefs.mouse = !app.prefs.mouse;
    let key = if app.prefs.mouse { "app-mouse-on" } else { "app-mouse-off" };
    app.say(crate::locales::text(app.look.lang, key, None));
    let mut effects = app.keep_prefs();
    effects.push(Effect::Mouse(app.prefs.mouse));
    effects
}

/// Sends the record's line to the terminal's clipboard: what its table shows of it, a column each.
pub(super) fn copy(app: &mut App, id: Id, cx: &Cx<'_>) -> Vec<Effect> {
    app.say(say!(app.look.lang, "app-copied", id = id.to_string()));
    vec![Effect::Copy(views::row(cx, &app.look, id))]
}

/// The command line.
pub(super) fn command_line(app: &mut App, cx: &Cx<'_>) -> Vec<Effect> {
    command_line_with(app, "", cx)
}

/// The command line, with the beginning of a line.
pub(super) fn command_line_with(app: &mut App, begun: &str, cx: &Cx<'_>) -> Vec<Effect> {
    let palette = Palette::new(commands(app, cx), app.commands.clone()).begun(begun);
    // On the wall no record is named, and from a preview one does not wander off.
    let names_none = matches!(app.place, Place::Deck | Place::Import);
    let palette = if names_none { palette.without_records() } else { palette };
    app.open(Layer::Palette(palette), Purpose::Command);
    Vec::new()
}

/// Everything the command line knows here, in the window's language.
fn commands(app: &App, cx: &Cx<'_>) -> Vec<Command> {
    let lang = app.look.lang;
    let actions = app.bindings(cx).filter(|b| is_command(b.action));
    let mut commands: Vec<Command> = actions
        .map(|b| {
            let others = b.action.help(if lang == Lang::Zh { Lang::En } else { Lang::Zh });
            Command::new(b.action.code(), b.action.help(lang), others)
        })
        .collect();
    commands.extend(past::commands(app, cx));
    commands.extend(super::import::commands(app, cx));
    for (id, division) in cx.board.divisions().iter() {
        let names = format!("{} {} {}", division.name_zh, division.name_en, division.short);
        commands.push(Command::new(&id.no.to_string(), division.name(lang), &names));
    }
    commands.extend(themes::commands(app));
    commands.extend(super::deck::commands(app, cx));
    for other in Lang::ALL {
        let help = Action::Language.help(other);
        commands.push(Command::new(&format!("lang {}", other.tag()), help, ""));
    }
    commands.push(Command::new("filter save ", &say!(lang, "filter-save-help"), ""));
    for name in GLYPHS {
        commands.push(Command::new(&format!("glyphs {name}"), Action::Glyphs.help(lang), ""));
    }
    commands
}

/// Whether an action makes sense as a word: steps of the cursor and the digits do not.
const fn is_command(action: Action) -> bool {
    !action.is_step()
        && !matches!(
            action,
            Action::Division
                | Action::Open
                | Action::Command
                | Action::Theme
                | Action::Language
                | Action::Glyphs
                | Action::SetMark
                | Action::Since
                | Action::LookBack
                | Action::Import
                | Action::Export
                | Action::SaveMapping
        )
}

/// Runs a command line: an action's code, a division, a record's id, or a word with its value.
pub(super) fn run_command(app: &mut App, answer: Answer, cx: &Cx<'_>) -> Vec<Effect> {
    app.layers.pop();
    let Answer::Line(line) = answer else { return Vec::new() };
    app.commands.retain(|before| *before != line);
    app.commands.push(line.clone());
    let (word, rest) = line.split_once(char::is_whitespace).unwrap_or((&line, ""));
    let rest = rest.trim();
    match word {
        "q" => return app.run_action(Action::Quit, true, cx),
        "theme" if !rest.is_empty() => return themes::set(app, rest),
        "export" if !rest.is_empty() => return super::export::write(app, super::export::bare(rest), cx),
        "save_mapping" if !rest.is_empty() => return super::import::keep(app, rest),
        "import" if !rest.is_empty() => return super::import::open(app, super::export::bare(rest), cx),
        "follow" if !rest.is_empty() => return super::deck::follow(app, rest, cx),
        "filter" if !rest.is_empty() => return saved::command(app, rest, cx),
        "glyphs" if !rest.is_empty() => return set_glyphs(app, rest),
        "lang" if !rest.is_empty() => return named_language(app, rest),
        _ => {}
    }
    if let Some(effects) = past::run(app, word, rest, cx) {
        return effects;
    }
    if let Some(action) = Action::from_code(word) {
        return app.run_action(action, false, cx);
    }
    if let Some(id) = word.parse::<u32>().ok().map(Id::division).filter(|id| cx.board.has(*id)) {
        return go::focus(app, Some(id), cx);
    }
    go_to_record(app, word, cx)
}

fn named_language(app: &mut App, name: &str) -> Vec<Effect> {
    if let Ok(lang) = name.parse() {
        set_language(app, lang)
    } else {
        app.fail(say!(app.look.lang, "app-no-language", name = name));
        Vec::new()
    }
}

fn go_to_record(app: &mut App, word: &str, cx: &Cx<'_>) -> Vec<Effect> {
    match word.parse::<Id>() {
        Ok(_) if app.place == Place::Deck => app.fail(say!(app.look.lang, "deck-first-leave")),
        Ok(id) if cx.board.has(id) && views::is_listed(id.kind) => go::show_record(app, id, cx),
        _ => app.fail(say!(app.look.lang, "app-no-command", word = word)),
    }
    Vec::new()
}
