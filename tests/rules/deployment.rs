//! The deployment chart: which cell a target stands in, and in which order.

use chrono::NaiveDate;
use guatu::board::deployment;
use guatu::board::{AnyRecord, Board};
use guatu::domain::target::Area;
use guatu::domain::{Division, Id, Kind, Target};

fn day(text: &str) -> Option<NaiveDate> {
    text.parse().ok()
}

fn board(targets: Vec<Target>) -> Board {
    let mut board = Board::new(day("2026-11-25").expect("a date"));
    let mut put = |id, record: AnyRecord| board.load(id, 1, 1, "wang", &record.fields()).expect("a record");
    for no in 1..=2 {
        put(Id::division(no), Division::default().into());
    }
    for (no, target) in (1..).zip(targets) {
        put(Id::new(Kind::Target, no), target.into());
    }
    board.turn_to(board.today());
    board
}

#[test]
fn a_cell_has_the_worst_light_first() {
    let one = Some(Id::division(1));
    let due = |due| Target { division: one, area: Area::Park, due: day(due), ..Target::default() };
    let board = board(vec![
        due("2027-06-30"),
        due("2026-11-30"),
        due("2026-11-20"),
        Target { hold_reason: "演示".into(), ..due("2026-11-01") },
        due("2026-11-10"),
        due(""),
        Target { division: Some(Id::division(2)), area: Area::Policy, ..Target::default() },
    ]);
    let chart = deployment::chart(&board);
    assert_eq!(chart.areas, [Area::Policy, Area::Recruit, Area::Platform, Area::Park], "no fifth one");
    assert_eq!(chart.rows.len(), 2);
    let cell: Vec<u32> = chart.rows[0].cells[3].iter().map(|id| id.no).collect();
    assert_eq!(cell, [5, 3, 2, 6, 1, 4], "red, yellow, green, on hold; the earliest first");
    assert_eq!(chart.rows[1].cells[0], [Id::new(Kind::Target, 7)]);
}

#[test]
fn every_target_has_a_cell() {
    let other = Target { division: Some(Id::division(2)), area: Area::Other, ..Target::default() };
    let stray = Target { division: None, area: Area::Recruit, ..Target::default() };
    let chart = deployment::chart(&board(vec![other, stray]));
    assert_eq!(chart.areas.last(), Some(&Area::Other));
    assert_eq!(chart.rows[1].cells[4], [Id::new(Kind::Target, 1)]);
    assert_eq!((chart.rows.len(), chart.rows[2].division), (3, None));
    assert_eq!(chart.rows[2].cells[1], [Id::new(Kind::Target, 2)]);
    let empty = deployment::chart(&board(Vec::new()));
    assert!(empty.rows.len() == 2 && empty.rows.iter().flat_map(|row| &row.cells).all(Vec::is_empty));
}
