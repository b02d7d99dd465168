//! The agenda as tables: what stands under which heading on fixed days, and whose it is.

use chrono::{Duration, NaiveDate};
use guatu::board::agenda::{self, Group, Split, Wish};
use guatu::board::{AnyRecord, Board};
use guatu::domain::request::RequestState;
use guatu::domain::six_one::SixOneState;
use guatu::domain::target::Measure;
use guatu::domain::{Division, Id, Kind, Lead, Person, Request, SixOne, Stage, Target, Unit};

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A Wednesday.
fn today() -> NaiveDate {
    date("2026-11-25")
}

fn on(days: i64) -> Option<NaiveDate> {
    today().checked_add_signed(Duration::days(days))
}

const ME: Id = Id::new(Kind::Person, 1);
const OTHER: Id = Id::new(Kind::Person, 2);
const MY_UNIT: Id = Id::new(Kind::Unit, 1);
const OTHER_UNIT: Id = Id::new(Kind::Unit, 2);

fn put(board: &mut Board, id: Id, record: impl Into<AnyRecord>) {
    board.load(id, 1, 1, "wang", &record.into().fields()).unwrap();
}

/// An office where I work in unit 1 and head division 1; division 2 is another's.
fn office() -> Board {
    let mut board = Board::new(today());
    put(&mut board, MY_UNIT, Unit::default());
    put(&mut board, OTHER_UNIT, Unit::default());
    put(&mut board, ME, Person { login: "wang".into(), unit: Some(MY_UNIT), ..Person::default() });
    put(&mut board, OTHER, Person { login: "li".into(), ..Person::default() });
    put(&mut board, Id::division(1), Division { head: Some(ME), ..Division::default() });
    put(&mut board, Id::division(2), Division { head: Some(OTHER), ..Division::default() });
    board
}

fn wish(split: Split, person: Option<Id>, division: Option<Id>) -> Wish {
    Wish { split, person, division }
}

fn ids(board: &Board, wish: Wish) -> Vec<Id> {
    let listed = agenda::first(board, wish, usize::MAX, |_| true);
    assert!(listed.is_sorted());
    assert_eq!(agenda::counts(board, wish, |_| true).iter().sum::<usize>(), listed.len(), "{wish:?}");
    listed.into_iter().map(|(_, id)| id).collect()
}

#[test]
fn a_date_stands_under_its_heading() {
    let table = [
        ("2026-11-25", "2025-01-01", Some(Group::Overdue), "a Wednesday"),
        ("2026-11-25", "2026-11-24", Some(Group::Overdue), "the day before"),
        ("2026-11-25", "2026-11-25", Some(Group::Today), "the day"),
        ("2026-11-25", "2026-11-26", Some(Group::Week), "the day after"),
        ("2026-11-25", "2026-11-29", Some(Group::Week), "the Sunday"),
        ("2026-11-25", "2026-11-30", Some(Group::Month), "the Monday"),
        ("2026-11-25", "2026-12-25", Some(Group::Month), "the thirtieth day"),
        ("2026-11-25", "2026-12-26", None, "the one after"),
        ("2026-11-29", "2026-11-30", Some(Group::Month), "a week that ends today has no days left"),
        ("2026-11-30", "2026-12-06", Some(Group::Week), "a Monday's week is whole"),
    ];
    for (today, due, group, why) in table {
        assert_eq!(agenda::group(date(due), date(today)), group, "{due} on {today}: {why}");
    }
}

