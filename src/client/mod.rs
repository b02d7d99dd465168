//! The thin side: puts the terminal in raw mode, forwards what is typed, writes the bytes it is
//! sent, and reads and writes files with the person's own rights. Plain threads, no runtime.
//! May use `wire`.

pub mod ask;
pub mod attach;
pub mod capability;
pub mod connect;
pub mod files;
pub mod spawn;
pub mod themes;

mod came;
mod clipboard;
mod cut;
mod editor;
mod error;
mod gate;
mod hangup;
mod input;
mod interrupt;
mod keys;
mod modes;
mod pieces;
mod probe;
mod screen;
mod transfers;
mod tty;

pub use connect::{Connection, connect, control};
pub use error::ClientError;
pub use spawn::Start;
