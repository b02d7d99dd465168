//! Sheets of every kind as offices send them.

use guatu::domain::lead::LeadKind;
use guatu::domain::request::{Nature, RequestState};
use guatu::domain::six_one::SixOneState;
use guatu::domain::target::Area;
use guatu::domain::{Id, Kind, Role};
use guatu::exchange::import::{What, guess};
use guatu::wire::{Command, Import};

use crate::counter::{Counter, Said, owned, plainly};

fn headers(row: &str) -> Vec<String> {
    row.split(',').map(str::to_owned).collect()
}

#[test]
fn what_the_rows_are_is_guessed_from_headers_and_the_sheet_s_name() {
    for (row, name, what) in [
        ("项目编号,项目名称,投资方,事业部,总投资（万元）,项目阶段,责任人", "台账", What::Leads),
        ("序号,姓名,学历,专业,事业部,当前阶段,责任人", "人才引进", What::Talents),
        ("序号,姓名,专业领域,项目阶段", "Sheet1", What::Talents),
        ("事业部,领域,目标名称,目标值,完成值,完成时限,责任人", "Sheet1", What::Targets),
        ("country,project,activity,kpi,baseline,target,actual,percent", "mcc_kpis", What::Targets),
        ("姓名,单位,登录名,权限,到位", "Sheet1", What::People),
        ("姓名,事业部", "人员花名册", What::People),
        ("sales_agent,manager,regional_office", "maven_sales_teams", What::People),
        ("提出事业部,承办单位,事项,性质,办结时限,状态", "Sheet1", What::Requests),
        ("序号,诉求事项,责任单位,事业部,办理情况", "企业诉求清单", What::Requests),
        ("事业部,六个一,状态,名称,责任人,完成时限", "Sheet1", What::SixOnes),
        ("Opportunity Name,Account Name,Amount,Close Date,Stage,Opportunity Owner", "report", What::Leads),
        ("foo,bar", "Sheet1", What::Leads),
    ] {
        assert_eq!(guess::what(&headers(row), name, &[]).0, what, "{row} {name}");
    }
    assert_eq!(guess::what(&headers("foo,bar"), "Sheet1", &[]).1, 0, "it maps to nothing");
}

fn bring(counter: &mut Counter, sheet: &str, import: &Import) -> Said {
    let said = counter.import(import, sheet.as_bytes());
    assert_eq!((said.code, said.error()), (0, String::new()), "{}", said.text());
    said
}

fn mode(mode: &str) -> Import {
    Import { mode: Some(mode.to_owned()), ..plainly() }
}

#[test]
fn talents() {
    let mut counter = Counter::new();
    bring(
        &mut counter,
        "姓名,学历,事业部,当前阶段,责任人\n演示教授,博士,海洋生物,到岗,演示员甲\n",
        &plainly(),
    );
    let board = counter.engine.board();
    let lead = board.lead(Id::new(Kind::Lead, 1)).expect("a lead");
    assert_eq!((lead.kind, lead.stage.label_zh()), (LeadKind::Talent, "落地"));
    assert_eq!(lead.extra.get("学历").map(String::as_str), Some("博士"));
}

trait LabelZh {
    fn label_zh(self) -> &'static str;
}

impl LabelZh for guatu::domain::Stage {
    fn label_zh(self) -> &'static str {
        guatu::domain::Choice::label(self, guatu::domain::Lang::Zh)
    }
}

#[test]
fn targets() {
    let sheet = "2026年攻坚目标,,,,,,,\n事业部,领域,目标名称,目标值,计量单位,完成值,起始日期,完成时限,责任人,进展情况\n\
        海洋生物,引,演示·签约项目,12,个,3,2026-1-1,2026年12月底,演示员甲,已签三个\n\
        金融,台,演示·基金规模,95%,,40%,2026-1-1,2026-12-31,演示员乙,\n\
        ,园,演示·无主,1,个,,,,,\n";
    let mut counter = Counter::new();
    let said = bring(&mut counter, sheet, &plainly());
    assert!(said.text().contains("没有事业部，此行未收；请补上，或加 --division"), "{}", said.text());
    {
        let board = counter.engine.board();
        let target = board.target(Id::new(Kind::Target, 1)).expect("a target");
        assert_eq!((target.area, target.goal, target.actual), (Area::Recruit, 12, 3));
        assert_eq!((target.due, target.baseline_due), ("2026-12-31".parse().ok(), "2026-12-31".parse().ok()));
        assert_eq!(board.index().notes(Id::new(Kind::Target, 1)).count(), 1);
        let percent = board.target(Id::new(Kind::Target, 2)).expect("a target");
        assert_eq!((percent.goal, percent.actual), (95, 40));
    }
    let head = counter.engine.board().head();
    bring(&mut counter, sheet, &mode("both"));
    assert_eq!(counter.engine.board().head(), head, "the same sheet changes nothing");
    // Another due date counts as a re-dating, as it does by hand.
    bring(&mut counter, &sheet.replace("2026年12月底", "2027-3-31"), &mode("update"));
    let board = counter.engine.board();
    let target = board.target(Id::new(Kind::Target, 1)).expect("a target");
    assert_eq!((target.redated, target.baseline_due), (1, "2026-12-31".parse().ok()));
}

