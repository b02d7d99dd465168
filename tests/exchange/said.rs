//! What an import says beside its problems, and what it refuses rather than makes up.

use guatu::domain::target::Area;
use guatu::domain::{Id, Kind, Lead, Person, Role, Stage};
use guatu::wire::{Command, Import};

use crate::books::workbook;
use crate::counter::{Counter, Said, owned, plainly};

fn import(counter: &mut Counter, sheet: &str) -> Said {
    counter.import(&plainly(), sheet.as_bytes())
}

fn leads(counter: &Counter) -> Vec<Lead> {
    counter.engine.board().leads().iter().map(|(_, lead)| lead.clone()).collect()
}

#[test]
fn a_stage_column_is_taken_and_its_unknown_words_refuse_their_rows() {
    for header in ["项目阶段", "阶段"] {
        let mut counter = Counter::new();
        let sheet = format!(
            "项目名称,事业部,{header}\n演示·甲,信息,签约\n演示·乙,信息,第一批\n演示·丙,信息,第二批\n"
        );
        let said = import(&mut counter, &sheet);
        assert!(said.text().contains(&format!("C3 {header} \"第一批\"：认不出的阶段")), "{}", said.text());
        assert!(said.text().contains("新增 1 条，未收 2 条；"), "{}", said.text());
        assert_eq!(leads(&counter)[0].stage, Stage::Sign);
    }
}

#[test]
fn a_column_that_its_cells_belie_is_a_problem() {
    let sheet = "项目名称,事业部,招商进度\n演示·甲,信息,签约\n演示·乙,信息,甲类\n演示·丙,信息,乙类\n";
    let sheet = &sheet.replace("招商进度", "项目状态");
    let mut counter = Counter::new();
    let said = import(&mut counter, sheet);
    let line = "C3 项目状态 \"甲类\"：这一列多数内容不像项目阶段（这是头一格），整列归入附加列";
    assert!(said.text().contains(line), "{}", said.text());
    let mut counter = Counter::new();
    let stop = Import { stop: true, ..plainly() };
    assert_eq!(counter.import(&stop, sheet.as_bytes()).code, 1);
    let said = counter.import(&Import { json: true, dry_run: true, ..plainly() }, sheet.as_bytes());
    let report: serde_json::Value = serde_json::from_str(said.text()).unwrap();
    let problem = &report["sheets"][0]["problems"][0];
    assert_eq!((&problem["code"], &problem["cell"]), (&"unlike".into(), &"C3".into()));
}

#[test]
fn a_column_of_how_things_go_becomes_notes_where_it_is_no_stage() {
    let mut counter = Counter::new();
    import(&mut counter, "项目名称,事业部,招商进度\n演示·甲,信息,已约下周见面\n演示·乙,信息,正在选址\n");
    let board = counter.engine.board();
    assert_eq!(board.index().notes(Id::new(Kind::Lead, 1)).count(), 1);
}

#[test]
fn columns_that_are_no_field_are_named() {
    let mut counter = Counter::new();
    let said = import(&mut counter, "项目名称,事业部,占地,能耗,空列\n演示·甲,信息,12亩,低,\n");
    assert_eq!(
        said.text(),
        "没有对应字段的列 2 个，留在附加列：占地、能耗（--map '表头=字段' 可指定）\n\
         已导入 台账.csv：新增 1 条；guatu undo 可整批撤销。\n"
    );
}

#[test]
fn leads_without_a_division_are_counted() {
    let mut counter = Counter::new();
    let said = import(&mut counter, "项目名称,事业部\n演示·甲,信息\n演示·乙,\n");
    assert!(said.text().starts_with("新增的线索中 1 条没有事业部；"), "{}", said.text());
}

#[test]
fn a_column_can_be_left_out_and_fields_are_called_by_their_names() {
    let sheet = "名字,事业部,占地,说法\n演示·甲,信息,12亩,演示\n";
    let map = owned(&["名字=项目名称", "占地=-", "说法=内容"]);
    let mut counter = Counter::new();
    let said = counter.import(&Import { map, ..plainly() }, sheet.as_bytes());
    assert_eq!(said.code, 0, "{}", said.error());
    let lead = leads(&counter).remove(0);
    assert_eq!((lead.content.as_str(), lead.extra.len()), ("演示", 0));
    let said = counter.import(&Import { map: owned(&["占地=面积"]), ..plainly() }, sheet.as_bytes());
    assert_eq!(said.code, 2);
    assert!(said.error().contains("没有字段 面积；可用 项目编号、项目名称、类别、"), "{}", said.error());
}

