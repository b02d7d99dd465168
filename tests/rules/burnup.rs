//! Where a target leads, and how its figure grew, as tables computed by hand.

use chrono::{DateTime, NaiveDate};
use guatu::board::burnup::{self, Course, Outlook};
use guatu::board::{AnyRecord, Board, Change, Label, Origin, RequestId, Transaction, Verb};
use guatu::domain::lead::Contract;
use guatu::domain::target::Measure;
use guatu::domain::{Division, FieldKey, Id, Kind, Lead, Stage, Target, Value};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// More than fits in 64 bits when it is multiplied.
const MUCH: i64 = i64::MAX / 4;

/// Start, due, actual, goal, today; the figure on the due date and the day of completion.
#[test]
fn a_target_leads_on_at_the_rate_so_far() {
    let table = [
        // 10 in 100 days: 20 in 200; the other 10 take 100 days more.
        ("2026-01-01", "2026-07-20", 10, 20, "2026-04-11", Some(20), "2026-07-20"),
        // One day less, and it is a day late; what is not whole is not reached.
        ("2026-01-01", "2026-07-19", 10, 20, "2026-04-11", Some(19), "2026-07-20"),
        // 1 of 3 in 7 days: the third one 14 days later.
        ("2026-11-18", "2026-12-31", 1, 3, "2026-11-25", Some(6), "2026-12-09"),
        // Over the leap day: 59 days to 2028-02-29, and as many again.
        ("2028-01-01", "2028-06-30", 5, 10, "2028-02-29", Some(15), "2028-04-28"),
        // The same in a common year ends a day earlier for lack of it: 58 days gone.
        ("2027-01-01", "2027-06-30", 5, 10, "2027-02-28", Some(15), "2027-04-27"),
        // Over the year's end.
        ("2026-12-01", "2027-01-31", 3, 6, "2026-12-31", Some(6), "2027-01-30"),
        // On the first day, which counts as a whole one.
        ("2026-11-25", "2026-11-30", 2, 20, "2026-11-25", Some(12), "2026-12-04"),
        // Due on the day it began.
        ("2026-11-25", "2026-11-25", 2, 20, "2026-11-25", Some(2), "2026-12-04"),
        // Past due: nothing is said of the due date.
        ("2026-11-01", "2026-11-20", 5, 10, "2026-11-25", None, "2026-12-19"),
        // Money needs more than 64 bits on the way.
        ("2026-01-01", "2026-12-31", MUCH, MUCH * 2 + 1, "2026-07-02", Some(MUCH * 2), "2027-01-01"),
    ];
    for (start, due, actual, goal, today, at_due, finish) in table {
        let (start, due) = (Some(day(start)), Some(day(due)));
        let course = Course { start, due, actual, goal, done: None };
        let want = Outlook::Leads { at_due, finish: Some(day(finish)) };
        assert_eq!(course.outlook(day(today)), want, "{course:?} on {today}");
    }
}

#[test]
fn a_target_without_a_rate_says_why() {
    let today = day("2026-11-25");
    let base = Course {
        start: Some(day("2026-11-01")),
        due: Some(day("2026-12-31")),
        actual: 0,
        goal: 10,
        done: None,
    };
    let table = [
        (base, Outlook::NoProgress(24)),
        (Course { actual: -3, ..base }, Outlook::NoProgress(24)),
        (Course { start: Some(today), ..base }, Outlook::NoProgress(0)),
        (Course { start: Some(day("2026-11-26")), ..base }, Outlook::Ahead(day("2026-11-26"))),
        (Course { start: None, actual: 5, ..base }, Outlook::NoStart),
        (Course { goal: 0, ..base }, Outlook::DateOnly),
        (
            Course { actual: 10, done: Some(day("2026-11-20")), ..base },
            Outlook::Done(Some(day("2026-11-20"))),
        ),
        (Course { actual: 11, start: None, ..base }, Outlook::Done(None)),
        // 1 of 10,000 in 24 days: 239,976 days more.
        (
            Course { actual: 1, goal: 10_000, due: None, ..base },
            Outlook::Leads { at_due: None, finish: None },
        ),
    ];
    for (course, want) in table {
        assert_eq!(course.outlook(today), want, "{course:?}");
    }
}

