//! The exported workbook as a spreadsheet reads it: cells by their sort, lists, colours that follow,
//! panes, charts; and that no text in it is run.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use calamine::{Data, DataType, Reader, Xlsx};
use chrono::{DateTime, TimeZone, Utc};
use guatu::board::query::Filter;
use guatu::board::{AnyRecord, Board};
use guatu::demo;
use guatu::domain::money::Currency;
use guatu::domain::money_words::{self, Scale};
use guatu::domain::{Id, Kind, Lang, Lead, Money};
use guatu::exchange::export::{Column, Form, Source, Told, columns, ids, is_computed, write};
use proptest::prelude::*;

fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 24, 1, 30, 0).unwrap()
}

/// The bytes of a workbook, and what is told of it.
fn made(board: &Board, kind: Kind, columns: &[Column], lang: Lang) -> (Vec<u8>, Told) {
    let ids = ids(board, kind, &Filter::read(board, kind, ""));
    let changed = |_| None;
    let source = Source { board, kind, ids: &ids, columns, lang, now: now(), demo: true, changed: &changed };
    let mut bytes = Vec::new();
    let told = write(Form::Xlsx, &source, &mut bytes).unwrap();
    (bytes, told)
}

fn sheets(bytes: &[u8]) -> BTreeMap<String, Vec<Vec<Data>>> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes.to_vec())).unwrap();
    let names = book.sheet_names();
    let rows = |book: &mut Xlsx<_>, name: &str| {
        book.worksheet_range(name).unwrap().rows().map(<[Data]>::to_vec).collect()
    };
    names.into_iter().map(|name| (name.clone(), rows(&mut book, &name))).collect()
}

/// The parts of a workbook's file by name.
fn parts(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|at| {
            let mut part = archive.by_index(at).unwrap();
            let mut text = String::new();
            part.read_to_string(&mut text).unwrap();
            (part.name().unwrap().into_owned(), text)
        })
        .collect()
}

/// A board with one lead beside what was founded.
fn with(lead: &Lead) -> Board {
    let mut board = demo::build(now(), "wang").0;
    for id in board.ids(Kind::Lead) {
        board
            .load(
                id,
                1,
                1,
                "wang",
                &AnyRecord::from(Lead { name: "演示".into(), ..Lead::default() }).fields(),
            )
            .unwrap();
    }
    board.load(Id::new(Kind::Lead, 1), 1, 1, "wang", &AnyRecord::from(lead.clone()).fields()).unwrap();
    board.turn_to(board.today());
    board
}

#[test]
fn a_ledger_has_typed_cells_under_the_offices_headers() {
    let (board, _) = demo::build(now(), "wang");
    let (bytes, told) = made(&board, Kind::Lead, &[], Lang::Zh);
    let sheets = sheets(&bytes);
    let names: Vec<&str> = sheets.keys().map(String::as_str).collect();
    assert_eq!(names.len(), 4, "{names:?}");
    let ledger = &sheets["台账"];
    assert_eq!(
        (ledger.len(), told),
        (board.count(Kind::Lead) + 2, Told { records: board.count(Kind::Lead), cut: 0 })
    );
    assert!(ledger[0][0].to_string().contains("演示") && ledger[0][0].to_string().contains("2026-11-24"));
    let head: Vec<String> = ledger[1].iter().map(ToString::to_string).collect();
    let first = [
        "项目编号",
        "项目名称",
        "类别",
        "事业部",
        "项目阶段",
        "灯",
        "灯况",
        "责任人",
        "投资方",
        "总投资（万元）",
    ];
    assert_eq!(head[..first.len()], first);
    let col = |name: &str| head.iter().position(|head| head == name).unwrap();
    for (row, (_, lead)) in ledger[2..].iter().zip(board.leads().iter()) {
        assert_eq!(row[col("项目名称")], Data::String(lead.name.clone()));
        match lead.amount.map(|money| (money, money.yuan())) {
            Some((_, Some(yuan))) => {
                let Data::Float(wan) = row[col("总投资（万元）")] else {
                    panic!("no number: {row:?}")
                };
                assert_eq!(Money::cny(yuan), money_words::parse(&wan.to_string(), Some(Scale::WAN)).unwrap());
            }
            Some((money, None)) => assert_eq!(row[col("总投资（万元）")], Data::String(money.exact())),
            None => assert_eq!(row[col("总投资（万元）")], Data::Empty),
        }
        match lead.due {
            Some(due) => {
                let Data::DateTime(cell) = &row[col("完成时限")] else {
                    panic!("{:?}", row[col("完成时限")])
                };
                let days = (due - chrono::NaiveDate::from_ymd_opt(1899, 12, 30).unwrap()).num_days();
                assert_eq!(cell.as_f64().to_string(), days.to_string());
            }
            None => assert_eq!(row[col("完成时限")], Data::Empty),
        }
        assert!(matches!(&row[col("联系电话")], Data::String(_) | Data::Empty), "a phone is no number");
        assert!(["红", "黄", "绿", "灰"].contains(&row[col("灯")].to_string().as_str()));
    }
    assert!(is_computed("灯") && is_computed("Light reason") && !is_computed("项目名称"));
}

