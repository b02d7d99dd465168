//! From the start of the program in a real terminal to its first frame, whole.

use std::io::{Read, Write};
use std::time::{Duration, Instant};

use nix::unistd::Pid;
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

use crate::pty::ENVIRONMENT;
use crate::server::Server;
use crate::{SIZE, table};

/// So many starts.
const STARTS: usize = 10;

/// Where a frame ends.
const END: &[u8] = b"\x1b[?2026l";

/// The program in a terminal.
pub(crate) struct Client {
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    reader: Box<dyn Read + Send>,
}

impl Client {
    /// Starts it and reads up to the end of its first frame: how long that took.
    pub(crate) fn open(server: &Server) -> (Self, Duration) {
        let (cols, rows) = SIZE;
        let size = PtySize { rows, cols, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("a pty");
        let mut reader = pair.master.try_clone_reader().expect("a reader");
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_guatu"));
        command.env_clear();
        for (name, value) in ENVIRONMENT {
            command.env(name, value);
        }
        command.env("GUATU_DATA", server.data());
        command.cwd("/");
        let begun = Instant::now();
        let child = pair.slave.spawn_command(command).expect("the program runs");
        let (mut seen, mut bytes) = (Vec::new(), [0; 4096]);
        while !seen.windows(END.len()).any(|part| part == END) {
            let count = reader.read(&mut bytes).expect("a terminal");
            seen.extend_from_slice(&bytes[..count]);
        }
        let taken = begun.elapsed();
        (Self { child, master: pair.master, reader }, taken)
    }

    /// The process.
    pub(crate) fn pid(&self) -> Pid {
        let id = self.child.process_id().expect("it runs");
        Pid::from_raw(id.try_into().expect("a process number"))
    }

    /// Closes the window and waits for the end.
    pub(crate) fn quit(mut self) {
        let mut keys = self.master.take_writer().expect("a writer");
        keys.write_all(b"q").expect("it takes keys");
        // What it still writes is read, so that it does not wait for that; then the terminal is closed.
        let mut rest = Vec::new();
        let _ = self.reader.read_to_end(&mut rest);
        self.child.wait().expect("it ends");
    }
}

/// The server is started too.
pub(crate) fn cold(server: &Server, leads: u32) {
    let opened = || {
        server.stop();
        first_frame(server)
    };
    let taken = std::iter::repeat_with(opened).take(STARTS).collect();
    table::times(&format!("first frame, cold start, {leads} leads"), taken, Some(150));
}

/// The server runs.
pub(crate) fn up(server: &Server, leads: u32) {
    server.start();
    let taken = std::iter::repeat_with(|| first_frame(server)).take(2 * STARTS).collect();
    table::times(&format!("first frame, server up, {leads} leads"), taken, Some(10));
}

fn first_frame(server: &Server) -> Duration {
    let (client, taken) = Client::open(server);
    client.quit();
    taken
}
