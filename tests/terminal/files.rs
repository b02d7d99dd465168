//! Files of the person's: read and written by the client, with the rights and from the folder of whoever
//! sits there.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use nix::sys::stat::Mode;
use nix::unistd::{Uid, mkfifo};

use crate::pty::{House, Window};
use crate::{SIZE, stdout};

const SHEET: &str = "项目名称,投资方\n演示·甲,甲公司\n演示·乙,乙公司\n";

/// A file beside the data folder.
pub(crate) fn file(house: &House, name: &str, text: &str) -> String {
    let path = house.data().with_file_name(name);
    fs::write(&path, text).expect("a file");
    path.to_string_lossy().into_owned()
}

fn import(house: &House, path: &str) -> Window {
    Window::run(&["import", path], &house.data(), SIZE)
}

/// How many leads the command line tells of.
pub(crate) fn leads(house: &House) -> usize {
    stdout(&house.run(&["list", "leads", "--csv"])).lines().count().saturating_sub(1)
}

/// A window of a new board that imports a pipe, and the pipe.
pub(crate) fn import_of_a_pipe(house: &House) -> (Window, PathBuf) {
    house.found();
    let pipe = house.data().with_file_name("pipe.csv");
    mkfifo(&pipe, Mode::S_IRWXU).expect("a pipe");
    let mut window = house.window(SIZE);
    window.until_open();
    window.keys(&format!(":import {}\r", pipe.display()));
    (window, pipe)
}

#[test]
fn in_a_terminal_an_import_is_looked_at_first_and_then_done() {
    let house = House::new();
    house.found();
    let mut window = import(&house, &file(&house, "a.csv", SHEET));
    window.until("the preview", |text| text.contains("新增 2") && text.contains("a.csv"));
    assert_eq!(leads(&house), 1, "looking changes nothing");
    window.keys("iy");
    window.until("it is done", |text| text.contains("u 撤销"));
    assert_eq!(leads(&house), 3);
    window.keys("q");
    assert_eq!(window.exit_code(), 0);
    window.assert_restored();
}

#[test]
fn an_import_that_is_left_says_that_nothing_was_changed() {
    let house = House::new();
    house.found();
    let mut window = import(&house, &file(&house, "a.csv", SHEET));
    window.until("the preview", |text| text.contains("新增 2"));
    window.keys("q");
    assert_eq!(window.exit_code(), 130);
    window.until("the sentence", |text| text.contains("未作任何改动"));
    assert_eq!(leads(&house), 1);
}

#[test]
fn a_script_is_not_shown_a_preview() {
    let house = House::new();
    house.found();
    let output = house.run(&["import", &file(&house, "a.csv", SHEET)]);
    assert!(stdout(&output).contains("新增 2"), "{output:?}");
    let mut window =
        Window::run(&["import", &file(&house, "b.csv", "项目名称\n演示·丙\n"), "--yes"], &house.data(), SIZE);
    assert_eq!(window.exit_code(), 0);
    assert_eq!(leads(&house), 4);
}

#[test]
fn files_that_cannot_be_read_are_told_and_the_board_stays_open() {
    let house = House::new();
    house.found();
    let path = file(&house, "a.csv", SHEET);
    let mut window = house.window(SIZE);
    window.until_open();
    window.keys(":import /没有/这个.csv\r");
    window.until("that it is not there", |text| text.contains("没有这个文件"));
    window.keys(&format!(":import {}\r", house.data().display()));
    window.until("that it is a folder", |text| text.contains("是文件夹"));
    // Root may read everything.
    if !Uid::effective().is_root() {
        fs::set_permissions(Path::new(&path), fs::Permissions::from_mode(0o000)).expect("its own file");
        window.keys(&format!(":import {path}\r"));
        window.until("that one may not", |text| text.contains("没有权限"));
    }
    window.keys("q");
    assert_eq!(window.exit_code(), 0);
}

#[test]
fn a_file_that_does_not_come_is_left_and_the_next_one_comes() {
    let house = House::new();
    // Nobody writes into it.
    let (mut window, _) = import_of_a_pipe(&house);
    window.until("that it reads", |text| text.contains("Esc 取消"));
    window.keys("\x1b");
    window.until("that it is left", |text| text.contains("未作任何改动"));
    window.keys(&format!(":import {}\r", file(&house, "a.csv", SHEET)));
    window.until("the next", |text| text.contains("新增 2"));
}

#[test]
fn what_was_looked_at_when_the_link_dropped_is_offered_again_and_nothing_was_changed() {
    let house = House::new();
    house.found();
    let path = file(&house, "a.csv", SHEET);
    let mut window = house.window(SIZE);
    window.until_open();
    window.keys(&format!(":import {path}\r"));
    window.until("the preview", |text| text.contains("新增 2"));
    window.hang_up();
    window.exit_code();
    assert_eq!(leads(&house), 1);
    let mut again = house.window(SIZE);
    again.until("the offer", |text| text.contains("要重新打开吗"));
    again.keys("y");
    again.until("the preview", |text| text.contains("新增 2"));
}

#[test]
fn a_restart_of_the_server_in_the_middle_leaves_nothing_and_offers_it_again() {
    let house = House::new();
    house.found();
    let mut window = import(&house, &file(&house, "a.csv", SHEET));
    window.until("the preview", |text| text.contains("新增 2"));
    let output = house.run(&["server", "restart"]);
    assert!(output.status.success(), "{output:?}");
    window.until("the offer", |text| text.contains("要重新打开吗"));
    window.keys("n");
    window.until("the board", |text| !text.contains("要重新打开吗"));
    assert_eq!(leads(&house), 1);
}

#[test]
fn what_is_listed_is_written_where_the_client_stands() {
    let house = House::new();
    house.found();
    let path = house.data().with_file_name("out.csv");
    let mut window = house.window(SIZE);
    window.until_open();
    window.keys(&format!(":export {}\r", path.display()));
    window.until("that it is written", |text| text.contains("out.csv") && text.contains("已把"));
    let text = fs::read_to_string(&path).expect("it is there");
    assert!(text.contains("演示线索"), "{text}");
    fs::write(&path, "mine").expect("a file");
    window.keys(&format!(":export {}\r", path.display()));
    window.until("the question", |text| text.contains("要覆盖它吗"));
    window.keys("n");
    window.until("the board", |text| !text.contains("要覆盖它吗"));
    assert_eq!(fs::read_to_string(&path).expect("it is there"), "mine");
    window.keys(&format!(":export {}\r", path.display()));
    window.until("the question", |text| text.contains("要覆盖它吗"));
    window.keys("y");
    window.until("that it is written over", |text| text.contains("已把"));
    assert!(fs::read_to_string(&path).expect("it is there").contains("演示线索"));
    window.keys(":export /没有/out.csv\r");
    window.until("why not", |text| text.contains("没有 /没有/out.csv 所在的文件夹"));
}
