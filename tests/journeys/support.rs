//! What the support line is asked for, and what it makes of it.

use guatu::board::Verb;
use guatu::board::intent::Author;
use guatu::domain::request::RequestState;
use guatu::domain::{FieldKey, Id, Kind, Lang, Request, Role, Value};

use crate::desk::Office;
use crate::records::{create, day, lead};

const DAY: &str = "2026-11-23";
const SIZE: (u16, u16) = (100, 30);

const fn request(no: u32) -> Id {
    Id::new(Kind::Request, no)
}

/// An office where division 4 asked unit 1 twice and division 5 once; person 2, `li`, edits and works
/// in unit 1, person 3, `zhao`, edits and works in division 4, person 4, `qian`, only looks.
fn office() -> Office {
    let office = Office::founded(DAY);
    let unit = || ("unit", Value::Ref(Id::new(Kind::Unit, 1)));
    let people = [("li", "editor", unit()), ("zhao", "editor", division(4)), ("qian", "viewer", division(4))];
    for (login, role, home) in people {
        let role = ("role", Value::Choice(role));
        create(
            &office,
            Kind::Person,
            &[("name", Value::text(login)), ("login", Value::text(login)), role, home],
        );
    }
    create(&office, Kind::Lead, &[("name", Value::text("演示线索")), division(4)]);
    let about = |text: &str| ("about", Value::text(text));
    let lead = ("lead", Value::Ref(lead(1)));
    create(
        &office,
        Kind::Request,
        &[about("演示用电"), division(4), unit(), lead, ("due", day("2026-11-18"))],
    );
    create(&office, Kind::Request, &[about("演示道路"), division(5), unit(), ("due", day("2026-12-10"))]);
    create(&office, Kind::Request, &[about("演示班车"), division(4), unit()]);
    office
}

fn division(no: u32) -> (&'static str, Value) {
    ("division", Value::Ref(Id::division(no)))
}

fn held(office: &Office, no: u32) -> Request {
    office.engine.board().request(request(no)).expect("the request").clone()
}

#[test]
fn a_request_is_taken_up_finished_and_taken_back_before_two_windows() {
    let office = office();
    let mut clerk = office.window("li", Lang::Zh, SIZE);
    let mut other = office.window("zhao", Lang::Zh, SIZE);
    other.press("<f5>");
    let screen = clerk.press("<f5><right>").screen();
    assert!(screen.contains("综合部") && screen.contains("红逾期5天"), "{screen}");
    assert!(screen.contains("L 接办") && screen.contains("H 退回"), "{screen}");
    let screen = clerk.press("L").screen();
    assert_eq!(held(&office, 1).state, RequestState::Working, "{screen}");
    assert!(screen.contains("接办 R1 演示用电") && screen.contains("L 办结"), "{screen}");
    assert!(other.screen().contains("办理中"), "{}", other.screen());
    let screen = clerk.press("L").screen();
    assert!(screen.contains("办结：R1 演示用电"), "{screen}");
    clerk.paste("已送电").press("<c-s>");
    assert_eq!(held(&office, 1).state, RequestState::Done, "{}", clerk.screen());
    assert_eq!(held(&office, 1).closed, DAY.parse().ok());
    assert_eq!(office.engine.board().index().notes(request(1)).count(), 1, "the closing note");
    let screen = other.screen();
    assert!(screen.contains("办结 0/0") || screen.contains("办结 1/"), "{screen}");
    // One undo takes the note back too.
    clerk.press("u");
    assert_eq!((held(&office, 1).state, held(&office, 1).closed), (RequestState::Working, None));
    assert_eq!(office.engine.board().index().notes(request(1)).count(), 0);
    clerk.press("L<c-s>");
    assert_eq!(held(&office, 1).state, RequestState::Done, "the note may be left out");
    assert_eq!(office.engine.board().index().notes(request(1)).count(), 0);
    assert!(clerk.press("L").screen().contains("已办结或退回"), "{}", clerk.screen());
}

