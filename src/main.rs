//! The program: a few lines that hand over to the crate.

fn main() {}
