//! Which orders may share one sync: those that would be found good alone and that touch nothing in
//! common, so that each may be checked against the Board as it stands. May use `domain`, `board`.

use std::collections::{HashMap, HashSet};

use crate::board::{Change, Checked, Origin, Proposal, RequestId};
use crate::domain::{Fields, Id, Kind, Value};

/// At most so many changes share a sync.
const MOST: usize = 4096;

/// What a Proposal touches.
#[derive(Debug, Default)]
pub(super) struct Touched {
    changed: HashSet<Id>,
    referred: HashSet<Id>,
    /// Changes what others are judged by: roles, logins, divisions, thresholds.
    alone: bool,
}

impl Touched {
    /// What a Proposal touches. Ids that are still to be given are its own.
    pub(super) fn by(proposal: &Proposal) -> Self {
        let mut touched = Self::default();
        for change in &proposal.changes {
            let id = change.id();
            touched.alone |= matches!(id.kind, Kind::Charter | Kind::Division | Kind::Unit | Kind::Person);
            if !id.is_provisional() {
                touched.changed.insert(id);
            }
            match change {
                Change::Set { from, to, .. } => touched.refer([from, to]),
                Change::Create { fields, .. }
                | Change::End { fields, .. }
                | Change::Restore { fields, .. } => touched.refer_all(fields),
            }
        }
        touched
    }

    fn refer_all(&mut self, fields: &Fields) {
        self.refer(fields.iter().map(|(_, value)| value));
    }

    fn refer<'a>(&mut self, values: impl IntoIterator<Item = &'a Value>) {
        let ids = values.into_iter().flat_map(Value::refs).filter(|id| !id.is_provisional());
        self.referred.extend(ids);
    }
}

/// Orders that share a sync, with what they touch together.
pub(super) struct Batch<R> {
    /// What is to be kept, in order.
    pub(super) checked: Vec<Checked>,
    /// Who is to be told, in the same order.
    pub(super) replies: Vec<R>,
    /// The highest number given so far of each kind.
    pub(super) given: HashMap<Kind, u32>,
    touched: Touched,
    logins: HashMap<String, bool>,
    requests: HashSet<RequestId>,
    size: usize,
}

impl<R> Default for Batch<R> {
    fn default() -> Self {
        Self {
            checked: Vec::new(),
            replies: Vec::new(),
            given: HashMap::new(),
            touched: Touched::default(),
            logins: HashMap::new(),
            requests: HashSet::new(),
            size: 0,
        }
    }
}

impl<R> Batch<R> {
    /// Whether an order may join. One that may not waits until this batch is on the Board.
    pub(super) fn admits(&self, login: &str, request: RequestId, takes_back: bool) -> bool {
        let again = self.logins.get(login);
        // Undo goes by what the login did last, so it is judged when that is on the Board.
        let mixed = again.is_some_and(|took_back| *took_back || takes_back);
        !self.touched.alone && self.size < MOST && !mixed && !self.requests.contains(&request)
    }

    /// Whether what an order touches is touched by nobody in the batch.
    pub(super) fn is_apart(&self, other: &Touched) -> bool {
        let ours = &self.touched;
        self.checked.is_empty()
            || (!other.alone
                && ours.changed.is_disjoint(&other.changed)
                && ours.changed.is_disjoint(&other.referred)
                && ours.referred.is_disjoint(&other.changed))
    }

    /// Takes a checked Transaction in.
    pub(super) fn join(&mut self, checked: Checked, touched: Touched, reply: R) {
        let tx = checked.transaction();
        for change in &tx.changes {
            if let Change::Create { id, .. } = change {
                let given = self.given.entry(id.kind).or_default();
                *given = (*given).max(id.no);
            }
        }
        self.size += tx.changes.len();
        self.requests.insert(tx.request);
        let took_back = self.logins.entry(tx.by.clone()).or_default();
        *took_back |= tx.origin != Origin::Do;
        self.touched.alone |= touched.alone;
        self.touched.changed.extend(touched.changed);
        self.touched.referred.extend(touched.referred);
        self.checked.push(checked);
        self.replies.push(reply);
    }
}
