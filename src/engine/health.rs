//! How the store is: what it refused, what it could not do beside, and when it is looked at again.
//! May use `board`.

use std::time::Duration;

use crate::board::Trouble;

/// A store in trouble is looked at again after the first of these, then after twice as long, up to
/// the second: a disk that has room again is found so, though nobody writes.
const SOON: Duration = Duration::from_millis(500);
const LATE: Duration = Duration::from_mins(1);

/// How the store is.
pub(super) struct Health {
    /// Why the last batch was not kept.
    refused: Option<Trouble>,
    /// Why what was put off could not be done.
    unsettled: Option<Trouble>,
    pause: Duration,
}

impl Default for Health {
    fn default() -> Self {
        Self { refused: None, unsettled: None, pause: SOON }
    }
}

impl Health {
    /// What is wrong at present.
    pub(super) fn trouble(&self) -> Option<Trouble> {
        self.refused.clone().or_else(|| self.unsettled.clone())
    }

    /// After so long it is looked at again; never where it is well.
    pub(super) fn pause(&self) -> Duration {
        if self.trouble().is_some() { self.pause } else { Duration::MAX }
    }

    /// A batch was kept, or was not.
    pub(super) fn committed(&mut self, trouble: Option<Trouble>) {
        self.pause = SOON;
        self.refused = trouble;
    }

    /// What was put off is done, or is not.
    pub(super) fn settled(&mut self, trouble: Option<Trouble>) {
        let Some(trouble) = trouble else { return *self = Self::default() };
        let why = if self.refused.is_some() { &mut self.refused } else { &mut self.unsettled };
        *why = Some(trouble);
        self.pause = (self.pause * 2).min(LATE);
    }
}
