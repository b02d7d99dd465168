//! What a slide says: a title, figures in big letters, rows of cells. Each row and each figure has a
//! key, so that what changed while it is up can be told from what moved. May use `style`, `width`.

use crate::ui::style::Meaning;
use crate::ui::width;

/// The cells between two cells of most rows.
pub(super) const GAP: usize = 2;

/// A slide's content, made for so much room.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Page {
    /// What it is about.
    pub(super) title: String,
    /// What is said below the title in a line.
    pub(super) under: String,
    /// Figures that count from the back of the room.
    pub(super) figures: Vec<Figure>,
    /// The rows, from top to bottom.
    pub(super) rows: Vec<Row>,
    /// Whether it is a cover: all of it in the middle.
    pub(super) is_cover: bool,
}

/// A figure in big letters with its word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Figure {
    pub(super) value: String,
    pub(super) word: String,
    pub(super) meaning: Meaning,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Row {
    /// What it is about, the same from one state of the board to the next.
    pub(super) key: String,
    pub(super) cells: Vec<Cell>,
    /// Whether its cells stand closer together than those of other rows.
    pub(super) is_tight: bool,
}

/// A cell of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cell {
    pub(super) what: What,
    pub(super) wide: Wide,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum What {
    /// Words with what they mean.
    Words(Meaning, String),
    /// Points of a hundred that are reached, and those of the time that has gone.
    Bar(i64, Option<i64>),
}

/// How wide a cell is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wide {
    /// As its words.
    Own,
    /// So many cells, the words at the left.
    Left(usize),
    /// So many cells, the words at the right.
    Right(usize),
    /// What the others leave.
    Rest,
}

impl Row {
    /// A row about something.
    pub(super) fn of(key: impl Into<String>) -> Self {
        Self { key: key.into(), ..Self::default() }
    }

    /// With its cells closer together.
    #[must_use]
    pub(super) fn tight(self) -> Self {
        Self { is_tight: true, ..self }
    }

    /// The cells that all of it takes by itself.
    pub(super) fn cells(&self) -> usize {
        let gaps = self.cells.len().saturating_sub(1) * self.gap();
        self.cells.iter().map(Cell::cells).sum::<usize>() + gaps
    }

    /// The cells between two of its cells.
    pub(super) const fn gap(&self) -> usize {
        if self.is_tight { 1 } else { GAP }
    }

    /// With words as wide as they are.
    #[must_use]
    pub(super) fn own(self, meaning: Meaning, words: impl Into<String>) -> Self {
        self.cell(What::Words(meaning, words.into()), Wide::Own)
    }

    /// With words at the left of so many cells.
    #[must_use]
    pub(super) fn left(self, meaning: Meaning, words: impl Into<String>, cells: usize) -> Self {
        self.cell(What::Words(meaning, words.into()), Wide::Left(cells))
    }

    /// With words at the right of so many cells.
    #[must_use]
    pub(super) fn right(self, meaning: Meaning, words: impl Into<String>, cells: usize) -> Self {
        self.cell(What::Words(meaning, words.into()), Wide::Right(cells))
    }

    /// With words in what the others leave.
    #[must_use]
    pub(super) fn rest(self, meaning: Meaning, words: impl Into<String>) -> Self {
        self.cell(What::Words(meaning, words.into()), Wide::Rest)
    }

    /// With a bar in what the others leave.
    #[must_use]
    pub(super) fn bar(self, reached: i64, pace: Option<i64>) -> Self {
        self.cell(What::Bar(reached, pace), Wide::Rest)
    }

    fn cell(mut self, what: What, wide: Wide) -> Self {
        self.cells.push(Cell { what, wide });
        self
    }
}

impl Cell {
    /// The cells that it takes by itself.
    pub(super) fn cells(&self) -> usize {
        match (self.wide, &self.what) {
            (Wide::Left(cells) | Wide::Right(cells), _) => cells,
            (Wide::Own, What::Words(_, words)) => width::of(words),
            (Wide::Own | Wide::Rest, _) => 0,
        }
    }
}

impl Page {
    /// A page with its title.
    pub(super) fn of(title: impl Into<String>) -> Self {
        Self { title: title.into(), ..Self::default() }
    }

    /// Lets every text on it be changed.
    pub(super) fn each_text(&mut self, mut change: impl FnMut(&mut String)) {
        change(&mut self.title);
        change(&mut self.under);
        for cell in self.rows.iter_mut().flat_map(|row| &mut row.cells) {
            if let What::Words(_, words) = &mut cell.what {
                change(words);
            }
        }
    }

    /// An empty row, where anything stands above it.
    pub(super) fn gap(&mut self) {
        if !self.rows.is_empty() {
            self.rows.push(Row::default());
        }
    }

    /// A heading.
    pub(super) fn heading(&mut self, words: impl Into<String>) {
        self.rows.push(Row::default().own(Meaning::Column, words));
    }

    /// A row of words alone.
    pub(super) fn say(&mut self, meaning: Meaning, words: impl Into<String>) {
        self.rows.push(Row::default().rest(meaning, words));
    }

    /// A figure in big letters.
    pub(super) fn figure(&mut self, meaning: Meaning, value: impl Into<String>, word: impl Into<String>) {
        self.figures.push(Figure { value: value.into(), word: word.into(), meaning });
    }
}
