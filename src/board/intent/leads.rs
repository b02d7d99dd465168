//! What is proper to leads: moves between stages, parking, ending, duplicates, transfer.
//! May use `domain`, `board`.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::draft::{Draft, field};
use super::{Asked, Author};
use crate::board::cluster::referrals;
use crate::board::transaction::{Change, Proposal, Verb};
use crate::domain::choice::Choice;
use crate::domain::lead::EndReason;
use crate::domain::{FieldKey, Id, Kind, Stage, Value, date};

impl Author<'_> {
    /// Moves a lead to a stage, with what the move demands. Kept with it: `stage_since`; on the
    /// verdict `verdict_by`, `verdict_at` and `first_talk`; where it leaves for a side state
    /// `left_stage`; where it comes back, what the side state had set is cleared.
    #[must_use]
    pub fn move_to(&self, lead: Id, to: Stage, sets: Vec<(FieldKey, Value)>, why: &str) -> Proposal {
        let mut draft = Draft::new(self.board, lead);
        for (field, value) in sets {
            draft.set(field, value);
        }
        self.finish_move(draft, to, why)
    }

    /// Like `move_to`, with what a form asked for.
    #[must_use]
    pub fn move_from(&self, lead: Id, to: Stage, sets: Vec<Asked>, why: &str) -> Proposal {
        self.finish_move(Draft::from_form(self.board, lead, sets), to, why)
    }

    pub(super) fn finish_move(&self, mut draft: Draft<'_>, to: Stage, why: &str) -> Proposal {
        let verb = follow_move(self, &mut draft, to);
        let mut proposal = self.one(verb, draft, why);
        proposal.label.to = Some(to);
        proposal
    }

    /// Accepts a lead in a division: the verdict 跟进. Where it says nothing else its owner is the
    /// division's head, its next step `next_step`, due in the charter's days; an owner of another
    /// division gives way to a head too. `owner` is who answers for it where neither it nor the division has one.
    #[must_use]
    pub fn accept(&self, lead: Id, division: Id, next_step: &str, owner: Option<Id>) -> Proposal {
        let mut draft = Draft::new(self.board, lead);
        draft.put("division", Value::Ref(division));
        let before = self.board.lead(lead);
        let stands = before.and_then(|lead| lead.owner);
        let home = stands.and_then(|id| self.board.person(id)).and_then(|person| person.division);
        let stays = stands.is_some() && home.is_none_or(|home| home == division);
        let head = self.board.division(division).and_then(|division| division.head);
        let given = owner.filter(|_| stands.is_none());
        if let Some(owner) = head.or(given).filter(|_| !stays) {
            draft.put("owner", Value::Ref(owner));
        }
        if draft.value("next_step").is_empty() {
            draft.put("next_step", Value::text(next_step));
        }
        if draft.value("due").is_empty() {
            let days = u64::try_from(self.board.charter().next_step_days).unwrap_or(0);
            draft.put("due", Value::Date(date::plus_days(self.today(), days)));
        }
        self.finish_move(draft, Stage::Talk, "")
    }

    /// Parks a lead until a date, on which it returns to the inbox.
    #[must_use]
    pub fn park(&self, lead: Id, wake: NaiveDate, why: &str) -> Proposal {
        self.move_to(lead, Stage::Park, vec![(field(Kind::Lead, "wake_date"), Value::Date(wake))], why)
    }

    /// Ends a lead for a reason of the list, with words if there are any.
    #[must_use]
    pub fn end(&self, lead: Id, reason: EndReason, why: &str) -> Proposal {
        let reason = (field(Kind::Lead, "end_reason"), Value::Choice(reason.code()));
        self.move_to(lead, Stage::End, vec![reason], why)
    }

    /// Ends a lead as a duplicate of another, which receives its notes and what refers to it.
    #[must_use]
    pub fn duplicate(&self, lead: Id, of: Id) -> Proposal {
        // Of one that is a duplicate itself, the one that stays is meant. Undoing in another order than
        // doing can leave leads that are duplicates of each other.
        let (mut of, mut seen) = (of, BTreeSet::from([lead]));
        while seen.insert(of)
            && let Some(next) = self.board.lead(of).and_then(|lead| lead.duplicate_of)
        {
            of = next;
        }
        let reason = Value::Choice(EndReason::Duplicate.code());
        let sets = vec![
            (field(Kind::Lead, "end_reason"), reason),
            (field(Kind::Lead, "duplicate_of"), Value::Ref(of)),
        ];
        let mut proposal = self.move_to(lead, Stage::End, sets, "");
        proposal.label.verb = Verb::Duplicate;
        if lead != of {
            proposal.changes.extend(self.links(lead, of));
        }
        proposal
    }

    /// What refers to a lead, to refer to another from now on: notes, support requests, and leads that
    /// came from it or through it. The one it is to refer to is left as it is, and so are those that
    /// it came from itself: no lead comes from one that came from it.
    fn links(&self, lead: Id, of: Id) -> Vec<Change> {
        let index = self.board.index();
        let set = |id: Id, key: &str| {
            let (field, from, to) = (field(id.kind, key), Value::Ref(lead), Value::Ref(of));
            Change::Set { id, field, from, to }
        };
        let mut links: Vec<Change> = index.notes(lead).map(|id| set(id, "subject")).collect();
        links.extend(index.requests(lead).map(|id| set(id, "lead")));
        let known = u32::try_from(links.len()).unwrap_or(u32::MAX);
        if index.referrers(lead) > known {
            let above = referrals::above(self.board, of);
            let others = self.board.leads().iter().filter(|(id, _)| *id != of && *id != lead);
            for (id, other) in others {
                let refs = [
                    ("parent_lead", other.parent_lead.filter(|_| !above.contains(&id))),
                    ("via_platform", other.via_platform),
                    ("duplicate_of", other.duplicate_of),
                ];
                links.extend(
                    refs.into_iter().filter(|(_, to)| *to == Some(lead)).map(|(key, _)| set(id, key)),
                );
            }
        }
        links
    }

    /// Moves a lead to another division. An owner who works in the division it leaves gives it
    /// up to the head of the new one, if that has a head.
    #[must_use]
    pub fn transfer(&self, lead: Id, division: Id, why: &str) -> Proposal {
        let mut draft = Draft::new(self.board, lead);
        draft.put("division", Value::Ref(division));
        let head = self.board.division(division).and_then(|d| d.head);
        if let Some(before) = self.board.lead(lead).filter(|before| before.division != Some(division)) {
            let home = before.owner.and_then(|id| self.board.person(id)).and_then(|p| p.division);
            let stays = home.is_some() && home != before.division;
            if let Some(head) = head.filter(|_| !stays) {
                draft.put("owner", Value::Ref(head));
            }
            let mut shared = before.co_divisions.clone();
            shared.retain(|id| *id != division);
            draft.put("co_divisions", Value::Refs(shared));
        }
        self.one(Verb::Transfer, draft, why)
    }
}

