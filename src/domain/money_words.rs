//! Money as an office writes it: `5000万`, `1.2亿元`, `约3亿元`, `￥12,000,000.00`, `USD 22,700`.
//! Exact decimal arithmetic. May use `money`, `typed`.

use super::money::{Currency, Money, WAN, YI};
use super::typed::{plain, without_prefix, without_suffix};

/// What one stands for where a text gives a bare number: `万元` is 10,000 yuan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scale {
    /// Whole units of the currency.
    pub times: i64,
    /// Of which currency.
    pub currency: Currency,
}

impl Scale {
    /// One yuan.
    pub const YUAN: Self = Self { times: 1, currency: Currency::CNY };
    /// 万元.
    pub const WAN: Self = Self { times: WAN, currency: Currency::CNY };
    /// 亿元.
    pub const YI: Self = Self { times: YI, currency: Currency::CNY };

    /// The scale that a word names: `元`, `万元`, `亿`, `万美元`, `USD`, `m`. None where the word
    /// names nothing of the kind.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        let word = plain(word).replace(' ', "");
        let (prefixed, rest) = prefix_currency(&word);
        let (times, rest) = times(rest).map_or((None, rest), |(n, rest)| (Some(n), rest));
        let suffixed = suffix_currency(rest)?;
        let named = prefixed.is_some() || times.is_some() || suffixed.is_some();
        let currency = prefixed.or(suffixed).unwrap_or(Currency::CNY);
        named.then_some(Self { times: times.unwrap_or(1), currency })
    }
}

/// Why a text is no amount of money.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MoneyProblem {
    /// A bare number whose unit nobody gives.
    #[error("unit missing")]
    NoUnit,
    /// Not an amount.
    #[error("not an amount")]
    Unreadable,
    /// More than can be held.
    #[error("too large")]
    TooLarge,
}

/// Words before an amount that only make it vague.
const ABOUT: &[&str] =
    &["不低于", "不少于", "大约", "约合", "预计", "超过", "约", "近", "超", "逾", "~", "≈"];
/// Words after an amount that only make it vague.
const OR_SO: &[&str] = &["左右", "以上", "上下"];

/// Words for multiples, longest first.
const TIMES: &[(&str, i64)] = &[
    ("billion", 1_000_000_000),
    ("million", 1_000_000),
    ("thousand", 1_000),
    ("十亿", 10 * YI),
    ("百亿", 100 * YI),
    ("千万", 1_000 * WAN),
    ("百万", 100 * WAN),
    ("十万", 10 * WAN),
    ("亿", YI),
    ("万", WAN),
    ("千", 1_000),
    ("bn", 1_000_000_000),
    ("mn", 1_000_000),
    ("m", 1_000_000),
    ("k", 1_000),
    ("b", 1_000_000_000),
    ("w", WAN),
];

/// Names of currencies, longest first where one begins or ends another; in lower case.
const CURRENCIES: &[(&str, &[u8; 3])] = &[
    ("元人民币", b"CNY"),
    ("人民币元", b"CNY"),
    ("元整", b"CNY"),
    ("人民币", b"CNY"),
    ("新加坡元", b"SGD"),
    ("新台币", b"TWD"),
    ("美元", b"USD"),
    ("美金", b"USD"),
    ("欧元", b"EUR"),
    ("英镑", b"GBP"),
    ("日元", b"JPY"),
    ("港元", b"HKD"),
    ("港币", b"HKD"),
    ("韩元", b"KRW"),
    ("澳元", b"AUD"),
    ("加元", b"CAD"),
    ("rmb", b"CNY"),
    ("yuan", b"CNY"),
    ("usd", b"USD"),
    ("us$", b"USD"),
    ("hk$", b"HKD"),
    ("eur", b"EUR"),
    ("gbp", b"GBP"),
    ("cny", b"CNY"),
    ("¥", b"CNY"),
    ("￥", b"CNY"),
    ("$", b"USD"),
    ("€", b"EUR"),
    ("£", b"GBP"),
    ("元", b"CNY"),
    ("圆", b"CNY"),
];

