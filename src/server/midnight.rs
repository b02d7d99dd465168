//! The one timer: at the office's midnight the Board is turned to the new day.
//! May use `engine`.

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Days, NaiveTime, TimeZone, Utc};
use chrono_tz::Tz;

use super::house::House;
use crate::engine::{Act, Order};

/// Turns the Board at every midnight, for ever.
pub(super) async fn keep(house: Arc<House>) {
    loop {
        let zone = zone(&house);
        tokio::time::sleep(until_midnight(house.now(), zone)).await;
        turn(&house);
    }
}

/// Turns the Board if its day is over: a machine that slept wakes into another day.
pub(super) fn turn_if_late(house: &House) {
    let today = house.now().with_timezone(&zone(house)).date_naive();
    let shown = house.engine().board().today();
    if shown != today {
        turn(house);
    }
}

fn turn(house: &House) {
    let order = Order { login: String::new(), act: Act::Turn, reply: Box::new(drop) };
    tokio::task::block_in_place(|| house.engine().order(order));
}

fn zone(house: &House) -> Tz {
    house.engine().board().charter().time_zone.parse().unwrap_or(Tz::UTC)
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
    use std::time::Duration;

    use chrono::{TimeZone, Utc};
    use chrono_tz::Tz;

    use super::until_midnight;

    #[test]
    fn the_next_day_begins_in_the_offices_zone() {
        let now = Utc.with_ymd_and_hms(2026, 6, 30, 15, 59, 0).single().expect("a moment");
        assert_eq!(until_midnight(now, Tz::Asia__Shanghai), Duration::from_secs(61));
        assert_eq!(until_midnight(now, Tz::UTC), Duration::from_secs(8 * 3600 + 61));
    }
}
