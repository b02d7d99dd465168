//! How the cursor goes from cell to cell in the fewest bytes, by sequences that every terminal knows
//! alike. May use `ui::width`.

use std::io::Write;

use crate::ui::width;

/// Where the terminal's cursor is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum At {
    /// Not known.
    Somewhere,
    /// In this row, in some column.
    Row(u16),
    /// On this cell.
    Cell(u16, u16),
}

/// Puts the cursor on a cell, counted from 0.
pub(super) fn move_to(out: &mut Vec<u8>, x: u16, y: u16) {
    // A buffer takes all that is written to it.
    let _ = match x {
        0 => write!(out, "\x1b[{}H", y + 1),
        _ => write!(out, "\x1b[{};{}H", y + 1, x + 1),
    };
}

/// Puts the cursor on a cell, the short way where there is one.
pub(super) fn go(out: &mut Vec<u8>, from: At, (x, y): (u16, u16)) {
    let start = out.len();
    let (row, column) = match from {
        At::Cell(column, row) => (row, Some(column)),
        At::Row(row) if row == y || x == 0 => (row, None),
        At::Row(_) | At::Somewhere => return move_to(out, x, y),
    };
    let Some(down) = y.checked_sub(row) else { return move_to(out, x, y) };
    match down {
        down @ 0..=3 => out.extend(std::iter::repeat_n(b'\n', down.into())),
        down => step(out, down, 'B'),
    }
    match column {
        Some(column) if column == x => {}
        _ if x == 0 => out.push(b'\r'),
        Some(column) if column < x => step(out, x - column, 'C'),
        Some(column) if column - x <= 3 => out.extend(std::iter::repeat_n(BACK, (column - x).into())),
        Some(column) => step(out, column - x, 'D'),
        None => drop(write!(out, "\x1b[{}G", x + 1)),
    }
    if out.len() - start > SHORT {
        out.truncate(start);
        move_to(out, x, y);
    }
}

/// One cell to the left.
const BACK: u8 = 8;

/// So many bytes are no more than those of a cell's whole address.
const SHORT: usize = 7;

fn step(out: &mut Vec<u8>, count: u16, towards: char) {
    let _ = if count == 1 { write!(out, "\x1b[{towards}") } else { write!(out, "\x1b[{count}{towards}") };
}

/// Where the cursor is after a symbol was written on a cell.
pub(super) fn after(symbol: &str, (x, y): (u16, u16), columns: u16) -> At {
    match advance(symbol) {
        Some(cells) if x + cells < columns => At::Cell(x + cells, y),
        // At the edge terminals differ in the column: on the last cell or beyond.
        Some(_) => At::Row(y),
        // Of two cells where we count one, it still fits in the row but at the edge.
        None if x + 1 < columns && symbol.chars().nth(1).is_none() => At::Row(y),
        None => At::Somewhere,
    }
}

/// By how many cells every terminal moves on after a symbol; none where terminals differ, so that
/// the next one is put in its place.
pub(super) fn advance(symbol: &str) -> Option<u16> {
    let mut chars = symbol.chars();
    let (first, alone) = (chars.next()?, chars.next().is_none());
    let certain = matches!(first,
        ' '..='~'
        // Han, kana and their punctuation, full-width forms.
        | '\u{3001}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{FF01}'..='\u{FF60}'
        // Lines and blocks: one cell, or the terminal is not fit for them at all.
        | '\u{2500}'..='\u{259F}'
    );
    (alone && certain).then(|| width::cells(symbol))
}
