//! Parts of a month or year: `3月底`, `3月中旬`, `年底`, `二季度末`, `下月底`, `上半年`.
//! May use `date`, `typed`.

use chrono::{Datelike, Months, NaiveDate};

use super::super::date::month_end;
use super::super::typed::leading_number;
use super::absolute::whole;
use super::{Base, DateProblem, Found, Lean, day, year};

pub(super) fn read(text: &str, base: Base) -> Found {
    let (stated, rest) = year_of(text, base.this_year());
    let part = Part::read(rest, base, stated.is_some())?;
    let found = match (stated, part.month_of) {
        (Some(year), _) => part.date(base, year),
        (None, Some(first)) => part.date_in(base, first.year(), first.month()),
        (None, None) if part.this_year => part.date(base, base.this_year()),
        (None, None) => base.in_year(|year| part.date(base, year).ok()).ok_or(DateProblem::NoSuchDay),
    };
    Some(found)
}

/// The year that a text begins with, in figures or as 今年, 明年, 去年, and the rest.
fn year_of(text: &str, this_year: i32) -> (Option<i32>, &str) {
    for (word, plus) in [("今年", 0), ("本年", 0), ("明年", 1), ("后年", 2), ("去年", -1)] {
        if let Some(rest) = text.strip_prefix(word) {
            // 今年底 is said for 今年年底.
            return (Some(this_year + plus), rest.strip_prefix('度').unwrap_or(rest));
        }
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let stated = leading_number(text).and_then(|(number, rest)| {
        let rest = match rest.strip_prefix('年') {
            Some(rest) => rest.strip_prefix('度').unwrap_or(rest),
            None => rest.strip_prefix(['-', ' ']).filter(|r| r.starts_with('q'))?,
        };
        Some((year(number, digits)?, rest))
    });
    stated.map_or((None, text), |(year, rest)| (Some(year), rest))
}

/// A run of months of a year, and which piece of it.
struct Part {
    from: u32,
    to: u32,
    piece: Piece,
    /// Whether it is of this year whether passed or not: 本季度, 年底.
    this_year: bool,
    /// The month itself where it is counted from today: 下月底.
    month_of: Option<NaiveDate>,
}

#[derive(Clone, Copy, PartialEq)]
enum Piece {
    Whole,
    First,
    Last,
    /// Days of each month, inclusive: 上旬 is 1 to 10.
    Days(u32, u32),
}

impl Part {
    fn read(text: &str, base: Base, stated: bool) -> Option<Self> {
        let months = |from, to, piece| Some(Self { from, to, piece, this_year: false, month_of: None });
        match text {
            "" if stated => return months(1, 12, Piece::Whole),
            "上半年" => return months(1, 6, Piece::Whole),
            "下半年" => return months(7, 12, Piece::Whole),
            "年中" | "中" if text == "年中" || stated => return months(6, 6, Piece::Last),
            _ => {}
        }
        let of_year = text.strip_prefix("年").or_else(|| stated.then_some(text));
        if let Some(piece @ (Piece::First | Piece::Last)) = of_year.and_then(Piece::read) {
            return Some(Self { from: 1, to: 12, piece, this_year: true, month_of: None });
        }
        Self::quarter(text, base.today).or_else(|| Self::month(text, base.today))
    }

    /// `一季度`, `第二季度末`, `q3`, `本季度`, `下季度末`.
    fn quarter(text: &str, today: NaiveDate) -> Option<Self> {
        let now = today.month0() / 3 + 1;
        let (quarter, rest, this_year) = if let Some(rest) = text.strip_prefix("本季度") {
            (now, rest, true)
        } else if let Some(rest) = text.strip_prefix("下季度") {
            (now % 4 + 1, rest, false)
        } else if let Some((n, rest)) = text.strip_prefix('q').and_then(leading_number) {
            (n, rest, false)
        } else {
            let (n, rest) = leading_number(text.strip_prefix('第').unwrap_or(text))?;
            (n, rest.strip_prefix("季度").or_else(|| rest.strip_prefix("季"))?, false)
        };
        let piece = Piece::read(rest)?;
        // Only then: of no quarter there are no months.
        let months = || (quarter * 3 - 2, quarter * 3);
        let (from, to) = (1..=4).contains(&quarter).then(months)?;
        Some(Self { from, to, piece, this_year, month_of: None })
    }

    /// `3月底`, `三月中旬`, `月底`, `本月下旬`, `下个月底`.
    fn month(text: &str, today: NaiveDate) -> Option<Self> {
        const NEAR: &[(&str, i32)] = &[
            ("下个月", 1),
            ("下月", 1),
            ("上个月", -1),
            ("上月", -1),
            ("本月", 0),
            ("这个月", 0),
            ("当月", 0),
            ("月", 0),
        ];
        for (word, plus) in NEAR {
            let Some(rest) = text.strip_prefix(word) else { continue };
            if *word == "月" && rest.is_empty() {
                return None;
            }
            let first = today.with_day(1)?;
            let first = match plus {
                1 => first.checked_add_months(Months::new(1))?,
                -1 => first.checked_sub_months(Months::new(1))?,
                _ => first,
            };
            let (from, piece) = (first.month(), Piece::read(rest)?);
            return Some(Self { from, to: from, piece, this_year: false, month_of: Some(first) });
        }
        let (month, rest) = leading_number(text)?;
        let rest = rest.strip_prefix("月份").or_else(|| rest.strip_prefix('月'))?;
        let piece = Piece::read(rest)?;
        Some(Self { from: month, to: month, piece, this_year: false, month_of: None })
    }

    fn date(&self, base: Base, year: i32) -> Result<NaiveDate, DateProblem> {
        let first = day(year, self.from, 1)?;
        let last = day(year, self.to, 1)?;
        match self.piece {
            Piece::Whole => whole(base, year, self.from, self.to),
            Piece::First => Ok(first),
            Piece::Last => Ok(month_end(last)),
            Piece::Days(from, to) => {
                let end = last.with_day(to).unwrap_or(month_end(last));
                Ok(base.of(first.with_day(from).unwrap_or(first), end))
            }
        }
    }

    fn date_in(&self, base: Base, year: i32, month: u32) -> Result<NaiveDate, DateProblem> {
        Self { from: month, to: month, piece: self.piece, this_year: true, month_of: None }.date(base, year)
    }
}

impl Piece {
    fn read(text: &str) -> Option<Self> {
        Some(match text {
            "" | "内" => Self::Whole,
            "初" => Self::First,
            "底" | "末" => Self::Last,
            "上旬" => Self::Days(1, 10),
            "中旬" => Self::Days(11, 20),
            "中" => Self::Days(15, 15),
            "下旬" => Self::Days(21, 31),
            _ => return None,
        })
    }
}

/// The first or last day of a month or year said in English.
pub(super) fn english(text: &str, base: Base) -> Found {
    let (year, month) = (base.today.year(), base.today.month());
    let next = |first: Result<NaiveDate, DateProblem>| {
        first.and_then(|d| d.checked_add_months(Months::new(1)).ok_or(DateProblem::NoSuchDay))
    };
    let lean_end = Base { lean: Lean::End, ..base };
    Some(match text {
        "eom" | "end of month" | "month-end" | "month end" => whole(lean_end, year, month, month),
        "eoy" | "end of year" | "year end" => whole(lean_end, year, 1, 12),
        "this month" => whole(base, year, month, month),
        "next month" => next(day(year, month, 1)).map(|d| base.of(d, month_end(d))),
        "this year" => whole(base, year, 1, 12),
        "next year" => whole(base, year + 1, 1, 12),
        _ => return None,
    })
}
