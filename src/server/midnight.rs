//! The one timer: at the office's midnight the Board is turned to the new day.
//! May use `board`, `engine`.

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Days, NaiveTime, TimeZone, Utc};
use chrono_tz::Tz;
use tokio::sync::watch;

use super::house::House;
use crate::board::overview;
use crate::engine::{Act, Order};

/// Turns the Board at every midnight, for ever.
pub(super) async fn keep(house: Arc<House>) {
    let mut bell = house.bell();
    loop {
        let zone = overview::zone(&house.engine().board());
        // Another zone has another midnight, and may have another day; also one that has come
        // before anybody looked.
        turn_if_late(&house);
        tokio::select! {
            () = tokio::time::sleep(until_midnight(house.now(), zone)) => turn(&house),
            () = moved(&mut bell, &house, zone) => {}
        }
    }
}

/// Turns the Board if its day is over: a machine that slept wakes into another day.
pub(super) fn turn_if_late(house: &House) {
    let is_late = {
        let board = house.engine().board();
        board.today() != overview::day(&board, house.now())
    };
    if is_late {
        turn(house);
    }
}

fn turn(house: &House) {
    let order = Order { login: String::new(), act: Act::Turn, reply: Box::new(drop) };
    tokio::task::block_in_place(|| house.engine().order(order));
}

/// Returns when the office has another zone than this.
async fn moved(bell: &mut watch::Receiver<u64>, house: &House, zone: Tz) {
    while overview::zone(&house.engine().board()) == zone {
        if bell.changed().await.is_err() {
            return std::future::pending().await;
        }
    }
}

/// How long until the next day begins in a zone; a second more, so that it surely has.
fn until_midnight(now: DateTime<Utc>, zone: Tz) -> Duration {
    let tomorrow = now.with_timezone(&zone).date_naive() + Days::new(1);
    // Where midnight is skipped by summer time the day begins an hour later.
    let begin = (0..3).find_map(|hour| {
        let time = NaiveTime::from_hms_opt(hour, 0, 1)?;
        zone.from_local_datetime(&tomorrow.and_time(time)).earliest()
    });
    let wait = begin.map(|begin| begin.with_timezone(&Utc) - now);
    wait.and_then(|wait| wait.to_std().ok()).unwrap_or(Duration::from_hours(1))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::time::Duration;

    use chrono::{TimeZone, Utc};
    use chrono_tz::Tz;

    use super::super::house::Bell;
    use super::super::lifecycle;
    use super::{Act, House, keep, until_midnight};
    use crate::board::Proposal;
    use crate::board::founding;
    use crate::board::intent::Author;
    use crate::domain::{FieldKey, Id, Kind, Value};
    use crate::engine::{Engine, FixedClock};
    use crate::store::Store;
    use crate::store::memory::MemoryStore;

    #[test]
    fn the_next_day_begins_in_the_offices_zone() {
        let now = Utc.with_ymd_and_hms(2026, 6, 30, 15, 59, 0).single().expect("a moment");
        assert_eq!(until_midnight(now, Tz::Asia__Shanghai), Duration::from_secs(61));
        assert_eq!(until_midnight(now, Tz::UTC), Duration::from_secs(8 * 3600 + 61));
    }

    /// A house whose board is founded, at half past eleven at night in Shanghai.
    fn house() -> Arc<House> {
        let now = Utc.with_ymd_and_hms(2026, 6, 30, 15, 30, 0).single().expect("a moment");
        let clock = Arc::new(FixedClock::new(now));
        let mut store = MemoryStore::new();
        let (board, _) = store.fill(now.date_naive(), &mut |_| {}).expect("an empty store");
        let bell = Bell::default();
        let engine = Engine::start(Box::new(store), board, clock.clone(), bell.announcer());
        let house = House::new(engine.expect("a thread"), clock, bell, false, false);
        propose(&house, |author| founding::built_in().propose(author, ""));
        Arc::new(house)
    }

    fn propose(house: &House, proposal: impl FnOnce(&Author<'_>) -> Proposal) {
        let board = house.engine().board().clone();
        let request = house.next_request();
        let proposal = proposal(&Author { board: &board, login: "wang", now: house.now(), request });
        house.engine().act("wang", Act::Propose(proposal)).expect("accepted");
    }

    #[test]
    fn another_zone_has_another_day_at_once() {
        let house = house();
        let runtime = lifecycle::runtime().expect("a runtime");
        runtime.spawn(keep(house.clone()));
        let zone = FieldKey::find(Kind::Charter, "time_zone").expect("a field");
        for (name, day) in [("Pacific/Auckland", "2026-07-01"), ("Asia/Shanghai", "2026-06-30")] {
            let mut bell = house.bell();
            propose(&house, |author| author.edit(Id::CHARTER, vec![(zone, Value::text(name))]));
            runtime.block_on(async {
                while house.engine().board().today().to_string() != day {
                    bell.changed().await.expect("the house stands");
                }
            });
        }
        house.engine().stop();
    }
}
