//! What a person sees: each view at its sizes in both languages, on a fixed day.

#[path = "screens/charts.rs"]
mod charts;
#[path = "screens/cluster.rs"]
mod cluster;
#[path = "screens/deck.rs"]
mod deck;
#[path = "screens/figures.rs"]
mod figures;
#[path = "screens/filters.rs"]
mod filters;
#[path = "screens/history.rs"]
mod history;
#[path = "screens/lists.rs"]
mod lists;
#[path = "screens/looks.rs"]
mod looks;
#[path = "screens/organisation.rs"]
mod organisation;
#[path = "support/sample.rs"]
mod sample;
#[path = "support/screen.rs"]
mod screen;
#[path = "screens/six_ones.rs"]
mod six_ones;
#[path = "screens/support.rs"]
mod support;

use std::thread;

use chrono::{NaiveDate, TimeDelta};
use guatu::board::founding::Plan;
use guatu::board::intent::Author;
use guatu::board::{AnyRecord, Board, RequestId, apply, check};
use guatu::domain::{Id, Kind, Lang, Lead, Person, Role, Stage};
use guatu::ui::hint::Hint;
use guatu::ui::theme;
use guatu::ui::views::agenda::Agenda;
use guatu::ui::views::board::BoardView;
use guatu::ui::views::footer;
use guatu::ui::views::header;
use guatu::ui::views::inbox::Inbox;
use guatu::ui::views::ledger::Ledger;
use guatu::ui::views::{Step, View};
use guatu::ui::{Cx, Depth, Look, Presence, Stand, glyph, layout};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

fn look(lang: Lang) -> Look {
    Look::new(theme::default(), Depth::Ansi256, &glyph::UNICODE, lang)
}

/// The demo of the fixed day: the same at every run.
fn demo() -> Board {
    guatu::demo::build(*sample::NOW, "wang").0
}

fn people() -> Vec<Presence> {
    ["甲一", "乙二"]
        .iter()
        .enumerate()
        .map(|(i, name)| Presence {
            no: i as u64,
            login: (*name).to_owned(),
            own: i == 0,
            at: Stand::default(),
        })
        .collect()
}

