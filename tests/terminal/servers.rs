//! The server's life: started once, restarted, stopped, killed, of another version.

use std::fs::{self, File};
use std::io::{Read, Write};
use std::os::unix::net::UnixListener;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::thread;
use std::time::Duration;

use guatu::client::connect;
use guatu::wire::{Answer, Hello, Input, PROTOCOL, Place, Purpose, Terminal, ToClient, ToServer, Verdict};

use crate::pty::{House, until};
use crate::{SIZE, stderr, stdout};

/// A lock that is let go for as long as a program takes to start is free for many of these.
const GLANCE: Duration = Duration::from_micros(200);

/// A `check` of a large board has its store for so long.
const CHECK: Duration = Duration::from_millis(800);

#[test]
fn two_first_starts_at_once_give_one_server() {
    let house = House::new();
    let starts: Vec<_> = (0..4)
        .map(|_| {
            thread::spawn({
                let mut command = house.command(&["add", "lead", "name=演示线索"]);
                move || command.output().expect("the program runs")
            })
        })
        .collect();
    for start in starts {
        let output = start.join().expect("it runs");
        assert!(output.status.success(), "{}", stderr(&output));
    }
    assert_eq!(house.servers(), 1);
}

#[test]
fn a_restart_brings_open_windows_back() {
    let house = House::new();
    let mut window = house.window(SIZE);
    window.until_open();
    let bytes = window.bytes();
    let restart = house.run(&["server", "restart"]);
    assert!(restart.status.success(), "{}", stderr(&restart));
    until("the window is drawn anew", || window.bytes() > bytes + 500);
    window.until_open();
    window.keys("q");
    assert_eq!(window.exit_code(), 0);
}

#[test]
fn a_stopped_server_says_so_to_its_windows() {
    let house = House::new();
    let mut window = house.window(SIZE);
    window.until_open();
    assert!(house.run(&["server", "stop"]).status.success());
    assert_eq!(window.exit_code(), 1);
    window.until("a sentence", |text| text.contains("服务端已停止"));
    let none = house.run(&["server", "status"]);
    assert_eq!(none.status.code(), Some(1));
    assert!(stderr(&none).contains("没有服务端在运行"));
}

#[test]
fn a_stopped_server_has_let_the_folder_go() {
    let house = House::new();
    house.found();
    let lock = File::open(house.data().join("server.lock")).expect("a lock");
    assert!(house.run(&["server", "stop"]).status.success());
    lock.try_lock().expect("nobody holds it");
}

#[test]
fn a_start_waits_for_a_server_that_is_on_its_way_out() {
    let house = House::new();
    house.found();
    assert!(house.run(&["server", "stop"]).status.success());
    let lock = |name| File::open(house.data().join(name)).expect("a lock");
    let (server, start) = (lock("server.lock"), lock("start.lock"));
    server.try_lock().expect("nobody holds it");
    let status = thread::scope(|scope| {
        let status = scope.spawn(|| house.run(&["status"]));
        until("it starts a server", || start.try_lock().map(|()| start.unlock()).is_err());
        server.unlock().expect("ours");
        status.join().expect("it runs")
    });
    assert!(status.status.success(), "{}", stderr(&status));
}

#[test]
fn a_start_waits_for_a_check_that_has_the_store() {
    let house = House::new();
    house.found();
    assert!(house.run(&["server", "stop"]).status.success());
    let server = house.data().join("server.lock");
    let store = File::open(house.data().join("lock")).expect("a lock");
    store.try_lock().expect("nobody holds it");
    let status = thread::scope(|scope| {
        let status = scope.spawn(|| house.run(&["status"]));
        let begun = || File::open(&server).is_ok_and(|server| server.try_lock().is_err());
        until("a server has begun", begun);
        // A check that takes its time.
        thread::sleep(CHECK);
        store.unlock().expect("ours");
        status.join().expect("it runs")
    });
    assert!(status.status.success(), "{}", stderr(&status));
}

