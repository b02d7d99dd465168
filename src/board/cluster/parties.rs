//! The five parties of a deal 政社专咨投: public money guides, private capital builds, a
//! professional firm recruits and operates, a consultancy assesses, venture capital follows.
//! May use `domain`, `board`, `index`.

use std::cmp::Reverse;

use super::leads;
use crate::board::rate::Rate;
use crate::board::records::Board;
use crate::domain::{Choice, Id, Lead, Stage};

crate::choice! {
    /// The five parties in their order.
    pub enum Party {
        /// Public money.
        Public = "public_fund", "政府资金引导", "Public money";
        /// Private capital.
        Private = "private_capital", "社会资本建设", "Private capital";
        /// The firm that recruits and operates.
        Operator = "operator", "专业公司招商运营", "Operator";
        /// The consultancy that assesses.
        Consultancy = "consultancy", "高端咨询机构评估", "Consultancy";
        /// Venture capital.
        Venture = "venture_capital", "风险投资跟进", "Venture capital";
    }
}

/// How many parties there are.
pub const COUNT: usize = Party::ALL.len();

/// Which parties a lead has, in their order.
#[must_use]
pub fn of(lead: &Lead) -> [bool; COUNT] {
    let texts =
        [&lead.public_fund, &lead.private_capital, &lead.operator, &lead.consultancy, &lead.venture_capital];
    texts.map(|text| !text.trim().is_empty())
}

/// How complete the deals of a division are that have been signed or are further.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Completeness {
    /// How many such leads there are.
    pub leads: u32,
    /// Those that have all five parties.
    pub whole: u32,
    /// By party, how many have it.
    pub with: [u32; COUNT],
}

impl Completeness {
    fn add(&mut self, has: [bool; COUNT]) {
        self.leads += 1;
        self.whole += u32::from(has.iter().all(|has| *has));
        for (count, has) in self.with.iter_mut().zip(has) {
            *count += u32::from(has);
        }
    }

    /// The share of leads that have all five, in points of a hundred.
    #[must_use]
    pub fn share(&self) -> Option<i64> {
        Rate::of(self.whole, self.leads).points()
    }

    /// How many parties a lead has on average, in tenths, rounded down.
    #[must_use]
    pub fn mean(&self) -> Option<i64> {
        let parties: u32 = self.with.iter().sum();
        Rate::of(parties, self.leads).tenths()
    }
}

/// The completeness of a division (none: of all).
#[must_use]
pub fn completeness(board: &Board, division: Option<Id>) -> Completeness {
    let mut out = Completeness::default();
    signed(board, division).for_each(|(_, lead)| out.add(of(lead)));
    out
}

/// The leads that have been signed or are further and lack a party, those that lack most first, then
/// by number.
#[must_use]
pub fn lacking(board: &Board, division: Option<Id>) -> Vec<Id> {
    let lacks = |lead: &Lead| of(lead).iter().filter(|has| !**has).count();
    let all = signed(board, division).map(|(id, lead)| (Reverse(lacks(lead)), id));
    let mut all: Vec<_> = all.filter(|(lacks, _)| lacks.0 > 0).collect();
    all.sort_unstable();
    all.into_iter().map(|(_, id)| id).collect()
}

/// Whether a lead counts: it has been signed, or is further.
#[must_use]
pub fn counts(board: &Board, lead: &Lead) -> bool {
    lead.has_reached(Stage::Sign, board.charter().framework_counts)
}

fn signed(board: &Board, division: Option<Id>) -> impl Iterator<Item = (Id, &Lead)> {
    leads(board, division).filter(|(_, lead)| counts(board, lead))
}
