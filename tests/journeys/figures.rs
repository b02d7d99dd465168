//! The figures move in every window as leads do, and lead to the leads behind them.

use guatu::domain::{Id, Kind, Lang, Value};

use crate::desk::Office;
use crate::records::{create, day};

const DAY: &str = "2026-11-23";
const SIZE: (u16, u16) = (100, 30);

/// Four leads in talks of division 4, one of them signed.
fn office() -> Office {
    let office = Office::founded(DAY);
    for (no, stage) in [(1, "talk"), (2, "talk"), (3, "talk"), (4, "sign")] {
        let list = [
            ("name", Value::text(format!("演示线索{no}"))),
            ("division", Value::Ref(Id::division(4))),
            ("stage", Value::Choice(stage)),
            ("source", Value::text("演示展会")),
            ("received", day("2026-11-02")),
            ("first_talk", day("2026-11-09")),
        ];
        create(&office, Kind::Lead, &list);
    }
    office
}

#[test]
fn a_signing_moves_the_rate_in_two_windows_and_enter_lists_who_is_behind_it() {
    let office = office();
    let mut mine = office.window("wang", Lang::Zh, SIZE);
    let mut other = office.window("li", Lang::En, SIZE);
    let screen = other.press("F").screen();
    assert!(screen.contains("25%") && screen.contains("Lead to Talk"), "{screen}");
    let screen = mine.press("<f12>").screen();
    assert!(screen.contains("25% 签约率") && screen.contains("7天"), "{screen}");
    // From the rate to those that did not sign.
    let screen = mine.press("jjl<enter>").screen();
    assert!(screen.contains("签约率：未到签约的线索") && screen.contains("演示线索1"), "{screen}");
    assert!(!screen.contains("演示线索4"), "{screen}");
    let signed = [("stage", Value::Choice("sign")), ("signed", day(DAY))];
    let list = [("name", Value::text("演示线索5")), ("division", Value::Ref(Id::division(4)))];
    create(&office, Kind::Lead, &[&list[..], &signed[..]].concat());
    let screen = other.screen();
    assert!(screen.contains("40%"), "two of five: {screen}");
    let screen = mine.press("<esc>").screen();
    assert!(screen.contains("40% 签约率"), "back at the figures: {screen}");
}

#[test]
fn a_split_is_turned_and_a_division_narrows_the_figures() {
    let office = office();
    let mut window = office.window("wang", Lang::Zh, SIZE);
    let screen = window.press("<f12><tab><tab><tab>").screen();
    assert!(screen.contains("演示展会"), "{screen}");
    let screen = window.press("G<home>").screen();
    assert!(screen.contains("4条"), "{screen}");
    let screen = window.press("5").screen();
    assert!(screen.contains("海洋生物") && screen.contains("全部线索（海洋生物）  0条"), "{screen}");
    assert!(!screen.contains("0%"), "nothing of nothing is no rate: {screen}");
    let screen = window.press("<esc>").screen();
    assert!(screen.contains("25% 签约率"), "{screen}");
    let screen = window.press("<tab><tab><tab>").screen();
    assert!(screen.contains("无责任人"), "{screen}");
    let screen = window.press("<esc>").screen();
    assert!(screen.contains("海洋技术装备") && !screen.contains("签约率"), "back on the board: {screen}");
}
