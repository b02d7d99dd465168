//! How far leads came, and the rates from stage to stage. May use `domain`, `board`, `rules`.

use crate::board::rate::Rate;
use crate::board::records::Board;
use crate::board::rules;
use crate::domain::lead::{Contract, Lead};
use crate::domain::stage::Track;
use crate::domain::{Money, Stage};

/// The furthest stage that a lead has reached.
///
/// An active lead has come as far as it stands: one that was moved back has not come further, so that
/// the funnel agrees with the board. A parked or ended one came as far as the stage it left or the last
/// one that it has a date for, whichever is further: it did talk, though it talks no more. A lead that
/// signed a framework agreement alone has come to the talks, unless the charter counts these
/// (`Lead::has_reached`).
#[must_use]
pub fn furthest(lead: &Lead, framework_counts: bool) -> Stage {
    let stage = if lead.is_active() {
        lead.stage
    } else {
        let dated = Stage::ACTIVE.into_iter().rev().find(|stage| lead.reached_on(*stage).is_some());
        let left = lead.left_stage.filter(|stage| Stage::ACTIVE.contains(stage));
        dated.max(left).unwrap_or(Stage::Lead)
    };
    let framework_only = stage == Stage::Sign && lead.contract_type == Some(Contract::Framework);
    if framework_only && !framework_counts { Stage::Talk } else { stage }
}

/// How far a lead came, on which track.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// The furthest stage it has reached.
    pub furthest: Stage,
    /// Whether its track has the stage 开工: others go from 落地 to 投产.
    pub builds: bool,
}

impl Standing {
    /// That of a lead on the board.
    #[must_use]
    pub fn of(board: &Board, lead: &Lead) -> Self {
        let furthest = furthest(lead, board.charter().framework_counts);
        Self { furthest, builds: rules::track(board, lead) == Track::Leading || furthest == Stage::Build }
    }

    /// Whether it has reached a stage that is on its track.
    #[must_use]
    pub fn has_reached(self, stage: Stage) -> bool {
        self.furthest >= stage && (stage != Stage::Build || self.builds)
    }

    /// Whether it came as far as the stage before this one on its track, so that it could have
    /// reached this one.
    #[must_use]
    pub fn could_reach(self, stage: Stage) -> bool {
        match stage {
            Stage::Lead => true,
            Stage::Talk => self.has_reached(Stage::Lead),
            Stage::Sign => self.has_reached(Stage::Talk),
            Stage::Land => self.has_reached(Stage::Sign),
            Stage::Build => self.builds && self.has_reached(Stage::Land),
            Stage::Run => self.has_reached(if self.builds { Stage::Build } else { Stage::Land }),
            Stage::Park | Stage::End => false,
        }
    }
}

/// How far the leads of a set came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Funnel {
    /// Leads that reached each active stage or a later one, by `Stage as usize`. 开工 counts only
    /// leads whose track has it.
    pub reached: [u32; 6],
    /// Leads that could have reached each stage: they reached the one before it on their track.
    pub could: [u32; 6],
    /// Amounts of those that reached 签约, in yuan; foreign money is left out.
    pub amount: i64,
    /// What was paid in of these, in yuan.
    pub paid_in: i64,
}

impl Funnel {
    /// Takes a lead in.
    pub fn count(&mut self, lead: &Lead, standing: Standing) {
        for (at, stage) in Stage::ACTIVE.into_iter().enumerate() {
            let could = standing.could_reach(stage);
            self.could[at] += u32::from(could);
            self.reached[at] += u32::from(could && standing.has_reached(stage));
        }
        if let Some(amount) = pledged(lead, standing) {
            self.amount = self.amount.saturating_add(amount);
            self.paid_in = self.paid_in.saturating_add(lead.paid_in.and_then(Money::yuan).unwrap_or(0));
        }
    }

    /// Of the leads that reached the stage before on their track, those that reached this one:
    /// 签约率 of those that talked, 落地率 of those that signed, 开工率 of those that landed and
    /// build, 投产率 of those that built, or landed where nothing is built.
    #[must_use]
    pub fn rate(&self, stage: Stage) -> Rate {
        let at = |counts: &[u32; 6]| counts.get(stage as usize).copied().unwrap_or(0).into();
        Rate { part: at(&self.reached), whole: at(&self.could) }
    }

    /// 资金到位率: paid in of the amount of what was signed, in yuan.
    #[must_use]
    pub fn money(&self) -> Rate {
        Rate::of(self.paid_in, self.amount)
    }

    /// The sum of two sets that have no lead in common.
    #[must_use]
    pub fn and(&self, other: &Self) -> Self {
        let sum = |a: [u32; 6], b: [u32; 6]| std::array::from_fn(|at| a[at] + b[at]);
        Self {
            reached: sum(self.reached, other.reached),
            could: sum(self.could, other.could),
            amount: self.amount.saturating_add(other.amount),
            paid_in: self.paid_in.saturating_add(other.paid_in),
        }
    }

    /// Leads that reached a stage.
    #[must_use]
    pub fn at(&self, stage: Stage) -> u32 {
        self.reached.get(stage as usize).copied().unwrap_or(0)
    }
}

/// What a lead that reached 签约 is to bring, in yuan; none for others and for foreign money, which
/// have no part in 资金到位率.
#[must_use]
pub fn pledged(lead: &Lead, standing: Standing) -> Option<i64> {
    lead.amount.and_then(Money::yuan).filter(|_| standing.has_reached(Stage::Sign))
}
