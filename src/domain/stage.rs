//! The stages of a lead and, in one table, which moves there are and what each demands.
//! May use `choice`, `lead`, `division`, `value`.

use super::choice::Choice;
use super::division::{Division, Group};
use super::field::FieldKey;
use super::id::Kind;
use super::lang::Lang;
use super::lead::{Lead, LeadKind};
use super::record::Record;

crate::choice! {
    /// Six active stages in order, then two side states.
    pub enum Stage {
        /// Just come in; waits for a verdict.
        Lead = "lead", "线索", "Lead", ["信息", "意向线索", "谋划", "推介", "待研判", "Prospecting", "Prospect", "New", "Identified", "Qualification", "Lead In", "Appointment Scheduled", "Qualify"];
        /// In talks.
        Talk = "talk", "在谈", "In talks", ["洽谈", "初步接触", "接触", "跟踪", "对接", "接洽", "意向", "考察", "Engaging", "Qualified", "Validated", "Proposal", "Negotiation", "Needs Analysis", "Value Proposition", "Initial Offer", "Proposal/Price Quote", "Negotiation/Review", "Perception Analysis", "Id. Decision Makers", "Develop", "Propose", "Contact Made", "Demo Scheduled", "Proposal Made", "Negotiations Started", "Qualified To Buy", "Presentation Scheduled", "Decision Maker Bought-In", "Contract Sent"];
        /// Signed.
        Sign = "sign", "签约", "Signed", ["已签", "已签约", "框架协议", "正式合同", "协议项目", "拟开工", "Won", "Closed Won"];
        /// Landed.
        Land = "land", "落地", "Landed", ["注册", "落户", "工商登记", "入驻", "供地", "到岗"];
        /// Under construction.
        Build = "build", "开工", "Under construction", ["在建", "动工", "建设", "续建"];
        /// In operation.
        Run = "run", "投产", "In operation", ["竣工", "达产", "入规", "运营", "开业", "认定"];
        /// Parked: comes back on its wake date.
        Park = "park", "储备", "Parked", ["暂缓", "暂停", "停滞", "搁置"];
        /// Closed, with a reason.
        End = "end", "终止", "Closed", ["退出", "流失", "Lost", "Closed Lost", "Closed Lost to Competition"];
    }
}

/// Which words and stages apply: they differ between leading and service industries and talents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Track {
    /// A project or platform of a leading division.
    Leading,
    /// A project or platform of a service division.
    Service,
    /// A talent, in any division.
    Talent,
}

impl Track {
    /// The track of a lead that stands in a division (none: not routed yet).
    #[must_use]
    pub fn of(kind: LeadKind, division: Option<&Division>) -> Self {
        match (kind, division.map(|d| d.group)) {
            (LeadKind::Talent, _) => Self::Talent,
            (_, Some(Group::Service)) => Self::Service,
            _ => Self::Leading,
        }
    }

    /// The stages of this track in order: only the leading one builds.
    #[must_use]
    pub const fn path(self) -> &'static [Stage] {
        match self {
            Self::Leading => &[Stage::Lead, Stage::Talk, Stage::Sign, Stage::Land, Stage::Build, Stage::Run],
            Self::Service | Self::Talent => &[Stage::Lead, Stage::Talk, Stage::Sign, Stage::Land, Stage::Run],
        }
    }
}

impl Stage {
    /// The six active stages.
    pub const ACTIVE: [Self; 6] = [Self::Lead, Self::Talk, Self::Sign, Self::Land, Self::Build, Self::Run];

    /// The word of this stage on a track (product table §3).
    #[must_use]
    pub fn name(self, track: Track, lang: Lang) -> &'static str {
        match (lang, track, self) {
            (Lang::Zh, Track::Service, Self::Run) => "开业",
            (Lang::Zh, Track::Talent, Self::Talk) => "对接",
            (Lang::Zh, Track::Talent, Self::Land) => "到岗",
            (Lang::Zh, Track::Talent, Self::Run) => "认定",
            (Lang::En, Track::Talent, Self::Land) => "On post",
            (Lang::En, Track::Talent, Self::Run) => "Recognised",
            _ => self.label(lang),
        }
    }

    /// The next stage on a track, if there is one.
    #[must_use]
    pub fn next(self, track: Track) -> Option<Self> {
        let path = track.path();
        let at = path.iter().position(|s| *s == self)?;
        path.get(at + 1).copied()
    }

    /// The stage before on a track, if there is one.
    #[must_use]
    pub fn before(self, track: Track) -> Option<Self> {
        let path = track.path();
        let at = path.iter().position(|s| *s == self)?;
        at.checked_sub(1).and_then(|i| path.get(i)).copied()
    }
}

