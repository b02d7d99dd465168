//! What each command does and prints. May use `engine`, `store`, `exchange`, `ui::text`, `wire`.

pub mod backup;
pub mod finding;
pub mod json;
pub mod stored;

pub(in crate::server) mod answer;
mod check;
mod edit;
pub mod export;
mod figures;
mod history;
mod import;
pub(in crate::server) mod imported;
mod imported_json;
mod list;
pub(in crate::server) mod mappings;
mod noticed;
mod pledges;
mod show;
mod status;
mod table;
pub(in crate::server) mod unreadable;
mod weekly;
pub(in crate::server) mod wished;
mod writer;

use chrono::{DateTime, Utc};

use answer::{Answer, Halt, line};

use crate::board::RequestId;
use crate::domain::Lang;
use crate::engine::Engine;
use crate::locales::value;
use crate::ui::text::clean;
use crate::wire::{About, Command, Progress, Report};

/// Who asks, and what may be looked at for an answer.
pub struct Ask<'a> {
    /// The engine.
    pub engine: &'a Engine,
    /// Who asks.
    pub login: &'a str,
    /// The language of the answer.
    pub lang: Lang,
    /// The moment.
    pub now: DateTime<Utc>,
    /// Whether standard output is a terminal.
    pub is_tty: bool,
    /// A number for a request that this command leads to.
    pub request: RequestId,
    /// Whether the board is a demonstration.
    pub demo: bool,
}

/// The client is gone: nobody reads what is said, and the work can stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("nobody listens any more")]
pub struct Gone;

/// What a command reads and where it prints. A call may wait for the client.
pub trait Out {
    /// Writes to standard output, or to the file that the command writes.
    ///
    /// # Errors
    /// `Gone`.
    fn out(&mut self, bytes: &[u8]) -> Result<(), Gone>;

    /// Writes a sentence to standard error; its line is ended by the client.
    ///
    /// # Errors
    /// `Gone`.
    fn err(&mut self, text: &str) -> Result<(), Gone>;

    /// Says how far the work has come. It does not wait: what is too much to be told is left out.
    fn progress(&mut self, progress: Progress);

    /// Whether the person still wants it, and has not taken it back.
    ///
    /// # Errors
    /// `Gone`.
    fn is_wanted(&mut self) -> Result<bool, Gone>;

    /// The next piece of the file that the command reads; none at its end.
    ///
    /// # Errors
    /// `Gone`, also when the file ended short.
    fn file(&mut self) -> Result<Option<Vec<u8>>, Gone>;
}

/// Runs a command: its exit code, 0 for done, 1 for refused or failed, 2 for not asked rightly, 130
/// for taken back (what a shell reports of Ctrl-C). The sentence that says why goes to standard
/// error.
///
/// # Errors
/// `Gone`.
pub fn run(command: Command, ask: &Ask<'_>, out: &mut dyn Out) -> Result<i32, Gone> {
    let (code, sentence) = match answer(command, ask, out) {
        Ok(code) => return Ok(code),
        Err(Halt::Gone) => return Err(Gone),
        Err(Halt::Failed(sentence)) => (1, sentence),
        Err(Halt::Usage(sentence)) => (2, sentence),
        Err(Halt::Cancelled(sentence)) => (130, sentence),
    };
    out.err(&clean(&sentence))?;
    Ok(code)
}

fn answer(command: Command, ask: &Ask<'_>, out: &mut dyn Out) -> Answer {
    match command {
        Command::Status { json, at } => status::run(json, at.as_deref(), ask, out),
        Command::Figures { json, division } => figures::run(json, division.as_deref(), ask, out),
        Command::List { kind, form, filter } => list::run(&kind, form, &filter.unwrap_or_default(), ask, out),
        Command::Show { id, json } => show::run(&id, json, ask, out),
        Command::Add { kind, sets } => edit::add(&kind, &sets, ask, out),
        Command::Set { id, sets } => edit::set(&id, &sets, ask, out),
        Command::Move { id, stage, sets } => edit::move_to(&id, &stage, &sets, ask, out),
        Command::Note { id, text } => edit::note(&id, &text, ask, out),
        Command::Undo => edit::undo(ask, out),
        Command::Redo => edit::redo(ask, out),
        Command::History { id, json, limit, since_mark } => {
            let wish = history::Wish { of: id.as_deref(), since: since_mark.as_deref(), limit };
            history::run(&wish, json, ask, out)
        }
        Command::Report(Report { about: About::Week(since), paper, show_contacts }) => {
            weekly::run((since.as_deref(), paper, show_contacts), ask, out)
        }
        Command::Report(Report { about: About::Pledges(mark), paper, show_contacts }) => {
            pledges::run((mark.as_deref(), paper, show_contacts), ask, out)
        }
        Command::Import(command) => import::run(&command, ask, out),
        Command::Export(wish) => export::run(&wish, ask, out),
        Command::Backup { file } => backup::run(&file, ask, out),
        Command::Check { lights: true } => check::lights(ask, out),
        Command::Check { lights: false } => check::agree(ask, out),
        Command::Moment { at } => moment(at, ask, out),
    }
}

/// Prints a moment by the office's clock, which only the board knows.
fn moment(at: i64, ask: &Ask<'_>, out: &mut dyn Out) -> Answer {
    let at = DateTime::from_timestamp_millis(at);
    let said = at.map_or_else(String::new, |at| value::moment(&ask.engine.board(), at));
    line(out, &said)?;
    Ok(0)
}
