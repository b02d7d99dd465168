//! Days without a year: a sheet says how things stand, so such a day is of the sheet's year and never
//! put off to the next. May use `domain`, `row`.

use chrono::{Datelike, NaiveDate};

use super::report::{Cell, Yearless};
use super::row::Reader;
use crate::domain::date_words::{Lean, parse, parse_of_year};
use crate::domain::value_words::{Problem, lean_of};
use crate::domain::{FieldKey, Value};

/// Words for a year.
const NAMED: &[&str] = &["今年", "本年", "明年", "后年", "去年"];

impl Reader {
    /// A day as a sheet holds it.
    pub(super) fn date(&self, field: FieldKey, text: &str) -> Result<Value, Problem> {
        Ok(Value::Date(self.in_year(field, text, 0)?))
    }

    /// A day read so many years later than it is meant. Without a year in the title what has happened
    /// leans back, and what is to come is of this year.
    fn in_year(&self, field: FieldKey, text: &str, later: i32) -> Result<NaiveDate, Problem> {
        let lean = lean_of(field);
        let this_year = (lean == Lean::End || later > 0).then(|| self.today.year());
        Ok(match self.year.or(this_year) {
            Some(year) => parse_of_year(text, self.today, lean, year + later)?,
            None => parse(text, self.today, lean)?,
        })
    }

    /// Takes note of a day whose cell gives no year: read in another one it is another day.
    pub(super) fn note_year(&mut self, field: FieldKey, (row, column): (u32, usize), text: &str) {
        let is_given = text.as_bytes().windows(4).any(|four| four.iter().all(u8::is_ascii_digit));
        if is_given || NAMED.iter().any(|year| text.contains(year)) {
            return;
        }
        let (Ok(day), Ok(other)) = (self.in_year(field, text, 0), self.in_year(field, text, 1)) else {
            return;
        };
        if day.year() == other.year() {
            return;
        }
        if let Some(yearless) = &mut self.yearless {
            yearless.count += 1;
            return;
        }
        let cell = Cell { row, column, text: text.trim().to_owned() };
        self.yearless = Some(Yearless { cell, day, count: 1 });
    }
}
