//! One window: what is open, where the cursor is, what was last said. `handle` takes an event and
//! gives effects; `draw`, in a file of its own, takes `&self`. Keys go to the top layer first, then to the view.
//! May use the rest of `ui`, `board`, `locales`.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Utc};
use ratatui::layout::Rect;

use super::effect::{Draft, Effect, Export, Prefs, Typed};
use super::event::{Cx, Event, Stand};
use super::glyph::Glyphs;
use super::layers::Layer;
use super::layers::finder::Finder;
use super::layout;
use super::place::Place;
use super::style::Look;
use super::theme::Gallery;
use super::typed::TypedIn;
use super::verbs::deed::Deed;
use super::verbs::doing::{Doing, Sent};
use super::verbs::{self, Purpose};
use super::views::agenda::Agenda;
use super::views::board::BoardView;
use super::views::cluster::Cluster;
use super::views::deck::Deck;
use super::views::deployment::Deployment;
use super::views::figures::FiguresView;
use super::views::history::History;
use super::views::import::ImportView;
use super::views::inbox::Inbox;
use super::views::ledger::Ledger;
use super::views::organisation::Organisation;
use super::views::progress::Progress;
use super::views::six_ones::SixOnes;
use super::views::support::Support;
use crate::board::RequestId;
use crate::domain::{Id, Kind};
use crate::say;

/// What the message line says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Message {
    pub(super) text: String,
    pub(super) is_error: bool,
}

/// A layer with what its answer is for.
pub(super) struct Open {
    pub(super) layer: Layer,
    pub(super) purpose: Purpose,
}

/// See the module.
pub struct App {
    pub(super) look: Look,
    /// The glyphs that fit the terminal, by what is known of it.
    pub(super) fitting: &'static Glyphs,
    pub(super) prefs: Prefs,
    /// The themes that can be had.
    pub(super) gallery: Gallery,
    pub(super) size: (u16, u16),
    pub(super) place: Place,
    pub(super) trail: Vec<Place>,
    pub(super) board: BoardView,
    pub(super) ledgers: BTreeMap<Kind, Ledger>,
    pub(super) history: History,
    pub(super) inbox: Inbox,
    pub(super) agenda: Agenda,
    pub(super) six_ones: SixOnes,
    pub(super) organisation: Organisation,
    pub(super) support: Support,
    pub(super) figures: FiguresView,
    pub(super) targets: Deployment,
    pub(super) progress: Progress,
    pub(super) cluster: Cluster,
    pub(super) deck: Deck,
    pub(super) import: ImportView,
    /// The windows that were seen to present.
    pub(super) presenting: Vec<u64>,
    /// Whether it is dressed for the wall.
    pub(super) on_wall: bool,
    pub(super) layers: Vec<Open>,
    /// The verb under way.
    pub(super) doing: Doing,
    pub(super) finder: Option<Finder>,
    pub(super) message: Option<Message>,
    /// The lead whose verdict the message line confirms: its owner and date may be changed from there.
    pub(super) confirmed: Option<Id>,
    pub(super) commands: Vec<String>,
    pub(super) waiting: HashMap<RequestId, Waiting>,
    /// What was typed while a form waits for its answer: it is for what comes after it.
    pub(super) ahead: Vec<Typed>,
    /// The records that requests under way are for.
    pub(super) sent: Sent,
    /// What was typed in for targets over time.
    pub(super) typed: TypedIn,
    /// What was done last, for doing it again.
    pub(super) last: Option<Deed>,
    /// The file that is being written, until that is known to be done.
    pub(super) exporting: Option<Export>,
    /// The form that was open when the link dropped, until it is taken up.
    pub(super) kept: Option<Draft>,
    /// The same, where somebody has come for an import: it is asked about after that.
    pub(super) put_off: Option<Draft>,
}

/// What a request that is under way was for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Waiting {
    /// The form on top is closed once it is done.
    Form,
    /// A verb without a form.
    Verb,
    /// What was planned of a file is written.
    Import,
    /// Something that the program does by itself: it is told only where it fails.
    Quiet,
    /// What was done last is taken back.
    Undo,
    /// What was taken back last is done again.
    Redo,
}

