//! A Transaction told in full: what changed, from what to what, and why. Records that are gone
//! from the board go by the names that the journal has for them. May use `board`, `show`, `ink`.

use std::collections::HashMap;

use ratatui::text::Line;

use super::entry::Entry;
use crate::board::Change;
use crate::domain::{FieldKey, Id, Kind, Value};
use crate::locales::{label, value};
use crate::say;
use crate::ui::event::Cx;
use crate::ui::style::{Look, Meaning};
use crate::ui::views::ink::Ink;
use crate::ui::{show, text, width};

/// What Transactions are told with.
pub(super) struct Told<'a> {
    pub(super) cx: &'a Cx<'a>,
    pub(super) look: &'a Look,
    pub(super) names: &'a HashMap<Id, String>,
    pub(super) cells: usize,
}

impl Told<'_> {
    /// All that a Transaction says of itself.
    pub(super) fn lines(&self, entry: &Entry) -> Vec<Line<'static>> {
        let tx = &entry.tx;
        let (board, lang) = (self.cx.board, self.look.lang);
        let mut out = self.wrapped(Meaning::Title, &label::said(&tx.label, tx.origin, board, lang));
        let when = format!("{}  {}  #{}", show::moment(board, tx.at), board.person_name(&tx.by), tx.seq);
        out.push(self.ink().put(Meaning::Muted, &when).line());
        if !tx.why.is_empty() {
            out.extend(self.wrapped(Meaning::Text, &say!(lang, "view-why", why = tx.why.clone())));
        }
        let mut last = None;
        for change in &tx.changes {
            if last != Some(change.id()) {
                last = Some(change.id());
                out.push(Line::default());
                out.push(self.ink().put(Meaning::Strong, &self.headed(change)).line());
            }
            self.change(change, &mut out);
        }
        if entry.more > 0 {
            let words = say!(lang, "view-more-changes", count = entry.more);
            out.push(self.ink().put(Meaning::Muted, &words).line());
        }
        out
    }

    /// One side of a change.
    pub(super) fn side(&self, id: Id, field: FieldKey, value: &Value) -> String {
        match value {
            Value::Empty => say!(self.look.lang, "view-nothing"),
            value => self.value(id, field, value),
        }
    }

    fn ink(&self) -> Ink<'_> {
        Ink::new(self.look, self.cells)
    }

    fn wrapped(&self, meaning: Meaning, words: &str) -> Vec<Line<'static>> {
        let lines = width::wrap(&text::clean_lines(words), self.cells);
        lines.into_iter().map(|line| self.ink().put(meaning, &line).line()).collect()
    }

    fn change(&self, change: &Change, out: &mut Vec<Line<'static>>) {
        let id = change.id();
        match change {
            Change::Set { field, from, to, .. } => {
                let label = field.spec().label(self.look.lang);
                let (from, to) = (self.side(id, *field, from), self.side(id, *field, to));
                let words = format!("{label} {from} {} {to}", self.look.glyphs.arrow);
                out.extend(self.wrapped(Meaning::Text, &words));
            }
            Change::Create { fields, .. } | Change::End { fields, .. } | Change::Restore { fields, .. } => {
                for (field, value) in fields {
                    let words = self.value(id, *field, value);
                    let words = format!("{} {words}", field.spec().label(self.look.lang));
                    out.extend(self.wrapped(Meaning::Muted, &words));
                }
            }
        }
    }

    /// The record that changes, with what becomes of it.
    fn headed(&self, change: &Change) -> String {
        let id = change.id();
        let name = text::clean(&self.name(id)).into_owned();
        let key = match change {
            Change::Create { .. } => "view-created",
            Change::End { .. } => "view-ended",
            Change::Restore { .. } => "view-restored",
            Change::Set { .. } => return format!("{id} {name}"),
        };
        format!("{id} {name} {}", say!(self.look.lang, key))
    }

    /// What a record is called on the board, or was called; nothing where nobody knows.
    fn name(&self, id: Id) -> String {
        if self.cx.board.has(id) {
            return show::name(self.cx.board, id, self.look.lang);
        }
        self.names.get(&id).cloned().unwrap_or_default()
    }

    fn value(&self, id: Id, field: FieldKey, value: &Value) -> String {
        let (board, lang) = (self.cx.board, self.look.lang);
        match value {
            Value::Ref(id) => self.reference(*id),
            Value::Refs(ids) => {
                let names: Vec<String> = ids.iter().map(|id| self.reference(*id)).collect();
                names.join(lang.pick("、", ", "))
            }
            Value::Choice(_) => value::of(id, field, value, board, lang),
            value => show::value(board, field, value, lang),
        }
    }

    /// People, units and divisions go by their names; what is known by its id has it too.
    fn reference(&self, id: Id) -> String {
        let name = self.name(id);
        match id.kind {
            _ if name.is_empty() => id.to_string(),
            Kind::Person | Kind::Unit | Kind::Division => name,
            _ if name == id.to_string() => name,
            _ => format!("{id} {name}"),
        }
    }
}
