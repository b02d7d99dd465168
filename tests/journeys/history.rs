//! Looking into what was: the history of all, of a person and since a mark, its filter, its older
//! lines, and the board as it was on a day.

use chrono::{DateTime, Utc};
use guatu::domain::{Kind, Lang, Money, Value};
use guatu::engine::Act;

use crate::desk::{Office, Window};
use crate::records::{create, lead, set};

const SIZE: (u16, u16) = (110, 32);

/// Lets the clock stand at noon of a day, and the board turn to it.
fn go_to(office: &Office, day: &str) {
    let noon: DateTime<Utc> = format!("{day}T04:00:00Z").parse().expect("a date");
    office.clock.set(noon);
    office.engine.act("", Act::Turn).expect("it turns");
}

fn window(office: &Office) -> Window<'_> {
    office.window("wang", Lang::Zh, SIZE)
}

fn new_lead(window: &mut Window<'_>, name: &str) {
    window.press("o").paste(name).press("<c-s>");
}

/// An office founded in September; a lead in October, a mark, another lead in November.
fn office() -> Office {
    let office = Office::founded("2026-09-01");
    go_to(&office, "2026-10-10");
    let mut window = window(&office);
    new_lead(&mut window, "演示深海机器人");
    go_to(&office, "2026-11-02");
    window.press(":").paste("mark 十一月动员大会").press("<enter>");
    go_to(&office, "2026-11-20");
    new_lead(&mut window, "演示海洋浮标");
    go_to(&office, "2026-11-24");
    drop(window);
    office
}

fn says(window: &mut Window<'_>, words: &str) {
    let screen = window.screen();
    assert!(screen.contains(words), "{words}:\n{screen}");
}

fn lacks(window: &mut Window<'_>, words: &str) {
    let screen = window.screen();
    assert!(!screen.contains(words), "{words}:\n{screen}");
}

#[test]
fn a_line_says_from_what_to_what_and_enter_goes_to_the_record() {
    let office = office();
    set(&office, lead(1), &[("amount", Value::Money(Money::cny(120_000_000)))]);
    let mut window = office.window("wang", Lang::Zh, (160, 32));
    let screen = window.press("<f8>").screen();
    let line = screen.lines().find(|line| line.starts_with(" 11-24")).expect("a line of the edit");
    assert!(line.contains("（空）") && line.contains("1.20亿元"), "{line}");
    window.press("<enter>");
    says(&mut window, "演示深海机器人");
    lacks(&mut window, "全部历史");
}

#[test]
fn the_history_of_a_person_is_found_by_name_and_login() {
    let office = office();
    for typed in ["history wang", "history 王管理", "history wgl"] {
        let mut window = window(&office);
        window.press(":").paste(typed).press("<enter>");
        says(&mut window, "王管理 所做的改动");
        says(&mut window, "新建 L2 演示海洋浮标");
    }
    let mut window = window(&office);
    window.press(":").paste("history 查无此人").press("<enter>");
    says(&mut window, "人员名册上没有");
}

#[test]
fn the_filter_of_the_history_is_live_and_counts() {
    let office = office();
    for typed in ["浮标", "fubiao", "fb", "wang L2"] {
        let mut window = window(&office);
        window.press("<f8>/").paste(typed);
        says(&mut window, "1/1");
        says(&mut window, "演示海洋浮标");
        window.press("<enter>\\");
        says(&mut window, "演示深海机器人");
    }
    let mut window = window(&office);
    window.press("<f8>/").paste("没有的词").press("<enter>");
    says(&mut window, "没有符合的");
    window.press("q");
    says(&mut window, "演示深海机器人");
}

#[test]
fn the_filter_of_the_history_takes_the_terms_of_the_tables() {
    let office = office();
    set(&office, lead(1), &[("amount", Value::Money(Money::cny(120_000_000)))]);
    // The record is found as it stands now: the line that made it without an amount, too.
    let mut window = window(&office);
    window.press("<f8>/").paste("额:>1亿");
    says(&mut window, "新建 L1 演示深海机器人");
    says(&mut window, "1/2");
    lacks(&mut window, "演示海洋浮标");
}

