//! An office's engine in memory and a counter to ask it at: commands in, words and exit codes out.

use std::collections::VecDeque;
use std::sync::Arc;

use chrono::{DateTime, TimeZone, Utc};
use guatu::board::founding::{Plan, built_in};
use guatu::board::intent::Author;
use guatu::board::{Board, RequestId, overview};
use guatu::domain::Lang;
use guatu::engine::{Act, Engine, FixedClock};
use guatu::server::requests::{Ask, Gone, Out, run};
use guatu::store::Store;
use guatu::store::memory::MemoryStore;
use guatu::wire::{Command, Import, Progress};

/// What a command said.
#[derive(Debug, Default)]
pub(crate) struct Said {
    pub(crate) code: i32,
    pub(crate) out: Vec<u8>,
    pub(crate) err: Vec<String>,
    file: VecDeque<Vec<u8>>,
}

impl Said {
    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.out).unwrap()
    }

    pub(crate) fn error(&self) -> String {
        self.err.join("\n")
    }
}

impl Out for Said {
    fn out(&mut self, bytes: &[u8]) -> Result<(), Gone> {
        self.out.extend_from_slice(bytes);
        Ok(())
    }

    fn err(&mut self, text: &str) -> Result<(), Gone> {
        self.err.push(text.to_owned());
        Ok(())
    }

    fn progress(&mut self, _: Progress) {}

    fn is_wanted(&mut self) -> Result<bool, Gone> {
        Ok(true)
    }

    fn file(&mut self) -> Result<Option<Vec<u8>>, Gone> {
        Ok(self.file.pop_front())
    }
}

/// The engine of a freshly founded board, and who asks.
pub(crate) struct Counter {
    pub(crate) engine: Engine,
    pub(crate) login: &'static str,
    pub(crate) lang: Lang,
    pub(crate) tty: bool,
    now: DateTime<Utc>,
    clock: Arc<FixedClock>,
    asked: u128,
}

impl Counter {
    /// A board founded by `wang` from the built-in charter on a Tuesday morning.
    pub(crate) fn new() -> Self {
        Self::founded(&built_in())
    }

    /// A board founded from a charter.
    pub(crate) fn founded(plan: &Plan) -> Self {
        Self::on(MemoryStore::new(), plan)
    }

    /// The same on a store.
    pub(crate) fn on(store: impl Store + 'static, plan: &Plan) -> Self {
        let now = Utc.with_ymd_and_hms(2026, 11, 24, 1, 30, 0).unwrap();
        let board = Board::new(overview::day(&Board::default(), now));
        let clock = Arc::new(FixedClock::new(now));
        let engine = Engine::start(Box::new(store), board, clock.clone(), Box::new(|_| {})).unwrap();
        let mut counter = Self { engine, login: "wang", lang: Lang::Zh, tty: false, now, clock, asked: 0 };
        let request = counter.request();
        let proposal = {
            let board = counter.engine.board();
            let author = Author { board: &board, login: "wang", now, request };
            plan.propose(&author, "王演示")
        };
        counter.engine.act("wang", Act::Propose(proposal)).unwrap();
        counter
    }

    /// Lets it be noon of a day in the office.
    pub(crate) fn go_to(&mut self, day: &str) {
        self.now = format!("{day}T04:00:00Z").parse().unwrap();
        self.clock.set(self.now);
        self.engine.act("", Act::Turn).unwrap();
    }

    fn request(&mut self) -> RequestId {
        self.asked += 1;
        RequestId(self.asked)
    }

    /// Asks for something.
    pub(crate) fn ask(&mut self, command: Command) -> Said {
        self.ask_with(command, &[])
    }

    /// Asks for something with a file.
    pub(crate) fn ask_with(&mut self, command: Command, file: &[u8]) -> Said {
        let request = self.request();
        let ask = Ask {
            engine: &self.engine,
            login: self.login,
            lang: self.lang,
            now: self.now,
            is_tty: self.tty,
            request,
            demo: false,
        };
        let mut said = Said { file: file.chunks(1 << 16).map(<[u8]>::to_vec).collect(), ..Said::default() };
        said.code = run(command, &ask, &mut said).unwrap();
        said
    }

    /// Brings a file in.
    pub(crate) fn import(&mut self, import: &Import, file: &[u8]) -> Said {
        self.ask_with(Command::Import(Box::new(import.clone())), file)
    }
}

/// An import that says nothing but the file's name.
pub(crate) fn plainly() -> Import {
    Import { file: "台账.csv".to_owned(), ..Import::default() }
}

/// Words as a command carries them.
pub(crate) fn owned(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}
