//! What leaves the board beside workbooks: Markdown, JSON Lines, iCalendar, and the columns that one
//! can choose.

use std::collections::{BTreeMap, BTreeSet};

use calcard::icalendar::{ICalendar, ICalendarComponentType, ICalendarProperty, ICalendarValue};
use chrono::{DateTime, NaiveDate, TimeZone, Utc};
use guatu::board::query::Filter;
use guatu::board::{AnyRecord, Board};
use guatu::domain::six_one::SixOneState;
use guatu::domain::{Charter, Division, Id, Kind, Lang, Lead, Money, Person, Request, SixOne, Stage, Target};
use guatu::exchange::export::{Form, Source, columns, ids, is_computed, write};

fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 24, 1, 30, 0).unwrap()
}

fn day(month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(2026, month, day)
}

fn put(board: &mut Board, id: Id, record: impl Into<AnyRecord>) {
    board.load(id, 3, 7, "wang", &record.into().fields()).unwrap();
}

fn lead(no: u32) -> Id {
    Id::new(Kind::Lead, no)
}

/// A small board: three leads with names that mean something to Markdown, one of them confidential,
/// and one of each thing that falls due.
fn small() -> Board {
    let mut board = Board::new(day(11, 24).unwrap());
    put(&mut board, Id::CHARTER, Charter { name_zh: "演示; 台账, 甲".into(), ..Charter::default() });
    let division = Some(Id::division(1));
    put(
        &mut board,
        Id::division(1),
        Division { name_zh: "信息".into(), name_en: "Information".into(), ..Division::default() },
    );
    let owner = Some(Id::new(Kind::Person, 1));
    put(&mut board, Id::new(Kind::Person, 1), Person { name: "演示员".into(), ..Person::default() });
    let talk = Lead {
        stage: Stage::Talk,
        division,
        owner,
        received: day(11, 1),
        stage_since: day(11, 20),
        ..Lead::default()
    };
    let first = Lead {
        code: "YS-1".into(),
        name: "[演示](http://x.test) <b>|甲|</b> `rm`".into(),
        amount: Some(Money::cny(120_000_000)),
        next_step: "会面；带\u{202E}上, 材料; 与\\图\n第二行".into(),
        due: day(12, 1),
        extra: [("灯".to_owned(), "自备".to_owned()), ("报送人".to_owned(), "丙".to_owned())].into(),
        ..talk.clone()
    };
    let secret = Lead {
        name: "演示保密项目".into(),
        investor: "演示保密公司".into(),
        confidential: true,
        due: day(11, 20),
        next_step: "去演示保密公司".into(),
        ..talk.clone()
    };
    let ended = Lead { name: "演示终止项目".into(), stage: Stage::End, due: day(12, 2), ..talk };
    for (no, one) in (1..).zip([first, secret, ended]) {
        put(&mut board, lead(no), one);
    }
    let target = Target {
        name: "演示目标：联系演示保密项目 13800001111".into(),
        division,
        goal: 10,
        start: day(1, 1),
        due: day(12, 31),
        ..Target::default()
    };
    put(&mut board, Id::new(Kind::Target, 1), target);
    let six_one = SixOne {
        division,
        state: SixOneState::Preparing,
        name: "演示队伍".into(),
        due: day(12, 5),
        ..SixOne::default()
    };
    put(&mut board, Id::new(Kind::SixOne, 1), six_one);
    let request = Request {
        division,
        about: "演示请求".into(),
        lead: Some(lead(2)),
        due: day(11, 30),
        ..Request::default()
    };
    put(&mut board, Id::new(Kind::Request, 1), request);
    board.resume_at(7);
    board.turn_to(day(11, 24).unwrap());
    board
}

/// Everything on the board that falls due.
fn dated(board: &Board) -> Vec<Id> {
    [Kind::Lead, Kind::Target, Kind::SixOne, Kind::Request]
        .into_iter()
        .flat_map(|kind| board.ids(kind))
        .collect()
}

