//! A form made from the field table: a row a field, what is typed read at once beside it. It is
//! saved from anywhere, asks before it loses anything, and shows both values where somebody else
//! changed a field meanwhile. May use `widgets`, `confirm`, `window`, `domain::value_words`.

mod draw;
mod hints;
mod keys;
mod need;
mod offer;
mod pop;
mod pop_draw;
mod repeats;
mod row;
mod words;

use super::LayerResult;
use super::confirm::Confirm;
use crate::board::{AnyRecord, Refusal, Rejected};
use crate::domain::record::{Fields, specs};
use crate::domain::{Edit, FieldKey, Id, Kind, Lang, Shape, Value};
use crate::locales::refusal;
use crate::say;
use crate::ui::event::{Cx, Event};
use crate::ui::show;
use crate::ui::style::Look;
pub use need::Need;
use pop::Pop;
pub(in crate::ui) use row::WHY;
use row::{Row, Slot};

/// What a form was filled in with.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filled {
    /// The fields that were changed, or that a form of `ask` asked for and that hold something:
    /// field, value as the form was opened with, value now.
    pub values: Vec<(FieldKey, Value, Value)>,
    /// The reason in words, where one was asked.
    pub why: String,
}

/// A field that a form of `ask` asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ask {
    /// Which.
    pub field: FieldKey,
    /// How much the form insists on it.
    pub need: Need,
    /// What stands there at first.
    pub preset: Value,
}

/// What a form gives when it is saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Purpose {
    /// All that was filled in.
    Create,
    /// What was changed; nothing to do where nothing was.
    Edit,
    /// All that was asked.
    Ask,
}

/// A form.
#[derive(Debug, Clone)]
pub struct Form {
    title: String,
    purpose: Purpose,
    /// The record whose fields they are; none for a new one.
    on: Option<Id>,
    rows: Vec<Row>,
    /// Values of a new record that have no row.
    hidden: Fields,
    /// The row of the cursor; behind the last stands the button that saves.
    at: usize,
    pop: Option<Pop>,
    leaving: Option<Confirm>,
    message: String,
    /// What the record being typed is likely to repeat, in a sentence.
    repeats: String,
    /// What was looked at for that.
    compared: Fields,
    waiting: bool,
}

impl Form {
    /// A form for a new record, some fields filled in. What must be said stands first.
    #[must_use]
    pub fn create(kind: Kind, preset: Fields, cx: &Cx<'_>, look: &Look) -> Self {
        let title = say!(look.lang, "layer-form-create", kind = kind.code());
        let mut form = Self::blank(title, Purpose::Create);
        // What a record is if nobody says so is seen before it is saved.
        let default = AnyRecord::from_fields(kind, &[]).ok();
        let standing = |field| default.as_ref().map(|record| record.get(field));
        let chosen = |field| standing(field).filter(|value| matches!(value, Value::Choice(_)));
        for field in typed(kind, cx) {
            let given = preset.iter().find(|(key, _)| *key == field).map(|(_, value)| value.clone());
            let value = given.or_else(|| chosen(field)).unwrap_or(Value::Empty);
            form.rows.push(Row::new(field, Need::at_creation(field), Value::Empty, &value, cx, look));
        }
        form.rows.sort_by_key(|row| row.need != Need::Must);
        form.hidden = preset;
        form.hidden.retain(|(key, _)| !form.rows.iter().any(|row| row.slot == Slot::Field(*key)));
        form.at = form.rows.iter().position(|row| row.field.text().is_empty()).unwrap_or(0);
        form
    }

    /// A form for the fields of a record.
    #[must_use]
    pub fn edit(id: Id, cx: &Cx<'_>, look: &Look) -> Self {
        let name = show::name(cx.board, id, look.lang);
        let title = say!(look.lang, "layer-form-edit", id = id.to_string(), name = name);
        let mut form = Self { on: Some(id), ..Self::blank(title, Purpose::Edit) };
        for field in typed(id.kind, cx) {
            let value = cx.board.value(id, field);
            let need = Need::must(field.spec().required);
            form.rows.push(Row::new(field, need, value.clone(), &value, cx, look));
        }
        form
    }

    /// A form that asks for some fields of a record, or of one to be made beside it; `reason` adds
    /// a row for a reason in words, which it must or may have.
    #[must_use]
    pub fn ask(
        title: String,
        id: Option<Id>,
        asks: Vec<Ask>,
        reason: Option<bool>,
        cx: &Cx<'_>,
        look: &Look,
    ) -> Self {
        let mut form = Self { on: id, ..Self::blank(title, Purpose::Ask) };
        for Ask { field, need, preset } in asks {
            let of = id.filter(|id| id.kind == field.kind());
            let from = of.map_or(Value::Empty, |id| cx.board.value(id, field));
            form.rows.push(Row::new(field, need, from, &preset, cx, look));
        }
        form.rows.extend(reason.map(|must| Row::why(Need::must(must))));
        form.at = form.rows.iter().position(|row| row.field.text().is_empty()).unwrap_or(0);
        form
    }

    const fn blank(title: String, purpose: Purpose) -> Self {
        Self {
            title,
            purpose,
            on: None,
            rows: Vec::new(),
            hidden: Vec::new(),
            at: 0,
            pop: None,
            leaving: None,
            message: String::new(),
            repeats: String::new(),
            compared: Vec::new(),
            waiting: false,
        }
    }

