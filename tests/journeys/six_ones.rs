//! The Six Ones, moved on by a key.

use guatu::domain::six_one::SixOneState;
use guatu::domain::{Id, Kind, Lang};

use crate::desk::Office;

const DAY: &str = "2026-11-23";

fn state(office: &Office, no: u32) -> SixOneState {
    office.engine.board().six_one(Id::new(Kind::SixOne, no)).expect("one of the 36").state
}

#[test]
fn space_takes_a_cell_through_its_states_and_others_see_it() {
    let office = Office::founded(DAY);
    let mut wang = office.window("wang", Lang::Zh, (80, 24));
    let mut other = office.window("guest", Lang::En, (120, 34));
    other.press("<f7>");
    assert!(other.screen().contains("0 of 36 in place"), "{}", other.screen());
    // The second division's alliance.
    wang.press("<f7>jl<space>");
    assert_eq!(state(&office, 8), SixOneState::Preparing);
    wang.press("<space>");
    assert_eq!(state(&office, 8), SixOneState::Ready);
    let ready = office.engine.board().six_one(Id::new(Kind::SixOne, 8)).expect("it").ready;
    assert_eq!(ready.map(|day| day.to_string()).as_deref(), Some(DAY));
    assert!(wang.screen().contains("到位 1/36"), "{}", wang.screen());
    assert!(other.screen().contains("1 of 36 in place"), "{}", other.screen());
    wang.press("<space>");
    assert_eq!(state(&office, 8), SixOneState::Vacant);
    wang.press("uu");
    assert_eq!(state(&office, 8), SixOneState::Preparing);
    // Who only looks is told so.
    other.press("jl<space>");
    assert_eq!(state(&office, 8), SixOneState::Preparing);
}

#[test]
fn enter_edits_a_cell_and_tab_turns_to_the_table() {
    let office = Office::founded(DAY);
    let mut wang = office.window("wang", Lang::Zh, (80, 24));
    wang.press("<f7>3<down>");
    assert!(wang.screen().contains("3 高端服务"), "{}", wang.screen());
    wang.press("<enter>");
    assert!(wang.screen().contains("名称"), "{}", wang.screen());
    wang.press("<esc><tab>");
    assert!(wang.screen().contains("2/6"), "the table of the division: {}", wang.screen());
    wang.press("<tab>0");
    assert!(wang.screen().contains("到位 0/36"), "the matrix: {}", wang.screen());
    // In another place the same key marks.
    wang.press("<f7><tab><space>");
    assert!(wang.screen().contains("已选 1"), "{}", wang.screen());
    assert_eq!(state(&office, 1), SixOneState::Vacant);
}

#[test]
fn the_page_of_a_six_one_scrolls_and_the_table_turns_to_the_same_cell() {
    let office = Office::founded(DAY);
    let mut wang = office.window("wang", Lang::Zh, (40, 12));
    let first = wang.press("<f7>z").screen();
    let scrolled = wang.press("<down><down>").screen();
    assert!(first == scrolled || !scrolled.contains("S1 "), "it does not jump back: {scrolled}");
    let mut wide = office.window("wang", Lang::Zh, (80, 24));
    wide.press(":s20<enter><tab>");
    assert!(wide.screen().contains("4 信息 产业联盟"), "the cell of S20: {}", wide.screen());
    wide.press("<space>");
    assert_eq!(state(&office, 20), SixOneState::Preparing);
    assert!(wide.screen().contains("筹建"), "the message says where it stands: {}", wide.screen());
}
