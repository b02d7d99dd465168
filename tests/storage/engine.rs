//! The one writer: many at once, who may what, retries, undo, and a store in trouble.

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use chrono::{Days, NaiveDate};
use guatu::board::intent::Author;
use guatu::board::{
    Board, Change, Checked, Label, Origin, Proposal, Refusal, Rejected, RequestId, Trouble, Verb,
};
use guatu::domain::{Fields, Id, Kind, Role, Value};
use guatu::engine::{Act, Clock, Engine, FixedClock, Notice, Order};
use guatu::store::memory::MemoryStore;
use guatu::store::sled::SledStore;
use guatu::store::{Journal, Opened, Step, Store, StoreError, Work, verify};

use super::desk::{Desk, field, now, picture, today};

static REQUESTS: AtomicU32 = AtomicU32::new(1);

/// A number that no desk gives.
fn request() -> RequestId {
    RequestId(u128::from(REQUESTS.fetch_add(1, Ordering::Relaxed)) | 1 << 127)
}

/// An engine on a founded board, with what it announces and its clock.
struct Office {
    engine: Engine,
    notices: Receiver<Notice>,
    clock: Arc<FixedClock>,
}

fn start(mut store: impl Store + 'static) -> Office {
    let (board, _) = store.fill(today(), &mut |_| {}).unwrap();
    let (sender, notices) = channel();
    let clock = Arc::new(FixedClock::new(now()));
    let announce = Box::new(move |notice| drop(sender.send(notice)));
    let engine = Engine::start(Box::new(store), board, clock.clone(), announce).unwrap();
    Office { engine, notices, clock }
}

fn founded() -> Office {
    let store = MemoryStore::new();
    Desk::fill(store.clone()).unwrap().found();
    start(store)
}

impl Office {
    fn propose(&self, login: &str, make: impl FnOnce(Author<'_>) -> Proposal) -> Result<Id, Rejected> {
        let proposal = {
            let board = self.engine.board();
            make(Author { board: &board, login, now: now(), request: request() })
        };
        let subject = proposal.changes.first().map(Change::id);
        let done = self.engine.act(login, Act::Propose(proposal))?;
        Ok(done.created.first().copied().or(subject).unwrap())
    }

    fn lead(&self, login: &str, name: &str) -> Result<Id, Rejected> {
        let fields = vec![(field(Kind::Lead, "name"), Value::text(name))];
        self.propose(login, |author| author.create(Kind::Lead, fields))
    }

    fn person(&self, login: &str, role: Role) -> Id {
        let code = guatu::domain::Choice::code(role);
        let fields = vec![
            (field(Kind::Person, "name"), Value::text(login)),
            (field(Kind::Person, "login"), Value::text(login)),
            (field(Kind::Person, "role"), Value::Choice(code)),
        ];
        self.propose("wang", |author| author.create(Kind::Person, fields)).unwrap()
    }

    fn set(&self, login: &str, id: Id, key: &str, to: Value) -> Result<Id, Rejected> {
        self.propose(login, |author| author.edit(id, vec![(field(id.kind, key), to)]))
    }
}

#[test]
fn many_at_once_are_all_kept_and_numbered() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = Desk::open(home.path()).unwrap();
    desk.found();
    drop(desk);
    let office = start(SledStore::open(home.path()).unwrap());
    std::thread::scope(|scope| {
        for writer in 0..8 {
            let office = &office.engine;
            scope.spawn(move || {
                for n in 0..25 {
                    let fields = vec![(field(Kind::Lead, "name"), Value::text(format!("{writer}-{n}")))];
                    let board = office.board();
                    let author = Author { board: &board, login: "wang", now: now(), request: request() };
                    let proposal = author.create(Kind::Lead, fields);
                    drop(board);
                    let done = office.act("wang", Act::Propose(proposal)).unwrap();
                    let title = office.board().title(done.created[0]).to_owned();
                    assert_eq!(title, format!("{writer}-{n}"));
                }
            });
        }
    });
    let seen = picture(&office.engine.board());
    assert_eq!(office.engine.board().count(Kind::Lead), 200);
    assert_eq!(office.engine.board().head().seq, 201);
    let report = verify::agree(&office.engine.board().clone(), office.engine.journal().as_ref()).unwrap();
    assert_eq!(report.findings, []);
    office.engine.stop();
    drop(office);
    assert_eq!(picture(&Desk::open(home.path()).unwrap().board), seen);
}

