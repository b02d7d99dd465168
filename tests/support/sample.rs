//! A small made-up office for screens: six divisions, some of everything, on a fixed day.

use std::sync::LazyLock;

use chrono::{DateTime, NaiveDate, TimeZone, Utc};
use guatu::board::{AnyRecord, Board};
use guatu::domain::division::Group;
use guatu::domain::lead::{Contract, LeadKind};
use guatu::domain::six_one::{SixOneKind, SixOneState};
use guatu::domain::target::{Area, Measure};
use guatu::domain::{
    Charter, Choice, Division, Id, Kind, Lead, Money, Note, Person, Request, Role, SixOne, Stage, Target,
    Unit,
};

/// The moment of the screens: a Tuesday morning in the office.
pub(crate) static NOW: LazyLock<DateTime<Utc>> =
    LazyLock::new(|| Utc.with_ymd_and_hms(2026, 11, 24, 1, 30, 0).unwrap());

pub(crate) const NAMES: [(&str, &str, &str, Group); 6] = [
    ("海洋技术装备", "Marine Equipment", "海工装备", Group::Leading),
    ("众创服务", "Maker & Startup Services", "众创服务", Group::Service),
    ("高端服务", "High-end Services", "高端服务", Group::Service),
    ("信息", "Information", "信息", Group::Leading),
    ("海洋生物", "Marine Biology", "海洋生物", Group::Leading),
    ("金融", "Finance", "金融", Group::Service),
];

fn day(month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(2026, month, day)
}

fn put(board: &mut Board, id: Id, record: impl Into<AnyRecord>) {
    board.load(id, 1, 1, "wang", &record.into().fields()).unwrap();
}

/// The office as founded: divisions and Six Ones, nothing else.
pub(crate) fn founded() -> Board {
    let mut board = Board::new(day(11, 24).unwrap());
    found(&mut board);
    board.resume_at(1);
    board.turn_to(day(11, 24).unwrap());
    board
}

fn found(board: &mut Board) {
    let charter = Charter {
        name_zh: "蓝谷双招双引".to_owned(),
        name_en: "Blue Valley Campaign".to_owned(),
        period_start: day(1, 1),
        period_end: day(12, 31),
        ..Charter::default()
    };
    put(board, Id::CHARTER, charter);
    for (i, (zh, en, short, group)) in (1..).zip(NAMES) {
        let division = Division {
            name_zh: zh.to_owned(),
            name_en: en.to_owned(),
            short: short.to_owned(),
            group,
            ..Division::default()
        };
        put(board, Id::division(i), division);
        for (k, which) in (0..).zip(SixOneKind::ALL) {
            let six_one = SixOne { division: Some(Id::division(i)), which: *which, ..SixOne::default() };
            put(board, Id::new(Kind::SixOne, (i - 1) * 6 + k + 1), six_one);
        }
    }
    let unit = Unit {
        name_zh: "经济发展和投资促进部".to_owned(),
        name_en: "Economic Development".to_owned(),
        ..Unit::default()
    };
    put(board, Id::new(Kind::Unit, 1), unit);
}

/// The office at work.
pub(crate) fn office() -> Board {
    let mut board = Board::new(day(11, 24).unwrap());
    found(&mut board);
    for (i, name) in (1..).zip(["甲一", "乙二", "丙三", "丁四", "戊五", "己六"]) {
        let person = Person {
            name: name.to_owned(),
            division: Some(Id::division(i)),
            login: if i == 1 { "wang".to_owned() } else { String::new() },
            role: Role::Editor,
            on_post: true,
            ..Person::default()
        };
        put(&mut board, Id::new(Kind::Person, i), person);
    }
    for i in 1..=6_u32 {
        targets(&mut board, i);
    }
    for no in 1..=90 {
        put(&mut board, Id::new(Kind::Lead, no), lead(no));
    }
    notes(&mut board);
    board.resume_at(2);
    board.turn_to(day(11, 24).unwrap());
    board
}

