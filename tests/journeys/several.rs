//! One action for several records, and the same again: none that was not meant is touched, and
//! nothing that a record said already is overwritten.

use guatu::domain::{Id, Kind, Lang, Money, Stage, Value};
use guatu::engine::Act;
use guatu::ui::Event;

use crate::desk::Office;
use crate::records::{create, day, lead, office_with_leads, set, stage};

const DAY: &str = "2026-11-23";
const SIZE: (u16, u16) = (100, 30);

/// A lead in talks in division 1.
fn talks(office: &Office, no: u32) {
    let owner = Value::Ref(Id::new(Kind::Person, 1));
    let division = Value::Ref(Id::division(1));
    let list = [
        ("division", division),
        ("owner", owner),
        ("next_step", Value::text("约谈")),
        ("due", day("2026-12-20")),
    ];
    set(office, lead(no), &list);
    set(office, lead(no), &[("stage", Value::Choice("talk"))]);
}

#[test]
fn a_duplicate_is_the_one_under_the_cursor_whatever_is_marked() {
    let office = office_with_leads(DAY, 4);
    let mut window = office.window("wang", Lang::Zh, SIZE);
    // The first is marked, the cursor is on the second, the first of the likely ones is not wanted.
    let screen = window.press("<f9><space>d").screen();
    assert!(screen.contains("并案 L2"), "{screen}");
    window.press("<esc>");
    let screen = window.press("d").screen();
    if screen.contains("另一条线索") {
        let other = screen.lines().filter(|line| line.contains("相近")).count();
        window.press(&"<down>".repeat(other)).press("<enter>");
    }
    window.paste("L4").press("<enter><c-s>");
    assert_eq!((stage(&office, 1), stage(&office, 2)), (Stage::Lead, Stage::End), "{}", window.screen());
}

#[test]
fn a_single_mark_is_gone_when_it_has_served() {
    let office = office_with_leads(DAY, 4);
    let mut window = office.window("wang", Lang::Zh, SIZE);
    window.press("<f9><space>4x5");
    assert_eq!((stage(&office, 1), stage(&office, 2)), (Stage::Talk, Stage::End), "{}", window.screen());
}

#[test]
fn a_note_for_several_changes_no_next_step_that_was_not_typed() {
    let office = office_with_leads(DAY, 3);
    set(&office, lead(1), &[("next_step", Value::text("甲的")), ("due", day("2026-12-01"))]);
    set(&office, lead(2), &[("next_step", Value::text("乙的")), ("due", day("2026-12-20"))]);
    let mut window = office.window("wang", Lang::Zh, SIZE);
    let screen = window.press("<f9><space><space>n").screen();
    assert!(screen.contains("记事：2 条"), "{screen}");
    window.paste("统一电话").press("<c-s>");
    // And once more, on the third alone.
    window.press("G.");
    let board = office.engine.board();
    assert_eq!(board.count(Kind::Note), 3, "{}", window.screen());
    let second = board.lead(lead(2)).expect("a lead");
    assert_eq!((second.next_step.as_str(), second.due), ("乙的", "2026-12-20".parse().ok()));
    assert_eq!(board.lead(lead(3)).expect("a lead").next_step, "");
}

#[test]
fn a_move_of_several_fills_only_what_is_blank() {
    let office = office_with_leads(DAY, 2);
    (1..=2).for_each(|no| talks(&office, no));
    set(&office, lead(2), &[("amount", Value::Money(Money::cny(10_000_000)))]);
    let mut window = office.window("wang", Lang::Zh, SIZE);
    window
        .press("<f6>VL")
        .paste("框架")
        .press("<enter>")
        .paste("9亿")
        .press("<tab>")
        .paste("2026-12-31")
        .press("<c-s>");
    let board = office.engine.board();
    let amounts = [1, 2].map(|no| board.lead(lead(no)).expect("a lead").amount);
    assert_eq!(amounts, [Some(Money::cny(900_000_000)), Some(Money::cny(10_000_000))], "{}", window.screen());
    drop(board);
    assert_eq!([1, 2].map(|no| stage(&office, no)), [Stage::Sign; 2]);
}

#[test]
fn a_dot_does_nothing_to_what_it_does_not_fit() {
    let office = office_with_leads(DAY, 3);
    talks(&office, 2);
    create(
        &office,
        Kind::Target,
        &[("name", Value::text("演示目标")), ("division", Value::Ref(Id::division(1)))],
    );
    let mut window = office.window("wang", Lang::Zh, SIZE);
    let screen = window.press("<f9>4<f3>.").screen();
    assert!(screen.contains("不适用"), "{screen}");
    window.press("<f6>V.");
    window.press("1");
    let board = office.engine.board();
    assert_eq!(board.lead(lead(2)).expect("a lead").division, Some(Id::division(1)), "{}", window.screen());
    assert_eq!(board.targets().iter().next().expect("a target").1.owner, None);
}

