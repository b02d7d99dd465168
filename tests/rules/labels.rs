//! A charter's own words for stages and groups: shown, read, and never two meanings for one.

use chrono::{DateTime, NaiveDate};
use guatu::board::founding::{self, CharterError, Plan};
use guatu::board::intent::Author;
use guatu::board::{Board, Label, Origin, RequestId, Verb, apply, check, rules};
use guatu::domain::date_words::Lean;
use guatu::domain::division::Group;
use guatu::domain::lead::LeadKind;
use guatu::domain::stage::Track;
use guatu::domain::value_words::{Names, Reading, edit, read};
use guatu::domain::{Charter, Choice, FieldKey, Id, Kind, Lang, Lead, Shape, Stage, Value};
use guatu::locales::{label, thresholds, value};

const LABELS: &str = r#"
[labels.stage]
sign = { zh = "签署", en = "Agreed" }
run = { zh = "运行" }
[labels.service]
run = { zh = "营业", en = "Open" }
[labels.talent]
land = { zh = "报到" }
[labels.group]
leading = { zh = "龙头", en = "Lead industries" }
"#;

/// The built-in charter with labels added before its divisions.
fn with(labels: &str) -> Result<Plan, CharterError> {
    Plan::parse(&founding::example().replacen("[[divisions]]", &format!("{labels}\n[[divisions]]"), 1))
}

fn founded() -> Board {
    let mut board = Board::new(NaiveDate::from_ymd_opt(2026, 11, 23).unwrap());
    let now = DateTime::from_timestamp(1_795_420_800, 0).unwrap();
    let author = Author { board: &board, login: "wang", now, request: RequestId(1) };
    let tx = with(LABELS).unwrap().propose(&author, "").sign(1, now, "wang");
    let checked = check(&board, tx).unwrap();
    apply(&mut board, checked);
    board
}

#[test]
fn a_stage_is_called_by_its_column_then_by_its_zone_then_as_built_in() {
    let charter = with(LABELS).unwrap().charter().clone();
    let table = [
        (Stage::Sign, Some(Track::Talent), Lang::Zh, "签署"),
        (Stage::Sign, None, Lang::En, "Agreed"),
        (Stage::Run, Some(Track::Leading), Lang::Zh, "运行"),
        (Stage::Run, Some(Track::Service), Lang::Zh, "营业"),
        (Stage::Run, Some(Track::Service), Lang::En, "Open"),
        (Stage::Run, Some(Track::Talent), Lang::Zh, "运行"),
        (Stage::Run, Some(Track::Talent), Lang::En, "Recognised"),
        (Stage::Land, Some(Track::Talent), Lang::Zh, "报到"),
        (Stage::Land, Some(Track::Leading), Lang::Zh, "落地"),
        (Stage::Talk, Some(Track::Talent), Lang::Zh, "对接"),
    ];
    for (stage, track, lang, word) in table {
        assert_eq!(charter.labels.stage(stage, track, lang), word, "{stage:?} {track:?} {lang}");
    }
    assert_eq!(charter.labels.group(Group::Leading, Lang::Zh), "龙头");
    assert_eq!(charter.labels.group(Group::Service, Lang::Zh), "服务");
    assert_eq!(Charter::default().labels.stage(Stage::Run, Some(Track::Service), Lang::Zh), "开业");
    let said = thresholds::sentences(&charter, Lang::Zh).join("");
    assert!(said.contains("签署：") && !said.contains("签约："), "{said}");
}

#[test]
fn a_typed_word_is_read_by_the_zone_s_words_and_by_the_built_in_ones() {
    let board = founded();
    let reading = Reading { today: board.today(), lean: Lean::Start, unit: None, names: &board };
    let table = [
        ("签署", Some("sign")),
        ("AGREED", Some("sign")),
        ("已签", Some("sign")),
        ("报到", Some("land")),
        ("营业", Some("run")),
        ("投产", Some("run")),
        ("龙头", None),
    ];
    for (word, code) in table {
        let found = read(Shape::Choice(Stage::OPTIONS), word, &reading).ok();
        assert_eq!(found, code.map(Value::Choice), "{word}");
    }
    let group = read(Shape::Choice(Group::OPTIONS), "龙头", &reading);
    assert_eq!(group, Ok(Value::Choice("leading")));
    for (options, codes) in [(Stage::OPTIONS, Stage::OPTIONS.len()), (Group::OPTIONS, Group::OPTIONS.len())] {
        for option in &options[..codes] {
            for lang in Lang::ALL {
                let text = edit(&Value::Choice(option.code), Shape::Choice(options), &board, lang);
                let back = read(Shape::Choice(options), &text, &reading);
                assert_eq!(back, Ok(Value::Choice(option.code)), "{text}");
            }
        }
    }
}

#[test]
fn what_is_said_of_a_lead_uses_the_word_of_its_kind() {
    let mut board = founded();
    let talent = Lead {
        name: "甲".into(),
        kind: LeadKind::Talent,
        stage: Stage::Land,
        division: Some(Id::division(1)),
        ..Lead::default()
    };
    let id = Id::new(Kind::Lead, 1);
    let fields = guatu::domain::record::fields(&talent);
    board.load(id, 1, 1, "wang", &fields).unwrap();
    board.turn_to(board.today());
    assert_eq!(rules::stage_name(&board, &talent, Lang::Zh), "报到");
    let moved = Label::one(Verb::Move, id, "甲").to(Stage::Land);
    assert!(label::said(&moved, Origin::Do, &board, Lang::Zh).contains("报到"));
    let group = FieldKey::find(Kind::Division, "group").unwrap();
    assert_eq!(value::said(group, &Value::Choice("leading"), &board, Lang::En), "Lead industries");
    assert!(!Names::labels(&board).words(Stage::OPTIONS, "land").any(|word| word == "落地"));
}

#[test]
fn labels_that_name_nothing_or_two_things_are_refused() {
    let refused = |labels: &str| with(labels).unwrap_err().to_string();
    let table = [
        ("[labels.colour]\nsign = { zh = \"签\" }", "labels.colour.sign: 签 does not fit"),
        ("[labels.stage]\nsigned = { zh = \"签\" }", "labels.stage.signed: 签 does not fit"),
        ("[labels.group]\nsign = { zh = \"签\" }", "labels.group.sign: 签 does not fit"),
        ("[labels.stage]\nsign = { zh = \" \" }", "labels.stage.sign:"),
        ("[labels.stage]\nsign = { zh = \"落地\" }", "labels: 落地 stands twice"),
        ("[labels.talent]\nsign = { en = \"landed\" }", "labels: Landed stands twice"),
        ("[labels.group]\nleading = { zh = \"服务\" }", "labels: 服务 stands twice"),
    ];
    for (labels, expected) in table {
        let said = refused(labels);
        assert!(said.starts_with(expected), "{said} — expected {expected}");
    }
    assert!(refused("[labels.stage]\nsign = { de = \"Vertrag\" }").contains("unknown field `de`"));
}
