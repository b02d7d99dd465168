//! The commands for scripts: each becomes one `wire::Command` with the file that it reads or
//! writes. May use `client`.

use clap::Subcommand;

use super::Setting;
use crate::client::ask::ask as run;
use crate::client::capability;
use crate::client::files::{Sink, Source};
use crate::client::spawn::connect_or_start;
use crate::error::Failure;
use crate::wire::{Command, Purpose};

/// A command for scripts.
#[derive(Debug, Subcommand)]
pub(super) enum Script {
    /// Totals and divisions.
    Status {
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
}

impl Script {
    /// Runs it: its exit code.
    pub(super) fn run(self, setting: &Setting) -> Result<i32, Failure> {
        match self {
            Self::Status { json } => ask(setting, Command::Status { json }, None, None),
        }
    }
}

/// Has the server run a command, starting one where none answers.
pub(super) fn ask(
    setting: &Setting,
    command: Command,
    input: Option<Source>,
    output: Option<Sink>,
) -> Result<i32, Failure> {
    let failed = |error| Failure::client(setting.lang, &error);
    let mut herald = super::serve::Teller::new();
    let connection = connect_or_start(
        &setting.place,
        Purpose::Command,
        &capability::terminal(),
        &setting.start,
        &mut herald,
    );
    run(connection.map_err(failed)?, command, input, output).map_err(failed)
}
