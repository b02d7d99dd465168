//! A sheet that is brought in again: what differs is changed, and nothing else.

use std::sync::Arc;

use chrono::{TimeZone, Utc};
use guatu::board::intent::Author;
use guatu::board::{Board, Change, RequestId};
use guatu::domain::{FieldKey, Id, Kind, Lang, Lead, Record, Stage};
use guatu::exchange::export::{self, Form, Source};
use guatu::exchange::import::header::is_known;
use guatu::exchange::import::json::Planner as Json;
use guatu::exchange::import::rows::Planner;
use guatu::exchange::import::{Chosen, Decision, Document, Like, Mode, Options, Plan, Planning, What};
use guatu::exchange::sheet::{self, How, Sheet};
use guatu::wire::{Command, Import};

use crate::counter::{Counter, Said, owned, plainly};

fn plan(board: &Board, login: &str, file: &[u8], options: Options) -> Plan {
    let now = Utc.with_ymd_and_hms(2026, 11, 24, 1, 30, 0).unwrap();
    let author = Author { board, login, now, request: RequestId(7) };
    let mut planning: Box<dyn Planning> = if Document::is_json(file) {
        Box::new(Json::new(Arc::new(Document::read(file).expect("JSON")), &author, &options))
    } else {
        let book = sheet::read(file, "leads.csv", &How::default(), &mut |_, _| true).expect("a book");
        let sheet = Sheet::find(book.grids[0].clone(), &|cell| is_known(cell, &[]), None).expect("a sheet");
        let chosen = Chosen { sheet: Arc::new(sheet), name: "leads".to_owned(), options };
        Box::new(Planner::new(vec![chosen], &author).expect("it names leads"))
    };
    while planning.step(&author).expect("rows") {}
    planning.finish()
}

fn mode(mode: Mode) -> Options {
    Options { mode, ..Options::default() }
}

fn exported(board: &Board, kind: Kind, form: Form) -> Vec<u8> {
    let ids = board.ids(kind);
    let source = Source {
        board,
        kind,
        ids: &ids,
        columns: &[],
        lang: Lang::Zh,
        now: Utc.with_ymd_and_hms(2026, 11, 24, 1, 30, 0).unwrap(),
        demo: true,
        changed: &|_| None,
    };
    let mut file = Vec::new();
    export::write(form, &source, &mut file).expect("it is written");
    file
}

#[test]
fn other_records_of_a_rich_board_change_nothing_either() {
    let now = Utc.with_ymd_and_hms(2026, 11, 24, 1, 30, 0).unwrap();
    let (board, _) = guatu::demo::build(now, "wang");
    for (what, form) in [What::Targets, What::People, What::Requests, What::SixOnes]
        .into_iter()
        .flat_map(|what| [Form::Csv, Form::Json, Form::Xlsx].map(|form| (what, form)))
    {
        let file = exported(&board, what.kind(), form);
        let options = Options { what: Some(what), ..mode(Mode::Both) };
        let plan = plan(&board, "wang", &file, options);
        let report = &plan.reports[0];
        assert_eq!(plan.changes, [], "{what:?} {form:?} {:?} {:?}", report.updates, report.issues);
        assert_eq!(report.same as usize, board.count(what.kind()), "{what:?} {form:?} {:?}", report.issues);
    }
}

#[test]
fn what_a_rich_board_exports_changes_nothing_on_it() {
    let now = Utc.with_ymd_and_hms(2026, 11, 24, 1, 30, 0).unwrap();
    let (board, _) = guatu::demo::build(now, "wang");
    let leads = board.ids(Kind::Lead);
    assert!(leads.len() > 50 && board.count(Kind::Note) > 20);
    for form in [Form::Csv, Form::Json, Form::JsonLines, Form::Xlsx] {
        let file = exported(&board, Kind::Lead, form);
        for (login, asked) in
            [("wang", Mode::New), ("wang", Mode::Both), ("wang", Mode::Update), ("gast", Mode::Both)]
        {
            let plan = plan(&board, login, &file, mode(asked));
            let report = &plan.reports[0];
            assert_eq!(plan.changes, [], "{asked:?} {:?}", report.updates);
            assert_eq!((report.same as usize, report.refused), (leads.len(), 0), "{:?}", report.issues);
        }
    }
}

