//! What the thread that reads the terminal waits for. Uses nothing of the crate.

use std::io;
use std::os::fd::BorrowedFd;
use std::time::Duration;

use nix::errno::Errno;
use nix::poll::{PollFd, PollFlags, PollTimeout, poll};

/// A sequence that has begun is given so long to go on, before it counts as keys, or as nothing.
const ESCAPE: Duration = Duration::from_millis(50);

/// What has come.
pub(super) enum Came {
    Bytes,
    Signal,
    /// The gate is closed.
    Closing,
    /// A sequence that has begun does not go on.
    Silence,
    Nothing,
}

/// Waits until something comes from the terminal, from a signal or from the gate; not for long where a
/// sequence is `midway`.
///
/// # Errors
/// When the system cannot wait.
pub(super) fn wait(sources: [BorrowedFd<'_>; 3], midway: bool) -> io::Result<Came> {
    let mut fds = sources.map(|source| PollFd::new(source, PollFlags::POLLIN));
    let limit =
        if midway { PollTimeout::try_from(ESCAPE).unwrap_or(PollTimeout::ZERO) } else { PollTimeout::NONE };
    match poll(&mut fds, limit) {
        Ok(0) => return Ok(Came::Silence),
        Err(Errno::EINTR) => return Ok(Came::Nothing),
        Err(error) => return Err(error.into()),
        Ok(_) => {}
    }
    let [bytes, signal, closing] = fds.map(|fd| fd.revents().is_some_and(|events| !events.is_empty()));
    Ok(match (closing, signal, bytes) {
        (true, ..) => Came::Closing,
        (_, true, _) => Came::Signal,
        (.., true) => Came::Bytes,
        _ => Came::Nothing,
    })
}
