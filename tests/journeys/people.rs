//! Several people at one board: rights, conflicts, drafts.

use guatu::domain::{Id, Kind, Lang};
use guatu::ui::Event;

use crate::desk::Office;

const SIZE: (u16, u16) = (100, 30);

fn office() -> Office {
    let office = Office::founded("2026-11-23");
    let mut window = office.window("wang", Lang::Zh, SIZE);
    window.press("o").paste("演示深海机器人").press("<c-s>");
    drop(window);
    office
}

/// Puts a login on the roster, by keys.
fn enrol(office: &Office, name: &str, login: &str, role: &str) {
    let mut window = office.window("wang", Lang::Zh, SIZE);
    window.press(":show_people<enter>o").paste(name).press("<tab><tab><tab>").paste(login);
    window.press("<tab>").press(role).press("<enter><c-s>");
    assert!(office.engine.board().person_by_login(login).is_some(), "{}", window.screen());
}

#[test]
fn an_unknown_login_looks_and_sees_no_editing_keys() {
    let office = office();
    let mut window = office.window("li", Lang::Zh, SIZE);
    let screen = window.press("<f6>").screen();
    let footer = screen.lines().last().unwrap_or_default();
    for word in ["新建", "推进", "修改", "撤销"] {
        assert!(!footer.contains(word), "{footer}");
    }
    window.press("o");
    assert!(window.screen().contains("只有查看权限"), "{}", window.screen());
    window.press("?");
    assert!(!window.screen().contains("推进一个阶段"), "{}", window.screen());
}

#[test]
fn an_admin_gives_rights() {
    let office = office();
    enrol(&office, "李四", "li", "编辑");
    let mut window = office.window("li", Lang::Zh, SIZE);
    window.press("<f6>o").paste("演示海洋观测浮标").press("<c-s>");
    assert_eq!(office.engine.board().leads().len(), 2, "{}", window.screen());
}

#[test]
fn an_editor_is_not_offered_the_roster() {
    let office = office();
    enrol(&office, "李四", "li", "编辑");
    let mut window = office.window("li", Lang::Zh, SIZE);
    window.press(":show_people<enter>");
    let screen = window.screen();
    let footer = screen.lines().last().unwrap_or_default();
    assert!(!footer.contains("新建") && !footer.contains("修改"), "{footer}");
    for key in ["o", "e"] {
        assert!(window.press(key).screen().contains("管理"), "{key}: {}", window.screen());
    }
    let screen = window.press("<f6>").screen();
    assert!(
        screen.lines().last().unwrap_or_default().contains("新建"),
        "leads are an editor's work:\n{screen}"
    );
}

#[test]
fn different_fields_both_succeed() {
    let office = office();
    enrol(&office, "李四", "li", "编辑");
    let mut one = office.window("wang", Lang::Zh, SIZE);
    let mut two = office.window("li", Lang::Zh, SIZE);
    one.press("<f6>e").paste("YS-1");
    two.press("<f6>e<tab><tab><tab><tab><tab><tab>").paste("展会");
    one.press("<c-s>");
    two.press("<c-s>");
    let board = office.engine.board();
    let lead = board.lead(Id::new(Kind::Lead, 1)).expect("the lead");
    assert_eq!((lead.code.as_str(), lead.source.as_str()), ("YS-1", "展会"));
}

#[test]
fn of_the_same_field_the_second_sees_both_values_and_chooses() {
    let office = office();
    enrol(&office, "李四", "li", "编辑");
    let mut one = office.window("wang", Lang::Zh, SIZE);
    let mut two = office.window("li", Lang::Zh, SIZE);
    one.press("<f6>e").paste("YS-1");
    two.press("<f6>e").paste("YS-2");
    one.press("<c-s>");
    two.press("<c-s>");
    let screen = two.screen();
    assert!(screen.contains("YS-1") && screen.contains("YS-2"), "{screen}");
    two.press("<enter><c-s>");
    let board = office.engine.board();
    let code = &board.lead(Id::new(Kind::Lead, 1)).expect("the lead").code;
    assert_eq!(code, "YS-2", "{}", two.screen());
}

