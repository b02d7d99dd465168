//! Files in and out: sheets read into one Transaction, leads written so that they read back. Pure
//! over bytes: no files, no clock. May use `domain`, `board`.

pub mod document;
pub mod export;
pub mod import;
pub mod pledges;
pub mod sheet;
pub mod weekly;

mod guard;
