//! By what leads that may be the same are found at once: a few numbers a lead, each of which two
//! such leads share. A shared number proves nothing: whoever finds by it compares.
//! May use `domain`, `board`.

use std::collections::BTreeSet;
use std::hash::Hasher;

use super::Index;
use super::tally::Way;
use crate::board::records::Board;
use crate::domain::{Lead, sameness};

/// So many marks a name has. Two names with the share `s` of their pairs in common have one of them
/// in common with the chance 1 - (1 - s)⁴.
const NAMES: u64 = 4;

/// Under one mark no more leads are looked at than this: what so many share tells none apart.
const MOST: usize = 200;

/// Marks with the numbers of the leads that have them.
pub(super) type Marks = BTreeSet<(u32, u32)>;

impl Index {
    /// The numbers of leads that may be the same as one, in no order; each once.
    #[must_use]
    pub fn akin(&self, lead: &Lead) -> Vec<u32> {
        let under = |mark: u32| self.marks.range((mark, 0)..=(mark, u32::MAX)).take(MOST).map(|(_, no)| *no);
        let mut found: Vec<u32> = marks(lead).into_iter().flat_map(under).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    pub(super) fn mark(&mut self, no: u32, lead: &Lead, way: Way) {
        for mark in marks(lead) {
            way.place(&mut self.marks, (mark, no));
        }
    }
}

/// The marks of all leads of a board. Made of sorted ones a set takes half the room.
pub(super) fn of(board: &Board) -> Marks {
    let each =
        board.leads().iter().flat_map(|(id, lead)| marks(lead).into_iter().map(move |mark| (mark, id.no)));
    let mut all: Vec<(u32, u32)> = each.collect();
    all.sort_unstable();
    all.into_iter().collect()
}

/// The marks of a lead.
fn marks(lead: &Lead) -> Vec<u32> {
    let exact = [
        (1, sameness::credit_code(&lead.credit_code)),
        (2, sameness::phone(&lead.phone)),
        (3, sameness::firm(&lead.investor)),
    ];
    let exact = exact.into_iter().filter_map(|(sort, text)| Some(hash(sort, text?.as_bytes())));
    let pairs = sameness::pairs(&lead.name);
    let least = |seed: u64| {
        let of_pair = |(a, b): &(char, char)| {
            hash(seed, &[u32::from(*a).to_le_bytes(), u32::from(*b).to_le_bytes()].concat())
        };
        pairs.iter().map(of_pair).min()
    };
    exact.chain((16..16 + NAMES).filter_map(least)).collect()
}

/// FNV-1a, folded: the same on every machine, since tests hold what is found.
fn hash(seed: u64, bytes: &[u8]) -> u32 {
    let mut hasher = Fnv(0xcbf2_9ce4_8422_2325 ^ seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
    hasher.write(bytes);
    let hash = hasher.finish();
    u32::try_from((hash ^ (hash >> 32)) & u64::from(u32::MAX)).unwrap_or(0)
}

struct Fnv(u64);

impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}
