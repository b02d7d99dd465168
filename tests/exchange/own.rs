//! A book as a whole: our own workbook brought in again with all its sheets, the Six Ones as a matrix,
//! and what differs by its form alone.

use chrono::{TimeZone, Utc};
use guatu::board::query::Filter;
use guatu::demo;
use guatu::domain::{Kind, Lang};
use guatu::exchange::export::{Form, Source, ids, write};
use guatu::wire::Import;

use crate::counter::{Counter, plainly};

fn workbook(lang: Lang) -> Vec<u8> {
    let now = Utc.with_ymd_and_hms(2026, 11, 24, 1, 30, 0).unwrap();
    let board = demo::build(now, "wang").0;
    let ids = ids(&board, Kind::Lead, &Filter::read(&board, Kind::Lead, ""));
    let changed = |_| None;
    let source = Source {
        board: &board,
        kind: Kind::Lead,
        ids: &ids,
        columns: &[],
        lang,
        now,
        demo: true,
        changed: &changed,
    };
    let mut bytes = Vec::new();
    write(Form::Xlsx, &source, &mut bytes).unwrap();
    bytes
}

fn all() -> Import {
    Import { file: "台账.xlsx".to_owned(), sheet: Some("all".to_owned()), ..Import::default() }
}

#[test]
fn of_a_workbook_that_was_exported_the_ledger_comes_in_and_the_rest_is_told() {
    for (lang, names) in
        [(Lang::Zh, ["数据", "六个一", "军令状"]), (Lang::En, ["Figures", "Six Ones", "Commitments"])]
    {
        let bytes = workbook(lang);
        let mut counter = Counter::new();
        let targets = counter.engine.board().count(Kind::Target);
        let said = counter.import(&Import { dry_run: true, ..all() }, &bytes);
        assert_eq!((said.code, said.error()), (0, String::new()), "{}", said.text());
        let line =
            said.text().lines().find(|line| line.starts_with("没有可导入内容的工作表")).map(str::to_owned);
        let line = line.unwrap_or_else(|| panic!("{}", said.text()));
        assert!(names.iter().all(|name| line.contains(name)), "{line}");
        let said = counter.import(&all(), &bytes);
        assert_eq!((said.code, said.error()), (0, String::new()), "{}", said.text());
        assert!(counter.engine.board().count(Kind::Lead) > 50);
        assert_eq!(counter.engine.board().count(Kind::Target), targets, "a commitment is no second target");
        let head = counter.engine.board().head();
        let said = counter.import(&Import { mode: Some("both".to_owned()), ..all() }, &bytes);
        assert_eq!((said.code, said.error()), (0, String::new()), "{}", said.text());
        assert_eq!(counter.engine.board().head(), head, "the same again changes nothing");
        let said = counter.import(&Import { dry_run: true, sheet: None, ..all() }, &bytes);
        assert!(!said.text().contains("另有可导入的工作表"), "{}", said.text());
    }
}

#[test]
fn a_matrix_of_the_six_ones_is_told_in_a_sentence() {
    for heads in ["专业队伍,产业联盟,专业孵化器,专业园区", "一个产业规划,一支招商团队,一个园区,一个联盟"]
    {
        let mut counter = Counter::new();
        let sheet = format!("六个一推进情况\n事业部,{heads}\n海洋生物,到位,筹建,空缺,到位\n");
        let said = counter.import(&plainly(), sheet.as_bytes());
        assert_eq!(said.code, 1);
        assert!(
            said.error().contains("这是六个一矩阵") && said.error().contains("一行一项"),
            "{}",
            said.error()
        );
    }
    let mut counter = Counter::new();
    let sheet = Import { sheet: Some("六个一".to_owned()), ..all() };
    let said = counter.import(&sheet, &workbook(Lang::Zh));
    assert!(said.error().contains("这是六个一矩阵"), "{}", said.error());
}

#[test]
fn what_differs_by_its_form_alone_changes_nothing() {
    let head = "项目编号,项目名称,投资方,事业部,总投资（万元）,到位资金,项目阶段,责任人,联系电话,统一社会信用代码,是否保密,完成时限,线索来源\n";
    let first =
        "YS-1,演示·浮标,演示甲公司,海洋生物,3500,1.2亿元,在谈,演示员甲,010-10000000,,是,2026-12-31,演示\n";
    let mut counter = Counter::new();
    let said = counter.import(&plainly(), format!("{head}{first}").as_bytes());
    assert_eq!((said.code, said.error()), (0, String::new()));
    let board = counter.engine.board().head();
    for again in [
        "YS-1,演示·浮标,演示甲公司,5,\"3,500.00\",12000万,洽谈中,演示员甲,010-10000000,,√,2026年12月底,演示\n",
        " YS-1 ,演示·浮标 ,演示甲公司,海洋生物事业部,3500万元,\"￥120,000,000.00\",在谈,演示员甲 ,010-10000000,/,涉密,2026/12/31,　演示\n",
        "YS-1,演示·浮标,无,海洋生物,0.35亿,120000000元,对接,-,—,待定,Yes,2026.12.31,演示\n",
    ] {
        for mode in ["both", "update"] {
            let import = Import { mode: Some(mode.to_owned()), ..plainly() };
            let said = counter.import(&import, format!("{head}{again}").as_bytes());
            assert_eq!((said.code, said.error()), (0, String::new()), "{}", said.text());
            assert_eq!(counter.engine.board().head(), board, "{again}{}", said.text());
        }
    }
}

#[test]
fn a_row_that_is_left_out_brings_nobody() {
    let sheet = "提出事业部,承办单位,诉求事项\n,演示新局,演示·用海\n金融,演示税务局,演示·税\n";
    let mut counter = Counter::new();
    let said = counter.import(&plainly(), sheet.as_bytes());
    assert!(said.text().contains("新增单位 1 个：演示税务局"), "{}", said.text());
    let board = counter.engine.board();
    assert!(!board.ids(Kind::Unit).iter().any(|id| board.title(*id) == "演示新局"));
}

#[test]
fn a_column_to_be_filled_down_must_be_there() {
    let mut counter = Counter::new();
    let import = Import { fill_down: vec!["没有的列".to_owned()], ..plainly() };
    let said = counter.import(&import, "项目名称,事业部\n演示·甲,金融\n演示·乙,\n".as_bytes());
    assert_eq!((said.code, counter.engine.board().count(Kind::Lead)), (1, 0));
    assert!(said.error().contains("没有「没有的列」一列"), "{}", said.error());
}
