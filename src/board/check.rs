//! Whether a Transaction may be applied: every `from` still holds, every value fits, every
//! reference stands, every rule of the record types is kept. May use `domain`, `board`, `rules`.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::any::{self, AnyRecord};
use super::records::Board;
use super::refusal::Refusal;
use super::rules::{self, Case, Kept};
use super::transaction::{Change, Transaction, Verb};
use crate::domain::{Division, FieldKey, Id, Kind, Misfit, Person, Value};

/// How far above the highest number of its kind a new record may stand: more than any import has.
const LEAP: u32 = 4_000_000;

/// A Transaction that was found good against the Board as it stands: only `check` makes one, and
/// `apply` takes nothing else.
#[derive(Debug)]
pub struct Checked {
    pub(super) tx: Arc<Transaction>,
    /// Each record that changes, as it becomes; none where it is taken off.
    pub(super) after: Vec<(Id, Option<AnyRecord>)>,
}

impl Checked {
    /// The Transaction that was checked.
    #[must_use]
    pub const fn transaction(&self) -> &Arc<Transaction> {
        &self.tx
    }

    /// Each record that changes, as it becomes; none where it is taken off.
    #[must_use]
    pub fn after(&self) -> &[(Id, Option<AnyRecord>)] {
        &self.after
    }
}

/// Checks a Transaction against the Board.
///
/// # Errors
/// The first reason why it may not be applied; then nothing is changed.
pub fn check(board: &Board, tx: Transaction) -> Result<Checked, Refusal> {
    let mut draft = Draft { board, after: Vec::new(), places: HashMap::new() };
    for change in &tx.changes {
        draft.take(change)?;
    }
    draft.check_removals()?;
    draft.check_refs()?;
    draft.check_parents()?;
    draft.check_rules(&tx)?;
    draft.check_admins()?;
    Ok(Checked { after: draft.after, tx: Arc::new(tx) })
}

/// The records as the Transaction would leave them.
struct Draft<'a> {
    board: &'a Board,
    after: Vec<(Id, Option<AnyRecord>)>,
    places: HashMap<Id, usize>,
}

