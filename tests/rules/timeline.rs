//! The progress chart: time across, groups, and where leads are to begin, as tables.

use chrono::NaiveDate;
use guatu::board::timeline::{self, Axis, Group, Grouping, Place, Scale};
use guatu::board::{AnyRecord, Board};
use guatu::domain::lead::LeadKind;
use guatu::domain::target::{Area, Measure};
use guatu::domain::{Division, Id, Kind, Lead, Person, Stage, Target};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

#[test]
fn a_unit_begins_and_the_next_one_follows() {
    let table = [
        (Scale::Month, "2028-02-29", "2028-02-01", "2028-03-01"),
        (Scale::Month, "2026-12-31", "2026-12-01", "2027-01-01"),
        (Scale::Month, "2026-12-01", "2026-12-01", "2027-01-01"),
        (Scale::Week, "2026-11-22", "2026-11-16", "2026-11-23"),
        (Scale::Week, "2026-11-23", "2026-11-23", "2026-11-30"),
        (Scale::Week, "2027-01-01", "2026-12-28", "2027-01-04"),
        (Scale::Quarter, "2026-12-31", "2026-10-01", "2027-01-01"),
        (Scale::Quarter, "2026-10-01", "2026-10-01", "2027-01-01"),
        (Scale::Quarter, "2026-09-30", "2026-07-01", "2026-10-01"),
    ];
    for (scale, on, first, next) in table {
        let floor = scale.floor(day(on));
        assert_eq!((floor, scale.shifted(floor, 1)), (day(first), day(next)), "{scale:?} {on}");
        assert_eq!(scale.shifted(day(next), -1), day(first), "{scale:?} back from {next}");
    }
}

#[test]
fn a_day_stands_in_its_cell() {
    let months = Axis { scale: Scale::Month, first: day("2026-11-01"), each: 6, cells: 20 };
    let weeks = Axis { scale: Scale::Week, first: day("2026-12-28"), each: 7, cells: 14 };
    let table = [
        (months, "2026-10-31", Place::Before),
        (months, "2026-11-01", Place::At(0)),
        // Five days a cell in a month of thirty.
        (months, "2026-11-05", Place::At(0)),
        (months, "2026-11-06", Place::At(1)),
        (months, "2026-11-30", Place::At(5)),
        (months, "2026-12-01", Place::At(6)),
        (months, "2027-01-31", Place::At(17)),
        // The fourth month is cut after two cells.
        (months, "2027-02-01", Place::At(18)),
        (months, "2027-02-10", Place::At(19)),
        (months, "2027-02-28", Place::After),
        (months, "2029-01-01", Place::After),
        (weeks, "2027-01-01", Place::At(4)),
        (weeks, "2027-01-10", Place::At(13)),
        (weeks, "2027-01-11", Place::After),
    ];
    for (axis, on, want) in table {
        assert_eq!(axis.place(day(on)), want, "{on}");
    }
    let starts =
        [(0, day("2026-11-01")), (6, day("2026-12-01")), (12, day("2027-01-01")), (18, day("2027-02-01"))];
    assert_eq!(months.units(), starts);
    assert_eq!((months.end(), weeks.end()), (day("2027-03-01"), day("2027-01-11")));
}

#[test]
fn days_out_of_sight_are_as_many_cells_away_as_they_would_take() {
    let axis = |scale, first| Axis { scale, first: day(first), each: 6, cells: 20 };
    let table = [
        (Scale::Month, "2026-11-01", "2026-10-31", -1),
        (Scale::Month, "2026-11-01", "2025-11-01", -72),
        (Scale::Month, "2026-11-01", "2028-11-30", 149),
        (Scale::Quarter, "2027-01-01", "2026-12-31", -1),
        (Scale::Quarter, "2027-01-01", "2025-10-01", -30),
        (Scale::Quarter, "2027-01-01", "2028-01-01", 24),
        (Scale::Week, "2026-12-28", "2026-12-27", -1),
        (Scale::Week, "2026-12-28", "2026-12-14", -12),
        (Scale::Week, "2026-12-28", "2027-12-27", 312),
    ];
    for (scale, first, on, cell) in table {
        assert_eq!(axis(scale, first).cell(day(on)), cell, "{scale:?} {on}");
    }
}

fn put(board: &mut Board, id: Id, record: impl Into<AnyRecord>) {
    board.load(id, 1, 1, "wang", &record.into().fields()).expect("a record");
}

