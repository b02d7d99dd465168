//! New leads worked off in the inbox.

use guatu::board::inbox;
use guatu::domain::lead::EndReason;
use guatu::domain::{Id, Kind, Lang, Stage, Value};

use guatu::ui::action::Action;
use guatu::ui::keymap;

use crate::records::{create, day, lead, office_with_leads, set, stage};

const DAY: &str = "2026-11-23";
const SIZE: (u16, u16) = (100, 30);

#[test]
fn a_digit_accepts_and_routes_and_the_next_one_is_there() {
    let office = office_with_leads(DAY, 3);
    let mut window = office.window("wang", Lang::Zh, SIZE);
    let screen = window.press("<f9>").screen();
    assert!(screen.contains("待研判 3"), "{screen}");
    let screen = window.press("4").screen();
    assert!(screen.contains("王管理 2026-12-07 首次对接"), "{screen}");
    assert!(screen.contains("待研判 2") && screen.contains("已研判 1/3"), "{screen}");
    let board = office.engine.board();
    let accepted = board.lead(lead(1)).expect("the lead");
    assert_eq!((accepted.stage, accepted.division), (Stage::Talk, Some(Id::division(4))));
    assert_eq!(accepted.next_step, "首次对接");
    assert_eq!(board.index().waiting().len(), 2);
}

#[test]
fn owner_and_date_of_the_confirmed_lead_are_changed_from_there() {
    let office = office_with_leads(DAY, 2);
    let mut window = office.window("wang", Lang::Zh, SIZE);
    let screen = window.press("<f9>4t").screen();
    assert!(screen.contains("完成时限：L1"), "{screen}");
    window.press("<esc>").press("t");
    assert!(window.screen().contains("完成时限：L2"), "{}", window.screen());
}

#[test]
fn a_division_without_a_head_is_asked_for_an_owner() {
    let office = office_with_leads(DAY, 1);
    let mut window = office.window("wang", Lang::Zh, SIZE);
    let screen = window.press("<f9>2").screen();
    assert!(screen.contains("责任人") && screen.contains("众创服务"), "{screen}");
    window.press("<esc>");
    assert_eq!(stage(&office, 1), Stage::Lead);
}

#[test]
fn undo_brings_the_last_one_back_under_the_cursor() {
    let office = office_with_leads(DAY, 3);
    let mut window = office.window("wang", Lang::Zh, SIZE);
    window.press("<f9>jd<esc>").press("4");
    assert_eq!(stage(&office, 2), Stage::Talk);
    let screen = window.press("gu").screen();
    assert_eq!(stage(&office, 2), Stage::Lead);
    assert!(!screen.contains("已研判"), "{screen}");
    window.press("x1");
    assert_eq!(stage(&office, 2), Stage::End, "the cursor stands on it:\n{}", window.screen());
}

#[test]
fn each_verdict_by_few_keys() {
    let office = office_with_leads(DAY, 5);
    let mut window = office.window("wang", Lang::Zh, SIZE);
    window.press("<f9>").press("s2").paste("等规划批复").press("<c-s>");
    assert_eq!(stage(&office, 1), Stage::Park, "{}", window.screen());
    window.press("x5");
    let board = office.engine.board();
    assert_eq!(board.lead(lead(1)).expect("parked").wake_date, "2026-12-23".parse().ok());
    assert_eq!(board.lead(lead(2)).expect("ended").end_reason, Some(EndReason::Withdrawn));
    drop(board);
    window.press("d").paste("L5").press("<enter><c-s>");
    assert_eq!(office.engine.board().lead(lead(3)).expect("a duplicate").duplicate_of, Some(lead(5)));
    window.press("R3").paste("属高端服务").press("<c-s>");
    let board = office.engine.board();
    let moved = board.lead(lead(4)).expect("moved");
    assert_eq!((moved.stage, moved.division), (Stage::Lead, Some(Id::division(3))));
}

