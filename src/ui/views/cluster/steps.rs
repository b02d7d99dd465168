//! How the cursor moves in each face of the cluster. May use `board::cluster`.

use super::Cluster;
use super::draw;
use crate::board::cluster::Face;
use crate::domain::Choice;
use crate::ui::event::Cx;
use crate::ui::views::{Step, moved};

impl Cluster {
    pub(super) fn step(&mut self, cx: &Cx<'_>, step: Step) {
        match (step, self.face) {
            (Step::Next, _) => self.turn(false),
            (Step::Previous, _) => self.turn(true),
            (_, Face::Chain) => self.step_chain(cx, step),
            (Step::Left, Face::Referrals) => {
                self.at = self.outline.get(self.at).and_then(|branch| branch.parent).unwrap_or(self.at);
            }
            (Step::Right, Face::Referrals) => {
                let has_child = self.outline.get(self.at).is_some_and(|branch| branch.below > 0);
                self.at += usize::from(has_child);
            }
            _ => self.at = moved(self.at, step, self.ids.len(), self.page()),
        }
        self.held = self.lead();
    }

    fn turn(&mut self, back: bool) {
        self.face = self.face.turned(back);
        self.let_go();
    }

    /// Among the chains: left and right from node to node, up and down from division to division, or
    /// below a single chain among the leads of the node.
    fn step_chain(&mut self, cx: &Cx<'_>, step: Step) {
        let up = matches!(step, Step::Up(_) | Step::PageUp | Step::Home);
        match step {
            Step::Left | Step::Right => {
                let spots = self.under(cx).map_or(0, |id| self.spots(cx, id));
                let to =
                    if step == Step::Left { self.node.min(spots).saturating_sub(1) } else { self.node + 1 };
                if to < spots && to != self.node {
                    self.node = to;
                    self.let_go();
                }
            }
            _ if self.division.is_none() => {
                let count = cx.board.divisions().len();
                self.row = moved(self.row, step, count, count);
                self.let_go();
            }
            _ if !self.in_list => self.in_list = !up && !self.ids.is_empty(),
            _ if up && (self.at == 0 || step == Step::Home) => self.in_list = false,
            _ => self.at = moved(self.at, step, self.ids.len(), self.page()),
        }
    }

    /// The rows that the list of the face has.
    fn page(&self) -> usize {
        draw::list_rows(self, self.body)
    }
}
