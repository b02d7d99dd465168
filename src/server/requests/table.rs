//! Aligned columns of text. May use `ui::text`, `ui::width`.

use crate::ui::{text, width};

/// No cell is wider.
const WIDEST: usize = 80;

/// How wide columns must be for what was measured.
#[derive(Default)]
pub(super) struct Columns {
    widths: Vec<usize>,
}

impl Columns {
    /// Makes room for a row.
    pub(super) fn measure(&mut self, cells: &[impl AsRef<str>]) {
        self.widths.resize(self.widths.len().max(cells.len()), 0);
        for (wide, cell) in self.widths.iter_mut().zip(cells) {
            *wide = (*wide).max(width::of(&cut(cell.as_ref())));
        }
    }

    /// A row as a line: columns two spaces apart, without spaces at the end. Cells are cleaned. Every
    /// row is as wide as the widest cell of each column, so one is cut that is longer than anybody
    /// reads in a table; the whole stands in the other forms.
    pub(super) fn line(&self, cells: &[impl AsRef<str>]) -> String {
        let mut line = String::new();
        for (cell, wide) in cells.iter().zip(&self.widths) {
            let cell = cut(cell.as_ref());
            line.push_str(&cell);
            line.extend(std::iter::repeat_n(' ', wide.saturating_sub(width::of(&cell)) + 2));
        }
        line.truncate(line.trim_end().len());
        line.push('\n');
        line
    }
}

fn cut(cell: &str) -> String {
    text::line(cell, WIDEST, "…")
}

/// A table that is small enough to be held.
#[derive(Default)]
pub(super) struct Table {
    rows: Vec<Vec<String>>,
}

impl Table {
    /// Adds a row.
    pub(super) fn row(&mut self, cells: impl IntoIterator<Item = impl AsRef<str>>) {
        self.rows.push(cells.into_iter().map(|cell| cut(cell.as_ref())).collect());
    }

    /// The whole as text.
    pub(super) fn text(&self) -> String {
        let mut columns = Columns::default();
        for row in &self.rows {
            columns.measure(row);
        }
        self.rows.iter().map(|row| columns.line(row)).collect()
    }
}
