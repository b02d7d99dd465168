//! The built program in real pseudo-terminals: attach, share, resize, drop, kill, stop, restart.

#[path = "support/pty.rs"]
mod pty;

use std::fs;
use std::io::{Read, Write};
use std::os::unix::net::UnixListener;
use std::thread;
use std::time::{Duration, Instant};

use guatu::client::connect;
use guatu::wire::{
    Answer, Code, Hello, Input, Key, PROTOCOL, Place, Purpose, Terminal, ToClient, ToServer, Verdict,
};
use nix::sys::signal::{Signal, kill};

use crate::pty::{House, Window, is_alive, until};

const SIZE: (u16, u16) = (80, 24);

fn stderr(output: &std::process::Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

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
    again.until("the offer", |text| text.contains("上次断线"));
    again.keys("y");
    again.until("the form", |text| text.contains("蓝鲸试验"));
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
fn a_terminated_client_gives_the_terminal_back() {
    let house = House::new();
    for signal in [Signal::SIGTERM, Signal::SIGHUP, Signal::SIGINT] {
        let mut window = house.window(SIZE);
        window.until_open();
        kill(window.pid(), signal).expect("it runs");
        assert_eq!(window.exit_code(), 128 + signal as u32);
        window.assert_restored();
    }
}

#[test]
fn a_stopped_client_gives_the_terminal_back_and_goes_on() {
    let house = House::new();
    let mut window = house.window(SIZE);
    window.until_open();
    let before = window.text();
    kill(window.pid(), Signal::SIGSTOP).expect("it runs");
    kill(window.pid(), Signal::SIGCONT).expect("it runs");
    let bytes = window.bytes();
    until("it draws anew", || window.bytes() > bytes + 500);
    window.until("the same again", |text| text == before);
    window.keys("q");
    assert_eq!(window.exit_code(), 0);
    window.assert_restored();
}

#[test]
fn a_dropped_link_ends_the_client_within_a_second() {
    let house = House::new();
    let mut window = house.window(SIZE);
    window.until_open();
    let pid = window.pid();
    window.hang_up();
    let begun = Instant::now();
    window.exit_code();
    assert!(begun.elapsed() < Duration::from_secs(1), "{:?}", begun.elapsed());
    assert!(!is_alive(pid));
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
}

#[test]
fn two_first_starts_at_once_give_one_server() {
    let house = House::new();
    let starts: Vec<_> = (0..4)
        .map(|_| {
            thread::spawn({
                let mut command = house.command(&["status"]);
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
fn a_killed_server_is_told_and_the_next_start_works() {
    let house = House::new();
    let mut window = house.window(SIZE);
    window.until_open();
    house.kill_server();
    assert_eq!(window.exit_code(), 1);
    window.until("a sentence", |text| text.contains("服务端意外退出"));
    window.assert_restored();
    // Its socket still lies there.
    let again = house.window(SIZE);
    again.until_open();
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
fn a_second_server_is_refused_in_a_sentence() {
    let house = House::new();
    assert!(house.run(&["status"]).status.success());
    let second = house.run(&["serve"]);
    assert_eq!(second.status.code(), Some(1));
    assert!(stderr(&second).contains("guatu server stop"), "{}", stderr(&second));
    assert_eq!(house.servers(), 1);
}

#[test]
fn a_server_that_nobody_needs_stops_by_itself() {
    let house = House::new();
    let started = house.command(&["status"]).env("GUATU_IDLE", "1").output().expect("the program runs");
    assert!(started.status.success(), "{}", stderr(&started));
    until("the server has stopped", || house.servers() == 0);
}

#[test]
fn a_server_of_another_protocol_is_told_with_the_command_to_run() {
    let house = House::new();
    fs::create_dir_all(house.data()).expect("a folder");
    let listener = UnixListener::bind(house.data().join("guatu.sock")).expect("a socket");
    let old = thread::spawn(move || {
        let (mut stream, _) = listener.accept().expect("a client");
        let mut head = [0; guatu::wire::hello::HELLO];
        stream.read_exact(&mut head).expect("a hello");
        let mut body = vec![0; Hello::body_length(&head).expect("a hello")];
        stream.read_exact(&mut body).expect("a body");
        let verdict = Verdict::OtherProtocol;
        let answer = Answer { protocol: PROTOCOL + 1, verdict, stays: false, pid: 1, windows: 0, since: 0 };
        stream.write_all(&answer.encode()).expect("a client");
    });
    let output = house.run(&["status"]);
    old.join().expect("it answered");
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("guatu server restart"), "{}", stderr(&output));
}

#[test]
fn a_folder_that_cannot_be_is_told_in_a_sentence() {
    let house = House::new();
    let file = house.data();
    fs::write(&file, "a file").expect("a file");
    let output = house.run(&["status"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("不是目录"), "{}", stderr(&output));
}

#[test]
fn a_stalled_reader_gets_frames_dropped_and_not_queued() {
    let house = House::new();
    assert!(house.run(&["status"]).status.success());
    let place = Place::new(house.data());
    let terminal =
        Terminal { size: SIZE, term: "xterm-256color".to_owned(), tty: true, ..Terminal::default() };
    let mut link = connect(&place, Purpose::Attach, &terminal).expect("a server");
    assert!(matches!(link.receive(), Ok(ToClient::Screen(_))));
    // The first frame is not acknowledged: whatever happens now, nothing is drawn.
    let key = |ch| ToServer::Input(Input::Key(Key { code: Code::Char(ch), ctrl: false, alt: false }));
    for _ in 0..200 {
        link.send(&key('l')).expect("a server");
        link.send(&key('h')).expect("a server");
    }
    link.send(&key('l')).expect("a server");
    link.send(&ToServer::Shown).expect("a server");
    // One frame shows all that happened; then the window closes.
    assert!(matches!(link.receive(), Ok(ToClient::Screen(_))));
    link.send(&ToServer::Shown).expect("a server");
    link.send(&key('q')).expect("a server");
    assert!(matches!(link.receive(), Ok(ToClient::Exit(_))));
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
