//! What intents keep beside what a person says.

use std::sync::Arc;

use chrono::{DateTime, Duration, NaiveDate, Utc};
use guatu::board::index::Index;
use guatu::board::intent::Author;
use guatu::board::number::number;
use guatu::board::{
    AnyRecord, Board, Proposal, Refusal, RequestId, Transaction, Verb, apply, check, founding, overview,
};
use guatu::domain::request::RequestState;
use guatu::domain::{FieldKey, Id, Kind, Lead, Money, Reason, Stage, Target, Value};

struct Office {
    board: Board,
    now: DateTime<Utc>,
    /// What was done last.
    last: Arc<Transaction>,
}

impl Office {
    fn open() -> Self {
        let now = DateTime::from_timestamp(1_795_420_800, 0).unwrap();
        let board = Board::new(date(0));
        let author = Author { board: &board, login: "wang", now, request: RequestId(0) };
        let last = Arc::new(founding::built_in().propose(&author, "").sign(1, now, "wang"));
        let mut office = Self { board, now, last };
        office.take(|author| founding::built_in().propose(author, "")).unwrap();
        office
    }

    fn take(&mut self, make: impl FnOnce(&Author<'_>) -> Proposal) -> Result<Id, Refusal> {
        let seq = self.board.head().seq + 1;
        let author =
            Author { board: &self.board, login: "wang", now: self.now, request: RequestId(seq.into()) };
        let tx = number(&self.board, make(&author)).sign(seq, self.now, "wang");
        let id = tx.changes.first().map_or(Id::CHARTER, guatu::board::Change::id);
        let checked = check(&self.board, tx)?;
        self.last = apply(&mut self.board, checked);
        Ok(id)
    }

    fn create(&mut self, kind: Kind, list: &[(&str, Value)]) -> Id {
        let fields = list.iter().map(|(key, value)| (field(kind, key), value.clone())).collect();
        self.take(|author| author.create(kind, fields)).unwrap()
    }

    fn edit(&mut self, id: Id, key: &str, value: Value) {
        self.take(|author| author.edit(id, vec![(field(id.kind, key), value)])).unwrap();
    }

    fn target(&self, id: Id) -> &Target {
        self.board.target(id).unwrap()
    }

    fn lead(&self, id: Id) -> &Lead {
        self.board.lead(id).unwrap()
    }
}

fn field(kind: Kind, key: &str) -> FieldKey {
    FieldKey::find(kind, key).unwrap()
}

fn date(days: i64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap() + Duration::days(days)
}

fn division() -> (&'static str, Value) {
    ("division", Value::Ref(Id::division(1)))
}

#[test]
fn a_target_keeps_its_baseline_counts_its_redatings_and_knows_when_it_was_done() {
    let mut office = Office::open();
    let list = [
        division(),
        ("name", Value::text("面积")),
        ("goal", Value::Number(10)),
        ("due", Value::Date(date(30))),
    ];
    let id = office.create(Kind::Target, &list);
    assert_eq!(office.target(id).baseline_due, Some(date(30)));
    office.take(|author| author.redate(id, Some(date(40)), "延期")).unwrap();
    office.edit(id, "due", Value::Date(date(50)));
    let target = office.target(id);
    assert_eq!((target.baseline_due, target.due, target.redated), (Some(date(30)), Some(date(50)), 2));
    let today = Author { board: &office.board, login: "", now: office.now, request: RequestId(0) }.today();
    for (actual, done) in [(9, None), (10, Some(today)), (12, Some(today)), (3, None)] {
        office.edit(id, "actual", Value::Number(actual));
        assert_eq!(office.target(id).done, done, "{actual} of 10");
    }
}

#[test]
fn a_note_with_another_date_re_dates_a_target_and_is_the_reason() {
    let mut office = Office::open();
    let list = [division(), ("name", Value::text("面积")), ("due", Value::Date(date(30)))];
    let id = office.create(Kind::Target, &list);
    let due = field(Kind::Target, "due");
    // (the date in the form, times re-dated after it, the reason)
    let table =
        [(date(30), 0, ""), (date(40), 1, "等规划批复"), (date(40), 1, ""), (date(50), 2, "等规划批复")];
    for (to, times, why) in table {
        let from = office.board.value(id, due);
        let next = vec![(due, from, Value::Date(to))];
        office.take(|author| author.note(id, "等规划批复", true, next)).unwrap();
        let target = office.target(id);
        assert_eq!((target.due, target.redated, target.baseline_due), (Some(to), times, Some(date(30))));
        assert_eq!((office.last.why.as_str(), office.last.label.verb), (why, Verb::Note));
    }
    assert_eq!(office.board.index().notes(id).count(), 4);
}

#[test]
fn a_figure_s_date_of_reaching_follows_what_changes() {
    let mut office = Office::open();
    let today = date(0);
    let list = [
        division(),
        ("name", Value::text("面积")),
        ("goal", Value::Number(10)),
        ("actual", Value::Number(10)),
        ("done", Value::Date(date(-5))),
    ];
    let id = office.create(Kind::Target, &list);
    // (field, value, the date after it)
    let table = [
        ("actual", Value::Number(12), Some(date(-5)), "still reached"),
        ("goal", Value::Number(8), Some(date(-5)), "a lower goal was reached by then too"),
        ("goal", Value::Number(12), Some(today), "a higher one not before it was set"),
        ("done", Value::Date(date(-2)), Some(date(-2)), "corrected by hand"),
        ("goal", Value::Number(13), None, "out of reach"),
        ("done", Value::Date(date(-2)), None, "not done by saying so"),
        ("actual", Value::Number(13), Some(today), "reached"),
        ("measure", Value::Choice("leads_sign"), None, "its leads say it"),
        ("measure", Value::Choice("typed"), Some(today), "a figure again"),
        ("goal", Value::Number(0), Some(today), "a date only, done"),
        ("done", Value::Empty, None, "a date only, not done"),
        ("actual", Value::Number(99), None, "a figure without a goal says nothing"),
        ("done", Value::Date(date(-1)), Some(date(-1)), "marked done"),
    ];
    for (key, value, done, why) in table {
        office.edit(id, key, value);
        assert_eq!(office.target(id).done, done, "{why}");
    }
}

#[test]
fn a_hold_that_is_over_counts_as_none_at_once() {
    let mut office = Office::open();
    let list = [
        division(),
        ("name", Value::text("面积")),
        ("goal", Value::Number(10)),
        ("due", Value::Date(date(5))),
    ];
    let id = office.create(Kind::Target, &list);
    let table = [
        (Some(date(1)), true),
        (Some(date(-1)), false),
        (Some(date(0)), true),
        (Some(date(-30)), false),
        (None, true),
    ];
    for (until, held) in table {
        office.take(|author| author.hold(id, "等待批复", until)).unwrap();
        let total = office.board.index().total();
        let due = total.deadlines.contains(&(date(5), id));
        assert_eq!((total.on_hold == 1, due), (held, !held), "until {until:?}");
        let grey = matches!(overview::light_of(&office.board, id).reason, Reason::OnHold(_));
        assert_eq!(grey, held, "until {until:?}");
        assert_eq!(*office.board.index(), Index::build(&office.board, office.board.today()));
    }
    // A record that comes with its hold already over, as a restored or created one may.
    let over = [("hold_reason", Value::text("春节")), ("hold_until", Value::Date(date(-1)))];
    office.create(Kind::Target, &[&list[..], &over[..]].concat());
    office.edit(id, "hold_until", Value::Date(date(-1)));
    let total = office.board.index().total();
    assert_eq!((total.on_hold, total.deadlines.len()), (0, 2));
}

#[test]
fn a_six_one_keeps_the_day_it_came_in_place() {
    let mut office = Office::open();
    let id = Id::new(Kind::SixOne, 1);
    for (state, ready) in [("preparing", None), ("ready", Some(date(0))), ("vacant", None)] {
        office.edit(id, "state", Value::Choice(state));
        assert_eq!(office.board.six_one(id).unwrap().ready, ready, "{state}");
    }
}

#[test]
fn a_counted_target_falls_back_with_its_lead_and_keeps_the_lead_s_own_date() {
    let mut office = Office::open();
    let list = [
        division(),
        ("name", Value::text("签约")),
        ("measure", Value::Choice("leads_sign")),
        ("goal", Value::Number(1)),
        ("due", Value::Date(date(-10))),
    ];
    let target = office.create(Kind::Target, &list);
    let lead = office.create(
        Kind::Lead,
        &[
            division(),
            ("name", Value::text("甲")),
            ("stage", Value::Choice("sign")),
            ("signed", Value::Date(date(-12))),
            ("contract_type", Value::Choice("binding")),
        ],
    );
    let reason = |office: &Office| overview::light_of(&office.board, target).reason;
    assert_eq!(reason(&office), Reason::DoneInTime);
    office.take(|author| author.move_to(lead, Stage::Talk, vec![], "合同作废")).unwrap();
    assert_eq!(reason(&office), Reason::Overdue(10));
    let again = [
        ("signed", Value::Date(date(-1))),
        ("owner", Value::Ref(Id::new(Kind::Person, 1))),
        ("next_step", Value::text("注册")),
        ("due", Value::Date(date(9))),
        ("amount", Value::Money(Money::cny(1))),
        ("agreed_start", Value::Date(date(60))),
    ];
    let again = again.map(|(key, value)| (field(Kind::Lead, key), value)).to_vec();
    office.take(|author| author.move_to(lead, Stage::Sign, again, "")).unwrap();
    assert_eq!(reason(&office), Reason::CaughtUp);
    office.edit(target, "goal", Value::Number(2));
    assert_eq!(reason(&office), Reason::Overdue(10));
    assert_eq!(office.target(target).done, None, "nothing is stored that the leads say");
}

#[test]
fn a_request_is_closed_and_opened_again() {
    let mut office = Office::open();
    let unit = ("unit", Value::Ref(Id::new(Kind::Unit, 1)));
    let id = office.create(Kind::Request, &[division(), unit, ("about", Value::text("用电"))]);
    let table = [
        (RequestState::Working, "", Verb::Take, false),
        (RequestState::Done, "", Verb::Finish, true),
        (RequestState::Working, "漏了一处", Verb::Reopen, false),
        (RequestState::Waiting, "", Verb::Edit, false),
        (RequestState::Returned, "材料不全", Verb::Return, true),
        (RequestState::Waiting, "已补材料", Verb::Reopen, false),
        (RequestState::Done, "当天办完", Verb::Finish, true),
        (RequestState::Returned, "办错了", Verb::Return, true),
    ];
    let mut notes = 0;
    for (state, text, verb, closed) in table {
        let asks_why = verb == Verb::Return || verb == Verb::Reopen;
        if asks_why {
            let lacking = office.take(|author| author.answer(id, state, " "));
            assert_eq!(lacking, Err(Refusal::Lacks { id, fields: vec!["why"] }), "{state:?}");
        }
        office.take(|author| author.answer(id, state, text)).unwrap();
        assert_eq!(office.last.label.verb, verb);
        let request = office.board.request(id).unwrap();
        assert_eq!((request.state, request.closed.is_some()), (state, closed), "{state:?}");
        notes += usize::from(!text.is_empty());
        assert_eq!(office.board.index().notes(id).count(), notes, "{state:?}");
    }
    let same = office.take(|author| {
        let same = author.answer(id, RequestState::Returned, "再说一次");
        assert!(same.changes.is_empty(), "nothing to do, nothing to say");
        author.answer(id, RequestState::Waiting, "再议")
    });
    assert!(same.is_ok());
}

#[test]
fn a_lead_keeps_what_its_moves_say_of_it() {
    let mut office = Office::open();
    let id = office.create(Kind::Lead, &[("name", Value::text("深海"))]);
    let today = office.lead(id).received;
    assert!(today.is_some() && office.lead(id).stage_since == today);
    let lacking = office.take(|author| author.move_to(id, Stage::Talk, vec![], ""));
    assert_eq!(lacking, Err(Refusal::Lacks { id, fields: vec!["division", "owner", "next_step", "due"] }));
    let sets = vec![
        (field(Kind::Lead, "division"), Value::Ref(Id::division(1))),
        (field(Kind::Lead, "owner"), Value::Ref(Id::new(Kind::Person, 1))),
        (field(Kind::Lead, "next_step"), Value::text("考察")),
        (field(Kind::Lead, "due"), Value::Date(date(14))),
        (field(Kind::Lead, "stage"), Value::Choice("talk")),
    ];
    // By `edit`, as `set` does it: a stage goes the way of a move.
    office.take(|author| author.edit(id, sets)).unwrap();
    let lead = office.lead(id);
    assert_eq!((lead.verdict_by.as_str(), lead.verdict_at, lead.first_talk), ("wang", today, today));
    office.take(|author| author.park(id, date(90), "推迟")).unwrap();
    assert_eq!((office.lead(id).left_stage, office.lead(id).wake_date), (Some(Stage::Talk), Some(date(90))));
    office.take(|author| author.move_to(id, Stage::Lead, vec![], "")).unwrap();
    assert_eq!((office.lead(id).left_stage, office.lead(id).wake_date), (None, None));
}

#[test]
fn a_duplicate_gives_its_notes_to_the_lead_it_repeats() {
    let mut office = Office::open();
    let ids = ["甲", "乙"].map(|name| office.create(Kind::Lead, &[("name", Value::text(name))]));
    office.take(|author| author.note(ids[0], "电话", true, Vec::new())).unwrap();
    office.take(|author| author.duplicate(ids[0], ids[1])).unwrap();
    assert_eq!(office.board.index().notes(ids[1]).count(), 1);
    assert_eq!((office.lead(ids[0]).stage, office.lead(ids[0]).duplicate_of), (Stage::End, Some(ids[1])));
    let itself = office.take(|author| author.duplicate(ids[1], ids[1]));
    assert!(matches!(itself, Err(Refusal::Misfit { .. })), "{itself:?}");
}

#[test]
fn leads_that_are_duplicates_of_each_other_stop_nobody() {
    let mut office = Office::open();
    let [one, two, three] =
        ["甲", "乙", "丙"].map(|n| office.create(Kind::Lead, &[("name", Value::text(n))]));
    for (lead, of) in [(one, two), (two, one)] {
        let ended =
            Lead { name: "演示".to_owned(), stage: Stage::End, duplicate_of: Some(of), ..Lead::default() };
        office.board.load(lead, 2, 1, "wang", &AnyRecord::from(ended).fields()).unwrap();
    }
    office.board.turn_to(office.board.today());
    office.take(|author| author.duplicate(three, one)).unwrap();
    assert!([one, two].map(Some).contains(&office.lead(three).duplicate_of));
}

#[test]
fn what_does_not_change_is_left_out_and_a_conflict_shows_both_values() {
    let mut office = Office::open();
    let id = office.create(Kind::Lead, &[("name", Value::text("甲"))]);
    let name = field(Kind::Lead, "name");
    let author = |office: &Office, sets| {
        Author { board: &office.board, login: "li", now: office.now, request: RequestId(7) }
            .edit_from(id, sets, "")
    };
    let same = author(&office, vec![(name, Value::text("甲"), Value::text("甲"))]);
    assert!(same.changes.is_empty() && same.label.verb == Verb::Edit);
    office.edit(id, "name", Value::text("乙"));
    let agreed = author(&office, vec![(name, Value::text("甲"), Value::text("乙"))]);
    assert!(agreed.changes.is_empty(), "somebody else said the same");
    let other = author(&office, vec![(name, Value::text("甲"), Value::text("丙"))]);
    let refused = office.take(|_| other).unwrap_err();
    let (mine, theirs) = (Value::text("丙"), Value::text("乙"));
    assert_eq!(refused, Refusal::Conflict { id, field: name, mine, theirs, by: "wang".into() });
}

#[test]
fn the_last_admin_stays_one() {
    let mut office = Office::open();
    let founder = office.board.person_by_login("wang").unwrap().0;
    for (key, value) in [("role", Value::Choice("editor")), ("login", Value::Empty)] {
        let sets = vec![(field(Kind::Person, key), value)];
        assert_eq!(office.take(|author| author.edit(founder, sets)), Err(Refusal::LastAdmin), "{key}");
    }
    let name = ("name", Value::text("李四"));
    let other = office.create(Kind::Person, &[name, ("role", Value::Choice("admin"))]);
    let step_down = |author: &Author<'_>| {
        author.edit(founder, vec![(field(Kind::Person, "role"), Value::Choice("viewer"))])
    };
    assert_eq!(office.take(step_down), Err(Refusal::LastAdmin), "nobody can log in as the other");
    office.edit(other, "login", Value::text("li"));
    office.take(step_down).unwrap();
}

