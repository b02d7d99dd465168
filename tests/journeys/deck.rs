//! A meeting: one presents, another edits meanwhile, a third follows.

use chrono::TimeDelta;
use guatu::domain::{Id, Kind, Lang, Value};
use guatu::engine::Clock;
use guatu::ui::Event;
use guatu::ui::views::deck::Wishes;

use crate::desk::{Office, Window};
use crate::records::{create, day, set};

const DAY: &str = "2026-11-25";
const SIZE: (u16, u16) = (80, 24);

/// A division with a headline target half reached and a red lead; somebody who answers for them.
fn office() -> Office {
    let office = Office::founded(DAY);
    let division = ("division", Value::Ref(Id::division(1)));
    create(
        &office,
        Kind::Target,
        &[
            ("name", Value::text("演示主目标")),
            division.clone(),
            ("headline", Value::Flag(true)),
            ("unit", Value::text("个")),
            ("goal", Value::Number(8)),
            ("actual", Value::Number(4)),
            ("start", day("2026-01-01")),
            ("due", day("2026-12-31")),
        ],
    );
    let secret = ("confidential", Value::Flag(true));
    for (name, phone, extra) in
        [("演示深海项目", "13900000001", None), ("演示绝密项目", "13900000002", Some(secret))]
    {
        let mut fields = vec![
            ("name", Value::text(name)),
            division.clone(),
            ("stage", Value::Choice("talk")),
            ("owner", Value::Ref(Id::new(Kind::Person, 1))),
            ("contact", Value::text("演示联系人")),
            ("phone", Value::text(phone)),
            ("next_step", Value::text("约谈")),
            ("due", day("2026-11-20")),
        ];
        fields.extend(extra);
        create(&office, Kind::Lead, &fields);
    }
    office
}

/// So much time goes by.
fn later(office: &Office, time: TimeDelta) {
    office.clock.set(office.clock.now() + time);
}

/// The line at the foot.
fn foot(window: &mut Window<'_>) -> String {
    window.screen().lines().last().unwrap_or_default().to_owned()
}

#[test]
fn a_clicker_turns_the_slides_and_one_comes_back_to_the_same_cursor() {
    let office = office();
    let mut window = office.window("wang", Lang::Zh, SIZE);
    let before = window.press("<f6>j").screen();
    assert!(foot(window.press("p")).contains("1/17"));
    for (keys, at) in [
        ("<right>", "2/17"),
        ("<pgdn><space><enter>", "5/17"),
        ("<left><pgup>", "3/17"),
        ("jl", "5/17"),
        ("kh<backspace>", "2/17"),
        ("G", "17/17"),
        ("<right>", "17/17"),
        ("gg", "1/17"),
        ("<left>", "1/17"),
        ("6", "11/17"),
        ("12", "7/17"),
        ("g05G", "5/17"),
        ("<end>", "17/17"),
        ("<home>", "1/17"),
        ("99G", "17/17"),
    ] {
        let foot = foot(window.press(keys));
        assert!(foot.contains(at), "{keys}: {foot}");
    }
    let index = window.press("i").screen();
    assert!(index.contains("红灯清单") && index.contains("军令状"), "{index}");
    assert!(foot(window.press("军令状<enter>")).contains("15/17"));
    assert_eq!(window.press("b").screen().trim(), "", "black");
    assert!(foot(window.press(".")).contains("15/17"), "and back");
    assert!(foot(window.press("b<esc>")).contains("15/17"), "from black back to the slide");
    assert!(foot(window.press("b<right>")).contains("16/17"), "a turn brings the picture back");
    assert_eq!(window.press("<esc>").screen(), before);
    assert!(foot(window.press("p")).contains("16/17"), "one Esc too many loses nothing");
    window.press("q");
    later(&office, TimeDelta::minutes(11));
    assert!(foot(window.press("p")).contains("1/17"), "another meeting begins anew");
}

