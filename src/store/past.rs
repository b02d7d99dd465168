//! The Board as it was: the newest snapshot before that moment, if there is one, and the
//! Transactions that follow it. May use `board`, `replay`.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeZone, Utc};
use chrono_tz::Tz;

use super::{Damage, Journal, RECALLED, StoreError, replay};
use crate::board::history::NoPast;
use crate::board::{Board, overview};

/// So many Transactions are read at once in search of a day.
const STRIDE: usize = 500;

/// Why there is no Board of a day.
#[derive(Debug)]
pub enum Missed {
    /// The day cannot be looked back at.
    Day(NoPast),
    /// The history cannot be read.
    Store(StoreError),
    /// Nobody wants it any more.
    Unwanted,
}

impl From<StoreError> for Missed {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

/// What the office's calendar says.
#[derive(Debug, Clone, Copy)]
pub struct Office {
    /// Where its days begin and end.
    pub zone: Tz,
    /// The day that it is.
    pub today: NaiveDate,
}

impl Office {
    /// The office of a board.
    #[must_use]
    pub fn of(board: &Board) -> Self {
        Self { zone: overview::zone(board), today: board.today() }
    }

    /// The moment at which a day is over.
    fn end_of(self, day: NaiveDate) -> DateTime<Utc> {
        let next = day.checked_add_days(Days::new(1)).unwrap_or(NaiveDate::MAX);
        // Where midnight is skipped by summer time the day begins an hour later.
        let begin = (0..3).find_map(|hour| {
            let time = NaiveTime::from_hms_opt(hour, 0, 0)?;
            self.zone.from_local_datetime(&next.and_time(time)).earliest()
        });
        begin.map_or(DateTime::<Utc>::MAX_UTC, |begin| begin.with_timezone(&Utc))
    }
}

/// The Board as it stood at the end of a day, its lights those of that day. `wanted` is asked now
/// and then whether to go on.
///
/// # Errors
/// `Missed`.
pub fn on_day(
    journal: &dyn Journal,
    office: Office,
    day: NaiveDate,
    wanted: &mut dyn FnMut() -> bool,
) -> Result<Board, Missed> {
    if day > office.today {
        return Err(Missed::Day(NoPast::Ahead(office.today)));
    }
    let reach = journal.reach()?;
    match last_before(journal, office.end_of(day), wanted)? {
        Some(seq) if reach.is_some_and(|reach| reach <= seq) => as_of(journal, seq, day, wanted),
        _ => Err(Missed::Day(first_day(journal, reach, office)?)),
    }
}

/// The first day that can be looked back at, as a reason not to show one before it.
fn first_day(journal: &dyn Journal, reach: Option<u64>, office: Office) -> Result<NoPast, StoreError> {
    let begin = journal.begin()?.first;
    let first = match reach {
        Some(seq) => journal.transaction(seq.max(begin))?,
        None => None,
    };
    let first = first.map(|tx| tx.at.with_timezone(&office.zone).date_naive());
    Ok(match (begin, first) {
        (1, Some(day)) => NoPast::BeforeFounding(day),
        (1, None) => NoPast::Unfounded,
        (_, day) => NoPast::BeforeHistory(day.unwrap_or(office.today)),
    })
}

/// The newest Transaction before a moment. Clocks are set back at times, so that their order is
/// not that of the moments; the newest is what the board stood at.
fn last_before(
    journal: &dyn Journal,
    moment: DateTime<Utc>,
    wanted: &mut dyn FnMut() -> bool,
) -> Result<Option<u64>, Missed> {
    let mut before = None;
    loop {
        let read = journal.newest(before, STRIDE)?;
        if let Some(tx) = read.iter().find(|tx| tx.at < moment) {
            return Ok(Some(tx.seq));
        }
        match read.last() {
            Some(tx) if wanted() => before = Some(tx.seq),
            Some(_) => return Err(Missed::Unwanted),
            None => return Ok(None),
        }
    }
}

/// The Board as it stood after a Transaction, turned to a day.
///
/// # Errors
/// `Missed`.
pub fn as_of(
    journal: &dyn Journal,
    seq: u64,
    day: NaiveDate,
    wanted: &mut dyn FnMut() -> bool,
) -> Result<Board, Missed> {
    let mut board = journal.base(seq)?.unwrap_or_default();
    for next in board.head().seq + 1..=seq {
        let tx = journal.transaction(next)?.ok_or(Damage::Transaction(next)).map_err(StoreError::from)?;
        replay::onto(&mut board, &tx)?;
        if next.is_multiple_of(STRIDE as u64) && !wanted() {
            return Err(Missed::Unwanted);
        }
    }
    let newest = journal.newest(Some(seq + 1), RECALLED)?;
    board.recall(newest.iter().rev());
    board.turn_to(day);
    Ok(board)
}
