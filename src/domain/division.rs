//! An industry division 产业事业部: the front line. May use `field`, `choice`, `id`.

use super::field::Shape;
use super::id::{Id, Kind};
use super::lang::Lang;

crate::choice! {
    /// Which half of "3+3" a division belongs to.
    pub enum Group {
        /// A leading industry.
        Leading = "leading", "主导", "Leading";
        /// A service industry.
        Service = "service", "服务", "Service";
    }
}

/// One of the six divisions. Its digit is its id's number.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Division {
    /// Chinese name, without 产业事业部.
    pub name_zh: String,
    /// English name.
    pub name_en: String,
    /// The name where room is short, Chinese.
    pub short: String,
    /// 主导 or 服务.
    pub group: Group,
    /// What the division is for, in a sentence.
    pub positioning: String,
    /// The platform company that hosts it.
    pub host_company: Option<Id>,
    /// Who leads it.
    pub head: Option<Id>,
    /// The nodes of its industry chain, at most eight.
    pub chain_nodes: Vec<String>,
}

impl Division {
    /// The name in a language; the Chinese one where there is no English.
    #[must_use]
    pub fn name(&self, lang: Lang) -> &str {
        if self.name_en.is_empty() { &self.name_zh } else { lang.pick(&self.name_zh, &self.name_en) }
    }
}

crate::fields! { Division, Kind::Division;
    name_zh: Shape::Text => "名称", "Name (zh)", Form!required, Admin;
    name_en: Shape::Text => "英文名称", "Name (en)", Form, Admin;
    short: Shape::Text => "简称", "Short name", Form, Admin;
    group: Shape::Choice(<Group as super::choice::Choice>::OPTIONS) => "类组", "Group", Form, Admin;
    positioning: Shape::Long => "定位", "Positioning", Form, Admin;
    host_company: Shape::Ref(Kind::Unit) => "承载公司", "Host company", Form, Admin;
    head: Shape::Ref(Kind::Person) => "负责人", "Head", Form, Admin;
    chain_nodes: Shape::Words => "产业链环节", "Chain nodes", Form, Admin;
}
