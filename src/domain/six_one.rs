//! The Six Ones 六个一: the standard equipment of every division. May use `field`, `choice`, `id`.

use chrono::NaiveDate;

use super::field::Shape;
use super::id::{Id, Kind};

crate::choice! {
    /// Which of the six.
    pub enum SixOneKind {
        /// One professional team.
        Team = "team", "专业队伍", "Professional team";
        /// One industry alliance.
        Alliance = "alliance", "产业联盟", "Industry alliance";
        /// One professional incubator.
        Incubator = "incubator", "专业孵化器", "Professional incubator";
        /// One professional park.
        Park = "park", "专业园区", "Professional park";
        /// One professional fund.
        Fund = "fund", "专业基金", "Professional fund";
        /// One professional policy.
        Policy = "policy", "专项政策", "Professional policy";
    }
}

crate::choice! {
    /// How far it has come.
    pub enum SixOneState {
        /// Nothing there yet.
        Vacant = "vacant", "空缺", "Vacant", ["未启动", "未建"];
        /// Being set up.
        Preparing = "preparing", "筹建", "Preparing", ["筹建中", "筹备", "筹备中", "在建", "推进中"];
        /// In place.
        Ready = "ready", "到位", "In place", ["已到位", "建成", "已建成", "完成", "已完成"];
    }
}

/// One of a division's six.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SixOne {
    /// Whose.
    pub division: Option<Id>,
    /// Which of the six.
    pub which: SixOneKind,
    /// How far.
    pub state: SixOneState,
    /// What it is called, once it has a name.
    pub name: String,
    /// Who sets it up.
    pub owner: Option<Id>,
    /// By when.
    pub due: Option<NaiveDate>,
    /// Since when it is in place.
    pub ready: Option<NaiveDate>,
}

crate::fields! { SixOne, Kind::SixOne;
    division: Shape::Ref(Kind::Division) => "事业部", "Division", Kept!required ["归口事业部", "所属事业部"];
    which: Shape::Choice(<SixOneKind as super::choice::Choice>::OPTIONS) => "六个一", "Six One", Kept ["六个一名称", "装备", "事项"];
    state: Shape::Choice(<SixOneState as super::choice::Choice>::OPTIONS) => "状态", "State", Form ["建设状态", "进度", "进展"];
    name: Shape::Text => "名称", "Name", Form;
    owner: Shape::Ref(Kind::Person) => "责任人", "Owner", Form ["负责人"];
    due: Shape::Date => "完成时限", "Due", Form ["时限", "计划完成时间"];
    ready: Shape::Date => "到位日期", "In place since", Kept ["到位时间"];
}