fn asked(mode: &str) -> Import {
    Import { mode: Some(mode.to_owned()), ..plainly() }
}

fn lead(counter: &Counter, n: u32) -> Lead {
    counter.engine.board().lead(Id::new(Kind::Lead, n)).cloned().expect("a lead")
}

fn held(board: &Board) -> Vec<(Id, Vec<(FieldKey, guatu::domain::Value)>)> {
    [Kind::Lead, Kind::Note, Kind::Person]
        .into_iter()
        .flat_map(|kind| board.ids(kind))
        .filter_map(|id| Some((id, board.record(id)?.fields())))
        .collect()
}

const FIRST: &str = "项目编号,项目名称,投资方,事业部,总投资（万元）,项目阶段,责任人,进展情况,占地\n\
    YS-1,演示·浮标,演示甲公司,海洋生物,3500,在谈,演示员甲,首次见面,12亩\n\
    YS-2,演示·基金,演示乙公司,金融,8000,线索,演示员乙,,\n";

const SECOND: &str = "项目编号,项目名称,投资方,事业部,总投资（万元）,项目阶段,责任人,进展情况,占地\n\
    YS-1,演示·浮标,,,4200,签约,演示员甲,\"已签框架协议\n首次见面\",15亩\n\
    YS-2,演示·基金,演示乙公司,金融,8000,线索,演示员乙,,\n\
    YS-3,演示·新材料,演示丙公司,金融,100,线索,演示员丙,,\n";

fn brought() -> Counter {
    let mut counter = Counter::new();
    let said = counter.import(&plainly(), FIRST.as_bytes());
    assert_eq!((said.code, said.error()), (0, String::new()));
    counter
}

#[test]
fn what_differs_is_changed_and_blank_cells_change_nothing() {
    let mut counter = brought();
    let said = counter.import(&asked("both"), SECOND.as_bytes());
    assert!(
        said.text().contains("已导入 台账.csv：新增 1 条，更新 1 条；guatu undo 可整批撤销。"),
        "{}{}",
        said.text(),
        said.error()
    );
    let first = lead(&counter, 1);
    assert_eq!((first.stage, first.amount.map(|m| m.amount)), (Stage::Sign, Some(42_000_000)));
    assert_eq!((first.investor.as_str(), first.division), ("演示甲公司", Some(Id::division(5))));
    assert_eq!(first.stage_since, "2026-11-24".parse().ok(), "the sheet names no day, so it is today");
    assert_eq!(first.extra.get("占地").map(String::as_str), Some("15亩"));
    let board = counter.engine.board();
    let notes: Vec<&str> = board
        .index()
        .notes(Id::new(Kind::Lead, 1))
        .filter_map(|id| board.note(id))
        .map(|n| n.text.as_str())
        .collect();
    assert_eq!(notes, ["首次见面", "已签框架协议"], "what is said already is not said again");
}

#[test]
fn only_new_rows_change_the_board_unless_more_is_asked_for() {
    let mut counter = brought();
    let said = counter.import(&plainly(), SECOND.as_bytes());
    assert!(said.text().contains("新增 1 条，已在板上 2 条，未收 0 条"), "{}", said.text());
    assert!(said.text().contains("其中 1 条与板上不同，未改；要更新就加 --mode both"), "{}", said.text());
    assert_eq!(lead(&counter, 1).stage, Stage::Talk);
    let mut counter = brought();
    let said = counter.import(&asked("update"), SECOND.as_bytes());
    assert!(said.text().contains("新增 0 条，更新 1 条"), "{}", said.text());
    assert_eq!(counter.engine.board().count(Kind::Lead), 2);
}

