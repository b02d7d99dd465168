//! What a table lists and in which order. The filter is typed on the message line and applied with
//! every key. May use `app`, `layers`, `locales`.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::doing::Call;
use crate::board::query::{Problem, Why};
use crate::domain::Kind;
use crate::domain::money::grouped;
use crate::locales::filter as words;
use crate::say;
use crate::ui::app::{App, Place};
use crate::ui::effect::Effect;
use crate::ui::event::Cx;
use crate::ui::key::{Code, Key};
use crate::ui::layers::finder::{Finder, Found};
use crate::ui::style::Meaning;
use crate::ui::views::ledger::Ledger;

/// Starts typing a filter; on the board it filters the leads.
pub(super) fn open(app: &mut App) -> Vec<Effect> {
    if app.place == Place::History {
        app.finder = Some(Finder::new(app.history.typed()));
        return Vec::new();
    }
    if !matches!(app.place, Place::Ledger(_)) {
        super::go::enter(app, Place::Ledger(Kind::Lead));
    }
    let typed = app.ledger().map(|l| l.typed().to_owned()).unwrap_or_default();
    app.finder = Some(Finder::new(&typed));
    Vec::new()
}

/// Shows all again.
pub(super) fn clear(app: &mut App) -> Vec<Effect> {
    if app.place == Place::History {
        app.history.filter("");
    }
    if let Some(ledger) = app.ledger_mut() {
        ledger.filter("");
    }
    Vec::new()
}

/// Lists by another column.
pub(super) fn sort(app: &mut App, forward: bool) -> Vec<Effect> {
    put_in_order(app, |ledger| ledger.turn(forward))
}

/// Lists by the same column the other way.
pub(super) fn reverse(app: &mut App) -> Vec<Effect> {
    put_in_order(app, Ledger::reverse)
}

/// The order is the person's from then on, in tables of this kind.
fn put_in_order(app: &mut App, act: impl FnOnce(&mut Ledger)) -> Vec<Effect> {
    let Some(ledger) = app.ledger_mut() else { return Vec::new() };
    act(ledger);
    let (kind, order) = (ledger.kind().code().to_owned(), ledger.order());
    if order.is_empty() {
        app.prefs.sorts.remove(&kind);
    } else {
        app.prefs.sorts.insert(kind, order);
    }
    app.keep_prefs()
}

impl App {
    /// A key while the filter is typed: Enter keeps it, Esc drops it, arrows move in the list
    /// where nothing is offered to complete it.
    pub(in crate::ui) fn give_finder(&mut self, key: Key, cx: &Cx<'_>) -> Vec<Effect> {
        match self.finder.as_mut().map_or(Found::Ignored, |finder| finder.key(key)) {
            Found::Typed => self.find_as_typed(cx),
            Found::Taken => {}
            Found::Ignored => return self.leave_finder(key, cx),
        }
        Vec::new()
    }

    fn leave_finder(&mut self, key: Key, cx: &Cx<'_>) -> Vec<Effect> {
        match key.code {
            Code::Enter => {
                self.finder = None;
                self.tell_unread(cx);
            }
            Code::Esc => {
                self.finder = None;
                return clear(self);
            }
            _ => {
                if let Some(binding) = crate::ui::keymap::find(key) {
                    return super::run(self, binding.action, Call { key, on: None, alone: true }, cx);
                }
            }
        }
        Vec::new()
    }

    /// Says what of a filter that is kept could not be read: it does not filter.
    fn tell_unread(&mut self, cx: &Cx<'_>) {
        let lang = self.look.lang;
        let Some(ledger) = self.ledger() else { return };
        let Some(Problem { range, why }) = ledger.asked().problems().first() else { return };
        let term = ledger.typed().get(range.clone()).unwrap_or_default();
        let why = words::why(why, cx.board, lang);
        self.fail(say!(lang, "filter-unread", term = term, why = why));
    }

    /// Applies what has been typed so far.
    pub(in crate::ui) fn find_as_typed(&mut self, cx: &Cx<'_>) {
        let (kind, place) = (self.new_kind(), self.place);
        let Some(finder) = &mut self.finder else { return };
        if place == Place::History {
            return self.history.filter(finder.text());
        }
        finder.look_ahead(cx, kind, &self.look);
        let typed = finder.text().to_owned();
        if let Some(ledger) = self.ledger_mut() {
            ledger.filter(&typed);
        }
    }

    /// The filter being typed, with what is wrong in it or how many it finds. A term that only
    /// wants its value is not wrong while one is about to type it.
    pub(in crate::ui) fn draw_finder(&self, finder: &Finder, cx: &Cx<'_>, area: Rect, frame: &mut Frame<'_>) {
        let lang = self.look.lang;
        let count = |count| say!(lang, "filter-count", shown = grouped(size(count)));
        let Some(ledger) = self.ledger() else {
            let note = count(self.history.count());
            return finder.draw(&self.look, area, &[], (Meaning::Info, &note), frame);
        };
        let begun = |p: &&Problem| p.why == Why::Unfinished && finder.is_at(p.range.end);
        let wrong: Vec<&Problem> = ledger.asked().problems().iter().filter(|p| !begun(p)).collect();
        let ranges: Vec<_> = wrong.iter().map(|problem| problem.range.clone()).collect();
        let note = match wrong.first() {
            Some(problem) => (Meaning::Error, words::why(&problem.why, cx.board, lang)),
            None => (Meaning::Info, count(ledger.count())),
        };
        finder.draw(&self.look, area, &ranges, (note.0, &note.1), frame);
    }
}

fn size(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
