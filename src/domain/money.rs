//! Money: whole yuan, shown as an office writes it; other currencies keep their own unit.
//! May use `lang`.

use std::fmt;

use super::lang::Lang;

/// 1 万, in yuan.
pub const WAN: i64 = 10_000;
/// 1 亿, in yuan.
pub const YI: i64 = 100_000_000;

/// A currency by its ISO 4217 code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Currency([u8; 3]);

impl Currency {
    /// The yuan renminbi.
    pub const CNY: Self = Self(*b"CNY");
    /// The US dollar.
    pub const USD: Self = Self(*b"USD");

    /// The currency with a code of three ASCII letters, in either case.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let bytes: [u8; 3] = code.as_bytes().try_into().ok()?;
        bytes.iter().all(u8::is_ascii_alphabetic).then(|| Self(bytes.map(|b| b.to_ascii_uppercase())))
    }

    /// The ISO 4217 code.
    #[must_use]
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("CNY")
    }
}

/// An amount of money in whole units of its currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Money {
    /// Whole units: yuan, dollars …
    pub amount: i64,
    /// Which.
    pub currency: Currency,
}

impl Money {
    /// An amount of yuan.
    #[must_use]
    pub const fn cny(amount: i64) -> Self {
        Self { amount, currency: Currency::CNY }
    }

    /// The yuan it is worth: none for another currency, which is never summed into yuan.
    #[must_use]
    pub fn yuan(self) -> Option<i64> {
        (self.currency == Currency::CNY).then_some(self.amount)
    }

    /// As a person reads it: 万元 below one 亿, 亿元 with two decimals from there; in English
    /// millions and billions. Rounded for the eye; `exact` is what a form shows.
    #[must_use]
    pub fn show(self, lang: Lang) -> String {
        if self.currency != Currency::CNY {
            return format!("{} {}", self.currency.code(), grouped(self.amount));
        }
        let size = self.amount.unsigned_abs();
        match lang {
            Lang::Zh if size >= YI.unsigned_abs() => format!("{}亿元", hundredths(self.amount, YI, true)),
            Lang::Zh => format!("{}万元", hundredths(self.amount, WAN, false)),
            Lang::En if size >= 10 * YI.unsigned_abs() => {
                format!("¥{}bn", hundredths(self.amount, 10 * YI, true))
            }
            Lang::En => format!("¥{}m", hundredths(self.amount, 100 * WAN, false)),
        }
    }

    /// As a form shows it for editing: a text that reads back as exactly this amount.
    #[must_use]
    pub fn exact(self) -> String {
        if self.currency != Currency::CNY {
            return format!("{} {}", self.currency.code(), self.amount);
        }
        let (unit, word, digits) = if self.amount.abs() >= YI { (YI, "亿", 8) } else { (WAN, "万", 4) };
        let whole = self.amount / unit;
        let rest = (self.amount % unit).abs();
        let fraction = format!("{rest:0digits$}");
        match (fraction.trim_end_matches('0'), self.amount < 0 && whole == 0) {
            ("", _) => format!("{whole}{word}"),
            (tail, false) => format!("{whole}.{tail}{word}"),
            (tail, true) => format!("-{whole}.{tail}{word}"),
        }
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.currency.code(), self.amount)
    }
}

/// `amount / unit` to two decimals, half away from zero; trailing zeros stay where `full`.
fn hundredths(amount: i64, unit: i64, full: bool) -> String {
    let scaled =
        (i128::from(amount) * 200 + i128::from(unit) * i128::from(amount.signum())) / (2 * i128::from(unit));
    let sign = if scaled < 0 { "-" } else { "" };
    let (whole, cents) = (scaled.unsigned_abs() / 100, scaled.unsigned_abs() % 100);
    let whole = grouped(i64::try_from(whole).unwrap_or(i64::MAX));
    match (full, cents) {
        (false, 0) => format!("{sign}{whole}"),
        (false, c) if c % 10 == 0 => format!("{sign}{whole}.{}", c / 10),
        (_, c) => format!("{sign}{whole}.{c:02}"),
    }
}

/// A whole number with a comma every three digits.
#[must_use]
pub fn grouped(n: i64) -> String {
    let digits = n.unsigned_abs().to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3 + 1);
    if n < 0 {
        out.push('-');
    }
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
