//! The header of a table: which rows it takes, what each column is called, and the lines right
//! below it that are no data. May use `domain`, `grid`, `group`, `line`, `title`.

use super::group::{self, Groups};
use super::line;
use super::{BadSheet, Grid, Row, title};
use crate::domain::money_words::Scale;
use crate::domain::typed::plain;

/// The header stands in one of so many first rows.
const ROWS: usize = 12;
/// A header has at most so many levels.
const LEVELS: usize = 3;
/// Lower words that say nothing without the upper one.
const GENERIC: &[&str] = &["名称", "姓名", "编号", "备注", "说明", "其他"];

/// Where the header of a Grid stands and what it says.
pub(super) struct Head {
    /// The place of its first row.
    pub(super) first: usize,
    pub(super) levels: usize,
    /// How many lines of units or column numbers follow it.
    lines: usize,
    pub(super) headers: Vec<String>,
    pub(super) unit: Option<String>,
    pub(super) year: Option<i32>,
}

impl Head {
    pub(super) fn find(
        grid: &Grid,
        known: &dyn Fn(&str) -> bool,
        said: Option<u32>,
    ) -> Result<Self, BadSheet> {
        let at = match said {
            Some(number) => {
                let is_it = |row: &&Row| row.number == number && row.filled().next().is_some();
                let at = grid.place(number);
                grid.rows.get(at).filter(is_it).map(|_| at).ok_or(BadSheet::NoHeaderRow { row: number })?
            }
            None => best(grid, known).ok_or(BadSheet::Empty)?,
        };
        let (first, last) = levels(grid, known, at, said.is_some());
        let mut headers: Vec<String> = grid.rows[last].cells().map(str::to_owned).collect();
        for upper in (first..last).rev() {
            join(&mut headers, &Groups::of(grid, upper, known).words(), known);
        }
        let mut titles = grid.rows[..first].iter().flat_map(Row::cells);
        let unit = titles.find_map(stated_unit);
        let year = title::year(grid.rows[..first].iter().flat_map(Row::cells));
        let mut head = Self { first, levels: last - first + 1, lines: 0, headers, unit, year };
        while let Some(row) = grid.rows.get(head.below())
            && line::is_no_data(row)
        {
            line::give_units(row, &mut head.headers);
            head.lines += 1;
        }
        Ok(head)
    }

    /// The place of the first row below it.
    pub(super) fn below(&self) -> usize {
        self.first + self.levels + self.lines
    }

    /// Whether a row says again what stands in the header or above it, as printed pages do.
    pub(super) fn is_repeated(&self, grid: &Grid, row: &Row) -> bool {
        let single = self.headers.len() < 2;
        let mut above = grid.rows[..self.below()].iter();
        !single && above.any(|other| other.width() == row.width() && other.cells().eq(row.cells()))
    }
}

/// The first and the last row of a header that one row is of. The row that somebody has said is rather
/// the first: so a header is found again by the row that it was found at.
fn levels(grid: &Grid, known: &dyn Fn(&str) -> bool, at: usize, is_first: bool) -> (usize, usize) {
    let (mut first, mut last) = (at, at);
    let down = |first: usize, last: &mut usize| {
        while *last - first + 1 < LEVELS && group::is_pair(grid, *last, known) {
            *last += 1;
        }
    };
    if is_first {
        down(first, &mut last);
    }
    while first > 0 && last - first + 1 < LEVELS && group::is_pair(grid, first - 1, known) {
        first -= 1;
    }
    down(first, &mut last);
    (first, last)
}

/// The row with the most known headers; else the first with two cells; else the first with any.
fn best(grid: &Grid, known: &dyn Fn(&str) -> bool) -> Option<usize> {
    let count = |row: &Row| row.cells().filter(|cell| known(cell)).count();
    let top = grid.rows.iter().take(ROWS).enumerate();
    // The last of the rows with the most known headers would be a row of data that repeats them.
    let best = top
        .map(|(at, row)| (count(row), at))
        .filter(|(n, _)| *n > 0)
        .max_by_key(|(n, at)| (*n, usize::MAX - at));
    let filled = |row: &Row, n: usize| row.filled().nth(n - 1).is_some();
    let widest = || grid.rows.iter().take(ROWS).position(|row| filled(row, 2));
    let any = || grid.rows.iter().position(|row| filled(row, 1));
    best.map(|(_, at)| at).or_else(widest).or_else(any)
}

/// Puts the words of an upper level to those of the lower.
fn join(headers: &mut Vec<String>, uppers: &[String], known: &dyn Fn(&str) -> bool) {
    if headers.len() < uppers.len() {
        headers.resize(uppers.len(), String::new());
    }
    for at in 0..uppers.len() {
        let (upper, lower) = (uppers[at].trim(), headers[at].trim());
        if upper.is_empty() || upper == lower {
            continue;
        }
        let is_taken = headers[..at].iter().any(|header| header.trim() == lower);
        let is_vague = GENERIC.contains(&lower) && known(upper);
        headers[at] = if lower.is_empty() {
            upper.to_owned()
        } else if known(lower) && !is_taken && !is_vague {
            with_unit(lower, upper)
        } else {
            format!("{upper}/{lower}")
        };
    }
}

/// A lower word with the unit of money that the upper one gives.
fn with_unit(lower: &str, upper: &str) -> String {
    let unit = |words: &str| {
        let words = plain(words);
        let inner = words.rsplit_once('(')?.1.strip_suffix(')')?;
        let inner = inner.trim_start_matches("单位").trim_start_matches(':').to_owned();
        Scale::from_word(&inner).map(|_| inner)
    };
    match (unit(lower), unit(upper)) {
        (None, Some(unit)) => format!("{lower}（{unit}）"),
        _ => lower.to_owned(),
    }
}

fn stated_unit(cell: &str) -> Option<String> {
    // 填报单位: names who wrote it, and may stand before the unit of money.
    plain(cell).split("单位:").skip(1).find_map(|said| {
        let unit = said.trim_start().split([',', ';', ')', '、', ' ', '\n']).next()?;
        Scale::from_word(unit).map(|_| unit.to_owned())
    })
}
