//! An import and an export from beginning to end by the built program, and what cuts them short.

use std::fs::OpenOptions;
use std::io::Write;

use crate::SIZE;
use crate::files::{file, import_of_a_pipe, leads};
use crate::pty::{House, Window};

const SHEET: &str = "项目名称,投资方,总投资（万元）\n演示·甲,甲公司,5000\n演示·乙,乙公司,800\n";

#[test]
fn a_file_goes_in_out_and_in_again() {
    let house = House::new();
    house.found();
    let path = file(&house, "a.csv", SHEET);
    let out = house.data().with_file_name("out.xlsx");
    let mut window = Window::run(&["import", &path], &house.data(), SIZE);
    window.until("the preview", |text| text.contains("新增 2"));
    window.keys("4");
    window.until("what can be chosen", |text| text.contains("按什么对应"));
    window.keys("iy");
    window.until("it is done", |text| text.contains("已导入 a.csv：新增 2") && text.contains("u 撤销"));
    window.keys("u");
    window.until("it is taken back", |text| text.contains("已撤销"));
    assert_eq!(leads(&house), 1);
    window.keys(&format!(":import {path}\r"));
    window.until("the preview", |text| text.contains("新增 2"));
    window.keys("iy");
    window.until("it is done", |text| text.contains("已导入 a.csv"));
    file(&house, "a.csv", &SHEET.replace("5000", "9000"));
    window.keys(&format!(":import {path}\r"));
    window.until("the preview", |text| text.contains("略过 1"));
    window.keys("m3");
    window.until("it updates", |text| text.contains("更新 1"));
    window.keys("iy");
    window.until("it is done", |text| text.contains("已导入 a.csv：更新 1"));
    window.keys(&format!(":export {}\r", out.display()));
    window.until("it is written", |text| text.contains("已把"));
    window.keys(&format!(":import {}\r", out.display()));
    window.until("the preview", |text| text.contains("out.xlsx") && text.contains("无变化 3"));
    window.keys("m2");
    window.until("nothing is another", |text| {
        text.contains("新增并更新") && text.contains("新增 0  更新 0  无变化 3")
    });
    window.keys("q");
    window.until("whether it is left", |text| text.contains("离开预览吗"));
    window.keys("y");
    window.until("the board", |text| text.contains("未作任何改动"));
    assert_eq!(window.leave(), 0);
}

#[test]
fn a_file_that_is_not_there_is_told_in_the_shell() {
    let house = House::new();
    house.found();
    for path in [house.data().with_file_name("没有.csv"), house.data()] {
        let mut window = Window::run(&["import", path.to_str().expect("text")], &house.data(), SIZE);
        assert_ne!(window.exit_code(), 0);
        window.until("why", |text| text.contains(path.to_str().expect("text")));
    }
}

#[test]
fn a_file_that_fails_while_it_is_read_is_told() {
    let house = House::new();
    house.found();
    let mut window = house.window(SIZE);
    window.until_open();
    // It opens, and its first byte cannot be read by anybody.
    window.keys(":import /proc/self/mem\r");
    window.until("what the system says", |text| text.contains("/proc/self/mem："));
    assert_eq!(window.leave(), 0);
}

#[test]
fn what_is_left_while_it_is_planned_changes_nothing() {
    let house = House::new();
    house.found();
    let rows = (0..60_000)
        .fold(String::from("项目名称,投资方\n"), |all, n| all + &format!("演示·{n},演示公司{n}\n"));
    let mut window = house.window(SIZE);
    window.until_open();
    window.keys(&format!(":import {}\r", file(&house, "a.csv", &rows)));
    window.until("how far it is", |text| text.contains("逐行核对") && text.contains('%'));
    window.keys("\x1b");
    window.until("that it is left", |text| text.contains("未作任何改动"));
    assert_eq!(leads(&house), 1);
    window.keys(&format!(":import {}\r", file(&house, "b.csv", SHEET)));
    window.until("the next", |text| text.contains("新增 2"));
}

#[test]
fn a_link_that_drops_while_a_file_comes_in_changes_nothing() {
    let house = House::new();
    let (mut window, pipe) = import_of_a_pipe(&house);
    let mut writer = OpenOptions::new().write(true).open(&pipe).expect("somebody reads");
    writer.write_all(SHEET.as_bytes()).expect("it is taken");
    window.until("that it reads", |text| text.contains("Esc 取消"));
    window.hang_up();
    window.exit_code();
    assert!(writer.write_all(&vec![b'x'; 1 << 20]).is_err(), "nobody reads any more");
    assert_eq!(leads(&house), 1);
    let mut again = house.window(SIZE);
    again.until("the offer", |text| text.contains("要重新打开吗"));
    again.keys("n");
    again.keys(&format!(":import {}\r", file(&house, "b.csv", SHEET)));
    again.until("the next", |text| text.contains("新增 2"));
}
