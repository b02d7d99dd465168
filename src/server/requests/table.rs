//! Aligned columns of text. May use `ui::text`, `ui::width`.

use crate::ui::{text, width};

/// No cell is wider.
const WIDEST: usize = 80;

/// Lines of aligned columns, two spaces apart, without spaces at their ends. Cells are cleaned.
#[derive(Default)]
pub(super) struct Table {
    rows: Vec<Vec<String>>,
}

impl Table {
    /// Adds a row. Every row is as wide as the widest cell of each column, so one is cut that is
    /// longer than anybody reads in a table; the whole stands in the other forms.
    pub(super) fn row(&mut self, cells: impl IntoIterator<Item = impl AsRef<str>>) {
        let cut = |cell: &str| text::line(cell, WIDEST, "…");
        self.rows.push(cells.into_iter().map(|cell| cut(cell.as_ref())).collect());
    }

    /// The whole as text.
    pub(super) fn text(&self) -> String {
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let widest = |at: usize| self.rows.iter().filter_map(|r| r.get(at)).map(|c| width::of(c)).max();
        let widths: Vec<usize> = (0..columns).map(|at| widest(at).unwrap_or(0)).collect();
        let mut text = String::new();
        for row in &self.rows {
            let start = text.len();
            for (cell, wide) in row.iter().zip(&widths) {
                text.push_str(cell);
                text.extend(std::iter::repeat_n(' ', wide - width::of(cell) + 2));
            }
            text.truncate(start + text[start..].trim_end().len());
            text.push('\n');
        }
        text
    }
}
