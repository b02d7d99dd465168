//! An office in one process: the real engine over the store in memory, and as many windows as a
//! test opens, each the real `App` drawn into a grid of cells. The clock is told.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};

use chrono::{DateTime, Utc};
use guatu::board::{Board, Done, Proposal, Rejected, RequestId, Transaction};
use guatu::domain::Lang;
use guatu::engine::{Act, Engine, FixedClock, Order};
use guatu::store::memory::MemoryStore;
use guatu::ui::app::App;
use guatu::ui::glyph::GlyphSet;
use guatu::ui::theme::Theme;
use guatu::ui::{Cx, Depth, Effect, Event, Look, Presence, Prefs};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use super::keys::keys;
use super::screen;

/// The office.
pub struct Office {
    pub engine: Engine,
    pub now: DateTime<Utc>,
    next: Mutex<u128>,
}

impl Office {
    /// An office over a board with its journal, at a moment.
    pub fn new(board: Board, journal: Vec<Transaction>, now: DateTime<Utc>) -> Self {
        let store = MemoryStore::with(journal);
        let clock = Arc::new(FixedClock::new(now));
        let engine = Engine::start(Box::new(store), board, clock, Box::new(|_| {}));
        Self { engine, now, next: Mutex::new(1) }
    }

    /// A number no request had.
    pub fn request(&self) -> RequestId {
        let mut next = self.next.lock().expect("no panic while counting");
        *next += 1;
        RequestId(*next)
    }

    /// Gives the engine an order and waits for its answer.
    pub fn order(&self, login: &str, act: Act) -> Result<Done, Rejected> {
        let (reply, answer): (Sender<_>, Receiver<_>) = channel();
        let reply = Box::new(move |result| {
            let _ = reply.send(result);
        });
        self.engine.order(Order { login: login.to_owned(), act, reply });
        answer.recv().expect("an answer")
    }

    /// Proposes and expects success.
    pub fn propose(&self, login: &str, proposal: Proposal) -> Done {
        self.order(login, Act::Propose(proposal)).expect("accepted")
    }

    /// Opens a window.
    pub fn window(&self, login: &str, lang: Lang, size: (u16, u16)) -> Window<'_> {
        let look = Look::new(&Theme::default(), Depth::True, GlyphSet::Unicode, lang);
        let terminal = Terminal::new(TestBackend::new(size.0, size.1)).expect("a grid");
        let mut window = Window {
            office: self,
            login: login.to_owned(),
            app: App::new(look, size),
            terminal,
            kept: None,
            demo: false,
            closed: false,
            copied: Vec::new(),
        };
        window.event(Event::Prefs(Prefs::default()));
        window
    }
}

/// One person's window.
pub struct Window<'a> {
    office: &'a Office,
    pub login: String,
    pub app: App,
    terminal: Terminal<TestBackend>,
    pub kept: Option<guatu::ui::Draft>,
    pub demo: bool,
    pub closed: bool,
    pub copied: Vec<String>,
}

impl Window<'_> {
    /// Presses the keys of a script, waiting for the answer to each.
    pub fn press(&mut self, script: &str) -> &mut Self {
        for key in keys(script) {
            self.event(Event::Key(key));
        }
        self
    }

    /// Pastes a text.
    pub fn paste(&mut self, text: &str) -> &mut Self {
        self.event(Event::Paste(text.to_owned()));
        self
    }

    /// Lets something happen to the window.
    pub fn event(&mut self, event: Event) {
        let mut waiting = vec![event];
        while let Some(event) = waiting.pop() {
            let effects = self.handle(event);
            for effect in effects {
                waiting.extend(self.perform(effect));
            }
        }
    }

    fn handle(&mut self, event: Event) -> Vec<Effect> {
        let office = self.office;
        let board = office.engine.board();
        let people = people(&self.login);
        let cx = cx(office, &board, &self.login, &people, self.demo);
        self.app.handle(event, &cx)
    }

    fn perform(&mut self, effect: Effect) -> Option<Event> {
        let (request, act) = match effect {
            Effect::Submit(proposal) => (proposal.request, Act::Propose(*proposal)),
            Effect::Undo(request) => (request, Act::Undo(request)),
            Effect::Redo(request) => (request, Act::Redo(request)),
            Effect::History(of) => {
                let journal = self.office.engine.journal();
                let entries = match of {
                    Some(id) => journal.of(id, 100),
                    None => journal.newest(None, 100),
                };
                return Some(Event::History(of, entries.expect("a readable journal")));
            }
            Effect::KeepDraft(draft) => {
                self.kept = draft;
                return None;
            }
            Effect::Copy(text) => {
                self.copied.push(text);
                return None;
            }
            Effect::Quit => {
                self.closed = true;
                return None;
            }
            Effect::Keep(_) | Effect::Mouse(_) | Effect::Redraw | Effect::Suspend => return None,
        };
        let result = self.office.order(&self.login, act);
        Some(Event::Reply(request, result))
    }

    /// The screen as text: a line a row, wide characters once.
    pub fn screen(&mut self) -> String {
        self.event(Event::Changed);
        let office = self.office;
        let board = office.engine.board();
        let people = people(&self.login);
        let cx = cx(office, &board, &self.login, &people, self.demo);
        let app = &self.app;
        self.terminal.draw(|frame| app.draw(&cx, frame)).expect("a grid takes every frame");
        screen::text(self.terminal.backend().buffer())
    }

    /// Gives the window another size.
    pub fn resize(&mut self, columns: u16, rows: u16) -> &mut Self {
        self.terminal.backend_mut().resize(columns, rows);
        self.event(Event::Resize(columns, rows));
        self
    }
}

fn people(login: &str) -> Vec<Presence> {
    vec![Presence { login: login.to_owned(), name: login.to_owned(), own: true }]
}

fn cx<'a>(office: &Office, board: &'a Board, login: &'a str, people: &'a [Presence], demo: bool) -> Cx<'a> {
    Cx { board, now: office.now, request: office.request(), login, people, trouble: None, demo }
}
