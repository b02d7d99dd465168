//! The built program in a real pseudo-terminal, seen through a terminal emulator. All waiting is
//! for a condition; every process that is started ends with the test.

use std::ffi::OsString;
use std::fs;
use std::io::{Read, Write};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, SlavePty, native_pty_system};
use tempfile::TempDir;

/// No condition is waited for longer.
const LONGEST: Duration = Duration::from_secs(20);

/// The environment of every process: nothing of the machine's own.
pub(crate) const ENVIRONMENT: [(&str, &str); 4] = [
    ("TERM", "xterm-256color"),
    ("LANG", "zh_CN.UTF-8"),
    ("PATH", "/usr/bin:/bin"),
    // A shell that edits its line would set modes of its own.
    ("PS1", PROMPT),
];

/// How a shell asks for the next command.
pub(crate) const PROMPT: &str = "go on>";

/// Waits until something holds.
pub(crate) fn until(what: &str, mut holds: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !holds() {
        assert!(begun.elapsed() < LONGEST, "waited in vain: {what}");
        thread::sleep(Duration::from_millis(5));
    }
}

/// A data folder with the server that may run for it.
pub(crate) struct House {
    folder: TempDir,
}

impl House {
    /// A folder where nothing is yet.
    pub(crate) fn new() -> Self {
        Self { folder: TempDir::new().expect("a temp folder") }
    }

    /// The data folder.
    pub(crate) fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// Opens a window.
    pub(crate) fn window(&self, size: (u16, u16)) -> Window {
        Window::run(&[], &self.data(), size)
    }

    /// Opens a window in another environment.
    pub(crate) fn window_with(&self, size: (u16, u16), differs: &[(&str, &str)]) -> Window {
        Window::of_with(&[env!("CARGO_BIN_EXE_guatu").into()], &self.data(), size, differs)
    }

    /// A command, ready to run without a terminal.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_guatu"));
        command.env_clear().envs(ENVIRONMENT).env("GUATU_DATA", self.data()).args(arguments);
        command
    }

    /// Runs a command to its end.
    pub(crate) fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().expect("the program runs")
    }

    /// Founds the board with a first lead; its server runs.
    pub(crate) fn found(&self) {
        let output = self.run(&["add", "lead", "name=演示线索"]);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }

    /// The server's process, as it has written it down.
    pub(crate) fn server(&self) -> Option<Pid> {
        let text = fs::read_to_string(self.data().join("server.lock")).ok()?;
        Some(Pid::from_raw(text.trim().parse().ok()?))
    }

    /// Kills the server on the spot.
    pub(crate) fn kill_server(&self) {
        let pid = self.server().expect("a server");
        kill(pid, Signal::SIGKILL).expect("it runs");
        until("the server is gone", || !is_alive(pid));
    }

    /// Whether a text stands in a file of the working form.
    pub(crate) fn holds(&self, text: &str) -> bool {
        fn stands(path: &Path, text: &[u8]) -> bool {
            let below = || fs::read_dir(path).into_iter().flatten().flatten();
            let here = fs::read(path).unwrap_or_default();
            here.windows(text.len()).any(|bytes| bytes == text)
                || below().any(|entry| stands(&entry.path(), text))
        }
        stands(&self.data().join("sled"), text.as_bytes())
    }

    /// How many servers run for this folder.
    pub(crate) fn servers(&self) -> usize {
        let data = self.data();
        let serves = |pid: &Path| {
            let line = fs::read(pid.join("cmdline")).unwrap_or_default();
            let words: Vec<_> = line.split(|byte| *byte == 0).map(String::from_utf8_lossy).collect();
            words.iter().any(|word| word == "serve") && words.iter().any(|word| Path::new(&**word) == data)
        };
        let all = fs::read_dir("/proc").expect("proc").flatten();
        all.filter(|entry| serves(&entry.path())).count()
    }
}

impl Drop for House {
    fn drop(&mut self) {
        if let Some(pid) = self.server()
            && is_alive(pid)
        {
            let _ = kill(pid, Signal::SIGTERM);
            until("the server has stopped", || !is_alive(pid));
        }
    }
}

