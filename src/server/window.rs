//! One open window without its link: the screen's state, drawn straight from the shared Board, and
//! what it wants done. May use `engine`, `store`, `ui`.

use std::collections::VecDeque;
use std::io;
use std::sync::Arc;

use ratatui::Terminal;
use ratatui::layout::Rect;
use serde::Serialize;
use serde::de::DeserializeOwned;
use tokio::sync::mpsc::UnboundedSender;

use super::backend::Screen;
use super::house::{House, Seat};
use super::log::log;
use super::look;
use crate::board::{Board, Done, Rejected, RequestId, Trouble};
use crate::domain::Id;
use crate::engine::{Act, Order};
use crate::ui::app::App;
use crate::ui::{Cx, Draft, Effect, Event, Prefs, Presence};
use crate::wire::{self, ExitReason, Input, ToClient};

/// How many Transactions a history is given.
const HISTORY: usize = 500;

/// Where a person's choices are kept.
const PREFS: &str = "prefs";
/// Where a half-filled form is kept.
const DRAFT: &str = "draft";
/// No window is larger, whatever its client says: every cell of it takes memory here.
const LARGEST: (u16, u16) = (1000, 500);

/// The answer to a request.
pub(super) type Reply = (RequestId, Result<Done, Rejected>);

/// See the module.
pub(super) struct Window {
    house: Arc<House>,
    login: String,
    seat: Seat,
    people: Vec<Presence>,
    trouble: Option<Trouble>,
    app: App,
    terminal: Terminal<Screen>,
    replies: UnboundedSender<Reply>,
    said: Vec<ToClient>,
    stale: bool,
}

impl Window {
    /// Opens a window for a login on a terminal.
    pub(super) fn open(
        house: Arc<House>,
        login: &str,
        terminal: &wire::Terminal,
        replies: UnboundedSender<Reply>,
    ) -> io::Result<Self> {
        let (columns, rows) = bounded(terminal.size);
        let seat = house.seat(login);
        let mut window = Self {
            login: login.to_owned(),
            people: seat.people(),
            trouble: house.engine().trouble(),
            seat,
            app: App::new(look::look(terminal), (columns, rows)),
            terminal: Terminal::new(Screen::new(columns, rows))?,
            replies,
            said: Vec::new(),
            stale: true,
            house,
        };
        window.terminal.backend_mut().forget_cursor();
        // The first key finds the views in step with the board, however soon it comes.
        window.feed(Event::Changed);
        if let Some(prefs) = window.kept::<Prefs>(PREFS) {
            window.feed(Event::Prefs(prefs));
        }
        if let Some(draft) = window.kept::<Draft>(DRAFT) {
            window.feed(Event::Draft(draft));
        }
        Ok(window)
    }

    /// Takes something done at the terminal.
    pub(super) fn input(&mut self, input: Input) {
        match input {
            Input::Key(key) => self.feed(Event::Key(look::key(key))),
            Input::Paste(text) => self.feed(Event::Paste(text)),
            Input::Resize(columns, rows) => {
                let (columns, rows) = bounded((columns, rows));
                self.terminal.backend_mut().set_size(columns, rows);
                // Also where the size is the same in the end: the terminal has moved its lines.
                self.redraw();
                self.feed(Event::Resize(columns, rows));
            }
            Input::Edited(text) => self.feed(Event::Edited(text)),
            Input::Redraw => self.redraw(),
        }
    }

    /// Something that all windows show has changed.
    pub(super) fn changed(&mut self) {
        self.people = self.seat.people();
        self.trouble = self.house.engine().trouble();
        self.feed(Event::Changed);
    }

    /// Takes the answer to a request.
    pub(super) fn reply(&mut self, (request, result): Reply) {
        self.feed(Event::Reply(request, result));
    }

    /// What is to be told to the client besides frames, once.
    pub(super) fn said(&mut self) -> Vec<ToClient> {
        std::mem::take(&mut self.said)
    }

    /// Whether a frame is due.
    pub(super) const fn is_stale(&self) -> bool {
        self.stale
    }

    /// Draws: the bytes of the frame, or none where nothing on it has changed.
    pub(super) fn draw(&mut self) -> io::Result<Vec<u8>> {
        self.stale = false;
        let board = self.house.engine().board();
        let cx = cx(&self.house, &board, &self.login, &self.people, self.trouble.as_ref());
        let app = &self.app;
        self.terminal.draw(|frame| app.draw(&cx, frame))?;
        drop(board);
        Ok(self.terminal.backend_mut().take())
    }

