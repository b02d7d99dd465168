//! Targets on the wall charts, by keys, in two windows.

use guatu::domain::target::{Area, Measure};
use guatu::domain::{Choice, Id, Kind, Lang, Value};

use crate::desk::Office;
use crate::records::{create, day, set};

const DAY: &str = "2026-11-25";
const SIZE: (u16, u16) = (100, 34);

fn target(no: u32) -> Id {
    Id::new(Kind::Target, no)
}

/// Three signed leads of division 1 are the goal; one is.
fn office() -> Office {
    let office = Office::founded(DAY);
    let division = ("division", Value::Ref(Id::division(1)));
    let wanted = [
        ("name", Value::text("演示签约")),
        division.clone(),
        ("area", Value::Choice("recruit")),
        ("measure", Value::Choice("leads_sign")),
        ("goal", Value::Number(3)),
        ("start", day("2026-11-01")),
        ("due", day("2026-12-31")),
    ];
    create(&office, Kind::Target, &wanted);
    for (name, stage) in [("演示甲", "sign"), ("演示乙", "talk")] {
        let list = [
            ("name", Value::text(name)),
            division.clone(),
            ("owner", Value::Ref(Id::new(Kind::Person, 1))),
            ("stage", Value::Choice(stage)),
            ("signed", if stage == "sign" { day("2026-11-10") } else { Value::Empty }),
            ("contract_type", Value::Choice("binding")),
            ("amount", Value::Money(guatu::domain::Money::cny(50_000_000))),
            ("agreed_start", day("2026-12-20")),
            ("next_step", Value::text("约谈")),
            ("due", day("2026-12-01")),
        ];
        create(&office, Kind::Lead, &list);
    }
    office
}

#[test]
fn an_empty_cell_makes_a_target_of_its_division_and_area() {
    let office = office();
    let mut window = office.window("wang", Lang::Zh, SIZE);
    let mut other = office.window("wang", Lang::En, SIZE);
    other.press("<f3>");
    let screen = window.press("<f3>lllj").screen();
    assert!(screen.contains("众创服务・园区建设：还没有目标，按 Enter 新建"), "{screen}");
    let screen = window.press("<enter>").screen();
    assert!(screen.contains("园区建设") && screen.contains("众创服务"), "{screen}");
    window.paste("演示园区").press("<c-s>");
    let board = office.engine.board();
    let made = board.target(target(2)).expect("the new target");
    assert_eq!(
        (made.name.as_str(), made.area, made.division),
        ("演示园区", Area::Park, Some(Id::division(2)))
    );
    drop(board);
    assert!(window.screen().contains("T2 演示园区"), "the cursor is on it");
    assert!(other.screen().contains("演示园区"), "the other window has it too");
}

#[test]
fn tab_turns_the_chart_into_the_table_and_back_on_the_same_target() {
    let office = office();
    let mut window = office.window("wang", Lang::Zh, SIZE);
    let screen = window.press("<f3>l").screen();
    assert!(screen.contains("T1 演示签约") && screen.contains("Tab 表格"), "{screen}");
    let screen = window.press("<tab>").screen();
    assert!(screen.contains("灯・原因") && screen.contains("演示签约"), "{screen}");
    let screen = window.press("<backtab>").screen();
    assert!(screen.contains("部署图") && screen.contains("T1 演示签约"), "{screen}");
    // A digit narrows both.
    let screen = window.press("2").screen();
    assert!(screen.contains("2 众创服务") && !screen.contains("演示签约"), "{screen}");
    assert!(window.press("<tab>").screen().contains("目标 · 2 众创服务"));
    assert!(window.press("<tab>0").screen().contains("1 海洋装备"));
}

#[test]
fn a_counted_target_follows_its_leads_in_every_window() {
    let office = office();
    let mut looker = office.window("wang", Lang::Zh, SIZE);
    let screen = looker.press("<f3>lz").screen();
    // One in 24 days: 36 more days give one and a half more.
    assert!(screen.contains("1/3") && screen.contains("到 2026-12-31 可完成 2/3"), "{screen}");
    assert!(screen.contains("预计 2027-01-12 完成，晚 12 天"), "{screen}");
    let mut editor = office.window("wang", Lang::Zh, SIZE);
    editor.press("<f6>/乙<enter>L").press("<c-s>");
    let lead = Id::new(Kind::Lead, 2);
    assert_eq!(office.engine.board().lead(lead).map(|lead| lead.stage.code()), Some("sign"));
    let screen = looker.screen();
    assert!(screen.contains("2/3") && screen.contains("比时限早 24 天"), "{screen}");
    assert!(screen.contains("L2") && screen.contains("演示乙"), "{screen}");
}

