//! Each command at the counter of an engine in memory: what it prints, in which language, and its
//! exit code.

#[path = "support/counter.rs"]
mod counter;
#[path = "commands/shapes.rs"]
mod shapes;

use counter::{Counter, Said, owned, plainly};
use guatu::domain::Lang;
use guatu::wire::{About, Command, Form, Paper, Report};

fn set(id: &str, sets: &[&str]) -> Command {
    Command::Set { id: id.to_owned(), sets: owned(sets) }
}

fn go(id: &str, stage: &str, sets: &[&str]) -> Command {
    Command::Move { id: id.to_owned(), stage: stage.to_owned(), sets: owned(sets) }
}

fn list(kind: &str, form: Form) -> Command {
    Command::List { kind: kind.to_owned(), form, filter: None }
}

fn found(filter: &str, form: Form) -> Command {
    Command::List { kind: "leads".to_owned(), form, filter: Some(filter.to_owned()) }
}

fn history(id: Option<&str>, json: bool) -> Command {
    Command::History { id: id.map(str::to_owned), json, limit: 50, since_mark: None }
}

fn status(json: bool) -> Command {
    Command::Status { json, at: None }
}

/// Creates a record: its id.
fn add(counter: &mut Counter, kind: &str, sets: &[&str]) -> String {
    let said = counter.ask(Command::Add { kind: kind.to_owned(), sets: owned(sets) });
    assert_eq!((said.code, said.error()), (0, String::new()));
    said.text().trim_end().to_owned()
}

fn json(said: &Said) -> serde_json::Value {
    serde_json::from_slice(&said.out).unwrap()
}

/// A board with one lead in talks.
fn office() -> Counter {
    let mut counter = Counter::new();
    let lead = add(&mut counter, "lead", &["name=演示·深海机器人"]);
    assert_eq!(lead, "L1");
    let said = counter.ask(set("L1", &["division=hysw", "amount=1.2亿", "投资方=演示科技"]));
    assert_eq!((said.code, said.text()), (0, "修改 L1 演示·深海机器人\n"));
    let said = counter.ask(go("L1", "在谈", &["owner=王演示", "next_step=约见", "due=2026-12-01"]));
    assert_eq!((said.code, said.text()), (0, "推进 L1 演示·深海机器人，至在谈\n"));
    counter
}

#[test]
fn a_lead_from_first_to_last() {
    let mut counter = office();
    let said = counter.ask(Command::Show { id: "l1".to_owned(), json: true });
    let shown = json(&said)["record"].take();
    for (key, value) in [
        ("id", "L1"),
        ("stage", "talk"),
        ("division", "D5"),
        ("due", "2026-12-01"),
        ("light", "yellow"),
        ("first_talk", "2026-11-24"),
        ("verdict_by", "wang"),
    ] {
        assert_eq!(shown[key], value, "{key}");
    }
    assert_eq!(shown["amount"], 120_000_000);
}

#[test]
fn a_move_says_what_it_lacks() {
    let mut counter = office();
    let said = counter.ask(go("L1", "sign", &["signed=今天"]));
    assert_eq!(said.code, 1);
    assert_eq!(said.text(), "");
    assert!(said.error().contains("协议类型") && said.error().contains("约定开工"), "{}", said.error());
    let said = counter.ask(go("L1", "lead", &["why=重新研判"]));
    assert_eq!((said.code, said.error()), (0, String::new()));
}

