//! Sheets as offices send them, brought in at the counter.

use guatu::board::founding::{self, Plan};
use guatu::domain::Stage;
use guatu::domain::lead::{Contract, EndReason, LeadKind};
use guatu::domain::stage::{Track, missing};
use guatu::domain::{Id, Kind, Lead};
use guatu::wire::{Command, Form, Import};

use crate::counter::{Counter, Said, owned, plainly};

/// Brings a sheet in and gives the leads by name.
fn bring(sheet: &[u8], import: &Import) -> (Counter, Said) {
    let mut counter = Counter::new();
    let said = counter.import(import, sheet);
    (counter, said)
}

fn leads(counter: &Counter) -> Vec<Lead> {
    let board = counter.engine.board();
    board.leads().iter().map(|(_, lead)| lead.clone()).collect()
}

/// The leads of a text that comes in without a word said.
fn clean(sheet: &str) -> Vec<Lead> {
    let (counter, said) = bring(sheet.as_bytes(), &plainly());
    assert_eq!((said.code, said.error()), (0, String::new()), "{}", said.text());
    leads(&counter)
}

const SHEET: &str = "项目编号,项目名称,事业部,总投资（万元）,项目阶段,责任人\n\
    YS-1,演示·浮标,海洋生物产业事业部,3500,在谈,演示员甲\n\
    YS-2,演示·基金,金融,1.2亿,框架协议,演示员乙\n";

#[test]
fn a_plain_sheet() {
    let (counter, said) = bring(SHEET.as_bytes(), &plainly());
    assert_eq!(said.text(), "已导入 台账.csv：新增 2 条；guatu undo 可整批撤销。\n");
    let leads = leads(&counter);
    assert_eq!((leads[0].stage, leads[0].amount.unwrap().amount), (Stage::Talk, 35_000_000));
    assert_eq!(leads[0].division, Some(Id::division(5)));
    assert_eq!((leads[1].stage, leads[1].contract_type), (Stage::Sign, Some(Contract::Framework)));
    let board = counter.engine.board();
    assert_eq!(leads[1].owner.map(|id| board.title(id).to_owned()), Some("演示员乙".to_owned()));
    assert_eq!(leads[0].stage_since, None, "no date is made up");
}

#[test]
fn stage_words_that_only_say_more_often_that_it_is_so() {
    let sheet = "项目名称,项目阶段\n甲,已终止\n乙,正在洽谈\n丙,已落地\n丁,在建中\n戊,签约阶段\n己,在谈\n";
    let leads = clean(sheet);
    let stages: Vec<Stage> = leads.iter().map(|lead| lead.stage).collect();
    assert_eq!(stages, [Stage::End, Stage::Talk, Stage::Land, Stage::Build, Stage::Sign, Stage::Talk]);
    assert_eq!(leads[0].end_reason, None);
}

#[test]
fn a_zone_s_own_stage_words_come_in_and_go_out() {
    let charter = founding::example().replacen(
        "[[divisions]]",
        "[labels.stage]\nsign = { zh = \"签署\" }\nend = { zh = \"作罢\" }\n[labels.talent]\ntalk = { zh = \"面谈\" }\n[[divisions]]",
        1,
    );
    let mut counter = Counter::founded(&Plan::parse(&charter).unwrap());
    let sheet = "项目名称,项目阶段\n甲,签署\n乙,面谈\n丙,签约\n丁,作罢\n";
    let said = counter.import(&plainly(), sheet.as_bytes());
    assert_eq!((said.code, said.error()), (0, String::new()), "{}", said.text());
    let leads = leads(&counter);
    let stages: Vec<Stage> = leads.iter().map(|lead| lead.stage).collect();
    assert_eq!(stages, [Stage::Sign, Stage::Talk, Stage::Sign, Stage::End]);
    assert_eq!(leads[3].end_reason, None, "the zone's own word for the end says no more than the stage");
    let listed = counter.ask(Command::List { kind: "leads".to_owned(), form: Form::Text, filter: None });
    assert!(listed.text().contains("签署") && !listed.text().contains("签约"), "{}", listed.text());
    let moved = counter.ask(Command::Move { id: "L1".into(), stage: "签署".into(), sets: vec![] });
    assert_eq!(moved.error(), "L1 已在签署阶段。");
}

