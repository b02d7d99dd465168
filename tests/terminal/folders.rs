//! Data folders that are no use: each is told in a sentence, in both languages.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

use crate::pty::House;
use crate::stderr;
use crate::strangers::Person;

/// Languages with what they are called in the environment.
const LOCALES: [&str; 2] = ["zh_CN.UTF-8", "en_US.UTF-8"];

/// The first commands on a new board.
const FIRST: [&[&str]; 2] = [&["add", "lead", "name=演示线索"], &["serve"]];

/// What is said by each where there is no board and none can be.
const CANNOT_FOUND: [&str; 4] = [
    "没有看板，也无法在此建板：没有权限",
    "没有看板，也无法在此建板：没有权限",
    "none can be founded there: no permission",
    "none can be founded there: no permission",
];

/// What is said of a folder in both languages, by a command and by a server started there.
fn said(mut run: impl FnMut(&[&str]) -> Command) -> [String; 4] {
    let mut each = LOCALES.into_iter().flat_map(|locale| {
        FIRST.map(|words| {
            let output = run(words).env("LANG", locale).output().expect("the program runs");
            let said = stderr(&output);
            assert_eq!(output.status.code(), Some(1), "{words:?}: {said}");
            assert!(output.stdout.is_empty() && said.lines().count() <= 2, "{words:?}: {said}");
            said
        })
    });
    std::array::from_fn(|_| each.next().expect("two languages, two commands"))
}

/// Somebody without rights of their own on what others keep.
fn nobody(house: &House) -> Person {
    Person::of(house, 65534, 65534)
}

fn folder(path: &Path, mode: u32) {
    fs::create_dir(path).expect("a folder");
    fs::set_permissions(path, Permissions::from_mode(mode)).expect("it is ours");
}

fn assert_each(said: &[String; 4], words: [&str; 4]) {
    for (said, word) in said.iter().zip(words) {
        assert!(said.contains(word), "{said}");
    }
}

#[test]
fn a_file_is_no_folder() {
    let house = House::new();
    fs::write(house.data(), "a file").expect("a file");
    let said = said(|arguments| house.command(arguments));
    assert_each(&said, ["不是目录", "不是目录", "not a folder", "not a folder"]);
}

#[test]
fn a_folder_that_may_only_be_read() {
    let house = House::new();
    let nobody = nobody(&house);
    folder(&house.data(), 0o500);
    nobody.is_given(&house.data());
    let said = said(|arguments| nobody.command(arguments));
    assert_each(&said, CANNOT_FOUND);
    assert_eq!(fs::read_dir(house.data()).expect("readable").count(), 0);
}

#[test]
fn a_folder_that_cannot_be_made() {
    let house = House::new();
    let nobody = nobody(&house);
    let above = house.data().parent().expect("a temp folder").to_owned();
    fs::set_permissions(&above, Permissions::from_mode(0o555)).expect("it is ours");
    assert_each(&said(|arguments| nobody.command(arguments)), CANNOT_FOUND);
    let file = above.join("guatu");
    let restored = nobody.command(&["restore"]).arg(file).output().expect("the program runs");
    assert!(stderr(&restored).contains(CANNOT_FOUND[0]), "{}", stderr(&restored));
    assert!(!house.data().exists());
    fs::set_permissions(above, Permissions::from_mode(0o755)).expect("it is ours");
}

#[test]
fn a_new_board_is_told_once() {
    for (locale, word) in LOCALES.into_iter().zip(["新建看板", "new board was founded"]) {
        let house = House::new();
        let said = || {
            let mut add = house.command(&["add", "lead", "name=演示线索"]);
            stderr(&add.env("LANG", locale).output().expect("the program runs"))
        };
        let first = said();
        assert!(first.contains(word) && first.contains(&house.data().display().to_string()), "{first}");
        assert_eq!(said(), "");
    }
}

#[test]
fn a_folder_that_others_keep_to_themselves() {
    let house = House::new();
    let nobody = nobody(&house);
    folder(&house.data(), 0o000);
    let said = said(|arguments| nobody.command(arguments));
    assert_each(&said, ["--group", "没有权限", "--group", "no permission"]);
    fs::set_permissions(house.data(), Permissions::from_mode(0o700)).expect("it is ours");
}

