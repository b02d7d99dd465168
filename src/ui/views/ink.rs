//! One line of the screen put together from pieces, each with a meaning, cut where the room ends.
//! May use `style`, `text`,
//! `width`, `board::search`.

use std::ops::Range;

use ratatui::Frame;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

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

    /// A split by its name and how many it has, a zero left out; the one that is shown stands out. Of
    /// one that does not fit nothing is shown but that there is more.
    #[must_use]
    pub(super) fn split(self, label: &str, count: usize, shown: bool) -> Self {
        let meaning = if shown { Meaning::Selection } else { Meaning::Muted };
        let words = tab(label, count);
        if width::of(&words) > self.room {
            let ellipsis = self.look.glyphs.ellipsis;
            let mut line = self.put(Meaning::Muted, ellipsis);
            line.room = 0;
            return line;
        }
        self.put(meaning, &words).gap(1)
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

/// A split as it is named in its line.
pub(super) fn tab(label: &str, count: usize) -> String {
    let count = if count == 0 { String::new() } else { format!(" {count}") };
    format!(" {label}{count} ")
}

/// Draws a line as ratatui does, which measures each text three times for it. Most of what a frame
/// costs is lines, and every window of the office has one to draw after each write.
pub(super) fn draw(line: &Line<'_>, area: Rect, frame: &mut Frame<'_>) {
    let buf = frame.buffer_mut();
    if !is_drawn(line, area, buf) {
        line.render(area, buf);
    }
}

/// Draws a line from the left, cell by cell; false where it is one of those that need more.
fn is_drawn(line: &Line<'_>, area: Rect, buf: &mut Buffer) -> bool {
    if line.alignment.is_some() || line.style != Style::default() || !buf.area.contains(area.as_position()) {
        return false;
    }
    let area = area.intersection(buf.area);
    if area.is_empty() {
        return true;
    }
    let first = buf.index_of(area.x, area.y);
    let mut cells = buf.content[first..first + usize::from(area.width)].iter_mut();
    for span in &line.spans {
        for (cluster, wide) in width::clusters(&span.content) {
            // One without a width of its own belongs to the one before.
            if wide == 0 {
                return false;
            }
            if wide > cells.len() {
                return true;
            }
            if let Some(cell) = cells.next() {
                cell.set_symbol(cluster).set_style(span.style);
            }
            // The rest of a wide one hides what stood there.
            cells.by_ref().take(wide - 1).for_each(Cell::reset);
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;
    use ratatui::style::{Style, Stylize};
    use ratatui::text::{Line, Span};
    use ratatui::widgets::Widget;

    use super::is_drawn;

    #[test]
    fn a_line_is_drawn_as_ratatui_draws_it() {
        let bold = Style::new().bold().blue();
        let lines = [
            Line::from(vec![Span::raw("海洋 a"), Span::styled("生物—…", bold), Span::raw("")]),
            Line::from(vec![Span::styled("e\u{301}👨\u{200D}👩", bold), Span::raw("x")]),
            Line::from("一二三四五六七八九十"),
            Line::default(),
        ];
        for line in &lines {
            for area in [Rect::new(0, 0, 20, 2), Rect::new(3, 1, 7, 1), Rect::new(15, 0, 20, 1)] {
                let mut ours = Buffer::filled(Rect::new(0, 0, 20, 2), ratatui::buffer::Cell::new("好"));
                let mut theirs = ours.clone();
                assert!(is_drawn(line, area, &mut ours));
                line.render(area, &mut theirs);
                assert_eq!(ours, theirs, "{line:?} {area:?}");
            }
        }
    }

    #[test]
    fn a_line_that_needs_more_is_left_to_ratatui() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 20, 2));
        for line in [Line::from("a").centered(), Line::from("a").red(), Line::from("\u{301}a\u{7}")] {
            assert!(!is_drawn(&line, buf.area, &mut buf));
        }
    }
}
