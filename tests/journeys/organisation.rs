//! The organisation, kept up by keys.

use guatu::domain::{Id, Kind, Lang, Value};

use crate::desk::Office;
use crate::records::create;

const DAY: &str = "2026-11-23";
const SIZE: (u16, u16) = (100, 30);

fn person(no: u32) -> Id {
    Id::new(Kind::Person, no)
}

/// An office with two people in division 2; the first of them owns a lead.
fn office() -> Office {
    let office = Office::founded(DAY);
    for name in ["演示张", "演示李"] {
        let list = [("name", Value::text(name)), ("division", Value::Ref(Id::division(2)))];
        create(&office, Kind::Person, &list);
    }
    let list = [
        ("name", Value::text("演示线索")),
        ("division", Value::Ref(Id::division(2))),
        ("owner", Value::Ref(person(2))),
    ];
    create(&office, Kind::Lead, &list);
    office
}

#[test]
fn somebody_new_works_where_the_cursor_stands() {
    let office = office();
    let mut wang = office.window("wang", Lang::Zh, SIZE);
    wang.press("O2o").paste("演示赵").press("<c-s>");
    let board = office.engine.board();
    let new = board.person(person(4)).expect("somebody new");
    assert_eq!((new.name.as_str(), new.division), ("演示赵", Some(Id::division(2))));
    drop(board);
    // A new department, and a name for one.
    wang.press("O<tab>o").paste("演示新部").press("<c-s>");
    assert!(wang.screen().contains("演示新部"), "{}", wang.screen());
}

#[test]
fn who_leaves_hands_over_and_comes_back_by_undo() {
    let office = office();
    let mut wang = office.window("wang", Lang::Zh, SIZE);
    wang.press("O2lx");
    assert!(wang.screen().contains("线索 1、目标 0"), "{}", wang.screen());
    // Nobody takes over from themselves.
    let mut other = office.window("wang", Lang::Zh, SIZE);
    other.press("O2lx").paste("演示张").press("<enter><c-s>");
    assert!(other.screen().contains("须由另一名未离岗的人员接手"), "{}", other.screen());
    wang.paste("演示李").press("<enter><c-s>");
    let owner = || office.engine.board().lead(Id::new(Kind::Lead, 1)).expect("the lead").owner;
    assert_eq!(owner(), Some(person(3)), "{}", wang.screen());
    assert!(office.engine.board().person(person(2)).expect("still there").left.is_some());
    let screen = wang.screen();
    assert!(screen.contains("众创服务 1人"), "{screen}");
    // Whoever left is offered no more, and is listed last.
    wang.press("<f6>a").paste("演示");
    assert!(!wang.screen().contains("演示张"), "{}", wang.screen());
    office.window("wang", Lang::Zh, SIZE).press("u");
    assert_eq!(owner(), Some(person(2)));
}

#[test]
fn enter_lists_what_somebody_has_in_hand_and_only_admins_change_the_roster() {
    let office = office();
    let mut guest = office.window("guest", Lang::Zh, SIZE);
    guest.press("O2l<enter>");
    let screen = guest.screen();
    assert!(screen.contains("演示张在办") && screen.contains("演示线索"), "{screen}");
    guest.press("<esc>x");
    assert!(office.engine.board().person(person(2)).expect("there").left.is_none());
    assert!(guest.screen().contains("众创服务 2人"), "back where it was opened: {}", guest.screen());
}
