//! The lists: how far they are made, in which order, and what a step of the cursor sends.

use chrono::{DateTime, TimeDelta, Utc};
use guatu::board::{AnyRecord, Board};
use guatu::domain::{Id, Kind, Lang, Lead, Money};
use guatu::server::backend;
use guatu::ui::Cx;
use guatu::ui::views::ledger::Ledger;
use guatu::ui::views::{Step, View};
use ratatui::Terminal;
use ratatui::backend::Backend;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;

use super::{cx, cx_with, demo, look, people, sample, screen, shown};

#[test]
fn a_long_list_is_made_as_far_as_it_is_looked_at() {
    let mut office = sample::founded();
    let lead = |no: u32| Lead {
        name: format!("线索{no}"),
        division: Some(Id::division(no % 6 + 1)),
        ..Lead::default()
    };
    for no in 1..=3000 {
        let fields = AnyRecord::from(lead(no)).fields();
        office.load(Id::new(Kind::Lead, no), 1, 1, "wang", &fields).expect("a lead");
    }
    office.turn_to(office.today());
    let mut ledger = Ledger::new(Kind::Lead);
    let size = (80, 24);
    let top = |ledger: &Ledger| {
        let mut at = None;
        cx_with(&office, |cx| at = ledger.selected(cx));
        at.map(|id| id.no)
    };
    let head = |drawn: &Buffer| screen::text(drawn).lines().nth(2).unwrap_or_default().trim_end().to_owned();
    assert!(head(&shown(&office, &mut ledger, &[Step::End], size, Lang::Zh)).ends_with("3000/3,000"));
    assert_eq!(top(&ledger), Some(3000));
    assert!(head(&shown(&office, &mut ledger, &[Step::Up(1500)], size, Lang::Zh)).ends_with("1500/3,000"));
    assert_eq!(top(&ledger), Some(1500));
    // In a division the cursor stays on its record where that is listed, else on its row.
    cx_with(&office, |cx| ledger.focus(cx, Some(Id::division(1))));
    assert!(head(&shown(&office, &mut ledger, &[], size, Lang::Zh)).ends_with("250/500"));
    assert_eq!(top(&ledger), Some(1500));
    ledger.filter("xs15");
    assert!(head(&shown(&office, &mut ledger, &[], size, Lang::Zh)).contains("xs15"));
    assert_eq!(top(&ledger), Some(1500));
    assert!(ledger.back(), "the filter is left first");
    assert!(!ledger.back(), "the division goes with the view");
}

#[test]
fn a_list_goes_through_its_orders_and_back() {
    let office = demo();
    let mut ledger = Ledger::new(Kind::Lead);
    let drawn = |ledger: &mut Ledger| screen::text(&shown(&office, ledger, &[], (120, 34), Lang::En));
    let usual = drawn(&mut ledger);
    for (title, first) in
        [("newest first", "L161"), ("by Name", "贝类"), ("by Stage", "Lead"), ("by Division", "Marine")]
    {
        ledger.turn(true);
        let text = drawn(&mut ledger);
        let lines: Vec<&str> = text.lines().collect();
        assert!(lines[2].contains(title), "{title} in {}", lines[2]);
        assert!(lines[4].contains(first), "{title}: {}", lines[4]);
    }
    for (code, title, first) in [
        ("amount", "by Amount", "bn"),
        ("-amount", "by Amount, reversed", "m"),
        ("due", "by Due", "late"),
        ("-id", "by Id, reversed", "L1 "),
    ] {
        ledger.put_in_order(code);
        assert_eq!(ledger.order(), code);
        let text = drawn(&mut ledger);
        let lines: Vec<&str> = text.lines().collect();
        assert!(lines[2].contains(title), "{title} in {}", lines[2]);
        assert!(lines[4].contains(first), "{title}: {}", lines[4]);
    }
    ledger.put_in_order("");
    assert_eq!(drawn(&mut ledger), usual);
    ledger.turn(false);
    assert!(drawn(&mut ledger).contains("by Source"));
    ledger.put_in_order("");
    ledger.reverse();
    assert_ne!(drawn(&mut ledger), usual);
    ledger.reverse();
    assert_eq!(drawn(&mut ledger), usual);
    let mut units = Ledger::new(Kind::Unit);
    let only = drawn(&mut units);
    units.put_in_order("no_such_column");
    assert_eq!(drawn(&mut units), only);
}

/// The words that stand over the columns of a list.
fn heads(office: &Board, kind: Kind, size: (u16, u16), lang: Lang) -> String {
    let mut ledger = Ledger::new(kind);
    let text = screen::text(&shown(office, &mut ledger, &[], size, lang));
    text.lines().nth(3).unwrap_or_default().to_owned()
}

#[test]
fn no_wider_window_shows_less_of_what_matters() {
    let office = demo();
    let table: [(Kind, Lang, &[&str]); 6] = [
        (Kind::Lead, Lang::Zh, &["灯・原因", "项目名称", "阶段", "事业部", "总投资", "责任人"]),
        (Kind::Lead, Lang::En, &["Light", "Name", "Stage", "Division", "Amount", "Owner"]),
        (Kind::Target, Lang::Zh, &["灯・原因", "目标名称", "完成/目标", "事业部", "完成时限"]),
        (Kind::Target, Lang::En, &["Light", "Name", "Done/goal", "Division", "Due"]),
        (Kind::SixOne, Lang::Zh, &["灯・原因", "事业部", "六个一", "状态", "完成时限"]),
        (Kind::Request, Lang::En, &["Light", "About", "State", "To unit", "From divi"]),
    ];
    for (kind, lang, words) in table {
        for width in [80, 100, 119, 120, 140, 160, 200] {
            let heads = heads(&office, kind, (width, 34), lang);
            for word in words {
                assert!(heads.contains(word), "{kind:?} at {width}: no {word} in {heads}");
            }
        }
    }
}

