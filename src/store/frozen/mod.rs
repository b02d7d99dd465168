//! The shapes that released formats are stored in. They never change; a new shape is a new
//! version with a way from the old. May use `domain`, `board`.

pub mod v1;
pub mod v1_change;
