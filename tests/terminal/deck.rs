//! A meeting over the real server: one presents by a script of keys, another edits, a third follows.

use crate::pty::{House, Window};

const WALL: (u16, u16) = (80, 24);
const DESK: (u16, u16) = (120, 34);

/// Whether the line at the foot says that this slide is up.
fn stands_at(text: &str, at: &str) -> bool {
    text.lines().last().is_some_and(|line| line.trim_end().ends_with(at))
}

#[test]
fn one_presents_while_another_edits_and_a_third_follows() {
    let house = House::new();
    house.found();
    let target = ["name=演示目标", "division=1", "headline=是", "goal=8", "actual=4", "unit=个"];
    let target: Vec<&str> = ["add", "target"].into_iter().chain(target).collect();
    assert!(house.run(&target).status.success());
    let arguments = ["present", "--slides", "title,1,pledges,closing", "--minutes", "30"];
    let mut presenter = Window::run(&arguments, &house.data(), WALL);
    presenter.until("the first slide", |text| stands_at(text, "1/4"));
    let mut editor = house.window(DESK);
    editor.until("who presents", |text| text.contains(":follow"));
    let mut follower = house.window(DESK);
    follower.until("who presents", |text| text.contains(":follow"));
    follower.keys(":follow\r");
    presenter.until("one follows", |text| text.contains("1人跟随"));
    presenter.keys(" ");
    for window in [&presenter, &follower] {
        window.until("the division", |text| text.contains("4/8个") && text.contains("/4"));
    }
    // Somebody changes a figure: it stands on both.
    assert!(house.run(&["set", "T1", "actual=6"]).status.success());
    for window in [&presenter, &follower] {
        window.until("the new figure", |text| text.contains("6/8个"));
    }
    presenter.keys("c");
    presenter.until("the line", |text| text.contains("还缺"));
    let owner = String::from_utf8(house.run(&["list", "people", "--csv"]).stdout).expect("UTF-8");
    let owner = owner.lines().nth(1).and_then(|line| line.split(',').nth(1)).expect("the founder").to_owned();
    presenter.keys(&format!("签约演示项目 2个 {owner} 2099-12-31"));
    presenter.until("all is there", |text| text.contains("2099-12-31") && !text.contains("还缺"));
    presenter.keys("\r");
    presenter.until("it is made", |text| !text.contains("换事业部"));
    presenter.keys(" ");
    for window in [&presenter, &follower] {
        window.until("the commitment", |text| text.contains("签约演示项目") && text.contains("2099-12-31"));
    }
    let report = house.run(&["report", "pledges", "--csv"]);
    assert!(String::from_utf8_lossy(&report.stdout).contains("签约演示项目"));
    presenter.keys("\x1b");
    presenter.until("the board", |text| text.contains("海洋"));
    follower.until("the end", |text| text.contains("投影已结束"));
    editor.keys("q");
    assert_eq!(editor.exit_code(), 0);
    presenter.keys("q");
    assert_eq!(presenter.exit_code(), 0);
    presenter.assert_restored();
}

#[test]
fn a_slide_that_is_not_there_is_told_before_anything_is_opened() {
    let house = House::new();
    let output = house.run(&["present", "--slides", "title,nosuch"]);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("nosuch") && said.contains("pledges"), "{said}");
    let output = house.run(&["present"]);
    assert_eq!(output.status.code(), Some(1), "no terminal");
}

#[test]
fn the_wall_shows_slides_again_after_the_server_has_started_anew() {
    let house = House::new();
    house.found();
    let mut presenter = Window::run(&["present", "--slides", "closing,1"], &house.data(), WALL);
    presenter.until("the first slide", |text| stands_at(text, "1/2"));
    presenter.keys(" ");
    presenter.until("the second slide", |text| stands_at(text, "2/2"));
    assert!(house.run(&["server", "restart"]).status.success());
    presenter.until("the deck from its begin", |text| stands_at(text, "1/2"));
    assert_eq!(presenter.leave(), 0);
}