fn targets(board: &mut Board, i: u32) {
    let money = i % 2 == 1;
    let headline = Target {
        division: Some(Id::division(i)),
        area: Area::Recruit,
        name: if money { "年度签约金额" } else { "年度签约项目" }.to_owned(),
        unit: if money { "" } else { "个" }.to_owned(),
        measure: if money { Measure::AmountSign } else { Measure::ProjectsSign },
        goal: if money { 800_000_000 * i64::from(i) } else { 8 },
        start: day(1, 1),
        due: day(12, 31),
        baseline_due: day(12, 31),
        owner: Some(Id::new(Kind::Person, i)),
        headline: true,
        ..Target::default()
    };
    put(board, Id::new(Kind::Target, i), headline);
    let other = Target {
        division: Some(Id::division(i)),
        area: Area::Platform,
        name: "中试平台建成投用".to_owned(),
        start: day(3, 1),
        due: day(11, 10 + i * 3),
        baseline_due: day(11, 10 + i * 3),
        hold_reason: if i == 5 { "等待规划调整".to_owned() } else { String::new() },
        ..Target::default()
    };
    put(board, Id::new(Kind::Target, 6 + i), other);
    for k in 0..i {
        let six_one = SixOne {
            division: Some(Id::division(i)),
            which: SixOneKind::ALL[k as usize],
            state: if k % 2 == 0 { SixOneState::Ready } else { SixOneState::Preparing },
            name: "蓝湾产业联盟".to_owned(),
            due: day(12, k + 1),
            ..SixOne::default()
        };
        put(board, Id::new(Kind::SixOne, (i - 1) * 6 + k + 1), six_one);
    }
    let request = Request {
        division: Some(Id::division(i)),
        unit: Some(Id::new(Kind::Unit, 1)),
        about: "协调海域使用手续与用电增容".to_owned(),
        lead: Some(Id::new(Kind::Lead, i * 2)),
        due: day(11, 20 + i),
        raised: day(11, 3),
        ..Request::default()
    };
    put(board, Id::new(Kind::Request, i), request);
}

fn lead(no: u32) -> Lead {
    const WHAT: [&str; 6] = [
        "深海观测装备制造基地",
        "蓝湾孵化加速器",
        "海洋检测认证中心",
        "海洋大数据平台",
        "海藻活性物研发生产",
        "蓝色产业基金",
    ];
    let stage = [
        Stage::Lead,
        Stage::Talk,
        Stage::Talk,
        Stage::Sign,
        Stage::Land,
        Stage::Build,
        Stage::Run,
        Stage::Park,
    ][(no as usize * 5 + 3) % 8];
    let division = no % 6 + 1;
    let stage = if stage == Stage::Build && NAMES[division as usize - 1].3 == Group::Service {
        Stage::Land
    } else {
        stage
    };
    let name = format!("{}{}期", WHAT[division as usize - 1], no / 6 + 1);
    let reached = stage >= Stage::Sign && stage <= Stage::Run;
    Lead {
        code: format!("LG-2026-{no:03}"),
        name,
        kind: if no.is_multiple_of(9) { LeadKind::Platform } else { LeadKind::Project },
        division: Some(Id::division(division)),
        stage,
        stage_since: day(11 - no % 5, 1 + no % 28),
        received: day(2 + no % 5, 3),
        source: "以商招商".to_owned(),
        owner: (!no.is_multiple_of(7)).then(|| Id::new(Kind::Person, division)),
        investor: format!("示例投资{no}公司"),
        amount: Some(Money::cny(i64::from(no) * 3_700_000)),
        paid_in: reached.then(|| Money::cny(i64::from(no) * 500_000)),
        next_step: "与投资方确认选址并报送方案".to_owned(),
        due: (no % 3 != 0).then(|| day(11 + u32::from(no % 4 == 0), 1 + no % 29)).flatten(),
        first_talk: day(6, 1),
        signed: if reached { day(9, 1 + no % 28) } else { None },
        contract_type: reached.then_some(Contract::Binding),
        content: "建设总装车间、试验水池和联合实验室，分两期投入，达产后服务深海观测与海洋牧场。".to_owned(),
        ..Lead::default()
    }
}

fn notes(board: &mut Board) {
    for no in 1..=12_u32 {
        let note = Note {
            subject: Some(Id::new(Kind::Lead, no % 6 + 1)),
            who: "wang".to_owned(),
            at: Some(Utc.with_ymd_and_hms(2026, 11, 2 + no, 6, 0, 0).unwrap()),
            text: "投资方考察了三号地块，对岸线条件满意，要求两周内答复能耗指标。".to_owned(),
            progress: no.is_multiple_of(2),
        };
        put(board, Id::new(Kind::Note, no), note);
    }
}
