//! A file that a window looks at before it is imported: read once, planned as often as somebody chooses
//! something else, held for as long as the preview is open. May use `exchange`, `engine`, `ui::views`.

mod options;
mod shown;
mod source;

use std::sync::Arc;

use super::requests::{Ask, unreadable};
use crate::board::intent::Author;
use crate::board::{Board, Change, Proposal};
use crate::exchange::import::{BadFile, Plan};
use crate::ui::views::import::model::{Choices, Preview};
use crate::wire::Import;
pub use source::Source;

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
/// A sentence that says why it cannot be.
pub fn plan(
    source: &Source,
    base: &Import,
    choices: &Choices,
    ask: &Ask<'_>,
    hear: Hear<'_>,
) -> Result<Option<Planned>, String> {
    let unfit = |bad: BadFile| unreadable::said(&bad, &ask.engine.board(), ask.lang);
    let options = options::of(base, choices, ask)?;
    let head = ask.engine.board().head().seq;
    let planning = source.planning(&author(ask, &ask.engine.board()), &options);
    let mut planning = planning.map_err(unfit)?;
    loop {
        // The board is let go before it is asked again.
        let more = planning.step(&author(ask, &ask.engine.board()));
        if !more.map_err(unfit)? {
            break;
        }
        let (done, total) = planning.progress();
        if !hear(done, total) {
            return Ok(None);
        }
    }
    let Plan { changes, report, unitless } = planning.finish();
    let touched = report.created;
    let preview = Arc::new(shown::preview(source, choices, report, &unitless));
    Ok(Some(Planned { preview, head, changes, touched }))
}
