//! View 6, the cluster 产业集群: the chains and their gaps, who brought whom, what comes through
//! platforms, the five parties of deals. This file holds what was chosen; `draw` and the files
//! named after the faces draw it. May use `board::cluster`.

mod chain;
mod draw;
mod lists;
mod node;
mod parties;
mod steps;

use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use super::{Opening, Step, View, given};
use crate::board::Behind;
use crate::board::cluster::parties::Completeness;
use crate::board::cluster::platforms::Platforms;
use crate::board::cluster::referrals::{Branch, Snowball};
use crate::board::cluster::{self, Face};
use crate::domain::lead::{LeadKind, Relation};
use crate::domain::{Choice, Fields, Id, Kind, Value};
use crate::ui::event::Cx;
use crate::ui::style::Look;
pub(super) use parties::strip;

/// A node of a division's chain by its place; none: what is on no node.
type Spot = (Id, Option<usize>);

/// What the figures of a face were made for.
type Wish = (Face, Option<Id>, Option<Spot>);

/// See the module.
#[derive(Debug, Clone, Default)]
pub struct Cluster {
    face: Face,
    /// The division that is looked at; none: all.
    division: Option<Id>,
    /// The division and the node under the cursor of the chains.
    row: usize,
    node: usize,
    /// Whether the cursor is among the leads below the chain of a division.
    in_list: bool,
    made: Option<(u64, NaiveDate, Wish)>,
    /// The leads of the face, and the one under the cursor.
    ids: Vec<Id>,
    at: usize,
    held: Option<Id>,
    outline: Vec<Branch>,
    snowball: Option<Snowball>,
    platforms: Platforms,
    /// Of all and of each division, or of the one that is looked at.
    completeness: Vec<(Option<Id>, Completeness)>,
    body: Rect,
    /// The rows of the body above the list.
    above: u16,
}

impl Cluster {
    /// The divisions by digit.
    fn divisions(cx: &Cx<'_>) -> Vec<Id> {
        cx.board.divisions().iter().map(|(id, _)| id).collect()
    }

    /// The division under the cursor of the chains.
    fn under(&self, cx: &Cx<'_>) -> Option<Id> {
        self.division.or_else(|| Self::divisions(cx).get(self.row).copied())
    }

    /// How many nodes of a division the cursor can go to. Where one looks at one division, what is
    /// on no node stands behind the last.
    fn spots(&self, cx: &Cx<'_>, division: Id) -> usize {
        let Some(chain) = cluster::chain::of(cx.board, division) else { return 0 };
        chain.nodes.len() + usize::from(self.division.is_some() && chain.other.count() > 0)
    }

    /// The node under the cursor; none where the division has none.
    fn spot(&self, cx: &Cx<'_>) -> Option<Spot> {
        let division = self.under(cx)?;
        let nodes = cx.board.division(division)?.chain_nodes.len();
        (self.node < self.spots(cx, division)).then(|| (division, (self.node < nodes).then_some(self.node)))
    }

    /// Makes the figures of the face anew where the board or the wish has changed; the cursor stays
    /// on its lead.
    fn renew(&mut self, cx: &Cx<'_>) {
        let spot = (self.face == Face::Chain).then(|| self.spot(cx)).flatten();
        let now = (cx.board.head().seq, cx.board.today(), (self.face, self.division, spot));
        if self.made.replace(now) == Some(now) {
            return;
        }
        let (board, division) = (cx.board, self.division);
        match self.face {
            Face::Chain => {
                self.ids = spot.map_or_else(Vec::new, |(id, node)| cluster::chain::on(board, id, node));
            }
            Face::Referrals => {
                self.outline = cluster::referrals::outline(board, division);
                self.snowball = Some(cluster::referrals::snowball(board, division, &self.outline));
                self.ids = self.outline.iter().map(|branch| branch.id).collect();
            }
            Face::Platforms => {
                self.platforms = cluster::platforms::of(board, division);
                self.ids = self.platforms.rows.iter().map(|row| row.id).collect();
            }
            Face::Parties => {
                let each = match division {
                    Some(_) => vec![division],
                    None => std::iter::once(None).chain(Self::divisions(cx).into_iter().map(Some)).collect(),
                };
                let of = |id: Option<Id>| (id, cluster::parties::completeness(board, id));
                self.completeness = each.into_iter().map(of).collect();
                self.ids = cluster::parties::lacking(board, division);
            }
        }
        let place = self.held.and_then(|held| self.ids.iter().position(|id| *id == held));
        self.at = place.unwrap_or(self.at).min(self.ids.len().saturating_sub(1));
        self.in_list &= !self.ids.is_empty();
    }

