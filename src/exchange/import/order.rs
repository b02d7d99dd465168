//! In which order day, month and year stand in a column: one cell that can be only one decides for
//! all. May use `domain`, `sheet`, `guard`.

use super::super::guard::bare;
use super::super::sheet::Sheet;
use super::report::Cell;
use crate::domain::Choice;
use crate::domain::date_words::{Order, orders};

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
