//! What a number's format adds to it that is more than its looks: a percentage, a foreign currency,
//! a unit (`0"万元"`). May use `domain`.

use std::fmt::Write;

use crate::domain::money_words::Scale;

/// How a number is shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) enum Shown {
    /// As it is.
    #[default]
    Plain,
    /// Times a hundred, with `%`.
    Percent,
    /// With words before it.
    After(String),
    /// With words behind it.
    Before(String),
}

/// Marks of currencies that a unit in the header does not say. `￥` alone says nothing more.
const CURRENCIES: &[&str] = &["$", "US$", "HK$", "USD", "EUR", "HKD", "GBP", "€", "£"];

impl Shown {
    /// What a format's code says, such as `0.00%` or `[$$-409]#,##0.00`.
    pub(super) fn of(code: &str) -> Self {
        // The built-in accounting format shows whatever currency the computer is set to.
        if code.starts_with("_($* ") {
            return Self::Plain;
        }
        let Code { before, after, is_percent, is_scaled } = Code::of(code);
        if is_percent {
            return Self::Percent;
        }
        let is_currency = |words: &str| CURRENCIES.contains(&words);
        if is_currency(before.trim()) {
            return Self::After(before.trim().to_owned());
        }
        let is_unit = !is_scaled && Scale::from_word(&after).is_some() || is_currency(after.trim());
        if is_unit { Self::Before(after.trim().to_owned()) } else { Self::Plain }
    }

    /// Writes a number as it is shown, but in full.
    pub(super) fn write(&self, number: f64, out: &mut String) {
        match self {
            Self::Plain => push_number(number, out),
            Self::Percent => push_percent(number, out),
            Self::After(words) => {
                out.push_str(words);
                push_number(number, out);
            }
            Self::Before(words) => {
                push_number(number, out);
                out.push_str(words);
            }
        }
    }
}

/// What the first part of a format's code holds beside its digits.
#[derive(Default)]
struct Code {
    before: String,
    after: String,
    is_percent: bool,
    /// Whether it shows fewer digits than the number has: `0\.0,`.
    is_scaled: bool,
}

impl Code {
    fn of(code: &str) -> Self {
        let mut found = Self::default();
        let mut chars = code.chars();
        let (mut has_digits, mut last) = (false, ' ');
        while let Some(c) = chars.next() {
            let words = if has_digits { &mut found.after } else { &mut found.before };
            match c {
                ';' => break,
                '"' => words.extend(chars.by_ref().take_while(|c| *c != '"')),
                '[' => words.push_str(&bracket(&mut chars)),
                '\\' | '!' => words.extend(chars.next()),
                // A space as wide as the next character, or that character over and over.
                '_' | '*' => drop(chars.next()),
                '%' => found.is_percent = true,
                '0' | '#' | '?' | '.' | ',' => {
                    found.is_scaled |= has_digits && !found.after.is_empty();
                    has_digits = true;
                    last = c;
                }
                c => words.push(c),
            }
        }
        found.is_scaled |= last == ',';
        found
    }
}

/// The mark of a currency in brackets (`[$US$-409]`); of a colour or a condition nothing.
fn bracket(chars: &mut impl Iterator<Item = char>) -> String {
    let inner: String = chars.take_while(|c| *c != ']').collect();
    let mark = inner.strip_prefix('$').unwrap_or("");
    mark.rsplit_once('-').map_or(mark, |(mark, _)| mark).to_owned()
}

/// The digits that a spreadsheet keeps of a number, after the first.
const DIGITS: usize = 14;

/// A number in full, without exponent; what lies beyond a spreadsheet's fifteen digits is noise of its
/// sums.
pub(super) fn push_number(number: f64, out: &mut String) {
    // There is no minus zero for people. Writing to a String cannot fail.
    let number = if number == 0.0 { 0.0 } else { number };
    let start = out.len();
    let _ = write!(out, "{number}");
    // Most numbers are that short: the text is all digits and a point.
    if out.len() - start > DIGITS + 1 {
        out.truncate(start);
        let kept = format!("{number:.DIGITS$e}").parse::<f64>().unwrap_or(number);
        let _ = write!(out, "{kept}");
    }
}

/// A part of one as a percentage, moved by two digits and not multiplied, so that it stays exact.
fn push_percent(number: f64, out: &mut String) {
    let mut text = String::new();
    push_number(number, &mut text);
    let (minus, digits) = text.strip_prefix('-').map_or(("", text.as_str()), |rest| ("-", rest));
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let moved = format!("{whole}{part:0<2}");
    let (whole, part) = moved.split_at(whole.len() + 2);
    let whole = whole.trim_start_matches('0');
    out.push_str(minus);
    out.push_str(if whole.is_empty() { "0" } else { whole });
    if !part.is_empty() {
        out.push('.');
        out.push_str(part);
    }
    out.push('%');
}