#[test]
fn it_has_panes_a_filter_lists_colours_and_charts() {
    let (board, _) = demo::build(now(), "wang");
    for (lang, words) in [
        (Lang::Zh, ["红", "在谈", "海洋技术装备", "到位"]),
        (Lang::En, ["Red", "In talks", "Marine Equipment", "In place"]),
    ] {
        let parts = parts(&made(&board, Kind::Lead, &[], lang).0);
        let ledger = &parts["xl/worksheets/sheet1.xml"];
        let [red, talk, division, ready] = words;
        for wanted in [
            "<pane xSplit=\"2\" ySplit=\"2\" topLeftCell=\"C3\"",
            "<autoFilter ref=\"A2:",
            "<row r=\"1\" ht=\"27\" customHeight=\"1\">",
            "orientation=\"landscape\"",
            "paperSize=\"8\"",
            "fitToPage=\"1\"",
            "&amp;P",
        ] {
            assert!(ledger.contains(wanted), "{lang}: {wanted}");
        }
        assert!(
            ledger.contains(&format!("<formula>\"{red}\"</formula>")),
            "{lang}: the word gives the colour"
        );
        assert!(ledger.contains("TODAY()"), "an overdue day shows so on the day it is looked at");
        let lists: Vec<&str> = ledger.split("<formula1>").skip(1).collect();
        assert!(
            lists.iter().any(|list| list.contains(talk)) && lists.iter().any(|list| list.contains(division))
        );
        assert!(parts["xl/workbook.xml"].contains("_xlnm.Print_Titles"));
        let six = &parts["xl/worksheets/sheet3.xml"];
        assert!(six.contains("beginsWith") && six.contains(ready), "{lang}");
        let charts: Vec<&String> = (1..=3).map(|n| &parts[&format!("xl/charts/chart{n}.xml")]).collect();
        assert!(charts[0].contains("<c:barDir val=\"bar\"/>") && charts[2].contains("val=\"stacked\""));
        for chart in charts {
            assert_eq!(chart.matches("<c:title>").count(), 3, "{lang}: the chart and both axes have titles");
            assert!(chart.contains("<c:showVal val=\"1\"/>"));
        }
    }
}

#[test]
fn the_other_kinds_are_a_sheet_each() {
    let (board, _) = demo::build(now(), "wang");
    for (kind, name, head) in [
        (Kind::Target, "目标", "目标值"),
        (Kind::Person, "人员", "姓名"),
        (Kind::Request, "支援请求", "事项"),
        (Kind::SixOne, "六个一", "状态"),
    ] {
        let sheets = sheets(&made(&board, kind, &[], Lang::Zh).0);
        assert_eq!(sheets.len(), 1);
        let rows = &sheets[name];
        assert_eq!(rows.len(), board.count(kind) + 2);
        assert!(rows[1].iter().any(|cell| cell.as_string().as_deref() == Some(head)), "{:?}", rows[1]);
    }
}

#[test]
fn the_same_board_at_the_same_moment_gives_the_same_bytes() {
    let (board, _) = demo::build(now(), "wang");
    assert!(made(&board, Kind::Lead, &[], Lang::Zh).0 == made(&board, Kind::Lead, &[], Lang::Zh).0);
}

