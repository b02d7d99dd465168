//! The demo's people, divisions, Six Ones, support requests and marks.
//! May use `domain`, `plan`, `words`.

use super::leads::LeadPlan;
use super::plan::{Plan, at, fields};
use super::words::{ABOUT, TRADES};
use super::{FOUNDED, FOUNDER};
use crate::domain::request::RequestState;
use crate::domain::{Id, Kind, Value};

/// How many people the divisions have, the founder included.
const PEOPLE: u32 = 30;

/// People of the departments, after those of the divisions: each with the unit.
const CLERKS: [(u32, u32); 2] = [(31, 3), (32, 1)];

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
    for (no, unit) in CLERKS {
        let list = fields(
            Kind::Person,
            [
                ("name", Value::text(format!("演示员{no:02}"))),
                ("unit", Value::Ref(Id::new(Kind::Unit, unit))),
                ("login", Value::text(plan.login(no))),
                ("role", Value::Choice("editor")),
                ("on_post", Value::Flag(true)),
            ],
        );
        let moment = begin + chrono::Duration::minutes(i64::from(no));
        plan.event(moment, 1, None, move |author, _| author.create(Kind::Person, list));
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

/// The unit that each of the first requests goes to: some are asked for much, some for nothing yet.
const ASKED: [u32; 20] = [1, 3, 3, 2, 4, 3, 5, 1, 3, 6, 3, 2, 3, 10, 1, 3, 4, 7, 3, 2];

/// A request and its way, in days before and after now.
struct Asked {
    division: u32,
    unit: u32,
    about: (&'static str, bool),
    lead: Option<usize>,
    raised: i64,
    due: i64,
    /// How far it comes, each state with what is said of it, and so many days from one to the next.
    states: &'static [(RequestState, &'static str)],
    pace: i64,
}

const DONE: &[(RequestState, &str)] =
    &[(RequestState::Working, ""), (RequestState::Done, "演示：已协调到位，请查收")];
const WORKING: &[(RequestState, &str)] = &[(RequestState::Working, "")];
const RETURNED: &[(RequestState, &str)] = &[(RequestState::Returned, "演示：材料不全，请补充后再提")];

pub(super) fn requests(plan: &mut Plan, leads: &[LeadPlan]) {
    for ((about, unit), n) in ABOUT.iter().chain(&ABOUT[..8]).zip(ASKED).zip(0_u32..) {
        let division = n % 6 + 1;
        let own: Vec<&LeadPlan> = leads.iter().filter(|l| l.division == division && l.is_old).collect();
        let states = match n % 5 {
            0 => DONE,
            1 | 3 => WORKING,
            2 => &[],
            _ => RETURNED,
        };
        let asked = Asked {
            division,
            unit,
            about: *about,
            lead: own.get(n as usize % own.len().max(1)).filter(|_| n % 3 != 2).map(|l| l.slot),
            raised: 70 - i64::from(n) * 3,
            due: if n % 5 == 1 { -i64::from(n) / 2 - 3 } else { i64::from(n) * 2 + 3 },
            states,
            pace: 3 + i64::from(n) % 4 * 2,
        };
        request(plan, &asked);
    }
}

/// Requests of the last days, after all else: the office answers faster than it did.
pub(super) fn late_requests(plan: &mut Plan) {
    let table = [
        (2, 3, ABOUT[1], 12, -6, DONE, 1),
        (4, 1, ABOUT[11], 11, -4, DONE, 2),
        (1, 3, ABOUT[8], 9, 6, DONE, 2),
        (6, 3, ABOUT[6], 5, 9, &[][..], 1),
    ];
    for (division, unit, about, raised, due, states, pace) in table {
        request(plan, &Asked { division, unit, about, lead: None, raised, due, states, pace });
    }
}

fn request(plan: &mut Plan, asked: &Asked) {
    let Asked { division, unit, about: (about, policy), lead, raised, due, states, pace } = *asked;
    let list = fields(
        Kind::Request,
        [
            ("division", Value::Ref(Id::division(division))),
            ("unit", Value::Ref(Id::new(Kind::Unit, unit))),
            ("about", Value::text(about)),
            ("nature", Value::Choice(if policy { "policy" } else { "environment" })),
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
    // Whoever works in the unit answers; for the others the founder does.
    let clerk = CLERKS.iter().find(|(_, of)| *of == unit).map_or(1, |(person, _)| *person);
    for ((state, said), step) in states.iter().copied().zip(1_i64..) {
        let moment = plan.moment((raised - step * pace).max(1), 5 + step);
        plan.event(moment, clerk, None, move |author, slots| {
            author.answer(at(slots, slot, Kind::Request), state, said)
        });
    }
}

/// Meetings; at the first one the targets in some slots are pledged.
pub(super) fn marks(plan: &mut Plan, pledged: Vec<usize>) {
    let first = plan.moment(150, 9);
    plan.event(first, 1, None, move |author, slots| {
        let name = fields(Kind::Mark, [("name", Value::text("演示动员大会"))]);
        let mut proposal = author.create(Kind::Mark, name);
        let mark = Value::Ref(Id::provisional(Kind::Mark, 0));
        for slot in pledged {
            let sets = fields(Kind::Target, [("pledged", mark.clone())]);
            proposal.changes.extend(author.edit(at(slots, slot, Kind::Target), sets).changes);
        }
        proposal
    });
    for (name, days) in [("演示季度调度会", 64), ("演示周调度会", 7)] {
        let moment = plan.moment(days, 9);
        plan.create(moment, 1, Kind::Mark, fields(Kind::Mark, [("name", Value::text(name))]));
    }
    let moment = plan.moment(FOUNDED - 2, 9);
    let note = format!("由{FOUNDER}建板");
    plan.create(moment, 1, Kind::Mark, fields(Kind::Mark, [("name", Value::text(note))]));
}
