//! A part of a whole, and how it is rounded, for all figures alike. Uses nothing.

/// A part of a whole, in leads, requests or yuan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Rate {
    /// The part.
    pub part: u64,
    /// The whole.
    pub whole: u64,
}

impl Rate {
    /// A rate of two counts or sums; one below nought counts as nothing.
    #[must_use]
    pub fn of(part: impl TryInto<u64>, whole: impl TryInto<u64>) -> Self {
        Self { part: part.try_into().unwrap_or(0), whole: whole.try_into().unwrap_or(0) }
    }

    /// Points of a hundred, rounded down, so that 100 means all; none of nothing.
    #[must_use]
    pub fn points(self) -> Option<i64> {
        self.times(100)
    }

    /// How many parts come on one of the whole, in tenths, rounded down; none of nothing.
    #[must_use]
    pub fn tenths(self) -> Option<i64> {
        self.times(10)
    }

    fn times(self, scale: u128) -> Option<i64> {
        // A part may be more than the whole: a product of 64 bits could be too large.
        let times = (u128::from(self.part) * scale).checked_div(u128::from(self.whole))?;
        i64::try_from(times).ok()
    }
}
