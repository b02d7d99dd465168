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
fn what_is_marked_is_made_duplicates_of_one_that_is_not() {
    let office = office_with_leads(DAY, 4);
    let mut window = office.window("wang", Lang::Zh, SIZE);
    // The cursor is on the third; the likely ones that are marked themselves are not offered.
    let screen = window.press("<f9><space><space>d").screen();
    assert!(screen.contains("并案 2 条"), "{screen}");
    let seq = office.engine.board().head().seq;
    window.press("1");
    assert_eq!([1, 2, 3, 4].map(|no| stage(&office, no) == Stage::End), [true, true, false, false]);
    let of = |no| office.engine.board().lead(lead(no)).and_then(|lead| lead.duplicate_of);
    assert_eq!([of(1), of(2)], [Some(lead(3)); 2], "{}", window.screen());
    assert!(window.screen().contains("，并入 L3 演示线索3（u 撤销）"), "{}", window.screen());
    assert_eq!(office.engine.board().head().seq, seq + 1, "one Transaction");
}

#[test]
fn several_at_different_stages_go_on_a_step_each_and_all_are_accounted_for() {
    let office = office_with_leads(DAY, 4);
    talks(&office, 1);
    set(&office, lead(2), &[("end_reason", Value::Choice("other")), ("stage", Value::Choice("end"))]);
    let division = Value::Ref(Id::division(1));
    let owner = Value::Ref(Id::new(Kind::Person, 1));
    set(&office, lead(3), &[("division", division), ("owner", owner), ("next_step", Value::text("约谈"))]);
    set(&office, lead(3), &[("due", day("2026-12-20"))]);
    let mut window = office.window("wang", Lang::Zh, SIZE);
    // One lacks a contract, one a reason to come back, one all that a verdict asks for.
    let screen = window.press("<f6>VL").screen();
    assert!(screen.contains("4 条中有 3 条办不了") && screen.contains("其余 1 条照办"), "{screen}");
    assert!(screen.contains("L1 演示线索1") && screen.contains("L4 演示线索4"), "{screen}");
    window.press("3");
    assert!(window.screen().contains("办不了"), "what is only told cannot be picked:\n{}", window.screen());
    window.press("1");
    let stages = [1, 2, 3, 4].map(|no| stage(&office, no));
    assert_eq!(stages, [Stage::Talk, Stage::End, Stage::Talk, Stage::Lead], "{}", window.screen());
}

#[test]
fn an_owner_is_asked_once_for_all_that_a_division_without_a_head_accepts() {
    let office = office_with_leads(DAY, 3);
    let mut window = office.window("wang", Lang::Zh, SIZE);
    let screen = window.press("<f9>V2").screen();
    assert!(screen.contains("受理 3 条，归众创服务") && screen.contains("责任人"), "{screen}");
    window.paste("王管理").press("<enter><c-s>");
    let board = office.engine.board();
    for no in 1..=3 {
        let lead = board.lead(lead(no)).expect("a lead");
        assert_eq!((lead.stage, lead.division), (Stage::Talk, Some(Id::division(2))), "{}", window.screen());
        assert_eq!((lead.owner, lead.next_step.as_str()), (Some(Id::new(Kind::Person, 1)), "首次对接"));
    }
}

#[test]
fn an_undo_that_takes_many_off_asks_first() {
    let office = office_with_leads(DAY, 2);
    let author = |board: &guatu::board::Board| {
        let create = |n: u32| guatu::board::Change::Create {
            id: Id::provisional(Kind::Lead, n),
            fields: vec![(
                guatu::domain::FieldKey::find(Kind::Lead, "name").expect("a field"),
                Value::text("批"),
            )],
        };
        let mut proposal = office.author(board, "wang").create(Kind::Lead, Vec::new());
        proposal.changes = (0..12).map(create).collect();
        proposal
    };
    let proposal = author(&office.engine.board());
    office.engine.act("wang", Act::Propose(proposal)).expect("accepted");
    let mut window = office.window("wang", Lang::Zh, SIZE);
    let screen = window.press("u").screen();
    assert!(screen.contains("这一步新建了 12 条记录"), "{screen}");
    window.press("<enter>");
    assert_eq!(office.engine.board().leads().len(), 14, "it starts on no");
    window.press("uy");
    assert_eq!(office.engine.board().leads().len(), 2, "{}", window.screen());
    // Done again it is as large.
    window.press("U");
    assert_eq!(office.engine.board().leads().len(), 14, "{}", window.screen());
    assert!(window.press("u").screen().contains("12 条记录"), "{}", window.screen());
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

#[test]
fn several_at_different_stages_go_back_a_step_each_for_one_reason() {
    let office = office_with_leads(DAY, 3);
    talks(&office, 1);
    let mut window = office.window("wang", Lang::Zh, SIZE);
    window.press("<f9>ggx5");
    let screen = window.press("<f6>VH").screen();
    assert!(screen.contains("3 条：各退回一个阶段") && screen.contains("理由"), "{screen}");
    window.paste("重新研判").press("<c-s>1");
    assert_eq!([1, 2, 3].map(|no| stage(&office, no)), [Stage::Lead; 3], "{}", window.screen());
}

#[test]
fn a_reason_in_words_that_was_cut_off_is_taken_up() {
    let office = office_with_leads(DAY, 1);
    let mut window = office.window("wang", Lang::Zh, SIZE);
    window.press("<f9>x8").paste("园区另有安排");
    let draft = window.app.draft().expect("a draft");
    let mut again = office.window("wang", Lang::Zh, SIZE);
    again.event(Event::Draft(draft));
    let screen = again.press("y").screen();
    assert!(screen.contains("园区另有安排") && screen.contains("其他"), "{screen}");
    again.press("<c-s>");
    assert_eq!(stage(&office, 1), Stage::End, "{}", again.screen());
}

#[test]
fn an_owner_that_was_being_chosen_is_asked_again() {
    let office = office_with_leads(DAY, 1);
    let mut window = office.window("wang", Lang::Zh, SIZE);
    window.press("<f9>2").paste("王管理").press("<enter>");
    let draft = window.app.draft().expect("a draft");
    let mut again = office.window("wang", Lang::Zh, SIZE);
    again.event(Event::Draft(draft));
    assert!(again.screen().contains("受理：L1 演示线索1"), "{}", again.screen());
    again.press("y<c-s>");
    assert_eq!(stage(&office, 1), Stage::Talk, "{}", again.screen());
}
