//! A lead from its first line to its end.

use chrono::TimeDelta;
use guatu::domain::{Id, Kind, Lang, Stage};
use guatu::engine::Clock;

use crate::desk::Office;
use crate::records::{lead, stage};

const DAY: &str = "2026-11-23";
const SIZE: (u16, u16) = (100, 30);

/// An office with one lead in division 1, created by keys.
fn with_lead(office: &Office) {
    let mut window = office.window("wang", Lang::Zh, SIZE);
    window.press("o").paste("演示深海机器人").press("<c-s>");
    assert!(window.screen().contains("新建 L1 演示深海机器人"), "{}", window.screen());
}

#[test]
fn it_is_created_and_seen_in_another_window() {
    let office = Office::founded(DAY);
    let mut other = office.window("li", Lang::En, SIZE);
    assert!(!other.screen().contains("演示深海机器人"));
    with_lead(&office);
    assert!(other.screen().contains("演示深海机器人"));
}

#[test]
fn a_new_lead_is_listed_at_once() {
    let office = Office::founded(DAY);
    let mut window = office.window("wang", Lang::Zh, (80, 24));
    for (name, place) in [("演示甲", "1/1"), ("演示乙", "2/2")] {
        let screen = window.press("<f6>o").paste(name).press("<c-s>").screen();
        assert!(screen.contains(place), "{screen}");
        let row = screen.lines().find(|line| line.contains(name)).unwrap_or_default();
        assert!(row.contains("线索"), "{screen}");
    }
}

#[test]
fn a_form_saved_without_what_it_should_have_says_so() {
    let office = Office::founded(DAY);
    let mut window = office.window("wang", Lang::Zh, SIZE);
    window.press("o");
    assert!(window.screen().contains("~ 宜填"), "{}", window.screen());
    window.paste("演示深海机器人").press("<c-s>");
    assert!(window.screen().contains("宜补：线索来源"), "{}", window.screen());
}

#[test]
fn a_form_without_a_name_says_so_beside_the_field() {
    let office = Office::founded(DAY);
    let mut window = office.window("wang", Lang::Zh, SIZE);
    window.press("o<c-s>");
    let screen = window.screen();
    let row = screen.lines().find(|line| line.contains("项目名称")).expect("the field's row");
    assert!(row.contains("不能为空"), "{screen}");
    assert_eq!(office.engine.board().leads().len(), 0);
}

#[test]
fn a_move_asks_only_what_is_missing() {
    let office = Office::founded(DAY);
    with_lead(&office);
    let mut window = office.window("wang", Lang::Zh, SIZE);
    window.press("<f6>L");
    let form = window.screen();
    for asked in ["责任人", "下一步计划", "完成时限", "研判意见"] {
        assert!(form.contains(asked), "{asked} is asked:\n{form}");
    }
    assert!(!form.contains("事业部*"), "the division is known:\n{form}");
    window.press("王管理<enter>").paste("约见投资方").press("<c-s>");
    assert_eq!(stage(&office, 1), Stage::Talk, "{}", window.screen());
    let board = office.engine.board();
    let lead = board.lead(lead(1)).expect("the lead");
    assert_eq!(lead.next_step, "约见投资方");
    assert_eq!(lead.due.map(|d| d.to_string()).as_deref(), Some("2026-12-07"), "fourteen days on");
    assert_eq!(lead.verdict_by, "wang");
}

#[test]
fn it_is_undone_and_redone_by_name() {
    let office = Office::founded(DAY);
    with_lead(&office);
    let mut window = office.window("wang", Lang::Zh, SIZE);
    window.press("u");
    assert!(window.screen().contains("撤销"), "{}", window.screen());
    assert_eq!(office.engine.board().leads().len(), 0);
    window.press("U");
    assert_eq!(office.engine.board().leads().len(), 1);
    window.press("uu");
    assert!(window.screen().contains("没有可撤销"), "{}", window.screen());
}

#[test]
fn it_is_parked_ended_and_brought_back() {
    let office = Office::founded(DAY);
    with_lead(&office);
    let mut window = office.window("wang", Lang::Zh, SIZE);
    window.press("<f6>s").paste("等土地指标").press("<c-s>");
    assert_eq!(stage(&office, 1), Stage::Park, "{}", window.screen());
    window.press("L");
    assert_eq!(stage(&office, 1), Stage::Lead, "{}", window.screen());
    window.press("x资金问题<enter><c-s>");
    assert_eq!(stage(&office, 1), Stage::End, "{}", window.screen());
    window.press("H").paste("资金落实了").press("<c-s>");
    assert_eq!(stage(&office, 1), Stage::Lead, "{}", window.screen());
}

