//! Targets as tables: their lights, what counts towards them, and when they were reached.

use guatu::board::{Board, overview};
use guatu::domain::lead::{Contract, EndReason, LeadKind};
use guatu::domain::light::{self, Reason, Signal};
use guatu::domain::reach::{Done, Reach, Since};
use guatu::domain::record::fields;
use guatu::domain::six_one::SixOneState;
use guatu::domain::target::Measure;
use guatu::domain::{Charter, Division, Id, Kind, Lead, Light, Money, SixOne, Stage, Target};

use crate::tables::{on, today};

fn lit(target: &Target, actual: i64) -> Light {
    light::of_target(target, actual, Done::on(target.done), today(), &Charter::default())
}

#[test]
fn a_target_is_yellow_from_ten_points_behind_and_red_above_thirty() {
    let base = Target { goal: 100, start: on(-50), due: on(50), ..Target::default() };
    let table = [
        (45, Signal::Green, Reason::OnPace(-5)),
        (41, Signal::Green, Reason::OnPace(-9)),
        (40, Signal::Yellow, Reason::Behind(10)),
        (20, Signal::Yellow, Reason::Behind(30)),
        (19, Signal::Red, Reason::Behind(31)),
        (100, Signal::Green, Reason::DoneInTime),
    ];
    for (actual, signal, reason) in table {
        let light = lit(&base, actual);
        assert_eq!((light.signal, light.reason), (signal, reason), "{actual} of 100");
    }
}

#[test]
fn a_target_s_dates_and_holds_give_their_lights() {
    let base = Target { goal: 100, start: on(-50), due: on(50), ..Target::default() };
    let held = |until| Target { hold_reason: "因故".into(), hold_until: until, ..base.clone() };
    let table = [
        (Target { start: on(1), ..base.clone() }, 0, Signal::Grey, Reason::NotStarted),
        (Target { start: on(0), ..base.clone() }, 0, Signal::Green, Reason::OnPace(0)),
        (Target { due: on(-1), ..base.clone() }, 99, Signal::Red, Reason::Overdue(1)),
        (Target { due: on(0), ..base.clone() }, 75, Signal::Yellow, Reason::Behind(25)),
        (Target { due: None, ..base.clone() }, 50, Signal::Yellow, Reason::NoDueDate),
        (Target { due: on(-9), done: on(-9), ..base.clone() }, 100, Signal::Green, Reason::DoneInTime),
        (Target { due: on(-9), done: on(-8), ..base.clone() }, 100, Signal::Yellow, Reason::CaughtUp),
        (held(None), 0, Signal::Grey, Reason::OnHold(None)),
        (held(on(0)), 0, Signal::Grey, Reason::OnHold(on(0))),
        (held(on(-1)), 0, Signal::Red, Reason::Behind(50)),
        (Target { goal: 0, due: on(-1), ..base.clone() }, 0, Signal::Red, Reason::Overdue(1)),
    ];
    for (target, actual, signal, reason) in table {
        let light = lit(&target, actual);
        assert_eq!((light.signal, light.reason), (signal, reason), "{target:?}");
    }
}

#[test]
fn a_target_counts_what_its_measure_says() {
    let mine = Some(Id::division(1));
    let signed = Lead {
        division: mine,
        stage: Stage::Sign,
        signed: on(-5),
        amount: Some(Money::cny(700)),
        contract_type: Some(Contract::Binding),
        ..Lead::default()
    };
    let target = |measure| Target { division: mine, measure, start: on(-10), ..Target::default() };
    let framework = Lead { contract_type: Some(Contract::Framework), ..signed.clone() };
    let early = Lead { signed: on(-11), ..signed.clone() };
    let ended = Lead { stage: Stage::End, end_reason: Some(EndReason::Other), ..signed.clone() };
    let elsewhere = Lead { division: Some(Id::division(2)), ..signed.clone() };
    let shared = Lead { co_divisions: vec![Id::division(1)], ..elsewhere.clone() };
    let talent = Lead { kind: LeadKind::Talent, ..signed.clone() };
    let table = [
        (&signed, Measure::AmountSign, false, 700),
        (&signed, Measure::ProjectsSign, false, 1),
        (&signed, Measure::LeadsLand, false, 0),
        (&framework, Measure::LeadsSign, false, 0),
        (&framework, Measure::LeadsSign, true, 1),
        (&early, Measure::LeadsSign, false, 0),
        (&ended, Measure::LeadsSign, false, 0),
        (&elsewhere, Measure::LeadsSign, false, 0),
        (&shared, Measure::LeadsSign, false, 1),
        (&talent, Measure::ProjectsSign, false, 0),
        (&signed, Measure::Typed, false, 0),
    ];
    for (lead, measure, framework_counts, expected) in table {
        assert_eq!(target(measure).counts(lead, framework_counts), expected, "{measure:?} of {lead:?}");
    }
}

