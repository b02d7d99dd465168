//! `check`: whether journal, records and references agree; with `--lights` whether any is red.
//! May use `board`, `store`, `locales`.

use super::answer::{Answer, Halt, line};
use super::table::Table;
use super::{Ask, Out, finding};
use crate::board::index::Index;
use crate::board::{Board, overview};
use crate::domain::{Id, Kind, Signal};
use crate::locales::reason;
use crate::say;
use crate::store::verify;

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

/// Says whether journal, records, references and counts agree.
pub(super) fn agree(ask: &Ask<'_>, out: &mut dyn Out) -> Answer {
    // A clone, so that others can go on working meanwhile.
    let board = ask.engine.board().clone();
    let report = verify::agree(&board, ask.engine.journal().as_ref());
    let report = report.map_err(|error| Halt::store(&error, ask.lang))?;
    for found in &report.findings {
        out.err(&finding::said(found, ask.lang))?;
    }
    if Index::build(&board, board.today()) != *board.index() {
        return Err(Halt::Failed(say!(ask.lang, "command-index")));
    }
    if !report.findings.is_empty() {
        out.err(&finding::hint(ask.lang))?;
        return Ok(1);
    }
    let (seq, records) = (report.transactions, report.records);
    line(out, &say!(ask.lang, "command-agree", seq = seq, records = records))?;
    Ok(0)
}
