//! `check`: whether journal, records and references agree; with `--lights` whether any is red.
//! May use `board`, `store`, `locales`.

use super::answer::{Answer, Halt, line};
use super::table::Table;
use super::{Ask, Out};
use crate::board::index::Index;
use crate::board::{Board, overview};
use crate::domain::{Id, Kind, Signal};
use crate::locales::reason;
use crate::say;

/// Prints every red light; exit code 1 where there is any.
pub(super) fn lights(ask: &Ask<'_>, out: &mut dyn Out) -> Answer {
    let (text, any) = {
        let board = ask.engine.board();
        let mut table = Table::default();
        let red = red(&board);
        for id in &red {
            let light = reason::light(overview::light_of(&board, *id), ask.lang);
            table.row([&id.to_string(), &light, board.title(*id)]);
        }
        (table.text(), !red.is_empty())
    };
    out.out(text.as_bytes())?;
    Ok(i32::from(any))
}

fn red(board: &Board) -> Vec<Id> {
    let kinds = [Kind::Target, Kind::SixOne, Kind::Request, Kind::Lead];
    let ids = kinds.iter().flat_map(|kind| board.ids(*kind));
    ids.filter(|id| overview::light_of(board, *id).signal == Signal::Red).collect()
}

/// Says whether the board in memory agrees with its journal and with itself.
pub(super) fn agree(ask: &Ask<'_>, out: &mut dyn Out) -> Answer {
    let faults = faults(ask)?;
    if faults.is_empty() {
        let seq = ask.engine.board().head().seq;
        line(out, &say!(ask.lang, "command-agree", seq = seq))?;
        return Ok(0);
    }
    let last = faults.len() - 1;
    for fault in &faults[..last] {
        out.err(fault)?;
    }
    Err(Halt::Failed(faults[last].clone()))
}

fn faults(ask: &Ask<'_>) -> Result<Vec<String>, Halt> {
    let unread = |error: crate::store::StoreError| {
        Halt::Failed(say!(ask.lang, "command-journal", what = error.to_string()))
    };
    let board = ask.engine.board();
    let newest = ask.engine.journal().newest(None, 1).map_err(unread)?;
    let mut faults = Vec::new();
    let (head, journal) = (board.head().seq, newest.first().map_or(0, |done| done.seq));
    if head != journal {
        faults.push(say!(ask.lang, "command-heads", board = head, journal = journal));
    }
    if Index::build(&board, board.today()) != *board.index() {
        faults.push(say!(ask.lang, "command-index"));
    }
    for kind in Kind::ALL {
        for id in board.ids(kind) {
            let fields = board.record(id).map(|record| record.fields()).unwrap_or_default();
            let lost = fields.iter().flat_map(|(_, value)| value.refs()).find(|to| !board.has(**to));
            if let Some(to) = lost {
                faults.push(say!(ask.lang, "command-dangling", id = id.to_string(), to = to.to_string()));
            }
        }
    }
    Ok(faults)
}