#[test]
fn money_goals_are_kept_in_yuan() {
    let sheet =
        "事业部,目标名称,计量方式,目标值（亿元）\n金融,演示·签约额,签约金额,5\n金融,演示·到资,到位资金,3.5\n";
    let mut counter = Counter::new();
    let said = counter.import(&plainly(), sheet.as_bytes());
    assert_eq!(said.code, 0, "{}", said.error());
    let board = counter.engine.board();
    assert_eq!(board.target(Id::new(Kind::Target, 1)).map(|t| t.goal), Some(500_000_000));
}

const PEOPLE: &str = "姓名,事业部,登录名,权限,到位\n演示赵,海洋生物,zhao,编辑,是\n演示钱,金融,,,未到位\n";

#[test]
fn people_of_an_admin() {
    let mut counter = Counter::new();
    bring(&mut counter, PEOPLE, &plainly());
    {
        let board = counter.engine.board();
        let zhao = board
            .people()
            .iter()
            .find(|(_, person)| person.login == "zhao")
            .map(|(_, person)| person.clone());
        let zhao = zhao.expect("a person");
        assert_eq!((zhao.role, zhao.on_post, zhao.division), (Role::Editor, true, Some(Id::division(5))));
    }
    let people = counter.engine.board().count(Kind::Person);
    bring(&mut counter, &PEOPLE.replace("编辑", "查看"), &mode("both"));
    let board = counter.engine.board();
    assert_eq!(board.count(Kind::Person), people);
    assert!(board.people().iter().any(|(_, person)| person.login == "zhao" && person.role == Role::Viewer));
}

#[test]
fn people_of_an_editor_are_names_alone() {
    let mut counter = Counter::new();
    bring(&mut counter, PEOPLE, &plainly());
    counter.login = "zhao";
    let sheet = "姓名,事业部,登录名,权限\n演示孙,金融,,\n演示李,金融,li,\n演示周,金融,,管理\n演示钱,海洋生物,,\n演示赵,,zhao,管理\n";
    let said = bring(&mut counter, sheet, &mode("both"));
    let board = counter.engine.board();
    let has = |name: &str| board.people().iter().any(|(_, person)| person.name == name);
    assert!(has("演示孙") && !has("演示李") && !has("演示周"), "{}", said.text());
    assert_eq!(board.role("zhao"), Role::Editor, "nobody gives himself rights");
    assert!(said.text().contains("只有管理员能改，此行未收"), "{}", said.text());
}

#[test]
fn requests() {
    let sheet = "提出事业部,承办单位,诉求事项,性质,办结时限,办理状态,备注\n\
        海洋生物,综合部,演示·用海手续,环境,2026-12-1,办理中,加急\n\
        金融,综合部,演示·基金落户,政策,2026-12-5,已办结,\n";
    let mut counter = Counter::new();
    bring(&mut counter, sheet, &plainly());
    {
        let board = counter.engine.board();
        let request = board.request(Id::new(Kind::Request, 1)).expect("a request");
        assert_eq!((request.nature, request.state), (Nature::Environment, RequestState::Working));
        assert_eq!(request.raised, "2026-11-24".parse().ok());
        let done = board.request(Id::new(Kind::Request, 2)).expect("a request");
        assert_eq!((done.state, done.closed), (RequestState::Done, None), "no day is made up");
    }
    bring(&mut counter, &sheet.replace("办理中", "退回"), &mode("update"));
    let board = counter.engine.board();
    let request = board.request(Id::new(Kind::Request, 1)).expect("a request");
    assert_eq!((request.state, request.closed), (RequestState::Returned, "2026-11-24".parse().ok()));
    assert_eq!(board.count(Kind::Request), 2);
}

#[test]
fn six_ones_are_always_there_and_only_change() {
    let sheet = "事业部,六个一,状态,名称,责任人,完成时限\n\
        海洋生物,一支专业队伍,已到位,演示突击队,演示员甲,2026-12-31\n金融,专业基金,筹建,,,\n金融,专业基金,到位,,,\n";
    let mut counter = Counter::new();
    let said = bring(&mut counter, sheet, &plainly());
    assert!(said.text().contains("与板上不同"), "{}", said.text());
    let said = bring(&mut counter, sheet, &mode("update"));
    assert!(said.text().contains("与第 3 行是同一条记录"), "{}", said.text());
    let board = counter.engine.board();
    let found = board.six_ones().iter().find(|(_, one)| one.name == "演示突击队").map(|(_, one)| one.clone());
    let team = found.expect("a Six One");
    assert_eq!((team.division, team.state), (Some(Id::division(5)), SixOneState::Ready));
    assert_eq!(team.ready, "2026-11-24".parse().ok());
    assert_eq!(board.count(Kind::SixOne), 36);
}

