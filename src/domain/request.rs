//! A support request from a division to a unit of the support line. May use `field`, `choice`, `id`.

use chrono::NaiveDate;

use super::field::Shape;
use super::id::{Id, Kind};

crate::choice! {
    /// What is asked for: a favour by policy, or a better environment for all.
    pub enum Nature {
        /// A policy matter.
        Policy = "policy", "政策", "Policy";
        /// A matter of the environment.
        Environment = "environment", "环境", "Environment";
    }
}

crate::choice! {
    /// How far it has come.
    pub enum RequestState {
        /// Nobody has taken it up.
        Waiting = "waiting", "待接", "Waiting";
        /// The unit works on it.
        Working = "working", "办理中", "In work";
        /// Finished.
        Done = "done", "办结", "Done";
        /// Sent back with a reason.
        Returned = "returned", "退回", "Returned";
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
    division: Shape::Ref(Kind::Division) => "提出事业部", "From division", Form!required ["事业部"];
    unit: Shape::Ref(Kind::Unit) => "承办单位", "To unit", Form!required ["配合单位", "责任部门"];
    about: Shape::Long => "事项", "About", Form!required;
    nature: Shape::Choice(<Nature as super::choice::Choice>::OPTIONS) => "性质", "Nature", Form;
    lead: Shape::Ref(Kind::Lead) => "关联线索", "Lead", Form;
    due: Shape::Date => "办结时限", "Due", Form ["时限"];
    state: Shape::Choice(<RequestState as super::choice::Choice>::OPTIONS) => "状态", "State", Form;
    raised: Shape::Date => "提出日期", "Raised", Kept;
    closed: Shape::Date => "办结日期", "Closed", Kept;
}