#[test]
fn a_list_for_people() {
    let mut counter = office();
    add(&mut counter, "lead", &["name=b\u{202E}c"]);
    let listed = counter.ask(list("leads", Form::Text));
    assert!(!listed.text().contains('\u{202E}'), "bidi controls are stripped");
    counter.tty = true;
    add(&mut counter, "lead", &["name=d\u{1b}]52;c;x\u{7}\u{9b}31m"]);
    for form in [Form::Text, Form::Csv, Form::Json] {
        let listed = counter.ask(list("leads", form));
        let obeyed = |ch: char| (ch.is_control() && ch != '\n') || ch == '\u{202E}';
        assert!(!listed.text().contains(obeyed), "{form:?}: {:?}", listed.text());
    }
    counter.tty = false;
    let listed = counter.ask(list("leads", Form::Text));
    // Every line's second column begins at the same cell, whatever the width of what stands before.
    let names = ["项目名称", "演示·深海机器人", "bc"];
    let starts = listed.text().lines().zip(names).map(|(line, name)| {
        let (before, _) = line.split_once(name).unwrap();
        guatu::ui::width::of(before)
    });
    let starts: Vec<usize> = starts.collect();
    assert!(starts.windows(2).all(|pair| pair[0] == pair[1]), "{starts:?}");
    assert!(listed.text().lines().all(|line| line == line.trim_end()));
}

#[test]
fn a_list_for_machines() {
    let mut counter = office();
    let listed = json(&counter.ask(list("lead", Form::Json)))["records"].take();
    assert_eq!(listed[0]["name"], "演示·深海机器人");
    assert_eq!(listed[0]["amount"], 120_000_000);
    assert_eq!(listed[0]["light"], "yellow");
    let said = counter.ask(list("leads", Form::Csv));
    let mut rows = csv::Reader::from_reader(said.out.as_slice());
    let headers = rows.headers().unwrap().clone();
    let row = rows.records().next().unwrap().unwrap();
    let cell = |key: &str| &row[headers.iter().position(|h| h == key).unwrap()];
    assert_eq!((cell("id"), cell("stage"), cell("amount")), ("L1", "talk", "120000000"));
    for kind in
        ["targets", "six_ones", "requests", "people", "units", "divisions", "notes", "marks", "charter"]
    {
        for form in [Form::Text, Form::Json, Form::Csv] {
            assert_eq!(counter.ask(list(kind, form)).code, 0, "{kind}");
        }
    }
}

#[test]
fn status_in_both_languages() {
    let mut counter = office();
    let said = counter.ask(status(false));
    assert_eq!(said.code, 0);
    assert!(said.text().contains("线索 0  在谈 1  签约 0"), "{}", said.text());
    counter.lang = Lang::En;
    let said = counter.ask(status(false));
    assert!(said.text().contains("Lead 0  In talks 1  Signed 0"), "{}", said.text());
    let status = json(&counter.ask(status(true)));
    assert_eq!(status["totals"]["stages"]["talk"], 1);
    assert_eq!(status["divisions"].as_array().map(Vec::len), Some(6));
    // The built-in charter names no chain nodes.
    assert_eq!(["chain_gaps", "chain_nodes"].map(|key| status["divisions"][0][key].as_u64()), [Some(0); 2]);
    assert_eq!(status["divisions"][4]["deadlines"][0]["id"], "L1");
}

#[test]
fn notes_and_history() {
    let mut counter = office();
    let note = Command::Note { id: "L1".to_owned(), text: "已考察".to_owned() };
    assert_eq!(counter.ask(note).code, 0);
    let listed = counter.ask(list("notes", Form::Text));
    assert!(listed.text().contains("2026-11-24 09:30  王演示  已考察"), "{}", listed.text());
    assert_eq!(json(&counter.ask(list("note", Form::Json)))["records"][0]["who"], "wang");
    let verdict = counter.ask(Command::Show { id: "L1".to_owned(), json: false });
    assert!(verdict.text().lines().any(|line| line.starts_with("  研判人") && line.ends_with("王演示")));
    let shown = counter.ask(Command::Show { id: "L1".to_owned(), json: false });
    assert!(shown.text().contains("2026-11-24 09:30  王演示  已考察"), "{}", shown.text());
    let told = counter.ask(history(Some("L1"), false));
    assert!(told.text().contains("项目阶段: 线索 -> 在谈"), "{}", told.text());
    let all = json(&counter.ask(history(None, true)))["transactions"].take();
    assert_eq!((&all[0]["label"]["verb"], &all[0]["origin"]), (&"note".into(), &"do".into()));
    assert_eq!(all[0]["changes"][0]["fields"]["text"], "已考察");
    assert_eq!(all[0]["by"], "wang");
    assert_eq!(all.as_array().and_then(|a| a.last()).map(|t| t["seq"].clone()), Some(1.into()));
}

