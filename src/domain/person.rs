//! A member of staff and what the person may do on the board. May use `field`, `choice`, `id`.

use chrono::NaiveDate;

use super::field::Shape;
use super::id::{Id, Kind};

crate::choice! {
    /// What a login may do. Each role may do all that the one before it may.
    pub enum Role {
        /// Looks.
        Viewer = "viewer", "查看", "Viewer", ["查看者", "只读"];
        /// Works on leads, targets, Six Ones, requests and notes.
        Editor = "editor", "编辑", "Editor", ["编辑者"];
        /// Also changes the roster, the divisions and the charter.
        Admin = "admin", "管理", "Admin", ["管理员", "Administrator"];
    }
}

/// A member of staff.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Person {
    /// The name as the office writes it.
    pub name: String,
    /// The division the person works in, if in one.
    pub division: Option<Id>,
    /// The unit the person works in, if in one.
    pub unit: Option<Id>,
    /// The login on the office's server; empty for people who do not log in.
    pub login: String,
    /// What the login may do.
    pub role: Role,
    /// Whether the person is on post 到位.
    pub on_post: bool,
    /// When the person left 离岗; none while they are here.
    pub left: Option<NaiveDate>,
}

impl Person {
    /// Whether somebody can log in as this person and give rights.
    #[must_use]
    pub fn is_admin(&self) -> bool {
        self.role == Role::Admin && !self.login.is_empty() && self.left.is_none()
    }
}

crate::fields! { Person, Kind::Person;
    name: Shape::Text => "姓名", "Name", Form!required, Admin ["人员", "人员姓名", "成员", "Full name", "Sales agent"];
    division: Shape::Ref(Kind::Division) => "事业部", "Division", Form, Admin ["所属事业部", "所在事业部"];
    unit: Shape::Ref(Kind::Unit) => "单位", "Unit", Form, Admin ["所在单位", "工作单位", "所属单位", "部门", "Department"];
    login: Shape::Text => "登录名", "Login", Form, Admin ["账号", "用户名", "登录账号", "Username", "User name"];
    role: Shape::Choice(<Role as super::choice::Choice>::OPTIONS) => "权限", "Role", Form, Admin ["角色"];
    on_post: Shape::Flag => "到位", "On post", Form, Admin ["是否到位", "在岗", "是否在岗", "到岗情况"];
    left: Shape::Date => "离岗日期", "Left on", Form, Admin ["离岗时间", "离职日期"];
}
