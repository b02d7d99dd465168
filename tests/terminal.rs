//! The built program in real pseudo-terminals: windows, endings, the server's life, other people.

#[path = "support/pty.rs"]
mod pty;

#[path = "terminal/bringing.rs"]
mod bringing;
#[path = "terminal/deck.rs"]
mod deck;
#[path = "terminal/endings.rs"]
mod endings;
#[path = "terminal/exports.rs"]
mod exports;
#[path = "terminal/files.rs"]
mod files;
#[path = "terminal/folders.rs"]
mod folders;
#[path = "terminal/kinds.rs"]
mod kinds;
#[path = "terminal/links.rs"]
mod links;
#[path = "terminal/modes.rs"]
mod modes;
#[path = "terminal/servers.rs"]
mod servers;
#[path = "terminal/shell.rs"]
mod shell;
#[path = "terminal/strangers.rs"]
mod strangers;
#[path = "terminal/themes.rs"]
mod themes;
#[path = "terminal/triage.rs"]
mod triage;
#[path = "terminal/windows.rs"]
mod windows;

use std::process::Output;

/// Columns and rows of most windows.
const SIZE: (u16, u16) = (80, 24);

/// What a command has said about itself.
fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// What a command has printed.
fn stdout(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}
