//! The figures of targets as offices write them: with their unit in the cell, beside it or above it.

use guatu::domain::target::{Area, Target};
use guatu::domain::{Id, Kind, Lang};
use guatu::wire::Import;

use crate::counter::{Counter, Said, plainly};

fn mode(mode: &str) -> Import {
    Import { mode: Some(mode.to_owned()), ..plainly() }
}

fn first(counter: &Counter) -> Target {
    counter.engine.board().target(Id::new(Kind::Target, 1)).expect("a target").clone()
}

fn one(header: &str, row: &str) -> (Target, Said) {
    let mut counter = Counter::new();
    let sheet = format!("事业部,目标名称,{header}\n金融,演示·甲,{row}\n");
    let said = counter.import(&plainly(), sheet.as_bytes());
    assert_eq!(said.code, 0, "{}", said.error());
    (first(&counter), said)
}

#[test]
fn a_figure_is_read_with_its_unit() {
    for (header, row, goal, actual, unit) in [
        ("目标值,完成值", "30家,12家", 30, 12, "家"),
        ("目标值,完成值", "不少于30家,12", 30, 12, "家"),
        ("目标值,完成值", "30 家以上,12", 30, 12, "家"),
        ("目标值,计量单位", "20家,家", 20, 0, "家"),
        ("目标值,完成值", "2万人,1.5万人", 20_000, 15_000, "人"),
        ("目标值,完成值", "95%,40%", 95, 40, "%"),
        ("目标值,计量单位", "95,%", 95, 0, "%"),
        ("目标值,计量单位", "12.0,个", 12, 0, "个"),
        ("目标值,计量单位", "3.5,亿元", 350_000_000, 0, "元"),
        ("目标值,计量单位,完成值", "5,亿元,1.25", 500_000_000, 125_000_000, "元"),
        ("目标值,计量单位", "35.6亿元,亿元", 3_560_000_000, 0, "元"),
        ("目标值,完成值", "35.6亿元,12", 3_560_000_000, 1_200_000_000, "元"),
        ("目标值（亿元）,完成值", "35.6,12", 3_560_000_000, 1_200_000_000, "元"),
        ("目标值,计量单位", "\"3,500\",万元", 35_000_000, 0, "元"),
        ("目标值,计量单位", "500万美元,", 5_000_000, 0, "美元"),
        ("目标值,计量单位", "500,万美元", 5_000_000, 0, "美元"),
        ("目标值,计量单位", "12,", 12, 0, ""),
        ("目标值,计量单位,计量方式", "5,亿元,签约金额", 500_000_000, 0, "元"),
        ("目标值,计量方式", "500000000,签约金额", 500_000_000, 0, "元"),
    ] {
        let (target, said) = one(header, row);
        assert_eq!((target.goal, target.actual, target.unit.as_str()), (goal, actual, unit), "{row}");
        assert!(!said.text().contains("一般记事"), "{}", said.text());
    }
}

#[test]
fn what_is_no_figure_is_told_and_kept() {
    for (header, row, cell) in [
        ("目标值,计量单位", "35.6,个", "目标值: 35.6"),
        ("目标值", "1-2家", "目标值: 1-2家"),
        ("目标值", "3个平台、2个园区", "目标值: 3个平台、2个园区"),
        ("目标值,完成值", "5亿元,30%", "完成值: 30%"),
        ("目标值,完成值", "5亿元,100万美元", "完成值: 100万美元"),
        ("目标值,计量方式", "500万美元,签约金额", "目标值: 500万美元"),
    ] {
        let mut counter = Counter::new();
        // Other rows show that the column is one of figures.
        let sheet = format!("事业部,目标名称,{header}\n金融,演示·甲,{row}\n金融,演示·乙,5\n金融,演示·丙,6\n");
        let said = counter.import(&plainly(), sheet.as_bytes());
        assert!(said.text().contains("应为整数，原文留在一般记事"), "{row}: {}", said.text());
        let board = counter.engine.board();
        let notes = board.index().notes(Id::new(Kind::Target, 1));
        let notes: Vec<&str> = notes.filter_map(|id| board.note(id)).map(|note| note.text.as_str()).collect();
        assert_eq!(notes, [cell]);
    }
}

#[test]
fn money_is_shown_as_money() {
    let (target, _) = one("目标值,计量单位", "35.6,亿元");
    assert_eq!(target.figure(target.goal, Lang::Zh), "35.60亿元");
    let (target, _) = one("目标值,计量单位", "30,家");
    assert_eq!(target.figure(target.goal, Lang::Zh), "30家");
}

#[test]
fn a_target_that_somebody_keeps_in_another_unit_stays_in_it_as_long_as_it_can() {
    let mut counter = Counter::new();
    let sheet = |goal: &str, actual: &str| {
        format!("事业部,目标名称,目标值,计量单位,完成值\n金融,演示·甲,{goal},亿元,{actual}\n")
    };
    counter.import(&plainly(), sheet("5", "1").as_bytes());
    let set = ["unit=亿元", "goal=5", "actual=1"].map(str::to_owned).to_vec();
    let said = counter.ask(guatu::wire::Command::Set { id: "T1".to_owned(), sets: set });
    assert_eq!(said.code, 0, "{}", said.error());
    let head = counter.engine.board().head();
    counter.import(&mode("both"), sheet("5.0", "1.00").as_bytes());
    assert_eq!(counter.engine.board().head(), head, "it is the same");
    counter.import(&mode("both"), sheet("5", "2").as_bytes());
    assert_eq!((first(&counter).goal, first(&counter).actual, first(&counter).unit.as_str()), (5, 2, "亿元"));
    counter.import(&mode("both"), "事业部,目标名称,完成值\n金融,演示·甲,2.5亿元\n".as_bytes());
    let target = first(&counter);
    assert_eq!((target.goal, target.actual, target.unit.as_str()), (500_000_000, 250_000_000, "元"));
}

#[test]
fn an_area_is_read_or_is_another_and_never_made_up() {
    for (area, found) in [
        ("产业政策", Area::Policy),
        ("人才", Area::Recruit),
        ("招商引资", Area::Recruit),
        ("园", Area::Park),
        ("演示", Area::Other),
        ("", Area::Other),
    ] {
        let mut counter = Counter::new();
        let sheet = format!("事业部,目标名称,领域\n金融,演示·甲,{area}\n金融,演示·乙,台\n金融,演示·丙,台\n");
        let said = counter.import(&plainly(), sheet.as_bytes());
        assert_eq!(first(&counter).area, found, "{area} {}", said.text());
        assert_eq!(said.text().contains("\"演示\""), area == "演示", "{}", said.text());
    }
}