#[test]
fn a_commitment_is_a_target_of_the_meeting_and_stands_on_its_slide_at_once() {
    let office = office();
    let mut window = office.window("wang", Lang::Zh, SIZE);
    let screen = window.press("p4c").screen();
    assert!(screen.contains("信息") && screen.contains("还缺：做什么、时限、责任人"), "{screen}");
    window.paste("签约数据中心项目 2个 12月底");
    let screen = window.press("<enter>").screen();
    assert!(screen.contains("还缺：责任人"), "not yet: {screen}");
    window.paste(" 王管理");
    let screen = window.screen();
    assert!(screen.contains("信息  签约数据中心项目  2个  2026-12-31  王管理"), "{screen}");
    window.press("<enter>");
    let board = office.engine.board();
    let target = board.target(Id::new(Kind::Target, 2)).expect("a target");
    assert_eq!((target.division, target.goal, target.unit.as_str()), (Some(Id::division(4)), 2, "个"));
    let mark = target.pledged.and_then(|id| board.mark(id)).expect("the meeting");
    assert_eq!(mark.name, "动员会 2026-11-25");
    drop(board);
    let screen = window.press("g15G").screen();
    assert!(screen.contains("签约数据中心项目") && screen.contains("2026-12-31"), "{screen}");
    // Taken back, it is gone from there too.
    let screen = window.press("u<right><left>").screen();
    assert!(!screen.contains("签约数据中心项目"), "{screen}");
    // The meeting goes on later that day under the same mark.
    window.press("<esc>p");
    assert_eq!(office.engine.board().marks().len(), 1);
}

#[test]
fn what_others_change_stands_on_the_slide_and_is_lit_for_a_while() {
    let office = office();
    let mut window = office.window("wang", Lang::Zh, SIZE);
    let screen = window.press("p1").screen();
    assert!(screen.contains("4/8个"), "{screen}");
    assert!(window.lit().is_empty());
    set(&office, Id::new(Kind::Target, 1), &[("actual", Value::Number(6))]);
    assert!(window.screen().contains("6/8个"));
    assert!(window.lit().contains("6/8个"), "{:?}", window.lit());
    later(&office, TimeDelta::seconds(7));
    window.event(Event::Tick);
    window.screen();
    assert!(window.lit().is_empty(), "{:?}", window.lit());
    window.press(":highlight<enter>");
    set(&office, Id::new(Kind::Target, 1), &[("actual", Value::Number(7))]);
    assert!(window.screen().contains("7/8个") && window.lit().is_empty(), "off by the setting");
}

#[test]
fn others_follow_each_in_their_own_way_and_see_nothing_confidential() {
    let office = office();
    let mut presenter = office.window("wang", Lang::Zh, SIZE);
    let mut other = office.window("wang", Lang::En, (120, 34));
    assert!(other.press(":follow<enter>").screen().contains("Nobody is presenting"));
    presenter.event(Event::Present(Wishes { shows: true, minutes: Some(30), ..Wishes::default() }));
    presenter.press("1");
    assert!(presenter.screen().contains("演示绝密项目"), "asked for");
    assert!(other.screen().contains("has begun to present"), "{}", other.screen());
    let followed = other.press(":follow<enter>").screen();
    assert!(followed.contains("深海") && foot(&mut other).contains("6/17"), "{followed}");
    assert!(followed.contains("Confidential project") && !followed.contains("演示绝密项目"), "{followed}");
    assert!(!followed.contains("13900000001"), "{followed}");
    assert!(foot(&mut presenter).contains("1人跟随"), "{}", foot(&mut presenter));
    presenter.press("<right>");
    assert!(foot(&mut other).contains("7/17"), "{}", foot(&mut other));
    let told = foot(other.press("<right>"));
    assert!(told.contains("Following") && told.contains("Esc"), "{told}");
    presenter.press("b");
    assert_eq!(other.screen().trim(), "", "black for all");
    presenter.press("b<esc>");
    let back = other.screen();
    assert!(back.contains("The presentation is over") && !back.contains("7/17"), "{back}");
}

#[test]
fn the_time_is_told_by_the_minute_and_too_much_of_it_is_marked() {
    let office = office();
    let mut window = office.window("wang", Lang::Zh, SIZE);
    window.event(Event::Present(Wishes { minutes: Some(20), ..Wishes::default() }));
    window.press("<right>");
    let now = office.clock.now();
    let wakes = window.app.wakes(now).expect("a clock is shown");
    assert!(wakes - now <= TimeDelta::minutes(1));
    later(&office, TimeDelta::minutes(3));
    window.event(Event::Tick);
    assert!(foot(&mut window).contains("本页3分  已3/20分  12:03"), "{}", foot(&mut window));
    later(&office, TimeDelta::minutes(20));
    assert!(foot(&mut window).contains("超时3分"), "{}", foot(&mut window));
    let hidden = foot(window.press("t"));
    assert!(!hidden.contains("超时"), "{hidden}");
    assert_eq!(window.app.wakes(now), None, "nothing wakes where no time is shown");
}

