//! The verb under way: which records it is for, and how they stood when it began. Decided once, so
//! that what is marked or where the cursor is later changes nothing. May use `app`.

use super::deed::Deed;
use super::{request, stage};
use crate::board::{Proposal, RequestId};
use crate::domain::{Choice, Id, Kind};
use crate::say;
use crate::ui::action::Action;
use crate::ui::app::App;
use crate::ui::event::Cx;
use crate::ui::key::Key;
use crate::ui::place::Place;
use crate::ui::show;

/// See the module.
#[derive(Debug, Clone, Default)]
pub(in crate::ui) struct Doing {
    /// The records.
    pub(in crate::ui) ids: Vec<Id>,
    /// The stages of those that are leads and the states of requests, as they were.
    stands: Vec<Option<&'static str>>,
    /// What the picker on top offers, in its order.
    pub(in crate::ui) offered: Vec<Id>,
    /// What can be done of something that cannot be done for all, until it is decided.
    pub(in crate::ui) pending: Option<(Proposal, Vec<Id>)>,
}

impl Doing {
    /// A verb begins for some records.
    pub(in crate::ui) fn begin(ids: Vec<Id>, cx: &Cx<'_>) -> Self {
        let stands = ids.iter().map(|id| stand(*id, cx)).collect();
        Self { ids, stands, ..Self::default() }
    }

    /// The records that a verb asked about one of them is for.
    pub(in crate::ui) fn meant(&self, id: Id) -> Vec<Id> {
        if self.ids.contains(&id) { self.ids.clone() } else { vec![id] }
    }

    /// Whether a lead or a request has moved since.
    fn has_moved(&self, id: Id, cx: &Cx<'_>) -> bool {
        let before = self.ids.iter().position(|one| *one == id).and_then(|at| self.stands[at]);
        before.is_some() && before != stand(id, cx)
    }
}

/// The stage of a lead, the state of a request; none of what has neither.
fn stand(id: Id, cx: &Cx<'_>) -> Option<&'static str> {
    match id.kind {
        Kind::Lead => cx.board.lead(id).map(|lead| lead.stage.code()),
        Kind::Request => cx.board.request(id).map(|request| request.state.code()),
        _ => None,
    }
}

/// Requests under way: for which records, and whether they are verdicts of the inbox.
pub(in crate::ui) type Sent = std::collections::HashMap<RequestId, (Vec<Id>, bool)>;

/// How a verb was called.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Call {
    /// By which key.
    pub(in crate::ui) key: Key,
    /// On the record under the cursor, or one that is meant instead of it.
    pub(in crate::ui) on: Option<Id>,
    /// Whether that one alone is meant, whatever is marked.
    pub(in crate::ui) alone: bool,
}

impl App {
    /// The records that an action is for: what is marked, where it is done to several and they can
    /// be seen, else the one that it was called on.
    pub(in crate::ui) fn meant(&self, action: Action, call: Call) -> Vec<Id> {
        let view = self.view();
        if call.alone || view.is_zoomed() || !super::is_for_all(action) {
            return call.on.into_iter().collect();
        }
        let marked = view.marked();
        if marked.is_empty() { call.on.into_iter().collect() } else { marked }
    }

    /// What a verb asked about a record is for, as a title names it: the record, or how many.
    pub(super) fn subject(&self, id: Id, cx: &Cx<'_>) -> String {
        let lang = self.look.lang;
        match self.doing.meant(id).len() {
            0 | 1 => format!("{id} {}", show::name(cx.board, id, lang)),
            count => say!(lang, "app-many", count = count),
        }
    }

    /// Why something may not be done to a record, where the board alone does not say so.
    pub(super) fn obstacle(&self, deed: &Deed, id: Id, cx: &Cx<'_>) -> Option<String> {
        let lang = self.look.lang;
        if deed.is_move() && self.place == Place::Inbox && self.inbox.has_left(id) {
            return Some(say!(lang, "app-dealt-with", id = id.to_string()));
        }
        if deed.is_move() && self.doing.has_moved(id, cx) {
            return Some(say!(lang, "app-moved-meanwhile", id = id.to_string()));
        }
        if let Deed::Step { forward, .. } = *deed
            && id.kind == Kind::Lead
            && stage::goal(cx.board, id, forward).is_none()
        {
            return Some(stage::no_goal(forward, lang));
        }
        if let Deed::Step { forward, .. } = *deed
            && id.kind == Kind::Request
            && request::goal(cx.board, id, forward).is_none()
        {
            return Some(say!(lang, "app-request-closed"));
        }
        (!deed.fits(cx.board, id)).then(|| say!(lang, "app-does-not-fit", id = id.to_string()))
    }
}
