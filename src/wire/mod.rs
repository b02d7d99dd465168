//! What client and server say to each other over the Unix socket: frames, the hello that never
//! changes, messages, and why a conversation ends. Plain bytes in and out: no runtime, no sockets.
//! Uses nothing of the crate.

pub mod command;
pub mod exit;
pub mod file;
pub mod folder;
pub mod frame;
pub mod hello;
pub mod input;
pub mod known;
pub mod message;
pub mod place;

pub use command::{About, Command, Export, Form, Import, Paper, Report};
pub use exit::ExitReason;
pub use file::{FileAnswer, FileFault};
pub use frame::{Frame, WireError};
pub use hello::{Answer, Caller, Hello, Present, Purpose, Terminal, ThemeFile, Unread, Verdict, Wish};
pub use input::{Code, Input, Key, Press};
pub use known::{Colours, Known};
pub use message::{Progress, ToClient, ToServer};
pub use place::Place;

/// The number of what is said after the hello. It goes up with every change of shape.
pub const PROTOCOL: u16 = 9;