#[test]
fn a_loop_turns_by_itself_and_begins_anew() {
    let office = office();
    let mut window = office.window("wang", Lang::Zh, SIZE);
    let slides = "title,1,closing".to_owned();
    window.event(Event::Present(Wishes { slides, seconds: Some(20), ..Wishes::default() }));
    let mut seen = Vec::new();
    for _ in 0..4 {
        let foot = foot(&mut window);
        seen.push(foot.split_whitespace().last().unwrap_or_default().to_owned());
        window.event(Event::Tick);
        assert!(self::foot(&mut window).contains(seen.last().expect("one")), "not before its time");
        later(&office, TimeDelta::seconds(20));
        window.event(Event::Tick);
    }
    assert_eq!(seen, ["1/3", "2/3", "3/3", "1/3"]);
    window.press("b");
    later(&office, TimeDelta::seconds(60));
    window.event(Event::Tick);
    assert_eq!(window.screen().trim(), "", "a black wall stays black");
    assert!(foot(window.press("b")).contains("2/3"));
}

#[test]
fn digits_are_of_a_number_only_while_it_is_typed() {
    let office = office();
    let mut window = office.window("wang", Lang::Zh, SIZE);
    assert!(foot(window.press("p3")).contains("8/17"));
    later(&office, TimeDelta::seconds(4));
    window.event(Event::Tick);
    assert!(foot(window.press("<end>")).contains("17/17"), "the 3 is forgotten");
}

#[test]
fn a_board_of_the_past_is_shown_and_nothing_is_promised_on_it() {
    let office = office();
    later(&office, TimeDelta::days(3));
    office.engine.act("wang", guatu::engine::Act::Turn).ok();
    let mut window = office.window("wang", Lang::Zh, SIZE);
    let screen = window.press(":at 2026-11-25<enter>").press("p1").screen();
    assert!(screen.contains("2026-11-25"), "{screen}");
    window.press("c");
    assert!(!window.screen().contains("还缺"), "{}", window.screen());
    window.press("<esc>:now<enter>");
    assert_eq!(office.engine.board().marks().len(), 0);
    window.press("p");
    let board = office.engine.board();
    let (_, mark) = board.marks().iter().next().expect("today's meeting");
    assert_eq!(mark.name, "动员会 2026-11-28");
}

#[test]
fn what_is_said_on_the_wall_is_veiled_too() {
    let office = office();
    let mut window = office.window("wang", Lang::Zh, SIZE);
    set(&office, Id::new(Kind::Lead, 2), &[("content", Value::text("演示"))]);
    window.press("p:mouse<enter>:mouse<enter>");
    let undone = window.press("u").press("u").screen();
    assert!(undone.contains("已撤销") && !undone.contains("绝密"), "{undone}");
    let typed = window.press(":L2").screen();
    assert!(!typed.contains("绝密"), "{typed}");
    let refused = window.press("<enter>").screen();
    assert!(refused.contains("先按 Esc") && !refused.contains("绝密"), "{refused}");
}

#[test]
fn who_only_looks_presents_too_but_sets_no_mark_and_commits_nothing() {
    let office = office();
    let mut window = office.window("gast", Lang::Zh, SIZE);
    assert!(window.press("p").screen().contains("1/17"));
    assert_eq!(office.engine.board().marks().len(), 0);
    let refused = window.press("1c").screen();
    assert!(refused.contains("gast") && !refused.contains("还缺"), "{refused}");
}

#[test]
fn the_wall_has_a_theme_of_its_own() {
    let office = office();
    let mut window = office.window("wang", Lang::Zh, SIZE);
    let desk = window.ground();
    let wall = window.press("p").ground();
    assert_ne!(wall, desk, "one for projectors");
    window.press("T").paste("paper");
    window.press("<enter>");
    assert_eq!((window.prefs.projector.as_str(), window.prefs.theme.as_str()), ("paper", ""));
    let paper = window.ground();
    assert!(paper != wall && paper != desk);
    assert_eq!(window.press("<esc>").ground(), desk);
    assert_eq!(window.press("p").ground(), paper, "and it is remembered");
}
