//! The sheet of commitments: as it reads in every form, and that a spreadsheet runs nothing in it.

use chrono::{DateTime, TimeZone, Utc};
use guatu::board::{AnyRecord, Change};
use guatu::board::{
    Board, Label, Origin, Proposal, RequestId, Verb, apply, check, history, pledges as board,
};
use guatu::demo;
use guatu::domain::{Id, Kind, Lang, Target};
use guatu::exchange::document::{html, markdown};
use guatu::exchange::pledges::{Source, csv, document};

fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 24, 1, 30, 0).unwrap()
}

fn source(board: &Board, lang: Lang) -> Source<'_> {
    Source { board, mark: None, lang, demo: true, show: false }
}

#[test]
fn a_sheet_reads_in_both_languages_and_every_form() {
    let (board, _) = demo::build(now(), "wang");
    for lang in Lang::ALL {
        let told = document(&source(&board, lang));
        insta::assert_snapshot!(format!("pledges-md-{lang}"), markdown::write(&told));
        let page = html::write(&told);
        assert!(page.contains("<table class=\"signed\">") && !page.contains("<h2>"), "{page}");
        let table = String::from_utf8(csv(&source(&board, lang)).unwrap()).unwrap();
        assert!(table.starts_with('\u{FEFF}'), "spreadsheets take it for UTF-8");
        insta::assert_snapshot!(format!("pledges-csv-{lang}"), table);
        if let Ok(dir) = std::env::var("SCREENS") {
            std::fs::write(format!("{dir}/pledges-{lang}.html"), page).unwrap();
        }
    }
}

#[test]
fn a_meeting_without_commitments_says_so() {
    let (board, _) = demo::build(now(), "wang");
    let mark = history::mark_named(&board, "演示周调度会");
    assert!(mark.is_some() && mark != board::latest(&board));
    let told = document(&Source { mark, ..source(&board, Lang::Zh) });
    assert!(told.period.starts_with("演示周调度会，2026-11-"), "{}", told.period);
    let text = markdown::write(&told);
    assert!(text.contains("还没有立军令状。") && !text.contains('|'), "{text}");
    let table = csv(&Source { mark, ..source(&board, Lang::Zh) }).unwrap();
    assert_eq!(String::from_utf8(table).unwrap().lines().count(), 1, "the head alone");
}

#[test]
fn what_a_spreadsheet_would_run_is_text() {
    let (mut board, _) = demo::build(now(), "wang");
    let mark = board::latest(&board);
    let target = Target {
        name: "=1+1".into(),
        division: Some(Id::division(1)),
        pledged: mark,
        goal: 2,
        unit: "<b>".into(),
        ..Target::default()
    };
    let id = Id::new(Kind::Target, board.issued(Kind::Target) + 1);
    let changes = vec![Change::Create { id, fields: AnyRecord::from(target).fields() }];
    let label = Label::one(Verb::Create, id, "=1+1");
    let proposal = Proposal { request: RequestId(1), origin: Origin::Do, label, why: String::new(), changes };
    let checked = check(&board, proposal.sign(board.head().seq + 1, now(), "wang")).unwrap();
    apply(&mut board, checked);
    let table = String::from_utf8(csv(&source(&board, Lang::Zh)).unwrap()).unwrap();
    assert!(table.contains(",'=1+1,2<b>,"), "{table}");
    let page = html::write(&document(&source(&board, Lang::Zh)));
    assert!(page.contains("2&lt;b&gt;") && !page.contains("<b>"), "{page}");
}
