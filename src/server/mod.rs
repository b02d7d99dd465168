//! The one process that owns a board: listens, opens windows for people and runs commands for
//! scripts. The only room with a runtime. May use `engine`, `store`, `ui`, `exchange`, `wire`.

pub mod backend;
pub mod importing;
pub mod lifecycle;
pub mod local;
pub mod look;
pub mod requests;

mod access;
mod drafts;
mod error;
mod house;
mod keeping;
mod kept;
mod listen;
mod lock;
mod log;
mod midnight;
mod past;
mod pen;
mod presence;
mod running;
mod seams;
mod session;
mod window;

pub use access::Peer;
pub use error::ServeError;
pub use house::{Bell, House};
pub use lifecycle::{Ending, Herald, Options, serve};
pub use local::Local;
pub use lock::Lock;