/// Reads an amount of money. `unit` is what one stands for in a bare number, or in one that says
/// its currency alone (`￥3,500` under 总投资（万元）); a multiple in the text (`万`, `亿`, `元`, `m`)
/// goes before it. What is below one whole unit of the currency is rounded, half away from zero.
///
/// # Errors
/// `NoUnit` for a bare number without `unit`; `Unreadable`; `TooLarge` beyond `i64`.
pub fn parse(text: &str, unit: Option<Scale>) -> Result<Money, MoneyProblem> {
    let text = plain(text).replace(' ', "");
    let text = without_suffix(without_prefix(&text, ABOUT), OR_SO);
    let (minus, text) = unsigned(text);
    let (prefixed, text) = prefix_currency(text);
    let (minus, text) = text.strip_prefix('-').map_or((minus, text), |rest| (true, rest));
    let (sum, said) = amount(text, prefixed, unit)?;
    let currency = said.unwrap_or_else(|| unit.map_or(Currency::CNY, |u| u.currency));
    let amount = i64::try_from(if minus { -sum } else { sum }).map_err(|_| MoneyProblem::TooLarge)?;
    Ok(Money { amount, currency })
}

/// Takes a sign off: `-5`, `+5`, or `(5)` as accountants write it.
fn unsigned(text: &str) -> (bool, &str) {
    if let Some(inner) = text.strip_prefix('(').and_then(|t| t.strip_suffix(')')) {
        return (true, inner);
    }
    match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    }
}

/// The amount in whole units and the currency that the text says, if it says one.
/// `1亿2000万` is a sum of parts, each of a smaller multiple than the one before.
fn amount(
    text: &str,
    prefixed: Option<Currency>,
    unit: Option<Scale>,
) -> Result<(i128, Option<Currency>), MoneyProblem> {
    let mut rest = text;
    let mut sum = 0_i128;
    let mut smallest = i64::MAX;
    loop {
        let (number, after) = Decimal::leading(rest)?;
        let after = after.strip_prefix('余').unwrap_or(after);
        let Some((times, after)) = times(after) else {
            let suffixed = suffix_currency(after).ok_or(MoneyProblem::Unreadable)?;
            let currency = prefixed.or(suffixed);
            let times = match unit {
                _ if suffixed.is_some() => 1,
                // `1亿5` is said for 1.5亿, and could be read as one yuan more or less.
                _ if smallest < i64::MAX => return Err(MoneyProblem::Unreadable),
                Some(unit) if currency.is_none_or(|c| c == unit.currency) => unit.times,
                _ if currency.is_some() => 1,
                _ => return Err(MoneyProblem::NoUnit),
            };
            return Ok((sum + number.times(times)?, currency));
        };
        if times >= smallest {
            return Err(MoneyProblem::Unreadable);
        }
        smallest = times;
        sum += number.times(times)?;
        let after = after.strip_prefix('余').unwrap_or(after);
        if !after.starts_with(|c: char| c.is_ascii_digit()) {
            let suffixed = suffix_currency(after).ok_or(MoneyProblem::Unreadable)?;
            return Ok((sum, prefixed.or(suffixed).or(Some(Currency::CNY))));
        }
        rest = after;
    }
}

fn times(text: &str) -> Option<(i64, &str)> {
    TIMES.iter().find_map(|(word, times)| strip_word(text, word).map(|rest| (*times, rest)))
}

fn strip_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let head = text.get(..word.len())?;
    head.eq_ignore_ascii_case(word).then(|| &text[word.len()..])
}

/// A currency that the text begins with: a name or sign, or any code of three capital letters.
fn prefix_currency(text: &str) -> (Option<Currency>, &str) {
    for (word, code) in CURRENCIES {
        if let Some(rest) = strip_word(text, word) {
            return (currency(**code), rest);
        }
    }
    match text.get(..3) {
        Some(code) if code.bytes().all(|b| b.is_ascii_uppercase()) => (Currency::from_code(code), &text[3..]),
        _ => (None, text),
    }
}