impl App {
    /// A window of a size, on the board.
    #[must_use]
    pub fn new(look: Look, size: (u16, u16)) -> Self {
        Self {
            fitting: look.glyphs,
            look,
            prefs: Prefs::default(),
            gallery: Gallery::default(),
            size,
            place: Place::Board,
            trail: Vec::new(),
            board: BoardView::default(),
            ledgers: BTreeMap::new(),
            history: History::default(),
            inbox: Inbox::default(),
            agenda: Agenda::default(),
            six_ones: SixOnes::default(),
            organisation: Organisation::default(),
            support: Support::default(),
            figures: FiguresView::default(),
            targets: Deployment::default(),
            progress: Progress::default(),
            cluster: Cluster::default(),
            deck: Deck::default(),
            import: ImportView::default(),
            presenting: Vec::new(),
            on_wall: false,
            confirmed: None,
            layers: Vec::new(),
            doing: Doing::default(),
            finder: None,
            message: None,
            commands: Vec::new(),
            waiting: HashMap::new(),
            ahead: Vec::new(),
            sent: Sent::new(),
            typed: TypedIn::default(),
            last: None,
            exporting: None,
            kept: None,
            put_off: None,
        }
    }

    /// Takes an event; gives what is to be done for the window.
    pub fn handle(&mut self, event: Event, cx: &Cx<'_>) -> Vec<Effect> {
        let effects = self.take(event, cx);
        let mut effects = self.only_look(effects, cx);
        self.change_dress(cx.now);
        self.refresh(cx);
        effects.extend(self.tell_typed(cx));
        self.tell_unmarked(cx);
        effects
    }

    /// Says which records are marked no longer since somebody else dealt with them.
    fn tell_unmarked(&mut self, cx: &Cx<'_>) {
        let by_others = |id: &Id| cx.board.touched(*id).is_none_or(|(_, _, by)| by != cx.login);
        let ids = self.view_mut().take_unmarked();
        let ids: Vec<String> = ids.iter().filter(|id| by_others(id)).map(ToString::to_string).collect();
        if !ids.is_empty() {
            self.say(say!(self.look.lang, "app-unmarked", ids = ids.join(self.look.lang.pick("、", ", "))));
        }
    }

    /// The half-filled form on top, for the next attach.
    #[must_use]
    pub fn draft(&self) -> Option<Draft> {
        self.layers.iter().rev().find_map(Open::draft).or_else(|| self.import.draft())
    }

    /// Where the window is, for the others.
    #[must_use]
    pub fn stand(&self) -> Stand {
        let is_deck = self.place == Place::Deck;
        Stand {
            place: self.place,
            editing: self.layers.iter().rev().find_map(Open::record),
            spot: self.deck.spot().filter(|_| is_deck),
            follows: self.deck.leader().filter(|_| is_deck),
        }
    }

    /// When the window shows something else though nothing happens; none: never.
    #[must_use]
    pub fn wakes(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        self.view().wakes(now)
    }

    /// How the window looks.
    #[must_use]
    pub const fn look(&self) -> &Look {
        &self.look
    }

    pub(super) fn screen(&self, cx: &Cx<'_>) -> Option<layout::Screen> {
        layout::screen(Rect::new(0, 0, self.size.0, self.size.1), cx.trouble.is_some())
    }

    /// Whether nothing is drawn but that the window is too small.
    pub(super) fn is_too_small(&self, cx: &Cx<'_>) -> bool {
        self.screen(cx).is_none()
    }

    pub(super) fn body(&self, cx: &Cx<'_>) -> Rect {
        if self.place == Place::Deck {
            return Rect::new(0, 0, self.size.0, self.size.1);
        }
        self.screen(cx).map_or(Rect::ZERO, |screen| screen.body)
    }

    fn refresh(&mut self, cx: &Cx<'_>) {
        let body = self.body(cx);
        let look = self.look.clone();
        self.view_mut().refresh(cx, &look, body);
    }

    /// The record that the verbs are about.
    pub(super) fn on(&self, cx: &Cx<'_>) -> Option<Id> {
        self.view().selected(cx)
    }

    /// Whether a digit is a verdict here: leads of the inbox are listed.
    pub(super) fn is_triage(&self) -> bool {
        self.place == Place::Inbox && !self.inbox.has_requests()
    }

    /// The history on screen grows with the board.
    pub(super) fn on_changed(&mut self, cx: &Cx<'_>) -> Vec<Effect> {
        verbs::keep_up(self, cx);
        if self.place == Place::History && self.history.is_behind(cx.board.head().seq) {
            return vec![Effect::History(self.history.ask())];
        }
        Vec::new()
    }

    pub(super) fn say(&mut self, text: impl Into<String>) {
        self.message = Some(Message { text: text.into(), is_error: false });
    }

    pub(super) fn fail(&mut self, text: impl Into<String>) {
        self.message = Some(Message { text: text.into(), is_error: true });
    }
}
