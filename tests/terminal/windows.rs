//! Windows on the board: open, share, resize, paste, stay quiet.

use std::time::{Duration, Instant};

use crate::SIZE;
use crate::pty::{House, Window, until};

#[test]
fn the_first_start_founds_the_board_and_the_next_window_is_seen() {
    let house = House::new();
    let mut first = house.window(SIZE);
    first.until_open();
    let alone = first.text();
    let mut second = house.window(SIZE);
    second.until_open();
    first.until("the second person", |text| text.lines().next() != alone.lines().next());
    second.keys("q");
    assert_eq!(second.exit_code(), 0);
    second.assert_restored();
    first.until("alone again", |text| text.lines().next() == alone.lines().next());
    first.keys("q");
    assert_eq!(first.exit_code(), 0);
    first.assert_restored();
}

#[test]
fn a_form_that_was_open_when_the_link_dropped_is_offered_again() {
    let house = House::new();
    let mut window = house.window(SIZE);
    window.until_open();
    window.keys("\x1b[17~");
    window.until("the leads", |text| !text.contains("海洋技术装备"));
    window.keys("o");
    window.until("a form", |text| text.contains("项目名称"));
    window.keys("蓝鲸试验");
    window.until("what was typed", |text| text.contains("蓝鲸试验"));
    window.hang_up();
    window.exit_code();
    let mut again = house.window(SIZE);
    again.until("the offer", |text| text.contains("要接着填吗"));
    again.keys("y");
    again.until("the form", |text| text.contains("蓝鲸试验"));
}

#[test]
fn a_form_that_was_open_when_the_server_was_killed_is_offered_again() {
    let house = House::new();
    let mut window = house.window(SIZE);
    window.until_open();
    window.keys("o");
    window.until("a form", |text| text.contains("项目名称"));
    window.keys("蓝鲸试验");
    let other = || {
        let mut other = house.window(SIZE);
        other.until_open();
        let is_offered = other.text().contains("要接着填吗");
        other.keys("q");
        is_offered
    };
    assert!(!other(), "the window that it is open in is there still");
    // It is kept before long, not at every key.
    until("it is kept", || house.holds("蓝鲸试验"));
    house.kill_server();
    window.exit_code();
    let mut again = house.window(SIZE);
    again.until("the offer", |text| text.contains("新建线索") && text.contains("要接着填吗"));
    let third = house.window(SIZE);
    third.until_open();
    assert!(!third.text().contains("要接着填吗"), "it is offered once");
    again.keys("y");
    again.until("the form", |text| text.contains("蓝鲸试验"));
    again.keys("\x13");
    again.until("what was saved", |text| text.contains("新建 L1 蓝鲸试验"));
    again.keys("q");
    assert_eq!(again.exit_code(), 0);
    house.kill_server();
    let last = house.window(SIZE);
    last.until_open();
    assert!(!last.text().contains("要接着填吗"), "it is saved");
}

#[test]
fn ctrl_j_breaks_the_line_of_a_long_text() {
    let house = House::new();
    house.found();
    let mut window = house.window(SIZE);
    window.until_open();
    window.keys("\x1b[17~n");
    window.until("a form", |text| text.contains("内容"));
    window.keys("第一行\n第二行\x13");
    window.until("the note", |text| text.contains("记事 L1"));
    window.keys("q");
    window.until("the board", |text| text.trim_end().ends_with("退出"));
    window.keys("q");
    window.exit_code();
    let notes = house.run(&["list", "note", "--json"]);
    let notes = String::from_utf8_lossy(&notes.stdout);
    assert!(notes.contains("第一行\\n第二行"), "{notes}");
}

#[test]
fn a_small_terminal_is_told_and_a_large_one_drawn_whole_again() {
    let house = House::new();
    let mut window = house.window(SIZE);
    window.until_open();
    let before = window.text();
    window.resize(20, 5);
    window
        .until("less", |text| text.lines().all(|line| line.chars().count() <= 20) && !text.contains("在线"));
    window.resize(80, 24);
    window.until("the same again", |text| text == before);
    window.keys("q");
    assert_eq!(window.exit_code(), 0);
}

#[test]
fn a_terminal_that_is_given_its_size_late_is_drawn() {
    let house = House::new();
    house.found();
    for _ in 0..5 {
        let mut window = house.window((2, 2));
        window.resize(80, 24);
        window.until_open();
        window.keys("q");
        assert_eq!(window.exit_code(), 0);
    }
}

#[test]
fn a_window_looks_back_at_a_day_while_the_others_go_on() {
    let house = House::new();
    let (mut back, mut on) = (house.window(SIZE), house.window(SIZE));
    back.until_open();
    on.until_open();
    back.keys(":at 今天\r");
    back.until("the board of the day", |text| text.lines().next().is_some_and(|line| line.contains("回看")));
    back.keys("\x1b[17~o");
    back.until("that nothing can be changed", |text| text.contains("不能修改"));
    on.keys("\x1b[17~o");
    on.until("a form", |text| text.contains("项目名称"));
    on.keys("蓝鲸试验\x13");
    on.until("what was saved", |text| text.contains("新建 L1 蓝鲸试验"));
    assert!(!back.text().contains("蓝鲸试验"));
    back.keys(":now\r");
    back.until("the board of now", |text| text.contains("蓝鲸试验") && !text.contains("回看"));
    back.keys(":at 昨天\r");
    back.until("that there was none", |text| text.contains("最早可看"));
}