#[test]
fn no_window_is_larger_than_the_server_bears() {
    let house = House::new();
    house.found();
    let server = house.server();
    let hostile = (u16::MAX, u16::MAX);
    let terminal = Terminal { size: hostile, term: "xterm".to_owned(), tty: true, ..Terminal::default() };
    let mut link = connect(&Place::new(house.data()), Purpose::Attach, &terminal.into()).expect("a server");
    for resize in [Some(hostile), None] {
        while !matches!(link.receive().expect("a frame"), ToClient::Screen(_)) {}
        if let Some((columns, rows)) = resize {
            link.send(&ToServer::Input(Input::Resize(columns, rows))).expect("a server");
        }
        link.send(&ToServer::Shown).expect("a server");
    }
    drop(link);
    assert!(house.run(&["status"]).status.success());
    assert_eq!(house.server(), server);
}

#[test]
fn the_servers_start_is_told_by_the_offices_clock() {
    let house = House::new();
    house.found();
    let said = |zone: &str| {
        let output = house.command(&["server", "status"]).env("TZ", zone).output().expect("the program runs");
        stdout(&output)
    };
    let in_the_office = said("UTC");
    assert_eq!(said("America/New_York"), in_the_office);
    let words: Vec<&str> = in_the_office.split(' ').collect();
    let time = words.iter().find(|word| word.contains(':')).expect("a time");
    assert_eq!(time.len(), "09:30".len(), "{in_the_office}");
}

#[test]
fn a_second_server_is_refused_in_a_sentence() {
    let house = House::new();
    house.found();
    let second = house.run(&["serve"]);
    assert_eq!(second.status.code(), Some(1));
    assert!(stderr(&second).contains("guatu server stop"), "{}", stderr(&second));
    assert_eq!(house.servers(), 1);
}

#[test]
fn a_server_that_nobody_needs_stops_by_itself() {
    let house = House::new();
    let started = house
        .command(&["add", "lead", "name=演示线索"])
        .env("GUATU_IDLE", "1")
        .output()
        .expect("the program runs");
    assert!(started.status.success(), "{}", stderr(&started));
    until("the server has stopped", || house.servers() == 0);
}

#[test]
fn nobody_gets_the_folder_while_its_server_restarts() {
    let house = House::new();
    house.found();
    let server = house.server();
    let lock = File::open(house.data().join("server.lock")).expect("a lock");
    let done = AtomicBool::new(false);
    let (free, outputs) = thread::scope(|scope| {
        let watcher = scope.spawn(|| {
            while !done.load(SeqCst) {
                if lock.try_lock().is_ok() {
                    return true;
                }
                thread::sleep(GLANCE);
            }
            false
        });
        // The second one is of a program that was handed the lock itself.
        let outputs = [(); 2].map(|()| {
            let restart = scope.spawn(|| house.run(&["server", "restart"]));
            let start = scope.spawn(|| house.run(&["status"]));
            [restart, start].map(|run| run.join().expect("it runs"))
        });
        done.store(true, SeqCst);
        (watcher.join().expect("it watches"), outputs)
    });
    for output in outputs.as_flattened() {
        assert!(output.status.success(), "{}", stderr(output));
    }
    assert!(!free, "the lock was let go");
    assert_eq!((house.servers(), house.server()), (1, server));
}

/// What a client says that comes to a server of this protocol.
fn said_to(protocol: u16) -> String {
    let house = House::new();
    fs::create_dir_all(house.data()).expect("a folder");
    let listener = UnixListener::bind(house.data().join("guatu.sock")).expect("a socket");
    let server = thread::spawn(move || {
        let (mut stream, _) = listener.accept().expect("a client");
        let mut head = [0; guatu::wire::hello::HELLO];
        stream.read_exact(&mut head).expect("a hello");
        let mut body = vec![0; Hello::body_length(&head).expect("a hello")];
        stream.read_exact(&mut body).expect("a body");
        let verdict = Verdict::OtherProtocol;
        let answer = Answer { protocol, verdict, stays: false, pid: 1, windows: 0, since: 0 };
        stream.write_all(&answer.encode()).expect("a client");
    });
    let output = house.run(&["status"]);
    server.join().expect("it answered");
    assert_eq!(output.status.code(), Some(1));
    stderr(&output)
}

