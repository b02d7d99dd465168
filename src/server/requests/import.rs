//! `import`: a file in. It is read, then planned against the Board, then written as one
//! Transaction; until it is being written it can be taken back. May use `exchange`, `board`, `engine`.

use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{RecvTimeoutError, sync_channel};
use std::time::Duration;

use super::answer::{Answer, Halt, author, line, refused};
use super::wished::{self, NotPicked};
use super::{Ask, Out, imported, imported_json, mappings, noticed, unreadable};
use crate::board::{Done, Proposal, Rejected};
use crate::domain::Choice;
use crate::engine::{Act, Order};
use crate::exchange::import::json::Planner as Json;
use crate::exchange::import::{
    BadFile, Document, Mapping, Mode, Options, Plan, Planning, Report, mapping, rows,
};
use crate::exchange::sheet::{self, How};
use crate::say;
use crate::ui::text::clean;
use crate::wire::{Import, Progress};

/// A file beyond this many bytes is refused: it is held in memory while it is read.
const LARGEST: usize = 512 << 20;
/// While it is being written, it is said so often that it is.
const BEAT: Duration = Duration::from_millis(100);

/// What is known of a file beside what its rows say.
#[derive(Debug, Default)]
pub(super) struct Around {
    /// The names of its other sheets that map to something.
    pub(super) others: Vec<String>,
    /// The names of sheets from which nothing can be brought in, where all were asked for.
    pub(super) passed: Vec<String>,
    /// Whether it has several sheets.
    pub(super) is_book: bool,
    /// The names of kept choices that fit it.
    pub(super) fitting: Vec<String>,
    /// The choices that are made, where it is one sheet.
    pub(super) mapping: Option<Mapping>,
}

/// Brings in the records of a file.
pub(super) fn run(import: &Import, ask: &Ask<'_>, out: &mut dyn Out) -> Answer {
    let options = wished::options(import, &ask.engine.board(), ask)?;
    let how = wished::how(import, ask)?;
    let bytes = whole(ask, out)?;
    let (mut planning, around) = read(&bytes, import, (&options, &how), ask, out)?;
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
    let plan = planning.finish();
    if let (Some(name), Some(mapping)) = (&import.save, &around.mapping) {
        mappings::save(name, mapping.clone(), ask)?;
    }
    carry_out(import, plan, &around, ask, out)
}

/// Tells what was found, and brings it in unless something stands against it.
fn carry_out(import: &Import, plan: Plan, around: &Around, ask: &Ask<'_>, out: &mut dyn Out) -> Answer {
    let problems = plan.problems();
    let doubles = plan.reports.iter().any(|report| !report.doubles.is_empty());
    let kept = plan.reports.iter().any(|report| report.differing > 0);
    if !import.json && (import.dry_run || problems > 0 || doubles || kept || ask.is_tty) {
        for text in imported::lines(&plan.reports, around, &ask.engine.board(), ask.lang) {
            line(out, &text)?;
        }
    } else if !import.json {
        for text in plan.reports.iter().flat_map(|report| noticed::lines(report, ask.lang)) {
            line(out, &text)?;
        }
    }
    let halt = if plan.asks() {
        Some(imported::asked(&plan.reports, ask.lang))
    } else if import.stop && problems > 0 && !import.dry_run {
        Some(say!(ask.lang, "import-stopped", count = problems))
    } else {
        None
    };
    if let Some(sentence) = halt {
        if import.json {
            report_json(import, &plan.reports, around, None, ask, out)?;
        }
        if import.dry_run && !import.json {
            line(out, &say!(ask.lang, "import-dry"))?;
        }
        return Err(Halt::Failed(sentence));
    }
    if import.dry_run || plan.touched() == 0 {
        return nothing(import, &plan.reports, around, ask, out);
    }
    let count = plan.touched();
    let Plan { changes, reports } = plan;
    let proposal = author(ask, &ask.engine.board()).import(&import.file, changes, count);
    go_on(ask, out)?;
    let done = write(proposal, ask, out)?;
    if import.json {
        report_json(import, &reports, around, Some(done.seq), ask, out)?;
    } else {
        line(out, &imported::done(&import.file, &reports, ask.lang))?;
    }
    Ok(0)
}

