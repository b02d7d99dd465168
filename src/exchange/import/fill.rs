//! What a row takes from those above it: the division of its section, and the cells of columns that
//! lost their merging. May use `domain`, `sheet`, `guard`, `header`.

use super::super::guard::bare;
use super::super::sheet::{Row, Sheet};
use super::header::{Column, Goes, is_same};
use crate::domain::{Kind, Shape};

/// Columns whose blank cells take the one above.
#[derive(Debug, Default)]
pub(super) struct Filler {
    /// Each with the last cell that held something.
    columns: Vec<(usize, String)>,
    /// The section that those cells stood in.
    section: Vec<String>,
}

impl Filler {
    /// A filler of the columns with these headers.
    pub(super) fn of(columns: &[Column], headers: &[String]) -> Self {
        let is = |column: &Column| headers.iter().any(|header| is_same(header, &column.header));
        let found = columns.iter().enumerate().filter(|(_, column)| is(column));
        Self { columns: found.map(|(at, _)| (at, String::new())).collect(), section: Vec::new() }
    }

    /// Takes note of a row: what stands in a cell counts for the blank ones below, as far as the section
    /// goes.
    pub(super) fn pass(&mut self, row: &Row, section: &[String]) {
        if self.columns.is_empty() {
            return;
        }
        if self.section != section {
            self.section = section.to_vec();
            self.columns.iter_mut().for_each(|(_, last)| last.clear());
        }
        for (at, last) in &mut self.columns {
            let cell = row.cell(*at);
            if !cell.trim().is_empty() {
                cell.clone_into(last);
            }
        }
    }

    /// What fills a blank cell of a column.
    pub(super) fn filled(&self, column: usize) -> Option<&str> {
        let (_, last) = self.columns.iter().find(|(at, _)| *at == column)?;
        bare(last)
    }

    /// The columns that are filled.
    pub(super) fn columns(&self) -> impl Iterator<Item = usize> {
        self.columns.iter().map(|(at, _)| *at)
    }
}

/// Columns of divisions or owners that look as if they had lost their merged cells: below each of
/// several values stand blank ones, and the first row has one.
pub(super) fn fillable(sheet: &Sheet, columns: &[Column]) -> Vec<usize> {
    let merged = |column: &Column| match column.goes {
        Goes::Field(field) => {
            matches!(field.spec().shape, Shape::Ref(Kind::Division | Kind::Person | Kind::Unit))
        }
        _ => false,
    };
    let places = columns.iter().enumerate().filter(|(_, column)| merged(column)).map(|(at, _)| at);
    places.filter(|at| looks_merged(sheet, *at)).collect()
}

fn looks_merged(sheet: &Sheet, column: usize) -> bool {
    let cells: Vec<bool> = sheet.rows().map(|row| !row.cell(column).trim().is_empty()).collect();
    let values = cells.iter().filter(|is_value| **is_value).count();
    let runs = cells.windows(2).filter(|pair| pair[0] && !pair[1]).count();
    let blank = cells.len() - values;
    cells.first() == Some(&true) && runs >= 2 && blank * 3 >= cells.len() && runs * 3 >= values * 2
}
