//! The demo's targets: one of each light and measure, a headline a division.
//! May use `domain`, `plan`, `leads`.

use super::FOUNDED;
use super::leads::LeadPlan;
use super::plan::{Plan, at, fields};
use super::support::head;
use crate::domain::lead::LeadKind;
use crate::domain::{Fields, Id, Kind, Stage, Value};

/// Days from the start of the campaign to its end, and how much of it has gone.
const BEGIN: i64 = FOUNDED - 2;
const END: i64 = 75;

/// How many points each division's headline is behind its pace; below zero: ahead.
const GAPS: [i64; 6] = [-4, 17, 6, 12, 36, -30];

/// Gives the slots of the headline targets.
pub(super) fn write(plan: &mut Plan, leads: &[LeadPlan]) -> Vec<usize> {
    let mut headlines = Vec::new();
    let pace = BEGIN * 100 / (BEGIN + END);
    for (gap, division) in GAPS.into_iter().zip(1_u32..) {
        let own: Vec<&LeadPlan> =
            leads.iter().filter(|l| l.division == division || l.shared == Some(division)).collect();
        let signed = |l: &&&LeadPlan| {
            matches!(l.stage, Stage::Land | Stage::Build | Stage::Run)
                || (l.stage == Stage::Sign && !l.framework)
        };
        let amount: i64 = own.iter().filter(signed).filter(|l| !l.is_foreign).map(|l| l.amount).sum();
        let goal = amount * 100 / (pace - gap).max(1) / 10_000_000 * 10_000_000;
        let list = [
            ("name", Value::text("全年签约金额")),
            ("area", Value::Choice("recruit")),
            ("measure", Value::Choice("amount_sign")),
            ("goal", Value::Number(goal)),
            ("headline", Value::Flag(true)),
        ];
        headlines.push(create(plan, division, 1, -BEGIN, END, fields(Kind::Target, list)));
        counted(plan, division, &own);
        typed(plan, division);
        dated(plan, division);
    }
    headlines
}

/// A target of a division; `person` counts within it.
fn create(plan: &mut Plan, division: u32, person: u32, start: i64, due: i64, mut list: Fields) -> usize {
    let owner = Id::new(Kind::Person, head(division) + person % 4 * 6);
    list.extend(fields(
        Kind::Target,
        [
            ("division", Value::Ref(Id::division(division))),
            ("start", plan.date(start)),
            ("due", plan.date(due)),
            ("owner", Value::Ref(owner)),
            ("campaign", Value::text("演示攻坚")),
        ],
    ));
    let moment = plan.moment(BEGIN - 2, i64::from(person));
    plan.create(moment, head(division), Kind::Target, list)
}

fn counted(plan: &mut Plan, division: u32, own: &[&LeadPlan]) {
    let paid: i64 = own.iter().map(|l| l.paid_in).sum();
    let goal = paid * 100 / i64::from(40 + division * 9) / 1_000_000 * 1_000_000;
    let paid_in = [
        ("name", Value::text("到位资金")),
        ("area", Value::Choice("recruit")),
        ("measure", Value::Choice("paid_in")),
        ("goal", Value::Number(goal)),
    ];
    create(plan, division, 2, -BEGIN, END, fields(Kind::Target, paid_in));
    let (name, measure, unit, area, kind) = match division % 3 {
        0 => ("引进人才团队到岗", "talents_land", "个", "recruit", LeadKind::Talent),
        1 => ("平台落地", "platforms_land", "个", "platform", LeadKind::Platform),
        _ => ("项目落地", "projects_land", "个", "recruit", LeadKind::Project),
    };
    let there =
        own.iter().filter(|l| l.kind == kind && (Stage::Land..=Stage::Run).contains(&l.stage)).count();
    let goal = i64::try_from(there).unwrap_or(0).max(1) + i64::from(division % 3);
    let landed = [
        ("name", Value::text(name)),
        ("area", Value::Choice(area)),
        ("measure", Value::Choice(measure)),
        ("unit", Value::text(unit)),
        ("goal", Value::Number(goal)),
    ];
    create(plan, division, 3, -BEGIN, 30, fields(Kind::Target, landed));
    let equipment = [
        ("name", Value::text("六个一到位")),
        ("area", Value::Choice("other")),
        ("measure", Value::Choice("six_ones")),
        ("unit", Value::text("个")),
        ("goal", Value::Number(6)),
    ];
    create(plan, division, 4, -BEGIN, END, fields(Kind::Target, equipment));
}

/// A figure that somebody types in: in time, caught up late, on hold, behind, not started.
fn typed(plan: &mut Plan, division: u32) {
    let (start, due) = match division {
        2 => (-BEGIN, -30),
        6 => (20, 110),
        _ => (-BEGIN, 45),
    };
    let list = [
        ("name", Value::text("专业园区载体面积")),
        ("area", Value::Choice("park")),
        ("unit", Value::text("平方米")),
        ("goal", Value::Number(20_000)),
    ];
    let slot = create(plan, division, 5, start, due, fields(Kind::Target, list));
    let figures: &[(i64, i64)] = match division {
        1 => &[(120, 6_000), (60, 14_000), (12, 20_500)],
        2 => &[(100, 9_000), (40, 15_000), (18, 20_000)],
        3 => &[(90, 5_000)],
        4 => &[(110, 8_000), (35, 15_500)],
        5 => &[(80, 4_000), (20, 12_500)],
        _ => &[],
    };
    for (day, figure) in figures {
        let moment = plan.moment(*day, 5);
        let sets = fields(Kind::Target, [("actual", Value::Number(*figure))]);
        plan.event(moment, head(division) + 6, None, move |author, slots| {
            author.edit(at(slots, slot, Kind::Target), sets)
        });
    }
    if division == 3 {
        let moment = plan.moment(26, 6);
        let until = plan.date(40);
        plan.event(moment, head(division), None, move |author, slots| {
            let until = if let Value::Date(until) = until { Some(until) } else { None };
            author.hold(at(slots, slot, Kind::Target), "等待园区规划批复", until)
        });
    }
}

/// A policy with a date only: done, overdue, near, far, re-dated.
fn dated(plan: &mut Plan, division: u32) {
    let due = [-40, 5, 52, -6, 18, -12][division as usize - 1];
    let list = [("name", Value::text("产业促进办法出台")), ("area", Value::Choice("policy"))];
    let slot = create(plan, division, 6, -BEGIN, due, fields(Kind::Target, list));
    if division == 1 || division == 6 {
        let day = if division == 1 { 48 } else { 3 };
        let moment = plan.moment(day, 4);
        let sets = fields(Kind::Target, [("done", plan.date(-day))]);
        plan.event(moment, head(division), None, move |author, slots| {
            author.edit(at(slots, slot, Kind::Target), sets)
        });
    }
    if division == 5 {
        let moment = plan.moment(15, 4);
        let later = plan.date(27);
        plan.event(moment, head(division), None, move |author, slots| {
            let later = if let Value::Date(later) = later { Some(later) } else { None };
            author.redate(at(slots, slot, Kind::Target), later, "征求意见延长")
        });
    }
}