#[test]
fn two_at_once_never_hit_the_wrong_lead() {
    let office = office_with_leads(DAY, 3);
    let mut first = office.window("wang", Lang::Zh, SIZE);
    let mut second = office.window("wang", Lang::Zh, SIZE);
    first.press("<f9>").screen();
    second.press("<f9>").screen();
    first.press("4");
    // What stood under the other cursor stays there until one goes on.
    let screen = second.screen();
    assert!(screen.contains("已处理") && screen.contains("待研判 2"), "{screen}");
    let screen = second.press("5").screen();
    assert!(screen.contains("L1 已有研判结论"), "{screen}");
    assert_eq!((stage(&office, 1), stage(&office, 2)), (Stage::Talk, Stage::Lead));
    second.press("j4");
    assert_eq!((stage(&office, 2), stage(&office, 3)), (Stage::Talk, Stage::Lead), "{}", second.screen());
}

#[test]
fn a_parked_lead_comes_back_on_its_day() {
    let office = office_with_leads(DAY, 1);
    let mut window = office.window("wang", Lang::Zh, SIZE);
    window.press("<f9>").press("s1").paste("等规划批复").press("<c-s>");
    assert!(window.screen().contains("没有待研判的线索"), "{}", window.screen());
    office.clock.set("2026-11-30T04:00:00Z".parse().expect("a moment"));
    office.engine.act("wang", guatu::engine::Act::Turn).expect("turned");
    assert!(inbox::waits(&office.engine.board(), lead(1)));
    assert!(window.screen().contains("待研判 1"), "{}", window.screen());
    window.press("4");
    let board = office.engine.board();
    let woken = board.lead(lead(1)).expect("the lead");
    assert_eq!((woken.stage, woken.wake_date), (Stage::Talk, None), "{}", window.screen());
}

#[test]
fn a_viewer_sees_the_inbox_and_no_verdicts() {
    let office = office_with_leads(DAY, 2);
    let mut window = office.window("li", Lang::Zh, SIZE);
    let screen = window.press("<f9>").screen();
    assert!(screen.contains("待研判 2") && !screen.contains("受理"), "{screen}");
    window.press("4");
    assert_eq!(stage(&office, 1), Stage::Lead);
}

#[test]
fn splits_and_their_counts() {
    let office = office_with_leads(DAY, 2);
    let mut window = office.window("wang", Lang::Zh, SIZE);
    let screen = window.press("<f9>4<tab><tab>").screen();
    assert!(screen.contains("我的 1") && screen.contains("L1"), "{screen}");
    let screen = window.press("<backtab>").screen();
    assert!(screen.contains("这一栏没有线索"), "{screen}");
    let screen = window.press("<tab><tab>").screen();
    assert!(screen.contains("全部 2") && screen.contains("L1") && screen.contains("L2"), "{screen}");
}

#[test]
fn what_is_likely_the_same_is_named_and_chosen_by_one_key() {
    let office = office_with_leads(DAY, 1);
    for name in ["深海观测浮标", "别的叫法"] {
        let list = [("name", Value::text(name)), ("phone", Value::text("138-0000-1234"))];
        create(&office, Kind::Lead, &list);
    }
    let mut window = office.window("wang", Lang::Zh, SIZE);
    let screen = window.press("<f9>jj").screen();
    assert!(screen.contains("疑似重复 1 条") && screen.contains("同电话 L2 深海观测浮标"), "{screen}");
    window.press("d1");
    let board = office.engine.board();
    assert_eq!(board.lead(lead(3)).expect("ended").duplicate_of, Some(lead(2)), "{}", window.screen());
}

#[test]
fn while_a_lead_is_typed_the_one_it_repeats_is_named() {
    let office = office_with_leads(DAY, 1);
    create(&office, Kind::Lead, &[("name", Value::text("深海观测浮标项目"))]);
    let mut window = office.window("wang", Lang::Zh, SIZE);
    let screen = window.press("<f9>o").paste("深海观测浮标产业化").screen();
    assert!(screen.contains("疑似重复 1 条：名称相近 L2"), "{screen}");
}

