//! Who works where, what everybody has in hand, and what goes over when somebody leaves.

use chrono::{DateTime, Utc};
use guatu::board::intent::Author;
use guatu::board::organisation::{self, Load};
use guatu::board::{AnyRecord, Board, RequestId, apply, check, invert};
use guatu::domain::six_one::SixOneState;
use guatu::domain::{Division, Id, Kind, Lead, Person, Role, SixOne, Stage, Target};

fn person(no: u32) -> Id {
    Id::new(Kind::Person, no)
}

fn lead(no: u32) -> Id {
    Id::new(Kind::Lead, no)
}

fn put(board: &mut Board, id: Id, record: impl Into<AnyRecord>) {
    board.load(id, 1, 1, "wang", &record.into().fields()).expect("it fits");
}

/// A Wednesday. Person 2 heads division 1, where 3 works, too; 4 has left; 1 is the admin.
fn office() -> Board {
    let mut board = Board::new("2026-09-02".parse().expect("a date"));
    put(
        &mut board,
        Id::division(1),
        Division { name_zh: "演示部".to_owned(), head: Some(person(2)), ..Division::default() },
    );
    for no in 1..=4 {
        let role = if no == 1 { Role::Admin } else { Role::Editor };
        let left = (no == 4).then(|| "2026-08-01".parse().expect("a date"));
        let division = (no > 1).then(|| Id::division(1));
        let login = format!("login{no}");
        let made =
            Person { name: format!("演示{no}"), division, role, login, on_post: no != 3, left, unit: None };
        put(&mut board, person(no), made);
    }
    let owner = Some(person(2));
    let of = |stage, due: &str| {
        let name = "演示".to_owned();
        Lead { name, stage, owner, due: due.parse().ok(), ..Lead::default() }
    };
    let leads = [
        of(Stage::Talk, "2026-09-01"), // overdue: red
        of(Stage::Talk, "2026-09-02"), // today
        of(Stage::Talk, "2026-09-06"), // Sunday
        of(Stage::Talk, "2026-09-07"), // Monday
        of(Stage::Park, "2026-09-03"),
        of(Stage::End, "2026-09-03"),
    ];
    for (no, made) in (1..).zip(leads) {
        put(&mut board, lead(no), made);
    }
    for (no, actual) in [(1, 3), (2, 10)] {
        put(
            &mut board,
            Id::new(Kind::Target, no),
            Target {
                name: "演示".to_owned(),
                division: Some(Id::division(1)),
                owner,
                goal: 10,
                actual,
                ..Target::default()
            },
        );
    }
    for (no, state) in [(1, SixOneState::Preparing), (2, SixOneState::Ready)] {
        put(
            &mut board,
            Id::new(Kind::SixOne, no),
            SixOne { division: Some(Id::division(1)), owner, state, ..SixOne::default() },
        );
    }
    board.turn_to(board.today());
    board
}

#[test]
fn the_load_of_a_person() {
    let board = office();
    assert_eq!(organisation::load(&board, person(2)), Load { leads: 4, red: 1, due: 2 });
    assert_eq!(organisation::load(&board, person(3)), Load::default());
}

#[test]
fn the_staff_of_a_house_is_who_has_not_left_its_head_first() {
    let board = office();
    let staff = organisation::staff(&board, Id::division(1));
    assert_eq!(staff, [person(2), person(3)]);
    assert_eq!(organisation::on_post(&board, &staff), 1);
    assert_eq!(organisation::people(&board), [1, 2, 3, 4].map(person));
}

#[test]
fn who_leaves_hands_over_what_is_not_done_in_one_step_that_can_be_taken_back() {
    let mut board = office();
    let now: DateTime<Utc> = "2026-09-02T04:00:00Z".parse().expect("a moment");
    let author = Author { board: &board, login: "login1", now, request: RequestId(1) };
    let proposal = author.depart(person(2), Some(person(3)), "调离");
    let checked = check(&board, proposal.sign(2, now, "login1")).expect("allowed");
    let done = apply(&mut board, checked);
    let owner = |board: &Board, no| board.lead(lead(no)).and_then(|lead| lead.owner);
    for no in 1..=5 {
        assert_eq!(owner(&board, no), Some(person(3)), "L{no}");
    }
    assert_eq!(owner(&board, 6), Some(person(2)), "what has ended stays with who ended it");
    let target = |no| board.target(Id::new(Kind::Target, no)).and_then(|target| target.owner);
    assert_eq!([target(1), target(2)], [Some(person(3)), Some(person(2))]);
    let six = |no| board.six_one(Id::new(Kind::SixOne, no)).and_then(|six| six.owner);
    assert_eq!([six(1), six(2)], [Some(person(3)), Some(person(2))]);
    assert_eq!(board.division(Id::division(1)).and_then(|d| d.head), Some(person(3)));
    let gone = board.person(person(2)).expect("still on the roster");
    assert_eq!((gone.login.as_str(), gone.on_post, gone.left), ("login2", false, Some(board.today())));
    assert_eq!(board.person_name("login2"), "演示2", "the history still tells who it was");
    assert_eq!(board.role("login2"), Role::Viewer, "the rights are gone");
    let back = check(&board, invert(&done, RequestId(2)).sign(3, now, "login1")).expect("allowed");
    apply(&mut board, back);
    assert_eq!(owner(&board, 1), Some(person(2)));
    assert_eq!(board.role("login2"), Role::Editor);
}

#[test]
fn the_last_admin_does_not_leave() {
    let board = office();
    let now: DateTime<Utc> = "2026-09-02T04:00:00Z".parse().expect("a moment");
    let author = Author { board: &board, login: "login1", now, request: RequestId(1) };
    let proposal = author.depart(person(1), None, "");
    assert!(check(&board, proposal.sign(2, now, "login1")).is_err());
}
