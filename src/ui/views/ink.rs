//! One line of the screen put together from pieces, each with a meaning, cut where the room ends.
//! May use `style`, `text`,
//! `width`, `board::search`.

use std::ops::Range;

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::board::search;
use crate::ui::style::{Look, Meaning};
use crate::ui::{text, width};

/// A line of at most so many cells.
pub(super) struct Ink<'l> {
    look: &'l Look,
    room: usize,
    spans: Vec<Span<'static>>,
}

impl<'l> Ink<'l> {
    /// An empty line of `width` cells.
    pub(super) const fn new(look: &'l Look, width: usize) -> Self {
        Self { look, room: width, spans: Vec::new() }
    }

    /// The cells that are left.
    pub(super) const fn room(&self) -> usize {
        self.room
    }

    /// A text, cut to the room.
    #[must_use]
    pub(super) fn put(self, meaning: Meaning, words: &str) -> Self {
        let style = self.look.style(meaning);
        self.styled(style, words)
    }

    /// A text in a style, cut to the room.
    #[must_use]
    pub(super) fn styled(mut self, style: Style, words: &str) -> Self {
        let shown = text::line(words, self.room, self.look.glyphs.ellipsis);
        self.room -= width::of(&shown).min(self.room);
        if !shown.is_empty() {
            self.spans.push(Span::styled(shown, style));
        }
        self
    }

    /// Empty cells.
    #[must_use]
    pub(super) fn gap(mut self, cells: usize) -> Self {
        let cells = cells.min(self.room);
        self.room -= cells;
        self.spans.push(Span::raw(" ".repeat(cells)));
        self
    }

    /// A text at the left of a cell of its own.
    #[must_use]
    pub(super) fn cell(self, meaning: Meaning, words: &str, cells: usize) -> Self {
        let cells = cells.min(self.room);
        let left = self.room - cells;
        let mut inked = self;
        inked.room = cells;
        let mut inked = inked.put(meaning, words);
        let rest = inked.room;
        inked.room = rest + left;
        inked.gap(rest)
    }

    /// As `cell`, with some words in it standing out where they are found.
    #[must_use]
    pub(super) fn cell_with(self, meaning: Meaning, words: &str, cells: usize, found: &[String]) -> Self {
        let cells = cells.min(self.room);
        let shown = text::line(words, cells, self.look.glyphs.ellipsis);
        let mut ranges: Vec<Range<usize>> =
            found.iter().filter_map(|word| search::find(&shown, word)).collect();
        if ranges.is_empty() {
            return self.cell(meaning, words, cells);
        }
        ranges.sort_unstable_by_key(|range| range.start);
        let mut line = self;
        let mut at = 0;
        for range in ranges {
            let start = range.start.max(at);
            let end = range.end.max(start);
            line = line.put(meaning, &shown[at..start]).put(Meaning::Match, &shown[start..end]);
            at = end;
        }
        line.put(meaning, &shown[at..]).gap(cells.saturating_sub(width::of(&shown)))
    }

    /// A text at the right of a cell of its own.
    #[must_use]
    pub(super) fn right(self, meaning: Meaning, words: &str, cells: usize) -> Self {
        let cells = cells.min(self.room);
        let shown = text::line(words, cells, self.look.glyphs.ellipsis);
        let before = cells - width::of(&shown).min(cells);
        self.gap(before).put(meaning, &shown)
    }

    /// Pieces that were made elsewhere; what does not fit is left out whole.
    #[must_use]
    pub(super) fn spans(mut self, spans: Vec<Span<'static>>) -> Self {
        for span in spans {
            let cells = width::of(&span.content);
            if cells > self.room {
                break;
            }
            self.room -= cells;
            self.spans.push(span);
        }
        self
    }

    /// Fills the rest of the line but for a text at its end. The text is left out where it does
    /// not fit with a space before it.
    #[must_use]
    pub(super) fn end(self, pieces: &[(Meaning, &str)]) -> Self {
        let cells: usize = pieces.iter().map(|(_, words)| width::of(words)).sum();
        if cells + 1 > self.room {
            return self;
        }
        let before = self.room - cells;
        pieces.iter().fold(self.gap(before), |line, (meaning, words)| line.put(*meaning, words))
    }

    /// The line.
    pub(super) fn line(self) -> Line<'static> {
        Line::from(self.spans)
    }
}
