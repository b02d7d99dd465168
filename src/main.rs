//! The program: a few lines that hand over to the crate.

use std::process::ExitCode;

fn main() -> ExitCode {
    guatu::cli::run()
}
