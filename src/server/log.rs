//! What the server has to say to nobody in particular: its standard error, which is `server.log`
//! where it has no terminal. Uses nothing.

use std::fmt::Display;
use std::io::{Write, stderr};

use chrono::Utc;

/// Writes a line with the moment.
pub(super) fn log(line: impl Display) {
    // Where even this fails there is nobody left to tell.
    let _ = writeln!(stderr().lock(), "{} {line}", Utc::now().format("%FT%TZ"));
}
