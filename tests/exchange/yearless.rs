//! Days without a year, which a sheet means of its own year.

use guatu::domain::date_words::{Lean, parse_of_year};

use crate::counter::{Counter, Said, plainly};

/// The due dates of what is brought in on 2026-11-24.
fn dues(sheet: &str) -> (Vec<String>, Said) {
    let mut counter = Counter::new();
    let said = counter.import(&plainly(), sheet.as_bytes());
    let board = counter.engine.board();
    let due = |lead: &guatu::domain::Lead| lead.due.map_or_else(String::new, |day| day.to_string());
    (board.leads().iter().map(|(_, lead)| due(lead)).collect(), said)
}

const ROWS: &str = "项目名称,事业部,完成时限\n演示·甲,信息,二季度末\n演示·乙,信息,3月中旬\n演示·丙,信息,11月20日\n\
    演示·丁,信息,6/30\n演示·戊,信息,年底前\n演示·己,信息,2027-1-5\n";

#[test]
fn what_is_over_due_in_the_sheet_is_over_due_on_the_board() {
    let (dues, said) = dues(ROWS);
    assert_eq!(dues, ["2026-06-30", "2026-03-20", "2026-11-20", "2026-06-30", "2026-12-31", "2027-01-05"]);
    let line = "5 个日期没写年份，按表内年份（没有就按今年）读取：C2 完成时限 \"二季度末\" 读作 2026-06-30";
    assert!(said.text().contains(line), "{}", said.text());
}

#[test]
fn a_title_says_the_year() {
    for title in ["2025年重点项目台账", "台账（更新至2025.11.25）", "统计时间：2025-11-25"]
    {
        let (days, _) = dues(&format!("{title},,\n{ROWS}"));
        assert_eq!(days[0], "2025-06-30", "{title}");
        assert_eq!(days[4], "2025-12-31", "{title}");
        assert_eq!(days[5], "2027-01-05", "{title}");
    }
    // A title that says several says none, and a sum of money says nothing.
    for title in ["2021-2025年规划项目", "总投资2050万元以上项目"] {
        assert_eq!(dues(&format!("{title},,\n{ROWS}")).0[0], "2026-06-30", "{title}");
    }
}

#[test]
fn days_with_a_year_are_not_told() {
    let (_, said) = dues(
        "项目名称,事业部,完成时限\n演示·甲,信息,2026年12月底\n演示·乙,信息,26年3月\n演示·丙,信息,明年底\n",
    );
    assert!(!said.text().contains("没写年份"), "{}", said.text());
}

#[test]
fn what_has_happened_leans_back_as_it_does_in_forms() {
    let mut counter = Counter::new();
    counter.go_to("2027-01-05");
    counter.import(&plainly(), "项目名称,事业部,签约时间\n演示·甲,信息,12月20日\n".as_bytes());
    let board = counter.engine.board();
    let signed: Vec<_> = board.leads().iter().filter_map(|(_, lead)| lead.signed).collect();
    assert_eq!(signed, ["2026-12-20".parse().unwrap()]);
}

#[test]
fn the_next_quarter_is_counted_from_today() {
    let today = "2026-11-24".parse().unwrap();
    assert_eq!(parse_of_year("下季度末", today, Lean::End, 2026), Ok("2027-03-31".parse().unwrap()));
    assert_eq!(parse_of_year("明年底", today, Lean::End, 2025), Ok("2026-12-31".parse().unwrap()));
}
