//! `import`: a file in. It is read, then planned against the Board, then written as one
//! Transaction; until it is being written it can be taken back. May use `exchange`, `board`, `engine`.

use std::path::Path;
use std::sync::mpsc::{RecvTimeoutError, sync_channel};
use std::time::Duration;

use super::answer::{self, Answer, Halt, author, line, refused};
use super::{Ask, Out, imported, unreadable};
use crate::board::{Board, Proposal, Rejected};
use crate::domain::money_words::Scale;
use crate::engine::{Act, Order};
use crate::exchange::import::{BadFile, Options, Plan, Planning, header, json, rows};
use crate::exchange::sheet::{self, BadSheet, How, Sheet};
use crate::say;
use crate::ui::text::clean;
use crate::wire::{Import, Progress};

/// A file beyond this many bytes is refused: it is held in memory while it is read.
const LARGEST: usize = 512 << 20;
/// While it is being written, it is said so often that it is.
const BEAT: Duration = Duration::from_millis(100);

/// Brings in the leads of a file.
pub(super) fn run(import: &Import, ask: &Ask<'_>, out: &mut dyn Out) -> Answer {
    let options = options(import, &ask.engine.board(), ask)?;
    let bytes = whole(ask, out)?;
    let mut planning = read(&bytes, &import.file, &options, ask, out)?;
    drop(bytes);
    loop {
        // The board is let go before it is asked again for a sentence.
        let more = planning.step(&author(ask, &ask.engine.board()));
        if !more.map_err(|bad| unreadable(&bad, ask))? {
            break;
        }
        let (done, total) = planning.progress();
        out.progress(Progress { at: say!(ask.lang, "import-planning"), done, total });
        go_on(ask, out)?;
    }
    let Plan { changes, report, unitless } = planning.finish();
    if import.dry_run || !report.issues.is_empty() || ask.is_tty {
        for text in imported::lines(&report, &ask.engine.board(), ask.lang) {
            line(out, &text)?;
        }
    }
    if !unitless.is_empty() {
        return Err(Halt::Failed(imported::unitless(&report, &unitless, ask.lang)));
    }
    if import.dry_run {
        line(out, &say!(ask.lang, "import-dry"))?;
        return Ok(0);
    }
    let file = clean(&import.file).into_owned();
    if report.created == 0 {
        line(out, &say!(ask.lang, "import-nothing", file = file))?;
        return Ok(0);
    }
    let proposal = author(ask, &ask.engine.board()).import(&import.file, changes, report.created);
    go_on(ask, out)?;
    write(proposal, ask, out)?;
    line(out, &say!(ask.lang, "import-done", file = file, created = report.created))?;
    Ok(0)
}

/// Stops where the person has taken it back, or is gone: nothing has been changed so far.
fn go_on(ask: &Ask<'_>, out: &mut dyn Out) -> Result<(), Halt> {
    if out.is_wanted()? { Ok(()) } else { Err(Halt::Cancelled(say!(ask.lang, "import-cancelled"))) }
}

fn whole(ask: &Ask<'_>, out: &mut dyn Out) -> Result<Vec<u8>, Halt> {
    let mut bytes = Vec::new();
    loop {
        let piece = out.file();
        go_on(ask, out)?;
        let Some(piece) = piece? else { return Ok(bytes) };
        bytes.extend_from_slice(&piece);
        if bytes.len() > LARGEST {
            return Err(Halt::Failed(say!(ask.lang, "import-large", megabytes = LARGEST >> 20)));
        }
        // How long the file is, only its end says.
        out.progress(Progress { at: say!(ask.lang, "import-reading"), done: 0, total: 0 });
    }
}

fn options(import: &Import, board: &Board, ask: &Ask<'_>) -> Result<Options, Halt> {
    let usage = |sentence| Err(Halt::Usage(sentence));
    let mut map = Vec::new();
    for word in &import.map {
        match word.rsplit_once('=') {
            Some((from, to)) if header::by_name(to).is_some() => map.push((from.to_owned(), to.to_owned())),
            other => {
                let field = clean(other.map_or(word.as_str(), |(_, to)| to)).into_owned();
                return usage(say!(ask.lang, "import-map", field = field));
            }
        }
    }
    let unit = match &import.unit {
        Some(word) => match Scale::from_word(word) {
            Some(unit) => Some(unit),
            None => return usage(say!(ask.lang, "import-unit", unit = clean(word))),
        },
        None => None,
    };
    let division = match &import.division {
        Some(word) => Some(answer::division(word, board, ask)?),
        None => None,
    };
    Ok(Options { map, unit, division })
}

fn read(
    bytes: &[u8],
    file: &str,
    options: &Options,
    ask: &Ask<'_>,
    out: &mut dyn Out,
) -> Result<Box<dyn Planning>, Halt> {
    let unreadable = |bad: BadFile| unreadable(&bad, ask);
    let author = |board| author(ask, board);
    if json::is_json(bytes) || is_named_json(file) {
        let planner = json::Planner::new(bytes, &author(&ask.engine.board()), options);
        return Ok(Box::new(planner.map_err(unreadable)?));
    }
    let mut wanted = Ok(());
    let book = sheet::read(bytes, file, &How::default(), &mut |done, total| {
        out.progress(Progress { at: say!(ask.lang, "import-reading"), done, total });
        wanted = go_on(ask, out);
        wanted.is_ok()
    });
    wanted?;
    let known = |cell: &str| header::is_known(cell, &options.map);
    let sheet = book.and_then(|book| {
        let grid = book.grids.into_iter().find(|grid| !grid.is_hidden).ok_or(BadSheet::Empty)?;
        Sheet::find(grid, &known, None)
    });
    let planner = rows::Planner::new(
        sheet.map_err(|bad| unreadable(bad.into()))?,
        &author(&ask.engine.board()),
        options,
    );
    Ok(Box::new(planner.map_err(unreadable)?))
}

fn unreadable(bad: &BadFile, ask: &Ask<'_>) -> Halt {
    Halt::Failed(unreadable::said(bad, &ask.engine.board(), ask.lang))
}

/// Whether a file is to be JSON by its name: then it is told what it is not.
fn is_named_json(file: &str) -> bool {
    Path::new(file).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json"))
}

/// Has the engine carry it out. From here on it cannot be taken back; whoever tries is told so.
fn write(proposal: Proposal, ask: &Ask<'_>, out: &mut dyn Out) -> Result<(), Halt> {
    let (tell, answer) = sync_channel(1);
    let reply = Box::new(move |result| {
        // The receiver waits below, so somebody hears it.
        let _ = tell.send(result);
    });
    ask.engine.order(Order { login: ask.login.to_owned(), act: Act::Propose(proposal), reply });
    let mut told = false;
    loop {
        // How much of it is written, nobody can say before it is.
        out.progress(Progress { at: say!(ask.lang, "import-writing"), done: 0, total: 0 });
        match answer.recv_timeout(BEAT) {
            Ok(result) => return result.map(drop).map_err(|rejected| refused(ask, &rejected)),
            Err(RecvTimeoutError::Disconnected) => return Err(refused(ask, &Rejected::Stopping)),
            // Whether somebody listens or not, it is carried out.
            Err(RecvTimeoutError::Timeout) => {
                if !told && out.is_wanted() == Ok(false) {
                    told = true;
                    out.err(&say!(ask.lang, "import-too-late"))?;
                }
            }
        }
    }
}
