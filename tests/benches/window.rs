//! One window over a board in memory: an event, a key, a frame.

use std::hint::black_box;

use guatu::board::{Board, RequestId};
use guatu::domain::Lang;
use guatu::ui::app::App;
use guatu::ui::{Code, Cx, Depth, Event, Key, Look, Presence, glyph, theme};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use super::office;

/// Columns and rows.
pub(crate) const SIZE: (u16, u16) = (120, 34);

/// See the module.
pub(crate) struct Window {
    app: App,
    terminal: Terminal<TestBackend>,
    people: Vec<Presence>,
}

impl Window {
    pub(crate) fn new() -> Self {
        let look = Look::new(theme::default(), Depth::True, &glyph::UNICODE, Lang::Zh);
        let terminal = Terminal::new(TestBackend::new(SIZE.0, SIZE.1)).expect("a grid");
        Self { app: App::new(look, SIZE), terminal, people: Vec::new() }
    }

    pub(crate) fn event(&mut self, board: &Board, event: Event) {
        let cx = cx(board, &self.people);
        black_box(self.app.handle(event, &cx));
    }

    pub(crate) fn draw(&mut self, board: &Board) {
        let cx = cx(board, &self.people);
        let app = &self.app;
        self.terminal.draw(|frame| app.draw(&cx, frame)).expect("a grid takes every frame");
    }

    pub(crate) fn press(&mut self, board: &Board, code: Code) {
        self.event(board, Event::Key(Key::plain(code)));
        self.draw(board);
    }
}

fn cx<'a>(board: &'a Board, people: &'a [Presence]) -> Cx<'a> {
    Cx {
        board,
        past: None,
        now: office::now(),
        request: RequestId(7),
        login: "wang",
        people,
        trouble: None,
        demo: false,
    }
}
