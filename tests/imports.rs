//! An import by the built program that ends early: taken back with Ctrl-C, or its process killed,
//! while the file still comes in.

use std::fs::{File, OpenOptions};
use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use nix::sys::signal::{Signal, kill};
use nix::sys::stat::Mode;
use nix::unistd::{Pid, mkfifo};
use tempfile::TempDir;

/// No condition is waited for longer.
const LONGEST: Duration = Duration::from_secs(20);

/// A data folder and the server that runs for it.
struct House(TempDir);

impl House {
    fn open() -> Self {
        let house = Self(TempDir::new().expect("a temp folder"));
        let sheet = house.0.path().join("none.csv");
        std::fs::write(&sheet, "项目名称\n").expect("a file");
        // Founds the board and brings nothing in.
        house.say(&["import", sheet.to_str().expect("a plain path")]);
        house
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_guatu"));
        let data = self.0.path().join("data");
        command.env_clear().env("LANG", "en_US.UTF-8").env("GUATU_DATA", data).args(arguments);
        command
    }

    /// What a command prints that ends well.
    fn say(&self, arguments: &[&str]) -> String {
        let output = self.command(arguments).output().expect("the program runs");
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    /// An import of a file that has not ended: its process, and where the file goes on.
    fn import_of_an_open_file(&self) -> (Child, File) {
        let path: PathBuf = self.0.path().join("leads.csv");
        mkfifo(&path, Mode::S_IRWXU).expect("a pipe");
        let mut import = self.command(&["import", path.to_str().expect("a plain path")]);
        let import = import.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program runs");
        // It opens when the program reads it; so the program is at work.
        let mut file = OpenOptions::new().write(true).open(path).expect("the pipe opens");
        file.write_all("项目名称\n演示·甲\n".as_bytes()).expect("the pipe takes it");
        (import, file)
    }

    /// Nothing but the founding has happened, and all agrees.
    fn assert_unchanged(&self) {
        assert!(self.say(&["list", "lead", "--json"]).ends_with("\"records\":[\n]}\n"));
        assert_eq!(self.say(&["history"]).lines().count(), 1, "only the founding");
        self.say(&["check"]);
    }
}

impl Drop for House {
    fn drop(&mut self) {
        let _ = self.command(&["server", "stop"]).output();
    }
}

fn pid(child: &Child) -> Pid {
    Pid::from_raw(child.id().try_into().expect("a process number"))
}

/// Waits until Ctrl-C is listened for: the system says which signals a process handles.
fn until_it_listens(child: &Child) {
    let begun = Instant::now();
    let handles = || {
        let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
        let caught = status.lines().find_map(|line| line.strip_prefix("SigCgt:")).unwrap_or("0");
        let caught = u64::from_str_radix(caught.trim(), 16).unwrap_or(0);
        caught >> (Signal::SIGINT as u32 - 1) & 1 == 1
    };
    while !handles() {
        assert!(begun.elapsed() < LONGEST, "it never listens for Ctrl-C");
        thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn a_sheet_comes_in_by_standard_input() {
    let house = House::open();
    let mut import = house.command(&["import", "-"]).stdin(Stdio::piped()).spawn().expect("the program runs");
    let sheet = "项目名称\n演示·甲\n";
    import.stdin.take().expect("a pipe").write_all(sheet.as_bytes()).expect("it takes the sheet");
    assert!(import.wait().expect("it ends").success());
    assert!(house.say(&["list", "--csv"]).contains("演示·甲"));
}

#[test]
fn taken_back_with_ctrl_c_it_changes_nothing_and_says_so() {
    let house = House::open();
    let (mut import, _file) = house.import_of_an_open_file();
    until_it_listens(&import);
    kill(pid(&import), Signal::SIGINT).expect("it runs");
    let mut said = String::new();
    import.stderr.take().expect("its standard error").read_to_string(&mut said).expect("words");
    assert_eq!(import.wait().expect("it ends").code(), Some(130));
    assert_eq!(said, "Cancelled: nothing was changed.\n");
    house.assert_unchanged();
}

#[test]
fn a_program_that_is_killed_leaves_nothing_behind() {
    let house = House::open();
    let (mut import, file) = house.import_of_an_open_file();
    import.kill().expect("it runs");
    import.wait().expect("it ends");
    drop(file);
    house.assert_unchanged();
    // Whoever comes next is served as ever.
    let sheet = house.0.path().join("next.csv");
    std::fs::write(&sheet, "项目名称\n演示·乙\n").expect("a file");
    let said = house.say(&["import", sheet.to_str().expect("a plain path")]);
    assert_eq!(
        said,
        "New leads without a division: 1; --division gives them one\n\
         Imported next.csv: 1 new; guatu undo takes it back whole.\n"
    );
}
