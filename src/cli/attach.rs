//! Opening the board. May use `client`.

use std::path::PathBuf;
use std::thread;
use std::time::{Duration, Instant};

use super::{Setting, folder};
use crate::client::attach::attach as open;
use crate::client::spawn::connect_or_start;
use crate::client::{ClientError, Connection, capability, connect};
use crate::domain::Lang;
use crate::error::Failure;
use crate::say;
use crate::wire::{Caller, ExitReason, Import, Purpose, Wish};

/// A server that starts anew is waited for so long.
const PATIENCE: Duration = Duration::from_secs(10);
/// The exit code of what was taken back: what a shell reports of Ctrl-C.
const CANCELLED: i32 = 130;
/// It is asked so often.
const PAUSE: Duration = Duration::from_millis(20);

/// Opens a window and stays until it is closed.
pub(super) fn attach(setting: &Setting, wish: Wish) -> Result<i32, Failure> {
    attach_until(setting, wish).map(|_| 0)
}

fn attach_until(setting: &Setting, wish: Wish) -> Result<ExitReason, Failure> {
    capability::drawable().map_err(|error| Failure::client(setting.lang, &error))?;
    let failed = |error| folder::not_reached(&setting.place, setting.lang, &error);
    let mut herald = super::serve::Teller::new();
    let mut caller = folder::caller(wish);
    let connection = connect_or_start(&setting.place, Purpose::Attach, &caller, &setting.start, &mut herald);
    let mut kept = Vec::new();
    // What was wished for is under way by then, or has been left.
    let again = || {
        caller.wish.import = None;
        again(setting, &caller)
    };
    let ended = open(connection.map_err(failed)?, again, &mut kept);
    tell_kept(setting.lang, &kept);
    ended.map_err(failed)
}

/// Opens a window on the preview of an import. Who leaves it without one is told that nothing was changed.
pub(super) fn preview(setting: &Setting, import: Import) -> Result<i32, Failure> {
    let wish = Wish { import: Some(import), ..Wish::default() };
    match attach_until(setting, wish)? {
        ExitReason::Left => {
            eprintln!("{}", say!(setting.lang, "import-cancelled"));
            Ok(CANCELLED)
        }
        _ => Ok(0),
    }
}

/// Tells where texts lie that were written in an editor and have not come to the board.
pub(super) fn tell_kept(lang: Lang, kept: &[PathBuf]) {
    for path in kept {
        eprintln!("{}", say!(lang, "command-kept", path = path.display().to_string()));
    }
}

/// The link to the server that takes the place of one that starts anew.
fn again(setting: &Setting, caller: &Caller) -> Result<Connection, ClientError> {
    let begun = Instant::now();
    loop {
        match connect(&setting.place, Purpose::Attach, caller) {
            Err(ClientError::NoServer(_) | ClientError::Lost) if begun.elapsed() < PATIENCE => {
                thread::sleep(PAUSE);
            }
            other => return other,
        }
    }
}