#[test]
fn a_note_ends_its_silence() {
    let office = Office::founded(DAY);
    with_lead(&office);
    office.clock.set("2026-11-30T04:00:00Z".parse().expect("a moment"));
    office.engine.act("wang", guatu::engine::Act::Turn).expect("a new day");
    let mut window = office.window("wang", Lang::Zh, SIZE);
    assert!(window.press("<f6>").screen().contains("红"), "{}", window.screen());
    window.press("n").paste("已约定考察").press("<c-s>");
    let screen = window.press("<enter>").screen();
    assert!(screen.contains("已约定考察"), "{screen}");
    assert!(!office.engine.board().index().notes(lead(1)).collect::<Vec<_>>().is_empty());
    assert_eq!(office.engine.board().index().light(lead(1)).signal, guatu::domain::Signal::Green);
}

#[test]
fn a_support_request_is_raised_for_it() {
    let office = Office::founded(DAY);
    with_lead(&office);
    let mut window = office.window("wang", Lang::Zh, SIZE);
    window.press("<f6>b");
    let form = window.screen();
    assert!(form.contains("承办单位"), "{form}");
    window.press("综合<enter>").paste("协调用电").press("<c-s>");
    let board = office.engine.board();
    assert_eq!(board.requests().len(), 1, "{form}");
    assert_eq!(board.index().requests(lead(1)).count(), 1);
}

#[test]
fn what_is_typed_takes_the_place_of_a_name_that_stood_there() {
    let office = Office::founded(DAY);
    let mut window = office.window("wang", Lang::Zh, (80, 24));
    window.press("<f6>o").paste("演示甲").press("<c-s>a").paste("王").press("<enter><c-s>");
    let owner =
        |office: &Office| office.engine.board().lead(Id::new(Kind::Lead, 1)).and_then(|lead| lead.owner);
    assert!(owner(&office).is_some(), "{}", window.screen());
    let screen = window.press("a").paste("没有这个人").screen();
    assert!(screen.contains("没有这个人") && !screen.contains("王管理没"), "{screen}");
}

#[test]
fn a_leads_history_holds_its_notes() {
    let office = Office::founded(DAY);
    let mut window = office.window("wang", Lang::Zh, (80, 24));
    window.press("<f6>o").paste("演示深海机器人").press("<c-s>n").paste("通了电话").press("<c-s>i");
    let screen = window.screen();
    assert!(screen.contains("记事 L1 演示深海机器人") && screen.contains("通了电话"), "{screen}");
}

#[test]
fn a_note_of_several_lines_is_written_in_ones_own_editor() {
    let office = Office::founded(DAY);
    with_lead(&office);
    let mut window = office.window("wang", Lang::Zh, SIZE);
    window.press("<f6>n").paste("首次电话").press("<c-e>");
    assert!(window.screen().contains("另起一行"), "{}", window.screen());
    window.press("<c-s>");
    let board = office.engine.board();
    let note = board.index().notes(lead(1)).next().and_then(|id| board.note(id)).expect("a note");
    assert_eq!(note.text, "首次电话\n另起一行");
}

#[test]
fn the_detail_of_a_key_held_down_follows_when_the_key_rests_and_verbs_do_not_wait_for_it() {
    let office = Office::founded(DAY);
    let mut window = office.window("wang", Lang::Zh, (120, 34));
    for name in ["演示甲", "演示乙", "演示丙", "演示丁"] {
        window.press("<f6>o").paste(name).press("<c-s>");
    }
    window.press("g").screen();
    office.clock.set(office.clock.now() + TimeDelta::seconds(1));
    let told = |screen: &str| screen.lines().nth(2).unwrap_or_default().to_owned();
    let first = window.press("j").at_once();
    assert!(told(&first).contains("L2 演示乙"), "one press is followed at once: {first}");
    assert!(!window.muted().contains("L2演示乙"));
    let held = window.press("j").at_once();
    assert!(held.contains("3/4") && told(&held).contains("L2 演示乙"), "{held}");
    assert!(window.muted().contains("L2演示乙"), "it does not claim to be of the row under the cursor");
    assert!(window.press("e").at_once().contains("L3"), "a verb is about the row under the cursor");
    let rested = window.press("<esc>").screen();
    assert!(told(&rested).contains("L3 演示丙"), "{rested}");
    assert!(!window.muted().contains("L3演示丙"));
    assert_eq!(window.app.wakes(office.clock.now()), None, "nothing is waited for");
    let page = window.press("zl").at_once();
    assert!(page.contains("L4 演示丁"), "a page that fills the window follows at once: {page}");
}
