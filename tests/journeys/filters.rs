//! Filters as they are typed: completed, told what is wrong, kept, and the order kept with them.

use guatu::domain::Lang;

use crate::desk::{Office, Window};

const DAY: &str = "2026-11-23";
const SIZE: (u16, u16) = (80, 24);

/// An office with three leads of two divisions.
fn office() -> Office {
    let office = Office::founded(DAY);
    let mut window = office.window("wang", Lang::Zh, SIZE);
    for (division, name) in [("1", "演示深海机器人"), ("1", "演示海藻材料"), ("6", "演示蓝色基金")]
    {
        window
            .press("<f2>")
            .press(division)
            .press("<f6>")
            .press(division)
            .press("o")
            .paste(name)
            .press("<c-s>");
    }
    assert_eq!(office.engine.board().leads().len(), 3, "{}", window.screen());
    drop(window);
    office
}

fn rows(window: &mut Window<'_>) -> Vec<String> {
    let screen = window.screen();
    let list = screen.lines().skip(4).take(3).map(str::to_owned);
    list.filter(|line| line.contains("演示")).collect()
}

fn last_lines(window: &mut Window<'_>) -> String {
    let screen = window.screen();
    let lines: Vec<&str> = screen.lines().collect();
    lines[lines.len().saturating_sub(6)..].join("\n")
}

#[test]
fn a_term_is_completed_and_counted_as_it_is_typed() {
    let office = office();
    let mut window = office.window("wang", Lang::Zh, SIZE);
    window.press("<f6>0/").paste("部：");
    assert!(last_lines(&mut window).contains("金融"), "{}", window.screen());
    window.press("j").press("r");
    assert!(last_lines(&mut window).contains("找到 1 条"), "{}", window.screen());
    window.press("<tab>");
    assert!(last_lines(&mut window).contains("/部：金融"), "{}", window.screen());
    // Esc closes a list first, then the filter.
    window.paste(" 段:").press("<esc>");
    assert!(last_lines(&mut window).contains("/部：金融 段:"), "{}", window.screen());
    window.press("<esc>");
    assert_eq!(rows(&mut window).len(), 3);
    window.press("/").paste("段:").press("<down><down><enter>");
    assert!(last_lines(&mut window).contains("/段:在谈"), "{}", window.screen());
    assert!(last_lines(&mut window).contains("找到 0 条"), "{}", window.screen());
}

#[test]
fn what_cannot_be_read_is_told_and_the_rest_filters() {
    let office = office();
    let mut window = office.window("wang", Lang::En, SIZE);
    window.press("<f6>0/").paste("海藻 额>5000");
    let lines = last_lines(&mut window);
    assert!(lines.contains("no unit given"), "{lines}");
    assert_eq!(rows(&mut window).len(), 1, "{}", window.screen());
    window.paste("万");
    assert!(last_lines(&mut window).contains("0 found"), "{}", window.screen());
}

#[test]
fn a_filter_is_kept_picked_and_forgotten() {
    let office = office();
    let mut window = office.window("wang", Lang::Zh, SIZE);
    window.press("<f6>0/").paste("div:1").press("<enter>:").paste("filter save 我的").press("<enter>");
    assert!(window.screen().contains("已保存常用筛选「我的」"), "{}", window.screen());
    assert_eq!(window.prefs.filters.len(), 1);
    window.press("\\f");
    let picker = window.screen();
    for name in ["逾期", "今日", "7日", "30日", "红灯", "30日未更新", "平台", "我的"] {
        assert!(picker.contains(name), "{name} in {picker}");
    }
    window.paste("wd").press("<enter>");
    assert_eq!(rows(&mut window).len(), 2, "{}", window.screen());
    window.press("f").paste("wd").press("<delete>");
    assert!(window.screen().contains("删除常用筛选「我的」吗"), "{}", window.screen());
    window.press("<enter>");
    assert_eq!(window.prefs.filters.len(), 1, "Enter keeps it");
    window.press("f").paste("wd").press("<delete>y");
    assert_eq!(window.prefs.filters, []);
    // The ready-made ones stay.
    window.press("f<delete><esc>");
    assert!(!window.screen().contains("删除"), "{}", window.screen());
}

#[test]
fn the_order_is_kept_for_the_next_time() {
    let office = office();
    let mut window = office.window("wang", Lang::Zh, SIZE);
    window.press("<f6>0>>-");
    let first = rows(&mut window).remove(0);
    assert!(first.contains("深海机器人"), "{}", window.screen());
    assert_eq!(window.prefs.sorts.get("lead").map(String::as_str), Some("-name"));
    let prefs = window.prefs.clone();
    let mut next = office.window("wang", Lang::Zh, SIZE);
    next.event(guatu::ui::Event::Prefs(prefs));
    next.press("<f6>");
    assert!(next.screen().contains("项目名称倒序"), "{}", next.screen());
    next.press("-");
    assert!(rows(&mut next).remove(0).contains("海藻"), "{}", next.screen());
}

#[test]
fn a_record_that_the_filter_hides_is_gone_to_all_the_same() {
    let office = office();
    let mut window = office.window("wang", Lang::Zh, SIZE);
    let screen = window.press("<f6>/").paste("机器人").press("<enter>:l2").screen();
    assert!(screen.contains("L2") && screen.contains("演示海藻材料"), "the command line knows it:\n{screen}");
    let screen = window.press("<enter>").screen();
    assert!(screen.contains("筛选没有列出 L2，已清除筛选"), "{screen}");
    assert!(rows(&mut window).len() == 3 && screen.contains("L2 演示海藻材料"), "{screen}");
}

#[test]
fn whatever_column_leads_are_listed_by_they_are_all_there() {
    let office = office();
    let mut window = office.window("wang", Lang::Zh, SIZE);
    window.press("<f6>");
    for turn in 0..16 {
        assert_eq!(rows(&mut window).len(), 3, "turn {turn}:\n{}", window.screen());
        window.press(if turn % 5 == 4 { "-" } else { ">" });
    }
}

#[test]
fn a_detail_is_closed_when_its_record_leaves_the_list_and_never_anothers() {
    let office = office();
    let mut window = office.window("wang", Lang::Zh, SIZE);
    let screen = window.press("<f6>1g<enter>").screen();
    assert!(!screen.contains("线索 · 1"), "a detail:\n{screen}");
    window.press("R3").paste("归口").press("<c-s>");
    let screen = window.screen();
    assert!(screen.contains("线索 · 1"), "the list again:\n{screen}");
}
