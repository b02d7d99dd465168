//! The demo's leads: in every stage and kind, each with the moves and notes that brought it
//! there. May use `domain`, `plan`, `words`.

mod cluster;
mod path;

use super::FOUNDED;
use super::plan::{Plan, at, fields};
use super::support::staff;
use super::words::{PLATFORMS, PROJECTS, SOURCES, TRADES};
use crate::domain::choice::Choice;
use crate::domain::lead::{LeadKind, Relation};
use crate::domain::money::WAN;
use crate::domain::{Id, Kind, Stage, Value};
pub(super) use cluster::link;

/// The order in which leads are made, the oldest stories first, and how many each division has.
const STAGES: [Stage; 8] =
    [Stage::Run, Stage::Build, Stage::Land, Stage::Sign, Stage::Talk, Stage::Park, Stage::End, Stage::Lead];
const MIX: [[usize; 8]; 6] = [
    [3, 3, 4, 5, 9, 2, 3, 5],
    [3, 0, 4, 3, 7, 2, 2, 4],
    [2, 0, 3, 3, 6, 1, 3, 4],
    [3, 3, 4, 5, 9, 2, 3, 4],
    [2, 2, 3, 4, 7, 2, 3, 4],
    [2, 0, 3, 4, 5, 1, 2, 3],
];

/// What the rest of the story needs to know of a lead.
pub(super) struct LeadPlan {
    pub(super) slot: usize,
    pub(super) division: u32,
    pub(super) kind: LeadKind,
    pub(super) stage: Stage,
    pub(super) amount: i64,
    pub(super) paid_in: i64,
    pub(super) framework: bool,
    /// The division that it is shared with.
    pub(super) shared: Option<u32>,
    /// Whether its amount is in a currency that is not summed.
    pub(super) is_foreign: bool,
    /// Whether it was there when the first requests were raised.
    pub(super) is_old: bool,
    created: i64,
}

/// The days ago on which a lead reached what it reached.
#[derive(Default)]
struct Days {
    created: i64,
    verdict: i64,
    signed: i64,
    landed: i64,
    started: i64,
    running: i64,
    side: i64,
}

pub(super) fn write(plan: &mut Plan) -> Vec<LeadPlan> {
    let mut leads = Vec::new();
    for (mix, division) in MIX.iter().zip(1_u32..) {
        let stages = STAGES.iter().zip(mix).flat_map(|(stage, count)| std::iter::repeat_n(*stage, *count));
        for (stage, n) in stages.zip(0_usize..) {
            let lead = one(plan, &leads, division, n, stage);
            leads.push(lead);
        }
    }
    leads
}

fn days(plan: &mut Plan, stage: Stage, n: usize) -> Days {
    let r = &mut plan.random;
    let mut d = Days::default();
    match stage {
        Stage::Lead => d.created = r.between(0, 5),
        Stage::Talk if n % 19 == 17 => d.created = FOUNDED - 4,
        Stage::Talk => d.created = r.between(20, 160),
        Stage::Park | Stage::End => {
            d.created = r.between(60, 160);
            d.side = r.between(6, 45);
        }
        _ => {
            d.running = r.between(4, 35);
            d.started = if stage == Stage::Run { r.between(45, 62) } else { r.between(5, 45) };
            d.landed = if stage == Stage::Land { r.between(8, 60) } else { r.between(66, 84) };
            d.signed = match stage {
                Stage::Sign if n.is_multiple_of(4) => r.between(130, 142),
                Stage::Sign => r.between(10, 75),
                _ => r.between(90, 120),
            };
            d.created = (d.signed + r.between(18, 60)).min(FOUNDED - 6);
        }
    }
    d.verdict = (d.created - r.between(1, 3)).max(0);
    d
}

