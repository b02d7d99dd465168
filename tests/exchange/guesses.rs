//! Headers that no table holds, and the headers of common CRMs.

use guatu::domain::{Choice, Kind};
use guatu::exchange::import::header::{Goes, columns};
use guatu::exchange::import::{What, header};
use guatu::wire::Import;

use crate::counter::{Counter, plainly};

fn goes(header: &str) -> &'static str {
    header::name_of(columns(What::Leads, &[header.to_owned()], &[])[0].goes)
}

#[test]
fn headers_of_the_common_crms() {
    for (header, field) in [
        // Salesforce
        ("Opportunity Name", "name"),
        ("Account Name", "investor"),
        ("Opportunity Owner", "owner"),
        ("Close Date", "due"),
        ("Created Date", "received"),
        ("Lead Source", "source"),
        ("Next Step", "next_step"),
        // HubSpot
        ("Deal Name", "name"),
        ("Deal Stage", "stage"),
        ("Deal owner", "owner"),
        ("Record ID", "code"),
        ("Create Date", "received"),
        ("Associated Company", "investor"),
        // Zoho
        ("Potential Name", "name"),
        ("Closing Date", "due"),
        ("Contact Name", "contact"),
        // Pipedrive
        ("Deal - Title", "name"),
        ("Deal - Organization", "investor"),
        ("Deal - Value", "amount"),
        ("Deal - Expected close date", "due"),
        // Dynamics 365
        ("Topic", "name"),
        ("Potential Customer", "investor"),
        ("Est. Close Date", "due"),
        ("Est. Revenue", "amount"),
        ("Created On", "received"),
        ("Expected Revenue", "extra"),
        ("Probability", "extra"),
    ] {
        assert_eq!(goes(header), field, "{header}");
    }
}

/// What a sheet with this header beside a name takes its column for: with cells that read as it.
fn guessed(header: &str, cell: &str) -> String {
    let mut counter = Counter::new();
    let import =
        guatu::wire::Import { json: true, dry_run: true, unit: Some("万元".to_owned()), ..plainly() };
    let sheet = format!("项目名称,{header}\n演示·甲,{cell}\n演示·乙,{cell}\n");
    let said = counter.import(&import, sheet.as_bytes());
    let report: serde_json::Value = serde_json::from_str(said.text()).expect("JSON");
    let column = &report["sheets"][0]["columns"][1];
    format!("{} {}", column["sure"].as_str().unwrap(), column["to"].as_str().unwrap())
}

#[test]
fn a_header_that_is_like_a_known_one_is_guessed_and_said_to_be() {
    for (header, cell, to) in [
        ("投资总额", "3500万", "amount"),
        ("项目总投资额", "3500万", "amount"),
        ("企业联系人电话", "13800001111", "phone"),
        ("企业联系人姓名", "演示人", "contact"),
        ("项目负责人", "演示员甲", "owner"),
        ("开工日期", "2026-3-5", "started"),
        ("下一步工作计划", "约见投资方", "next_step"),
        ("统一信用代码", "", "extra"),
        ("项目建设内容", "演示", "content"),
        ("Onwer", "Demo", "owner"),
        ("Ammount", "5000万", "amount"),
    ] {
        let sure = if to == "extra" { "none" } else { "guessed" };
        assert_eq!(guessed(header, cell), format!("{sure} {to}"), "{header}");
    }
}

#[test]
fn what_is_only_like_a_field_is_not_taken_for_it() {
    for (header, cell) in [
        // The cells say otherwise.
        ("投资总额", "很大"),
        ("开工日期", "演示"),
        ("Created By", "Demo Person"),
        // What is to come is not what has been.
        ("计划开工时间", "2027-3-5"),
        ("占地面积", "12亩"),
        ("预计年产值", "3500万"),
        ("注册资本", "3500万"),
        ("员工人数", "30"),
        ("Age in Days", "3"),
        ("Country", "中国"),
        ("Probability", "20"),
        ("学历", "博士"),
    ] {
        assert_eq!(guessed(header, cell), "none extra", "{header}");
    }
    // One that is named goes before one that is alike.
    let named = columns(What::Leads, &["总投资".to_owned(), "投资总额".to_owned()], &[]);
    assert_eq!(named[1].goes, Goes::Extra);
}