#[test]
fn a_server_of_another_version_is_told_with_what_to_do() {
    let older = said_to(PROTOCOL - 1);
    assert!(older.contains("guatu server restart"), "{older}");
    let newer = said_to(PROTOCOL + 1);
    assert!(newer.contains("升级") && !newer.contains("restart"), "{newer}");
}

#[test]
fn a_file_that_is_there_is_written_anew_only_when_that_is_asked_for() {
    let house = House::new();
    house.found();
    let file = house.data().with_extension("csv");
    let name = file.to_str().expect("a plain path");
    let holds = |command: &str| {
        fs::write(&file, "theirs").expect("a file");
        for (locale, word) in [("zh_CN.UTF-8", "已存在"), ("en_US.UTF-8", "is there already")] {
            let refused = house.command(&[command, name]).env("LANG", locale).output();
            let refused = refused.expect("the program runs");
            let said = stderr(&refused);
            assert!(said.contains(word) && said.contains("--force"), "{command}: {said}");
            assert_eq!(refused.status.code(), Some(1));
            assert_eq!(fs::read(&file).expect("it is there"), b"theirs");
        }
        let forced = house.run(&[command, "--force", name]);
        assert!(forced.status.success(), "{}", stderr(&forced));
        assert_ne!(fs::read(&file).expect("it is there"), b"theirs");
    };
    holds("export");
    holds("backup");
    assert!(house.run(&["server", "stop"]).status.success());
    holds("backup");
    let device = house.run(&["backup", "--force", "/dev/null"]);
    assert!(device.status.code() == Some(1) && stderr(&device).contains("已存在"), "{}", stderr(&device));
}

#[test]
fn a_backup_is_restored_where_no_server_runs_and_no_board_is() {
    let house = House::new();
    assert!(house.run(&["add", "lead", "name=演示线索"]).status.success());
    let file = house.data().with_extension("backup");
    let file = file.to_str().expect("a plain path");
    let exported = house.data().with_extension("csv");
    let exported = exported.to_str().expect("a plain path");
    let said = |words: &[&str]| stderr(&house.run(words));
    assert_eq!(said(&["export", exported]), format!("已把 1 条线索写入 {exported}。\n"));
    let backed_up = said(&["backup", file]);
    assert!(backed_up.starts_with("已备份 ") && backed_up.contains(file), "{backed_up}");
    assert!(house.run(&["server", "stop"]).status.success());
    assert_eq!(said(&["backup", "--force", file]), backed_up, "with no server too");
    let mut window = house.window(SIZE);
    window.until_open();

    for (locale, word) in [("zh_CN.UTF-8", "另一处"), ("en_US.UTF-8", "elsewhere")] {
        let mut restore = house.command(&["restore", file]);
        let refused = restore.env("LANG", locale).output().expect("the program runs");
        let said = stderr(&refused);
        let told = said.contains("--data") && said.contains("server stop") && said.contains(word);
        assert!(refused.status.code() == Some(1) && told, "{said}");
    }
    assert!(house.run(&["server", "stop"]).status.success());
    window.exit_code();
    window.until("why", |text| text.contains("服务端已停止，已确认的内容都已保存"));
    let occupied = house.run(&["restore", file]);
    assert!(
        occupied.status.code() == Some(1) && stderr(&occupied).contains("--data"),
        "{}",
        stderr(&occupied)
    );

    fs::rename(house.data(), house.data().with_extension("aside")).expect("it is ours");
    let unsound = house.run(&["restore", exported]);
    assert!(unsound.status.code() == Some(1) && !house.data().exists(), "{}", stderr(&unsound));
    fs::create_dir(house.data()).expect("a folder");
    assert_eq!(house.run(&["restore", exported]).status.code(), Some(1));
    assert_eq!(fs::read_dir(house.data()).expect("it is there").count(), 0, "it is as it was");
    let restored = house.run(&["restore", file]);
    assert!(String::from_utf8_lossy(&restored.stdout).contains("已还原"), "{}", stderr(&restored));
    assert!(restored.status.success(), "{}", stderr(&restored));
    let shown = house.run(&["show", "L1"]);
    assert!(String::from_utf8_lossy(&shown.stdout).contains("演示线索"), "{}", stderr(&shown));
}
