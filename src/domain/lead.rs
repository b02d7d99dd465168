//! A lead 线索: a project, platform or talent on its way into the zone.
//! May use `field`, `choice`, `id`, `stage`, `money`.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::field::Shape;
use super::id::{Id, Kind};
use super::money::Money;
use super::stage::Stage;

crate::choice! {
    /// What the lead brings.
    pub enum LeadKind {
        /// An investment project.
        Project = "project", "项目", "Project", ["招商项目", "产业项目"];
        /// A platform that brings others.
        Platform = "platform", "平台", "Platform", ["平台项目"];
        /// A talent or a team.
        Talent = "talent", "人才", "Talent", ["人才项目", "团队"];
    }
}

crate::choice! {
    /// How a lead came from its parent lead.
    pub enum Relation {
        /// The parent recommended it.
        Referral = "referral", "引荐", "Referral";
        /// It grew out of the parent.
        SpinOff = "spin_off", "衍生", "Spin-off";
        /// It serves the parent.
        Service = "service", "配套", "Service";
    }
}

crate::choice! {
    /// What was signed.
    pub enum Contract {
        /// A framework agreement; not counted as signed unless the charter says so.
        Framework = "framework", "框架协议", "Framework agreement", ["意向协议", "战略合作协议"];
        /// A binding contract.
        Binding = "binding", "正式合同", "Binding contract", ["正式协议", "投资合同", "合同"];
    }
}

crate::choice! {
    /// Why a lead was ended.
    pub enum EndReason {
        /// The investor chose another place.
        Elsewhere = "elsewhere", "选址他处", "Chose another site";
        /// The policy on offer does not match.
        PolicyMismatch = "policy_mismatch", "政策要素不匹配", "Policy does not match";
        /// Land, energy or environmental assessment.
        LandEnergyEia = "land_energy_eia", "用地用能环评", "Land, energy or EIA";
        /// Money.
        Funding = "funding", "资金问题", "Funding";
        /// The investor gave up.
        Withdrawn = "withdrawn", "投资方放弃", "Investor withdrew";
        /// Not the industry that is sought.
        IndustryMismatch = "industry_mismatch", "产业不符", "Not our industry";
        /// The same as another lead.
        Duplicate = "duplicate", "重复", "Duplicate";
        /// Anything else.
        Other = "other", "其他", "Other";
    }
}

/// A lead.
#[derive(Debug, Clone, PartialEq, Default)]
#[expect(missing_docs, reason = "each field is described by its row in the table below")]
pub struct Lead {
    pub code: String,
    pub name: String,
    pub kind: LeadKind,
    pub division: Option<Id>,
    pub co_divisions: Vec<Id>,
    pub stage: Stage,
    pub stage_since: Option<NaiveDate>,
    pub left_stage: Option<Stage>,
    pub received: Option<NaiveDate>,
    pub source: String,
    pub owner: Option<Id>,
    pub investor: String,
    pub contact: String,
    pub phone: String,
    pub amount: Option<Money>,
    pub paid_in: Option<Money>,
    pub next_step: String,
    pub due: Option<NaiveDate>,
    pub content: String,
    pub chain_node: String,
    pub parent_lead: Option<Id>,
    pub relation: Option<Relation>,
    pub via_platform: Option<Id>,
    pub owning_unit: Option<Id>,
    pub supporting_unit: Option<Id>,
    pub public_fund: String,
    pub private_capital: String,
    pub operator: String,
    pub consultancy: String,
    pub venture_capital: String,
    pub verdict: String,
    pub verdict_by: String,
    pub verdict_at: Option<NaiveDate>,
    pub first_talk: Option<NaiveDate>,
    pub signed: Option<NaiveDate>,
    pub contract_type: Option<Contract>,
    pub agreed_start: Option<NaiveDate>,
    pub landed: Option<NaiveDate>,
    pub company: String,
    pub credit_code: String,
    pub started: Option<NaiveDate>,
    pub running: Option<NaiveDate>,
    pub end_reason: Option<EndReason>,
    pub duplicate_of: Option<Id>,
    pub wake_date: Option<NaiveDate>,
    pub confidential: bool,
    pub extra: BTreeMap<String, String>,
}