#[test]
fn different_fields_both_succeed_and_the_same_field_shows_both_values() {
    let office = founded();
    let id = office.lead("wang", "甲").unwrap();
    let board = office.engine.board().clone();
    let author = || Author { board: &board, login: "wang", now: now(), request: request() };
    let source = |to: &str| author().edit(id, vec![(field(Kind::Lead, "source"), Value::text(to))]);
    let contact = author().edit(id, vec![(field(Kind::Lead, "contact"), Value::text("刘"))]);
    let act = |proposal| office.engine.act("wang", Act::Propose(proposal));
    act(source("展会")).unwrap();
    act(contact).unwrap();
    let refused = act(source("来信")).unwrap_err();
    let Rejected::Refused(Refusal::Conflict { mine, theirs, by, .. }) = refused else {
        panic!("{refused:?}")
    };
    assert_eq!((mine, theirs, by.as_str()), (Value::text("来信"), Value::text("展会"), "wang"));
}

/// Orders that wait together: the first blocks the engine until all are there.
#[test]
fn what_waits_together_is_judged_as_if_alone() {
    let office = founded();
    let id = office.lead("wang", "甲").unwrap();
    let board = office.engine.board().clone();
    let edit = |key: &str, to: &str| {
        let author = Author { board: &board, login: "wang", now: now(), request: request() };
        Act::Propose(author.edit(id, vec![(field(Kind::Lead, key), Value::text(to))]))
    };
    let acts = vec![
        edit("source", "一"),
        edit("source", "二"),
        edit("contact", "三"),
        Act::Undo(request()),
        Act::Undo(request()),
        Act::Redo(request()),
        Act::Turn,
    ];
    let held = office.engine.board();
    let answers = Arc::new(Mutex::new(Vec::new()));
    for (n, act) in acts.into_iter().enumerate() {
        let answers = answers.clone();
        let reply = Box::new(move |result: Result<_, _>| answers.lock().unwrap().push((n, result.is_ok())));
        office.engine.order(Order { login: "wang".to_owned(), act, reply });
    }
    drop(held);
    office.engine.stop();
    let expected = [(0, true), (1, false), (2, true), (3, true), (4, true), (5, true), (6, true)];
    assert_eq!(*answers.lock().unwrap(), expected);
    let board = office.engine.board();
    assert_eq!(board.value(id, field(Kind::Lead, "source")), Value::text("一"));
    assert_eq!(board.value(id, field(Kind::Lead, "contact")), Value::Empty);
}

#[test]
fn rights_by_role() {
    let office = founded();
    let lead = office.lead("wang", "甲").unwrap();
    let editor = office.person("li", Role::Editor);
    office.person("zhao", Role::Viewer);
    let whole = |kind, fields: &[(&str, Value)]| -> (Kind, Fields) {
        (kind, fields.iter().map(|(key, value)| (field(kind, key), value.clone())).collect())
    };
    let name = || ("name", Value::text("新"));
    let created: [((Kind, Fields), Role); 6] = [
        (whole(Kind::Lead, &[name()]), Role::Editor),
        (whole(Kind::Person, &[name()]), Role::Admin),
        (whole(Kind::Unit, &[("name_zh", Value::text("新"))]), Role::Admin),
        (whole(Kind::Person, &[name(), ("login", Value::text("sun"))]), Role::Admin),
        (whole(Kind::Person, &[name(), ("role", Value::Choice("editor"))]), Role::Admin),
        (whole(Kind::Division, &[("name_zh", Value::text("新"))]), Role::Admin),
    ];
    let set: [(Id, &str, Value, Role); 4] = [
        (lead, "source", Value::text("展会"), Role::Editor),
        (editor, "role", Value::Choice("admin"), Role::Admin),
        (Id::division(1), "positioning", Value::text("新"), Role::Admin),
        (Id::CHARTER, "pace_red", Value::Number(40), Role::Admin),
    ];
    for (login, role) in
        [("nobody", Role::Viewer), ("zhao", Role::Viewer), ("li", Role::Editor), ("wang", Role::Admin)]
    {
        let allowed = |result: Result<Id, Rejected>, needed: Role, what: &str| {
            let refused = Err(Rejected::Refused(Refusal::Role(needed)));
            assert!(role >= needed && result.is_ok() || result == refused, "{login}: {what}: {result:?}");
        };
        for ((kind, fields), needed) in created.clone() {
            let what = format!("{kind:?} {fields:?}");
            allowed(office.propose(login, |author| author.create(kind, fields)), needed, &what);
        }
        for (id, key, to, needed) in set.clone() {
            let to = if key == "source" { Value::text(login) } else { to };
            allowed(office.set(login, id, key, to), needed, key);
        }
    }
}