#[test]
fn a_pasted_text_and_an_input_methods_words_arrive_whole() {
    let house = House::new();
    let mut window = house.window(SIZE);
    window.until_open();
    window.keys(":海洋");
    window.until("committed text", |text| text.contains("海洋") && text.contains(':'));
    window.keys("\x1b[200~生物 L42\x1b[201~");
    window.until("pasted text", |text| text.contains("海洋生物 L42"));
    window.keys("\x1b");
}

#[test]
fn nothing_is_sent_while_nothing_changes() {
    let house = House::new();
    let window = house.window(SIZE);
    window.until_open();
    let mut quiet = (window.bytes(), Instant::now());
    until("a quiet half second", || {
        if window.bytes() != quiet.0 {
            quiet = (window.bytes(), Instant::now());
        }
        quiet.1.elapsed() > Duration::from_millis(500)
    });
    // Long enough for anything that comes every second, with somebody looking who changes nothing.
    while quiet.1.elapsed() < Duration::from_secs(3) {
        assert!(house.run(&["status"]).status.success());
    }
    assert_eq!(window.bytes(), quiet.0);
    assert!(house.run(&["add", "lead", "name=演示线索"]).status.success());
    until("what changes is drawn", || window.bytes() > quiet.0);
}

#[test]
fn the_demo_needs_no_server_and_leaves_nothing() {
    let house = House::new();
    let mut window = Window::run(&["demo"], &house.data(), SIZE);
    window.until("the demo", |text| text.contains("演示"));
    window.keys("q");
    assert_eq!(window.exit_code(), 0);
    window.assert_restored();
    assert!(!house.data().exists());
}

#[test]
fn a_form_says_that_somebody_else_has_one_open_on_the_same_record() {
    let house = House::new();
    house.found();
    let (mut first, mut second) = (house.window(SIZE), house.window(SIZE));
    for window in [&mut first, &mut second] {
        window.until_open();
        window.keys("\x1b[17~e");
        window.until("a form", |text| text.contains("项目名称") && text.contains("演示线索"));
    }
    for window in [&first, &second] {
        window.until("the other", |text| text.contains("也打开了这条记录的表单"));
    }
    first.keys("\x1b");
    first.until("the leads", |text| !text.contains("保存 Ctrl-s"));
    first.keys(":who\r");
    first.until("where everybody is", |text| text.contains("正在改 L1 演示线索"));
}

/// A window that has just handed a note over to an editor.
fn in_editor(house: &House, editor: &str) -> Window {
    let words = ["env", editor, env!("CARGO_BIN_EXE_guatu")].map(std::ffi::OsString::from);
    let mut window = Window::of(&words, &house.data(), SIZE);
    window.until_open();
    window.keys("\x1b[17~n");
    window.until("a form", |text| text.contains("内容"));
    window.keys("\x05");
    window
}

#[test]
fn the_persons_editor_gets_the_terminal_and_gives_it_back() {
    let house = House::new();
    house.found();
    // It waits for a key of its own, which must not come to the board.
    let editor = "EDITOR=sh -c 'echo 编辑器在此; read key; echo 由编辑器写下$key > \"$0\"'";
    let mut window = in_editor(&house, editor);
    window.until("the editor", |text| text.contains("编辑器在此"));
    window.keys("xyz\r");
    window.until("what it wrote", |text| text.contains("由编辑器写下xyz") && text.contains("内容"));
    window.keys("\x13");
    window.until("the note", |text| text.contains("记事 L1"));
    window.keys("q");
    window.until("the board", |text| text.trim_end().ends_with("退出"));
    window.keys("q");
    assert_eq!(window.exit_code(), 0);
    window.assert_restored();
}

#[test]
fn a_text_that_cannot_be_handed_over_is_left_where_it_was_written() {
    let house = House::new();
    house.found();
    let editor = "EDITOR=sh -c 'echo 写了很久的一段 > \"$0\"; exit 3'";
    let mut window = in_editor(&house, editor);
    window.until("what went wrong", |text| text.contains("编辑器没有正常结束"));
    window.keys("\x1b");
    window.until("no form", |text| !text.contains("保存 Ctrl-s"));
    window.keys("qq");
    assert_eq!(window.exit_code(), 0);
    window.until("where it is", |text| text.contains("保存在"));
    let text = window.text();
    let path = text.split_whitespace().find(|word| word.contains("guatu-")).expect("a path");
    assert_eq!(std::fs::read_to_string(path).expect("the file"), "写了很久的一段\n");
    std::fs::remove_file(path).expect("it is ours");
}