/// Rows of one kind: what each is, whether it is listed, whether it is mine.
type Cases<R> = Vec<(&'static str, R, bool, bool)>;

fn leads() -> Cases<Lead> {
    let base = Lead { division: Some(Id::division(2)), due: on(-1), ..Lead::default() };
    let mine = Lead { owner: Some(ME), ..base.clone() };
    let parked = Lead { stage: Stage::Park, due: None, ..mine.clone() };
    vec![
        ("my overdue step", mine.clone(), true, true),
        ("another's step", Lead { owner: Some(OTHER), ..base.clone() }, true, false),
        (
            "nobody's step in a division that I head",
            Lead { division: Some(Id::division(1)), ..base },
            true,
            false,
        ),
        ("a step too far ahead", Lead { due: on(31), ..mine.clone() }, false, false),
        ("one without a date", Lead { due: None, ..mine.clone() }, false, false),
        ("one in operation", Lead { stage: Stage::Run, ..mine.clone() }, false, false),
        ("one that was ended", Lead { stage: Stage::End, ..mine }, false, false),
        ("a parked one that wakes", Lead { wake_date: on(3), ..parked.clone() }, true, true),
        ("a parked one that woke", Lead { wake_date: on(-3), ..parked.clone() }, true, true),
        ("a parked one's old step", Lead { due: on(-3), ..parked }, false, false),
    ]
}

fn targets() -> Cases<Target> {
    let base = Target { division: Some(Id::division(2)), goal: 10, due: on(0), ..Target::default() };
    let mine = Target { owner: Some(ME), ..base.clone() };
    let counted = Target { measure: Measure::LeadsTalk, goal: 1, ..mine.clone() };
    vec![
        ("my target", mine.clone(), true, true),
        ("another's", base, true, false),
        ("one that is reached", Target { actual: 10, ..mine.clone() }, false, false),
        ("one on hold", Target { hold_reason: "用地".into(), ..mine }, false, false),
        ("one whose leads are enough", Target { division: None, ..counted.clone() }, false, false),
        ("one whose leads are not", Target { goal: 99, ..counted }, true, true),
    ]
}

fn requests() -> Cases<Request> {
    let base = Request { division: Some(Id::division(2)), due: on(4), ..Request::default() };
    let to = |unit| Request { unit: Some(unit), ..base.clone() };
    let raised = Request { division: Some(Id::division(1)), ..to(OTHER_UNIT) };
    vec![
        ("one that my unit works on", to(MY_UNIT), true, true),
        ("one that the division I head raised", raised.clone(), true, true),
        ("one that is mine for both reasons", Request { unit: Some(MY_UNIT), ..raised }, true, true),
        ("one between others", to(OTHER_UNIT), true, false),
        ("a finished one", Request { state: RequestState::Done, ..to(MY_UNIT) }, false, false),
    ]
}

fn six_ones() -> Cases<SixOne> {
    let mine = SixOne { division: Some(Id::division(2)), owner: Some(ME), due: on(30), ..SixOne::default() };
    vec![
        ("mine", mine.clone(), true, true),
        ("one in place", SixOne { state: SixOneState::Ready, ..mine }, false, false),
    ]
}

fn check<R: Into<AnyRecord> + Clone>(kind: Kind, cases: &Cases<R>) {
    let mut board = office();
    // Two leads in talks, which counted targets count.
    for no in 101..=102 {
        put(&mut board, Id::new(Kind::Lead, no), Lead { stage: Stage::Talk, ..Lead::default() });
    }
    for (no, (_, record, ..)) in (1..).zip(cases) {
        put(&mut board, Id::new(kind, no), record.clone());
    }
    board.turn_to(today());
    let all = ids(&board, wish(Split::All, Some(ME), None));
    let mine = ids(&board, wish(Split::Mine, Some(ME), None));
    for (no, (what, _, listed, own)) in (1..).zip(cases) {
        let id = Id::new(kind, no);
        assert_eq!((all.contains(&id), mine.contains(&id)), (*listed, *own), "{what}");
    }
    assert!(ids(&board, wish(Split::Mine, None, None)).is_empty(), "who is not on the roster has nothing");
}

#[test]
fn what_is_listed_and_what_is_mine() {
    check(Kind::Lead, &leads());
    check(Kind::Target, &targets());
    check(Kind::Request, &requests());
    check(Kind::SixOne, &six_ones());
}

#[test]
fn a_division_narrows_both_lists_and_the_headings_count_them() {
    let mut board = office();
    let lead = |division: u32, owner, days| Lead {
        division: Some(Id::division(division)),
        owner: Some(owner),
        due: on(days),
        ..Lead::default()
    };
    let rows = [(1, ME, -2), (1, OTHER, 0), (2, ME, 1), (2, ME, 29), (2, OTHER, -9)];
    for (no, (division, owner, days)) in (1..).zip(rows) {
        put(&mut board, Id::new(Kind::Lead, no), lead(division, owner, days));
    }
    let shared = Lead { co_divisions: vec![Id::division(2)], ..lead(1, ME, 8) };
    put(&mut board, Id::new(Kind::Lead, 6), shared);
    board.turn_to(today());
    let table = [
        (Split::All, None, vec![5, 1, 2, 3, 6, 4], [2, 1, 1, 2]),
        (Split::All, Some(1), vec![1, 2, 6], [1, 1, 0, 1]),
        (Split::All, Some(2), vec![5, 3, 6, 4], [1, 0, 1, 2]),
        (Split::Mine, None, vec![1, 3, 6, 4], [1, 0, 1, 2]),
        (Split::Mine, Some(1), vec![1, 6], [1, 0, 0, 1]),
        (Split::Mine, Some(2), vec![3, 6, 4], [0, 0, 1, 2]),
    ];
    for (split, division, numbers, counts) in table {
        let wish = wish(split, Some(ME), division.map(Id::division));
        let listed: Vec<u32> = ids(&board, wish).into_iter().map(|id| id.no).collect();
        assert_eq!((listed, agenda::counts(&board, wish, |_| true)), (numbers, counts), "{wish:?}");
        assert_eq!(agenda::first(&board, wish, 2, |_| true).len(), 2, "no more than are asked for");
    }
}
