//! Ctrl-C at a command that can be taken back. Uses nothing of the crate.

use std::io::{self, Read};
use std::os::unix::net::UnixStream;
use std::{process, thread};

use signal_hook::consts::SIGINT;
use signal_hook::low_level::pipe;

const STACK: usize = 128 << 10;

/// What a shell reports of a process that Ctrl-C ended.
const INTERRUPTED: i32 = 130;

/// Does something at the first Ctrl-C, and ends the process at the second.
///
/// # Errors
/// When the system gives no thread or pipe.
pub(super) fn first(act: impl FnOnce() + Send + 'static) -> io::Result<()> {
    let (mut presses, write) = UnixStream::pair()?;
    pipe::register(SIGINT, write)?;
    thread::Builder::new().name("interrupt".to_owned()).stack_size(STACK).spawn(move || {
        let mut press = [0];
        if presses.read_exact(&mut press).is_ok() {
            act();
        }
        if presses.read_exact(&mut press).is_ok() {
            process::exit(INTERRUPTED);
        }
    })?;
    Ok(())
}