#[test]
fn an_extra_column_that_is_like_a_field_is_exported_so_that_it_stays_one() {
    for header in ["投资总额", "开工日期", "项目负责人"] {
        assert!(header::is_taken(header), "{header}");
    }
    assert!(!header::is_taken("占地面积"));
}

#[test]
fn english_stage_words() {
    use guatu::domain::lead::EndReason;
    use guatu::domain::{Id, Kind, Stage};
    let table = [
        ("Prospecting", Stage::Lead),
        ("New", Stage::Lead),
        ("Identified", Stage::Lead),
        ("Engaging", Stage::Talk),
        ("Qualified", Stage::Talk),
        ("Validated", Stage::Talk),
        ("Proposal", Stage::Talk),
        ("Proposal/Price Quote", Stage::Talk),
        ("Negotiation", Stage::Talk),
        ("Won", Stage::Sign),
        ("Closed Won", Stage::Sign),
        ("Lost", Stage::End),
        ("Closed Lost", Stage::End),
    ];
    let rows: Vec<String> = table.iter().map(|(word, _)| format!("演示·{word},{word}\n")).collect();
    let mut counter = Counter::new();
    let said = counter.import(&plainly(), format!("Deal Name,Deal Stage\n{}", rows.concat()).as_bytes());
    assert_eq!((said.code, said.error()), (0, String::new()));
    let board = counter.engine.board();
    for (n, (word, stage)) in table.iter().enumerate() {
        let lead = board.lead(Id::new(Kind::Lead, u32::try_from(n).unwrap() + 1)).expect("a lead");
        assert_eq!(lead.stage, *stage, "{word}");
        if *stage == Stage::End {
            assert_eq!(lead.end_reason, Some(EndReason::Other));
            assert_eq!(lead.extra.get("Deal Stage").map(String::as_str), Some(*word), "the word is kept");
        }
    }
}

#[test]
fn stage_words_say_that_it_is_so_or_name_two() {
    for (word, stage) in [
        ("已签约", "sign"),
        ("已终止", "end"),
        ("已开工", "build"),
        ("洽谈中", "talk"),
        ("正在洽谈", "talk"),
        ("签约落地", "land"),
        ("洽谈签约", "sign"),
        ("已签约落地", "land"),
        ("开工建设", "build"),
        ("竣工投产", "run"),
        ("01在谈", "talk"),
        ("洽谈阶段", "talk"),
        ("已签约未开工", "sign"),
        ("签约项目", "sign"),
        ("已开工建设", "build"),
        ("储备库", "park"),
        ("暂停", "park"),
        ("已流失", "end"),
        ("终止洽谈", "end"),
        ("初步接触", "talk"),
        ("考察对接", "talk"),
    ] {
        let mut counter = Counter::new();
        let sheet = format!("项目名称,事业部,项目阶段\n演示·甲,金融,{word}\n演示·乙,金融,在谈\n");
        let said = counter.import(&plainly(), sheet.as_bytes());
        assert_eq!(said.code, 0, "{word} {}", said.error());
        let board = counter.engine.board();
        let lead = board.leads().iter().find(|(_, lead)| lead.name == "演示·甲");
        assert_eq!(lead.map(|(_, lead)| lead.stage.code()), Some(stage), "{word} {}", said.text());
    }
}

#[test]
fn a_column_that_does_not_read_as_its_header_says_is_told_as_a_problem() {
    let sheet = "项目名称,项目状态\n演示·甲,子丑\n演示·乙,寅卯\n演示·丙,在谈\n";
    let mut counter = Counter::new();
    let stop = Import { stop: true, ..plainly() };
    let said = counter.import(&stop, sheet.as_bytes());
    assert_eq!((said.code, counter.engine.board().count(Kind::Lead)), (1, 0), "{}", said.text());
    let said = counter.import(&plainly(), sheet.as_bytes());
    assert!(
        said.text()
            .contains("B2 项目状态 \"子丑\"：这一列多数内容不像项目阶段（这是头一格），整列归入附加列"),
        "{}",
        said.text()
    );
    assert!(said.text().contains("新增的线索中 3 条没有事业部"), "{}", said.text());
}