#[test]
fn one_undo_takes_back_what_is_new_and_what_was_changed() {
    let mut counter = brought();
    let before = held(&counter.engine.board());
    counter.import(&asked("both"), SECOND.as_bytes());
    assert_ne!(held(&counter.engine.board()), before);
    let said = counter.ask(Command::Undo);
    assert_eq!((said.code, said.error()), (0, String::new()));
    assert_eq!(held(&counter.engine.board()), before);
    let said = counter.ask(Command::Redo);
    assert_eq!((said.code, said.error()), (0, String::new()));
    assert_eq!(lead(&counter, 1).stage, Stage::Sign);
}

#[test]
fn an_undo_is_refused_where_somebody_changed_the_same_since() {
    let mut counter = brought();
    counter.import(&asked("both"), SECOND.as_bytes());
    counter.ask(Command::Add {
        kind: "person".to_owned(),
        sets: owned(&["name=演示李", "login=li", "role=editor"]),
    });
    counter.login = "li";
    let said = counter.ask(Command::Set { id: "L1".to_owned(), sets: owned(&["amount=5000万"]) });
    assert_eq!((said.code, said.error()), (0, String::new()));
    counter.login = "wang";
    // The person that was added stands before the import among what `wang` did.
    counter.ask(Command::Undo);
    let said = counter.ask(Command::Undo);
    assert_eq!(said.code, 1, "{}", said.text());
    assert_eq!(lead(&counter, 1).amount.map(|m| m.amount), Some(50_000_000));
    assert_eq!(counter.engine.board().count(Kind::Lead), 3, "nothing of it is taken back");
}

#[test]
fn a_lead_comes_to_its_stage_on_the_day_that_the_sheet_says() {
    let mut counter = brought();
    let sheet =
        "项目编号,项目名称,项目阶段,签约时间\nYS-1,演示·浮标,签约,2026-10-8\nYS-2,演示·基金,Closed Lost,\n";
    let said = counter.import(&asked("update"), sheet.as_bytes());
    assert_eq!((said.code, said.error()), (0, String::new()));
    assert_eq!(lead(&counter, 1).stage_since, "2026-10-08".parse().ok());
    let ended = lead(&counter, 2);
    assert_eq!((ended.stage, ended.left_stage), (Stage::End, Some(Stage::Lead)));
    assert_eq!(ended.extra.get("项目阶段").map(String::as_str), Some("Closed Lost"), "the word is kept");
    // It comes back to where it was.
    let said = counter.import(&asked("update"), FIRST.as_bytes());
    assert_eq!((said.code, said.error()), (0, String::new()));
    let back = lead(&counter, 2);
    assert_eq!((back.stage, back.left_stage, back.end_reason), (Stage::Lead, None, None));
}

#[test]
fn a_row_that_is_the_same_lead_as_an_earlier_one_is_refused() {
    let mut counter = brought();
    let sheet = "项目名称,投资方,总投资（万元）\n演示·浮标,演示甲公司,1\n演示·浮标,演示甲公司,2\n";
    let said = counter.import(&asked("both"), sheet.as_bytes());
    assert!(said.text().contains("编号与第 2 行重复") || said.text().contains("第 2 行"), "{}", said.text());
    assert_eq!(lead(&counter, 1).amount.map(|m| m.amount), Some(10_000));
    assert_eq!(counter.engine.board().count(Kind::Lead), 2);
}

