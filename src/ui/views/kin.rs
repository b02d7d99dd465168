//! What the detail of a lead says of the cluster: its five parties, the leads that it came from, and
//! those that it brought. May use `board::cluster`, `detail`, `show`.

use ratatui::text::Line;

use super::cluster::strip;
use super::detail::Page;
use crate::board::cluster::{parties, referrals};
use crate::domain::lead::Relation;
use crate::domain::{Choice, Lead};
use crate::say;
use crate::ui::show;
use crate::ui::style::Meaning;

impl Page<'_> {
    /// A blank line and what there is to say beside labels of so many cells; nothing of most leads.
    pub(super) fn kin(&self, label: usize) -> Vec<Line<'static>> {
        let Some(lead) = self.cx.board.lead(self.id) else { return Vec::new() };
        let lang = self.look.lang;
        let said = [
            ("view-tree-above", self.came_from()),
            ("view-tree-below", self.brought()),
            ("view-tree-through", self.came_through()),
        ];
        let mut lines = Vec::new();
        for (key, words) in said.into_iter().filter(|(_, words)| !words.is_empty()) {
            lines.extend(self.labelled(&say!(lang, key), &words, label));
        }
        lines.extend(self.parties(lead, label));
        if !lines.is_empty() {
            lines.insert(0, Line::default());
        }
        lines
    }

    /// The strip of the five parties, once a deal has any or ought to.
    fn parties(&self, lead: &Lead, label: usize) -> Option<Line<'static>> {
        let has = parties::of(lead);
        if !parties::counts(self.cx.board, lead) && !has.contains(&true) {
            return None;
        }
        let words = say!(self.look.lang, "view-col-parties");
        Some(strip(self.ink().cell(Meaning::Label, &words, label).gap(1), self.look, has).line())
    }

    /// The leads above it, the anchor first, where there is more than the one that a field names.
    fn came_from(&self) -> String {
        let above = referrals::above(self.cx.board, self.id);
        if above.len() < 2 {
            return String::new();
        }
        let arrow = format!(" {} ", self.look.glyphs.arrow);
        let name = |id: &_| format!("{id} {}", show::name(self.cx.board, *id, self.look.lang));
        above.iter().map(name).collect::<Vec<_>>().join(&arrow)
    }

    /// How many leads it brought in each way, the largest trees counted whole elsewhere.
    fn brought(&self) -> String {
        let board = self.cx.board;
        let children: Vec<_> = board.index().children(self.id).filter_map(|id| board.lead(id)).collect();
        let count = |relation: Option<Relation>| children.iter().filter(|c| c.relation == relation).count();
        let ways = Relation::ALL.iter().map(|way| (way.label(self.look.lang), count(Some(*way))));
        let other = say!(self.look.lang, "view-tree-unsaid");
        let ways = ways.chain([(other.as_str(), count(None))]).filter(|(_, count)| *count > 0);
        ways.map(|(way, count)| format!("{way} {count}")).collect::<Vec<_>>().join("  ")
    }

    fn came_through(&self) -> String {
        match self.cx.board.index().via(self.id).count() {
            0 => String::new(),
            count => count.to_string(),
        }
    }
}