    /// Something else is looked at.
    fn let_go(&mut self) {
        (self.in_list, self.at, self.held) = (false, 0, None);
    }

    /// The lead under the cursor.
    fn lead(&self) -> Option<Id> {
        self.ids.get(self.at).copied().filter(|_| self.in_list || self.face != Face::Chain)
    }
}

impl View for Cluster {
    fn refresh(&mut self, cx: &Cx<'_>, look: &Look, body: Rect) {
        self.body = body;
        if let Some(place) = Self::divisions(cx).iter().position(|id| Some(*id) == self.division) {
            self.row = place;
        }
        self.row = self.row.min(cx.board.divisions().len().saturating_sub(1));
        let spots = self.under(cx).map_or(0, |id| self.spots(cx, id));
        self.node = self.node.min(spots.saturating_sub(1));
        self.renew(cx);
        self.held = self.lead();
        self.above = draw::above(self, cx, look, body);
    }

    fn go(&mut self, cx: &Cx<'_>, step: Step) {
        self.step(cx, step);
    }

    fn way(&self, cx: &Cx<'_>, look: &Look, area: Rect, at: Position) -> Option<Vec<Step>> {
        draw::way(self, cx, look, area, at)
    }

    fn selected(&self, cx: &Cx<'_>) -> Option<Id> {
        match self.face {
            Face::Chain => self.lead().or_else(|| self.under(cx)),
            _ => self.lead(),
        }
    }

    fn division(&self, cx: &Cx<'_>) -> Option<Id> {
        if self.face == Face::Chain { self.under(cx) } else { self.division }
    }

    /// On a node a lead of it, under a lead one that it brought, under a platform one through it.
    fn newcomer(&self, cx: &Cx<'_>) -> Fields {
        let lead = self.lead();
        let own = |division: Option<Id>| division.map(Value::Ref);
        let division = own(self.division(cx).or_else(|| cx.board.lead(lead?)?.division));
        match self.face {
            Face::Chain => {
                let node = self.spot(cx).and_then(|(id, node)| cx.board.division(id)?.chain_nodes.get(node?));
                given(
                    Kind::Lead,
                    [("division", division), ("chain_node", node.map(|n| Value::text(n.as_str())))],
                )
            }
            Face::Referrals => {
                let relation = lead.map(|_| Value::Choice(Relation::Referral.code()));
                given(
                    Kind::Lead,
                    [("division", division), ("parent_lead", lead.map(Value::Ref)), ("relation", relation)],
                )
            }
            Face::Platforms if lead.is_none() => given(
                Kind::Lead,
                [("division", division), ("kind", Some(Value::Choice(LeadKind::Platform.code())))],
            ),
            Face::Platforms => {
                given(Kind::Lead, [("division", division), ("via_platform", lead.map(Value::Ref))])
            }
            Face::Parties => given(Kind::Lead, [("division", own(self.division))]),
        }
    }

    /// A node to its leads, a gap to a new one for it; a platform to what came through it.
    fn opening(&self, cx: &Cx<'_>) -> Opening {
        match (self.face, self.lead()) {
            (Face::Platforms, Some(id)) => Opening::Behind(Behind::Via(id)),
            (_, Some(id)) => Opening::Record(id, None),
            (Face::Chain, None) => match self.spot(cx) {
                Some((_, Some(_))) if self.ids.is_empty() => Opening::New,
                Some((division, node)) => Opening::Behind(Behind::Node(division, node)),
                // A chain without nodes: they are entered in the division's form.
                None if self.selected(cx).is_some() => Opening::Form,
                None => Opening::Nothing,
            },
            (_, None) => Opening::Nothing,
        }
    }

    fn focus(&mut self, _: &Cx<'_>, division: Option<Id>) {
        if self.division != division {
            self.division = division;
            self.let_go();
        }
    }

    /// The chain of the division under the cursor fills the body.
    fn zoom(&mut self) {
        // The division of the cursor's row is known where the figures were made for it.
        let under = self.made.and_then(|(_, _, (_, _, spot))| spot).map(|(id, _)| id);
        self.division = if self.division.is_some() { None } else { under };
        self.let_go();
    }

    fn is_zoomed(&self) -> bool {
        self.division.is_some()
    }

    /// Out of the leads of a node, then out of the division.
    fn back(&mut self) -> bool {
        if std::mem::replace(&mut self.in_list, false) {
            return true;
        }
        let was = self.division.take().is_some();
        if was {
            self.let_go();
        }
        was
    }

    fn listed(&self) -> usize {
        self.ids.len()
    }

    fn draw(&self, cx: &Cx<'_>, look: &Look, area: Rect, frame: &mut Frame<'_>) {
        draw::draw(self, cx, look, area, frame);
    }
}
