//! Every command and flag, and what each leads to. May use everything.

mod attach;
mod bring;
mod completions;
mod control;
mod demo;
mod dress;
mod export;
mod folder;
mod help;
mod manual;
mod nightly;
mod offline;
mod present;
mod report;
mod restore;
mod script;
mod serve;
mod usage;

use std::env;
use std::io::{Write, stderr};
use std::path::{PathBuf, absolute};
use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

use crate::client::{ClientError, Start, capability};
use crate::domain::Lang;
use crate::error::Failure;
use crate::wire::{Command, Place, Wish};

/// How a moment stands in the name of a file or folder, in UTC.
const STAMP: &str = "%Y%m%d-%H%M%S";

/// The command line.
#[derive(Debug, Parser)]
#[command(name = "guatu", version)]
struct Cli {
    /// The data folder.
    #[arg(long, global = true, env = "GUATU_DATA", hide_env = true, value_name = "DIR")]
    data: Option<PathBuf>,
    /// What a new board is founded on.
    #[arg(long, global = true, value_name = "FILE")]
    charter: Option<PathBuf>,
    #[command(subcommand)]
    verb: Option<Verb>,
}

/// What to do; without one the board is opened.
#[derive(Debug, Subcommand)]
enum Verb {
    /// Run the server here.
    Serve(serve::Serve),
    /// Ask, stop or restart the server.
    Server {
        #[command(subcommand)]
        verb: control::Control,
    },
    /// A throw-away board.
    Demo,
    /// The deck.
    Present(present::Present),
    /// What a shell completes with.
    Completions {
        /// Which shell.
        #[arg(value_enum, hide_possible_values = true)]
        shell: completions::Shell,
    },
    /// Pages of the manual.
    Man {
        /// To where.
        #[arg(value_name = "DIR")]
        folder: PathBuf,
    },
    #[command(flatten)]
    Script(script::Script),
}

/// What every command needs.
struct Setting {
    lang: Lang,
    place: Place,
    start: Start,
    charter: Option<PathBuf>,
}

/// Runs the program: its exit code. Usage errors are 2, all others 1.
#[must_use]
pub fn run() -> ExitCode {
    let lang = Lang::from_locale(&capability::locale());
    // The words are only wanted where they are printed: a window opens sooner without them.
    let parsed = Cli::command().try_get_matches().or_else(|_| help::command(lang).try_get_matches());
    let cli = match parsed.and_then(|matches| Cli::from_arg_matches(&matches)) {
        Ok(cli) => cli,
        Err(error) => return not_understood(&error, lang),
    };
    let words: Vec<_> = env::args_os().collect();
    if let Some(said) = usage::verb_for_folder(&words, &Cli::command(), lang) {
        return misused(&said);
    }
    match go(cli, lang) {
        Ok(code) => u8::try_from(code).map_or(ExitCode::FAILURE, ExitCode::from),
        Err(failure) => {
            // Where even this fails there is nobody left to tell.
            let _ = writeln!(stderr(), "{failure}");
            ExitCode::FAILURE
        }
    }
}

/// Says what is wrong with a call, or prints the help that was asked for: the exit code.
fn not_understood(error: &clap::Error, lang: Lang) -> ExitCode {
    let words: Vec<_> = env::args_os().collect();
    let Some(said) = usage::said(error, &words, help::command(lang), lang) else { error.exit() };
    misused(&said)
}

fn misused(said: &str) -> ExitCode {
    // Where even this fails there is nobody left to tell.
    let _ = writeln!(stderr(), "{said}");
    ExitCode::from(2)
}

fn go(cli: Cli, lang: Lang) -> Result<i32, Failure> {
    let data = folder::data(cli.data, lang)?;
    // A server that is started for it stands elsewhere.
    let charter = cli.charter.map(|path| absolute(&path).unwrap_or(path));
    let start = start(&data, charter.as_ref()).map_err(|error| Failure::system(lang, &error))?;
    let setting = Setting { lang, place: Place::new(data), start, charter };
    match cli.verb {
        None if capability::is_interactive() => attach::attach(&setting, Wish::default()),
        None => script::ask(&setting, Command::Status { json: false, at: None }, None, None),
        Some(Verb::Serve(serve)) => serve::serve(&setting, &serve),
        Some(Verb::Server { verb }) => control::control(&setting, verb),
        Some(Verb::Demo) => demo::demo(&setting),
        Some(Verb::Present(present)) => match present.wish(lang) {
            Ok(wish) if capability::is_interactive() => attach::attach(&setting, wish),
            Ok(_) => Err(Failure::client(lang, &ClientError::NoTerminal)),
            Err(said) => {
                misused(&said);
                Ok(2)
            }
        },
        Some(Verb::Script(script)) => script.run(&setting),
        Some(Verb::Completions { shell }) => completions::print(shell, lang),
        Some(Verb::Man { folder }) => manual::write(&folder, lang),
    }
}

/// How a server is started where none answers: this program, for the same folder.
fn start(data: &PathBuf, charter: Option<&PathBuf>) -> std::io::Result<Start> {
    let mut arguments = vec!["serve".into(), "--detached".into(), "--data".into(), data.into()];
    if let Some(charter) = charter {
        arguments.extend(["--charter".into(), charter.into()]);
    }
    Ok(Start { program: env::current_exe()?, arguments })
}
