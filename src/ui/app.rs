//! One window: what is open, where the cursor is, what was last said. `handle` takes an event and
//! gives effects; `draw` takes `&self`. Keys go to the top layer first, then to the view.
//! May use the rest of `ui`, `board`, `locales`.

use std::collections::{BTreeMap, HashMap};

use ratatui::Frame;
use ratatui::layout::Rect;

use super::effect::{Draft, Effect, Prefs};
use super::event::{Cx, Event};
use super::layers::Layer;
use super::layout;
use super::style::Look;
use super::verbs::Purpose;
use super::views::board::BoardView;
use super::views::history::History;
use super::views::ledger::Ledger;
use super::views::{View, footer, header};
use super::widgets::field::Field;
use crate::board::RequestId;
use crate::domain::{Id, Kind, Role};

/// Which view fills the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The six panes.
    Board,
    /// A table of records of a kind.
    Ledger(Kind),
    /// What changed.
    History,
}

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
    pub(super) prefs: Prefs,
    pub(super) size: (u16, u16),
    pub(super) place: Place,
    pub(super) trail: Vec<Place>,
    pub(super) board: BoardView,
    pub(super) ledgers: BTreeMap<Kind, Ledger>,
    pub(super) history: History,
    pub(super) layers: Vec<Open>,
    pub(super) finder: Option<Field>,
    pub(super) message: Option<Message>,
    pub(super) commands: Vec<String>,
    pub(super) waiting: HashMap<RequestId, Waiting>,
    pub(super) mouse: bool,
}

/// What a request that is under way was for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Waiting {
    /// The form on top is closed once it is done.
    Form,
    /// A verb without a form.
    Verb,
}

impl App {
    /// A window of a size, on the board.
    #[must_use]
    pub fn new(look: Look, size: (u16, u16)) -> Self {
        Self {
            look,
            prefs: Prefs::default(),
            size,
            place: Place::Board,
            trail: Vec::new(),
            board: BoardView::default(),
            ledgers: BTreeMap::new(),
            history: History::default(),
            layers: Vec::new(),
            finder: None,
            message: None,
            commands: Vec::new(),
            waiting: HashMap::new(),
            mouse: false,
        }
    }

    /// Takes an event; gives what is to be done for the window.
    pub fn handle(&mut self, event: Event, cx: &Cx<'_>) -> Vec<Effect> {
        let effects = match event {
            Event::Key(key) => self.on_key(key, cx),
            Event::Paste(text) => self.on_paste(text, cx),
            Event::Click(column, row) => self.on_click(column, row, cx),
            Event::Wheel(turns) => self.on_wheel(turns, cx),
            Event::Resize(columns, rows) => {
                self.size = (columns, rows);
                Vec::new()
            }
            Event::Changed => Vec::new(),
            Event::Reply(request, result) => self.on_reply(request, result, cx),
            Event::History(of, entries) => {
                self.history.fill(of, entries);
                Vec::new()
            }
            Event::Prefs(prefs) => {
                self.take_prefs(prefs);
                Vec::new()
            }
            Event::Draft(draft) => self.offer_draft(draft, cx),
        };
        self.refresh(cx);
        effects
    }

    /// The half-filled form on top, for the next attach.
    #[must_use]
    pub fn draft(&self) -> Option<Draft> {
        self.layers.iter().rev().find_map(|open| open.draft())
    }

    /// The language of the window.
    #[must_use]
    pub const fn lang(&self) -> crate::domain::Lang {
        self.look.lang
    }

    /// Draws the window.
    pub fn draw(&self, cx: &Cx<'_>, frame: &mut Frame<'_>) {
        let Some(screen) = layout::screen(frame.area(), cx.trouble.is_some()) else {
            return layout::draw_too_small(&self.look, frame);
        };
        header::draw(cx, &self.look, screen.header, frame);
        self.view().draw(cx, &self.look, screen.body, frame);
        self.draw_message(screen.message, frame);
        footer::draw(&self.hints(cx), &self.look, screen.footer, frame);
        for open in &self.layers {
            open.layer.draw(cx, &self.look, screen.body, frame);
        }
    }

    pub(super) fn body(&self, cx: &Cx<'_>) -> Rect {
        let whole = Rect::new(0, 0, self.size.0, self.size.1);
        layout::screen(whole, cx.trouble.is_some()).map_or(Rect::ZERO, |screen| screen.body)
    }

    /// The view that fills the body.
    pub(super) fn view(&self) -> &dyn View {
        match self.place {
            Place::Board => &self.board,
            Place::History => &self.history,
            Place::Ledger(kind) => match self.ledgers.get(&kind) {
                Some(ledger) => ledger,
                None => &self.board,
            },
        }
    }

    pub(super) fn view_mut(&mut self) -> &mut dyn View {
        match self.place {
            Place::Board => &mut self.board,
            Place::History => &mut self.history,
            Place::Ledger(kind) => self.ledgers.entry(kind).or_insert_with(|| Ledger::new(kind)),
        }
    }

    fn refresh(&mut self, cx: &Cx<'_>) {
        let body = self.body(cx);
        self.view_mut().refresh(cx, body);
    }

    /// The record that the verbs are about.
    pub(super) fn on(&self, cx: &Cx<'_>) -> Option<Id> {
        self.view().selected(cx)
    }

    /// What the person at this window may do.
    pub(super) fn role(cx: &Cx<'_>) -> Role {
        cx.board.role(cx.login)
    }

    pub(super) fn say(&mut self, text: impl Into<String>) {
        self.message = Some(Message { text: text.into(), is_error: false });
    }

    pub(super) fn fail(&mut self, text: impl Into<String>) {
        self.message = Some(Message { text: text.into(), is_error: true });
    }
}
