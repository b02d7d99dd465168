//! One thing done to several records, as one Transaction with one undo. Each is judged alone first,
//! so that what cannot be done for some is known before anything is sent.
//! May use `board`, `check`, `number`.

use std::collections::HashMap;

use super::Author;
use crate::board::check;
use crate::board::number::number;
use crate::board::refusal::Refusal;
use crate::board::transaction::{Change, Label, Proposal};
use crate::domain::{Id, Kind};

/// What is to be done to several records.
#[derive(Debug, Clone, PartialEq)]
pub struct Many {
    /// All that can be done, as one; none where nothing can.
    pub proposal: Option<Proposal>,
    /// The records that it is about.
    pub ids: Vec<Id>,
    /// Those that are so already.
    pub same: Vec<Id>,
    /// The others, with why not.
    pub refused: Vec<(Id, Refusal)>,
}

impl Author<'_> {
    /// What `make` wants for each of some records, as one Proposal.
    #[must_use]
    pub fn many(&self, ids: &[Id], make: impl Fn(Id) -> Proposal) -> Many {
        let mut many = Many { proposal: None, ids: Vec::new(), same: Vec::new(), refused: Vec::new() };
        let mut given = HashMap::new();
        for id in ids {
            let one = make(*id);
            if one.changes.is_empty() {
                many.same.push(*id);
                continue;
            }
            if let Err(why) = self.judge(one.clone()) {
                many.refused.push((*id, why));
                continue;
            }
            many.ids.push(*id);
            match &mut many.proposal {
                None => many.proposal = Some(apart(one, &mut given)),
                Some(all) => {
                    all.label.to = all.label.to.filter(|to| one.label.to == Some(*to));
                    all.changes.extend(apart(one, &mut given).changes);
                }
            }
        }
        if let Some(all) = many.proposal.as_mut().filter(|_| many.ids.len() > 1) {
            let count = u32::try_from(many.ids.len()).unwrap_or(u32::MAX);
            let to = all.label.to;
            all.label = Label { to, ..Label::many(all.label.verb, all.label.name.clone(), count) };
        }
        many
    }

    /// Whether a Proposal would be accepted, but for the rights of its author.
    fn judge(&self, proposal: Proposal) -> Result<(), Refusal> {
        let seq = self.board.head().seq + 1;
        check(self.board, number(self.board, proposal).sign(seq, self.now, self.login)).map(drop)
    }
}

/// The same with placeholders that no other has. Nothing in it refers to what it creates.
fn apart(mut proposal: Proposal, given: &mut HashMap<Kind, u32>) -> Proposal {
    for change in &mut proposal.changes {
        if let Change::Create { id, .. } = change
            && id.is_provisional()
        {
            let next = given.entry(id.kind).or_default();
            *id = Id::provisional(id.kind, *next);
            *next += 1;
        }
    }
    proposal
}
