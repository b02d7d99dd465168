//! `guatu export` by the built program: files whole or not at all, and standard output.

use std::fs;

use crate::pty::House;
use crate::{stderr, stdout};

#[test]
fn an_export_is_a_file_or_standard_output() {
    let house = House::new();
    assert!(house.run(&["add", "lead", "name=演示线索"]).status.success());
    let printed = house.run(&["export", "-", "--form", "csv", "--columns", "name"]);
    assert_eq!(
        (stdout(&printed).as_str(), stderr(&printed)),
        ("\u{FEFF}项目名称\r\n演示线索\r\n", String::new())
    );
    for (ending, begins) in [("xlsx", "PK"), ("jsonl", "{"), ("md", "|"), ("ics", "BEGIN:VCALENDAR")] {
        let file = house.data().with_extension(ending);
        let name = file.to_str().expect("a plain path");
        let said = house.run(&["export", name]);
        assert!(said.status.success() && stderr(&said).contains(name), "{}", stderr(&said));
        assert!(fs::read(&file).expect("it is there").starts_with(begins.as_bytes()), "{ending}");
    }
}

#[test]
fn an_export_that_fails_leaves_what_was_there() {
    let house = House::new();
    assert!(house.run(&["add", "lead", "name=演示线索"]).status.success());
    let file = house.data().with_extension("csv");
    let name = file.to_str().expect("a plain path");
    fs::write(&file, "theirs").expect("a file");
    let bare = house.data().with_extension("");
    let bare = bare.with_file_name("leads");
    let bare = bare.to_str().expect("a plain path");
    for words in [
        &["export", "-"][..],
        &["export", bare],
        &["export", "--force", "--form", "doc", name],
        &["export", "--force", "--columns", "颜色", name],
        &["export", "--force", "--filter", "stage:猫", name],
    ] {
        let said = house.run(words);
        assert_eq!((said.status.code(), stdout(&said)), (Some(2), String::new()), "{words:?}");
        assert!(!stderr(&said).is_empty(), "{words:?}");
    }
    assert_eq!(fs::read(&file).expect("it is there"), b"theirs");
    let folder = house.data().parent().expect("a temp folder").to_owned();
    let names: Vec<_> =
        fs::read_dir(folder).expect("ours").map(|entry| entry.expect("one").file_name()).collect();
    assert_eq!(names.len(), 2, "the board and the file, and nothing half written: {names:?}");
}