#[test]
fn history_of_a_record_that_never_was() {
    let mut counter = office();
    for (id, code) in [("L999", 1), ("nonsense", 2)] {
        for as_json in [false, true] {
            let said = counter.ask(history(Some(id), as_json));
            assert_eq!((said.code, said.text(), said.err.len()), (code, "", 1), "{id}");
        }
    }
    let lead = add(&mut counter, "lead", &["name=演示·浮标"]);
    assert_eq!(counter.ask(Command::Undo).code, 0);
    let told = counter.ask(history(Some(&lead), false));
    assert!(told.code == 0 && told.text().contains("已撤销"), "undone, and yet it was: {}", told.text());
}

#[test]
fn a_moment_by_the_offices_clock() {
    let mut counter = office();
    assert_eq!(counter.ask(Command::Moment { at: 1_795_483_800_000 }).text(), "2026-11-24 09:30\n");
}

#[test]
fn a_lead_that_waits_for_support_is_counted_and_found() {
    let mut counter = office();
    let asked = ["division=hysw", "unit=综合部", "about=演示用电", "lead=L1", "due=2026-11-20"];
    assert_eq!(add(&mut counter, "request", &asked), "R1");
    let said = counter.ask(status(false));
    assert!(said.text().contains("卡点 1"), "{}", said.text());
    let status_of = |counter: &mut Counter| json(&counter.ask(status(true)))["totals"]["blocked"].clone();
    assert_eq!(status_of(&mut counter), 1);
    let said = counter.ask(found("卡点", Form::Text));
    assert!(said.text().contains("黄・卡点 R1 逾期") && said.text().contains("L1"), "{}", said.text());
    let said = counter.ask(set("R1", &["state=退回"]));
    assert!(said.code != 0 && said.error().contains("why"), "a return says why: {}", said.error());
    let said = counter.ask(set("R1", &["state=办结"]));
    assert_eq!((said.code, said.text()), (0, "办结 R1 演示用电\n"));
    assert_eq!(status_of(&mut counter), 0);
    assert!(!counter.ask(status(false)).text().contains("卡点"));
}

#[test]
fn status_of_a_day_that_is_over() {
    let mut counter = office();
    let at = |day: &str, json| Command::Status { json, at: Some(day.to_owned()) };
    counter.go_to("2026-12-05");
    let now = counter.ask(status(false));
    assert!(now.text().contains("红・逾期4天"), "{}", now.text());
    let then = counter.ask(at("2026-11-30", false));
    assert_eq!(then.code, 0, "{}", then.error());
    assert!(then.text().contains("回看 2026-11-30") && !then.text().contains("逾期"), "{}", then.text());
    let told = json(&counter.ask(at("-4d", true)));
    assert_eq!((&told["date"], &told["seq"]), (&"2026-12-01".into(), &4.into()));
    for (day, code) in [("2026-11-23", 1), ("2026-12-06", 1), ("没有的日子", 2)] {
        let said = counter.ask(at(day, false));
        assert_eq!((said.code, said.text(), said.err.len()), (code, "", 1), "{day}");
    }
}

#[test]
fn history_since_a_mark() {
    let mut counter = office();
    let since = |name: &str, json| {
        let since_mark = Some(name.to_owned());
        Command::History { id: None, json, limit: u32::MAX, since_mark }
    };
    let said = counter.ask(since("", false));
    assert_eq!((said.code, said.text()), (1, ""));
    add(&mut counter, "mark", &["name=十一月动员大会"]);
    add(&mut counter, "lead", &["name=演示·浮标"]);
    add(&mut counter, "mark", &["name=会后"]);
    let said = counter.ask(since("十一月", false));
    let head = "自标记「十一月动员大会」（2026-11-24 09:30）以来";
    assert_eq!(said.text().lines().next(), Some(head));
    assert!(said.text().contains("L2 演示·浮标") && !said.text().contains("L1"), "{}", said.text());
    let told = |said: &Said| json(said)["transactions"].as_array().map(Vec::len);
    assert_eq!(told(&counter.ask(since("dydh", true))), Some(2));
    assert_eq!(told(&counter.ask(since("", true))), Some(0), "the newest");
    assert_eq!(counter.ask(since("没有的", false)).code, 1);
}