#[test]
fn an_editor_takes_back_an_import_with_its_people() {
    let office = founded();
    office.person("li", Role::Editor);
    let person = Id::provisional(Kind::Person, 0);
    let changes = vec![
        Change::Create { id: person, fields: vec![(field(Kind::Person, "name"), Value::text("刘"))] },
        Change::Create {
            id: Id::provisional(Kind::Lead, 0),
            fields: vec![
                (field(Kind::Lead, "owner"), Value::Ref(person)),
                (field(Kind::Lead, "name"), Value::text("甲")),
            ],
        },
    ];
    let before = office.engine.board().count(Kind::Person);
    office.propose("li", |author| author.import("表.csv", changes, 1)).unwrap();
    assert_eq!(office.engine.board().count(Kind::Person), before + 1);
    office.engine.act("li", Act::Undo(request())).unwrap();
    assert_eq!(office.engine.board().count(Kind::Person), before);
    assert_eq!(office.engine.board().count(Kind::Lead), 0);
    office.engine.act("li", Act::Redo(request())).unwrap();
    assert_eq!(office.engine.board().count(Kind::Lead), 1);
}

#[test]
fn the_founder_becomes_admin_and_nobody_founds_twice() {
    let office = start(MemoryStore::new());
    let early = office.lead("zhao", "甲");
    assert_eq!(early, Err(Rejected::Refused(Refusal::Role(Role::Editor))));
    let plan = guatu::board::founding::built_in();
    office.propose("zhao", |author| plan.propose(&author, "赵")).unwrap();
    assert_eq!(office.engine.board().role("zhao"), Role::Admin);
    assert!(office.propose("li", |author| plan.propose(&author, "李")).is_err());
    office.lead("zhao", "甲").unwrap();
}

#[test]
fn a_retry_is_not_applied_twice_not_even_after_a_restart() {
    let store = MemoryStore::new();
    Desk::fill(store.clone()).unwrap().found();
    let office = start(store.clone());
    let number = request();
    let act = Act::Propose(Proposal {
        request: number,
        origin: Origin::Do,
        label: Label::many(Verb::Create, "甲", 1),
        why: String::new(),
        changes: vec![super::desk::new_lead(0, "甲")],
    });
    let first = office.engine.act("wang", act.clone()).unwrap();
    assert_eq!(office.engine.act("wang", act.clone()).unwrap(), first);
    office.engine.stop();
    assert_eq!(office.engine.act("wang", act.clone()), Err(Rejected::Stopping));
    let office = start(store);
    assert_eq!(office.engine.act("wang", act).unwrap(), first);
    assert_eq!(office.engine.board().count(Kind::Lead), 1);
}