impl Draft<'_> {
    fn take(&mut self, change: &Change) -> Result<(), Refusal> {
        match change {
            Change::Create { id, fields } | Change::Restore { id, fields } => self.create(*id, fields),
            Change::Set { id, field, from, to } => self.set(*id, *field, from, to),
            Change::End { id, fields } => self.end(*id, fields),
        }
    }

    /// The place in `after` of a record that is on the board or was created by this Transaction.
    fn place(&mut self, id: Id) -> Result<usize, Refusal> {
        if let Some(place) = self.places.get(&id) {
            return Ok(*place);
        }
        let record = self.board.record(id).ok_or(Refusal::Gone(id))?;
        Ok(self.put(id, Some(record)))
    }

    fn put(&mut self, id: Id, record: Option<AnyRecord>) -> usize {
        let place = self.after.len();
        self.after.push((id, record));
        self.places.insert(id, place);
        place
    }

    fn create(&mut self, id: Id, fields: &[(FieldKey, Value)]) -> Result<(), Refusal> {
        if self.board.has(id) || self.places.get(&id).is_some_and(|at| self.after[*at].1.is_some()) {
            return Err(Refusal::Taken(id));
        }
        // A table is as long as its highest number: nobody makes it longer than what it holds.
        let room = self.board.issued(id.kind).saturating_add(LEAP);
        if id.no == 0 || id.is_provisional() || id.no > room {
            return Err(Refusal::Gone(id));
        }
        let record = AnyRecord::from_fields(id.kind, fields).map_err(|(field, why)| Refusal::Misfit {
            id,
            field,
            why,
        })?;
        match self.places.get(&id) {
            Some(at) => self.after[*at].1 = Some(record),
            None => {
                self.put(id, Some(record));
            }
        }
        Ok(())
    }

    fn set(&mut self, id: Id, field: FieldKey, from: &Value, to: &Value) -> Result<(), Refusal> {
        let at = self.place(id)?;
        let board = self.board;
        let record = self.after[at].1.as_mut().ok_or(Refusal::Gone(id))?;
        if field.kind() != id.kind {
            return Err(Refusal::Misfit { id, field, why: Misfit::Sort });
        }
        let theirs = record.get(field);
        if theirs != *from && theirs != any::canonical(field, from.clone()) {
            let by = board.touched(id).map_or_else(String::new, |(_, _, by)| by.to_owned());
            return Err(Refusal::Conflict { id, field, mine: to.clone(), theirs, by });
        }
        record.set(field, to.clone()).map_err(|why| Refusal::Misfit { id, field, why })
    }

    fn end(&mut self, id: Id, fields: &[(FieldKey, Value)]) -> Result<(), Refusal> {
        let at = self.place(id)?;
        let by = self.board.touched(id).map_or("", |(_, _, by)| by);
        let record = self.after[at].1.take().ok_or(Refusal::Gone(id))?;
        if AnyRecord::from_fields(id.kind, fields).as_ref() != Ok(&record) {
            return Err(Refusal::Changed { id, by: by.to_owned() });
        }
        Ok(())
    }

    /// A record is taken off only where nothing that stays refers to it.
    fn check_removals(&self) -> Result<(), Refusal> {
        let removed: HashSet<Id> =
            self.after.iter().filter(|(_, r)| r.is_none()).map(|(id, _)| *id).collect();
        if removed.is_empty() {
            return Ok(());
        }
        let mut freed: HashMap<Id, u32> = HashMap::new();
        let mut held = None;
        for (id, record) in &self.after {
            self.board.each_ref(*id, |to| *freed.entry(to).or_default() += 1);
            if let Some(record) = record {
                record.each_ref(|to| held = held.or(removed.contains(&to).then_some(to)));
            }
        }
        if let Some(id) = held {
            return Err(Refusal::InUse { id, count: 1 });
        }
        for id in removed {
            let count = self.board.index().referrers(id) - freed.get(&id).copied().unwrap_or(0);
            if count > 0 {
                return Err(Refusal::InUse { id, count });
            }
        }
        Ok(())
    }

    fn check_refs(&self) -> Result<(), Refusal> {
        let mut gone = None;
        for (_, record) in &self.after {
            if let Some(record) = record {
                record.each_ref(|to| gone = gone.or((!self.stands(to)).then_some(to)));
            }
        }
        gone.map_or(Ok(()), |id| Err(Refusal::Gone(id)))
    }

    /// No lead comes from one that came from it: a referral tree has a root. What was so before is
    /// left alone, and no lead is passed twice on the way up, so that an import is looked through once.
    fn check_parents(&self) -> Result<(), Refusal> {
        let mut passed: HashSet<Id> = HashSet::new();
        for (id, record) in &self.after {
            let Some(AnyRecord::Lead(lead)) = record else { continue };
            let was = self.board.lead(*id).and_then(|before| before.parent_lead);
            let mut above = lead.parent_lead.filter(|_| lead.parent_lead != was);
            let mut way = HashSet::new();
            while let Some(parent) = above.filter(|parent| !passed.contains(parent)) {
                if !way.insert(parent) {
                    // It came under a circle that was there before.
                    break;
                }
                if parent == *id {
                    let why = if lead.parent_lead == Some(*id) { Misfit::Itself } else { Misfit::Loop };
                    return Err(Refusal::Misfit {
                        id: *id,
                        field: rules::key(Kind::Lead, "parent_lead"),
                        why,
                    });
                }
                above = self.parent(parent);
            }
            passed.extend(way);
        }
        Ok(())
    }

    /// The parent of a lead after the Transaction.
    fn parent(&self, id: Id) -> Option<Id> {
        match self.places.get(&id) {
            Some(at) => match self.after[*at].1.as_ref() {
                Some(AnyRecord::Lead(lead)) => lead.parent_lead,
                _ => None,
            },
            None => self.board.lead(id)?.parent_lead,
        }
    }

    fn stands(&self, id: Id) -> bool {
        self.places.get(&id).map_or_else(|| self.board.has(id), |at| self.after[*at].1.is_some())
    }

    fn check_rules(&self, tx: &Transaction) -> Result<(), Refusal> {
        let mut logins: HashMap<&str, Id> = HashMap::new();
        for (id, record) in &self.after {
            let Some(record) = record else { continue };
            if let AnyRecord::Person(person) = record
                && !person.login.is_empty()
                && let Some(other) = logins.insert(&person.login, *id)
            {
                return Err(Refusal::Double { id: *id, field: rules::key(Kind::Person, "login"), other });
            }
            check_required(*id, record)?;
            self.check_rule(tx, *id, record)?;
        }
        Ok(())
    }

    /// A board that had an admin keeps one, or nobody could ever give rights again.
    fn check_admins(&self) -> Result<(), Refusal> {
        let is_after =
            |record: &Option<AnyRecord>| matches!(record, Some(AnyRecord::Person(p)) if p.is_admin());
        let was = |id: Id| self.board.person(id).is_some_and(Person::is_admin);
        let lost = self.after.iter().any(|(id, record)| was(*id) && !is_after(record));
        if !lost || self.after.iter().any(|(_, record)| is_after(record)) {
            return Ok(());
        }
        let others = self.board.people().iter().map(|(id, _)| id);
        let stays = others.filter(|id| !self.places.contains_key(id)).any(was);
        if stays { Ok(()) } else { Err(Refusal::LastAdmin) }
    }

    fn check_rule(&self, tx: &Transaction, id: Id, record: &AnyRecord) -> Result<(), Refusal> {
        let before = self.board.record(id);
        macro_rules! rule {
            ($($kind:ident)+) => {
                match record { $( AnyRecord::$kind(after) => after.rule(&Case {
                    board: self.board,
                    id,
                    before: match &before { Some(AnyRecord::$kind(b)) => Some(b.as_ref()), _ => None },
                    origin: tx.origin,
                    has_reason: !tx.why.trim().is_empty(),
                    is_brought: tx.label.verb == Verb::Import,
                    division: self.division_of(record),
                }), )+ }
            };
        }
        rule!(Charter Division Unit Person Target SixOne Lead Note Request Mark)
    }

    /// The division that a lead stands in after the Transaction.
    fn division_of(&self, record: &AnyRecord) -> Option<&Division> {
        let AnyRecord::Lead(lead) = record else { return None };
        let id = lead.division.filter(|id| id.kind == Kind::Division)?;
        match self.places.get(&id).and_then(|at| self.after[*at].1.as_ref()) {
            Some(AnyRecord::Division(division)) => Some(division),
            _ => self.board.division(id),
        }
    }
}

fn check_required(id: Id, record: &AnyRecord) -> Result<(), Refusal> {
    let mut required = FieldKey::all(id.kind).filter(|f| f.spec().required);
    match required.find(|field| record.get(*field).is_empty()) {
        Some(field) => Err(Refusal::Misfit { id, field, why: Misfit::Required }),
        None => Ok(()),
    }
}