    /// Takes an event. While the form waits for its reply it takes every key and does nothing: what is
    /// typed then is kept by the window.
    pub fn handle(&mut self, event: &Event, cx: &Cx<'_>, look: &Look) -> LayerResult {
        match event {
            Event::Key(_) | Event::Paste(_) if self.waiting => LayerResult::Consumed,
            Event::Key(key) => {
                let result = self.on_key(*key, cx, look);
                self.compare(cx, look);
                result
            }
            Event::Paste(text) => {
                self.on_paste(text, cx, look);
                self.compare(cx, look);
                LayerResult::Consumed
            }
            _ => LayerResult::Ignored,
        }
    }

    /// Says that the form was sent and waits for its reply, or that the reply has come.
    pub const fn wait(&mut self, waiting: bool) {
        self.waiting = waiting;
    }

    /// Whether it was sent and waits for its reply.
    #[must_use]
    pub const fn is_waiting(&self) -> bool {
        self.waiting
    }

    /// Whether anything was typed that is not saved.
    #[must_use]
    pub fn is_touched(&self) -> bool {
        self.rows.iter().any(Row::is_touched)
    }

    /// The texts that were typed or chosen before, by the keys of their fields.
    #[must_use]
    pub fn texts(&self) -> Vec<(String, String)> {
        let typed = self.rows.iter().filter(|row| row.is_touched() || row.was_given());
        typed.map(|row| (row.slot.key(), row.field.text().to_owned())).collect()
    }

    /// The labels of the fields that should have been filled in and were not.
    #[must_use]
    pub fn lacking(&self, lang: Lang) -> Option<String> {
        let blank = self.rows.iter().filter(|row| row.need == Need::Warn && row.is_blank());
        let labels: Vec<String> = blank.map(|row| row.slot.label(lang)).collect();
        (!labels.is_empty()).then(|| labels.join(lang.pick("、", ", ")))
    }

    /// Puts texts back that `texts` gave; those of fields that the form does not have are left out.
    pub fn restore(&mut self, texts: &[(String, String)], cx: &Cx<'_>, look: &Look) {
        for (key, text) in texts {
            if let Some(row) = self.rows.iter_mut().find(|row| row.slot.key() == *key) {
                row.put(text, cx, look.lang);
            }
        }
    }

    /// Shows why the form was refused where it can be mended: both values where somebody changed
    /// a field meanwhile, a sentence beside the field else.
    pub fn refused(&mut self, why: &Rejected, cx: &Cx<'_>, look: &Look) {
        self.pop = None;
        let Rejected::Refused(refusal) = why else {
            return;
        };
        match refusal {
            Refusal::Conflict { field, theirs, .. } => {
                if let Some(row) = self.go_to(&Slot::Field(*field)) {
                    row.clash = Some(theirs.clone());
                    self.open_pop(cx, look);
                }
            }
            Refusal::Misfit { field, why, .. } => {
                let said = refusal::misfit(why, look.lang);
                self.tell(&Slot::Field(*field), said);
            }
            Refusal::Double { field, other, .. } => {
                let (id, name) = (other.to_string(), cx.board.title(*other));
                let said = say!(look.lang, "layer-problem-double", id = id, name = name);
                self.tell(&Slot::Field(*field), said);
            }
            Refusal::Lacks { id, fields } => self.ask_more(*id, fields, cx, look),
            _ => {}
        }
    }

    /// Asks for fields that turned out to be lacking, with rows of their own where there are none.
    fn ask_more(&mut self, id: Id, fields: &[&'static str], cx: &Cx<'_>, look: &Look) {
        for key in fields.iter().rev() {
            let slot = match FieldKey::find(id.kind, key) {
                Some(field) => Slot::Field(field),
                None => Slot::Why,
            };
            if !self.rows.iter().any(|row| row.slot == slot) {
                self.rows.push(match slot {
                    Slot::Field(field) => {
                        let value = cx.board.value(id, field);
                        Row::new(field, Need::Must, value.clone(), &value, cx, look)
                    }
                    Slot::Why => Row::why(Need::Must),
                });
            }
            self.tell(&slot, words::required(look.lang));
        }
    }

    fn tell(&mut self, slot: &Slot, said: String) {
        match self.go_to(slot) {
            Some(row) => row.told = Some(said),
            None => self.message = said,
        }
    }

    fn go_to(&mut self, slot: &Slot) -> Option<&mut Row> {
        let at = self.rows.iter().position(|row| row.slot == *slot)?;
        self.at = at;
        self.rows.get_mut(at)
    }
}

/// The fields of a kind that a person types into a form and may change.
fn typed(kind: Kind, cx: &Cx<'_>) -> impl Iterator<Item = FieldKey> {
    let role = cx.board.role(cx.login);
    let fields = FieldKey::all(kind).zip(specs(kind));
    fields
        .filter(move |(_, spec)| {
            let can_be_typed = !matches!(spec.shape, Shape::Extra | Shape::Time);
            spec.edit == Edit::Form && spec.role <= role && can_be_typed
        })
        .map(|(field, _)| field)
}
