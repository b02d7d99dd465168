//! What falls due, worked off in the agenda.

use guatu::board::agenda::{self, Split, Wish};
use guatu::domain::{Id, Kind, Lang, Value};

use crate::desk::Office;
use crate::records::{create, day, lead};

/// A Monday.
const DAY: &str = "2026-11-23";
const SIZE: (u16, u16) = (100, 30);

fn id(kind: Kind, no: u32) -> Id {
    Id::new(kind, no)
}

/// An office where person 1, `wang`, owns two overdue steps and a target of division 4, and
/// division 5 waits for a unit.
fn busy() -> Office {
    let office = Office::founded(DAY);
    let wang = ("owner", Value::Ref(id(Kind::Person, 1)));
    let division = |no| ("division", Value::Ref(Id::division(no)));
    for (name, due) in [("演示甲", "2026-11-10"), ("演示乙", "2026-11-20")] {
        let list = [
            ("name", Value::text(name)),
            division(4),
            wang.clone(),
            ("next_step", Value::text("约谈")),
            ("due", day(due)),
        ];
        create(&office, Kind::Lead, &list);
    }
    let list = [("name", Value::text("演示目标")), division(4), wang, ("due", day("2026-11-27"))];
    create(&office, Kind::Target, &list);
    let unit = ("unit", Value::Ref(id(Kind::Unit, 1)));
    let list = [("about", Value::text("演示请求")), division(5), unit, ("due", day("2026-12-10"))];
    create(&office, Kind::Request, &list);
    office
}

/// How many are overdue, due today, this week and within thirty days.
fn counts(office: &Office) -> agenda::Counts {
    let wish = Wish { split: Split::All, person: None, division: None };
    agenda::counts(&office.engine.board(), wish, |_| true)
}

#[test]
fn an_overdue_step_is_noted_and_gets_another_date_by_keys() {
    let office = busy();
    let mut window = office.window("wang", Lang::Zh, SIZE);
    let screen = window.press("<f10>").screen();
    assert!(screen.contains("我的 3") && screen.contains("全部 4") && screen.contains("逾期 2"), "{screen}");
    let screen = window.press("n").paste("对方改期").press("<tab><tab><tab>+7d<c-s>").screen();
    let board = office.engine.board();
    assert_eq!(board.lead(lead(1)).expect("the lead").due, "2026-11-30".parse().ok(), "{screen}");
    assert_eq!(board.index().notes(lead(1)).count(), 1);
    drop(board);
    assert_eq!(counts(&office), [1, 0, 1, 2]);
    // What was under the cursor stays there until one goes on.
    assert!(screen.contains("逾期 1") && screen.contains("已处理"), "{screen}");
    let screen = window.press("j").screen();
    assert!(!screen.contains("已处理"), "{screen}");
    assert_eq!(window.press("t").screen().matches("完成时限：L2").count(), 1, "the next one is there");
    // Taken back, it is overdue again.
    let screen = window.press("<esc>u").screen();
    assert!(screen.contains("逾期 2"), "{screen}");
}

#[test]
fn enter_goes_to_the_record_and_back() {
    let office = busy();
    let mut window = office.window("wang", Lang::Zh, SIZE);
    for (keys, shown) in [("<f10>j<enter>", "演示乙"), ("j<enter>", "演示目标")] {
        let screen = window.press(keys).screen();
        assert!(screen.contains(shown) && !screen.contains("我的 3"), "{screen}");
        let screen = window.press("<esc>").screen();
        assert!(screen.contains("我的 3") && screen.contains("逾期 2"), "{screen}");
    }
    let screen = window.press(":show_agenda<enter>").screen();
    assert!(screen.contains("我的 3"), "{screen}");
}

