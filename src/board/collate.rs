//! The order of texts as an office lists them: by pinyin, then by character; letters in any case. A
//! text's place is mostly told by a number made of its first characters, so that a hundred thousand
//! names are put in order without their pinyin being written down. May use `search`.

use std::cmp::Ordering;
use std::sync::LazyLock;

use pinyin::Pinyin;

use super::search;

/// The first and the last of the Han characters that have a place of their own.
const HAN: (char, char) = ('\u{4E00}', '\u{9FFF}');
/// Where their places begin.
const FIRST_HAN: u16 = 0x1000;
/// Where those of all other characters do.
const OTHERS: u16 = 0x8000;

/// The place of each Han character among all, by pinyin.
static PLACES: LazyLock<Vec<u16>> = LazyLock::new(|| {
    let all: Vec<char> = (HAN.0..=HAN.1).collect();
    let mut sorted: Vec<(&str, usize)> =
        all.iter().map(|ch| search::pinyin(*ch).map_or("~", Pinyin::plain)).zip(0..).collect();
    sorted.sort_unstable();
    let mut places = vec![0; all.len()];
    for ((_, at), place) in sorted.into_iter().zip(FIRST_HAN..) {
        places[at] = place;
    }
    places
});

fn place(places: &[u16], ch: char) -> u16 {
    let code = u32::from(ch);
    if ch.is_ascii() {
        return u16::from(ch.to_ascii_lowercase() as u8);
    }
    let han = code.checked_sub(u32::from(HAN.0)).and_then(|at| places.get(at as usize));
    let other = || OTHERS | u16::try_from(code & 0x7FFF).unwrap_or(0);
    han.copied().unwrap_or_else(other)
}

/// So many characters make a number.
pub const PREFIX: usize = 7;

/// A number of 112 bits, made of the characters from one on, that is never greater for a text that
/// comes before another which is alike up to there.
#[must_use]
pub fn prefix(text: &str, from: usize) -> u128 {
    let places = PLACES.as_slice();
    let mut chars = text.chars().skip(from).map(|ch| place(places, ch));
    // In two halves: numbers of 128 bits are slow to shift.
    let mut half =
        |count: u32| (0..count).fold(0, |sum: u64, _| sum << 16 | u64::from(chars.next().unwrap_or(0)));
    let high = half(4);
    u128::from(high) << 48 | u128::from(half(3))
}

/// How two texts stand to each other.
#[must_use]
pub fn compare(one: &str, other: &str) -> Ordering {
    let places = PLACES.as_slice();
    let by_place = one.chars().map(|ch| place(places, ch)).cmp(other.chars().map(|ch| place(places, ch)));
    by_place.then_with(|| one.cmp(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_in_their_order() {
        let sorted =
            ["", "2", "A", "a", "ab", "B", "阿", "北京", "贝", "海洋", "海洋生物", "海藻", "王", "张"];
        for pair in sorted.windows(2) {
            assert_eq!(compare(pair[0], pair[1]), Ordering::Less, "{pair:?}");
            assert!(prefix(pair[0], 0) <= prefix(pair[1], 0), "{pair:?}");
        }
    }
}
