//! A disk without room, as the log and sled meet it: a limit on the size of files, under which the
//! system refuses what would grow them.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use guatu::board::Trouble;
use guatu::store::Store;
use guatu::store::sled::SledStore;
use guatu::store::verify::check_folder;
use nix::sys::resource::{Resource, getrlimit, setrlimit};

use super::desk::{Desk, Dice, files};

const FOLDER: &str = "GUATU_TEST_FULL_FOLDER";

/// Lets files grow to so many bytes; this process alone is meant.
fn limit(bytes: u64) {
    let (_, hard) = getrlimit(Resource::RLIMIT_FSIZE).unwrap();
    setrlimit(Resource::RLIMIT_FSIZE, bytes.min(hard), hard).unwrap();
}

/// Steps until three were refused, or so many were not; the number of those that were.
fn work(desk: &mut Desk<SledStore>, dice: &mut Dice, steps: u32) -> u32 {
    let mut refused = 0;
    for _ in 0..steps {
        let before = desk.board.head();
        match desk.step(dice) {
            Ok(tx) => eprintln!("ack {} {} !", tx.seq, tx.request.0),
            Err(error) => {
                assert_eq!(error.trouble(), Trouble::Full, "{error}");
                assert_eq!(desk.board.head(), before);
                let newest = desk.store.journal().newest(None, 10).unwrap();
                assert_eq!(newest[0].seq, before.seq, "the history can be read");
                refused += 1;
            }
        }
        // What is put off may fail as well, and must not panic.
        let _ = desk.store.settle(false);
        if refused == 3 {
            break;
        }
    }
    refused
}

/// The child: not a test of its own, it returns at once unless it was started by the parent.
#[test]
fn child() {
    let Ok(folder) = std::env::var(FOLDER) else { return };
    // Caught, the signal leaves the write to fail.
    signal_hook::flag::register(nix::libc::SIGXFSZ, Arc::new(AtomicBool::new(false))).unwrap();
    let folder = Path::new(&folder);
    let mut desk = Desk::fill(SledStore::open(folder).unwrap().every(25)).unwrap();
    if !desk.board.is_founded() {
        desk.found();
    }
    let mut dice = Dice(139 + desk.board.head().seq);
    let mut refused = 0;
    let size = |part: &str| files(&folder.join(part)).iter().map(|f| f.metadata().unwrap().len()).max();
    for round in 0..8 {
        work(&mut desk, &mut dice, 10);
        let (log, form) = (size("audit").unwrap(), size("sled").unwrap());
        // Below both, so that the log fails; between them and above, so that sled does.
        limit([log + 300, log.midpoint(form), form, form + 4000][round % 4]);
        refused += work(&mut desk, &mut dice, 40);
        limit(u64::MAX);
        assert_eq!(work(&mut desk, &mut dice, 10), 0, "there is room again");
    }
    limit(size("audit").unwrap() + 900);
    refused += work(&mut desk, &mut dice, 60);
    eprintln!("refused {refused} !");
    // With no room to close in, either.
    std::process::exit(0);
}

fn start(folder: &Path) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["full::child", "--exact", "--nocapture", "--test-threads=1"])
        .env(FOLDER, folder)
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

#[test]
fn without_room_each_write_is_refused_and_what_was_kept_stays() {
    let home = tempfile::tempdir().unwrap();
    let mut kept: Vec<String> = Vec::new();
    for _ in 0..2 {
        let mut child = start(home.path());
        let lines = BufReader::new(child.stderr.take().unwrap()).lines().map_while(Result::ok);
        let (mut said, mut refused) = (Vec::new(), 0);
        for line in lines {
            if let Some(ack) = line.strip_prefix("ack ").and_then(|line| line.strip_suffix(" !")) {
                kept.push(ack.to_owned());
            } else if let Some(count) = line.strip_prefix("refused ").and_then(|l| l.strip_suffix(" !")) {
                refused = count.parse().unwrap();
            }
            said.push(line);
        }
        assert!(child.wait().unwrap().success(), "{}", said.join("\n"));
        assert!(refused > 10, "{refused} were refused");
        let desk = Desk::open(home.path()).unwrap();
        let journal = desk.store.journal();
        for ack in &kept {
            let seq = ack.split(' ').next().unwrap().parse().unwrap();
            let tx = journal.transaction(seq).unwrap().unwrap();
            assert_eq!(*ack, format!("{seq} {}", tx.request.0));
        }
    }
    assert_eq!(check_folder(home.path()).unwrap().findings, []);
}

/// A server in the foreground, killed when it is let go.
struct Server(Child);

impl Server {
    /// Starts one whose files may grow to so many blocks, and waits until it answers.
    fn start(data: &Path, blocks: &str) -> Self {
        let script = "trap '' XFSZ; ulimit -f \"$0\"; exec \"$@\"";
        let mut shell = Command::new("/bin/sh");
        shell.args(["-c", script, blocks, env!("CARGO_BIN_EXE_guatu"), "serve"]);
        let child = shell.env("GUATU_DATA", data).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        let server = Self(child.unwrap());
        while !guatu(data, &["server", "status"]).status.success() {
            std::thread::yield_now();
        }
        server
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }
}

fn guatu(data: &Path, words: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_guatu"));
    command.args(words).env("GUATU_DATA", data).env("LANG", "zh_CN.UTF-8").env_remove("LC_ALL");
    command.output().unwrap()
}

#[test]
fn a_server_without_room_says_so_and_goes_on_showing_the_board() {
    let home = tempfile::tempdir().unwrap();
    let data = home.path().join("data");
    let server = Server::start(&data, "1800");
    assert!(guatu(&data, &["add", "lead", "name=海洋机器人"]).status.success());
    let note = |n: u32| guatu(&data, &["note", "L1", &format!("第{n}次{}", "谈".repeat(20_000))]);
    let full = (1..200).find(|n| !note(*n).status.success()).expect("it runs full");
    for n in full..full + 3 {
        let refused = note(n);
        let said = String::from_utf8_lossy(&refused.stderr).into_owned();
        assert_eq!(refused.status.code(), Some(1));
        assert_eq!(said.trim_end(), "没有保存：磁盘已满。请清理空间后再试。");
    }
    let status = guatu(&data, &["status"]);
    assert!(status.status.success() && !status.stdout.is_empty());
    drop(server);
    let _server = Server::start(&data, "unlimited");
    assert!(note(full).status.success(), "there is room again");
    let notes = guatu(&data, &["list", "note", "--csv"]).stdout;
    let notes = String::from_utf8_lossy(&notes).into_owned();
    for n in 1..=full {
        assert_eq!(notes.matches(&format!("第{n}次谈")).count(), 1, "note {n} of {full}");
    }
    assert!(guatu(&data, &["check"]).status.success());
}
