//! What the title rows above a header say of the whole sheet. May use `domain`.

use crate::domain::typed::plain;

/// The year that cells state: `（2026年11月）`, `更新至2026.11.25`. None where they state several: a plan
/// of five years is of none of them.
pub(super) fn year<'a>(cells: impl Iterator<Item = &'a str>) -> Option<i32> {
    let mut years: Vec<i32> = cells.flat_map(years_in).collect();
    years.sort_unstable();
    years.dedup();
    if let [year] = years.as_slice() { Some(*year) } else { None }
}

/// The years of a text: four digits of this century with 年 or the next part of a date behind them, or
/// that end a span of years.
fn years_in(text: &str) -> Vec<i32> {
    let text: Vec<char> = plain(text).chars().collect();
    let is_digit = |at: usize| text.get(at).is_some_and(char::is_ascii_digit);
    let begins = |at: &usize| is_digit(*at) && (*at == 0 || !is_digit(*at - 1));
    let stated = (0..text.len()).filter(begins).filter_map(|at| {
        let figures: String = text[at..].iter().take_while(|c| c.is_ascii_digit()).collect();
        let year = figures.parse().ok().filter(|year| (2000..=2099).contains(year))?;
        let dated = match text.get(at + 4) {
            Some('年') => true,
            Some('.' | '-' | '/') => is_digit(at + 5),
            _ => false,
        };
        dated.then_some(year)
    });
    stated.collect()
}
