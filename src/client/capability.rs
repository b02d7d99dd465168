//! What the terminal says about itself through the environment. May use `screen`, `wire`.

use std::env;
use std::io::{IsTerminal, stdin, stdout};

use super::error::ClientError;
use super::screen;
use crate::wire::{Known, Terminal};

/// All that is known of the terminal without asking it.
#[must_use]
pub fn terminal() -> Terminal {
    let tty = stdout().is_terminal();
    Terminal {
        size: screen::size().filter(|_| tty).unwrap_or_default(),
        term: variable("TERM"),
        colorterm: variable("COLORTERM"),
        no_color: !variable("NO_COLOR").is_empty(),
        locale: locale(),
        utf8: is_utf8(&characters()),
        tty,
    }
}

/// The locale's name, in the order that POSIX asks; empty where none is set.
#[must_use]
pub fn locale() -> String {
    first(["LC_ALL", "LC_MESSAGES", "LANG"])
}

/// What the first of these that is set says.
fn first(names: [&str; 3]) -> String {
    names.into_iter().map(variable).find(|name| !name.is_empty()).unwrap_or_default()
}

/// The locale that says in which encoding the terminal speaks, in the order that POSIX asks.
#[must_use]
pub fn characters() -> String {
    first(["LC_ALL", "LC_CTYPE", "LANG"])
}

fn is_utf8(locale: &str) -> bool {
    let encoding = locale.rsplit('.').next().unwrap_or_default().split('@').next().unwrap_or_default();
    locale.contains('.') && matches!(encoding.to_ascii_lowercase().as_str(), "utf-8" | "utf8")
}

/// Holds that a board can be drawn on the terminal that `TERM` names.
///
/// # Errors
/// `Undrawable` where it has no cursor that can be moved, or where nobody knows.
pub fn drawable() -> Result<(), ClientError> {
    let term = variable("TERM");
    if Known::of(&term).drawable { Ok(()) } else { Err(ClientError::Undrawable(term)) }
}

/// Whether a window can be opened here.
#[must_use]
pub fn is_interactive() -> bool {
    stdin().is_terminal() && stdout().is_terminal()
}

fn variable(name: &str) -> String {
    env::var_os(name).map(|value| value.to_string_lossy().into_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::is_utf8;

    #[test]
    fn the_encoding_stands_behind_the_dot() {
        for (locale, utf8) in [
            ("zh_CN.UTF-8", true),
            ("C.utf8", true),
            ("de_DE.UTF-8@euro", true),
            ("zh_CN.GB18030", false),
            ("zh_CN", false),
            ("C", false),
            ("", false),
        ] {
            assert_eq!(is_utf8(locale), utf8, "{locale}");
        }
    }
}
