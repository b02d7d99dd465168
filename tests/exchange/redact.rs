//! What no report may tell: confidential leads, phones and contacts, in whatever text they stand.

use chrono::{DateTime, TimeZone, Utc};
use guatu::board::redact::{self, Veil};
use guatu::board::{
    Board, Change, Label, Origin, Proposal, RequestId, Transaction, Verb, apply, check, pledges,
};
use guatu::demo;
use guatu::domain::{FieldKey, Kind, Lang, Lead, Money, Value};
use guatu::exchange::document::{html, markdown};
use guatu::exchange::{pledges as sheet, weekly};

fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 24, 1, 30, 0).unwrap()
}

/// Every report of a board, in every form and language.
fn reports(board: &Board, journal: &[Transaction], show: bool) -> Vec<String> {
    let since = journal.first().map_or_else(|| board.today(), |tx| tx.at.date_naive());
    let newest: Vec<Transaction> = journal.iter().rev().cloned().collect();
    let each = Lang::ALL.into_iter().flat_map(|lang| {
        let week = weekly::Source { board, journal: &newest, since, lang, demo: true, show };
        let pledged = sheet::Source { board, mark: None, lang, demo: true, show };
        let documents = [weekly::document(&week), sheet::document(&pledged)];
        let written = documents.iter().flat_map(|told| [markdown::write(told), html::write(told)]);
        let table = String::from_utf8(sheet::csv(&pledged).unwrap()).unwrap();
        written.chain([table]).collect::<Vec<_>>()
    });
    each.collect()
}

/// The demo with a target, a hold's reason and a source that name what they should not.
fn slipped() -> (Board, Vec<Transaction>) {
    let (mut board, mut journal) = demo::build(now(), "wang");
    let secret = board.leads().iter().find(|(_, lead)| lead.confidential).map(|(_, lead)| lead.name.clone());
    let pledge = pledges::of(&board, pledges::latest(&board).unwrap())[0].id;
    let field = |key: &str| FieldKey::find(Kind::Target, key).unwrap();
    let set = |board: &Board, key: &str, to: String| Change::Set {
        id: pledge,
        field: field(key),
        from: board.value(pledge, field(key)),
        to: Value::Text(to),
    };
    let changes = vec![
        set(&board, "name", format!("签约{}，联系139 0000 1234", secret.unwrap())),
        set(&board, "hold_reason", "电0532-88001234".to_owned()),
    ];
    let label = Label::one(Verb::Edit, pledge, "演示");
    let proposal = Proposal { request: RequestId(1), origin: Origin::Do, label, why: String::new(), changes };
    let tx = proposal.sign(board.head().seq + 1, now(), "wang");
    let checked = check(&board, tx.clone()).unwrap();
    apply(&mut board, checked);
    journal.push(tx);
    (board, journal)
}

#[test]
fn no_report_tells_what_is_confidential() {
    let (board, journal) = slipped();
    let secret: Vec<&Lead> =
        board.leads().iter().map(|(_, lead)| lead).filter(|lead| lead.confidential).collect();
    let open = |name: &str| board.leads().iter().any(|(_, lead)| !lead.confidential && lead.name == name);
    let names = secret.iter().map(|lead| lead.name.as_str()).filter(|name| !open(name));
    let people = board.leads().iter().flat_map(|(_, lead)| [&*lead.phone, &*lead.contact]);
    let mut words: Vec<&str> = names.chain(people).filter(|word| !word.is_empty()).collect();
    words.extend(["139 0000 1234", "88001234"]);
    assert!(words.len() > 20, "the demo has something to hide: {words:?}");
    for told in reports(&board, &journal, false) {
        let leaked: Vec<_> = words.iter().filter(|word| told.contains(**word)).collect();
        assert!(leaked.is_empty(), "{leaked:?}: {told}");
    }
    let shown = reports(&board, &journal, true).concat();
    assert!(shown.contains(&secret[0].name) && shown.contains("139 0000 1234"), "all is told on demand");
}

#[test]
fn a_confidential_lead_has_no_name_and_no_amount() {
    let lead = |confidential| Lead {
        name: "演示甲".into(),
        amount: Some(Money::cny(1)),
        source: "演示来源".into(),
        confidential,
        ..Lead::default()
    };
    for (confidential, show, told) in [(false, false, true), (true, false, false), (true, true, true)] {
        let lead = lead(confidential);
        assert_eq!(redact::name_of(&lead, show).is_some(), told);
        assert_eq!(redact::amount_of(&lead, show).is_some(), told);
        assert_eq!(!redact::source_of(&lead, show).is_empty(), told);
    }
}

#[test]
fn phones_are_veiled_and_other_numbers_are_not() {
    let board = Board::new(now().date_naive());
    let veil = Veil::of(&board, "保密项目", false);
    for (text, told) in [
        ("电13900001234。", "电***。"),
        ("139 0000 1234 / 139-0000-1234", "*** / ***"),
        ("+86 13900001234", "+***"),
        ("2 13900001234", "2 ***"),
        ("0532-88001234转8", "***转8"),
        ("电１３９００００１２３４，０５３２－８８００１２３４", "电***，***"),
        ("（010）88001234", "（***"),
        ("138.0000.1234，008613800001234打", "***，***打"),
        ("3.14159.26 12.5", "3.14159.26 12.5"),
        ("0532-8800-1234，400-800-1234", "***，***"),
        ("01-05 2026-11-24", "01-05 2026-11-24"),
        ("2026-11-24 至 2026-12-31", "2026-11-24 至 2026-12-31"),
        ("共1,234,567,890,123元", "共1,234,567,890,123元"),
        ("11-24 12-31 01-05", "11-24 12-31 01-05"),
        ("91370200MA3ABCDE00", "91370200MA3ABCDE00"),
        ("12345678901", "12345678901"),
        ("", ""),
    ] {
        assert_eq!(veil.over(text), told, "{text}");
    }
    let bare = Veil::of(&board, "保密项目", true);
    assert_eq!(bare.over("电13900001234"), "电13900001234");
}
