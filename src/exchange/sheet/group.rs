//! Headers of two levels: a word above several columns (「投资情况」 over 「总投资」「到位资金」),
//! merged in a workbook, followed by empty cells in a text. May use `domain`, `grid`.

use super::Grid;
use crate::domain::typed::plain;

/// A word of a header has at most so many letters; what is longer is a title or data.
const LETTERS: usize = 20;

/// A word of an upper level and the columns that it stands above, the last one included.
struct Group {
    words: String,
    columns: (usize, usize),
    spans: bool,
}

/// The words of an upper level.
pub(super) struct Groups(Vec<Group>);

impl Groups {
    /// Those of a row above another.
    pub(super) fn of(grid: &Grid, upper: usize, known: &dyn Fn(&str) -> bool) -> Self {
        let groups = grid.rows[upper].filled().map(|(column, words)| {
            let last = last_column(grid, upper, column, words, known);
            let spans = last > column && is_header(words) && !words.contains([':', '：']);
            Group { words: words.to_owned(), columns: (column, if spans { last } else { column }), spans }
        });
        Self(groups.collect())
    }

    /// The word above each column.
    pub(super) fn words(&self) -> Vec<String> {
        let width = self.0.last().map_or(0, |group| group.columns.1 + 1);
        let above = |at: usize| self.at(at).map_or_else(String::new, |group| group.words.clone());
        (0..width).map(above).collect()
    }

    fn at(&self, column: usize) -> Option<&Group> {
        self.0.iter().find(|group| (group.columns.0..=group.columns.1).contains(&column))
    }
}

/// Whether a row and the one below it are two levels of one header.
pub(super) fn is_pair(grid: &Grid, upper: usize, known: &dyn Fn(&str) -> bool) -> bool {
    let (Some(above), Some(below)) = (grid.rows.get(upper), grid.rows.get(upper + 1)) else {
        return false;
    };
    if below.number != above.number + 1 || above.filled().nth(1).is_none() {
        return false;
    }
    let groups = Groups::of(grid, upper, known);
    let fits = |(column, cell): (usize, &str)| match groups.at(column) {
        Some(group) if group.spans => is_header(cell),
        Some(group) => group.words == cell,
        // Left of all groups of a text nothing tells a header from data.
        None => !grid.merges.is_empty() && is_header(cell),
    };
    let stands_under = |group: &Group| {
        let under = |(column, _): &(usize, &str)| (group.columns.0..=group.columns.1).contains(column);
        group.spans && below.filled().filter(under).nth(1).is_some()
    };
    groups.0.iter().any(stands_under) && below.filled().all(fits)
}

/// The last column that a word stands above.
fn last_column(grid: &Grid, upper: usize, column: usize, words: &str, known: &dyn Fn(&str) -> bool) -> usize {
    let (above, below) = (&grid.rows[upper], &grid.rows[upper + 1]);
    let across = grid.across(above.number, column);
    if across > 1 {
        return column + across as usize - 1;
    }
    let under = below.cell(column).trim();
    if under.is_empty() || under == words || known(words) {
        return column;
    }
    let is_free = |at: &usize| above.cell(*at).trim().is_empty() && !below.cell(*at).trim().is_empty();
    column + (column + 1..below.width()).take_while(is_free).count()
}

/// Whether words could be a header: short, and no number or day.
fn is_header(words: &str) -> bool {
    let is_of_number = |c: char| c.is_ascii_digit() || " .,-/:%年月日".contains(c);
    words.chars().count() <= LETTERS && !plain(words).chars().all(is_of_number)
}