fn one(plan: &mut Plan, others: &[LeadPlan], division: u32, n: usize, stage: Stage) -> LeadPlan {
    let kind = match n {
        _ if stage == Stage::Build => LeadKind::Project,
        n if (n + division as usize) % 7 == 3 => LeadKind::Platform,
        n if (n + division as usize) % 9 == 5 => LeadKind::Talent,
        _ => LeadKind::Project,
    };
    let days = days(plan, stage, n);
    let amount = match kind {
        LeadKind::Talent => plan.random.between(1, 9) * 100,
        _ if plan.random.chance(30) => plan.random.between(10, 120) * 1000,
        _ => plan.random.between(10, 95) * 100,
    } * WAN;
    let share = if matches!(stage, Stage::Land | Stage::Build | Stage::Run) {
        plan.random.between(20, 80)
    } else {
        0
    };
    let slot = plan.slot();
    let lead = LeadPlan {
        slot,
        shared: (n % 8 == 6).then_some(division % 6 + 1),
        is_foreign: slot % 41 == 11,
        division,
        kind,
        stage,
        amount,
        paid_in: amount / 100 * share,
        framework: stage == Stage::Sign && n % 4 == 1,
        is_old: days.created > 75,
        created: days.created,
    };
    let crew = staff(division);
    // Whoever runs the demo has some of their own to look after.
    let owner = if slot % 9 == 4 { 1 } else { crew[n % crew.len()] };
    create(plan, others, &lead, n, owner);
    path::follow(plan, &lead, &days, owner);
    path::side(plan, others, &lead, &days, n, owner);
    lead
}

fn create(plan: &mut Plan, others: &[LeadPlan], lead: &LeadPlan, n: usize, owner: u32) {
    let trade = &TRADES[lead.division as usize - 1];
    let count = trade.topics.len();
    let (topic, node) = trade.topics[n % count];
    let round = n / count;
    let name = match lead.kind {
        LeadKind::Project => format!("{topic}{}", PROJECTS[round % PROJECTS.len()]),
        LeadKind::Platform => format!("{topic}{}", PLATFORMS[round % PLATFORMS.len()]),
        LeadKind::Talent => format!("{topic}{}团队", trade.team),
    };
    let houses = ["", "深蓝", "启航", "云帆", "潮汐", "星湾"];
    let investor = format!("演示{}{}有限公司", houses[n % houses.len()], trade.line);
    let list = fields(
        Kind::Lead,
        [
            ("code", Value::text(format!("演示-{}{n:03}", lead.division))),
            ("name", Value::text(name.as_str())),
            ("kind", Value::Choice(lead.kind.code())),
            ("division", Value::Ref(Id::division(lead.division))),
            ("co_divisions", lead.shared.map_or(Value::Empty, |no| Value::Refs(vec![Id::division(no)]))),
            ("source", Value::text(plan.random.pick(&SOURCES))),
            ("investor", Value::text(investor)),
            ("contact", Value::text(format!("演示联系人{}{n:02}", lead.division))),
            ("phone", Value::text(format!("000-0000-{}{n:03}", lead.division))),
            ("content", Value::text(format!("{name}：研发、生产与应用示范，分两期实施（演示）。"))),
            ("chain_node", Value::text(trade.nodes[node])),
            ("confidential", if n % 13 == 9 { Value::Flag(true) } else { Value::Empty }),
        ],
    );
    let parent = (n % 5 == 2).then(|| elder(others, lead, None)).flatten();
    let relation = Relation::ALL[n % Relation::ALL.len()];
    let platform = (n % 4 == 3).then(|| elder(others, lead, Some(LeadKind::Platform))).flatten();
    let moment = plan.moment(lead.created, 0);
    plan.event(moment, owner, Some(lead.slot), move |author, slots| {
        let link = |slot: Option<usize>| slot.map_or(Value::Empty, |s| Value::Ref(at(slots, s, Kind::Lead)));
        let relation = if parent.is_some() { Value::Choice(relation.code()) } else { Value::Empty };
        let mut list = list;
        list.extend(fields(
            Kind::Lead,
            [("parent_lead", link(parent)), ("relation", relation), ("via_platform", link(platform))],
        ));
        author.create(Kind::Lead, list)
    });
}

/// A lead of the same division, of a kind, that was there days before this one.
fn elder(others: &[LeadPlan], lead: &LeadPlan, kind: Option<LeadKind>) -> Option<usize> {
    let fits = |o: &&LeadPlan| {
        o.division == lead.division && o.created > lead.created + 2 && kind.is_none_or(|kind| kind == o.kind)
    };
    others.iter().rfind(fits).map(|other| other.slot)
}