    /// Keeps a form that is open, for the next attach: the link has dropped.
    pub(super) fn keep_draft(&self) {
        if let Some(draft) = self.app.draft() {
            self.keep(DRAFT, Some(&draft));
        }
    }

    fn feed(&mut self, event: Event) {
        self.stale = true;
        let mut events = VecDeque::from([event]);
        while let Some(event) = events.pop_front() {
            let effects = {
                let board = self.house.engine().board();
                let cx = cx(&self.house, &board, &self.login, &self.people, self.trouble.as_ref());
                self.app.handle(event, &cx)
            };
            for effect in effects {
                events.extend(self.perform(effect));
            }
        }
        self.seat.stand(self.app.stand());
    }

    fn perform(&mut self, effect: Effect) -> Option<Event> {
        match effect {
            Effect::Submit(proposal) => self.order(proposal.request, Act::Propose(*proposal)),
            Effect::Undo(request) => self.order(request, Act::Undo(request)),
            Effect::Redo(request) => self.order(request, Act::Redo(request)),
            Effect::History(of) => return Some(self.history(of)),
            Effect::Keep(prefs) => self.keep(PREFS, Some(&prefs)),
            Effect::ForgetDraft => self.keep(DRAFT, None::<&Draft>),
            Effect::Copy(text) => self.said.push(ToClient::Clipboard(text)),
            Effect::Type(typed) => return Some(typed.into()),
            Effect::Redraw => self.redraw(),
            Effect::Edit(text) => self.said.push(ToClient::Edit(text)),
            Effect::Suspend => self.said.push(ToClient::Suspend),
            Effect::Quit => self.said.push(ToClient::Exit(ExitReason::Quit)),
        }
        None
    }

    fn order(&self, request: RequestId, act: Act) {
        let replies = self.replies.clone();
        let reply = Box::new(move |result| {
            // A window that has closed since needs no answer.
            let _ = replies.send((request, result));
        });
        let order = Order { login: self.login.clone(), act, reply };
        tokio::task::block_in_place(|| self.house.engine().order(order));
    }

    fn history(&self, of: Option<Id>) -> Event {
        let journal = self.house.engine().journal();
        let read = || match of {
            Some(id) => journal.of(id, HISTORY),
            None => journal.newest(None, HISTORY),
        };
        let entries = tokio::task::block_in_place(read).unwrap_or_else(|error| {
            log(format_args!("history: {error}"));
            Vec::new()
        });
        Event::History(of, entries)
    }

    /// The screen has lost what stood on it.
    fn redraw(&mut self) {
        self.terminal.backend_mut().forget_cursor();
        // A buffer takes all that is written to it.
        let size = self.terminal.size().unwrap_or_default();
        let _ = self.terminal.resize(Rect::from(size));
        self.stale = true;
    }

    fn keep<T: Serialize>(&self, name: &str, value: Option<&T>) {
        let bytes = value.and_then(|value| serde_json::to_vec(value).ok());
        let journal = self.house.engine().journal();
        let kept = tokio::task::block_in_place(|| journal.keep(&self.login, name, bytes.as_deref()));
        if let Err(error) = kept {
            log(format_args!("{name} of {}: {error}", self.login));
        }
    }

    fn kept<T: DeserializeOwned>(&self, name: &str) -> Option<T> {
        let journal = self.house.engine().journal();
        let bytes = tokio::task::block_in_place(|| journal.kept(&self.login, name)).unwrap_or_else(|error| {
            log(format_args!("{name} of {}: {error}", self.login));
            None
        });
        // What an earlier version wrote and this one cannot read is as good as nothing.
        serde_json::from_slice(&bytes?).ok()
    }
}

/// What a window may look at, now; apart from `Window` so that its `app` can be changed meanwhile.
fn cx<'a>(
    house: &House,
    board: &'a Board,
    login: &'a str,
    people: &'a [Presence],
    trouble: Option<&'a Trouble>,
) -> Cx<'a> {
    let (now, request, demo) = (house.now(), house.next_request(), house.is_demo());
    Cx { board, now, request, login, people, trouble, demo }
}

fn bounded((columns, rows): (u16, u16)) -> (u16, u16) {
    (columns.min(LARGEST.0), rows.min(LARGEST.1))
}
