//! When the detail beside a list follows the cursor: at once after a rest, but while one move comes
//! soon after the other only when the cursor rests again. On a slow link a key held down then costs
//! its two rows and no more. Verbs are about the row under the cursor all the while.
//! May use `event`, `style`.

use chrono::{DateTime, TimeDelta, Utc};
use ratatui::Frame;
use ratatui::layout::Rect;

use crate::domain::Id;
use crate::ui::style::{Look, Meaning};

/// The cursor rests when it has not moved for so long: more than a key held down takes to repeat.
const REST: TimeDelta = TimeDelta::milliseconds(150);

/// What the detail tells of, and since when the cursor stands where it does.
#[derive(Debug, Clone)]
pub(super) struct Settle<T = Id> {
    held: Option<T>,
    told: Option<T>,
    moved: Option<DateTime<Utc>>,
}

impl<T> Default for Settle<T> {
    fn default() -> Self {
        Self { held: None, told: None, moved: None }
    }
}

impl<T: Copy + PartialEq> Settle<T> {
    /// Takes note of what is under the cursor, and whether it has a detail beside the list: else
    /// there is nothing to wait for.
    pub(super) fn follow(&mut self, now: DateTime<Utc>, held: Option<T>, is_beside: bool) {
        let rests = self.rests(now);
        if self.held != held {
            self.held = held;
            self.moved = Some(now);
        }
        if rests || !is_beside || held.is_none() || self.told.is_none() {
            self.told = held;
        }
    }

    /// What the detail tells of.
    pub(super) const fn told(&self) -> Option<T> {
        self.told
    }

    /// When the detail follows though nothing happens; none: it is there already.
    pub(super) fn wakes(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let moved = self.moved.filter(|_| self.is_behind())?;
        // A clock that was put back is not waited for.
        Some(moved.min(now) + REST)
    }

    /// Mutes the first line of a detail that is not of what is under the cursor.
    pub(super) fn mark(&self, look: &Look, detail: Rect, frame: &mut Frame<'_>) {
        if self.is_behind() {
            let title = Rect { height: 1, ..detail }.intersection(detail);
            frame.buffer_mut().set_style(title, look.style(Meaning::Muted));
        }
    }

    fn is_behind(&self) -> bool {
        self.told != self.held
    }

    fn rests(&self, now: DateTime<Utc>) -> bool {
        self.moved.is_none_or(|moved| !(moved..moved + REST).contains(&now))
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, TimeDelta, Utc};

    use super::Settle;

    fn at(milliseconds: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::milliseconds(milliseconds)
    }

    #[test]
    fn the_detail_follows_the_first_move_and_the_last() {
        let mut settle = Settle::default();
        // When, what is under the cursor then, what is told of, and when it wakes.
        for (now, held, told, wakes) in [
            (0, 1, 1, None),
            (1_000, 2, 2, None),
            (1_030, 3, 2, Some(1_180)),
            (1_060, 4, 2, Some(1_210)),
            (1_100, 4, 2, Some(1_210)),
            (1_210, 4, 4, None),
            (1_211, 5, 5, None),
            (1_360, 6, 5, Some(1_510)),
            // Back where it was: nothing is behind.
            (1_390, 5, 5, None),
            (1_420, 6, 5, Some(1_570)),
            // A late tick, then one press.
            (9_000, 6, 6, None),
            (9_150, 7, 7, None),
        ] {
            settle.follow(at(now), Some(held), true);
            assert_eq!((settle.told(), settle.wakes(at(now))), (Some(told), wakes.map(at)), "at {now}");
        }
    }

    #[test]
    fn nothing_is_waited_for_where_nothing_stands_beside() {
        let mut settle = Settle::default();
        for (now, held, is_beside) in
            [(0, Some(1), false), (1, Some(2), false), (2, None, true), (3, Some(4), true)]
        {
            settle.follow(at(now), held, is_beside);
            assert_eq!((settle.told(), settle.wakes(at(now))), (held, None), "at {now}");
        }
    }

    #[test]
    fn a_clock_that_was_put_back_is_not_waited_for() {
        let mut settle = Settle::default();
        settle.follow(at(90_000), Some(1), true);
        settle.follow(at(90_001), Some(2), true);
        assert_eq!(settle.wakes(at(5)), Some(at(155)));
        settle.follow(at(155), Some(2), true);
        assert_eq!(settle.told(), Some(2));
    }
}
