//! The first line of a view: its name at the margin, then what narrows it, or its splits; at the
//! end, a cell before the edge, how many there are. May use `ink`, `style`, `width`, `locales`.

use ratatui::text::Line;

use super::ink::{Ink, tab};
use crate::domain::Lang;
use crate::say;
use crate::ui::style::{Look, Meaning};
use crate::ui::width;

/// From so many cells on there is room for a view's name before its splits.
const NAMED: usize = 64;

/// The cells that stay free at either side of a view.
pub(super) const MARGIN: usize = 1;

/// The name of a view, by its word in the locales.
pub(super) fn name(view: &str, lang: Lang) -> String {
    say!(lang, "view-name", view = view)
}

/// A line that begins with a name.
pub(super) fn titled<'l>(look: &'l Look, cells: usize, name: &str) -> Ink<'l> {
    Ink::new(look, cells).gap(MARGIN).put(Meaning::Title, name)
}

/// A split: its word and how many it has.
pub(super) type Split<'s> = (&'s str, usize);

/// A line of splits, of which one is open, what is said after them, and how many there are. It begins
/// with the view's name where all of it fits; in a narrow window the first splits give way to the open
/// one.
pub(super) fn of_splits<'l>(
    look: &'l Look,
    cells: usize,
    view: &str,
    (splits, open): (&[Split<'_>], usize),
    after: impl Fn(Ink<'l>) -> Ink<'l>,
    (meaning, total): (Meaning, &str),
) -> Line<'static> {
    let cells = cells.saturating_sub(MARGIN);
    let put = |line: Ink<'l>| after(put_splits(line, splits, open));
    let named = (cells >= NAMED)
        .then(|| put(titled(look, cells, &name(view, look.lang)).gap(1)))
        .filter(|line| total.is_empty() || width::of(total) < line.room());
    let line = named.unwrap_or_else(|| put(Ink::new(look, cells).gap(MARGIN)));
    line.end(&[(meaning, total)]).line()
}

fn put_splits<'l>(line: Ink<'l>, splits: &[Split<'_>], open: usize) -> Ink<'l> {
    let room = line.room();
    let wide: Vec<usize> =
        splits.iter().take(open + 1).map(|(label, count)| width::of(&tab(label, *count)) + 1).collect();
    let fits = |from: &usize| wide[*from..].iter().sum::<usize>() <= room + 1;
    let hidden = (0..wide.len()).find(fits).unwrap_or(0);
    let shown = splits.iter().enumerate().skip(hidden);
    shown.fold(line, |line, (place, (label, count))| line.split(label, *count, place == open))
}

impl Ink<'_> {
    /// What the view is narrowed to.
    #[must_use]
    pub(super) fn narrowed(self, look: &Look, meaning: Meaning, words: &str) -> Self {
        self.put(Meaning::Muted, &look.between()).put(meaning, words)
    }

    /// Ends the line with how many there are, a cell before the edge.
    #[must_use]
    pub(super) fn total(self, meaning: Meaning, words: &str) -> Self {
        self.end(&[(meaning, words), (Meaning::Text, " ")])
    }
}
