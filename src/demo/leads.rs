//! The demo's leads: in every stage and kind, each with the moves and notes that brought it
//! there. May use `domain`, `plan`, `words`.

use super::FOUNDED;
use super::plan::{Plan, at, fields};
use super::support::staff;
use super::words::{NEWS, NEXT, PLATFORMS, PROJECTS, SOURCES, TRADES};
use crate::board::Proposal;
use crate::board::intent::Author;
use crate::domain::choice::Choice;
use crate::domain::lead::{EndReason, LeadKind, Relation};
use crate::domain::money::{Currency, Money, WAN};
use crate::domain::{Fields, Id, Kind, Stage, Value};

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
    let owner = crew[n % crew.len()];
    create(plan, others, &lead, n, owner);
    follow(plan, &lead, &days, owner);
    side(plan, others, &lead, &days, n, owner);
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

/// Something done to a lead that is there.
fn step(
    plan: &mut Plan,
    lead: &LeadPlan,
    person: u32,
    day: i64,
    order: i64,
    act: impl FnOnce(&Author<'_>, Id) -> Proposal + 'static,
) {
    let slot = lead.slot;
    let moment = plan.moment(day, order);
    plan.event(moment, person, None, move |author, slots| act(author, at(slots, slot, Kind::Lead)));
}

/// The moves up to the stage that the lead stands at, with notes between them.
fn follow(plan: &mut Plan, lead: &LeadPlan, days: &Days, owner: u32) {
    let stages = match lead.stage {
        Stage::Park | Stage::End if lead.slot.is_multiple_of(2) => vec![Stage::Talk],
        Stage::Lead | Stage::Park | Stage::End => vec![],
        last => Stage::ACTIVE.into_iter().filter(|s| *s > Stage::Lead && *s <= last).collect(),
    };
    let builds = lead.kind != LeadKind::Talent && matches!(lead.division, 1 | 4 | 5);
    for stage in stages.into_iter().filter(|s| builds || *s != Stage::Build) {
        let (day, sets) = demanded(plan, lead, days, owner, stage);
        step(plan, lead, owner, day, 2 + stage as i64, move |a, id| a.move_to(id, stage, sets, ""));
    }
    let last = match lead.stage {
        Stage::Talk => days.verdict,
        Stage::Sign => days.signed,
        Stage::Land => days.landed,
        Stage::Build => days.started,
        _ => return,
    };
    notes(plan, lead, days.verdict, last, owner);
}

fn demanded(plan: &mut Plan, lead: &LeadPlan, days: &Days, owner: u32, stage: Stage) -> (i64, Fields) {
    let amount = if lead.is_foreign {
        Value::Money(Money { amount: lead.amount / 7, currency: Currency::USD })
    } else {
        Value::Money(Money::cny(lead.amount))
    };
    let next = Value::text(plan.random.pick(&NEXT));
    let contract = if lead.framework { "framework" } else { "binding" };
    let paid = Value::Money(Money::cny(lead.paid_in));
    let agreed = if days.signed > 125 { -days.signed + 15 } else { plan.random.between(-20, 120) };
    let list = |list: [(&str, Value); 6]| fields(Kind::Lead, list);
    let none = || ("content", Value::Empty);
    match stage {
        Stage::Talk => {
            // The one that nobody has touched since is not overdue besides.
            let due = plan.date(if days.verdict > 180 { 20 } else { 14 - days.verdict });
            let owner = Value::Ref(Id::new(Kind::Person, owner));
            let verdict = Value::text("符合产业方向，跟进");
            let sets = [
                ("owner", owner),
                ("next_step", next),
                ("due", due),
                ("verdict", verdict),
                ("amount", amount),
                none(),
            ];
            (days.verdict, list(sets))
        }
        Stage::Sign => {
            let parties = [
                ("signed", plan.date(-days.signed)),
                ("contract_type", Value::Choice(contract)),
                ("agreed_start", plan.date(agreed)),
                ("consultancy", Value::text("演示咨询机构")),
                ("public_fund", Value::text("演示引导基金")),
                ("private_capital", Value::text("演示社会资本")),
            ];
            (days.signed, list(parties))
        }
        Stage::Land => {
            let company = format!("演示落地公司{:03}有限公司", lead.slot);
            let sets = [
                ("company", Value::text(company)),
                ("landed", plan.date(-days.landed)),
                ("operator", Value::text("演示运营公司")),
                ("paid_in", paid),
                none(),
                none(),
            ];
            (days.landed, list(sets))
        }
        Stage::Build => {
            (days.started, fields(Kind::Lead, [("started", plan.date(-days.started)), ("paid_in", paid)]))
        }
        _ => (days.running, fields(Kind::Lead, [("running", plan.date(-days.running)), ("paid_in", paid)])),
    }
}

/// Notes from the verdict on, and the last one, after which the lead has been silent.
fn notes(plan: &mut Plan, lead: &LeadPlan, verdict: i64, last: i64, owner: u32) {
    if lead.stage == Stage::Talk && verdict > 180 {
        return;
    }
    let quiet = match plan.random.between(0, 99) {
        0..60 => plan.random.between(1, 25),
        60..78 => plan.random.between(32, 55),
        78..92 => plan.random.between(62, 86),
        _ => plan.random.between(93, 130),
    };
    let quiet = quiet.min(last);
    let mut day = verdict - plan.random.between(6, 20);
    while day > quiet + 4 {
        let text = plan.random.pick(&NEWS);
        step(plan, lead, owner, day, 0, move |author, id| author.note(id, text, true, Vec::new()));
        day -= plan.random.between(14, 40);
    }
    let due = match plan.random.between(0, 99) {
        0..20 if matches!(lead.division, 1 | 4) => plan.random.between(-21, -1),
        12..30 => plan.random.between(0, 6),
        _ => plan.random.between(8, 45),
    };
    let (text, next) = (plan.random.pick(&NEWS), plan.random.pick(&NEXT).to_owned());
    let due = plan.date(due);
    let next = fields(Kind::Lead, [("next_step", Value::text(next)), ("due", due)]);
    step(plan, lead, owner, quiet, 9, move |author, id| {
        let asked = next.into_iter().map(|(field, to)| (field, author.board.value(id, field), to));
        author.note(id, text, true, asked.collect())
    });
}

/// How it left the way: parked, ended, or ended as a duplicate.
fn side(plan: &mut Plan, others: &[LeadPlan], lead: &LeadPlan, days: &Days, n: usize, owner: u32) {
    match lead.stage {
        Stage::Park => {
            let ahead = plan.random.between(12, 80);
            let Value::Date(wake) = plan.date(ahead) else { return };
            step(plan, lead, owner, days.side, 8, move |author, id| {
                author.park(id, wake, "企业投资计划推迟")
            });
        }
        Stage::End => {
            let twin = elder(others, lead, None).filter(|_| n % 3 == 1);
            if let Some(twin) = twin {
                let (slot, moment) = (lead.slot, plan.moment(days.side, 8));
                plan.event(moment, owner, None, move |author, slots| {
                    author.duplicate(at(slots, slot, Kind::Lead), at(slots, twin, Kind::Lead))
                });
                return;
            }
            let reasons = EndReason::ALL.iter().filter(|r| **r != EndReason::Duplicate);
            let reason = reasons.copied().nth(lead.slot % 6).unwrap_or(EndReason::Other);
            step(plan, lead, owner, days.side, 8, move |author, id| author.end(id, reason, "多次沟通后确认"));
        }
        _ => {}
    }
}
