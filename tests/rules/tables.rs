//! The rules of the domain as tables: lights at both sides of each threshold, pace, stages,
//! money, ids, the field tables themselves.

use std::collections::HashSet;

use chrono::{Days, NaiveDate};
use guatu::domain::lead::LeadKind;
use guatu::domain::light::{self, Reason, Signal};
use guatu::domain::stage::{self, Track};
use guatu::domain::value::is_credit_code;
use guatu::domain::{Charter, Division, FieldKey, Id, Kind, Lang, Lead, Money, Shape, Stage, record};

pub(crate) fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 6, 15).unwrap()
}

/// The day so many days from today.
pub(crate) fn on(days: i64) -> Option<NaiveDate> {
    let distance = Days::new(days.unsigned_abs());
    if days < 0 { today().checked_sub_days(distance) } else { today().checked_add_days(distance) }
}

#[test]
fn a_silent_lead_changes_its_light_after_each_threshold() {
    use Signal::{Dot, Green, Red, Yellow};
    let table = [
        (Stage::Lead, vec![(0, Green), (1, Green), (2, Yellow), (3, Yellow), (4, Red)]),
        (
            Stage::Talk,
            vec![
                (30, Green),
                (31, Dot),
                (60, Dot),
                (61, Yellow),
                (90, Yellow),
                (91, Red),
                (180, Red),
                (181, Red),
            ],
        ),
        (Stage::Sign, vec![(500, Green)]),
        (
            Stage::Land,
            vec![(30, Green), (31, Dot), (60, Dot), (61, Yellow), (90, Yellow), (91, Red), (200, Red)],
        ),
        (Stage::Build, vec![(30, Green), (31, Dot), (61, Yellow), (91, Red)]),
        (Stage::Run, vec![(500, Green)]),
        (Stage::Park, vec![(500, Signal::Grey)]),
        (Stage::End, vec![(500, Signal::Grey)]),
    ];
    for (stage, rows) in table {
        for (days, signal) in rows {
            let lead = Lead { stage, ..Lead::default() };
            let light = light::of_lead(&lead, on(-days), None, today(), &Charter::default());
            assert_eq!(light.signal, signal, "{stage:?} silent for {days}");
        }
    }
    let lead = Lead { stage: Stage::Talk, ..Lead::default() };
    let reason = |days: i64| light::of_lead(&lead, on(-days), None, today(), &Charter::default()).reason;
    assert_eq!(reason(180), Reason::Silent(180));
    assert_eq!(reason(181), Reason::ProposePark(181));
}

#[test]
fn a_date_is_red_when_overdue_and_yellow_within_a_week() {
    let table = [
        (-1, Signal::Red, Reason::Overdue(1)),
        (0, Signal::Yellow, Reason::DueIn(0)),
        (7, Signal::Yellow, Reason::DueIn(7)),
        (8, Signal::Green, Reason::DueIn(8)),
    ];
    for (days, signal, reason) in table {
        let light = light::of_date(on(days), today(), &Charter::default());
        assert_eq!((light.signal, light.reason), (signal, reason), "due in {days}");
    }
    let undated = light::of_date(None, today(), &Charter::default());
    assert_eq!((undated.signal, undated.reason), (Signal::Yellow, Reason::NoDueDate));
}

#[test]
fn an_agreed_start_that_passed_is_yellow_after_its_month_and_red_three_months_later() {
    let date = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
    let table = [
        (date(3, 31), Signal::Green),
        (date(4, 1), Signal::Yellow),
        (date(6, 30), Signal::Yellow),
        (date(7, 1), Signal::Red),
    ];
    let lead = Lead { stage: Stage::Sign, agreed_start: Some(date(3, 10)), ..Lead::default() };
    for (today, signal) in table {
        let light = light::of_lead(&lead, Some(today), None, today, &Charter::default());
        assert_eq!(light.signal, signal, "{today}");
    }
}

#[test]
fn pace_runs_from_start_to_due() {
    let table = [
        (-50, 50, Some(50)),
        (0, 100, Some(0)),
        (-100, 0, Some(100)),
        (-200, -100, Some(100)),
        (10, 20, Some(0)),
        (0, 0, Some(100)),
    ];
    for (start, due, pace) in table {
        assert_eq!(light::pace(on(start), on(due), today()), pace, "{start} to {due}");
    }
    assert_eq!(light::pace(None, on(1), today()), None);
}

#[test]
fn each_stage_leads_where_the_table_says() {
    use Stage::{Build, End, Land, Lead as New, Park, Run, Sign, Talk};
    let table = [
        (New, Track::Leading, vec![Talk, Sign, Land, Build, Run, Park, End]),
        (Talk, Track::Leading, vec![Sign, Land, Build, Run, New, Park, End]),
        (Sign, Track::Service, vec![Land, Run, Talk, End]),
        (Land, Track::Talent, vec![Run, Sign, End]),
        (Land, Track::Leading, vec![Build, Run, Sign, End]),
        (Run, Track::Leading, vec![Build, End]),
        (Park, Track::Leading, vec![New, Talk, End]),
        (End, Track::Leading, vec![Sign]),
    ];
    for (stage, track, expected) in table {
        let lead = Lead { stage, left_stage: Some(Sign), ..Lead::default() };
        let found: Vec<Stage> = stage::moves(&lead, track).iter().map(|m| m.to).collect();
        assert_eq!(found, expected, "{stage:?} {track:?}");
    }
}

