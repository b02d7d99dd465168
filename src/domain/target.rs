//! A target 目标 with its goal and due date, and what counts towards it.
//! May use `field`, `choice`, `id`, `lang`, `lead`, `money`, `reach`, `stage`.

use chrono::NaiveDate;

use super::field::Shape;
use super::id::{Id, Kind};
use super::lang::Lang;
use super::lead::{Lead, LeadKind};
use super::money::{Money, grouped};
use super::reach::Since;
use super::stage::Stage;

crate::choice! {
    /// The area of the wall chart.
    pub enum Area {
        /// Industry policy 策.
        Policy = "policy", "产业政策", "Policy", ["策", "政策"];
        /// Recruitment 引.
        Recruit = "recruit", "招引目标", "Recruitment", ["引", "招引", "招商", "招商引资", "项目招引", "人才", "引才", "招才引智", "人才引进"];
        /// Platforms 台.
        Platform = "platform", "平台打造", "Platforms", ["台", "平台"];
        /// Parks 园.
        Park = "park", "园区建设", "Parks", ["园", "园区"];
        /// Anything else 他.
        Other = "other", "其他", "Other", ["他"];
    }
}

crate::choice! {
    /// Where a target's actual figure comes from: typed in, or counted live.
    pub enum Measure {
        /// Somebody types the figure in.
        Typed = "typed", "手工填报", "Typed in";
        /// Leads of any kind whose first talk lies in the period.
        LeadsTalk = "leads_talk", "在谈线索数", "Leads in talks";
        /// Leads of any kind signed in the period.
        LeadsSign = "leads_sign", "签约数", "Leads signed";
        /// Leads of any kind landed in the period.
        LeadsLand = "leads_land", "落地数", "Leads landed";
        /// Leads of any kind whose building started in the period.
        LeadsBuild = "leads_build", "开工数", "Leads under construction";
        /// Leads of any kind in operation since the period began.
        LeadsRun = "leads_run", "投产数", "Leads in operation";
        /// Projects signed.
        ProjectsSign = "projects_sign", "签约项目数", "Projects signed";
        /// Projects landed.
        ProjectsLand = "projects_land", "落地项目数", "Projects landed";
        /// Platforms signed.
        PlatformsSign = "platforms_sign", "签约平台数", "Platforms signed";
        /// Platforms landed.
        PlatformsLand = "platforms_land", "落地平台数", "Platforms landed";
        /// Talents that came on post.
        TalentsLand = "talents_land", "到岗人才数", "Talents on post";
        /// Sum of the amounts of leads signed.
        AmountSign = "amount_sign", "签约金额", "Amount signed";
        /// Sum of the amounts of leads landed.
        AmountLand = "amount_land", "落地金额", "Amount landed";
        /// Sum of the money paid in.
        PaidIn = "paid_in", "到位资金", "Money paid in";
        /// Six Ones in place.
        SixOnes = "six_ones", "六个一到位数", "Six Ones in place";
    }
}

/// What a measure takes from a lead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Take {
    One,
    Amount,
    PaidIn,
}

impl Measure {
    /// Whether the actual figure is kept by the board, not typed in.
    #[must_use]
    pub const fn is_counted(self) -> bool {
        !matches!(self, Self::Typed)
    }

    /// Whether goal and actual are whole yuan.
    #[must_use]
    pub const fn is_money(self) -> bool {
        matches!(self, Self::AmountSign | Self::AmountLand | Self::PaidIn)
    }

    /// Whether it is counted from leads.
    #[must_use]
    pub const fn counts_leads(self) -> bool {
        self.rule().is_some()
    }

    /// The kind of lead that is counted; none where it is any, or where leads do not count.
    #[must_use]
    pub const fn kind(self) -> Option<LeadKind> {
        match self.rule() {
            Some((kind, ..)) => kind,
            None => None,
        }
    }

