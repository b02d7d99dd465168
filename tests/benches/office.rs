//! Boards of any size for the benchmarks: founded, then filled with fictional leads that differ.

use chrono::{DateTime, NaiveDate, Utc};
use guatu::board::intent::Author;
use guatu::board::{Board, RequestId, apply, check, founding, number};
use guatu::domain::lead::{Contract, LeadKind};
use guatu::domain::{Fields, Id, Kind, Lead, Money, Stage, record};

/// The moment at which every benchmark takes place.
pub(crate) fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_790_000_000, 0).expect("a moment")
}

/// The day of `now`.
pub(crate) fn today() -> NaiveDate {
    now().date_naive()
}

/// A founded board without leads.
pub(crate) fn founded() -> Board {
    let mut board = Board::new(today());
    let author = Author { board: &board, login: "wang", now: now(), request: RequestId(1) };
    let proposal = founding::built_in().propose(&author, "王管理");
    let tx = number::number(&board, proposal).sign(1, now(), "wang");
    let checked = check(&board, tx).expect("the founding is good");
    apply(&mut board, checked);
    board
}

/// The `i`th lead: names repeat after some thousands, stages and dates spread as an office's do.
pub(crate) fn lead(i: u32) -> Fields {
    const THINGS: [&str; 8] = [
        "深海机器人",
        "海洋观测浮标",
        "海藻生物材料",
        "蓝色产业基金",
        "智能船舶软件",
        "检验检测中心",
        "创业加速器",
        "专业服务园",
    ];
    let stage = [
        Stage::Lead,
        Stage::Lead,
        Stage::Talk,
        Stage::Talk,
        Stage::Talk,
        Stage::Sign,
        Stage::Land,
        Stage::Run,
    ];
    let at = i as usize;
    let day = |ago: u32| today().checked_sub_days(chrono::Days::new(u64::from(ago)));
    let lead = Lead {
        code: format!("YS-{i:06}"),
        name: format!("演示·{}{:04}", THINGS[at % THINGS.len()], i % 7919),
        kind: if i.is_multiple_of(11) { LeadKind::Platform } else { LeadKind::Project },
        division: Some(Id::division(i % 6 + 1)),
        stage: stage[at / 3 % stage.len()],
        stage_since: day(i % 120),
        received: day(i % 300),
        investor: format!("演示{:05}科技有限公司", i % 30_011),
        amount: Some(Money::cny(i64::from(i % 900 + 1) * 1_000_000)),
        next_step: "约见投资方".to_owned(),
        due: today().checked_add_days(chrono::Days::new(u64::from(i % 90))),
        signed: day(i % 90),
        contract_type: Some(Contract::Binding),
        ..Lead::default()
    };
    record::fields(&lead)
}

/// A board of so many leads.
pub(crate) fn filled(leads: u32) -> Board {
    let mut board = founded();
    for i in 1..=leads {
        board.load(Id::new(Kind::Lead, i), 1, 1, "wang", &lead(i)).expect("the lead fits");
    }
    board.turn_to(today());
    board
}
