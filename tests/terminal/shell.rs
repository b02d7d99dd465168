//! What the shell gets: backups by cron, a restore that asks, completion, pages of the manual, lists
//! that end when nobody reads on.

use std::fs;
use std::io::Write as _;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use crate::pty::{House, Window, until};
use crate::{SIZE, stderr, stdout};

/// The files in a folder, by name.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder").flatten();
    let mut names: Vec<_> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a plain path")
}

/// A folder beside the data folder.
fn beside(house: &House, name: &str) -> PathBuf {
    let folder = house.data().with_file_name(name);
    fs::create_dir(&folder).expect("a folder");
    folder
}

fn keep(house: &House, count: &str, folder: &Path) -> Output {
    house.run(&["backup", "--keep", count, text(folder)])
}

fn assert_well(output: &Output) {
    assert!(output.status.success(), "{}", stderr(output));
}

#[test]
fn backups_for_cron_are_sound_silent_and_the_oldest_go() {
    let house = House::new();
    house.found();
    let folder = beside(&house, "backups");
    let of_ours = ["guatu-data-20200101-000000.backup", "guatu-data-20200102-000000.backup"];
    let others = [
        "guatu-data-20200101-000000.backup.gz",
        "guatu-data-x-20200101-000000.backup",
        "guatu-other-20200101-000000.backup",
        "notes.txt",
    ];
    for name in of_ours.iter().chain(&others) {
        fs::write(folder.join(name), "x").expect("a file");
    }
    symlink("/etc/passwd", folder.join("guatu-data-20190101-000000.backup")).expect("a link");
    fs::create_dir(folder.join("guatu-data-20180101-000000.backup")).expect("a folder");
    let first = keep(&house, "2", &folder);
    assert_well(&first);
    assert!(first.stdout.is_empty() && first.stderr.is_empty(), "{}", stderr(&first));
    let left = names(&folder);
    assert!(!left.contains(&of_ours[0].to_owned()) && left.contains(&of_ours[1].to_owned()), "{left:?}");
    for name in
        others.iter().chain(&["guatu-data-20190101-000000.backup", "guatu-data-20180101-000000.backup"])
    {
        assert!(left.contains(&(*name).to_owned()), "{name} is not ours to take away");
    }
    let is_new =
        |name: &&String| name.starts_with("guatu-data-2") && !name.contains("-20") | name.contains("-202");
    assert!(left.iter().any(|name| is_new(&name)), "{left:?}");

    // With no server the same, and what was written makes a board.
    assert_well(&house.run(&["server", "stop"]));
    until("a second has passed since the first", || keep(&house, "1", &folder).status.success());
    let ours: Vec<String> =
        names(&folder).into_iter().filter(|name| !others.contains(&name.as_str())).collect();
    let newest =
        ours.iter().rfind(|name| folder.join(name).metadata().is_ok_and(|m| m.is_file())).expect("one");
    let there = house.data().with_file_name("restored");
    let restored = house.command(&["restore", text(&folder.join(newest))]).env("GUATU_DATA", there).output();
    assert_well(&restored.expect("the program runs"));
}

#[test]
fn a_backup_for_cron_that_fails_says_why_and_takes_nothing_away() {
    let house = House::new();
    let folder = beside(&house, "backups");
    let old = folder.join("guatu-data-20200101-000000.backup");
    fs::write(&old, "x").expect("a file");
    let no_board = keep(&house, "1", &folder);
    assert_eq!((no_board.status.code(), names(&folder).len()), (Some(1), 1), "{}", stderr(&no_board));
    assert!(stderr(&no_board).contains("没有看板"), "{}", stderr(&no_board));
    house.found();
    for (count, folder, said) in [
        ("1", folder.join("none"), "不存在"),
        ("1", old.clone(), "不是目录"),
        ("0", folder.clone(), "不能是 0"),
    ] {
        let failed = keep(&house, count, &folder);
        assert!(!failed.status.success() && stderr(&failed).contains(said), "{}", stderr(&failed));
    }
    assert_eq!(names(&folder).len(), 1);
}

/// A board with a backup of it, changed since; no server runs.
fn changed_since(house: &House) -> PathBuf {
    house.found();
    let file = house.data().with_file_name("board.backup");
    assert_well(&house.run(&["backup", text(&file)]));
    assert_well(&house.run(&["add", "lead", "name=演示·后来"]));
    assert_well(&house.run(&["server", "stop"]));
    file
}

