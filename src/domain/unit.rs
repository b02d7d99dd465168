//! The support line: the administration's work departments and the 1+4 platform companies.
//! May use `field`, `choice`, `id`.

use super::field::Shape;
use super::id::Kind;
use super::lang::Lang;

crate::choice! {
    /// What sort of unit.
    pub enum UnitKind {
        /// A work department 工作部.
        Department = "department", "工作部", "Department";
        /// The state capital investment and operation company.
        CapitalCompany = "capital_company", "国有资本投资运营公司", "Capital company";
        /// One of the four business groups.
        BusinessGroup = "business_group", "业务集团", "Business group";
    }
}

/// A department or platform company.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Unit {
    /// What sort.
    pub kind: UnitKind,
    /// Chinese name.
    pub name_zh: String,
    /// English name.
    pub name_en: String,
    /// What it is charged with, e.g. 开发建设.
    pub functions: Vec<String>,
}

impl Unit {
    /// The name in a language; the Chinese one where there is no English.
    #[must_use]
    pub fn name(&self, lang: Lang) -> &str {
        if self.name_en.is_empty() { &self.name_zh } else { lang.pick(&self.name_zh, &self.name_en) }
    }
}

crate::fields! { Unit, Kind::Unit;
    kind: Shape::Choice(<UnitKind as super::choice::Choice>::OPTIONS) => "类别", "Kind", Form, Admin;
    name_zh: Shape::Text => "名称", "Name (zh)", Form!required, Admin;
    name_en: Shape::Text => "英文名称", "Name (en)", Form, Admin;
    functions: Shape::Words => "职能", "Functions", Form, Admin;
}
