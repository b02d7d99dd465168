//! One open window without its link: the screen's state, drawn straight from the shared Board, and
//! what it wants done. May use `engine`, `store`, `ui`.

mod effects;
mod exporting;
mod importing;
mod transfer;

use std::collections::VecDeque;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use ratatui::Terminal;
use ratatui::layout::Rect;
use tokio::sync::mpsc::UnboundedSender;

use super::backend::Screen;
use super::house::{House, Seat};
use super::keeping::{DraftState, Keeping};
use super::look;
use super::past::{Past, Shown};
use super::presence::Attached;
use super::seams::Seams;
use crate::board::history::NoPast;
use crate::board::{Done, Rejected, RequestId, Trouble};
use crate::ui::app::App;
use crate::ui::views::import::model::Came;
use crate::ui::{Event, Prefs};
use crate::wire::{Caller, Import, Input, ToClient};

/// Where a person's choices are kept.
const PREFS: &str = "prefs";
/// No window is larger, whatever its client says: every cell of it takes memory here.
const LARGEST: (u16, u16) = (1000, 500);

/// No window wakes by itself sooner than after this.
const SOON: Duration = Duration::from_millis(10);

/// What comes to a window from the house, in its own time.
pub(super) enum News {
    /// The answer to a request.
    Reply(RequestId, Result<Done, Rejected>),
    /// The board of a day that it wants to look back at, or why there is none.
    Past(Result<Arc<Past>, NoPast>),
    /// The bytes of a file that is exported.
    Export(exporting::Made),
    /// What came of work on an import, under its number.
    Import(u64, importing::Found),
}

/// See the module.
pub(super) struct Window {
    house: Arc<House>,
    login: String,
    seat: Seat,
    attached: Attached,
    trouble: Option<Trouble>,
    keeping: Keeping,
    app: App,
    terminal: Terminal<Screen>,
    seams: Seams,
    news: UnboundedSender<News>,
    /// The board that is shown instead of the one of now.
    past: Option<Arc<Past>>,
    /// A board of the past that is being made, and whether it is still wanted.
    making: Option<bool>,
    /// What the person wanted imported before there was a window.
    wished: Option<Import>,
    transfer: transfer::Transfer,
    job: importing::Job,
    /// The number of the file that was made last.
    made: u64,
    /// What happens to the screen once it has dealt with what happens now.
    later: Vec<Event>,
    said: Vec<ToClient>,
    /// The title as it was told last.
    title: String,
    stale: bool,
}

impl Window {
    /// Opens a window for a login on a terminal.
    pub(super) fn open(
        house: Arc<House>,
        login: &str,
        caller: &Caller,
        news: UnboundedSender<News>,
    ) -> io::Result<Self> {
        let (columns, rows) = bounded(caller.terminal.size);
        let seat = house.seat(login);
        let mut attached = Attached::default();
        seat.look(&mut attached);
        let mut window = Self {
            login: login.to_owned(),
            attached,
            trouble: house.engine().trouble(),
            keeping: Keeping::default(),
            seat,
            app: App::new(look::look(&caller.terminal), (columns, rows)),
            terminal: Terminal::new(Screen::new(columns, rows))?,
            seams: Seams::default(),
            news,
            past: None,
            making: None,
            wished: None,
            transfer: transfer::Transfer::default(),
            job: importing::Job::default(),
            made: 0,
            later: Vec::new(),
            said: Vec::new(),
            title: String::new(),
            stale: true,
            house,
        };
        window.terminal.backend_mut().forget_cursor();
        window.greet(caller);
        Ok(window)
    }

