//! A support request from a division to a unit of the support line. May use `field`, `choice`, `id`.

use chrono::NaiveDate;

use super::field::Shape;
use super::id::{Id, Kind};

crate::choice! {
    /// What is asked for: a favour by policy, or a better environment for all.
    pub enum Nature {
        /// A policy matter.
        Policy = "policy", "政策", "Policy", ["政策类", "政策诉求"];
        /// A matter of the environment.
        Environment = "environment", "环境", "Environment", ["环境类", "营商环境"];
    }
}

crate::choice! {
    /// How far it has come.
    pub enum RequestState {
        /// Nobody has taken it up.
        Waiting = "waiting", "待接", "Waiting", ["待办", "待办理", "未办理", "未接", "Open", "New"];
        /// The unit works on it.
        Working = "working", "办理中", "In work", ["在办", "正在办理", "推进中", "In progress"];
        /// Finished.
        Done = "done", "办结", "Done", ["已办结", "完成", "已完成", "已解决", "Closed", "Resolved"];
        /// Sent back with a reason.
        Returned = "returned", "退回", "Returned", ["已退回"];
    }
}

impl RequestState {
    /// The next state: taken up, then finished; none where it is closed.
    #[must_use]
    pub const fn onward(self) -> Option<Self> {
        match self {
            Self::Waiting => Some(Self::Working),
            Self::Working => Some(Self::Done),
            Self::Done | Self::Returned => None,
        }
    }

    /// The state that one goes back to: an open one is returned, a finished one is worked on again,
    /// a returned one waits again.
    #[must_use]
    pub const fn back(self) -> Self {
        match self {
            Self::Waiting | Self::Working => Self::Returned,
            Self::Done => Self::Working,
            Self::Returned => Self::Waiting,
        }
    }
}

/// A support request.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Request {
    /// Who asks.
    pub division: Option<Id>,
    /// Who is asked.
    pub unit: Option<Id>,
    /// What for.
    pub about: String,
    /// Policy or environment.
    pub nature: Nature,
    /// The lead that waits for it, if one does.
    pub lead: Option<Id>,
    /// By when.
    pub due: Option<NaiveDate>,
    /// How far.
    pub state: RequestState,
    /// When it was raised.
    pub raised: Option<NaiveDate>,
    /// When it was finished or returned.
    pub closed: Option<NaiveDate>,
}

impl Request {
    /// Whether somebody still has to do something.
    #[must_use]
    pub fn is_open(&self) -> bool {
        matches!(self.state, RequestState::Waiting | RequestState::Working)
    }
}

crate::fields! { Request, Kind::Request;
    division: Shape::Ref(Kind::Division) => "提出事业部", "From division", Form!required ["事业部", "所属事业部", "提出单位", "提出部门", "申请单位"];
    unit: Shape::Ref(Kind::Unit) => "承办单位", "To unit", Form!required ["配合单位", "责任部门", "责任单位", "牵头单位", "承办部门", "办理单位", "协调单位", "Department"];
    about: Shape::Long => "事项", "About", Form!required ["诉求", "诉求事项", "诉求内容", "问题", "问题诉求", "存在问题", "困难问题", "企业诉求", "需协调事项", "需协调解决的问题", "需支持事项", "内容", "Subject", "Issue"];
    nature: Shape::Choice(<Nature as super::choice::Choice>::OPTIONS) => "性质", "Nature", Form ["诉求类型", "问题类别", "诉求性质"];
    lead: Shape::Ref(Kind::Lead) => "关联线索", "Lead", Form ["涉及项目", "关联项目", "项目名称", "所属项目"];
    due: Shape::Date => "办结时限", "Due", Form ["时限", "完成时限", "办理时限", "办理期限", "答复时限", "计划办结时间", "截止日期", "Due date", "Deadline"];
    state: Shape::Choice(<RequestState as super::choice::Choice>::OPTIONS) => "状态", "State", Form ["办理状态", "办理情况", "办理进度", "Status"];
    raised: Shape::Date => "提出日期", "Raised", Kept ["提出时间", "登记时间", "登记日期", "Created"];
    closed: Shape::Date => "办结日期", "Closed", Kept ["办结时间"];
}