#[test]
fn the_same_sheet_in_other_clothes() {
    let plain = clean(SHEET);
    let (gbk, _, _) = encoding_rs::GB18030.encode(SHEET);
    let with_mark = format!("\u{FEFF}{SHEET}");
    let clothes: [(&str, Vec<u8>); 6] = [
        ("GB18030", gbk.into_owned()),
        ("a byte order mark", with_mark.into_bytes()),
        ("bare CR", SHEET.replace('\n', "\r").into_bytes()),
        ("CRLF", SHEET.replace('\n', "\r\n").into_bytes()),
        ("semicolons", SHEET.replace(',', ";").into_bytes()),
        ("tabs", SHEET.replace(',', "\t").into_bytes()),
    ];
    for (name, bytes) in clothes {
        let (counter, said) = bring(&bytes, &plainly());
        assert_eq!(said.error(), "", "{name}");
        assert_eq!(leads(&counter), plain, "{name}");
    }
}

#[test]
fn titles_above_and_totals_below() {
    let sheet = "蓝谷招商项目台账,,\n单位：万元,,2026年\n\n项目名称,总投资,联系方式\n演示·甲,3500,-\n小计,3500,\n\
        演示·乙,800,待定\n合 计,4300,\n注：以上为演示,,\n";
    let (counter, said) = bring(sheet.as_bytes(), &Import { dry_run: true, ..plainly() });
    assert!(said.text().contains("表头在第 4 行，数据 2 行"), "{}", said.text());
    assert!(said.text().contains("表尾以下 2 行未读"), "{}", said.text());
    assert!(leads(&counter).is_empty(), "only a preview");
    let leads = clean(sheet);
    assert_eq!(leads.iter().map(|l| l.amount.unwrap().amount).collect::<Vec<_>>(), [35_000_000, 8_000_000]);
    assert_eq!(leads[0].phone, "");
}