/// Says that nothing was changed: because it was only asked, or because there is nothing.
fn nothing(import: &Import, reports: &[Report], around: &Around, ask: &Ask<'_>, out: &mut dyn Out) -> Answer {
    if import.json {
        report_json(import, reports, around, None, ask, out)?;
    } else if import.dry_run {
        line(out, &say!(ask.lang, "import-dry"))?;
    } else {
        let is_new = import.mode.as_deref().is_none_or(|mode| mode.trim() == Mode::New.code());
        line(out, &imported::none(&import.file, is_new, ask.lang))?;
    }
    Ok(0)
}

fn report_json(
    import: &Import,
    reports: &[Report],
    around: &Around,
    seq: Option<u64>,
    ask: &Ask<'_>,
    out: &mut dyn Out,
) -> Result<(), Halt> {
    let document = imported_json::document(import, reports, around, seq, (&ask.engine.board(), ask.lang));
    Ok(out.out(&document)?)
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

fn read(
    bytes: &[u8],
    import: &Import,
    (options, how): (&Options, &How),
    ask: &Ask<'_>,
    out: &mut dyn Out,
) -> Result<(Box<dyn Planning>, Around), Halt> {
    if Document::is_json(bytes) || is_named_json(&import.file) {
        let document = Document::read(bytes).map_err(|bad| unreadable(&bad, ask))?;
        let planner = Json::new(Arc::new(document), &author(ask, &ask.engine.board()), options);
        return Ok((Box::new(planner), Around::default()));
    }
    let mut wanted = Ok(());
    let book = sheet::read(bytes, &import.file, how, &mut |done, total| {
        out.progress(Progress { at: say!(ask.lang, "import-reading"), done, total });
        wanted = go_on(ask, out);
        wanted.is_ok()
    });
    wanted?;
    let book = book.map_err(|bad| unreadable(&bad.into(), ask))?;
    let stem = Path::new(&import.file).file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let picked = wished::pick(&book, &stem, import, options).map_err(|not| match not {
        NotPicked::Bad(bad) => unreadable(&bad.into(), ask),
        NotPicked::Name(names) => {
            let names = clean(&names.join(ask.lang.pick("、", ", "))).into_owned();
            Halt::Failed(say!(ask.lang, "import-no-sheet", names = names))
        }
    })?;
    let (others, passed) = (picked.others, picked.passed);
    let mut around = Around { others, passed, is_book: book.grids.len() > 1, ..Around::default() };
    if let [one] = picked.chosen.as_slice() {
        let shape = mapping::shape(&one.sheet.headers);
        if import.saved.is_none() {
            around.fitting = mappings::fitting(&shape, ask)?;
        }
        around.mapping = Some(Mapping::of(shape, options));
    }
    let planner = rows::Planner::new(picked.chosen, &author(ask, &ask.engine.board()));
    Ok((Box::new(planner.map_err(|bad| unreadable(&bad, ask))?), around))
}

fn unreadable(bad: &BadFile, ask: &Ask<'_>) -> Halt {
    Halt::Failed(unreadable::said(bad, &ask.engine.board(), ask.lang))
}

/// Whether a file is to be JSON by its name: then it is told what it is not.
fn is_named_json(file: &str) -> bool {
    Path::new(file).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json"))
}

/// Has the engine carry it out. From here on it cannot be taken back; whoever tries is told so.
fn write(proposal: Proposal, ask: &Ask<'_>, out: &mut dyn Out) -> Result<Done, Halt> {
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
            Ok(result) => return result.map_err(|rejected| refused(ask, &rejected)),
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
