//! A key press as the board understands it, whatever terminal it came from. May use `domain::typed`.

use std::fmt;

use crate::domain::typed::half_width;

/// Which key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Code {
    /// A character, shifted as typed: `L`, `/`, `界`.
    Char(char),
    /// A function key F1 … F12.
    F(u8),
    /// Enter.
    Enter,
    /// Esc.
    Esc,
    /// Tab.
    Tab,
    /// Shift-Tab.
    BackTab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
}

/// The keys that are printed by a name.
const NAMED: [(Code, &str); 15] = [
    (Code::Char(' '), "Space"),
    (Code::Enter, "Enter"),
    (Code::Esc, "Esc"),
    (Code::Tab, "Tab"),
    (Code::BackTab, "Shift-Tab"),
    (Code::Backspace, "Backspace"),
    (Code::Delete, "Del"),
    (Code::Up, "Up"),
    (Code::Down, "Down"),
    (Code::Left, "Left"),
    (Code::Right, "Right"),
    (Code::Home, "Home"),
    (Code::End, "End"),
    (Code::PageUp, "PgUp"),
    (Code::PageDown, "PgDn"),
];

/// A key press.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    /// Which key.
    pub code: Code,
    /// With Ctrl.
    pub ctrl: bool,
    /// With Alt.
    pub alt: bool,
}

impl Key {
    /// A key without modifiers.
    #[must_use]
    pub const fn plain(code: Code) -> Self {
        Self { code, ctrl: false, alt: false }
    }

    /// A character without modifiers.
    #[must_use]
    pub const fn char(ch: char) -> Self {
        Self::plain(Code::Char(ch))
    }

    /// The same key where a full-width form counts as its half-width twin.
    #[must_use]
    pub fn halved(self) -> Self {
        match self.code {
            Code::Char(ch) => Self { code: Code::Char(half_width(ch)), ..self },
            _ => self,
        }
    }

    /// A character with Ctrl.
    #[must_use]
    pub const fn ctrl(ch: char) -> Self {
        Self { code: Code::Char(ch), ctrl: true, alt: false }
    }
}

impl fmt::Display for Key {
    /// As help and footer print it: `L`, `Ctrl-r`, `PgDn`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ctrl {
            f.write_str("Ctrl-")?;
        }
        if self.alt {
            f.write_str("Alt-")?;
        }
        if let Some((_, name)) = NAMED.iter().find(|(code, _)| *code == self.code) {
            return f.write_str(name);
        }
        match self.code {
            Code::Char(ch) => write!(f, "{ch}"),
            Code::F(n) => write!(f, "F{n}"),
            // All others have a name.
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Key;

    #[test]
    fn full_width_forms_are_their_half_width_twins() {
        for (full, half) in [('？', '?'), ('／', '/'), ('：', ':'), ('１', '1'), ('ｙ', 'y'), ('海', '海')]
        {
            assert_eq!(Key::char(full).halved(), Key::char(half));
        }
    }
}