/// Texts that a spreadsheet would run or follow, where it could.
const HOSTILE: &[&str] = &[
    "=HYPERLINK(\"http://x.test\",\"点\")",
    "=cmd|'/C calc'!A0",
    "+cmd|'/C calc'!A0",
    "@SUM(A1:A9)",
    "-2+3",
    "\t=1+1",
    "http://x.test/a?b=1",
    "mailto:a@x.test",
    "\\\\server\\share",
    "_x003D_1+1",
    "<f>1+1</f>",
    "a\u{1}b\u{7f}",
    "1",
    "2026-11-24",
    "真",
    "&lt;",
    " 空 ",
];

/// What the first lead's name and investor come back as.
fn back(lead: &Lead) -> (Data, Data, BTreeMap<String, String>) {
    let board = with(lead);
    let wanted = columns(Kind::Lead, &board, "name,investor").unwrap();
    let bytes = made(&board, Kind::Lead, &wanted, Lang::Zh).0;
    let row = sheets(&bytes)["台账"][2].clone();
    (row[0].clone(), row[1].clone(), parts(&bytes))
}

#[test]
fn no_text_is_run_or_followed_and_all_come_back() {
    for text in HOSTILE {
        let lead = Lead { name: (*text).to_owned(), investor: (*text).to_owned(), ..Lead::default() };
        let (name, investor, parts) = back(&lead);
        assert_eq!(
            (&name, &investor),
            (&Data::String((*text).to_owned()), &Data::String((*text).to_owned()))
        );
        for (part, xml) in &parts {
            let is_sheet = part.starts_with("xl/worksheets/sheet");
            assert!(!is_sheet || !(xml.contains("<f>") || xml.contains("<f ")), "{text}: {part}");
            assert!(!xml.contains("<hyperlink") && !xml.contains("ddeLink"), "{text}: {part}");
        }
        assert!(
            parts["xl/styles.xml"].contains("quotePrefix=\"1\"")
                == text.starts_with(['=', '+', '-', '@', '\t'])
        );
    }
}

#[test]
fn what_an_import_would_take_for_nothing_keeps_its_guard() {
    for text in ["无", "-", "合计", "'=x", "'"] {
        let lead = Lead { name: "演示".to_owned(), investor: text.to_owned(), ..Lead::default() };
        assert_eq!(back(&lead).1, Data::String(format!("'{text}")));
    }
}

#[test]
fn a_text_that_no_cell_holds_stands_whole_on_a_sheet_of_its_own() {
    let content = "海🐟".repeat(30_000);
    let lead = Lead { name: "演示".to_owned(), content: content.clone(), ..Lead::default() };
    let (bytes, told) = made(&with(&lead), Kind::Lead, &[], Lang::Zh);
    assert_eq!(told.cut, 1);
    let sheets = sheets(&bytes);
    let cell = |text: &str| sheets["台账"][2].iter().any(|cell| cell.as_string().as_deref() == Some(text));
    let short = format!("{}…", content.chars().take(21_844).collect::<String>());
    assert!(cell(&short), "its beginning, and that there is more");
    let whole: String = sheets["长文本"][2..].iter().map(|row| row[3].to_string()).collect();
    assert!(whole == content);
    assert_eq!(sheets["长文本"][2][0], Data::String("L1".to_owned()));
}

#[test]
fn money_that_a_spreadsheet_would_round_is_words() {
    for (money, cell) in [
        (Money::cny(123_456), Data::Float(12.3456)),
        (Money::cny(i64::MAX), Data::String(Money::cny(i64::MAX).exact())),
        (Money { amount: 3_000_000, currency: Currency::USD }, Data::String("USD 3000000".to_owned())),
    ] {
        let lead = Lead { name: "演示".to_owned(), amount: Some(money), ..Lead::default() };
        let board = with(&lead);
        let wanted = columns(Kind::Lead, &board, "总投资").unwrap();
        assert_eq!(sheets(&made(&board, Kind::Lead, &wanted, Lang::Zh).0)["台账"][2][0], cell);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn whatever_the_name_it_is_a_text(name in "[=+@\\-\t']?\\PC{1,40}") {
        let lead = Lead { name: name.clone(), ..Lead::default() };
        let (cell, _, parts) = back(&lead);
        let Data::String(cell) = cell else { panic!("{cell:?}") };
        prop_assert!(cell == name || cell.strip_prefix('\'') == Some(&name), "{cell}");
        prop_assert!(!parts["xl/worksheets/sheet1.xml"].contains("<f>"));
    }
}