#[test]
fn a_date_only_is_done_when_its_date_of_being_done_is_set() {
    let due = |days, done: Option<i64>| {
        let done = done.and_then(on);
        Target { due: on(days), done, ..Target::default() }
    };
    let table = [
        (due(-3, None), Signal::Red, Reason::Overdue(3)),
        (due(3, None), Signal::Yellow, Reason::DueIn(3)),
        (due(30, None), Signal::Green, Reason::DueIn(30)),
        (due(-3, Some(-3)), Signal::Green, Reason::DoneInTime),
        (due(-3, Some(-2)), Signal::Yellow, Reason::CaughtUp),
        (due(30, Some(0)), Signal::Green, Reason::DoneInTime),
    ];
    for (target, signal, reason) in table {
        // A figure without a goal says nothing.
        let light = lit(&target, 7);
        assert_eq!((light.signal, light.reason), (signal, reason), "{target:?}");
    }
}

#[test]
fn what_counts_tells_the_day_of_reaching_or_between_which_days_it_lies() {
    let known = |days| Since::Day(on(days).unwrap());
    let span = |first: Option<i64>, last: Option<i64>| {
        Some(Done { first: first.and_then(on), last: last.and_then(on) })
    };
    let table = [
        (vec![], 1, None),
        (vec![(known(-9), 4), (known(-5), 6)], 11, None),
        (vec![(known(-9), 4), (known(-5), 6)], 10, span(Some(-5), Some(-5))),
        (vec![(known(-5), 6), (known(-9), 4)], 4, span(Some(-9), Some(-9))),
        (vec![(known(-9), 4), (Since::After(None), 6)], 10, span(Some(-9), None)),
        (vec![(known(-9), 4), (known(-2), 6), (Since::After(None), 6)], 10, span(Some(-9), Some(-2))),
        (vec![(known(-9), 4), (Since::After(on(-7)), 6)], 10, span(Some(-7), None)),
        (vec![(Since::After(None), 6)], 5, span(None, None)),
        (vec![(known(-9), 4), (known(-5), 6), (known(-9), -4)], 6, span(Some(-5), Some(-5))),
    ];
    for (parts, goal, expected) in table {
        let mut reach = Reach::default();
        for (since, part) in &parts {
            reach.add(*since, *part);
        }
        assert_eq!(reach.reached(goal), expected, "{parts:?} to {goal}");
    }
}

/// A board of one division with a target of two and leads signed so many days from today.
fn board_of(target: Target, signed: &[Option<i64>]) -> Board {
    let mut board = Board::new(today());
    let own = Some(Id::division(1));
    let division = Division { name_zh: "甲".into(), ..Division::default() };
    board.load(Id::division(1), 1, 1, "wang", &fields(&division)).unwrap();
    let target = Target { division: own, name: "乙".into(), goal: 2, ..target };
    board.load(Id::new(Kind::Target, 1), 1, 1, "wang", &fields(&target)).unwrap();
    for (no, day) in (1..).zip(signed) {
        let lead = Lead {
            name: format!("丙{no}"),
            division: own,
            stage: Stage::Sign,
            signed: day.and_then(on),
            paid_in: Some(Money::cny(1)),
            ..Lead::default()
        };
        board.load(Id::new(Kind::Lead, no), 1, 1, "wang", &fields(&lead)).unwrap();
        let ready =
            SixOne { division: own, state: SixOneState::Ready, ready: day.and_then(on), ..SixOne::default() };
        board.load(Id::new(Kind::SixOne, no), 1, 1, "wang", &fields(&ready)).unwrap();
    }
    board.turn_to(today());
    board
}

#[test]
fn a_counted_target_was_reached_when_its_leads_say() {
    use Measure::{LeadsSign, PaidIn, SixOnes};
    let table = [
        (LeadsSign, -10, vec![Some(-20), Some(-10)], Signal::Green, Reason::DoneInTime),
        (LeadsSign, -10, vec![Some(-20), Some(-9)], Signal::Yellow, Reason::CaughtUp),
        (LeadsSign, -10, vec![Some(-20), Some(-9), Some(-15)], Signal::Green, Reason::DoneInTime),
        (LeadsSign, -10, vec![Some(-20), None], Signal::Green, Reason::Done),
        (LeadsSign, -10, vec![Some(-20), Some(-9), None], Signal::Green, Reason::Done),
        (LeadsSign, -10, vec![Some(-9), None], Signal::Yellow, Reason::CaughtUp),
        (LeadsSign, 10, vec![Some(-9), None], Signal::Green, Reason::DoneInTime),
        (LeadsSign, -10, vec![Some(-20)], Signal::Red, Reason::Overdue(10)),
        (SixOnes, -10, vec![Some(-20), Some(-10)], Signal::Green, Reason::DoneInTime),
        (SixOnes, -10, vec![Some(-20), Some(-9)], Signal::Yellow, Reason::CaughtUp),
        (PaidIn, -10, vec![Some(-20), Some(-15)], Signal::Green, Reason::Done),
        (PaidIn, -10, vec![Some(-20), Some(-9)], Signal::Yellow, Reason::CaughtUp),
        (PaidIn, 10, vec![Some(-20), Some(-15)], Signal::Green, Reason::DoneInTime),
    ];
    for (measure, due, signed, signal, reason) in table {
        let board = board_of(Target { measure, due: on(due), ..Target::default() }, &signed);
        let light = overview::light_of(&board, Id::new(Kind::Target, 1));
        assert_eq!((light.signal, light.reason), (signal, reason), "{measure:?} due {due}: {signed:?}");
    }
}
