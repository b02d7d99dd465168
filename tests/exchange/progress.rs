//! How far an import has come, and taking it back before it is written.

use std::collections::VecDeque;
use std::fmt::Write;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use chrono::{NaiveDate, TimeZone, Utc};
use guatu::board::{Board, Checked, RequestId, founding};
use guatu::domain::{Kind, Lang};
use guatu::server::requests::{Ask, Gone, Out, run};
use guatu::store::memory::MemoryStore;
use guatu::store::{Journal, Opened, Step, Store, StoreError};
use guatu::wire::{Command, Export, Progress};

use crate::counter::{Counter, plainly};

const READING: &str = "读取文件";
const CHECKING: &str = "逐行核对";
const WRITING: &str = "正在写入";

/// Somebody who watches an import, and stays for only so long.
#[derive(Default)]
struct Watcher {
    file: VecDeque<Vec<u8>>,
    heard: Vec<Progress>,
    out: Vec<u8>,
    err: Vec<String>,
    /// At this question whether it is still wanted the answer is another.
    leaves_at: Option<(usize, Result<bool, Gone>)>,
    asked: usize,
    /// How often it was asked before it was being written.
    asked_before: usize,
    /// Takes it back while it is being written, and lets the store go when that is answered.
    let_go: Option<Sender<()>>,
}

impl Out for Watcher {
    fn out(&mut self, bytes: &[u8]) -> Result<(), Gone> {
        self.out.extend_from_slice(bytes);
        Ok(())
    }

    fn err(&mut self, text: &str) -> Result<(), Gone> {
        self.err.push(text.to_owned());
        if let Some(go) = self.let_go.take() {
            go.send(()).expect("the store waits");
        }
        Ok(())
    }

    fn progress(&mut self, progress: Progress) {
        if progress.at != WRITING {
            self.asked_before = self.asked + 1;
        }
        self.heard.push(progress);
    }

    fn is_wanted(&mut self) -> Result<bool, Gone> {
        self.asked += 1;
        match self.leaves_at {
            Some((at, answer)) if self.asked >= at => answer,
            _ => Ok(self.let_go.is_none() || !self.is_being_written()),
        }
    }

    fn file(&mut self) -> Result<Option<Vec<u8>>, Gone> {
        Ok(self.file.pop_front())
    }
}

impl Watcher {
    fn of(file: &[u8]) -> Self {
        Self { file: file.chunks(1 << 16).map(<[u8]>::to_vec).collect(), ..Self::default() }
    }

    fn is_being_written(&self) -> bool {
        self.heard.last().is_some_and(|progress| progress.at == WRITING)
    }

    fn imports(&mut self, counter: &Counter) -> Result<i32, Gone> {
        let now = Utc.with_ymd_and_hms(2026, 11, 24, 1, 30, 0).unwrap();
        let (login, lang, request) = ("wang", Lang::Zh, RequestId(1 << 64));
        let ask = Ask { engine: &counter.engine, login, lang, now, is_tty: false, request, demo: false };
        run(Command::Import(Box::new(plainly())), &ask, self)
    }
}

fn sheet(rows: usize) -> String {
    (0..rows).fold("项目名称,责任人,备注\n".to_owned(), |mut sheet, row| {
        let _ = writeln!(sheet, "演示·{row},演示员{},备注{row}", row % 7);
        sheet
    })
}

/// A sheet, and what an export of its leads looks like.
fn files() -> [Vec<u8>; 2] {
    let mut counter = Counter::new();
    let sheet = sheet(5000).into_bytes();
    counter.import(&plainly(), &sheet);
    let exported = counter
        .ask(Command::Export(Export {
            form: "json".to_owned(),
            file: "leads.json".to_owned(),
            ..Export::default()
        }))
        .out;
    [sheet, exported]
}

#[test]
fn reading_checking_and_writing_are_told_in_order_and_none_runs_over_its_end() {
    for file in files() {
        let counter = Counter::new();
        let mut watcher = Watcher::of(&file);
        assert_eq!(watcher.imports(&counter), Ok(0), "{:?}", watcher.err);
        let mut phases: Vec<&str> = watcher.heard.iter().map(|progress| progress.at.as_str()).collect();
        phases.dedup();
        assert_eq!(phases, [READING, CHECKING, WRITING]);
        for pair in watcher.heard.windows(2).filter(|pair| pair[0].total > 0 && pair[0].at == pair[1].at) {
            assert!(pair[0].done < pair[1].done && pair[1].done <= pair[1].total, "{pair:?}");
        }
        let checked = watcher.heard.iter().rfind(|progress| progress.at == CHECKING).unwrap();
        assert_eq!((checked.done, checked.total), (5000, 5000));
    }
}

#[test]
fn taken_back_before_it_is_written_it_changes_nothing_and_says_so() {
    for file in files() {
        let mut whole = Watcher::of(&file);
        whole.imports(&Counter::new()).unwrap();
        // While it is read, while it is checked, and at the last moment.
        let questions = [1, whole.asked_before / 2, whole.asked_before];
        for at in questions {
            let counter = Counter::new();
            let head = counter.engine.board().head();
            let mut watcher = Watcher { leaves_at: Some((at, Ok(false))), ..Watcher::of(&file) };
            assert_eq!(watcher.imports(&counter), Ok(130), "question {at}");
            assert_eq!((watcher.err, watcher.out), (vec!["已取消，未作任何改动。".to_owned()], Vec::new()));
            assert_eq!(counter.engine.board().head(), head);
        }
    }
}

#[test]
fn nothing_is_written_for_somebody_who_is_gone() {
    for file in files() {
        let counter = Counter::new();
        let mut watcher = Watcher { leaves_at: Some((2, Err(Gone))), ..Watcher::of(&file) };
        assert_eq!(watcher.imports(&counter), Err(Gone));
        assert_eq!(counter.engine.board().count(Kind::Lead), 0);
    }
}

/// A store that keeps nothing after the founding until it is let go.
struct Slow {
    store: MemoryStore,
    go: Receiver<()>,
}

impl Store for Slow {
    fn fill(
        &mut self,
        today: NaiveDate,
        progress: &mut dyn FnMut(Step),
    ) -> Result<(Board, Opened), StoreError> {
        self.store.fill(today, progress)
    }

    fn commit(&mut self, batch: &[Checked]) -> Result<(), StoreError> {
        self.go.recv().expect("the test lets it go");
        self.store.commit(batch)
    }

    fn journal(&self) -> Arc<dyn Journal> {
        self.store.journal()
    }
}

#[test]
fn taken_back_while_it_is_written_it_is_told_to_be_too_late_and_is_written() {
    let (go, wait) = channel();
    go.send(()).unwrap();
    let counter = Counter::on(Slow { store: MemoryStore::new(), go: wait }, &founding::built_in());
    let file = sheet(10);
    let mut watcher = Watcher { let_go: Some(go), ..Watcher::of(file.as_bytes()) };
    assert_eq!(watcher.imports(&counter), Ok(0));
    assert_eq!(watcher.err, ["正在写入，已不能取消；写完后用 guatu undo 可整批撤销。"]);
    assert!(String::from_utf8_lossy(&watcher.out).contains("新增 10 条"));
    assert_eq!(counter.engine.board().count(Kind::Lead), 10);
}
