//! In which order day, month and year stand in a column: one cell that can be only one decides for
//! all; and the year of days that do not say theirs. May use `domain`, `sheet`, `guard`.

use chrono::NaiveDate;

use super::super::guard::bare;
use super::super::sheet::Sheet;
use super::report::Cell;
use crate::domain::Choice;
use crate::domain::date_words::{Lean, Order, orders};
use crate::domain::typed::plain;

/// What a column of days says of its order.
#[derive(Debug, Clone, Default)]
pub(super) struct Ordered {
    /// The one order that all its cells can be read in.
    pub(super) order: Option<Order>,
    /// The first cell that can be read in several, where none decides.
    pub(super) open: Option<Cell>,
}

impl Ordered {
    /// Looks at a column from the first row to the last.
    pub(super) fn of(sheet: &Sheet, column: usize) -> Self {
        let mut left: Vec<Order> = Order::ALL.to_vec();
        let mut open = None;
        for row in sheet.rows() {
            let Some(text) = bare(row.cell(column)) else { continue };
            let can = orders(text);
            if can.is_empty() {
                continue;
            }
            left.retain(|order| can.contains(order));
            if can.len() > 1 && open.is_none() {
                open = Some(Cell { row: row.number, column, text: text.trim().to_owned() });
            }
        }
        match left.as_slice() {
            [order] => Self { order: Some(*order), open: None },
            // No two cells speak of different days as long as both orders give the same.
            _ => Self { order: None, open: open.filter(|cell| differs(&cell.text)) },
        }
    }
}

/// Whether the orders in which a text can be read give different days.
fn differs(text: &str) -> bool {
    let days: Vec<_> = orders(text)
        .into_iter()
        .filter_map(|order| crate::domain::date_words::in_order(text, order)?.ok())
        .collect();
    days.windows(2).any(|pair| pair[0] != pair[1])
}

/// The year that stands in the lines above a header, `2026年11月台账`, where it is one.
pub(super) fn year_of(sheet: &Sheet) -> Option<i32> {
    let above = sheet.grid.rows.iter().take_while(|row| row.number < sheet.header_row);
    let years = above.flat_map(|row| row.cells().flat_map(years_in).collect::<Vec<i32>>());
    let mut years: Vec<i32> = years.collect();
    years.dedup();
    match years.as_slice() {
        [year] => Some(*year),
        _ => None,
    }
}

/// The years that a text names: four digits before 年.
fn years_in(text: &str) -> Vec<i32> {
    let text = plain(text);
    let ends = text.match_indices('年').filter_map(|(at, _)| text.get(at.checked_sub(4)?..at));
    ends.filter_map(|digits| digits.parse().ok()).filter(|year| (1990..=2100).contains(year)).collect()
}

/// Whether a text names a day of the calendar and not its year: `11月20日`, `二季度末`, never 本月底.
pub(super) fn is_yearless(text: &str) -> bool {
    const FROM_TODAY: &[char] = &['本', '今', '明', '去', '上', '下', '前', '后'];
    let named = ["月", "季度", "年底", "年中", "半年"].iter().any(|word| text.contains(word));
    let digits = text.split(|c: char| !c.is_ascii_digit()).map(str::len).max().unwrap_or(0);
    named && digits < 4 && !text.contains(FROM_TODAY)
}

/// The day from which a day without a year is one of that year, whichever way it leans.
pub(super) fn seen_from(year: i32, lean: Lean) -> Option<NaiveDate> {
    match lean {
        Lean::End => NaiveDate::from_ymd_opt(year, 1, 1),
        Lean::Start | Lean::Past => NaiveDate::from_ymd_opt(year, 12, 31),
    }
}
