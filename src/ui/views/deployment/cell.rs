//! One cell of the deployment chart: its targets in as many lines as it has. May use `target`, `ink`.

use ratatui::text::Line;

use crate::board::Board;
use crate::domain::Id;
use crate::ui::style::{Look, Meaning};
use crate::ui::views::ink::Ink;
use crate::ui::views::target::Words;
use crate::ui::{layout, width};

/// The most lines of one target.
const LINES: usize = 3;

/// The cells of a light's sign.
const MARK: usize = 2;

/// A cell about to be drawn.
pub(super) struct Cell<'a> {
    pub(super) board: &'a Board,
    pub(super) look: &'a Look,
    pub(super) ids: &'a [Id],
    /// Which of its targets is under the cursor.
    pub(super) cursor: Option<usize>,
    pub(super) width: usize,
    pub(super) height: usize,
}

/// A line and whether it is under the cursor.
pub(super) type Drawn = (Line<'static>, bool);

impl Cell<'_> {
    /// Its lines, `height` at most: the first targets, or those around the cursor, with how many more
    /// there are at the end of the last.
    pub(super) fn lines(&self) -> Vec<Drawn> {
        let shares = self.shares();
        let Some((last, _)) = shares.last() else {
            return vec![(Line::default(), self.cursor.is_some())];
        };
        let more = self.ids.len() - shares.len();
        let mut out = Vec::new();
        for (place, lines) in &shares {
            let more = if place == last { more } else { 0 };
            let chosen = self.cursor == Some(*place);
            let drawn = self.target(self.ids[*place], *lines, more);
            out.extend(drawn.into_iter().map(|line| (line, chosen)));
        }
        out
    }

    /// The targets that are shown, by their places, each with its lines.
    fn shares(&self) -> Vec<(usize, usize)> {
        let shown = self.ids.len().min(self.height).max(1);
        let top = layout::top(self.cursor.unwrap_or(0), self.ids.len(), shown);
        let (each, over) = (self.height / shown, self.height % shown);
        let lines = |place: usize| (each + usize::from(place - top < over)).min(LINES);
        (top..self.ids.len()).take(shown).map(|place| (place, lines(place))).collect()
    }

    /// The target on a line, by its place: the last one below them.
    pub(super) fn place_at(&self, line: usize) -> usize {
        let mut end = 0;
        let shares = self.shares();
        let is_on = |(_, lines): &&(usize, usize)| {
            end += lines;
            line < end
        };
        shares.iter().find(is_on).or(shares.last()).map_or(0, |(place, _)| *place)
    }

    /// A target in so many lines: what it is and how far; then figures, date, owner and the light's
    /// reason, as many as there is room for.
    fn target(&self, id: Id, lines: usize, more: usize) -> Vec<Line<'static>> {
        let Some(words) = Words::of(self.board, id, self.look.lang) else { return Vec::new() };
        let more = if more > 0 { format!("+{more}") } else { String::new() };
        let (last, alone) = (lines - 1, lines == 1);
        let tail = match (alone, more.is_empty()) {
            (true, false) => more.clone(),
            (true, true) if words.percent.is_empty() => words.due.clone(),
            (true, true) => words.percent.clone(),
            (false, _) => String::new(),
        };
        let mut out = vec![self.head(&words, &tail)];
        let figures = words.figures_in(self.width.saturating_sub(MARK + 1));
        let mut facts = [
            figures,
            words.due.as_str(),
            words.redated.as_str(),
            words.owner.as_str(),
            words.reason.as_str(),
        ]
        .into_iter()
        .filter(|fact| !fact.is_empty())
        .peekable();
        for line in 1..lines {
            let end = if line == last { more.as_str() } else { "" };
            let mut ink = Ink::new(self.look, self.width).gap(MARK + 1);
            let room =
                |ink: &Ink<'_>| ink.room().saturating_sub(width::of(end) + usize::from(!end.is_empty()));
            let mut first = true;
            while let Some(fact) = facts.next_if(|fact| first || width::of(fact) < room(&ink)) {
                ink = ink.gap(usize::from(!first)).put(Meaning::Muted, fact);
                first = false;
            }
            out.push(ink.end(&[(Meaning::Strong, end)]).line());
        }
        out
    }

    fn head(&self, words: &Words<'_>, tail: &str) -> Line<'static> {
        let ink = Ink::new(self.look, self.width).cell(words.signal, &words.mark, MARK).gap(1);
        let meaning = if words.progress.target.headline { Meaning::Strong } else { Meaning::Text };
        let room = match width::of(tail) {
            // A name is not cut to a few letters for the sake of a figure.
            cells if cells > 0 && ink.room() > cells + 1 => ink.room() - cells - 1,
            _ => ink.room(),
        };
        ink.cell(meaning, &words.name, room).end(&[(Meaning::Strong, tail)]).line()
    }
}
