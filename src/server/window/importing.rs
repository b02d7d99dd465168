//! The import that a window looks at: the file as it was read, what is planned of it, and its way to the
//! engine. Reading and planning have a thread of their own. May use `importing`, `ui::views`, `wire`.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use super::super::house::House;
use super::super::importing::{self, LARGEST, Planned, Source, Unread};
use super::super::requests::{Ask, unreadable};
use super::{News, Window};
use crate::board::RequestId;
use crate::domain::Lang;
use crate::engine::Act;
use crate::exchange::import::BadFile;
use crate::say;
use crate::ui::Event;
use crate::ui::text::clean;
use crate::ui::views::import::model::{Came, Choices, Order};
use crate::wire::{FileFault, Import};

/// How far it is, is told so often.
const PAUSE: Duration = Duration::from_millis(100);

/// The import that a window looks at.
#[derive(Default)]
pub(super) struct Job {
    /// What was said on the command line.
    base: Import,
    choices: Choices,
    source: Option<Arc<Source>>,
    planned: Option<Planned>,
    /// The request that waits for a plan on the board as it is now.
    doing: Option<RequestId>,
    /// Work that began under another number is not wanted any more.
    number: Arc<AtomicU64>,
}

/// What comes of work on an import, under its number.
pub(in crate::server) enum Found {
    /// So many rows are planned, and of how many.
    Far(u64, u64),
    /// It is planned; nobody wanted it to the end where there is none.
    Planned(Arc<Source>, Option<Box<Planned>>),
    /// It cannot be, and why.
    Failed(String),
}

/// Work to be done beside everything else.
enum Work {
    Read(Vec<u8>, String),
    Plan(Arc<Source>),
}

impl Window {
    /// Does what the window wants done for an import.
    pub(super) fn import(&mut self, order: Order) {
        match order {
            Order::Read(path) => {
                self.close_import();
                self.job.base = self.wished.take().unwrap_or_default();
                self.ask_for_file(path);
            }
            Order::Plan(choices) => {
                self.job.choices = *choices;
                self.plan();
            }
            Order::Keep(sheet, name) => self.keep_choices(sheet, &name),
            Order::Do(request) => self.do_import(request),
            Order::Close => {
                self.wished = None;
                self.stop_reading();
                self.close_import();
            }
        }
    }

    /// Forgets the file, and lets go of what works on it.
    fn close_import(&mut self) {
        let number = self.job.number.clone();
        number.fetch_add(1, Ordering::Relaxed);
        self.job = Job { number, ..Job::default() };
    }

    /// The file has come whole.
    pub(super) fn read_file(&mut self, path: &str, bytes: Vec<u8>) {
        let name = path.rsplit('/').next().unwrap_or(path).to_owned();
        self.start(Work::Read(bytes, name));
    }

    /// It is larger than can be.
    pub(super) fn too_large(&mut self) {
        let why = say!(self.lang(), "import-large", megabytes = LARGEST >> 20);
        self.feed(Event::Import(Came::Failed(why)));
    }

    /// It cannot be read.
    pub(super) fn no_file(&mut self, path: &str, fault: &FileFault) {
        let why = fault_said(path, fault, self.lang());
        self.feed(Event::Import(Came::Failed(why)));
    }

    pub(super) fn lang(&self) -> Lang {
        self.app.look().lang
    }

    /// Plans it anew.
    fn plan(&mut self) {
        (self.job.planned, self.job.doing) = (None, None);
        if let Some(source) = self.job.source.clone() {
            self.start(Work::Plan(source));
        }
    }

    fn start(&mut self, work: Work) {
        let number = self.job.number.fetch_add(1, Ordering::Relaxed) + 1;
        let worker = Worker {
            house: self.house.clone(),
            login: self.login.clone(),
            lang: self.lang(),
            base: self.job.base.clone(),
            choices: self.job.choices.clone(),
            current: self.job.number.clone(),
            number,
        };
        let news = self.news.clone();
        tokio::task::spawn_blocking(move || {
            let tell = |found| drop(news.send(News::Import(number, found)));
            let found = catch_unwind(AssertUnwindSafe(|| worker.work(work, &tell)));
            // A window that has closed since needs no answer.
            tell(found.unwrap_or_else(|_| Found::Failed(say!(worker.lang, "preview-fault"))));
        });
    }

    /// Takes what came of work on an import.
    pub(super) fn found(&mut self, number: u64, found: Found) {
        if self.job.number.load(Ordering::Relaxed) != number {
            return;
        }
        match found {
            Found::Far(done, total) => self.feed(Event::Import(Came::Planning(done, total))),
            Found::Failed(why) => {
                self.close_import();
                self.feed(Event::Import(Came::Failed(why)));
            }
            Found::Planned(_, None) => {}
            Found::Planned(source, Some(planned)) => {
                self.job.source = Some(source);
                self.take_plan(*planned);
            }
        }
    }

