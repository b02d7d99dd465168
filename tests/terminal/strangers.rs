//! People who do not run the server: let in by a group, or kept out. Where the tests run as root
//! they are users of other numbers; else only what one user can see is held.

use std::ffi::OsString;
use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use nix::unistd::{Gid, Group, Uid};

use crate::pty::{House, Window, until};
use crate::{SIZE, stderr};

/// A user of these numbers, with no other groups.
const MEMBER: u32 = 60_001;
const OUTSIDER: u32 = 60_002;

/// Somebody at the machine, with a program that they may run.
pub(crate) struct Person {
    numbers: Option<(u32, u32)>,
    program: PathBuf,
    data: PathBuf,
}

impl Person {
    /// A user of these numbers where we are root, else ourselves.
    pub(crate) fn of(house: &House, uid: u32, gid: u32) -> Self {
        let data = house.data();
        if !Uid::effective().is_root() {
            return Self { numbers: None, program: env!("CARGO_BIN_EXE_guatu").into(), data };
        }
        // Where it was built others may not look.
        let folder = data.parent().expect("a temp folder");
        let program = folder.join("guatu");
        if !program.exists() {
            // By another process: a test that starts one meanwhile would keep our copy open for writing.
            let copy = Command::new("cp").arg(env!("CARGO_BIN_EXE_guatu")).arg(&program).status();
            assert!(copy.expect("a cp").success(), "no room for a copy");
        }
        fs::set_permissions(folder, fs::Permissions::from_mode(0o755)).expect("it is ours");
        Self { numbers: Some((uid, gid)), program, data }
    }

    /// Makes a folder theirs.
    pub(crate) fn is_given(&self, folder: &Path) {
        if let Some((uid, gid)) = self.numbers {
            chown(folder, Some(uid), Some(gid)).expect("we are root");
        }
    }

    /// A command of theirs, ready to run without a terminal.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(&self.program);
        command.env_clear().envs(crate::pty::ENVIRONMENT).env("GUATU_DATA", &self.data).args(arguments);
        if let Some((uid, gid)) = self.numbers {
            command.uid(uid).gid(gid);
        }
        command
    }

    /// What a command of theirs is told: its exit code and the sentence.
    fn told(&self, arguments: &[&str]) -> (Option<i32>, String) {
        let output = self.command(arguments).output().expect("the program runs");
        (output.status.code(), stderr(&output))
    }

    /// Opens a window of theirs.
    fn window(&self) -> Window {
        let mut words: Vec<OsString> = Vec::new();
        if let Some((uid, gid)) = self.numbers {
            let (uid, gid) = (format!("--reuid={uid}"), format!("--regid={gid}"));
            words.extend(["setpriv".into(), uid.into(), gid.into(), "--clear-groups".into()]);
        }
        words.push(self.program.clone().into());
        Window::of(&words, &self.data, SIZE)
    }
}

/// A server in the foreground, until this is dropped.
struct Serving(Child);

