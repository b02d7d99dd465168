//! The demo's people, divisions, Six Ones, support requests and marks.
//! May use `domain`, `plan`, `words`.

use super::leads::LeadPlan;
use super::plan::{Plan, at, fields};
use super::words::{ABOUT, TRADES};
use super::{FOUNDED, FOUNDER};
use crate::domain::{Id, Kind, Value};

/// How many people the roster has, the founder included.
const PEOPLE: u32 = 30;

/// The people of a division: its head first. Person 1 is the founder.
pub(super) fn staff(division: u32) -> Vec<u32> {
    (2..=PEOPLE).filter(|no| (no - 2) % 6 + 1 == division).collect()
}

pub(super) fn head(division: u32) -> u32 {
    division + 1
}

pub(super) fn people(plan: &mut Plan) {
    let begin = plan.moment(FOUNDED - 1, 0);
    for no in 2..=PEOPLE {
        let role = if no % 9 == 0 { "viewer" } else { "editor" };
        let list = fields(
            Kind::Person,
            [
                ("name", Value::text(format!("演示员{no:02}"))),
                ("division", Value::Ref(Id::division((no - 2) % 6 + 1))),
                ("login", Value::text(plan.login(no))),
                ("role", Value::Choice(role)),
                ("on_post", Value::Flag(no < 28)),
            ],
        );
        // Ids are given in the order of time, so each comes a minute after the last.
        let moment = begin + chrono::Duration::minutes(i64::from(no));
        plan.create(moment, 1, Kind::Person, list);
    }
}

pub(super) fn divisions(plan: &mut Plan) {
    let moment = plan.moment(FOUNDED - 2, 0);
    let period = fields(
        Kind::Charter,
        [
            ("name_zh", Value::text("演示：挂图作战")),
            ("name_en", Value::text("DEMO campaign")),
            ("period_start", plan.date(2 - FOUNDED)),
            ("period_end", plan.date(75)),
        ],
    );
    plan.edit(moment, 1, Id::CHARTER, period);
    for (trade, no) in TRADES.iter().zip(1_u32..) {
        let nodes = trade.nodes.iter().map(|node| (*node).to_owned()).collect();
        let company = Id::new(Kind::Unit, 9 + (no - 1) % 5);
        let sets = fields(
            Kind::Division,
            [
                ("positioning", Value::text(trade.positioning)),
                ("chain_nodes", Value::Words(nodes)),
                ("head", Value::Ref(Id::new(Kind::Person, head(no)))),
                ("host_company", Value::Ref(company)),
            ],
        );
        let moment = plan.moment(FOUNDED - 2, i64::from(no));
        plan.edit(moment, 1, Id::division(no), sets);
    }
}

/// How far each of the six has come, a letter a kind: vacant, preparing, ready; lower case late.
const SIX: [&str; 6] = ["RRPRPp", "RPRPVV", "RRVVPP", "RRRPRp", "RPRVPV", "RRVVRP"];
const SIX_NAMES: [&str; 6] = ["专业招商队伍", "产业联盟", "孵化器", "专业园区", "产业基金", "专项政策"];

pub(super) fn six_ones(plan: &mut Plan) {
    for (states, division) in SIX.iter().zip(1_u32..) {
        for (state, which) in states.chars().zip(0_u32..) {
            let id = Id::new(Kind::SixOne, (division - 1) * 6 + which + 1);
            let crew = staff(division);
            let person = crew[which as usize % crew.len()];
            let days = if state == 'p' { -9 } else { i64::from(which) * 11 + 4 };
            let owner = Value::Ref(Id::new(Kind::Person, person));
            let first = fields(Kind::SixOne, [("owner", owner), ("due", plan.date(days))]);
            let moment = plan.moment(FOUNDED - 6 - i64::from(which), i64::from(division));
            plan.edit(moment, head(division), id, first);
            if state == 'V' {
                continue;
            }
            let kind = SIX_NAMES[which as usize];
            let name = format!("演示{}{kind}", TRADES[division as usize - 1].line);
            let sets =
                fields(Kind::SixOne, [("state", Value::Choice("preparing")), ("name", Value::text(name))]);
            let moment = plan.moment(120 - i64::from(which * 8 + division), 3);
            plan.edit(moment, person, id, sets);
            if state == 'R' {
                let moment = plan.moment(60 - i64::from(which * 7 + division * 2), 6);
                let sets = fields(Kind::SixOne, [("state", Value::Choice("ready"))]);
                plan.edit(moment, person, id, sets);
            }
        }
    }
}

pub(super) fn requests(plan: &mut Plan, leads: &[LeadPlan]) {
    for ((about, policy), n) in ABOUT.iter().chain(&ABOUT[..8]).zip(0_u32..) {
        let division = n % 6 + 1;
        let own: Vec<&LeadPlan> = leads.iter().filter(|l| l.division == division && l.is_old).collect();
        let lead = own.get(n as usize % own.len().max(1)).filter(|_| n % 3 != 2).map(|l| l.slot);
        let raised = 70 - i64::from(n) * 3;
        let due = if n % 5 == 1 { -i64::from(n) / 2 - 3 } else { i64::from(n) * 2 + 3 };
        let list = fields(
            Kind::Request,
            [
                ("division", Value::Ref(Id::division(division))),
                ("unit", Value::Ref(Id::new(Kind::Unit, 1 + n % 8))),
                ("about", Value::text(*about)),
                ("nature", Value::Choice(if *policy { "policy" } else { "environment" })),
                ("due", plan.date(due)),
            ],
        );
        let slot = plan.slot();
        let moment = plan.moment(raised, 4);
        plan.event(moment, head(division), Some(slot), move |author, slots| {
            let lead = lead.map(|lead| at(slots, lead, Kind::Lead));
            let mut list = list;
            list.extend(fields(Kind::Request, [("lead", lead.map_or(Value::Empty, Value::Ref))]));
            author.create(Kind::Request, list)
        });
        let states: &[&'static str] = match n % 5 {
            0 => &["working", "done"],
            1 | 3 => &["working"],
            2 => &[],
            _ => &["returned"],
        };
        for (state, step) in states.iter().copied().zip(1_i64..) {
            let moment = plan.moment((raised - step * 5).max(1), 5 + step);
            plan.event(moment, 1, None, move |author, slots| {
                let id = at(slots, slot, Kind::Request);
                author.edit(id, fields(Kind::Request, [("state", Value::Choice(state))]))
            });
        }
    }
}

pub(super) fn marks(plan: &mut Plan) {
    for (name, days) in [("演示动员大会", 150), ("演示季度调度会", 64), ("演示周调度会", 7)]
    {
        let moment = plan.moment(days, 9);
        plan.create(moment, 1, Kind::Mark, fields(Kind::Mark, [("name", Value::text(name))]));
    }
    let moment = plan.moment(FOUNDED - 2, 9);
    let note = format!("由{FOUNDER}建板");
    plan.create(moment, 1, Kind::Mark, fields(Kind::Mark, [("name", Value::text(note))]));
}
