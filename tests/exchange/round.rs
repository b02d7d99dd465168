//! What is exported imports again without loss.

use std::collections::BTreeMap;

use guatu::domain::lead::{Contract, EndReason, LeadKind};
use guatu::domain::value_words::{Reading, lean_of, one_line, read, show};
use guatu::domain::{FieldKey, Id, Kind, Lang, Lead, Record, Shape, Stage, Value};
use guatu::exchange::sheet::{self, How};
use guatu::wire::{Command, Export};
use proptest::prelude::*;

use crate::counter::{Counter, plainly};

fn export(form: &str, lang: &str) -> Command {
    let (form, lang) = (form.to_owned(), Some(lang.to_owned()));
    Command::Export(Export { file: format!("leads.{form}"), form, lang, ..Export::default() })
}

/// The files that read back.
const FILES: [(&str, &str); 6] =
    [("csv", "zh"), ("csv", "en"), ("json", "zh"), ("jsonl", "zh"), ("xlsx", "zh"), ("xlsx", "en")];

/// Texts that a spreadsheet would run, take for empty, or take for the end of the table.
const TRICKS: &[&str] = &[
    "=1+1",
    "+86 138",
    "-",
    "@x",
    "'",
    "'=x",
    "无",
    "待定",
    "/",
    "合计",
    "小计",
    "注：甲",
    "a,b;c\t\"d\"",
    "1",
    "2024-3-5",
    "项目名称",
    "\u{202E}倒",
    "附加列：备注",
];

fn text() -> impl Strategy<Value = String> {
    prop_oneof![prop::sample::select(TRICKS).prop_map(str::to_owned), "[ -~一-鿿]{1,12}"]
        .prop_map(|text| one_line(&text))
        .prop_filter("blank", |text| !text.trim().is_empty())
}

prop_compose! {
    fn lead()(
        texts in prop::collection::vec(prop::option::of(text()), 20),
        name in text(),
        amount in prop::option::of(0_i64..10_000_000_000_000),
        days in prop::collection::vec(prop::option::of(0_i64..40_000), 12),
        stage in prop::sample::select(Stage::ALL_STAGES),
        picks in (0_usize..3, prop::option::of(any::<bool>()), prop::option::of(0_usize..3), any::<bool>()),
        extra in prop::collection::btree_map(text(), text(), 0..4),
        division in prop::option::of(1_u32..=6),
    ) -> Lead {
        let mut lead = Lead { name, stage, extra, division: division.map(Id::division), ..Lead::default() };
        let (mut texts, mut days) = (texts.into_iter(), days.into_iter());
        for field in FieldKey::all(Kind::Lead) {
            let value = match field.spec().shape {
                _ if ["name", "code"].contains(&field.key()) => continue,
                Shape::Text | Shape::Long => texts.next().flatten().map(Value::text),
                Shape::Date => days.next().flatten().map(|n| {
                    Value::Date(chrono::NaiveDate::from_ymd_opt(1950, 1, 1).unwrap() + chrono::Days::new(n.unsigned_abs()))
                }),
                Shape::Money => amount.map(|n| Value::Money(guatu::domain::Money::cny(n))),
                _ => continue,
            };
            lead.set(field, value.unwrap_or_default()).unwrap();
        }
        lead.kind = [LeadKind::Project, LeadKind::Platform, LeadKind::Talent][picks.0];
        lead.contract_type = picks.1.map(|b| if b { Contract::Framework } else { Contract::Binding });
        lead.end_reason = picks.2.map(|i| [EndReason::Other, EndReason::Duplicate, EndReason::Funding][i]);
        lead.confidential = picks.3;
        lead
    }
}

trait AllStages {
    const ALL_STAGES: &'static [Stage];
}

impl AllStages for Stage {
    const ALL_STAGES: &'static [Stage] = <Stage as guatu::domain::Choice>::ALL;
}

/// The leads of a board without what a file cannot know.
fn held(counter: &Counter) -> Vec<Lead> {
    let board = counter.engine.board();
    board.leads().iter().map(|(_, lead)| lead.clone()).collect()
}

/// A counter whose board holds these leads, put in by the way that a JSON file takes.
fn with(leads: &[Lead]) -> Counter {
    let mut counter = Counter::new();
    let objects: Vec<String> = leads
        .iter()
        .map(|lead| {
            let fields = guatu::domain::record::fields(lead);
            serde_json::Value::Object(guatu::domain::json::from_fields(&fields)).to_string()
        })
        .collect();
    let file = format!("{{\"format\":\"guatu-leads-1\",\"names\":{{}},\"leads\":[{}]}}", objects.join(","));
    let said = counter.import(&plainly(), file.as_bytes());
    assert_eq!((said.code, said.error()), (0, String::new()));
    counter
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn leads_go_out_and_come_back(leads in prop::collection::vec(lead(), 1..6)) {
        // A code of its own keeps each from being taken for another.
        let leads: Vec<Lead> = leads
            .into_iter()
            .enumerate()
            .map(|(n, lead)| Lead { code: format!("YS-{n}"), stage_since: lead.stage_since.or(lead.reached_on(lead.stage)), ..lead })
            .collect();
        let mut counter = with(&leads);
        prop_assert_eq!(&held(&counter), &leads);
        for (form, lang) in FILES {
            let file = counter.ask(export(form, lang)).out;
            let mut other = Counter::new();
            let said = other.import(&plainly(), &file);
            prop_assert_eq!((said.code, said.error()), (0, String::new()));
            let back = held(&other);
            prop_assert_eq!(&back, &leads, "{}", said.text());
            // What is exported and brought in again changes nothing, whatever is asked for.
            let head = other.engine.board().head().seq;
            for mode in ["new", "both", "update"] {
                let import = guatu::wire::Import { mode: Some(mode.to_owned()), ..plainly() };
                let said = other.import(&import, &file);
                prop_assert_eq!((said.code, said.error()), (0, String::new()));
                prop_assert_eq!(other.engine.board().head().seq, head, "{} {}", mode, said.text());
            }
        }
    }

    #[test]
    fn no_file_panics(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = sheet::read(&bytes, "台账.csv", &How::default(), &mut |_, _| true);
        let mut counter = Counter::new();
        counter.import(&plainly(), &bytes);
    }

    #[test]
    fn no_likely_file_panics(text in "(项目名称|总投资|阶段|签约时间|,|\n|\r|\"|;|万|-|1|2024-3|合计|\t|'){0,40}") {
        let mut counter = Counter::new();
        counter.import(&plainly(), text.as_bytes());
    }

    #[test]
    fn no_typed_value_panics(text in ".{0,24}") {
        let counter = Counter::new();
        let board = counter.engine.board();
        for field in FieldKey::all(Kind::Lead) {
            let reading = Reading { today: board.today(), lean: lean_of(field), unit: None, names: &*board };
            if let Ok(value) = read(field.spec().shape, &text, &reading) {
                let _ = show(&value, field.spec().shape, &*board, Lang::Zh);
            }
        }
    }
}