fn put(board: &mut Board, id: Id, record: impl Into<AnyRecord>) {
    board.load(id, 1, 1, "wang", &record.into().fields()).expect("a record");
}

#[test]
fn a_counted_figure_grows_by_the_days_that_are_known() {
    let mut board = Board::new(day("2026-11-25"));
    let division = Some(Id::division(1));
    put(&mut board, Id::division(1), Division::default());
    let signed = |on: Option<&str>| Lead {
        division,
        stage: Stage::Sign,
        signed: on.map(day),
        contract_type: Some(Contract::Binding),
        ..Lead::default()
    };
    for (no, on) in (1..).zip([Some("2026-11-10"), Some("2026-11-03"), None, Some("2026-11-10")]) {
        put(&mut board, Id::new(Kind::Lead, no), signed(on));
    }
    let start = Some(day("2026-11-01"));
    let target = Target { division, measure: Measure::LeadsSign, goal: 9, start, ..Target::default() };
    let id = Id::new(Kind::Target, 1);
    put(&mut board, id, target);
    board.turn_to(board.today());
    let (points, undated) = burnup::counted(&board, id);
    assert_eq!(points, [(day("2026-11-03"), 1), (day("2026-11-10"), 3)]);
    assert_eq!(undated, 1, "one signed on a day that nobody knows");
    let on = |text| burnup::figure_on(&points, day(text));
    assert_eq!(
        [on("2026-11-02"), on("2026-11-03"), on("2026-11-09"), on("2026-11-10")],
        [None, Some(1), Some(1), Some(3)]
    );
    let listed: Vec<u32> = burnup::behind(&board, id).iter().map(|(_, id)| id.no).collect();
    assert_eq!(listed, [4, 1, 2, 3], "the newest first, the undated one last");
}

#[test]
fn a_typed_figure_is_read_from_the_history() {
    let board = Board::new(day("2026-11-25"));
    let id = Id::new(Kind::Target, 1);
    let actual = FieldKey::find(Kind::Target, "actual").expect("the field");
    let goal = FieldKey::find(Kind::Target, "goal").expect("the field");
    let tx = |seq: u64, at: &str, changes| Transaction {
        seq,
        at: at.parse::<DateTime<chrono::Utc>>().expect("a moment"),
        by: "wang".to_owned(),
        request: RequestId(u128::from(seq)),
        label: Label::one(Verb::Edit, id, ""),
        why: String::new(),
        origin: Origin::Do,
        changes,
    };
    let set = |id, field, to| Change::Set { id, field, from: Value::Empty, to: Value::Number(to) };
    let other = Id::new(Kind::Target, 2);
    // The newest first. 17:00 in London is the next day in the office.
    let lines = [
        tx(5, "2026-11-20T17:00:00Z", vec![set(id, actual, 8)]),
        tx(4, "2026-11-20T01:00:00Z", vec![set(other, actual, 99), set(id, goal, 50)]),
        tx(3, "2026-11-10T03:00:00Z", vec![set(id, actual, 6)]),
        tx(2, "2026-11-10T02:00:00Z", vec![set(id, actual, 7)]),
        tx(1, "2026-11-01T02:00:00Z", vec![Change::Create { id, fields: vec![(goal, Value::Number(9))] }]),
    ];
    let figures: Vec<_> = burnup::typed(&board, id, &lines).into_iter().collect();
    let want = [
        (1, (day("2026-11-01"), 0)),
        (2, (day("2026-11-10"), 7)),
        (3, (day("2026-11-10"), 6)),
        (5, (day("2026-11-21"), 8)),
    ];
    assert_eq!(figures, want);
}
