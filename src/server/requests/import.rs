//! `import` and `export`: files in and out. May use `exchange`, `board`, `engine`.

use std::time::{Duration, Instant};

use super::answer::{Answer, Halt, author, line, propose};
use super::report;
use super::{Ask, Gone, Out};
use crate::board::{Board, lookup};
use crate::domain::money_words::Scale;
use crate::domain::{Id, Kind};
use crate::exchange::{self, BadSheet, Options, Plan, PlanError, Sheet, header};
use crate::locales::problem;
use crate::say;
use crate::ui::text::clean;
use crate::wire::{Form, Import};

/// A file beyond this many bytes is refused: it is held in memory while it is read.
const LARGEST: usize = 512 << 20;
/// How far the work has come is told from this moment on.
const PATIENCE: Duration = Duration::from_secs(1);

/// Brings in the leads of a file.
pub(super) fn run(import: &Import, ask: &Ask<'_>, out: &mut dyn Out) -> Answer {
    let bytes = whole(ask, out)?;
    let (plan, proposal) = {
        let board = ask.engine.board();
        let options = options(import, &board, ask)?;
        let author = author(ask, &board);
        let mut plan = read(&bytes, &author, &options, ask, out)?;
        let changes = std::mem::take(&mut plan.changes);
        let proposal = author.import(&import.file, changes, plan.report.created);
        (plan, proposal)
    };
    drop(bytes);
    if import.dry_run || !plan.report.issues.is_empty() || ask.is_tty {
        for text in report::lines(&plan.report, ask.lang) {
            line(out, &text)?;
        }
    }
    if let Some(sentence) = unitless(&plan, ask) {
        return Err(Halt::Failed(sentence));
    }
    if import.dry_run {
        line(out, &say!(ask.lang, "import-dry"))?;
        return Ok(0);
    }
    let file = clean(&import.file).into_owned();
    if plan.report.created == 0 {
        line(out, &say!(ask.lang, "import-nothing", file = file))?;
        return Ok(0);
    }
    propose(ask, proposal)?;
    line(out, &say!(ask.lang, "import-done", file = file, created = plan.report.created))?;
    Ok(0)
}

fn whole(ask: &Ask<'_>, out: &mut dyn Out) -> Result<Vec<u8>, Halt> {
    let mut bytes = Vec::new();
    while let Some(piece) = out.file()? {
        bytes.extend_from_slice(&piece);
        if bytes.len() > LARGEST {
            return Err(Halt::Failed(say!(ask.lang, "import-large", megabytes = LARGEST >> 20)));
        }
    }
    Ok(bytes)
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
        Some(word) => Some(division(word, board, ask)?),
        None => None,
    };
    Ok(Options { map, unit, division })
}

fn division(word: &str, board: &Board, ask: &Ask<'_>) -> Result<Id, Halt> {
    lookup::find(board, Kind::Division, word).map_err(|lost| {
        let why = problem::said(&lost.into(), ask.lang);
        Halt::Failed(say!(ask.lang, "command-division", word = clean(word), why = why))
    })
}

fn read(
    bytes: &[u8],
    author: &crate::board::intent::Author<'_>,
    options: &Options,
    ask: &Ask<'_>,
    out: &mut dyn Out,
) -> Result<Plan, Halt> {
    if exchange::json::is_json(bytes) {
        return exchange::json::plan(bytes, author, options).map_err(|bad| unreadable(&bad, ask));
    }
    let sheet: Sheet = exchange::csv::read(bytes, &options.map).map_err(|bad| unreadable(&bad, ask))?;
    let begun = Instant::now();
    let mut listens: Result<(), Gone> = Ok(());
    let plan = exchange::plan(&sheet, author, options, &mut |done, total| {
        if begun.elapsed() > PATIENCE {
            listens = out.progress(done, total);
        }
        listens.is_ok()
    });
    plan.map_err(|error| match error {
        PlanError::NoName => Halt::Failed(say!(ask.lang, "import-no-name")),
        PlanError::Cancelled => Halt::Gone,
    })
}

fn unreadable(bad: &BadSheet, ask: &Ask<'_>) -> Halt {
    Halt::Failed(match bad {
        BadSheet::Empty => say!(ask.lang, "import-empty"),
        BadSheet::Binary => say!(ask.lang, "import-binary"),
        BadSheet::Json(what) => say!(ask.lang, "import-json", what = clean(what)),
    })
}

/// What must be said of columns with bare amounts before they can be brought in.
fn unitless(plan: &Plan, ask: &Ask<'_>) -> Option<String> {
    let name = |(at, row): (&usize, &u32)| {
        let header = plan.report.columns.get(*at).map_or("", |column| &column.header);
        format!("{}{row} {}", Sheet::letters(*at), clean(header))
    };
    let columns: Vec<String> = plan.unitless.iter().map(name).collect();
    (!columns.is_empty())
        .then(|| say!(ask.lang, "import-no-unit", columns = columns.join(ask.lang.pick("、", ", "))))
}

/// Writes every lead.
pub(super) fn export(form: Form, ask: &Ask<'_>, out: &mut dyn Out) -> Answer {
    let mut bytes = Vec::new();
    let written = {
        let board = ask.engine.board();
        let leads = board.ids(Kind::Lead);
        match form {
            Form::Csv | Form::Text => exchange::export::csv(&board, &leads, &mut bytes),
            Form::Json => exchange::export::json(&board, &leads, &mut bytes),
        }
    };
    written.map_err(|error| Halt::Failed(error.to_string()))?;
    out.out(&bytes)?;
    Ok(0)
}