#[test]
fn what_is_marked_is_done_at_once_and_undone_at_once() {
    let office = office_with_leads(DAY, 6);
    let mut window = office.window("wang", Lang::Zh, SIZE);
    let screen = window.press("<f9><space><space>j<space>").screen();
    assert!(screen.contains("已选 3 条"), "{screen}");
    let seq = office.engine.board().head().seq;
    let screen = window.press("4").screen();
    assert!(screen.contains("受理 3 条，归信息（u 撤销）") && screen.contains("已研判 3/6"), "{screen}");
    assert_eq!(office.engine.board().head().seq, seq + 1, "one Transaction");
    assert_eq!([1, 2, 3, 4, 5].map(|no| stage(&office, no) == Stage::Talk), [true, true, false, true, false]);
    window.press("u");
    assert!((1..=6).all(|no| stage(&office, no) == Stage::Lead), "{}", window.screen());
}

#[test]
fn a_range_follows_the_cursor_and_a_dot_does_it_again() {
    let office = office_with_leads(DAY, 6);
    let mut window = office.window("wang", Lang::Zh, SIZE);
    window.press("<f9>").press("vjx5");
    assert_eq!(
        [1, 2, 3].map(|no| stage(&office, no)),
        [Stage::End, Stage::End, Stage::Lead],
        "{}",
        window.screen()
    );
    window.press("j.");
    assert_eq!([3, 4, 5].map(|no| stage(&office, no)), [Stage::Lead, Stage::End, Stage::Lead]);
    window.press("V").press(".");
    assert_eq!([3, 5, 6].map(|no| stage(&office, no)), [Stage::End; 3], "{}", window.screen());
}

#[test]
fn what_cannot_be_done_for_some_is_said_and_the_rest_is_done_or_none() {
    let office = office_with_leads(DAY, 3);
    let mut window = office.window("wang", Lang::Zh, SIZE);
    window.press("<f9>x5");
    assert_eq!(stage(&office, 1), Stage::End);
    // Of all leads the first is ended already.
    let screen = window.press("<f6>V").press("s").paste("等批复").press("<c-s>").screen();
    assert!(screen.contains("3 条中有 1 条办不了") && screen.contains("L1 演示线索1"), "{screen}");
    window.press("2");
    assert_eq!(stage(&office, 2), Stage::Lead, "none");
    window.press("<c-s>1");
    assert_eq!([2, 3].map(|no| stage(&office, no)), [Stage::Park; 2], "{}", window.screen());
}

#[test]
fn several_get_one_note_each_and_one_owner() {
    let office = office_with_leads(DAY, 3);
    let mut window = office.window("wang", Lang::Zh, SIZE);
    window.press("<f9>V").press("n").paste("已统一电话联系").press("<c-s>");
    assert_eq!(office.engine.board().count(Kind::Note), 3, "{}", window.screen());
    window.press("V").press("a").paste("王管理").press("<enter><c-s>");
    let board = office.engine.board();
    assert!((1..=3).all(|no| board.lead(lead(no)).expect("a lead").owner == Some(Id::new(Kind::Person, 1))));
}

/// Arrows, Enter, Esc, Tab, digits and F-keys reach every action on a lead: each stands in the menu.
#[test]
fn the_menu_on_enter_lists_and_does_every_action() {
    let office = office_with_leads(DAY, 2);
    let mut window = office.window("wang", Lang::Zh, (100, 40));
    let screen = window.press("<f9><enter>").screen();
    let admin = guatu::domain::Role::Admin;
    let on_leads = keymap::BINDINGS.iter().filter(|b| b.is_of_record() && b.is_open(admin, Some(Kind::Lead)));
    let actions: Vec<Action> = on_leads.map(|binding| binding.action).collect();
    for action in &actions {
        assert!(screen.contains(action.help(Lang::Zh)), "{action:?}:\n{screen}");
    }
    // The first item opens the detail.
    let downs = actions.iter().position(|action| *action == Action::End).expect("listed") + 1;
    let downs = "<down>".repeat(downs);
    window.press(&downs).press("<enter>");
    assert!(window.screen().contains("投资方放弃"), "{}", window.screen());
    window.press("<down><enter>");
    assert_eq!(stage(&office, 1), Stage::End, "{}", window.screen());
}