/// Puts the stage and lets the kept fields follow. Gives the word for it.
pub(super) fn follow_move(author: &Author<'_>, draft: &mut Draft<'_>, to: Stage) -> Verb {
    let from = author.board.lead(draft.id()).map_or(Stage::Lead, |lead| lead.stage);
    draft.put("stage", Value::Choice(to.code()));
    if from == to {
        return Verb::Edit;
    }
    let today = Value::Date(author.today());
    draft.put("stage_since", today.clone());
    if from == Stage::Lead {
        draft.offer("verdict_by", Value::text(author.login));
        draft.offer("verdict_at", today.clone());
    }
    let active = Stage::ACTIVE.contains(&to);
    let fresh = matches!(from, Stage::Lead | Stage::Park);
    if fresh && active && to > Stage::Lead && draft.value("first_talk").is_empty() {
        draft.put("first_talk", today);
    }
    follow_side(draft, from, to);
    match (from, to) {
        (_, Stage::Park) => Verb::Park,
        (_, Stage::End) => Verb::End,
        (Stage::End, _) | (Stage::Park, Stage::Lead) => Verb::Reopen,
        (Stage::Park, _) => Verb::Move,
        (from, to) if to > from => Verb::Move,
        _ => Verb::Back,
    }
}

/// What entering and leaving the side states set and clear.
fn follow_side(draft: &mut Draft<'_>, from: Stage, to: Stage) {
    if matches!(to, Stage::Park | Stage::End) && from != Stage::End {
        draft.put("left_stage", Value::Choice(from.code()));
    }
    if from == Stage::Park && to != Stage::End {
        draft.put("wake_date", Value::Empty);
        draft.put("left_stage", Value::Empty);
    }
    if from == Stage::End {
        draft.put("end_reason", Value::Empty);
        draft.put("duplicate_of", Value::Empty);
        draft.put("left_stage", Value::Empty);
    }
}
