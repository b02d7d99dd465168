//! A set of leads, by number: what was found, or what stands in a division. Uses nothing.

/// See the module.
#[derive(Debug, Clone, Default)]
pub struct Hits {
    bits: Vec<u64>,
    len: usize,
}

impl Hits {
    /// Whether a lead is among them.
    #[must_use]
    pub fn has(&self, no: u32) -> bool {
        self.bits.get(no as usize / 64).is_some_and(|word| word >> (no % 64) & 1 == 1)
    }

    /// How many there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.len
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Keeps those that a test holds for.
    pub fn retain(&mut self, mut keep: impl FnMut(u32) -> bool) {
        self.len = 0;
        for (word, first) in self.bits.iter_mut().zip((0_u32..).step_by(64)) {
            let mut rest = *word;
            while rest != 0 {
                let bit = rest.trailing_zeros();
                rest &= rest - 1;
                if !keep(first + bit) {
                    *word &= !(1 << bit);
                }
            }
            self.len += word.count_ones() as usize;
        }
    }

    /// Takes in those of another finding.
    pub fn join(&mut self, other: &Self) {
        if self.bits.len() < other.bits.len() {
            self.bits.resize(other.bits.len(), 0);
        }
        for (word, more) in self.bits.iter_mut().zip(&other.bits) {
            *word |= more;
        }
        self.len = self.bits.iter().map(|word| word.count_ones() as usize).sum();
    }

    /// Those that are among them, in order of number.
    pub fn iter(&self) -> impl Iterator<Item = u32> {
        self.bits.iter().zip((0_u32..).step_by(64)).flat_map(|(word, first)| {
            let mut rest = *word;
            std::iter::from_fn(move || {
                let bit = (rest != 0).then(|| rest.trailing_zeros())?;
                rest &= rest - 1;
                Some(first + bit)
            })
        })
    }

    /// Puts a lead among them.
    pub(super) fn put(&mut self, no: u32) {
        let at = no as usize / 64;
        if self.bits.len() <= at {
            self.bits.resize(at + 1, 0);
        }
        self.len += usize::from(!self.has(no));
        self.bits[at] |= 1 << (no % 64);
    }

    /// Takes a lead off.
    pub(super) fn take(&mut self, no: u32) {
        if self.has(no) {
            self.len -= 1;
            self.bits[no as usize / 64] &= !(1 << (no % 64));
        }
    }
}

impl FromIterator<u32> for Hits {
    fn from_iter<I: IntoIterator<Item = u32>>(numbers: I) -> Self {
        let mut hits = Self::default();
        numbers.into_iter().for_each(|no| hits.put(no));
        hits
    }
}

impl PartialEq for Hits {
    fn eq(&self, other: &Self) -> bool {
        self.len == other.len && self.iter().eq(other.iter())
    }
}