#[test]
fn the_same_login_twice_refuses_the_later_row_in_the_dry_run_too() {
    let sheet = "姓名,登录名\n演示孙,sy\n演示李,sy\n";
    for dry_run in [true, false] {
        let mut counter = Counter::new();
        let said = counter.import(&Import { dry_run, ..plainly() }, sheet.as_bytes());
        assert_eq!(said.code, 0, "{}", said.error());
        assert!(said.text().contains("B3 登录名 \"sy\"：登录名与第 2 行重复，此行未收"), "{}", said.text());
        assert_eq!(counter.engine.board().person_by_login("sy").is_some(), !dry_run);
    }
    // One that somebody on the board has, where people are told apart by name.
    let mut counter = Counter::new();
    let wish = Import { matching: Some("name".to_owned()), ..plainly() };
    let said = counter.import(&wish, "姓名,登录名\n演示周,wang\n".as_bytes());
    assert!(said.text().contains("登录名已是 P1 王演示 的，此行未收"), "{}", said.text());
}

#[test]
fn whoever_is_added_with_the_founder_s_login_is_the_founder() {
    let mut counter = Counter::new();
    let set = |name: &str| Command::Set { id: "P1".to_owned(), sets: owned(&[name]) };
    assert_eq!(counter.ask(set("name=wang")).code, 0);
    let add = || Command::Add {
        kind: "person".to_owned(),
        sets: owned(&["name=演示甲", "login=wang", "role=admin"]),
    };
    let said = counter.ask(add());
    assert_eq!((said.code, said.text()), (0, "P1\n"), "{}", said.error());
    let person: Person = counter.engine.board().person(Id::new(Kind::Person, 1)).cloned().unwrap();
    assert_eq!((person.name.as_str(), person.role), ("演示甲", Role::Admin));
    // Once named the login is taken, and by whom is said.
    let said = counter.ask(add());
    assert_eq!(said.code, 1);
    assert!(said.error().contains("P1 演示甲"), "{}", said.error());
}

#[test]
fn a_request_is_of_the_division_of_its_lead() {
    let mut counter = Counter::new();
    import(&mut counter, "项目名称,事业部\n演示·甲,海洋生物\n");
    let sheet = "项目名称,存在问题,诉求内容,责任部门,办理时限,答复\n\
        演示·甲,用地不足,请协调用地30亩,综合部,2026-12-10,已安排\n没有的项目,,请协调用电,综合部,,\n";
    let said = counter.import(&Import { kind: Some("requests".to_owned()), ..plainly() }, sheet.as_bytes());
    let board = counter.engine.board();
    let id = Id::new(Kind::Request, 1);
    let request = board.request(id).expect("a request");
    assert_eq!((request.division, request.about.as_str()), (Some(Id::division(5)), "请协调用地30亩"));
    assert_eq!(request.due, "2026-12-10".parse().ok());
    let mut notes: Vec<&str> =
        board.index().notes(id).filter_map(|note| Some(board.note(note)?.text.as_str())).collect();
    notes.sort_unstable();
    assert_eq!(notes, ["已安排", "用地不足"]);
    assert!(said.text().contains("第 3 行：没有事业部，此行未收"), "{}", said.text());
}

#[test]
fn a_word_that_is_in_no_list_is_not_its_first_member() {
    let mut counter = Counter::new();
    let sheet = "责任单位,指标类型,指标名称,年度目标,截至目前完成,计量单位\n\
        信息,招商,演示·签约,12,3,个\n信息,成果,演示·专利,10,3,件\n";
    let said = import(&mut counter, sheet);
    assert!(said.text().contains("B3 指标类型 \"成果\"：领域"), "{}", said.text());
    assert!(said.text().contains("记为「其他」"), "{}", said.text());
    let area = |n| counter.engine.board().target(Id::new(Kind::Target, n)).map(|target| target.area);
    assert_eq!((area(1), area(2)), (Some(Area::Recruit), Some(Area::Other)));
    let sheet = "提出事业部,承办单位,事项,性质\n信息,综合部,演示·甲,政策\n信息,综合部,演示·乙,其他\n";
    let said = import(&mut counter, sheet);
    let line = "D3 性质 \"其他\"：认不出的性质，此行未收；请改为 政策、环境 之一";
    assert!(said.text().contains(line), "{}", said.text());
    assert_eq!(counter.engine.board().count(Kind::Request), 1);
}