/// How a demanded field is defaulted in the pop-up that asks for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Suggest {
    /// Nothing to suggest.
    Nothing,
    /// Today.
    Today,
    /// The head of the lead's division.
    Head,
    /// Today and as many days as the charter gives for a next step.
    NextStep,
    /// Today and as many days as the charter gives for parking.
    Wake,
}

/// One thing a move asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Demand {
    /// The key of the lead's field.
    pub field: &'static str,
    /// Whether the move is refused without it (✔), or only warns (~).
    pub must: bool,
    /// What to offer where the field is empty.
    pub suggest: Suggest,
}

const fn must(field: &'static str, suggest: Suggest) -> Demand {
    Demand { field, must: true, suggest }
}

const fn warn(field: &'static str) -> Demand {
    Demand { field, must: false, suggest: Suggest::Nothing }
}

impl Stage {
    /// What a lead must (or should) say of itself to stand at this stage, beside what the stages
    /// before it demand.
    #[must_use]
    pub const fn demands(self) -> &'static [Demand] {
        use Suggest::{Head, NextStep, Nothing, Today, Wake};
        const LEAD: &[Demand] = &[must("name", Nothing), warn("source")];
        const TALK: &[Demand] = &[
            must("division", Nothing),
            must("owner", Head),
            must("next_step", Nothing),
            must("due", NextStep),
            warn("verdict"),
            warn("amount"),
        ];
        const SIGN: &[Demand] = &[
            must("signed", Today),
            must("contract_type", Nothing),
            must("amount", Nothing),
            must("agreed_start", Nothing),
            warn("consultancy"),
        ];
        const LAND: &[Demand] = &[must("company", Nothing), must("landed", Today), warn("credit_code")];
        const BUILD: &[Demand] = &[must("started", Today)];
        const RUN: &[Demand] = &[must("running", Today), must("paid_in", Nothing)];
        const PARK: &[Demand] = &[must("wake_date", Wake)];
        const END: &[Demand] = &[must("end_reason", Nothing)];
        match self {
            Self::Lead => LEAD,
            Self::Talk => TALK,
            Self::Sign => SIGN,
            Self::Land => LAND,
            Self::Build => BUILD,
            Self::Run => RUN,
            Self::Park => PARK,
            Self::End => END,
        }
    }
}

/// A way from one stage to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    /// The stage it leads to.
    pub to: Stage,
    /// What is asked, in order: of every stage passed and of the one reached.
    pub demands: Vec<Demand>,
    /// Whether a reason must be given in words.
    pub reason: bool,
}

/// The moves that a lead can make from where it stands, the usual one first.
#[must_use]
pub fn moves(lead: &Lead, track: Track) -> Vec<Move> {
    let side = |to: Stage, reason: bool| Move { to, demands: to.demands().to_vec(), reason };
    match lead.stage {
        Stage::Park => vec![
            back_to(Stage::Lead, false),
            forward(Stage::Lead, Stage::Talk, track),
            side(Stage::End, false),
        ],
        Stage::End => vec![back_to(lead.left_stage.unwrap_or(Stage::Lead), true)],
        stage => {
            let path = track.path();
            let mut found: Vec<Move> =
                path.iter().filter(|to| **to > stage).map(|to| forward(stage, *to, track)).collect();
            found.extend(stage.before(track).map(|to| back_to(to, true)));
            if matches!(stage, Stage::Lead | Stage::Talk) {
                found.push(side(Stage::Park, true));
            }
            found.push(side(Stage::End, false));
            found
        }
    }
}

fn forward(from: Stage, to: Stage, track: Track) -> Move {
    let passed = track.path().iter().filter(|s| **s > from && **s <= to);
    Move { to, demands: passed.flat_map(|s| s.demands()).copied().collect(), reason: false }
}

const fn back_to(to: Stage, reason: bool) -> Move {
    Move { to, demands: Vec::new(), reason }
}

/// The fields that a lead's stage demands and the lead does not have: what 待补 lists. An import
/// may bring such a lead; its next move asks for them. A side state is reached from any stage, and so
/// demands only what is its own.
#[must_use]
pub fn missing(lead: &Lead, track: Track) -> Vec<&'static str> {
    let path = track.path().iter().filter(|s| lead.is_active() && **s <= lead.stage);
    let aside = Some(&lead.stage).filter(|_| !lead.is_active());
    path.chain(aside)
        .flat_map(|stage| stage.demands())
        .filter(|demand| demand.must && is_blank(lead, demand.field))
        .map(|demand| demand.field)
        .collect()
}

/// Whether a lead's field holds nothing.
#[must_use]
pub fn is_blank(lead: &Lead, key: &str) -> bool {
    FieldKey::find(Kind::Lead, key).is_none_or(|key| lead.get(key).is_empty())
}