#[test]
fn tab_and_digits_choose_what_is_listed() {
    let office = busy();
    let mut window = office.window("wang", Lang::Zh, SIZE);
    let screen = window.press("A").screen();
    assert!(screen.contains("L1") && !screen.contains("R1"), "{screen}");
    let screen = window.press("<tab>").screen();
    assert!(screen.contains("R1") && screen.contains("30天内 1") && screen.contains("综合部"), "{screen}");
    let screen = window.press("5").screen();
    assert!(screen.contains("全部 1") && !screen.contains("L1"), "{screen}");
    let screen = window.press("2").screen();
    assert!(screen.contains("众创服务30天内没有到期事项") && screen.contains("按 0 看全部"), "{screen}");
    let screen = window.press("0<tab>").screen();
    assert!(screen.contains("我的 3") && !screen.contains("R1"), "{screen}");
    let mut other = office.window("li", Lang::Zh, SIZE);
    let screen = other.press("<f10>").screen();
    assert!(
        screen.contains("全部 4") && screen.contains("R1"),
        "everyone's where nothing is one's own:\n{screen}"
    );
    let screen = other.press("<tab>").screen();
    assert!(screen.contains("不在人员名册上"), "{screen}");
}

#[test]
fn a_target_whose_date_is_changed_asks_why() {
    let office = busy();
    let target = || office.engine.board().target(id(Kind::Target, 1)).expect("the target").clone();
    let mut window = office.window("wang", Lang::Zh, SIZE);
    window.press("<f10>jjt2026-12-04<c-s>");
    assert_eq!(target().redated, 0, "{}", window.screen());
    // The cursor is where the reason goes.
    window.paste("等规划批复").press("<c-s>");
    assert_eq!((target().redated, target().due), (1, "2026-12-04".parse().ok()), "{}", window.screen());
    assert_eq!(target().baseline_due, "2026-11-27".parse().ok());
    let screen = window.press("n").paste("再等一周").press("<tab><tab>2026-12-11<c-s>").screen();
    assert_eq!((target().redated, target().due), (2, "2026-12-11".parse().ok()), "{screen}");
    assert!(window.press("i").screen().contains("再等一周"), "the note is the reason");
}

#[test]
fn a_lead_that_sleeps_gets_another_day_to_wake_on() {
    let office = busy();
    let wake = "2026-12-01".parse().expect("a date");
    let park = office.author(&office.engine.board(), "wang").park(lead(1), wake, "等规划批复");
    office.propose("wang", park);
    let mut window = office.window("wang", Lang::Zh, SIZE);
    let screen = window.press("<f10>jj").screen();
    assert!(screen.contains("唤醒"), "{screen}");
    window.press("t2026-12-08<c-s>");
    let lead = office.engine.board().lead(lead(1)).expect("the lead").clone();
    assert_eq!(lead.wake_date, "2026-12-08".parse().ok(), "{}", window.screen());
    assert_eq!(lead.due, "2026-11-10".parse().ok(), "its old step is left as it was");
}

#[test]
fn what_somebody_else_deals_with_stays_under_the_cursor() {
    let office = busy();
    let mut first = office.window("wang", Lang::Zh, SIZE);
    let mut second = office.window("wang", Lang::Zh, SIZE);
    first.press("<f10>").screen();
    second.press("<f10>").screen();
    first.press("t2026-12-15<c-s>");
    let screen = second.screen();
    assert!(screen.contains("已处理") && screen.contains("逾期 1"), "{screen}");
    assert!(second.press("t").screen().contains("完成时限：L1"), "{}", second.screen());
}

#[test]
fn the_agenda_is_filtered_where_it_stands_each_kind_by_its_own_terms() {
    let office = busy();
    let mut window = office.window("wang", Lang::Zh, SIZE);
    let screen = window.press("<f10><tab>/").paste("请求").press("<enter>").screen();
    assert!(
        screen.contains("筛选「请求」") && screen.contains("全部 1") && !screen.contains("演示甲"),
        "{screen}"
    );
    // Only leads have a stage; what is due of the others is not asked for.
    let screen = window.press("/<c-u>").paste("段:线索").press("<enter>").screen();
    assert!(
        screen.contains("全部 2") && screen.contains("演示乙") && !screen.contains("演示目标"),
        "{screen}"
    );
    let screen = window.press("/<c-u>").paste("没有这回事:1 演示目标").press("<enter>").screen();
    assert!(screen.contains("没有起作用") && screen.contains("全部 1"), "the rest still filters:\n{screen}");
    let screen = window.press("<esc>").screen();
    assert!(screen.contains("全部 4"), "{screen}");
}
