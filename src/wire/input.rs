//! What a person does at the terminal, in a layout of our own: no terminal library's shapes
//! travel. Uses nothing of the crate.

use serde::{Deserialize, Serialize};

/// Which key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "each name is the key")]
pub enum Code {
    Char(char),
    F(u8),
    Enter,
    Esc,
    Tab,
    BackTab,
    Backspace,
    Delete,
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    PageUp,
    PageDown,
}

/// A key press.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Key {
    /// Which key, shifted as typed.
    pub code: Code,
    /// With Ctrl.
    pub ctrl: bool,
    /// With Alt.
    pub alt: bool,
}

/// What was done with the mouse.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Press {
    /// The left button was pressed.
    Left,
    /// The wheel was turned away from the person, or towards them.
    Wheel {
        /// Towards the end of what is shown.
        down: bool,
    },
}

/// Something done at the terminal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Input {
    /// A key press.
    Key(Key),
    /// A pasted text, or what an input method committed at once.
    Paste(String),
    /// The terminal has this many columns and rows now.
    Resize(u16, u16),
    /// What became of a text in the person's editor; none where that failed.
    Edited(Option<String>),
    /// The terminal has lost what stood on it: draw everything anew.
    Redraw,
    /// The mouse was used on a cell, counted from 0.
    Mouse(Press, u16, u16),
    /// The terminal has said how it draws signs of East-Asian ambiguous width; comes once,
    /// whenever it likes, or never.
    Ambiguous {
        /// Two cells wide.
        wide: bool,
    },
}