impl Serving {
    fn start(house: &House, group: &Group) -> Self {
        let mut command = house.command(&["serve", "--group", &group.name]);
        let child = command.stdin(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program runs");
        let serving = Self(child);
        until("the server answers", || house.run(&["server", "status"]).status.success());
        serving
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A group that is ours, or as root one that is not.
fn group() -> Group {
    let gid = if Uid::effective().is_root() { Gid::from_raw(1) } else { Gid::effective() };
    Group::from_gid(gid).expect("a list of groups").expect("a group with a name")
}

#[test]
fn a_group_reaches_the_socket_and_nothing_else() {
    let (house, group) = (House::new(), group());
    let _serving = Serving::start(&house, &group);
    let (folder, gid) = (house.data(), group.gid.as_raw());
    let seen = |path: PathBuf| {
        let data = fs::metadata(path).expect("it is there");
        (data.gid() == gid, data.mode() & 0o777)
    };
    assert_eq!(seen(folder.join("guatu.sock")), (true, 0o660));
    assert_eq!(seen(folder.clone()), (true, 0o710));
    let files = fs::read_dir(&folder).expect("ours").map(|entry| entry.expect("an entry").path());
    for path in files.filter(|path| !path.ends_with("guatu.sock")) {
        assert_eq!(seen(path.clone()).1 & 0o077, 0, "{}", path.display());
    }
    assert!(house.run(&["add", "lead", "name=演示线索"]).status.success(), "who serves is the admin");
}

#[test]
fn a_folder_that_was_made_for_the_group_stays_as_it_is() {
    let (house, group) = (House::new(), group());
    fs::create_dir(house.data()).expect("a folder");
    chown(house.data(), None, Some(group.gid.as_raw())).expect("ours to give");
    fs::set_permissions(house.data(), fs::Permissions::from_mode(0o2750)).expect("it is ours");
    let _serving = Serving::start(&house, &group);
    assert_eq!(fs::metadata(house.data()).expect("it is there").mode() & 0o7777, 0o2750);
    if Uid::effective().is_root() {
        let member = Person::of(&house, MEMBER, group.gid.as_raw());
        assert_eq!(member.told(&["status"]), (Some(0), String::new()));
    }
}

#[test]
fn a_folder_that_the_group_cannot_pass_is_told() {
    let (house, group) = (House::new(), group());
    fs::create_dir(house.data()).expect("a folder");
    fs::write(house.data().join("theirs"), "a file").expect("a file");
    fs::set_permissions(house.data(), fs::Permissions::from_mode(0o700)).expect("it is ours");
    let refused = house.run(&["serve", "--group", &group.name]);
    let said = stderr(&refused);
    assert!(
        refused.status.code() == Some(1) && said.contains("chgrp") && said.contains(&group.name),
        "{said}"
    );
    assert_eq!(fs::metadata(house.data()).expect("it is there").mode() & 0o777, 0o700);
}

#[test]
fn without_a_group_only_who_serves_comes_in() {
    let house = House::new();
    house.found();
    let mode = |path: PathBuf| fs::metadata(path).expect("it is there").mode() & 0o777;
    assert_eq!((mode(house.data().join("guatu.sock")), mode(house.data())), (0o600, 0o700));
}

#[test]
fn a_group_that_is_not_there_is_told() {
    let house = House::new();
    let output = house.run(&["serve", "--group", "guatu-none-of-that-name"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("guatu-none-of-that-name"), "{}", stderr(&output));
}

#[test]
fn a_login_of_the_group_looks_and_one_of_another_is_kept_out() {
    if !Uid::effective().is_root() {
        return;
    }
    let (house, group) = (House::new(), group());
    let _serving = Serving::start(&house, &group);
    let member = Person::of(&house, MEMBER, group.gid.as_raw());
    assert_eq!(member.told(&["status"]), (Some(0), String::new()));
    for refused in [&["add", "lead", "name=演示线索"][..], &["set", "D1", "head=P1"]] {
        let (code, said) = member.told(refused);
        assert!(code == Some(1) && said.contains("权限"), "{said}");
    }
    let (code, said) = member.told(&["server", "stop"]);
    assert!(code == Some(1) && said.contains("管理员"), "{said}");

    let outsider = Person::of(&house, OUTSIDER, OUTSIDER);
    for refused in [&["status"][..], &["server", "status"], &["backup", "/dev/null"]] {
        let (code, said) = outsider.told(refused);
        assert!(code == Some(1) && said.contains("你无权连接") && said.contains("--group"), "{said}");
    }
}

#[test]
fn a_member_is_told_who_starts_the_server() {
    if !Uid::effective().is_root() {
        return;
    }
    let (house, group) = (House::new(), group());
    drop(Serving::start(&house, &group));
    let member = Person::of(&house, MEMBER, group.gid.as_raw());
    for (locale, owner, never) in
        [("zh_CN.UTF-8", "root", "运行 guatu 打开"), ("en_US.UTF-8", "root", "Run guatu")]
    {
        for words in [&["status"][..], &["add", "lead", "name=演示"], &["server", "status"], &["check"]] {
            let output = member.command(words).env("LANG", locale).output().expect("the program runs");
            let said = stderr(&output);
            let told = said.contains(owner) && said.contains("systemctl start guatu");
            assert!(told && !said.contains(never), "{words:?}: {said}");
            assert_eq!((output.status.code(), said.lines().count()), (Some(1), 2), "{words:?}: {said}");
        }
    }
}

fn footer(window: &Window) -> String {
    window.text().lines().last().unwrap_or_default().to_owned()
}

#[test]
fn a_viewers_window_has_no_editing_keys() {
    if !Uid::effective().is_root() {
        return;
    }
    let (house, group) = (House::new(), group());
    let _serving = Serving::start(&house, &group);
    let admins = house.window(SIZE);
    admins.until_open();
    assert!(footer(&admins).contains("新建"), "{}", admins.text());
    let mut viewers = Person::of(&house, MEMBER, group.gid.as_raw()).window();
    viewers.until_open();
    assert!(!footer(&viewers).contains("新建"), "{}", viewers.text());
    viewers.keys("?");
    viewers.until("the keys", |text| text.contains("下移"));
    viewers.keys("建");
    viewers.until("none that is called so", |text| text.contains("/建") && !text.contains("下移"));
    assert!(!viewers.text().contains("在此新建"), "{}", viewers.text());
    viewers.keys("\x1b");
    viewers.until_open();
    viewers.keys("q");
    assert_eq!(viewers.exit_code(), 0);
    viewers.assert_restored();
}
