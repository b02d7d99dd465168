//! A data folder and the server process that runs for it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use guatu::client::connect::control;
use guatu::server::Peer;
use guatu::wire::{Place, Purpose};
use nix::unistd::Pid;
use tempfile::TempDir;

use crate::pty::{ENVIRONMENT, is_alive, until};
use crate::stored;

/// Tells this program, started again, to fill a folder with so many leads.
const FILL: &str = "GUATU_BENCH_FILL";

/// Fills a folder if this process was started for that.
pub(crate) fn fill() -> bool {
    let (Some(leads), Some(data)) = (std::env::var_os(FILL), std::env::var_os("GUATU_DATA")) else {
        return false;
    };
    let leads = leads.to_str().and_then(|leads| leads.parse().ok()).expect("a number");
    stored::filled(Path::new(&data), &Peer::this().login, leads).stop();
    true
}

/// See the module. Whoever runs the benchmark is the board's admin.
pub(crate) struct Server {
    folder: TempDir,
}

impl Server {
    /// A folder with so many leads; no process yet. It is filled by a process of its own: a large
    /// one takes longer to start others.
    pub(crate) fn filled(leads: u32) -> Self {
        let server = Self { folder: stored::folder() };
        let program = std::env::current_exe().expect("this program");
        let mut filler = Command::new(program);
        filler.env(FILL, leads.to_string()).env("GUATU_DATA", server.data());
        assert!(filler.status().expect("it runs").success(), "not filled");
        server
    }

    /// The data folder.
    pub(crate) fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// The same for whoever connects.
    pub(crate) fn place(&self) -> Place {
        Place::new(self.data())
    }

    /// The process, if one answers.
    pub(crate) fn pid(&self) -> Option<Pid> {
        let answer = control(&self.place(), Purpose::Probe).ok()?;
        i32::try_from(answer.pid).ok().map(Pid::from_raw)
    }

    /// A fresh process that serves.
    pub(crate) fn start(&self) -> Pid {
        self.stop();
        let mut status = Command::new(env!("CARGO_BIN_EXE_guatu"));
        status.env_clear().envs(ENVIRONMENT).env("GUATU_DATA", self.data()).arg("status");
        let ended = status.stdout(Stdio::null()).status().expect("the program runs");
        assert!(ended.success(), "no status: {ended}");
        self.pid().expect("a command starts a server")
    }

    /// Ends the process, if there is one, and waits for that.
    pub(crate) fn stop(&self) {
        let Some(pid) = self.pid() else { return };
        control(&self.place(), Purpose::Stop).expect("its owner may stop it");
        until("the server has stopped", || !is_alive(pid));
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}

/// The memory of a process that is in use, in millions of bytes.
pub(crate) fn memory(pid: Pid) -> f64 {
    let status = fs::read_to_string(format!("/proc/{pid}/status")).expect("a process");
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).expect("its memory");
    let kilobytes: f64 = line.trim_end_matches("kB").trim().parse().expect("a number");
    kilobytes * 1024.0 / 1e6
}