/// Two editors and a lead with a note, a next step and its date.
fn pending() -> (Office, Id) {
    let office = office();
    enrol(&office, "李四", "li", "编辑");
    let mut window = office.window("wang", Lang::Zh, SIZE);
    window.press("<f6>n").paste("初谈").press("<tab><tab>").paste("约见投资方");
    window.press("<tab>").paste("+14d").press("<c-s>");
    drop(window);
    let id = Id::new(Kind::Lead, 1);
    assert_eq!(office.engine.board().lead(id).expect("the lead").next_step, "约见投资方");
    (office, id)
}

#[test]
fn a_note_leaves_what_others_changed_meanwhile() {
    let (office, id) = pending();
    let mut one = office.window("wang", Lang::Zh, SIZE);
    let mut two = office.window("li", Lang::Zh, SIZE);
    one.press("<f6>n").paste("通了电话");
    two.press("<f6>n").paste("见面").press("<tab><tab><c-u>").paste("签约").press("<c-s>");
    one.press("<c-s>");
    let board = office.engine.board();
    assert_eq!(board.lead(id).expect("the lead").next_step, "签约", "{}", one.screen());
    assert_eq!(board.index().notes(id).count(), 3, "{}", one.screen());
}

#[test]
fn a_date_alone_is_set_with_a_note() {
    let office = office();
    let mut window = office.window("wang", Lang::Zh, SIZE);
    window.press("<f6>n").paste("通了电话").press("<tab><tab><tab>").paste("2026-12-24").press("<c-s>");
    let board = office.engine.board();
    let due = board.lead(Id::new(Kind::Lead, 1)).expect("the lead").due;
    assert_eq!(due.map(|due| due.to_string()).as_deref(), Some("2026-12-24"), "{}", window.screen());
}

#[test]
fn two_who_set_one_date_see_both() {
    let (office, id) = pending();
    let mut one = office.window("wang", Lang::Zh, SIZE);
    let mut two = office.window("li", Lang::Zh, SIZE);
    one.press("<f6>t<c-u>").paste("2026-12-24");
    two.press("<f6>t<c-u>").paste("2026-12-31").press("<c-s>");
    one.press("<c-s>");
    let screen = one.screen();
    assert!(screen.contains("12-24") && screen.contains("12-31"), "{screen}");
    let due = office.engine.board().lead(id).expect("the lead").due;
    assert_eq!(due.map(|due| due.to_string()).as_deref(), Some("2026-12-31"));
}

#[test]
fn an_undo_that_cannot_be_says_so_first() {
    let (office, _) = pending();
    let mut one = office.window("wang", Lang::Zh, (80, 24));
    let mut two = office.window("li", Lang::Zh, SIZE);
    one.press("<f6>t<c-u>").paste("2026-12-24").press("<c-s>");
    two.press("<f6>t<c-u>").paste("2026-12-31").press("<c-s>");
    let screen = one.press("u").screen();
    assert!(screen.contains("没有撤销：李四 已把 L1 的"), "{screen}");
    assert!(screen.contains("改为「2026-12-31」，请直接修改。"), "in sight at 80 columns:\n{screen}");
}

#[test]
fn a_half_typed_form_is_offered_again_after_the_link_dropped() {
    let office = office();
    let mut window = office.window("wang", Lang::Zh, SIZE);
    window.press("o").paste("演示半张表单");
    let draft = window.app.draft().expect("a form is open");
    drop(window);
    let mut again = office.window("wang", Lang::Zh, SIZE);
    again.kept = Some(draft.clone());
    again.event(Event::Draft(draft.clone()));
    assert!(again.screen().contains("要接着填吗"), "{}", again.screen());
    again.press("<esc>o<c-s>").paste("演示另一条").press("<c-s>");
    assert!(again.kept.is_some(), "not answered, it is offered again");
    again.event(Event::Draft(draft));
    again.press("<enter>");
    assert!(again.kept.is_none(), "it is a form like any other now");
    assert!(again.screen().contains("演示半张表单"), "{}", again.screen());
    again.press("<c-s>");
    assert_eq!(office.engine.board().leads().len(), 3);
}