#[test]
fn undo_and_redo_are_each_logins_own_and_outlive_a_restart() {
    let store = MemoryStore::new();
    Desk::fill(store.clone()).unwrap().found();
    let office = start(store.clone());
    office.person("li", Role::Editor);
    let (ours, theirs) = (office.lead("wang", "甲").unwrap(), office.lead("li", "乙").unwrap());
    office.set("li", ours, "source", Value::text("展会")).unwrap();
    let act = |office: &Office, login: &str, act: Act| office.engine.act(login, act);
    let refused = act(&office, "wang", Act::Undo(request())).unwrap_err();
    assert!(matches!(refused, Rejected::Refused(Refusal::Changed { id, .. }) if id == ours), "{refused:?}");
    act(&office, "li", Act::Undo(request())).unwrap();
    act(&office, "wang", Act::Undo(request())).unwrap();
    assert!(!office.engine.board().has(ours) && office.engine.board().has(theirs));
    office.engine.stop();
    let office = start(store);
    assert_eq!(act(&office, "zhao", Act::Undo(request())), Err(Rejected::NothingToUndo));
    act(&office, "wang", Act::Redo(request())).unwrap();
    assert!(office.engine.board().has(ours));
    assert_eq!(act(&office, "wang", Act::Redo(request())), Err(Rejected::NothingToRedo));
    act(&office, "li", Act::Redo(request())).unwrap();
    let source = office.engine.board().value(ours, field(Kind::Lead, "source"));
    assert_eq!(source, Value::text("展会"));
}

#[test]
fn a_forged_origin_does_not_get_round_the_stages() {
    let office = founded();
    let id = office.lead("wang", "甲").unwrap();
    let stage = field(Kind::Lead, "stage");
    let refused = office.propose("wang", |author| Proposal {
        request: author.request,
        origin: Origin::Undo(2),
        label: Label::one(Verb::Move, id, "甲"),
        why: String::new(),
        changes: vec![Change::Set {
            id,
            field: stage,
            from: Value::Choice("lead"),
            to: Value::Choice("run"),
        }],
    });
    assert!(matches!(refused, Err(Rejected::Refused(_))), "{refused:?}");
}

#[test]
fn nothing_to_do_writes_nothing() {
    let office = founded();
    let id = office.lead("wang", "甲").unwrap();
    let board = office.engine.board().clone();
    let author = Author { board: &board, login: "wang", now: now(), request: request() };
    let proposal = author.edit(id, vec![(field(Kind::Lead, "name"), Value::text("甲"))]);
    assert_eq!(office.engine.act("wang", Act::Propose(proposal)).unwrap().seq, 2);
    assert_eq!(office.engine.board().head().seq, 2);
}

#[test]
fn the_board_turns_with_the_clock() {
    let office = founded();
    office.clock.set(now() + Days::new(1));
    office.engine.act("wang", Act::Turn).unwrap();
    assert_eq!(office.engine.board().today(), today() + Days::new(1));
    assert_eq!(office.notices.recv_timeout(Duration::from_secs(5)).unwrap(), Notice::Turned);
}

/// A store whose disk is full while it is told so.
struct Failing {
    inner: MemoryStore,
    full: Arc<Mutex<bool>>,
}

impl Store for Failing {
    fn fill(
        &mut self,
        today: NaiveDate,
        progress: &mut dyn FnMut(Step),
    ) -> Result<(Board, Opened), StoreError> {
        self.inner.fill(today, progress)
    }

    fn commit(&mut self, batch: &[Checked]) -> Result<(), StoreError> {
        if *self.full.lock().unwrap() {
            Err(StoreError::Full("/data".into()))
        } else {
            self.inner.commit(batch)
        }
    }

    fn settle(&mut self, _: bool) -> Result<Work, StoreError> {
        if *self.full.lock().unwrap() { Err(StoreError::Full("/data".into())) } else { Ok(Work::Done) }
    }

    fn journal(&self) -> Arc<dyn Journal> {
        self.inner.journal()
    }
}

#[test]
fn a_store_that_is_well_again_is_found_so_though_nobody_writes() {
    let inner = MemoryStore::new();
    Desk::fill(inner.clone()).unwrap().found();
    let full = Arc::new(Mutex::new(true));
    let office = start(Failing { inner, full: full.clone() });
    assert_eq!(office.lead("wang", "甲"), Err(Rejected::Store(Trouble::Full)));
    *full.lock().unwrap() = false;
    let mut notices = office.notices.iter();
    assert_eq!(notices.next(), Some(Notice::Trouble(Some(Trouble::Full))));
    assert_eq!(notices.next(), Some(Notice::Trouble(None)));
    assert_eq!(office.engine.trouble(), None);
}