#[test]
fn one_who_chose_to_stay_stays_on_the_lead() {
    let office = office_with_leads(DAY, 2);
    let mut window = office.window("wang", Lang::Zh, SIZE);
    window.press(":stay<enter>").press("<f9>").press("4");
    let screen = window.screen();
    assert!(screen.contains("已处理") && screen.contains("待研判 1"), "{screen}");
    assert!(window.prefs.stays);
    window.press("n");
    assert!(window.screen().contains("记事：L1"), "{}", window.screen());
}

#[test]
fn a_verdict_that_was_being_chosen_is_not_given_to_a_lead_that_somebody_moved_meanwhile() {
    let office = office_with_leads(DAY, 3);
    let mut first = office.window("wang", Lang::Zh, SIZE);
    let mut second = office.window("wang", Lang::Zh, SIZE);
    first.press("<f9>").screen();
    second.press("<f9>").press("x").screen();
    first.press("4");
    let screen = second.press("5").screen();
    assert!(screen.contains("L1 刚被别人推进或退回过"), "{screen}");
    let screen = second.press("x").screen();
    assert!(screen.contains("L1 刚被别人处理"), "{screen}");
    assert_eq!([1, 2].map(|no| stage(&office, no)), [Stage::Talk, Stage::Lead]);
}

#[test]
fn accepting_leaves_what_the_lead_says_already() {
    let office = office_with_leads(DAY, 2);
    set(&office, lead(1), &[("next_step", Value::text("补材料")), ("due", day("2026-11-20"))]);
    let mut window = office.window("wang", Lang::Zh, SIZE);
    window.press("<f9><space>4");
    let board = office.engine.board();
    let accepted = board.lead(lead(1)).expect("the lead");
    let due = accepted.due.map(|due| due.to_string());
    assert_eq!((accepted.next_step.as_str(), due.as_deref()), ("补材料", Some("2026-11-20")));
}

#[test]
fn ending_for_another_reason_asks_which() {
    let office = office_with_leads(DAY, 1);
    let mut window = office.window("wang", Lang::Zh, SIZE);
    let screen = window.press("<f9>x8").screen();
    assert!(screen.contains("理由") && screen.contains("其他"), "{screen}");
    window.press("<c-s>");
    assert_eq!(stage(&office, 1), Stage::Lead, "without a word it is not ended:\n{}", window.screen());
    window.paste("园区另有安排").press("<c-s>");
    assert_eq!(stage(&office, 1), Stage::End, "{}", window.screen());
    assert!(window.press("<f8>").screen().contains("园区另有安排"), "{}", window.screen());
}

#[test]
fn the_division_a_lead_is_in_is_shown_and_not_gone_to() {
    let office = office_with_leads(DAY, 1);
    let mut window = office.window("wang", Lang::Zh, SIZE);
    window.press("<f9>R3").paste("归口").press("<c-s>");
    let seq = office.engine.board().head().seq;
    let screen = window.press("R").screen();
    assert!(screen.contains("3 高端服务      现在就在这里"), "{screen}");
    let screen = window.press("3").screen();
    assert!(screen.contains("已经在高端服务，没有改动"), "{screen}");
    assert_eq!(office.engine.board().head().seq, seq);
}

#[test]
fn a_key_of_the_menu_does_what_stands_beside_it() {
    let office = office_with_leads(DAY, 1);
    let mut window = office.window("wang", Lang::Zh, SIZE);
    let screen = window.press("<f9><enter>n").screen();
    assert!(screen.contains("记事：L1"), "{screen}");
    let screen = window.press("<esc><enter>").paste("没有的").screen();
    assert!(screen.contains("没有符合的"), "{screen}");
}

