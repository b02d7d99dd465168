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
use crate::ui::app::App;
use crate::ui::effect::Effect;
use crate::ui::event::Cx;
use crate::ui::key::{Code, Key};
use crate::ui::layers::finder::{Finder, Found};
use crate::ui::place::Place;
use crate::ui::style::Meaning;
use crate::ui::views::View;
use crate::ui::views::ledger::Ledger;

/// Starts typing a filter; on the board it filters the leads.
pub(super) fn open(app: &mut App) -> Vec<Effect> {
    if app.view().filtered_by().is_none() {
        super::go::enter(app, app.place.twin().unwrap_or(Place::Ledger(Kind::Lead)));
    }
    // The table may not have been shown yet.
    app.finder = Some(Finder::new(app.view_mut().filtered_by().unwrap_or_default()));
    Vec::new()
}

/// Shows all again.
pub(super) fn clear(app: &mut App) -> Vec<Effect> {
    app.view_mut().filter_by("");
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
    let (kind, order) = (ledger.lists().code().to_owned(), ledger.order());
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
                if let Some(binding) = crate::ui::keymap::find(key, self.place) {
                    return super::run(self, binding.action, Call { key, on: None, alone: true }, cx);
                }
            }
        }
        Vec::new()
    }

    /// Says what of a filter that is kept could not be read: it does not filter.
    fn tell_unread(&mut self, cx: &Cx<'_>) {
        let lang = self.look.lang;
        let Some(Problem { range, why }) = self.view().unread().first() else { return };
        let term = self.view().filtered_by().and_then(|typed| typed.get(range.clone())).unwrap_or_default();
        let why = words::why(why, cx.board, lang);
        self.fail(say!(lang, "filter-unread", term = term, why = why));
    }

    /// Applies what has been typed so far.
    pub(in crate::ui) fn find_as_typed(&mut self, cx: &Cx<'_>) {
        let (kind, place) = (self.view().lists(), self.place);
        let Some(finder) = &mut self.finder else { return };
        if place != Place::History {
            finder.look_ahead(cx, kind, &self.look);
        }
        let typed = finder.text().to_owned();
        self.view_mut().filter_by(&typed);
    }

    /// The filter being typed, with what is wrong in it or how many it finds. A term that only
    /// wants its value is not wrong while one is about to type it.
    pub(in crate::ui) fn draw_finder(&self, finder: &Finder, cx: &Cx<'_>, area: Rect, frame: &mut Frame<'_>) {
        let lang = self.look.lang;
        let begun = |p: &&Problem| p.why == Why::Unfinished && finder.is_at(p.range.end);
        let wrong: Vec<&Problem> = self.view().unread().iter().filter(|p| !begun(p)).collect();
        let ranges: Vec<_> = wrong.iter().map(|problem| problem.range.clone()).collect();
        let note = match wrong.first() {
            Some(problem) => (Meaning::Error, words::why(&problem.why, cx.board, lang)),
            None => (Meaning::Info, say!(lang, "filter-count", shown = grouped(size(self.view().listed())))),
        };
        finder.draw(&self.look, area, &ranges, (note.0, &note.1), frame);
    }
}

fn size(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
