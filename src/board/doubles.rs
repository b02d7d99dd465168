//! Likely duplicates of a lead: the same credit code, phone or firm, or a name much like its own
//! (product rule §6.2). May use `domain`, `board`, `index`.

use super::records::Board;
use crate::domain::{Id, Kind, Lead, sameness};

/// No more are named: who has to read ten reads none.
pub const NAMED: usize = 5;

/// Why a lead is likely to be the same; the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// The same credit code.
    CreditCode,
    /// The same phone number.
    Phone,
    /// Names that are alike by so many points, counted down from a hundred.
    Name(u32),
    /// The same firm invests.
    Investor,
}

/// A likely duplicate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Double {
    /// The lead.
    pub id: Id,
    /// Why.
    pub why: Likeness,
}

/// The leads that are likely to be the same as one, the surest first, of equals the oldest. `of` is
/// that one's own id; none while it is being typed. One that was ended as a duplicate is named no more.
#[must_use]
pub fn likely(board: &Board, lead: &Lead, of: Option<Id>) -> Vec<Double> {
    let mine = Plain::of(lead);
    let mut found: Vec<Double> = Vec::new();
    for no in board.index().akin(lead) {
        let id = Id::new(Kind::Lead, no);
        let other = board.lead(id).filter(|other| Some(id) != of && other.duplicate_of.is_none());
        let Some(other) = other else { continue };
        if let Some(why) = mine.like(&Plain::of(other)) {
            found.push(Double { id, why });
        }
    }
    found.sort_by_key(|double| (double.why, double.id));
    found.truncate(NAMED);
    found
}

/// What is compared of a lead, made plain.
struct Plain {
    code: Option<String>,
    phone: Option<String>,
    firm: Option<String>,
    pairs: Vec<(char, char)>,
}

impl Plain {
    fn of(lead: &Lead) -> Self {
        Self {
            code: sameness::credit_code(&lead.credit_code),
            phone: sameness::phone(&lead.phone),
            firm: sameness::firm(&lead.investor),
            pairs: sameness::pairs(&lead.name),
        }
    }

    fn like(&self, other: &Self) -> Option<Likeness> {
        let same = |one: &Option<String>, two: &Option<String>| one.is_some() && one == two;
        if same(&self.code, &other.code) {
            return Some(Likeness::CreditCode);
        }
        if same(&self.phone, &other.phone) {
            return Some(Likeness::Phone);
        }
        let points = sameness::alike(&self.pairs, &other.pairs);
        if points >= sameness::ALIKE {
            return Some(Likeness::Name(100_u32.saturating_sub(points)));
        }
        same(&self.firm, &other.firm).then_some(Likeness::Investor)
    }
}