#[test]
fn what_a_row_is_found_by() {
    let codes = "项目编号,项目名称,统一社会信用代码\n甲-1,演示·一,91370200MA3CE2WK5L\n";
    for (sheet, matching, changed) in [
        // Another code is another project, whoever the firm is; unless only the name is asked.
        ("项目编号,项目名称,总投资（万元）\n甲-9,演示·一,1\n", "any", 0),
        ("项目编号,项目名称,总投资（万元）\n甲-9,演示·一,1\n", "name", 1),
        ("项目编号,项目名称,总投资（万元）\n甲-1,演示·改名,1\n", "any", 1),
        ("项目编号,项目名称,总投资（万元）\n甲-1,演示·改名,1\n", "name", 0),
        ("项目名称,总投资（万元）\n演示·一,1\n", "any", 1),
        ("项目名称,总投资（万元）\n演示·一,1\n", "code", 0),
    ] {
        let mut counter = Counter::new();
        let said = counter.import(&plainly(), codes.replace(",91370200MA3CE2WK5L", ",").as_bytes());
        assert_eq!((said.code, said.error()), (0, String::new()), "{}", said.text());
        let import = Import { matching: Some(matching.to_owned()), ..asked("update") };
        let said = counter.import(&import, sheet.as_bytes());
        assert_eq!(said.code, 0, "{}", said.error());
        assert_eq!(lead(&counter, 1).amount.is_some(), changed == 1, "{matching} {sheet} {}", said.text());
    }
}

#[test]
fn a_new_row_that_looks_like_a_lead_is_told_and_can_be_decided() {
    let counter = brought();
    let board = counter.engine.board();
    let sheet = "项目名称,总投资（万元）,联系电话\n演示·浮标二期,900,\n演示·药,1,13800001111\n演示·醋,2,13800001111\n";
    let file = sheet.as_bytes();
    let plan_with = |decisions: &[(u32, Decision)]| {
        let decisions = decisions.iter().copied().collect();
        plan(&board, "wang", file, Options { decisions, ..Options::default() })
    };
    let free = plan_with(&[]);
    let doubles: Vec<(u32, Like)> = free.reports[0].doubles.iter().map(|d| (d.row, d.like)).collect();
    assert_eq!(doubles, [(2, Like::Record(Id::new(Kind::Lead, 1))), (4, Like::Row(3))]);
    assert_eq!(free.reports[0].created, 3, "told, and brought in all the same");
    let skipped = plan_with(&[(2, Decision::Skip)]);
    assert_eq!((skipped.reports[0].created, skipped.reports[0].skipped), (2, 1));
    let updated = plan_with(&[(2, Decision::Update(Id::new(Kind::Lead, 1)))]);
    assert_eq!((updated.reports[0].created, updated.reports[0].changed), (2, 1));
    let amount = FieldKey::find(Kind::Lead, "amount");
    let sets: Vec<_> = updated
        .changes
        .iter()
        .filter_map(|change| match change {
            Change::Set { field, .. } => Some(*field),
            _ => None,
        })
        .collect();
    assert!(sets.contains(&amount.unwrap()), "{sets:?}");
}

#[test]
fn rows_that_refer_to_each_other_find_what_is_on_the_board() {
    let mut counter = Counter::new();
    let sheet = "项目编号,项目名称,上级线索\nA,演示·子,B\nB,演示·母,\n";
    counter.import(&plainly(), sheet.as_bytes());
    assert_eq!(lead(&counter, 1).parent_lead, Some(Id::new(Kind::Lead, 2)));
    let head = counter.engine.board().head();
    let said: Said = counter.import(&asked("both"), sheet.as_bytes());
    assert_eq!(counter.engine.board().head(), head, "{}", said.text());
    // A new row refers to one that is there.
    let more = "项目编号,项目名称,上级线索\nC,演示·孙,A\nA,演示·子,B\nB,演示·母,\n";
    counter.import(&asked("new"), more.as_bytes());
    assert_eq!(lead(&counter, 3).parent_lead, Some(Id::new(Kind::Lead, 1)));
    assert_eq!(
        lead(&counter, 3).get(FieldKey::find(Kind::Lead, "code").unwrap()),
        guatu::domain::Value::text("C")
    );
}