/// Whether a process runs; one that has ended and is not waited for does not.
pub(crate) fn is_alive(pid: Pid) -> bool {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    stat.rsplit(')').next().and_then(|rest| rest.trim().chars().next()).is_some_and(|state| state != 'Z')
}

/// The processor time that a process has used, in hundredths of a second.
pub(crate) fn ticks(pid: Pid) -> u64 {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).expect("a process");
    let (_, numbers) = stat.rsplit_once(')').expect("a name in brackets");
    // After the name: the state, ten numbers, then the time in the program and in the system.
    let times = numbers.split_whitespace().skip(11).take(2);
    times.map(|time| time.parse::<u64>().expect("a number")).sum()
}

/// What has come out of a terminal.
struct Seen {
    parser: vt100::Parser,
    bytes: Vec<u8>,
}

/// A process in a terminal.
pub(crate) struct Window {
    child: Box<dyn Child + Send + Sync>,
    master: Option<Box<dyn MasterPty + Send>>,
    slave: Option<Box<dyn SlavePty + Send>>,
    keys: Option<Box<dyn Write + Send>>,
    seen: Arc<Mutex<Seen>>,
    stop: Arc<AtomicBool>,
    reader: Option<JoinHandle<()>>,
    termios: String,
}

impl Window {
    /// Runs the program in a terminal of so many columns and rows.
    pub(crate) fn run(arguments: &[&str], data: &Path, size: (u16, u16)) -> Self {
        let words = [env!("CARGO_BIN_EXE_guatu")].iter().chain(arguments);
        Self::of(&words.map(OsString::from).collect::<Vec<_>>(), data, size)
    }

    /// Runs a shell that asks for a command.
    pub(crate) fn shell(data: &Path, size: (u16, u16)) -> Self {
        let shell = Self::of(&["sh".into(), "-i".into()], data, size);
        shell.until("the prompt", |text| text.ends_with(PROMPT));
        shell
    }

    /// Runs a program with its arguments.
    pub(crate) fn of(words: &[OsString], data: &Path, size: (u16, u16)) -> Self {
        Self::of_with(words, data, size, &[])
    }

    /// Runs a program with its arguments where the environment differs in this; what is empty is not set.
    pub(crate) fn of_with(
        words: &[OsString],
        data: &Path,
        (columns, rows): (u16, u16),
        differs: &[(&str, &str)],
    ) -> Self {
        let pair = native_pty_system().openpty(size(columns, rows)).expect("a pty");
        let mut command = CommandBuilder::from_argv(words.to_vec());
        command.env_clear();
        for (name, value) in ENVIRONMENT {
            command.env(name, value);
        }
        for (name, value) in differs {
            match *value {
                "" => command.env_remove(name),
                value => command.env(name, value),
            }
        }
        command.env("GUATU_DATA", data);
        // Else it starts in the user's home folder, which not everybody has.
        command.cwd("/");
        let termios = termios(&*pair.master);
        let child = pair.slave.spawn_command(command).expect("the program runs");
        let seen = Arc::new(Mutex::new(Seen {
            parser: vt100::Parser::new(cells(rows), cells(columns), 0),
            bytes: Vec::new(),
        }));
        let stop = Arc::new(AtomicBool::new(false));
        let reader = read(pair.master.try_clone_reader().expect("a reader"), seen.clone(), stop.clone());
        let keys = pair.master.take_writer().expect("a writer");
        Self {
            child,
            master: Some(pair.master),
            slave: Some(pair.slave),
            keys: Some(keys),
            seen,
            stop,
            reader: Some(reader),
            termios,
        }
    }

    /// Types.
    pub(crate) fn keys(&mut self, keys: &str) {
        self.bytes_typed(keys.as_bytes());
    }

    /// Types what need not be whole characters.
    pub(crate) fn bytes_typed(&mut self, bytes: &[u8]) {
        let writer = self.keys.as_mut().expect("a terminal");
        writer.write_all(bytes).expect("the terminal takes keys");
        writer.flush().expect("the terminal takes keys");
    }

