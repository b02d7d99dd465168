//! The theme: the list with its live preview, the command, and what is said of one that is gone.
//! May use `app`, `layers`, `theme`.

use ratatui::style::{Modifier, Style};
use ratatui::text::Span;

use super::Purpose;
use crate::domain::Lang;
use crate::domain::light::Signal;
use crate::locales::{self, reason};
use crate::say;
use crate::ui::action::Action;
use crate::ui::app::App;
use crate::ui::effect::Effect;
use crate::ui::layers::palette::Command;
use crate::ui::layers::picker::{Item, Picker};
use crate::ui::layers::{Answer, Layer};
use crate::ui::style::{Look, Meaning};
use crate::ui::theme::{Fault, Shown, Sort, Theme};

/// The themes, each shown as the cursor comes to it.
pub(super) fn choose(app: &mut App) -> Vec<Effect> {
    let lang = app.look.lang;
    let own = locales::text(lang, "theme-own", None);
    let item = |shown: &Shown<'_>| Item {
        label: shown.name.to_owned(),
        more: if shown.own { own.clone() } else { String::new() },
    };
    let shown: Vec<Shown<'_>> = app.gallery.shown().collect();
    let chosen = &app.chosen_theme().name;
    let at = shown.iter().position(|one| one.theme.is_ok() && one.name == chosen).unwrap_or(0);
    let picker = Picker::new(Action::Theme.help(lang).to_owned(), shown.iter().map(item).collect(), at);
    let picker = picker
        .aside(shown.iter().map(|one| note(one, &app.look)).collect())
        .with_samples(shown.iter().map(|one| sample(one, &app.look)).collect());
    app.open(Layer::Picker(picker), Purpose::Theme);
    Vec::new()
}

/// What a theme is called and made for, or why the file is none.
fn note(shown: &Shown<'_>, look: &Look) -> String {
    let lang = look.lang;
    match shown.theme {
        Ok(theme) => {
            let what = locales::text(lang, what(theme), None);
            [theme.label(lang), &what].join(&look.between())
        }
        Err(fault) => told(shown.name, fault, lang),
    }
}

const fn what(theme: &Theme) -> &'static str {
    match theme.sort {
        Sort::Desk if theme.dark => "theme-dark",
        Sort::Desk => "theme-light",
        Sort::Projector => "theme-projector",
        Sort::Safe => "theme-safe",
        Sort::Sixteen => "theme-sixteen",
        Sort::Mono => "theme-mono",
    }
}

fn told(name: &str, fault: &Fault, lang: Lang) -> String {
    say!(lang, "theme-fault", file = format!("{name}.toml"), what = fault.sentence(lang))
}

/// A strip of how a theme looks on this terminal: a bar, the lights, the cursor.
fn sample(shown: &Shown<'_>, look: &Look) -> Vec<Span<'static>> {
    let Ok(theme) = shown.theme else {
        return vec![Span::styled(
            locales::text(look.lang, "theme-faulty", None),
            look.style(Meaning::Error),
        )];
    };
    let of = Look::new(theme, look.depth, look.glyphs, look.lang);
    let ground = of.style(Meaning::Text);
    // The row's own bold and reversal stay out of it.
    let on = |style: Style| {
        let style = ground.patch(style);
        style.remove_modifier(Modifier::all().difference(style.add_modifier))
    };
    let ground = on(ground);
    let mut strip = vec![Span::styled(" ", ground)];
    for signal in [Signal::Red, Signal::Yellow, Signal::Green] {
        strip.push(Span::styled(reason::signal(signal, look.lang), on(of.signal(signal))));
        strip.push(Span::styled(" ", ground));
    }
    let bar = look.glyphs.bar.last().copied().unwrap_or("#");
    strip.push(Span::styled(bar.repeat(3), on(of.style(Meaning::Bar))));
    strip.push(Span::styled(look.glyphs.bar_empty, on(of.style(Meaning::BarEmpty))));
    strip.push(Span::styled(" ", ground));
    strip.push(Span::styled(" Aa ", on(of.style(Meaning::Selection))));
    strip
}

/// The theme at a place of the list.
fn at(app: &App, place: usize) -> Option<&Theme> {
    app.gallery.shown().nth(place).and_then(|shown| shown.theme.ok())
}

/// Shows the theme under the picker's cursor without keeping it.
pub(super) fn preview(app: &mut App) {
    let Some(open) = app.layers.last() else { return };
    let (Purpose::Theme, Layer::Picker(picker)) = (open.purpose, &open.layer) else { return };
    if let Some(theme) = picker.chosen().and_then(|place| at(app, place)) {
        app.look = Look::new(theme, app.look.depth, app.look.glyphs, app.look.lang);
    }
}

/// Keeps the theme that was picked.
pub(super) fn take(app: &mut App, answer: &Answer) -> Vec<Effect> {
    app.layers.pop();
    let Answer::Picked(place) = answer else { return Vec::new() };
    let lang = app.look.lang;
    let picked = app.gallery.shown().nth(*place);
    let picked = picked.map(|shown| match shown.theme {
        Ok(theme) => Ok(theme.name.clone()),
        Err(fault) => Err(told(shown.name, fault, lang)),
    });
    match picked {
        Some(Ok(name)) => return set(app, &name),
        Some(Err(why)) => {
            app.dress();
            app.fail(why);
        }
        None => {}
    }
    Vec::new()
}

/// Goes back to the kept theme.
pub(super) fn restore(app: &mut App) {
    app.dress();
}

/// Keeps the theme with a name.
pub(super) fn set(app: &mut App, name: &str) -> Vec<Effect> {
    let lang = app.look.lang;
    if let Some(name) = app.gallery.by_name(name).map(|theme| theme.name.clone()) {
        *app.theme_here() = name;
        return app.keep_prefs();
    }
    app.dress();
    let names = || app.gallery.shown().map(|shown| shown.name).collect::<Vec<_>>().join(", ");
    let unknown = || say!(lang, "app-no-theme", name = name, names = names());
    let why = app.gallery.fault(name).map_or_else(unknown, |fault| told(name, fault, lang));
    app.fail(why);
    Vec::new()
}

/// Says that the theme which the person chose earlier is not to be had any more, or why.
pub(super) fn tell_gone(app: &mut App) {
    let (lang, name) = (app.look.lang, app.prefs.theme.clone());
    if name.is_empty() || app.gallery.by_name(&name).is_some() {
        return;
    }
    let gone = || say!(lang, "theme-gone", name = name.as_str());
    let why = app.gallery.fault(&name).map_or_else(gone, |fault| told(&name, fault, lang));
    app.fail(why);
}

/// The command line's words for themes.
pub(super) fn commands(app: &App) -> Vec<Command> {
    let lang = app.look.lang;
    let themes = app.gallery.shown().filter_map(|shown| shown.theme.ok());
    themes.map(|theme| Command::new(&format!("theme {}", theme.name), theme.label(lang), "")).collect()
}
