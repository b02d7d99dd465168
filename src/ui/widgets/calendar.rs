//! A month as a small grid, for choosing a date: arrows move by days and weeks, PgUp and PgDn by
//! months, Home goes to today. May use `style`, `key`, `width`.

use chrono::{Datelike, Days, Months, NaiveDate};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::Lang;
use crate::say;
use crate::ui::key::{Code, Key};
use crate::ui::style::{Look, Meaning};
use crate::ui::width;

/// The cells that a day takes, with the gap before it.
const DAY: u16 = 4;
/// The lines above the days: the month, the weekdays.
const HEAD: u16 = 2;
/// The weeks that are shown.
const WEEKS: u16 = 6;
/// The size of the grid with a cell to spare at either side.
pub const SIZE: (u16, u16) = (DAY * 7 + 1, HEAD + WEEKS);

/// A calendar with the cursor on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Calendar {
    day: NaiveDate,
    today: NaiveDate,
}

impl Calendar {
    /// A calendar that stands on a day.
    #[must_use]
    pub const fn new(day: NaiveDate, today: NaiveDate) -> Self {
        Self { day, today }
    }

    /// The day of the cursor.
    #[must_use]
    pub const fn day(self) -> NaiveDate {
        self.day
    }

    /// Takes a key; false where it moves nothing.
    pub fn key(&mut self, key: Key) -> bool {
        let day = self.day;
        let moved = match key.code {
            Code::Left => day.checked_sub_days(Days::new(1)),
            Code::Right => day.checked_add_days(Days::new(1)),
            Code::Up => day.checked_sub_days(Days::new(7)),
            Code::Down => day.checked_add_days(Days::new(7)),
            Code::PageUp => day.checked_sub_months(Months::new(1)),
            Code::PageDown => day.checked_add_months(Months::new(1)),
            Code::Home => Some(self.today),
            Code::End => Some(crate::domain::date::month_end(day)),
            _ => return false,
        };
        self.day = moved.filter(|day| is_of_office(*day)).unwrap_or(day);
        true
    }

    /// The first day of the grid: the Monday of the week that the month begins in.
    fn first(self) -> NaiveDate {
        let first = self.day.with_day(1).unwrap_or(self.day);
        let back = u64::from(first.weekday().num_days_from_monday());
        first.checked_sub_days(Days::new(back)).unwrap_or(first)
    }

    /// Puts the cursor on the day that stands on a cell of the grid, counted from its corner; false where
    /// none does.
    pub fn point(&mut self, (x, y): (u16, u16)) -> bool {
        let Some(week) = y.checked_sub(HEAD).filter(|week| *week < WEEKS && x < DAY * 7) else {
            return false;
        };
        let day = self
            .first()
            .checked_add_days(Days::new(u64::from(week * 7 + x / DAY)))
            .filter(|day| is_of_office(*day));
        self.day = day.unwrap_or(self.day);
        day.is_some()
    }

    /// Draws the grid at the left upper corner of an area; what does not fit is left out.
    pub fn draw(self, look: &Look, area: Rect, buf: &mut Buffer) {
        let room = usize::from(area.width.min(SIZE.0));
        let title = width::centre(&month_name(self.day, look.lang), room, "");
        let names = say!(look.lang, "layer-weekdays");
        let names: String =
            names.split_whitespace().map(|name| width::right(name, usize::from(DAY), "")).collect();
        for (row, (line, meaning)) in [(title, Meaning::Title), (names, Meaning::Muted)].iter().enumerate() {
            put(buf, area, (0, row), line, *meaning, look);
        }
        for (place, day) in self.first().iter_days().take(42).enumerate() {
            let meaning = match day {
                day if day == self.day => Meaning::Selection,
                day if day == self.today => Meaning::Accent,
                day if day.month() != self.day.month() => Meaning::Muted,
                _ => Meaning::Text,
            };
            let at = (place % 7 * usize::from(DAY) + 1, place / 7 + 2);
            put(buf, area, at, &format!("{:>3}", day.day()), meaning, look);
        }
    }
}

/// A date beyond four digits of year is no date of an office.
fn is_of_office(day: NaiveDate) -> bool {
    (1900..=9999).contains(&day.year())
}

fn put(buf: &mut Buffer, area: Rect, (x, y): (usize, usize), line: &str, meaning: Meaning, look: &Look) {
    let (Ok(x), Ok(y)) = (u16::try_from(x), u16::try_from(y)) else {
        return;
    };
    if x < area.width && y < area.height {
        // Only what differs from the ground is laid over it: `Text` would paint its own.
        let mut style = look.style(meaning);
        if meaning == Meaning::Text {
            style.bg = None;
        }
        buf.set_stringn(area.x + x, area.y + y, line, usize::from(area.width - x), style);
    }
}

fn month_name(day: NaiveDate, lang: Lang) -> String {
    say!(lang, "layer-calendar-month", year = day.year().to_string(), month = i64::from(day.month()))
}