#[test]
fn a_duplicate_gives_its_notes_and_links_to_the_one_that_stays_and_undo_gives_them_back() {
    let mut office = Office::open();
    let name = |name: &str| ("name", Value::text(name));
    let [kept, double] = ["甲", "乙"].map(|n| office.create(Kind::Lead, &[name(n)]));
    let child = office.create(Kind::Lead, &[name("丙"), ("parent_lead", Value::Ref(double))]);
    let through = office.create(Kind::Lead, &[name("丁"), ("via_platform", Value::Ref(double))]);
    let note = office.take(|author| author.note(double, "已电话联系", true, Vec::new())).unwrap();
    let department = Value::Ref(office.board.ids(Kind::Unit)[0]);
    let request =
        [division(), ("unit", department), ("about", Value::text("用地")), ("lead", Value::Ref(double))];
    let request = office.create(Kind::Request, &request);
    office.take(|author| author.duplicate(double, kept)).unwrap();
    assert_eq!(office.board.note(note).unwrap().subject, Some(kept));
    assert_eq!(office.board.request(request).unwrap().lead, Some(kept));
    assert_eq!(office.lead(child).parent_lead, Some(kept));
    assert_eq!(office.lead(through).via_platform, Some(kept));
    assert_eq!((office.lead(double).stage, office.lead(double).duplicate_of), (Stage::End, Some(kept)));
    let seq = office.board.head().seq;
    let done = office.last.clone();
    assert_eq!(done.seq, seq);
    office.take(|author| guatu::board::invert(&done, author.request)).unwrap();
    assert_eq!(office.lead(child).parent_lead, Some(double));
    assert_eq!(office.board.note(note).unwrap().subject, Some(double));
    assert_eq!(office.lead(double).stage, Stage::Lead);
    assert_eq!(*office.board.index(), Index::build(&office.board, office.board.today()));
}
