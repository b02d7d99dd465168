//! A file that a window looks at before it is imported: read once, planned as often as somebody chooses
//! something else, held for as long as the preview is open. May use `exchange`, `engine`, `ui::views`.

mod lines;
mod options;
mod shown;
mod source;

use std::sync::Arc;

use super::requests::answer::Halt;
use super::requests::{Ask, mappings, unreadable};
use crate::board::intent::Author;
use crate::board::{Board, Change, Proposal};
use crate::exchange::import::{BadFile, Chosen, Mapping, Plan, Planning, json, mapping, rows};
use crate::say;
use crate::ui::views::import::model::{Choices, Preview};
use lines::Sets;
use shown::Shown;
use source::{Body, Table};
pub use source::{Source, Unread};

/// A file beyond this many bytes is refused: it is held in memory.
pub const LARGEST: usize = 512 << 20;

/// What a file would change.
pub struct Planned {
    /// What the window shows of it.
    pub preview: Arc<Preview>,
    /// What the board had seen last when it was planned.
    pub head: u64,
    changes: Vec<Change>,
    touched: u32,
}

impl Planned {
    /// Whether another plan comes to the same as far as a person has seen it.
    #[must_use]
    pub fn comes_to_the_same(&self, other: &Self) -> bool {
        self.preview.counts() == other.preview.counts()
    }

    /// The Proposal that does it.
    #[must_use]
    pub fn proposal(self, ask: &Ask<'_>) -> Proposal {
        author(ask, &ask.engine.board()).import(&self.preview.file, self.changes, self.touched)
    }
}

fn author<'a>(ask: &Ask<'a>, board: &'a Board) -> Author<'a> {
    Author { board, login: ask.login, now: ask.now, request: ask.request }
}

/// What is heard of how far it is: how many rows are planned and of how many; false to stop.
pub type Hear<'a> = &'a mut dyn FnMut(u64, u64) -> bool;

/// Plans a file against the board as it is; none where nobody wants it any more.
///
/// # Errors
/// What makes it unfit as a whole.
pub fn plan(
    source: &Source,
    choices: &Choices,
    ask: &Ask<'_>,
    hear: Hear<'_>,
) -> Result<Option<Planned>, BadFile> {
    // A clone shares what it can: looking at all columns does not keep others from writing.
    let board = ask.engine.board().clone();
    let seen = board.head().seq;
    let (mut planning, shown) = match &source.body {
        Body::Json(document) => {
            let options = options::of(&source.options, choices, 0, ask);
            let planner = json::Planner::new(document.clone(), &author(ask, &board), &options);
            (Some(Box::new(planner) as Box<dyn Planning>), Shown::json(document.clone(), options))
        }
        Body::Book(tables) => sheets(tables, (source, choices), &board, ask),
    };
    drop(board);
    while let Some(planning) = &mut planning {
        // The board is let go before it is asked again.
        if !planning.step(&author(ask, &ask.engine.board()))? {
            break;
        }
        let (done, total) = planning.progress();
        if !hear(done, total) {
            return Ok(None);
        }
    }
    let plan = planning.map_or_else(|| Plan { changes: Vec::new(), reports: Vec::new() }, Planning::finish);
    let touched = plan.touched();
    let Plan { changes, reports } = plan;
    let sets = Arc::new(sets(&changes));
    let preview = Arc::new(shown.preview(source, choices, reports, &sets, ask));
    Ok(Some(Planned { preview, head: seen, changes, touched }))
}

/// What changes of records that are on the board come to, for the words of each row.
fn sets(changes: &[Change]) -> Sets {
    let mut sets = Sets::new();
    for change in changes {
        if let Change::Set { id, field, to, .. } = change
            && !id.is_provisional()
        {
            sets.entry(*id).or_default().push((*field, to.clone()));
        }
    }
    sets
}

/// The sheets of a book that are brought in, as far as they can be, and what is shown of all.
fn sheets(
    tables: &[Table],
    (source, choices): (&Source, &Choices),
    board: &Board,
    ask: &Ask<'_>,
) -> (Option<Box<dyn Planning>>, Shown) {
    let chosen = tables.iter().enumerate().map(|(place, table)| Chosen {
        sheet: table.sheet.clone(),
        name: table.name.clone(),
        options: options::of(&source.options, choices, place, ask),
    });
    let all: Vec<Chosen> = chosen.collect();
    let said = |place: usize| choices.sheets.get(&place).and_then(|here| here.taken);
    let taken: Vec<bool> =
        tables.iter().enumerate().map(|(place, table)| said(place).unwrap_or(table.is_meant)).collect();
    let meant = |fit: &[Option<String>]| {
        let places = all.iter().zip(&taken).zip(fit);
        places
            .filter(|((_, taken), unfit)| **taken && unfit.is_none())
            .map(|((one, _), _)| one.clone())
            .collect()
    };
    let mut unfit: Vec<Option<String>> = vec![None; all.len()];
    let new = |chosen: Vec<Chosen>| rows::Planner::new(chosen, &author(ask, board));
    let planner = new(meant(&unfit)).or_else(|_| {
        for (place, one) in all.iter().enumerate().filter(|(place, _)| taken[*place]) {
            let why = new(vec![one.clone()]).err();
            unfit[place] = why.map(|bad| match bad {
                // In a window no flag helps, but a key.
                BadFile::NoName { .. } => say!(ask.lang, "preview-no-name"),
                bad => unreadable::said(&bad, board, ask.lang),
            });
        }
        new(meant(&unfit))
    });
    let is_any = taken.iter().zip(&unfit).any(|(taken, unfit)| *taken && unfit.is_none());
    let planner = planner.ok().filter(|_| is_any).map(|planner| Box::new(planner) as Box<dyn Planning>);
    (planner, Shown::sheets(all, taken, unfit))
}

/// Keeps the choices for a sheet under a name.
///
/// # Errors
/// A sentence that says why not.
pub fn keep(
    source: &Source,
    choices: &Choices,
    sheet: usize,
    name: &str,
    ask: &Ask<'_>,
) -> Result<(), String> {
    let Body::Book(tables) = &source.body else { return Ok(()) };
    let Some(table) = tables.get(sheet) else { return Ok(()) };
    let options = options::of(&source.options, choices, sheet, ask);
    let mapping = Mapping::of(mapping::shape(&table.sheet.headers), &options);
    mappings::save(name, mapping, ask).map_err(Halt::sentence)
}