#[test]
fn a_store_in_trouble_refuses_every_write_until_it_is_well() {
    let inner = MemoryStore::new();
    Desk::fill(inner.clone()).unwrap().found();
    let full = Arc::new(Mutex::new(false));
    let office = start(Failing { inner, full: full.clone() });
    office.lead("wang", "甲").unwrap();
    let before = picture(&office.engine.board());
    *full.lock().unwrap() = true;
    for _ in 0..3 {
        assert_eq!(office.lead("wang", "乙"), Err(Rejected::Store(Trouble::Full)));
    }
    assert_eq!(office.engine.trouble(), Some(Trouble::Full));
    assert_eq!(picture(&office.engine.board()), before);
    *full.lock().unwrap() = false;
    office.lead("wang", "丙").unwrap();
    assert_eq!(office.engine.trouble(), None);
    office.engine.stop();
    let notices: Vec<Notice> = office.notices.try_iter().collect();
    let expected =
        [Notice::Changed(2), Notice::Trouble(Some(Trouble::Full)), Notice::Trouble(None), Notice::Changed(3)];
    assert_eq!(notices, expected);
}

#[test]
fn that_no_snapshot_can_be_made_is_told_and_writes_go_on() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("snapshots");
    let mut desk = Desk::open(home.path()).unwrap();
    desk.found();
    drop(desk);
    let office = start(SledStore::open(home.path()).unwrap().every(1));
    std::fs::remove_dir_all(&folder).unwrap();
    std::fs::write(&folder, b"in the way").unwrap();
    office.lead("wang", "甲").unwrap();
    let told = |wanted: fn(&Notice) -> bool| {
        let mut notices = office.notices.iter();
        notices.find(wanted).expect("the engine lives")
    };
    told(|notice| matches!(notice, Notice::Trouble(Some(Trouble::Snapshot(_)))));
    office.lead("wang", "乙").unwrap();
    assert!(matches!(office.engine.trouble(), Some(Trouble::Snapshot(_))));
    std::fs::remove_file(&folder).unwrap();
    std::fs::create_dir(&folder).unwrap();
    office.lead("wang", "丙").unwrap();
    told(|notice| *notice == Notice::Trouble(None));
    office.engine.stop();
    assert_ne!(std::fs::read_dir(&folder).unwrap().count(), 0);
}

/// A clock that breaks when it is told to.
struct Breaking(AtomicU32);

impl Clock for Breaking {
    fn now(&self) -> chrono::DateTime<chrono::Utc> {
        assert_eq!(self.0.load(Ordering::SeqCst), 0, "the clock breaks");
        now()
    }
}

#[test]
fn when_the_writer_dies_everybody_is_told_and_nobody_waits() {
    let mut store = MemoryStore::new();
    Desk::fill(store.clone()).unwrap().found();
    let (board, _) = store.fill(today(), &mut |_| {}).unwrap();
    let clock = Arc::new(Breaking(AtomicU32::new(0)));
    let (sender, notices) = channel();
    let announce = Box::new(move |notice| drop(sender.send(notice)));
    let engine = Engine::start(Box::new(store), board, clock.clone(), announce).unwrap();
    let (go_on, wait) = channel::<()>();
    let (tell, answers) = channel();
    let order = |act: Act, reply: Box<dyn FnOnce(Result<guatu::board::Done, Rejected>) + Send>| {
        engine.order(Order { login: "wang".to_owned(), act, reply });
    };
    // The thread is held at an answer until two more orders wait behind it.
    order(Act::Turn, Box::new(move |_| wait.recv().unwrap()));
    for act in [Act::Turn, Act::Undo(request())] {
        let tell = tell.clone();
        order(act, Box::new(move |answer| tell.send(answer).unwrap()));
    }
    clock.0.store(1, Ordering::SeqCst);
    go_on.send(()).unwrap();
    let halted = Err(Rejected::Store(Trouble::Halted));
    assert_eq!(answers.recv().unwrap(), halted);
    assert_eq!(answers.recv().unwrap(), halted);
    assert_eq!(notices.recv().unwrap(), Notice::Trouble(Some(Trouble::Halted)));
    assert_eq!(engine.trouble(), Some(Trouble::Halted));
    assert_eq!(engine.act("wang", Act::Undo(request())), halted);
    assert_eq!(engine.board().head().seq, 1);
    engine.stop();
}