    /// The kind, stage and quantity that are counted; none for what leads do not count towards.
    const fn rule(self) -> Option<(Option<LeadKind>, Stage, Take)> {
        Some(match self {
            Self::Typed | Self::SixOnes => return None,
            Self::LeadsTalk => (None, Stage::Talk, Take::One),
            Self::LeadsSign => (None, Stage::Sign, Take::One),
            Self::LeadsLand => (None, Stage::Land, Take::One),
            Self::LeadsBuild => (None, Stage::Build, Take::One),
            Self::LeadsRun => (None, Stage::Run, Take::One),
            Self::ProjectsSign => (Some(LeadKind::Project), Stage::Sign, Take::One),
            Self::ProjectsLand => (Some(LeadKind::Project), Stage::Land, Take::One),
            Self::PlatformsSign => (Some(LeadKind::Platform), Stage::Sign, Take::One),
            Self::PlatformsLand => (Some(LeadKind::Platform), Stage::Land, Take::One),
            Self::TalentsLand => (Some(LeadKind::Talent), Stage::Land, Take::One),
            Self::AmountSign => (None, Stage::Sign, Take::Amount),
            Self::AmountLand => (None, Stage::Land, Take::Amount),
            Self::PaidIn => (None, Stage::Sign, Take::PaidIn),
        })
    }
}

/// A target.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Target {
    /// Whose.
    pub division: Option<Id>,
    /// 策/引/台/园/他.
    pub area: Area,
    /// What it is called.
    pub name: String,
    /// The unit of measure, e.g. 个; what is counted in money is in yuan whatever stands here, and with
    /// 元 a figure that is typed in is money too.
    pub unit: String,
    /// Where the actual figure comes from.
    pub measure: Measure,
    /// What is to be reached, in the unit (yuan for money). 0: a date only; such a target is done
    /// when its `done` date is set, as a Six One or a request is by its state.
    pub goal: i64,
    /// What has been reached, where it is typed in.
    pub actual: i64,
    /// From when on it counts.
    pub start: Option<NaiveDate>,
    /// By when.
    pub due: Option<NaiveDate>,
    /// The due date it was founded with.
    pub baseline_due: Option<NaiveDate>,
    /// How often the due date was changed 改期 n.
    pub redated: i64,
    /// When it was reached. Typed in for a date only; kept by the program for a figure that is
    /// typed in; empty for one that is counted, whose leads say it.
    pub done: Option<NaiveDate>,
    /// Who answers for it.
    pub owner: Option<Id>,
    /// A tag for targets of one campaign.
    pub campaign: String,
    /// Whether the board's pane shows it as the division's bar.
    pub headline: bool,
    /// Why it is on hold 挂起; empty when it is not.
    pub hold_reason: String,
    /// Until when it is on hold.
    pub hold_until: Option<NaiveDate>,
    /// The meeting at which it was pledged as a commitment 军令状; none for other targets.
    pub pledged: Option<Id>,
}

impl Target {
    /// Whether goal and actual are whole yuan: counted so, or typed in with that unit.
    #[must_use]
    pub fn is_money(&self) -> bool {
        self.measure.is_money() || (!self.measure.is_counted() && self.unit == "元")
    }

    /// A figure in its unit.
    #[must_use]
    pub fn figure(&self, figure: i64, lang: Lang) -> String {
        if self.is_money() {
            return Money::cny(figure).show(lang);
        }
        let space = if self.unit.is_empty() { "" } else { lang.pick("", " ") };
        format!("{}{space}{}", grouped(figure), self.unit)
    }

    /// Whether it is on hold 挂起 on a day: the hold ends by itself after its last day.
    #[must_use]
    pub fn is_held(&self, today: NaiveDate) -> bool {
        !self.hold_reason.is_empty() && self.hold_until.is_none_or(|until| until >= today)
    }

    /// Whether the record itself says that it is done: a figure that is typed in by coming to the
    /// goal, a date only by its `done` date. Of what is counted the board knows.
    #[must_use]
    pub const fn is_reached(&self) -> bool {
        match (self.goal > 0, self.measure.is_counted()) {
            (false, _) => self.done.is_some(),
            (true, false) => self.actual >= self.goal,
            (true, true) => false,
        }
    }