#[test]
fn what_somebody_else_deals_with_is_left_out_of_what_is_marked() {
    let office = office_with_leads(DAY, 4);
    let mut first = office.window("wang", Lang::Zh, SIZE);
    let mut second = office.window("wang", Lang::Zh, SIZE);
    first.press("<f9><space><space>").press("x").screen();
    second.press("<f9>j4");
    first.screen();
    let screen = first.press("5").screen();
    assert!(screen.contains("2 条中有 1 条办不了"), "{screen}");
    first.press("1");
    assert_eq!((stage(&office, 1), stage(&office, 2)), (Stage::End, Stage::Talk));
    // Nor is it hit by the same again.
    second.screen();
    second.press("g4");
    first.screen();
    first.press(".");
    assert_eq!(stage(&office, 3), Stage::Talk, "{}", first.screen());
}

#[test]
fn a_range_begins_at_a_record_and_marks_go_with_their_list() {
    let office = office_with_leads(DAY, 6);
    let mut first = office.window("wang", Lang::Zh, SIZE);
    let mut second = office.window("wang", Lang::Zh, SIZE);
    first.press("<f9>jjv").screen();
    second.press("<f9>x5");
    first.screen();
    let screen = first.press("j").screen();
    assert!(screen.contains("已选 2 条") && screen.contains("*待答复剩1天    L3"), "{screen}");
    let screen = first.press("<tab><backtab>").screen();
    assert!(!screen.contains("已选"), "{screen}");
}

#[test]
fn in_its_detail_the_one_record_is_meant() {
    let office = office_with_leads(DAY, 3);
    let mut window = office.window("wang", Lang::Zh, SIZE);
    let screen = window.press("<f6><space><enter>n").screen();
    assert!(screen.contains("记事：L2"), "{screen}");
    let screen = window.press("<esc><enter>").screen();
    assert!(screen.contains("L2 演示线索2") && !screen.contains("已选"), "{screen}");
}

#[test]
fn a_form_opened_by_a_digit_is_not_taken_for_an_earlier_verdict() {
    let office = office_with_leads(DAY, 3);
    let mut window = office.window("wang", Lang::Zh, SIZE);
    window.press("<f9>x5").press("2");
    window.paste("王管理").press("<enter>").paste("电话联系").press("<c-s>");
    assert_eq!(stage(&office, 2), Stage::Talk, "{}", window.screen());
}

#[test]
fn a_lead_that_goes_further_down_is_not_taken_for_dealt_with() {
    let office = office_with_leads(DAY, 700);
    let mut window = office.window("wang", Lang::Zh, SIZE);
    office.clock.set("2026-12-20T04:00:00Z".parse().expect("a moment"));
    office.engine.act("wang", Act::Turn).expect("turned");
    window.press("<f9><tab><tab><tab>").screen();
    let screen = window.press("n").paste("进展").press("<c-s>").screen();
    assert!(!screen.contains("已处理") && screen.contains("全部 700"), "{screen}");
}

#[test]
fn an_owner_and_a_date_that_somebody_set_are_kept_when_it_is_accepted() {
    let office = office_with_leads(DAY, 1);
    create(&office, Kind::Person, &[("name", Value::text("李二"))]);
    let owner = Id::new(Kind::Person, 2);
    let list = [("owner", Value::Ref(owner)), ("next_step", Value::text("登门")), ("due", day("2026-11-25"))];
    set(&office, lead(1), &list);
    let mut window = office.window("wang", Lang::Zh, SIZE);
    window.press("<f9>4");
    let board = office.engine.board();
    let accepted = board.lead(lead(1)).expect("a lead");
    assert_eq!(
        (accepted.owner, accepted.due),
        (Some(owner), "2026-11-25".parse().ok()),
        "{}",
        window.screen()
    );
}

#[test]
fn two_leads_are_not_made_duplicates_of_each_other() {
    let office = office_with_leads(DAY, 2);
    for (of, to, is_done) in [(1, 2, true), (2, 1, false)] {
        let proposal = office.author(&office.engine.board(), "wang").duplicate(lead(of), lead(to));
        assert_eq!(office.engine.act("wang", Act::Propose(proposal)).is_ok(), is_done, "L{of} of L{to}");
    }
    assert_eq!(stage(&office, 2), Stage::Lead);
}

#[test]
fn a_parking_that_was_cut_off_is_taken_up_with_its_date() {
    let office = office_with_leads(DAY, 1);
    let mut window = office.window("wang", Lang::Zh, SIZE);
    window.press("<f9>s1").paste("等批复");
    let draft = window.app.draft().expect("a draft");
    let mut again = office.window("wang", Lang::Zh, SIZE);
    again.event(Event::Draft(draft));
    let screen = again.press("y").screen();
    assert!(screen.contains("2026-11-30") && screen.contains("等批复"), "{screen}");
}