#[test]
fn a_return_and_a_reopening_demand_their_reasons() {
    let office = office();
    let mut clerk = office.window("li", Lang::Zh, SIZE);
    clerk.press("<f5><right>H<c-s>");
    assert_eq!(held(&office, 1).state, RequestState::Waiting, "{}", clerk.screen());
    let screen = clerk.paste("不属本部职责").press("<c-s>").screen();
    assert_eq!(
        (held(&office, 1).state, held(&office, 1).closed),
        (RequestState::Returned, DAY.parse().ok()),
        "{screen}"
    );
    let screen = clerk.press("i").screen();
    assert!(screen.contains("退回请求 R1") && screen.contains("不属本部职责"), "{screen}");
    // The cursor is on it still, further down.
    let screen = clerk.press("<esc>H").screen();
    assert!(screen.contains("重启：R1 演示用电"), "{screen}");
    clerk.paste("经协调由本部承办").press("<c-s>");
    assert_eq!((held(&office, 1).state, held(&office, 1).closed), (RequestState::Waiting, None));
    // The form of all fields does not go around it.
    let edit = office.author(&office.engine.board(), "li").edit(
        request(1),
        vec![(
            guatu::domain::FieldKey::find(Kind::Request, "state").expect("a field"),
            Value::Choice("returned"),
        )],
    );
    assert_eq!(edit.label.verb, Verb::Return);
    assert!(office.engine.act("li", guatu::engine::Act::Propose(edit)).is_err());
}

#[test]
fn several_are_answered_at_once() {
    let office = office();
    let mut clerk = office.window("li", Lang::Zh, SIZE);
    let screen = clerk.press("<f5><right>  L").screen();
    let states = [1, 2, 3].map(|no| held(&office, no).state);
    let [taken, waits] = [RequestState::Working, RequestState::Waiting];
    assert_eq!(states, [taken, taken, waits], "{screen}");
    assert!(screen.contains("接办") && screen.contains("2 条"), "{screen}");
    clerk.press("u");
    assert_eq!(held(&office, 2).state, waits);
}

#[test]
fn a_new_one_knows_the_unit_and_the_division() {
    let office = office();
    let mut window = office.window("zhao", Lang::Zh, SIZE);
    // What no place can know is asked: what it is about, and on a lead and a division the unit.
    for (place, keys, of, asks_unit) in [
        ("the chart narrowed to a division", "<f5>4o", None, false),
        ("a unit", "<f5>4b", None, false),
        ("a request", "<f5>0<right>gb", Some(lead(1)), false),
        ("a lead", "<f6>b", Some(lead(1)), true),
        ("the inbox", "<f9>b", Some(lead(1)), true),
        ("the board", "<f2>4b", None, true),
    ] {
        let no = u32::try_from(office.engine.board().count(Kind::Request) + 1).expect("few");
        window.press(keys);
        if asks_unit {
            window.press("综合<enter>");
        }
        window.paste("演示住房").press("<c-s>");
        let made = held(&office, no);
        assert_eq!((made.lead, made.division), (of, Some(Id::division(4))), "{place}");
        assert_eq!(
            (made.unit, made.due),
            (Some(Id::new(Kind::Unit, 1)), "2026-12-07".parse().ok()),
            "{place}"
        );
    }
}

#[test]
fn tab_turns_between_the_chart_and_the_table_of_a_division() {
    let office = office();
    let mut window = office.window("zhao", Lang::Zh, SIZE);
    let screen = window.press("<f5>5<tab>").screen();
    assert!(screen.contains("支援请求") && screen.contains("R2") && !screen.contains("R1"), "{screen}");
    let screen = window.press("<tab>").screen();
    assert!(screen.contains("5 海洋生物") && screen.contains("合计"), "{screen}");
    let screen = window.press("0<right>z<tab>").screen();
    assert!(!screen.contains("合计") && screen.contains("演示道路"), "zoomed, it scrolls:\n{screen}");
    let screen = window.press("<esc><esc><esc>").screen();
    assert!(screen.contains("未设主目标"), "out to the board:\n{screen}");
}

#[test]
fn who_only_looks_is_told_so() {
    let office = office();
    assert_eq!(office.engine.board().role("qian"), Role::Viewer);
    let mut window = office.window("qian", Lang::Zh, SIZE);
    let screen = window.press("<f5><right>").screen();
    assert!(!screen.contains("L 接办"), "{screen}");
    window.press("LH");
    assert_eq!(held(&office, 1).state, RequestState::Waiting, "{}", window.screen());
}