impl Lead {
    /// Whether the lead stands in a division's pane: as its own, or shared as a co-division.
    #[must_use]
    pub fn stands_in(&self, division: Option<Id>) -> bool {
        division.is_some_and(|d| self.division == Some(d) || self.co_divisions.contains(&d))
    }

    /// Whether it is still on its way or in place: neither parked nor ended.
    #[must_use]
    pub const fn is_active(&self) -> bool {
        !matches!(self.stage, Stage::Park | Stage::End)
    }

    /// Whether it stands at an active stage or a later one. A framework agreement has not
    /// reached `sign` unless the charter counts it.
    #[must_use]
    pub fn has_reached(&self, stage: Stage, framework_counts: bool) -> bool {
        let framework_only = stage == Stage::Sign
            && self.stage == Stage::Sign
            && self.contract_type == Some(Contract::Framework)
            && !framework_counts;
        self.is_active() && self.stage >= stage && !framework_only
    }

    /// The day it reached a stage, as far as the lead says.
    #[must_use]
    pub const fn reached_on(&self, stage: Stage) -> Option<NaiveDate> {
        match stage {
            Stage::Lead => self.received,
            Stage::Talk => self.first_talk,
            Stage::Sign => self.signed,
            Stage::Land => self.landed,
            Stage::Build => self.started,
            Stage::Run => self.running,
            Stage::Park | Stage::End => self.stage_since,
        }
    }
}

