//! A board as founded, on a fixed day, for screens.

use std::sync::LazyLock;

use chrono::{DateTime, NaiveDate, TimeZone, Utc};
use guatu::board::{AnyRecord, Board};
use guatu::domain::division::Group;
use guatu::domain::six_one::SixOneKind;
use guatu::domain::{Charter, Choice, Division, Id, Kind, SixOne};

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
}
