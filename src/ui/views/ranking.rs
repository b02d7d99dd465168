//! Puts the records of kinds other than leads in an order: there are few, so that is done when they
//! are listed. May use `columns`, `order`, `domain`, `board`.

use std::cmp::Reverse;
use std::sync::Arc;

use chrono::NaiveDate;

use super::columns::What;
use super::order::Order;
use crate::board::order::{By, Scale, Sorted, due};
use crate::board::{Board, overview};
use crate::domain::{FieldKey, Id, Kind};

/// What a column is to the board.
pub(super) fn by(kind: Kind, what: What) -> By {
    let field = |key| FieldKey::find(kind, key).map_or(By::Id, By::Field);
    match what {
        What::Id => By::Id,
        What::Light => By::Light,
        What::Silent => By::Silent,
        What::Figures => By::Figures,
        What::Stage => field("stage"),
        What::Field(key) => field(key),
    }
}

/// Records of a kind in an order, by number.
pub(super) fn ranked(board: &Board, kind: Kind, order: Order, ids: Vec<Id>) -> impl Iterator<Item = u32> {
    let scale = Scale::new(board, by(kind, order.column(kind)));
    Arc::new(Sorted::of(&scale, ids.into_iter())).walk(order.is_descending(kind))
}

/// Puts the records of a kind other than leads in its own order.
pub(super) fn usual(board: &Board, kind: Kind, ids: &mut [Id]) {
    if kind == Kind::Request {
        let urgency = |id: Id| overview::light_of(board, id).signal;
        ids.sort_by_cached_key(|id| (Reverse(urgency(*id)), listed_due(board, *id), *id));
    } else if let Some(key) = FieldKey::find(kind, "division") {
        // People without a division come after those with one.
        let own = |id: Id| board.value(id, key).refs().first().map_or(u32::MAX, |id| id.no);
        let area = |id: Id| board.target(id).map(|target| target.area);
        ids.sort_by_cached_key(|id| (own(*id), area(*id), listed_due(board, *id), *id));
    }
}

/// The date by which those of a division are listed: the Six Ones keep their own order.
fn listed_due(board: &Board, id: Id) -> Option<NaiveDate> {
    due(board, id).filter(|_| id.kind != Kind::SixOne)
}