    /// From when on a lead counts towards this target. Money has no day of its own: it was not
    /// paid before the signing.
    #[must_use]
    pub fn counts_since(&self, lead: &Lead) -> Since {
        match self.measure.rule() {
            Some((_, stage, Take::PaidIn)) => Since::After(lead.reached_on(stage)),
            Some((_, stage, _)) => lead.reached_on(stage).map_or(Since::After(None), Since::Day),
            None => Since::After(None),
        }
    }

    /// What one lead adds to the actual figure of this target, in the target's unit or yuan.
    /// The lead must have reached the measured stage on the start or after it, late ones included,
    /// or be ahead of the start only by missing a date; a lead that was ended adds nothing. A
    /// framework agreement counts as signed only where `framework_counts` (product rule §3).
    /// Foreign money adds nothing, since it is not summed into yuan.
    #[must_use]
    pub fn counts(&self, lead: &Lead, framework_counts: bool) -> i64 {
        let Some((kind, stage, take)) = self.measure.rule() else {
            return 0;
        };
        let own = self.division.is_none() || lead.stands_in(self.division);
        let of_kind = kind.is_none_or(|kind| kind == lead.kind);
        if !own || !of_kind || !lead.has_reached(stage, framework_counts) {
            return 0;
        }
        let in_period = match (lead.reached_on(stage), self.start) {
            (Some(on), Some(start)) => on >= start,
            _ => true,
        };
        if !in_period {
            return 0;
        }
        match take {
            Take::One => 1,
            Take::Amount => lead.amount.map_or(0, |m| m.yuan().unwrap_or(0)),
            Take::PaidIn => lead.paid_in.map_or(0, |m| m.yuan().unwrap_or(0)),
        }
    }
}

crate::fields! { Target, Kind::Target;
    division: Shape::Ref(Kind::Division) => "事业部", "Division", Form!required ["归口事业部", "所属事业部", "责任事业部", "承接单位", "责任单位", "牵头单位", "责任部门"];
    area: Shape::Choice(<Area as super::choice::Choice>::OPTIONS) => "领域", "Area", Form ["目标类别", "目标领域", "板块", "指标类型", "指标类别", "目标类型"];
    name: Shape::Text => "目标名称", "Name", Form!required ["名称", "目标", "指标", "指标名称", "考核指标", "任务名称", "目标任务", "KPI", "Indicator"];
    measure: Shape::Choice(<Measure as super::choice::Choice>::OPTIONS) => "计量方式", "Measure", Form;
    unit: Shape::Text => "计量单位", "Unit", Form ["单位", "Unit of measure"];
    goal: Shape::Number => "目标值", "Goal", Form ["年度目标", "目标数", "计划数", "任务数", "计划值", "Target"];
    actual: Shape::Number => "完成值", "Actual", Form ["完成数", "实际完成", "已完成", "完成情况", "实际值", "截至目前完成", "目前完成", "累计完成", "当前完成"];
    start: Shape::Date => "起始日期", "Start", Form ["开始时间", "开始日期", "起始时间", "Start date"];
    due: Shape::Date => "完成时限", "Due", Form ["时限", "计划完成时间", "截止日期", "截止时间", "攻坚时限", "目标时限", "完成时间", "完成期限", "Due date", "Deadline"];
    baseline_due: Shape::Date => "基准时限", "Baseline due", Kept;
    redated: Shape::Number => "改期次数", "Re-dated", Kept;
    done: Shape::Date => "完成日期", "Done on", Form;
    owner: Shape::Ref(Kind::Person) => "责任人", "Owner", Form ["负责人", "责任领导", "分管领导"];
    campaign: Shape::Text => "战役", "Campaign", Form;
    headline: Shape::Flag => "主目标", "Headline", Form;
    hold_reason: Shape::Text => "挂起原因", "Hold reason", Verb;
    hold_until: Shape::Date => "挂起至", "On hold until", Verb;
    pledged: Shape::Ref(Kind::Mark) => "军令状", "Pledged at", Kept;
}