#[test]
fn the_kind_can_be_said() {
    let mut counter = Counter::new();
    let import =
        Import { kind: Some("targets".to_owned()), division: Some("金融".to_owned()), ..plainly() };
    bring(&mut counter, "名称\n演示·甲\n", &import);
    assert_eq!(counter.engine.board().count(Kind::Target), 1);
    let said = counter.import(&Import { kind: Some("nonsense".to_owned()), ..plainly() }, b"name\nx\n");
    assert_eq!(said.code, 2);
    let import = Import { kind: Some("people".to_owned()), map: owned(&["甲=amount"]), ..plainly() };
    let said = counter.import(&import, "姓名,甲\n演示,1\n".as_bytes());
    assert_eq!(said.code, 1);
    assert!(said.error().starts_with("人员没有字段 amount；可用 姓名、事业部、"), "{}", said.error());
    assert!(said.error().ends_with("或 -（不收这一列）。"), "{}", said.error());
    let said =
        counter.ask(Command::List { kind: "target".to_owned(), form: guatu::wire::Form::Text, filter: None });
    assert_eq!(said.code, 0);
}

#[test]
fn of_several_units_the_first_is_asked_and_all_are_kept() {
    let sheet =
        "提出事业部,承办单位,诉求事项\n海洋生物、金融,综合部、演示财政局,演示·用海\n金融,U23,演示·税\n";
    let mut counter = Counter::new();
    let said = counter.import(&plainly(), sheet.as_bytes());
    let text = said.text();
    assert!(text.contains("不止一个，以第一个为承办单位，原文留在一般记事"), "{text}");
    assert!(text.contains("不止一个，以第一个为提出事业部"), "{text}");
    assert!(text.contains("B3 承办单位 \"U23\"") && text.contains("没有承办单位，此行未收"), "{text}");
    let board = counter.engine.board();
    let request = board.request(Id::new(Kind::Request, 1)).expect("a request");
    assert_eq!(request.division, Some(Id::division(5)));
    assert_eq!(request.unit.map(|unit| board.title(unit).to_owned()).as_deref(), Some("综合部"));
    let notes = board.index().notes(Id::new(Kind::Request, 1));
    let notes: Vec<&str> = notes.filter_map(|id| board.note(id)).map(|note| note.text.as_str()).collect();
    assert_eq!(notes, ["提出事业部: 海洋生物、金融", "承办单位: 综合部、演示财政局"]);
    assert!(!board.ids(Kind::Unit).iter().any(|id| board.title(*id) == "U23"), "no number is a name");
}

#[test]
fn a_login_is_one_person_s() {
    let mut counter = Counter::new();
    let sheet = "姓名,事业部,登录名\n演示赵,金融,zhao\n演示钱,金融,zhao\n演示孙,金融,sun\n";
    let said = counter.import(&plainly(), sheet.as_bytes());
    assert_eq!((said.code, said.error()), (0, String::new()), "{}", said.text());
    assert!(said.text().contains("登录名与第 2 行重复，此行未收"), "{}", said.text());
    bring(&mut counter, "姓名,事业部,登录名\n演示钱,金融,sun\n演示李,金融,sun\n", &mode("both"));
    let board = counter.engine.board();
    let named = |login: &str| board.people().iter().filter(|(_, person)| person.login == login).count();
    assert_eq!((named("zhao"), named("sun")), (1, 1));
}

#[test]
fn a_request_without_a_division_is_its_lead_s() {
    let mut counter = Counter::new();
    bring(&mut counter, "项目名称,事业部\n演示·浮标,海洋生物\n", &plainly());
    bring(
        &mut counter,
        "项目名称,诉求事项,责任部门,办理时限\n演示·浮标,演示·用海,综合部,2026-12-1\n",
        &plainly(),
    );
    let board = counter.engine.board();
    let request = board.request(Id::new(Kind::Request, 1)).expect("a request");
    assert_eq!((request.division, request.due), (Some(Id::division(5)), "2026-12-01".parse().ok()));
}

#[test]
fn what_only_looks_like_a_target_list_is_read_as_one() {
    let sheet = "责任单位,指标名称,指标类型,年度目标,截至目前完成,完成时间,责任领导\n\
        金融,演示·引进企业,人才,≥10家,3家,2026-12-31,演示员甲\n";
    let mut counter = Counter::new();
    bring(&mut counter, sheet, &Import { kind: Some("targets".to_owned()), ..plainly() });
    let board = counter.engine.board();
    let target = board.target(Id::new(Kind::Target, 1)).expect("a target");
    assert_eq!((target.division, target.area), (Some(Id::division(6)), Area::Recruit));
    assert_eq!((target.goal, target.actual, target.due), (10, 3, "2026-12-31".parse().ok()));
    assert!(target.owner.is_some() && target.done.is_none());
}
