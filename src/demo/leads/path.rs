//! The way of a demo's lead: its moves, the notes between them, and how it left the way.
//! May use `domain`, `plan`, `words`.

use super::{Days, LeadPlan, elder};
use crate::board::Proposal;
use crate::board::intent::Author;
use crate::demo::plan::{Plan, at, fields};
use crate::demo::words::{NEWS, NEXT};
use crate::domain::choice::Choice;
use crate::domain::lead::{EndReason, LeadKind};
use crate::domain::money::{Currency, Money};
use crate::domain::{Fields, Id, Kind, Stage, Value};

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
pub(super) fn follow(plan: &mut Plan, lead: &LeadPlan, days: &Days, owner: u32) {
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
    let party = |is_there: bool, name: &str| if is_there { Value::text(name) } else { Value::Empty };
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
                ("consultancy", party(lead.slot % 4 != 1, "演示咨询机构")),
                ("public_fund", party(lead.slot % 3 != 1, "演示引导基金")),
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
pub(super) fn side(plan: &mut Plan, others: &[LeadPlan], lead: &LeadPlan, days: &Days, n: usize, owner: u32) {
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
