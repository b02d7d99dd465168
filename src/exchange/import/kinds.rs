//! What the rows of a sheet are. May use `domain`, `header`.

use super::header::Goes;
use crate::domain::{Edit, FieldKey, Kind, Lang};

crate::choice! {
    /// What the rows of a sheet are, in the order in which the sheets of one file are planned: what
    /// is referred to goes before what refers to it.
    pub enum What {
        /// Who works here.
        People = "people", "人员", "People", ["person", "责任人", "人员名册"];
        /// The standard equipment.
        SixOnes = "six_ones", "六个一", "Six Ones", ["six_one", "sixones"];
        /// Targets.
        Targets = "targets", "目标", "Targets", ["target"];
        /// Projects and platforms.
        Leads = "leads", "线索", "Leads", ["lead", "项目"];
        /// Leads that are talents.
        Talents = "talents", "人才", "Talents", ["talent"];
        /// Support requests.
        Requests = "requests", "诉求", "Requests", ["request", "问题"];
    }
}

impl What {
    /// The kind of record.
    #[must_use]
    pub const fn kind(self) -> Kind {
        match self {
            Self::People => Kind::Person,
            Self::SixOnes => Kind::SixOne,
            Self::Targets => Kind::Target,
            Self::Leads | Self::Talents => Kind::Lead,
            Self::Requests => Kind::Request,
        }
    }

    /// The keys of the fields that such records can be named by, the first that is there.
    #[must_use]
    pub(super) const fn names(self) -> &'static [&'static str] {
        match self {
            Self::Leads | Self::Talents => &["name", "investor", "code"],
            Self::People | Self::Targets => &["name"],
            Self::Requests => &["about"],
            Self::SixOnes => &["which"],
        }
    }

    /// Whether a record keeps the columns that are no fields of it.
    #[must_use]
    pub const fn has_extra(self) -> bool {
        matches!(self, Self::Leads | Self::Talents)
    }

    /// Whether there are notes on such a record.
    #[must_use]
    pub const fn has_notes(self) -> bool {
        !matches!(self, Self::People | Self::SixOnes)
    }

    /// Where a column goes that is none of its fields.
    #[must_use]
    pub const fn rest(self) -> Goes {
        if self.has_extra() { Goes::Extra } else { Goes::Out }
    }

    /// The names that columns can be mapped to, in a language.
    #[must_use]
    pub fn field_names(self, lang: Lang) -> Vec<&'static str> {
        let named = self.goals().filter_map(|goes| match goes {
            Goes::Field(field) => Some(field.spec().label(lang)),
            _ => None,
        });
        named.collect()
    }

    /// Where a column of such a sheet can go: the fields that people give, the notes, and aside.
    pub fn goals(self) -> impl Iterator<Item = Goes> {
        let given = move |field: &FieldKey| {
            let kept = field.spec().edit == Edit::Kept;
            !kept || matches!((self, field.key()), (Self::SixOnes, "division" | "which"))
        };
        let fields = FieldKey::all(self.kind()).filter(given).map(Goes::Field);
        let notes = [Goes::Progress, Goes::Remark].into_iter().filter(move |_| self.has_notes());
        fields.chain(notes).chain([self.rest()])
    }
}