fn cx_with(board: &Board, act: impl FnOnce(&Cx<'_>)) {
    let people = people();
    act(&cx(board, &people));
}

fn cx<'a>(board: &'a Board, people: &'a [Presence]) -> Cx<'a> {
    let request = RequestId(1);
    Cx { board, past: None, now: *sample::NOW, request, login: "wang", people, trouble: None, demo: true }
}

/// Goes through a view step by step, as somebody does who looks at it after each.
fn walk(view: &mut dyn View, cx: &Cx<'_>, look: &Look, body: Rect, steps: &[Step]) {
    view.refresh(cx, look, body);
    let mut now = cx.now;
    for step in steps {
        now += TimeDelta::seconds(1);
        let cx = Cx { now, ..*cx };
        view.go(&cx, *step);
        view.refresh(&cx, look, body);
    }
}

/// The whole screen around a view.
fn shown(board: &Board, view: &mut dyn View, steps: &[Step], size: (u16, u16), lang: Lang) -> Buffer {
    shown_of(board, None, view, steps, size, lang)
}

/// The same of a board as it was on a day.
fn shown_of(
    board: &Board,
    past: Option<NaiveDate>,
    view: &mut dyn View,
    steps: &[Step],
    size: (u16, u16),
    lang: Lang,
) -> Buffer {
    let people = people();
    let cx = Cx { past, ..cx(board, &people) };
    let look = look(lang);
    let hints: Vec<Hint> = [("Enter", "打开"), ("o", "新建"), ("L", "推进"), ("/", "筛选"), ("?", "帮助")]
        .iter()
        .map(|(key, word)| Hint { key: (*key).to_owned(), word: (*word).to_owned(), does: None })
        .collect();
    let buffer = screen::drawn(size.0, size.1, |frame| {
        let parts = layout::screen(frame.area(), false).expect("large enough");
        walk(view, &cx, &look, parts.body, steps);
        header::draw(&cx, &look, parts.header, frame);
        view.draw(&cx, &look, parts.body, frame);
        footer::draw(&hints, &look, parts.footer, frame);
        if past.is_some() {
            header::tint(&look, [parts.header, parts.footer], frame);
        }
    });
    screen::assert_widths(&buffer);
    // For looking at it with the tools that make pictures.
    if let Ok(dir) = std::env::var("SCREENS") {
        let name =
            format!("{dir}/{}-{}.ansi", named(size, lang), thread::current().name().unwrap_or("screen"));
        std::fs::write(name, screen::ansi(&buffer)).expect("a folder for pictures");
    }
    buffer
}

fn named(size: (u16, u16), lang: Lang) -> String {
    format!("{}x{}-{lang}", size.0, size.1)
}

#[test]
fn board() {
    let office = demo();
    for size in [(80, 24), (120, 34), (200, 60), (60, 16), (40, 12), (60, 40)] {
        for lang in Lang::ALL {
            let drawn = shown(&office, &mut BoardView::new(), &[Step::Down(1)], size, lang);
            insta::assert_snapshot!(format!("board-{}", named(size, lang)), screen::text(&drawn));
        }
    }
}

/// A board of two divisions that calls its stages and groups otherwise.
fn other_zone() -> Board {
    let charter = r#"
        name_zh = "滨城招商大会战"
        name_en = "Harbour City drive"
        [labels.stage]
        lead = { zh = "苗头", en = "Hint" }
        sign = { zh = "签署", en = "Agreed" }
        [labels.service]
        run = { zh = "营业", en = "Open" }
        [labels.group]
        leading = { zh = "龙头", en = "Flagship" }
        [[divisions]]
        name_zh = "港航物流"
        name_en = "Port logistics"
        group = "龙头"
        [[divisions]]
        name_zh = "海洋文旅"
        name_en = "Marine tourism"
        group = "service"
    "#;
    let plan = Plan::parse(charter).expect("a charter");
    let mut board = Board::new(sample::NOW.date_naive());
    let author = Author { board: &board, login: "wang", now: *sample::NOW, request: RequestId(1) };
    let tx = plan.propose(&author, "王管理").sign(1, *sample::NOW, "wang");
    let checked = check(&board, tx).expect("a founding");
    apply(&mut board, checked);
    for (no, stage) in (1..).zip([Stage::Lead, Stage::Sign, Stage::Run, Stage::Sign, Stage::Run]) {
        let lead = Lead {
            name: format!("线索{no}"),
            division: Some(Id::division(no % 2 + 1)),
            stage,
            ..Lead::default()
        };
        let fields = AnyRecord::from(lead).fields();
        board.load(Id::new(Kind::Lead, no), 1, 1, "wang", &fields).expect("a lead");
    }
    board.turn_to(board.today());
    board
}

#[test]
fn board_of_another_zone() {
    let office = other_zone();
    for lang in Lang::ALL {
        let drawn = shown(&office, &mut BoardView::new(), &[Step::Down(1)], (120, 34), lang);
        insta::assert_snapshot!(format!("zone-{}", named((120, 34), lang)), screen::text(&drawn));
    }
    let drawn = shown(&office, &mut Ledger::new(Kind::Lead), &[Step::Down(1)], (120, 34), Lang::Zh);
    insta::assert_snapshot!("zone-leads", screen::text(&drawn));
    let wide = shown(&office, &mut BoardView::new(), &[], (200, 60), Lang::Zh);
    assert!(screen::text(&wide).contains("龙头"), "a wide pane names its group");
}

#[test]
fn board_zoomed() {
    let office = demo();
    for size in [(80, 24), (120, 34), (40, 12)] {
        let mut view = BoardView::new();
        view.zoom();
        let drawn = shown(&office, &mut view, &[Step::Right], size, Lang::Zh);
        insta::assert_snapshot!(format!("zoomed-{}", named(size, Lang::Zh)), screen::text(&drawn));
    }
}

#[test]
fn board_empty() {
    let mut office = sample::founded();
    let told =
        |office: &Board, view: &mut dyn View, lang| screen::text(&shown(office, view, &[], (80, 24), lang));
    for (lang, press) in Lang::ALL.into_iter().zip(["按 o", "Press o"]) {
        let views: [&mut dyn View; 2] = [&mut BoardView::new(), &mut Ledger::new(Kind::Lead)];
        for view in views {
            let drawn = told(&office, view, lang);
            assert!(!drawn.contains(press), "one who only looks is not told to press it:\n{drawn}");
        }
    }
    let admin = Person { name: "王管理".to_owned(), login: "wang".to_owned(), ..Person::default() };
    let admin = AnyRecord::from(Person { role: Role::Admin, ..admin });
    office.load(Id::new(Kind::Person, 1), 1, 1, "wang", &admin.fields()).expect("a person");
    office.turn_to(office.today());
    for size in [(80, 24), (40, 12)] {
        for lang in Lang::ALL {
            let drawn = shown(&office, &mut BoardView::new(), &[], size, lang);
            insta::assert_snapshot!(format!("empty-{}", named(size, lang)), screen::text(&drawn));
        }
    }
}

#[test]
fn leads_in_no_pane_are_counted_in_the_header() {
    let mut office = sample::founded();
    let header = |office: &Board, lang| {
        let drawn = screen::text(&shown(office, &mut BoardView::new(), &[], (80, 24), lang));
        drawn.lines().nth(1).unwrap_or_default().to_owned()
    };
    for no in 1..=3 {
        let division = (no == 3).then(|| Id::division(1));
        let lead = AnyRecord::from(Lead { name: format!("演示{no}"), division, ..Lead::default() });
        office.load(Id::new(Kind::Lead, no), 1, 1, "wang", &lead.fields()).expect("a lead");
    }
    office.turn_to(office.today());
    assert!(header(&office, Lang::Zh).contains("未分 2"), "{}", header(&office, Lang::Zh));
    assert!(header(&office, Lang::En).contains("unassigned 2"), "{}", header(&office, Lang::En));
    let full = header(&demo(), Lang::Zh);
    assert!(!full.contains("未分"), "none: {full}");
}

#[test]
fn ledgers() {
    let office = demo();
    let kinds =
        [Kind::Lead, Kind::Target, Kind::SixOne, Kind::Request, Kind::Person, Kind::Unit, Kind::Division];
    for kind in kinds {
        for (size, lang) in [((80, 24), Lang::Zh), ((120, 34), Lang::Zh), ((80, 24), Lang::En)] {
            let drawn = shown(&office, &mut Ledger::new(kind), &[Step::Down(2)], size, lang);
            insta::assert_snapshot!(format!("{}-{}", kind.code(), named(size, lang)), screen::text(&drawn));
        }
    }
}

#[test]
fn inbox() {
    let office = demo();
    for (size, lang) in [
        ((80, 24), Lang::Zh),
        ((120, 34), Lang::Zh),
        ((80, 24), Lang::En),
        ((120, 34), Lang::En),
        ((40, 12), Lang::Zh),
    ] {
        let drawn = shown(&office, &mut Inbox::default(), &[Step::Down(2)], size, lang);
        insta::assert_snapshot!(format!("inbox-{}", named(size, lang)), screen::text(&drawn));
    }
    let drawn =
        shown(&office, &mut Inbox::default(), &[Step::Left, Step::Left, Step::Down(1)], (120, 34), Lang::Zh);
    insta::assert_snapshot!("inbox-all", screen::text(&drawn));
    let empty = shown(&sample::founded(), &mut Inbox::default(), &[], (80, 24), Lang::En);
    insta::assert_snapshot!("inbox-empty", screen::text(&empty));
}

#[test]
fn agenda() {
    let office = demo();
    for size in [(80, 24), (120, 34)] {
        for lang in Lang::ALL {
            let drawn = shown(&office, &mut Agenda::default(), &[Step::Down(2)], size, lang);
            insta::assert_snapshot!(format!("agenda-{}", named(size, lang)), screen::text(&drawn));
        }
    }
    for size in [(200, 60), (60, 16), (40, 12)] {
        let drawn = shown(&office, &mut Agenda::default(), &[Step::End], size, Lang::Zh);
        insta::assert_snapshot!(format!("agenda-{}", named(size, Lang::Zh)), screen::text(&drawn));
    }
    let mut narrowed = Agenda::default();
    cx_with(&office, |cx| narrowed.focus(cx, Some(Id::division(5))));
    let drawn = shown(&office, &mut narrowed, &[], (80, 24), Lang::Zh);
    insta::assert_snapshot!("agenda-division", screen::text(&drawn));
    let empty = shown(&sample::founded(), &mut Agenda::default(), &[], (80, 24), Lang::En);
    insta::assert_snapshot!("agenda-empty", screen::text(&empty));
}

#[test]
fn leads_at_other_sizes() {
    let office = demo();
    for size in [(200, 60), (60, 16), (40, 12)] {
        let drawn = shown(&office, &mut Ledger::new(Kind::Lead), &[Step::PageDown], size, Lang::Zh);
        insta::assert_snapshot!(format!("lead-{}", named(size, Lang::Zh)), screen::text(&drawn));
    }
}

#[test]
fn a_lead_zoomed() {
    let office = demo();
    let mut ledger = Ledger::new(Kind::Lead);
    let _ = shown(&office, &mut ledger, &[], (80, 24), Lang::Zh);
    ledger.zoom();
    let drawn = shown(&office, &mut ledger, &[Step::End], (80, 24), Lang::Zh);
    insta::assert_snapshot!("lead-zoomed", screen::text(&drawn));
}

#[test]
fn the_filter_narrows_and_the_cursor_stays() {
    let office = demo();
    let mut ledger = Ledger::new(Kind::Lead);
    let _ = shown(&office, &mut ledger, &[], (80, 24), Lang::Zh);
    let held = office.leads().iter().find(|(_, lead)| lead.name.contains("机器人")).map(|(id, _)| id);
    let held = held.expect("the demo has a robot");
    cx_with(&office, |cx| assert!(ledger.hold(cx, held)));
    ledger.filter("机器");
    // A moment later, so that the detail has followed.
    let drawn = shown(&office, &mut ledger, &[Step::Down(0)], (80, 24), Lang::Zh);
    cx_with(&office, |cx| assert_eq!(ledger.selected(cx), Some(held)));
    insta::assert_snapshot!("lead-filtered", screen::text(&drawn));
    ledger.filter("机器人zzz");
    let drawn = shown(&office, &mut ledger, &[], (80, 24), Lang::En);
    insta::assert_snapshot!("lead-none-found", screen::text(&drawn));
}