#[test]
fn the_end_of_a_long_history_reads_on() {
    let office = Office::founded("2026-11-24");
    for i in 0..230 {
        create(&office, Kind::Lead, &[("name", Value::text(format!("演示{i}")))]);
    }
    let mut window = window(&office);
    window.press("<f8>");
    says(&mut window, "1/100+");
    window.press("G");
    says(&mut window, "100/200+");
    new_lead(&mut self::window(&office), "演示又一条");
    says(&mut window, "101/201+");
    window.press("GG");
    says(&mut window, "232/232");
    says(&mut window, "建板");
}

#[test]
fn a_mark_divides_the_history_and_since_tells_what_came_after() {
    let office = office();
    let mut window = window(&office);
    window.press("<f8>");
    let screen = window.screen();
    let place = |words: &str| screen.lines().position(|line| line.contains(words)).expect(words);
    assert!(place("L2 演示海洋浮标") < place("标记 十一月动员大会"), "{screen}");
    assert!(place("标记 十一月动员大会") < place("L1 演示深海机器人"), "{screen}");
    for typed in [":since<enter>", ":since dydh<enter>"] {
        window.press(typed);
        says(&mut window, "自「十一月动员大会」（11-02 12:00）以来");
        says(&mut window, "演示海洋浮标");
        lacks(&mut window, "演示深海机器人");
    }
    window.press(":").paste("since 没有的").press("<enter>");
    says(&mut window, "没有标记「没有的」");
    let mut viewer = office.window("guest", Lang::Zh, SIZE);
    viewer.press(":").paste("mark 访客").press("<enter>");
    says(&mut viewer, "只有查看权限");
    assert_eq!(office.engine.board().marks().len(), 1);
}

#[test]
fn the_board_of_a_day_is_looked_at_and_left_again() {
    let office = office();
    let mut window = window(&office);
    for (typed, day) in [("2026-11-01", "2026-11-01"), ("-23d", "2026-11-01"), ("月底", "2026-10-31")] {
        window.press(":").paste(&format!("at {typed}")).press("<enter>");
        says(&mut window, &format!("回看 {day}"));
        window.press("<f6>");
        says(&mut window, "演示深海机器人");
        lacks(&mut window, "演示海洋浮标");
        window.press("<f8>");
        says(&mut window, "1/2");
        window.press(":now<enter>");
        says(&mut window, "/4");
        lacks(&mut window, "回看");
    }
    window.press("<f2>:at 2026-11-01<enter><esc>");
    says(&mut window, "现在看到的是当前的挂图");
    assert!(!window.closed);
    window.press(":at 2026-11-01<enter>q");
    assert!(!window.closed, "the top of the past is not the top");
    lacks(&mut window, "回看");
}

#[test]
fn the_past_cannot_be_changed() {
    let office = office();
    let before = office.engine.board().head();
    let mut window = window(&office);
    window.press(":at 2026-11-01<enter><f6>");
    for key in ["o", "e", "n", "L", "m", "s", "x", "u", "U", "b", ":mark x<enter>", ":mark<enter>", "<f9>1"] {
        window.press(key);
        says(&mut window, "正在回看 2026-11-01，不能修改");
    }
    for place in ["<f2>", "<f3>", "<f5>", "<f6>", "<f7>", "<f8>", "<f9>", "<f10>", ":show_people<enter>"] {
        window.press(place).press("<enter>j<esc>z<esc>?<esc>i");
        says(&mut window, "回看 2026-11-01");
    }
    assert_eq!(office.engine.board().head(), before);
}

#[test]
fn a_day_that_cannot_be_looked_at_is_a_sentence() {
    let office = office();
    let mut window = window(&office);
    for (typed, said) in [
        ("at 2026-08-31", "最早可看 2026-09-01"),
        ("at 2026-11-25", "最晚可看今天（2026-11-24）"),
        ("at 昨日黄花", "日期不能是「昨日黄花」"),
        ("at", "请写明日期"),
    ] {
        window.press(":").paste(typed).press("<enter>");
        says(&mut window, said);
        lacks(&mut window, " 回看 ");
    }
}

#[test]
fn a_line_of_the_history_only_tells() {
    let office = office();
    let mut window = window(&office);
    let head = office.engine.board().head();
    let screen = window.press("<f8>").screen();
    assert!(screen.contains(":since 标记以来") && !screen.contains("推进"), "{screen}");
    for key in ["L", "x", "m", "e", "n", "o", "s"] {
        let screen = window.press(key).screen();
        assert!(screen.contains("光标处不适用"), "{key}:\n{screen}");
    }
    assert_eq!(office.engine.board().head(), head);
}
