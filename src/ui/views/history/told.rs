//! A Transaction told in full: what changed, from what to what, and why. Records that are gone
//! from the board go by the names that the journal has for them. May use `board`, `show`, `ink`.

use std::collections::HashMap;

use ratatui::text::Line;

use crate::board::{AnyRecord, Change, Transaction};
use crate::domain::{FieldKey, Id, Kind, Value};
use crate::locales::{label, value};
use crate::say;
use crate::ui::event::Cx;
use crate::ui::style::{Look, Meaning};
use crate::ui::views::ink::Ink;
use crate::ui::{show, text, width};

/// So many changes of one Transaction are told; of more only how many there are.
const MOST: usize = 200;

/// A line of the journal.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    /// With no more changes than are told.
    pub(super) tx: Transaction,
    /// How many more there are.
    more: usize,
}

impl Entry {
    pub(super) fn new(mut tx: Transaction) -> Self {
        let more = tx.changes.len().saturating_sub(MOST);
        // An import of a whole sheet is not held by every window that shows the history.
        tx.changes.truncate(MOST);
        tx.changes.shrink_to_fit();
        Self { tx, more }
    }
}

/// The names of the records that Transactions make or take off. Of a large import only whom it
/// names is read: its leads are in its own lines.
pub(super) fn names(lines: &[Transaction]) -> HashMap<Id, String> {
    let mut names = HashMap::new();
    for tx in lines {
        let whole = tx.changes.len() <= MOST;
        for change in &tx.changes {
            let (Change::Create { id, fields } | Change::End { id, fields } | Change::Restore { id, fields }) =
                change
            else {
                continue;
            };
            if (whole || !matches!(id.kind, Kind::Lead | Kind::Note))
                && let Ok(record) = AnyRecord::from_fields(id.kind, fields)
            {
                names.entry(*id).or_insert_with(|| record.title().to_owned());
            }
        }
    }
    names
}

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
                let words = |value: &Value| match value {
                    Value::Empty => say!(self.look.lang, "view-nothing"),
                    value => self.value(id, *field, value),
                };
                let label = field.spec().label(self.look.lang);
                let words = format!("{label} {} {} {}", words(from), self.look.glyphs.arrow, words(to));
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
