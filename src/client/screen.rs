//! The words that take a terminal's screen and give it back, as crossterm says them; what it has no
//! words for, or words that ask for more than we want, stands in `modes`. Uses nothing of the crate.
//!
//! Keys are read by `keys`: crossterm keeps the answer to a cursor report for itself, and its reading
//! loop goes on after the terminal is gone.

use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::style::ResetColor;
use crossterm::terminal::{
    Clear, ClearType, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen,
};
use crossterm::{Command, terminal};

/// Pasted text comes in brackets.
const PASTES: &str = "\x1b[?2004h";
const NO_PASTES: &str = "\x1b[?2004l";

/// Columns and rows of the terminal; none without one.
pub(super) fn size() -> Option<(u16, u16)> {
    terminal::size().ok()
}

/// Takes the screen: the alternate one, empty.
pub(super) fn enter() -> String {
    said(EnterAlternateScreen) + PASTES + &said(Hide) + &said(Clear(ClearType::All)) + &said(MoveTo(0, 0))
}

/// Ends a frame that was cut short.
pub(super) fn end() -> String {
    said(EndSynchronizedUpdate) + &said(ResetColor)
}

/// Gives the screen back. Where there is no alternate one, as on the Linux console, the board is wiped
/// off the only one.
pub(super) fn leave() -> String {
    let wiped = said(Clear(ClearType::All)) + &said(MoveTo(0, 0));
    NO_PASTES.to_owned() + &wiped + &said(LeaveAlternateScreen) + &said(Show)
}

fn said(command: impl Command) -> String {
    let mut words = String::new();
    // A text takes all that is written to it.
    let _ = command.write_ansi(&mut words);
    words
}

#[cfg(test)]
mod tests {
    use super::{end, enter, leave};

    #[test]
    fn a_terminal_is_told_these_words_and_no_others() {
        assert_eq!(enter(), "\x1b[?1049h\x1b[?2004h\x1b[?25l\x1b[2J\x1b[1;1H");
        assert_eq!(end(), "\x1b[?2026l\x1b[0m");
        assert_eq!(leave(), "\x1b[?2004l\x1b[2J\x1b[1;1H\x1b[?1049l\x1b[?25h");
    }
}
