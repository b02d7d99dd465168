//! Bad links: a terminal that reads nothing for a while, and a line with a long delay.

use std::fs;
use std::io::{Read, Write};
use std::net::Shutdown;
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::mpsc::channel;
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use guatu::client::{Connection, connect};
use guatu::wire::{Code, Input, Key, Place, Purpose, Terminal, ToClient, ToServer};
use tempfile::TempDir;

use crate::pty::{House, Window};
use crate::{SIZE, stdout};

/// How long every byte takes, either way.
const DELAY: Duration = Duration::from_millis(300);

/// Room for all the leads of these tests.
const TALL: (u16, u16) = (100, 70);

/// So many changes are made while somebody reads nothing.
const CHANGES: usize = 30;

/// More than a system keeps for a terminal that reads nothing, and a few frames.
const KEPT: usize = 100 << 10;

/// A window over the socket, with a terminal of its own.
struct Far {
    link: Connection,
    terminal: vt100::Parser,
}

impl Far {
    fn open(house: &House) -> Self {
        let terminal =
            Terminal { size: TALL, term: "xterm-256color".to_owned(), tty: true, ..Terminal::default() };
        let place = Place::new(house.data());
        let link = connect(&place, Purpose::Attach, &terminal.into()).expect("a server");
        let size = (TALL.1.try_into().expect("not 0"), TALL.0.try_into().expect("not 0"));
        Self { link, terminal: vt100::Parser::new(size.0, size.1, 0) }
    }

    fn send(&mut self, message: &ToServer) {
        self.link.send(message).expect("a server");
    }

    fn press(&mut self, code: Code, ctrl: bool) {
        self.send(&ToServer::Input(Input::Key(Key { code, ctrl, alt: false })));
    }

    /// Takes the next frame; false where the window has closed instead.
    fn takes_frame(&mut self) -> bool {
        loop {
            match self.link.receive().expect("a server") {
                ToClient::Screen(bytes) => {
                    self.terminal.process(&bytes);
                    return true;
                }
                ToClient::Title(_) => {}
                ToClient::Exit(_) => return false,
                other => panic!("{other:?}"),
            }
        }
    }

    fn text(&self) -> String {
        self.terminal.screen().contents()
    }

    /// Takes frames as a good terminal does until something is seen.
    fn until(&mut self, wanted: &str) {
        while !self.text().contains(wanted) {
            assert!(self.takes_frame(), "closed before {wanted}");
            self.send(&ToServer::Shown);
        }
    }
}

#[test]
fn a_stalled_reader_gets_frames_dropped_and_not_queued_and_the_others_go_on() {
    let house = House::new();
    house.found();
    let (mut stalled, mut other) = (Far::open(&house), Far::open(&house));
    // The first frame is not acknowledged: whatever happens now, nothing is drawn.
    assert!(stalled.takes_frame());
    other.press(Code::F(6), false);
    other.until("L1");
    for no in 0..CHANGES {
        stalled.press(Code::F(6), false);
        stalled.press(Code::F(2), false);
        let name = format!("name=演示第{no}次");
        assert!(house.run(&["add", "lead", &name]).status.success());
        other.until(&name[5..]);
    }
    stalled.press(Code::F(6), false);
    stalled.press(Code::Char('o'), false);
    stalled.send(&ToServer::Input(Input::Paste("演示盲打".to_owned())));
    stalled.press(Code::Char('s'), true);
    other.until("演示盲打");
    stalled.send(&ToServer::Shown);
    // One frame shows all that has happened.
    assert!(stalled.takes_frame());
    for name in ["演示第0次", &format!("演示第{}次", CHANGES - 1), "新建 L32 演示盲打"] {
        assert!(stalled.text().contains(name), "{}", stalled.text());
    }
    stalled.send(&ToServer::Shown);
    stalled.press(Code::Char('q'), false);
    stalled.press(Code::Char('q'), false);
    let mut frames = 0;
    while stalled.takes_frame() {
        frames += 1;
        // The window may have closed by then.
        let _ = stalled.link.send(&ToServer::Shown);
    }
    assert!(frames <= 2, "no more frames than reasons since: {frames}");
}

#[test]
fn a_terminal_that_reads_nothing_holds_up_nobody_and_shows_the_latest_afterwards() {
    let house = House::new();
    house.found();
    let mut stalled = house.window((200, 60));
    let mut other = house.window(TALL);
    stalled.until_open();
    other.until_open();
    other.keys("\x1b[17~");
    other.until("the leads", |text| text.contains("演示线索"));
    let before = stalled.bytes();
    stalled.unread(|stalled| {
        for no in 0..CHANGES {
            // From the board to the leads and back: a frame with a whole screen, if it were drawn.
            stalled.keys(if no % 2 == 0 { "\x1b[17~" } else { "\x1b[12~" });
            other.keys(&format!("o演示第{no}次\x13"));
            other.until("what was saved", |text| text.contains(&format!("演示第{no}次")));
        }
        stalled.keys("\x1b[17~o演示盲打\x13");
        other.until("what was typed blindly", |text| text.contains("演示盲打"));
    });
    stalled.until("what was saved", |text| text.contains("新建 L32 演示盲打"));
    stalled.keys("g");
    let mut fresh = house.window((200, 60));
    fresh.until_open();
    fresh.keys("\x1b[17~");
    // All but the message line and what one can do at it.
    let body = |text: &str| text.lines().take(57).map(str::to_owned).collect::<Vec<_>>();
    stalled.until("what a fresh window shows", |text| body(text) == body(&fresh.text()));
    let came = stalled.bytes() - before;
    assert!(came < KEPT, "frames were queued: {came} bytes");
}

