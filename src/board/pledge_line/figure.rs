//! How many of what: `2个`, `5家`, `3亿元`, `2 projects`. May use `domain::money_words`.

use crate::domain::money::{Currency, WAN, YI};
use crate::domain::money_words;

/// A goal in whole units.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Figure {
    pub(super) goal: i64,
    pub(super) unit: String,
}

/// Words that count; a few letters may follow, as in 5家企业.
const COUNTING: &[&str] = &[
    "平方米",
    "平米",
    "公顷",
    "公里",
    "人次",
    "个",
    "家",
    "项",
    "件",
    "名",
    "人",
    "户",
    "场",
    "次",
    "台",
    "套",
    "座",
    "栋",
    "条",
    "亩",
    "吨",
    "支",
    "只",
    "份",
    "所",
    "处",
    "宗",
    "笔",
    "种",
    "类",
    "门",
    "%",
    "km",
    "mw",
];

/// So many letters may follow a word that counts.
const TAIL: usize = 4;

/// A number with what it counts. In a whole part of the line, words of Latin letters count too.
pub(super) fn with_unit(text: &str, is_part: bool) -> Option<Figure> {
    if text.starts_with(['¥', '￥', '$']) {
        return money(text);
    }
    let (number, unit) = number(text)?;
    let unit = unit.trim();
    if unit.is_empty() {
        return None;
    }
    if let Some(money) = money(text) {
        return Some(money);
    }
    let (times, unit) = multiple(unit);
    let counts = COUNTING.iter().find_map(|word| unit.strip_prefix(word));
    let is_counted =
        counts.is_some_and(|tail| tail.chars().count() <= TAIL && tail.chars().all(char::is_alphabetic));
    let latin = |ch: char| ch.is_ascii_alphabetic() || ch == ' ';
    let is_said = is_part && text.contains(' ') && unit.chars().all(latin);
    let goal = number.whole(times).filter(|_| is_counted || is_said)?;
    Some(Figure { goal, unit: unit.to_owned() })
}

/// A number of more digits without a unit is no figure: a phone, a code.
const LONGEST: usize = 9;

/// A number alone.
pub(super) fn bare(text: &str) -> Option<Figure> {
    let (number, rest) = number(text)?;
    let goal = number.whole(1).filter(|_| rest.is_empty() && number.whole.len() <= LONGEST)?;
    Some(Figure { goal, unit: String::new() })
}

/// An amount of money in the largest unit in which it is whole.
fn money(text: &str) -> Option<Figure> {
    let money = money_words::parse(text, None).ok().filter(|money| money.amount > 0)?;
    let (times, word) = match (money.amount % YI, money.amount % WAN) {
        (0, _) => (YI, "亿"),
        (_, 0) => (WAN, "万"),
        _ => (1, ""),
    };
    let currency = money.currency;
    Some(if currency == Currency::CNY {
        Figure { goal: money.amount / times, unit: format!("{word}元") }
    } else {
        Figure { goal: money.amount, unit: currency.code().to_owned() }
    })
}

fn multiple(unit: &str) -> (i64, &str) {
    let words = [("亿", YI), ("万", WAN)];
    let found = words.into_iter().find_map(|(word, times)| Some((times, unit.strip_prefix(word)?)));
    found.unwrap_or((1, unit))
}

/// A number as it was written.
struct Number<'a> {
    whole: &'a str,
    fraction: &'a str,
}

/// The number that a text begins with, and what follows.
fn number(text: &str) -> Option<(Number<'_>, &str)> {
    let end = text.find(|ch: char| !ch.is_ascii_digit() && ch != ',').unwrap_or(text.len());
    let (whole, rest) = text.split_at(end);
    if !whole.starts_with(|ch: char| ch.is_ascii_digit()) {
        return None;
    }
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let fraction = rest.strip_prefix('.').map_or("", |tail| &tail[..digits(tail)]);
    let rest = if fraction.is_empty() { rest } else { &rest[1 + fraction.len()..] };
    Some((Number { whole, fraction }, rest))
}

impl Number<'_> {
    /// So many times the number, where that is a whole one above nothing.
    fn whole(&self, times: i64) -> Option<i64> {
        let digits = format!("{}{}", self.whole.replace(',', ""), self.fraction);
        let scale = u32::try_from(self.fraction.len()).ok().and_then(|digits| 10_i128.checked_pow(digits))?;
        let number = digits.parse::<i128>().ok()?.checked_mul(i128::from(times))?;
        let goal = i64::try_from(number / scale).ok()?;
        (number % scale == 0 && goal > 0).then_some(goal)
    }
}