    /// What a window is told first: how the terminal is, what its person has chosen and left.
    fn greet(&mut self, caller: &Caller) {
        // The first key finds the views in step with the board, however soon it comes.
        self.feed(Event::Changed);
        let own = caller.wish.themes.iter().map(look::own_theme);
        self.feed(Event::Themes(own.collect()));
        if let Some(prefs) = self.house.kept::<Prefs>(&self.login, PREFS) {
            self.feed(Event::Prefs(prefs));
        }
        if !caller.terminal.utf8 {
            self.feed(Event::NotUtf8);
        }
        if let Some(present) = &caller.wish.present {
            self.feed(Event::Present(look::wishes(present)));
        }
        if let Some(import) = &caller.wish.import {
            self.wished = Some(import.clone());
            self.feed(Event::Import(Came::Wished(import.file.clone())));
        }
        if let Some(draft) = self.keeping.offered(&self.seat) {
            self.feed(Event::Draft(draft));
        }
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
            Input::Mouse(press, column, row) => self.feed(Event::Mouse(look::press(press), (column, row))),
            Input::Ambiguous { wide } => self.feed(Event::Ambiguous(wide)),
        }
    }

    /// Something that all windows show has changed.
    pub(super) fn changed(&mut self) {
        self.seat.look(&mut self.attached);
        self.trouble = self.house.engine().trouble();
        self.feed(Event::Changed);
    }

    /// Takes the answer to a request, or the board of a day.
    pub(super) fn news(&mut self, news: News) {
        match news {
            News::Reply(request, result) => self.feed(Event::Reply(request, result)),
            News::Export(made) => self.take_export(made),
            News::Import(number, found) => self.found(number, found),
            // It was taken back meanwhile.
            News::Past(_) if self.making.take() != Some(true) => {}
            News::Past(Err(why)) => self.feed(Event::LookedBack(Err(why))),
            News::Past(Ok(past)) => {
                let day = past.day;
                self.past = Some(past);
                self.feed(Event::LookedBack(Ok(Some(day))));
            }
        }
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
        let app = &self.app;
        let terminal = &mut self.terminal;
        let shown = Shown::of(&self.house, self.past.as_deref());
        let cx = shown.cx(&self.house, &self.login, &self.attached.people, self.trouble.as_ref());
        let seams = &mut self.seams;
        terminal.draw(|frame| {
            app.draw(&cx, frame);
            seams.mend(frame.buffer_mut());
        })?;
        drop(shown);
        Ok(self.terminal.backend_mut().take())
    }

    /// In how long it shows something else though nothing happens; none: never.
    pub(super) fn wakes_in(&self) -> Option<Duration> {
        let now = self.house.now();
        let at = self.app.wakes(now)?;
        // A moment that has just passed is waited for a little all the same: the loop never spins.
        Some((at - now).to_std().unwrap_or_default().max(SOON))
    }

    /// The moment has come.
    pub(super) fn wake(&mut self) {
        self.feed(Event::Tick);
    }

    /// How the form that is open stands to what is kept of it.
    pub(super) fn draft_state(&self) -> DraftState {
        self.keeping.state(self.app.draft().as_ref())
    }

    /// Keeps the form that is open as it is now, for the next attach.
    pub(super) fn keep_draft(&mut self) {
        self.keeping.keep(&self.seat, self.app.draft());
    }

    fn feed(&mut self, event: Event) {
        self.seat.look(&mut self.attached);
        self.stale = true;
        let mut events = VecDeque::from([event]);
        let mut title = String::new();
        while let Some(event) = events.pop_front() {
            let effects = {
                let shown = Shown::of(&self.house, self.past.as_deref());
                let cx = shown.cx(&self.house, &self.login, &self.attached.people, self.trouble.as_ref());
                let effects = self.app.handle(event, &cx);
                title = self.app.title(&cx);
                effects
            };
            for effect in effects {
                events.extend(self.perform(effect));
            }
            events.extend(self.later.drain(..));
        }
        self.seat.stand(self.app.stand());
        if self.title != title {
            self.said.push(ToClient::Title(title.clone()));
            self.title = title;
        }
    }

    /// The screen has lost what stood on it.
    fn redraw(&mut self) {
        self.terminal.backend_mut().forget_cursor();
        // A buffer takes all that is written to it.
        let size = self.terminal.size().unwrap_or_default();
        let _ = self.terminal.resize(Rect::from(size));
        self.stale = true;
    }
}

fn bounded((columns, rows): (u16, u16)) -> (u16, u16) {
    (columns.min(LARGEST.0), rows.min(LARGEST.1))
}