fn has_later(house: &House) -> bool {
    let has = stdout(&house.run(&["list"])).contains("演示·后来");
    assert_well(&house.run(&["server", "stop"]));
    has
}

#[test]
fn a_restore_over_a_board_is_asked_about_twice() {
    let house = House::new();
    let file = changed_since(&house);
    let restore = ["restore", text(&file)];
    for flags in [&[][..], &["--replace"]] {
        let refused = house.run(&[&restore, flags].concat());
        assert!(
            refused.status.code() == Some(1) && stderr(&refused).contains("--replace --yes"),
            "{refused:?}"
        );
    }
    assert_eq!(house.run(&["restore", "--yes", text(&file)]).status.code(), Some(2));

    let mut window = Window::run(&restore, &house.data(), SIZE);
    window.until("the first question", |text| text.contains("[y/N]"));
    window.keys("\r");
    assert_eq!(window.exit_code(), 1);
    window.until("what became of it", |text| text.contains("未作改动"));

    let mut window = Window::run(&restore, &house.data(), SIZE);
    window.until("the first question", |text| text.contains("[y/N]"));
    window.keys("y\r");
    window.until("the second question", |text| text.contains("「替换」"));
    window.keys("y\r");
    assert_eq!(window.exit_code(), 1, "the answer to the first is none to the second");
    assert!(has_later(&house));

    let mut window = Window::run(&restore, &house.data(), SIZE);
    window.until("the first question", |text| text.contains("[y/N]"));
    window.keys("y\r");
    window.until("the second question", |text| text.contains("「替换」"));
    window.keys("替换\r");
    assert_eq!(window.exit_code(), 0);
    window.until("where the old board is", |text| text.contains("before-restore-"));
    assert!(!has_later(&house));

    let aside = names(&house.data()).into_iter().find(|name| name.starts_with("before-restore-"));
    let aside = house.data().join(aside.expect("the old board"));
    let old = house.command(&["list"]).env("GUATU_DATA", &aside).output().expect("the program runs");
    assert!(stdout(&old).contains("演示·后来"), "{}", stderr(&old));
    let stopped = house.command(&["server", "stop"]).env("GUATU_DATA", &aside).status();
    assert!(stopped.expect("the program runs").success());
}

#[test]
fn a_restore_by_a_script_says_it_twice() {
    let house = House::new();
    let file = changed_since(&house);
    let bad = house.data().with_file_name("bad.backup");
    fs::write(&bad, &fs::read(&file).expect("a file")[..2000]).expect("a file");
    let refused = house.run(&["restore", "--replace", "--yes", text(&bad)]);
    assert_eq!((refused.status.code(), stderr(&refused).lines().count()), (Some(1), 2), "{refused:?}");
    assert!(has_later(&house));
    let done = house.run(&["restore", "--replace", "--yes", text(&file)]);
    assert!(done.status.success() && stdout(&done).contains("before-restore-"), "{done:?}");
    assert!(!has_later(&house));
}

#[test]
fn a_restore_without_room_leaves_the_board() {
    let house = House::new();
    let file = changed_since(&house);
    for blocks in ["1", "8"] {
        let script = "trap '' XFSZ; ulimit -f \"$0\"; exec \"$@\"";
        let mut shell = Command::new("/bin/sh");
        let guatu = env!("CARGO_BIN_EXE_guatu");
        shell.args(["-c", script, blocks, guatu, "restore", "--replace", "--yes", text(&file)]);
        let full =
            shell.env("GUATU_DATA", house.data()).env("LANG", "zh_CN.UTF-8").output().expect("a shell");
        assert!(full.status.code() == Some(1) && stderr(&full).contains("空间"), "{blocks}: {full:?}");
        assert!(!names(&house.data()).iter().any(|name| name.starts_with("incoming")));
        assert!(has_later(&house), "{blocks}");
    }
}

