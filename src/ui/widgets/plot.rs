//! A figure over time: filled as far as it came, with the pace it should have had and where it leads.
//! May use `style`, `width`.

use chrono::NaiveDate;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::ui::style::{Look, Meaning};
use crate::ui::width;

/// What is drawn.
pub struct Plot<'a> {
    /// The first and the last day.
    pub days: (NaiveDate, NaiveDate),
    /// Today.
    pub today: NaiveDate,
    /// The figure at the top.
    pub top: i64,
    /// What was reached by the end of a day; none where that is not known.
    pub actual: &'a dyn Fn(NaiveDate) -> Option<i64>,
    /// What should have been reached.
    pub pace: &'a dyn Fn(NaiveDate) -> Option<i64>,
    /// What will be reached.
    pub ahead: &'a dyn Fn(NaiveDate) -> Option<i64>,
}

impl Plot<'_> {
    /// The day of a column of `cells`.
    #[must_use]
    pub fn day(&self, column: usize, cells: usize) -> NaiveDate {
        let (from, to) = self.days;
        let span = usize::try_from((to - from).num_days()).unwrap_or(0);
        let days = span * column / cells.saturating_sub(1).max(1);
        from.checked_add_days(chrono::Days::new(days as u64)).unwrap_or(to)
    }

    /// The column of a day among `cells`; none where the day lies outside.
    #[must_use]
    pub fn column(&self, day: NaiveDate, cells: usize) -> Option<usize> {
        let (from, to) = self.days;
        let span = usize::try_from((to - from).num_days()).ok()?.max(1);
        let at = usize::try_from((day - from).num_days()).ok()?;
        (day <= to).then_some((at * cells.saturating_sub(1)).div_ceil(span))
    }

    /// So many lines of so many cells, the top one first.
    #[must_use]
    pub fn lines(&self, look: &Look, cells: usize, height: usize) -> Vec<Line<'static>> {
        let columns: Vec<Column> = (0..cells).map(|at| self.measure(look, at, cells, height)).collect();
        let line = |row: usize| {
            let signs = columns.iter().map(|column| column.sign(look, row));
            Line::from(joined(signs))
        };
        (0..height).rev().map(line).collect()
    }

    fn measure(&self, look: &Look, at: usize, cells: usize, height: usize) -> Column {
        let day = self.day(at, cells);
        let steps = look.glyphs.rise.len().max(1);
        let share = |figure: i64, whole: usize| {
            let figure = u128::try_from(figure.clamp(0, self.top.max(1))).unwrap_or(0);
            let top = u128::try_from(self.top.max(1)).unwrap_or(1);
            usize::try_from(figure * whole as u128 / top).unwrap_or(whole)
        };
        let row = |figure: i64| share(figure, height).min(height.saturating_sub(1));
        let is_today = self.column(self.today, cells) == Some(at);
        // A column stands for some days: the one of today says how it is today.
        let day = if is_today { self.today } else { day };
        let actual = (self.actual)(day).filter(|_| day <= self.today);
        let filled = actual.map_or(0, |figure| share(figure, height * steps).max(usize::from(figure > 0)));
        Column {
            filled,
            pace: (self.pace)(day).map(row),
            ahead: (self.ahead)(day).filter(|figure| *figure <= self.top && day > self.today).map(row),
            is_today,
        }
    }
}

/// One column: how far it is filled, in a cell's parts, and in which rows the lines run.
struct Column {
    filled: usize,
    pace: Option<usize>,
    ahead: Option<usize>,
    is_today: bool,
}

impl Column {
    /// What stands in a row, counted from the foot.
    fn sign(&self, look: &Look, row: usize) -> (&'static str, Style) {
        let glyphs = look.glyphs;
        let steps = glyphs.rise.len().max(1);
        let part = self.filled.saturating_sub(row * steps).min(steps);
        if self.pace == Some(row) {
            (glyphs.dot, look.style(Meaning::Pace))
        } else if let Some(sign) = part.checked_sub(1).and_then(|at| glyphs.rise.get(at)) {
            (sign, look.style(Meaning::Bar))
        } else if self.ahead == Some(row) {
            (glyphs.ahead, look.style(Meaning::Accent))
        } else if self.is_today {
            (glyphs.split, look.style(Meaning::Border))
        } else {
            (" ", Style::default())
        }
    }
}

/// Signs of one style side by side are one text.
fn joined(signs: impl Iterator<Item = (&'static str, Style)>) -> Vec<Span<'static>> {
    let mut runs: Vec<(String, Style)> = Vec::new();
    for (sign, style) in signs {
        match runs.last_mut() {
            Some((text, of)) if *of == style => text.push_str(sign),
            _ => runs.push((sign.to_owned(), style)),
        }
    }
    runs.into_iter().map(|(text, style)| Span::styled(text, style)).collect()
}

/// Texts below the columns that they stand at, as many as find room; the first ones come first.
#[must_use]
pub fn below(marks: &[(usize, String)], cells: usize) -> String {
    let mut line: Vec<(usize, &str)> = Vec::new();
    for (at, words) in marks {
        let wide = width::of(words);
        let from = at.saturating_sub(wide / 2).min(cells.saturating_sub(wide));
        let free = |(other, text): &(usize, &str)| from + wide < *other || other + width::of(text) < from;
        if wide <= cells && line.iter().all(free) {
            line.push((from, words));
        }
    }
    line.sort_unstable();
    let mut out = String::new();
    for (from, words) in line {
        out.push_str(&" ".repeat(from.saturating_sub(width::of(&out))));
        out.push_str(words);
    }
    out
}