crate::fields! { Lead, Kind::Lead;
    code: Shape::Text => "项目编号", "Code", Form ["编号", "项目代码", "线索编号", "备案号", "Opportunity ID", "Deal ID", "LEADID", "Record ID", "Lead ID", "Opportunity Number"];
    name: Shape::Text => "项目名称", "Name", Form!required ["项目全称", "名称", "线索名称", "拟投资项目", "姓名", "人才姓名", "团队名称", "Opportunity", "Opportunity Name", "Deal", "Deal Name", "Potential Name", "Lead Name", "Title", "Deal - Title", "Topic", "Dealname"];
    kind: Shape::Choice(<LeadKind as super::choice::Choice>::OPTIONS) => "类别", "Kind", Form ["项目类别", "项目类型", "招引类型"];
    division: Shape::Ref(Kind::Division) => "事业部", "Division", Form ["归口事业部", "所属事业部", "招商组", "专班", "承接单位", "所属产业"];
    co_divisions: Shape::Refs(Kind::Division) => "协同事业部", "Co-divisions", Form;
    stage: Shape::Choice(<Stage as super::choice::Choice>::OPTIONS) => "项目阶段", "Stage", Verb ["招商进度", "进展阶段", "项目状态", "当前阶段", "阶段", "进度", "Deal stage", "Sales stage", "Status", "Opportunity Stage", "Deal - Stage", "Stage Name", "Lead Status", "Pipeline Phase", "Status Reason"];
    stage_since: Shape::Date => "进入阶段", "Stage since", Kept;
    left_stage: Shape::Choice(<Stage as super::choice::Choice>::OPTIONS) => "原阶段", "Stage before", Kept;
    received: Shape::Date => "收到日期", "Received", Form ["登记日期", "收到时间", "Created", "Created Time", "Create Date", "Created Date", "Createdate", "Created On", "Date Created", "Deal created", "Deal - Deal created"];
    source: Shape::Text => "线索来源", "Source", Form ["信息来源", "引荐人", "招商方式", "来源渠道", "Lead Source", "Original Source", "Lead Source Detail", "Source Campaign", "Deal - Source"];
    owner: Shape::Ref(Kind::Person) => "责任人", "Owner", Form ["负责人", "跟踪负责人", "招商专员", "经办人", "Sales agent", "Deal owner", "Opportunity Owner", "Potential Owner", "Assigned To", "Lead Owner", "Account Owner", "Record Owner", "Deal - Owner", "HubSpot Owner", "Owner Name", "Sales rep"];
    investor: Shape::Text => "投资方", "Investor", Form ["投资主体", "投资方名称", "投资企业", "投资单位", "企业名称", "客商", "合作方", "Company", "Account", "Account Name", "Company Name", "Associated Company", "Deal - Organization", "Organization", "Organisation", "Potential Customer", "Company / Account"];
    contact: Shape::Text => "企业联系人", "Contact", Form ["项目方联系人", "客商联系人", "联系人", "Contact Name", "Contact Person", "Deal - Contact person", "Primary Contact", "Associated Contact"];
    phone: Shape::Text => "联系电话", "Phone", Form ["联系方式", "手机", "手机号", "手机号码", "电话", "联系人电话", "Mobile", "Phone Number", "Contact Phone", "Business Phone", "Mobile Phone"];
    amount: Shape::Money => "总投资", "Amount", Form ["总投资额", "计划总投资", "投资金额", "拟投资额", "协议投资额", "合同金额", "签约金额", "协议额", "协议金额", "合同额", "协议总投资", "签约额", "Close value", "Deal Amount", "Opportunity Amount", "Deal value", "Value", "Deal size", "Contract value", "Deal - Value", "Est. Revenue", "Estimated Revenue", "Amount in company currency"];
    paid_in: Shape::Money => "到位资金", "Paid in", Form ["到资", "实际到位资金", "累计到位资金", "实际使用外资"];
    next_step: Shape::Text => "下一步计划", "Next step", Form ["下步工作", "推进措施", "Next steps"];
    due: Shape::Date => "完成时限", "Due", Form ["时限", "计划完成时间", "办结时限", "Closing Date", "Close Date", "Expected close date", "Est. Close Date", "Estimated Close Date", "Deal - Expected close date"];
    content: Shape::Long => "项目内容", "Content", Form ["建设内容", "主要建设内容", "建设规模及内容", "项目简介", "项目概况", "内容", "Description", "Deal Description", "Opportunity Description"];
    chain_node: Shape::Text => "产业链环节", "Chain node", Form ["链条环节", "对应产业链", "补链环节"];
    parent_lead: Shape::Ref(Kind::Lead) => "上级线索", "Parent lead", Form;
    relation: Shape::Choice(<Relation as super::choice::Choice>::OPTIONS) => "关联方式", "Relation", Form;
    via_platform: Shape::Ref(Kind::Lead) => "所经平台", "Via platform", Form;
    owning_unit: Shape::Ref(Kind::Unit) => "责任单位", "Owning unit", Form ["牵头单位", "负责单位", "引进单位"];
    supporting_unit: Shape::Ref(Kind::Unit) => "配合单位", "Supporting unit", Form ["协办单位", "服务保障单位", "责任部门"];
    public_fund: Shape::Text => "政府资金", "Public money", Form;
    private_capital: Shape::Text => "社会资本", "Private capital", Form;
    operator: Shape::Text => "专业公司", "Professional operator", Form;
    consultancy: Shape::Text => "咨询机构", "Consultancy", Form;
    venture_capital: Shape::Text => "风险投资", "Venture capital", Form;
    verdict: Shape::Text => "研判意见", "Verdict", Form;
    verdict_by: Shape::Text => "研判人", "Verdict by", Kept;
    verdict_at: Shape::Date => "研判日期", "Verdict on", Kept;
    first_talk: Shape::Date => "首谈时间", "First talk", Form ["对接时间", "Engage date"];
    signed: Shape::Date => "签约时间", "Signed on", Form ["签约日期", "合同签订时间"];
    contract_type: Shape::Choice(<Contract as super::choice::Choice>::OPTIONS) => "协议类型", "Contract", Form ["合同类型", "协议性质"];
    agreed_start: Shape::Date => "约定开工", "Agreed start", Form;
    landed: Shape::Date => "落地时间", "Landed on", Form ["注册时间"];
    company: Shape::Text => "落地公司", "Landed company", Form ["项目公司", "注册公司名称", "落户企业"];
    credit_code: Shape::CreditCode => "统一社会信用代码", "Credit code", Form ["信用代码", "社会信用代码"];
    started: Shape::Date => "开工时间", "Started on", Form ["动工时间"];
    running: Shape::Date => "投产时间", "In operation since", Form ["竣工时间", "开业时间"];
    end_reason: Shape::Choice(<EndReason as super::choice::Choice>::OPTIONS) => "终止原因", "End reason", Verb;
    duplicate_of: Shape::Ref(Kind::Lead) => "重复于", "Duplicate of", Verb;
    wake_date: Shape::Date => "唤醒日期", "Wake date", Verb;
    confidential: Shape::Flag => "是否保密", "Confidential", Form ["密级"];
    extra: Shape::Extra => "附加列", "Extra columns", Kept;
}