#[test]
fn orders_agree_with_what_they_go_by() {
    let mut office = sample::founded();
    let amount = |no: u32| (!no.is_multiple_of(7)).then(|| Money::cny(i64::from(no * 7919 % 1103) * 10_000));
    for no in 1..=1100 {
        let lead = Lead { name: format!("线索{no}"), amount: amount(no), ..Lead::default() };
        office.load(Id::new(Kind::Lead, no), 1, 1, "wang", &AnyRecord::from(lead).fields()).expect("a lead");
    }
    office.turn_to(office.today());
    let name = |no: u32| format!("线索{no}");
    let all = || (1..=1100).collect::<Vec<u32>>();
    let by = |key: &dyn Fn(u32) -> (bool, i64, String)| {
        let mut sorted = all();
        sorted.sort_by_key(|no| (key(*no), *no));
        sorted
    };
    let sum = |no: u32| amount(no).map_or(0, |m| m.amount);
    let table = [
        ("amount", by(&|no| (amount(no).is_none(), -sum(no), String::new()))),
        ("-amount", by(&|no| (amount(no).is_none(), sum(no), String::new()))),
        ("name", by(&|no| (false, 0, name(no)))),
        ("-name", by(&|no| (false, 0, name(no))).into_iter().rev().collect()),
        ("owner", all()),
    ];
    for (order, sorted) in table {
        assert!(listed(&office, order) == sorted, "{order}");
    }
}

/// All leads of a board as a ledger lists them in an order.
fn listed(office: &Board, order: &str) -> Vec<u32> {
    let mut ledger = Ledger::new(Kind::Lead);
    ledger.put_in_order(order);
    let mut listed = Vec::new();
    cx_with(office, |cx| {
        for _ in 0..office.leads().len() {
            ledger.refresh(cx, &look(Lang::Zh), Rect::new(0, 0, 80, 20));
            listed.push(ledger.selected(cx).expect("a row").no);
            ledger.go(cx, Step::Down(1));
        }
    });
    listed
}

#[test]
fn a_step_of_the_cursor_sends_two_rows_and_rest_sends_nothing() {
    let office = demo();
    let people = people();
    let (cx, look) = (cx(&office, &people), look(Lang::Zh));
    let area = Rect::new(0, 0, 60, 12);
    let mut ledger = Ledger::new(Kind::Lead);
    let mut terminal = Terminal::new(backend::Screen::new(area.width, area.height)).expect("a buffer");
    let mut sent = |step: Option<Step>| {
        ledger.refresh(&cx, &look, area);
        if let Some(step) = step {
            ledger.go(&cx, step);
        }
        let drawn = terminal.draw(|frame| ledger.draw(&cx, &look, area, frame)).expect("a buffer takes all");
        let shown = drawn.buffer.clone();
        (shown, terminal.backend_mut().take().len())
    };
    let (before, _) = sent(None);
    let (after, step) = sent(Some(Step::Down(1)));
    let changed = |y: u16| (0..area.width).any(|x| before[(x, y)] != after[(x, y)]);
    // The head says on which row one is.
    assert_eq!((0..area.height).filter(|y| changed(*y)).collect::<Vec<_>>(), [0, 2, 3]);
    let mut rows = backend::Screen::new(area.width, area.height);
    // The selection's ground comes or goes on every cell of them, blank ones too.
    let other = Buffer::filled(area, Cell::new("?"));
    let both = other.diff(&after).into_iter().filter(|(_, y, _)| [2, 3].contains(y));
    rows.draw(both).expect("a buffer takes all");
    let floor = rows.take().len();
    assert!(step * 10 <= floor * 12, "{step} bytes for rows of {floor}");
    assert_eq!(sent(None).1, 0);
}

#[test]
fn a_key_held_down_sends_few_bytes_and_rest_sends_the_detail_once() {
    let office = demo();
    let people = people();
    let (cx, look) = (cx(&office, &people), look(Lang::Zh));
    let area = Rect::new(0, 0, 120, 30);
    let mut ledger = Ledger::new(Kind::Lead);
    let mut terminal = Terminal::new(backend::Screen::new(120, 30)).expect("a buffer");
    let mut sent = |now: DateTime<Utc>, step: Option<Step>| {
        let cx = Cx { now, ..cx };
        if let Some(step) = step {
            ledger.go(&cx, step);
        }
        ledger.refresh(&cx, &look, area);
        terminal.draw(|frame| ledger.draw(&cx, &look, area, frame)).expect("a buffer takes all");
        (terminal.backend_mut().take().len(), ledger.wakes(now))
    };
    sent(cx.now, None);
    let mut now = cx.now + TimeDelta::seconds(9);
    let (mut bytes, mut wakes) = (0, None);
    for _ in 0..50 {
        now += TimeDelta::milliseconds(30);
        let (frame, at) = sent(now, Some(Step::Down(1)));
        (bytes, wakes) = (bytes + frame, at);
    }
    let rest = wakes.expect("the detail is behind");
    let (detail, wakes) = sent(rest, None);
    assert!(detail > 0);
    assert_eq!(wakes, None, "nothing is waited for any more");
    assert!((bytes + detail) / 50 < 500, "{bytes} bytes, then {detail}");
    assert_eq!(sent(rest + TimeDelta::hours(1), None).0, 0);
}
