//! Which leads are likely to be the same, and what is moved where one is ended as a duplicate.

use guatu::board::doubles::{self, Likeness};
use guatu::board::{AnyRecord, Board};
use guatu::domain::{Id, Kind, Lead, sameness};
use proptest::prelude::*;

/// None, and three that are well formed.
const CODES: [&str; 4] = ["", "91370282MA3C00001F", "91370282MA3C00002J", "91370282MA3C00003M"];

/// A board of these leads alone.
fn board(leads: &[Lead]) -> Board {
    let mut board = Board::new(chrono::NaiveDate::from_ymd_opt(2026, 11, 24).unwrap());
    for (no, lead) in (1..).zip(leads) {
        let fields = AnyRecord::from(lead.clone()).fields();
        board.load(Id::new(Kind::Lead, no), 1, 1, "wang", &fields).unwrap();
    }
    board.turn_to(board.today());
    board
}

fn named(name: &str) -> Lead {
    Lead { name: name.to_owned(), ..Lead::default() }
}

#[test]
fn firms_are_compared_without_form_group_and_place() {
    for (one, other, same) in [
        ("青潮装备有限公司", "青潮装备股份有限公司", true),
        ("青潮装备（青岛）有限公司", "青潮装备集团", true),
        ("青潮装备(即墨)", "青潮 装备 有限责任公司", true),
        ("Blue Tide Co., Ltd.", "BLUE TIDE", true),
        ("青潮装备有限公司", "青潮海工有限公司", false),
        ("有限公司", "股份有限公司", false),
        ("", "", false),
    ] {
        let (one_firm, other_firm) = (sameness::firm(one), sameness::firm(other));
        assert_eq!(
            one_firm.is_some() && one_firm == other_firm,
            same,
            "{one} | {other}: {one_firm:?} {other_firm:?}"
        );
    }
}

#[test]
fn phones_are_compared_by_their_digits() {
    for (one, other, same) in [
        ("138-0000-1234", "+86 13800001234", true),
        ("0532 8888 1234", "0532-88881234", true),
        ("8001", "8001", false),
        ("00000000", "00000000", false),
        ("138-0000-1234", "138-0000-1235", false),
    ] {
        let (one_phone, other_phone) = (sameness::phone(one), sameness::phone(other));
        assert_eq!(one_phone.is_some() && one_phone == other_phone, same, "{one} | {other}");
    }
}

#[test]
fn the_surest_stands_first_and_oneself_is_not_named() {
    let leads = [
        Lead { investor: "青潮装备有限公司".to_owned(), ..named("别的") },
        named("深海观测浮标产业化项目"),
        Lead { phone: "138 0000 1234".to_owned(), ..named("某某") },
        Lead { credit_code: "91370282MA3C00001F".to_owned(), ..named("无名") },
        named("跨境数据合规平台"),
        Lead {
            investor: "青潮装备（青岛）集团".to_owned(),
            phone: "+86-138-0000-1234".to_owned(),
            credit_code: "91370282MA3C00001F".to_owned(),
            ..named("深海观测浮标项目")
        },
    ];
    let board = board(&leads);
    let own = Id::new(Kind::Lead, 6);
    let found = doubles::likely(&board, &leads[5], Some(own));
    let why: Vec<_> = found.iter().map(|double| (double.id.no, double.why)).collect();
    assert!(
        matches!(
            why[..],
            [
                (4, Likeness::CreditCode),
                (3, Likeness::Phone),
                (2, Likeness::Name(_)),
                (1, Likeness::Investor)
            ]
        ),
        "{why:?}"
    );
    assert_eq!(doubles::likely(&board, &leads[4], Some(Id::new(Kind::Lead, 5))), []);
}

#[test]
fn one_that_was_ended_as_a_duplicate_is_named_no_more() {
    let ended = Lead { duplicate_of: Some(Id::new(Kind::Lead, 1)), ..named("深海观测浮标") };
    let board = board(&[named("深海观测浮标"), ended]);
    let found = doubles::likely(&board, &named("深海观测浮标"), None);
    assert_eq!(found.iter().map(|double| double.id.no).collect::<Vec<_>>(), [1]);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    /// What is exactly the same is found by the index as by looking at every lead.
    #[test]
    fn the_same_numbers_and_firms_are_always_found(
        parts in prop::collection::vec((0..4_u8, 0..4_u8, 0..4_u8), 1..30),
        mine in (0..4_u8, 0..4_u8, 0..4_u8),
    ) {
        let lead = |(code, phone, firm): (u8, u8, u8)| Lead {
            credit_code: CODES[usize::from(code)].to_owned(),
            phone: if phone == 0 { String::new() } else { format!("1380000000{phone}") },
            investor: if firm == 0 { String::new() } else { format!("第{firm}潮科技有限公司") },
            ..Lead::default()
        };
        let leads: Vec<Lead> = parts.iter().map(|part| lead(*part)).collect();
        let board = board(&leads);
        let same = |one: u8, other: u8| one != 0 && one == other;
        let is_same = |part: &(u8, u8, u8)| {
            same(part.0, mine.0) || same(part.1, mine.1) || same(part.2, mine.2)
        };
        let expected = parts.iter().filter(|part| is_same(part)).count();
        prop_assert_eq!(doubles::likely(&board, &lead(mine), None).len(), expected.min(5));
    }

    #[test]
    fn no_text_makes_comparing_panic(one in ".*", other in ".*") {
        let board = board(&[Lead { investor: one.clone(), phone: one.clone(), ..named(&other) }]);
        let lead = Lead { investor: other.clone(), phone: other, credit_code: one.clone(), ..named(&one) };
        let _ = doubles::likely(&board, &lead, None);
    }
}
