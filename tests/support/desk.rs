//! An office in one process: the real engine over the store in memory, and as many windows as a
//! test opens, each the real `App` drawn into a grid of cells. The clock is told.

use std::collections::{BTreeMap, VecDeque};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use chrono::{DateTime, NaiveDate, Utc};
use guatu::board::founding;
use guatu::board::history::{Ask, NoPast};
use guatu::board::intent::Author;
use guatu::board::{Board, Done, Proposal, RequestId};
use guatu::domain::Lang;
use guatu::engine::{Act, Clock, Engine, FixedClock};
use guatu::store::memory::MemoryStore;
use guatu::store::{Store, history, past};
use guatu::ui::app::App;
use guatu::ui::place::Place;
use guatu::ui::{
    Cx, Depth, Draft, Effect, Event, Exported, Look, Meaning, Prefs, Presence, Press, Stand, glyph, theme,
};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Cell;
use ratatui::layout::Rect;
use ratatui::style::Color;

use crate::files::{Drawer, Who};
use crate::keys::keys;
use crate::screen;

/// The office.
pub(crate) struct Office {
    pub(crate) engine: Engine,
    pub(crate) clock: Arc<FixedClock>,
    next: AtomicU64,
    /// The windows that are open and where they are, as each left it last.
    windows: Mutex<BTreeMap<u64, (String, Stand)>>,
}

impl Office {
    /// An office whose board `wang` has just founded from the built-in charter, at noon of a day.
    pub(crate) fn founded(day: &str) -> Self {
        let now: DateTime<Utc> = format!("{day}T04:00:00Z").parse().expect("a date");
        let clock = Arc::new(FixedClock::new(now));
        let mut store = MemoryStore::new();
        let (board, _) = store.fill(now.date_naive(), &mut |_| {}).expect("an empty store");
        let engine =
            Engine::start(Box::new(store), board, clock.clone(), Box::new(|_| {})).expect("a thread");
        let office = Self { engine, clock, next: AtomicU64::new(1), windows: Mutex::default() };
        let founding = founding::built_in().propose(&office.author(&office.engine.board(), "wang"), "王管理");
        office.propose("wang", founding);
        office
    }

    /// The office of the demonstration, whose first person is `wang`.
    pub(crate) fn demo(day: &str) -> Self {
        let now: DateTime<Utc> = format!("{day}T04:00:00Z").parse().expect("a date");
        let clock = Arc::new(FixedClock::new(now));
        let (board, journal) = guatu::demo::build(now, "wang");
        let store = MemoryStore::holding(&board, journal);
        let engine =
            Engine::start(Box::new(store), board, clock.clone(), Box::new(|_| {})).expect("a thread");
        Self { engine, clock, next: AtomicU64::new(1 << 40), windows: Mutex::default() }
    }

    /// Who wants something.
    pub(crate) fn author<'a>(&self, board: &'a Board, login: &'a str) -> Author<'a> {
        Author { board, login, now: self.clock.now(), request: self.request() }
    }

    /// A number no request had.
    pub(crate) fn request(&self) -> RequestId {
        RequestId(u128::from(self.next.fetch_add(1, Ordering::Relaxed)))
    }

    /// Proposes and expects success.
    pub(crate) fn propose(&self, login: &str, proposal: Proposal) -> Done {
        self.engine.act(login, Act::Propose(proposal)).expect("accepted")
    }

    /// Who is attached, as a window sees it.
    fn people(&self, no: u64, login: &str) -> Vec<Presence> {
        let windows = self.windows.lock().expect("nobody fails with it");
        let own = Presence { no, login: login.to_owned(), own: true, at: Stand::default() };
        let others = windows.iter().filter(|(other, _)| **other != no).map(|(no, (login, at))| Presence {
            no: *no,
            login: login.clone(),
            own: false,
            at: *at,
        });
        std::iter::once(own).chain(others).collect()
    }

    fn stand(&self, no: u64, login: &str, at: Stand) {
        self.windows.lock().expect("nobody fails with it").insert(no, (login.to_owned(), at));
    }

    /// Opens a window.
    pub(crate) fn window(&self, login: &str, lang: Lang, size: (u16, u16)) -> Window<'_> {
        let look = Look::new(theme::default(), Depth::True, &glyph::UNICODE, lang);
        let terminal = Terminal::new(TestBackend::new(size.0, size.1)).expect("a grid");
        let no = self.next.fetch_add(1, Ordering::Relaxed);
        let mut window = Window {
            office: self,
            no,
            login: login.to_owned(),
            app: App::new(look, size),
            terminal,
            past: None,
            drawer: Drawer::default(),
            kept: None,
            prefs: Prefs::default(),
            closed: false,
            copied: Vec::new(),
            redrawn: 0,
            mouse: None,
        };
        window.event(Event::Prefs(Prefs { lang: lang.tag().to_owned(), ..Prefs::default() }));
        window
    }
}

