//! A member of staff and what the person may do on the board. May use `field`, `choice`, `id`.

use chrono::NaiveDate;

use super::field::Shape;
use super::id::{Id, Kind};

crate::choice! {
    /// What a login may do. Each role may do all that the one before it may.
    pub enum Role {
        /// Looks.
        Viewer = "viewer", "查看", "Viewer";
        /// Works on leads, targets, Six Ones, requests and notes.
        Editor = "editor", "编辑", "Editor";
        /// Also changes the roster, the divisions and the charter.
        Admin = "admin", "管理", "Admin";
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
    name: Shape::Text => "姓名", "Name", Form!required, Admin ["人员"];
    division: Shape::Ref(Kind::Division) => "事业部", "Division", Form, Admin;
    unit: Shape::Ref(Kind::Unit) => "单位", "Unit", Form, Admin;
    login: Shape::Text => "登录名", "Login", Form, Admin;
    role: Shape::Choice(<Role as super::choice::Choice>::OPTIONS) => "权限", "Role", Form, Admin;
    on_post: Shape::Flag => "到位", "On post", Form, Admin;
    left: Shape::Date => "离岗日期", "Left on", Form, Admin;
}