#[test]
fn a_folder_that_others_may_write_to() {
    let house = House::new();
    // Everybody's, as `/tmp` is; a project's, with something in it.
    for (mode, inside) in [(0o1777, None), (0o775, Some("theirs"))] {
        folder(&house.data(), mode);
        if let Some(name) = inside {
            fs::write(house.data().join(name), "a file").expect("a file");
        }
        let said = said(|arguments| house.command(arguments));
        assert_each(&said, ["其他用户", "其他用户", "Other users", "Other users"]);
        let refused = house.run(&["restore", "/dev/null"]);
        assert!(refused.status.code() == Some(1) && stderr(&refused).contains("其他用户"));
        let left = fs::metadata(house.data()).expect("it is there").permissions().mode() & 0o7777;
        let names = fs::read_dir(house.data()).expect("readable").count();
        assert_eq!((left, names), (mode, usize::from(inside.is_some())));
        fs::remove_dir_all(house.data()).expect("it is ours");
    }
}

#[test]
fn a_folder_that_was_there_keeps_its_rights() {
    let house = House::new();
    folder(&house.data(), 0o755);
    fs::write(house.data().join("theirs"), "a file").expect("a file");
    house.found();
    let mode = |path: &Path| fs::metadata(path).expect("it is there").permissions().mode() & 0o7777;
    assert_eq!(mode(&house.data()), 0o755);
    let names = ["audit", "sled", "snapshots", "guatu.sock", "lock", "server.lock", "server.log"];
    for path in names.map(|name| house.data().join(name)) {
        assert_eq!(mode(&path) & 0o077, 0, "{}", path.display());
    }
}

#[test]
fn a_mistyped_folder_is_told_and_nothing_is_made_there() {
    let house = House::new();
    let file = house.data().with_extension("out.csv");
    let file = file.to_str().expect("a plain path");
    let sheet = house.data().with_extension("csv");
    let sheet = sheet.to_str().expect("a plain path");
    fs::write(sheet, "项目名称\n演示线索\n").expect("ours");
    let commands: [&[&str]; 18] = [
        &[],
        &["import", "--dry-run", sheet],
        &["server", "status"],
        &["server", "stop"],
        &["server", "restart"],
        &["status"],
        &["list", "lead"],
        &["show", "L1"],
        &["history"],
        &["check"],
        &["check", "--lights"],
        &["export", file],
        &["backup", file],
        &["set", "L1", "amount=1亿"],
        &["move", "L1", "talk"],
        &["note", "L1", "已考察"],
        &["undo"],
        &["redo"],
    ];
    let names = || fs::read_dir(house.data().parent().expect("a temp folder")).expect("ours").count();
    for (locale, word) in LOCALES.into_iter().zip(["没有看板", "There is no board"]) {
        for words in commands {
            let output = house.command(words).env("LANG", locale).output().expect("the program runs");
            let said = stderr(&output);
            let what_to_run = format!("guatu --data {}", house.data().display());
            assert!(said.contains(word) && said.contains(&what_to_run), "{words:?}: {said}");
            assert_eq!((output.status.code(), names()), (Some(1), 1), "{words:?}");
            assert!(output.stdout.is_empty(), "{words:?}");
        }
    }
}

/// A command on a folder with a disk of its own, which goes with the command; none where the system
/// lets nobody make one.
fn on_a_disk(house: &House, options: &str, arguments: &[&str]) -> Option<Command> {
    let mount = |then: &str| {
        let mut command = Command::new("unshare");
        let script = format!("mount -t tmpfs -o {options} tmpfs \"$0\" && {then}");
        command.args(["--map-root-user", "--mount", "sh", "-c", &script]).arg(house.data());
        command
    };
    if !mount("true").output().is_ok_and(|output| output.status.success()) {
        return None;
    }
    let mut command = mount("exec \"$@\"");
    command.arg(env!("CARGO_BIN_EXE_guatu")).args(arguments).arg("--data").arg(house.data());
    Some(command)
}

#[test]
fn a_disk_without_room_or_that_may_only_be_read() {
    let house = House::new();
    folder(&house.data(), 0o700);
    let disks = [
        ("size=4k,mode=700", ["磁盘空间不足", "磁盘空间不足", "no room", "no room"]),
        (
            "ro,mode=700",
            [
                "也无法在此建板：磁盘只读",
                "也无法在此建板：磁盘只读",
                "disk is read-only",
                "disk is read-only",
            ],
        ),
    ];
    for (options, words) in disks {
        if on_a_disk(&house, options, &[]).is_none() {
            return;
        }
        let said = said(|arguments| on_a_disk(&house, options, arguments).expect("a disk"));
        assert_each(&said, words);
    }
}