#[test]
fn whoever_works_in_a_unit_finds_its_requests_in_the_inbox() {
    let office = office();
    let mut clerk = office.window("li", Lang::Zh, SIZE);
    let screen = clerk.press("<f9>").screen();
    assert!(screen.contains("待办 3") && screen.contains("R1") && screen.contains("红逾期5天"), "{screen}");
    assert!(screen.contains("L 接办") && screen.contains("H 退回"), "{screen}");
    assert!(!screen.contains("受理") && !screen.contains("s 储备"), "no verdicts on requests:\n{screen}");
    // What was taken up goes behind what waits; the cursor is on the next that does.
    let screen = clerk.press("L").screen();
    assert_eq!(held(&office, 1).state, RequestState::Working, "{screen}");
    assert!(screen.contains("接办 R1"), "{screen}");
    let screen = clerk.press("H").paste("另有渠道").press("<c-s>").screen();
    assert_eq!(held(&office, 2).state, RequestState::Returned, "{screen}");
    assert!(screen.contains("待办 2") && !screen.contains("已研判"), "{screen}");
    let screen = clerk.press("u").screen();
    assert_eq!(held(&office, 2).state, RequestState::Waiting, "{screen}");
    assert!(screen.contains("待办 3"), "{screen}");
    // A digit narrows; a lead is accepted by it in the other splits alone.
    let screen = clerk.press("5").screen();
    assert!(screen.contains("待办 1") && screen.contains("R2") && !screen.contains("R3"), "{screen}");
    assert_eq!(crate::records::stage(&office, 1), guatu::domain::Stage::Lead);
    let screen = clerk.press("<esc>n").screen();
    assert!(screen.contains("待办 3") && screen.contains("记事：R"), "{screen}");
    let screen = clerk.press("<esc>e").screen();
    assert!(screen.contains("承办单位"), "{screen}");
    // In a division without a head it is asked who answers for the lead.
    let screen = clerk.press("<esc><tab>4").screen();
    assert!(screen.contains("受理 L1"), "{screen}");
}

#[test]
fn a_division_sees_what_it_asked_for_and_an_admin_all_of_it() {
    let office = office();
    let mut zhao = office.window("zhao", Lang::Zh, SIZE);
    let screen = zhao.press("<f9>").screen();
    assert!(screen.contains("待研判 1") && screen.contains("待办 2"), "{screen}");
    let screen = zhao.press("<left>").screen();
    assert!(screen.contains("R1") && screen.contains("R3") && !screen.contains("R2"), "{screen}");
    zhao.press("o");
    zhao.press("综合<enter>").paste("演示住房").press("<c-s>");
    assert_eq!(held(&office, 4).division, Some(Id::division(4)), "{}", zhao.screen());
    let mut wang = office.window("wang", Lang::Zh, SIZE);
    let screen = wang.press("<f9><left>").screen();
    assert!(screen.contains("待办 4") && screen.contains("R2"), "{screen}");
    let mut nobody = office.window("sun", Lang::Zh, SIZE);
    let screen = nobody.press("<f9><left>").screen();
    assert!(screen.contains("没有你要办的支援请求"), "{screen}");
}

#[test]
fn what_a_colleague_took_care_of_stays_under_the_cursor() {
    let office = office();
    let mut clerk = office.window("li", Lang::Zh, SIZE);
    let mut other = office.window("wang", Lang::Zh, SIZE);
    clerk.press("<f9>");
    other.press("<f9><left>H").paste("不属本部").press("<c-s>");
    let screen = clerk.screen();
    assert!(screen.contains("已处理") && screen.contains("待办 2"), "{screen}");
    let screen = clerk.press("L").screen();
    assert!(screen.contains("R1 刚被别人处理"), "{screen}");
    assert_eq!(held(&office, 1).state, RequestState::Returned);
}

#[test]
fn tab_on_a_department_does_not_stand_on_somebody_elses_request() {
    let office = office();
    // A request of the second department has the number of the first.
    let mut wang = office.window("wang", Lang::Zh, SIZE);
    let screen = wang.press("<f5><down><down><tab>").screen();
    assert!(screen.contains("1/3"), "the first row, not request 3: {screen}");
}

#[test]
fn a_request_returned_by_its_form_takes_the_reason_that_it_asks_for() {
    let office = office();
    let state = FieldKey::find(Kind::Request, "state").expect("a field");
    let board = office.engine.board();
    let by: Author<'_> = office.author(&board, "wang");
    let sets = vec![(state, Value::Choice("waiting"), Value::Choice("returned"))];
    let proposal = by.edit_from(request(1), sets, "不属本部职责");
    drop(board);
    office.propose("wang", proposal);
    assert_eq!(held(&office, 1).state, RequestState::Returned);
    let board = office.engine.board();
    let notes: Vec<_> = board.index().notes(request(1)).filter_map(|id| board.note(id)).collect();
    assert_eq!(notes.len(), 1);
    assert_eq!(notes[0].text, "不属本部职责", "whoever asked reads it where the request stands");
}

#[test]
fn a_step_on_a_department_says_where_its_requests_are() {
    let office = office();
    let mut wang = office.window("wang", Lang::Zh, SIZE);
    let screen = wang.press("<f5>L").screen();
    assert!(screen.contains("请先按 Enter"), "{screen}");
    assert_eq!(held(&office, 1).state, RequestState::Waiting);
}