/// The currency that the whole text is; `Some(None)` for an empty text.
#[expect(clippy::option_option, reason = "unreadable, nothing said, and said are three answers")]
fn suffix_currency(text: &str) -> Option<Option<Currency>> {
    if text.is_empty() {
        return Some(None);
    }
    match prefix_currency(text) {
        (Some(currency), "") => Some(Some(currency)),
        _ => None,
    }
}

fn currency(code: [u8; 3]) -> Option<Currency> {
    std::str::from_utf8(&code).ok().and_then(Currency::from_code)
}

/// A decimal number without sign: `digits` / 10^`scale`.
struct Decimal {
    digits: i128,
    scale: u32,
}

impl Decimal {
    /// So many digits are read exactly; a whole part beyond is too large, a fraction beyond says
    /// nothing of whole units.
    const DIGITS: u32 = 18;

    fn leading(text: &str) -> Result<(Self, &str), MoneyProblem> {
        let end = text.find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.').unwrap_or(text.len());
        let (number, rest) = text.split_at(end);
        let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
        let well_formed = grouped_well(whole) && fraction.bytes().all(|b| b.is_ascii_digit());
        if !well_formed || (whole.is_empty() && fraction.is_empty()) {
            return Err(MoneyProblem::Unreadable);
        }
        let mut decimal = Self { digits: 0, scale: 0 };
        for digit in whole.bytes().filter(u8::is_ascii_digit) {
            decimal.digits = decimal.digits * 10 + i128::from(digit - b'0');
            if decimal.digits > i128::from(i64::MAX) {
                return Err(MoneyProblem::TooLarge);
            }
        }
        for digit in fraction.bytes().take(Self::DIGITS as usize) {
            decimal.digits = decimal.digits * 10 + i128::from(digit - b'0');
            decimal.scale += 1;
        }
        decimal.exponent(rest)
    }

    /// Takes an exponent as spreadsheets write it: `1.2E+08`.
    fn exponent(mut self, rest: &str) -> Result<(Self, &str), MoneyProblem> {
        let tail = rest.strip_prefix(['e', 'E']);
        let Some(tail) = tail.filter(|t| t.starts_with(|c: char| c.is_ascii_digit() || "+-".contains(c)))
        else {
            return Ok((self, rest));
        };
        let (minus, tail) =
            tail.strip_prefix('-').map_or((false, tail.strip_prefix('+').unwrap_or(tail)), |t| (true, t));
        let end = tail.find(|c: char| !c.is_ascii_digit()).unwrap_or(tail.len());
        let power: u32 = tail[..end].parse().map_err(|_| MoneyProblem::Unreadable)?;
        if power > Self::DIGITS {
            return Err(if minus { MoneyProblem::Unreadable } else { MoneyProblem::TooLarge });
        }
        if minus {
            self.scale += power;
        } else if power <= self.scale {
            self.scale -= power;
        } else {
            let shift = 10_i128.pow(power - self.scale);
            self.digits = self.digits.checked_mul(shift).ok_or(MoneyProblem::TooLarge)?;
            self.scale = 0;
        }
        Ok((self, &tail[end..]))
    }

    /// The number times a factor, rounded half up.
    fn times(&self, factor: i64) -> Result<i128, MoneyProblem> {
        let product = self.digits.checked_mul(i128::from(factor)).ok_or(MoneyProblem::TooLarge)?;
        let divisor = 10_i128.checked_pow(self.scale).ok_or(MoneyProblem::Unreadable)?;
        let rounded = product / divisor + i128::from(product % divisor >= divisor - product % divisor);
        if rounded > i128::from(i64::MAX) { Err(MoneyProblem::TooLarge) } else { Ok(rounded) }
    }
}

/// Whether commas stand where thousands end: `1,234,567`, never `1,5`.
fn grouped_well(whole: &str) -> bool {
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let digits = |group: &str| group.bytes().all(|b| b.is_ascii_digit());
    let grouped = whole.contains(',');
    digits(first)
        && (!grouped || (1..=3).contains(&first.len()))
        && groups.all(|group| group.len() == 3 && digits(group))
}
