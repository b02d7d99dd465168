//! What the index knows of the cluster: how many leads a division has under each text of a chain
//! node, and which leads came through which. May use `domain`, `board`, `tally`.

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

    /// Takes in those under another text.
    pub(in crate::board) fn join(&mut self, other: &Self) {
        for (count, more) in self.stages.iter_mut().zip(other.stages) {
            *count += more;
        }
        self.signed += other.signed;
        self.platforms += other.platforms;
        self.talents += other.talents;
    }
}

/// By a division's number, its leads by the text of their chain node made plain.
pub(super) type Texts = HashMap<u32, HashMap<Box<str>, Linked>>;

/// The leads that name another one, by that one's number.
pub(super) type Kin = HashMap<u32, BTreeSet<Id>>;

impl Index {
    /// A division's active leads by the plain text of their chain node.
    pub fn linked(&self, division: Id) -> impl Iterator<Item = (&str, &Linked)> {
        self.linked.get(&division.no).into_iter().flatten().map(|(text, linked)| (&**text, linked))
    }

    /// A division's active leads under a plain text; none where there are none.
    #[must_use]
    pub fn linked_to(&self, division: Id, text: &str) -> Option<&Linked> {
        self.linked.get(&division.no)?.get(text)
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
            // Most leads stand under a text that others stand under.
            if !texts.contains_key(&*text) {
                texts.insert(Box::from(&*text), Linked::default());
            }
            let Some(linked) = texts.get_mut(&*text) else { continue };
            if let Some(count) = linked.stages.get_mut(lead.stage as usize) {
                way.count(count);
            }
            if signed {
                way.count(&mut linked.signed);
            }
            match lead.kind {
                LeadKind::Platform => way.count(&mut linked.platforms),
                LeadKind::Talent => way.count(&mut linked.talents),
                LeadKind::Project => {}
            }
            if linked.count() == 0 {
                texts.remove(&*text);
            }
        }
    }
}

/// The texts of those divisions that have any.
pub(super) fn filled(texts: &Texts) -> HashMap<u32, &HashMap<Box<str>, Linked>> {
    texts.iter().filter(|(_, texts)| !texts.is_empty()).map(|(no, texts)| (*no, texts)).collect()
}

/// The leads that any other one names, with those.
pub(super) fn named(kin: &Kin) -> HashMap<u32, &BTreeSet<Id>> {
    kin.iter().filter(|(_, leads)| !leads.is_empty()).map(|(no, leads)| (*no, leads)).collect()
}
