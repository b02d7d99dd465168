//! What is asked of whoever brings a sheet in, and what is kept of the answers.

use guatu::domain::{Id, Kind, Lead};
use guatu::exchange::import::header::is_same;
use guatu::exchange::import::{Mapping, Options, mapping};
use guatu::wire::{Command, Import};

use crate::counter::{Counter, Said, owned, plainly};

fn bring(sheet: &str, import: &Import) -> (Vec<Lead>, Said) {
    let mut counter = Counter::new();
    let said = counter.import(import, sheet.as_bytes());
    let board = counter.engine.board();
    (board.leads().iter().map(|(_, lead)| lead.clone()).collect(), said)
}

#[test]
fn the_order_of_day_and_month_is_asked_and_never_guessed() {
    let sheet = "项目名称,签约时间\n演示·甲,03/04/2024\n演示·乙,05/06/2024\n";
    let (leads, said) = bring(sheet, &plainly());
    assert_eq!((said.code, leads.len()), (1, 0));
    assert_eq!(
        said.error(),
        "B2 签约时间 \"03/04/2024\" 可以是日/月，也可以是月/日：加 --dates dmy（日/月/年）、mdy（月/日/年）或 \
         ymd（年/月/日）。"
    );
    for (order, day) in [("dmy", "2024-04-03"), ("mdy", "2024-03-04")] {
        let (leads, said) = bring(sheet, &Import { dates: Some(order.to_owned()), ..plainly() });
        assert_eq!((said.code, leads[0].signed), (0, day.parse().ok()), "{order} {}", said.error());
    }
}

#[test]
fn one_cell_that_can_be_only_one_order_decides_for_its_column() {
    let sheet = "项目名称,签约时间,首谈时间\n演示·甲,03/04/2024,2024-1-5\n演示·乙,25/06/2024,3/4/2024 10:30\n演示·丙,,12/13/2024\n";
    let (leads, said) = bring(sheet, &plainly());
    assert_eq!(said.code, 0, "{}", said.error());
    assert_eq!(leads[0].signed, "2024-04-03".parse().ok());
    assert_eq!(leads[1].first_talk, "2024-03-04".parse().ok());
    // Two digits for the year leave a third order.
    let (_, said) = bring("项目名称,签约时间\n演示·甲,24.03.05\n", &plainly());
    assert_eq!(said.code, 1);
    let (leads, _) = bring(
        "项目名称,签约时间\n演示·甲,24.03.05\n",
        &Import { dates: Some("ymd".to_owned()), ..plainly() },
    );
    assert_eq!(leads[0].signed, "2024-03-05".parse().ok());
    // A day that is the same either way is no question.
    let (leads, said) = bring("项目名称,签约时间\n演示·甲,5/5/2024\n", &plainly());
    assert_eq!((said.code, leads[0].signed), (0, "2024-05-05".parse().ok()));
}

#[test]
fn blank_cells_of_a_column_are_filled_down_where_that_is_asked() {
    let sheet = "事业部,项目名称,责任人\n海洋生物,演示·甲,演示员甲\n,演示·乙,\n,演示·丙,演示员乙\n金融,演示·丁,演示员丙\n,演示·戊,\n";
    let (leads, said) = bring(sheet, &Import { dry_run: true, ..plainly() });
    assert!(leads.is_empty());
    assert!(said.text().contains("--fill-down '事业部'"), "{}", said.text());
    let (leads, _) = bring(sheet, &Import { fill_down: owned(&["事业部"]), ..plainly() });
    let divisions: Vec<u32> = leads.iter().filter_map(|lead| Some(lead.division?.no)).collect();
    assert_eq!(divisions, [5, 5, 5, 6, 6]);
    assert_eq!(leads[1].owner, None, "only the column that was named");
}

#[test]
fn a_section_s_division_is_that_of_its_rows() {
    let sheet = "序号,项目名称,总投资（万元）\n一、海洋生物,,\n1,演示·甲,100\n2,演示·乙,200\n二、金融,,\n3,演示·丙,300\n";
    let (leads, said) = bring(sheet, &plainly());
    assert_eq!((said.code, leads.len()), (0, 3), "{}", said.text());
    assert_eq!(leads.iter().filter_map(|lead| Some(lead.division?.no)).collect::<Vec<_>>(), [5, 5, 6]);
}

#[test]
fn a_phone_that_a_spreadsheet_cut_short_is_told_and_kept_beside() {
    let (leads, said) = bring("项目名称,联系电话\n演示·甲,1.38E+10\n", &plainly());
    assert!(
        said.text().contains("B2 联系电话 \"1.38E+10\"：联系电话被表格软件缩成了科学计数"),
        "{}",
        said.text()
    );
    assert_eq!(leads[0].phone, "");
    assert_eq!(leads[0].extra.get("联系电话").map(String::as_str), Some("1.38E+10"));
}

#[test]
fn values_that_say_more_or_less_than_one_number() {
    let sheet = "项目名称,总投资\n演示·甲,US$3m\n演示·乙,500万美元\n演示·丙,€1200000\n演示·丁,约３亿元\n演示·戊,1 234 567元\n演示·己,5000万以上\n演示·庚,3-5亿元\n";
    let (leads, said) = bring(sheet, &plainly());
    let held: Vec<String> =
        leads.iter().map(|lead| lead.amount.map_or_else(String::new, guatu::domain::Money::exact)).collect();
    assert_eq!(said.code, 0, "{}", said.error());
    assert_eq!(held[..2], ["USD 3000000", "USD 5000000"]);
    assert!(held[2].contains("EUR"), "{held:?}");
    let yuan = |n: usize| leads[n].amount.and_then(guatu::domain::Money::yuan);
    assert_eq!((yuan(3), yuan(4), yuan(5)), (Some(300_000_000), Some(1_234_567), Some(50_000_000)));
    assert_eq!(leads[6].amount, None, "a range is no amount");
    assert_eq!(leads[6].extra.get("总投资").map(String::as_str), Some("3-5亿元"));
}

