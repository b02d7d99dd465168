//! The support line as tables: what each unit is asked for, how long it took, in which order it stands.

use chrono::{Duration, NaiveDate};
use guatu::board::query::Filter;
use guatu::board::support::{self, Load};
use guatu::board::{AnyRecord, Board};
use guatu::domain::light::{self, Light, Reason, Signal, Wait};
use guatu::domain::request::{Nature, RequestState};
use guatu::domain::unit::UnitKind;
use guatu::domain::{Charter, Division, Id, Kind, Lang, Lead, Request, Stage, Unit};
use guatu::locales::reason;

const TODAY: &str = "2024-03-01";

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

const fn unit(no: u32) -> Id {
    Id::new(Kind::Unit, no)
}

fn put(board: &mut Board, id: Id, record: impl Into<AnyRecord>) {
    board.load(id, 1, 1, "wang", &record.into().fields()).unwrap();
}

/// Unit, division, nature, state, due, raised, closed.
type Line = (u32, u32, Nature, RequestState, &'static str, &'static str, &'static str);

/// Two departments, a company, a group and two divisions, with these requests, from R1 on.
fn office(lines: &[Line]) -> Board {
    let mut board = Board::new(date(TODAY));
    let kinds =
        [UnitKind::CapitalCompany, UnitKind::Department, UnitKind::Department, UnitKind::BusinessGroup];
    for (kind, no) in kinds.into_iter().zip(1..) {
        put(&mut board, unit(no), Unit { kind, ..Unit::default() });
    }
    put(&mut board, Id::division(1), Division::default());
    put(&mut board, Id::division(2), Division::default());
    for ((of, division, nature, state, due, raised, closed), no) in lines.iter().zip(1..) {
        let request = Request {
            unit: Some(unit(*of)),
            division: Some(Id::division(*division)),
            nature: *nature,
            state: *state,
            due: due.parse().ok(),
            raised: raised.parse().ok(),
            closed: closed.parse().ok(),
            ..Request::default()
        };
        put(&mut board, Id::new(Kind::Request, no), request);
    }
    board
}

use Nature::{Environment as Env, Policy as Pol};
use RequestState::{Done, Returned, Waiting, Working};

/// The day after a leap day: 27 January to 29 February is 33 days, over the year's end 5.
const LINES: &[Line] = &[
    (2, 1, Pol, Waiting, "2024-02-29", "2024-02-01", ""),
    (2, 1, Env, Working, "2024-03-01", "2024-02-01", ""),
    (2, 2, Env, Done, "2024-02-01", "2024-01-27", "2024-02-29"),
    (2, 1, Env, Done, "", "2023-12-29", "2024-01-03"),
    (2, 1, Pol, Returned, "2024-01-01", "2023-12-29", "2024-02-29"),
    (3, 2, Pol, Working, "", "2024-02-01", ""),
    (1, 2, Pol, Done, "", "2024-02-10", "2024-02-20"),
    (1, 2, Pol, Waiting, "2024-02-01", "2024-02-20", ""),
];

#[test]
fn each_unit_has_its_counts_and_the_median_of_its_days() {
    let chart = support::chart(&office(LINES), None);
    let load = |waiting, working, done, returned, overdue, days| Load {
        waiting,
        working,
        done,
        returned,
        overdue,
        days,
    };
    // The departments first; a company that was asked for something; not the group that was not.
    let want = [
        (unit(2), load(1, 1, 2, 1, 1, Some(19))),
        (unit(3), load(0, 1, 0, 0, 0, None)),
        (unit(1), load(1, 0, 1, 0, 1, Some(10))),
    ];
    assert_eq!(chart.units, want);
    assert_eq!(chart.total, load(2, 2, 3, 1, 2, Some(10)));
    assert_eq!(chart.most_open(), 2);
    assert_eq!(chart.nature(Pol), &load(2, 1, 1, 1, 2, Some(10)));
    assert_eq!(chart.nature(Env), &load(0, 1, 2, 0, 0, Some(19)));
    assert_eq!((chart.nature(Pol).finished(), chart.nature(Env).finished()), (Some(20), Some(66)));
    assert_eq!(chart.shift(), Some(66), "two of three");
}

#[test]
fn a_division_counts_its_own_and_lists_the_same_units() {
    let board = office(LINES);
    let chart = support::chart(&board, Some(Id::division(1)));
    assert_eq!(
        chart.units.iter().map(|(id, load)| (*id, load.all())).collect::<Vec<_>>(),
        [(unit(2), 4), (unit(3), 0), (unit(1), 0)]
    );
    assert_eq!((chart.total.open(), chart.total.all(), chart.shift()), (2, 4, Some(100)));
    assert_eq!(chart.units[1].1.finished(), None, "of nothing");
}

#[test]
fn nobody_asked_for_anything() {
    let chart = support::chart(&office(&[]), None);
    assert_eq!(chart.units.len(), 2, "the departments");
    assert_eq!((chart.shift(), chart.total.days, chart.most_open()), (None, None, 0));
}

#[test]
fn the_open_ones_stand_first_by_date_and_the_closed_ones_the_newest_first() {
    let board = office(LINES);
    let numbers = |unit, division| {
        support::requests(&board, unit, division).into_iter().map(|id| id.no).collect::<Vec<_>>()
    };
    assert_eq!(numbers(Some(unit(2)), None), [1, 2, 3, 5, 4]);
    assert_eq!(numbers(Some(unit(2)), Some(Id::division(1))), [1, 2, 5, 4]);
    assert_eq!(numbers(None, None), [8, 1, 2, 6, 3, 5, 7, 4]);
    assert_eq!(numbers(Some(unit(4)), None), [0; 0]);
}

#[test]
fn overdue_is_from_the_day_after() {
    for (due, overdue) in [("2024-02-28", true), ("2024-02-29", true), ("2024-03-01", false), ("", false)] {
        let board = office(&[(2, 1, Pol, Waiting, due, "", "")]);
        assert_eq!(support::chart(&board, None).total.overdue, usize::from(overdue), "{due}");
        let board = office(&[(2, 1, Pol, Done, due, "", "")]);
        assert_eq!(support::chart(&board, None).total.overdue, 0, "{due}");
    }
}

/// What a lead in talks says that was heard of so many days ago and waits for a request.
fn lit(silent: i64, wait: Option<&str>) -> Light {
    let lead = Lead { stage: Stage::Talk, ..Lead::default() };
    let today = date(TODAY);
    let heard = Some(today - Duration::days(silent));
    let wait = wait.map(|due| Wait { request: Id::new(Kind::Request, 3), due: due.parse().ok() });
    light::of_lead(&lead, heard, wait, today, &Charter::default())
}

#[test]
fn a_lead_that_waits_says_so_and_is_yellow_once_what_it_waits_for_is_overdue() {
    let late = |days| Reason::Blocked(Id::new(Kind::Request, 3), days);
    let table = [
        (0, None, Signal::Green, Reason::OnTrack, "正常"),
        (0, Some(""), Signal::Green, Reason::OnTrack, "卡点"),
        (0, Some("2024-03-01"), Signal::Green, Reason::OnTrack, "卡点"),
        (0, Some("2024-02-29"), Signal::Yellow, late(1), "卡点 R3 逾期1天"),
        (0, Some("2023-12-31"), Signal::Yellow, late(61), "卡点 R3 逾期61天"),
        (31, Some("2024-02-29"), Signal::Yellow, late(1), "卡点 R3 逾期1天"),
        (61, Some("2024-03-01"), Signal::Yellow, Reason::Silent(61), "61天无进展，卡点"),
        (61, Some("2024-02-29"), Signal::Yellow, late(1), "卡点 R3 逾期1天"),
        (91, Some("2024-02-29"), Signal::Red, Reason::Silent(91), "91天无进展，卡点"),
        (91, Some("2024-03-02"), Signal::Red, Reason::Silent(91), "91天无进展，卡点"),
    ];
    for (silent, wait, signal, why, words) in table {
        let light = lit(silent, wait);
        assert_eq!(
            (light.signal, light.reason, light.blocked),
            (signal, why, wait.is_some()),
            "{silent} {wait:?}"
        );
        assert_eq!(reason::why(light, Lang::Zh), words, "{silent} {wait:?}");
    }
    let parked = Lead { stage: Stage::Park, ..Lead::default() };
    let wait = Some(Wait { request: Id::new(Kind::Request, 3), due: None });
    let light = light::of_lead(&parked, None, wait, date(TODAY), &Charter::default());
    assert!(!light.blocked && light.signal == Signal::Grey, "what rests waits for nothing");
}

#[test]
fn the_index_knows_which_leads_wait() {
    let mut board =
        office(&[(2, 1, Pol, Working, "2024-03-10", "", ""), (2, 1, Pol, Done, "2024-01-10", "", "")]);
    let lead = |no| Id::new(Kind::Lead, no);
    for no in 1..=2 {
        let record = Lead {
            stage: Stage::Talk,
            stage_since: Some(date(TODAY)),
            division: Some(Id::division(1)),
            ..Lead::default()
        };
        put(&mut board, lead(no), record);
    }
    for (no, of) in [(1, 1), (2, 2)] {
        let request =
            Request { lead: Some(lead(of)), ..board.request(Id::new(Kind::Request, no)).unwrap().clone() };
        put(&mut board, Id::new(Kind::Request, no), request);
    }
    let find = |board: &Board, kind, typed| {
        let filter = Filter::read(board, kind, typed);
        board.ids(kind).into_iter().filter(|id| filter.finds(board, *id)).collect::<Vec<_>>()
    };
    for (day, signal) in [("2024-03-10", Signal::Green), ("2024-03-11", Signal::Yellow)] {
        board.turn_to(date(day));
        let light = board.index().light(lead(1));
        assert_eq!((light.blocked, light.signal), (true, signal), "{day}");
        assert!(!board.index().light(lead(2)).blocked, "its request is done");
        assert_eq!(
            (board.index().total().blocked, board.index().division(Id::division(1)).unwrap().blocked),
            (1, 1)
        );
        assert_eq!(find(&board, Kind::Lead, "卡点"), [lead(1)]);
        assert_eq!(find(&board, Kind::Lead, "!blocked"), [lead(2)]);
        assert_eq!(find(&board, Kind::Request, "blocked"), [Id::new(Kind::Request, 1)]);
    }
}
