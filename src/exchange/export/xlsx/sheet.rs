//! A sheet that is being written: each cell as what it is, and columns as wide as what stands in
//! them. May use `cell`, `look`.

use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{ColNum, RowNum, Worksheet, XlsxError};
use unicode_width::UnicodeWidthStr;

use super::look::Look;
use crate::domain::{Lang, Money};
use crate::exchange::export::cell::{Cell, light, unit};
use crate::say;

/// The most that a cell holds, counted as spreadsheets do: in UTF-16.
const MOST: usize = 32_767;
/// Amounts above this have more digits than a spreadsheet keeps: they are written as words.
const EXACT: i64 = 100_000_000_000_000;
/// The narrowest and the widest that a column is made, in letters.
const WIDTHS: (usize, usize) = (6, 44);
/// The numbers of papers: A3 and A4.
const A3: u8 = 8;
const A4: u8 = 9;
/// A header that is longer wraps.
const LONG: usize = 16;
/// The height of a line, in points.
const LINE: u32 = 15;
/// The height of a title, whose letters are larger.
const TITLE: u32 = 27;
/// A row shows so many lines at most; what is longer is read in the cell.
pub(super) const LINES: usize = 20;

/// A sheet that is being written.
pub(super) struct Sheet<'a> {
    /// The library's.
    pub(super) raw: &'a mut Worksheet,
    pub(super) look: &'a Look,
    pub(super) lang: Lang,
    widths: Vec<usize>,
    /// The lines that the highest cell of the current row takes.
    lines: usize,
}

impl<'a> Sheet<'a> {
    pub(super) fn new(raw: &'a mut Worksheet, look: &'a Look, lang: Lang) -> Self {
        Self { raw, look, lang, widths: Vec::new(), lines: 1 }
    }

    /// Writes a cell; what of a text is too long for one is left out, and `true` says so.
    pub(super) fn put(&mut self, row: RowNum, col: ColNum, cell: &Cell) -> Result<bool, XlsxError> {
        let look = self.look;
        match cell {
            Cell::Empty => {}
            Cell::Text(text) => return self.text(row, col, text),
            Cell::Number(n) if n.abs() >= EXACT => return self.text(row, col, &n.to_string()),
            Cell::Yuan(n) if n.abs() >= EXACT => {
                return self.text(row, col, &Money::cny(*n).exact());
            }
            Cell::Number(n) => self.number(row, col, *n, 1)?,
            Cell::Yuan(yuan) => self.number(row, col, *yuan, unit(self.lang))?,
            // The days before 1900 are none to a spreadsheet, nor are the last two months before.
            Cell::Date(day) if !(1901..=9999).contains(&day.year()) => {
                return self.text(row, col, &day.to_string());
            }
            Cell::Date(day) => self.date(row, col, *day)?,
            Cell::Light(signal) => {
                let word = light(*signal, self.lang);
                self.raw.write_string_with_format(row, col, word, &look.middle)?;
            }
        }
        Ok(false)
    }

    fn number(&mut self, row: RowNum, col: ColNum, number: i64, unit: i64) -> Result<(), XlsxError> {
        let is_whole = number % unit == 0;
        #[expect(clippy::cast_precision_loss, reason = "it is below 2^53")]
        let shown = number as f64 / unit as f64;
        let format = if is_whole { &self.look.number } else { &self.look.fraction };
        self.raw.write_number_with_format(row, col, shown, format)?;
        let digits = (number / unit).unsigned_abs().max(1).ilog10() as usize + 1;
        self.widen(col, digits + digits / 3 + if is_whole { 0 } else { 7 });
        Ok(())
    }

    fn date(&mut self, row: RowNum, col: ColNum, day: NaiveDate) -> Result<(), XlsxError> {
        self.raw.write_datetime_with_format(row, col, day, &self.look.date)?;
        self.widen(col, 10);
        Ok(())
    }