#[test]
fn each_move_demands_what_the_table_says() {
    let musts = |from: Stage, to: Stage| {
        let lead = Lead { stage: from, ..Lead::default() };
        let chosen = stage::moves(&lead, Track::Leading).into_iter().find(|m| m.to == to).unwrap();
        let fields: Vec<&str> = chosen.demands.iter().filter(|d| d.must).map(|d| d.field).collect();
        (fields.join(" "), chosen.reason)
    };
    let table = [
        (Stage::Lead, Stage::Talk, "division owner next_step due", false),
        (Stage::Lead, Stage::Park, "wake_date", true),
        (Stage::Talk, Stage::Sign, "signed contract_type amount agreed_start", false),
        (Stage::Sign, Stage::Land, "company landed", false),
        (Stage::Land, Stage::Build, "started", false),
        (Stage::Land, Stage::Run, "started running paid_in", false),
        (Stage::Build, Stage::Run, "running paid_in", false),
        (Stage::Sign, Stage::Talk, "", true),
        (Stage::Build, Stage::End, "end_reason", false),
        (Stage::End, Stage::Lead, "", true),
    ];
    for (from, to, fields, reason) in table {
        assert_eq!(musts(from, to), (fields.to_owned(), reason), "{from:?} to {to:?}");
    }
    let bare = Lead { stage: Stage::Sign, name: "甲".into(), ..Lead::default() };
    let missing = stage::missing(&bare, Track::Leading);
    assert_eq!(missing[..4], ["division", "owner", "next_step", "due"]);
    for (side, lacks) in [(Stage::Park, "wake_date"), (Stage::End, "end_reason")] {
        assert_eq!(stage::missing(&Lead { stage: side, ..bare.clone() }, Track::Leading), [lacks]);
    }
}

#[test]
fn demanded_fields_are_in_the_table() {
    for stage in [
        Stage::Lead,
        Stage::Talk,
        Stage::Sign,
        Stage::Land,
        Stage::Build,
        Stage::Run,
        Stage::Park,
        Stage::End,
    ] {
        for demand in stage.demands() {
            assert!(FieldKey::find(Kind::Lead, demand.field).is_some(), "{}", demand.field);
        }
    }
}

#[test]
fn money_is_shown_as_an_office_writes_it() {
    let table = [
        (0, "0万元", "¥0m", "0万"),
        (50_000_000, "5,000万元", "¥50m", "5000万"),
        (99_999_999, "10,000万元", "¥100m", "9999.9999万"),
        (100_000_000, "1.00亿元", "¥100m", "1亿"),
        (123_456_789, "1.23亿元", "¥123.46m", "1.23456789亿"),
        (1_500_000_000, "15.00亿元", "¥1.50bn", "15亿"),
        (12_345, "1.23万元", "¥0.01m", "1.2345万"),
    ];
    for (yuan, zh, en, exact) in table {
        let money = Money::cny(yuan);
        assert_eq!((money.show(Lang::Zh), money.show(Lang::En)), (zh.into(), en.into()), "{yuan}");
        assert_eq!(money.exact(), exact);
    }
}

#[test]
fn ids_are_read_as_they_are_said() {
    for (text, id) in [("L42", Id::new(Kind::Lead, 42)), (" t7 ", Id::new(Kind::Target, 7))] {
        assert_eq!(text.parse(), Ok(id));
    }
    for text in ["", "L", "42", "L0", "L-1", "X3", "L4294967295", "L 4", "L4x"] {
        assert!(text.parse::<Id>().is_err(), "{text}");
    }
    assert_eq!(Kind::from_code("leads"), Some(Kind::Lead));
    assert_eq!(Kind::from_code("six-ones"), Some(Kind::SixOne));
    assert_eq!(Kind::from_code("people"), Some(Kind::Person));
}

#[test]
fn a_credit_code_has_eighteen_characters_and_its_check_digit() {
    let table = [
        ("91350100M000100Y43", true),
        ("91350100M000100Y44", false),
        ("91350100M000100Y4", false),
        ("91350100M000100Y433", false),
        ("91350100I000100Y43", false),
        ("", false),
    ];
    for (code, good) in table {
        assert_eq!(is_credit_code(code), good, "{code}");
    }
}

#[test]
fn the_field_tables_are_sound() {
    for kind in Kind::ALL {
        let mut keys = HashSet::new();
        let mut headers = HashSet::new();
        assert!(record::specs(kind).count() < 256);
        for spec in record::specs(kind) {
            assert!(keys.insert(spec.key), "{}.{} twice", kind.code(), spec.key);
            let own: HashSet<String> = [spec.zh, spec.en]
                .into_iter()
                .chain(spec.synonyms.iter().copied())
                .map(str::to_lowercase)
                .collect();
            for header in own {
                assert!(headers.insert(header.clone()), "{}: header {header} means two fields", kind.code());
            }
            if let Shape::Choice(options) = spec.shape {
                let codes: HashSet<_> = options.iter().map(|o| o.code).collect();
                assert_eq!(codes.len(), options.len(), "{}", spec.key);
            }
        }
    }
}

#[test]
fn a_division_s_group_sets_the_track() {
    let service = Division { group: guatu::domain::division::Group::Service, ..Division::default() };
    let table = [
        (LeadKind::Project, None, Track::Leading),
        (LeadKind::Project, Some(&service), Track::Service),
        (LeadKind::Talent, Some(&service), Track::Talent),
    ];
    for (kind, division, track) in table {
        assert_eq!(Track::of(kind, division), track);
    }
    assert_eq!(Stage::Run.name(Track::Service, Lang::Zh), "开业");
    assert_eq!(Stage::Talk.name(Track::Talent, Lang::Zh), "对接");
}
