//! Boards of days that are over, for windows that look back at them. They are made one at a time,
//! beside everything else, and windows that look at the same day share one.
//! May use `board`, `store`, `ui::event`.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, PoisonError, RwLockReadGuard, Weak};

use chrono::NaiveDate;
use tokio::sync::mpsc::UnboundedSender;

use super::house::House;
use super::log::log;
use super::window::News;
use crate::board::history::NoPast;
use crate::board::{Board, Trouble};
use crate::store::past::{Missed, Office, on_day};
use crate::ui::{Cx, Presence};

/// The board at the end of a day.
pub(super) struct Past {
    pub(super) day: NaiveDate,
    pub(super) board: Board,
}

/// The board that a window shows; apart from `Window` so that its `app` can be changed meanwhile.
pub(super) enum Shown<'a> {
    Now(RwLockReadGuard<'a, Board>),
    Past(&'a Past),
}

impl<'a> Shown<'a> {
    pub(super) fn of(house: &'a House, past: Option<&'a Past>) -> Self {
        past.map_or_else(|| Self::Now(house.engine().board()), Self::Past)
    }

    /// What a window may look at, now.
    pub(super) fn cx<'c>(
        &'c self,
        house: &House,
        login: &'c str,
        people: &'c [Presence],
        trouble: Option<&'c Trouble>,
    ) -> Cx<'c> {
        let (now, request, demo) = (house.now(), house.next_request(), house.is_demo());
        let (board, past) = match self {
            Self::Now(board) => (&**board, None),
            Self::Past(past) => (&past.board, Some(past.day)),
        };
        Cx { board, past, now, request, login, people, trouble, demo }
    }
}

/// Makes boards of days, and remembers the last one for as long as somebody looks at it.
#[derive(Default)]
pub(super) struct Maker {
    last: Mutex<Weak<Past>>,
}

impl Maker {
    /// The board at the end of a day; waits while another one is made.
    fn make(&self, house: &House, day: NaiveDate) -> Result<Arc<Past>, NoPast> {
        // A panic while a board was made has changed nothing here.
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        let office = Office::of(&house.engine().board());
        if let Some(past) = last.upgrade().filter(|past| past.day == day && day < office.today) {
            return Ok(past);
        }
        let ending = house.ending();
        let mut wanted = || ending.borrow().is_none();
        let board = on_day(house.engine().journal().as_ref(), office, day, &mut wanted);
        let board = board.map_err(|missed| match missed {
            Missed::Day(why) => why,
            Missed::Unwanted => NoPast::Busy,
            Missed::Store(error) => {
                log(format_args!("the board of {day}: {error}"));
                NoPast::Unreadable
            }
        })?;
        let past = Arc::new(Past { day, board });
        *last = Arc::downgrade(&past);
        Ok(past)
    }
}

/// Has a board made, on a thread of its own; what came of it is told to the window.
pub(super) fn order(house: Arc<House>, day: NaiveDate, news: UnboundedSender<News>) {
    tokio::task::spawn_blocking(move || {
        let made = catch_unwind(AssertUnwindSafe(|| house.past().make(&house, day)));
        // A window that has closed since needs no answer.
        let _ = news.send(News::Past(made.unwrap_or(Err(NoPast::Unreadable))));
    });
}
