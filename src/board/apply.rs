//! The one place where the Board changes. May use `board`, `check`, `index`.

use std::sync::Arc;

use super::check::Checked;
use super::index::Index;
use super::records::Board;
use super::transaction::Transaction;

/// Applies a checked Transaction. It cannot fail: whatever could was found by `check`, and each
/// record's new form is in what it made. Returns the Transaction, which is now the Board's head.
pub fn apply(board: &mut Board, checked: Checked) -> Arc<Transaction> {
    let Checked { tx, after } = checked;
    let by = board.index.intern(&tx.by);
    let mut index = std::mem::take(&mut board.index);
    let wide = Index::is_wide(board, &after);
    for (id, record) in after {
        let rev = board.touched(id).map_or(0, |(rev, _, _)| rev);
        if !wide {
            index.leave(board, id);
        }
        match record {
            Some(record) => board.put_raw(id.no, record, rev + 1, tx.seq, by.clone()),
            None => board.take_raw(id),
        }
        if !wide {
            index.enter(board, id);
        }
    }
    board.index = index;
    if wide {
        let today = board.today();
        board.turn_to(today);
    }
    board.seq = tx.seq;
    board.undo.record(&tx);
    board.requests_seen.note(tx.request, tx.seq);
    tx
}
