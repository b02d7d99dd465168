//! What the index knows of the cluster: how many leads a division has under each text of a chain
//! node, and which leads came through which. May use `domain`, `board`, `tally`.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};

use super::Index;
use super::tally::{Way, homes};
use crate::board::records::Board;
use crate::domain::lead::LeadKind;
use crate::domain::{Id, Lead, Stage, typed};

/// The active leads of a division under one text of a chain node.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Linked {
    /// By stage, indexed by `Stage as usize`; the side states stay at nought.
    pub stages: [u32; 6],
    /// Those signed or further, as the charter counts a framework agreement.
    pub signed: u32,
    /// Those of them that are platforms.
    pub platforms: u32,
    /// Those of them that are talents.
    pub talents: u32,
}

impl Linked {
    /// How many there are.
    #[must_use]
    pub fn count(&self) -> u32 {
        self.stages.iter().sum()
    }

    /// Leaves out those under a text.
    pub(in crate::board) fn leave_out(&mut self, text: &Self) {
        for (count, less) in self.stages.iter_mut().zip(text.stages) {
            *count = count.saturating_sub(less);
        }
        self.signed = self.signed.saturating_sub(text.signed);
        self.platforms = self.platforms.saturating_sub(text.platforms);
        self.talents = self.talents.saturating_sub(text.talents);
    }

    fn pass(&mut self, lead: &Lead, signed: bool, way: Way) {
        if let Some(count) = self.stages.get_mut(lead.stage as usize) {
            way.count(count);
        }
        if signed {
            way.count(&mut self.signed);
        }
        match lead.kind {
            LeadKind::Platform => way.count(&mut self.platforms),
            LeadKind::Talent => way.count(&mut self.talents),
            LeadKind::Project => {}
        }
    }
}

/// A division's active leads, all together and by the text of their chain node made plain.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Texts {
    all: Linked,
    by_text: HashMap<Box<str>, Under>,
}

/// The leads under one text, counted and by number.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Under {
    linked: Linked,
    leads: BTreeSet<Id>,
}

/// The leads that name another one, by that one's number.
pub(super) type Kin = HashMap<u32, BTreeSet<Id>>;

impl Index {
    /// A division's active leads, whatever node they are on.
    #[must_use]
    pub fn linked(&self, division: Id) -> Linked {
        self.linked.get(&division.no).map_or_else(Linked::default, |texts| texts.all)
    }

    /// A division's active leads under the plain text of a node.
    #[must_use]
    pub fn linked_to(&self, division: Id, text: &str) -> Linked {
        let texts = self.linked.get(&division.no);
        texts.and_then(|texts| texts.by_text.get(text)).map(|under| under.linked).unwrap_or_default()
    }

    /// The same leads, by number.
    pub fn under(&self, division: Id, text: &str) -> impl Iterator<Item = Id> {
        let under = self.linked.get(&division.no).and_then(|texts| texts.by_text.get(text));
        under.into_iter().flat_map(|under| under.leads.iter().copied())
    }

    /// A division's active leads under none of some plain texts, text by text.
    pub fn under_others(&self, division: Id, texts: &[Cow<'_, str>]) -> impl Iterator<Item = Id> {
        let all = self.linked.get(&division.no).into_iter().flat_map(|texts| &texts.by_text);
        let others = all.filter(|(text, _)| text.is_empty() || !texts.iter().any(|known| **known == ***text));
        others.flat_map(|(_, under)| under.leads.iter().copied())
    }

    /// The leads whose parent a lead is, by number.
    pub fn children(&self, lead: Id) -> impl Iterator<Item = Id> {
        self.children.get(&lead.no).into_iter().flatten().copied()
    }

    /// The leads that are the parent of any.
    pub fn parents(&self) -> impl Iterator<Item = Id> {
        let parents = self.children.iter().filter(|(_, children)| !children.is_empty());
        parents.map(|(no, _)| Id::new(crate::domain::Kind::Lead, *no))
    }

    /// The leads that came through a platform, by number.
    pub fn via(&self, platform: Id) -> impl Iterator<Item = Id> {
        self.via.get(&platform.no).into_iter().flatten().copied()
    }

    pub(super) fn cluster_lead(&mut self, board: &Board, id: Id, lead: &Lead, way: Way) {
        for (kin, other) in [(&mut self.children, lead.parent_lead), (&mut self.via, lead.via_platform)] {
            if let Some(other) = other {
                way.place(kin.entry(other.no).or_default(), id);
            }
        }
        if !lead.is_active() {
            return;
        }
        let signed = lead.has_reached(Stage::Sign, board.charter().framework_counts);
        let text = typed::folded(&lead.chain_node);
        let homes = homes(lead);
        for (place, home) in homes.iter().enumerate() {
            let Some(home) = home.filter(|id| !homes[..place].contains(&Some(*id))) else { continue };
            let texts = self.linked.entry(home.no).or_default();
            texts.all.pass(lead, signed, way);
            // Most leads stand under a text that others stand under.
            if !texts.by_text.contains_key(&*text) {
                texts.by_text.insert(Box::from(&*text), Under::default());
            }
            let Some(under) = texts.by_text.get_mut(&*text) else { continue };
            under.linked.pass(lead, signed, way);
            way.place(&mut under.leads, id);
            if under.leads.is_empty() {
                texts.by_text.remove(&*text);
            }
        }
    }
}

/// The texts of those divisions that have any.
pub(super) fn filled(texts: &HashMap<u32, Texts>) -> HashMap<u32, &Texts> {
    texts.iter().filter(|(_, texts)| texts.all.count() > 0).map(|(no, texts)| (*no, texts)).collect()
}

/// The leads that any other one names, with those.
pub(super) fn named(kin: &Kin) -> HashMap<u32, &BTreeSet<Id>> {
    kin.iter().filter(|(_, leads)| !leads.is_empty()).map(|(no, leads)| (*no, leads)).collect()
}