#[test]
fn english_headers_of_investor_and_amount() {
    let mut counter = Counter::new();
    let said = import(
        &mut counter,
        "Deal Name,Company,Value (USD m),Landed company\nDemo A,Demo Inc,3.5,Demo Local\n",
    );
    assert_eq!(said.code, 0, "{}", said.error());
    let lead = leads(&counter).remove(0);
    assert_eq!((lead.investor.as_str(), lead.company.as_str()), ("Demo Inc", "Demo Local"));
    assert_eq!(lead.amount.map(guatu::domain::Money::exact), Some("USD 3500000".to_owned()));
}

#[test]
fn nobody_joins_the_roster_for_a_row_that_does_not_come_in() {
    let mut counter = Counter::new();
    let sheet = "事业部,六个一,状态,责任人\n海洋,专业队伍,到位,演示员甲\n金融,没有的,空缺,演示员乙\n";
    let said = import(&mut counter, sheet);
    assert!(!said.text().contains("新增人员"), "{}", said.text());
    assert!(!said.text().contains("只更新时"), "{}", said.text());
    assert!(said.text().contains("A2 事业部 \"海洋\"：没有事业部"), "{}", said.text());
    assert!(said.text().contains("认不出的六个一，此行未收"), "{}", said.text());
}

#[test]
fn nothing_new_is_said_by_what_was_asked_for() {
    let sheet = "项目名称,事业部\n演示·甲,信息\n";
    let mut counter = Counter::new();
    import(&mut counter, sheet);
    assert_eq!(import(&mut counter, sheet).text(), "台账.csv 没有可新增的记录。\n");
    let both = Import { mode: Some("both".to_owned()), ..plainly() };
    assert_eq!(counter.import(&both, sheet.as_bytes()).text(), "台账.csv 没有可新增或更新的记录。\n");
}

#[test]
fn other_files_and_encodings_are_told() {
    let mut counter = Counter::new();
    let mut error = |wish: &Import, bytes: &[u8]| counter.import(wish, bytes).error();
    assert!(error(&plainly(), b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n").contains("这是日历"));
    assert!(error(&plainly(), "| 姓名 |\n| --- |\n| 演示 |\n".as_bytes()).contains("Markdown"));
    let (gbk, _, _) = encoding_rs::GB18030.encode("项目名称,事业部\n演示·甲,信息\n");
    let wrong = Import { encoding: Some("utf-8".to_owned()), ..plainly() };
    assert!(error(&wrong, &gbk).contains("表头像是乱码：去掉 --encoding"));
    let unit = Import { unit: Some("斤".to_owned()), ..plainly() };
    assert!(error(&unit, b"").contains("美元"));
}

#[test]
fn a_preview_that_asks_says_that_nothing_was_changed() {
    let mut counter = Counter::new();
    let dry = Import { dry_run: true, ..plainly() };
    let said = counter.import(&dry, "项目名称,总投资\n演示·甲,3500\n".as_bytes());
    assert_eq!(said.code, 1);
    assert!(said.text().ends_with("仅预览，未作改动。\n"), "{}", said.text());
}

#[test]
fn hidden_rows_are_counted() {
    let bytes = workbook(|sheet| {
        for (row, cells) in
            [["项目名称", "事业部"], ["演示·甲", "信息"], ["演示·乙", "信息"]].iter().enumerate()
        {
            sheet.write_row(u32::try_from(row).unwrap(), 0, *cells)?;
        }
        sheet.set_row_hidden(2)?;
        Ok(())
    });
    let mut counter = Counter::new();
    let said = counter.import(&plainly(), &bytes);
    assert!(said.text().starts_with("隐藏行 1 行，照常读取\n已导入"), "{}", said.text());
    assert_eq!(leads(&counter).len(), 2);
}