    /// Writes words as words.
    pub(super) fn text(&mut self, row: RowNum, col: ColNum, text: &str) -> Result<bool, XlsxError> {
        let cut = within(text, MOST);
        let is_cut = cut.len() < text.len();
        let shown = if is_cut { format!("{}…", within(text, MOST - 1)) } else { String::new() };
        let shown = if is_cut { shown.as_str() } else { text };
        let format = if shown.starts_with(['=', '+', '-', '@', '\t', '\r', '\'']) {
            &self.look.quoted
        } else {
            &self.look.text
        };
        self.raw.write_string_with_format(row, col, shown, format)?;
        let mut lines = 0;
        for line in shown.lines().take(LINES) {
            self.widen(col, line.width());
            lines += line.width().div_ceil(WIDTHS.1).max(1);
        }
        self.lines = self.lines.max(lines);
        Ok(is_cut)
    }

    /// Makes a row as high as what stands in it, up to so many lines; not every program does it by
    /// itself.
    pub(super) fn end(&mut self, row: RowNum, most: usize) -> Result<(), XlsxError> {
        let lines = u32::try_from(self.lines.min(most)).unwrap_or(1);
        if lines > 1 {
            self.raw.set_row_height(row, lines * LINE + 2)?;
        }
        self.lines = 1;
        Ok(())
    }

    /// Writes a small heading, which may be wider than its column.
    pub(super) fn heading(&mut self, row: RowNum, words: &str) -> Result<(), XlsxError> {
        self.raw.write_string_with_format(row, 0, words, &self.look.heading)?;
        Ok(())
    }

    /// The columns from the first that a page of this many letters has room for.
    pub(super) fn fitting(&self, most: usize) -> usize {
        let mut used = 0;
        let fits = |width: &&usize| {
            used += (**width).clamp(WIDTHS.0, WIDTHS.1) + 2;
            used <= most
        };
        self.widths.iter().take_while(fits).count()
    }

    /// Writes the words over a column.
    pub(super) fn head(&mut self, row: RowNum, col: ColNum, head: &str) -> Result<(), XlsxError> {
        let format =
            if head.starts_with('\'') { &self.look.head.clone().set_quote_prefix() } else { &self.look.head };
        self.raw.write_string_with_format(row, col, within(head, MOST), format)?;
        // Room for the filter's button; long words wrap.
        self.widen(col, head.width().min(LONG) + 2);
        if head.width() > LONG {
            self.tall(row)?;
        }
        Ok(())
    }

    /// Gives a row of headers the room of two lines.
    pub(super) fn tall(&mut self, row: RowNum) -> Result<(), XlsxError> {
        self.raw.set_row_height(row, 2 * LINE + 2)?;
        Ok(())
    }

    /// Writes what a table is.
    pub(super) fn title(&mut self, row: RowNum, title: &str) -> Result<(), XlsxError> {
        // At once: the rows of a long sheet have left before its end.
        self.raw.set_row_height(row, TITLE)?;
        self.raw.write_string_with_format(row, 0, within(title, MOST), &self.look.title)?;
        Ok(())
    }

    /// A page of A4, lying, as wide as the table, with its number at its foot.
    pub(super) fn paper(&mut self) {
        self.on(A4);
    }

    /// The same on A3, for tables of many columns.
    pub(super) fn large_paper(&mut self) {
        self.on(A3);
    }

    fn on(&mut self, paper: u8) {
        self.raw.set_paper_size(paper).set_landscape().set_print_fit_to_pages(1, 0);
        self.raw.set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3).set_footer(say!(self.lang, "export-footer"));
    }

    /// Makes a column as wide as something in it.
    pub(super) fn widen(&mut self, col: ColNum, width: usize) {
        let at = usize::from(col);
        if self.widths.len() <= at {
            self.widths.resize(at + 1, 0);
        }
        self.widths[at] = self.widths[at].max(width);
    }

    /// Sets the columns' widths, each between two bounds.
    pub(super) fn fit(&mut self) -> Result<(), XlsxError> {
        for (col, width) in (0..).zip(&self.widths) {
            let width = u32::try_from((*width).clamp(WIDTHS.0, WIDTHS.1)).unwrap_or_default();
            self.raw.set_column_width(col, f64::from(width) + 1.5)?;
        }
        Ok(())
    }
}

/// The longest beginning of a text that is no longer than `most` in UTF-16.
pub(super) fn within(text: &str, most: usize) -> &str {
    // Most texts are shorter whichever way one counts.
    if text.len() <= most {
        return text;
    }
    let mut length = 0;
    let end = text.char_indices().find(|(_, ch)| {
        length += ch.len_utf16();
        length > most
    });
    end.map_or(text, |(at, _)| &text[..at])
}