#[test]
fn bash_completes_commands_flags_kinds_and_stages() {
    let house = House::new();
    let script = house.data().with_file_name("guatu.bash");
    fs::write(&script, house.run(&["completions", "bash"]).stdout).expect("a file");
    let words = ["bash", "--norc", "--noprofile", "-i"].map(Into::into);
    let mut window = Window::of(&words, &house.data(), SIZE);
    window.until("the prompt", |text| text.ends_with("go on>"));
    window.keys(&format!("source {}\r", text(&script)));
    for (typed, completed) in [
        ("guatu resto\t", "guatu restore"),
        ("guatu list six\t", "guatu list six_one"),
        ("guatu move L1 bui\t", "guatu move L1 build"),
        ("guatu restore --rep\t", "guatu restore --replace"),
        ("guatu server sto\t", "guatu server stop"),
    ] {
        window.keys(typed);
        window.until(completed, |text| text.trim_end().ends_with(completed));
        window.keys("\x15");
    }
}

/// Whether a program is there, and what it says of a text.
fn judged_by(words: &[&str], script: &[u8]) -> Option<Output> {
    let mut child = Command::new(words[0])
        .args(&words[1..])
        .env("LC_ALL", "C.UTF-8")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .ok()?;
    let mut stdin = child.stdin.take().expect("a pipe");
    stdin.write_all(script).expect("it is read");
    drop(stdin);
    Some(child.wait_with_output().expect("it ends"))
}

#[test]
fn shells_read_their_scripts() {
    let house = House::new();
    for locale in ["zh_CN.UTF-8", "en_US.UTF-8"] {
        for (shell, check) in [("bash", "-n"), ("zsh", "-n"), ("fish", "--no-execute")] {
            let script = house.command(&["completions", shell]).env("LANG", locale).output();
            let script = script.expect("the program runs").stdout;
            assert!(script.len() > 5000, "{shell}");
            if let Some(judged) = judged_by(&[shell, check], &script) {
                assert!(judged.status.success() && judged.stderr.is_empty(), "{shell}: {}", stderr(&judged));
            }
        }
    }
}

#[test]
fn pages_of_the_manual_are_set_without_a_warning() {
    let house = House::new();
    let folder = house.data().with_file_name("man");
    let written = house.run(&["man", text(&folder)]);
    assert!(written.status.success() && stdout(&written).contains(text(&folder)), "{written:?}");
    assert!(names(&folder).len() > 25);
    assert_well(&house.run(&["man", text(&folder)]));
    for name in names(&folder) {
        let page = fs::read(folder.join(&name)).expect("a page");
        let Some(set) = judged_by(&["groff", "-man", "-Kutf8", "-Tutf8", "-ww", "-rLL=100n"], &page) else {
            return;
        };
        let said = stderr(&set);
        assert!(set.status.success() && said.is_empty(), "{name}: {said}");
        assert!(stdout(&set).contains("概要"), "{name}");
    }
    let full = house.run(&["man", text(&folder.join("guatu.1"))]);
    assert_eq!((full.status.code(), stderr(&full).lines().count()), (Some(1), 1), "{full:?}");
}

#[test]
fn a_list_that_nobody_reads_on_ends_without_a_word() {
    let house = House::new();
    let sheet = house.data().with_file_name("leads.csv");
    let rows: Vec<String> = (0..30_000).map(|n| format!("演示·第{n}条,{}", "内容".repeat(20))).collect();
    fs::write(&sheet, format!("项目名称,项目内容\n{}\n", rows.join("\n"))).expect("a file");
    assert_well(&house.run(&["import", text(&sheet)]));
    for flags in ["", "--json", "--csv"] {
        let script = format!(
            "'{}' list {flags} | head -n 2; echo \"${{PIPESTATUS[0]}}\"",
            env!("CARGO_BIN_EXE_guatu")
        );
        let mut shell = Command::new("bash");
        let shell = shell.args(["-c", &script]).env("GUATU_DATA", house.data()).env("LANG", "zh_CN.UTF-8");
        let piped = shell.output().expect("a shell");
        let said = stdout(&piped);
        assert_eq!((said.lines().count(), said.lines().last()), (3, Some("0")), "{said}");
        assert!(piped.stderr.is_empty(), "{}", stderr(&piped));
    }
    // A reader that has stopped in the middle keeps nobody from writing.
    let mut slow =
        house.command(&["list", "--json"]).stdout(Stdio::piped()).spawn().expect("the program runs");
    assert_well(&house.run(&["note", "L1", "谈过"]));
    slow.kill().expect("it waits");
    slow.wait().expect("it ends");
}
