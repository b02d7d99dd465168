//! The cluster as one works with it: gaps filled, referrals followed, figures listed.

use guatu::board::cluster::chain;
use guatu::domain::lead::Relation;
use guatu::domain::{Id, Kind, Lang, Value};

use crate::desk::Office;
use crate::records::{create, lead, set};

const DAY: &str = "2026-11-23";
const SIZE: (u16, u16) = (100, 30);

/// Division 4 has two nodes: on the first stands L1, a platform; L2 came through it and from it.
fn office() -> Office {
    let office = Office::founded(DAY);
    let nodes = ["算力底座", "网络安全"].map(str::to_owned).to_vec();
    set(&office, Id::division(4), &[("chain_nodes", Value::Words(nodes))]);
    let division = || ("division", Value::Ref(Id::division(4)));
    let list = [
        ("name", Value::text("演示平台")),
        ("kind", Value::Choice("platform")),
        ("chain_node", Value::text("算力底座")),
        division(),
    ];
    create(&office, Kind::Lead, &list);
    let list = [
        ("name", Value::text("演示下家")),
        ("via_platform", Value::Ref(lead(1))),
        ("parent_lead", Value::Ref(lead(1))),
        ("relation", Value::Choice("spin_off")),
        division(),
    ];
    create(&office, Kind::Lead, &list);
    office
}

#[test]
fn a_gap_is_filled_by_keys_and_both_windows_see_it() {
    let office = office();
    let mut first = office.window("wang", Lang::Zh, SIZE);
    let mut second = office.window("wang", Lang::Zh, SIZE);
    assert!(second.press("<f11>").screen().contains("缺链 1"), "{}", second.screen());
    let screen = first.press("C4<right>").screen();
    assert!(screen.contains("缺链 1/2") && screen.contains("按 Enter 在此新建"), "{screen}");
    let screen = first.press("<enter>").screen();
    assert!(screen.contains("网络安全") && screen.contains("产业链环节"), "{screen}");
    first.paste("演示安全项目").press("<c-s>");
    let board = office.engine.board();
    let made = board.lead(lead(3)).expect("the lead");
    assert_eq!((made.chain_node.as_str(), made.division), ("网络安全", Some(Id::division(4))));
    assert_eq!(chain::gaps(&board, Id::division(4)), (0, 2));
    drop(board);
    for window in [&mut first, &mut second] {
        let screen = window.screen();
        assert!(screen.contains("缺链 0") && screen.contains("在补 1"), "{screen}");
    }
    // The figure lists what it counts, and one comes back to where one was.
    let screen = first.press("<enter>").screen();
    assert!(screen.contains("「网络安全」上的线索") && screen.contains("L3"), "{screen}");
    let screen = first.press("<esc>").screen();
    assert!(screen.contains("缺链 0/2"), "{screen}");
    // Among the leads of a node Enter goes to the record.
    let screen = first.press("<down><enter>").screen();
    assert!(screen.contains("演示安全项目"), "{screen}");
    let screen = first.press("<esc><esc>0").screen();
    assert!(
        screen.contains("缺链 0") && screen.contains("海洋技术装备") | screen.contains("海洋装备"),
        "{screen}"
    );
}

#[test]
fn who_was_brought_is_entered_below_who_brought() {
    let office = office();
    let mut window = office.window("wang", Lang::Zh, SIZE);
    let screen = window.press("<f11><tab>").screen();
    assert!(screen.contains("带来1条") && screen.contains("衍生 L2"), "{screen}");
    window.press("jo").paste("演示再下家").press("<c-s>");
    let board = office.engine.board();
    let made = board.lead(lead(3)).expect("the lead").clone();
    drop(board);
    assert_eq!((made.parent_lead, made.relation), (Some(lead(2)), Some(Relation::Referral)));
    let screen = window.screen();
    assert!(
        screen.contains("带来2条") && screen.contains("引荐 L3") && screen.contains("最长链 3 级"),
        "{screen}"
    );
    // Left goes to who brought, Enter to the record, which tells its line.
    let screen = window.press("j<enter>z").screen();
    assert!(screen.contains("源自") && screen.contains("L1 演示平台"), "{screen}");
    let screen = window.press("<esc><esc><left><left><enter>z").screen();
    assert!(screen.contains("衍生 1") && screen.contains("经其引入"), "{screen}");
}

#[test]
fn a_platform_lists_what_came_through_it() {
    let office = office();
    let mut window = office.window("wang", Lang::Zh, SIZE);
    let screen = window.press("C<tab><tab>").screen();
    assert!(screen.contains("在跟线索 100%（2/2）"), "{screen}");
    let screen = window.press("<enter>").screen();
    assert!(screen.contains("经 L1 演示平台 引入的线索") && screen.contains("演示下家"), "{screen}");
    let screen = window.press("<esc><backtab><backtab>").screen();
    assert!(screen.contains("产业链") && screen.contains("缺链 1"), "{screen}");
    let screen = window.press("<backtab>").screen();
    assert!(screen.contains("还没有签约的线索"), "{screen}");
}

#[test]
fn who_may_only_look_is_not_told_to_press_keys() {
    let office = office();
    let mut window = office.window("li", Lang::Zh, SIZE);
    let screen = window.press("<f11>4<right>").screen();
    assert!(screen.contains("「网络安全」缺链：还没有线索") && !screen.contains("按 Enter"), "{screen}");
    let before = office.engine.board().leads().len();
    window.press("<enter>").screen();
    assert_eq!(office.engine.board().leads().len(), before);
}

#[test]
fn a_chain_without_nodes_is_filled_from_where_it_stands() {
    let office = Office::founded("2026-11-23");
    let mut wang = office.window("wang", Lang::Zh, (100, 30));
    let screen = wang.press("<f11>2<enter>").screen();
    assert!(screen.contains("产业链环节") && screen.contains("众创服务"), "the division's form: {screen}");
}