    fn take_plan(&mut self, planned: Planned) {
        let preview = planned.preview.clone();
        let before = self.job.planned.replace(planned);
        let Some(request) = self.job.doing.take() else {
            return self.feed(Event::Import(Came::Ready(preview)));
        };
        let is_same =
            before.zip(self.job.planned.as_ref()).is_some_and(|(old, new)| old.comes_to_the_same(new));
        if is_same {
            self.write(request);
        } else {
            self.feed(Event::Import(Came::Again(preview)));
        }
    }

    /// Has what was planned written: on the board as it is now, so it may have to be planned anew.
    fn do_import(&mut self, request: RequestId) {
        let head = self.house.engine().board().head().seq;
        let is_new = self.job.planned.as_ref().is_some_and(|planned| planned.head == head);
        if is_new {
            return self.write(request);
        }
        if let Some(source) = self.job.source.clone() {
            self.job.doing = Some(request);
            self.start(Work::Plan(source));
        }
    }

    /// Keeps what was chosen for a sheet under a name.
    fn keep_choices(&mut self, sheet: usize, name: &str) {
        let Some(source) = &self.job.source else { return };
        let ask = ask(&self.house, &self.login, self.app.look().lang, RequestId(0));
        let keep = || importing::keep(source, &self.job.choices, sheet, name, &ask);
        let kept = tokio::task::block_in_place(keep);
        let told = kept.map(|()| say!(ask.lang, "preview-choices-kept", name = clean(name)));
        self.later.push(Event::Import(Came::Told(told)));
    }

    /// Keeps the choices under the name that was given on the command line.
    fn keep_as_wished(&mut self, planned: &Planned) {
        let name = self.job.source.as_ref().and_then(|source| source.save().map(str::to_owned));
        let first = planned.preview.sheets.iter().position(|sheet| sheet.taken);
        if let (Some(name), Some(sheet)) = (name, first) {
            self.keep_choices(sheet, &name);
        }
    }

    fn write(&mut self, request: RequestId) {
        let Some(planned) = self.job.planned.take() else { return };
        // Also where it was planned once more: until here it could be left.
        self.feed(Event::Import(Came::Writing));
        self.keep_as_wished(&planned);
        let ask = ask(&self.house, &self.login, self.app.look().lang, request);
        let proposal = planned.proposal(&ask);
        self.order(request, Act::Propose(proposal));
    }
}

impl Drop for Window {
    /// What works on an import has nobody to do it for any more.
    fn drop(&mut self) {
        self.job.number.fetch_add(1, Ordering::Relaxed);
    }
}

/// What reads or plans a file.
struct Worker {
    house: Arc<House>,
    login: String,
    lang: Lang,
    base: Import,
    choices: Choices,
    current: Arc<AtomicU64>,
    number: u64,
}

impl Worker {
    fn work(&self, work: Work, tell: &dyn Fn(Found)) -> Found {
        let ending = self.house.ending();
        let is_wanted = || self.current.load(Ordering::Relaxed) == self.number && ending.borrow().is_none();
        let mut told = Instant::now();
        let mut hear = |done, total| {
            if told.elapsed() >= PAUSE {
                told = Instant::now();
                tell(Found::Far(done, total));
            }
            is_wanted()
        };
        let ask = ask(&self.house, &self.login, self.lang, RequestId(0));
        let source = match work {
            Work::Plan(source) => source,
            Work::Read(bytes, name) => {
                match Source::read(bytes, &name, &self.base, &ask, &mut |_, _| is_wanted()) {
                    Ok(source) => Arc::new(source),
                    Err(Unread::Wish(why)) => return Found::Failed(why),
                    Err(Unread::Bad(bad)) => return self.unfit(&bad),
                }
            }
        };
        match importing::plan(&source, &self.choices, &ask, &mut hear) {
            Ok(planned) => Found::Planned(source, planned.map(Box::new)),
            Err(bad) => self.unfit(&bad),
        }
    }

    fn unfit(&self, bad: &BadFile) -> Found {
        Found::Failed(unreadable::said(bad, &self.house.engine().board(), self.lang))
    }
}

/// Who wants something, for what plans and writes.
pub(super) fn ask<'a>(house: &'a House, login: &'a str, lang: Lang, request: RequestId) -> Ask<'a> {
    Ask {
        engine: house.engine(),
        login,
        lang,
        now: house.now(),
        is_tty: true,
        request,
        demo: house.is_demo(),
    }
}

/// Why a file cannot be read or written, in a sentence.
pub(super) fn fault_said(path: &str, fault: &FileFault, lang: Lang) -> String {
    let path = clean(path).into_owned();
    match fault {
        FileFault::NotFound => say!(lang, "file-not-found", path = path),
        FileFault::Denied => say!(lang, "file-denied", path = path),
        FileFault::Folder => say!(lang, "file-folder", path = path),
        FileFault::Exists => say!(lang, "file-exists", path = path),
        FileFault::Stopped => say!(lang, "import-cancelled"),
        FileFault::Other(why) => say!(lang, "file-other", path = path, why = clean(why).into_owned()),
    }
}
