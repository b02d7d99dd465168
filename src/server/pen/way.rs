//! How the cursor of a terminal gets from cell to cell, in the fewest bytes. May use `ui::width`.

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
pub(in crate::server) fn move_to(out: &mut Vec<u8>, x: u16, y: u16) {
    // A buffer takes all that is written to it.
    let _ = match x {
        0 => write!(out, "\x1b[{}H", y + 1),
        _ => write!(out, "\x1b[{};{}H", y + 1, x + 1),
    };
}

/// Puts the cursor on a cell that comes after where it is, by the shorter of both ways: from there,
/// or by the whole address.
pub(super) fn go(out: &mut Vec<u8>, from: At, (x, y): (u16, u16)) {
    let start = out.len();
    move_to(out, x, y);
    let whole = out.len();
    let (row, column) = match from {
        At::Cell(column, row) => (row, Some(column)),
        At::Row(row) if row == y || x == 0 => (row, None),
        At::Row(_) | At::Somewhere => return,
    };
    match y.saturating_sub(row) {
        down @ 0..=3 => out.extend(std::iter::repeat_n(b'\n', down.into())),
        down => step(out, down, 'B'),
    }
    match column {
        Some(column) if column == x => {}
        _ if x == 0 => out.push(b'\r'),
        Some(column) if column < x => step(out, x - column, 'C'),
        Some(column) => back(out, column - x),
        None => drop(write!(out, "\x1b[{}G", x + 1)),
    }
    if out.len() - whole > whole - start {
        out.truncate(whole);
    } else {
        out.drain(start..whole);
    }
}

/// So many backspaces are shorter than the sequence that says the same.
const BACKSPACES: u16 = 3;

fn back(out: &mut Vec<u8>, count: u16) {
    if count <= BACKSPACES {
        out.extend(std::iter::repeat_n(b'\x08', count.into()));
    } else {
        step(out, count, 'D');
    }
}

fn step(out: &mut Vec<u8>, count: u16, towards: char) {
    let _ = if count == 1 { write!(out, "\x1b[{towards}") } else { write!(out, "\x1b[{count}{towards}") };
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