#[test]
fn what_does_not_fit_is_told_and_kept() {
    let sheet = "项目名称,总投资（万元）,签约时间,项目阶段,事业部,占地\n\
        演示·甲,约三千,2026-13-45,签约,海洋农业,12亩\n\
        ,1,2026-1-1,签约,金融,\n\
        演示·丙,1,2026-1-1,半途,金融,\n\
        演示·丁,1,2026年3月底,签约,金融,\n\
        演示·戊,1,2026-3-1,签约,金融,\n";
    let (counter, said) = bring(sheet.as_bytes(), &plainly());
    let text = said.text();
    for line in [
        "B2 总投资（万元） \"约三千\"：总投资读不出金额，如 3500万、1.2亿，原文留在附加列",
        "C2 签约时间 \"2026-13-45\"：签约时间",
        "E2 事业部 \"海洋农业\"：事业部查无此名，原文留在附加列",
        "A3 项目名称（空）：没有名称，此行未收；请补上名称",
        "D4 项目阶段 \"半途\"：认不出的阶段，此行未收；请改为 线索、在谈、",
        "新增 3 条，已在板上 0 条，未收 2 条",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    let leads = leads(&counter);
    assert_eq!(leads[0].extra.get("总投资（万元）").map(String::as_str), Some("约三千"));
    assert_eq!(leads[0].extra.get("占地").map(String::as_str), Some("12亩"));
    assert_eq!(leads[1].signed, "2026-03-31".parse().ok());
    assert_eq!(leads[2].signed, "2026-03-01".parse().ok());
}

#[test]
fn amounts_without_a_unit_are_asked_about() {
    let sheet = "项目名称,总投资\n演示·甲,3500\n";
    let (counter, said) = bring(sheet.as_bytes(), &plainly());
    assert_eq!(
        (said.code, said.error().as_str()),
        (1, "B2 总投资 \"3500\" 没有写明单位：加 --unit 万元（或 元、亿元、美元），或写进表头。")
    );
    assert!(leads(&counter).is_empty());
    let (counter, said) = bring(sheet.as_bytes(), &Import { unit: Some("亿元".to_owned()), ..plainly() });
    assert_eq!(said.code, 0);
    assert_eq!(leads(&counter)[0].amount.unwrap().amount, 350_000_000_000);
}

#[test]
fn words_that_say_more_than_a_stage() {
    let leads =
        clean("Opportunity,Deal stage\nA,Lost\nB,Proposal/Price Quote\nC,Closed Won\nD,正式合同\nE,退出\n");
    let stages: Vec<Stage> = leads.iter().map(|lead| lead.stage).collect();
    assert_eq!(stages, [Stage::End, Stage::Talk, Stage::Sign, Stage::Sign, Stage::End]);
    assert_eq!(leads[0].end_reason, Some(EndReason::Other));
    assert_eq!(leads[0].extra.get("Deal stage").map(String::as_str), Some("Lost"));
    assert_eq!(leads[3].contract_type, Some(Contract::Binding));
}

#[test]
fn what_a_stage_demands_and_the_sheet_lacks_is_marked() {
    let sheet = "项目名称,项目阶段,唤醒日期,终止原因\n演示·甲,储备,,\n演示·乙,储备,2027-3-1,\n演示·丙,终止,,\n\
        演示·丁,终止,,资金问题\n演示·戊,线索,,\n演示·己,落地,,\n";
    let (mut counter, said) = bring(sheet.as_bytes(), &plainly());
    assert_eq!(said.code, 0, "{}", said.error());
    let lacking: Vec<Vec<&str>> =
        leads(&counter).iter().map(|lead| missing(lead, Track::of(lead.kind, None))).collect();
    let land = ["division", "owner", "next_step", "due", "signed", "contract_type", "amount", "agreed_start"];
    let land: Vec<&str> = land.into_iter().chain(["company", "landed"]).collect();
    assert_eq!(lacking, [vec!["wake_date"], vec![], vec!["end_reason"], vec![], vec![], land]);
    for filter in ["待补", "lacking"] {
        let listed = counter.ask(Command::List {
            kind: "leads".to_owned(),
            form: Form::Text,
            filter: Some(filter.to_owned()),
        });
        let found = ["演示·甲", "演示·丙", "演示·己"].map(|name| listed.text().contains(name));
        assert_eq!((found, listed.text().lines().count()), ([true; 3], 4), "{}", listed.text());
    }
}

#[test]
fn divisions_units_people_and_talents() {
    let sheet = "姓名,责任单位,配合单位,责任人\n演示·甲,信息产业事业部,综合部,甲、乙\n演示·乙,新设处,经济发展和投资促进部,丙\n";
    let (counter, said) = bring(sheet.as_bytes(), &Import { division: Some("hysw".to_owned()), ..plainly() });
    assert_eq!(said.code, 0, "{}", said.error());
    let leads = leads(&counter);
    assert_eq!(leads[0].kind, LeadKind::Talent);
    assert_eq!((leads[0].division, leads[0].owning_unit), (Some(Id::division(4)), None));
    assert_eq!(leads[1].division, Some(Id::division(5)), "the division that was given by hand");
    let board = counter.engine.board();
    let unit = leads[1].owning_unit.and_then(|id| board.unit(id)).unwrap();
    assert_eq!(unit.name_zh, "新设处");
    assert_eq!(leads[0].owner.map(|id| board.title(id).to_owned()), Some("甲".to_owned()));
    assert_eq!(leads[0].extra.get("责任人").map(String::as_str), Some("甲、乙"));
    assert_eq!(board.ids(Kind::Unit).len(), 8 + 5 + 1);
}

#[test]
fn notes_come_along() {
    let (counter, _) = bring("项目名称,进展情况,备注\n演示·甲,已考察,老客户介绍\n".as_bytes(), &plainly());
    let board = counter.engine.board();
    let notes: Vec<(String, bool)> =
        board.notes().iter().map(|(_, note)| (note.text.clone(), note.progress)).collect();
    assert_eq!(notes, [("已考察".to_owned(), true), ("老客户介绍".to_owned(), false)]);
}

#[test]
fn what_is_on_the_board_is_not_brought_in_twice() {
    let (mut counter, _) = bring(SHEET.as_bytes(), &plainly());
    let again = counter.import(&plainly(), SHEET.as_bytes());
    assert_eq!(again.text(), "台账.csv 没有可新增的记录。\n");
    let twice = format!("{SHEET}YS-9,演示·丙,金融,1,在谈,\nYS-9,演示·丁,金融,1,在谈,\n");
    let said = counter.import(&plainly(), twice.as_bytes());
    assert!(said.text().contains("A5 项目编号 \"YS-9\"：编号与第 4 行重复，此行未收"), "{}", said.text());
    assert_eq!(leads(&counter).len(), 3);
}

#[test]
fn one_undo_takes_it_back_whole() {
    let mut counter = Counter::new();
    let before = counter.engine.board().clone();
    counter.import(&plainly(), SHEET.as_bytes());
    let undone = counter.ask(Command::Undo);
    assert_eq!((undone.code, undone.text()), (0, "已撤销：导入 台账.csv（2 条）\n"));
    let board = counter.engine.board();
    for kind in Kind::ALL {
        assert_eq!(board.ids(kind), before.ids(kind));
    }
}

#[test]
fn a_column_that_is_not_what_its_header_says() {
    let leads = clean("name,status\nA,operating\nB,acquired\nC,closed\n");
    assert!(leads.iter().all(|lead| lead.stage == Stage::Lead));
    assert_eq!(leads[1].extra.get("status").map(String::as_str), Some("acquired"));
}

#[test]
fn files_that_are_no_sheets() {
    let table: [(&[u8], &str); 4] = [
        (b"", "文件是空的。"),
        (b"PK\x03\x04\x00\x00", "工作簿不完整或已损坏：请重新复制或下载，或打开后另存为 XLSX 再导入。"),
        (b"{\"format\": 1}", "这个 JSON 不是线索文件：只能导入「guatu export 文件.json」写出的文件。"),
        (
            b"foo,bar\nx,1\n",
            "没有名称列：用 --map '表头=name' 指定哪一列是名称。表头在第 1 行：A foo、B bar。",
        ),
    ];
    for (bytes, sentence) in table {
        let (_, said) = bring(bytes, &plainly());
        assert_eq!((said.code, said.error().as_str()), (1, sentence));
    }
}

#[test]
fn what_is_asked_wrongly() {
    for import in [
        Import { map: owned(&["企业=nonsense"]), ..plainly() },
        Import { map: owned(&["企业"]), ..plainly() },
        Import { unit: Some("人".to_owned()), ..plainly() },
    ] {
        let (_, said) = bring(SHEET.as_bytes(), &import);
        assert_eq!(said.code, 2, "{}", said.error());
    }
}

#[test]
fn a_viewer_brings_nothing_in() {
    let mut counter = Counter::new();
    counter.login = "guest";
    let said = counter.import(&plainly(), SHEET.as_bytes());
    assert_eq!(said.code, 1);
    assert!(leads(&counter).is_empty());
}

#[test]
fn a_header_that_is_mapped_by_hand_and_is_not_there_is_told() {
    for (map, rest) in [("备往=source", "A 项目名称、B 备注"), ("没有=name", "A 项目名称、B 备注")]
    {
        let import = Import { map: owned(&[map]), ..plainly() };
        let (counter, said) = bring("项目名称,备注\n演示·甲,好\n".as_bytes(), &import);
        let header = map.split('=').next().expect("a header");
        let told =
            format!("没有「{header}」一列：--map 和 --fill-down 要写表里的列名。表头在第 1 行：{rest}。");
        assert_eq!((said.code, said.error()), (1, told));
        assert!(leads(&counter).is_empty());
    }
}

#[test]
fn a_quote_that_is_not_closed_is_told_with_its_row() {
    for (sheet, row) in [
        ("项目名称,备注\na,b\n\"演示·甲,c\n演示·乙,d\n", Some(3)),
        ("项目名称,备注\n演示·甲,\"好\n", Some(2)),
        ("项目名称,备注\n演示·甲,\"好\"\"\n", Some(2)),
        ("项目名称,备注\n演示·甲,\"好,\n\"\"再\"\"谈\"\n", None),
        ("项目名称,备注\n演示·甲 5\" 管,3\" 与 5\"\n", None),
        ("项目名称,备注\n\"演示·甲\",\"\"\n", None),
    ] {
        let (counter, said) = bring(sheet.as_bytes(), &plainly());
        let told = row.map(|row| format!("第 {row} 行有一个引号"));
        assert_eq!(said.code, i32::from(row.is_some()), "{sheet}: {}", said.error());
        assert!(told.is_none_or(|told| said.error().contains(&told)), "{sheet}: {}", said.error());
        assert_eq!(leads(&counter).is_empty(), row.is_some(), "{sheet}");
    }
}