fn text(form: Form, board: &Board, ids: &[Id], words: &str, lang: Lang, now: DateTime<Utc>) -> String {
    let kind = ids.first().map_or(Kind::Lead, |id| id.kind);
    let columns = columns(kind, board, words).unwrap();
    let at = |seq: u64| Utc.with_ymd_and_hms(2026, 11, u32::try_from(seq).unwrap(), 0, 0, 0).single();
    let source = Source { board, kind, ids, columns: &columns, lang, now, demo: true, changed: &at };
    let mut bytes = Vec::new();
    write(form, &source, &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

#[test]
fn a_table_in_markdown_says_what_it_holds_and_nothing_else() {
    let board = small();
    for lang in Lang::ALL {
        let table = text(Form::Markdown, &board, &board.ids(Kind::Lead), "", lang, now());
        let bars = |line: &str| line.replace("\\|", "").matches('|').count();
        assert!(table.lines().all(|line| bars(line) == 12), "{table}");
        assert!(
            !table.contains("<b>") && !table.contains("[演示](") && !table.contains('\u{202E}'),
            "{table}"
        );
        insta::assert_snapshot!(format!("leads-md-{lang}"), table);
    }
}

#[test]
fn a_calendar_reads_in_both_languages() {
    let board = small();
    for lang in Lang::ALL {
        let calendar = text(Form::Calendar, &board, &dated(&board), "", lang, now());
        insta::assert_snapshot!(format!("dates-ics-{lang}"), calendar.replace("\r\n", "\n"));
    }
}

/// The events of a calendar by their identity, each with its properties by name.
fn events(text: &str) -> BTreeMap<String, BTreeMap<String, String>> {
    let calendar = ICalendar::parse(text).unwrap();
    let mut found = BTreeMap::new();
    for component in calendar.components.iter().filter(|c| c.component_type == ICalendarComponentType::VEvent)
    {
        let properties = component.entries.iter().map(|entry| {
            let value = match &entry.values[..] {
                [ICalendarValue::Text(text)] => text.clone(),
                values => format!("{values:?}"),
            };
            (entry.name.as_str().to_owned(), value)
        });
        let uid = component.property(&ICalendarProperty::Uid).unwrap().values[0].as_text().unwrap();
        assert!(found.insert(uid.to_owned(), properties.collect()).is_none(), "{uid} twice");
    }
    found
}

#[test]
fn a_calendar_is_what_others_read_and_a_later_one_updates_it() {
    let mut board = small();
    let ids = dated(&board);
    let before = text(Form::Calendar, &board, &ids, "", Lang::Zh, now());
    assert!(before.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\n', '\r'])), "{before}");
    let first = events(&before);
    assert_eq!(first.len(), 6);
    let of = |events: &BTreeMap<String, BTreeMap<String, String>>, id: &str| {
        events
            .iter()
            .find(|(uid, _)| uid.starts_with(&format!("{id}-")))
            .map(|(uid, event)| (uid.clone(), event.clone()))
            .unwrap()
    };
    let (uid, event) = of(&first, "L1");
    assert_eq!(uid, "L1-20261101T000000Z@guatu");
    assert!(event["SUMMARY"].contains("[演示](http://x.test) <b>|甲|</b> `rm`"), "{event:?}");
    assert!(event["DESCRIPTION"].contains("下一步：会面；带上, 材料; 与\\图 第二行"), "{event:?}");
    assert!(event["STATUS"].contains("Confirmed") && of(&first, "L3").1["STATUS"].contains("Cancelled"));

    let changed = Lead { due: day(12, 9), ..board.lead(lead(1)).unwrap().clone() };
    board.load(lead(1), 4, 8, "wang", &AnyRecord::from(changed).fields()).unwrap();
    board.turn_to(day(11, 25).unwrap());
    let second = events(&text(Form::Calendar, &board, &ids, "", Lang::Zh, now() + chrono::Days::new(1)));
    assert_eq!(first.keys().collect::<Vec<_>>(), second.keys().collect::<Vec<_>>(), "the same events");
    let (_, later) = of(&second, "L1");
    assert!(later["SEQUENCE"] > event["SEQUENCE"] && later["DTSTAMP"] != event["DTSTAMP"], "{later:?}");
    assert!(later["DTSTART"] != event["DTSTART"] && later["LAST-MODIFIED"] != event["LAST-MODIFIED"]);

    // What was closed long ago is left out, as is what has no date.
    let long = text(Form::Calendar, &board, &ids, "", Lang::Zh, now() + chrono::Days::new(90));
    assert!(!long.contains("UID:L3-") && long.contains("UID:L1-"));
}

#[test]
fn a_calendar_tells_nothing_confidential_and_no_phone() {
    let board = small();
    let calendar = text(Form::Calendar, &board, &dated(&board), "", Lang::Zh, now()).replace("\r\n ", "");
    for hidden in ["演示保密项目", "演示保密公司", "演示请求", "13800001111"] {
        assert!(!calendar.contains(hidden), "{hidden}: {calendar}");
    }
    assert!(calendar.contains("CLASS:PRIVATE") && calendar.contains("UID:L2-"));
}

#[test]
fn json_lines_say_first_what_follows() {
    let board = small();
    let ids = board.ids(Kind::Lead);
    let lines = text(Form::JsonLines, &board, &ids, "", Lang::Zh, now());
    let read: Vec<serde_json::Value> =
        lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(
        (read[0]["format"].as_str(), read[0]["count"].as_u64()),
        (Some("guatu-leads-lines-1"), Some(3))
    );
    assert_eq!(read[0]["names"]["D1"], "信息");
    assert_eq!(read.len(), 4);
    let whole: serde_json::Value =
        serde_json::from_str(&text(Form::Json, &board, &ids, "", Lang::Zh, now())).unwrap();
    assert_eq!(whole["leads"].as_array().unwrap()[..], read[1..], "the same objects");
    let few = text(Form::JsonLines, &board, &ids, "name,amount", Lang::Zh, now());
    let second: serde_json::Value = serde_json::from_str(few.lines().nth(1).unwrap()).unwrap();
    assert_eq!(second.as_object().unwrap().keys().collect::<Vec<_>>(), ["amount", "id", "name"]);
}

#[test]
fn json_has_the_columns_that_are_asked_for_and_no_others() {
    let board = small();
    let printed =
        text(Form::JsonLines, &board, &[lead(1)], "name,light,reason,note,附加列：灯", Lang::En, now());
    let record: serde_json::Value = serde_json::from_str(printed.lines().last().unwrap()).unwrap();
    let keys: Vec<&str> = record.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(BTreeSet::from_iter(keys), ["extra", "id", "light", "name", "notes", "reason"].into());
    assert_eq!(record["light"], "yellow");
    assert!(record["reason"].is_string());
}

#[test]
fn columns_are_chosen_by_key_label_or_synonym() {
    let board = small();
    let ids = board.ids(Kind::Lead);
    let head = |words: &str, lang| {
        text(Form::Csv, &board, &ids, words, lang, now())
            .lines()
            .next()
            .unwrap()
            .trim_start_matches('\u{FEFF}')
            .to_owned()
    };
    assert_eq!(
        head("id, 项目名称,Deal stage，light、灯况,amount", Lang::Zh),
        "ID,项目名称,项目阶段,灯,灯况,总投资（万元）"
    );
    assert_eq!(head("name,progress,note,报送人,name", Lang::Zh), "项目名称,进展情况,备注,报送人");
    assert_eq!(head("name,extra", Lang::Zh), "项目名称,报送人,附加列：灯");
    assert_eq!(head("name,paid_in,progress", Lang::En), "Name,Paid in (CNY million),Progress");
    assert_eq!(columns(Kind::Lead, &board, "name,颜色"), Err("颜色".to_owned()));
    assert!(columns(Kind::Person, &board, "light").is_err(), "nobody has a light");
    assert!(is_computed(" id ") && is_computed("灯"));
}

#[test]
fn a_table_has_what_every_ledger_has_and_what_any_record_holds() {
    let board = small();
    let found = ids(&board, Kind::Lead, &Filter::read(&board, Kind::Lead, "stage:talk"));
    let csv = text(Form::Csv, &board, &found, "", Lang::Zh, now());
    let mut reader = csv::Reader::from_reader(csv.trim_start_matches('\u{FEFF}').as_bytes());
    let head: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    assert_eq!(
        head,
        [
            "项目编号",
            "项目名称",
            "事业部",
            "项目阶段",
            "责任人",
            "投资方",
            "总投资（万元）",
            "下一步计划",
            "完成时限",
            "收到日期",
            "进入阶段",
            "是否保密",
            "进展情况",
            "备注",
            "报送人",
            "附加列：灯"
        ]
    );
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!((rows.len(), &rows[0][6], &rows[0][8]), (2, "12000", "2026-12-01"));
}