fn id(no: u32) -> Id {
    Id::new(Kind::Target, no)
}

fn office() -> Board {
    let mut board = Board::new(day("2026-11-25"));
    put(&mut board, Id::division(1), Division::default());
    put(&mut board, Id::division(2), Division::default());
    put(&mut board, Id::new(Kind::Person, 1), Person { name: "演示".into(), ..Person::default() });
    let target = |division, area, due: Option<&str>, owner: Option<u32>, measure| Target {
        division: Some(Id::division(division)),
        area,
        due: due.map(day),
        owner: owner.map(|no| Id::new(Kind::Person, no)),
        measure,
        goal: 5,
        ..Target::default()
    };
    let all = [
        target(2, Area::Park, None, Some(1), Measure::ProjectsLand),
        target(1, Area::Other, Some("2027-03-01"), None, Measure::PlatformsLand),
        target(1, Area::Park, Some("2026-12-31"), Some(1), Measure::Typed),
        target(2, Area::Policy, Some("2026-12-01"), None, Measure::AmountSign),
    ];
    for (no, target) in (1..).zip(all) {
        put(&mut board, id(no), target);
    }
    board
}

/// Groups with the numbers of their targets.
type Listed = Vec<(Group, Vec<u32>)>;

#[test]
fn targets_stand_in_groups_the_earliest_first() {
    let board = office();
    let [one, two] = [1, 2].map(|no| Group::Of(Id::division(no)));
    let wang = Group::Of(Id::new(Kind::Person, 1));
    let table: [(Grouping, Option<Id>, Listed); 4] = [
        (Grouping::Division, None, vec![(one, vec![3, 2]), (two, vec![4, 1])]),
        (
            Grouping::Area,
            None,
            vec![
                (Group::Area(Area::Policy), vec![4]),
                (Group::Area(Area::Park), vec![3, 1]),
                (Group::Area(Area::Other), vec![2]),
            ],
        ),
        (Grouping::Owner, None, vec![(wang, vec![3, 1]), (Group::None, vec![4, 2])]),
        (Grouping::Division, Some(Id::division(2)), vec![(two, vec![4, 1])]),
    ];
    for (grouping, division, want) in table {
        let got = timeline::groups(&board, grouping, division);
        let got: Listed =
            got.into_iter().map(|(group, ids)| (group, ids.iter().map(|id| id.no).collect())).collect();
        assert_eq!(got, want, "{grouping:?}");
    }
    for grouping in Grouping::ALL {
        assert_eq!(grouping.next(false).next(true), grouping);
    }
}

#[test]
fn leads_that_have_not_begun_are_marked_in_the_targets_they_would_count_towards() {
    let mut board = office();
    let lead = |division, kind, agreed: Option<&str>| Lead {
        division: Some(Id::division(division)),
        kind,
        stage: Stage::Sign,
        agreed_start: agreed.map(day),
        ..Lead::default()
    };
    let project = |division, agreed| lead(division, LeadKind::Project, Some(agreed));
    let leads = [
        project(2, "2027-02-01"),
        project(2, "2026-10-01"),
        lead(2, LeadKind::Platform, Some("2027-01-05")),
        lead(1, LeadKind::Platform, Some("2027-01-07")),
        lead(2, LeadKind::Project, None),
        Lead { stage: Stage::Build, started: Some(day("2026-11-01")), ..project(2, "2026-11-01") },
        Lead { stage: Stage::Park, ..project(2, "2026-11-02") },
        Lead { co_divisions: vec![Id::division(2)], ..project(1, "2027-03-01") },
    ];
    for (no, lead) in (1..).zip(leads) {
        put(&mut board, Id::new(Kind::Lead, no), lead);
    }
    let starts = timeline::agreed_starts(&board);
    assert!(starts.values().flat_map(|days| days.values()).all(|count| *count == 1));
    let of = |no| starts.get(&id(no)).map(|days| days.keys().map(ToString::to_string).collect::<Vec<_>>());
    let list = |days: &[&str]| Some(days.iter().map(ToString::to_string).collect::<Vec<_>>());
    assert_eq!(of(1), list(&["2026-10-01", "2027-02-01", "2027-03-01"]), "projects of division 2");
    assert_eq!(of(2), list(&["2027-01-07"]), "platforms of division 1");
    assert_eq!(of(3), None, "a figure that is typed in");
    assert_eq!(of(4), list(&["2026-10-01", "2027-01-05", "2027-02-01", "2027-03-01"]), "any kind");
}
