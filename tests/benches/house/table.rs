//! The table that is printed: a line a figure, as soon as it is there.

use std::time::Duration;

/// The words over the columns.
pub(crate) fn head() {
    println!("{:<52}{:>6}{:>10}{:>10}{:>10}{:>10}", "", "of", "median", "p99", "max", "bound");
}

/// What so many runs took, and the most that it should take: in milliseconds.
pub(crate) fn times(what: &str, mut taken: Vec<Duration>, bound: Option<u32>) {
    taken.sort();
    let count = taken.len();
    let at = |hundredths: usize| {
        let place = (count * hundredths).div_ceil(100).max(1) - 1;
        taken.get(place).map_or(f64::NAN, |time| time.as_secs_f64() * 1000.0)
    };
    let bound = bound.map(|bound| format!("{bound} ms")).unwrap_or_default();
    println!("{what:<52}{count:>6}{:>10.2}{:>10.2}{:>10.2}{bound:>10}", at(50), at(99), at(100));
}

/// One number with its unit, and what it should be at most.
pub(crate) fn number(what: &str, value: f64, bound: &str) {
    println!("{what:<52}{:>6}{value:>10.2}{:>10}{:>10}{bound:>10}", "", "", "");
}

/// A count, to reckon with.
pub(crate) fn count(things: impl TryInto<u32>) -> f64 {
    f64::from(things.try_into().unwrap_or(u32::MAX))
}
