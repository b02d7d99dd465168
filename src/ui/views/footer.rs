//! The foot of every screen: the keys that matter where one is. What they are is passed in, the
//! most important first. May use `ink`, `hint`.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use super::ink::{self, Ink};
use crate::ui::hint::Hint;
use crate::ui::style::{Look, Meaning};
use crate::ui::width;

/// The cells between two hints.
const GAP: usize = 2;

/// Draws as many hints as fit, whole. The last one (how to get help) keeps its place at the end.
pub fn draw(hints: &[Hint], look: &Look, area: Rect, frame: &mut Frame<'_>) {
    frame.buffer_mut().set_style(area, look.style(Meaning::Footer));
    let cells = usize::from(area.width);
    let mut line = Ink::new(look, cells);
    for (place, column) in columns(hints, cells) {
        let fill = column.saturating_sub(cells - line.room());
        line = put(line.gap(fill), &hints[place]);
    }
    ink::draw(&line.line(), area, frame);
}

/// The hint that a cell belongs to, by its place.
pub(in crate::ui) fn hit(hints: &[Hint], area: Rect, at: Position) -> Option<usize> {
    let column = usize::from(at.x.checked_sub(area.x)?);
    let covers = |(place, from): &(usize, usize)| (*from..from + size(&hints[*place])).contains(&column);
    columns(hints, usize::from(area.width)).into_iter().find(covers).map(|(place, _)| place)
}

/// The hints that fit, by their places, each with the column that it begins at.
fn columns(hints: &[Hint], cells: usize) -> Vec<(usize, usize)> {
    let Some((last, before)) = hints.split_last() else { return Vec::new() };
    let end = cells.saturating_sub(1 + size(last));
    let mut next = 1;
    let begin = |hint: &Hint| {
        let column = next;
        next += size(hint) + GAP;
        (column + size(hint) + GAP <= end).then_some(column)
    };
    let mut columns: Vec<_> = before.iter().map_while(begin).enumerate().collect();
    columns.push((before.len(), end));
    columns
}

fn size(hint: &Hint) -> usize {
    width::of(&hint.key) + 1 + width::of(&hint.word)
}

fn put<'l>(line: Ink<'l>, hint: &Hint) -> Ink<'l> {
    line.put(Meaning::KeyName, &hint.key).gap(1).put(Meaning::Footer, &hint.word)
}