#[test]
fn the_detail_comes_after_keys_in_quick_succession_though_nothing_else_happens() {
    let house = House::new();
    house.found();
    for name in ["演示第二条", "演示第三条"] {
        assert!(house.run(&["add", "lead", &format!("name={name}")]).status.success());
    }
    let mut window = house.window((120, 34));
    window.until_open();
    window.keys("\x1b[17~");
    let tells = |text: &str, words: &str| text.lines().any(|line| line.contains(&format!("│ {words}")));
    window.until("the leads", |text| tells(text, "L1 演示线索"));
    window.keys("jj");
    window.until("the last", |text| text.contains("3/3") && tells(text, "L3 演示第三条"));
}

/// A line to a house on which every byte takes its time; what is under way at once is no less.
struct Line {
    folder: TempDir,
    closed: Arc<AtomicBool>,
    listener: Option<JoinHandle<()>>,
}

impl Line {
    fn to(house: &House) -> Self {
        let folder = TempDir::new().expect("a temp folder");
        let data = folder.path().join("data");
        fs::create_dir(&data).expect("a folder");
        let listener = UnixListener::bind(Place::new(data).socket()).expect("a socket");
        let (socket, closed) = (Place::new(house.data()).socket(), Arc::new(AtomicBool::new(false)));
        let is_closed = closed.clone();
        let listener = thread::spawn(move || {
            for near in listener.incoming().map_while(Result::ok) {
                if is_closed.load(SeqCst) {
                    return;
                }
                let far = UnixStream::connect(&socket).expect("a server");
                let second = |stream: &UnixStream| stream.try_clone().expect("a second hold");
                carry(second(&near), second(&far));
                carry(far, near);
            }
        });
        Self { folder, closed, listener: Some(listener) }
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        self.closed.store(true, SeqCst);
        let _ = UnixStream::connect(Place::new(self.data()).socket());
        let _ = self.listener.take().expect("it listens").join();
    }
}

/// Carries bytes in small pieces, each when its time has come, until either end closes.
fn carry(mut from: UnixStream, mut to: UnixStream) {
    let (sender, pieces) = channel::<(Instant, Vec<u8>)>();
    thread::spawn(move || {
        let mut bytes = [0; 61];
        while let Ok(count @ 1..) = from.read(&mut bytes) {
            if sender.send((Instant::now() + DELAY, bytes[..count].to_vec())).is_err() {
                return;
            }
        }
    });
    thread::spawn(move || {
        for (at, piece) in pieces {
            thread::sleep(at.saturating_duration_since(Instant::now()));
            if to.write_all(&piece).is_err() {
                return;
            }
        }
        let _ = to.shutdown(Shutdown::Both);
    });
}

/// The field of each record that is listed.
fn listed(house: &House, kind: &str, field: &str) -> Vec<String> {
    let listed = stdout(&house.run(&["list", kind, "--json"]));
    let listed: serde_json::Value = serde_json::from_str(&listed).expect("JSON");
    let all = listed["records"].as_array().expect("records");
    all.iter().map(|record| record[field].as_str().unwrap_or_default().to_owned()).collect()
}

#[test]
fn what_is_typed_ahead_on_a_line_with_a_long_delay_arrives_whole_and_in_order() {
    let house = House::new();
    house.found();
    let line = Line::to(&house);
    let mut window = Window::run(&[], &line.data(), SIZE);
    window.until_open();
    // Nobody waits for the screen: a form with its fields, the next one, a note on what was just
    // created. An input method's words come a byte at a time, others as a paste.
    window.keys("\x1b[17~o");
    for byte in "演示远程项目甲乙丙".bytes() {
        window.bytes_typed(&[byte]);
    }
    window.keys("\x1b[200~（粘贴的一段）\x1b[201~abc\x7f");
    window.keys("\x13o演示第二个项目\rYS-第2号\x13n");
    let words: Vec<String> = (0..60).map(|no| format!("第{no}句，")).collect();
    for words in &words {
        window.keys(words);
    }
    window.keys("\x13");
    window.until("the note", |text| text.contains("记事 L3"));
    assert_eq!(
        listed(&house, "lead", "name"),
        ["演示线索", "演示远程项目甲乙丙（粘贴的一段）ab", "演示第二个项目"]
    );
    assert_eq!(listed(&house, "lead", "code"), ["", "", "YS-第2号"]);
    assert_eq!(listed(&house, "note", "text"), [words.concat()]);
    window.keys("qq");
    assert_eq!(window.exit_code(), 0);
    window.assert_restored();
}