#[test]
fn what_was_counted_is_listed_from_the_menu() {
    let office = office();
    let mut window = office.window("wang", Lang::Zh, SIZE);
    let screen = window.press("<f3>lz:counted<enter>").screen();
    assert!(screen.contains("计入 T1 演示签约") && screen.contains("演示甲"), "{screen}");
    assert!(!screen.contains("演示乙"), "{screen}");
    let screen = window.press("<esc>").screen();
    assert!(screen.contains("照目前速度"), "back on the page: {screen}");
    assert!(window.press("<enter>").screen().contains("计入明细"), "the menu has it");
}

#[test]
fn a_typed_figure_is_drawn_from_its_history() {
    let office = office();
    let list = [
        ("name", Value::text("演示面积")),
        ("division", Value::Ref(Id::division(1))),
        ("area", Value::Choice("park")),
        ("unit", Value::text("亩")),
        ("goal", Value::Number(100)),
        ("start", day("2026-11-01")),
        ("due", day("2026-12-31")),
    ];
    create(&office, Kind::Target, &list);
    let mut window = office.window("wang", Lang::Zh, SIZE);
    let screen = window.press("<f3>lllz").screen();
    assert!(screen.contains("起算 24 天来还没有进展"), "{screen}");
    set(&office, target(2), &[("actual", Value::Number(60))]);
    let screen = window.screen();
    assert!(screen.contains("60/100亩") && screen.contains("█"), "{screen}");
}

/// Without a start its chart is drawn from the first figure that was typed in.
#[test]
fn the_end_of_a_typed_target_s_page_can_be_reached() {
    let office = office();
    let list = [
        ("name", Value::text("演示面积")),
        ("division", Value::Ref(Id::division(1))),
        ("area", Value::Choice("park")),
        ("unit", Value::text("亩")),
        ("goal", Value::Number(100)),
        ("due", day("2026-12-31")),
    ];
    create(&office, Kind::Target, &list);
    for actual in [20, 60] {
        set(&office, target(2), &[("actual", Value::Number(actual))]);
    }
    let mut window = office.window("wang", Lang::Zh, (60, 16));
    let whole = office.window("wang", Lang::Zh, (60, 60)).press("<f3>lllz").screen();
    let screen = window.press("<f3>lllz").press("G").screen();
    let end = |screen: &str| {
        let lines: Vec<&str> = screen.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        lines.iter().rev().nth(1).map(ToString::to_string)
    };
    assert_eq!(end(&screen), end(&whole), "{screen}\n{whole}");
}

#[test]
fn every_measure_can_be_chosen_by_keys() {
    let office = office();
    let mut window = office.window("wang", Lang::Zh, SIZE);
    for (no, measure) in (2..).zip(Measure::ALL) {
        let label = measure.label(Lang::Zh);
        window.press("<f3>o").paste(label).press("<tab><tab>").paste(label);
        let screen = window.press("<c-s>").screen();
        let board = office.engine.board();
        let made = board.target(target(no)).map(|target| (target.measure, target.name.as_str()));
        assert_eq!(made, Some((*measure, label)), "{screen}");
    }
}

#[test]
fn the_progress_chart_changes_scale_and_groups_and_its_verbs_work() {
    let office = office();
    let mut window = office.window("wang", Lang::Zh, SIZE);
    let screen = window.press("<f4>").screen();
    assert!(
        screen.contains("进度图・按事业部") && screen.contains("演示签约") && screen.contains("11月"),
        "{screen}"
    );
    assert!(
        screen.contains("约定开工 2 个，最近 2026-12-20") || screen.contains("约定开工 2 个，最近 12-20"),
        "{screen}"
    );
    assert!(window.press("z").screen().contains("11-23"), "weeks");
    assert!(window.press("z").screen().contains("4季度"), "quarters");
    assert!(window.press("<tab>").screen().contains("按领域"));
    assert!(window.press("<tab>").screen().contains("按责任人"));
    window.press("t").press("+7d<tab>").paste("演示改期").press("<c-s>");
    let board = office.engine.board();
    let moved = board.target(target(1)).expect("the target");
    assert_eq!((moved.redated, moved.due), (1, "2026-12-02".parse().ok()));
    drop(board);
    let screen = window.screen();
    assert!(screen.contains("改期1") && screen.contains("基准 12-31"), "{screen}");
    assert!(window.press("2").screen().contains("还没有目标"));
}