#[test]
fn days_of_a_sheet_that_lost_its_formats() {
    let (leads, _) = bring("项目名称,签约时间\n演示·甲,45356\n演示·乙,45356.5\n", &plainly());
    assert!(leads.iter().all(|lead| lead.signed == "2024-03-05".parse().ok()));
}

#[test]
fn nothing_is_changed_where_any_problem_is_to_stop_it() {
    let sheet = "项目名称,签约时间\n演示·甲,某日\n演示·乙,2026-1-1\n";
    let (leads, said) = bring(sheet, &Import { stop: true, ..plainly() });
    assert_eq!((said.code, leads.len()), (1, 0));
    assert_eq!(said.error(), "有 1 处问题，按 --on-problem stop 未作任何改动。");
    assert!(said.text().contains("B2 签约时间"), "{}", said.text());
}

#[test]
fn the_report_for_programs() {
    let mut counter = Counter::new();
    let sheet = "项目名称,签约时间,责任人\n演示·甲,某日,演示员甲\n,2026-1-1,\n";
    let said = counter.import(&Import { json: true, ..plainly() }, sheet.as_bytes());
    let report: serde_json::Value = serde_json::from_str(said.text()).expect("one document");
    assert_eq!(report["format"], "guatu-import-1");
    assert_eq!(report["counts"]["created"], 1);
    assert_eq!(report["counts"]["refused"], 1);
    assert_eq!(report["people"][0], "演示员甲");
    assert_eq!(report["seq"], counter.engine.board().head().seq);
    assert_eq!(report["undo"], "guatu undo");
    let problems = report["sheets"][0]["problems"].as_array().expect("a list");
    assert_eq!((problems[0]["cell"].as_str(), problems[1]["cell"].as_str()), (Some("B2"), Some("A3")));
    assert_eq!(report["sheets"][0]["columns"][0]["to"], "name");
    let said = counter.import(&Import { json: true, dry_run: true, ..plainly() }, sheet.as_bytes());
    let report: serde_json::Value = serde_json::from_str(said.text()).expect("one document");
    assert!(report["seq"].is_null());
    // What must be said first is there too, and the exit code says that it was not done.
    let asked = "项目名称,总投资\n演示·乙,5\n";
    let said = counter.import(&Import { json: true, ..plainly() }, asked.as_bytes());
    let report: serde_json::Value = serde_json::from_str(said.text()).expect("one document");
    assert_eq!((said.code, report["sheets"][0]["unit_missing"][0]["cell"].as_str()), (1, Some("B2")));
}

#[test]
fn choices_are_kept_for_the_office_and_named_for_a_sheet_of_the_same_shape() {
    let mut counter = Counter::new();
    let sheet = "企业,钱\n演示·甲,5\n";
    let import = Import {
        map: owned(&["企业=name", "钱=amount"]),
        unit: Some("万元".to_owned()),
        save: Some("周报".to_owned()),
        ..plainly()
    };
    let said = counter.import(&import, sheet.as_bytes());
    assert_eq!((said.code, said.error()), (0, String::new()));
    let said = counter.ask(Command::Add {
        kind: "person".to_owned(),
        sets: owned(&["name=演示李", "login=li", "role=editor"]),
    });
    assert_eq!(said.code, 0);
    counter.login = "li";
    let next = "钱,企业\n7,演示·乙\n";
    let said =
        counter.import(&Import { dry_run: true, map: owned(&["企业=name"]), ..plainly() }, next.as_bytes());
    assert!(said.text().contains("--saved 周报"), "{}", said.text());
    let said = counter.import(&Import { saved: Some("周报".to_owned()), ..plainly() }, next.as_bytes());
    assert_eq!((said.code, said.error()), (0, String::new()));
    let board = counter.engine.board();
    let lead = board.lead(Id::new(Kind::Lead, 2)).expect("a lead");
    assert_eq!((lead.name.as_str(), lead.amount.map(|m| m.amount)), ("演示·乙", Some(70_000)));
    drop(board);
    let said = counter.import(&Import { saved: Some("日报".to_owned()), ..plainly() }, next.as_bytes());
    assert_eq!((said.code, said.error().as_str()), (1, "没有名为 日报 的对应；存有：周报。"));
}

#[test]
fn what_is_said_now_goes_before_what_is_kept() {
    let headers = ["企业".to_owned(), " 钱*".to_owned()];
    let shape = mapping::shape(&headers);
    let kept = Options { map: vec![("企业".to_owned(), "name".to_owned())], ..Options::default() };
    let mapping = Mapping::of(shape.clone(), &kept);
    assert!(mapping.fits(&mapping::shape(&["钱".to_owned(), "企 业".to_owned(), String::new()])));
    assert!(!mapping.fits(&mapping::shape(&["钱".to_owned()])));
    let mut now = Options { map: vec![("企业".to_owned(), "investor".to_owned())], ..Options::default() };
    mapping.give(&mut now);
    assert_eq!(now.map, [("企业".to_owned(), "investor".to_owned())]);
    assert!(is_same("企 业*", "企业"));
}
