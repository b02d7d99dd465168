//! What makes the demo's leads a cluster: trees that grow from an anchor, and deals with all five
//! parties. Told last, so that nothing before it changes. May use `domain`, `plan`.

use super::LeadPlan;
use crate::demo::plan::{Plan, at, fields};
use crate::demo::support::head;
use crate::domain::lead::Relation;
use crate::domain::{Choice, Kind, Stage, Value};

/// Who came from whom in each division, by the order in which its leads are told: an anchor, what it
/// recommended, what grew out of that.
const TREES: [(usize, usize, Relation); 6] = [
    (3, 0, Relation::Referral),
    (5, 0, Relation::SpinOff),
    (9, 3, Relation::Service),
    (11, 3, Relation::Referral),
    (13, 5, Relation::Referral),
    (15, 9, Relation::SpinOff),
];

/// Links the leads, and fills the parties that came later.
pub(in crate::demo) fn link(plan: &mut Plan, leads: &[LeadPlan]) {
    for division in (1..).take(super::MIX.len()) {
        let own: Vec<&LeadPlan> = leads.iter().filter(|lead| lead.division == division).collect();
        // Half of them have long chains, the others short ones.
        let depth = if division % 2 == 1 { TREES.len() } else { 2 };
        for (child, parent, relation) in TREES.into_iter().take(depth) {
            let (Some(child), Some(parent)) = (own.get(child), own.get(parent)) else { continue };
            let (slot, above) = (child.slot, parent.slot);
            let moment = plan.moment((child.created.min(parent.created) - 1).clamp(2, 60), 9);
            plan.event(moment, head(division), None, move |author, slots| {
                let parent = Value::Ref(at(slots, above, Kind::Lead));
                let sets = [("parent_lead", parent), ("relation", Value::Choice(relation.code()))];
                author.edit(at(slots, slot, Kind::Lead), fields(Kind::Lead, sets))
            });
        }
        for lead in own.iter().filter(|lead| matches!(lead.stage, Stage::Run | Stage::Build)) {
            let slot = lead.slot;
            let moment = plan.moment(30, 1);
            plan.event(moment, head(division), None, move |author, slots| {
                let sets = [("venture_capital", Value::text("演示创投基金"))];
                author.edit(at(slots, slot, Kind::Lead), fields(Kind::Lead, sets))
            });
        }
    }
}