#[test]
fn what_was_done_in_the_inbox_says_until_when_and_how_it_comes_back() {
    let office = office_with_leads(DAY, 2);
    let mut window = office.window("wang", Lang::Zh, SIZE);
    let screen = window.press("<f9>s1").paste("等批复").press("<c-s>").screen();
    assert!(screen.contains("：2026-11-30（u 撤销）"), "{screen}");
    let screen = window.press("<f6>jt<c-u>").paste("2026-12-24").press("<c-s>").screen();
    assert!(screen.contains("：2026-12-24"), "{screen}");
}

#[test]
fn an_empty_inbox_offers_no_verdict() {
    let office = office_with_leads(DAY, 1);
    let mut window = office.window("wang", Lang::Zh, SIZE);
    let screen = window.press("<f9>").screen();
    assert!(screen.contains("1-6 受理"), "{screen}");
    let screen = window.press("x1").screen();
    assert!(!screen.contains("1-6 受理") && !screen.contains("Enter 打开"), "{screen}");
}

#[test]
fn the_inbox_is_filtered_where_it_stands() {
    let office = office_with_leads(DAY, 12);
    let mut window = office.window("wang", Lang::Zh, SIZE);
    let screen = window.press("<f9>/").paste("线索1").screen();
    assert!(screen.contains("待研判 4") && screen.contains("找到 4 条"), "the inbox still:\n{screen}");
    let screen = window.press("<enter>").screen();
    assert!(screen.contains("筛选「线索1」") && !screen.contains("演示线索2"), "{screen}");
    window.press("V4");
    let talks = |no| stage(&office, no) == Stage::Talk;
    assert!([1, 10, 11, 12].into_iter().all(talks) && !talks(2), "{}", window.screen());
    assert!(window.screen().contains("没有符合条件的记录"), "{}", window.screen());
    let screen = window.press("<esc>").screen();
    assert!(screen.contains("演示线索2") && !screen.contains("筛选「"), "{screen}");
    let screen = window.press("/").paste("谁知道:3").press("<enter>").screen();
    assert!(screen.contains("「谁知道:3」没有起作用"), "{screen}");
}

#[test]
fn a_mark_that_somebody_else_has_taken_away_is_told() {
    let office = office_with_leads(DAY, 4);
    create(
        &office,
        Kind::Person,
        &[("name", Value::text("李四")), ("login", Value::text("li")), ("role", Value::Choice("editor"))],
    );
    let mut first = office.window("wang", Lang::Zh, SIZE);
    let mut second = office.window("li", Lang::Zh, SIZE);
    first.press("<f9><space>j<space>");
    assert!(first.screen().contains("已选 2 条"), "{}", first.screen());
    second.press("<f9>jj4");
    let screen = first.screen();
    assert!(screen.contains("L3 刚被别人处理，已取消选择") && screen.contains("已选 1 条"), "{screen}");
    let screen = first.press("4").screen();
    assert!(!screen.contains("已取消选择"), "what one does oneself is no news:\n{screen}");
    // Also where one does it in another view.
    first.press("<space><f6>x5<f9>");
    assert!(!first.screen().contains("已取消选择"), "{}", first.screen());
}

#[test]
fn a_verdict_that_was_refused_leaves_the_cursor_where_it_was() {
    let office = office_with_leads(DAY, 3);
    let mut window = office.window("wang", Lang::Zh, SIZE);
    window.press("<f9>d");
    if window.screen().contains("另一条线索") {
        window.press("<up><enter>");
    }
    let screen = window.paste("L1").press("<enter><c-s>").screen();
    assert!(screen.contains("自己"), "it cannot repeat itself:\n{screen}");
    let screen = window.press("<esc>").screen();
    assert!(screen.contains("要放弃吗"), "{screen}");
    window.press("yx1");
    assert_eq!([1, 2].map(|no| stage(&office, no)), [Stage::End, Stage::Lead], "{}", window.screen());
}