#[test]
fn undo_and_redo() {
    let mut counter = office();
    assert_eq!(counter.ask(Command::Undo).text(), "已撤销：推进 L1 演示·深海机器人，至在谈\n");
    assert_eq!(counter.ask(Command::Redo).code, 0);
    counter.login = "guest";
    let said = counter.ask(Command::Undo);
    assert_eq!(said.code, 1);
    assert!(!said.error().is_empty());
}

#[test]
fn checks_and_their_exit_codes() {
    let mut counter = office();
    assert_eq!(counter.ask(Command::Check { lights: false }).code, 0);
    assert_eq!(counter.ask(Command::Check { lights: true }).code, 0);
    assert_eq!(counter.ask(set("L1", &["due=2026-11-20"])).code, 0);
    let said = counter.ask(Command::Check { lights: true });
    assert_eq!((said.code, said.text()), (1, "L1  红・逾期4天  演示·深海机器人\n"));
    assert_eq!(counter.ask(status(false)).code, 0, "whatever the lights");
}

#[test]
fn what_is_refused_is_a_sentence_and_a_code() {
    let mut counter = office();
    let table: [(Command, i32); 12] = [
        (list("nonsense", Form::Text), 2),
        (Command::Show { id: "nonsense".to_owned(), json: false }, 2),
        (Command::Show { id: "L9".to_owned(), json: false }, 1),
        (set("L1", &["nonsense"]), 2),
        (set("L1", &["nonsense=1"]), 2),
        (set("L1", &["stage_since=今天"]), 2),
        (set("L1", &["amount=3500"]), 1),
        (set("L1", &["due=03/04/2027"]), 1),
        (set("L1", &["owner=查无此人"]), 1),
        (go("L1", "nonsense", &[]), 2),
        (go("D1", "talk", &[]), 2),
        (Command::Add { kind: "lead".to_owned(), sets: vec![] }, 1),
    ];
    for (command, code) in table {
        for lang in Lang::ALL {
            counter.lang = lang;
            let said = counter.ask(command.clone());
            assert_eq!((said.code, said.text()), (code, ""), "{command:?}");
            assert_eq!(said.err.len(), 1, "{command:?}");
            assert!(!said.error().starts_with("command-"), "{}", said.error());
        }
    }
}

#[test]
fn nothing_changes_without_a_change() {
    let mut counter = office();
    let before = counter.engine.board().head();
    let said = counter.ask(set("L1", &["amount=12000万元"]));
    assert_eq!((said.code, said.text()), (0, "没有变化。\n"));
    assert_eq!(counter.engine.board().head(), before);
}

#[test]
fn a_viewer_changes_nothing() {
    let mut counter = office();
    counter.login = "guest";
    for command in [set("L1", &["amount=1亿"]), go("L1", "end", &["end_reason=其他"])] {
        let said = counter.ask(command);
        assert_eq!((said.code, said.text()), (1, ""));
    }
}

#[test]
fn a_terminal_is_told_a_script_gets_the_id() {
    let mut counter = Counter::new();
    assert_eq!(add(&mut counter, "lead", &["name=演示"]), "L1");
    counter.tty = true;
    assert_eq!(add(&mut counter, "lead", &["name=演示"]), "新建 L2 演示");
}

#[test]
fn a_backup_is_written() {
    let mut counter = office();
    let said = counter.ask(Command::Backup { file: "board.guatu".to_owned() });
    assert_eq!(said.code, 0);
    assert!(said.error().ends_with("笔历史到 board.guatu。"), "{}", said.error());
    assert!(said.out.len() > 1000);
}

