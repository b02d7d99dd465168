//! What the terminal says about itself through the environment. May use `wire`.

use std::env;
use std::io::{IsTerminal, stdin, stdout};

use crate::wire::Terminal;

/// All that is known of the terminal without asking it.
#[must_use]
pub fn terminal() -> Terminal {
    let tty = stdout().is_terminal();
    Terminal {
        size: if tty { crossterm::terminal::size().unwrap_or_default() } else { (0, 0) },
        term: variable("TERM"),
        colorterm: variable("COLORTERM"),
        no_color: !variable("NO_COLOR").is_empty(),
        locale: locale(),
        tty,
    }
}

/// The locale's name, in the order that POSIX asks; empty where none is set.
#[must_use]
pub fn locale() -> String {
    ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .map(variable)
        .find(|name| !name.is_empty())
        .unwrap_or_default()
}

/// Whether a window can be opened here.
#[must_use]
pub fn is_interactive() -> bool {
    stdin().is_terminal() && stdout().is_terminal()
}

fn variable(name: &str) -> String {
    env::var_os(name).map(|value| value.to_string_lossy().into_owned()).unwrap_or_default()
}
