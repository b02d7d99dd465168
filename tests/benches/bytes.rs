//! How many bytes a key costs on the link, pressed once in a while and held down. Run with
//! `cargo bench --bench bytes`; beside each figure stands its floor: of the table the two rows that
//! a step of the cursor changes, of the detail the bare text that differs.

mod office;

use chrono::{DateTime, TimeDelta, Utc};
use guatu::board::{Board, RequestId};
use guatu::domain::Lang;
use guatu::server::backend::Screen;
use guatu::ui::app::App;
use guatu::ui::{Code, Cx, Depth, Event, Key, Look, Presence, glyph, layout, theme};
use ratatui::Terminal;
use ratatui::backend::Backend;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;

/// So many steps make a mean.
const STEPS: usize = 50;

/// From one press to the next: of a person who reads, and of a key held down.
const READING: TimeDelta = TimeDelta::seconds(1);
const HELD: TimeDelta = TimeDelta::milliseconds(30);

/// From the list's top to its rows: what is listed, and the columns' words.
const HEAD: u16 = 2;

/// A window as the server holds it: its frames end as bytes.
struct Window<'a> {
    board: &'a Board,
    app: App,
    terminal: Terminal<Screen>,
    shown: Buffer,
    now: DateTime<Utc>,
}

impl<'a> Window<'a> {
    fn on_leads(board: &'a Board, (columns, rows): (u16, u16)) -> Self {
        let look = Look::new(theme::default(), Depth::Ansi256, &glyph::UNICODE, Lang::Zh);
        let app = App::new(look, (columns, rows));
        let terminal = Terminal::new(Screen::new(columns, rows)).expect("a buffer");
        let mut window = Self { board, app, terminal, shown: Buffer::default(), now: office::now() };
        window.press(Code::F(6));
        window
    }

    /// What goes out after an event.
    fn after(&mut self, event: Event) -> Sent {
        let people: [Presence; 0] = [];
        let (now, request) = (self.now, RequestId(7));
        let cx = Cx {
            past: None,
            board: self.board,
            now,
            request,
            login: "wang",
            people: &people,
            trouble: None,
            demo: false,
        };
        let _ = self.app.handle(event, &cx);
        let app = &self.app;
        let drawn = self.terminal.draw(|frame| app.draw(&cx, frame)).expect("a buffer takes every frame");
        let before = std::mem::replace(&mut self.shown, drawn.buffer.clone());
        let frame = self.terminal.backend_mut().take().len();
        if before.area != self.shown.area {
            return Sent { frame, ..Sent::default() };
        }
        let split = layout::split(layout::screen(before.area, false).expect("large enough").body);
        let in_detail = |x: u16, y: u16| split.detail.is_some_and(|area| area.contains((x, y).into()));
        let cells = before.diff(&self.shown);
        let (detail, rest): (Vec<_>, Vec<_>) = cells.into_iter().partition(|(x, y, _)| in_detail(*x, *y));
        let text = detail.iter().map(|(.., cell)| cell.symbol().len()).sum();
        Sent { frame, table: self.written(rest), text }
    }

    fn press(&mut self, code: Code) -> Sent {
        self.after(Event::Key(Key::plain(code)))
    }

    /// Lets some time go by: what goes out meanwhile.
    fn pass(&mut self, time: TimeDelta) -> usize {
        let until = self.now + time;
        let mut bytes = 0;
        while let Some(at) = self.app.wakes(self.now).filter(|at| *at < until) {
            self.now = at;
            bytes += self.after(Event::Tick).frame;
        }
        self.now = until;
        bytes
    }

    /// Steps down the list at a pace: what each step cost, and what all did, the rest after the last
    /// included.
    fn walk(&mut self, pace: TimeDelta) -> (Vec<Sent>, usize) {
        self.pass(READING);
        let mut meanwhile = 0;
        let mut step = || {
            let sent = self.press(Code::Down);
            meanwhile += self.pass(pace);
            sent
        };
        let sent: Vec<Sent> = (0..STEPS).map(|_| step()).collect();
        let all = sent.iter().map(|sent| sent.frame).sum::<usize>() + meanwhile + self.pass(READING);
        (sent, all)
    }

    /// The table's part of the body.
    fn list(&self) -> Rect {
        let screen = layout::screen(self.shown.area, false).expect("large enough");
        layout::split(screen.body).list
    }

    /// The bytes of two rows of the table, written whole as they stand on the screen.
    fn rows(&self) -> usize {
        let list = Rect { y: self.list().y + HEAD, height: 2, ..self.list() };
        // What is new on a screen that shows something else everywhere.
        let mut other = self.shown.clone();
        for at in list.positions() {
            other[at].set_symbol("?");
        }
        self.written(other.diff(&self.shown))
    }

    fn written(&self, cells: Vec<(u16, u16, &Cell)>) -> usize {
        let mut out = Screen::new(self.shown.area.width, self.shown.area.height);
        out.draw(cells.into_iter()).expect("a buffer takes all");
        out.take().len()
    }
}

/// The bytes of a frame.
#[derive(Default, Clone, Copy)]
struct Sent {
    /// All of them.
    frame: usize,
    /// Those that a frame without the detail would have.
    table: usize,
    /// The bare text in the detail that is not what it was.
    text: usize,
}

/// Walks down the leads and prints what it costs.
fn walk(name: &str, board: &Board, (columns, rows): (u16, u16)) {
    let mut window = Window::on_leads(board, (columns, rows));
    let height = usize::from(window.list().height - HEAD);
    let (sent, all) = window.walk(READING);
    // As the table turns its pages: the last row of one is the first of the next.
    let turns = |place: usize| (place + 1).is_multiple_of(height - 1);
    let mean = |of: fn(&Sent) -> usize, turning: Option<bool>| {
        let chosen = sent.iter().enumerate().filter(|(at, _)| turning.is_none_or(|turn| turn == turns(*at)));
        let all: Vec<usize> = chosen.map(|(_, sent)| of(sent)).collect();
        all.iter().sum::<usize>() / all.len().max(1)
    };
    let two_rows = window.rows();
    window.press(Code::Home);
    let (_, held) = window.walk(HELD);
    let table = mean(|sent| sent.table, Some(false));
    println!(
        "{name:<12}{:<8}{:>7}{:>7}{two_rows:>10}{:>6}%{:>13}{:>11}{:>7}{:>9}{:>7}{:>6}",
        format!("{columns}×{rows}"),
        mean(|sent| sent.frame, Some(false)),
        table,
        table * 100 / two_rows.max(1),
        mean(|sent| sent.text, Some(false)),
        mean(|sent| sent.frame, Some(true)),
        all / STEPS,
        held / STEPS,
        mean(|sent| sent.table, None),
        window.after(Event::Changed).frame,
    );
}

fn main() {
    let office = office::filled(1_000);
    let (demo, _) = guatu::demo::build(office::now(), "wang");
    println!("bytes a key: {STEPS} steps down a list of leads, 256 colours");
    println!(
        "{:<20}{:>7}{:>7}{:>10}{:>7}{:>13}{:>11}{:>7}{:>9}{:>7}{:>6}",
        "",
        "step",
        "table",
        "two rows",
        "of it",
        "detail text",
        "page turn",
        "mean",
        "key held",
        "table",
        "idle"
    );
    for (name, board) in [("1,000 leads", &office), ("demo", &demo)] {
        for size in [(120, 34), (109, 34), (80, 24), (60, 16)] {
            walk(name, board, size);
        }
    }
}