/// One person's window.
pub(crate) struct Window<'a> {
    office: &'a Office,
    no: u64,
    pub(crate) login: String,
    pub(crate) app: App,
    terminal: Terminal<TestBackend>,
    past: Option<(NaiveDate, Board)>,
    pub(crate) drawer: Drawer,
    pub(crate) kept: Option<Draft>,
    pub(crate) prefs: Prefs,
    pub(crate) closed: bool,
    pub(crate) copied: Vec<String>,
    /// How often all was to be drawn anew.
    pub(crate) redrawn: usize,
    /// Whether the mouse was taken or given back last.
    pub(crate) mouse: Option<bool>,
}

impl Window<'_> {
    /// Presses the keys of a script, waiting for the answer to each.
    pub(crate) fn press(&mut self, script: &str) -> &mut Self {
        for key in keys(script) {
            self.event(Event::Key(key));
        }
        self
    }

    /// Pastes a text.
    pub(crate) fn paste(&mut self, text: &str) -> &mut Self {
        self.event(Event::Paste(text.to_owned()));
        self
    }

    /// Clicks on the cell that a text of the screen begins at: the first one.
    pub(crate) fn click(&mut self, text: &str) -> &mut Self {
        let screen = self.screen();
        let found = screen.lines().enumerate().find_map(|(y, line)| line.find(text).map(|x| (y, &line[..x])));
        let (y, before) = found.unwrap_or_else(|| panic!("no {text} on\n{screen}"));
        let cell = |n: usize| u16::try_from(n).expect("on the screen");
        self.click_at(cell(guatu::ui::width::of(before)), cell(y))
    }

    /// Clicks on a cell.
    pub(crate) fn click_at(&mut self, column: u16, row: u16) -> &mut Self {
        self.event(Event::Mouse(Press::Left, (column, row)));
        self
    }

    /// Turns the wheel by so many notches.
    pub(crate) fn wheel(&mut self, down: bool, notches: usize) -> &mut Self {
        for _ in 0..notches {
            self.event(Event::Mouse(Press::Wheel { down }, (0, 5)));
        }
        self
    }

    /// The cells that stand out as chosen, row by row.
    pub(crate) fn chosen(&mut self) -> Vec<(u16, u16)> {
        self.shown().0
    }

    /// The same, and the screen.
    pub(crate) fn shown(&mut self) -> (Vec<(u16, u16)>, String) {
        let screen = self.screen();
        let wanted = self.app.look().style(Meaning::Selection).bg;
        let buffer = self.terminal.backend().buffer();
        let cells = buffer.area.rows().flat_map(Rect::columns);
        let is_wide = |cell: &Rect| guatu::ui::width::of(buffer[(cell.x, cell.y)].symbol()) > 1;
        let is_chosen = |cell: &Rect| wanted.is_some() && Some(buffer[(cell.x, cell.y)].bg) == wanted;
        // The second half of a wide character is not drawn.
        let halves = |cell: Rect| (cell.x..=cell.x + u16::from(is_wide(&cell))).map(move |x| (x, cell.y));
        (cells.filter(is_chosen).flat_map(halves).collect(), screen)
    }

    /// Lets something happen to the window.
    pub(crate) fn event(&mut self, event: Event) {
        let mut waiting = VecDeque::from([event]);
        while let Some(event) = waiting.pop_front() {
            let effects = self.handle(event);
            for effect in effects {
                waiting.extend(self.perform(effect));
            }
        }
        self.office.stand(self.no, &self.login, self.app.stand());
    }

    fn handle(&mut self, event: Event) -> Vec<Effect> {
        let office = self.office;
        let board = office.engine.board();
        let people = office.people(self.no, &self.login);
        let mut cx = cx(office, &board, &self.login, &people);
        if let Some((day, board)) = &self.past {
            (cx.board, cx.past) = (board, Some(*day));
        }
        self.app.handle(event, &cx)
    }

    fn perform(&mut self, effect: Effect) -> Option<Event> {
        let (request, act) = match effect {
            Effect::Submit(proposal) => (proposal.request, Act::Propose(*proposal)),
            Effect::Undo(request) => (request, Act::Undo(request)),
            Effect::Redo(request) => (request, Act::Redo(request)),
            Effect::History(ask) => {
                let end = self.past.as_ref().map(|(_, board)| board.head().seq + 1);
                let before = [ask.before, end].into_iter().flatten().min();
                let until = Ask { before, ..ask.clone() };
                let page = history::page(self.office.engine.journal().as_ref(), &until, 100);
                return Some(Event::History(ask, page.expect("a readable journal")));
            }
            Effect::LookBack(day) => return Some(Event::LookedBack(self.look_back(day))),
            Effect::ForgetDraft => {
                self.kept = None;
                return None;
            }
            Effect::Copy(text) => {
                self.copied.push(text);
                return None;
            }
            Effect::Names(begun) => {
                let names = self.drawer.files.keys().filter(|name| name.starts_with(&begun));
                return Some(Event::Names(names.cloned().collect()));
            }
            Effect::Import(order) => {
                let who = Who { office: self.office, login: &self.login, lang: self.app.look().lang };
                return self.drawer.import(order, &who);
            }
            Effect::Export(_) if self.drawer.is_slow => return None,
            Effect::Export(wanted) => {
                let who = Who { office: self.office, login: &self.login, lang: self.app.look().lang };
                return Some(self.drawer.export(*wanted, &who));
            }
            Effect::StopExport => {
                let why = Exported::Failed("已取消".to_owned());
                return self.drawer.is_slow.then_some(Event::Exported(why));
            }
            Effect::Quit | Effect::GiveUp => {
                self.closed = true;
                return None;
            }
            Effect::Keep(prefs) => {
                self.prefs = prefs;
                return None;
            }
            // Somebody adds a line to every text.
            Effect::Edit(text) => return Some(Event::Edited(Some(format!("{text}\n另起一行")))),
            Effect::Type(typed) => return Some(typed.into()),
            Effect::Redraw => {
                self.redrawn += 1;
                return None;
            }
            Effect::Mouse(on) => {
                self.mouse = Some(on);
                return None;
            }
            Effect::Suspend => return None,
        };
        let result = self.office.engine.act(&self.login, act);
        Some(Event::Reply(request, result))
    }

    /// Shows the board of a day, as the server does, but at once.
    fn look_back(&mut self, day: Option<NaiveDate>) -> Result<Option<NaiveDate>, NoPast> {
        self.past = None;
        let Some(day) = day else { return Ok(None) };
        let office = past::Office::of(&self.office.engine.board());
        let journal = self.office.engine.journal().clone();
        match past::on_day(journal.as_ref(), office, day, &mut || true) {
            Ok(board) => self.past = Some((day, board)),
            Err(past::Missed::Day(why)) => return Err(why),
            Err(missed) => panic!("{missed:?}"),
        }
        Ok(Some(day))
    }

    /// The screen as text: a line a row, wide characters once. Whoever looks lets the keys rest.
    pub(crate) fn screen(&mut self) -> String {
        self.event(Event::Changed);
        self.rest();
        self.at_once()
    }

    /// Lets the moment come that a list waits for; the deck's are told by the test.
    fn rest(&mut self) {
        let waits = self.app.stand().place != Place::Deck;
        if let Some(at) = self.app.wakes(self.office.clock.now()).filter(|_| waits) {
            self.office.clock.set(at);
            self.event(Event::Tick);
        }
    }

    /// The screen as it is while keys are pressed.
    pub(crate) fn at_once(&mut self) -> String {
        let office = self.office;
        let board = office.engine.board();
        let people = office.people(self.no, &self.login);
        let mut cx = cx(office, &board, &self.login, &people);
        if let Some((day, board)) = &self.past {
            (cx.board, cx.past) = (board, Some(*day));
        }
        let app = &self.app;
        self.terminal.draw(|frame| app.draw(&cx, frame)).expect("a grid takes every frame");
        screen::text(self.terminal.backend().buffer())
    }

    /// What the last frame lights up as changed just now.
    pub(crate) fn lit(&self) -> String {
        let look = Look::new(theme::projector(true), Depth::True, &glyph::UNICODE, Lang::Zh);
        let lit = look.style(Meaning::Fresh).bg;
        let buffer = self.terminal.backend().buffer();
        buffer.content.iter().filter(|cell| Some(cell.bg) == lit).map(Cell::symbol).collect()
    }

    /// What the last frame mutes, without blanks.
    pub(crate) fn muted(&self) -> String {
        let muted = Look::new(theme::default(), Depth::True, &glyph::UNICODE, Lang::Zh).style(Meaning::Muted);
        let cells = self.terminal.backend().buffer().content.iter();
        cells.filter(|cell| Some(cell.fg) == muted.fg && cell.symbol() != " ").map(Cell::symbol).collect()
    }

    /// The background of the view, at its left edge.
    pub(crate) fn ground(&mut self) -> Color {
        self.screen();
        let buffer = self.terminal.backend().buffer();
        buffer[(0, buffer.area.height / 2)].bg
    }

    /// Gives the window another size.
    pub(crate) fn resize(&mut self, columns: u16, rows: u16) -> &mut Self {
        self.terminal.backend_mut().resize(columns, rows);
        self.event(Event::Resize(columns, rows));
        self
    }
}

fn cx<'a>(office: &Office, board: &'a Board, login: &'a str, people: &'a [Presence]) -> Cx<'a> {
    Cx {
        board,
        past: None,
        now: office.clock.now(),
        request: office.request(),
        login,
        people,
        trouble: None,
        demo: false,
    }
}

impl Drop for Window<'_> {
    fn drop(&mut self) {
        self.office.windows.lock().expect("nobody fails with it").remove(&self.no);
    }
}
