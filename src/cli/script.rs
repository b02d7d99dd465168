//! The commands for scripts: each becomes one `wire::Command` with the file that it reads or
//! writes. May use `client`.

use std::fs;
use std::io::ErrorKind::IsADirectory;
use std::path::{Path, PathBuf, absolute};

use clap::Subcommand;

use super::bring::Bring;
use super::export::Export;
use super::report::Report;
use super::restore::Restore;
use super::{Setting, attach, folder, nightly, offline};
use crate::client::ClientError;
use crate::client::ask::ask as run;
use crate::client::capability;
use crate::client::files::{Sink, Source, is_standard};
use crate::client::spawn::connect_or_start;
use crate::error::Failure;
use crate::wire::{Command, Form, Import, Purpose};

/// So many changes are told where nobody says how many.
const NEWEST: u32 = 50;

/// A command for scripts.
#[derive(Debug, Subcommand)]
pub(super) enum Script {
    /// Totals and divisions.
    Status {
        /// As JSON.
        #[arg(long)]
        json: bool,
        /// As they were at the end of a day.
        #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
        at: Option<String>,
    },
    /// Funnel, rates, tempo, intake.
    Figures {
        /// As JSON.
        #[arg(long)]
        json: bool,
        /// Of this division only.
        #[arg(long, value_name = "N")]
        division: Option<String>,
    },
    /// The records of a kind.
    List {
        /// Which kind.
        #[arg(default_value = "leads", hide_default_value = true)]
        kind: String,
        /// As JSON.
        #[arg(long, conflicts_with = "csv")]
        json: bool,
        /// As CSV with the keys of the fields.
        #[arg(long)]
        csv: bool,
        /// Only those that a filter finds.
        #[arg(long, value_name = "TEXT")]
        filter: Option<String>,
    },
    /// One record.
    Show {
        /// Its id.
        id: String,
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// Create a record.
    Add {
        /// Which kind.
        kind: String,
        /// `field=value` words.
        #[arg(value_name = "FIELD=VALUE")]
        sets: Vec<String>,
    },
    /// Change a record.
    Set {
        /// Its id.
        id: String,
        /// `field=value` words.
        #[arg(value_name = "FIELD=VALUE", required = true)]
        sets: Vec<String>,
    },
    /// Move a lead.
    Move {
        /// Its id.
        id: String,
        /// Where to.
        stage: String,
        /// `field=value` words.
        #[arg(value_name = "FIELD=VALUE")]
        sets: Vec<String>,
    },
    /// Write a progress note.
    Note {
        /// On what.
        id: String,
        /// The text.
        text: String,
    },
    /// Take back what was done last.
    Undo,
    /// Do it again.
    Redo,
    /// What changed.
    History {
        /// Of this record.
        id: Option<String>,
        /// As JSON.
        #[arg(long)]
        json: bool,
        /// How many; without it 50, or all since a mark.
        #[arg(long)]
        limit: Option<u32>,
        /// Only since a mark.
        #[arg(long, value_name = "NAME", num_args = 0..=1, default_missing_value = "")]
        since_mark: Option<String>,
    },
    /// Reports to hand around.
    Report {
        #[command(subcommand)]
        of: Report,
    },
    /// Bring records in.
    Import {
        /// From where.
        file: PathBuf,
        /// Only say what would happen.
        #[arg(long)]
        dry_run: bool,
        /// A header and its field.
        #[arg(long, value_name = "HEADER=FIELD")]
        map: Vec<String>,
        /// The unit of bare amounts.
        #[arg(long)]
        unit: Option<String>,
        /// The division of leads that name none.
        #[arg(long, value_name = "N")]
        division: Option<String>,
        #[command(flatten)]
        more: Box<Bring>,
        /// Without a preview in a terminal.
        #[arg(long)]
        yes: bool,
    },
    /// Write records to a file.
    Export(Export),
    /// Write the whole board with its history.
    Backup {
        /// To where: a file, or with `keep` a folder.
        file: PathBuf,
        /// In the place of a file that is there.
        #[arg(long)]
        force: bool,
        /// So many stay in the folder.
        #[arg(long, value_name = "LIMIT", conflicts_with = "force")]
        #[arg(value_parser = clap::value_parser!(u16).range(1..))]
        keep: Option<u16>,
    },
    /// Make a board of a backup.
    Restore(Restore),
    /// Whether all agrees.
    Check {
        /// Instead whether a light is red.
        #[arg(long)]
        lights: bool,
    },
}

impl Script {
    /// Runs it: its exit code.
    pub(super) fn run(self, setting: &Setting) -> Result<i32, Failure> {
        let plain = |command| ask(setting, command, None, None);
        match self {
            Self::Status { json, at } => plain(Command::Status { json, at }),
            Self::Figures { json, division } => plain(Command::Figures { json, division }),
            Self::List { kind, json, csv, filter } => {
                plain(Command::List { kind, form: form(json, csv), filter })
            }
            Self::Show { id, json } => plain(Command::Show { id, json }),
            Self::Add { kind, sets } => plain(Command::Add { kind, sets }),
            Self::Set { id, sets } => plain(Command::Set { id, sets }),
            Self::Move { id, stage, sets } => plain(Command::Move { id, stage, sets }),
            Self::Note { id, text } => plain(Command::Note { id, text }),
            Self::Undo => plain(Command::Undo),
            Self::Redo => plain(Command::Redo),
            Self::History { id, json, limit, since_mark } => {
                let limit = limit.unwrap_or(if since_mark.is_some() { u32::MAX } else { NEWEST });
                plain(Command::History { id, json, limit, since_mark })
            }
            Self::Report { of } => plain(Command::Report(of.into())),
            Self::Import { file, dry_run, map, unit, division, more, yes } => {
                let wish = more.of(Import { dry_run, map, unit, division, ..Import::default() });
                let previewed = !wish.json && !dry_run && !yes && !is_standard(&file);
                if previewed && capability::is_interactive() {
                    // A name that is no text cannot be shown, nor travel as one.
                    if let Some(path) = looked_at(&file, setting)?.to_str() {
                        return attach::preview(setting, Import { file: path.to_owned(), ..wish });
                    }
                }
                let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
                let import = Import { file: name, ..wish };
                let source = Source::open(&file).map_err(|error| Failure::client(setting.lang, &error))?;
                ask(setting, Command::Import(Box::new(import)), Some(source), None)
            }
            Self::Export(args) => args.run(setting),
            Self::Backup { file, keep: Some(keep), .. } => nightly::run(setting, &file, keep.into()),
            Self::Backup { file, force, keep: None } => offline::backup(setting, &file, force),
            Self::Restore(restore) => restore.run(setting),
            Self::Check { lights: true } => plain(Command::Check { lights: true }),
            Self::Check { lights: false } => offline::check(setting),
        }
    }
}

/// The path of a file that a window is to look at, which is the same wherever the window is opened again.
fn looked_at(file: &Path, setting: &Setting) -> Result<PathBuf, Failure> {
    let failed = |source| ClientError::File { path: file.to_owned(), source };
    let about = fs::metadata(file).map_err(failed);
    let about =
        about.and_then(|about| if about.is_dir() { Err(failed(IsADirectory.into())) } else { Ok(()) });
    let path = about.and_then(|()| absolute(file).map_err(failed));
    path.map_err(|error| Failure::client(setting.lang, &error))
}

const fn form(json: bool, csv: bool) -> Form {
    match (json, csv) {
        (true, _) => Form::Json,
        (false, true) => Form::Csv,
        (false, false) => Form::Text,
    }
}

/// Whether a command may be the first word on a new board; all others are about what is there.
fn founds(command: &Command) -> bool {
    matches!(command, Command::Add { .. }) || brings(command)
}

/// Whether a command brings a file in, and does not only look at it.
fn brings(command: &Command) -> bool {
    matches!(command, Command::Import(import) if !import.dry_run)
}

/// Whether a command changes the board.
fn changes(command: &Command) -> bool {
    let changes = matches!(
        command,
        Command::Add { .. }
            | Command::Set { .. }
            | Command::Move { .. }
            | Command::Note { .. }
            | Command::Undo
            | Command::Redo
    );
    changes || brings(command)
}

/// Has the server run a command, starting one where none answers.
pub(super) fn ask(
    setting: &Setting,
    command: Command,
    input: Option<Source>,
    output: Option<Sink>,
) -> Result<i32, Failure> {
    let failed = |error| folder::not_reached(&setting.place, setting.lang, &error);
    if !founds(&command) {
        folder::must_hold_a_board(&setting.place, setting.lang)?;
    }
    let mut herald = super::serve::Teller::new();
    let connection = connect_or_start(
        &setting.place,
        Purpose::Command,
        &capability::terminal().into(),
        &setting.start,
        &mut herald,
    );
    let changes = changes(&command);
    run(connection.map_err(failed)?, command, input, output).map_err(|error| match error {
        ClientError::Lost if changes => Failure::lost_midway(setting.lang),
        error => failed(error),
    })
}