    /// Does something while the terminal reads nothing; its screen must not be asked for meanwhile.
    pub(crate) fn unread<T>(&mut self, work: impl FnOnce(&mut Self) -> T) -> T {
        let seen = self.seen.clone();
        let _unread = seen.lock().expect("no panic");
        work(self)
    }

    /// What stands on the screen.
    pub(crate) fn text(&self) -> String {
        self.seen.lock().expect("no panic").parser.screen().contents()
    }

    /// Waits until the screen is as wanted.
    pub(crate) fn until(&self, what: &str, wanted: impl Fn(&str) -> bool) {
        let begun = Instant::now();
        while !wanted(&self.text()) {
            assert!(begun.elapsed() < LONGEST, "waited in vain: {what}\n{}", self.text());
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// Waits until the board stands there, to its last words.
    pub(crate) fn until_open(&self) {
        let open = |text: &str| text.contains("海洋") && text.contains("在线");
        self.until("the board", |text| open(text) && text.trim_end().ends_with("退出"));
    }

    /// How many bytes have come out so far.
    pub(crate) fn bytes(&self) -> usize {
        self.seen.lock().expect("no panic").bytes.len()
    }

    /// All that has come out so far, as it came.
    pub(crate) fn raw(&self) -> String {
        String::from_utf8_lossy(&self.seen.lock().expect("no panic").bytes).into_owned()
    }

    /// Changes the size.
    pub(crate) fn resize(&self, columns: u16, rows: u16) {
        self.seen.lock().expect("no panic").parser.screen_mut().set_size(cells(rows), cells(columns));
        self.master.as_ref().expect("a terminal").resize(size(columns, rows)).expect("a size");
    }

    /// The process.
    pub(crate) fn pid(&self) -> Pid {
        let id = self.child.process_id().expect("it runs");
        Pid::from_raw(id.try_into().expect("a process number"))
    }

    /// Waits for the end: the exit code.
    pub(crate) fn exit_code(&mut self) -> u32 {
        let mut code = None;
        until("the window ends", || {
            code = self.child.try_wait().expect("a child");
            code.is_some()
        });
        code.expect("it has ended").exit_code()
    }

    /// Presses `q` until the window has ended: what is typed to a server on its way out is lost. The
    /// exit code.
    pub(crate) fn leave(&mut self) -> u32 {
        let mut code = None;
        until("the window ends", || {
            self.keys("q");
            code = self.child.try_wait().expect("a child");
            code.is_some()
        });
        code.expect("it has ended").exit_code()
    }

    /// Holds that the terminal is as it was before the program ran.
    pub(crate) fn assert_restored(&self) {
        until("all modes are off", || {
            let seen = self.seen.lock().expect("no panic");
            let screen = seen.parser.screen();
            let mouse = screen.mouse_protocol_mode() != vt100::MouseProtocolMode::None;
            !screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste() && !mouse
        });
        assert_eq!(termios(&**self.master.as_ref().expect("a terminal")), self.termios);
    }

    /// Closes the terminal, as a link that drops does.
    pub(crate) fn hang_up(&mut self) {
        self.stop.store(true, SeqCst);
        // The reader is let go by the next byte.
        self.resize(70, 20);
        self.reader.take().expect("a reader").join().expect("it reads");
        self.keys = None;
        self.slave = None;
        self.master = None;
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        self.keys = None;
        self.slave = None;
        self.master = None;
    }
}

fn size(cols: u16, rows: u16) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}

fn cells(count: u16) -> NonZero<u16> {
    NonZero::new(count).expect("a size")
}

fn termios(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios())
}

fn read(mut from: Box<dyn Read + Send>, seen: Arc<Mutex<Seen>>, stop: Arc<AtomicBool>) -> JoinHandle<()> {
    thread::spawn(move || {
        let mut bytes = [0; 4096];
        while let Ok(count) = from.read(&mut bytes) {
            let mut seen = seen.lock().expect("no panic");
            seen.bytes.extend_from_slice(&bytes[..count]);
            seen.parser.process(&bytes[..count]);
            if count == 0 || stop.load(SeqCst) {
                return;
            }
        }
    })
}
