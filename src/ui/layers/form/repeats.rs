//! Whether the lead that is being typed into a form is on the board already. May use `doubles`.

use super::row::{Row, Slot};
use super::{Form, Purpose};
use crate::board::{AnyRecord, doubles};
use crate::domain::Kind;
use crate::domain::record::Fields;
use crate::domain::{FieldKey, Value};
use crate::ui::event::Cx;
use crate::ui::show;
use crate::ui::style::Look;

impl Form {
    /// Looks whether the lead that is being typed is on the board already.
    pub(super) fn compare(&mut self, cx: &Cx<'_>, look: &Look) {
        if self.purpose != Purpose::Create || self.kind() != Some(Kind::Lead) {
            return;
        }
        let read = |row: &Row| match (&row.slot, &row.read) {
            (Slot::Field(key), Ok(value)) => Some((*key, value.clone())),
            _ => None,
        };
        let fields: Fields = self.rows.iter().filter_map(read).collect();
        let asked = |(key, _): &&(FieldKey, Value)| {
            matches!(key.key(), "name" | "investor" | "phone" | "credit_code")
        };
        let told: Fields = fields.iter().filter(asked).cloned().collect();
        if told == self.compared {
            return;
        }
        self.compared = told;
        self.repeats = match AnyRecord::from_fields(Kind::Lead, &fields) {
            Ok(AnyRecord::Lead(lead)) => {
                show::repeats(cx.board, &doubles::likely(cx.board, &lead, None), look.lang)
            }
            _ => String::new(),
        };
    }

    /// The kind of record that the form's fields are of.
    fn kind(&self) -> Option<Kind> {
        self.rows.iter().find_map(|row| match row.slot {
            Slot::Field(key) => Some(key.kind()),
            Slot::Why => None,
        })
    }
}
