//! How a row that was planned is read, told once more when somebody looks at it.
//! May use `row`, `fill`, `roster`, `order`.

use chrono::NaiveDate;

use super::fill::Filler;
use super::order::Ordered;
use super::report::Report;
use super::roster::Roster;
use super::row::Reader;
use super::rows::Chosen;
use crate::board::Board;
use crate::domain::{FieldKey, Fields, Id, Value};

/// What a row is read as.
#[derive(Debug, Clone, Default)]
pub struct Reading {
    /// What it says of each field.
    pub values: Fields,
    /// The heading that gives its division where it names none itself.
    pub heading: Option<(String, Id)>,
    /// The columns whose amounts have no unit.
    pub unitless: Vec<usize>,
}

impl Reading {
    /// What it says of a field.
    #[must_use]
    pub fn value(&self, field: FieldKey) -> Option<&Value> {
        self.values.iter().find(|(of, _)| *of == field).map(|(_, value)| value)
    }

    /// Reads a row of a sheet, from 0, as it was planned on a day.
    #[must_use]
    pub fn of(chosen: &Chosen, report: &Report, (board, today): (&Board, NaiveDate), at: usize) -> Self {
        let (sheet, options) = (&chosen.sheet, &chosen.options);
        let Some(row) = sheet.row(at) else { return Self::default() };
        let mut reader = Reader::new(report.what, sheet, today, options);
        reader.columns.clone_from(&report.columns);
        let open = report.unordered.iter().map(|cell| (cell.column, Ordered::asked(cell.clone())));
        let decided = report.orders.iter().map(|(column, order)| (*column, Ordered::by(*order)));
        reader.ordered = decided.chain(open).collect();
        let mut filler = Filler::of(&reader.columns, &options.fill_down);
        if filler.columns().next().is_some() {
            (0..=at).for_each(|at| {
                if let Some(row) = sheet.row(at) {
                    filler.pass(row, sheet.sections(at));
                }
            });
        }
        let blank = filler.columns().filter(|at| row.cell(*at).trim().is_empty());
        let given = blank.filter_map(|at| Some((at, filler.filled(at)?)));
        // Who is added is nobody on the board: what is read is not looked up there.
        let mut roster = Roster::default();
        let brought = reader.row((board, &mut roster), (sheet, row), given);
        let heading = (!brought.has("division")).then(|| division_of(board, &mut roster, sheet.sections(at)));
        Self {
            values: brought.all(),
            heading: heading.flatten().map(|(heading, id)| (heading.to_owned(), id)),
            unitless: reader.unitless.into_keys().collect(),
        }
    }
}

/// The innermost section that is a division's; a department has none.
pub(super) fn division_of<'a>(
    board: &Board,
    roster: &mut Roster,
    section: &'a [String],
) -> Option<(&'a str, Id)> {
    section.iter().rev().find_map(|name| Some((name.as_str(), roster.division(board, name).ok()?)))
}
