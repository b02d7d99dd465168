//! How far the reading of a workbook has come: half of it is unpacking and checking, half reading
//! cells. May use `bad`.

use super::BadSheet;

/// Whole is so much.
const WHOLE: u64 = 1000;

/// Whoever hears how far it has come.
pub(super) struct Heard<'a>(pub(super) &'a mut dyn FnMut(u64, u64) -> bool);

impl Heard<'_> {
    pub(super) fn first_half(&mut self, done: u64, of: u64) -> Result<(), BadSheet> {
        self.say(done.saturating_mul(WHOLE / 2) / of.max(1))
    }

    pub(super) fn second_half(&mut self, done: u64, of: u64) -> Result<(), BadSheet> {
        self.say(WHOLE / 2 + done.saturating_mul(WHOLE / 2) / of.max(1))
    }

    fn say(&mut self, done: u64) -> Result<(), BadSheet> {
        if (self.0)(done.min(WHOLE), WHOLE) { Ok(()) } else { Err(BadSheet::Cancelled) }
    }
}