#[test]
fn people_notes_and_parents_go_along() {
    let mut counter = Counter::new();
    let sheet = "项目编号,项目名称,责任人,上级线索,进展情况,备注\nA-1,演示·甲,甲,,已考察,老客户\nA-2,演示·乙,乙,A-1,,\n";
    assert_eq!(counter.import(&plainly(), sheet.as_bytes()).code, 0);
    for (form, lang) in FILES {
        let file = counter.ask(export(form, lang)).out;
        let mut other = Counter::new();
        let said = other.import(&plainly(), &file);
        assert_eq!((said.code, said.error()), (0, String::new()));
        let board = other.engine.board();
        let second = board.lead(Id::new(Kind::Lead, 2)).unwrap();
        assert_eq!(second.parent_lead, Some(Id::new(Kind::Lead, 1)));
        assert_eq!(second.owner.map(|id| board.title(id).to_owned()), Some("乙".to_owned()));
        let notes: BTreeMap<String, bool> =
            board.notes().iter().map(|(_, note)| (note.text.clone(), note.progress)).collect();
        assert_eq!(notes, [("已考察".to_owned(), true), ("老客户".to_owned(), false)].into());
    }
}

/// A file whose note and verdict name somebody else.
const SIGNED: &str = r#"{"format":"guatu-leads-1","names":{},"leads":[{"id":"L1","name":"演示·丙",
    "verdict":"跟进","verdict_by":"zhao","verdict_at":"2026-03-02",
    "notes":[{"who":"zhao","at":"2026-03-01T02:00:00Z","text":"已考察","progress":true}]}]}"#;

/// What a board says of the note and the verdict when this login has brought them in.
fn signed_by(login: &'static str, role: &str) -> [(String, String); 2] {
    let mut counter = Counter::new();
    if login != counter.login {
        let sets = vec!["name=演示员".to_owned(), format!("login={login}"), format!("role={role}")];
        let said = counter.ask(Command::Add { kind: "person".to_owned(), sets });
        assert_eq!(said.error(), "");
        counter.login = login;
    }
    let said = counter.import(&plainly(), SIGNED.as_bytes());
    assert_eq!((said.code, said.error()), (0, String::new()));
    let board = counter.engine.board();
    let (_, note) = board.notes().iter().next().expect("a note");
    let (_, lead) = board.leads().iter().next().expect("a lead");
    [(note.who.clone(), note.text.clone()), (lead.verdict_by.clone(), lead.verdict.clone())]
}

#[test]
fn only_an_admin_brings_in_what_others_have_signed() {
    let pair = |who: &str, text: &str| (who.to_owned(), text.to_owned());
    assert_eq!(signed_by("wang", "admin"), [pair("zhao", "已考察"), pair("zhao", "跟进")]);
    let by_li = [pair("li", "[zhao 2026-03-01] 已考察"), pair("li", "[zhao 2026-03-02] 跟进")];
    assert_eq!(signed_by("li", "editor"), by_li);
}

#[test]
fn of_a_workbook_the_ledger_is_what_comes_back_however_few_its_columns() {
    let lead = Lead { name: "演示·甲".into(), code: "YS-1".into(), ..Lead::default() };
    let mut counter = with(&[lead]);
    let sets = crate::counter::owned(&["name=演示目标", "division=4", "goal=3", "due=2026-12-31"]);
    assert_eq!(counter.ask(Command::Add { kind: "target".to_owned(), sets }).error(), "");
    for lang in ["zh", "en"] {
        for columns in ["name", "code,name", "name,due,id,light,reason"] {
            let wish = Export {
                form: "xlsx".to_owned(),
                lang: Some(lang.to_owned()),
                columns: Some(columns.to_owned()),
                ..Export::default()
            };
            let file = counter.ask(Command::Export(wish)).out;
            let mut other = Counter::new();
            let said = other.import(&plainly(), &file);
            assert_eq!((said.code, said.error()), (0, String::new()), "{lang} {columns}");
            let names: Vec<String> = held(&other).into_iter().map(|lead| lead.name).collect();
            assert_eq!(names, ["演示·甲"], "{lang} {columns}: {}", said.text());
            assert_eq!(other.engine.board().count(Kind::Target), 0, "{lang} {columns}");
        }
    }
}