#[test]
fn a_preview_in_english() {
    let mut counter = Counter::new();
    counter.lang = Lang::En;
    let import = guatu::wire::Import { dry_run: true, ..plainly() };
    let said = counter.import(&import, "Deal Name,Amount,Zone\nA,$1.5m,x\n".as_bytes());
    assert_eq!(
        said.text(),
        "UTF-8, header in row 1, 1 rows of data\n    A  Deal Name -> Name\n    B  Amount -> Amount\n    \
         C  Zone -> extra column\nColumns that are no field, kept as extra columns (1): Zone (--map 'header=field' maps one)\n\
         New leads without a division: 1; --division gives them one\n\
         1 new, 0 on the board already, 0 left out\n\
         Only a preview: nothing was changed.\n"
    );
}

#[test]
fn a_list_is_filtered_as_a_table_is() {
    let mut counter = office();
    add(&mut counter, "lead", &["name=演示·海藻材料", "division=1"]);
    let ids = |said: &Said| {
        let listed = json(said);
        let leads = listed["records"].as_array().unwrap().iter();
        leads.map(|lead| lead["id"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    for (filter, want) in
        [("部:海洋", &["L1", "L2"][..]), ("额>1亿", &["L1"]), ("hzcl", &["L2"]), ("!在谈 !线索", &[])]
    {
        let said = counter.ask(found(filter, Form::Json));
        assert_eq!((said.code, ids(&said)), (0, owned(want)), "{filter}");
    }
    let text = counter.ask(found("在谈", Form::Text));
    assert_eq!(text.text().lines().count(), 2, "{}", text.text());
    let said = counter.ask(found("额>5000 海藻", Form::Csv));
    assert_eq!((said.code, said.text()), (2, ""));
    assert!(said.error().contains("额>5000"), "{}", said.error());
}

#[test]
fn a_cell_that_nobody_reads_to_its_end_does_not_widen_every_row() {
    let mut counter = office();
    add(&mut counter, "lead", &[&format!("name={}", "长".repeat(100_000))]);
    let said = counter.ask(list("lead", Form::Text));
    assert!(said.text().len() < 2000 && said.text().contains("长…"), "{}", said.text().len());
    assert!(counter.ask(list("lead", Form::Json)).text().contains(&"长".repeat(100_000)));
}

#[test]
fn a_move_that_is_not_allowed_says_which_are() {
    let mut counter = office();
    assert_eq!(counter.ask(go("L1", "end", &["end_reason=其他", "理由=园区另有安排"])).code, 0);
    let said = counter.ask(go("L1", "lead", &["why=重新谈"]));
    assert_eq!((said.code, said.error()), (1, "L1 不能从终止变更到线索，可以到：在谈。".to_owned()));
    let said = counter.ask(go("L1", "talk", &[]));
    assert_eq!(said.error(), "L1 还缺：理由。请补上再试。 why=…");
}

#[test]
fn figures_for_people_and_for_machines() {
    let mut counter = office();
    let asked =
        |division: Option<&str>, json| Command::Figures { json, division: division.map(str::to_owned) };
    let said = counter.ask(asked(None, false));
    assert_eq!(said.code, 0);
    for line in ["跟进率 100% (1/1)", "签约率 0% (0/1)", "落地率 - (0/0)", "按来源", "未写来源"]
    {
        assert!(said.text().contains(line), "{line}: {}", said.text());
    }
    let whole = json(&counter.ask(asked(None, true)));
    let keys: Vec<&String> = whole.as_object().unwrap().keys().collect();
    let expected = [
        "amount", "date", "division", "format", "funnel", "paid_in", "rates", "seq", "splits", "tempo",
        "verdict", "weeks",
    ];
    assert_eq!(keys, expected);
    assert_eq!((&whole["format"], &whole["rates"]["sign"]), (&"guatu-figures-1".into(), &0.into()));
    assert!(whole["rates"]["land"].is_null(), "nothing of nothing is no rate");
    assert_eq!(whole["funnel"][1], serde_json::json!({ "stage": "talk", "reached": 1, "could_reach": 1 }));
    assert_eq!(whole["tempo"][0]["now"], serde_json::json!({ "days": 0, "n": 1 }));
    assert_eq!(whole["weeks"][25], serde_json::json!({ "monday": "2026-11-23", "received": 1 }));
    let row = &whole["splits"]["division"][4];
    assert_eq!((&row["id"], &row["reached"]["talk"]), (&"D5".into(), &1.into()));
    let other = json(&counter.ask(asked(Some("信息"), true)));
    assert_eq!((&other["division"], &other["funnel"][0]["reached"]), (&"D4".into(), &0.into()));
    let said = counter.ask(asked(Some("无"), true));
    assert!(said.code != 0 && said.text().is_empty() && !said.error().is_empty());
    counter.lang = Lang::En;
    assert!(counter.ask(asked(None, false)).text().contains("Signing rate 0% (0/1)"));
}

#[test]
fn a_report_of_the_week_and_since_a_mark() {
    let mut counter = office();
    let asked = |paper, since: Option<&str>| {
        let about = About::Week(since.map(str::to_owned));
        Command::Report(Report { about, paper, show_contacts: false })
    };
    let said = counter.ask(asked(Paper::Markdown, None));
    assert_eq!(said.code, 0);
    for line in ["周报", "2026-11-18 至 2026-11-24", "| 11-24 | L1 演示·深海机器人 | 海洋生物 |", "在谈"]
    {
        assert!(said.text().contains(line), "{line}: {}", said.text());
    }
    add(&mut counter, "mark", &["name=周调度"]);
    let said = counter.ask(asked(Paper::Markdown, Some("周调度")));
    assert!(said.text().contains("本期没有改动"), "{}", said.text());
    counter.ask(go("L1", "end", &["end_reason=其他"]));
    let said = counter.ask(asked(Paper::Markdown, Some("zdd")));
    assert!(said.text().contains("| 在谈 | 终止 |"), "{}", said.text());
    let said = counter.ask(asked(Paper::Markdown, Some("没有")));
    assert!(said.code == 1 && said.text().is_empty() && said.error().contains("没有"), "{}", said.error());
    counter.lang = Lang::En;
    let said = counter.ask(asked(Paper::Html, None));
    assert!(said.text().starts_with("<!DOCTYPE html>\n<html lang=\"en\">"), "{}", said.text());
    assert!(said.text().contains("weekly report") && said.text().ends_with("</html>\n"));
}

#[test]
fn a_sheet_of_commitments() {
    let mut counter = office();
    let asked = |paper, mark: Option<&str>| {
        let about = About::Pledges(mark.map(str::to_owned));
        Command::Report(Report { about, paper, show_contacts: false })
    };
    let said = counter.ask(asked(Paper::Markdown, None));
    assert!(said.code == 0 && said.text().contains("还没有立军令状"), "{}", said.text());
    add(&mut counter, "mark", &["name=动员大会"]);
    let said = counter.ask(asked(Paper::Html, Some("动员")));
    assert!(said.code == 0 && said.text().contains("动员大会，2026-11-24"), "{}", said.text());
    let said = counter.ask(asked(Paper::Csv, Some("动员大会")));
    assert_eq!(said.text(), "\u{FEFF}序号,事业部,目标,目标值,完成时限,责任人,签字\n");
    let said = counter.ask(asked(Paper::Csv, Some("没有")));
    assert!(said.code == 1 && said.text().is_empty() && said.error().contains("没有"), "{}", said.error());
    // A pledge is made at a meeting, by no other way.
    let said = counter.ask(Command::Add {
        kind: "target".to_owned(),
        sets: ["name=演示", "division=1", "pledged=M1"].map(str::to_owned).to_vec(),
    });
    assert!(said.code == 2 && said.error().contains("pledged"), "{}", said.error());
}
